"""The credentials page, and the endings it leads to."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtWidgets import QLineEdit

from kiosk.domain.draft import Journey
from kiosk.domain.errors import DiskFullError
from kiosk.domain.flow import Step
from kiosk.domain.outcomes import Ending, Outcome, ending_of
from kiosk.domain.patient_ports import UserIdState
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.values import Email
from kiosk.ui.pages.front_desk import FrontDeskPage
from kiosk.ui.session import new_draft
from kiosk.ui.widgets import PlainLineEdit, RuleChecklist, RuleState
from tests.ui.fakes import CREDENTIALS, Kiosk, practice

NOT_SAVED = "We could not save this. Nothing is lost: please try again, or see the front desk."


def states(kiosk: Kiosk) -> tuple[RuleState, ...]:
    """The marks of the three password rules."""
    rules = kiosk.find("password_rules")
    assert isinstance(rules, RuleChecklist)
    return rules.states()


@pytest.mark.rule("S4")
def test_a_user_id_is_suggested_and_may_be_changed(kiosk: Kiosk) -> None:
    """The page begins with an ID that needs no typing; what the patient types instead is kept."""
    kiosk.to_credentials()
    assert kiosk.said("user_id") == "quetzalcoatlus.okafor27"
    kiosk.type("user_id", "Feathers-27")
    kiosk.tap("back")
    kiosk.go_on()
    assert kiosk.said("user_id") == "Feathers-27"


@pytest.mark.rule("S5", "S6", "S7", "S43")
def test_the_password_rules_stand_before_typing_in_the_sources_words(kiosk: Kiosk) -> None:
    """Three rules, to the letter, none ticked."""
    kiosk.to_credentials()
    said = [kiosk.find(f"password_rules_{number}").text() for number in range(3)]  # type: ignore[attr-defined]
    assert said == [
        "at least 6 characters",
        "at least one number OR an upper case letter",
        "no special characters (#%&*): only letters A-Z and numbers",
    ]
    assert states(kiosk) == (RuleState.OPEN,) * 3


@pytest.mark.rule("S5", "S6", "S7")
@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("sun", (RuleState.OPEN, RuleState.OPEN, RuleState.MET)),
        ("sunny4", (RuleState.MET, RuleState.MET, RuleState.MET)),
        ("Sunny!day", (RuleState.MET, RuleState.MET, RuleState.BROKEN)),
    ],
)
def test_the_password_rules_tick_while_typing(kiosk: Kiosk, typed: str, marks: tuple[RuleState, ...]) -> None:
    """Each rule ticks by itself; a special character is marked as wrong at once."""
    kiosk.to_credentials()
    kiosk.type("password", typed)
    assert states(kiosk) == marks


@pytest.mark.rule("S4", "S5", "S6", "S7", "S3")
@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("user_id", "ab", "Use 6 to 32 characters for your user ID"),
        ("user_id", "maria#27", "A user ID cannot have this sign: #. Use letters, numbers, dots, - and _"),
        ("user_id", "support", "Nobody can have this user ID. Please choose another one"),
        ("password", "Ab1", "Use at least 6 characters for your password"),
        ("password", "A" * 65, "Use at most 64 characters for your password"),
        ("password", "sunnyday", "Put at least one number OR an upper case letter into your password"),
        ("password", "Sunny%day", "Your password cannot have this sign: %. Use only letters A-Z and numbers"),
        ("answer", "?!", "Answer your secret question with at least one letter or number"),
        ("answer", "a" * 101, "Use at most 100 characters for your answer"),
    ],
)
def test_each_refusal_says_its_own_sentence_at_its_field(kiosk: Kiosk, field: str, typed: str, told: str) -> None:
    """A refusal names the rule and the character, at its field and in the summary; nothing is sent."""
    kiosk.to_credentials()
    kiosk.fill(CREDENTIALS | {field: typed})
    kiosk.go_on()
    assert kiosk.said(f"{field}_error") == told
    assert kiosk.said("error_link_0") == told
    assert kiosk.service.finished == []


@pytest.mark.rule("S3")
def test_question_and_consent_are_required(kiosk: Kiosk) -> None:
    """Without a question, an answer and the tick no account is made."""
    kiosk.to_credentials()
    kiosk.type("password", "Sunny4day")
    kiosk.go_on()
    assert kiosk.said("question_error") == "Choose a secret question"
    assert kiosk.said("consent_error") == "Tick the box to agree, or ask the front desk"
    assert kiosk.service.finished == []


@pytest.mark.rule("S4")
def test_a_taken_user_id_keeps_the_page(kiosk: Kiosk) -> None:
    """Where there is a connection a taken ID is told at once, and everything else stays."""
    kiosk.service.user_id_state = UserIdState.TAKEN
    kiosk.sign_up()
    assert kiosk.wizard.step is Step.CREDENTIALS
    assert kiosk.said("user_id_error") == "Somebody already has this user ID. Please choose another one"
    assert kiosk.said("password") == "Sunny4day"
    kiosk.service.user_id_state = UserIdState.FREE
    kiosk.go_on()
    assert kiosk.page == "saved"


@pytest.mark.rule("S8", "K1")
def test_a_full_disk_loses_nothing(kiosk: Kiosk) -> None:
    """When the tablet cannot store, the page says so, keeps every answer, and the same press works later."""
    kiosk.service.error = DiskFullError()
    kiosk.sign_up()
    assert kiosk.wizard.step is Step.CREDENTIALS
    assert kiosk.said("error_link_0") == NOT_SAVED
    assert (kiosk.said("password"), kiosk.said("answer")) == ("Sunny4day", "Rex")
    kiosk.service.error = None
    kiosk.go_on()
    assert kiosk.page == "saved"
    assert len(kiosk.service.finished) == 1


def test_a_fault_nobody_expects_is_reported_by_name_alone(kiosk: Kiosk) -> None:
    """The patient reads the same kind sentence; the log gets the exception's type, never its text."""
    faults: list[str] = []
    kiosk.window.fault.connect(faults.append)
    kiosk.service.error = KeyError("Quetzalcoatlus")
    kiosk.sign_up()
    assert kiosk.said("error_link_0") == NOT_SAVED
    assert faults == ["KeyError"]


