"""People whom the portal knows already: signed up through a tablet's own files and sync, without screens."""

from __future__ import annotations

import re

from kiosk.demo.mailbox import Mail
from kiosk.demo.people import Person
from tests.journeys.conftest import Stage
from tests.journeys.drafts import recorded
from tests.journeys.home import Home
from tests.journeys.house import House, utc_now, words_of
from tests.portal.patients import add_invitation
from tests.portal.patients import person as columns


def know(house: House, stage: Stage, *people: Person) -> None:
    """Let people have accounts; their welcome mails are there."""
    for person in people:
        recorded(stage.device, person)
    stage.synced()
    for person in people:
        assert person.user_id in [account.user_id for account in house.accounts(person.email)]
        house.mailed(person.email, "welcome")


def verify(house: House, home: Home, person: Person) -> None:
    """Open the welcome mail's link at home and say that it is one's own address."""
    home.opens(house.mailed(person.email, "welcome"), "verify-email/")
    home.press()
    assert home.heading() == "Thank you. This is your email address."


def digits_in(mail: Mail) -> str:
    """The six digits of a mail."""
    (digits,) = [line for line in words_of(mail).splitlines() if re.fullmatch("[0-9]{6}", line)]
    return digits


def other_digits(digits: str) -> str:
    """Six digits that are not those."""
    return f"{(int(digits) + 1) % 10**6:06d}"


def invited(house: House, person: Person, *, days: int = 14) -> str:
    """Let the person have an invitation that was mailed and lasts so many days; returns its code."""
    born = f"{person.year}-{int(person.month):02d}-{int(person.day):02d}"
    told = {"birth_date": born, "zip_code": person.zip_code, "gender": person.gender, "phone": f"+1{person.phone}"}
    who = columns(person.first, person.last, person.email, **told)
    _, code = house.database.run(
        lambda connection: add_invitation(connection, house.practice_id, who, utc_now(), days=days)
    )
    return code.grouped
