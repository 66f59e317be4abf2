"""Mailed links walked to their ends in Firefox, with JavaScript switched off, under the portal's own name (S46)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from kiosk.portal import bcrypts
from kiosk.portal import tables as t
from tests.portal.patients import PASSWORD
from tests.web import firefox
from tests.web.clinic import NEW_PASSWORD, Clinic
from tests.web.firefox import Firefox

pytestmark = [pytest.mark.tier("firefox"), pytest.mark.rule("S46")]

USED = "This link has been used or is too old"


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return one browser for all; no page of ours leaves anything in it."""
    with firefox.running(tmp_path_factory.mktemp("firefox")) as running:
        yield running


def here(clinic: Clinic, link: str) -> str:
    """Where the browser finds a mailed link."""
    return f"http://{clinic.address}{urlsplit(link).path}"


@pytest.mark.rule("S40")
def test_direct_reset_in_firefox(clinic: Clinic, browser: Firefox) -> None:
    """Looked at three times, refused once by the rules, taken, and then used up."""
    patient = clinic.patient()
    clinic.direct(patient)
    link = here(clinic, clinic.mailed(patient.email, "direct_reset"))
    for _ in range(3):
        browser.open(link)
        assert browser.text("h1") == "Choose a new password"
    browser.write("#password", "summer#lake")
    browser.press("button.main")
    assert "Your password cannot have this sign: #" in browser.text("#password-error")
    browser.write("#password", "Summer7lake")
    browser.write("#again", "Summer7lake")
    browser.press("button.main")
    assert browser.text("h1") == "Your password is changed."
    browser.open(link)
    assert browser.text("h1") == USED
    assert bcrypts.password_matches("Summer7lake", clinic.account(patient).password_hash)


@pytest.mark.rule("S38", "S39")
def test_confirm_in_firefox(clinic: Clinic, browser: Firefox) -> None:
    """The new password is typed again, wrong and then right."""
    patient = clinic.patient()
    clinic.forgot(patient)
    link = here(clinic, clinic.mailed(patient.email, "confirm_password"))
    browser.open(link)
    browser.write("#password", "Wrong1")
    browser.press("button.main")
    assert "Type the same password again" in browser.text("#password-error")
    browser.write("#password", NEW_PASSWORD)
    browser.press("button.main")
    assert browser.text("h1") == "Your password is changed."
    browser.open(link)
    assert browser.text("h1") == USED
    assert bcrypts.password_matches(NEW_PASSWORD, clinic.account(patient).password_hash)


@pytest.mark.rule("S4", "S8")
def test_another_user_id_in_firefox(clinic: Clinic, browser: Firefox) -> None:
    """One that nobody can have, one that somebody has, and one that is free."""
    patient, other = clinic.patient(user_id=None), clinic.account(clinic.patient())
    clinic.choose(patient)
    browser.open(here(clinic, clinic.mailed(patient.email, "choose_user_id")))
    for typed, said in (("helpdesk", "Nobody can have this user ID"), (other.user_id, "Somebody already has this")):
        browser.write("#user_id", typed)
        browser.press("button.main")
        assert said in browser.text("#user_id-error")
        browser.clear("#user_id")
    browser.write("#user_id", f"{other.user_id}.b")
    browser.press("button.main")
    assert browser.text("h1") == "Congratulations! You have an account."
    assert clinic.account(patient).user_id == f"{other.user_id}.b"


@pytest.mark.rule("S9", "S10", "S13", "S14", "S15")
def test_activation_in_firefox(clinic: Clinic, browser: Firefox) -> None:
    """The longest form, with the code typed by hand and a wrong ZIP code first; then "update profile"."""
    code, email = clinic.invited()
    browser.open(f"http://{clinic.address}/a")
    browser.write("#code", code.grouped)
    for name, typed in (("month", "3"), ("day", "27"), ("year", "1984"), ("zip_code", "60615")):
        browser.write(f"#{name}", typed)
    browser.press("button.main")
    assert "These do not match." in browser.text(".summary")
    browser.clear("#zip_code")
    browser.write("#zip_code", "60614")
    browser.press("button.main")
    assert browser.text("h1") == "Create your user ID and password"
    user_id = f"fire.{email.partition('@')[0]}"
    for name, typed in (("user_id", user_id), ("password", PASSWORD), ("again", PASSWORD), ("answer", "Rex")):
        browser.write(f"#{name}", typed)
    browser.write("#question", "Who")  # typing chooses in a list
    browser.tick("#consent")
    browser.press("button.main")
    assert browser.text("h1") == "Congratulations! You have an account."
    browser.write("#address", "12 Elm Street")
    browser.press("button.main")
    assert "Your profile is up to date." in browser.text("main")
    (row,) = [row for row in clinic.house.rows(t.accounts.select()) if row.user_id == user_id]
    assert (row.question, row.address) == ("childhood_friend", "12 Elm Street")
