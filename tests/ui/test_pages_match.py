"""After the required questions: the activation code, "You already have …", "Verify by Phone Number" (S16-S29)."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from kiosk.demo.player import scan_into
from kiosk.domain.draft import AccountChoice, DeskReason
from kiosk.domain.replies import Match, MatchState, Reply, ReplyState
from tests.ui.fakes import CODE, HOST, Kiosk, ManualBackground

DONE = Reply(ReplyState.DONE)


def matched(kiosk: Kiosk, state: MatchState) -> None:
    """Sign up until the match answers."""
    kiosk.service.match = Match(state, uuid.uuid4())
    kiosk.to_questions()
    kiosk.fill({"gender_female": "tap", "phone": "614 555 0123"})
    kiosk.go_on()


def code_asked(kiosk: Kiosk) -> None:
    """Be asked for the activation code."""
    matched(kiosk, MatchState.CODE)


def have_account(kiosk: Kiosk) -> None:
    """Be told of an account."""
    matched(kiosk, MatchState.ACCOUNT)


def verify_phone(kiosk: Kiosk) -> None:
    """Be asked for a phone number."""
    matched(kiosk, MatchState.PHONE)


def phone_code(kiosk: Kiosk) -> None:
    """Have a code sent."""
    verify_phone(kiosk)
    kiosk.service.replies["send_phone_code"] = DONE
    kiosk.fill({"verified_phone": "614 555 0199"})
    kiosk.go_on()


def press(kiosk: Kiosk, name: str) -> None:
    """Press a button and let its work happen."""
    kiosk.tap(name)
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()


def commands(kiosk: Kiosk) -> list[tuple[object, ...]]:
    """What the portal was asked, without the matches."""
    return [asked for asked in kiosk.service.asked if asked[0] != "check_match"]


@pytest.mark.rule("S3", "S8")
@pytest.mark.parametrize("match", [None, Match(MatchState.NONE)])
def test_nobody_found_leads_on(kiosk: Kiosk, match: Match | None) -> None:
    """New people, and everybody while nobody can be asked, go on to the credentials."""
    kiosk.service.match = match
    kiosk.to_credentials()
    assert kiosk.page == "credentials"


@pytest.mark.rule("S16", "S17")
def test_the_code_page_explains_itself(kiosk: Kiosk) -> None:
    """The source's explanation stands there whole, and says where the panel is."""
    code_asked(kiosk)
    assert kiosk.page == "code_asked"
    assert kiosk.said("code_why_text") == (
        "You probably received an invitation to join the patient portal from your practice previously, but did not "
        "take action. That's ok!"
    )
    assert kiosk.said("code_how").startswith("Click on the link on the right side of your screen")
    assert kiosk.said("resend_code") == "Have your activation code resent to you"


@pytest.mark.rule("S16")
@pytest.mark.parametrize("scan", [True, False])
def test_the_right_code_goes_on(kiosk: Kiosk, scan: bool) -> None:
    """Typed or scanned, the code is checked by the portal, once: walking back asks for no second check."""
    code_asked(kiosk)
    kiosk.service.replies["check_code"] = DONE
    if scan:
        scan_into(kiosk.find("asked_code"), CODE.link(HOST))
        assert isinstance(kiosk.background, ManualBackground)
        kiosk.background.play()
    else:
        kiosk.type("asked_code", CODE.symbols)
        kiosk.go_on()
    assert kiosk.page == "credentials"
    assert commands(kiosk) == [("check_code", CODE.symbols)]
    kiosk.tap("back")
    kiosk.go_on()
    assert kiosk.page == "credentials"
    assert len(commands(kiosk)) == 1


