"""A reset slip of the front desk on the web: by the rules and the counter of the tablet, once (F7)."""

from __future__ import annotations

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode, CodeUse
from kiosk.domain.replies import ReplyState
from kiosk.domain.values import BirthDate
from kiosk.portal import bcrypts, practices, reset_slips
from kiosk.portal import tables as t
from kiosk.portal.letters import Post
from kiosk.portal.tables import metadata
from kiosk.protocol.reset_slip import lookup_id
from tests.contract.asking import Runs
from tests.portal.house import House
from tests.portal.patients import PASSWORD, add_account, person
from tests.portal.visitor import OWN_NAME, Page, Visitor, letters_to

pytestmark = pytest.mark.rule("F7")

EMAIL = "maria@mail.example"
NEW = "Winter7lake"
CODE = ActivationCode.from_entropy(b"some slip")
PROOF = {"code": CODE.grouped, "month": "3", "day": "27", "year": "1984"}
FIELDS = PROOF | {"step": "choose", "password": NEW, "again": NEW}
USER_ID = "maria.okafor27"
WRONG = "These do not match, or the slip was used before or is too old. Please check the code and"
CHANGED = "Your password is changed."


def slip(house: House, code: ActivationCode = CODE, email: str | None = EMAIL, user_id: str | None = USER_ID) -> UUID:
    """An account of somebody born on 27 March 1984, and a slip for it."""

    def work(connection: sa.Connection) -> UUID:
        account_id = add_account(connection, house.practice_id, person("María", "Okafor", email), user_id, house.now)
        post = Post(connection, house.keys, practices.get(connection, house.practice_id), house.now)
        reset_slips.issue(post, account_id, lookup_id(code))
        return account_id

    return house.database.run(work)


def stored(house: House) -> str:
    """The hash of the one account."""
    (row,) = house.rows(t.accounts)
    return str(row.password_hash)


def everything(house: House) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, but for counters that count nothing."""
    rows = {table.name: sorted((tuple(row) for row in house.rows(table)), key=repr) for table in metadata.sorted_tables}
    rows["lockouts"] = [tuple(row) for row in house.rows(t.lockouts) if row.total or row.locked_until]
    return rows


@pytest.mark.parametrize("email", [EMAIL, None], ids=["email", "no email"])
def test_a_slip_sets_the_password_once(house: House, email: str | None) -> None:
    """Code and date of birth are enough, with and without an address; the notice goes to who has one."""
    slip(house, email=email)
    page = Visitor(house).post("/r", FIELDS)
    assert (page.status, page.title) == (200, CHANGED)
    assert f"Your user ID: {USER_ID}" in page.text
    assert bcrypts.password_matches(NEW, stored(house))
    assert letters_to(house, EMAIL) == (["password_changed"] if email else [])
    again = Visitor(house).post("/r", FIELDS | {"password": "Summer7lake", "again": "Summer7lake"})
    assert again.status == 422
    assert WRONG in again.text
    assert bcrypts.password_matches(NEW, stored(house))


@pytest.mark.rule("S2")
def test_it_tells_the_user_id(house: House, runs: Runs) -> None:
    """Who forgot it reads it after code and date of birth, and may leave it at that: nothing is changed."""
    slip(house, email=None)
    before = everything(house)
    page = Visitor(house).post("/r", PROOF)
    assert (page.status, page.title, page.problems) == (200, "Choose a new password", [])
    assert USER_ID in page.text
    assert 'name="user_id"' not in page.text
    assert everything(house) == before
    assert runs.count() == 0


@pytest.mark.rule("S2", "S4")
def test_who_has_none_chooses_a_user_id(house: House) -> None:
    """By the rules of the sign-up; a taken one is told, and code, date and everything else stay."""
    slip(house, email=None, user_id=None)
    visitor = Visitor(house)
    page = visitor.post("/r", PROOF)
    assert (page.title, page.problems) == ("Choose a user ID and a password", [])
    taken = house.database.run(
        lambda connection: add_account(
            connection, house.practice_id, person("Ana", "Ruiz", "ana@mail.example"), "ana.ruiz1", house.now
        )
    )
    for typed, problem in (
        ("", "Use 6 to 32 characters for your user ID"),
        ("support", "Nobody can have this user ID"),
        ("Ana.Ruiz1", "Somebody already has this user ID"),
    ):
        page = visitor.post("/r", FIELDS | {"user_id": typed})
        assert (page.status, len(page.problems)) == (422, 1)
        assert page.problems[0].startswith(problem)
        assert f'name="code" value="{CODE.grouped}"' in page.text
        assert NEW not in page.text
    page = visitor.post("/r", FIELDS | {"user_id": "Okafor.84"})
    assert (page.status, page.title) == (200, "Your user ID and your password are saved.")
    assert "Your user ID: okafor.84" in page.text
    (row,) = (row for row in house.rows(t.accounts) if row.account_id != taken)
    assert row.user_id == "okafor.84"
    assert bcrypts.password_matches(NEW, row.password_hash)


@pytest.mark.rule("S4")
def test_somebody_takes_the_user_id_meanwhile(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the password is being hashed: it is told, nothing is changed, and the slip stays good."""
    account_id = slip(house, user_id=None)

    def meanwhile(password: str) -> str:
        house.database.run(
            lambda connection: add_account(
                connection, house.practice_id, person("Ana", "Ruiz", "ana@mail.example"), "okafor.84", house.now
            )
        )
        return "of the page"

    with monkeypatch.context() as patch:
        patch.setattr(bcrypts, "new_hash", meanwhile)
        page = Visitor(house).post("/r", FIELDS | {"user_id": "okafor.84"})
    assert (page.status, page.problems) == (422, ["Somebody already has this user ID. Please choose another one"])
    stays = {row.account_id: row.password_hash for row in house.rows(t.accounts)}
    assert stays[account_id] != "of the page"
    assert Visitor(house).post("/r", FIELDS | {"user_id": "okafor.85"}).status == 200


