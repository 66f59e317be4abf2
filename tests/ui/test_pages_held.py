"""Waiting for the front desk (F4, K3)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from kiosk.domain.draft import DeskReason
from kiosk.domain.errors import StorageError
from kiosk.domain.replies import RequestState
from kiosk.ui.pages.held import HeldPage
from tests.ui.fakes import ABOUT, CREDENTIALS, Kiosk, ManualBackground
from tests.ui.test_pages_match import code_asked, have_account, press


def held(kiosk: Kiosk, state: RequestState = RequestState.WAITING) -> None:
    """Have no email and be held, with a desk that answers so."""
    kiosk.service.request = state
    kiosk.to_questions(no_email="tap")
    play(kiosk)


def play(kiosk: Kiosk) -> None:
    """Let the background work."""
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()


def poll(kiosk: Kiosk, times: int = 1) -> None:
    """Let two seconds pass."""
    for _ in range(times):
        timer = kiosk.wizard.page_now().findChild(QTimer, "held_poll")
        assert isinstance(timer, QTimer)
        assert timer.isActive()
        timer.stop()
        timer.timeout.emit()
        play(kiosk)


@pytest.mark.rule("S2", "K3")
def test_the_page_holds_nothing_of_the_patient(kiosk: Kiosk) -> None:
    """The patient may be at the desk: no word typed is to be seen, and "Back" does not lead to it."""
    held(kiosk)
    assert kiosk.page == "held_about"
    assert kiosk.said("held_about_said_text").startswith("Someone from the front desk will help you.")
    seen = [w.accessibleName() for w in kiosk.window.findChildren(QWidget) if w.isVisible()]
    assert not [said for said in seen for typed in ABOUT.values() if len(typed) > 2 and typed in said]
    assert not kiosk.seen("back")
    assert not kiosk.seen("primary")


@pytest.mark.rule("S2")
def test_the_request_is_recorded_once(kiosk: Kiosk) -> None:
    """Entering the page asks the desk with what was typed; looking again records nothing."""
    held(kiosk)
    poll(kiosk, 3)
    [asked] = kiosk.service.requests
    assert asked.desk_reasons == {DeskReason.NO_EMAIL}
    assert asked.first is not None
    assert asked.email is None


@pytest.mark.rule("S2", "S8")
def test_the_page_goes_on_by_itself_when_the_desk_allows(kiosk: Kiosk) -> None:
    """The sign-up continues where it stood, and ends with an account without email."""
    held(kiosk)
    kiosk.service.request = RequestState.ALLOWED
    poll(kiosk)
    assert kiosk.page == "required_questions"
    assert kiosk.wizard.draft.allowed == {DeskReason.NO_EMAIL}
    kiosk.fill({"gender_female": "tap", "phone": "6145550123"})
    kiosk.go_on()
    kiosk.fill(CREDENTIALS)
    kiosk.go_on()
    assert kiosk.page == "saved"
    [finished] = kiosk.service.finished
    assert finished.no_email
    assert finished.email is None


@pytest.mark.rule("S2")
def test_back_passes_over_the_waiting(kiosk: Kiosk) -> None:
    """From the questions "Back" leads to what was typed; going on again asks nobody, unless another person is typed."""
    held(kiosk, RequestState.ALLOWED)
    assert kiosk.page == "required_questions"
    kiosk.tap("back")
    assert kiosk.page == "about_you"
    kiosk.go_on()
    assert kiosk.page == "required_questions"
    kiosk.tap("back")
    kiosk.type("last_name", "Garcia")
    kiosk.go_on()
    assert kiosk.page == "held_about"
    assert len(kiosk.service.requests) == 2
    assert kiosk.service.requests[0].subject != kiosk.service.requests[1].subject


@pytest.mark.rule("S16", "S28")
@pytest.mark.parametrize(("reach", "button"), [(code_asked, "code_ask_desk"), (have_account, "have_account_not_me")])
def test_after_the_match_the_desk_leads_to_the_credentials(kiosk: Kiosk, reach: object, button: str) -> None:
    """The code, or who somebody is, is the desk's word now; walking back and on again asks nobody."""
    kiosk.service.request = RequestState.ALLOWED
    reach(kiosk)  # type: ignore[operator]  # one of the two above
    press(kiosk, button)
    play(kiosk)
    assert kiosk.page == "credentials"
    kiosk.tap("back", "back")
    assert kiosk.page == "required_questions"
    kiosk.go_on()
    assert kiosk.page == "credentials"
    assert len(kiosk.service.requests) == 1


