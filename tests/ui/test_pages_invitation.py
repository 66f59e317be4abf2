"""The invitation's pages: the code, and whose it is."""

from __future__ import annotations

import datetime as dt
import itertools
import uuid

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.demo.player import scan_into
from kiosk.domain.draft import DeskReason, InvitationMatch, Missing
from kiosk.domain.flow import Step
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_ports import InvitationCheck, InvitationState
from kiosk.domain.replies import Match, MatchState, RequestState
from tests.ui.fakes import CODE, CREDENTIALS, HOST, Kiosk, ManualBackground
from tests.ui.test_pages_sign_up import NOTICE

PERSON = {
    "invited_birth_date_month": "3",
    "invited_birth_date_day": "27",
    "invited_birth_date_year": "1984",
    "invited_zip": "43215",
}


def to_person(kiosk: Kiosk) -> None:
    """Type the code and go on."""
    kiosk.tap("have_invitation")
    kiosk.type("code", CODE.symbols)
    kiosk.go_on()


@pytest.mark.rule("S9", "S10")
def test_a_typed_code_groups_itself(kiosk: Kiosk) -> None:
    """Fifteen symbols are enough; the lines between the groups come by themselves."""
    to_person(kiosk)
    assert kiosk.said("code") == CODE.grouped
    assert kiosk.wizard.draft.code == CODE
    assert kiosk.wizard.step is Step.INVITED_PERSON


@pytest.mark.rule("S9")
def test_the_code_pad_types_a_code(kiosk: Kiosk) -> None:
    """The pad of the 32 symbols opens for the code, and touches alone suffice."""
    kiosk.tap("have_invitation", "code")
    kiosk.tap(*(f"key_{symbol}" for symbol in CODE.symbols))
    kiosk.go_on()
    assert kiosk.wizard.draft.code == CODE


@pytest.mark.rule("S9")
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "A code has 15 letters and numbers. Please check your code"),
        ("ABCDE", "A code has 15 letters and numbers. Please check your code"),
        ("U" * 15, "A code never has this sign: U. Please check your code"),
        (CODE.symbols[:-1] + ("0" if CODE.symbols[-1] != "0" else "2"), "One letter or number is not right."),
    ],
)
def test_a_wrong_code_says_what_is_wrong(kiosk: Kiosk, typed: str, told: str) -> None:
    """Each way a code can be wrong has its own sentence, before the portal is asked."""
    kiosk.tap("have_invitation")
    kiosk.type("code", typed)
    kiosk.go_on()
    assert kiosk.said("code_error").startswith(told)
    assert kiosk.service.checked == []


@pytest.mark.rule("S10")
@pytest.mark.parametrize("scan", [CODE.symbols, CODE.grouped, CODE.link(HOST)])
def test_a_scan_on_the_welcome_screen_jumps_in(kiosk: Kiosk, scan: str) -> None:
    """A scanner's burst of a code or of the mailed link opens the invitation at date of birth and ZIP."""
    scan_into(kiosk.window.focusWidget(), scan)
    assert kiosk.wizard.step is Step.INVITED_PERSON
    assert kiosk.wizard.draft.code == CODE
    kiosk.tap("back")
    assert kiosk.said("code") == CODE.grouped


@pytest.mark.rule("S10")
def test_a_scan_on_the_code_page_goes_on(kiosk: Kiosk) -> None:
    """Where a code is asked for, a scan fills it in and goes on."""
    kiosk.tap("have_invitation")
    scan_into(kiosk.find("code"), CODE.link(HOST))
    assert kiosk.wizard.step is Step.INVITED_PERSON
    assert kiosk.wizard.draft.code == CODE


@pytest.mark.rule("S10")
def test_a_foreign_link_is_refused(kiosk: Kiosk) -> None:
    """A link of somebody else is neither opened nor left in the field."""
    kiosk.tap("have_invitation")
    scan_into(kiosk.find("code"), "https://evil.example/a#" + CODE.symbols)
    assert kiosk.said("code_error") == "This is not a code of our practice. Please ask the front desk"
    assert kiosk.said("code") == ""


