"""Printing at the desk: what becomes of the job is said, nothing is lost, and only paper counts as printed (F3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.desk_service import InvitationForm, MadeInvitation
from kiosk.domain.errors import StorageError
from kiosk.domain.print_service import PrintMemory
from kiosk.domain.refusals import Refused
from kiosk.domain.staff import AuditAction, StaffSession
from kiosk.domain.task_service import PRINT_WITHIN
from kiosk.domain.values import BirthDate, NamePart, ZipCode
from kiosk.printing.layouts import LAYOUTS
from kiosk.printing.queue import PrintState, patience
from kiosk.printing.readback import read_codes
from kiosk.printing.sheet import Paper
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.print_run import PrintRun
from kiosk.ui.staff.save_run import SaveRun
from kiosk.ui.staff.slip_step import SlipStep
from kiosk.ui.staff.slips import Made, SaveStage, Slips
from tests.ui.staff_fakes import ANA, ANAS_PIN, Desk, Later, Timers, button, line, sign_in, text
from tests.ui.test_staff_enroll import all_texts, fill

pytestmark = pytest.mark.rule("F3")


class Printers:
    """Two printers, whose answers the test chooses."""

    def __init__(self) -> None:
        """Print at once."""
        self.names = ["Front desk", "Labels"]
        self.refuses: PrintState | None = None
        self.now = PrintState.DONE
        self.sent: list[tuple[str, bytes, str]] = []
        self.then: list[PrintState] = []
        self.taken_back: list[int] = []

    def printers(self) -> list[str]:
        """Return the names."""
        return self.names

    def send(self, printer: str, pdf: bytes, media: str) -> int | PrintState:
        """Keep the pages, or refuse."""
        if self.refuses is not None:
            return self.refuses
        self.sent.append((printer, pdf, media))
        return len(self.sent)

    def state(self, printer: str, job: int) -> PrintState:
        """Return what the test chose."""
        return self.then.pop(0) if self.then else self.now

    def cancel(self, printer: str, job: int) -> None:
        """Note it."""
        self.taken_back.append(job)


@pytest.fixture
def desk() -> Desk:
    """Return a desk."""
    return Desk()


@pytest.fixture
def printers() -> Printers:
    """Return its printers."""
    return Printers()


@pytest.fixture
def timers() -> Timers:
    """Return its clock."""
    return Timers()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where PDFs go."""
    return tmp_path / "slips"


