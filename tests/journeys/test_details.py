"""Date of birth and ZIP of an invitation: the front desk where they disagree, and the sealed roster (S13)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
import sqlalchemy as sa

from kiosk.demo.people import Person
from kiosk.domain.activation import ActivationCode
from kiosk.portal import lockouts
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.protocol.roster import lookup_id
from tests.journeys.conftest import Stage
from tests.journeys.drafts import synced
from tests.journeys.house import House
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist, code_of

NO_MATCH = "These do not match. If you moved, try your old ZIP code, or ask the front desk."


def invited(house: House, desk: Receptionist, person: Person) -> str:
    """Print an invitation that the portal knows; returns its code."""
    code = code_of(desk.invites(person))
    known = sa.select(t.invitations).where(t.invitations.c.last == person.last, t.invitations.c.state == "printed")
    desk.player.wait_until(lambda: bool(house.rows(known)), "the printed invitation")
    return code


def begun(tablet: Stage, person: Person, code: str) -> Patient:
    """Type the code."""
    patient = Patient(tablet.player, person)
    patient.has_invitation()
    patient.types_code(code)
    return patient


def known_as(house: House, code: str) -> str:
    """What portal and roster know a code by."""
    parsed = ActivationCode.parse(code)
    assert isinstance(parsed, ActivationCode)
    return lookup_id(parsed, house.practice_id)


def wrong_tries(house: House, code: str) -> int:
    """How many wrong tries the portal has counted for a code."""
    key = lockouts.invitation_key(house.practice_id, known_as(house, code))
    return sum(row.total for row in house.rows(sa.select(t.lockouts).where(t.lockouts.c.key == key)))


class TestAskTheDesk:
    """Connected: the patient learns nothing, the desk learns which field."""

    @pytest.mark.rule("S13", "F4")
    @pytest.mark.parametrize(
        ("changes", "field", "said"),
        [
            ({"zip_code": "60707"}, "zip_code", "typed 60707 · the invitation says 60604"),
            ({"day": "9"}, "birth_date", "typed May 9, 1970 · the invitation says May 14, 1970"),
        ],
        ids=["ZIP", "date of birth"],
    )
    def test_the_desk_sees_which_field_and_lets_go_on(
        self, house: House, tablet: Stage, desk: Receptionist, changes: dict[str, str], field: str, said: str
    ) -> None:
        """The typed answer becomes the invitation's and the account's, because the desk saw a photo ID."""
        person = somebody(month="5", day="14", year="1970", zip_code="60604")
        code = invited(house, desk, person)
        typed = dataclasses.replace(person, **changes)
        patient = begun(tablet, typed, code)
        patient.confirms_person()
        assert patient.problem() == NO_MATCH
        patient.asks_desk_for_details()
        task = desk.opens_task(person)
        which = "ZIP code" if field == "zip_code" else "date of birth"
        assert desk.reads("task_why") == f"The invitation has another {which}."
        assert task.differs == (field,)
        assert desk.reads(f"task_{field}") == said
        desk.allows()
        assert patient.goes_on() == "required_questions"
        patient.answers_questions()
        patient.chooses_credentials()
        assert patient.creates() == "active"
        (account,) = house.accounts(person.email)
        born = f"1970-05-{int(typed.day):02d}"
        assert (account.user_id, account.zip_cmp, account.birth_date_cmp) == (person.user_id, typed.zip_code, born)
        (chart,) = house.rows(sa.select(t.invitations).where(t.invitations.c.used_by == account.account_id))
        assert (chart.zip_cmp, chart.birth_date_cmp) == (typed.zip_code, born)
        checks = sa.select(tp.identity_checks).where(tp.identity_checks.c.account_id == account.account_id)
        assert [check.document for check in house.rows(checks)] == ["drivers_license"]

    @pytest.mark.rule("S13", "F4")
    def test_declined(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """The front desk's ending; no account, the invitation stays."""
        person = somebody()
        patient = begun(tablet, person, invited(house, desk, person))
        patient.confirms_person(zip_code="60711")
        assert patient.problem() == NO_MATCH
        patient.asks_desk_for_details()
        desk.opens_task(person)
        desk.declines()
        assert patient.goes_on() == "front_desk"
        assert house.accounts(person.email) == []

    @pytest.mark.rule("S2", "S13", "F4")
    def test_no_us_zip(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """The tick "I have no US ZIP" on the invitation's page asks the desk at once; the account then has none."""
        person = somebody()
        code = invited(house, desk, person)
        patient = begun(tablet, person, code)
        for part, typed in (("month", person.month), ("day", person.day), ("year", person.year)):
            tablet.player.keys(f"invited_birth_date_{part}", typed)
        tablet.player.tap("invited_no_zip")
        tablet.player.tap("primary")
        patient.is_held()
        desk.opens_task(person)
        desk.allows()
        assert patient.goes_on() == "required_questions"
        patient.answers_questions()
        patient.chooses_credentials()
        assert patient.creates() == "active"
        assert [account.zip_code for account in house.accounts(person.email)] == [None]


class TestSealedRoster:
    """The tablet has synced the invitation and lost its network: it opens the sealed row, or does not."""

    @pytest.fixture
    def person(self) -> Person:
        """Return whoever is invited."""
        return somebody(month="5", day="14")

    @pytest.fixture
    def code(self, house: House, tablet: Stage, desk: Receptionist, person: Person) -> str:
        """Return the code of a slip whose row is on the tablet; then the line is cut."""
        code = invited(house, desk, person)
        tablet.device.loop.kick()
        sought = known_as(house, code)
        tablet.player.wait_until(lambda: tablet.device.local.row(sought) is not None, "the row in the roster")
        house.line.close()
        return code

    @pytest.mark.rule("S13", "K1", "S8")
    def test_right_answers_go_on_and_end_saved(self, house: House, tablet: Stage, person: Person, code: str) -> None:
        """Wrong once, then right: "saved" now, and one account with one mail later."""
        patient = begun(tablet, person, code)
        patient.confirms_person(zip_code="60711")
        assert patient.problem() == NO_MATCH
        patient.confirms_person()
        patient.answers_questions_if_asked()
        patient.chooses_credentials()
        assert patient.creates() == "saved"
        patient.leaves()
        house.line.open()
        tablet.synced()
        assert [account.user_id for account in house.accounts(person.email)] == [person.user_id]
        assert house.queued(person.email) == ["welcome"]

    @pytest.mark.rule("S13", "S44", "K1")
    def test_five_wrong_tries_lock_and_are_told_once(
        self, house: House, tablet: Stage, person: Person, code: str
    ) -> None:
        """The page with the clock, also for right answers; the portal counts five, also when told again."""
        patient = begun(tablet, person, code)
        for _ in range(4):
            patient.confirms_person(zip_code="60711")
            assert patient.problem() == NO_MATCH
        patient.confirms_person(zip_code="60711")
        tablet.player.find("locked")
        patient.leaves()
        patient = begun(tablet, person, code)
        patient.confirms_person()
        tablet.player.find("locked")
        patient.leaves()
        assert wrong_tries(house, code) == 0
        house.line.open()
        for _ in range(2):
            tablet.device.engine.run_once(tablet.device.clock.now())
            assert wrong_tries(house, code) == 5
        assert house.accounts(person.email) == []


class TestUnknownCode:
    """A slip of a desk that is cut off, at a tablet that is cut off, too."""

    @pytest.mark.rule("K1", "S13", "S16", "F4")
    def test_taken_and_decided_later(
        self, house: House, tablet: Stage, receptionist: Callable[..., Receptionist]
    ) -> None:
        """Taken unseen; when both have synced a wrong ZIP is a mail with a code and a task; allowed, an account."""
        desk = receptionist(direct=False)
        person = somebody()
        house.line.close()
        code = code_of(desk.invites(person))
        patient = begun(tablet, dataclasses.replace(person, zip_code="60711"), code)
        patient.confirms_person()
        patient.answers_questions_if_asked()
        patient.chooses_credentials()
        assert patient.creates() == "saved"
        patient.leaves()
        tablet.device.loop.stop()
        house.line.open()
        desk.syncs()
        synced(tablet.device)
        assert house.accounts(person.email) == []
        assert house.queued(person.email) == ["code_resend"]
        assert desk.opens_task(person).kind == "details_differ"
        assert desk.reads("task_zip_code") == f"typed 60711 · the invitation says {person.zip_code}"
        desk.allows("state_id")
        desk.player.wait_until(lambda: bool(house.accounts(person.email)), "the account")
        (account,) = house.accounts(person.email)
        assert (account.user_id, account.zip_cmp) == (person.user_id, "60711")
