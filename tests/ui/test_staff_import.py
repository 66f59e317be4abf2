"""The day sheet at the desk, by keyboard: file, questions, preview, import, slips."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.day_sheet import SheetField
from kiosk.domain.desk_operations import Invitation
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.staff import AuditAction
from kiosk.printing.readback import read_codes
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.import_page import ImportPage
from tests.ui.staff_fakes import ANAS_PIN, Desk, Later, button, sign_in, text
from tests.ui.test_staff_enroll import all_texts
from tests.ui.test_staff_print import Printers

T = TypeVar("T", bound=QWidget)

HEAD = "Record,Patient,DOB,ZIP,Language"
GOOD = [
    '1,"Okafor, Maria",3/27/1984,60614,',
    '2,"Lindqvist, Åsa",7/9/1951,60614,es',
    '3,"Ruiz, Nil",8/14/2020,60614,',
]
BAD = ['4,"Li, Bo",1/2/1990,2139,', '5,"Okafor, María",3/27/1984,60614,']


def sheet(folder: Path, *lines: str, head: str = HEAD) -> Path:
    """A file on the desk's disk."""
    path = folder / "today.csv"
    path.write_text("\n".join((head, *lines)), encoding="utf-8")
    return path


@pytest.fixture
def desk() -> Desk:
    """Return a desk."""
    return Desk()


