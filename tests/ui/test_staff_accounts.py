"""Accounts at the desk: look for one, check a photo ID, help its holder back in (F7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kiosk.domain.assurance import Assurance
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_help import Helped, HelpState, IdentitySeen
from kiosk.domain.staff import AuditAction, StaffSession
from kiosk.ui.staff.account_model import Column
from kiosk.ui.staff.accounts import AccountsPage
from kiosk.ui.staff.area import LOCK_S, StaffArea
from kiosk.ui.staff.needs_attention import NeedsAttentionPage
from kiosk.ui.staff.search_line import SEARCH_MS
from kiosk.ui.staff.status_feed import EVERY_MS, status_feed
from kiosk.ui.widgets import Notice
from tests.ui.staff_fakes import (
    ANA,
    ANAS_PIN,
    BEN,
    FINE,
    NOW,
    OFFLINE,
    AtOnce,
    Desk,
    Later,
    Timers,
    button,
    line,
    sign_in,
    text,
)

UNTIL = NOW + dt.timedelta(hours=1)
SEEN = IdentitySeen(IdDocument.PASSPORT, ANA.staff_id)
ACTS = {
    "mail_reset": ("account_mail", AuditAction.RESET_MAILED),
    "slip_reset": ("account_slip", AuditAction.RESET_SLIP_MADE),
    "change_email": ("account_change_email", AuditAction.EMAIL_CHANGE_ASKED),
    "unlock": ("account_unlock", AuditAction.ACCOUNT_UNLOCKED),
}


@pytest.fixture
def desk() -> Desk:
    """Return a desk whose practice has one account, locked for a while."""
    made = Desk()
    made.accounts.add(locked_until=NOW + dt.timedelta(minutes=28))
    return made


@pytest.fixture
def timers() -> Timers:
    """Return timers that ring when told."""
    return Timers()


@pytest.fixture
def page(desk: Desk, timers: Timers, qtbot: QtBot) -> Iterator[QWidget]:
    """Show the page alone, to Ana."""
    window, background = QWidget(), AtOnce()
    feed = status_feed(desk, background, timers, window)
    page = AccountsPage(desk.help, feed, background, desk.practice, timer_factory=timers)
    QVBoxLayout(window).addWidget(page)
    window.resize(1060, 720)
    window.show()
    assert QTest.qWaitForWindowActive(window)  # only the active window has the focus
    feed.start()
    page.enter(StaffSession(ANA.staff_id, ANA.name, ANA.role))
    yield window
    delete(window)


@pytest.fixture
def area(desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Show the page where staff find it, to Ana."""
    with desk.area(tmp_path, timers) as made:
        sign_in(made, 0, ANAS_PIN)
        button(made, "nav_accounts").click()
        yield made


def look_for(area: QWidget, timers: Timers, typed: str = "oka") -> None:
    """Type a name and wait for the pause."""
    line(area, "account_search").clear()
    QTest.keyClicks(line(area, "account_search"), typed)
    timers.pass_time(SEARCH_MS / 1000)


def open_account(area: QWidget, timers: Timers, row: int = 0) -> None:
    """Look for everybody and press a row."""
    look_for(area, timers)
    view = table(area)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row, 0)).center()
    )


def table(area: QWidget) -> QTableView:
    """Return the table."""
    found = area.findChild(QTableView, "account_table")
    assert found is not None
    return found


def cells(area: QWidget, row: int = 0) -> list[str]:
    """Return a row."""
    model = table(area).model()
    return [str(model.index(row, column).data()) for column in Column]


def note(area: QWidget) -> str:
    """Return what the page says, above the rows or in their place."""
    return text(area, "account_note") or text(area, "account_table_none")


def offline(area: QWidget) -> bool:
    """Return whether the page says that it is not connected."""
    found = area.findChild(Notice, "account_offline")
    assert found is not None
    return found.isVisible()


def do(area: QWidget, name: str) -> None:
    """Ask for an act, with everything it needs."""
    if name == "change_email":
        line(area, "account_new_email").setText("maria@new.example")
    button(area, ACTS[name][0]).click()


def printing(area: StaffArea) -> QWidget:
    """Return the step that prints."""
    found = area.findChild(QWidget, "staff_enroll")
    assert found is not None
    return found


def asked(desk: Desk) -> list[object]:
    """Return what was asked of the portal besides searches."""
    return [call[0] for call in desk.accounts.asked if call[0] != "search"]


