"""Logging in at the tablet joins the practice and leaves nobody logged in (S20-S25, S44)."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from kiosk.domain.replies import LogInReply, Reply, ReplyState
from kiosk.domain.values import Phone
from tests.ui.fakes import Kiosk

DONE = Reply(ReplyState.DONE)


def log_in(kiosk: Kiosk, reply: LogInReply) -> None:
    """Log in, answered with `reply`."""
    kiosk.service.replies["log_in"] = reply
    kiosk.tap("log_in")
    kiosk.fill({"log_in_user_id": "maria.okafor27", "log_in_password": "Canary77"})
    kiosk.go_on()


def welcomed(*missing: str, member: bool = False) -> LogInReply:
    """User ID and password agree."""
    return LogInReply(ReplyState.DONE, None, uuid.uuid4(), member, frozenset(missing))


@pytest.mark.rule("S20", "S25")
def test_log_in_joins_after_a_consent_and_ends_logged_out(kiosk: Kiosk) -> None:
    """Both as typed go to the portal; without the consent nothing happens; the ending says that one is logged out."""
    log_in(kiosk, welcomed())
    assert kiosk.service.asked[-1] == ("log_in", "maria.okafor27", "Canary77")
    assert kiosk.page == "join"
    kiosk.go_on()
    assert kiosk.page == "join"
    assert kiosk.said("error_link_0") == "Tick the box to agree, or ask the front desk"
    kiosk.service.replies["join"] = DONE
    kiosk.tap("join_consent")
    kiosk.go_on()
    assert kiosk.page == "joined"
    assert "You are logged out on this tablet." in kiosk.said("joined_body")
    assert kiosk.wizard.at_end


@pytest.mark.rule("S25", "K3")
def test_neither_user_id_nor_password_stays_or_is_shown(kiosk: Kiosk) -> None:
    """From the consent on no widget shows the user ID, and the password is gone."""
    log_in(kiosk, welcomed())
    assert kiosk.said("log_in_password") == ""
    assert not any("maria.okafor27" in text for text in kiosk.visible_texts())


@pytest.mark.rule("S15", "S25")
def test_log_in_offers_update_profile_only_for_what_is_missing(kiosk: Kiosk) -> None:
    """A member with a gap skips the consent and is asked for the gap alone; it is recorded."""
    log_in(kiosk, welcomed("phone", member=True))
    assert kiosk.page == "profile"
    assert kiosk.seen("profile_phone")
    assert not kiosk.seen("profile_street")
    kiosk.fill({"profile_phone": "614 555 0123"})
    kiosk.go_on()
    assert kiosk.page == "joined"
    assert [profile.phone for profile in kiosk.service.profiles] == [Phone("+16145550123")]


@pytest.mark.rule("S44")
def test_a_wrong_log_in_is_one_neutral_sentence_and_the_fifth_a_clock(kiosk: Kiosk) -> None:
    """Which of the two was wrong is never said; locked, the source's words and the time stand there."""
    log_in(kiosk, LogInReply(ReplyState.WRONG))
    assert kiosk.said("error_link_0") == "User ID and password do not match. Please try again."
    assert kiosk.said("log_in_user_id"), "the user ID stays"
    assert kiosk.said("log_in_password") == "", "the password was used"
    until = dt.datetime(2026, 11, 23, 12, 15, tzinfo=dt.UTC)
    kiosk.service.replies["log_in"] = LogInReply(ReplyState.LOCKED, until)
    kiosk.fill({"log_in_password": "Canary78"})
    kiosk.go_on()
    assert kiosk.page == "locked"
    assert kiosk.said("locked_body").startswith("Ouch! Please wait 15 minutes and try again.")


@pytest.mark.rule("S20")
def test_empty_fields_are_named_and_nobody_is_asked(kiosk: Kiosk) -> None:
    """Both problems at once; the portal hears nothing."""
    kiosk.tap("log_in")
    kiosk.go_on()
    assert [kiosk.said("error_link_0"), kiosk.said("error_link_1")] == ["Enter your user ID", "Enter your password"]
    assert kiosk.service.asked == []


@pytest.mark.rule("K1")
def test_not_connected_says_so_and_back_keeps_the_user_id(kiosk: Kiosk) -> None:
    """Kind words and the front desk; Back leads to the page, where the password has to be typed again."""
    log_in(kiosk, LogInReply(ReplyState.NOT_CONNECTED))
    assert kiosk.page == "not_connected"
    kiosk.tap("back")
    assert kiosk.page == "log_in_page"
    assert (kiosk.said("log_in_user_id"), kiosk.said("log_in_password")) == ("maria.okafor27", "")


@pytest.mark.rule("S30", "S35")
@pytest.mark.parametrize(
    ("link", "page"),
    [("log_in_forgot_user_id", "recover_email"), ("log_in_forgot_password", "recover_user_id")],
)
def test_the_links_below_lead_to_recovery(kiosk: Kiosk, link: str, page: str) -> None:
    """Both of the source's links stand on the log-in page, too."""
    kiosk.tap("log_in")
    kiosk.tap(link)
    assert kiosk.page == page


@pytest.mark.rule("S25")
@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (ReplyState.EXPIRED, "This took too long. Please press “Start over” in “Need Help?” and log in again."),
        (ReplyState.WAIT, "You asked for this several times. Please wait a few minutes, or ask the front desk."),
    ],
)
def test_a_join_that_the_portal_does_not_take_says_what_to_do(kiosk: Kiosk, state: ReplyState, sentence: str) -> None:
    """The log-in lasts some minutes only."""
    log_in(kiosk, welcomed())
    kiosk.service.replies["join"] = Reply(state)
    kiosk.tap("join_consent")
    kiosk.go_on()
    assert kiosk.page == "join"
    assert kiosk.said("error_link_0") == sentence
