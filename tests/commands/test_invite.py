"""``kiosk invite``: the screen's service, sign-in and audit, from a script (F1, F5)."""

from __future__ import annotations

import signal
import stat
from pathlib import Path

import pytest

from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.staff import AuditAction
from kiosk.printing.queue import PrintState
from tests.commands.conftest import Printers, Run, acts, opened, words_of

pytestmark = pytest.mark.rule("F1", "F5")

PATIENT = ("--first", "María", "--last", "Okafor", "--birth-date", "1984-03-27", "--zip", "60614")


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


@pytest.mark.rule("F3")
@pytest.mark.usefixtures("qapp")
def test_a_slip_for_a_printer(desk: Path, run: Run, printers: Printers) -> None:
    """In the patient's language, on the paper that is named; what the desk knows goes along."""
    known = ("--phone", "212 555 0123", "--gender", "unknown", "--language", "es")
    code, out, err = run("invite", *PATIENT, *known, "--printer", "Labels", "--stock", "zebra2x1")
    assert (code, err) == (0, "")
    assert out.endswith("its slip: Labels\n")
    ((printer, pdf, media),) = printers.sent
    assert (printer, media) == ("Labels", "Custom.50.8x25.4mm")
    assert "Invitación" in words_of(pdf)
    assert acts(desk) == ["signed_in", "invitation_made", "slip_printed", "signed_out"]
    device = opened(desk)
    assert (device.desk.printing.recall().printer, device.desk.printing.recall().stock) == ("Labels", "zebra2x1")
    (row,) = device.local.rows()
    device.close()
    assert (row.language, row.progress) == ("es", InvitationProgress.PRINTED)


@pytest.mark.rule("F3")
@pytest.mark.usefixtures("qapp")
def test_a_slip_that_does_not_come_out_is_no_invitation(desk: Path, run: Run, printers: Printers) -> None:
    """The job is taken back, the failure noted, the invitation withdrawn: nobody will ever see its code."""
    printers.ends = [2, PrintState.PAUSED]
    code, out, err = run("invite", *PATIENT, "--printer", "Labels")
    assert (code, out) == (1, "")
    assert err.startswith("kiosk: “Labels” is paused.")
    assert printers.taken_back == [1]
    assert acts(desk) == ["signed_in", "invitation_made", "print_failed", "invitation_revoked", "signed_out"]


@pytest.mark.rule("F3")
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_neither_page_nor_invitation(
    desk: Path, run: Run, printers: Printers, number: signal.Signals
) -> None:
    """The job is taken back and noted, the invitation withdrawn, and the sentence says that it was stopped."""
    printers.signal = number
    code, out, err = run("invite", *PATIENT, "--printer", "Labels")
    assert (code, out) == (1, "")
    assert err == "kiosk: Stopped. Nothing is lost: 1 of 1 are still to be printed.\n"
    assert printers.taken_back == [1]
    assert acts(desk) == ["signed_in", "invitation_made", "print_cancelled", "invitation_revoked", "signed_out"]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--printer", "labels"), "There is no printer “labels” any more."),
        (("--printer", "Labels", "--stock", "avery"), "--stock: one of letter, a4,"),
        (("--printer", "Labels", "--stock", "avery5160", "--first-label", "31"), "--first-label: 1 to 30"),
        (("--printer", "Labels", "--phone", "12"), "--phone: "),
    ],
)
def test_where_no_slip_can_go(desk: Path, run: Run, printers: Printers, arguments: tuple[str, ...], says: str) -> None:
    """Exact names only; nothing is made."""
    code, out, err = run("invite", *PATIENT, *arguments)
    assert (code, out, says in err) == (1, "", True), err
    assert acts(desk) == []
