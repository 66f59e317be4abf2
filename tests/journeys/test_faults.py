"""The line breaks at the worst moment: the patient is told the truth, and later there is exactly one account."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import Stage
from tests.journeys.house import House
from tests.journeys.known import invited
from tests.journeys.line import EVERYWHERE, Fault
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, words


class TestDisconnectedSignUp:
    """The portal's socket is closed."""

    @pytest.mark.rule("K1", "S8")
    def test_saved_and_later_active(self, house: House, tablet: Stage) -> None:
        """Nothing untrue is claimed; when the portal is back one account stands, one mail came, nothing is left."""
        person = somebody()
        house.line.close()
        patient = Patient(tablet.player, person)
        assert patient.signs_up() == "saved"
        assert words(tablet.player, "saved_title") == "Saved. Your account becomes active when we are connected."
        assert tablet.device.outbox.counts().waiting == 1
        assert house.accounts(person.email) == []
        patient.leaves()
        house.line.open()
        tablet.synced()
        exactly_one(house, person.email, person.user_id)

    @pytest.mark.rule("K1")
    def test_two_patients_wait_and_go_in_order(self, house: House, tablet: Stage) -> None:
        """Disconnected, the tablet takes one patient after the other."""
        people = [somebody() for _ in range(2)]
        house.line.close()
        for person in people:
            patient = Patient(tablet.player, person)
            assert patient.signs_up() == "saved"
            patient.leaves()
        assert tablet.device.outbox.counts().waiting == len(people)
        house.line.open()
        tablet.synced()
        made = [house.accounts(person.email)[0].created_at for person in people]
        assert made == sorted(made)


class TestBrokenAnswers:
    """The portal is there, but what comes back at "Create Account" is no answer."""

    @pytest.mark.rule("S8", "K1")
    @pytest.mark.parametrize(
        ("fault", "path"),
        [
            (Fault.ERROR, "/v1/sync"),
            (Fault.ERROR, EVERYWHERE),
            (Fault.REFUSED, "/v1/sync"),
            (Fault.GARBAGE, "/v1/sync"),
            (Fault.GARBAGE, EVERYWHERE),
            (Fault.LOST_ANSWER, "/v1/sync"),
            (Fault.HALF_ANSWER, "/v1/sync"),
            (Fault.SILENT, "/v1/sync"),
            (Fault.SILENT, EVERYWHERE),
            (Fault.HELD_ANSWER, "/v1/sync"),
        ],
        ids=lambda value: value.name.lower() if isinstance(value, Fault) else value or "everywhere",
    )
    def test_saved_then_exactly_one_account(self, house: House, tablet: Stage, fault: Fault, path: str) -> None:
        """Whatever happened to the request: "saved" now, and one account with one welcome mail in the end."""
        person = somebody()
        patient = Patient(tablet.player, person)
        patient.begins()
        patient.tells_about_self()
        patient.answers_questions()
        patient.chooses_credentials()
        house.line.breaks(fault, path=path)
        assert patient.creates() == "saved"
        house.line.wait_until_met()
        delivered = fault in (Fault.LOST_ANSWER, Fault.HALF_ANSWER, Fault.HELD_ANSWER)
        assert len(house.accounts(person.email)) == delivered
        patient.leaves()
        house.line.mends()
        tablet.synced()
        exactly_one(house, person.email, person.user_id)


class TestActivation:
    """The same with an invitation, from the first question to the portal to the last."""

    @pytest.mark.rule("S13", "S14", "K1")
    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.LOST_ANSWER], ids=["error", "lost answer"])
    def test_saved_then_exactly_one_account(self, house: House, tablet: Stage, fault: Fault) -> None:
        """Nobody is asked whose the code is, so it is decided later; in the end one account with the invitation's."""
        person = somebody()
        code = invited(house, person)
        patient = Patient(tablet.player, person)
        patient.has_invitation()
        patient.types_code(code)
        house.line.breaks(fault, path="/v1/lookups/invitation", times=1)
        patient.confirms_person()
        house.line.wait_until_met()
        patient.answers_questions_if_asked()
        patient.chooses_credentials()
        house.line.breaks(fault)
        assert patient.creates() == "saved"
        house.line.wait_until_met()
        assert len(house.accounts(person.email)) == (fault is Fault.LOST_ANSWER)
        patient.leaves()
        house.line.mends()
        tablet.synced()
        exactly_one(house, person.email, person.user_id)
        assert house.invitations(person.last) == ["activated"]


def exactly_one(house: House, email: str, user_id: str) -> None:
    """One account, decided to get one welcome mail, and one arrived."""
    assert [account.user_id for account in house.accounts(email)] == [user_id]
    assert house.queued(email) == ["welcome"]
    assert len(house.arrived(email)) == 1
