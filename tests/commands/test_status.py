"""``kiosk status``: for a script that watches many devices (F6)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.device_files import enrol_device, open_device
from kiosk.domain.errors import StorageError
from tests.commands.conftest import Run, acts
from tests.store.samples import NOW, record
from tests.sync.portal_server import PortalServer, Reply, empty, problem

pytestmark = pytest.mark.rule("F6")


def told(run: Run) -> tuple[int, dict[str, object]]:
    """What a script reads."""
    code, out, err = run("status", "--json")
    assert err == ""
    return code, json.loads(out)


def test_connected_with_nothing_to_do(enrolled: Path, run: Run) -> None:
    """Role, connection and an empty queue; exit code 0."""
    assert told(run) == (
        0,
        {
            "ready": True,
            "reason": None,
            "role": "tablet",
            "connected": True,
            "waiting": 0,
            "since": None,
            "stuck": 0,
            "last_success": None,
            "last_failure": None,
            "trouble": None,
            "clock_off_s": None,
            "clock_wrong": False,
        },
    )
    assert run("status")[1] == "tablet, connected; 0 waiting; last synced never\n"


@pytest.mark.rule("F5")
def test_who_looks_is_noted_where_somebody_is_known(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Signed in as for any command, it leaves the screen's row; a monitor without a PIN is told the same counts."""
    code, by_name = told(run)
    assert acts(desk) == ["signed_in", "status_viewed", "signed_out"]
    monkeypatch.setenv("KIOSK_PIN", "111222")
    wrong = told(run)
    assert (wrong[0], wrong[1]["ready"]) == (1, False)
    assert "name or PIN is wrong" in str(wrong[1]["reason"])
    monkeypatch.delenv("KIOSK_STAFF")
    assert told(run) == (code, by_name)
    assert acts(desk)[3:] == ["pin_failed"]


def test_what_waits_since_when_and_what_is_stuck(enrolled: Path, run: Run) -> None:
    """Two records wait, one is stuck: that needs a person, so the exit code is 1. Nothing is sent by looking."""
    _, device = open_device(enrolled, None)
    assert device is not None
    record(device.outbox)
    record(device.outbox)
    device.outbox.mark_stuck(record(device.outbox))
    device.close()
    for _ in range(2):
        code, said = told(run)
        assert (code, said["waiting"], said["since"], said["stuck"]) == (1, 2, NOW.isoformat(timespec="seconds"), 1)
    assert "2 waiting since 2026-11-23T15:00:00+00:00; 1 stuck" in run("status")[1]


@pytest.mark.parametrize(
    ("twist", "trouble"),
    [
        (lambda method, path, reply: Reply(200), "no_network"),
        (lambda method, path, reply: Reply(502), "portal_busy"),
        (lambda method, path, reply: reply if method == "HEAD" else problem(403, "device_revoked"), "refused"),
        (lambda method, path, reply: reply if method == "HEAD" else problem(503, "busy"), "portal_busy"),
        (lambda method, path, reply: reply if method == "HEAD" else Reply(200, reply.body), "not_trusted"),
    ],
    ids=["login page", "down", "revoked", "busy", "unsigned"],
)
def test_not_connected_says_why(
    server: PortalServer, enrolled: Path, run: Run, twist: Callable[[str, str, Reply], Reply], trouble: str
) -> None:
    """A portal that answers is not enough: it has to know the device, and prove who it is."""
    server.twist = twist
    code, said = told(run)
    assert (code, said["connected"], said["trouble"], said["last_failure"] is None) == (1, False, trouble, False)
    assert f"not connected ({trouble})" in run("status")[1]


def test_a_wrong_clock(server: PortalServer, enrolled: Path, run: Run) -> None:
    """By how much and which way, as the last sync found it; a person has to set it."""
    _, device = open_device(enrolled, None)
    assert device is not None
    server.answer = lambda request: empty(portal_time=device.clock.now() + dt.timedelta(minutes=7, seconds=30))
    device.engine.run_once(device.clock.now())
    device.close()
    code, said = told(run)
    assert (code, said["connected"], said["clock_wrong"]) == (1, True, True)
    assert said["clock_off_s"] in range(440, 451)
    assert "; clock 7 min slow; " in run("status")[1]


@pytest.mark.parametrize("wrong", ["full", "read-only"])
def test_a_disk_that_takes_nothing(enrolled: Path, run: Run, monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    """Told before the next record finds no room, though the portal answers."""
    if wrong == "full":
        monkeypatch.setattr("shutil.disk_usage", lambda path: SimpleNamespace(free=4096))
    else:
        monkeypatch.setattr("os.access", lambda path, mode: False)
    code, said = told(run)
    assert (code, said["connected"], said["trouble"]) == (1, True, "disk")
    assert "connected (disk)" in run("status")[1]


def test_files_that_cannot_be_read(enrolled: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON also then: a script that watches many devices does not read sentences."""

    def fail(*_: object, **__: object) -> None:
        raise StorageError("made up")

    monkeypatch.setattr("kiosk.commands.status._standing", fail)
    code, said = told(run)
    assert (code, said["ready"], said["trouble"]) == (1, False, "disk")
    assert run("status")[1].startswith("this device's storage does not work")


def test_not_ready_is_said_kindly(
    server: PortalServer, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not enrolled, locked, opened with the passphrase from the environment; never a traceback, never a new file."""
    code, said = told(run)
    assert (code, said["ready"]) == (1, False)
    assert "not enrolled yet" in str(said["reason"])
    assert not folder.exists()
    enrol_device(folder, server.ticket.encode(), "seven copper kettles")
    for wrong in (None, "another passphrase"):
        if wrong is not None:
            monkeypatch.setenv("KIOSK_PASSPHRASE", wrong)
        code, said = told(run)
        assert (code, said["ready"], "locked" in str(said["reason"])) == (1, False, True)
    monkeypatch.setenv("KIOSK_PASSPHRASE", "seven copper kettles")
    assert told(run)[0] == 0


def test_a_keyfile_that_cannot_be_read(enrolled: Path, run: Run) -> None:
    """Damaged files call for a person, in one sentence."""
    (enrolled / "keyfile.json").write_text("{", encoding="utf-8")
    code, out, err = run("status")
    assert (code, err) == (1, "")
    assert out == "not ready: this device's files need help; please call technical support\n"


def test_it_looks_while_the_program_runs(enrolled: Path, run: Run) -> None:
    """The files are shared: nobody has to stop the kiosk to ask how it is."""
    _, device = open_device(enrolled, None)
    assert device is not None
    assert told(run)[0] == 0
    record(device.outbox)
    assert told(run)[1]["waiting"] == 1
    device.close()