@pytest.mark.rule("F5", "F7")
def test_a_search_shows_name_year_state_and_photo_id(desk: Desk, page: QWidget, timers: Timers) -> None:
    """No contact and no whole date of birth in the list; the search is noted, once for each pause."""
    assert note(page) == "Type at least two letters of a name, or a date of birth."
    checked = NOW - dt.timedelta(days=200)
    desk.accounts.add("Prince", "", assurance=Assurance.PHOTO_ID, checked_at=checked)
    look_for(page, timers)
    assert cells(page, 0) == ["Okafor, Maria", "1984", "Locked until 9:40", "–"]
    assert cells(page, 1) == ["Prince", "1984", "", "May 6, 2026"]
    assert note(page) == "Press a row to open the account."
    assert desk.acts[-1] is AuditAction.ACCOUNTS_SEARCHED
    (question,) = (call[1] for call in desk.accounts.asked)
    assert question.name == "oka"  # type: ignore[attr-defined]  # a Question


@pytest.mark.rule("F7")
@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"locked_until": NOW - dt.timedelta(seconds=1)}, ""),
        ({"locked_for_good": True, "masked_email": ""}, "Locked"),
        ({"has_user_id": False, "masked_email": ""}, "No user ID yet"),
        ({"masked_email": "", "email_verified": False}, "No email"),
        ({"email_verified": False}, "Email not confirmed"),
    ],
    ids=["lock over", "for good", "no user id", "no email", "not confirmed"],
)
def test_the_worst_is_said_first(
    desk: Desk, page: QWidget, timers: Timers, fields: dict[str, object], shown: str
) -> None:
    """One state a row: what keeps the patient out."""
    desk.accounts.rows = [replace(desk.accounts.rows[0], **{"locked_until": None} | fields)]  # type: ignore[arg-type]
    look_for(page, timers)
    assert cells(page)[Column.STATUS] == shown


@pytest.mark.rule("F7")
@pytest.mark.parametrize("typed", ["3/27/1984", "1984-03-27"])
def test_a_date_of_birth_is_looked_for(desk: Desk, page: QWidget, timers: Timers, typed: str) -> None:
    """As on the other pages; Enter does not wait for the pause."""
    QTest.keyClicks(line(page, "account_search"), typed)
    QTest.keyClick(line(page, "account_search"), Qt.Key.Key_Return)
    (question,) = (call[1] for call in desk.accounts.asked)
    assert question.birth_date.date == dt.date(1984, 3, 27)  # type: ignore[attr-defined]  # a Question
    assert [timer.running_for for timer in timers.made].count(SEARCH_MS) == 0


@pytest.mark.parametrize("typed", ["o", "INV-7F3K", "7F3K", "13/45/1984"])
def test_too_little_asks_nobody(desk: Desk, page: QWidget, timers: Timers, typed: str) -> None:
    """One letter, or an invitation's number: nothing goes to the portal, and nothing is noted."""
    QTest.keyClicks(line(page, "account_search"), typed)
    QTest.keyClick(line(page, "account_search"), Qt.Key.Key_Return)
    assert [timer.running_for for timer in timers.made].count(SEARCH_MS) == 0
    assert desk.accounts.asked == []
    assert AuditAction.ACCOUNTS_SEARCHED not in desk.acts


def test_nobody_and_too_many_are_said(desk: Desk, page: QWidget, timers: Timers) -> None:
    """What to do next stands there."""
    desk.accounts.more = True
    look_for(page, timers)
    assert note(page) == "More than 50 accounts fit. Type more."
    desk.accounts.rows.clear()
    desk.accounts.more = False
    look_for(page, timers)
    assert note(page) == "No account of this practice fits."


@pytest.mark.rule("F6", "F7")
def test_not_connected_is_said_and_mended_by_itself(desk: Desk, page: QWidget, timers: Timers) -> None:
    """Known before anybody types; what was typed stays, and is asked again when the connection is back."""
    assert not offline(page)
    desk.current, desk.accounts.connected = OFFLINE, False
    timers.pass_time(EVERY_MS / 1000)
    assert offline(page)
    look_for(page, timers)
    assert note(page) == "The portal did not answer. What you typed stays; please try again."
    timers.pass_time(EVERY_MS / 1000)
    assert len(desk.accounts.asked) == 1  # nobody asks a portal that is away
    desk.current, desk.accounts.connected = FINE, True
    timers.pass_time(EVERY_MS / 1000)
    assert not offline(page)
    assert line(page, "account_search").text() == "oka"
    assert cells(page)[Column.PATIENT] == "Okafor, Maria"


