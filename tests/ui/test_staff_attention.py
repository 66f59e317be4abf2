"""What needs the desk: who waits comes first, why in one sentence, one main action (F4)."""

from __future__ import annotations

import datetime as dt
import typing
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.domain import task_service
from kiosk.domain.cases import Decision, IdDocument
from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.desk_operations import InvitationReissued, Resolution
from kiosk.domain.desk_search import Question
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.draft import DeskReason
from kiosk.domain.errors import StorageError
from kiosk.domain.staff import AuditAction
from kiosk.domain.support import ChatTopic
from kiosk.portal import cases
from kiosk.ui.staff import task_choices, task_words
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.import_page import ImportPage
from kiosk.ui.staff.status_feed import TASKS_EVERY_MS
from kiosk.ui.staff.task_choices import Does, Word
from kiosk.ui.staff.task_list import TaskList
from kiosk.ui.theme import Appearance, apply_theme
from tests.ui.staff_fakes import ANA, ANAS_PIN, BEN, BENS_PIN, NOW, Desk, Timers, button, line, sign_in, text
from tests.ui.staff_scenes import sheet_of

EVERY_KIND = (
    *(("desk_request", reason.value) for reason in DeskReason),
    *(("call_back", topic.value) for topic in ChatTopic),
    *((kind,) for kind in typing.get_args(cases.Kind) if kind not in ("desk_request", "call_back")),
    *((kind,) for kind in sorted(task_service.FOUND_HERE)),
)
"""Whatever the portal opens a case for, each with every reason, and what a desk finds by itself."""


@pytest.fixture
def desk() -> Desk:
    """Return a desk with nothing to do."""
    return Desk()


@pytest.fixture
def timers() -> Timers:
    """Return the timers that the area uses."""
    return Timers()


