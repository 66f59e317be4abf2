"""A patient with an account comes to the desk, which checks a photo ID and helps, without a password (F7)."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import sqlalchemy as sa

from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from tests.journeys.conftest import Stage
from tests.journeys.home import Home
from tests.journeys.house import House
from tests.journeys.known import know, verify
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist, code_of
from tests.journeys.steps_accounts import AccountsDesk

pytestmark = pytest.mark.rule("F7")

NEW = "Harbor99new"


@pytest.fixture
def patient(house: House, tablet: Stage) -> Patient:
    """Return somebody with an account, before the welcome screen."""
    person = somebody()
    know(house, tablet, person)
    return Patient(tablet.player, person)


@pytest.fixture
def accounts(desk: Receptionist, tmp_path: Path) -> AccountsDesk:
    """Return the desk's page of accounts."""
    return AccountsDesk(desk, tmp_path / "slips")


def kept(house: House, patient: Patient) -> list[tuple[str, str]]:
    """What the portal keeps of the desk's help for somebody: act and photo ID, in order."""
    account = house.account(patient.person.user_id)
    assert account is not None
    joined = tp.desk_acts.join(tp.identity_checks, tp.identity_checks.c.check_id == tp.desk_acts.c.check_id)
    query = sa.select(tp.desk_acts.c.act, tp.identity_checks.c.document).select_from(joined)
    query = query.where(tp.desk_acts.c.account_id == account.account_id).order_by(tp.desk_acts.c.at)
    return [(row.act, row.document) for row in house.rows(query)]


@pytest.mark.rule("F3", "S37")
def test_unlocked_then_a_slip(house: House, patient: Patient, accounts: AccountsDesk, desk: Receptionist) -> None:
    """Five wrong passwords lock; the desk sees that and unlocks; the slip, read from its paper, sets a new password."""
    person = patient.person
    for _ in range(5):
        patient.logs_in(password="Wrong1password")
    assert patient.comes_to("locked")
    patient.leaves()
    accounts.opens(person)
    assert accounts.reads("account_lock").startswith("Locked until ")
    assert accounts.reads("account_identity") == "Nobody has checked a photo ID yet"
    accounts.sees_photo_id("passport")
    assert accounts.does("account_unlock") == "Unlocked. The patient can try again."
    accounts.player.wait_until(lambda: not accounts.player.sees("account_lock"), "the lock's end")
    assert accounts.reads("account_identity").startswith("Photo ID checked on ")
    patient.player.scan(accounts.makes_slip())
    patient.gives_slip(None)
    assert patient.sets_password_by_slip(NEW) == "password_changed"
    patient.player.tap("password_changed_log_in")
    patient.logs_in(password=NEW)
    assert patient.comes_to("profile", "joined")
    assert kept(house, patient) == [("unlock", "passport"), ("slip_reset", "passport")]


@pytest.mark.tier("chromium")
def test_another_address_then_a_link(house: House, patient: Patient, accounts: AccountsDesk, home: Home) -> None:
    """The address counts once its link is opened; then the link for a new password goes there, and nowhere else."""
    person = patient.person
    verify(house, home, person)
    new = f"new.{person.email}"
    accounts.opens(person)
    accounts.sees_photo_id()
    accounts.player.keys("account_new_email", new)
    assert accounts.does("account_change_email").startswith(f"A link is on its way to {new}.")
    assert len(house.accounts(person.email)) == 1
    home.opens(house.mailed(new, "verify_email"), "verify-email/")
    home.press()
    assert home.heading() == "Thank you. This is your email address."
    house.mailed(person.email, "email_changed")
    assert accounts.does("account_mail").startswith("The link is on its way to ")
    home.opens(house.mailed(new, "direct_reset"), "reset-password/")
    home.fill("New password", NEW)
    home.fill("The same password again", NEW)
    home.press()
    assert home.heading() == "Your password is changed."
    patient.logs_in(password=NEW)
    assert patient.comes_to("profile", "joined")
    assert [act for act, _ in kept(house, patient)] == ["change_email", "mail_reset"]


@pytest.mark.rule("K1", "S2", "S4", "F4")
def test_a_taken_user_id_without_email(
    house: House, tablet: Stage, patient: Patient, desk: Receptionist, tmp_path: Path
) -> None:
    """Saved while not connected, the ID taken, no email: the task leads to the account, the slip to a new user ID."""
    taken = patient.person.user_id
    person = somebody(user_id=taken, email="")
    scanned = desk.invites(person)
    invited = sa.select(t.invitations).where(t.invitations.c.first == person.first)
    desk.player.wait_until(lambda: bool(house.rows(invited)), "the invitation in the portal")
    house.line.close()
    newcomer = Patient(tablet.player, person)
    assert newcomer.activates(code_of(scanned)) == "saved"
    newcomer.leaves()
    house.line.open()
    tablet.synced()
    assert desk.opens_task(person).kind == "user_id_taken"
    assert "print a one-time slip at the account" in desk.reads("task_why")
    desk.player.tap("task_main")
    desk.player.find("account_who")
    accounts = AccountsDesk(desk, tmp_path / "slips")
    assert accounts.reads("account_who") == f"{person.last}, {person.first}"
    assert accounts.reads("account_user_id") == "None yet: the patient chooses one with a one-time slip"
    accounts.sees_photo_id()
    newcomer.player.scan(accounts.makes_slip())
    assert newcomer.gives_slip(None) == "slip_password_page"
    assert newcomer.reads("slip_password_page_title") == "Choose a user ID and a password"
    assert newcomer.sets_password_by_slip(NEW, user_id=taken) == "error_summary"
    assert newcomer.problem().startswith("Somebody already has this user ID")
    chosen = f"{taken}.b"
    assert newcomer.sets_password_by_slip(NEW, user_id=chosen) == "password_changed"
    assert newcomer.reads("password_changed_user_id") == chosen
    newcomer.player.tap("password_changed_log_in")
    newcomer = Patient(tablet.player, dataclasses.replace(person, user_id=chosen))
    newcomer.logs_in(password=NEW)
    assert newcomer.comes_to("profile", "joined")
    desk.syncs()
    desk.player.wait_until(lambda: desk.sees_tasks(person) == [], "the end of the task")
