"""Saved at a disconnected tablet, decided when it syncs: what the patient gets by mail, what the desk has to do."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from kiosk.demo.people import Person
from kiosk.device import Device
from kiosk.portal import tables as t
from tests.journeys.conftest import Stage
from tests.journeys.drafts import recorded, synced
from tests.journeys.home import Home
from tests.journeys.house import PRACTICE, House, words_of
from tests.journeys.known import invited
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist, code_of


def decided(house: House, tablet: Stage, person: Person) -> None:
    """Sign up while nobody is reached; then the line is back and the tablet syncs."""
    house.line.close()
    patient = Patient(tablet.player, person)
    assert patient.signs_up() == "saved"
    patient.leaves()
    house.line.open()
    tablet.synced()


@pytest.fixture
def former(house: House, new_device: Callable[..., Device]) -> Callable[[Person], None]:
    """Return what lets somebody have an account."""

    def sign_up(person: Person) -> None:
        device = new_device("former", direct=True)
        recorded(device, person)
        synced(device)
        assert person.user_id in [account.user_id for account in house.accounts(person.email)]

    return sign_up


class TestUserIdTaken:
    """Somebody else was quicker."""

    @pytest.mark.tier("chromium")
    @pytest.mark.rule("S4", "S8", "S46")
    def test_another_is_chosen_at_home(
        self,
        house: House,
        tablet: Stage,
        desk: Receptionist,
        former: Callable[[Person], None],
        home: Home,
    ) -> None:
        """The mail's link, another user ID, the welcome mail; the desk's task goes by itself; the password works."""
        quicker = somebody()
        former(quicker)
        person = somebody(user_id=quicker.user_id)
        decided(house, tablet, person)
        assert house.queued(person.email) == ["choose_user_id"]
        assert desk.opens_task(person).kind == "user_id_taken"
        home.opens(house.mailed(person.email, "choose_user_id"), "choose-user-id/")
        home.fill("User ID", quicker.user_id)
        home.press()
        assert "Somebody already has this user ID" in home.says()
        chosen = f"{quicker.user_id}.b"
        home.fill("User ID", chosen)
        home.press()
        assert home.heading() == "Congratulations! You have an account."
        assert [account.user_id for account in house.accounts(person.email)] == [chosen]
        house.mailed(person.email, "welcome")
        desk.syncs()
        desk.player.wait_until(lambda: desk.sees_tasks(person) == [], "the end of the task")
        patient = Patient(tablet.player, dataclasses.replace(person, user_id=chosen))
        patient.logs_in()
        assert patient.comes_to("profile", "joined") == "profile"

    @pytest.mark.rule("S4", "F4")
    def test_the_desk_mails_the_link_again(
        self, house: House, tablet: Stage, desk: Receptionist, former: Callable[[Person], None]
    ) -> None:
        """One main action at the desk; the mail comes a second time."""
        quicker = somebody()
        former(quicker)
        person = somebody(user_id=quicker.user_id)
        decided(house, tablet, person)
        desk.opens_task(person)
        desk.decides("task_main")
        desk.player.wait_until(lambda: house.queued(person.email) == ["choose_user_id"] * 2, "the second mail")
        assert len(house.arrived(person.email)) == 2


class TestExactMatch:
    """The patient has an account already."""

    @pytest.mark.rule("S20", "S26", "S27", "F4")
    def test_a_mail_and_no_second_account(
        self, house: House, tablet: Stage, desk: Receptionist, former: Callable[[Person], None]
    ) -> None:
        """User ID and practices by mail; the desk sees why, and sends the reminder again for the same person."""
        person = somebody(gender="male")
        former(person)
        decided(house, tablet, dataclasses.replace(person, user_id=f"{person.user_id}.x"))
        told = words_of(house.mailed(person.email, "account_exists"))
        assert person.user_id in told
        assert PRACTICE in told
        assert desk.opens_task(person).kind == "exact_match"
        assert desk.reads("task_why") == "This person has an account already."
        desk.decides("task_main")
        sent = ["welcome", "account_exists", "account_exists"]
        desk.player.wait_until(lambda: house.queued(person.email) == sent, "the reminder")
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]


class TestCloseMatch:
    """Somebody almost the same has an account: nobody was asked for a phone number."""

    @pytest.fixture
    def person(self, former: Callable[[Person], None]) -> Person:
        """Return whoever has an account."""
        person = somebody(gender="male")
        former(person)
        return person

    @pytest.fixture
    def moved(self, house: House, tablet: Stage, person: Person) -> Person:
        """Return the same as they signed up later: in another place."""
        moved = dataclasses.replace(person, user_id=f"{person.user_id}.x", zip_code="60711")
        decided(house, tablet, moved)
        return moved

    @pytest.mark.rule("S29", "F4")
    def test_the_same_person(self, house: House, person: Person, moved: Person, desk: Receptionist) -> None:
        """The desk says so: the reminder goes to the address on file, and there is one account."""
        assert house.queued(person.email) == ["welcome"]
        assert desk.opens_task(moved).kind == "close_match"
        assert desk.reads("task_why") == "Somebody almost the same has an account already."
        desk.decides("task_main")
        sent = ["welcome", "account_exists"]
        desk.player.wait_until(lambda: house.queued(person.email) == sent, "the reminder")
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]

    @pytest.mark.rule("S29", "F4")
    def test_another_person(self, house: House, person: Person, moved: Person, desk: Receptionist) -> None:
        """The desk saw a photo ID: what was submitted makes its account, with the password typed at the tablet."""
        desk.opens_task(moved)
        desk.allows(action="task_second")
        desk.player.wait_until(lambda: house.account(moved.user_id) is not None, "the account")
        assert len(house.accounts(person.email)) == 2
        assert house.queued(person.email) == ["welcome", "welcome"]


class TestInvitationUsedElsewhere:
    """One slip, used at two tablets."""

    @pytest.mark.rule("S13", "S16", "K1", "F4")
    def test_one_account_a_mail_and_a_task(
        self, house: House, stages: Callable[..., Stage], tablet: Stage, desk: Receptionist
    ) -> None:
        """Saved at the tablet without network, active at the other; in the end one account, a mail and a task."""
        person = somebody()
        code = code_of(desk.invites(person))
        known = sa.select(t.invitations).where(t.invitations.c.last == person.last, t.invitations.c.state == "printed")
        desk.player.wait_until(lambda: bool(house.rows(known)), "the printed invitation")
        house.line.close()
        patient = Patient(tablet.player, dataclasses.replace(person, user_id=f"{person.user_id}.x"))
        assert patient.activates(code) == "saved"
        patient.leaves()
        tablet.window.hide()
        quicker = Patient(stages("tablet", name="quicker", direct=True).player, person)
        assert quicker.activates(code) == "active"
        house.line.open()
        tablet.synced()
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
        assert house.queued(person.email) == ["welcome", "account_exists"]
        assert desk.opens_task(person).kind == "invitation_used_elsewhere"
        assert desk.reads("task_why") == "The invitation had been used already, for this account."
        desk.decides("task_second")


class TestInvitationOver:
    """A slip that no longer counts, at a tablet that cannot know it."""

    @pytest.mark.rule("S13", "S18", "K1", "F4")
    def test_withdrawn_at_the_desk(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """No mail, since none was promised and its link would open nothing; after a photo ID what was typed counts."""
        person = somebody()
        code = code_of(desk.invites(person))
        desk.syncs()
        house.line.close()
        desk.withdraws(person)
        desk.player.wait_until(lambda: house.invitations(person.last) == ["revoked"], "the withdrawal")
        saved_and_synced(house, tablet, person, code)
        assert (house.accounts(person.email), house.queued(person.email)) == ([], [])
        assert desk.opens_task(person).kind == "invitation_revoked"
        assert desk.reads("task_why") == "The invitation had been withdrawn."
        desk.allows()
        desk.player.wait_until(lambda: bool(house.accounts(person.email)), "the account")
        assert house.queued(person.email) == ["welcome"]

    @pytest.mark.rule("S13", "S18", "K1", "F4")
    def test_expired(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """A new code goes to the address on file; or the desk looks at a photo ID, and what was typed counts."""
        person = somebody()
        code = invited(house, person, days=0)
        house.line.close()
        saved_and_synced(house, tablet, person, code)
        assert (house.accounts(person.email), house.queued(person.email)) == ([], ["code_resend"])
        assert desk.opens_task(person).kind == "invitation_expired"
        assert desk.reads("task_why") == "The invitation had expired."
        desk.allows()
        desk.player.wait_until(lambda: bool(house.accounts(person.email)), "the account")
        assert house.queued(person.email) == ["code_resend", "welcome"]
        assert house.invitations(person.last) == ["activated"]


def saved_and_synced(house: House, tablet: Stage, person: Person, code: str) -> None:
    """Activate while nobody is reached; then the line is back and the tablet syncs."""
    patient = Patient(tablet.player, person)
    assert patient.activates(code) == "saved"
    patient.leaves()
    house.line.open()
    tablet.synced()


class TestMinor:
    """Nobody could be asked."""

    @pytest.mark.rule("S11", "K1", "F4")
    def test_a_record_of_a_minor_waits_for_the_desk(
        self, house: House, new_device: Callable[..., Device], desk: Receptionist
    ) -> None:
        """A record that reached the portal without the desk's word makes no account until the desk has given it."""
        device = new_device()
        person = somebody(year=str(device.today().year - 15), month="1", day="1")
        recorded(device, person)
        synced(device)
        assert house.accounts(person.email) == []
        assert desk.opens_task(person).kind == "minor"
        desk.allows()
        desk.player.wait_until(lambda: bool(house.accounts(person.email)), "the account")
        assert house.queued(person.email) == ["welcome"]
