"""Forgotten user ID and password: every step alike for somebody and nobody, and the old password until the end."""

from __future__ import annotations

import datetime as dt
import uuid
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import sqlalchemy as sa

from kiosk.domain.credentials import SecurityAnswer
from kiosk.domain.questions import SecretQuestion
from kiosk.portal import limits, new_password, tokens
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.letters import Post
from kiosk.portal.new_password import Confirmation, Confirmed
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol import commands as c
from tests.contract.asking import (
    ANSWER,
    BIRTH_DATE,
    EMAIL,
    PASSWORD,
    USER_ID,
    WRONG_ANSWER,
    Runs,
    account,
    halfway,
    log_in,
    rest,
    told,
)
from tests.contract.recovering import (
    MINUTE,
    NEW,
    NEW_HASH,
    answer_password,
    answer_user_id,
    ask_password,
    ask_user_id,
    by_link,
    changing,
    confirm,
)
from tests.portal.device import HASH
from tests.portal.house import House


@pytest.mark.rule("S30", "S31", "S32", "S33", "S34")
def test_forgot_user_id(house: House, runs: Runs) -> None:
    """Email in any case, date of birth and the right answer: the ID goes to the address on file, with the name."""
    account(house)
    tablet = house.device()
    asked = ask_user_id(house, tablet, "maria.okafor@EXAMPLE.org")
    assert (asked.state, asked.question) == ("done", "first_pet")
    assert runs.count() == 0
    assert answer_user_id(house, tablet, asked.flow) == c.Done(state="done")
    assert runs.count() == 2
    assert house.mails()[1:] == [("user_id_reminder", "Maria.Okafor@example.org")]
    assert house.mailed("user_id_reminder")[0]["user_ids"] == f"María: {USER_ID}"


def _user_id_story(house: House, runs: Runs, email: str, birth_date: str, answer: SecurityAnswer) -> list[object]:
    tablet = house.device()
    asked = ask_user_id(house, tablet, email, birth_date)
    heard: list[object] = [told(asked).replace(asked.question.encode(), b"a question")]
    heard += [(told(answer_user_id(house, tablet, asked.flow, answer)), runs.count()) for _ in range(6)]
    asked = ask_user_id(house, tablet, email, birth_date)
    return [*heard, told(asked)]


@pytest.mark.rule("S31", "S32", "S34", "S44")
@pytest.mark.parametrize(
    ("email", "birth_date", "answer"),
    [
        (EMAIL, BIRTH_DATE, WRONG_ANSWER),
        (EMAIL, "1984-09-07", ANSWER),
        ("nobody@example.org", BIRTH_DATE, ANSWER),
    ],
    ids=["wrong answer", "wrong birthday", "unknown"],
)
def test_user_id_says_nothing(house: House, runs: Runs, email: str, birth_date: str, answer: SecurityAnswer) -> None:
    """Right and wrong answers, wrong birthdays and unknown emails: the same bytes and runs, up to the same lock."""
    account(house)
    mails = len(house.mails())
    other = _user_id_story(house, runs, email, birth_date, answer)
    assert len(house.mails()) == mails
    house.now += 15 * MINUTE
    right = _user_id_story(house, runs, EMAIL, BIRTH_DATE, ANSWER)
    assert [str(line).replace("15:30", "15:15") for line in right] == [str(line) for line in other]
    assert [b"locked" in line[0] for line in right[1:-1] if isinstance(line, tuple)] == [False] * 5 + [True]
    assert house.mails()[mails:] == [("user_id_reminder", "Maria.Okafor@example.org")]


@pytest.mark.rule("S33", "S37")
def test_decoys_are_stable_and_like_the_real_thing(house: House, runs: Runs) -> None:
    """An unknown person is asked the same at every try and tablet; another one something else, of the same list."""
    account(house)
    people = [(f"nobody{number}@example.org", BIRTH_DATE) for number in range(12)]
    people += [(EMAIL, f"1984-07-{day}") for day in range(10, 22)]
    first = [ask_user_id(house, house.device(), *person).question for person in people]
    assert first == [ask_user_id(house, house.device(), *person).question for person in people]
    assert len(set(first[:12])) > 2
    assert len(set(first[12:])) > 2  # the right date would stand out, if all wrong ones were asked the same
    assert set(first) <= {question.value for question in SecretQuestion}
    asked = ask_password(house, house.device(), "nobody.known1").question
    assert {ask_password(house, house.device(), typed).question for typed in ("NOBODY.known1", " nobody.known1")} == {
        asked
    }