def test_an_account_that_does_not_open(desk: Desk, page: QWidget, timers: Timers) -> None:
    """The connection was lost after the search: that is said, and the list stays."""
    look_for(page, timers)
    desk.accounts.connected = False
    table(page).selectRow(0)
    QTest.keyClick(table(page), Qt.Key.Key_Return)
    assert offline(page)
    assert text(page, "account_who") == ""
    assert cells(page)[Column.PATIENT] == "Okafor, Maria"


@pytest.mark.rule("F5", "F7")
def test_an_opened_account_shows_what_the_desk_must_know(desk: Desk, page: QWidget, timers: Timers) -> None:
    """The whole date of birth to ask for, the masked address, the lock, and how sure the identity is."""
    open_account(page, timers)
    assert text(page, "account_who") == "Okafor, Maria"
    assert text(page, "account_birth_date") == "Mar 27, 1984"
    assert cells(page)[Column.BORN] == "1984"
    assert text(page, "account_email") == "m•••@mail.example"
    assert text(page, "account_lock") == "Locked until 9:40"
    assert text(page, "account_user_id") == ""
    assert text(page, "account_identity") == "Nobody has checked a photo ID yet"
    assert desk.acts[-1] is AuditAction.ACCOUNT_VIEWED
    assert desk.audits[-1].object_id == str(desk.accounts.rows[0].account_id)
    assert button(page, "account_id_drivers_license").hasFocus()


@pytest.mark.rule("F7")
@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        (
            {"assurance": Assurance.PHOTO_ID, "checked_at": NOW},
            {"account_identity": "Photo ID checked on Nov 22, 2026"},
        ),
        (
            {"assurance": Assurance.DOCUMENT, "checked_at": NOW},
            {"account_identity": "Another kind of photo ID checked on Nov 22, 2026"},
        ),
        (
            {"has_user_id": False, "email_verified": False},
            {
                "account_user_id": "None yet: the patient chooses one with a one-time slip",
                "account_email": "m•••@mail.example, not confirmed yet",
            },
        ),
        (
            {"locked_for_good": True, "masked_email": "", "email_verified": False},
            {"account_lock": "Locked until there is a new password", "account_email": "None"},
        ),
    ],
    ids=["photo id", "other", "unfinished", "for good"],
)
def test_facts_are_in_plain_words(
    desk: Desk, page: QWidget, timers: Timers, fields: dict[str, object], shown: dict[str, str]
) -> None:
    """No code of a standard, no false alarm."""
    desk.accounts.rows = [replace(desk.accounts.rows[0], **fields)]  # type: ignore[arg-type]
    open_account(page, timers)
    for name, said in shown.items():
        assert text(page, name) == said


@pytest.mark.rule("F7")
@pytest.mark.parametrize("name", list(ACTS))
def test_each_act_needs_a_photo_id(desk: Desk, page: QWidget, timers: Timers, name: str) -> None:
    """Said at the chips, where the keyboard goes; nothing was asked and nothing noted."""
    open_account(page, timers)
    do(page, name)
    assert text(page, "account_id_error") == "First press the photo ID that you saw."
    assert button(page, "account_id_drivers_license").hasFocus()
    assert asked(desk) == []
    assert AuditAction.ID_CHECKED not in desk.acts
    button(page, "account_id_passport").click()
    assert text(page, "account_id_error") == ""
    do(page, name)
    assert asked(desk) == [name]


@pytest.mark.rule("F5", "F7")
@pytest.mark.parametrize("name", list(ACTS))
def test_two_taps_after_the_account_is_open(desk: Desk, page: QWidget, timers: Timers, name: str) -> None:
    """Photo ID and act; who saw what goes to the portal, and both rows stand on the device."""
    open_account(page, timers)
    button(page, "account_id_passport").click()
    do(page, name)
    assert desk.accounts.asked[-1][0] == name
    assert desk.accounts.asked[-1][-1] == SEEN
    rows = [entry for entry in desk.audits if entry.action in (AuditAction.ID_CHECKED, ACTS[name][1])]
    assert [entry.object_id for entry in rows] == [str(desk.accounts.rows[0].account_id)] * 2