@pytest.fixture
def area(desk: Desk, folder: Path, printers: Printers, timers: Timers, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return a slip that waits to be printed."""
    with desk.area(folder, timers, printers=printers) as made:
        sign_in(made, 0, ANAS_PIN)
        fill(made)
        button(made, "make_invitation").click()
        yield made


def choose(area: QWidget, name: str, key: str) -> None:
    """Open a choice and take an answer."""
    button(area, name).click()
    button(area, f"{name}_{key}").click()


def press_print(area: QWidget, printer: int = 0) -> None:
    """Choose a printer and print."""
    choose(area, "printer", str(printer))
    button(area, "print_slip").click()


def problem(area: QWidget) -> str:
    """Return what the notice says; "" while it is hidden."""
    labels = area.findChildren(QLabel, "slip_problem_text")
    assert labels
    return next((label.text() for label in labels if label.isVisible()), "")


def progress(desk: Desk) -> list[InvitationProgress]:
    """Return how far the day's invitations are."""
    return [row.progress for row in desk.rows()]


@pytest.mark.rule("F1", "F5")
def test_a_slip_is_printed_by_keyboard_and_somebody_looks_at_it(
    area: StaffArea, desk: Desk, printers: Printers, folder: Path
) -> None:
    """The right printer gets the page with the code; it is noted; somebody's "Yes" ends it; no file is left."""
    choose(area, "printer", "1")
    QTest.keyClick(button(area, "print_slip"), Qt.Key.Key_Space)
    ((printer, pdf, media),) = printers.sent
    assert (printer, media) == ("Labels", "Letter")
    assert read_codes(pdf) == [[f"https://portal.example.org/a#{desk.invitation.code}"]]
    assert progress(desk) == [InvitationProgress.PRINTED]
    assert desk.acts[-1] is AuditAction.SLIP_PRINTED
    assert text(area, "slip_body") == "Did it print well? Please look at the paper."
    assert button(area, "labels_printed").text() == "Yes"
    assert QApplication.focusWidget() is button(area, "labels_printed")
    QTest.keyClick(button(area, "labels_printed"), Qt.Key.Key_Space)
    assert text(area, "slip_said") == "Printed, and every QR code was read back."
    assert QApplication.focusWidget() is button(area, "next_patient")
    assert not folder.exists()
    assert printers.taken_back == []


@pytest.mark.rule("F4", "F5")
def test_a_slip_that_jammed_is_printed_again(area: StaffArea, desk: Desk, printers: Printers) -> None:
    """The queue did not notice: somebody says no, the trail and the portal know, and the same page goes out again."""
    press_print(area)
    button(area, "print_again").click()
    assert (desk.audits[-1].action, desk.audits[-1].object_id) == (
        AuditAction.PRINT_FAILED,
        str(desk.invitation.invitation_id),
    )
    assert desk.bodies[-1].how == "none"  # type: ignore[union-attr]  # InvitationDelivered's
    assert progress(desk) == [InvitationProgress.READY]
    assert problem(area) == "Nothing is lost: it is still to be printed."
    button(area, "print_slip").click()
    first, second = (read_codes(pdf) for _, pdf, _ in printers.sent)
    assert first == second
    assert progress(desk) == [InvitationProgress.PRINTED]
    assert (button(area, "labels_printed").isVisible(), problem(area)) == (True, "")


@pytest.mark.rule("F4")
def test_a_slip_that_jammed_and_was_left_is_a_task(area: StaffArea, desk: Desk) -> None:
    """Print failed: whoever goes on to the next patient is reminded, and the task makes a new slip."""
    press_print(area)
    button(area, "print_again").click()
    button(area, "next_patient").click()
    desk.time += PRINT_WITHIN
    button(area, "nav_attention").click()
    (task,) = desk.service.attention.tasks(StaffSession(ANA.staff_id, ANA.name, ANA.role))
    assert (task.kind, task.number) == ("not_printed", desk.invitation.number)


def test_a_no_that_cannot_be_noted_is_asked_again(area: StaffArea, desk: Desk) -> None:
    """The disk fails: the codes stay here, and nobody believes that it stands in the trail."""
    press_print(area)
    desk.broken = True
    button(area, "print_again").click()
    assert problem(area).startswith("This device's storage does not work: nothing was noted.")
    desk.broken = False
    button(area, "print_again").click()
    assert button(area, "print_slip").isVisible()
    assert progress(desk) == [InvitationProgress.READY]


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (PrintState.PAUSED, "“Front desk” is paused. Resume it, or choose another printer."),
        (PrintState.REJECTING, "“Front desk” takes no jobs now. Choose another printer."),
        (PrintState.VANISHED, "There is no printer “Front desk” any more. Choose another one."),
        (PrintState.NO_SERVICE, "The print service of this computer does not answer."),
        (PrintState.NO_PAPER, "“Front desk” is out of paper. Add some, then try again."),
        (PrintState.OFFLINE, "“Front desk” does not answer. Check that it is switched on and connected."),
        (PrintState.FAILED, "“Front desk” could not print."),
        (
            PrintState.UNSURE,
            "The print service stopped answering: “Front desk” may still print. Look at the printer before you try "
            "again.",
        ),
    ],
)
def test_a_printer_that_takes_nothing(
    area: StaffArea, desk: Desk, printers: Printers, folder: Path, state: PrintState, sentence: str
) -> None:
    """Why, in plain words; nothing counts as printed; "Try again" and "Save as PDF" both work."""
    printers.refuses = state
    press_print(area)
    assert problem(area) == f"{sentence} Nothing is lost: it is still to be printed."
    assert progress(desk) == [InvitationProgress.READY]
    assert button(area, "print_slip").text() == "Try again"
    printers.refuses = None
    button(area, "print_slip").click()
    assert problem(area) == ""
    assert progress(desk) == [InvitationProgress.PRINTED]