@pytest.mark.rule("S2", "S8", "K3")
def test_a_desk_that_declines_ends_it(kiosk: Kiosk) -> None:
    """The ending says what is true: the request is saved, a person helps; the answers are gone from the screen."""
    held(kiosk)
    kiosk.service.request = RequestState.DECLINED
    poll(kiosk)
    assert kiosk.page == "front_desk"
    assert kiosk.said("front_desk_body") == "Your request is saved. Someone at the front desk helps you in person."
    assert not kiosk.seen("back")
    assert kiosk.timer.asked_for() == 45_000
    assert kiosk.wizard.untouched


@pytest.mark.rule("K1", "S8")
def test_when_nobody_can_be_asked_the_patient_need_not_wait(kiosk: Kiosk) -> None:
    """After some seconds without an answer the page says so and offers a true ending; an answer takes it back."""
    held(kiosk, RequestState.UNKNOWN)
    poll(kiosk, HeldPage.unheard_polls - 2)
    assert not kiosk.seen("held_about_go_on")
    poll(kiosk)
    assert kiosk.said("held_about_said_text").startswith("Your request is saved, but this tablet cannot reach")
    kiosk.service.request = RequestState.WAITING
    poll(kiosk)
    assert not kiosk.seen("held_about_go_on")
    kiosk.service.request = RequestState.UNKNOWN
    poll(kiosk, HeldPage.unheard_polls)
    kiosk.tap("held_about_go_on")
    assert kiosk.page == "front_desk"
    assert kiosk.wizard.at_end


@pytest.mark.rule("S2")
def test_a_request_that_could_not_be_saved_is_tried_again(kiosk: Kiosk) -> None:
    """Nothing is called saved that is not."""
    kiosk.service.error = StorageError("the disk is full")
    held(kiosk)
    assert kiosk.said("error_link_0").startswith("We could not save this.")
    assert not kiosk.seen("held_about_go_on")
    kiosk.service.error = None
    press(kiosk, "held_about_again")
    assert len(kiosk.service.requests) == 1
    assert not kiosk.seen("error_summary")
    assert not kiosk.seen("held_about_again")


@pytest.mark.rule("K3")
def test_a_held_page_waits_fifteen_minutes_and_asks_nobody(kiosk: Kiosk) -> None:
    """There is nobody to answer "Are you still there?"; then everything is gone, and nobody looks any more."""
    held(kiosk)
    assert kiosk.timer.asked_for() == 900_000
    page = kiosk.wizard.page_now()
    kiosk.timer.ring()
    assert kiosk.window.wizard is None
    timer = page.findChild(QTimer, "held_poll")
    assert isinstance(timer, QTimer)
    assert not timer.isActive()


@pytest.mark.rule("K3")
def test_a_late_word_of_the_desk_touches_no_other_patient(kiosk: Kiosk) -> None:
    """Whoever starts over leaves the question behind."""
    held(kiosk)
    kiosk.service.request = RequestState.ALLOWED
    timer = kiosk.wizard.page_now().findChild(QTimer, "held_poll")
    assert isinstance(timer, QTimer)
    timer.timeout.emit()
    kiosk.tap("held_about_start_over", "confirm_secondary", "create_account")
    play(kiosk)
    assert kiosk.page == "about_you"


@pytest.mark.rule("K3")
def test_no_key_leads_past_the_desk(kiosk: Kiosk) -> None:
    """There is no primary button, and what stands for it does nothing."""
    held(kiosk)
    kiosk.wizard.go_on()
    kiosk.wizard.go_back()
    assert kiosk.page == "held_about"
