"""The sign-up's pages: about you, and the required questions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kiosk.domain.flow import Step
from kiosk.domain.values import Gender, Relationship
from kiosk.ui import email_hints
from tests.ui.fakes import ABOUT, Kiosk

NOTICE = (
    "PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have their "
    "own account. Due to new regulations, accounts cannot be shared."
)


@pytest.mark.rule("S2")
def test_about_you_makes_a_draft_of_what_was_typed(kiosk: Kiosk) -> None:
    """Name, date of birth, ZIP and email stand in the draft as typed, and "Continue" leads on."""
    kiosk.to_questions()
    draft = kiosk.wizard.draft
    assert kiosk.wizard.step is Step.REQUIRED_QUESTIONS
    values = (draft.first, draft.last, draft.zip_code, draft.email)
    assert tuple(value.text for value in values if value) == (
        ABOUT["first_name"],
        "Okafor",
        "43215",
        "quetzal@riverside.example",
    )
    assert draft.birth_date is not None
    assert draft.birth_date.date.isoformat() == "1984-03-27"


@pytest.mark.rule("S11", "S12", "S24")
def test_the_notice_stands_whole_before_the_first_question(kiosk: Kiosk) -> None:
    """The source's notice is shown to the letter where the sign-up begins, with both ways to say for whom it is."""
    kiosk.tap("create_account")
    assert kiosk.said("account_for_notice_text") == NOTICE
    rows = [kiosk.said(f"account_for_{who}") for who in ("self", "child", "cared_for")]
    assert rows == ["For me", "This account is for my child", "for someone I care for"]


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("first_name", "", "Enter your first name"),
        ("first_name", "A" * 61, "Use at most 60 letters for a name"),
        ("first_name", "Mar1a", "A name cannot have this sign: 1"),
        ("last_name", "", "Enter your last name, or tick “I have only one name”"),
        ("birth_date_month", "", "Enter the month, the day and the year with 4 digits"),
        ("birth_date_month", "13", "There is no such day. Please check the month, the day and the year"),
        ("birth_date_year", "1899", "Enter a year from 1900 on"),
        ("birth_date_year", "2027", "This day has not come yet. Please check the year"),
        ("zip_code", "4321", "Enter a 5-digit ZIP code, or tick “I have no US ZIP”"),
        ("email", "", "Enter your email address, or tick “I have no email”"),
        ("email", "quetzal@", "Enter an email address like name@example.com"),
    ],
)
def test_each_refusal_says_its_own_sentence_at_its_field(kiosk: Kiosk, field: str, typed: str, told: str) -> None:
    """A wrong answer keeps the page, stands in the summary and at its field in the same words, and has the focus."""
    kiosk.to_questions(**{field: typed})
    at = "birth_date" if field.startswith("birth_date") else field
    assert kiosk.wizard.step is Step.ABOUT_YOU
    assert kiosk.seen("error_summary")
    assert kiosk.said("error_heading") == "There is a problem"
    assert kiosk.said("error_link_0") == told
    assert kiosk.said(f"{at}_error") == told
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName().startswith(at)


@pytest.mark.rule("S2")
def test_all_problems_are_told_at_once_and_vanish_when_mended(kiosk: Kiosk) -> None:
    """An empty page lists every field in its order; after mending nothing of it is left."""
    kiosk.tap("create_account", "primary")
    told = [kiosk.said(f"error_link_{number}") for number in range(5)]
    assert told[0] == "Enter your first name"
    assert told[3] == "Enter a 5-digit ZIP code, or tick “I have no US ZIP”"
    kiosk.fill(ABOUT)
    kiosk.go_on()
    assert kiosk.wizard.step is Step.REQUIRED_QUESTIONS
    assert not kiosk.seen("error_summary")


@pytest.mark.rule("S2")
def test_nothing_is_told_before_continue(kiosk: Kiosk) -> None:
    """A half-typed answer is not an error: fields are looked at on "Continue" only."""
    kiosk.tap("create_account")
    kiosk.type("email", "quetzal@")
    kiosk.type("zip_code", "4")
    assert not kiosk.seen("error_summary")
    assert not kiosk.seen("zip_code_error")


@pytest.mark.rule("S2")
def test_a_person_with_one_name_gives_one(kiosk: Kiosk) -> None:
    """With "I have only one name" the last name is not asked and not required."""
    kiosk.to_questions(last_name="", one_name="tap")
    assert kiosk.wizard.step is Step.REQUIRED_QUESTIONS
    assert kiosk.wizard.draft.last is None


@pytest.mark.rule("S11", "S12")
def test_a_parent_gives_both_names(kiosk: Kiosk) -> None:
    """For a child the guardian's own name is asked and required; the child's own data follow."""
    kiosk.to_questions(account_for_child="tap", birth_date_year="2020")
    assert kiosk.said("guardian_name_error") == "Enter your own name, as the parent or guardian"
    kiosk.type("guardian_name", "Ana Okafor")
    kiosk.go_on()
    draft = kiosk.wizard.draft
    assert draft.relationship is Relationship.CHILD
    assert draft.guardian is not None
    assert draft.guardian.text == "Ana Okafor"
    assert kiosk.wizard.step is Step.REQUIRED_QUESTIONS


