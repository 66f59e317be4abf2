"""What axe-core and a narrow or enlarged screen find on every page, in both languages: nothing (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, ViewportSize

from kiosk.domain.activation import CodeUse
from tests.journeys.house import HOST
from tests.web.clinic import Clinic
from tests.web.conftest import opened
from tests.web.walks import WALKS, open_page

pytestmark = pytest.mark.tier("chromium")


@pytest.mark.rule("S46")
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", WALKS)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    clinic: Clinic, context: Callable[..., BrowserContext], name: str, language: str
) -> None:
    """axe-core finds no violation; at 320 px, and at 640 px with text of 200 %, nothing reaches beyond the screen."""
    page = context(viewport=_SCREEN, locale=language).new_page()
    found = {}
    for place in WALKS[name](clinic, page, language):
        if wrong := _violations(page, language):
            found[place] = wrong
    assert found == {}


_SCREEN: ViewportSize = {"width": 1280, "height": 900}


def _violations(page: Page, language: str) -> list[str]:
    """What is wrong with the page that is shown; it is as before then."""
    wrong = [] if page.locator("html").get_attribute("lang") == language else ["another language"]
    for answer in page.locator("summary").all():
        answer.click()
    results = Axe().run(page)
    if results.violations_count:
        wrong.append(results.generate_report())
    for zoom in (1, 2):
        page.set_viewport_size({"width": 320 * zoom, "height": 640})
        wrong += page.evaluate(_TOO_WIDE, zoom)
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size(_SCREEN)
    return wrong


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
    open_page(page, clinic.link("a"), "en")
    order = []
    for _ in range(11):
        page.keyboard.press("Tab")
        order.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
    assert order == [
        *("Go to the main part", "Español", "relationship-self", "code", "month", "day", "year", "zip_code", "no_zip"),
        *("Continue", "Need Help?"),
    ]
    page.locator("#zip_code").press("Enter")
    page.locator(".summary:focus").wait_for()  # given once the page is laid out
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#code:focus").wait_for()


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
