"""A patient signs up at the tablet, connected: the whole house, widget by widget."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from kiosk.device import Device
from tests.journeys.conftest import Stage
from tests.journeys.drafts import chain_length, recorded, synced
from tests.journeys.house import House
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, empty, words


class TestSignUp:
    """The main way, and each step that can go another way."""

    @pytest.mark.rule("S1", "S2", "S3", "S4", "S8")
    def test_makes_one_account_and_one_welcome_mail(self, house: House, tablet: Stage) -> None:
        """From "Create An Account" to "Congratulations!": what was typed stands in the portal, and one mail came."""
        person = somebody()
        patient = Patient(tablet.player, person)
        assert words(tablet.player, "create_account") == "Create An Account"
        assert patient.signs_up() == "active"
        assert words(tablet.player, "active_title") == "Congratulations! You have an account."
        (account,) = house.accounts(person.email)
        born = f"{person.year}-{int(person.month):02d}-{int(person.day):02d}"
        assert (account.first, account.last, account.birth_date_cmp, account.zip_cmp, account.gender) == (
            *(person.first, person.last, born, person.zip_code, person.gender),
        )
        assert (account.user_id, account.phone_cmp, account.question) == (
            *(person.user_id, f"+1{person.phone}", person.question),
        )
        assert house.queued(person.email) == ["welcome"]
        (mail,) = house.arrived(person.email)
        assert "You have an account" in str(mail.message["Subject"])
        patient.leaves()
        tablet.synced()

    @pytest.mark.rule("S2", "K5")
    def test_everything_on_the_tablets_own_keyboard(self, house: House, tablet: Stage) -> None:
        """No key of a real keyboard is needed: names, date, numbers and signs all stand on the screen."""
        person = somebody()
        player = tablet.player
        patient = Patient(player, person)
        patient.begins()
        player.type("first_name", person.first)
        player.type("last_name", person.last)
        player.fill_date("birth_date", person.month, person.day, person.year)
        player.type("zip_code", person.zip_code)
        player.type("email", person.email)
        player.tap("primary")
        player.find("required_questions")
        player.tap(f"gender_{person.gender}")
        player.type("phone", person.phone)
        player.tap("primary")
        player.find("credentials")
        player.clear("user_id")
        player.type("user_id", person.user_id)
        player.type("password", person.password)
        player.tap("question")
        player.tap(f"question_{person.question}")
        player.type("answer", person.answer)
        player.tap("consent")
        assert patient.creates() == "active"
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]

    @pytest.mark.rule("S11", "S12")
    def test_a_parent_signs_up_two_children(self, house: House, tablet: Stage) -> None:
        """Each child gets an account of its own on the parent's email; user ID and password are not carried over."""
        year = str(tablet.device.today().year - 8)
        first = somebody(year=year)
        second = somebody(year=year, email=first.email, zip_code=first.zip_code, phone=first.phone)
        guardian = somebody()
        player = tablet.player
        patient = Patient(player, first)
        patient.begins()
        player.tap("account_for_child")
        player.keys("guardian_name", guardian.first)
        patient.tells_about_self()
        patient.answers_questions()
        patient.chooses_credentials()
        assert patient.creates() == "active"

        player.tap("active_another")
        player.find("about_you")
        patient = Patient(player, second)
        player.keys("first_name", second.first)
        player.keys("last_name", second.last)
        player.fill_date("birth_date", second.month, second.day, second.year, real_keys=True)
        player.tap("primary")
        player.find("required_questions")
        player.tap(f"gender_{second.gender}")
        player.tap("primary")
        player.find("credentials")
        assert player.find("password").property("text") == ""
        assert player.find("user_id").property("text") != first.user_id
        patient.chooses_credentials()
        assert patient.creates() == "active"
        accounts = house.accounts(first.email)
        assert sorted((a.user_id, a.relationship, a.guardian) for a in accounts) == sorted(
            (child.user_id, "child", guardian.first) for child in (first, second)
        )

    @pytest.mark.rule("S11")
    def test_a_child_alone_is_led_to_the_desk_and_nothing_is_recorded(self, house: House, tablet: Stage) -> None:
        """At 10 the page says "Please see the front desk" before anything else is asked; no operation is made."""
        person = somebody(year=str(tablet.device.today().year - 10), month="1", day="1")
        patient = Patient(tablet.player, person)
        patient.begins()
        patient.tells_about_self()
        assert patient.ending() == "front_desk"
        assert words(tablet.player, "front_desk_title") == "Please see the front desk"
        patient.leaves()
        assert tablet.device.outbox.counts().held == 0
        assert chain_length(tablet.device) == 0
        assert house.accounts(person.email) == []

    @pytest.mark.rule("S4")
    def test_a_user_id_that_is_taken_is_told_before_anything_is_sent(self, house: House, tablet: Stage) -> None:
        """Connected, the page names the problem; another user ID then makes the account."""
        former = somebody()
        patient = Patient(tablet.player, former)
        assert patient.signs_up() == "active"
        patient.leaves()
        person = somebody(user_id=former.user_id)
        patient = Patient(tablet.player, person)
        patient.begins()
        patient.tells_about_self()
        patient.answers_questions()
        patient.chooses_credentials()
        tablet.player.tap("primary")
        assert patient.problem() == "Somebody already has this user ID. Please choose another one"
        assert house.accounts(person.email) == []
        empty(tablet.player, "user_id")
        tablet.player.keys("user_id", f"{former.user_id}.2")
        assert patient.creates() == "active"
        assert [account.user_id for account in house.accounts(person.email)] == [f"{former.user_id}.2"]

    @pytest.mark.rule("S4", "S8")
    def test_a_user_id_taken_meanwhile_loses_nothing(
        self, house: House, tablet: Stage, new_device: Callable[..., Device]
    ) -> None:
        """Disconnected nobody can know: the account is made without a user ID, and the desk gets a case."""
        person = somebody()
        patient = Patient(tablet.player, person)
        house.line.close()
        assert patient.signs_up() == "saved"
        patient.leaves()
        quicker = somebody(user_id=person.user_id)
        other = new_device("other", direct=True)
        recorded(other, quicker)
        synced(other)
        assert [account.user_id for account in house.accounts(quicker.email)] == [person.user_id]
        house.line.open()
        tablet.synced()
        assert [account.user_id for account in house.accounts(person.email)] == [None]
        assert house.cases(person.email) == ["user_id_taken"]


