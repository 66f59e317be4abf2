"""Enrolling and opening a device: all or nothing, and no state that makes a file by itself."""

import os
import secrets
import stat
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import device as devices
from kiosk import log
from kiosk.device import Device
from kiosk.device_files import enrol_device, open_device
from kiosk.domain.errors import (
    NotConnectedError,
    NotReadyError,
    NotTrustedError,
    PortalRefusedError,
    StorageError,
    UsageError,
)
from kiosk.domain.outcomes import Outcome
from kiosk.domain.sync_status import Trouble
from kiosk.protocol import envelope, wire_sync
from kiosk.protocol.enrolment import Ticket
from kiosk.protocol.queue import Queued
from kiosk.store.local import LocalStore
from kiosk.store.outbox import Outbox
from kiosk.sync.loop import DESK_IDLE_S, IDLE_S
from kiosk.vault import keyfile
from kiosk.vault.startup import StartupState
from tests.store.samples import PRACTICE, PortalKeys, record
from tests.sync.portal_server import PortalServer, Reply, empty

PASSPHRASE = "seven copper kettles"


@pytest.fixture
def server() -> Iterator[PortalServer]:
    """A portal on 127.0.0.1."""
    with PortalServer() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the device will be; not there yet."""
    return tmp_path / "data" / "device"


@pytest.fixture
def enrolled(server: PortalServer, folder: Path) -> Path:
    """A device with a development key."""
    enrol_device(folder, server.ticket.encode(), None)
    return folder


def listing(folder: Path) -> dict[str, bytes]:
    """Every file below and beside, with its content."""
    return {str(path): path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}


def judge(folder: Path, passphrase: str | None = None) -> StartupState:
    """The state; what was opened is closed again."""
    state, device = open_device(folder, passphrase)
    assert (device is not None) is (state is StartupState.READY)
    if device is not None:
        device.close()
    return state


class TestEnrol:
    """One-time code in, files out."""

    @pytest.mark.rule("K1", "K2")
    def test_an_enrolled_device_opens(self, server: PortalServer, folder: Path) -> None:
        """Three files, its owner's alone; with the passphrase it is ready, and it knows whose it is."""
        enrol_device(folder, server.ticket.encode(), PASSPHRASE)
        assert sorted(path.name for path in folder.iterdir()) == ["keyfile.json", "local.db", "outbox.db"]
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
        assert [path.name for path in folder.parent.iterdir()] == ["device"]
        state, device = open_device(folder, PASSPHRASE)
        assert state is StartupState.READY
        assert device is not None
        assert device.identity.device_id == server.device_id
        assert (device.local.practice, device.development) == (PRACTICE, False)
        assert device.http.authority in device.identity.portal_url
        device.close()

    @pytest.mark.rule("K1")
    def test_a_lost_answer_does_not_burn_the_code(self, server: PortalServer, folder: Path) -> None:
        """The portal took the key, the answer was lost: the next try asks with the same key and gets in."""
        server.twist = lambda method, path, reply: Reply(502)
        with pytest.raises(NotConnectedError):
            enrol_device(folder, server.ticket.encode(), PASSPHRASE)
        assert not folder.exists()
        first = server.device_key
        server.twist = lambda method, path, reply: reply
        enrol_device(folder, server.ticket.encode(), PASSPHRASE)
        assert server.device_key == first
        assert judge(folder, PASSPHRASE) is StartupState.READY

    def test_another_passphrase_begins_anew(self, server: PortalServer, folder: Path) -> None:
        """Keys under a passphrase that nobody knows serve nobody: the second try has its own."""
        server.twist = lambda method, path, reply: Reply(502)
        for passphrase in (PASSPHRASE, "eight copper kettles"):
            server.enrolled.clear()
            with pytest.raises(NotConnectedError):
                enrol_device(folder, server.ticket.encode(), passphrase)
        made = keyfile.read(folder.with_name("device.new") / "keyfile.json")
        assert made is not None
        keyfile.unlock(made, "eight copper kettles")

    @pytest.mark.parametrize("broken", ["outbox", "local"])
    def test_a_fault_while_files_are_made_leaves_no_device(
        self, server: PortalServer, folder: Path, broken: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The folder appears at the end or not at all; the next try succeeds with the same code."""
        store = Outbox if broken == "outbox" else LocalStore
        original = store.create

        def fault(*args: object) -> None:
            original(*args)  # type: ignore[arg-type]
            raise StorageError("fault after the file was made")

        with monkeypatch.context() as patch:
            patch.setattr(store, "create", fault)
            with pytest.raises(StorageError):
                enrol_device(folder, server.ticket.encode(), None)
        assert judge(folder) is StartupState.FIRST_RUN
        enrol_device(folder, server.ticket.encode(), None)
        assert judge(folder) is StartupState.READY

    def test_another_root_is_not_trusted(self, server: PortalServer, folder: Path) -> None:
        """Whoever answers under another root is not the portal of the ticket."""
        ticket = server.ticket.encode()
        server.keys = PortalKeys()
        with pytest.raises(NotTrustedError):
            enrol_device(folder, ticket, None)
        assert not folder.exists()

    def test_a_wrong_code_is_refused(self, server: PortalServer, folder: Path) -> None:
        """By the portal."""
        ticket = Ticket(server.url, "another", server.ticket.root_hash).encode()
        with pytest.raises(PortalRefusedError, match="enrolment_refused"):
            enrol_device(folder, ticket, None)
        assert not folder.exists()

    @pytest.mark.parametrize(
        ("url", "passphrase", "says"),
        [
            ("https://portal.example", None, "this machine"),
            ("https://portal.example", "eleven char", "12 characters"),
            ("http://portal.example", PASSPHRASE, "https"),
        ],
    )
    def test_refused_before_anything_happens(self, folder: Path, url: str, passphrase: str | None, says: str) -> None:
        """An open key beyond this machine, a short passphrase, no TLS: nothing is asked, nothing is written."""
        ticket = f"kiosk-enrol:1?u={url}&c=code&k=hash"
        with pytest.raises(UsageError, match=says):
            enrol_device(folder, ticket, passphrase)
        assert not folder.parent.exists()

    def test_an_enrolled_device_is_not_enrolled_over(self, server: PortalServer, enrolled: Path) -> None:
        """Its waiting records would be lost."""
        before = listing(enrolled)
        with pytest.raises(NotReadyError):
            enrol_device(enrolled, server.ticket.encode(), None)
        assert listing(enrolled) == before


def damage_keyfile(folder: Path) -> None:
    """Not a keyfile any more."""
    (folder / "keyfile.json").write_text("{}")


def other_keys(folder: Path) -> None:
    """A keyfile that opens, but belongs to another device."""
    made, _ = keyfile.create(None, devices.SystemEntropy())
    keyfile.write(folder / "keyfile.json", made)


def swapped(folder: Path) -> None:
    """Each file under the other's name."""
    (folder / "outbox.db").rename(folder / "x")
    (folder / "local.db").rename(folder / "outbox.db")
    (folder / "x").rename(folder / "local.db")


def gone(*names: str) -> Callable[[Path], None]:
    """Without these files."""

    def remove(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return remove


STATES: dict[str, tuple[Callable[[Path], object], StartupState]] = {
    "nothing wrong": (lambda f: None, StartupState.READY),
    "all gone": (gone("keyfile.json", "outbox.db", "local.db"), StartupState.FIRST_RUN),
    "keyfile gone": (gone("keyfile.json"), StartupState.ORPHAN_DB),
    "keyfile damaged": (damage_keyfile, StartupState.TAMPER),
    "outbox gone": (gone("outbox.db"), StartupState.DB_MISSING),
    "local gone": (gone("local.db"), StartupState.DB_MISSING),
    "both gone": (gone("outbox.db", "local.db"), StartupState.DB_MISSING),
    "outbox empty": (lambda f: os.truncate(f / "outbox.db", 0), StartupState.TAMPER),
    "local cut": (lambda f: os.truncate(f / "local.db", 300), StartupState.TAMPER),
    "plaintext": (lambda f: (f / "local.db").write_bytes(b"SQLite format 3\0" + bytes(4080)), StartupState.TAMPER),
    "noise": (lambda f: (f / "outbox.db").write_bytes(secrets.token_bytes(8192)), StartupState.KEY_MISMATCH),
    "other keys": (other_keys, StartupState.KEY_MISMATCH),
    "swapped": (swapped, StartupState.KEY_MISMATCH),
}


class TestOpen:
    """What is on the disk decides; nothing is mended by making a new file."""

    @pytest.mark.rule("K2")
    @pytest.mark.parametrize(("change", "state"), STATES.values(), ids=STATES)
    def test_every_state(self, enrolled: Path, change: Callable[[Path], object], state: StartupState) -> None:
        """Each is judged as it is, twice the same, and not one file appears or changes unless it is ready."""
        change(enrolled)
        before = listing(enrolled)
        assert judge(enrolled) is state
        assert judge(enrolled) is state
        assert listing(enrolled).keys() == before.keys()
        if state is not StartupState.READY:
            assert listing(enrolled) == before

    @pytest.mark.rule("K2")
    def test_without_the_passphrase_it_stays_locked(self, server: PortalServer, folder: Path) -> None:
        """None, or a wrong one."""
        enrol_device(folder, server.ticket.encode(), PASSPHRASE)
        assert judge(folder) is StartupState.LOCKED
        assert judge(folder, "eight copper kettles") is StartupState.LOCKED
        assert judge(folder, PASSPHRASE) is StartupState.READY

    def test_a_place_that_was_never_used(self, folder: Path) -> None:
        """The first run, and no folder appears."""
        assert judge(folder) is StartupState.FIRST_RUN
        assert not folder.parent.exists()

    @pytest.mark.rule("K2")
    def test_a_development_key_serves_this_machine_only(self, enrolled: Path) -> None:
        """Also when the files were made elsewhere: the portal's address in them has to be loopback."""
        made = keyfile.read(enrolled / "keyfile.json")
        assert made is not None
        keys = keyfile.unlock(made, None)
        opened = Device(enrolled, keys, development=True)
        opened.outbox._db.execute("UPDATE device SET portal_url = 'https://portal.example'")
        opened.close()
        with pytest.raises(NotReadyError):
            open_device(enrolled, None)
        Device(enrolled, keys).close()


@pytest.mark.rule("K1", "K2")
def test_a_device_syncs_end_to_end(server: PortalServer, enrolled: Path) -> None:
    """Recorded, sent in the background, decided and deleted: every part of a device in one go."""

    def accept(request: wire_sync.SyncRequest) -> wire_sync.SyncResponse:
        headers = [(envelope.parse(text).header, text) for text in request.operations]
        made = [server.keys.receipt(Queued(header.seq, header.op_id, text)) for header, text in headers]
        return empty(results=[wire_sync.Result(receipt=text) for _, text in made], durable_seq=1)

    _, device = open_device(enrolled, None)
    assert device is not None
    server.answer = accept
    op_id = record(device.outbox)
    device.start()
    assert device.loop.wait_for(op_id, 20) is Outcome.ACCEPTED
    assert device.outbox.counts().held == 0
    device.close()


@pytest.mark.rule("F4", "K2")
@pytest.mark.parametrize(("role", "idle_s"), [("tablet", IDLE_S), ("desk", DESK_IDLE_S)])
def test_a_desk_looks_more_often(enrolled: Path, role: str, idle_s: float) -> None:
    """A patient who waits at a tablet is seen within seconds; only a tablet keeps a roster."""
    made = keyfile.read(enrolled / "keyfile.json")
    assert made is not None
    keys = keyfile.unlock(made, None)
    opened = Device(enrolled, keys, development=True)
    opened.outbox._db.execute("UPDATE device SET role = ?", (role,))
    opened.close()
    device = Device(enrolled, keys, development=True)
    assert device.loop._idle_s == idle_s
    assert device.local.keeps_roster == (role == "tablet")
    device.close()


def test_failing_syncs_stand_in_the_log(enrolled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When they begin to fail, and why; when they work again."""
    told: list[tuple[log.Event, object]] = []
    monkeypatch.setattr("kiosk.log.event", lambda name, trouble=None, state=None: told.append((name, trouble)))
    _, device = open_device(enrolled, None)
    assert device is not None

    def unreachable() -> None:
        raise NotConnectedError("no network")

    with monkeypatch.context() as away:
        away.setattr(device.gateway, "probe", unreachable)
        device.loop.start()
        device.loop.wait_for(uuid.uuid4(), 20)
        device.loop.wait_for(uuid.uuid4(), 20)
    device.loop.wait_for(uuid.uuid4(), 20)
    device.close()
    assert told[1:] == [(log.Event.SYNC_FAILED, Trouble.NO_NETWORK), (log.Event.SYNC_WORKS, None)]
