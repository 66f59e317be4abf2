"""Children and cared-for people at home: told before anything is chosen, and their guardian is recorded (S11, S12)."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.portal import facts
from kiosk.portal import tables as t
from kiosk.portal.facts import Fact
from kiosk.portal.web.wording import Words
from tests.contract.test_web_activation import NEUTRAL, created, invite, opened
from tests.portal.house import House
from tests.portal.visitor import Visitor

CHILD, TEEN = ({"month": "3", "day": "27", "year": year} for year in ("2016", "2010"))
GUARDIAN = "Rosa Quine"


def born(typed: dict[str, str]) -> dict[str, Any]:
    """The columns of an invitation for somebody born then."""
    date = f"{typed['year']}-03-27"
    return {"birth_date": date, "birth_date_cmp": date}


@pytest.mark.rule("S11", "S12", "S24")
@pytest.mark.parametrize("relationship", ["child", "cared_for"])
def test_the_guardian_is_recorded(house: House, relationship: str) -> None:
    """Who fills the page in for somebody else gives the own name, or is told to; it is kept with the account."""
    _, code = invite(house, **born(CHILD))
    visitor = Visitor(house)
    page = opened(visitor, code, relationship=relationship, **CHILD)
    assert "Your own name (parent, guardian or caregiver)" in page.text
    assert created(visitor, page).problems == ["Enter your own name, as the parent or guardian"]
    assert house.rows(t.accounts) == []
    assert created(visitor, page, guardian=f"  {GUARDIAN} ").title == "Congratulations! You have an account."
    assert [(row.relationship, row.guardian, row.first) for row in house.rows(t.accounts)] == [
        (relationship, GUARDIAN, "Ana")
    ]


@pytest.mark.rule("S11")
def test_an_adults_own_account_has_no_guardian(house: House) -> None:
    """Nobody is asked, and what a forged form says is not kept."""
    _, code = invite(house)
    visitor = Visitor(house)
    page = opened(visitor, code)
    assert "guardian" not in page.text
    created(visitor, page, guardian=GUARDIAN)
    assert [row.guardian for row in house.rows(t.accounts)] == [""]


@pytest.mark.rule("S11", "S12")
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_child_alone(house: House, language: str) -> None:
    """The first page says kindly who creates the account, at the choice that leads on; no try is counted."""
    _, code = invite(house, **born(CHILD))
    visitor = Visitor(house, headers={"accept-language": language})
    page = opened(visitor, code, **CHILD)
    assert (page.status, page.problems) == (422, [Words(language, {})("sentences.guardian")])
    assert 'href="#relationship-child"' in page.body.decode()
    assert house.rows(t.lockouts) == []
    assert opened(visitor, code, relationship="child", **CHILD).status == 200


@pytest.mark.rule("S11", "S12", "F4")
@pytest.mark.parametrize("relationship", ["self", "child"])
def test_a_teen_meets_the_desk_first(house: House, relationship: str) -> None:
    """The front desk is named, nothing is asked or changed; once it has allowed the patient, the page goes on."""
    invitation_id, code = invite(house, **born(TEEN))
    visitor = Visitor(house)
    page = opened(visitor, code, relationship=relationship, **TEEN)
    assert (page.status, page.title) == (200, "Please see the front desk")
    assert "For patients of this age the front desk helps to create the account." in page.text
    assert "your code still works" in page.text
    assert (house.rows(t.accounts), house.cases()) == ([], [])
    house.database.run(lambda c: facts.note(c, house.practice_id, invitation_id, Fact.ALLOWED_MINOR, house.now))
    page = opened(visitor, code, relationship=relationship, **TEEN)
    assert created(visitor, page, guardian=GUARDIAN).title == "Congratulations! You have an account."


@pytest.mark.rule("S11", "S13")
def test_a_stranger_learns_nothing_of_a_teens_invitation(house: House) -> None:
    """With a wrong ZIP the answer is the neutral one, whatever the age."""
    _, code = invite(house, **born(TEEN))
    wrong = TEEN | {"zip_code": "99501"}
    assert NEUTRAL in opened(Visitor(house), code, **wrong).text
