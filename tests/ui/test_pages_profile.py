"""The page "update profile", and the page of a lock."""

from __future__ import annotations

import dataclasses
import datetime as dt
import uuid

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.domain import values
from kiosk.domain.draft import InvitationMatch, Journey
from kiosk.domain.errors import StorageError
from kiosk.domain.flow import Step
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_ports import InvitationCheck, InvitationState
from kiosk.domain.profile import ContactPreference
from kiosk.domain.replies import LogInReply, ReplyState
from kiosk.ui.countdown import Countdown, clock_face
from kiosk.ui.pages.profile import ProfilePage
from kiosk.ui.session import new_draft
from tests.ui.fakes import CANARY, CREDENTIALS, FakeService, Kiosk, practice
from tests.ui.test_pages_invitation import PERSON, to_person

NOW = dt.datetime(2026, 11, 23, 15, 0, tzinfo=dt.UTC)


def profile(kiosk: Kiosk) -> None:
    """Activate an invitation."""
    kiosk.service.check = InvitationCheck(InvitationState.MATCH, InvitationMatch(uuid.uuid4(), frozenset()))
    kiosk.service.outcome = Outcome.ACCEPTED
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()
    kiosk.fill({"user_id": "quetzal27"} | CREDENTIALS)
    kiosk.go_on()


def locked(kiosk: Kiosk, until: dt.datetime | None = None) -> None:
    """Try a wrong ZIP code too often."""
    kiosk.service.check = InvitationCheck(InvitationState.LOCKED, until=until)
    to_person(kiosk)
    kiosk.fill(PERSON)
    kiosk.go_on()


@pytest.mark.rule("S15")
def test_the_source_s_words_stand_over_the_profile(kiosk: Kiosk) -> None:
    """Congratulation, what to do, and both ways on."""
    profile(kiosk)
    assert kiosk.said("profile_title") == "Congratulations! You have an account."
    assert kiosk.said("profile_lead") == "Now just update your profile and click “update profile.”"
    assert (kiosk.said("primary"), kiosk.said("profile_skip")) == ("update profile", "Skip for now")


@pytest.mark.rule("S15")
def test_only_what_is_missing_is_asked(kiosk: Kiosk) -> None:
    """The phone is known since the invitation; the language of the screen is the likely one."""
    profile(kiosk)
    assert not kiosk.seen("profile_phone")
    assert kiosk.find("profile_language_en").isChecked()  # type: ignore[attr-defined]  # a RadioRow


@pytest.mark.rule("S15")
def test_the_profile_is_sent(kiosk: Kiosk) -> None:
    """What was given is recorded, what was not is left as it is; then the ending."""
    profile(kiosk)
    kiosk.fill({"profile_street": "12 Elm Street", "profile_city": "Columbus, OH", "profile_contact_phone": "tap"})
    kiosk.go_on()
    [sent] = kiosk.service.profiles
    assert sent.address is not None
    assert sent.address.text == "12 Elm Street\nColumbus, OH"
    assert (sent.contact_preference, sent.language) == (ContactPreference.PHONE, values.Language.ENGLISH)
    assert sent.phone is None
    assert kiosk.page == "active"


@pytest.mark.rule("S15")
def test_skipping_sends_nothing(kiosk: Kiosk) -> None:
    """The page is optional."""
    profile(kiosk)
    kiosk.type("profile_street", "12 Elm Street")
    kiosk.tap("profile_skip")
    assert kiosk.service.profiles == []
    assert kiosk.page == "active"


@pytest.mark.rule("S15")
def test_too_long_an_address_is_refused(kiosk: Kiosk) -> None:
    """The page says so and keeps it."""
    profile(kiosk)
    kiosk.fill({"profile_street": "x" * 100, "profile_city": "y" * 100})
    kiosk.go_on()
    assert kiosk.said("profile_street_error") == "Use at most 200 characters for your address"
    assert kiosk.service.profiles == []