@pytest.mark.rule("S10")
def test_a_scan_elsewhere_is_ignored(kiosk: Kiosk) -> None:
    """On a page that expects no scan the burst leaves the line as it was and leads nowhere."""
    kiosk.tap("create_account")
    kiosk.type("first_name", "Ana")
    kiosk.find("last_name").setFocus()
    scan_into(kiosk.find("last_name"), CODE.link(HOST))
    assert kiosk.said("last_name") == ""
    assert kiosk.said("first_name") == "Ana"
    assert kiosk.wizard.step is Step.ABOUT_YOU
    assert not kiosk.seen("error_summary")


@pytest.mark.rule("S11", "S12", "S13", "S24")
def test_the_second_page_asks_for_date_of_birth_and_zip(kiosk: Kiosk) -> None:
    """The source's sentence and the notice stand there; both answers go to the portal with the code."""
    to_person(kiosk)
    assert kiosk.said("invited_why") == "Enter your date of birth and zip code to activate your account."
    assert kiosk.said("invited_for_notice_text") == NOTICE
    kiosk.fill(PERSON)
    kiosk.go_on()
    [(code, birth_date, zip_code)] = kiosk.service.checked
    assert (code, birth_date.date.isoformat(), zip_code.text) == (CODE, "1984-03-27", "43215")


def found(kiosk: Kiosk, missing: frozenset[Missing] = frozenset()) -> None:
    """Let the portal find the invitation."""
    kiosk.service.check = InvitationCheck(InvitationState.MATCH, InvitationMatch(uuid.uuid4(), missing))


@pytest.mark.rule("S11", "S12", "S24")
@pytest.mark.parametrize("choice", ["child", "cared_for"])
def test_who_activates_for_somebody_else_gives_a_name(kiosk: Kiosk, choice: str) -> None:
    """The own name is asked for only then, is required, and goes along."""
    found(kiosk)
    to_person(kiosk)
    assert not kiosk.seen("invited_guardian")
    kiosk.fill(PERSON | {f"invited_for_{choice}": "tap"})
    kiosk.go_on()
    assert kiosk.said("invited_guardian_error") == "Enter your own name, as the parent or guardian"
    assert kiosk.service.checked == []
    kiosk.type("invited_guardian", "Ana Okafor")
    kiosk.go_on()
    assert kiosk.wizard.step is Step.CREDENTIALS
    draft = kiosk.wizard.draft
    assert (draft.relationship.value, draft.guardian and draft.guardian.text) == (choice, "Ana Okafor")


@pytest.mark.rule("S11", "S12", "K1")
@pytest.mark.parametrize("connected", [True, False])
def test_a_child_alone_is_led_to_its_guardian(kiosk: Kiosk, connected: bool) -> None:
    """Kindly and before anything is chosen; nobody is asked about the code; "Back" leads to "my child"."""
    if connected:
        found(kiosk)
    to_person(kiosk)
    kiosk.fill(PERSON | {"invited_birth_date_year": "2016"})
    kiosk.go_on()
    assert kiosk.page == "front_desk"
    assert kiosk.said("front_desk_body").startswith("A parent or guardian must create this account.")
    assert kiosk.service.checked == []
    kiosk.tap("back")
    kiosk.fill({"invited_for_child": "tap", "invited_guardian": "Ana Okafor"})
    kiosk.go_on()
    assert kiosk.wizard.step is (Step.CREDENTIALS if connected else Step.REQUIRED_QUESTIONS)


@pytest.mark.rule("S11", "F4", "K1")
@pytest.mark.parametrize("connected", [True, False])
def test_a_teen_meets_the_desk_first(kiosk: Kiosk, connected: bool) -> None:
    """Held before anything is chosen, with the code; allowed, the page goes on to what is missing."""
    if connected:
        found(kiosk, frozenset({Missing.PHONE}))
    to_person(kiosk)
    kiosk.fill(PERSON | {"invited_birth_date_year": "2010"})
    kiosk.go_on()
    assert kiosk.page == "held_about"
    kiosk.service.request = RequestState.ALLOWED
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()
    kiosk.background.play()
    [asked] = kiosk.service.requests
    assert (asked.desk_reasons, asked.code) == (frozenset({DeskReason.MINOR}), CODE)
    assert kiosk.page == "required_questions"
    assert kiosk.seen("gender") is not connected
    assert ("check_match", asked.subject) not in kiosk.service.asked


