"""Every trouble of F6 as a whole device meets it: real files, real HTTP, real certificates."""

from __future__ import annotations

import datetime as dt
import ssl
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
import urllib3.util.connection

from kiosk.device import Device
from kiosk.device_files import enrol_device, open_device
from kiosk.domain.sync_status import SyncStatus, Trouble
from tests.store.samples import record
from tests.sync.portal_server import PortalServer, Reply, Twist, empty, problem

pytestmark = pytest.mark.rule("F6")

PATIENCE_S = 20.0
"""Longest wait for the loop's thread; only a failure takes that long."""


@pytest.fixture
def device(server: PortalServer, tmp_path: Path) -> Iterator[Device]:
    """A tablet that has synced once, and then only when it is asked."""
    enrol_device(tmp_path / "device", server.ticket.encode(), None)
    _, made = open_device(tmp_path / "device", None, make=lambda *a, **k: Device(*a, idle_s=3600, **k))
    assert made is not None
    made.start()
    assert tried(made).trouble is None
    yield made
    made.close()


def tried(device: Device) -> SyncStatus:
    """How the device stands after one more try."""
    device.loop.wait_for(uuid.uuid4(), PATIENCE_S)
    return device.loop.status()


def posts(reply: Reply) -> Twist:
    """A portal that shows itself, and then answers so."""
    return lambda method, path, honest: honest if method == "HEAD" else reply


@pytest.mark.parametrize(
    ("twist", "trouble"),
    [
        (lambda method, path, reply: Reply(200), Trouble.NO_NETWORK),
        (lambda method, path, reply: Reply(502), Trouble.PORTAL_BUSY),
        (posts(Reply(504, b"<html>")), Trouble.PORTAL_BUSY),
        (posts(problem(503, "busy")), Trouble.PORTAL_BUSY),
        (posts(problem(403, "device_revoked")), Trouble.REFUSED),
        (posts(Reply(200, b"{}")), Trouble.NOT_TRUSTED),
    ],
    ids=["login page", "portal down", "portal down later", "busy", "revoked", "unsigned"],
)
def test_what_answers(server: PortalServer, device: Device, twist: Twist, trouble: Trouble) -> None:
    """A login page is the network's fault, a gateway's error the portal's; and it is over when it is over."""
    honest, server.twist = server.twist, twist
    status = tried(device)
    assert (status.trouble, status.connected) == (trouble, False)
    assert status.last_failure is not None
    server.twist = honest
    assert (tried(device).trouble, device.loop.connected()) == (None, True)


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (OSError(101, "Network is unreachable"), Trouble.NO_NETWORK),
        (TimeoutError(), Trouble.NO_NETWORK),
        (ConnectionRefusedError(), Trouble.PORTAL_BUSY),
    ],
    ids=["no route", "no answer", "nobody listens"],
)
def test_nobody_answers(device: Device, monkeypatch: pytest.MonkeyPatch, error: OSError, trouble: Trouble) -> None:
    """Where the portal's machine refuses the connection, cable and Wi-Fi are all right."""

    def fail(*_: object, **__: object) -> None:
        raise error

    device.http.close()
    monkeypatch.setattr(urllib3.util.connection, "create_connection", fail)
    assert tried(device).trouble is trouble


@pytest.mark.parametrize("file", ["outbox", "local"])
def test_a_disk_that_takes_nothing(device: Device, file: str) -> None:
    """Read-only, or gone bad: told after the next try, though the portal was reached; and it heals."""
    db = (device.outbox if file == "outbox" else device.local)._db
    db.execute("PRAGMA query_only = ON")
    assert tried(device).trouble is Trouble.DISK
    db.execute("PRAGMA query_only = OFF")
    assert tried(device).trouble is None


def test_a_queue_that_cannot_even_be_read(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk vanished between two tries: what was last known, and whose fault it is, without waiting for the next."""
    record(device.outbox)
    assert device.loop.status().waiting == 1
    monkeypatch.setattr("kiosk.store.outbox._SELECT_COUNTS", "SELECT * FROM gone")
    status = device.loop.status()
    assert (status.trouble, status.waiting) == (Trouble.DISK, 1)
    assert status.last_failure is not None
    monkeypatch.undo()
    assert device.loop.status().trouble is None


@pytest.mark.parametrize(("minutes", "wrong"), [(6, True), (-6, True), (4, False)])
def test_a_clock_that_is_off(server: PortalServer, device: Device, minutes: int, wrong: bool) -> None:
    """Measured against the portal's signed time with every sync."""
    server.answer = lambda request: empty(portal_time=device.clock.now() + dt.timedelta(minutes=minutes))
    status = tried(device)
    assert (status.clock_wrong, status.trouble) == (wrong, None)


class TestCertificate:
    """A portal whose certificate does not hold gets nothing, and the desk is told."""

    @pytest.fixture
    def authority(self, tmp_path: Path) -> trustme.CA:
        """A practice's own certificate authority, pinned in ``ca.pem``."""
        made = trustme.CA()
        made.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        return made

    @pytest.mark.parametrize("wrong", ["expired", "not yet valid", "another authority", "another name"])
    def test_that_does_not_hold(self, authority: trustme.CA, tmp_path: Path, wrong: str) -> None:
        """Expired, not valid yet (or this device's clock is wrong), from somebody else, for somebody else."""
        now, day = dt.datetime.now(dt.UTC), dt.timedelta(days=1)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        good = authority.issue_cert("127.0.0.1")
        good.configure_cert(context)
        with PortalServer(context) as server:
            enrol_device(tmp_path / "device", server.ticket.encode(), None, ca_file=tmp_path / "ca.pem")
            _, device = open_device(tmp_path / "device", None, ca_file=tmp_path / "ca.pem")
            assert device is not None
            bad = {
                "expired": lambda: authority.issue_cert("127.0.0.1", not_after=now - day),
                "not yet valid": lambda: authority.issue_cert("127.0.0.1", not_before=now + day),
                "another authority": lambda: trustme.CA().issue_cert("127.0.0.1"),
                "another name": lambda: authority.issue_cert("other.example"),
            }[wrong]()
            bad.configure_cert(context)
            server.seen.clear()
            record(device.outbox)
            device.start()
            status = tried(device)
            device.close()
        assert (status.trouble, status.waiting) == (Trouble.NOT_TRUSTED, 1)
        assert server.seen == []
