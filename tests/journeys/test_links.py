"""Mailed links in a real Chromium: they look before they change; once, in time, at their own practice (S8, S46)."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from kiosk.portal import tables_people as tp
from tests.journeys.conftest import Stage
from tests.journeys.home import Home
from tests.journeys.house import HOST, OTHER_HOST, House, words_of
from tests.journeys.known import digits_in, know
from tests.journeys.people import somebody
from tests.journeys.steps import Patient

pytestmark = pytest.mark.tier("chromium")

NEW = "Harbor99new"
USED = "This link has been used or is too old"


def verified(house: House, email: str) -> list[bool]:
    """Whether the accounts with an address have proven it."""
    return [account.email_verified for account in house.accounts(email)]


def ages(house: House, email: str, by: dt.timedelta) -> None:
    """Let time pass for the links and waiting passwords of the accounts with an email."""
    ids = [account.account_id for account in house.accounts(email)]

    def work(connection: sa.Connection) -> None:
        for table, key in ((tp.tokens, "token_hash"), (tp.pending_passwords, "pending_id")):
            for row in connection.execute(sa.select(table).where(table.c.account_id.in_(ids))).mappings().all():
                aged = {name: row[name] - by for name in ("created_at", "expires_at")}
                connection.execute(sa.update(table).where(table.c[key] == row[key]).values(aged))

    house.database.run(work)


class TestVerify:
    """The welcome mail's link (S8)."""

    @pytest.mark.rule("S8", "S46")
    def test_from_the_sign_up_at_the_tablet(self, house: House, tablet: Stage, home: Home) -> None:
        """Log-in needs no proof; looking thrice proves nothing, the button does, once."""
        person = somebody()
        patient = Patient(tablet.player, person)
        assert patient.signs_up() == "active"
        patient.leaves()
        mail = house.mailed(person.email, "welcome")
        for _ in range(3):
            home.opens(mail, "verify-email/")
        assert verified(house, person.email) == [False]
        patient.logs_in()
        assert patient.comes_to("profile", "joined")
        home.press()
        assert home.heading() == "Thank you. This is your email address."
        assert verified(house, person.email) == [True]
        home.opens(mail, "verify-email/")
        assert home.heading() == USED
        assert "front desk of Lakeside Family Practice" in home.says()

    @pytest.mark.rule("S46")
    def test_at_another_practice(self, house: House, tablet: Stage, home: Home) -> None:
        """A link holds under its own practice's name alone."""
        house.second_practice()
        person = somebody()
        know(house, tablet, person)
        link = house.link(house.mailed(person.email, "welcome"), "verify-email/")
        home.page.goto(link.replace(HOST, OTHER_HOST))
        assert home.heading() == USED
        home.page.goto(link)
        home.press()
        assert verified(house, person.email) == [True]


class TestTooOld:
    """A link after its time."""

    @pytest.mark.rule("S38", "S39", "S46")
    def test_a_day_later(self, house: House, tablet: Stage, home: Home) -> None:
        """The new password does not wait any longer than its link, here or at home; asked again, it works."""
        person = somebody()
        know(house, tablet, person)
        patient = Patient(tablet.player, person)
        for late in (True, False):
            patient.forgot_password()
            patient.gives_user_id()
            assert patient.sets_password(NEW) == "confirm_password_page"
            patient.confirms_at_home()
            patient.leaves()
            mail = house.mailed(person.email, "confirm_password")
            ages(house, person.email, dt.timedelta(hours=24 if late else 23, minutes=0 if late else 50))
            home.opens(mail, "confirm-password/")
            if late:
                assert home.heading() == USED
        home.fill("New password", NEW)
        home.press()
        assert home.heading() == "Your password is changed."
        patient.logs_in(password=NEW)
        assert patient.comes_to("profile", "joined")

    @pytest.mark.rule("S39")
    def test_ten_minutes_later_the_digits_are_none(self, house: House, tablet: Stage, home: Home) -> None:
        """At the tablet the mail's digits are good for ten minutes; its link still is."""
        person = somebody()
        know(house, tablet, person)
        patient = Patient(tablet.player, person)
        patient.forgot_password()
        patient.gives_user_id()
        assert patient.sets_password(NEW) == "confirm_password_page"
        mail = house.mailed(person.email, "confirm_password")
        ages(house, person.email, dt.timedelta(minutes=10))
        assert patient.confirms_password(digits_in(mail), NEW) == "error_summary"
        home.opens(mail, "confirm-password/")
        home.fill("New password", NEW)
        home.press()
        assert home.heading() == "Your password is changed."


@pytest.mark.rule("S8", "S34", "S38", "S46")
def test_in_spanish(house: House, tablet: Stage, home: Home) -> None:
    """Who signs up in Spanish gets mails and pages in Spanish, whatever language the tablet or the browser speaks."""
    person = somebody()
    patient = Patient(tablet.player, person)
    tablet.player.tap("welcome_language_es")
    assert patient.signs_up() == "active"
    assert patient.reads("active_title") == "¡Felicidades! Ya tiene una cuenta."
    patient.leaves()
    home.opens(house.mailed(person.email, "welcome"), "verify-email/")
    assert home.page.locator("html").get_attribute("lang") == "es"
    patient.forgot_user_id()
    patient.gives_email()
    patient.confirms_birth_date()
    assert patient.answers_question() == "user_id_sent"
    patient.leaves()
    assert "Usted pidió su nombre de usuario" in words_of(house.mailed(person.email, "user_id_reminder"))
    patient.forgot_password()
    patient.gives_user_id()
    assert patient.sets_password(NEW) == "confirm_password_page"
    mail = house.mailed(person.email, "confirm_password")
    assert mail.message["Subject"] == "Confirme su contraseña nueva"
    home.opens(mail, "confirm-password/")
    assert home.page.locator("html").get_attribute("lang") == "es"
    home.fill("Contraseña nueva", NEW)
    home.press()
    assert home.heading() == "Su contraseña ha cambiado."