@pytest.mark.rule("S31")
@pytest.mark.parametrize(("email", "birth_date"), [("no address", BIRTH_DATE), (EMAIL, "1984-02-30"), ("", "")])
def test_misshapen_user_id_recovery(house: House, runs: Runs, email: str, birth_date: str) -> None:
    """What no screen of ours lets through is malformed, and no fault of the portal's."""
    with pytest.raises(RequestRefusedError, match="malformed"):
        ask_user_id(house, house.device(), email, birth_date)


@pytest.mark.rule("S35", "S36", "S37", "S38", "S39")
def test_new_password_at_the_tablet(house: House, runs: Runs) -> None:
    """The old password holds until the mail's code and the new one typed again are there; then only the new one."""
    account(house)
    tablet = house.device()
    flow, code, _ = changing(house, tablet)
    assert len(code) == 6
    assert log_in(house, tablet).state == "done"
    runs.count()
    assert confirm(house, tablet, flow, code) == c.Done(state="done")
    assert runs.count() == 1
    assert log_in(house, tablet).state == "wrong"
    assert log_in(house, tablet, NEW).state == "done"
    assert house.mails()[1:] == [
        ("confirm_password", "Maria.Okafor@example.org"),
        ("password_changed", "Maria.Okafor@example.org"),
    ]


@pytest.mark.rule("S38", "S39")
def test_new_password_by_link(house: House, runs: Runs) -> None:
    """At home: the link and the new password typed again, within a day, once; who asks at the tablet hears of it."""
    account(house)
    tablet = house.device()
    flow, code, token = changing(house, tablet)
    house.now += dt.timedelta(minutes=9)
    assert by_link(house, token, "Wynter2020") == Confirmation(Confirmed.WRONG)
    assert log_in(house, tablet).state == "done"
    assert by_link(house, token) == Confirmation(Confirmed.DONE)
    assert by_link(house, token) == Confirmation(Confirmed.GONE)
    assert confirm(house, tablet, flow, code) == c.Done(state="done")
    assert log_in(house, tablet, NEW).state == "done"


@pytest.mark.rule("S39")
@pytest.mark.parametrize(("after", "state"), [(-1, Confirmed.DONE), (0, Confirmed.GONE)])
def test_link_lives_a_day(house: House, runs: Runs, after: int, state: Confirmed) -> None:
    """24 hours, to the second."""
    account(house)
    _, _, token = changing(house, house.device())
    house.now += dt.timedelta(hours=24, seconds=after)
    assert by_link(house, token).state is state


@pytest.mark.rule("S39", "S44")
def test_guessing_at_the_link_locks(house: House, runs: Runs) -> None:
    """Whoever has the mail and not the password has five tries in fifteen minutes."""
    account(house)
    _, _, token = changing(house, house.device())
    answers = [by_link(house, token, f"Guess{number}") for number in range(6)]
    locked = Confirmation(Confirmed.LOCKED, house.now + 15 * MINUTE)
    assert answers == [Confirmation(Confirmed.WRONG)] * 4 + [locked] * 2
    assert by_link(house, token) == locked


@pytest.mark.rule("S39")
def test_code_has_three_tries_and_ten_minutes(house: House, runs: Runs) -> None:
    """Wrong code or wrong password: three tries in all; too old: none. The old password stays."""
    account(house)
    tablet = house.device()
    flow, code, _ = changing(house, tablet)
    wrong = f"{(int(code) + 1) % 10**6:06d}"
    tries = [(wrong, NEW), (code, PASSWORD), (wrong, PASSWORD), (code, NEW)]
    assert [confirm(house, tablet, flow, *typed).state for typed in tries] == ["wrong"] * 3 + ["expired"]
    flow, code, _ = changing(house, tablet)
    house.now += 10 * MINUTE
    assert confirm(house, tablet, flow, code) == c.Done(state="expired")
    assert log_in(house, tablet).state == "done"


@pytest.mark.rule("S39")
def test_code_is_of_its_tablet_and_its_flow(house: House, runs: Runs) -> None:
    """The code fits only the tablet and the flow that asked for it; blanks in it do not matter."""
    account(house)
    tablet, other = house.device(), house.device()
    flow, code, _ = changing(house, tablet)
    assert confirm(house, other, flow, code) == c.Done(state="expired")
    unanswered = ask_password(house, tablet).flow
    assert confirm(house, tablet, unanswered, code) == c.Done(state="expired")
    assert confirm(house, tablet, flow, f" {code[:3]} {code[3:]} ") == c.Done(state="done")