def test_instead_of_a_dead_printer_a_file(area: StaffArea, desk: Desk, printers: Printers, folder: Path) -> None:
    """The way that always works."""
    printers.refuses = PrintState.PAUSED
    press_print(area)
    button(area, "save_slip").click()
    assert [path.name for path in folder.iterdir()] == [f"{desk.invitation.number}.pdf"]
    assert progress(desk) == [InvitationProgress.PRINTED]
    assert problem(area) == ""


@pytest.mark.parametrize(
    "state", [PrintState.PAUSED, PrintState.HELD, PrintState.FAILED, PrintState.CANCELLED, PrintState.VANISHED]
)
def test_a_job_that_ends_badly_is_taken_back(
    area: StaffArea, desk: Desk, printers: Printers, state: PrintState
) -> None:
    """It does not come out later, when nobody stands there; nothing counts as printed."""
    printers.now = state
    press_print(area)
    assert printers.taken_back == [1]
    assert "it is still to be printed" in problem(area)
    assert progress(desk) == [InvitationProgress.READY]


@pytest.mark.parametrize(
    ("state", "word"), [(PrintState.NO_PAPER, "out of paper"), (PrintState.OFFLINE, "does not answer")]
)
def test_what_the_printer_waits_for_is_said_and_it_goes_on(
    area: StaffArea, desk: Desk, printers: Printers, timers: Timers, state: PrintState, word: str
) -> None:
    """Paper is put in while the screen shows what is missing; nobody has to press again."""
    printers.now = state
    press_print(area)
    assert word in problem(area)
    assert text(area, "slip_said") == "Printing … 0 of 1 are done."
    assert not button(area, "print_slip").isVisible()
    printers.now = PrintState.DONE
    timers.pass_time(1)
    assert problem(area) == ""
    assert progress(desk) == [InvitationProgress.PRINTED]
    assert len(printers.sent) == 1


@pytest.mark.parametrize(
    ("state", "sentence"), [(PrintState.WAITING, "took too long"), (PrintState.NO_PAPER, "is out of paper")]
)
def test_a_job_that_never_ends_is_given_up(
    area: StaffArea, desk: Desk, printers: Printers, timers: Timers, state: PrintState, sentence: str
) -> None:
    """After two minutes the job is taken back, and the desk is told why."""
    printers.now = state
    press_print(area)
    for _ in range(patience(1)):
        assert button(area, "cancel_print").isVisible()
        timers.pass_time(1)
    assert sentence in problem(area)
    assert printers.taken_back == [1]
    assert progress(desk) == [InvitationProgress.READY]


def test_a_queue_that_forgets_its_jobs_is_asked_about(area: StaffArea, desk: Desk, printers: Printers) -> None:
    """With PreserveJobHistory off nobody but people knows: it may be on paper, so it counts, and the desk looks."""
    printers.now = PrintState.UNKNOWN
    press_print(area)
    assert text(area, "slip_body").startswith("Did it print well?")
    assert progress(desk) == [InvitationProgress.PRINTED]


def test_cancelling_takes_the_job_back(area: StaffArea, desk: Desk, printers: Printers, timers: Timers) -> None:
    """Then another printer may be chosen."""
    printers.now = PrintState.WAITING
    press_print(area)
    button(area, "cancel_print").click()
    assert printers.taken_back == [1]
    assert problem(area).startswith("Printing was cancelled.")
    assert (desk.audits[-1].action, desk.audits[-1].object_id) == (
        AuditAction.PRINT_CANCELLED,
        str(desk.invitation.invitation_id),
    )
    assert not any(timer.running_for for timer in timers.made if timer.running_for == 1000)
    printers.now = PrintState.DONE
    press_print(area, 1)
    assert [printer for printer, _, _ in printers.sent] == ["Front desk", "Labels"]


@pytest.mark.rule("K3")
def test_signing_out_takes_the_job_back(area: StaffArea, desk: Desk, printers: Printers) -> None:
    """A page with a code must not come out at an empty desk; and nothing of it stays in memory."""
    printers.now = PrintState.WAITING
    press_print(area)
    area.sign_out()
    assert printers.taken_back == [1]
    assert desk.acts[-2:] == [AuditAction.PRINT_CANCELLED, AuditAction.SIGNED_OUT]
    assert desk.invitation.number not in "\n".join(all_texts())