@pytest.mark.rule("S16", "S17")
@pytest.mark.parametrize(
    ("state", "told"),
    [
        (ReplyState.WRONG, "This code does not fit. Please check your code, have it resent, or ask the front desk."),
        (ReplyState.WAIT, "You asked for this several times."),
        (ReplyState.EXPIRED, "This took too long. Nothing is lost"),
    ],
)
def test_a_code_that_does_not_fit_keeps_the_page(kiosk: Kiosk, state: ReplyState, told: str) -> None:
    """One sentence, the code stays in its field."""
    code_asked(kiosk)
    kiosk.service.replies["check_code"] = Reply(state)
    kiosk.type("asked_code", CODE.symbols)
    kiosk.go_on()
    assert kiosk.page == "code_asked"
    assert kiosk.said("error_link_0").startswith(told)
    assert kiosk.said("asked_code") == CODE.grouped


@pytest.mark.rule("S16")
def test_a_slip_in_the_code_costs_no_try(kiosk: Kiosk) -> None:
    """The check symbol is looked at before the portal is."""
    code_asked(kiosk)
    kiosk.type("asked_code", CODE.symbols[:-1])
    kiosk.go_on()
    assert kiosk.said("asked_code_error").startswith("A code has 15 letters and numbers")
    assert commands(kiosk) == []


@pytest.mark.rule("S16", "S44")
def test_too_many_wrong_codes_lock(kiosk: Kiosk) -> None:
    """The lock has its page."""
    code_asked(kiosk)
    kiosk.service.replies["check_code"] = Reply(ReplyState.LOCKED)
    kiosk.type("asked_code", CODE.symbols)
    kiosk.go_on()
    assert kiosk.page == "locked"


@pytest.mark.rule("S16", "K1")
def test_not_connected_the_sign_up_goes_on(kiosk: Kiosk) -> None:
    """Nobody can check the code now; nothing is lost, and the ending claims no more than "Saved"."""
    code_asked(kiosk)
    kiosk.type("asked_code", CODE.symbols)
    kiosk.go_on()
    assert kiosk.page == "credentials"
    assert kiosk.wizard.draft.code is None


@pytest.mark.rule("S18", "S19")
def test_resending_keeps_what_was_typed(kiosk: Kiosk) -> None:
    """The answer is the same whether there is an invitation or not, and the page stays as it is."""
    code_asked(kiosk)
    kiosk.type("asked_code", "7F3K")
    kiosk.service.replies["resend_code"] = DONE
    press(kiosk, "resend_code")
    assert kiosk.said("resend_said").startswith("Done. If your practice has an email address for you")
    assert kiosk.said("asked_code") == "7F3K"
    assert not kiosk.seen("error_summary")


@pytest.mark.rule("S18")
def test_asking_too_often_says_how_long_to_wait(kiosk: Kiosk) -> None:
    """The minute runs on a clock, and the words go when it is over."""
    code_asked(kiosk)
    until = dt.datetime.now(dt.UTC) + dt.timedelta(hours=30)
    kiosk.service.replies["resend_code"] = Reply(ReplyState.WAIT, until)
    press(kiosk, "resend_code")
    # A tablet whose clock is wrong never says more than a day.
    assert kiosk.said("resend_said") == "Please wait a little. You can ask again in 24:00:00."
    kiosk.service.replies["resend_code"] = Reply(ReplyState.WAIT, until - dt.timedelta(days=3))
    press(kiosk, "resend_code")
    assert not kiosk.seen("resend_said")


@pytest.mark.rule("S18", "K1")
@pytest.mark.parametrize(
    ("state", "told"),
    [(ReplyState.NOT_CONNECTED, "We are not connected now. If no"), (ReplyState.EXPIRED, "This took")],
)
def test_resending_claims_nothing_untrue(kiosk: Kiosk, state: ReplyState, told: str) -> None:
    """What was not sent is not called sent."""
    code_asked(kiosk)
    kiosk.service.replies["resend_code"] = Reply(state)
    press(kiosk, "resend_code")
    assert kiosk.said("resend_said").startswith(told)


