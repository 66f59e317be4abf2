"""A patient whom the front desk has to let through: the page is held, the desk decides, the page goes on by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QApplication

from kiosk.portal import tables as t
from kiosk.ui.pages.held import HeldPage
from tests.journeys.canaries import on_screen
from tests.journeys.conftest import Stage
from tests.journeys.drafts import chain_length
from tests.journeys.house import House
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist, code_of


def held(tablet: Stage, patient: Patient) -> Patient:
    """Fill in the first page, as far as the cover."""
    patient.begins()
    patient.tells_about_self()
    patient.is_held()
    return patient


class TestAllowed:
    """The patient waits at the tablet, the desk sees a photo ID."""

    @pytest.mark.rule("S2", "F4")
    @pytest.mark.parametrize(
        ("without", "why"),
        [
            ({"email": ""}, "Has no email address."),
            ({"zip_code": ""}, "Has no US ZIP code."),
            ({"email": "", "zip_code": ""}, "Has no email address. Has no US ZIP code."),
        ],
        ids=["no email", "no ZIP", "neither"],
    )
    def test_goes_on_to_an_account(
        self, house: House, tablet: Stage, desk: Receptionist, without: dict[str, str], why: str
    ) -> None:
        """Name and why stand at the desk; after "go on" the tablet asks on; the account has a phone and lacks those."""
        person = somebody(**without)
        patient = held(tablet, Patient(tablet.player, person))
        assert patient.reads("held_about_said").startswith("Someone from the front desk will help you.")
        task = desk.opens_task(person)
        assert (task.kind, task.waiting) == ("desk_request", True)
        assert desk.reads("task_why") == why
        desk.allows("passport")
        assert patient.goes_on() == "required_questions"
        patient.answers_questions()
        patient.chooses_credentials()
        assert patient.creates() == "active"
        account = house.account(person.user_id)
        assert account is not None
        assert (account.first, account.phone_cmp) == (person.first, f"+1{person.phone}")
        assert (account.email, account.zip_code) == (person.email or None, person.zip_code or None)
        assert house.queued(person.email) == (["welcome"] if person.email else [])
        seen = house.rows(sa.select(t.cases).where(t.cases.c.case_id == task.case_id))
        assert [(case.state, case.decision, case.id_document) for case in seen] == [("done", "allow", "passport")]

    @pytest.mark.rule("S11", "F4")
    def test_a_minor_of_15(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """From 13 to 17 the desk decides; allowed, the account is the minor's own."""
        person = somebody(year=str(tablet.device.today().year - 15), month="1", day="1")
        patient = held(tablet, Patient(tablet.player, person))
        desk.opens_task(person)
        assert desk.reads("task_why") == "Is too young to sign up alone."
        desk.allows("state_id")
        assert patient.goes_on() == "required_questions"
        patient.answers_questions()
        patient.chooses_credentials()
        assert patient.creates() == "active"
        assert [(row.user_id, row.relationship) for row in house.accounts(person.email)] == [(person.user_id, "self")]

    @pytest.mark.rule("S11", "S12", "F2", "F4")
    def test_an_invited_minor_of_15(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """With a slip in the hand, too: held before anything is chosen, and the desk sees whose invitation it is."""
        person = somebody(year=str(tablet.device.today().year - 15), month="1", day="1")
        code = code_of(desk.invites(person))
        desk.syncs()
        patient = Patient(tablet.player, person)
        patient.has_invitation()
        patient.types_code(code)
        patient.confirms_person()
        patient.is_held()
        task = desk.opens_task(person)
        assert (task.reasons, task.differs) == (("minor",), ())
        desk.allows("state_id")
        assert patient.goes_on() == "required_questions"
        patient.answers_questions()
        patient.chooses_credentials()
        assert patient.creates() == "active"
        assert [(row.user_id, row.relationship) for row in house.accounts(person.email)] == [(person.user_id, "self")]

    @pytest.mark.rule("F4")
    def test_not_without_a_photo_id(self, tablet: Stage, desk: Receptionist) -> None:
        """The desk has to say which photo ID it saw; until then nothing goes on."""
        person = somebody(email="")
        patient = held(tablet, Patient(tablet.player, person))
        desk.opens_task(person)
        desk.player.tap("task_main")
        assert desk.reads("task_id_error") == "First press the photo ID that you saw."
        assert desk.sees_tasks(person) == ["desk_request"]
        desk.allows()
        assert patient.goes_on() == "required_questions"


class TestNotAllowed:
    """The desk says no, or nobody can be asked."""

    @pytest.mark.rule("S2", "F4")
    def test_declined(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """What the desk calls "Not now" leads to the front desk's ending; no account is made, the task is gone."""
        person = somebody(email="")
        patient = held(tablet, Patient(tablet.player, person))
        desk.opens_task(person)
        desk.declines()
        assert patient.goes_on() == "front_desk"
        said = "Your request is saved. Someone at the front desk helps you in person."
        assert patient.reads("front_desk_body") == said
        assert desk.sees_tasks(person) == []
        patient.leaves()
        assert house.account(person.user_id) is None

    @pytest.mark.rule("S2", "F4", "K1")
    def test_disconnected(
        self, house: House, tablet: Stage, receptionist: Callable[..., Receptionist], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The request is saved and says so; the desk finds it when the tablet is connected again."""
        monkeypatch.setattr(HeldPage, "poll_ms", 20)
        person = somebody(zip_code="")
        house.line.close()
        patient = held(tablet, Patient(tablet.player, person))
        patient.player.find("held_about_go_on")
        assert patient.reads("held_about_said").startswith("Your request is saved, but this tablet cannot reach")
        patient.player.tap("held_about_go_on")
        assert patient.ending() == "front_desk"
        assert tablet.device.outbox.counts().waiting == 1
        patient.leaves()
        house.line.open()
        tablet.synced()
        desk = receptionist()
        assert desk.opens_task(person).reasons == ("no_zip",)

    @pytest.mark.rule("F4", "K3")
    def test_the_cover_shows_nothing_and_does_not_lead_back(
        self, tablet: Stage, desk: Receptionist, qapp: QApplication
    ) -> None:
        """While the patient is at the desk no word of theirs is in sight; "Start over" forgets the rest."""
        person = somebody(email="")
        desk.player.window.hide()
        patient = held(tablet, Patient(tablet.player, person))
        visible = {entry.partition(": ")[0] for entry in on_screen(qapp, [person])}
        assert not any(patient.sees(name) for name in visible)
        assert not patient.sees("back")
        made = chain_length(tablet.device)
        tablet.player.tap("held_about_start_over")
        tablet.player.tap("confirm_secondary")
        tablet.player.find("welcome")
        tablet.player.wait_until(lambda: on_screen(qapp, [person]) == [], "the end of what was typed")
        assert chain_length(tablet.device) == made

    @pytest.mark.rule("S11")
    def test_a_minor_whom_the_desk_declines(self, house: House, tablet: Stage, desk: Receptionist) -> None:
        """No account, and no word of the age on the tablet but the front desk's ending."""
        person = somebody(year=str(tablet.device.today().year - 14), month="1", day="1")
        patient = held(tablet, Patient(tablet.player, person))
        desk.opens_task(person)
        desk.declines()
        assert patient.goes_on() == "front_desk"
        assert house.accounts(person.email) == []