@pytest.mark.rule("S39")
def test_newer_password_voids_the_older(house: House, runs: Runs) -> None:
    """Of two that wait only the newer can be confirmed: the older's link and code are gone."""
    account(house)
    tablet = house.device()
    flow, code, token = changing(house, tablet)
    _, _, newer = changing(house, house.device())
    assert confirm(house, tablet, flow, code) == c.Done(state="wrong")
    assert by_link(house, token).state is Confirmed.GONE
    assert by_link(house, newer).state is Confirmed.DONE


def _password_story(house: House, runs: Runs, user_id: str, answer: SecurityAnswer) -> list[object]:
    tablet = house.device()
    asked = ask_password(house, tablet, user_id)
    heard: list[object] = [told(asked).replace(asked.question.encode(), b"a question"), runs.count()]
    heard += [told(answer_password(house, tablet, asked.flow, answer)), runs.count()]
    for _ in range(4):
        heard += [told(confirm(house, tablet, asked.flow, "nocode")), runs.count()]
    for _ in range(5):
        heard += [told(answer_password(house, tablet, asked.flow, answer)), runs.count()]
    asked = ask_password(house, tablet, user_id)
    return [*heard, told(asked), runs.count()]


@pytest.mark.rule("S36", "S37", "S38", "S44")
@pytest.mark.parametrize(
    ("user_id", "answer"),
    [(USER_ID, WRONG_ANSWER), ("nobody.known1", ANSWER), ("no such id %", ANSWER)],
    ids=["wrong answer", "unknown", "misshapen"],
)
def test_password_says_nothing(house: House, runs: Runs, user_id: str, answer: SecurityAnswer) -> None:
    """Every page of somebody who answered right and of nobody: the same bytes, runs of bcrypt and lock."""
    account(house)
    mails = len(house.mails())
    other = _password_story(house, runs, user_id, answer)
    assert len(house.mails()) == mails
    house.now += 15 * MINUTE
    right = _password_story(house, runs, USER_ID, ANSWER)
    assert [str(line).replace("15:30", "15:15") for line in right] == [str(line) for line in other]
    assert "locked" in str(right[-2])
    assert "locked" in str(right[-4])


@pytest.mark.rule("S37")
@pytest.mark.parametrize(
    "password_hash",
    [
        PASSWORD,
        "",
        HASH[:-1],
        HASH.replace("$12$", "$09$"),
        HASH.replace("$12$", "$15$"),
        HASH.replace("2b", "2y"),
        "\0",
    ],
)
def test_only_our_hashes_are_taken(house: House, runs: Runs, password_hash: str) -> None:
    """``$2b$`` of cost 10 to 14 in 60 characters, or malformed."""
    account(house)
    tablet = house.device()
    flow = ask_password(house, tablet).flow
    with pytest.raises(RequestRefusedError, match="malformed"):
        answer_password(house, tablet, flow, password_hash=password_hash)


@pytest.mark.rule("S36", "S38")
def test_account_without_email_gets_no_mail(house: House, runs: Runs) -> None:
    """Without an address nothing is written and nothing waits, and nobody is told (S2, F7)."""
    account_id = account(house)
    update = sa.update(t.accounts).where(t.accounts.c.account_id == account_id).values(email=None, email_cmp=None)
    house.database.run(lambda connection: connection.execute(update))
    tablet = house.device()
    flow = ask_password(house, tablet).flow
    assert answer_password(house, tablet, flow) == c.Done(state="done")
    assert [kind for kind, _ in house.mails()] == ["welcome"]
    assert house.rows(tp.pending_passwords) == []
    assert confirm(house, tablet, flow, "123456") == c.Done(state="wrong")


@pytest.mark.rule("S38")
def test_mails_to_an_address_are_limited(house: House, runs: Runs) -> None:
    """Five recovery mails a day go to an address; then the answers are the same and none is written."""
    account(house)
    for number in range(8):
        tablet = house.device()
        if number % 2:
            answer_user_id(house, tablet, ask_user_id(house, tablet).flow)
        else:
            answer_password(house, tablet, ask_password(house, tablet).flow)
        house.now += 16 * MINUTE
    assert len(house.mails()) == 1 + limits.MAILS_A_DAY
    house.now += dt.timedelta(days=1)
    tablet = house.device()
    answer_user_id(house, tablet, ask_user_id(house, tablet).flow)
    assert len(house.mails()) == 2 + limits.MAILS_A_DAY


