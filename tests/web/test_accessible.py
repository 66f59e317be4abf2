"""What axe-core and a narrow or enlarged screen find on every page, in both languages: nothing (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from kiosk.domain.activation import CodeUse
from tests.journeys.house import HOST
from tests.portal.patients import PASSWORD
from tests.web.clinic import NEW_PASSWORD, Clinic, Patient
from tests.web.conftest import opened

pytestmark = pytest.mark.tier("chromium")

Walk = Callable[[Clinic, Page, str], None]


def go(path: str) -> Walk:
    """Open a page that needs nobody."""
    return lambda clinic, page, language: _goto(page, clinic.link(path), language)


def press(page: Page) -> None:
    """Press the page's one main button, and wait for the answer."""
    with page.expect_navigation():
        page.locator("button.main").click()


def start_problems(clinic: Clinic, page: Page, language: str) -> None:
    """The first page of an activation, with everything wrong."""
    go("a")(clinic, page, language)
    page.locator("#month").fill("13")
    press(page)


def account(clinic: Clinic, page: Page, language: str, relationship: str = "self") -> None:
    """The second page."""
    code, _ = clinic.invited(language=language, gender=None, phone=None, phone_cmp=None)
    _goto(page, clinic.link(f"a#{code.symbols}"), language)
    for name, typed in (("month", "3"), ("day", "27"), ("year", "1984"), ("zip_code", "60614")):
        page.locator(f"#{name}").fill(typed)
    page.locator(f"#relationship-{relationship}").check()
    press(page)


def account_problems(clinic: Clinic, page: Page, language: str) -> None:
    """The second page for somebody else, with everything wrong."""
    account(clinic, page, language, "cared_for")
    press(page)


def congratulations(clinic: Clinic, page: Page, language: str) -> None:
    """The ending with "update profile"."""
    account(clinic, page, language)
    page.locator("#gender-other").check()
    page.locator("#phone").fill("312 555 0177")
    page.locator("#user_id").fill(f"ana.{language}.{clinic.patient().account_id.hex[:12]}")
    page.locator("#password").fill(PASSWORD)
    page.locator("#again").fill(PASSWORD)
    page.locator("#question").select_option("first_pet")
    page.locator("#answer").fill("Rex")
    page.locator("#consent").check()
    press(page)


def profile_saved(clinic: Clinic, page: Page, language: str) -> None:
    """After "update profile"."""
    congratulations(clinic, page, language)
    press(page)


def locked(clinic: Clinic, page: Page, language: str) -> None:
    """After five wrong tries."""
    code, _ = clinic.invited(language=language)
    go("a")(clinic, page, language)
    for name, typed in (("code", code.grouped), ("month", "3"), ("day", "28"), ("year", "1984"), ("zip_code", "60614")):
        page.locator(f"#{name}").fill(typed)
    for _ in range(5):
        press(page)


def verify(clinic: Clinic, page: Page, language: str) -> None:
    """Before the button."""
    patient = clinic.patient(language=language)
    clinic.verify(patient)
    _goto(page, clinic.mailed(patient.email, "welcome"), language)


def verified(clinic: Clinic, page: Page, language: str) -> None:
    """After it."""
    verify(clinic, page, language)
    press(page)


def confirm(clinic: Clinic, page: Page, language: str) -> None:
    """Before the password."""
    patient = clinic.patient(language=language)
    clinic.forgot(patient)
    _goto(page, clinic.mailed(patient.email, "confirm_password"), language)


def confirm_problem(clinic: Clinic, page: Page, language: str) -> None:
    """After a wrong one."""
    confirm(clinic, page, language)
    page.locator("#password").fill("Wrong1")
    press(page)


def confirmed(clinic: Clinic, page: Page, language: str) -> None:
    """After the right one."""
    confirm(clinic, page, language)
    page.locator("#password").fill(NEW_PASSWORD)
    press(page)


