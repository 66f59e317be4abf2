"""``kiosk status``: for a script that watches many devices (F6)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.device import enrol_device, open_device
from tests.commands.conftest import Run
from tests.store.samples import NOW, record
from tests.sync.portal_server import PortalServer, Reply, problem

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
        },
    )
    assert run("status")[1] == "tablet, connected; 0 waiting; last synced never\n"


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
        (lambda method, path, reply: Reply(502), "no_network"),
        (lambda method, path, reply: reply if method == "HEAD" else problem(403, "device_revoked"), "refused"),
        (lambda method, path, reply: reply if method == "HEAD" else problem(503, "busy"), "portal_busy"),
        (lambda method, path, reply: reply if method == "HEAD" else Reply(200, reply.body), "not_trusted"),
    ],
    ids=["no network", "revoked", "busy", "unsigned"],
)
def test_not_connected_says_why(
    server: PortalServer, enrolled: Path, run: Run, twist: Callable[[str, str, Reply], Reply], trouble: str
) -> None:
    """A portal that answers is not enough: it has to know the device, and prove who it is."""
    server.twist = twist
    code, said = told(run)
    assert (code, said["connected"], said["trouble"], said["last_failure"] is None) == (1, False, trouble, False)
    assert f"not connected ({trouble})" in run("status")[1]


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
