"""Every mailed link walked to its end in a real Chromium with JavaScript switched off (S46)."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext, Page

from kiosk.domain.activation import CodeUse
from kiosk.portal import bcrypts
from kiosk.portal import tables as t
from tests.journeys.house import HOST, utc_now
from tests.portal.patients import PASSWORD
from tests.web.clinic import NEW_PASSWORD, Clinic
from tests.web.conftest import opened

pytestmark = pytest.mark.tier("chromium")

USED = "This link has been used or is too old"
Contexts = Callable[..., BrowserContext]


@pytest.fixture
def page(context: Contexts) -> Page:
    """A page of a browser that runs no script."""
    return context(java_script_enabled=False, locale="en-US").new_page()


def heading(page: Page) -> str:
    """What the page says it is."""
    return page.locator("h1").inner_text()


def press(page: Page) -> None:
    """Press the page's one main button, and wait for the answer."""
    with page.expect_navigation():
        page.locator("button.main").click()


def looked_at_three_times(page: Page, link: str) -> None:
    """Open the link as mail scanners and previews do, then stay on the page."""
    answers = [page.goto(opened(link)), page.reload(), page.reload()]
    assert [answer and answer.status for answer in answers] == [200, 200, 200]


def used(page: Page, link: str) -> None:
    """The link says that it was used, and what to do."""
    page.goto(opened(link))
    assert heading(page) == USED
    assert "front desk of Lakeside Family Practice" in page.locator("main").inner_text()


@pytest.mark.rule("S8", "S46")
def test_verify_email(clinic: Clinic, page: Page) -> None:
    """The welcome mail's link proves the address by one button."""
    patient = clinic.patient(email_verified=False)
    clinic.verify(patient)
    link = clinic.mailed(patient.email, "welcome")
    looked_at_three_times(page, link)
    assert clinic.account(patient).email_verified is False
    press(page)
    assert heading(page) == "Thank you. This is your email address."
    assert clinic.account(patient).email_verified is True
    used(page, link)


@pytest.mark.rule("S41", "S46")
def test_new_email(clinic: Clinic, page: Page) -> None:
    """A new address replaces the old one when its owner says so; the old one gets the notice by mail."""
    patient = clinic.patient()
    clinic.verify(patient, f"new.{patient.email}")
    link = clinic.mailed(f"new.{patient.email}", "verify_email")
    looked_at_three_times(page, link)
    press(page)
    assert clinic.account(patient).email == f"new.{patient.email}"
    (notice,) = clinic.house.arrived(patient.email)
    assert notice.message["Subject"] == "Your email address was changed"


@pytest.mark.rule("S38", "S39", "S46")
def test_confirm_password(clinic: Clinic, page: Page) -> None:
    """The "confirm my password" link asks for the new password again; a wrong one first, then the right one."""
    patient = clinic.patient()
    clinic.forgot(patient)
    link = clinic.mailed(patient.email, "confirm_password")
    looked_at_three_times(page, link)
    page.get_by_label("New password").fill("Winter7lak")
    press(page)
    assert page.locator("#password-error").inner_text().endswith("Type the same password again")
    assert bcrypts.password_matches(PASSWORD, clinic.account(patient).password_hash)
    page.get_by_label("New password").fill(NEW_PASSWORD)
    press(page)
    assert heading(page) == "Your password is changed."
    assert bcrypts.password_matches(NEW_PASSWORD, clinic.account(patient).password_hash)
    assert clinic.house.arrived(patient.email)[-1].message["Subject"] == "Your password was changed"
    used(page, link)


