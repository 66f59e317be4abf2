"""Today's list and the state of the sync."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from kiosk.domain.ports import InvitationProgress, SyncStatus, Trouble
from kiosk.domain.staff import AuditAction
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.invitation_model import Column
from kiosk.ui.staff.status_feed import EVERY_MS, SOON_MS
from tests.ui.staff_fakes import ANAS_PIN, FINE, NOW, OFFLINE, Desk, Timers, button, line, sign_in, text


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
    assert (text(area, "invitation_note") == "Nobody in today's list fits.") == (not found)


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
    assert text(area, "invitation_note") == "No invitations today."
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


@pytest.mark.rule("F6")
@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (FINE, "Synced 2 min ago · 1 waiting"),
        (replace(FINE, last_success=NOW, waiting=0), "Synced just now"),
        (replace(FINE, last_success=NOW - dt.timedelta(hours=3), waiting=0), "Synced at 6:12"),
        (replace(FINE, last_success=NOW - dt.timedelta(days=2), waiting=0), "Synced at Nov 20, 9:12"),
        (replace(FINE, last_success=None, waiting=0), "Not synced yet"),
        (OFFLINE, "Last failed 9:12: no network · 3 waiting"),
        (replace(OFFLINE, trouble=Trouble.PORTAL_BUSY, waiting=0), "Last failed 9:12: the portal is busy"),
        (replace(FINE, waiting=0, stuck=2), "Synced 2 min ago · 2 stuck"),
    ],
)
def test_every_page_says_how_the_sync_stands(
    area: StaffArea, desk: Desk, timers: Timers, status: SyncStatus, sentence: str
) -> None:
    """At a glance: when, how many wait, and what is wrong (F6)."""
    desk.current = status
    timers.pass_time(EVERY_MS / 1000)
    assert text(area, "staff_status") == sentence


@pytest.mark.rule("F6")
def test_the_sync_page_says_it_whole(area: StaffArea, desk: Desk) -> None:
    """Since when records wait, when it last worked, and what needs a person; the look is noted."""
    desk.current = replace(OFFLINE, stuck=1)
    button(area, "nav_sync").click()
    assert text(area, "sync_state") == "Last failed 9:12: no network"
    assert text(area, "sync_success") == "The last sync that worked was at 8:12."
    assert text(area, "sync_waiting") == "3 waiting, the oldest since 9:05"
    assert text(area, "sync_stuck").startswith("1 stuck:")
    assert AuditAction.STATUS_VIEWED in desk.acts


@pytest.mark.rule("F6")
def test_sync_now_asks_and_shows_the_answer(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """The press is noted, the sync is kicked, and a second later the new state is there."""
    desk.current = OFFLINE
    button(area, "nav_sync").click()
    kicks = desk.kicks
    button(area, "sync_now").click()
    assert desk.kicks == kicks + 1
    assert desk.acts[-1] is AuditAction.SYNC_ASKED
    assert text(area, "sync_said") == "Trying now …"
    desk.current = replace(FINE, waiting=0, last_success=NOW)
    timers.pass_time(SOON_MS / 1000)
    assert text(area, "sync_state") == "Synced just now"
    assert text(area, "sync_waiting") == "Nothing is waiting."
    assert text(area, "sync_said") == ""


@pytest.mark.rule("F6")
def test_nobody_asks_behind_the_locked_door(area: StaffArea, timers: Timers) -> None:
    """The state is asked for while somebody looks, and not after."""
    button(area, "lock").click()
    assert not [timer for timer in timers.made if timer.running_for in (EVERY_MS, SOON_MS)]