@pytest.mark.rule("S3", "S4")
def test_the_finished_draft_holds_every_answer(kiosk: Kiosk) -> None:
    """What goes to the service is what was typed on all pages."""
    kiosk.sign_up()
    [draft] = kiosk.service.finished
    assert draft.user_id is not None
    assert draft.password is not None
    assert draft.answer is not None
    assert (draft.user_id.text, draft.password.text) == ("quetzalcoatlus.okafor27", "Sunny4day")
    assert (draft.question, draft.answer.folded, draft.consented) == (SecretQuestion.FIRST_PET, "rex", True)


@pytest.mark.rule("S43")
def test_the_password_is_shown_only_when_asked(kiosk: Kiosk) -> None:
    """Dots; the text while "Show" says so; dots again once "Create Account" is pressed."""
    kiosk.to_credentials()
    kiosk.fill(CREDENTIALS)
    line = kiosk.find("password")
    assert isinstance(line, PlainLineEdit)
    kiosk.find("password_show").click()  # type: ignore[attr-defined]  # an Action
    assert line.echoMode() is QLineEdit.EchoMode.Normal
    kiosk.tap("primary")
    assert line.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.rule("S8", "K1")
@pytest.mark.parametrize("outcome", [None, *Outcome])
def test_each_outcome_has_its_true_ending(kiosk: Kiosk, outcome: Outcome | None) -> None:
    """Active only after the portal's word; otherwise saved, or the desk with one sentence of why."""
    kiosk.service.outcome = outcome
    kiosk.sign_up()
    page = {Ending.ACTIVE: "active", Ending.SAVED: "saved", Ending.DESK: "front_desk"}[ending_of(outcome)]
    assert kiosk.page == page
    assert kiosk.said("primary") == "Finish"
    assert not kiosk.seen("back")
    assert not kiosk.seen("progress")
    if page == "front_desk":
        assert kiosk.said("front_desk_body")
    else:
        assert kiosk.said(f"{page}_portal_address") == "portal.riverside.example"


@pytest.mark.rule("S20", "S28")
def test_an_exact_match_is_told_in_the_sources_words(kiosk: Kiosk) -> None:
    """Who has an account learns so, and that an email with the user ID was sent; the ID itself is not shown."""
    kiosk.service.outcome = Outcome.EXACT_MATCH
    kiosk.sign_up()
    said = kiosk.said("front_desk_body")
    assert said.startswith('You already have a "HealthKey" portal account.')
    assert "email with your user ID" in said


@pytest.mark.rule("S12")
def test_another_account_carries_what_a_family_shares(kiosk: Kiosk) -> None:
    """ZIP, email, phone and the guardian come along; name, date of birth, user ID and password do not."""
    kiosk.to_questions(account_for_child="tap", guardian_name="Ana Okafor", birth_date_year="2020")
    kiosk.fill({"gender_male": "tap", "phone": "6145550123"})
    kiosk.go_on()
    kiosk.fill(CREDENTIALS)
    kiosk.go_on()
    former = kiosk.wizard.draft.subject
    kiosk.tap("saved_another")
    assert kiosk.page == "about_you"
    assert kiosk.wizard.draft.subject != former
    lines = ("guardian_name", "first_name", "last_name", "birth_date_year", "zip_code", "email")
    assert [kiosk.said(line) for line in lines] == [
        "Ana Okafor", "", "", "", "43215", "quetzal@riverside.example",
    ]  # fmt: skip
    kiosk.fill({"first_name": "Ivo", "last_name": "Okafor"})
    kiosk.fill({"birth_date_month": "1", "birth_date_day": "2", "birth_date_year": "2021"})
    kiosk.go_on()
    assert kiosk.said("phone") == "+16145550123"
    kiosk.fill({"gender_male": "tap"})
    kiosk.go_on()
    assert kiosk.said("user_id") == "ivo.okafor27"
    assert kiosk.said("password") == ""


@pytest.mark.rule("S2", "S4", "S8")
@pytest.mark.parametrize(
    ("journey", "email", "says", "not_says"),
    [
        (Journey.SIGN_UP, Email("maria@mail.example", "maria@mail.example"), "You get an email with a link", "slip"),
        (Journey.SIGN_UP, None, "The front desk gives you a slip", "email"),
        (Journey.INVITATION, None, "If we have your email address, you get an email", "You get an email"),
    ],
    ids=["email", "no email", "the invitation knows"],
)
def test_a_taken_user_id_promises_no_mail_that_is_not_written(
    kiosk: Kiosk, journey: Journey, email: Email | None, says: str, not_says: str
) -> None:
    """The link goes to who has an address; who has none gets a slip; of an invited patient the tablet does not know."""
    page = FrontDeskPage(practice(), kiosk.service)
    draft = dataclasses.replace(new_draft(practice(), journey), email=email, outcome=Outcome.USER_ID_TAKEN)
    page.draft = draft
    assert "Your answers are safe." in page.body()
    assert says in page.body()
    assert not_says not in page.body()
    page.deleteLater()
