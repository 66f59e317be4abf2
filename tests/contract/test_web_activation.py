"""An invitation is activated at home, by the rules and the counters of the tablet (S9, S10, S13-S15)."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.credentials import SecurityAnswer, answer_secret
from kiosk.domain.questions import SecretQuestion
from kiosk.portal import bcrypts
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.codes import REVOKED_AT
from kiosk.portal.web.state import LIFE
from kiosk.protocol.roster import lookup_id
from tests.portal.house import House
from tests.portal.patients import BORN, ZIP, add_account, add_invitation, person
from tests.portal.visitor import Page, Visitor, letters_to

EMAIL = "ana@mail.example"
NEUTRAL = "These do not match. If you moved, try your old ZIP code, or ask the front desk."
FIRST = {"step": "invitation", "relationship": "self", "month": "3", "day": "27", "year": "1984", "zip_code": ZIP}
SECOND = {
    "step": "account",
    "user_id": "ana.quine27",
    "password": "Winter7lake",
    "again": "Winter7lake",
    "question": "first_pet",
    "answer": "Rex",
    "consent": "yes",
}


def invite(house: House, *, email: str | None = EMAIL, days: int = 14, **columns: Any) -> tuple[UUID, ActivationCode]:
    """An invitation for Ana."""
    who = person("Ana", "Quine", email, **columns)
    return house.database.run(lambda c: add_invitation(c, house.practice_id, who, house.now, days=days))


def opened(visitor: Visitor, code: ActivationCode, **changes: str) -> Page:
    """The answer to the first page."""
    return visitor.post("/a", FIRST | {"code": code.grouped} | changes)


def created(visitor: Visitor, page: Page, **changes: str) -> Page:
    """The answer to the second page."""
    return visitor.post("/a", SECOND | {"state": page.state} | changes)


@pytest.mark.rule("S9", "S10", "S14")
def test_activation_at_home(house: House) -> None:
    """Code, date of birth and ZIP, then the account: with membership, consent, both hashes, and the welcome mail."""
    invitation_id, code = invite(house)
    visitor = Visitor(house)
    page = opened(visitor, code)
    assert (page.status, page.title) == (200, "Create your user ID and password")
    done = created(visitor, page)
    assert (done.status, done.title) == (200, "Congratulations! You have an account.")
    assert "portal.example" in done.text
    (account,) = house.rows(t.accounts)
    assert (account.user_id, account.email, account.birth_date, account.gender) == (
        "ana.quine27",
        EMAIL,
        BORN,
        "female",
    )
    assert bcrypts.password_matches("Winter7lake", account.password_hash)
    answer = SecurityAnswer.parse("rex!")
    assert isinstance(answer, SecurityAnswer)
    assert bcrypts.matches(answer_secret(SecretQuestion.FIRST_PET, answer), account.answer_hash)
    assert [(row.account_id, row.practice_id) for row in house.rows(t.memberships)] == [
        (account.account_id, house.practice_id)
    ]
    (consent,) = house.rows(t.consents)
    assert (consent.text_id, consent.language, consent.at) == ("portal-terms", "en", house.now)
    (invitation,) = house.rows(t.invitations)
    assert (invitation.invitation_id, invitation.state, invitation.used_by) == (
        invitation_id,
        "activated",
        account.account_id,
    )
    assert letters_to(house, EMAIL) == ["welcome"]
    assert "invitation" in {change.kind for change in house.rows(t.changes)}


@pytest.mark.rule("S9")
def test_pasted_link(house: House) -> None:
    """Whoever pastes the mail's whole link means its code."""
    _, code = invite(house)
    assert Visitor(house).post("/a", FIRST | {"code": code.link("portal.example")}).status == 200