@pytest.mark.rule("S18", "K5")
def test_the_panel_is_on_the_right_or_below(kiosk: Kiosk) -> None:
    """On a wide screen it stands beside the page and does not scroll with it; upright it stands below, and says so."""
    code_asked(kiosk)
    page, panel = kiosk.find("code_asked_card"), kiosk.find("resend_panel")
    assert panel.mapToGlobal(panel.rect().topLeft()).x() >= page.mapToGlobal(page.rect().topRight()).x()
    assert not kiosk.find("code_asked_scroll").isAncestorOf(panel)
    kiosk.window.resize(800, 1280)
    assert kiosk.find("code_asked_scroll").isAncestorOf(panel)
    assert panel.isVisible()
    assert kiosk.said("code_how").startswith("Press the button below")
    kiosk.window.resize(1280, 800)
    assert kiosk.find("code_asked_side").isAncestorOf(panel)


@pytest.mark.rule("S16")
def test_the_code_page_leads_to_the_desk(kiosk: Kiosk) -> None:
    """Who has no code asks the front desk; what is typed on the page is not looked at."""
    code_asked(kiosk)
    press(kiosk, "code_ask_desk")
    assert kiosk.page == "held_match"
    assert kiosk.service.requests[0].desk_reasons == {DeskReason.CODE}


@pytest.mark.rule("S20", "S23", "S25", "S26", "S28")
def test_an_account_is_told_of_without_names(kiosk: Kiosk) -> None:
    """The source's words with the network's name; no user ID, no other practice; three ways on."""
    have_account(kiosk)
    assert kiosk.said("have_account_title") == "You already have a HealthKey account"
    assert kiosk.said("have_account_why").startswith("Although you haven’t logged into this portal before")
    assert "exactly match an existing portal account, you will receive an email" in kiosk.said("have_account_mail_text")
    buttons = ("primary", "have_account_forgot", "have_account_not_me")
    assert [kiosk.said(name) for name in buttons] == ["Log in", "Forgot Password", "This is not me"]


@pytest.mark.rule("S28")
def test_this_is_not_me_asks_the_desk(kiosk: Kiosk) -> None:
    """The desk learns why; "Back" passes over the waiting page once the desk has said so."""
    have_account(kiosk)
    press(kiosk, "have_account_not_me")
    assert kiosk.page == "held_match"
    assert kiosk.service.requests[0].desk_reasons == {DeskReason.NOT_ME}
    assert kiosk.wizard.draft.account_choice is AccountChoice.NOT_ME


@pytest.mark.rule("S29")
def test_a_phone_number_is_typed_and_never_shown(kiosk: Kiosk) -> None:
    """The field is empty, also of the number given a page before; what is typed goes to the portal."""
    verify_phone(kiosk)
    assert kiosk.said("verify_phone_title") == "Verify by Phone Number"
    assert kiosk.said("verified_phone") == ""
    kiosk.go_on()
    assert kiosk.said("verified_phone_error").startswith("Enter a phone number")
    assert commands(kiosk) == []
    kiosk.service.replies["send_phone_code"] = DONE
    kiosk.fill({"verified_phone": "614 555 0199"})
    kiosk.go_on()
    assert kiosk.page == "phone_code"
    assert commands(kiosk) == [("send_phone_code", "+16145550199")]


@pytest.mark.rule("S29", "S44", "K1")
@pytest.mark.parametrize(
    ("state", "page"),
    [
        (ReplyState.LOCKED, "locked"),
        (ReplyState.NOT_CONNECTED, "not_connected"),
        (ReplyState.WAIT, "verify_phone"),
        (ReplyState.EXPIRED, "verify_phone"),
    ],
)
def test_a_code_that_cannot_be_sent(kiosk: Kiosk, state: ReplyState, page: str) -> None:
    """Each reason leads where it is explained."""
    verify_phone(kiosk)
    kiosk.service.replies["send_phone_code"] = Reply(state)
    kiosk.fill({"verified_phone": "614 555 0199"})
    kiosk.go_on()
    assert kiosk.page == page