@pytest.mark.rule("S40", "S46")
def test_direct_reset(clinic: Clinic, page: Page) -> None:
    """The direct link lets a new password be chosen, with the three rules before typing."""
    patient = clinic.patient()
    clinic.direct(patient)
    link = clinic.mailed(patient.email, "direct_reset")
    looked_at_three_times(page, link)
    assert "at least one number OR an upper case letter" in page.locator("#password-hint").inner_text()
    page.get_by_label("New password").fill("summer#lake")
    press(page)
    assert "Your password cannot have this sign: #" in page.locator("#password-error").inner_text()
    page.get_by_label("New password").fill("Summer7lake")
    page.get_by_label("The same password again").fill("Summer7lake")
    press(page)
    assert heading(page) == "Your password is changed."
    assert bcrypts.password_matches("Summer7lake", clinic.account(patient).password_hash)
    used(page, link)


@pytest.mark.rule("F7", "S46")
def test_reset_slip(clinic: Clinic, page: Page) -> None:
    """A slip's code, typed as it stands there, and the date of birth: a wrong one first, then the right one, once."""
    patient = clinic.patient()
    code = clinic.slip(patient)
    link = code.link(HOST, CodeUse.RESET_SLIP)
    looked_at_three_times(page, link)
    assert page.get_by_label("Code on the slip").input_value() == ""
    page.get_by_label("Code on the slip").fill(code.grouped)
    for day in ("28", "27", "27"):
        for label, typed in (("Month", "3"), ("Day", day), ("Year", "1984")):
            page.get_by_label(label).fill(typed)
        press(page)
        if heading(page) == "Choose a new password":
            assert clinic.account(patient).user_id in page.locator("main").inner_text()
            assert "at least one number OR an upper case letter" in page.locator("#password-hint").inner_text()
            page.get_by_label("New password").fill(NEW_PASSWORD)
            page.get_by_label("The same password again").fill(NEW_PASSWORD)
            press(page)
            assert heading(page) == "Your password is changed."
            assert bcrypts.password_matches(NEW_PASSWORD, clinic.account(patient).password_hash)
            page.goto(opened(clinic.link("r?lang=en")))
            page.get_by_label("Code on the slip").fill(code.grouped)
        else:
            assert "the slip was used before or is too old" in page.locator(".summary").inner_text()
            assert page.get_by_label("Code on the slip").input_value() == code.grouped
    assert heading(page) == "Your slip from the front desk"
    assert clinic.house.arrived(patient.email)[-1].message["Subject"] == "Your password was changed"


@pytest.mark.rule("S4", "S46")
def test_choose_user_id(clinic: Clinic, page: Page) -> None:
    """Another user ID is chosen; the welcome mail follows."""
    patient, other = clinic.patient(user_id=None), clinic.patient()
    clinic.choose(patient)
    link = clinic.mailed(patient.email, "choose_user_id")
    looked_at_three_times(page, link)
    page.get_by_label("User ID").fill(clinic.account(other).user_id)
    press(page)
    assert "Somebody already has this user ID" in page.locator(".summary").inner_text()
    page.get_by_label("User ID").fill(f"chosen.{patient.account_id.hex[:8]}")
    press(page)
    assert heading(page) == "Congratulations! You have an account."
    assert clinic.account(patient).user_id == f"chosen.{patient.account_id.hex[:8]}"
    assert clinic.mailed(patient.email, "welcome")
    used(page, link)


