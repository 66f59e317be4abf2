"""Handing the unfinished work over to a colleague: it goes on in their name, and the audit trail says so (F5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.domain.desk_operations import Invitation, InvitationDelivered
from kiosk.domain.staff import AuditAction, AuditEntry, PinThrottle
from kiosk.printing.queue import PrintState
from kiosk.ui.staff.area import LOCK_S, StaffArea
from kiosk.ui.staff.enroll import EnrollPage
from kiosk.ui.staff.status_feed import EVERY_MS
from tests.ui.staff_fakes import (
    ANA,
    ANAS_PIN,
    BEN,
    BENS_PIN,
    NOW,
    Desk,
    Later,
    Timers,
    button,
    line,
    sign_in,
    text,
)
from tests.ui.test_staff_enroll import fill
from tests.ui.test_staff_print import Printers

pytestmark = pytest.mark.rule("F5")


@pytest.fixture
def desk() -> Desk:
    """Return a desk with Ana, and Ben who is a manager."""
    return Desk()


@pytest.fixture
def timers() -> Timers:
    """Return the timers that the area uses."""
    return Timers()


@pytest.fixture
def area(desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot) -> Iterator[StaffArea]:
    """Return the area of a desk, with Ana signed in who has typed a first name."""
    with desk.area(tmp_path, timers, can_leave=False) as made:
        sign_in(made, 0, ANAS_PIN)
        QTest.keyClicks(line(made, "enroll_first"), "Maria")
        yield made


def slip(area: StaffArea) -> EnrollPage:
    """The page of an invitation's slip; a day sheet has a step of its own."""
    page = area.findChild(EnrollPage)
    assert page is not None
    return page


def entry(desk: Desk, action: AuditAction) -> AuditEntry:
    """The one row of an action."""
    (found,) = (entry for entry in desk.audits if entry.action is action)
    return found


def test_the_door_opens_for_the_colleagues(area: StaffArea) -> None:
    """Nobody is chosen: the next person is another one; and what will happen is said."""
    button(area, "hand_over").click()
    assert area.locked
    assert not line(area, "enroll_first").isVisible()
    assert text(area, "sign_in_heading") == "Hand over"
    assert text(area, "sign_in_note") == (
        "Ana Ruiz hands over. Choose your name and type your PIN: the work goes on in your name."
    )
    assert not any(button(area, f"staff_member_{row}").isChecked() for row in (0, 1))


def test_the_work_goes_on_in_the_others_name(area: StaffArea, desk: Desk) -> None:
    """What was half typed is there; the row says who handed over to whom; what follows is the second's."""
    button(area, "hand_over").click()
    sign_in(area, 1, BENS_PIN)
    assert text(area, "staff_who") == "Ben Osei"
    assert line(area, "enroll_first").text() == "Maria"
    assert entry(desk, AuditAction.HANDED_OVER) == AuditEntry(
        ANA.staff_id, AuditAction.HANDED_OVER, NOW, str(BEN.staff_id)
    )
    assert AuditAction.SIGNED_OUT not in desk.acts
    fill(area)
    button(area, "make_invitation").click()
    assert desk.invitation.issued_by == BEN.staff_id


def test_who_came_back_goes_on_as_before(area: StaffArea, desk: Desk) -> None:
    """Ana pressed it by mistake, and signs in herself: nothing was handed over."""
    button(area, "hand_over").click()
    sign_in(area, 0, ANAS_PIN)
    assert line(area, "enroll_first").text() == "Maria"
    assert AuditAction.HANDED_OVER not in desk.acts


def test_without_it_a_colleague_starts_empty(area: StaffArea, desk: Desk) -> None:
    """Today's rule: whoever signs in at a door that was only locked gets none of the other's work."""
    button(area, "lock").click()
    sign_in(area, 1, BENS_PIN)
    assert line(area, "enroll_first").text() == ""
    assert AuditAction.HANDED_OVER not in desk.acts


