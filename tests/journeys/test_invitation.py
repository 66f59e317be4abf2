"""The desk invites, the patient activates: code typed, code scanned, wrong answers, and neither device connected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from kiosk.portal import tables as t
from tests.journeys.conftest import Stage
from tests.journeys.house import HOST, PIN, House
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist, code_of, words

NO_MATCH = "These do not match. If you moved, try your old ZIP code, or ask the front desk."
LOCKED = "Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account."


@pytest.fixture
def synced_desk(desk: Receptionist, house: House) -> Callable[..., str]:
    """Return what makes an invitation that the portal knows; gives what a scanner reads from the slip."""

    def invite(person: object) -> str:
        scanned = desk.invites(person)  # type: ignore[arg-type]  # a Person
        known = sa.select(t.invitations).where(t.invitations.c.first == person.first)  # type: ignore[attr-defined]
        desk.player.wait_until(lambda: bool(house.rows(known)), "the invitation in the portal")
        return scanned

    return invite


class TestActivation:
    """A slip in the hand, both devices connected."""

    @pytest.mark.rule("S13", "S14", "F1")
    def test_typed_code(self, house: House, tablet: Stage, synced_desk: Callable[..., str]) -> None:
        """Code, date of birth and ZIP lead to one account with what the desk typed; one mail; nothing left."""
        person = somebody()
        code = code_of(synced_desk(person))
        patient = Patient(tablet.player, person)
        assert patient.activates(code) == "active"
        (account,) = house.accounts(person.email)
        assert (account.first, account.last, account.user_id, account.gender) == (
            *(person.first, person.last, person.user_id, person.gender),
        )
        assert house.queued(person.email) == ["welcome"]
        assert len(house.arrived(person.email)) == 1
        patient.leaves()
        tablet.synced()

    @pytest.mark.rule("S10", "S13", "S14", "F1", "F3")
    def test_scanned_code(self, house: House, tablet: Stage, synced_desk: Callable[..., str]) -> None:
        """The printed slip's QR code, read back by a scanner library, opens the journey from the welcome screen."""
        person = somebody()
        scanned = synced_desk(person)
        assert scanned.startswith(f"https://{HOST}/a#")
        patient = Patient(tablet.player, person)
        tablet.player.find("welcome")
        tablet.player.scan(scanned)
        patient.confirms_person()
        patient.answers_questions_if_asked()
        patient.chooses_credentials()
        assert patient.creates() == "active"
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]

    @pytest.mark.rule("S13")
    @pytest.mark.parametrize("wrong", [{"day": "29"}, {"zip_code": "60700"}], ids=["birthday", "ZIP"])
    def test_what_is_wrong_is_not_told(
        self, house: House, tablet: Stage, synced_desk: Callable[..., str], wrong: dict[str, str]
    ) -> None:
        """A wrong birthday and a wrong ZIP get the same sentence, at no field; the right answers then go on."""
        person = somebody(month="5", day="14")
        code = code_of(synced_desk(person))
        patient = Patient(tablet.player, person)
        patient.has_invitation()
        patient.types_code(code)
        patient.confirms_person(**wrong)
        assert patient.problem() == NO_MATCH
        assert not tablet.player.sees("error_link_1")
        page = tablet.player.find("invited_person")
        assert [problem.field for problem in page.error] == [""]  # type: ignore[attr-defined]  # a Page
        patient.confirms_person()
        patient.answers_questions_if_asked()
        tablet.player.find("credentials")

    @pytest.mark.rule("S13", "S44")
    def test_five_wrong_tries_lock(self, house: House, tablet: Stage, synced_desk: Callable[..., str]) -> None:
        """The fifth wrong try is told to wait, and so is a right one after it; no account is made."""
        person = somebody(month="5", day="14")
        code = code_of(synced_desk(person))
        patient = Patient(tablet.player, person)
        patient.has_invitation()
        patient.types_code(code)
        for _ in range(4):
            patient.confirms_person(zip_code="60700")
            assert patient.problem() == NO_MATCH
        patient.confirms_person(zip_code="60700")
        for _ in range(2):
            tablet.player.find("locked")
            assert words(tablet.player, "locked_body") == LOCKED
            patient.leaves()
            patient.has_invitation()
            patient.types_code(code)
            patient.confirms_person()
        assert house.accounts(person.email) == []

    @pytest.mark.rule("S13")
    def test_a_used_code_opens_nothing(self, house: House, tablet: Stage, synced_desk: Callable[..., str]) -> None:
        """The slip works once: a second activation with it gets the neutral sentence."""
        person = somebody()
        code = code_of(synced_desk(person))
        patient = Patient(tablet.player, person)
        assert patient.activates(code) == "active"
        patient.leaves()
        patient.has_invitation()
        patient.types_code(code)
        patient.confirms_person()
        assert patient.problem() == NO_MATCH
        assert len(house.accounts(person.email)) == 1


