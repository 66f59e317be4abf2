"""People who share email and birthday: each recovers alone, and nobody learns that there are two (S33, S34)."""

from __future__ import annotations

from uuid import UUID

import bcrypt
import pytest
import sqlalchemy as sa

from kiosk.domain.credentials import SecurityAnswer, answer_secret
from kiosk.domain.questions import SecretQuestion
from kiosk.portal import tables as t
from kiosk.protocol import commands as c
from tests.contract.asking import ANSWER, WRONG_ANSWER, Runs, account, told
from tests.contract.recovering import MINUTE, answer_user_id, ask_user_id
from tests.portal.device import TestDevice
from tests.portal.house import House

pytestmark = pytest.mark.rule("S33", "S34")

OWN = SecurityAnswer("Lincoln")
DONE = c.Done(state="done")


def twin(house: House, question: str = "first_school") -> UUID:
    """The younger one, who chose another question, or gave another answer to the same."""
    house.now += MINUTE
    account_id = account(house, "mateo.okafor27", first="Mateo", gender="male")
    hashed = bcrypt.hashpw(answer_secret(SecretQuestion(question), OWN), bcrypt.gensalt(4)).decode()
    change = sa.update(t.accounts).where(t.accounts.c.account_id == account_id)
    house.database.run(lambda connection: connection.execute(change.values(question=question, answer_hash=hashed)))
    return account_id


def test_one_mail_for_both(house: House, runs: Runs) -> None:
    """One mail with both, each with the first name; a sibling of another birthday is not in it."""
    account(house)
    twin(house)
    account(house, "ada.okafor01", first="Ada", birth_date="1986-01-02")
    tablet = house.device()
    flow = ask_user_id(house, tablet).flow
    for _ in range(2):  # a lost answer, asked again: still one mail
        answer_user_id(house, tablet, flow)
    (mail,) = house.mailed("user_id_reminder")
    assert mail["user_ids"] == "María: maria.okafor27\nMateo: mateo.okafor27"


@pytest.mark.parametrize("question", ["first_school", "first_pet"])
@pytest.mark.parametrize("right", [ANSWER, OWN], ids=["the older", "the younger"])
def test_each_answers_the_own_question(house: House, runs: Runs, question: str, right: SecurityAnswer) -> None:
    """The older one's question stands there at every try; the younger one's answer to the own is right, too."""
    account(house)
    twin(house, question)
    tablet, before = house.device(), len(house.mails())
    asked = ask_user_id(house, tablet)
    assert (asked.question, ask_user_id(house, tablet).question) == ("first_pet", "first_pet")
    assert answer_user_id(house, tablet, asked.flow, WRONG_ANSWER) == DONE
    assert len(house.mails()) == before
    assert answer_user_id(house, tablet, asked.flow, right) == DONE
    assert house.mails()[before:] == [("user_id_reminder", "Maria.Okafor@example.org")]


def test_nobody_answers_for_a_sibling(house: House, runs: Runs) -> None:
    """What is right for a twin is wrong for who has another birthday."""
    account(house)
    twin(house)
    account(house, "ada.okafor01", first="Ada", birth_date="1986-01-02")
    flow = ask_user_id(house, tablet := house.device(), birth_date="1986-01-02").flow
    before = len(house.mails())
    assert answer_user_id(house, tablet, flow, OWN) == DONE
    assert len(house.mails()) == before


def _story(house: House, runs: Runs, tablet: TestDevice, email: str, answer: SecurityAnswer) -> list[object]:
    asked = ask_user_id(house, tablet, email)
    heard: list[object] = [told(asked).replace(asked.question.encode(), b"a question"), runs.count()]
    heard += [(told(answer_user_id(house, tablet, asked.flow, answer)), runs.count()) for _ in range(6)]
    return heard


@pytest.mark.rule("S44")
def test_nobody_learns_of_two(house: House, runs: Runs) -> None:
    """Twins, one alone and nobody: the same bytes and the same runs of bcrypt, up to the same lock."""
    account(house)
    twin(house)
    account(house, "ada.okafor01", first="Ada", email="ada@mail.example", phone="+16175550177")
    tablet = house.device()
    addresses = ("Maria.Okafor@example.org", "ada@mail.example", "nobody@mail.example")
    answers = (OWN, ANSWER, ANSWER)
    runs.count()
    stories = [_story(house, runs, tablet, *who) for who in zip(addresses, answers, strict=True)]
    assert stories[0] == stories[1] == stories[2]
    assert [line[1] for line in stories[0][2:] if isinstance(line, tuple)] == [2] * 6
