"""Known and unknown people see the same pages and words; on the line their answers are alike to the byte."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from kiosk.demo.people import Person
from kiosk.device import Device
from kiosk.domain.activation import ENTROPY_BYTES, ActivationCode
from kiosk.domain.credentials import SecurityAnswer
from kiosk.domain.patient_operations import Consent
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.values import BirthDate, Language, Phone, ZipCode
from kiosk.portal import tables as t
from kiosk.ui import texts
from tests.journeys.conftest import Stage
from tests.journeys.drafts import taken
from tests.journeys.house import House, utc_now
from tests.journeys.known import know
from tests.journeys.overheard import Overheard, listening
from tests.journeys.people import somebody
from tests.journeys.screen import shown
from tests.journeys.steps import Patient, Receptionist, code_of
from tests.portal.device import HASH

NEW = "Harbor99new"


@dataclasses.dataclass
class Seen:
    """A way as it looked from before the tablet and from beside the line."""

    screens: list[tuple[str, ...]] = dataclasses.field(default_factory=list)
    heard: list[Overheard] = dataclasses.field(default_factory=list)


def differences(ways: list[Seen]) -> list[str]:
    """What could tell a way from the first one."""
    found = []
    for way in ways[1:]:
        first = ways[0]
        assert (len(way.screens), len(way.heard)) == (len(first.screens), len(first.heard))
        for mine, theirs in zip(first.screens, way.screens, strict=True):
            found += [f"{mine[0]}: {word}" for word in set(mine) ^ set(theirs)] or ["order"] * (mine != theirs)
        for one, other in zip(first.heard, way.heard, strict=True):
            found += [f"{one.path}: {one} {other}"] * (one != other)
    return found


def forgets_user_id(patient: Patient, answer: str, seen: Seen) -> None:
    """Three pages and the end."""
    patient.forgot_user_id()
    patient.gives_email()
    patient.confirms_birth_date()
    seen.screens.append(shown(patient.player))
    patient.answers_question(answer)
    seen.screens.append(shown(patient.player))
    patient.leaves()


def forgets_password(patient: Patient, answer: str, seen: Seen) -> None:
    """As far as digits that are wrong, and to the end."""
    patient.forgot_password()
    patient.gives_user_id()
    seen.screens.append(shown(patient.player))
    patient.sets_password(NEW, answer)
    seen.screens.append(shown(patient.player))
    for _ in range(4):
        patient.confirms_password("123456", NEW)
        seen.screens.append(shown(patient.player))
    patient.confirms_at_home()
    seen.screens.append(shown(patient.player))
    patient.leaves()


@pytest.mark.rule("S30", "S33", "S34", "S36", "S37", "S38")
@pytest.mark.parametrize("way", [forgets_user_id, forgets_password])
def test_recovery(house: House, tablet: Stage, way: Callable[[Patient, str, Seen], None]) -> None:
    """Unknown, known with a right and with a wrong answer: every page, every word, every length is the same.

    Only the question can differ, and an unknown person's never changes; so here they are asked the same.
    """
    nobody = Patient(tablet.player, somebody())
    asked = question_asked(nobody, way)
    right, wrong = somebody(question=asked.value), somebody(question=asked.value)
    know(house, tablet, right, wrong)
    ways = []
    for person, answer in ((nobody.person, ""), (right, ""), (wrong, "Bello")):
        ways.append(Seen())
        with listening(house.line) as ways[-1].heard:
            way(Patient(tablet.player, person), answer, ways[-1])
    assert differences(ways) == []
    assert len(ways[0].heard) >= 2
    assert house.queued(nobody.person.email) == []
    assert len(house.queued(right.email)) == 2
    assert house.queued(wrong.email) == ["welcome"]


def question_asked(patient: Patient, way: Callable[[Patient, str, Seen], None]) -> SecretQuestion:
    """The question that somebody unknown gets, the same at every try."""
    asked = []
    for _ in range(2):
        if way is forgets_user_id:
            patient.forgot_user_id()
            patient.gives_email()
            patient.confirms_birth_date()
        else:
            patient.forgot_password()
            patient.gives_user_id()
        name = "recovery_answer_question" if way is forgets_user_id else "security_answer_question"
        asked.append(patient.reads(name))
        patient.starts_over()
    assert asked[0] == asked[1]
    (question,) = [question for question in SecretQuestion if texts.question(question) == asked[0]]
    return question


@pytest.mark.rule("S44", "S45", "S20")
def test_log_in(house: House, tablet: Stage) -> None:
    """A wrong password, a user ID that nobody has and one that nobody can have: told alike, locked alike."""
    person = somebody()
    know(house, tablet, person)
    ways = []
    for one in (person, somebody(), somebody(user_id="x" * 33)):
        ways.append(Seen())
        patient = Patient(tablet.player, one)
        with listening(house.line) as ways[-1].heard:
            for _ in range(6):
                patient.logs_in(password="Wrong1word")
                ways[-1].screens.append(tuple(word.replace(one.user_id, "…") for word in shown(tablet.player)))
                if patient.sees("locked"):
                    patient.leaves()
    assert differences(ways) == []
    assert len(ways[0].heard) == 6


@pytest.mark.rule("S29")
def test_phone_number(house: House, tablet: Stage) -> None:
    """A number that is on file and one that is not: the same pages and words, the same lengths, three tries each."""
    ways = []
    for on_file in (True, False):
        former = somebody(gender="unknown")
        know(house, tablet, former)
        patient = Patient(tablet.player, dataclasses.replace(former, user_id=f"{former.user_id}.x"))
        ways.append(Seen())
        with listening(house.line) as ways[-1].heard:
            patient.says_who()
            patient.is_asked_for_phone()
            ways[-1].screens.append(shown(tablet.player))
            texts_before = house.texts()
            patient.types_phone(former.phone if on_file else somebody().phone)
            assert house.texts() == texts_before + on_file
            for _ in range(4):
                ways[-1].screens.append(shown(tablet.player))
                patient.types_phone_code("123456")
            ways[-1].screens.append(shown(tablet.player))
        patient.starts_over()
    assert differences(ways) == []
    assert len(ways[0].heard) == 6


# Without screens: commands and lookups that answer somebody and nobody alike, one pair after the other.


@pytest.mark.rule("S13", "S44", "S45")
def test_codes(house: House, desk: Receptionist, new_device: Callable[..., Device]) -> None:
    """A code with a wrong ZIP and a code that there is not: told alike, locked alike at the fifth."""
    invited = somebody()
    code = taken(ActivationCode.parse(code_of(desk.invites(invited))))
    known_to_portal = sa.select(t.invitations).where(t.invitations.c.first == invited.first)
    desk.player.wait_until(lambda: bool(house.rows(known_to_portal)), "the invitation in the portal")
    device = new_device("asking")
    wrong_zip = taken(ZipCode.parse("60700"))

    def tries(tried: ActivationCode) -> list[Overheard]:
        with listening(house.line) as heard:
            for _ in range(6):
                device.lookups.invitation(tried, born(invited), wrong_zip)
        return heard

    first, second = tries(code), tries(ActivationCode.from_entropy(device.entropy.random_bytes(ENTROPY_BYTES)))
    assert first == second
    assert len(first) == 6
    assert first[3] != first[4], "the fifth try locks"


@pytest.mark.rule("S18", "S20", "S29", "S36", "S39")
def test_flows(house: House, tablet: Stage, new_device: Callable[..., Device]) -> None:
    """A flow of another tablet and a flow that there never was: every command that takes one says the same."""
    person = somebody()
    know(house, tablet, person)
    device, stranger = tablet.device, new_device("stranger")
    flow = device.commands.recover_password(person.user_id, Language.ENGLISH).flow
    assert flow is not None
    heard = []
    for asked in (flow, uuid.uuid4()):
        with listening(house.line) as told:
            stranger.commands.answer_password(asked, SecurityAnswer(person.answer), HASH)
            stranger.commands.answer_user_id(asked, SecurityAnswer(person.answer))
            stranger.commands.confirm_password(asked, "123456", person.password)
            stranger.commands.resend_code(asked)
            stranger.commands.send_phone_code(asked, taken(Phone.parse(person.phone)))
            stranger.commands.check_phone_code(asked, "123456")
            stranger.commands.join(asked, Consent(text_id="x", version="1", language="en", at=utc_now()))
        heard.append(told)
    assert heard[0] == heard[1]
    assert len(heard[0]) == 7


def born(person: Person) -> BirthDate:
    """A person's date of birth."""
    return taken(BirthDate.parse(person.month, person.day, person.year, today=utc_now().date()))
