"""Mailed links open pages that act once, by POST alone, and are all alike when they hold no more."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.credentials import Password, hash_password
from kiosk.portal import bcrypts, cases, letters, new_password
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.cases import Case
from kiosk.portal.devices import Device
from kiosk.portal.flows import Purpose as FlowPurpose
from kiosk.portal.flows import begin
from kiosk.portal.letters import Post
from kiosk.portal.practices import get as get_practice
from kiosk.portal.tables import metadata
from kiosk.portal.tokens import LIFE, Purpose
from tests.portal.house import House
from tests.portal.patients import PASSWORD, add_account, person
from tests.portal.visitor import Page, Visitor, letters_to, link

EMAIL = "maria@mail.example"
NEW_EMAIL = "new@mail.example"
NEW_PASSWORD = "Winter7lake"
USED = "This link has been used or is too old"


def post(house: House, connection: sa.Connection) -> Post:
    """The practice's letters."""
    return Post(connection, house.keys, get_practice(connection, house.practice_id), house.now)


def account(house: House, user_id: str | None = "maria.okafor27", **columns: Any) -> UUID:
    """An account with an address."""
    who = person("María", "Okafor", EMAIL)
    return house.database.run(
        lambda connection: add_account(connection, house.practice_id, who | columns, user_id, house.now)
    )


def row(house: House, account_id: UUID) -> sa.Row[Any]:
    """The account as it stands."""
    query = sa.select(t.accounts).where(t.accounts.c.account_id == account_id)
    return house.database.run(lambda connection: connection.execute(query).one())


def verify(house: House, account_id: UUID) -> str:
    """A link that verifies the account's own address."""
    house.database.run(lambda connection: letters.welcome(post(house, connection), account_id))
    return link(house, "welcome", EMAIL)


def new_email(house: House, account_id: UUID) -> str:
    """A link that makes another address the account's."""
    house.database.run(
        lambda connection: letters.verify_email(post(house, connection), account_id, NEW_EMAIL, uuid.uuid4())
    )
    return link(house, "verify_email", NEW_EMAIL)


def forgot(house: House, account_id: UUID) -> str:
    """A link that confirms ``NEW_PASSWORD``, which waits."""
    password = Password.parse(NEW_PASSWORD)
    assert isinstance(password, Password)
    hashed = hash_password(password, bytes(16))
    house.database.run(lambda connection: new_password.wait(post(house, connection), account_id, hashed, uuid.uuid4()))
    return link(house, "confirm_password", EMAIL)


def direct(house: House, account_id: UUID) -> str:
    """A direct reset link."""
    house.database.run(lambda connection: letters.direct_reset(post(house, connection), account_id, uuid.uuid4()))
    return link(house, "direct_reset", EMAIL)


def choose(house: House, account_id: UUID) -> str:
    """A link to choose another user ID."""
    house.database.run(lambda connection: letters.choose_user_id(post(house, connection), account_id, uuid.uuid4()))
    return link(house, "choose_user_id", EMAIL)


Maker = Callable[[House, UUID], str]
TWICE = {"password": NEW_PASSWORD, "again": NEW_PASSWORD}
EVERY = [
    pytest.param(verify, {}, Purpose.VERIFY_EMAIL, id="verify"),
    pytest.param(new_email, {}, Purpose.VERIFY_EMAIL, id="new-email"),
    pytest.param(forgot, {"password": NEW_PASSWORD}, Purpose.CONFIRM_PASSWORD, id="confirm"),
    pytest.param(direct, TWICE, Purpose.DIRECT_RESET, id="reset"),
    pytest.param(choose, {"user_id": "maria.o.99"}, Purpose.CHOOSE_USER_ID, id="choose"),
]
every_link = pytest.mark.parametrize(("make", "fields", "purpose"), EVERY)


def holder(house: House, purpose: Purpose) -> UUID:
    """Somebody for whom a link of this purpose makes sense."""
    if purpose is Purpose.CHOOSE_USER_ID:
        return account(house, None)
    return account(house, email_verified=purpose is Purpose.DIRECT_RESET)


def everything(house: House) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""

    def work(connection: sa.Connection) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(sa.select(table))), key=repr)
            for table in metadata.sorted_tables
        }

    return house.database.run(work)