SAID = {
    ("mail_reset", HelpState.DONE): "The link is on its way to m•••@mail.example.",
    ("change_email", HelpState.DONE): (
        "A link is on its way to maria@new.example. Once the patient has opened it, this is the account's address."
    ),
    ("unlock", HelpState.DONE): "Unlocked. The patient can try again.",
    (None, HelpState.NO_ADDRESS): "This account has no confirmed email address. Print a one-time slip instead.",
    (None, HelpState.WAIT): "Too often for this account. Please wait until 10:12.",
    (None, HelpState.UNKNOWN): ("The portal did not take this: the account or your sign-in has changed. Search again."),
    (None, HelpState.NOT_CONNECTED): ("Not connected: the portal did not answer. Nothing is lost. Please try again."),
}


ENDS = [(name, state) for name in ACTS for state in HelpState if (name, state) != ("slip_reset", HelpState.DONE)]


@pytest.mark.rule("F7")
@pytest.mark.parametrize(("name", "state"), ENDS, ids=[f"{name}-{state.value}" for name, state in ENDS])
def test_every_end_is_said_in_words(desk: Desk, page: QWidget, timers: Timers, name: str, state: HelpState) -> None:
    """Good ends apart from others; the account stays open with what was pressed and, unless it is done, typed.

    A slip that is made goes on to the printing instead.
    """
    desk.accounts.answer = Helped(state, UNTIL if state is HelpState.WAIT else None)
    open_account(page, timers)
    button(page, "account_id_passport").click()
    do(page, name)
    assert text(page, "account_said") == SAID[name if state is HelpState.DONE else None, state]
    said = page.findChild(QLabel, "account_said")
    assert said is not None
    assert said.property("role") == ("ok" if state is HelpState.DONE else "problem")
    assert button(page, "account_id_passport").isChecked()
    kept = name == "change_email" and state is not HelpState.DONE
    assert line(page, "account_new_email").text() == ("maria@new.example" if kept else "")


@pytest.mark.rule("F7")
def test_what_the_portal_did_is_shown(desk: Desk, page: QWidget, timers: Timers) -> None:
    """After an act the account is fetched anew: the lock is gone, the check of the photo ID stands."""
    open_account(page, timers)
    row = desk.accounts.rows[0]
    button(page, "account_id_state_id").click()
    desk.accounts.rows[0] = replace(row, locked_until=None, assurance=Assurance.PHOTO_ID, checked_at=NOW)
    button(page, "account_unlock").click()
    assert text(page, "account_lock") == ""
    assert text(page, "account_identity") == "Photo ID checked on Nov 22, 2026"
    assert cells(page)[2:] == ["", "Nov 22, 2026"]
    assert not button(page, "account_unlock").isVisible()
    assert page.focusWidget() is not None


@pytest.mark.parametrize(
    ("fields", "mails", "unlocks"),
    [({}, True, False), ({"email_verified": False}, False, False), ({"locked_for_good": True}, True, False)],
    ids=["fine", "no confirmed email", "locked for good"],
)
def test_what_cannot_help_is_not_offered(
    desk: Desk, page: QWidget, timers: Timers, fields: dict[str, object], mails: bool, unlocks: bool
) -> None:
    """No link to nowhere, no unlocking of what only a new password opens; the slip is always there."""
    desk.accounts.rows = [replace(desk.accounts.rows[0], **{"locked_until": None} | fields)]  # type: ignore[arg-type]
    open_account(page, timers)
    shown = [button(page, name).isVisible() for name in ("account_mail", "account_slip", "account_unlock")]
    assert shown == [mails, True, unlocks]


@pytest.mark.rule("F7")
@pytest.mark.parametrize("typed", ["", "maria", "maria@"])
def test_an_address_that_is_none_is_refused(desk: Desk, page: QWidget, timers: Timers, typed: str) -> None:
    """At once together with the missing photo ID; afterwards at the field alone."""
    open_account(page, timers)
    line(page, "account_new_email").setText(typed)
    button(page, "account_change_email").click()
    assert text(page, "account_new_email_error") == "Enter an email address like name@example.com"
    assert text(page, "account_id_error")
    button(page, "account_id_other").click()
    button(page, "account_change_email").click()
    assert text(page, "account_id_error") == ""
    assert line(page, "account_new_email").hasFocus()
    assert asked(desk) == []
    QTest.keyClicks(line(page, "account_new_email"), "x")
    assert text(page, "account_new_email_error") == ""


