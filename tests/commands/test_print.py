"""``kiosk print``: new slips for invitations of today, by the screen's services, sign-in and audit (F1, F3, F5)."""

from __future__ import annotations

import signal
import stat
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.desk_service import DeskService
from kiosk.domain.errors import DiskFullError
from kiosk.domain.invitation_form import InvitationForm, MadeInvitation
from kiosk.domain.staff import StaffRole, StaffSession
from kiosk.domain.values import BirthDate, Language, NamePart, ZipCode
from kiosk.printing.queue import PrintState
from kiosk.printing.readback import read_codes
from tests.commands.conftest import Printers, Run, acts, opened, words_of
from tests.store.samples import STAFF_ID

pytestmark = [pytest.mark.rule("F1", "F3"), pytest.mark.usefixtures("qapp")]

RUTH = StaffSession(STAFF_ID, "Ruth", StaffRole.RECEPTIONIST)
PATIENTS = (("Ana", "1990-01-22", Language.SPANISH), ("Nil", "2020-08-14", Language.ENGLISH))


@pytest.fixture
def made(desk: Path) -> list[MadeInvitation]:
    """An adult's and a child's invitation, neither of them printed."""
    device = opened(desk)
    invitations = []
    for first, born, language in PATIENTS:
        birth_date = BirthDate.parse_iso(born, today=device.today())
        assert isinstance(birth_date, BirthDate)
        form = InvitationForm(
            first=NamePart(first),
            last=NamePart("Ruiz"),
            birth_date=birth_date,
            zip_code=ZipCode("60614"),
            language=language,
        )
        invitations.append(device.desk.invite(RUTH, form))
    device.close()
    return invitations


def progress(folder: Path) -> dict[str, InvitationProgress]:
    """How far the day's invitations are."""
    device = opened(folder)
    found = {row.first: row.progress for row in device.local.rows()}
    device.close()
    return found


@pytest.mark.rule("F5", "S19")
def test_a_new_slip_for_a_number(desk: Path, run: Run, made: list[MadeInvitation], tmp_path: Path) -> None:
    """Another code than before, in the patient's language, in a file of the owner's alone; each act is in the trail."""
    pdf = tmp_path / "slips.pdf"
    code, out, err = run("print", made[0].number.lower(), made[0].number, "--pdf", str(pdf))
    assert (code, out, err) == (0, f"Slips made: 1 ({made[0].number}): {pdf}\n", "")
    ((link,),) = read_codes(pdf.read_bytes())
    assert link.startswith(f"https://{opened_host(desk)}/a#")
    assert made[0].code.symbols not in link
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600
    assert "Para Ana R." in words_of(pdf.read_bytes())
    assert progress(desk) == {"Ana": InvitationProgress.PRINTED, "Nil": InvitationProgress.READY}
    assert acts(desk)[2:] == ["signed_in", "list_viewed", "invitation_reissued", "slip_printed", "signed_out"]
    assert run("print", made[0].number, "--pdf", str(pdf))[::2] == (
        1,
        "kiosk: the PDF is there already; a slip is never overwritten\n",
    )


def opened_host(folder: Path) -> str:
    """The portal's name on slips."""
    device = opened(folder)
    host = device.local.practice.portal_host
    device.close()
    return host


@pytest.mark.rule("S11")
def test_all_that_wait_go_to_a_printer(desk: Path, run: Run, made: list[MadeInvitation], printers: Printers) -> None:
    """In the order in which they were made, the child's to its guardian; the begun sheet is remembered."""
    code, out, _ = run("print", "--ready", "--printer", "Labels", "--stock", "l7160", "--first-label", "20")
    assert (code, out.endswith(": Labels\n")) == (0, True)
    ((printer, pdf, media),) = printers.sent
    assert (printer, media, [len(page) for page in read_codes(pdf)]) == ("Labels", "A4", [2])
    said = "".join(words_of(pdf).split())  # small print loses its blanks on the way back
    assert said.index("AnaR.") < said.index("NilR.")
    assert "Aparentorguardianactivatesit." in said[said.index("NilR.") :]
    assert set(progress(desk).values()) == {InvitationProgress.PRINTED}
    assert run("print", "--ready", "--printer", "Labels") == (0, "No slip waits to be printed.\n", "")
    run("print", made[0].number, "--printer", "Labels", "--stock", "l7160")
    device = opened(desk)
    memory = device.desk.printing.recall()
    device.close()
    assert (memory.printer, memory.stock, memory.first_free("l7160")) == ("Labels", "l7160", 2)