def reset(clinic: Clinic, page: Page, language: str) -> None:
    """Before the passwords."""
    patient = clinic.patient(language=language)
    clinic.direct(patient)
    _goto(page, clinic.mailed(patient.email, "direct_reset"), language)


def reset_problem(clinic: Clinic, page: Page, language: str) -> None:
    """After two that differ."""
    reset(clinic, page, language)
    page.locator("#password").fill(PASSWORD)
    press(page)


def slip(clinic: Clinic, page: Page, language: str) -> None:
    """Before code and date of birth are sent, with the code of the slip's link."""
    _slip(clinic, page, language, clinic.patient(language=language))


def _slip(clinic: Clinic, page: Page, language: str, patient: Patient) -> None:
    code = clinic.slip(patient)
    _goto(page, code.link(HOST, CodeUse.RESET_SLIP), language)
    for name, typed in (("month", "3"), ("day", "27"), ("year", "1984")):
        page.locator(f"#{name}").fill(typed)


def slip_problems(clinic: Clinic, page: Page, language: str) -> None:
    """The same page, with everything missing."""
    go("r")(clinic, page, language)
    press(page)


def slip_wrong(clinic: Clinic, page: Page, language: str) -> None:
    """After another date of birth."""
    slip(clinic, page, language)
    page.locator("#day").fill("28")
    press(page)


def slip_user_id(clinic: Clinic, page: Page, language: str) -> None:
    """The second page, with the user ID."""
    slip(clinic, page, language)
    press(page)


def slip_no_user_id(clinic: Clinic, page: Page, language: str) -> None:
    """The second page of an account that has none, with everything missing."""
    _slip(clinic, page, language, clinic.patient(user_id=None, language=language))
    press(page)
    press(page)


def slip_used(clinic: Clinic, page: Page, language: str) -> None:
    """After the new password."""
    slip_user_id(clinic, page, language)
    page.locator("#password").fill(NEW_PASSWORD)
    page.locator("#again").fill(NEW_PASSWORD)
    press(page)


def choose(clinic: Clinic, page: Page, language: str) -> None:
    """Before another user ID."""
    patient = clinic.patient(language=language, user_id=None)
    clinic.choose(patient)
    _goto(page, clinic.mailed(patient.email, "choose_user_id"), language)


def choose_problem(clinic: Clinic, page: Page, language: str) -> None:
    """After one that nobody can have."""
    choose(clinic, page, language)
    page.locator("#user_id").fill("helpdesk")
    press(page)


PAGES: dict[str, Walk] = {
    "home": go(""),
    "activate": go("a"),
    "activate-problems": start_problems,
    "account": account,
    "account-problems": account_problems,
    "congratulations": congratulations,
    "profile-saved": profile_saved,
    "locked": locked,
    "verify": verify,
    "verified": verified,
    "confirm": confirm,
    "confirm-problem": confirm_problem,
    "confirmed": confirmed,
    "reset": reset,
    "reset-problem": reset_problem,
    "slip": slip,
    "slip-problems": slip_problems,
    "slip-wrong": slip_wrong,
    "slip-user-id": slip_user_id,
    "slip-no-user-id": slip_no_user_id,
    "slip-used": slip_used,
    "choose": choose,
    "choose-problem": choose_problem,
    "expired": go("verify-email/nothing"),
    "missing": go("nowhere"),
}


@pytest.mark.rule("S46")
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    clinic: Clinic, context: Callable[..., BrowserContext], name: str, language: str
) -> None:
    """axe-core finds no violation; at 320 px, and at 640 px with text of 200 %, nothing reaches beyond the screen."""
    page = context(viewport={"width": 1280, "height": 900}, locale=language).new_page()
    PAGES[name](clinic, page, language)
    assert page.locator("html").get_attribute("lang") == language
    for answer in page.locator("summary").all():
        answer.click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    for zoom in (1, 2):
        page.set_viewport_size({"width": 320 * zoom, "height": 640})
        assert page.evaluate(_TOO_WIDE, zoom) == []