def test_silence_takes_the_offer_back(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """Nobody came within two minutes: the door is locked as any other, and the work is Ana's alone again."""
    button(area, "hand_over").click()
    timers.pass_time(LOCK_S)
    assert text(area, "sign_in_heading") == "Locked"
    sign_in(area, 1, BENS_PIN)
    assert line(area, "enroll_first").text() == ""
    assert AuditAction.HANDED_OVER not in desk.acts


def test_it_holds_for_one_sign_in(area: StaffArea, desk: Desk) -> None:
    """After Ben took over, a lock is a lock: Ana does not get his work back without being handed it."""
    button(area, "hand_over").click()
    sign_in(area, 1, BENS_PIN)
    button(area, "lock").click()
    sign_in(area, 0, ANAS_PIN)
    assert line(area, "enroll_first").text() == ""


def test_a_wrong_pin_hands_nothing_over(area: StaffArea, desk: Desk) -> None:
    """The door stays shut, and the throttle counts as ever."""
    button(area, "hand_over").click()
    sign_in(area, 1, "111213")
    assert area.locked
    assert desk.throttles[BEN.staff_id] == PinThrottle(1)
    assert AuditAction.HANDED_OVER not in desk.acts
    sign_in(area, 1, BENS_PIN)
    assert line(area, "enroll_first").text() == "Maria"


def test_nothing_is_handed_over_without_its_row(area: StaffArea, desk: Desk) -> None:
    """A broken disk: nobody goes on with work that the audit trail does not know as theirs."""
    button(area, "hand_over").click()
    desk.broken = True
    sign_in(area, 1, BENS_PIN)
    assert area.locked
    assert text(area, "pin_error").startswith("This device's storage does not work.")


def test_every_page_goes_on_in_the_others_name(area: StaffArea, desk: Desk) -> None:
    """Also those that were open before: what Ben looks at there is noted as his."""
    for page in ("nav_invitations", "nav_sync", "nav_enroll"):
        button(area, page).click()
    button(area, "hand_over").click()
    sign_in(area, 1, BENS_PIN)
    before = len(desk.audits)
    for page in ("nav_invitations", "nav_attention", "nav_sync", "nav_settings"):
        button(area, page).click()
    assert {row.staff_id for row in desk.audits[before:]} == {BEN.staff_id}


@pytest.mark.rule("F3")
def test_a_slip_is_printed_by_whoever_presses(desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot) -> None:
    """An unprinted slip is handed over with its code: Ben prints it, and the row is his."""
    with desk.area(tmp_path, timers, printers=Printers()) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area)
        button(area, "make_invitation").click()
        button(area, "hand_over").click()
        sign_in(area, 1, BENS_PIN)
        button(slip(area), "printer_0").click()
        button(slip(area), "print_slip").click()
    assert entry(desk, AuditAction.INVITATION_MADE).staff_id == ANA.staff_id
    assert entry(desk, AuditAction.SLIP_PRINTED).staff_id == BEN.staff_id


@pytest.mark.rule("F3")
def test_a_print_on_its_way_ends_in_the_name_of_who_began_it(
    desk: Desk, timers: Timers, tmp_path: Path, qtbot: QtBot
) -> None:
    """Ana pressed "Print": the paper comes out meanwhile and is noted as hers; what Ben prints again is his."""
    printers = Printers()
    printers.now = PrintState.WAITING
    with desk.area(tmp_path, timers, printers=printers) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area)
        button(area, "make_invitation").click()
        button(slip(area), "printer_0").click()
        button(slip(area), "print_slip").click()
        button(area, "hand_over").click()
        sign_in(area, 1, BENS_PIN)
        assert button(slip(area), "cancel_print").isVisible()
        printers.now = PrintState.DONE
        timers.pass_time(1)
        assert entry(desk, AuditAction.SLIP_PRINTED).staff_id == ANA.staff_id
        button(slip(area), "print_again").click()
        button(slip(area), "print_slip").click()
    assert [row.staff_id for row in desk.audits if row.action is AuditAction.SLIP_PRINTED] == [
        ANA.staff_id,
        BEN.staff_id,
    ]
    delivered = [(body.how, body.by) for body in desk.bodies if isinstance(body, InvitationDelivered)]
    assert delivered == [("print", ANA.staff_id), ("none", BEN.staff_id), ("print", BEN.staff_id)]


def test_an_invitation_on_its_way_is_whose_press_it_was(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Made while the door was shut: it is Ana's, and its slip waits for Ben."""
    background = Later()
    with desk.area(tmp_path, background=background) as area:
        sign_in(area, 0, ANAS_PIN)
        fill(area)
        background.held = True
        button(area, "make_invitation").click()
        making, background._waiting = background._waiting, []
        background.held = False
        button(area, "hand_over").click()
        sign_in(area, 1, BENS_PIN)
        for work in making:
            work()
        assert text(slip(area), "slip_heading").startswith("Invitation")
        button(slip(area), "save_slip").click()
    (made,) = (body for body in desk.bodies if isinstance(body, Invitation))
    assert made.issued_by == ANA.staff_id
    assert entry(desk, AuditAction.SLIP_PRINTED).staff_id == BEN.staff_id


@pytest.mark.rule("K3")
def test_who_is_ended_meanwhile_is_out(area: StaffArea, desk: Desk, timers: Timers) -> None:
    """A sync brings that Ana was ended: within moments nobody is signed in, and what she typed is gone."""
    timers.pass_time(EVERY_MS / 1000)
    assert text(area, "staff_who") == "Ana Ruiz"
    desk.people = (BEN, replace(ANA, active=False))
    timers.pass_time(EVERY_MS / 1000)
    assert area.session is None
    assert area.locked
    assert line(area, "enroll_first").text() == ""
    assert [button(area, "staff_member_0").text()] == ["Ben Osei"]