@pytest.mark.rule("F5")
@pytest.mark.parametrize(
    ("end", "says"),
    [(PrintState.NO_PAPER, "is out of paper"), (500, "took too long"), (PrintState.FAILED, "could not")],
)
def test_what_does_not_come_out_waits(
    desk: Path, run: Run, made: list[MadeInvitation], printers: Printers, end: int | PrintState, says: str
) -> None:
    """The job is taken back, the failure noted; the invitations stay and can be printed again."""
    printers.ends = [end] * 500 if end is PrintState.NO_PAPER else [end]
    code, out, err = run("print", "--ready", "--printer", "Front desk")
    assert (code, out) == (1, "")
    assert says in err
    assert "2 of 2 are still to be printed. `kiosk print --ready`" in err
    assert printers.taken_back == [1]
    assert set(progress(desk).values()) == {InvitationProgress.READY}
    assert acts(desk)[-2:] == ["print_failed", "signed_out"]
    printers.ends = []
    assert run("print", "--ready", "--printer", "Front desk")[0] == 0
    assert set(progress(desk).values()) == {InvitationProgress.PRINTED}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("INV-ZZZZ",), "INV-ZZZZ is not in today's list"),
        ((), "say which slips"),
        (("INV-ZZZZ", "--ready"), "say which slips"),
        (("--ready", "--stock", "papyrus"), "--stock: one of letter"),
    ],
)
def test_what_cannot_be_printed(
    desk: Path, run: Run, made: list[MadeInvitation], tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    """One sentence, exit code 1; no code was changed."""
    code, out, err = run("print", *arguments, "--pdf", str(tmp_path / "slips.pdf"))
    assert (code, out, says in err) == (1, "", True), err
    assert "invitation_reissued" not in acts(desk)


@pytest.mark.rule("F5")
def test_a_slip_that_cannot_be_noted_is_no_slip(
    desk: Path, run: Run, made: list[MadeInvitation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk takes the file but not its row: nobody keeps a code of which no trail tells."""

    def full(_desk: DeskService, _session: StaffSession, _invitation_id: UUID) -> None:
        raise DiskFullError("no room")

    monkeypatch.setattr(DeskService, "slip_printed", full)
    code, out, err = run("print", made[0].number, "--pdf", str(tmp_path / "slips.pdf"))
    assert (code, out, "no room" in err) == (1, "", True), err
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.rule("F5")
def test_an_interrupt_takes_the_job_back(desk: Path, run: Run, made: list[MadeInvitation], printers: Printers) -> None:
    """Ctrl-C while the printer works: no page comes out afterwards, the trail says who stopped it, nothing is lost."""
    printers.signal = signal.SIGINT
    code, out, err = run("print", "--ready", "--printer", "Labels")
    assert (code, out) == (1, "")
    assert err.startswith("kiosk: Stopped. Nothing is lost: 2 of 2 are still to be printed. `kiosk print --ready`")
    assert printers.taken_back == [1]
    assert acts(desk)[-2:] == ["print_cancelled", "signed_out"]
    printers.signal = None
    assert run("print", "--ready", "--printer", "Labels")[0] == 0
    assert set(progress(desk).values()) == {InvitationProgress.PRINTED}


@pytest.mark.rule("F5")
def test_an_interrupt_between_paper_and_trail(
    desk: Path, run: Run, made: list[MadeInvitation], printers: Printers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What came out is noted first: a later `--ready` must not end codes that are in patients' hands."""
    noted, real = [], DeskService.slip_printed

    def interrupted(service: DeskService, session: StaffSession, invitation_id: UUID) -> None:
        noted.append(invitation_id)
        if len(noted) == 1:
            raise KeyboardInterrupt
        real(service, session, invitation_id)

    monkeypatch.setattr(DeskService, "slip_printed", interrupted)
    assert run("print", "--ready", "--printer", "Labels")[0] == 0
    assert set(progress(desk).values()) == {InvitationProgress.PRINTED}


@pytest.mark.rule("F5")
def test_an_interrupt_leaves_no_file(
    desk: Path, run: Run, made: list[MadeInvitation], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither under its name nor beside it: a file without its rows would hold codes that nobody knows of."""

    def interrupted(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kiosk.printing.pdf.os.fsync", interrupted)
    code, _, err = run("print", "--ready", "--pdf", str(tmp_path / "slips.pdf"))
    assert (code, err.startswith("kiosk: Stopped. `kiosk print --ready`")) == (1, True), err
    assert list(tmp_path.glob("*.pdf*")) == []
    assert list(tmp_path.glob(".*")) == []
    assert set(progress(desk).values()) == {InvitationProgress.READY}


def test_a_withdrawn_invitation_gets_no_slip(desk: Path, run: Run, made: list[MadeInvitation], tmp_path: Path) -> None:
    """Nor does one that became an account."""
    device = opened(desk)
    device.desk.invitations.revoke(RUTH, device.desk.invitations.listed(made[0]))
    device.close()
    code, _, err = run("print", made[0].number, "--pdf", str(tmp_path / "slips.pdf"))
    assert (code, err) == (1, f"kiosk: {made[0].number} is revoked: no new slip can be made\n")


def test_the_test_page(desk: Path, run: Run, printers: Printers, tmp_path: Path) -> None:
    """Moved by the printer's offset; it names nobody, but whoever prints signs in and stands in the trail (F5)."""
    pdf = tmp_path / "page.pdf"
    assert run("print", "--test-page", "--pdf", str(pdf), "--stock", "zebra2x1")[0] == 0
    assert words_of(pdf.read_bytes()).startswith("Test page: Zebra")
    device = opened(desk)
    device.desk.printing.adjust(RUTH, "Labels", "zebra2x1", 1.5, 0)
    device.close()
    run("print", "--test-page", "--printer", "Labels", "--stock", "zebra2x1")
    run("print", "--test-page", "--printer", "Front desk", "--stock", "zebra2x1")
    moved, exact = (pdf for _, pdf, _ in printers.sent)
    assert moved != exact
    page = ["signed_in", "test_page_printed", "signed_out"]
    assert acts(desk) == [*page, "settings_changed", *page, *page]
    printers.ends = [PrintState.REJECTING]
    code, _, err = run("print", "--test-page", "--printer", "Labels")
    assert (code, err.startswith("kiosk: “Labels” takes no jobs now.")) == (1, True)
    assert acts(desk)[-2:] == ["print_failed", "signed_out"]


@pytest.mark.rule("F5")
def test_who_may(desk: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody without a PIN, as on the screen."""
    monkeypatch.setenv("KIOSK_PIN", "111222")
    code, _, err = run("print", "--ready", "--pdf", str(tmp_path / "slips.pdf"))
    assert (code, "name or PIN is wrong" in err) == (1, True)
    assert acts(desk) == ["pin_failed"]


@pytest.mark.rule("K2")
def test_a_tablet_prints_none(enrolled: Path, run: Run, tmp_path: Path) -> None:
    """It holds no list of the day."""
    assert "this device is a tablet" in run("print", "--ready", "--pdf", str(tmp_path / "slips.pdf"))[2]