def test_the_second_page_changes_its_language(house: House) -> None:
    """What was typed stays, and no problem is told."""
    slip(house, user_id=None)
    page = Visitor(house).post("/r", FIELDS | {"user_id": "okafor.84", "lang": "es"})
    assert (page.title, page.problems) == ("Elija un nombre de usuario y una contraseña", [])
    assert 'value="okafor.84"' in page.text
    assert NEW not in page.text


def test_looking_changes_nothing(house: House) -> None:
    """However often a preview opens the link, no row changes, and the page knows of no slip."""
    slip(house)
    before = everything(house)
    pages = [Visitor(house).get("/r", method) for method in ("GET", "GET", "HEAD")]
    pages += [Visitor(house).get(f"/r?lang=en&code={CODE.symbols}")]
    assert {page.status for page in pages} == {200}
    assert not any(CODE.symbols in page.text or CODE.grouped in page.text for page in pages)
    assert everything(house) == before


@pytest.mark.parametrize("typed", [CODE.symbols, CODE.symbols.lower(), CODE.link("portal.example", CodeUse.RESET_SLIP)])
def test_the_code_is_read_as_people_write_it(house: House, typed: str) -> None:
    """In any case, without lines, or as the whole link."""
    slip(house)
    assert Visitor(house).post("/r", FIELDS | {"code": typed}).title == CHANGED


def test_what_does_not_hold_is_alike(house: House, runs: Runs) -> None:
    """A wrong date, an unknown code, an old slip: one sentence, one page, and no password is hashed for nobody."""
    slip(house)
    visitor = Visitor(house)
    unknown = ActivationCode.from_entropy(b"no slip 1")
    pages = [visitor.post("/r", FIELDS | {"day": "28"}), visitor.post("/r", FIELDS | {"code": unknown.grouped})]
    house.now += dt.timedelta(hours=1)
    pages.append(visitor.post("/r", FIELDS))
    for page in pages:
        assert (page.status, page.problems) == (422, [])
        assert WRONG in page.text
        assert NEW not in page.text
    assert len({re.sub(r' value="[^"]*"', "", page.text) for page in pages}) == 1
    assert runs.count() == 0