@pytest.mark.rule("S39")
def test_everything_ends_with_the_password(house: House, runs: Runs) -> None:
    """Log-ins, recoveries, waiting passwords, links that could change one; not the link that verifies the address."""
    account_id = account(house)
    tablet, other = house.device(), house.device()
    log_in(house, other)
    ask_user_id(house, other)

    def issue(connection: sa.Connection) -> dict[str, tokens.Purpose]:
        made = {}
        for purpose, data in (
            (tokens.Purpose.DIRECT_RESET, ""),
            (tokens.Purpose.VERIFY_EMAIL, "Maria.Okafor@example.org"),
            (tokens.Purpose.CHOOSE_USER_ID, ""),
        ):
            token = tokens.issue(
                connection,
                house.keys,
                purpose,
                account_id=account_id,
                practice_id=house.practice_id,
                now=house.now,
                data=data,
            )
            made[token] = purpose
        return made

    issued = house.database.run(issue)
    flow, code, token = changing(house, tablet)
    assert confirm(house, tablet, flow, code).state == "done"
    assert [(row.flow_id, row.purpose) for row in house.rows(tp.flows)] == [(flow, "confirmed")]  # it tells that alone
    assert all(row.used_at is not None for row in house.rows(tp.pending_passwords))
    issued[token] = tokens.Purpose.CONFIRM_PASSWORD

    def holds(connection: sa.Connection) -> set[tokens.Purpose]:
        found = (tokens.look(connection, house.keys, purpose, token, house.now) for token, purpose in issued.items())
        return {link.purpose for link in found if link is not None}

    assert house.database.run(holds) == {tokens.Purpose.VERIFY_EMAIL, tokens.Purpose.CHOOSE_USER_ID}


@pytest.mark.rule("S41")
def test_a_waiting_address_ends_with_the_password(house: House, runs: Runs) -> None:
    """A link that would lead the account's mail elsewhere is void once its owner has a new password."""
    account_id = account(house)

    def work(connection: sa.Connection) -> tokens.Link | None:
        (practice,) = connection.execute(sa.select(t.practices))
        token = tokens.issue(
            connection,
            house.keys,
            tokens.Purpose.VERIFY_EMAIL,
            account_id=account_id,
            practice_id=house.practice_id,
            now=house.now,
            data="elsewhere@example.org",
        )
        assert tokens.look(connection, house.keys, tokens.Purpose.VERIFY_EMAIL, token, house.now) is not None
        new_password.replace(Post(connection, house.keys, practice, house.now), account_id, NEW_HASH, uuid.uuid4())
        return tokens.look(connection, house.keys, tokens.Purpose.VERIFY_EMAIL, token, house.now)

    assert house.database.run(work) is None


@pytest.mark.rule("S39", "S45")
def test_new_password_opens_a_locked_log_in(house: House, runs: Runs) -> None:
    """Locked out of log-in, the patient recovers and logs in at once."""
    account(house)
    tablet = house.device()
    for _ in range(5):
        log_in(house, tablet, "Summer2018")
    assert log_in(house, tablet).state == "locked"
    flow, code, _ = changing(house, tablet)
    assert confirm(house, tablet, flow, code).state == "done"
    assert log_in(house, tablet, NEW).state == "done"


@pytest.mark.rule("S39")
def test_confirmed_twice_together(house: House, runs: Runs) -> None:
    """Link and code at the same moment change the password once, and one notice goes out; the tablet hears so."""
    account(house)
    tablet = house.device()
    flow, code, token = changing(house, tablet)
    barrier = Barrier(2)

    def at_the_tablet() -> bool:
        barrier.wait(timeout=30)
        return confirm(house, tablet, flow, code).state == "done"

    def at_home() -> bool:
        barrier.wait(timeout=30)
        return by_link(house, token).state is Confirmed.DONE

    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(at_the_tablet), pool.submit(at_home)]
    assert done[0].result()  # also if the link was first
    assert [kind for kind, _ in house.mails()].count("password_changed") == 1


@pytest.mark.rule("S33", "S45")
def test_answers_together_stay_within_five(house: House, runs: Runs) -> None:
    """Answers that were compared while a lock fell are answered by the lock, the right one too."""
    account(house)
    tablet = house.device()
    flow = ask_password(house, tablet).flow
    assert flow is not None
    wrong = c.AnswerPassword(flow=flow, answer=WRONG_ANSWER.folded, password_hash=NEW_HASH)
    right = c.AnswerPassword(flow=flow, answer=ANSWER.folded, password_hash=NEW_HASH)
    begun = [halfway(house, tablet, "answer-password", message) for message in [wrong] * 5 + [right] * 3]
    answers = [rest(house, later) for later in begun]
    assert [answer.state for answer in answers if isinstance(answer, c.Done)] == ["done"] * 5 + ["locked"] * 3
    assert [kind for kind, _ in house.mails()] == ["welcome"]
