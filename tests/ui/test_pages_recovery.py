"""Forgot user ID and forgot password at the tablet: the source's order, and neutral answers (S30-S39)."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.replies import RecoveryReply, Reply, ReplyState
from kiosk.ui.page import Patience
from tests.ui.fakes import Kiosk

DONE = Reply(ReplyState.DONE)
ASKED = RecoveryReply(ReplyState.DONE, None, uuid.uuid4(), SecretQuestion.FIRST_PET)


def to_answer(kiosk: Kiosk) -> None:
    """Forgot user ID, up to the secret question."""
    kiosk.service.replies["recover_user_id"] = ASKED
    kiosk.tap("forgot_user_id")
    kiosk.fill({"recovery_email": "maria@mail.example"})
    kiosk.go_on()
    for part, digits in (("month", "7"), ("day", "9"), ("year", "1984")):
        kiosk.type(f"recovery_birth_date_{part}", digits)
    kiosk.go_on()


def to_confirm(kiosk: Kiosk) -> None:
    """Forgot password, up to the mail's code."""
    kiosk.service.replies["recover_password"] = ASKED
    kiosk.service.replies["answer_password"] = DONE
    kiosk.tap("forgot_password")
    kiosk.fill({"recovery_user_id": "maria.okafor27"})
    kiosk.go_on()
    kiosk.fill({"security_answer": "Canela", "new_password": "Harbor99"})
    kiosk.go_on()


@pytest.mark.rule("S30", "S31", "S32", "S33", "S34")
def test_forgot_user_id_asks_in_the_sources_order_and_shows_no_user_id(kiosk: Kiosk) -> None:
    """Email, date of birth, secret question; the end is the source's sentence, in neutral company."""
    kiosk.tap("forgot_user_id")
    assert kiosk.said("recover_email_title") == "Enter your email address."
    kiosk.tap("back")
    to_answer(kiosk)
    assert kiosk.said("recover_answer_title") == "Answer your secret question"
    assert kiosk.said("recovery_answer_question") == "What was the name of your first pet?"
    assert kiosk.said("recovery_answer_hint").startswith("Do you share your email with a twin?")  # says so to everybody
    kiosk.service.replies["answer_user_id"] = DONE
    kiosk.fill({"recovery_answer": "Canela"})
    kiosk.go_on()
    assert kiosk.service.asked[-1] == ("answer_user_id", SecurityAnswer("canela"))
    assert kiosk.said("user_id_sent_title") == "Your User ID will be sent to your email address."
    assert "If your answers are right" in kiosk.said("user_id_sent_body")
    assert kiosk.wizard.at_end
    assert kiosk.wizard.draft.answer is None


@pytest.mark.rule("S35", "S36", "S37", "S38", "S39")
def test_forgot_password_confirms_with_code_and_the_password_typed_again(kiosk: Kiosk) -> None:
    """User ID; answer and new password; then the mail's digits and the password once more."""
    to_confirm(kiosk)
    assert kiosk.service.asked[-1:] == [("answer_password", SecurityAnswer("canela"), Password("Harbor99"))]
    assert kiosk.said("confirm_password_page_title") == "Confirm your password"
    assert "“confirm my password” link" in kiosk.said("confirm_mail")
    assert (kiosk.wizard.draft.password, kiosk.wizard.draft.answer) == (None, None)
    kiosk.service.replies["confirm_password"] = DONE
    kiosk.fill({"confirm_code": "123456", "confirm_password": "Harbor99"})
    kiosk.go_on()
    assert kiosk.service.asked[-1:] == [("confirm_password", "123456", "Harbor99")]
    assert kiosk.page == "password_confirmed"


@pytest.mark.rule("S38")
def test_the_link_may_be_opened_later(kiosk: Kiosk) -> None:
    """No code is needed here; the old password is said to work until then."""
    to_confirm(kiosk)
    kiosk.tap("confirm_at_home")
    assert kiosk.page == "password_mailed"
    assert "Until then your old password works." in kiosk.said("password_mailed_body")


@pytest.mark.rule("S37", "S43")
def test_the_new_passwords_rules_tick_and_a_refusal_names_rule_and_sign(kiosk: Kiosk) -> None:
    """The same rules as at sign-up; nothing is sent."""
    kiosk.service.replies["recover_password"] = ASKED
    kiosk.tap("forgot_password")
    kiosk.fill({"recovery_user_id": "maria.okafor27"})
    kiosk.go_on()
    kiosk.fill({"security_answer": "Canela", "new_password": "Harbor#9"})
    kiosk.go_on()
    assert kiosk.page == "set_password"
    assert kiosk.said("error_link_0") == "Your password cannot have this sign: #. Use only letters A-Z and numbers"
    assert kiosk.service.asked[-1][0] == "recover_password"