@pytest.mark.rule("S2", "S13")
def test_without_a_zip(house: House) -> None:
    """Who has no US ZIP ticks so; that opens only an invitation that has none either."""
    _, code = invite(house, zip_code=None)
    _, other = invite(house)
    visitor = Visitor(house)
    none = {"zip_code": "", "no_zip": "yes"}
    assert opened(visitor, code, zip_code="").problems == ["Enter a 5-digit ZIP code"]
    assert NEUTRAL in opened(visitor, code).text
    assert NEUTRAL in opened(visitor, other, **none).text
    assert created(visitor, opened(visitor, code, **none)).status == 200
    assert [row.zip_code for row in house.rows(t.accounts)] == [None]


@pytest.mark.rule("S10")
def test_looking_changes_nothing(house: House) -> None:
    """However often a mail scanner opens the link, no row changes, and no code reaches the portal."""
    invite(house)
    before = [house.rows(table) for table in (t.invitations, tp.invitation_codes, t.lockouts, t.mail_outbox)]
    for method in ("GET", "GET", "GET", "HEAD"):
        assert Visitor(house).get("/a", method).status == 200
    assert [house.rows(table) for table in (t.invitations, tp.invitation_codes, t.lockouts, t.mail_outbox)] == before


@pytest.mark.rule("S10", "S14")
def test_pressed_twice(house: House) -> None:
    """The second "Create Account" and the used code say so kindly; no second account, case or mail is made."""
    _, code = invite(house)
    visitor = Visitor(house)
    page = opened(visitor, code)
    assert created(visitor, page).status == 200
    again = created(visitor, page)
    assert (again.status, again.title) == (410, "This link has been used or is too old")
    assert opened(visitor, code).problems == []
    assert NEUTRAL in opened(visitor, code).text
    assert (len(house.rows(t.accounts)), house.cases(), letters_to(house, EMAIL)) == (1, [], ["welcome"])


@pytest.mark.rule("S10", "S14")
def test_pressed_twice_at_once(house: House) -> None:
    """Of two at the same moment one makes the account."""
    _, code = invite(house)
    page = opened(Visitor(house), code)

    def press(user_id: str) -> Page:
        return created(Visitor(house), page, user_id=user_id)

    with ThreadPoolExecutor(2) as pool:
        pages = [
            future.result(timeout=60) for future in [pool.submit(press, "ana.one1"), pool.submit(press, "ana.two2")]
        ]
    assert sorted(page.status for page in pages) == [200, 410]
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S14")
@pytest.mark.parametrize(
    ("columns", "asked"),
    [
        ({}, set()),
        ({"gender": None}, {"gender"}),
        ({"phone": None}, {"phone"}),
        ({"gender": None, "phone": None}, {"gender", "phone"}),
    ],
    ids=["nothing", "gender", "phone", "both"],
)
def test_only_what_is_missing_is_asked(house: House, columns: dict[str, None], asked: set[str]) -> None:
    """What the invitation carries is not asked again; what it lacks is, and cannot be left out."""
    _, code = house.database.run(
        lambda connection: add_invitation(
            connection,
            house.practice_id,
            person("Ana", "Quine", EMAIL) | dict.fromkeys([*asked, *(f"{name}_cmp" for name in asked & {"phone"})]),
            house.now,
        )
    )
    visitor = Visitor(house)
    page = opened(visitor, code)
    assert set(re.findall(r'name="(gender|phone)"', page.text)) == asked
    if asked:
        without = created(visitor, page)
        assert (without.status, len(without.problems)) == (422, len(asked))
    done = created(visitor, page, gender="male", phone="312 555 0177")
    assert done.status == 200
    (account,) = house.rows(t.accounts)
    assert account.gender == ("male" if "gender" in asked else "female")
    assert account.phone == ("+13125550177" if "phone" in asked else "+13125550143")


@pytest.mark.rule("S13")
def test_wrong_and_unknown_are_alike(house: House) -> None:
    """A wrong date, a wrong ZIP, a code nobody made, an expired and a used one: one sentence, the same page."""
    _, code = invite(house)
    _, old = invite(house, days=0)
    unknown = ActivationCode.from_entropy(b"nobody123")
    visitor = Visitor(house)
    pages = [opened(visitor, code, day="28"), opened(visitor, code, zip_code="60615")]
    pages += [opened(visitor, old), opened(visitor, unknown)]
    assert {page.status for page in pages} == {422}
    for page in pages:
        assert NEUTRAL in page.text
        assert page.problems == []
    kept = [re.sub(r' value="[^"]*"', "", page.text) for page in pages]
    assert len(set(kept)) == 1


