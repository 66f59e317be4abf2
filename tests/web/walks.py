"""Ways through the web pages in a real browser, which stop at every page and every state of one that there is.

A walk takes clinic, browser page and language, and yields the name of each page that it has come to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import sqlalchemy as sa
from playwright.sync_api import Page, Route

from kiosk.domain.activation import ActivationCode, CodeUse
from kiosk.portal import lockouts, new_password, practices
from kiosk.portal.web.page import Shown, render, told
from kiosk.portal.web.visit import NAMELESS, names
from kiosk.portal.web.wording import Words
from tests.journeys.house import HOST, utc_now
from tests.portal.patients import PASSWORD
from tests.web.clinic import NEW_PASSWORD, Clinic, Patient
from tests.web.conftest import opened

Walk = Callable[[Clinic, Page, str], Iterator[str]]

_PERSON: Final = ("first", "last", "birth_date", "zip_code", "gender", "email", "phone")
_COMPARED: Final = ("first_cmp", "last_cmp", "birth_date_cmp", "zip_cmp", "email_cmp", "phone_cmp")


def open_page(page: Page, link: str, language: str) -> None:
    """Open a link in a browser of this language."""
    page.set_extra_http_headers({"Accept": "text/html", "Accept-Language": language})
    page.goto("about:blank")  # another fragment of the page that is open would load nothing
    page.goto(opened(link))


def press(page: Page) -> None:
    """Press the page's one main button, and wait for the answer."""
    with page.expect_navigation():
        page.locator("button.main").click()