@pytest.mark.rule("S9", "S10", "S13", "S14", "S15", "S46")
def test_activation(clinic: Clinic, page: Page) -> None:
    """From the mail's link to "Congratulations!": the code is typed as the mail shows it."""
    code, email = clinic.invited(gender=None, phone=None, phone_cmp=None)
    link = clinic.mailed(email, "invitation")
    looked_at_three_times(page, link)
    assert page.get_by_label("Activation code").input_value() == ""
    (mail,) = clinic.house.arrived(email)
    body = mail.message.get_body(("plain",))
    assert body is not None
    (shown,) = re.findall(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}\b", body.get_content())
    assert shown == code.grouped
    page.get_by_label("Activation code").fill(shown)
    _first_page(page, zip_code="60615")
    assert "These do not match." in page.locator(".summary").inner_text()
    _first_page(page)
    assert heading(page) == "Create your user ID and password"
    page.get_by_label("Prefer not to say").check()
    page.get_by_label("Phone number").fill("312 555 0177")
    _second_page(page, f"ana.{email.partition('@')[0]}")
    assert heading(page) == "Congratulations! You have an account."
    page.get_by_label("Postal address").fill("12 Lake St\nChicago, IL 60614")
    page.get_by_role("button", name="update profile").click()
    assert "Your profile is up to date." in page.locator("main").inner_text()
    (row,) = clinic.house.rows(sa.select(t.accounts).where(t.accounts.c.email_cmp == email))
    assert (row.gender, row.phone, row.address) == ("unknown", "+13125550177", "12 Lake St\nChicago, IL 60614")
    assert clinic.mailed(email, "welcome")


@pytest.mark.rule("S11", "S12", "S24", "S46")
def test_a_childs_invitation(clinic: Clinic, page: Page) -> None:
    """A child of eight cannot go on with "For me": the summary leads to "my child", whose parent gives a name."""
    year = str(utc_now().year - 9)
    code, email = clinic.invited(birth_date=f"{year}-03-27", birth_date_cmp=f"{year}-03-27")
    page.goto(opened(clinic.link("a")))
    page.get_by_label("Activation code").fill(code.grouped)
    _first_page(page, year=year)
    said = page.locator(".summary").get_by_role("link", name="A parent or guardian must create this account.")
    said.click()
    page.get_by_label("This account is for my child").check()
    _first_page(page, year=year)
    assert heading(page) == "Create your user ID and password"
    page.get_by_label("Your own name (parent, guardian or caregiver)").fill("Rosa Quine")
    _second_page(page, f"ana.{email.partition('@')[0]}")
    assert heading(page) == "Congratulations! You have an account."
    (row,) = clinic.house.rows(sa.select(t.accounts).where(t.accounts.c.email_cmp == email))
    assert (row.relationship, row.guardian) == ("child", "Rosa Quine")


@pytest.mark.rule("S46")
def test_language_keeps_what_was_typed(clinic: Clinic, page: Page) -> None:
    """On the second page another language is a button: nothing that was typed is lost, nothing is made."""
    code, _ = clinic.invited()
    page.goto(opened(clinic.link("a")))
    page.get_by_label("Activation code").fill(code.grouped)
    _first_page(page)
    page.get_by_label("User ID").fill("ana.quine27")
    page.get_by_role("button", name="Español").click()
    assert heading(page) == "Cree su nombre de usuario y su contraseña"
    assert page.get_by_label("Nombre de usuario").input_value() == "ana.quine27"
    assert page.locator(".summary").count() == 0


@pytest.mark.rule("S42", "S46")
def test_help_opens_without_script(clinic: Clinic, page: Page) -> None:
    """Questions open their answers, and "Need Help?" leads there from a mailed link's page."""
    page.goto(opened(clinic.link("verify-email/nothing")))
    page.get_by_role("link", name="Need Help?").click()
    answer = page.get_by_text("Internet Explorer is no longer made")
    assert not answer.is_visible()
    page.get_by_text("What browser should I use?").click()
    assert answer.is_visible()


def _first_page(page: Page, zip_code: str = "60614", year: str = "1984") -> None:
    page.get_by_label("Month").fill("3")
    page.get_by_label("Day").fill("27")
    page.get_by_label("Year").fill(year)
    page.get_by_label("ZIP code of the patient").fill(zip_code)
    press(page)


def _second_page(page: Page, user_id: str) -> None:
    page.get_by_label("User ID").fill(user_id)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("The same password again").fill(PASSWORD)
    page.get_by_label("Secret question").select_option("What was the name of your first pet?")
    page.get_by_label("Your answer").fill("Rex")
    page.get_by_label("I agree to have a patient portal account").check()
    press(page)