@pytest.fixture
def area(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return the page, with Ana signed in."""
    with desk.area(tmp_path / "slips", can_leave=False) as made:
        sign_in(made, 0, ANAS_PIN)
        button(made, "nav_import").click()
        yield made


def load(area: StaffArea, path: Path) -> None:
    """Choose a file in the dialog that the button opens."""
    press(area, "sheet_choose" if button(area, "sheet_choose").isVisible() else "sheet_again")
    [dialog] = [each for each in area.findChildren(QFileDialog, "sheet_dialog") if each.isVisible()]
    dialog.fileSelected.emit(str(path))
    dialog.close()


def press(area: StaffArea, name: str) -> None:
    """Press a button by keyboard; it must be in sight."""
    widget = page(area).findChild(QAbstractButton, name) or button(area, name)
    assert widget.isVisible(), name
    widget.setFocus()
    QTest.keyClick(widget, Qt.Key.Key_Space)


def step(area: StaffArea, name: str, kind: type[T] = QAbstractButton) -> T:  # type: ignore[assignment]
    """Return a control of this page's slips; the page of a single patient has the same."""
    found = page(area).findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def said(area: StaffArea, name: str) -> str:
    """Return what a label of this page says; "" while it is hidden."""
    label = page(area).findChild(QLabel, name)
    assert label is not None, name
    return "" if label.isHidden() else label.text()


def choose(area: StaffArea, name: str, key: str) -> None:
    """Open a choice of this page's slips and take an answer."""
    press(area, name)
    press(area, f"{name}_{key}")


def page(area: StaffArea) -> ImportPage:
    """Return the page."""
    found = area.findChild(ImportPage)
    assert found is not None
    return found


def table(area: StaffArea, name: str = "sheet_rows") -> QTableView:
    """Return a table."""
    found = area.findChild(QTableView, name)
    assert found is not None
    return found


def cells(area: StaffArea, column: int) -> list[str]:
    """Return a column of the preview."""
    model = table(area).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.mark.rule("F2", "K1")
def test_whom_the_practice_knows_is_left_out(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """Disconnected it says that this desk's list is all it knows; asked again, each row has its reason."""
    desk.known = {"Maria": Known(Standing.INVITED, "INV-7F3K"), "Åsa": Known(Standing.MEMBER)}
    load(area, sheet(tmp_path, *GOOD))
    assert cells(area, 4) == ["Ready"] * 3
    assert said(area, "sheet_alone_text").startswith("Not connected: checked against this desk's list only.")
    press(area, "sheet_ask_again")
    assert button(area, "sheet_import").text() == "Import 3 of 3"
    desk.earlier = []
    press(area, "sheet_ask_again")
    assert cells(area, 4) == ["Has an invitation that still works: INV-7F3K.", "Has an account already.", "Ready"]
    assert button(area, "sheet_import").text() == "Import 1 of 3"
    assert not button(area, "sheet_ask_again").isVisible()
    notice = page(area).findChild(QWidget, "sheet_alone")
    assert notice is not None
    assert notice.isHidden()


@pytest.mark.rule("F2", "F5")
def test_a_sheet_from_file_to_slips(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """By keyboard alone: preview, "Import 3 of 5", and at once the print step, here without a printer: one PDF."""
    load(area, sheet(tmp_path, *GOOD, *BAD))
    assert cells(area, 1) == ["Okafor, Maria", "Lindqvist, Åsa", "Ruiz, Nil", "Li, Bo", "Okafor, María"]
    assert cells(area, 2)[:3] == ["Mar 27, 1984", "Jul 9, 1951", "Aug 14, 2020"]
    assert cells(area, 3)[:3] == ["English", "Español", "Child, English"]
    assert cells(area, 4) == [
        "Ready", "Ready", "Ready",
        "The ZIP code has 4 digits: a spreadsheet may have dropped the 0 in front.",
        "The same person as in row 2.",
    ]  # fmt: skip
    assert text(area, "sheet_summary") == "Rows: 5 · Month first: 03/27/1984 · Comma · UTF-8"
    assert button(area, "sheet_import").text() == "Import 3 of 5"
    assert desk.acts[-2:] == [AuditAction.SHEET_OPENED, AuditAction.SHEET_COMPARED]
    press(area, "sheet_import")
    assert said(area, "slip_heading") == "3 invitations are made"
    press(area, "save_slip")
    [pdf] = (tmp_path / "slips").iterdir()
    assert said(area, "slip_said") == f"Saved, and every QR code was read back: {pdf}"
    with pypdfium2.PdfDocument(pdf) as document:
        covers = [page.get_textpage().get_text_bounded() for page in document]
    assert ["parent or guardian of Nil R." in cover for cover in covers] == [False, False, True]
    assert {row.progress for row in desk.list.values()} == {InvitationProgress.PRINTED}
    assert desk.acts[-7:] == [
        AuditAction.SHEET_IMPORTED, *[AuditAction.INVITATION_MADE] * 3, *[AuditAction.SLIP_PRINTED] * 3,
    ]  # fmt: skip
    assert step(area, "next_patient").text() == "Import another sheet"
    press(area, "next_patient")
    assert button(area, "sheet_choose").isVisible()


@pytest.mark.rule("F2", "F3")
def test_slips_of_a_sheet_go_to_a_printer(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Any stock, the first free label, "Did all labels print?"; the next free label is offered afterwards."""
    printers = Printers()
    with desk.area(tmp_path / "slips", can_leave=False, printers=printers) as area:
        sign_in(area, 0, ANAS_PIN)
        button(area, "nav_import").click()
        load(area, sheet(tmp_path, *GOOD))
        press(area, "sheet_import")
        choose(area, "stock", "avery5160")
        choose(area, "printer", "1")
        line = step(area, "first_label", QLineEdit)
        line.clear()
        QTest.keyClicks(line, "29")
        press(area, "print_slip")
        ((printer, pdf, media),) = printers.sent
        assert (printer, media, [len(page) for page in read_codes(pdf)]) == ("Labels", "Letter", [2, 1])
        assert said(area, "slip_body").startswith("Did all labels print?")
        press(area, "labels_printed")
        assert said(area, "slip_said") == "Printed, and every QR code was read back."
        assert {row.progress for row in desk.list.values()} == {InvitationProgress.PRINTED}
    assert desk.printing.first_free("avery5160") == 2
    assert (desk.printing.printer, desk.printing.stock) == ("Labels", "avery5160")


@pytest.mark.rule("F2", "K3")
def test_slips_left_unprinted_stay_in_the_list(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """Their codes are gone with this page; each can be made anew from the day's list."""
    load(area, sheet(tmp_path, *GOOD))
    press(area, "sheet_import")
    assert step(area, "next_patient").text() == "Leave them unprinted"
    button(area, "nav_invitations").click()
    button(area, "nav_import").click()
    assert said(area, "slip_heading") == "3 invitations are made", "turning the page loses nothing"
    press(area, "next_patient")
    assert button(area, "sheet_choose").isVisible()
    assert [row.progress for row in desk.list.values()] == [InvitationProgress.READY] * 3


@pytest.mark.rule("F2")
def test_a_date_that_can_be_read_both_ways_is_asked(area: StaffArea, tmp_path: Path) -> None:
    """The question stands there, no row does; the answer is given by keyboard and the rows are there."""
    load(area, sheet(tmp_path, '1,"Ruiz, Ana",1/2/1990,60614,'))
    assert text(area, "sheet_question_text").startswith("Day or month first?")
    assert not button(area, "sheet_import").isVisible()
    assert not table(area).isVisible()
    assert QApplication.focusWidget() is button(area, "sheet_dates")
    press(area, "sheet_dates")
    press(area, "sheet_dates_day_first")
    assert cells(area, 2) == ["Feb 1, 1990"]
    assert text(area, "sheet_question_text") == "" or not table(area).isHidden()
    press(area, "sheet_dates")
    press(area, "sheet_dates_month_first")
    assert cells(area, 2) == ["Jan 2, 1990"]


@pytest.mark.rule("F2")
def test_columns_are_told_once(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """By arrows and a choice; the next sheet with this head is read the same way."""
    path = sheet(tmp_path, "Ana,Ruiz,1990-01-22,60614", head="Vorname,Last,DOB,Code")
    load(area, path)
    assert text(area, "sheet_question_text") == "Which column holds this: First name, ZIP code?"
    columns = table(area, "sheet_columns")
    assert QApplication.focusWidget() is columns
    press(area, "sheet_field")
    press(area, "sheet_field_first")
    assert text(area, "sheet_question_text") == "Which column holds this: ZIP code?"
    columns.setFocus()
    QTest.keyClick(columns, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(area, "sheet_field")
    press(area, "sheet_field_zip")
    assert cells(area, 4) == ["Ready"]
    press(area, "sheet_import")
    press(area, "next_patient")
    [remembered] = desk.sheets.values()
    assert remembered.columns == (SheetField.FIRST, SheetField.LAST, SheetField.BIRTH_DATE, SheetField.ZIP)
    desk.list.clear()
    load(area, path)
    assert button(area, "sheet_import").text() == "Import 1 of 1"


@pytest.mark.rule("F2")
def test_letters_that_do_not_fit_change_nothing(area: StaffArea, tmp_path: Path) -> None:
    """The file as it was read stays in sight, and the setting that fits stays chosen."""
    load(area, sheet(tmp_path, *GOOD))
    press(area, "sheet_settings")
    press(area, "sheet_delimiter")
    press(area, "sheet_delimiter_pipe")
    assert text(area, "sheet_question_text").startswith("Which column")
    press(area, "sheet_delimiter")
    press(area, "sheet_delimiter_comma")
    press(area, "sheet_encoding")
    press(area, "sheet_encoding_utf_16")
    assert text(area, "sheet_said").startswith("This is not a CSV file")
    assert button(area, "sheet_encoding").text() == "UTF-8"
    assert len(cells(area, 1)) == 3


@pytest.mark.rule("F2")
def test_rows_left_out_are_saved_beside_the_file(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """For this user alone, with the reason, over no other file, and noted; the table shows them by themselves."""
    load(area, sheet(tmp_path, *GOOD, *BAD))
    press(area, "sheet_show_refused")
    assert cells(area, 0) == ["5", "6"]
    view = table(area)
    view.setFocus()
    assert text(area, "sheet_detail").startswith("Li, Bo · The ZIP code has 4 digits")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert text(area, "sheet_detail") == "Okafor, María · The same person as in row 2."
    press(area, "sheet_save_refused")
    saved = tmp_path / "today-left-out.csv"
    assert text(area, "sheet_said") == f"Saved: {saved}"
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert '"5","The ZIP code has 4 digits' in saved.read_text(encoding="utf-8-sig")
    assert desk.acts[-1] is AuditAction.SHEET_SAVED
    press(area, "sheet_save_refused")
    assert (tmp_path / "today-left-out-2.csv").exists()


@pytest.mark.rule("F2")
def test_files_that_are_none(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """Gone, binary, empty, or the storage broken: one sentence each, and the way on."""
    load(area, tmp_path / "gone.csv")
    assert text(area, "sheet_problem_text") == "This file cannot be opened. Is it still there?"
    binary = tmp_path / "sheet.xlsx"
    binary.write_bytes(b"PK\x03\x04\0\0")
    load(area, binary)
    assert text(area, "sheet_problem_text").startswith("This is not a CSV file")
    load(area, sheet(tmp_path))
    assert text(area, "sheet_problem_text") == "There are no rows in this file."
    load(area, sheet(tmp_path, "=cmd,,,,\n" * 1_000_000))
    assert text(area, "sheet_problem_text") == "This file has more than 5000 rows. Please export one day only."
    desk.broken = True
    load(area, sheet(tmp_path, *GOOD))
    assert text(area, "sheet_problem_text").startswith("This device's storage does not work.")
    desk.broken = False
    load(area, sheet(tmp_path, *GOOD))
    desk.broken = True
    press(area, "sheet_import")
    assert text(area, "sheet_problem_text").startswith("This device's storage does not work.")
    assert desk.bodies == []


@pytest.mark.rule("F2")
def test_an_import_is_stopped_or_survives_a_lock(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Locking keeps an import and its codes; "Stop here" before it began makes nothing."""
    later = Later()
    with desk.area(tmp_path / "slips", can_leave=False, background=later) as area:
        sign_in(area, 0, ANAS_PIN)
        button(area, "nav_import").click()
        load(area, sheet(tmp_path, *GOOD))
        later.held = True
        press(area, "sheet_import")
        assert text(area, "sheet_progress") == "0 of 3 invitations are made …"
        press(area, "sheet_cancel")
        later.play()
        assert text(area, "sheet_progress") == "0 of 3 invitations are made"
        assert text(area, "sheet_outcome") == "You stopped the import. Load the file again for the rest."
        press(area, "sheet_next")
        load(area, sheet(tmp_path, *GOOD))
        later.held = True
        press(area, "sheet_import")
        area.lock()
        later.play()
        sign_in(area, 0, ANAS_PIN)
        assert said(area, "slip_heading") == "3 invitations are made"


@pytest.mark.rule("F2", "F3")
def test_slips_that_cannot_be_saved_can_be_tried_again(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """The invitations stay, none counts as printed."""
    load(area, sheet(tmp_path, *GOOD))
    press(area, "sheet_import")
    (tmp_path / "slips").write_text("in the way", encoding="utf-8")
    press(area, "save_slip")
    assert said(area, "slip_problem_text").startswith("The slips could not be saved")
    assert {row.progress for row in desk.list.values()} == {InvitationProgress.READY}
    (tmp_path / "slips").unlink()
    press(area, "save_slip")
    assert {row.progress for row in desk.list.values()} == {InvitationProgress.PRINTED}


@pytest.mark.rule("F2", "K3")
def test_signing_out_forgets_sheet_and_codes(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """Nobody's name is left on the page; what was made is in the day's list."""
    load(area, sheet(tmp_path, *GOOD))
    press(area, "sheet_import")
    numbers = {row.number for row in desk.list.values()}
    area.sign_out()
    assert cells(area, 1) == []
    told = "\n".join(all_texts())
    assert not any(name in told for name in ("Okafor", "Lindqvist", "Ruiz, Nil", *numbers))
    assert len([body for body in desk.bodies if isinstance(body, Invitation)]) == 3
    sign_in(area, 0, ANAS_PIN)
    button(area, "nav_import").click()
    assert button(area, "sheet_choose").isVisible()
