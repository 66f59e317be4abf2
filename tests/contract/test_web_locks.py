"""Who tried too often on a web page reads from when on one can try again, and nothing about what was typed (S44)."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.staff import StaffRole
from kiosk.portal import bcrypts, practices
from tests.contract.test_web_activation import FIRST, invite
from tests.contract.test_web_links import account, forgot
from tests.contract.test_web_reset_slip import CODE, FIELDS, slip
from tests.portal.house import House
from tests.portal.patients import add_invitation, person
from tests.portal.visitor import OWN_NAME, Page, Visitor

pytestmark = pytest.mark.rule("S44", "S45")

NOBODYS = ActivationCode.from_entropy(b"nobody123")
ENGLISH = "You can try again at 10:15 AM."
SPANISH = "Puede intentarlo de nuevo desde esta hora: 10:15 a. m."


def tries(house: House, page: str, *, known: bool = True) -> tuple[str, dict[str, str]]:
    """Where a wrong try is sent to, and what it says."""
    match page:
        case "activation":
            code = invite(house)[1] if known else NOBODYS
            return "/a", FIRST | {"code": code.grouped, "day": "28"}
        case "slip":
            if known:
                slip(house)
            return "/r", FIELDS | {"code": CODE.grouped if known else NOBODYS.grouped, "day": "28"}
        case _:
            return forgot(house, account(house)), {"password": "Wrong1"}


def locked(house: House, where: tuple[str, dict[str, str]], language: str = "en", host: str = "portal.example") -> Page:
    """What stands there after five wrong tries, and at every one that follows."""
    visitor = Visitor(house, host, {"accept-language": language})
    pages = [visitor.post(*where) for _ in range(6)]
    assert [page.status for page in pages] == [422] * 4 + [429] * 2
    assert pages[4].body == pages[5].body
    return pages[5]


@pytest.mark.parametrize("page", ["activation", "slip", "confirm"])
@pytest.mark.parametrize(("language", "sentence"), [("en", ENGLISH), ("es", SPANISH)])
def test_when_to_try_again(
    house: House, monkeypatch: pytest.MonkeyPatch, page: str, language: str, sentence: str
) -> None:
    """By the practice's clock, in the page's language, also some minutes later: the wait does not begin anew."""
    monkeypatch.setattr(bcrypts, "password_matches", lambda typed, stored: False)
    path, fields = tries(house, page)
    where = f"{path}?lang={language}", fields
    assert sentence in locked(house, where, language).text
    house.now += dt.timedelta(minutes=14)
    assert sentence in Visitor(house).post(*where).text


@pytest.mark.parametrize("page", ["activation", "slip"])
@pytest.mark.parametrize("host", ["portal.example", OWN_NAME])
@pytest.mark.parametrize("seconds", [0, 1, 60 * 14 + 1])
def test_known_and_unknown_are_one_page(house: House, page: str, host: str, seconds: int) -> None:
    """The same bytes, also under the name that several practices share, whichever of them made the code."""
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    where = [tries(house, page, known=known) for known in (True, False)]
    if page == "activation":
        who = person("Ann", "Moreau", "ann@example.org")
        house.database.run(lambda c: practices.add_staff(c, other, "Kim", StaffRole.MANAGER, "a verifier"))
        _, code = house.database.run(lambda c: add_invitation(c, other, who, house.now))
        where.append(("/a", FIRST | {"code": code.grouped, "day": "28"}))
    for one in where:
        locked(house, one, host=host)
    house.now += dt.timedelta(seconds=seconds)
    assert len({Visitor(house, host).post(*one).body for one in where}) == 1


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        (0, "You can try again in 15 minutes."),
        (1, "You can try again in 15 minutes."),
        (60, "You can try again in 14 minutes."),
        (899, "You can try again in one minute."),
    ],
)
def test_without_a_practice(house: House, seconds: int, sentence: str) -> None:
    """Under a name that several share nobody's clock counts: the minutes that are left, rounded up."""
    house.add_practice(uuid.uuid4(), "Hillside Clinic")
    where = tries(house, "activation", known=False)
    locked(house, where, host=OWN_NAME)
    house.now += dt.timedelta(seconds=seconds)
    page = Visitor(house, OWN_NAME).post(*where)
    assert sentence in page.text
    assert "ask its front desk" in page.text