@pytest.mark.rule("S44")
@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_five_wrong_tries_lock(house: House, known: bool) -> None:
    """Whether there is such a slip or not; the right date too, and at the tablet too, until 15 minutes are over."""
    if known:
        slip(house)
    visitor = Visitor(house)
    statuses = [visitor.post("/r", FIELDS | {"day": "28"}).status for _ in range(5)]
    assert statuses == [422, 422, 422, 422, 429]
    born = BirthDate(dt.date(1984, 3, 27))
    reply = house.database.run(
        lambda c: reset_slips.use(c, house.keys, lookup_id(CODE), born, "never stored", house.now)
    )
    assert reply.state is ReplyState.LOCKED
    house.now += dt.timedelta(minutes=14, seconds=59)
    locked = visitor.post("/r", FIELDS)
    assert (locked.status, locked.title) == (429, "Ouch! Please wait 15 minutes and try again.")
    assert "the front desk can help you, too" in locked.text
    house.now += dt.timedelta(seconds=1)
    assert visitor.post("/r", FIELDS).status == (200 if known else 422)


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        (
            dict.fromkeys(FIELDS, ""),
            [
                "A code has 15 letters and numbers. Please check your code",
                "Enter the month, the day and the year with 4 digits",
            ],
        ),
        ({"code": CODE.symbols[:-1] + "0"}, ["One letter or number is not right. Please check your code"]),
        (
            {"code": f"https://evil.example/r#{CODE.symbols}"},
            ["This is not a code of our practice. Please ask the front desk"],
        ),
        (
            {"code": CODE.link("portal.example")},
            ["This code is for a new account. Open the link of your invitation, or ask the front desk"],
        ),
        ({"year": "2027"}, ["This day has not come yet. Please check the year"]),
        ({"password": "Lake#7", "again": "Lake#7"}, ["Your password cannot have this sign: #. Use only letters A-Z"]),
        ({"again": NEW + "s"}, ["This is not the password you chose before. Type the same password again"]),
    ],
)
def test_what_cannot_be_right_costs_no_try(house: House, changes: dict[str, str], problems: list[str]) -> None:
    """Every problem is told at its field and in the summary; nothing is counted, no password is shown again."""
    slip(house)
    before = everything(house)
    page = Visitor(house).post("/r", FIELDS | changes)
    assert page.status == 422
    assert len(page.problems) == len(problems)
    assert all(told.startswith(expected) for told, expected in zip(page.problems, problems, strict=True))
    anchors = re.findall(r'<li><a href="#([a-z_]+)">', page.text)
    assert len(anchors) == len(problems)
    assert all(f'id="{anchor}"' in page.text for anchor in anchors)
    assert NEW not in page.text
    assert everything(house) == before


def test_a_slip_pasted_at_the_invitation_is_kindly_told_apart(house: House) -> None:
    """The activation page says what it is, and no try is counted."""
    slip(house)
    before = everything(house)
    page = Visitor(house).post("/a", {"code": CODE.link("portal.example", CodeUse.RESET_SLIP)})
    assert page.problems[1] == (
        "This slip is for your user ID or a new password. Open the link on the slip, or ask the front desk"
    )
    assert everything(house) == before


def test_pressed_twice_at_once(house: House) -> None:
    """Of two at the same moment one sets the password, and one notice goes out."""
    slip(house)

    def press() -> Page:
        return Visitor(house).post("/r", FIELDS)

    with ThreadPoolExecutor(2) as pool:
        pages = [future.result(timeout=60) for future in [pool.submit(press), pool.submit(press)]]
    assert sorted(page.status for page in pages) == [200, 422]
    assert letters_to(house, EMAIL) == ["password_changed"]


def test_used_between_its_two_halves(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one password is being hashed, the tablet uses the slip: the second one is not set."""
    slip(house)
    born = BirthDate(dt.date(1984, 3, 27))

    def meanwhile(password: str) -> str:
        used = house.database.run(
            lambda c: reset_slips.use(c, house.keys, lookup_id(CODE), born, "of the tablet", house.now)
        )
        assert used.state is ReplyState.DONE
        return "of the page"

    monkeypatch.setattr(bcrypts, "new_hash", meanwhile)
    page = Visitor(house).post("/r", FIELDS)
    assert (page.status, stored(house)) == (422, "of the tablet")
    assert WRONG in page.text


def test_the_page_speaks_the_visitors_language(house: House) -> None:
    """The browser's; another is a button that keeps what was typed, but for the passwords, and costs no try."""
    slip(house)
    visitor = Visitor(house, headers={"accept-language": "es-MX,es;q=0.9"})
    assert visitor.get("/r").title == "Su papel de la recepción"
    wrong = visitor.post("/r", FIELDS | {"day": "28"})
    assert "el papel ya se usó o está vencido" in wrong.text
    before = everything(house)
    page = visitor.post("/r", PROOF | {"lang": "en"})
    assert (page.title, page.problems, page.headers["content-language"]) == ("Your slip from the front desk", [], "en")
    assert f'value="{CODE.grouped}"' in page.text
    assert NEW not in page.text
    assert everything(house) == before


def test_where_practices_share_a_name(house: House) -> None:
    """Under the portal's own name the slip of any of them works, in nobody's name."""
    slip(house)
    house.add_practice(UUID(int=5), "Hillside Clinic")
    page = Visitor(house, host=OWN_NAME).post("/r", FIELDS)
    assert page.title == CHANGED
    assert "Hillside" not in page.text
    assert bcrypts.password_matches(NEW, stored(house))
    assert not bcrypts.password_matches(PASSWORD, stored(house))
