"""Today's list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_operations import InvitationReissued, InvitationRevoked
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.staff import AuditAction
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.enroll import TWIN_MS
from kiosk.ui.staff.invitation_model import Column
from kiosk.ui.staff.search_line import SEARCH_MS
from kiosk.ui.widgets import Notice
from tests.ui.staff_fakes import ANAS_PIN, NOW, Desk, Timers, button, line, sign_in, text


@pytest.fixture
def desk() -> Desk:
    """Return a desk with a day's work in its list."""
    made = Desk()
    progress = InvitationProgress
    made.add("Maria", "Okafor", "1984-03-27", "INV-4TRD", progress.READY)
    made.add("Åsa", "Lindqvist", "1951-07-09", "INV-9MPX", progress.READY)
    made.add("Thi Minh", "Nguyễn", "1990-01-02", "INV-R2CZ", progress.PRINTED)
    made.add("Ana", "García López", "2001-08-14", "INV-HN3V", progress.ACTIVATED)
    made.add("Madonna", "", "1958-08-16", "INV-77KD", progress.PRINTED)
    return made


@pytest.fixture
def timers() -> Timers:
    """Return the timers that the area uses."""
    return Timers()


@pytest.fixture
def area(desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return the list, with Ana signed in."""
    with desk.area(tmp_path, timers) as made:
        sign_in(made, 0, ANAS_PIN)
        button(made, "nav_invitations").click()
        yield made


def table(area: StaffArea) -> QTableView:
    """Return the table."""
    found = area.findChild(QTableView, "invitation_table")
    assert found is not None
    return found


def cells(area: StaffArea, column: Column) -> list[str]:
    """Return a column from top to bottom."""
    model = table(area).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


@pytest.mark.rule("F5")
def test_the_list_shows_name_state_expiry_and_number(area: StaffArea, desk: Desk) -> None:
    """Newest first, by last name; the look is noted in the audit trail (F5)."""
    assert cells(area, Column.PATIENT) == [
        "Okafor, Maria", "Lindqvist, Åsa", "Nguyễn, Thi Minh", "García López, Ana", "Madonna",
    ]  # fmt: skip
    assert cells(area, Column.STATUS)[:3] == ["Ready to print", "Ready to print", "Printed"]
    assert cells(area, Column.EXPIRES)[0] == "Dec 6"
    assert cells(area, Column.EXPIRES)[3] == "–"
    assert cells(area, Column.NUMBER)[0] == "INV-4TRD"
    assert desk.acts[-1] is AuditAction.LIST_VIEWED


@pytest.mark.rule("F5")
def test_years_only_until_a_row_is_opened(area: StaffArea, desk: Desk) -> None:
    """The whole date of birth is shown for one row, on a press, and gone on the next or when the page is left."""
    assert cells(area, Column.BORN) == ["1984", "1951", "1990", "2001", "1958"]
    view = table(area)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center())
    assert cells(area, Column.BORN) == ["1984", "Jul 9, 1951", "1990", "2001", "1958"]
    assert desk.acts[-1] is AuditAction.INVITATION_VIEWED
    assert text(area, "invitation_opened") == (
        "Lindqvist, Åsa · INV-9MPX · born Jul 9, 1951 · Ready to print, made 9:11, expires Dec 6"
    )
    view.selectRow(0)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert cells(area, Column.BORN)[:2] == ["Mar 27, 1984", "1951"]
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert cells(area, Column.BORN)[0] == "1984"
    QTest.keyClick(view, Qt.Key.Key_Space)
    button(area, "nav_sync").click()
    assert cells(area, Column.BORN)[0] == "1984"
    assert text(area, "invitation_opened") == ""


def test_states_with_counts_are_filters(area: StaffArea) -> None:
    """Each state that matters has its count; a press keeps only its rows, "All" brings the others back."""
    counted = [button(area, f"filter_{slug}").accessibleName() for slug in ("all", "ready", "printed", "expired")]
    assert counted == ["All 5", "Ready to print 2", "Printed 2", "Expired 0"]
    assert not button(area, "filter_revoked").isVisible()
    button(area, "filter_printed").click()
    assert cells(area, Column.PATIENT) == ["Nguyễn, Thi Minh", "Madonna"]
    assert button(area, "filter_printed").isChecked()
    assert not button(area, "filter_all").isChecked()
    button(area, "filter_all").click()
    assert len(cells(area, Column.PATIENT)) == 5


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("okaf", ["Okafor, Maria"]),
        ("maria okafor", ["Okafor, Maria"]),
        ("Okafor, Maria", ["Okafor, Maria"]),
        ("garcia", ["García López, Ana"]),
        ("nguyen", ["Nguyễn, Thi Minh"]),
        ("9mpx", ["Lindqvist, Åsa"]),
        ("INV-77", ["Madonna"]),
        ("nobody", []),
        ("1984", []),
    ],
)
def test_the_search_goes_over_names_and_numbers(area: StaffArea, typed: str, found: list[str]) -> None:
    """Accents and order do not matter; dates of birth are not searched."""
    QTest.keyClicks(line(area, "invitation_search"), typed)
    assert cells(area, Column.PATIENT) == found
    assert (text(area, "invitation_table_none") == "Nobody in today's list fits.") == (not found)


def test_search_and_state_together(area: StaffArea) -> None:
    """Both filters hold at once."""
    button(area, "filter_printed").click()
    QTest.keyClicks(line(area, "invitation_search"), "ma")
    assert cells(area, Column.PATIENT) == ["Madonna"]


def test_an_invitation_past_its_time_has_expired(area: StaffArea, desk: Desk) -> None:
    """Also before the portal says so; an activated one has not."""
    desk.time += dt.timedelta(days=15)
    button(area, "invitation_reload").click()
    assert cells(area, Column.STATUS) == ["Expired", "Expired", "Expired", "Activated", "Expired"]
    assert button(area, "filter_expired").accessibleName() == "Expired 4"


def test_refresh_brings_what_the_sync_brought(area: StaffArea, desk: Desk) -> None:
    """An invitation that a patient used meanwhile shows as activated."""
    first = next(iter(desk.list))
    desk.mark(first, InvitationProgress.ACTIVATED)
    button(area, "invitation_reload").click()
    assert cells(area, Column.STATUS)[0] == "Activated"


def test_an_empty_day_and_a_broken_disk_say_so(area: StaffArea, desk: Desk) -> None:
    """No empty table without a sentence."""
    desk.list.clear()
    button(area, "invitation_reload").click()
    assert text(area, "invitation_table_none").startswith("No invitations today yet.")
    assert text(area, "invitation_note") == ""
    desk.broken = True
    button(area, "invitation_reload").click()
    assert text(area, "invitation_note").startswith("This device's storage does not work.")


@pytest.mark.rule("K3")
def test_signing_out_empties_the_list(area: StaffArea) -> None:
    """Nobody's name is left in the table or in the search."""
    QTest.keyClicks(line(area, "invitation_search"), "okafor")
    area.sign_out()
    assert cells(area, Column.PATIENT) == []
    assert line(area, "invitation_search").text() == ""


EARLIER = DayListRow(
    invitation_id=UUID(int=77),
    number="INV-EARL",
    first="Maribel",
    last="Okonkwo",
    birth_date="1977-05-06",
    progress=InvitationProgress.PRINTED,
    made_at=NOW - dt.timedelta(days=4),
    expires_at=NOW + dt.timedelta(days=10),
    language="es",
)


def search(area: StaffArea, timers: Timers, typed: str) -> None:
    """Type, and pause."""
    QTest.keyClicks(line(area, "invitation_search"), typed)
    timers.pass_time(SEARCH_MS / 1000)


def press_row(area: StaffArea, row: int) -> None:
    """Open a row from the keyboard."""
    table(area).selectRow(row)
    QTest.keyClick(table(area), Qt.Key.Key_Return)


@pytest.mark.rule("F1", "F5")
def test_connected_the_search_finds_earlier_invitations(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """Below today's rows, with the year alone until one is opened; the search and the view are noted."""
    desk.earlier = [EARLIER]
    search(area, timers, "ok")
    assert cells(area, Column.PATIENT) == ["Okafor, Maria", "Okonkwo, Maribel"]
    assert cells(area, Column.BORN) == ["1984", "1977"]
    assert desk.acts[-1:] == [AuditAction.INVITATIONS_SEARCHED]
    press_row(area, 1)
    assert cells(area, Column.BORN) == ["1984", "May 6, 1977"]
    assert "born May 6, 1977" in text(area, "invitation_opened")
    assert desk.acts[-1:] == [AuditAction.INVITATION_VIEWED]
    line(area, "invitation_search").clear()
    QTest.keyClicks(line(area, "invitation_search"), "o")
    assert "Okonkwo, Maribel" not in cells(area, Column.PATIENT)
    assert len(desk.questions) == 1


@pytest.mark.rule("F1", "K1")
def test_disconnected_the_search_says_what_it_searched(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """Today's list is searched all the same."""
    search(area, timers, "okafor")
    assert cells(area, Column.PATIENT) == ["Okafor, Maria"]
    assert text(area, "invitation_note") == "Not connected: only today's invitations were searched."


@pytest.mark.rule("F1")
def test_dates_and_numbers_are_asked_for(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """One box for all: what was typed tells which it is; too many or none are said."""
    desk.earlier, desk.more = [], True
    search(area, timers, "3/27/1984")
    assert cells(area, Column.PATIENT) == ["Okafor, Maria"]
    assert text(area, "invitation_note") == "More than 50 invitations fit. Type more."
    line(area, "invitation_search").clear()
    desk.more = False
    search(area, timers, "inv-zzzz")
    assert cells(area, Column.PATIENT) == []
    assert text(area, "invitation_table_none") == "No invitation fits, neither of today nor earlier."
    assert [(q.birth_date is not None, q.number) for q in desk.questions] == [(True, ""), (False, "INV-ZZZZ")]


@pytest.mark.rule("F1", "S18")
def test_a_lost_slip_is_made_anew(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """Two presses from the row to the new slip; the patient's number stays, and the list shows it as to be printed."""
    desk.earlier = [EARLIER]
    search(area, timers, "inv-earl")
    press_row(area, 0)
    button(area, "invitation_reissue").click()
    assert text(area, "slip_heading") == "Invitation INV-EARL is made"
    (body,) = (body for body in desk.bodies if isinstance(body, InvitationReissued))
    assert body.invitation_id == EARLIER.invitation_id
    assert desk.acts[-1] is AuditAction.INVITATION_REISSUED
    assert desk.list[EARLIER.invitation_id].progress is InvitationProgress.READY


@pytest.mark.rule("F1")
def test_a_slip_on_its_way_is_not_pushed_away(area: StaffArea, desk: Desk) -> None:
    """Its code stands nowhere else, so it goes first."""
    press_row(area, 0)
    button(area, "invitation_reissue").click()
    button(area, "nav_invitations").click()
    press_row(area, 1)
    button(area, "invitation_reissue").click()
    assert text(area, "invitation_note").startswith("First finish the slip")
    assert len([body for body in desk.bodies if isinstance(body, InvitationReissued)]) == 1


@pytest.mark.rule("F1")
def test_what_was_typed_waits_behind_the_reissued_slip(area: StaffArea) -> None:
    """Somebody comes back for a lost slip while another patient is being enrolled: nothing typed is lost."""
    button(area, "nav_enroll").click()
    QTest.keyClicks(line(area, "enroll_first"), "Jamal")
    button(area, "nav_invitations").click()
    press_row(area, 0)
    button(area, "invitation_reissue").click()
    button(area, "next_patient").click()
    assert line(area, "enroll_first").text() == "Jamal"
    assert line(area, "enroll_first").isVisible()


@pytest.mark.rule("F1", "S18")
def test_withdrawing_asks_once_more(area: StaffArea, desk: Desk) -> None:
    """A press, a sentence, a press; "Keep it" takes it back. Afterwards there is nothing left to do with it."""
    press_row(area, 0)
    button(area, "invitation_revoke").click()
    assert text(area, "invitation_question").startswith("Withdraw this invitation?")
    button(area, "invitation_keep").click()
    assert text(area, "invitation_question") == ""
    assert desk.bodies == []
    button(area, "invitation_revoke").click()
    button(area, "invitation_revoke").click()
    (body,) = desk.bodies
    assert isinstance(body, InvitationRevoked)
    assert desk.acts[-1] is AuditAction.INVITATION_REVOKED
    assert cells(area, Column.STATUS)[0] == "Withdrawn"
    assert not button(area, "invitation_reissue").isVisible()
    assert not button(area, "invitation_revoke").isVisible()


@pytest.mark.parametrize("state", [InvitationProgress.ACTIVATED, InvitationProgress.REVOKED])
def test_what_is_over_has_no_buttons(area: StaffArea, desk: Desk, state: InvitationProgress) -> None:
    """A used or withdrawn invitation is only looked at; an expired one gets a new slip."""
    desk.mark(next(iter(desk.list)), state)
    button(area, "invitation_reload").click()
    press_row(area, 0)
    assert not button(area, "invitation_reissue").isVisible()
    desk.mark(next(iter(desk.list)), InvitationProgress.EXPIRED)
    button(area, "invitation_reload").click()
    press_row(area, 0)
    assert button(area, "invitation_reissue").isVisible()


@pytest.mark.rule("K1")
def test_a_found_row_opened_without_network(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """The year is all this device has: it says so, and nothing can be done to the wrong patient."""
    desk.earlier = [EARLIER]
    search(area, timers, "okon")
    desk.earlier = None
    press_row(area, 0)
    assert text(area, "invitation_opened").endswith("Not connected: the whole date of birth stands at the portal.")
    assert not button(area, "invitation_reissue").isVisible()


def test_a_broken_disk_makes_no_slip(area: StaffArea, desk: Desk) -> None:
    """And says so."""
    press_row(area, 0)
    desk.broken = True
    button(area, "invitation_reissue").click()
    assert text(area, "invitation_note").startswith("This device's storage does not work.")
    assert desk.bodies == []


def type_person(area: StaffArea, names: tuple[str, str], born: str) -> None:
    """Type a name and a date of birth (eight digits) into the enroll form."""
    button(area, "nav_enroll").click()
    for name, typed in zip(("enroll_first", "enroll_last"), names, strict=True):
        QTest.keyClicks(line(area, name), typed)
    for part, typed in (("month", born[:2]), ("day", born[2:4]), ("year", born[4:])):
        QTest.keyClicks(line(area, f"enroll_birth_date_{part}"), typed)


@pytest.mark.rule("F1")
def test_who_has_an_account_is_said_while_typing(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """Made without an invitation: one kind line that forbids nothing, and "Open" looks for the account."""
    desk.earlier = []
    desk.known = {"maribel": Known(Standing.MEMBER)}
    type_person(area, ("maribel", "OKONKWO"), "05061977")
    timers.pass_time(TWIN_MS / 1000)
    said = area.findChild(Notice, "twin_said")
    assert said is not None
    assert said.text == "maribel OKONKWO already has an account. An invitation is seldom needed."
    assert button(area, "make_invitation").isEnabled()
    button(area, "twin_open").click()
    assert (line(area, "account_search").isVisible(), line(area, "account_search").text()) == (True, "maribel OKONKWO")
    button(area, "nav_enroll").click()
    QTest.keyClicks(line(area, "enroll_last"), "x")
    assert (said.text, button(area, "twin_open").isVisible()) == ("", False)


@pytest.mark.rule("F1")
@pytest.mark.parametrize("where", ["today", "portal"])
def test_who_is_invited_already_is_said_while_typing(area: StaffArea, desk: Desk, timers: Timers, where: str) -> None:
    """The same name and date of birth: one line with the day and the number, and "Open" leads to that row."""
    if where == "portal":
        desk.earlier = [EARLIER]
    names, born = (("maribel", "OKONKWO"), "05061977") if where == "portal" else (("maria", "okafor"), "03271984")
    type_person(area, names, born)
    assert not button(area, "twin_open").isVisible()
    timers.pass_time(TWIN_MS / 1000)
    assert button(area, "twin_open").isVisible()
    said = area.findChild(Notice, "twin_said")
    assert said is not None
    day, number = ("Nov 18", "INV-EARL") if where == "portal" else ("Nov 22", "INV-4TRD")
    assert said.text == f"Already invited on {day} ({number}). A second invitation is seldom needed."
    button(area, "twin_open").click()
    assert number in text(area, "invitation_opened")
    button(area, "nav_enroll").click()
    QTest.keyClicks(line(area, "enroll_last"), "x")
    assert not button(area, "twin_open").isVisible()
