"""The short way: how many touches a journey takes on our own keyboard, without any other."""

from __future__ import annotations

import uuid

import pytest
from pytestqt.qtbot import QtBot

from kiosk.demo.player import scan_into
from kiosk.domain.draft import InvitationMatch
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_ports import InvitationCheck, InvitationState
from kiosk.ui.theme import TOUCH_TARGET
from tests.ui.fakes import CODE, HOST, Kiosk, ManualBackground


def work(kiosk: Kiosk) -> None:
    """Let the background do its part."""
    assert isinstance(kiosk.background, ManualBackground)
    kiosk.background.play()


def touch_credentials(kiosk: Kiosk, qtbot: QtBot) -> None:
    """Password, question, answer, consent, Create Account, Finish."""
    kiosk.tap("password")
    kiosk.touch_in("sunny4day")
    kiosk.tap("key_hide", "question")
    row = kiosk.find("question_first_pet")
    qtbot.waitUntil(lambda: row.height() >= TOUCH_TARGET)
    kiosk.tap("question_first_pet", "answer")
    kiosk.touch_in("rex")
    kiosk.tap("key_hide", "consent", "primary")
    work(kiosk)
    if kiosk.page == "profile":
        kiosk.tap("profile_skip")
    assert kiosk.page == "active", [(p.field, p.reason) for p in kiosk.wizard.page_now().error]
    kiosk.tap("primary")


def touch_person(kiosk: Kiosk) -> None:
    """Date of birth and ZIP code: full boxes move on by themselves."""
    kiosk.tap("invited_birth_date_month")
    kiosk.touch_in("3271984" + "43215")
    kiosk.tap("primary")
    work(kiosk)
    kiosk.touch_in("maria84")


@pytest.fixture
def portrait(kiosk: Kiosk) -> Kiosk:
    """A connected kiosk that stands upright."""
    kiosk.service.outcome = Outcome.ACCEPTED
    kiosk.service.check = InvitationCheck(InvitationState.MATCH, InvitationMatch(uuid.uuid4(), frozenset()))
    kiosk.window.resize(800, 1280)
    return kiosk


@pytest.mark.rule("S1", "S2", "S3", "S8", "K5")
def test_a_sign_up_takes_at_most_80_touches(portrait: Kiosk, qtbot: QtBot) -> None:
    """An average adult signs up with touches alone, and with no more than 80 of them."""
    portrait.tap("create_account", "first_name")
    portrait.touch_in("maria")
    portrait.tap("last_name")
    portrait.touch_in("garcia")
    portrait.tap("birth_date_month")
    portrait.touch_in("3271984" + "43215")
    portrait.touch_in("maria.garcia")
    portrait.tap("email_domain_0", "primary", "gender_female", "phone")
    portrait.touch_in("6145550123")
    portrait.tap("primary")
    work(portrait)
    touch_credentials(portrait, qtbot)
    [draft] = portrait.service.finished
    assert draft.email is not None
    assert draft.email.text == "maria.garcia@gmail.com"
    assert portrait.touches <= 80


@pytest.mark.rule("S9", "S13", "S14", "K5")
def test_a_typed_invitation_takes_at_most_60_touches(portrait: Kiosk, qtbot: QtBot) -> None:
    """Code, date of birth, ZIP code and credentials."""
    portrait.tap("have_invitation")
    portrait.touch_in(CODE.symbols)
    portrait.tap("primary")
    touch_person(portrait)
    touch_credentials(portrait, qtbot)
    assert portrait.touches <= 60


@pytest.mark.rule("S10", "S13", "S14", "K5")
def test_a_scanned_invitation_takes_at_most_45_touches(portrait: Kiosk, qtbot: QtBot) -> None:
    """The scanner saves the code."""
    focused = portrait.window.focusWidget()
    scan_into(focused, CODE.link(HOST))
    touch_person(portrait)
    touch_credentials(portrait, qtbot)
    assert portrait.touches <= 45