@pytest.mark.rule("S8", "S38", "S39", "S40", "S41", "S4")
@every_link
def test_get_looks_and_post_acts_once(house: House, make: Maker, fields: dict[str, str], purpose: Purpose) -> None:
    """GET three times and HEAD change no row; the first POST works, the second and any GET after it say "used"."""
    path = make(house, holder(house, purpose))
    visitor = Visitor(house)
    before = everything(house)
    for method in ("GET", "GET", "GET", "HEAD"):
        assert visitor.get(path, method).status == 200
    assert everything(house) == before
    assert visitor.post(path, fields).status == 200
    assert everything(house) != before
    after = everything(house)
    for again in (visitor.post(path, fields), visitor.get(path)):
        assert (again.status, again.title) == (410, USED)
    assert everything(house) == after


@pytest.mark.rule("S39", "S40")
@every_link
def test_life_of_a_link(house: House, make: Maker, fields: dict[str, str], purpose: Purpose) -> None:
    """A link lives as long as its mail says, to the second."""
    path = make(house, holder(house, purpose))
    visitor = Visitor(house)
    house.now += LIFE[purpose] - dt.timedelta(seconds=1)
    assert visitor.get(path).status == 200
    house.now += dt.timedelta(seconds=1)
    before = everything(house)
    assert visitor.get(path).status == 410
    assert visitor.post(path, fields).status == 410
    assert everything(house) == before


@every_link
def test_links_that_do_not_hold_are_alike(house: House, make: Maker, fields: dict[str, str], purpose: Purpose) -> None:
    """Unknown, void, of another purpose and another practice's: one page, byte by byte, for GET and POST."""
    visitor = Visitor(house)
    holds = holder(house, purpose)
    path = make(house, holds)
    token = path.rpartition("/")[2]
    wrong_purpose = f"/{next(other for other in Purpose if other is not purpose).value}/{token}"
    voided = path
    make(house, holds)
    pages = [visitor.get(f"/{purpose.value}/{'A' * 43}"), visitor.get(wrong_purpose), visitor.get(voided)]
    pages += [visitor.post(f"/{purpose.value}/x", fields), visitor.post(wrong_purpose, fields)]
    pages += [visitor.post(voided, fields), visitor.get(f"/{purpose.value}/%00%ff'")]
    assert {(page.status, page.body) for page in pages} == {(410, pages[0].body)}
    assert "front desk of Lakeside Family Practice" in pages[0].text


def test_another_practices_host(house: House) -> None:
    """A link opens at its own practice alone; under another's host it is like none."""
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    change = sa.update(t.practices).where(t.practices.c.practice_id == other).values(host="hillside.example")
    house.database.run(lambda connection: connection.execute(change))
    path = direct(house, account(house))
    assert Visitor(house, host="hillside.example").get(path).status == 410
    assert Visitor(house, host="hillside.example").post(path, TWICE).status == 410
    assert Visitor(house).get(path).status == 200


@pytest.mark.rule("S8")
def test_verify(house: House) -> None:
    """The button makes the address proven."""
    account_id = account(house, email_verified=False)
    page = Visitor(house).post(verify(house, account_id))
    assert page.title == "Thank you. This is your email address."
    assert row(house, account_id).email_verified is True


@pytest.mark.rule("S41")
def test_new_address_replaces_the_old(house: House) -> None:
    """Only when its owner presses the button; then the old address gets the notice, and the new one is proven."""
    account_id = account(house)
    path = new_email(house, account_id)
    assert row(house, account_id).email == EMAIL
    assert "no longer to the old address" in Visitor(house).get(path).text
    assert Visitor(house).post(path).status == 200
    found = row(house, account_id)
    assert (found.email, found.email_cmp, found.email_verified) == (NEW_EMAIL, NEW_EMAIL, True)
    assert letters_to(house, EMAIL) == ["email_changed"]
    assert letters_to(house, NEW_EMAIL) == ["verify_email"]


@pytest.mark.rule("F4", "S41")
@pytest.mark.parametrize("make", [verify, new_email], ids=["known", "new"])
def test_a_confirmed_address_ends_the_desks_task(house: House, make: Maker) -> None:
    """Mail to the account did not arrive; now its owner has proven an address, so nobody has to care any more."""
    account_id = account(house)
    case = Case(kind="mail_failed", subject=account_id, account_id=account_id)
    house.database.run(lambda c: cases.open_case(c, None, house.practice_id, case, house.now))
    assert Visitor(house).post(make(house, account_id)).status == 200
    assert [row.state for row in house.rows(t.cases)] == ["done"]
    assert "case" in {row.kind for row in house.rows(t.changes)}