def without_anybody(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """Pages that need nobody."""
    for name, path in (("home", ""), ("expired", "verify-email/nothing"), ("missing", "nowhere")):
        open_page(page, clinic.link(path), language)
        yield name


def activation(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """An invitation for somebody else, with every mistake on the way, to the updated profile."""
    open_page(page, clinic.link("a"), language)
    yield "activate"
    page.locator("#month").fill("13")
    press(page)
    yield "activate, problems"
    code, _ = clinic.invited(language=language, gender=None, phone=None, phone_cmp=None)
    _first_page(clinic, page, language, code, relationship="cared_for")
    yield "account for somebody else"
    press(page)
    yield "account for somebody else, problems"
    page.locator("#guardian").fill("Rosa Quine")
    page.locator("#gender-other").check()
    page.locator("#phone").fill("312 555 0177")
    _second_page(page, clinic, language)
    yield "congratulations"
    page.locator("#address").fill("Elm Street " * 30)
    press(page)
    yield "profile, problem"
    page.locator("#address").fill("12 Elm Street")
    press(page)
    yield "profile saved"


def too_long_ago(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """The second page, sent when what the first one proved is over."""
    code, _ = clinic.invited(language=language)
    _first_page(clinic, page, language, code)
    yield "account"
    page.evaluate("document.querySelector('[name=state]').value = 'over'")
    press(page)
    assert page.locator(".notice").first.inner_text() == Words(language, NAMELESS)("activate.too_long_ago")
    yield "activate, too long ago"


def locked(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """Five wrong tries at a code."""
    code, _ = clinic.invited(language=language)
    _first_page(clinic, page, language, code, day="28")
    yield "activate, no match"
    for _ in range(4):
        press(page)
    yield "activate, locked"


def known(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """Who is invited and has an account: certainly, or perhaps."""
    row = clinic.account(clinic.patient(language=language))
    same = {name: getattr(row, name) for name in (*_PERSON, *_COMPARED)}
    other = {"email": f"other.{row.email}", "email_cmp": f"other.{row.email_cmp}"}
    for name, columns in (("ending.desk", same | other), ("ending.known", same)):
        code, _ = clinic.invited(language=language, **columns)
        _first_page(clinic, page, language, code)
        _second_page(page, clinic, language)
        assert page.locator("h1").inner_text() == Words(language, NAMELESS)(name)
        yield name


def verify(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """The address of an account, a new one, and one that the same person has elsewhere."""
    patient = clinic.patient(language=language)
    clinic.verify(patient)
    open_page(page, clinic.mailed(patient.email, "welcome"), language)
    yield "verify"
    press(page)
    yield "verified"
    new = f"new.{patient.email}"
    clinic.verify(patient, new)
    open_page(page, clinic.mailed(new, "verify_email"), language)
    yield "verify a new address"
    row = clinic.account(patient)
    clinic.patient(language=language, last=row.last, last_cmp=row.last_cmp, email=new, email_cmp=new)
    press(page)
    assert page.locator("h1").inner_text() == Words(language, NAMELESS)("verify.taken")
    yield "address taken"


def confirm(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """The new password once more."""
    patient = clinic.patient(language=language)
    clinic.forgot(patient)
    open_page(page, clinic.mailed(patient.email, "confirm_password"), language)
    yield "confirm"
    page.locator("#password").fill("Wrong1")
    press(page)
    yield "confirm, problem"
    page.locator("#password").fill(NEW_PASSWORD)
    press(page)
    yield "confirmed"


def confirm_locked(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """The same after five wrong ones."""
    patient = clinic.patient(language=language)
    clinic.forgot(patient)

    def lock(connection: sa.Connection) -> None:
        (key,) = new_password.lock_keys(connection, clinic.house.keys, [patient.account_id], utc_now()).values()
        for _ in range(lockouts.TRIES):
            lockouts.failed(connection, key, utc_now())

    clinic.house.database.run(lock)
    open_page(page, clinic.mailed(patient.email, "confirm_password"), language)
    press(page)
    yield "confirm, locked"


def reset(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """The direct link."""
    patient = clinic.patient(language=language)
    clinic.direct(patient)
    open_page(page, clinic.mailed(patient.email, "direct_reset"), language)
    yield "reset"
    page.locator("#password").fill(PASSWORD)
    press(page)
    yield "reset, problem"


def slip(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """A reset slip of somebody who has a user ID."""
    open_page(page, clinic.link("r"), language)
    yield "slip"
    press(page)
    yield "slip, problems"
    _slip(clinic, page, language, clinic.patient(language=language), day="28")
    yield "slip, wrong"
    page.locator("#day").fill("27")
    press(page)
    yield "slip, user ID"
    page.locator("#password").fill(NEW_PASSWORD)
    page.locator("#again").fill(NEW_PASSWORD)
    press(page)
    yield "slip used"


def slip_without_user_id(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """A reset slip of somebody who has none."""
    _slip(clinic, page, language, clinic.patient(user_id=None, language=language))
    yield "slip, no user ID"
    press(page)
    yield "slip, no user ID, problems"


def choose(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """Another user ID."""
    patient = clinic.patient(language=language, user_id=None)
    clinic.choose(patient)
    open_page(page, clinic.mailed(patient.email, "choose_user_id"), language)
    yield "choose"
    page.locator("#user_id").fill("helpdesk")
    press(page)
    yield "choose, problem"
    page.locator("#user_id").fill(f"chosen.{patient.account_id.hex[:12]}")
    press(page)
    yield "chosen"


def unreadable(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """Forms that no page of ours sends: a field twice, and one that is too large."""
    for name, fields in (("400", [("code", "x"), ("code", "y")]), ("413", [("code", "x" * 20_000)])):
        open_page(page, clinic.link("a"), language)
        with page.expect_navigation():
            page.evaluate(_SEND, fields)
        yield name


_SEND: Final = """fields => {
    const form = Object.assign(document.createElement("form"), {method: "post", action: "/a"});
    for (const [name, value] of fields)
        form.append(Object.assign(document.createElement("input"), {name, value}));
    document.body.append(form);
    form.submit();
}"""


def by_chance(clinic: Clinic, page: Page, language: str) -> Iterator[str]:
    """What only a race or a fault shows: made by the portal's own functions, in its own place and style."""
    practice = clinic.house.database.run(lambda connection: practices.get(connection, clinic.house.practice_id))
    ours, nobodys = Words(language, NAMELESS | names(practice)), Words(language, NAMELESS)
    lead = ours("outcomes.user_id_taken")
    pages: dict[str, Shown] = {
        "user ID taken": told(ours, practice, ours("user_id.title"), lead),
        "see the front desk": told(ours, practice, ours("ending.desk"), lead, ours("ending.desk_lead")),
        "busy": told(ours, practice, ours("busy.title"), ours("busy.lead"), status=429),
        "fault": told(nobodys, None, nobodys("fault.title"), nobodys("fault.lead"), status=500),
    }
    for name, shown in pages.items():
        body = bytes(render(shown, None).body)
        page.route("**/by-chance", partial(_fulfil, body, shown.status), times=1)
        open_page(page, clinic.link("by-chance"), language)
        yield name


WALKS: Final[dict[str, Walk]] = {
    walk.__name__: walk
    for walk in (
        *(without_anybody, activation, too_long_ago, locked, known, verify, confirm, confirm_locked, reset, slip),
        *(slip_without_user_id, choose, unreadable, by_chance),
    )
}


def _fulfil(body: bytes, status: int, route: Route) -> None:
    route.fulfill(status=status, body=body, content_type="text/html; charset=utf-8")


def _first_page(
    clinic: Clinic,
    page: Page,
    language: str,
    code: ActivationCode,
    *,
    day: str = "27",
    relationship: str = "self",
) -> None:
    open_page(page, clinic.link(f"a#{code.symbols}"), language)
    for name, typed in (("month", "3"), ("day", day), ("year", "1984"), ("zip_code", "60614")):
        page.locator(f"#{name}").fill(typed)
    page.locator(f"#relationship-{relationship}").check()
    press(page)


def _second_page(page: Page, clinic: Clinic, language: str) -> None:
    page.locator("#user_id").fill(f"ana.{language}.{clinic.patient().account_id.hex[:12]}")
    page.locator("#password").fill(PASSWORD)
    page.locator("#again").fill(PASSWORD)
    page.locator("#question").select_option("first_pet")
    page.locator("#answer").fill("Rex")
    page.locator("#consent").check()
    press(page)


def _slip(clinic: Clinic, page: Page, language: str, patient: Patient, day: str = "27") -> None:
    code = clinic.slip(patient)
    open_page(page, code.link(HOST, CodeUse.RESET_SLIP), language)
    for name, typed in (("month", "3"), ("day", day), ("year", "1984")):
        page.locator(f"#{name}").fill(typed)
    press(page)