@pytest.mark.rule("K3", "S37")
def test_passwords_and_answers_are_gone_from_the_fields_as_soon_as_they_are_used(kiosk: Kiosk) -> None:
    """Nothing of them can be brought back, not even with Undo."""
    to_confirm(kiosk)
    for name in ("security_answer", "new_password"):
        line = kiosk.line(name)
        assert line.text() == ""
        assert not line.isUndoAvailable()


@pytest.mark.rule("S39")
@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (ReplyState.WRONG, "Code and password do not fit. Please check both, or open the link of the mail."),
        (ReplyState.EXPIRED, "These digits do not work any more. Please open the link of the mail."),
    ],
)
def test_a_confirmation_that_fails_says_what_to_do(kiosk: Kiosk, state: ReplyState, sentence: str) -> None:
    """One sentence for code and password alike."""
    to_confirm(kiosk)
    kiosk.service.replies["confirm_password"] = Reply(state)
    kiosk.fill({"confirm_code": "123456", "confirm_password": "Harbor98"})
    kiosk.go_on()
    assert kiosk.page == "confirm_password_page"
    assert kiosk.said("error_link_0") == sentence


@pytest.mark.rule("S38")
def test_waiting_for_a_mail_is_given_ten_minutes(kiosk: Kiosk) -> None:
    """Only where a mail is on its way; a code of five digits is not sent."""
    to_confirm(kiosk)
    assert kiosk.wizard.patience is Patience.MESSAGE
    kiosk.fill({"confirm_code": "12345", "confirm_password": "Harbor99"})
    kiosk.go_on()
    assert kiosk.service.asked[-1][0] == "answer_password"


@pytest.mark.rule("S44", "S45", "K1")
@pytest.mark.parametrize("state", [ReplyState.LOCKED, ReplyState.NOT_CONNECTED])
@pytest.mark.parametrize("journey", ["user_id", "password"])
def test_locked_and_not_connected_have_pages_of_their_own(kiosk: Kiosk, state: ReplyState, journey: str) -> None:
    """Wherever the portal answers so, on both ways."""
    until = dt.datetime(2026, 11, 23, 12, 15, tzinfo=dt.UTC)
    kiosk.service.reply = Reply(state, until)
    if journey == "user_id":
        to_answer(kiosk)
        kiosk.fill({"recovery_answer": "Canela"})
        kiosk.go_on()
    else:
        kiosk.service.replies["recover_password"] = RecoveryReply(state, until)
        kiosk.tap("forgot_password")
        kiosk.fill({"recovery_user_id": "maria.okafor27"})
        kiosk.go_on()
    assert kiosk.page == state.value


@pytest.mark.rule("S31", "K3")
def test_asking_too_often_says_so_on_the_page(kiosk: Kiosk) -> None:
    """The page stays; the answer was used, so neither the field nor the draft holds it any more."""
    to_answer(kiosk)
    kiosk.service.replies["answer_user_id"] = Reply(ReplyState.WAIT)
    kiosk.fill({"recovery_answer": "Canela"})
    kiosk.go_on()
    assert kiosk.page == "recover_answer"
    assert kiosk.said("error_link_0").startswith("You asked for this several times.")
    assert kiosk.said("recovery_answer") == ""
    assert kiosk.wizard.draft.answer is None


@pytest.mark.rule("S37", "K3")
def test_a_new_password_that_was_not_taken_is_kept_nowhere(kiosk: Kiosk) -> None:
    """Too late at the portal: password and answer are typed again, from empty fields and an empty draft."""
    kiosk.service.replies["recover_password"] = ASKED
    kiosk.service.replies["answer_password"] = Reply(ReplyState.EXPIRED)
    kiosk.tap("forgot_password")
    kiosk.fill({"recovery_user_id": "maria.okafor27"})
    kiosk.go_on()
    kiosk.fill({"security_answer": "Canela", "new_password": "Harbor99"})
    kiosk.go_on()
    assert kiosk.page == "set_password"
    assert (kiosk.said("security_answer"), kiosk.said("new_password")) == ("", "")
    assert (kiosk.wizard.draft.answer, kiosk.wizard.draft.password) == (None, None)
