"""The help screen is the source's text, reachable from every page, and loses no answer (S42, S46, S48)."""

from __future__ import annotations

import re

import pytest

from kiosk.ui.help_texts import entries
from tests.ui.fakes import CANARY, Kiosk


def words(text: str) -> str:
    """Letters and digits alone: blanks, numbering and quotes may differ."""
    return re.sub(r"\W+", " ", re.sub(r"(?m)^\d\. ", "", text.replace("’", "'"))).strip()


@pytest.mark.rule("S42", "S46")
def test_every_question_opens_its_answer_and_closes_again(kiosk: Kiosk) -> None:
    """Eleven questions stand folded; a press unfolds one, another press folds it."""
    kiosk.tap("welcome_help")
    for number, (asked, told) in enumerate(entries("HealthKey", "HealthKey Support")):
        assert kiosk.said(f"help_question_{number}") == asked
        assert not kiosk.seen(f"help_answer_{number}")
        kiosk.tap(f"help_question_{number}")
        assert kiosk.said(f"help_answer_{number}") == told
        kiosk.tap(f"help_question_{number}")
        assert not kiosk.seen(f"help_answer_{number}")


@pytest.mark.rule("S42", "S40", "S41")
@pytest.mark.parametrize(
    "sentence",
    [
        "Complete all required questions and create a unique user ID and password for your account. The password must "
        "be at least 6 characters, must contain at least one number OR an upper case letter, and should not contain "
        'any special characters (#%&*). Click "Create Account."',
        "Parents or guardians must create individual accounts for each child. Every patient must have their own "
        "account. Due to new regulations, accounts cannot be shared.",
        "You probably received an invitation to join the patient portal from your practice previously, but did not "
        "take action. That's ok! Click on the link on the right side of your screen to have your activation code "
        "resent to you so that you can proceed with establishing your account.",
        "If your information closely matches an existing portal account, you can verify your account by clicking on "
        '"Verify by Phone Number."',
        "Chat with us and we'd be happy to send you a direct link to reset your password.",
        "Chat with us and we'd be happy to update your email address and assist you with your user ID and/or password.",
        "Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account.",
        "Be sure you're using a current version of your web browser for optimal performance.",
    ],
)
def test_the_sources_sentences_stand_whole(sentence: str) -> None:
    """To the letter, whatever is folded around them."""
    everything = words(" ".join(told for _, told in entries("HealthKey", "Medfusion")))
    assert words(sentence) in everything


@pytest.mark.rule("S46")
def test_the_browsers_named_are_current_ones() -> None:
    """The source's list is dated: what nobody can get any more is not named."""
    (told,) = [told for asked, told in entries("HealthKey", "HealthKey Support") if "browser" in asked]
    assert "Internet Explorer" not in told
    assert all(name in told for name in ("Firefox", "Chrome", "Edge", "Safari"))


@pytest.mark.rule("S42")
def test_help_over_a_page_keeps_what_was_typed(kiosk: Kiosk) -> None:
    """Open, read, close: the name still stands there."""
    kiosk.tap("create_account")
    kiosk.type("first_name", CANARY)
    kiosk.tap("need_help")
    kiosk.tap("help_question_4")
    assert kiosk.seen("help_start_over")
    kiosk.tap("primary")
    assert kiosk.said("first_name") == CANARY


@pytest.mark.rule("S48")
def test_help_names_the_front_desk_and_the_emergency_number(kiosk: Kiosk) -> None:
    """Also where nobody chats."""
    kiosk.tap("welcome_help")
    assert kiosk.said("help_desk") == "Or ask the front desk. In an emergency call 911."
