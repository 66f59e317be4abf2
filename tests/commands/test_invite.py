"""``kiosk invite``: the screen's service, sign-in and audit, from a script (F1, F5)."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from kiosk.device import Device, enrol_device, open_device
from kiosk.domain.ports import InvitationProgress, SyncPosition
from kiosk.domain.staff import AuditAction
from kiosk.protocol import wire
from kiosk.vault.pin import pin_verifier
from tests.commands.conftest import Run
from tests.store.samples import NOW, STAFF_ID
from tests.sync.portal_server import PortalServer

pytestmark = pytest.mark.rule("F1", "F5")

PATIENT = ("--first", "María", "--last", "Okafor", "--birth-date", "1984-03-27", "--zip", "60614")


@pytest.fixture
def desk(server: PortalServer, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with a development key, at which Ruth signs in by the environment."""
    server.role = "desk"
    enrol_device(folder, server.ticket.encode(), None)
    verifier = pin_verifier("290417", bytes(16))
    ruth = wire.StaffChange(staff_id=STAFF_ID, name="Ruth", role="receptionist", verifier=verifier, active=True)
    device = opened(folder)
    device.local.apply([ruth], position=SyncPosition("epoch-1", "1"), reset=False, now=NOW, portal_time=NOW)
    device.close()
    monkeypatch.setenv("KIOSK_STAFF", "ruth")
    monkeypatch.setenv("KIOSK_PIN", "290417")
    return folder


def opened(folder: Path) -> Device:
    """The device."""
    _, device = open_device(folder, None)
    assert device is not None
    return device


def acts(folder: Path) -> list[str]:
    """What the audit trail says."""
    device = opened(folder)
    found = [row.action for row in device.outbox.audit_rows()]
    device.close()
    return found


@pytest.mark.usefixtures("qapp")
def test_an_invitation_and_its_slip(desk: Path, run: Run, tmp_path: Path) -> None:
    """Two operations wait for the next sync; the slip is its owner's alone, and a second run never overwrites it."""
    pdf = tmp_path / "slip.pdf"
    code, out, err = run("invite", *PATIENT, "--email", "maria@example.com", "--pdf", str(pdf))
    assert (code, err) == (0, "")
    assert out.startswith("Invitation INV-")
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600
    assert acts(desk) == ["signed_in", "invitation_made", "slip_printed", "signed_out"]
    device = opened(desk)
    (row,) = device.local.rows()
    assert (row.first, row.birth_date, row.progress) == ("María", "1984-03-27", InvitationProgress.PRINTED)
    assert device.outbox.counts().waiting == 2
    device.close()
    code, _, err = run("invite", *PATIENT, "--pdf", str(pdf))
    assert (code, err) == (1, "kiosk: the PDF is there already; a slip is never overwritten\n")


@pytest.mark.usefixtures("qapp")
def test_without_a_slip_there_is_no_invitation(desk: Path, run: Run, tmp_path: Path) -> None:
    """A folder that cannot be written: what was made is withdrawn, since nobody will ever see its code."""
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    code, out, err = run("invite", *PATIENT, "--pdf", str(tmp_path / "a-file" / "slip.pdf"))
    assert (code, out) == (1, "")
    assert err.startswith("kiosk: ")
    assert acts(desk) == ["signed_in", "invitation_made", "invitation_revoked", "signed_out"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("--zip", "6061"), "--zip: "),
        (("--birth-date", "1984-02-30"), "--birth-date: "),
        (("--birth-date", "2199-01-01"), "--birth-date: "),
        (("--first", "  "), "--first: "),
        (("--email", "maria"), "--email: "),
    ],
)
def test_what_is_refused_is_named(desk: Path, run: Run, tmp_path: Path, change: tuple[str, str], says: str) -> None:
    """The option and why, not what was typed; nothing is made, and nobody signed in."""
    code, out, err = run("invite", *PATIENT, *change, "--pdf", str(tmp_path / "slip.pdf"))
    assert (code, out, err.startswith(f"kiosk: {says}")) == (1, "", True)
    assert acts(desk) == []
    assert not (tmp_path / "slip.pdf").exists()


def test_who_may(desk: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong name, a wrong PIN (noted, counted and throttled like on the screen)."""
    arguments = ("invite", *PATIENT, "--pdf", str(tmp_path / "slip.pdf"))
    monkeypatch.setenv("KIOSK_STAFF", "Nobody")
    assert "name or PIN is wrong" in run(*arguments)[2]
    monkeypatch.setenv("KIOSK_STAFF", "Ruth")
    monkeypatch.setenv("KIOSK_PIN", "111222")
    for _ in range(5):
        assert "name or PIN is wrong" in run(*arguments)[2]
    monkeypatch.setenv("KIOSK_PIN", "290417")
    assert "too many wrong PINs" in run(*arguments)[2]
    assert acts(desk) == [AuditAction.PIN_FAILED.value] * 5


def test_a_tablet_makes_none(enrolled: Path, run: Run, tmp_path: Path) -> None:
    """Invitations are the desk's."""
    assert "this device is a tablet" in run("invite", *PATIENT, "--pdf", str(tmp_path / "slip.pdf"))[2]