class TestDisconnected:
    """Desk and tablet meet only at the portal (K1)."""

    @pytest.mark.rule("K1", "S8", "S14", "F1")
    def test_tablet_offline(self, house: House, tablet: Stage, synced_desk: Callable[..., str]) -> None:
        """A slip made at the desk, a tablet without a network: everything is asked, "saved", and active later."""
        person = somebody()
        scanned = synced_desk(person)
        house.line.close()
        patient = Patient(tablet.player, person)
        assert patient.activates(code_of(scanned)) == "saved"
        assert words(tablet.player, "saved_title") == "Saved. Your account becomes active when we are connected."
        assert house.accounts(person.email) == []
        patient.leaves()
        house.line.open()
        tablet.synced()
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
        assert house.queued(person.email) == ["welcome"]

    @pytest.mark.rule("K1", "F1", "F5", "S8")
    def test_neither_is_connected(self, house: House, stages: Callable[..., Stage]) -> None:
        """Slip, sign-in and activation work without any network; the order of arrival does not matter."""
        person = somebody()
        at_desk, at_tablet = stages("desk"), stages("tablet")
        house.line.close()
        receptionist = Receptionist(at_desk.player, PIN, at_desk.folder.parent / "slips")
        receptionist.signs_in()
        scanned = receptionist.invites(person)
        patient = Patient(at_tablet.player, person)
        assert patient.activates(code_of(scanned)) == "saved"
        patient.leaves()
        assert (at_desk.device.outbox.counts().waiting, at_tablet.device.outbox.counts().waiting) == (2, 1)
        house.line.open()
        at_desk.synced()
        at_tablet.synced()
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]

    @pytest.mark.rule("K1")
    def test_the_activation_may_arrive_first(self, house: House, stages: Callable[..., Stage]) -> None:
        """The portal defers an activation whose invitation it does not know yet; the tablet keeps it."""
        person = somebody()
        at_desk, at_tablet = stages("desk"), stages("tablet")
        house.line.close()
        receptionist = Receptionist(at_desk.player, PIN, at_desk.folder.parent / "slips")
        receptionist.signs_in()
        scanned = receptionist.invites(person)
        at_desk.device.loop.stop()
        patient = Patient(at_tablet.player, person)
        assert patient.activates(code_of(scanned)) == "saved"
        at_tablet.device.loop.stop()
        house.line.open()
        now = at_tablet.device.clock.now()
        at_tablet.device.engine.run_once(now)
        assert (house.accounts(person.email), at_tablet.device.outbox.counts().held) == ([], 1)
        at_desk.device.engine.run_once(now)
        at_tablet.device.engine.run_once(now + dt.timedelta(minutes=2))
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
        assert at_tablet.device.outbox.counts().held == 0


class TestCode:
    """The code's own check, before anything costs a try."""

    @pytest.mark.rule("S13")
    def test_a_slip_of_the_finger_is_caught_here(
        self, house: House, tablet: Stage, synced_desk: Callable[..., str]
    ) -> None:
        """A wrong symbol is refused at the field, without asking the portal."""
        code = code_of(synced_desk(somebody()))
        other = "2" if code[0] != "2" else "3"
        house.line.close()
        patient = Patient(tablet.player, somebody())
        patient.has_invitation()
        tablet.player.keys("code", other + code[1:])
        tablet.player.tap("primary")
        assert patient.problem() == "One letter or number is not right. Please check your code"
        assert patient.sees("activation_code")
