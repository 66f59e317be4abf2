"""The desk mails an invitation: the link opened at home, its code used at the tablet, the profile updated (S9-S15)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.demo.mailbox import Mail
from kiosk.demo.people import Person
from tests.journeys.conftest import Stage
from tests.journeys.home import Home, code_in
from tests.journeys.house import HOST, House, words_of
from tests.journeys.line import Fault
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist

Invite = Callable[[Person], Mail]


@pytest.fixture
def invite(house: House, desk: Receptionist) -> Invite:
    """Return what lets the desk mail an invitation; gives the mail that arrived."""

    def mail(person: Person) -> Mail:
        desk.invites(person, mail=True)
        desk.player.wait_until(lambda: house.queued(person.email) == ["invitation"], "the mail")
        return house.mailed(person.email, "invitation")

    return mail


@pytest.mark.tier("chromium")
class TestAtHome:
    """The mail's link in a browser."""

    @pytest.mark.rule("S9", "S10", "S13", "S14", "S15", "S46")
    def test_from_the_link_to_an_account(self, house: House, home: Home, invite: Invite) -> None:
        """The link carries the code; a wrong ZIP is refused neutrally; then the account, and its profile."""
        person = somebody()
        mail = invite(person)
        told = words_of(mail)
        assert person.first in told
        assert not any(secret in told for secret in (person.zip_code, person.year, person.phone))
        home.opens(mail, "a#")
        assert home.page.get_by_label("Activation code").input_value() == code_in(mail)
        home.tells_who(person, zip_code="60711")
        assert "These do not match." in home.says()
        home.tells_who(person)
        assert home.heading() == "Create your user ID and password"
        home.chooses_credentials(person)
        assert home.heading() == "Congratulations! You have an account."
        home.page.get_by_label("Postal address").fill("12 Lake St\nChicago, IL")
        home.page.get_by_role("button", name="update profile").click()
        assert "Your profile is up to date." in home.says()
        (account,) = house.accounts(person.email)
        assert (account.user_id, account.first, account.address) == (
            *(person.user_id, person.first, "12 Lake St\nChicago, IL"),
        )
        assert house.queued(person.email) == ["invitation", "welcome"]

    @pytest.mark.rule("S10", "S13")
    def test_a_link_that_the_tablet_used(self, house: House, home: Home, invite: Invite, tablet: Stage) -> None:
        """After the code made an account at the tablet the link opens nothing, with the neutral sentence."""
        person = somebody()
        mail = invite(person)
        assert Patient(tablet.player, person).activates(code_in(mail)) == "active"
        home.opens(mail, "a#")
        home.tells_who(person)
        assert "These do not match." in home.says()
        assert len(house.accounts(person.email)) == 1


class TestAtTheTablet:
    """The mail's code, typed or scanned from the phone's screen."""

    @pytest.mark.rule("S9", "S10", "S13", "S14", "S15")
    def test_typed_and_the_profile_arrives(self, house: House, tablet: Stage, invite: Invite) -> None:
        """What "update profile" sends from the ending's page: address and wish stand in the portal."""
        person = somebody()
        patient = Patient(tablet.player, person)
        patient.has_invitation()
        patient.types_code(code_in(invite(person)))
        patient.confirms_person()
        patient.answers_questions_if_asked()
        patient.chooses_credentials()
        tablet.player.tap("primary")
        tablet.player.find("profile")
        assert patient.reads("profile_title") == "Congratulations! You have an account."
        assert patient.reads("primary") == "update profile"
        patient.updates_profile(street="12 Lake St", city="Chicago, IL", contact="mail")
        assert patient.ending() == "active"
        tablet.synced()
        (account,) = house.accounts(person.email)
        assert (account.address, account.contact_preference) == ("12 Lake St\nChicago, IL", "mail")

    @pytest.mark.rule("S10", "S15", "K1")
    def test_scanned_and_the_line_breaks_at_the_profile(self, house: House, tablet: Stage, invite: Invite) -> None:
        """The mail's link under the scanner; the profile's record is lost on the way twice and arrives once."""
        person = somebody()
        mail = invite(person)
        tablet.player.find("welcome")
        tablet.player.scan(f"https://{HOST}/a#{code_in(mail).replace('-', '')}")
        patient = Patient(tablet.player, person)
        patient.confirms_person()
        patient.answers_questions_if_asked()
        patient.chooses_credentials()
        tablet.player.tap("primary")
        tablet.player.find("profile")
        house.line.breaks(Fault.LOST_ANSWER, times=2)
        patient.updates_profile(street="12 Lake St", city="Chicago, IL", contact="phone")
        assert patient.ending() == "active"
        patient.leaves()
        house.line.mends()
        tablet.synced()
        (account,) = house.accounts(person.email)
        assert (account.address, account.contact_preference) == ("12 Lake St\nChicago, IL", "phone")