_TOO_WIDE = """zoom => {
    document.documentElement.style.fontSize = `${112.5 * zoom}%`;
    return [...document.querySelectorAll("body *")]
        .filter(one => !one.closest(".unseen, .skip") && one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.outerHTML.slice(0, 80));
}"""
"""Enlarges the text and returns what is cut off."""


@pytest.mark.rule("S46")
def test_keyboard_alone(clinic: Clinic, context: Callable[..., BrowserContext]) -> None:
    """Tab walks the fields in the order in which they stand; after a mistake the summary has the focus and leads on."""
    page = context(locale="en").new_page()
    go("a")(clinic, page, "en")
    order = []
    for _ in range(11):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
    assert order == [
        *("Go to the main part", "Español", "relationship-self", "code", "month", "day", "year", "zip_code", "no_zip"),
        *("Continue", "Need Help?"),
    ]
    page.locator("#zip_code").press("Enter")
    page.locator(".summary").wait_for()
    assert page.evaluate("document.activeElement.className") == "summary"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "code"


@pytest.mark.rule("S9", "S10")
def test_code_of_the_link_fills_itself_in(clinic: Clinic, context: Callable[..., BrowserContext]) -> None:
    """Where scripts run, ours puts the link's code into the field, and keeps it through a change of language."""
    code, email = clinic.invited()
    page = context(locale="en").new_page()
    page.goto(opened(clinic.mailed(email, "invitation")))
    assert page.get_by_label("Activation code").input_value() == code.grouped
    page.get_by_role("link", name="Español").click()
    assert page.get_by_label("Código de activación").input_value() == code.grouped


@pytest.mark.rule("F7")
def test_code_of_a_slip_fills_itself_in(clinic: Clinic, context: Callable[..., BrowserContext]) -> None:
    """The slip's square code opens its page with the code in the field, and keeps it through a change of language."""
    code = clinic.slip(clinic.patient())
    page = context(locale="en").new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers} {request.post_data}"))
    page.goto(opened(code.link(HOST, CodeUse.RESET_SLIP)))
    assert page.get_by_label("Code on the slip").input_value() == code.grouped
    requests = [line.replace(f"#{code.symbols} ", " ") for line in asked]  # the browser's own note of the fragment
    assert len(requests) >= 3
    assert not any(code.symbols in line for line in requests)
    page.get_by_role("link", name="Español").click()
    assert page.get_by_label("Código del papel").input_value() == code.grouped


@pytest.mark.rule("S10", "F7")
@pytest.mark.parametrize("path", ["a", "r"])
@pytest.mark.parametrize("fragment", ["<img src=x onerror=alert(1)>", "javascript:alert(1)", "A" * 16, "help"])
def test_other_fragments_are_left_alone(
    clinic: Clinic, context: Callable[..., BrowserContext], fragment: str, path: str
) -> None:
    """What is no code is not put anywhere, and no dialog opens."""
    page = context(locale="en").new_page()
    dialogs: list[object] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    page.goto(opened(clinic.link(path)) + "#" + fragment)
    typed = page.locator("#code").input_value()
    assert typed in ("", "AAAAAAAAAAAAAAAA")
    assert (dialogs, page.locator("main img").count()) == ([], 0)


@pytest.mark.rule("S10")
def test_the_code_is_sent_by_nobody(clinic: Clinic, context: Callable[..., BrowserContext]) -> None:
    """Opening the link sends the code nowhere: no request holds it, and none goes to another host."""
    code, email = clinic.invited()
    page = context(locale="en").new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.headers} {request.post_data}"))
    page.goto(opened(clinic.mailed(email, "invitation")))
    requests = [line.replace(f"#{code.symbols} ", " ") for line in asked]  # the browser's own note of the fragment
    assert len(requests) >= 3
    assert all(urlsplit(line.split(" ")[0]).netloc == HOST for line in requests)
    assert not any(code.symbols in line for line in requests)


def _goto(page: Page, link: str, language: str) -> None:
    page.set_extra_http_headers({"Accept": "text/html", "Accept-Language": language})
    page.goto(opened(link))