class TestExactMatch:
    """Somebody who has an account already gets no second one, wherever the second sign-up comes from."""

    @pytest.mark.rule("S20", "S26", "S27")
    @pytest.mark.parametrize("elsewhere", [False, True], ids=["again at this practice", "at another practice"])
    def test_a_page_and_a_mail_instead_of_a_second_account(
        self, house: House, tablet: Stage, new_device: Callable[..., Device], elsewhere: bool
    ) -> None:
        """The page quotes the source's words; `account_exists` with the user ID goes to the address on file."""
        person = somebody(gender="female")
        practice = {"practice_id": house.second_practice()} if elsewhere else {}
        former = new_device("former", **practice)
        recorded(former, person)
        synced(former)
        again = dataclasses.replace(person, user_id=f"{person.user_id}.x", first=person.first.upper())
        patient = Patient(tablet.player, again)
        patient.begins()
        patient.tells_about_self()
        patient.answers_questions()
        tablet.player.find("have_account")
        assert words(tablet.player, "have_account_title") == "You already have a HealthKey account"
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
        assert house.queued(person.email) == ["welcome", "account_exists"]
        mail = house.arrived(person.email)[1].message.get_body(("plain",))
        assert mail is not None
        text = mail.get_content()
        assert person.user_id in text
        assert ("Hilltop Clinic" if elsewhere else "Lakeside Family Practice") in text

    @pytest.mark.rule("S27")
    def test_an_undisclosed_gender_never_counts_as_equal(
        self, house: House, tablet: Stage, new_device: Callable[..., Device]
    ) -> None:
        """Who prefers not to say is close at most, even if all else is equal: asked for a phone, sent no mail."""
        person = somebody(gender="unknown")
        former = new_device("former")
        recorded(former, person)
        synced(former)
        again = dataclasses.replace(person, user_id=f"{person.user_id}.x")
        patient = Patient(tablet.player, again)
        patient.begins()
        patient.tells_about_self()
        patient.answers_questions()
        tablet.player.find("verify_phone")
        assert house.queued(person.email) == ["welcome"]