@pytest.mark.rule("S13", "S14", "S29", "F4")
def test_what_the_desk_corrected_is_not_asked(kiosk: Kiosk) -> None:
    """After the desk's word the invitation is known, and whom it is close to shows the page of a close match."""
    kiosk.service.check = InvitationCheck(InvitationState.NO_MATCH)
    kiosk.service.corrected = InvitationMatch(uuid.uuid4(), frozenset())
    kiosk.service.match = Match(MatchState.PHONE, uuid.uuid4())
    kiosk.service.request = RequestState.ALLOWED
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()
    kiosk.tap("invited_ask_desk")
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()
    kiosk.background.play()
    assert kiosk.page == "verify_phone"


@pytest.mark.rule("S13")
def test_a_mismatch_is_neutral(kiosk: Kiosk) -> None:
    """The page stays with one sentence; neither field is named as the wrong one; the answers stay."""
    kiosk.service.check = InvitationCheck(InvitationState.NO_MATCH)
    to_person(kiosk)
    assert not kiosk.seen("invited_ask_desk")
    kiosk.fill(PERSON)
    kiosk.go_on()
    assert kiosk.wizard.step is Step.INVITED_PERSON
    told = "These do not match. If you moved, try your old ZIP code, or ask the front desk."
    assert kiosk.said("error_link_0") == told
    assert not kiosk.seen("invited_birth_date_error")
    assert not kiosk.seen("invited_zip_error")
    assert kiosk.said("invited_zip") == "43215"


@pytest.mark.rule("S13")
def test_after_a_mismatch_the_desk_is_one_touch_away(kiosk: Kiosk) -> None:
    """The desk gets what was typed last and the code; a corrected try asks nobody."""
    kiosk.service.check = InvitationCheck(InvitationState.NO_MATCH)
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()
    kiosk.type("invited_zip", "43210")
    kiosk.tap("invited_ask_desk")
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()
    assert kiosk.page == "held_about"
    [asked] = kiosk.service.requests
    assert asked.desk_reasons == {DeskReason.DETAILS}
    assert asked.zip_code is not None
    assert (asked.zip_code.text, asked.code) == ("43210", CODE)
    assert len(kiosk.service.checked) == 1


@pytest.mark.rule("S2", "S13")
def test_an_invited_person_without_a_zip_asks_the_desk(kiosk: Kiosk) -> None:
    """Nothing is sent to compare: the desk looks at invitation and person."""
    to_person(kiosk)
    kiosk.fill(PERSON | {"invited_no_zip": "tap"})
    assert not kiosk.seen("invited_zip")
    kiosk.go_on()
    assert kiosk.page == "held_about"
    [asked] = kiosk.service.requests
    assert asked.desk_reasons == {DeskReason.NO_ZIP, DeskReason.DETAILS}
    assert kiosk.service.checked == []


@pytest.mark.rule("S13", "S44")
def test_a_locked_code_shows_the_lock(kiosk: Kiosk) -> None:
    """Five wrong tries end on the page with the clock; nothing typed is left behind it."""
    until = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=15)
    kiosk.service.check = InvitationCheck(InvitationState.LOCKED, until=until)
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()
    assert kiosk.page == "locked"
    assert kiosk.seen("locked_clock")
    assert not kiosk.seen("back")


@pytest.mark.rule("S14", "S28")
@pytest.mark.parametrize("missing", [frozenset(), frozenset({Missing.PHONE})])
def test_an_invited_patient_with_an_account_is_told(kiosk: Kiosk, missing: frozenset[Missing]) -> None:
    """The match runs here, too: with nothing to ask right after date of birth and ZIP, else after the questions."""
    kiosk.service.check = InvitationCheck(InvitationState.MATCH, InvitationMatch(uuid.uuid4(), missing))
    kiosk.service.match = Match(MatchState.ACCOUNT, uuid.uuid4())
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()
    if missing:
        assert ("check_match", kiosk.wizard.draft.subject) not in kiosk.service.asked
        kiosk.fill({"phone": "6145550123"})
        kiosk.go_on()
    assert kiosk.page == "have_account"