@pytest.fixture
def area(desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return the staff area, with Ana signed in."""
    with desk.area(tmp_path, timers) as made:
        sign_in(made, 0, ANAS_PIN)
        yield made


def open_page(area: StaffArea) -> TaskList:
    """Turn to the page and return its list."""
    button(area, "nav_attention").click()
    found = area.findChild(TaskList, "task_list")
    assert found is not None
    return found


def rows(area: StaffArea) -> list[str]:
    """Return who stands in the list, from top to bottom."""
    view = area.findChild(TaskList, "task_list")
    assert view is not None
    model = view.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def resolved(desk: Desk) -> list[Resolution]:
    """Return what was decided."""
    return [body for body in desk.bodies if isinstance(body, Resolution)]


@pytest.mark.rule("F4", "F5")
def test_whoever_waits_stands_on_top_and_is_opened(area: StaffArea, desk: Desk) -> None:
    """Who, why, since when; list and opened task are noted in the audit trail."""
    desk.add_task("close_match", first="Thi Minh", last="Nguyễn")
    desk.add_task("desk_request", "no_email", email="")
    view = open_page(area)
    assert rows(area) == ["Okafor, Maria · born 1984", "Nguyễn, Thi Minh · born 1984"]
    assert text(area, "task_who") == "Okafor, Maria"
    assert text(area, "task_since") == "Waiting since 9:10"
    assert text(area, "task_why") == "Has no email address."
    assert text(area, "task_birth_date") == "Mar 27, 1984"
    assert desk.acts[-2:] == [AuditAction.TASKS_VIEWED, AuditAction.TASK_VIEWED]
    told = view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Okafor, Maria · born 1984. Has no email address. Waiting since 9:10"


@pytest.mark.rule("F4")
def test_nothing_to_do_is_said(area: StaffArea) -> None:
    """An empty list, no card, no button to press."""
    open_page(area)
    assert text(area, "task_none") == "Nothing needs you. This list fills by itself."
    assert not button(area, "task_main").isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "task_none"


@pytest.mark.rule("F4", "F5")
def test_a_photo_id_lets_the_patient_go_on(area: StaffArea, desk: Desk) -> None:
    """Press the document, press the one main action: decided, noted, off the list, up with the next sync."""
    task = desk.add_task("desk_request", "no_email")
    open_page(area)
    kicks = desk.kicks
    assert button(area, "task_main").accessibleName() == "Photo ID checked – go on"
    button(area, "id_passport").click()
    button(area, "task_main").click()
    assert resolved(desk) == [
        Resolution(case_id=task.case_id, decision="allow", id_document="passport", by=ANA.staff_id)
    ]
    assert AuditAction.ID_CHECKED in desk.acts
    assert AuditAction.TASK_ALLOWED in desk.acts
    assert desk.kicks == kicks + 1
    assert rows(area) == []
    assert text(area, "task_none")


@pytest.mark.rule("F4")
def test_without_a_photo_id_the_button_explains(area: StaffArea, desk: Desk) -> None:
    """It is never greyed out; the sentence goes when a document is pressed, and one is taken back by another."""
    desk.add_task("desk_request", "no_zip")
    open_page(area)
    button(area, "task_main").click()
    assert text(area, "task_id_error") == "First press the photo ID that you saw."
    assert resolved(desk) == []
    assert button(area, "id_drivers_license").hasFocus()
    button(area, "id_other").click()
    assert text(area, "task_id_error") == ""
    button(area, "id_state_id").click()
    button(area, "task_main").click()
    assert [body.id_document for body in resolved(desk)] == ["state_id"]


@pytest.mark.rule("S16", "F4")
def test_a_lost_code_is_one_tap(area: StaffArea, desk: Desk) -> None:
    """Who pressed "Ask the front desk" for the code: one tap there and the page goes on."""
    desk.add_task("desk_request", "code")
    open_page(area)
    assert button(area, "task_main").accessibleName() == "Go on without the code"
    assert not button(area, "id_passport").isVisible()
    button(area, "task_main").click()
    assert [(body.decision, body.id_document) for body in resolved(desk)] == [("allow", "")]


@pytest.mark.rule("F4")
def test_not_now_needs_no_photo_id(area: StaffArea, desk: Desk) -> None:
    """The patient is sent to the desk."""
    desk.add_task("desk_request", "minor")
    open_page(area)
    assert button(area, "task_second").accessibleName() == "Not now"
    button(area, "task_second").click()
    assert [body.decision for body in resolved(desk)] == ["decline"]


@pytest.mark.rule("S13", "F4")
def test_only_the_desk_learns_which_field_differs(area: StaffArea, desk: Desk) -> None:
    """What was typed against what the invitation says, for the field that disagrees and no other."""
    desk.add_task("desk_request", "details", differs=("birth_date",), chart_birth_date="1985-03-27", number="INV-4TRD")
    open_page(area)
    assert text(area, "task_birth_date") == "typed Mar 27, 1984 · the invitation says Mar 27, 1985"
    assert text(area, "task_zip_code") == "60614"
    assert text(area, "task_number") == "INV-4TRD"
    assert text(area, "task_why") == "The invitation has another date of birth."


@pytest.mark.rule("S13", "F4")
@pytest.mark.parametrize("kind", ["desk_request", "details_differ"])
def test_a_wrong_zip_is_two_taps(area: StaffArea, desk: Desk, kind: str) -> None:
    """The photo ID and the main action: the invitation is corrected, and the patient goes on."""
    reasons = ("details",) if kind == "desk_request" else ()
    task = desk.add_task(kind, *reasons, differs=("zip_code",), chart_zip="60615", number="INV-4TRD")
    open_page(area)
    assert text(area, "task_why") == "The invitation has another ZIP code."
    assert button(area, "task_main").accessibleName() == "Photo ID checked – correct the invitation"
    button(area, "id_drivers_license").click()
    button(area, "task_main").click()
    assert resolved(desk) == [
        Resolution(case_id=task.case_id, decision="allow", id_document="drivers_license", by=ANA.staff_id)
    ]


@pytest.mark.rule("S13", "F4")
def test_a_new_slip_is_made_of_a_corrected_invitation(area: StaffArea, desk: Desk) -> None:
    """Whoever left the tablet may take a new slip along: after a photo ID, and never with the wrong details again."""
    desk.add("Maria", "Okafor", "1985-03-27", "INV-4TRD", InvitationProgress.PRINTED)
    task = desk.add_task(
        "desk_request",
        "details",
        differs=("birth_date",),
        chart_birth_date="1985-03-27",
        number="INV-4TRD",
        made_at=NOW - dt.timedelta(minutes=16),
    )
    open_page(area)
    assert button(area, "task_other").accessibleName() == "Photo ID checked – correct and print a slip"
    button(area, "task_other").click()
    assert text(area, "task_id_error") == "First press the photo ID that you saw."
    assert desk.bodies == []
    button(area, "id_state_id").click()
    button(area, "task_other").click()
    correction, reissue = desk.bodies
    assert correction == Resolution(case_id=task.case_id, decision="allow", id_document="state_id", by=ANA.staff_id)
    assert isinstance(reissue, InvitationReissued)
    assert desk.list[reissue.invitation_id].birth_date == "1984-03-27"
    assert button(area, "nav_enroll").isChecked()
    open_page(area)
    assert rows(area) == []


@pytest.mark.rule("S13", "F4")
@pytest.mark.parametrize("kind", ["desk_request", "details_differ"])
def test_no_slip_is_made_that_cannot_help(desk: Desk, kind: str) -> None:
    """Neither while the page waits, which goes on by itself, nor where the correction makes the account."""
    task = desk.add_task(kind, "details", differs=("zip_code",), chart_zip="60615", number="INV-4TRD")
    assert [choice.does for choice in task_choices.choices(task)] == [Does.DECIDE, Does.DECIDE]


@pytest.mark.rule("F4", "K1")
def test_an_invitation_that_the_portal_alone_knows(area: StaffArea, desk: Desk) -> None:
    """Not connected it gets no slip, and the page says so; nothing is corrected, and the task stays."""
    left = NOW - dt.timedelta(minutes=16)
    desk.add_task("desk_request", "details", differs=("zip_code",), number="INV-4TRD", made_at=left)
    open_page(area)
    button(area, "id_passport").click()
    button(area, "task_other").click()
    assert text(area, "task_problem_text").startswith("No new slip was made: ")
    assert text(area, "task_who") == "Okafor, Maria"
    assert desk.bodies == []


@pytest.mark.rule("S13", "F4")
@pytest.mark.parametrize(
    ("kind", "action", "said"),
    [
        ("code_locked", "task_other", "The details are wrong – new invitation"),
        ("invitation_used_elsewhere", "task_main", "Make a new invitation"),
    ],
)
@pytest.mark.parametrize(
    ("fields", "typed"),
    [
        (
            {"phone": "+13125550163"},
            ["Maria", "Okafor", "03", "27", "1984", "60614", "maria@example.com", "+13125550163"],
        ),
        ({"last": "", "birth_date": "", "zip_code": "", "email": ""}, ["Maria", *[""] * 7]),
    ],
    ids=["everything", "one name"],
)
def test_a_new_invitation_begins_with_what_is_known(
    area: StaffArea, desk: Desk, kind: str, action: str, said: str, fields: dict[str, str], typed: list[str]
) -> None:
    """A new code of the old one would ask for the same wrong details; what is known needs no typing."""
    desk.add_task(kind, number="INV-4TRD", **fields)
    line(area, "enroll_zip").setText("10001")
    open_page(area)
    assert button(area, action).accessibleName() == said
    button(area, action).click()
    assert button(area, "nav_enroll").isChecked()
    assert desk.bodies == []
    names = ("first", "last", "birth_date_month", "birth_date_day", "birth_date_year", "zip", "email", "phone")
    assert [line(area, f"enroll_{name}").text() for name in names] == typed


@pytest.mark.rule("F3", "F4")
def test_a_slip_that_was_never_printed(area: StaffArea, desk: Desk) -> None:
    """One press makes a new slip and goes to print it; until it is printed no other slip is begun."""
    for number in range(2):
        row = desk.add("Maria", "Okafor", "1984-03-27", f"INV-000{number}", InvitationProgress.READY)
        desk.list[row.invitation_id] = replace(row, made_at=NOW - dt.timedelta(minutes=11 + number))
    open_page(area)
    assert rows(area) == ["Okafor, Maria · born 1984"] * 2
    assert text(area, "task_why") == "The slip was neither printed nor mailed."
    assert button(area, "task_second").accessibleName() == "Done – take it off the list"
    button(area, "task_main").click()
    (body,) = (body for body in desk.bodies if isinstance(body, InvitationReissued))
    assert desk.list[body.invitation_id].number == "INV-0001"
    assert button(area, "nav_enroll").isChecked()
    open_page(area)
    assert len(rows(area)) == 1
    button(area, "task_main").click()
    assert "First finish the slip" in text(area, "task_problem_text")
    assert len([body for body in desk.bodies if isinstance(body, InvitationReissued)]) == 1


@pytest.mark.rule("F2", "F4")
def test_a_day_sheet_that_was_never_printed(area: StaffArea, desk: Desk) -> None:
    """Many slips are one task: one press makes all of them anew, in order, and shows them to be printed."""
    for number in range(6):
        row = desk.add("Maria", "Okafor", "1984-03-27", f"INV-000{number}", InvitationProgress.READY)
        desk.list[row.invitation_id] = replace(row, made_at=NOW - dt.timedelta(minutes=11))
    open_page(area)
    assert rows(area) == ["6 invitations"]
    assert button(area, "task_other").accessibleName() == "Show the invitations"
    button(area, "task_other").click()
    assert button(area, "filter_ready").isVisible()
    open_page(area)
    assert button(area, "task_main").accessibleName() == "Print new slips for all 6"
    button(area, "task_main").click()
    assert desk.acts.count(AuditAction.INVITATION_REISSUED) == 6
    assert (text(area, "staff_title"), text(area, "slip_heading")) == ("New slips", "6 invitations are made")
    button(area, "save_slip").click()
    assert {row.progress for row in desk.rows()} == {InvitationProgress.PRINTED}
    button(area, "next_patient").click()
    assert text(area, "staff_title") == "Enroll a patient"
    open_page(area)
    assert rows(area) == []


@pytest.mark.rule("F2", "F4")
def test_slips_of_a_day_sheet_in_hand_are_not_voided(area: StaffArea, desk: Desk, tmp_path: Path) -> None:
    """They are printed just now, under "Day sheet": new ones would end the codes that come out of the printer."""
    sheet = tmp_path / "monday.csv"
    sheet.write_text(sheet_of(8), encoding="utf-8")
    button(area, "nav_import").click()
    (page,) = area.findChildren(ImportPage)
    page.open_file(str(sheet))
    button(area, "sheet_import").click()
    desk.time += task_service.PRINT_WITHIN
    open_page(area)
    button(area, "task_main").click()
    assert "under “Day sheet”" in text(area, "task_problem_text")
    assert AuditAction.INVITATION_REISSUED not in desk.acts


@pytest.mark.rule("F3", "F4")
def test_slips_that_were_printed_meanwhile(area: StaffArea, desk: Desk) -> None:
    """At another desk, while this list stood open: no code of theirs is ended."""
    for number in range(6):
        row = desk.add("Maria", "Okafor", "1984-03-27", f"INV-000{number}", InvitationProgress.READY)
        desk.list[row.invitation_id] = replace(row, made_at=NOW - dt.timedelta(minutes=11))
    open_page(area)
    for row in desk.rows():
        desk.mark(row.invitation_id, InvitationProgress.PRINTED)
    button(area, "task_main").click()
    assert text(area, "task_problem_text") == "Their slips were printed or mailed meanwhile."
    assert AuditAction.INVITATION_REISSUED not in desk.acts


@pytest.mark.rule("F4", "F6")
def test_records_of_this_computer_that_are_stuck(area: StaffArea, desk: Desk) -> None:
    """One sentence that says how many, and whom to call."""
    desk.current = replace(desk.current, stuck=1)
    open_page(area)
    assert rows(area) == ["This computer"]
    assert text(area, "task_why") == "One record could not be delivered. Please call technical support."
    desk.current = replace(desk.current, stuck=1200)
    open_page(area)
    assert text(area, "task_why") == "1,200 records could not be delivered. Please call technical support."
    assert button(area, "task_main").accessibleName() == "Open the sync status"
    button(area, "task_main").click()
    assert button(area, "nav_sync").isChecked()
    open_page(area)
    button(area, "task_second").click()
    assert rows(area) == []


@pytest.mark.rule("F4", "F6")
@pytest.mark.parametrize("kind", ["record_refused", "record_waits", "trail_broken"])
def test_what_is_wrong_with_a_device_is_seen_at_the_status(area: StaffArea, desk: Desk, kind: str) -> None:
    """Which device it is, when it was seen, and whom to call; the task stays until somebody takes it off."""
    desk.add_task(kind, first="", last="", birth_date="", zip_code="", email="")
    open_page(area)
    button(area, "task_main").click()
    assert button(area, "nav_sync").isChecked()
    open_page(area)
    assert len(rows(area)) == 1


@pytest.mark.rule("F4", "F7")
@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("mail_failed", {}, "Change the email address"),
        ("user_id_taken", {"email": ""}, "Open the account"),
        ("invitation_used_elsewhere", {}, "Open the account"),
    ],
)
def test_what_is_solved_at_the_account(
    area: StaffArea, desk: Desk, kind: str, fields: dict[str, str], said: str
) -> None:
    """The very account is opened, of whatever namesakes; the task stays until somebody takes it off."""
    desk.accounts.add(birth_date="1950-01-01")
    account = desk.accounts.add(has_user_id=kind != "user_id_taken")
    desk.add_task(kind, account_id=account.account_id, **fields)
    open_page(area)
    assert button(area, "task_main").accessibleName() == said
    button(area, "task_main").click()
    assert button(area, "nav_accounts").isChecked()
    assert text(area, "account_who") == "Okafor, Maria"
    assert text(area, "account_birth_date") == "Mar 27, 1984"
    assert line(area, "account_search").text() == ""
    assert AuditAction.ACCOUNT_VIEWED in desk.acts
    assert desk.accounts.asked == []
    open_page(area)
    assert rows(area) == ["Okafor, Maria · born 1984"]


@pytest.mark.rule("F4", "F7")
def test_an_older_portal_names_no_account(area: StaffArea, desk: Desk) -> None:
    """Then it is looked for by the name."""
    desk.accounts.add()
    desk.add_task("mail_failed")
    open_page(area)
    button(area, "task_main").click()
    assert line(area, "account_search").text() == "Maria Okafor"
    assert desk.accounts.asked == [("search", Question(name="Maria Okafor"))]


@pytest.mark.rule("S2", "S4", "F7")
def test_an_account_without_user_id_says_what_helps(area: StaffArea, desk: Desk) -> None:
    """The slip lets the patient choose one; a mailed link for a password would open nothing."""
    account = desk.accounts.add(has_user_id=False)
    desk.add_task("user_id_taken", email="", account_id=account.account_id)
    open_page(area)
    assert "print a one-time slip" in text(area, "task_why")
    button(area, "task_main").click()
    assert text(area, "account_user_id") == "None yet: the patient chooses one with a one-time slip"
    assert button(area, "account_slip").isVisible()
    assert not button(area, "account_mail").isVisible()


@pytest.mark.rule("F4", "F5")
def test_whoever_takes_over_looks_at_the_photo_id(area: StaffArea, desk: Desk) -> None:
    """The opened task stays; what the colleague saw does not count, and the view is noted under the new name."""
    task = desk.add_task("desk_request", "no_email")
    open_page(area)
    button(area, "id_passport").click()
    button(area, "hand_over").click()
    sign_in(area, 1, BENS_PIN)
    assert text(area, "task_who") == "Okafor, Maria"
    assert not button(area, "id_passport").isChecked()
    viewed = [entry for entry in desk.audits if entry.object_id == str(task.case_id)]
    assert [entry.staff_id for entry in viewed if entry.action is AuditAction.TASK_VIEWED] == [
        ANA.staff_id,
        BEN.staff_id,
    ]


@pytest.mark.rule("S40", "F4")
def test_a_call_back(area: StaffArea, desk: Desk) -> None:
    """Who, about what, and under which number; done when it was made."""
    asked = {"first": "María Okafor", "last": "", "birth_date": "", "zip_code": "", "email": ""}
    desk.add_task("call_back", "user_id", **asked, phone="+13125550163")
    desk.add_task("call_back", "other", **asked, phone="+442079460000")
    open_page(area)
    shown = {(text(area, "task_why"), text(area, "task_phone"))}
    assert text(area, "task_who") == "María Okafor"
    button(area, "task_main").click()
    shown.add((text(area, "task_why"), text(area, "task_phone")))
    assert shown == {
        ("Asks to be called back about the user ID.", "(312) 555-0163"),
        ("Asks to be called back.", "+442079460000"),
    }
    assert [(body.decision, body.id_document) for body in resolved(desk)] == [("allow", "")]


@pytest.mark.rule("S29", "F4")
def test_a_close_match_is_the_same_person_or_another(area: StaffArea, desk: Desk) -> None:
    """The same: the holder is reminded. Another: that needs a photo ID."""
    desk.add_task("close_match")
    desk.add_task("close_match")
    open_page(area)
    assert button(area, "task_main").accessibleName() == "Same person – send the reminder"
    assert button(area, "task_second").accessibleName() == "Another person – go on"
    button(area, "task_main").click()
    button(area, "task_second").click()
    assert text(area, "task_id_error")
    button(area, "id_drivers_license").click()
    button(area, "task_second").click()
    assert [(body.decision, body.id_document) for body in resolved(desk)] == [
        ("same_person", ""),
        ("allow", "drivers_license"),
    ]


@pytest.mark.rule("F4")
@pytest.mark.parametrize("given", EVERY_KIND, ids=" ".join)
def test_every_task_has_one_sentence_and_one_main_action(area: StaffArea, desk: Desk, given: tuple[str, ...]) -> None:
    """Whatever the portal sends: a sentence that ends, a button that does something, a way out, one thing between."""
    kind, *reasons = given
    task = desk.add_task(kind, *reasons, differs=("zip_code",), number="INV-4TRD")
    open_page(area)
    assert text(area, "task_why").endswith(".")
    assert text(area, "task_why") != "Please have a look."
    assert button(area, "task_main").isVisible()
    choices = task_choices.choices(task)
    assert [button(area, name).isVisible() for name in ("task_second", "task_other")] == [
        len(choices) > 1,
        len(choices) > 2,
    ]
    assert choices[0].word not in (Word.DONE, Word.DECLINE, Word.NOT_NOW)
    assert 2 <= len({choice.word for choice in choices}) == len(choices) <= 3
    assert choices[-1].does is Does.DECIDE
    assert button(area, "task_second").accessibleName() == task_words.word(choices[-1].word)


@pytest.mark.rule("F4")
def test_a_kind_of_a_newer_portal_can_be_taken_off() -> None:
    """An older desk shows what it does not know, and lets it go without claiming anything."""
    task = Desk().add_task("something_new", waiting=False)
    assert task_words.why(task) == "Please have a look."
    assert [(choice.decision, choice.sees_id) for choice in task_choices.choices(task)] == [(Decision.DECLINE, False)]


@pytest.mark.rule("S4", "F4")
def test_what_is_mailed_needs_an_address(desk: Desk) -> None:
    """No button promises a mail to somebody without email."""
    for kind in ("user_id_taken", "code_locked"):
        with_email, without = desk.add_task(kind), desk.add_task(kind, email="")
        assert task_choices.choices(with_email)[0].decision is Decision.ALLOW
        assert {choice.decision for choice in task_choices.choices(without)} == {Decision.DECLINE}


@pytest.mark.rule("F4", "K5")
def test_the_keyboard_is_enough(area: StaffArea, desk: Desk) -> None:
    """Arrows choose, Enter goes to the photo ID, Space presses it, Tab reaches the main action."""
    desk.add_task("desk_request", "no_email")
    desk.add_task("desk_request", "no_zip", first="Åsa", last="Lindqvist")
    view = open_page(area)
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert text(area, "task_who") == "Okafor, Maria"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert button(area, "id_drivers_license").hasFocus()
    QTest.keyClick(button(area, "id_drivers_license"), Qt.Key.Key_Space)
    for _ in range(len(IdDocument)):
        QTest.keyClick(area.focusWidget(), Qt.Key.Key_Tab)
    assert button(area, "task_main").hasFocus()
    QTest.keyClick(button(area, "task_main"), Qt.Key.Key_Space)
    assert [body.id_document for body in resolved(desk)] == ["drivers_license"]
    assert view.hasFocus()
    assert text(area, "task_who") == "Lindqvist, Åsa"


@pytest.mark.rule("F4")
def test_the_badge_counts_and_says_who_waits(
    area: StaffArea, desk: Desk, timers: Timers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On every page, every two seconds, without an audit row; a screen reader hears of a patient who waits."""
    said: list[str] = []
    monkeypatch.setattr("kiosk.ui.staff.workplace.announce", lambda _widget, words: said.append(words))
    entry = button(area, "nav_attention")
    assert entry.accessibleName() == "Needs attention"
    acts = list(desk.acts)
    desk.add_task("mail_failed")
    timers.pass_time(TASKS_EVERY_MS / 1000)
    assert entry.accessibleName() == "Needs attention, 1"
    assert said == []
    desk.add_task("desk_request", "no_email")
    timers.pass_time(TASKS_EVERY_MS / 1000)
    timers.pass_time(TASKS_EVERY_MS / 1000)
    assert entry.accessibleName() == "Needs attention, 2, 1 waiting at the tablet"
    assert said == ["1 waiting at the tablet"]
    assert desk.acts == acts


@pytest.mark.rule("F4")
def test_the_list_fills_by_itself_and_keeps_what_is_opened(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """A new patient on top; the opened task stays opened, with the photo ID that was pressed."""
    opened = desk.add_task("desk_request", "no_email")
    open_page(area)
    button(area, "id_passport").click()
    views = desk.acts.count(AuditAction.TASK_VIEWED)
    desk.add_task("desk_request", "minor", first="Åsa", last="Lindqvist", made_at=NOW - dt.timedelta(minutes=9))
    timers.pass_time(TASKS_EVERY_MS / 1000)
    assert rows(area) == ["Lindqvist, Åsa · born 1984", "Okafor, Maria · born 1984"]
    assert text(area, "task_who") == "Okafor, Maria"
    assert desk.acts.count(AuditAction.TASK_VIEWED) == views
    button(area, "task_main").click()
    assert [body.case_id for body in resolved(desk)] == [opened.case_id]


@pytest.mark.rule("F4")
def test_what_another_desk_decided_disappears(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """The opened task closes; the next one opens without the former's photo ID."""
    gone = desk.add_task("desk_request", "no_email")
    desk.add_task("desk_request", "minor", first="Åsa", last="Lindqvist", made_at=NOW)
    open_page(area)
    button(area, "id_passport").click()
    desk.task_done(gone.case_id)
    timers.pass_time(TASKS_EVERY_MS / 1000)
    assert text(area, "task_who") == "Lindqvist, Åsa"
    button(area, "task_main").click()
    assert text(area, "task_id_error")
    assert resolved(desk) == []


@pytest.mark.rule("F4")
def test_a_decision_that_cannot_be_stored_is_said(area: StaffArea, desk: Desk) -> None:
    """The task stays; when there is room again the same press decides it."""
    desk.add_task("desk_request", "code")
    open_page(area)
    desk.broken = True
    button(area, "task_main").click()
    assert "storage" in text(area, "task_problem_text")
    assert rows(area) == ["Okafor, Maria · born 1984"]
    desk.broken = False
    button(area, "task_main").click()
    assert len(resolved(desk)) == 1


@pytest.mark.rule("F4")
def test_a_decided_task_is_closed_even_if_the_list_still_shows_it(
    area: StaffArea, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list could not be written to; the portal's change will take it off. No photo ID stays pressed."""

    def full(case_id: object) -> None:
        raise StorageError("no room")

    monkeypatch.setattr(desk, "task_done", full)
    desk.add_task("desk_request", "no_email")
    open_page(area)
    button(area, "id_passport").click()
    button(area, "task_main").click()
    assert len(resolved(desk)) == 1
    assert not button(area, "id_passport").isChecked()


@pytest.mark.rule("F4", "K3")
def test_nobody_is_left_behind(area: StaffArea, desk: Desk) -> None:
    """After another page, the lock and the sign-out no name stands in any widget."""
    desk.add_task("desk_request", "details", differs=("zip_code",), chart_zip="60615")
    open_page(area)
    button(area, "nav_sync").click()
    assert text(area, "task_who") == ""
    area.sign_out()
    assert rows(area) == []
    assert {text(area, f"task_{field}") for field in ("birth_date", "zip_code", "email", "number")} == {""}
    assert not [label for label in area.findChildren(QLabel) if "6061" in label.text() or "Okafor" in label.text()]


@pytest.mark.rule("K5", "F4")
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1280, 800), (800, 1280)])
def test_fifty_tasks_fit(area: StaffArea, desk: Desk, qapp: QApplication, percent: int, size: tuple[int, int]) -> None:
    """The list scrolls; rows and buttons are at least 44 px high; the window asks for no more than there is."""
    tasks: list[DeskTask] = [desk.add_task(*EVERY_KIND[at % len(EVERY_KIND)]) for at in range(50)]
    apply_theme(qapp, Appearance(percent))
    view = open_page(area)
    area.resize(*size)
    assert (area.width(), area.height()) == size
    assert view.model().rowCount() == len(tasks)
    assert view.sizeHintForRow(0) >= 44
    for name in ("task_main", "task_other", "task_second", *(f"id_{document.value}" for document in IdDocument)):
        shown = button(area, name)
        assert not shown.isVisible() or min(shown.width(), shown.height()) >= 44


@pytest.mark.rule("K5", "F4")
def test_a_screen_reader_hears_each_row(area: StaffArea, desk: Desk) -> None:
    """The list has a name; moving in it says who, why and since when."""
    desk.add_task("desk_request", "no_zip")
    view = open_page(area)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "Needs attention"
    child = interface.child(0)
    assert child is not None
    assert "Has no US ZIP code." in child.text(QAccessible.Text.Name)