@pytest.mark.rule("F3", "F7")
def test_a_slip_goes_on_to_the_printing(desk: Desk, area: StaffArea, timers: Timers, tmp_path: Path) -> None:
    """The same step as for invitations: on paper or in a file, noted, and its code never on the screen."""
    desk.accounts.answer = Helped(HelpState.DONE, UNTIL)
    open_account(area, timers)
    button(area, "account_id_passport").click()
    button(area, "account_slip").click()
    assert text(printing(area), "slip_heading") == "The one-time slip is made"
    assert not button(printing(area), "email_invitation").isVisible()
    code = desk.accounts.asked[-1][2]
    shown = " ".join(label.text() for label in area.findChildren(QLabel))
    assert code.symbols[:5] not in shown  # type: ignore[attr-defined]  # an ActivationCode
    button(printing(area), "save_slip").click()
    (saved,) = tmp_path.iterdir()
    assert saved.name == "RESET-101200.pdf"  # the end of its hour, and nobody's name
    assert desk.acts[-1] is AuditAction.SLIP_PRINTED
    assert desk.audits[-1].object_id == str(desk.accounts.rows[0].account_id)
    button(printing(area), "next_patient").click()
    assert text(printing(area), "slip_heading") == ""


@pytest.mark.rule("F7")
def test_a_waiting_slip_is_finished_first(desk: Desk, area: StaffArea, timers: Timers) -> None:
    """Its code stands nowhere else; so no second one is made, and that is said."""
    desk.accounts.answer = Helped(HelpState.DONE, UNTIL)
    open_account(area, timers)
    button(area, "account_id_passport").click()
    button(area, "account_slip").click()
    button(area, "nav_accounts").click()
    button(area, "account_slip").click()
    assert asked(desk) == ["slip_reset"]
    assert text(area, "account_note").startswith("First finish the slip")


@pytest.mark.rule("F7")
def test_the_keyboard_alone_is_enough(desk: Desk, page: QWidget, timers: Timers) -> None:
    """Type, Enter, Tab to the list, Enter, Space on the photo ID, Tab to the act, Space."""
    search = line(page, "account_search")
    assert search.hasFocus()
    QTest.keyClicks(search, "oka")
    QTest.keyClick(search, Qt.Key.Key_Return)
    QTest.keyClick(search, Qt.Key.Key_Tab)
    assert table(page).hasFocus()
    QTest.keyClick(table(page), Qt.Key.Key_Down)
    QTest.keyClick(table(page), Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Space)
    assert button(page, "account_id_drivers_license").isChecked()
    for _ in range(4):
        press(page, Qt.Key.Key_Tab)
    assert button(page, "account_mail").hasFocus()
    press(page, Qt.Key.Key_Space)
    assert asked(desk) == ["mail_reset"]
    for _ in range(3):
        press(page, Qt.Key.Key_Tab)
    assert line(page, "account_new_email").hasFocus()
    QTest.keyClicks(line(page, "account_new_email"), "maria@new.example")
    press(page, Qt.Key.Key_Return)
    assert asked(desk) == ["mail_reset", "change_email"]