@pytest.mark.rule("F5")
def test_signing_out_counts_what_came_out_meanwhile(area: StaffArea, desk: Desk, printers: Printers) -> None:
    """Between two looks at the job the slip is on paper, in somebody's hand: no new one may void its code."""
    printers.then = [PrintState.WAITING]
    press_print(area)
    assert progress(desk) == [InvitationProgress.READY]
    area.sign_out()
    assert (printers.taken_back, progress(desk)) == ([], [InvitationProgress.PRINTED])
    assert AuditAction.PRINT_CANCELLED not in desk.acts


@pytest.mark.rule("K3")
def test_signing_out_while_the_page_is_on_its_way(desk: Desk, folder: Path, printers: Printers, qtbot: QtBot) -> None:
    """Also when the queue took the job only after everybody was gone."""
    background = Later()
    with desk.area(folder, Timers(), printers=printers, background=background) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area)
        button(area, "make_invitation").click()
        background.held = True
        press_print(area)
        area.sign_out()
        background.play()
        assert printers.taken_back == [1]
        assert progress(desk) == [InvitationProgress.READY]


def test_a_code_that_does_not_read_back_is_not_sent(
    area: StaffArea, desk: Desk, printers: Printers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F3: what a scanner library cannot read is no slip."""
    monkeypatch.setattr("kiosk.ui.staff.slips.unread", lambda _pdf, slips, _paper, each: list(slips))
    press_print(area)
    assert printers.sent == []
    assert "not be read back" in problem(area)
    assert progress(desk) == [InvitationProgress.READY]


def test_no_printer_is_chosen_for_the_desk_when_there_are_two(area: StaffArea, printers: Printers) -> None:
    """Paper with a code must not come out in another room."""
    button(area, "print_slip").click()
    assert printers.sent == []
    assert text(area, "printer_error") == "Choose a printer"


def test_choices_stay_for_the_next_patient(area: StaffArea, printers: Printers) -> None:
    """Printer and paper are chosen once; the first free label moves on with what was printed."""
    choose(area, "stock", "avery5160")
    line(area, "first_label").clear()
    QTest.keyClicks(line(area, "first_label"), "30")
    press_print(area, 1)
    button(area, "labels_printed").click()
    button(area, "next_patient").click()
    fill(area)
    button(area, "make_invitation").click()
    assert line(area, "first_label").text() == "1"
    button(area, "print_slip").click()
    assert [(printer, media) for printer, _, media in printers.sent] == [("Labels", "Letter")] * 2


def test_each_printer_has_its_own_offset(area: StaffArea, printers: Printers) -> None:
    """One misses by 1.5 mm, the other by nothing; the test page shows it before any label is spent."""
    choose(area, "stock", "zebra2x1")
    choose(area, "printer", "1")
    button(area, "adjust_printer").click()
    button(area, "test_page").click()
    line(area, "offset_x").clear()
    QTest.keyClicks(line(area, "offset_x"), "-1,5")
    button(area, "test_page").click()
    before, after = (pdf for _, pdf, _ in printers.sent)
    assert before != after
    assert all(read_codes(pdf) == [[]] for pdf in (before, after))
    assert text(area, "test_page_said") == "The test page is printed."
    choose(area, "printer", "0")
    assert line(area, "offset_x").text() == "0"
    choose(area, "printer", "1")
    assert line(area, "offset_x").text() == "-1.5"


@pytest.mark.parametrize("key", LAYOUTS)
def test_every_stock_prints(area: StaffArea, desk: Desk, printers: Printers, key: str) -> None:
    """Each with its own paper size for the printer."""
    choose(area, "stock", key)
    press_print(area)
    ((_, pdf, media),) = printers.sent
    assert media == LAYOUTS[key].media
    assert read_codes(pdf) == [[f"https://portal.example.org/a#{desk.invitation.code}"]]


def many(desk: Desk, count: int) -> tuple[StaffSession, list[MadeInvitation]]:
    """Make invitations for a day."""
    session = StaffSession(ANA.staff_id, ANA.name, ANA.role)
    first, zip_code = NamePart.parse("Maria"), ZipCode.parse("60614")
    born = BirthDate.parse("3", "27", "1984", today=dt.date(2026, 11, 23))
    assert not isinstance(first, Refused)
    assert not isinstance(zip_code, Refused)
    assert not isinstance(born, Refused)
    form = InvitationForm(first=first, last=None, birth_date=born, zip_code=zip_code)
    return session, [desk.service.invite(session, form) for _ in range(count)]


class Noted:
    """What became of slips, where a trail would have it."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.printed: list[Made] = []
        self.lost: list[Made] = []
        self.back: list[Made] = []

    def on_paper(self, made: Made) -> None:
        """One is."""
        self.printed.append(made)

    def failed(self, left: Sequence[Made]) -> None:
        """These are not."""
        self.lost += left

    def cancelled(self, left: Sequence[Made]) -> None:
        """These were taken back."""
        self.back += left


@pytest.mark.rule("F3", "F5")
@pytest.mark.parametrize("first", ["taken", "refused", "broken"])
def test_a_dropped_print_is_never_taken_for_the_next(
    desk: Desk, printers: Printers, timers: Timers, tmp_path: Path, qtbot: QtBot, first: str
) -> None:
    """Signed out while a slow print service takes the pages, and the next one prints: each job is its own slip's."""

    def send(made: Sequence[Made], _paper: Paper, printer: str) -> int | PrintState:
        if first == "broken" and list(made) == [mine]:
            raise StorageError("its code does not read back")
        return printers.send(printer, b"", "")

    slips = Slips(tmp_path, desk.practice, printers)
    slips.send = send  # type: ignore[method-assign,assignment]  # the pages do not matter here
    background = Later()
    notes = Noted()
    run = PrintRun(slips, background, timers(), None)
    ended: list[PrintState | None] = []
    run.ended.connect(lambda: ended.append(run.state))
    _, (mine, next_one) = many(desk, 2)
    background.held = True
    printers.refuses = PrintState.PAUSED if first == "refused" else None
    run.start([mine], Paper(), "Labels", notes)
    run.drop()
    run.start([next_one], Paper(), "Labels", notes)
    background.play_next()
    assert (ended, notes.printed) == ([], [])
    printers.refuses = None
    background.play()
    assert (ended, notes.printed, notes.back) == ([PrintState.DONE], [next_one], [mine])
    assert printers.taken_back == ([1] if first == "taken" else [])


@pytest.mark.rule("F2")
def test_a_large_batch_goes_in_parts_and_can_be_cancelled(area: StaffArea, desk: Desk, printers: Printers) -> None:
    """What was printed counts, the rest is printed when asked again: none twice, none forgotten."""
    step = next(each for each in area.findChildren(SlipStep) if each.isVisible())
    session, made = many(desk, 130)
    step.show_made(session, *made)
    assert text(area, "slip_heading") == "130 invitations are made"
    choose(area, "stock", "avery5160")
    line(area, "first_label").clear()
    QTest.keyClicks(line(area, "first_label"), "11")
    printers.then = [PrintState.DONE, PrintState.WAITING]
    press_print(area)
    assert text(area, "slip_said") == "Printing … 50 of 130 are done.", problem(area)
    button(area, "cancel_print").click()
    assert printers.taken_back == [2]
    assert "80 of 130 are still to be printed" in problem(area)
    assert line(area, "first_label").text() == "1"
    button(area, "print_slip").click()
    numbers = {one.invitation_id for one in made}
    printed = [row for row in desk.rows() if row.invitation_id in numbers]
    assert {row.progress for row in printed} == {InvitationProgress.PRINTED}
    came_out = [code for job in (0, 2, 3) for page in read_codes(printers.sent[job][1], 300) for code in page]
    assert sorted(came_out) == sorted(one.code.link("portal.example.org") for one in made)


@pytest.mark.rule("F4", "F5")
def test_a_jam_in_a_batch_is_printed_again_from_the_first_missing(
    area: StaffArea, desk: Desk, printers: Printers
) -> None:
    """The good ones are counted; a number that cannot be is not believed; the rest is noted, and printed again."""
    step = next(each for each in area.findChildren(SlipStep) if each.isVisible())
    session, made = many(desk, 5)
    step.show_made(session, *made)
    press_print(area)
    assert text(area, "slip_body").startswith("Did all labels print?")
    button(area, "print_again").click()
    assert text(area, "slip_body").startswith("Count the good ones")
    assert QApplication.focusWidget() is line(area, "labels_good")
    button(area, "labels_counted").click()
    assert text(area, "labels_good_error") == "Type a number; 0 if none did"
    QTest.keyClicks(line(area, "labels_good"), "6")
    button(area, "labels_counted").click()
    assert text(area, "labels_good_error") == "There are only 5"
    line(area, "labels_good").clear()
    QTest.keyClicks(line(area, "labels_good"), "3")
    assert text(area, "labels_good_said") == (
        f"The last good one is that of Maria · {made[2].number}. After it 2 are printed again."
    )
    QTest.keyClick(line(area, "labels_good"), Qt.Key.Key_Return)
    assert [row.object_id for row in desk.audits[-2:]] == [str(one.invitation_id) for one in made[3:]]
    assert {row.action for row in desk.audits[-2:]} == {AuditAction.PRINT_FAILED}
    assert [desk.list[one.invitation_id].progress.value for one in made] == ["printed"] * 3 + ["ready"] * 2
    assert problem(area) == "Nothing is lost: 2 of 5 are still to be printed."
    button(area, "print_slip").click()
    again = [code for page in read_codes(printers.sent[-1][1]) for code in page]
    assert again == [one.code.link("portal.example.org") for one in made[3:]]
    assert text(area, "slip_body").startswith("Did all labels print?")
    button(area, "labels_printed").click()
    assert {desk.list[one.invitation_id].progress for one in made} == {InvitationProgress.PRINTED}
    assert text(area, "slip_said") == "Printed, and every QR code was read back."


@pytest.mark.parametrize(("good", "left"), [("0", 3), ("3", 0)])
def test_none_or_all_came_out_after_all(area: StaffArea, desk: Desk, printers: Printers, good: str, left: int) -> None:
    """Zero prints everything again; whoever counted all of them is done."""
    step = next(each for each in area.findChildren(SlipStep) if each.isVisible())
    session, made = many(desk, 3)
    step.show_made(session, *made)
    press_print(area)
    button(area, "print_again").click()
    QTest.keyClicks(line(area, "labels_good"), good)
    button(area, "labels_counted").click()
    assert sum(desk.list[one.invitation_id].progress is InvitationProgress.READY for one in made) == left
    assert button(area, "print_slip").isVisible() is bool(left)


@pytest.mark.rule("F5")
@pytest.mark.parametrize("stage", [SaveStage.PAINT, SaveStage.READ, SaveStage.NOTE])
def test_saving_tells_how_far_it_is_and_can_be_cancelled(
    area: StaffArea, desk: Desk, folder: Path, stage: SaveStage
) -> None:
    """Before the file is there, no file and nothing printed; afterwards the file with all of them, and their rows."""
    step = next(each for each in area.findChildren(SlipStep) if each.isVisible())
    session, made = many(desk, 3)
    step.show_made(session, *made)
    (run,) = step.findChildren(SaveRun)
    told: list[str] = []

    def look() -> None:
        told.append(text(area, "slip_said"))
        assert not button(step, "save_slip").isVisible()
        assert not button(step, "next_patient").isVisible()
        if run.stage is stage and run.done == 2:
            button(area, "cancel_print").click() if run.can_stop else run.cancel()

    run.moved.connect(look)
    button(area, "save_slip").click()
    kept = stage is SaveStage.NOTE
    assert len(list(folder.glob("*"))) == kept
    states = {desk.list[one.invitation_id].progress for one in made}
    assert states == {InvitationProgress.PRINTED if kept else InvitationProgress.READY}
    assert told[0] == "Making the file … 1 of 3"
    assert button(step, "next_patient").isVisible()
    if kept:
        assert "Reading every code back … 3 of 3" in told
        assert told[-1] == "Saved. Noting them as printed … 2 of 3"
    else:
        assert problem(area) == "Cancelled. No file was made, and nothing counts as printed."
        assert desk.audits[-1].action is AuditAction.PRINT_CANCELLED
        assert desk.audits[-1].object_id == "3"


@pytest.mark.rule("F5")
def test_a_file_whose_rows_cannot_all_be_written(
    area: StaffArea, desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It fails at the third: there is no file, and the first two count as printed no more."""
    step = next(each for each in area.findChildren(SlipStep) if each.isVisible())
    session, made = many(desk, 3)
    step.show_made(session, *made)
    printed = desk.service.slip_printed

    def fail(who: StaffSession, invitation_id: UUID) -> None:
        if invitation_id == made[2].invitation_id:
            raise StorageError("made up")
        printed(who, invitation_id)

    monkeypatch.setattr(desk.service, "slip_printed", fail)
    button(area, "save_slip").click()
    assert list(folder.glob("*")) == []
    assert {desk.list[one.invitation_id].progress for one in made} == {InvitationProgress.READY}
    assert problem(area).startswith("The slips could not be saved")


@pytest.mark.parametrize(
    ("then", "says", "noted"),
    [
        ([PrintState.WAITING, PrintState.DONE], "The test page is printed.", AuditAction.TEST_PAGE_PRINTED),
        ([PrintState.NO_PAPER, PrintState.FAILED], "“Labels” could not print.", AuditAction.PRINT_FAILED),
    ],
    ids=["printed", "failed"],
)
def test_the_test_page_is_followed_to_its_end(
    area: StaffArea,
    desk: Desk,
    printers: Printers,
    timers: Timers,
    then: list[PrintState],
    says: str,
    noted: AuditAction,
) -> None:
    """What the printer waits for is said, and how it ended; a row says who printed it."""
    printers.then = then
    choose(area, "printer", "1")
    button(area, "adjust_printer").click()
    button(area, "test_page").click()
    assert text(area, "test_page_said") != says
    assert not button(area, "test_page").isEnabled()
    timers.pass_time(1)
    assert text(area, "test_page_said") == says
    assert (desk.audits[-1].action, desk.audits[-1].object_id) == (noted, "test_page")
    assert button(area, "test_page").isEnabled()


def test_a_disk_that_fails_after_printing_is_said(area: StaffArea, desk: Desk, printers: Printers) -> None:
    """Printed but not noted: the desk is told, and may print again."""
    desk.broken = True
    press_print(area)
    assert problem(area)
    desk.broken = False
    assert progress(desk) == [InvitationProgress.READY]


@pytest.fixture
def remembering(desk: Desk) -> Desk:
    """Return a desk that printed on labels yesterday; the program was started anew since."""
    desk.printing = PrintMemory().chose("Labels", "avery5160").began("avery5160", 14).adjusted("Labels", "letter", 2, 1)
    return desk


@contextmanager
def with_slip(desk: Desk, folder: Path, printers: Printers) -> Iterator[StaffArea]:
    """Show a slip that waits to be printed."""
    with desk.area(folder, Timers(), printers=printers) as made:
        sign_in(made, 0, ANAS_PIN)
        fill(made)
        button(made, "make_invitation").click()
        yield made


def test_printer_stock_and_sheet_are_remembered(
    remembering: Desk, folder: Path, printers: Printers, qtbot: QtBot
) -> None:
    """One press prints where yesterday's slips came out, on the next label; that is what is remembered next."""
    with with_slip(remembering, folder, printers) as area:
        assert line(area, "first_label").text() == "14"
        assert QApplication.focusWidget() is button(area, "print_slip")
        button(area, "print_slip").click()
        assert [printer for printer, _, _ in printers.sent] == ["Labels"]
        assert remembering.printing.first_free("avery5160") == 15
        button(area, "print_again").click()
        choose(area, "stock", "letter")
        press_print(area, 0)
    assert (remembering.printing.printer, remembering.printing.stock) == ("Front desk", "letter")


@pytest.mark.parametrize("names", [["Front desk"], ["labels", "Labels 2"]], ids=["another", "like-it"])
def test_a_printer_that_is_gone_is_not_replaced(
    remembering: Desk, folder: Path, printers: Printers, names: list[str], qtbot: QtBot
) -> None:
    """Slips must not come out elsewhere, neither on the only printer left nor on one of a similar name."""
    printers.names = names
    with with_slip(remembering, folder, printers) as area:
        assert text(area, "printer_error") == "There is no printer “Labels” any more. Choose another one."
        button(area, "print_slip").click()
        assert printers.sent == []
        press_print(area, 0)
        assert [printer for printer, _, _ in printers.sent] == names[:1]


def test_an_only_printer_is_chosen_the_first_time(desk: Desk, folder: Path, printers: Printers, qtbot: QtBot) -> None:
    """Nothing is remembered yet, and nothing else could be meant."""
    printers.names = ["Front desk"]
    with with_slip(desk, folder, printers) as area:
        button(area, "print_slip").click()
        assert [printer for printer, _, _ in printers.sent] == ["Front desk"]


@pytest.mark.rule("F5")
def test_an_offset_is_noted_once_and_is_of_a_stock(area: StaffArea, desk: Desk) -> None:
    """Typed, left, and printed with: one row of the trail; another stock of that printer is exact."""
    choose(area, "printer", "1")
    button(area, "adjust_printer").click()
    line(area, "offset_y").clear()
    QTest.keyClicks(line(area, "offset_y"), "0.5")
    assert AuditAction.SETTINGS_CHANGED not in desk.acts, "not with every key"
    button(area, "print_slip").setFocus()
    button(area, "print_slip").click()
    assert desk.acts.count(AuditAction.SETTINGS_CHANGED) == 1
    assert desk.printing.offset("Labels", "letter") == (0, 0.5)
    assert desk.printing.offset("Labels", "a4") == (0, 0)


@pytest.mark.rule("F5")
def test_a_failed_print_is_noted_and_a_cancelled_one_as_such(area: StaffArea, desk: Desk, printers: Printers) -> None:
    """By the invitation's id alone."""
    printers.refuses = PrintState.PAUSED
    press_print(area)
    assert desk.audits[-1].action is AuditAction.PRINT_FAILED
    assert desk.audits[-1].object_id == str(desk.invitation.invitation_id)
    printers.refuses, printers.now = None, PrintState.WAITING
    button(area, "print_slip").click()
    button(area, "cancel_print").click()
    assert desk.acts[-2:] == [AuditAction.PRINT_FAILED, AuditAction.PRINT_CANCELLED]


@pytest.mark.rule("F1", "S9")
def test_an_invitation_by_email_alone(desk: Desk, folder: Path, printers: Printers, qtbot: QtBot) -> None:
    """No slip is made; the day's list says that it was sent."""
    with desk.area(folder, Timers(), printers=printers) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area, enroll_email="maria@mail.example")
        button(area, "make_invitation").click()
        button(area, "mail_only").click()
        assert (printers.sent, folder.exists()) == ([], False)
        assert text(area, "slip_body") == "The activation code goes out by email alone."
        assert text(area, "slip_said") == "The email goes out with the next sync."
        assert button(area, "next_patient").text() == "Next patient"
        assert progress(desk) == [InvitationProgress.SENT]
        assert desk.acts[-1] is AuditAction.INVITATION_EMAILED


@pytest.mark.rule("S9", "S18")
@pytest.mark.parametrize("mailable", [True, False])
def test_a_new_code_by_email(desk: Desk, folder: Path, printers: Printers, mailable: bool, qtbot: QtBot) -> None:
    """Where the portal has an address; the desk never learns which."""
    row = replace(desk.add("Maria", "Okafor", "1984-03-27", "INV-7F3K", InvitationProgress.PRINTED), mailable=mailable)
    desk.list[row.invitation_id] = row
    with desk.area(folder, Timers(), printers=printers) as area:
        sign_in(area, 0, ANAS_PIN)
        button(area, "nav_invitations").click()
        table = area.findChild(QTableView, "invitation_table")
        assert table is not None
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Return)
        button(area, "invitation_reissue").click()
        assert button(area, "mail_only").isVisible() is mailable
        if mailable:
            button(area, "mail_only").click()
    assert progress(desk) == [InvitationProgress.SENT if mailable else InvitationProgress.READY]