@pytest.mark.rule("S14")
@pytest.mark.parametrize(
    ("missing", "asked", "step"),
    [
        (frozenset(), (), Step.CREDENTIALS),
        (frozenset({Missing.PHONE}), ("phone",), Step.REQUIRED_QUESTIONS),
        (frozenset({Missing.GENDER}), ("gender",), Step.REQUIRED_QUESTIONS),
    ],
)
def test_only_what_is_missing_is_asked(
    kiosk: Kiosk, missing: frozenset[Missing], asked: tuple[str, ...], step: Step
) -> None:
    """What the invitation carries is not asked again."""
    kiosk.service.check = InvitationCheck(InvitationState.MATCH, InvitationMatch(uuid.uuid4(), missing))
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()
    assert kiosk.wizard.step is step
    for field in ("phone_field", "gender"):
        assert kiosk.seen(field) == (field.removesuffix("_field") in asked)


@pytest.mark.rule("S13", "K1")
def test_not_connected_the_activation_goes_on(kiosk: Kiosk) -> None:
    """Nobody can check, so everything is asked, and the ending claims no more than "Saved"."""
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()
    assert kiosk.wizard.step is Step.REQUIRED_QUESTIONS
    kiosk.fill({"gender_female": "tap", "phone": "6145550123"})
    kiosk.go_on()
    kiosk.fill({"user_id": "quetzal27"} | CREDENTIALS)
    kiosk.go_on()
    assert kiosk.page == "saved"
    assert kiosk.service.finished[0].code == CODE
    assert kiosk.service.asked == [], "nobody to look for before the invitation is found"


@pytest.mark.rule("S14", "S8")
def test_an_activation_ends_active(kiosk: Kiosk) -> None:
    """Code, two answers and credentials make an account, with the source's congratulation."""
    kiosk.service.check = InvitationCheck(InvitationState.MATCH, InvitationMatch(uuid.uuid4(), frozenset()))
    kiosk.service.outcome = Outcome.ACCEPTED
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()
    kiosk.fill({"user_id": "quetzal27"} | CREDENTIALS)
    kiosk.go_on()
    assert kiosk.page == "profile"
    assert kiosk.said("profile_title") == "Congratulations! You have an account."
    assert not kiosk.seen("back")
    kiosk.tap("profile_skip")
    assert kiosk.page == "active"
    assert kiosk.said("active_title") == "Congratulations! You have an account."


@pytest.mark.rule("S10")
def test_a_hand_is_no_scanner(qtbot: QtBot, qapp: QApplication) -> None:
    """The same letters typed slower than a scanner types them open nothing, also if Enter follows fast."""
    now = [0.0]
    made = Kiosk(qapp, ManualBackground(), clock=lambda: now[0])
    with qtbot.waitActive(made.window):
        made.window.show()
    made.find("welcome_help").setFocus()
    for symbol in CODE.symbols:
        now[0] += 0.035
        QTest.keyClicks(made.find("welcome_help"), symbol)
    made.press(Qt.Key.Key_Return)
    assert made.window.wizard is None
    assert made.seen("help")
    made.close()


@pytest.mark.rule("S10")
@pytest.mark.parametrize(("gap_ms", "opened"), [(5, True), (35, False)], ids=["scanner", "hand"])
def test_keys_that_come_late_tell_when_they_were_pressed(
    qtbot: QtBot, qapp: QApplication, gap_ms: int, opened: bool
) -> None:
    """A busy screen gets a scanner's keys seconds late, or a hand's all at once: the time of each press decides."""
    seconds = itertools.count()
    made = Kiosk(qapp, ManualBackground(), clock=lambda: next(seconds) if opened else 0.0)
    with qtbot.waitActive(made.window):
        made.window.show()
    field = made.find("welcome_help")
    field.setFocus()
    pressed = itertools.count(1_000_000, gap_ms)
    for symbol in (*CODE.symbols, "\r"):
        key = Qt.Key.Key_Return if symbol == "\r" else Qt.Key.Key_unknown
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, symbol)
        event.setTimestamp(next(pressed))
        QApplication.sendEvent(field, event)
    assert (made.window.wizard is not None) is opened
    made.close()