@pytest.mark.rule("S13", "S44")
@pytest.mark.parametrize("known", [True, False])
def test_lock_after_five(house: House, known: bool) -> None:
    """Five wrong tries lock a code for 15 minutes, whether anybody made it or not; at 14:59 still, at 15:00 not."""
    code = invite(house)[1] if known else ActivationCode.from_entropy(b"nobody123")
    visitor = Visitor(house)
    statuses = [opened(visitor, code, day="28").status for _ in range(5)]
    assert statuses == [422, 422, 422, 422, 429]
    house.now += dt.timedelta(minutes=14, seconds=59)
    locked = opened(visitor, code)
    assert (locked.status, locked.title) == (429, "Ouch! Please wait 15 minutes and try again.")
    house.now += dt.timedelta(seconds=1)
    assert opened(visitor, code).status == (200 if known else 422)


@pytest.mark.rule("S13")
def test_one_counter_with_the_tablet(house: House) -> None:
    """Tries at home and at the tablet count together."""
    _, code = invite(house)
    device, visitor = house.device(), Visitor(house)
    sought = lookup_id(code, house.practice_id)
    for _ in range(2):
        assert house.look_up(device, sought, "1984-03-28", ZIP).state == "no_match"
    assert [opened(visitor, code, day="28").status for _ in range(3)] == [422, 422, 429]
    assert house.look_up(device, sought, BORN, ZIP).state == "locked"


@pytest.mark.rule("S13")
def test_fifteen_wrong_tries_revoke(house: House) -> None:
    """The fifteenth wrong try in all revokes the code and gives the desk a case."""
    _, code = invite(house)
    visitor = Visitor(house)
    for tried in range(REVOKED_AT):
        if tried % 5 == 0:
            house.now += dt.timedelta(minutes=15)
        opened(visitor, code, day="28")
    house.now += dt.timedelta(minutes=15)
    assert NEUTRAL in opened(visitor, code).text
    assert house.cases() == ["code_locked"]


@pytest.mark.rule("S26", "S28")
def test_certain_match(house: House) -> None:
    """Who has an account already gets no second one, is told so, and gets the mail with the user ID."""
    who = person("Ana", "Quine", EMAIL)
    house.database.run(lambda c: add_account(c, house.practice_id, who, "ana.older1", house.now))
    _, code = invite(house)
    visitor = Visitor(house)
    page = created(visitor, opened(visitor, code))
    assert page.title == "You already have an account"
    assert 'You already have a "HealthKey" portal account.' in page.text
    assert "ana.older1" not in page.text
    assert letters_to(house, EMAIL) == ["account_exists"]
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S29")
def test_close_match(house: House) -> None:
    """Who probably has an account is sent to the front desk, which gets a case; nothing is said of the other one."""
    who = person("Anna", "Quine", EMAIL)
    house.database.run(lambda c: add_account(c, house.practice_id, who, "anna.older1", house.now))
    _, code = invite(house)
    visitor = Visitor(house)
    page = created(visitor, opened(visitor, code))
    assert page.title == "Please see the front desk"
    assert "We may know you already." in page.text
    assert "anna" not in page.text.lower().replace("ana.quine27", "")
    assert house.cases() == ["close_match"]
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S4")
def test_taken_user_id(house: House) -> None:
    """A taken user ID is told at its field, and nothing is made; what else was typed is kept, but for the password."""
    other = person("Lucía", "Reyes", "lucia@mail.example")
    house.database.run(lambda c: add_account(c, house.practice_id, other, "ana.quine27", house.now))
    _, code = invite(house)
    visitor = Visitor(house)
    page = created(visitor, opened(visitor, code))
    assert (page.status, page.problems) == (422, ["Somebody already has this user ID. Please choose another one"])
    assert 'value="ana.quine27"' in page.text
    assert '<option value="first_pet" selected>' in page.text
    assert 'value="Rex"' in page.text
    assert "Winter7lake" not in page.text
    assert len(house.rows(t.accounts)) == 1


