"""Asking to be called back works without a network and says so (S40, K1)."""

from __future__ import annotations

import pytest

from kiosk.domain.errors import DiskFullError
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Email, Language, Phone
from tests.ui.fakes import Kiosk


def fill_in(kiosk: Kiosk, contact: str) -> None:
    """Open the form and fill it in."""
    kiosk.tap("welcome_help", "help_call_back")
    kiosk.fill({"call_back_name": "Linh", "call_back_contact": contact, "call_back_topic_email": "tap"})


@pytest.mark.rule("S40")
@pytest.mark.parametrize(
    ("typed", "contact"),
    [
        ("614 555 0123", Phone("+16145550123")),
        ("Linh@mail.example", Email("Linh@mail.example", "linh@mail.example")),
    ],
)
def test_a_phone_number_or_an_address_is_recorded(kiosk: Kiosk, typed: str, contact: Phone | Email) -> None:
    """Whichever was typed; the ending promises what is true and the form is empty."""
    fill_in(kiosk, typed)
    kiosk.go_on()
    assert kiosk.service.asked == [("ask_call_back", "Linh", contact, ChatTopic.EMAIL, Language.ENGLISH)]
    assert kiosk.said("call_back_said") == (
        "Your request is saved. It goes to HealthKey Support as soon as this tablet is connected."
    )
    assert kiosk.line("call_back_contact").text() == ""
    kiosk.tap("primary")
    assert kiosk.seen("create_account")


@pytest.mark.rule("S40")
@pytest.mark.parametrize("typed", ["", "614 555", "linh@", "not a number"])
def test_a_contact_that_leads_nowhere_is_refused_at_its_field(kiosk: Kiosk, typed: str) -> None:
    """Nothing is recorded, nothing typed is lost."""
    fill_in(kiosk, typed)
    kiosk.go_on()
    assert kiosk.said("error_link_0") == "Enter a phone number with its area code, or an email address"
    assert kiosk.said("call_back_name") == "Linh"
    assert kiosk.service.asked == []


@pytest.mark.rule("S40")
def test_a_full_disk_says_so_and_the_same_form_can_be_sent_again(kiosk: Kiosk) -> None:
    """Nothing is promised that was not stored."""
    kiosk.service.error = DiskFullError("full")
    fill_in(kiosk, "614 555 0123")
    kiosk.go_on()
    assert kiosk.said("error_link_0").startswith("We could not save this.")
    kiosk.service.error = None
    kiosk.go_on()
    assert kiosk.seen("call_back_said")


@pytest.mark.rule("K1")
def test_the_page_that_needs_a_connection_leads_here(kiosk: Kiosk) -> None:
    """From "We are not connected right now" the form opens, and Back leads to the page again."""
    kiosk.tap("log_in")
    kiosk.fill({"log_in_user_id": "maria.okafor27", "log_in_password": "Canary77"})
    kiosk.go_on()
    kiosk.tap("not_connected_call_back")
    assert kiosk.seen("call_back_contact")
    kiosk.tap("back")
    assert kiosk.page == "not_connected"