@pytest.mark.rule("S40", "S41")
@pytest.mark.parametrize("make", [forgot, direct])
def test_old_address_loses_its_links(house: House, make: Maker) -> None:
    """Whoever still reads the old address's mail changes no password with a link that was sent there before."""
    account_id = account(house)
    old = make(house, account_id)
    assert Visitor(house).get(old).status == 200
    assert Visitor(house).post(new_email(house, account_id)).status == 200
    assert Visitor(house).get(old).status == 410


@pytest.mark.rule("S26", "S41")
def test_new_address_of_the_same_persons_other_account(house: House) -> None:
    """A change that would make two equal accounts changes nothing, says so kindly, and sends no notice."""
    account_id = account(house)
    who = person("María", "Okafor", NEW_EMAIL)
    house.database.run(lambda c: add_account(c, house.practice_id, who, "maria.other", house.now))
    page = Visitor(house).post(new_email(house, account_id))
    assert (page.status, page.title) == (409, "We could not do this")
    assert row(house, account_id).email == EMAIL
    assert letters_to(house, EMAIL) == []


@pytest.mark.rule("S5", "S6", "S7", "S43", "S40")
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Use at least 6 characters for your password"),
        ("Ab1de", "Use at least 6 characters for your password"),
        ("abcdef", "Put at least one number OR an upper case letter into your password"),
        ("Abcdef#", "Your password cannot have this sign: #. Use only letters A-Z and numbers"),
        ("Abc def1", "Your password cannot have this sign:  . Use only letters A-Z and numbers"),
        ("Abcdefé", "Your password cannot have this sign: é. Use only letters A-Z and numbers"),
        ("Abcdef\u0661", "Your password cannot have this sign: \u0661. Use only letters A-Z and numbers"),
        ("Abcdef1\n", "Use only letters A-Z and numbers in your password"),
        ("Abcdef1\0", "Use only letters A-Z and numbers in your password"),
        ("A" * 65, "Use at most 64 characters for your password"),
    ],
)
def test_reset_refuses_by_the_rules(house: House, typed: str, sentence: str) -> None:
    """A refusal names the rule and the character, changes nothing, shows no password, and the link stays good."""
    account_id = account(house)
    path = direct(house, account_id)
    page = Visitor(house).post(path, {"password": typed, "again": typed})
    assert (page.status, page.problems) == (422, [sentence])
    assert bcrypts.password_matches(PASSWORD, row(house, account_id).password_hash)
    assert 'value="Ab' not in page.text
    assert Visitor(house).get(path).status == 200


@pytest.mark.rule("S40")
def test_reset_wants_the_same_twice(house: House) -> None:
    """Two different passwords are refused at the second field."""
    page = Visitor(house).post(direct(house, account(house)), {"password": NEW_PASSWORD, "again": "Winter7lakes"})
    assert (page.status, len(page.problems)) == (422, 1)
    assert 'id="again-error"' in page.text


@pytest.mark.rule("S39", "S40")
def test_reset(house: House) -> None:
    """The new password holds, the old one does not, every flow of the account ends, and a notice goes out."""
    account_id = account(house)
    device = Device(house.device().device_id, house.practice_id, "tablet", b"")
    house.database.run(lambda c: begin(c, house.keys, device, FlowPurpose.LOG_IN, house.now, account_id=account_id))
    page = Visitor(house).post(direct(house, account_id), TWICE)
    assert page.title == "Your password is changed."
    stored = row(house, account_id).password_hash
    assert bcrypts.password_matches(NEW_PASSWORD, stored)
    assert not bcrypts.password_matches(PASSWORD, stored)
    assert house.rows(tp.flows) == []
    assert letters_to(house, EMAIL) == ["direct_reset", "password_changed"]


@pytest.mark.rule("S38", "S39")
def test_confirm(house: House) -> None:
    """The waiting password counts once it was typed again, and not before; the notice goes out."""
    account_id = account(house)
    path = forgot(house, account_id)
    wrong = Visitor(house).post(path, {"password": "Winter7lak"})
    assert (wrong.status, wrong.problems) == (
        422,
        ["This is not the password you chose before. Type the same password again"],
    )
    assert bcrypts.password_matches(PASSWORD, row(house, account_id).password_hash)
    assert Visitor(house).post(path, {"password": NEW_PASSWORD}).title == "Your password is changed."
    assert bcrypts.password_matches(NEW_PASSWORD, row(house, account_id).password_hash)
    assert letters_to(house, EMAIL) == ["confirm_password", "password_changed"]