@pytest.mark.rule("S3", "S5", "S6", "S7", "S14")
def test_every_problem_is_told_at_once(house: House) -> None:
    """An empty second page names each question, in the page's order, on top and at its field."""
    _, code = invite(house, gender=None, phone=None)
    visitor = Visitor(house)
    page = visitor.post("/a", {"step": "account", "state": opened(visitor, code).state})
    assert page.status == 422
    assert page.problems == [
        "Choose a gender, or “Prefer not to say”",
        "Enter a phone number with its area code, like 555 010 1234",
        "Use 6 to 32 characters for your user ID",
        "Use at least 6 characters for your password",
        "Choose a secret question",
        "Answer your secret question with at least one letter or number",
        "Tick the box to agree, or ask the front desk",
    ]
    summary = re.findall(r'<li><a href="#([a-z_-]+)">(.*?)</a></li>', page.text)
    assert [sentence for _, sentence in summary] == page.problems
    assert all(f'id="{anchor}"' in page.text for anchor, _ in summary)
    assert house.rows(t.accounts) == []


@pytest.mark.rule("S2", "S13")
@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"code": ""}, "A code has 15 letters and numbers. Please check your code"),
        ({"code": "7K9QF-2M9XT-4HC02"}, "One letter or number is not right. Please check your code"),
        (
            {"code": f"https://evil.example/a#{'0' * 14}H"},
            "This is not a code of our practice. Please ask the front desk",
        ),
        ({"month": "2", "day": "30"}, "There is no such day. Please check the month, the day and the year"),
        ({"year": "84"}, "Enter the month, the day and the year with 4 digits"),
        ({"year": "1899"}, "Enter a year from 1900 on"),
        ({"year": "2027"}, "This day has not come yet. Please check the year"),
        ({"zip_code": "6061"}, "Enter a 5-digit ZIP code"),
        ({"relationship": "owner"}, "Choose one of the answers"),
        ({"zip_code": "<b>\0"}, "Enter a 5-digit ZIP code"),
    ],
    ids=range(10),
)
def test_first_page_refuses(house: House, changes: dict[str, str], sentence: str) -> None:
    """What no invitation can have is told at its field and costs no try."""
    _, code = invite(house)
    page = Visitor(house).post("/a", FIRST | {"code": code.grouped} | changes)
    assert (page.status, page.problems) == (422, [sentence])
    assert house.rows(t.lockouts) == []


@pytest.mark.parametrize("state", ["", "x", "A" * 200, "changed", "old"])
def test_state_that_does_not_hold(house: House, state: str) -> None:
    """A forged, foreign or old second page begins again at the first, kindly, and makes nothing."""
    _, code = invite(house)
    visitor = Visitor(house)
    held = opened(visitor, code).state
    if state == "old":
        house.now += LIFE
        state = held
    elif state == "changed":
        state = ("B" if held[0] == "A" else "A") + held[1:]
    page = visitor.post("/a", SECOND | {"state": state})
    assert (page.status, page.title) == (422, "Activate your account")
    assert "no account was made yet" in page.text
    assert house.rows(t.accounts) == []


def test_state_hides_what_was_typed(house: House) -> None:
    """Date of birth, ZIP and code do not stand in the second page's source."""
    _, code = invite(house)
    text = opened(Visitor(house), code).text
    for secret in (ZIP, BORN, "1984", code.symbols, code.grouped, "Quine", EMAIL):
        assert secret not in text


def test_state_of_another_practice(house: House) -> None:
    """A state holds at the host of its own practice alone."""
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    change = sa.update(t.practices).where(t.practices.c.practice_id == other).values(host="hillside.example")
    house.database.run(lambda connection: connection.execute(change))
    _, code = invite(house)
    foreign = Visitor(house, host="hillside.example")
    assert NEUTRAL in opened(foreign, code).text
    page = created(foreign, opened(Visitor(house), code))
    assert (page.status, page.title) == (422, "Activate your account")
    assert house.rows(t.accounts) == []