@pytest.mark.rule("S2")
@pytest.mark.parametrize("which", ["no_email", "no_zip"])
def test_without_email_or_zip_the_field_goes_away(kiosk: Kiosk, which: str) -> None:
    """The row hides its field, whatever stands in it, and the draft says that there is none."""
    field = {"no_email": "email", "no_zip": "zip_code"}[which]
    kiosk.tap("create_account")
    assert [kiosk.said(name) for name in ("no_email", "no_zip")] == ["I have no email", "I have no US ZIP"]
    kiosk.fill(ABOUT | {field: "no such thing", which: "tap"})
    assert not kiosk.seen(field)
    kiosk.go_on()
    draft = kiosk.wizard.draft
    assert (draft.no_email, draft.no_zip) == (which == "no_email", which == "no_zip")
    assert (draft.email is None, draft.zip_code is None) == (draft.no_email, draft.no_zip)
    assert kiosk.page == "held_about"


@pytest.mark.rule("S2", "S28")
def test_other_answers_are_another_person(kiosk: Kiosk) -> None:
    """After Back the same answers keep their subject; another name begins under a fresh one."""
    kiosk.to_questions()
    first = kiosk.wizard.draft.subject
    kiosk.tap("back")
    kiosk.go_on()
    assert kiosk.wizard.draft.subject == first
    kiosk.tap("back")
    kiosk.type("first_name", "Ana")
    kiosk.go_on()
    assert kiosk.wizard.draft.subject != first


@pytest.mark.rule("S11")
def test_the_age_policy_leads_to_the_desk_and_back(kiosk: Kiosk) -> None:
    """Who may not sign up alone sees why; "Back" keeps the answers, because nothing was sent."""
    kiosk.to_questions(birth_date_year="2020")
    assert kiosk.page == "front_desk"
    assert kiosk.said("front_desk_title") == "Please see the front desk"
    assert kiosk.said("front_desk_body").startswith("A parent or guardian must create this account.")
    kiosk.tap("back")
    assert kiosk.page == "about_you"
    assert kiosk.said("first_name") == ABOUT["first_name"]


@pytest.mark.rule("S2")
def test_a_mistyped_domain_is_asked_about(kiosk: Kiosk) -> None:
    """The question "Did you mean …?" puts the likely address in with one touch; the address is shown large."""
    kiosk.tap("create_account")
    kiosk.type("email", "quetzal@gmial.com")
    assert kiosk.said("email_suggestion") == "Did you mean quetzal@gmail.com?"
    kiosk.find("email_suggestion").click()  # type: ignore[attr-defined]  # an Action
    assert kiosk.said("email") == "quetzal@gmail.com"
    assert kiosk.said("email_shown") == "quetzal@gmail.com"
    assert not kiosk.seen("email_suggestion")


@pytest.mark.rule("S2")
def test_a_domain_chip_saves_touches(kiosk: Kiosk) -> None:
    """A chip adds its domain to what was typed, or replaces another."""
    kiosk.tap("create_account")
    kiosk.type("email", "quetzal")
    kiosk.find("email_domain_0").click()  # type: ignore[attr-defined]  # an Action
    assert kiosk.said("email") == "quetzal@gmail.com"
    kiosk.find("email_domain_1").click()  # type: ignore[attr-defined]  # an Action
    assert kiosk.said("email") == "quetzal@yahoo.com"


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a@gmial.com", "a@gmail.com"),
        ("a@gmail.con", "a@gmail.com"),
        ("a@yaho.com", "a@yahoo.com"),
        ("a@hotmial.com", "a@hotmail.com"),
        ("a@gmail.com", None),
        ("a@riverside.example", None),
        ("a@me.com", None),
        ("a@", None),
        ("gmial.com", None),
        ("", None),
    ],
)
def test_suggestions_mend_slips_and_leave_the_rest_alone(typed: str, meant: str | None) -> None:
    """Only a domain that is a slip away from a common one is asked about."""
    assert email_hints.did_you_mean(typed) == meant


@pytest.mark.rule("S3")
def test_gender_and_phone_are_required(kiosk: Kiosk) -> None:
    """Both questions must be answered; "Prefer not to say" is an answer."""
    kiosk.to_questions()
    kiosk.go_on()
    assert kiosk.said("gender_error") == "Choose a gender, or “Prefer not to say”"
    assert kiosk.said("phone_error") == "Enter a phone number with its area code, like 555 010 1234"
    kiosk.fill({"gender_unknown": "tap", "phone": "614 555 0123"})
    kiosk.go_on()
    assert kiosk.wizard.step is Step.CREDENTIALS
    assert kiosk.wizard.draft.gender is Gender.UNDISCLOSED
    assert kiosk.wizard.draft.phone is not None
    assert kiosk.wizard.draft.phone.e164 == "+16145550123"


@pytest.mark.rule("S2", "K5")
def test_an_address_can_be_typed_on_our_keyboard(kiosk: Kiosk) -> None:
    """Name and date go in by touches on the on-screen keyboard alone; a full date box moves on by itself."""
    kiosk.tap("create_account", "first_name", "key_a", "key_n", "key_a")
    assert kiosk.said("first_name") == "Ana"
    kiosk.tap("birth_date_month")
    for key in "3271984":
        kiosk.tap(f"key_{key}")
    assert [kiosk.said(f"birth_date_{part}") for part in ("month", "day", "year")] == ["3", "27", "1984"]
    assert kiosk.said("birth_date_shown") == "March 27, 1984"
    assert QApplication.focusWidget() is kiosk.find("zip_code")


@pytest.mark.rule("S2")
def test_enter_in_a_line_means_continue(kiosk: Kiosk) -> None:
    """Enter looks at the page, except in the first boxes of a date, where it moves on."""
    kiosk.tap("create_account")
    kiosk.find("birth_date_month").setFocus()
    kiosk.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is kiosk.find("birth_date_day")
    assert not kiosk.seen("error_summary")
    kiosk.type("zip_code", "43215")
    kiosk.press(Qt.Key.Key_Return)
    assert kiosk.seen("error_summary")