@pytest.mark.rule("S15", "S8")
def test_a_profile_that_could_not_be_saved_is_not_called_saved(kiosk: Kiosk) -> None:
    """The page stays with its answers; skipping is still possible."""
    profile(kiosk)
    kiosk.type("profile_street", "12 Elm Street")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kiosk.service, "update_profile", raising)
        kiosk.go_on()
    assert kiosk.said("error_link_0").startswith("We could not save this.")
    assert kiosk.said("profile_street") == "12 Elm Street"


def raising(*given: object) -> None:
    """Fail as a full disk does."""
    raise StorageError("the disk is full")


@pytest.mark.rule("S15", "K3")
def test_nothing_of_the_pages_before_is_left_when_the_account_is_made(kiosk: Kiosk) -> None:
    """Password, answer and code are wiped as soon as they are not needed, not only at the ending."""
    profile(kiosk)
    assert kiosk.wizard.untouched
    assert CANARY not in kiosk.said("profile")


@pytest.mark.rule("S15", "S25")
@pytest.mark.parametrize("missing", [{"phone"}, {"address"}, {"contact_preference"}])
def test_after_a_log_in_the_title_differs(qtbot: QtBot, qapp: QApplication, missing: set[str]) -> None:
    """No account was made; what the portal misses is asked, and nothing else."""
    page = ProfilePage(practice(), FakeService())
    qtbot.addWidget(page)
    joined = LogInReply(ReplyState.DONE, missing=frozenset(missing))
    page.load(dataclasses.replace(new_draft(practice(), Journey.LOG_IN), log_in=joined))
    page.retranslate()
    assert page.heading() == "You have joined"
    fields = {
        "profile_phone_field": "phone",
        "profile_street_field": "address",
        "profile_contact": "contact_preference",
    }
    for name, kind in fields.items():
        widget = next(w for w in page.findChildren(QWidget) if w.objectName() == name)
        assert widget.isHidden() is (kind not in missing)


@pytest.mark.rule("S44", "S45")
def test_a_lock_says_the_source_s_words_and_counts_down(kiosk: Kiosk) -> None:
    """The quote whole, a clock, and the tablet free at once for the next patient."""
    locked(kiosk, dt.datetime.now(dt.UTC) + dt.timedelta(hours=2))
    assert kiosk.said("locked_body") == (
        "Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account."
    )
    # A tablet whose clock is wrong never says more than a lock lasts.
    assert kiosk.said("locked_clock") == "15:00"
    assert not kiosk.seen("locked_another")
    assert kiosk.wizard.untouched
    assert kiosk.timer.asked_for() == 45_000
    kiosk.tap("primary")
    assert kiosk.seen("welcome")


@pytest.mark.rule("S44")
def test_a_lock_without_an_end_shows_no_clock(kiosk: Kiosk) -> None:
    """Nothing is claimed that is not known."""
    locked(kiosk)
    assert kiosk.wizard.step is Step.LOCKED
    assert not kiosk.seen("locked_clock")


@pytest.mark.rule("S44")
def test_after_the_lock_one_can_try_again(kiosk: Kiosk) -> None:
    """When the time is over the clock goes and the words change."""
    locked(kiosk, dt.datetime.now(dt.UTC) - dt.timedelta(seconds=1))
    assert kiosk.said("locked_next") == "You can try again now."
    assert not kiosk.seen("locked_clock")


@pytest.mark.rule("S44")
def test_the_clock_is_right_to_the_second(qapp: QApplication) -> None:
    """At 14:59 there is a second left, at 15:00 there is none, and the clock stops by itself."""
    now = [NOW]
    told: list[int] = []
    clock = Countdown(lambda: now[0], qapp)
    clock.ticked.connect(told.append)
    clock.start(NOW + dt.timedelta(minutes=15), at_most=dt.timedelta(minutes=15))
    for seconds in (0.4, 14 * 60 + 59, 15 * 60 - 0.001, 15 * 60):
        now[0] = NOW + dt.timedelta(seconds=seconds)
        clock.tick()
    assert told == [900, 900, 1, 1, 0]
    assert not clock.running
    clock.deleteLater()


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (59, "0:59"), (899, "14:59"), (3600, "1:00:00")])
def test_a_clock_s_face(seconds: int, shown: str) -> None:
    """Minutes and seconds, hours where there are any."""
    assert clock_face(seconds) == shown