def test_practices_that_share_a_host(house: House) -> None:
    """Under one host the code itself tells whose invitation it is."""
    house.add_practice(uuid.uuid4(), "Hillside Clinic")
    _, code = invite(house)
    visitor = Visitor(house)
    page = opened(visitor, code)
    assert "Patient portal of Lakeside Family Practice" in page.text
    assert created(visitor, page).status == 200


def test_language_of_the_invitation(house: House) -> None:
    """The second page speaks the invitation's language; another is chosen by a button that keeps what was typed."""
    _, code = invite(house, language="es")
    visitor = Visitor(house, headers={"accept-language": "en"})
    page = opened(visitor, code)
    assert page.title == "Cree su nombre de usuario y su contraseña"
    switched = created(visitor, page, lang="en", answer="Milo")
    assert (switched.status, switched.title) == (200, "Create your user ID and password")
    assert 'value="Milo"' in switched.text
    assert 'action="/a?lang=en"' in switched.text
    assert house.rows(t.accounts) == []
    assert created(visitor, page).title == "¡Felicidades! Ya tiene una cuenta."
    assert [row.language for row in house.rows(t.accounts)] == ["es"]


@pytest.mark.rule("S15")
def test_update_profile(house: House) -> None:
    """After "Congratulations!" address, language and contact preference can be added; nothing has to be."""
    _, code = invite(house)
    visitor = Visitor(house)
    done = created(visitor, opened(visitor, code))
    assert "update profile" in done.text
    assert "Skip for now" in done.text
    fields = {"step": "profile", "state": done.state, "address": " 12 Lake St \n\n Chicago ", "spoken": "es"}
    page = visitor.post("/a", fields | {"preference": "mail"})
    assert (page.status, "Your profile is up to date." in page.text) == (200, True)
    (account,) = house.rows(t.accounts)
    assert (account.address, account.language, account.contact_preference) == ("12 Lake St\nChicago", "es", "mail")


@pytest.mark.rule("S15")
def test_profile_of_who_made_the_account(house: House) -> None:
    """Who opened the invitation, too, and did not make the account, changes nothing of it."""
    _, code = invite(house)
    visitor = Visitor(house)
    late = opened(visitor, code)
    created(visitor, opened(visitor, code))
    fields = {"step": "profile", "state": late.state, "address": "1 Elm St", "spoken": "es", "preference": "mail"}
    assert visitor.post("/a", fields).status == 410
    assert [(row.address, row.language) for row in house.rows(t.accounts)] == [(None, "en")]


@pytest.mark.rule("S15")
def test_skip_profile(house: House) -> None:
    """The button "Skip for now" changes nothing and ends well."""
    _, code = invite(house)
    visitor = Visitor(house)
    done = created(visitor, opened(visitor, code))
    fields = {"step": "profile", "state": done.state, "address": "x", "spoken": "es", "skip": "yes"}
    page = visitor.post("/a", fields)
    assert (page.status, page.title) == (200, "Congratulations! You have an account.")
    (account,) = house.rows(t.accounts)
    assert (account.address, account.language) == (None, "en")


@pytest.mark.rule("S11", "S12", "S24")
def test_notice(house: House) -> None:
    """The source's notice stands, whole, where the journey begins."""
    assert (
        "PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have "
        "their own account. Due to new regulations, accounts cannot be shared."
    ) in Visitor(house).get("/a").text


def test_without_an_address_no_mail_is_promised(house: House) -> None:
    """An invitation without email ends well and promises no mail."""
    _, code = invite(house, email=None)
    visitor = Visitor(house)
    done = created(visitor, opened(visitor, code))
    assert done.status == 200
    assert "We sent you an email" not in done.text
    assert house.rows(t.mail_outbox) == []