@pytest.mark.rule("S39", "S44")
def test_confirm_locks(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Five wrong ones lock for 15 minutes, the right one too; at 14:59 still, at 15:00 no longer."""
    monkeypatch.setattr(bcrypts, "password_matches", lambda typed, stored: typed == NEW_PASSWORD)
    visitor = Visitor(house)
    path = forgot(house, account(house))
    answers = [visitor.post(path, {"password": "Winter7lak"}).status for _ in range(5)]
    assert answers == [422, 422, 422, 422, 429]
    house.now += dt.timedelta(minutes=14, seconds=59)
    locked = visitor.post(path, {"password": NEW_PASSWORD})
    assert (locked.status, locked.title) == (429, "Ouch! Please wait 15 minutes and try again.")
    house.now += dt.timedelta(seconds=1)
    assert visitor.post(path, {"password": NEW_PASSWORD}).status == 200


@pytest.mark.rule("S4")
def test_choose(house: House) -> None:
    """The user ID is the account's, the welcome mail goes out, and the desk's case is settled."""
    account_id = account(house, None)

    def work(connection: sa.Connection) -> None:
        case = Case(kind="user_id_taken", subject=uuid.uuid4(), account_id=account_id)
        cases.open_case(connection, None, house.practice_id, case, house.now)

    house.database.run(work)
    page = Visitor(house).post(choose(house, account_id), {"user_id": "Maria.O.99"})
    assert page.title == "Congratulations! You have an account."
    assert "portal.example" in page.text
    assert row(house, account_id).user_id == "maria.o.99"
    assert letters_to(house, EMAIL) == ["choose_user_id", "welcome"]
    assert [case.state for case in house.rows(t.cases)] == ["done"]
    assert "case" in {change.kind for change in house.rows(t.changes)}


@pytest.mark.rule("S4")
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("taken.already", "Somebody already has this user ID. Please choose another one"),
        ("TAKEN.already", "Somebody already has this user ID. Please choose another one"),
        ("helpdesk", "Nobody can have this user ID. Please choose another one"),
        ("maria", "Use 6 to 32 characters for your user ID"),
        ("maria okafor", "A user ID cannot have this sign:  . Use letters, numbers, dots, - and _"),
        ("<script>", "A user ID cannot have this sign: <. Use letters, numbers, dots, - and _"),
    ],
)
def test_choose_refuses(house: House, typed: str, sentence: str) -> None:
    """A refused one is shown again with the reason, and the link stays good for another try."""
    account_id = account(house, None)
    other = person("Lucía", "Reyes", "lucia@mail.example")
    house.database.run(lambda c: add_account(c, house.practice_id, other, "taken.already", house.now))
    path = choose(house, account_id)
    page = Visitor(house).post(path, {"user_id": typed})
    assert (page.status, page.problems) == (422, [sentence])
    assert f'value="{typed}"' in page.text
    assert b"<script>" not in page.body
    assert row(house, account_id).user_id is None
    assert Visitor(house).post(path, {"user_id": "maria.o.99"}).status == 200


@pytest.mark.rule("S40")
def test_pressed_twice_at_once(house: House) -> None:
    """Of two POSTs at the same moment one acts, and one notice goes out."""
    path = direct(house, account(house))
    visitor = Visitor(house)

    def press() -> Page:
        return Visitor(house).post(path, TWICE)

    with ThreadPoolExecutor(2) as pool:
        pages = [future.result(timeout=60) for future in [pool.submit(press), pool.submit(press)]]
    assert sorted(page.status for page in pages) == [200, 410]
    assert letters_to(house, EMAIL).count("password_changed") == 1
    assert visitor.get(path).status == 410


def test_page_speaks_the_accounts_language(house: House) -> None:
    """The account's language, unless another is chosen on the page; the choice stays in the page's links."""
    path = direct(house, account(house, language="es"))
    visitor = Visitor(house, headers={"accept-language": "en-US,en;q=0.9"})
    assert visitor.get(path).title == "Elija una contraseña nueva"
    chosen = visitor.get(f"{path}?lang=en")
    assert (chosen.title, chosen.headers["content-language"]) == ("Choose a new password", "en")
    assert 'href="/?lang=en#help"' in chosen.text
    assert visitor.get(f"{path}?lang=xx").title == "Elija una contraseña nueva"


def test_every_purpose_is_walked() -> None:
    """No link is mailed that leads nowhere: each purpose is one of those above."""
    assert {parameter.values[2] for parameter in EVERY} == set(Purpose) - {Purpose.RESET_SLIP}  # on paper