def press(area: QWidget, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focused = area.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def everything_said(area: QWidget) -> str:
    """Return every text of the page, of labels, lines and the table."""
    page = area.findChild(QWidget, "staff_accounts")
    assert page is not None
    model = table(area).model()
    rows = [str(model.index(row, column).data()) for row in range(model.rowCount()) for column in Column]
    labels = [label.text() for label in page.findChildren(QLabel)]
    return " ".join((*rows, *labels, line(area, "account_search").text(), line(area, "account_new_email").text()))


@pytest.mark.rule("K3", "F5")
def test_a_lock_keeps_the_work_and_the_end_forgets_it(desk: Desk, area: StaffArea, timers: Timers) -> None:
    """Behind the door the account stays open with what was typed; signed out, nothing of anybody is left."""
    open_account(area, timers)
    button(area, "account_id_passport").click()
    line(area, "account_new_email").setText("maria@new.example")
    timers.pass_time(LOCK_S)
    assert area.locked
    sign_in_again(area)
    assert text(area, "account_birth_date") == "Mar 27, 1984"
    assert button(area, "account_id_passport").isChecked()
    assert line(area, "account_new_email").text() == "maria@new.example"
    area.sign_out()
    said = everything_said(area)
    for value in ("Okafor", "Maria", "1984", "oka", "mail.example", "maria@", "Locked"):
        assert value not in said, value
    assert not button(area, "account_id_passport").isChecked()


@pytest.mark.rule("F4", "F7")
def test_a_task_leads_to_its_account(desk: Desk, area: StaffArea) -> None:
    """From "Needs attention" the person is looked for at once; whom somebody looked for before is gone."""
    line(area, "account_search").setText("somebody else")
    task = desk.add_task("mail_failed")
    button(area, "nav_attention").click()
    needs = area.findChild(NeedsAttentionPage)
    assert needs is not None
    needs.account_wanted.emit(" ".join((task.first, task.last)))
    assert text(area, "staff_title") == "Accounts"
    assert line(area, "account_search").text() == "Maria Okafor"
    assert cells(area)[Column.PATIENT] == "Okafor, Maria"
    assert AuditAction.ACCOUNTS_SEARCHED in desk.acts


@pytest.mark.rule("F5", "F7")
def test_who_takes_over_looks_for_themselves(desk: Desk, page: QWidget, timers: Timers) -> None:
    """The work goes on, but the view is noted in the new name, and the photo ID that was pressed is not theirs."""
    open_account(page, timers)
    button(page, "account_id_passport").click()
    line(page, "account_new_email").setText("maria@new.example")
    accounts = page.findChild(AccountsPage)
    assert accounts is not None
    accounts.take_over(StaffSession(BEN.staff_id, BEN.name, BEN.role))
    assert text(page, "account_who") == "Okafor, Maria"
    assert line(page, "account_new_email").text() == "maria@new.example"
    assert not button(page, "account_id_passport").isChecked()
    assert (desk.audits[-1].staff_id, desk.audits[-1].action) == (BEN.staff_id, AuditAction.ACCOUNT_VIEWED)
    button(page, "account_id_other").click()
    button(page, "account_unlock").click()
    assert desk.accounts.asked[-1][-1] == IdentitySeen(IdDocument.OTHER, BEN.staff_id)


def sign_in_again(area: StaffArea) -> None:
    """Type Ana's PIN at the locked door."""
    for digit in ANAS_PIN:
        button(area, f"pin_key_{digit}").click()
    button(area, "sign_in").click()


@pytest.mark.rule("F5", "F7")
def test_a_slip_that_comes_behind_the_door_waits_for_its_maker(
    desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot
) -> None:
    """Locked before the portal answered: the printing begins on return; for somebody else it is gone."""
    later = Later()
    desk.accounts.answer = Helped(HelpState.DONE, UNTIL)
    with desk.area(tmp_path, timers, background=later) as area:
        for comes_back in (True, False):
            sign_in(area, 0, ANAS_PIN)
            button(area, "nav_accounts").click()
            open_account(area, timers)
            button(area, "account_id_passport").click()
            later.held = True
            button(area, "account_slip").click()
            assert text(area, "account_said") == "One moment …"
            if comes_back:
                area.lock()
                later.play()
                assert area.locked
                assert text(printing(area), "slip_heading") == ""
                sign_in_again(area)
                assert text(printing(area), "slip_heading") == "The one-time slip is made"
            area.sign_out()
            later.play()
        sign_in(area, 0, ANAS_PIN)
        button(area, "nav_accounts").click()
        assert text(printing(area), "slip_heading") == ""


@pytest.mark.rule("F5", "F7")
@pytest.mark.parametrize("name", list(ACTS))
def test_a_broken_disk_stops_every_act(desk: Desk, page: QWidget, timers: Timers, name: str) -> None:
    """What cannot be noted is not done; the page says whom to call, and works again when the disk does."""
    open_account(page, timers)
    button(page, "account_id_passport").click()
    desk.broken = True
    do(page, name)
    assert note(page) == "This device's storage does not work. Please call technical support."
    assert asked(desk) == []
    desk.broken = False
    do(page, name)
    assert asked(desk) == [name]


@pytest.mark.rule("F5", "F7")
def test_an_answer_for_another_account_is_not_shown(desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot) -> None:
    """Asked for Maria, opened Ngozi meanwhile: nothing is said of Maria on Ngozi's card."""
    later = Later()
    desk.accounts.add("Ngozi", "Adichie")
    with desk.area(tmp_path, timers, background=later) as area:
        sign_in(area, 0, ANAS_PIN)
        button(area, "nav_accounts").click()
        open_account(area, timers)
        button(area, "account_id_passport").click()
        later.held = True
        button(area, "account_mail").click()
        later.held = False
        table(area).selectRow(1)
        QTest.keyClick(table(area), Qt.Key.Key_Return)
        later.play()
        assert text(area, "account_who") == "Adichie, Ngozi"
        assert text(area, "account_said") == ""
        assert not button(area, "account_id_passport").isChecked()
