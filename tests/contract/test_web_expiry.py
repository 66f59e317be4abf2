"""Codes on paper and in invitations expire to the second, on the first page and on the one that follows (S13, F7).

The links of mails do so in ``test_web_links``.
"""

from __future__ import annotations

import datetime as dt

import pytest

from kiosk.portal import tables as t
from kiosk.portal.codes import LIFE as INVITATION
from kiosk.portal.tokens import LIFE, Purpose
from tests.contract.test_web_activation import FIRST, NEUTRAL, SECOND, invite
from tests.contract.test_web_reset_slip import FIELDS, PROOF, WRONG, slip
from tests.portal.house import House
from tests.portal.patients import PASSWORD
from tests.portal.visitor import Page, Visitor

SECOND_OF_TIME = dt.timedelta(seconds=1)


def begins(house: House, kind: str) -> tuple[str, dict[str, str], dt.timedelta]:
    """Where the code is typed, the first page's fields, and how long the code lives."""
    if kind == "invitation":
        return "/a", FIRST | {"code": invite(house)[1].grouped}, INVITATION
    slip(house)
    return "/r", PROOF, LIFE[Purpose.RESET_SLIP]


def follows(page: Page, kind: str) -> dict[str, str]:
    """The second page's fields."""
    return SECOND | {"state": page.state} if kind == "invitation" else FIELDS


both = pytest.mark.parametrize(
    "kind",
    [
        pytest.param("invitation", marks=pytest.mark.rule("S13", "S14")),
        pytest.param("slip", marks=pytest.mark.rule("F7")),
    ],
)


@both
def test_the_last_second_is_good(house: House, kind: str) -> None:
    """A second before the end both pages work."""
    path, first, life = begins(house, kind)
    house.now += life - SECOND_OF_TIME
    visitor = Visitor(house)
    page = visitor.post(path, first)
    assert page.status == 200
    assert visitor.post(path, follows(page, kind)).status == 200


@both
def test_too_old_on_the_first_page(house: House, kind: str) -> None:
    """At the end it is like a code that nobody made: the neutral sentence, and no word of its age alone."""
    path, first, life = begins(house, kind)
    house.now += life
    page = Visitor(house).post(path, first)
    assert page.status == 422
    assert (NEUTRAL if kind == "invitation" else WRONG) in page.text


@both
def test_too_old_on_the_second_page(house: House, kind: str) -> None:
    """Opened in time and sent too late: nothing is made or changed, and the page says what to do."""
    path, first, life = begins(house, kind)
    house.now += life - SECOND_OF_TIME
    visitor = Visitor(house)
    page = visitor.post(path, first)
    before = [(row.user_id, row.password_hash) for row in house.rows(t.accounts)]
    mails = house.mails()
    house.now += SECOND_OF_TIME
    late = visitor.post(path, follows(page, kind))
    if kind == "invitation":
        assert (late.status, late.title) == (410, "This link has been used or is too old")
    else:
        assert late.status == 422
        assert WRONG in late.text
    assert PASSWORD not in late.text
    assert [(row.user_id, row.password_hash) for row in house.rows(t.accounts)] == before
    assert house.mails() == mails