@pytest.mark.rule("K1")
def test_not_connected_keeps_the_answers(kiosk: Kiosk) -> None:
    """The page is kind, names the desk, and "Back" tries again with what was typed."""
    verify_phone(kiosk)
    kiosk.fill({"verified_phone": "614 555 0199"})
    kiosk.go_on()
    assert kiosk.said("not_connected_title") == "We are not connected right now"
    assert kiosk.said("not_connected_desk_text").startswith("Ask the front desk")
    kiosk.tap("back")
    assert kiosk.said("verified_phone") == "614 555 0199"
    kiosk.service.replies["send_phone_code"] = DONE
    kiosk.go_on()
    assert kiosk.page == "phone_code"


@pytest.mark.rule("S29")
def test_the_right_digits_lead_to_the_account(kiosk: Kiosk) -> None:
    """Six digits, checked by the portal; then the ways of S28."""
    phone_code(kiosk)
    kiosk.type("sms_code", "12345")
    kiosk.go_on()
    assert kiosk.said("sms_code_error") == "Enter the 6 digits of the code"
    kiosk.service.replies["check_phone_code"] = DONE
    kiosk.type("sms_code", "123456")
    kiosk.go_on()
    assert kiosk.page == "have_account"
    assert kiosk.wizard.draft.phone_verified
    assert commands(kiosk)[-1] == ("check_phone_code", "123456")


@pytest.mark.rule("S29", "S44", "K1")
@pytest.mark.parametrize(
    ("state", "page", "told"),
    [
        (ReplyState.WRONG, "phone_code", "This code does not fit. Please check the text message and try again."),
        (ReplyState.EXPIRED, "phone_code", "This code does not work any more. Press “Send again” for a new one."),
        (ReplyState.LOCKED, "locked", ""),
        (ReplyState.NOT_CONNECTED, "not_connected", ""),
    ],
)
def test_wrong_digits(kiosk: Kiosk, state: ReplyState, page: str, told: str) -> None:
    """Wrong and used up say what to do; nothing says whether a message was ever sent."""
    phone_code(kiosk)
    kiosk.service.replies["check_phone_code"] = Reply(state)
    kiosk.type("sms_code", "123456")
    kiosk.go_on()
    assert kiosk.page == page
    assert not told or kiosk.said("sms_code_error") == told


@pytest.mark.rule("S29")
@pytest.mark.parametrize(
    ("state", "told"),
    [
        (ReplyState.DONE, "Done. If the phone number is on file, a new message is on its way."),
        (ReplyState.WAIT, "You asked for this several times."),
        (ReplyState.NOT_CONNECTED, "We are not connected now. If no"),
        (ReplyState.EXPIRED, "This took too long."),
    ],
)
def test_the_code_is_sent_again(kiosk: Kiosk, state: ReplyState, told: str) -> None:
    """To the number typed before, with a true word for each answer."""
    phone_code(kiosk)
    assert not kiosk.seen("phone_code_said")
    kiosk.service.replies["send_phone_code"] = Reply(state)
    press(kiosk, "phone_code_again")
    assert commands(kiosk)[-1] == ("send_phone_code", "+16145550199")
    assert kiosk.said("phone_code_said").startswith(told)


@pytest.mark.rule("S29")
@pytest.mark.parametrize("page", [verify_phone, phone_code])
def test_a_close_match_may_be_somebody_else(kiosk: Kiosk, page: object) -> None:
    """The button "This is not me" leads to the desk from both pages."""
    page(kiosk)  # type: ignore[operator]  # one of the two above
    press(kiosk, f"{kiosk.page}_not_me")
    assert kiosk.page == "held_match"
    assert kiosk.service.requests[0].desk_reasons == {DeskReason.NOT_ME}


@pytest.mark.rule("S16", "S29", "K3")
@pytest.mark.parametrize("page", [code_asked, phone_code])
def test_waiting_for_a_message_is_waiting(kiosk: Kiosk, page: object) -> None:
    """While a mail or an SMS is on its way nobody is asked for ten minutes whether they are there."""
    page(kiosk)  # type: ignore[operator]  # one of the two above
    assert kiosk.timer.asked_for() == 600_000
