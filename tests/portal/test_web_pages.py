"""The pages keep to themselves: bounded, strict, without scripts, for our own hosts alone."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import pytest

from kiosk.portal import admin, engine, keyfile
from kiosk.portal.bcrypts import Workers
from kiosk.portal.web import home, serve
from kiosk.portal.web.form import MAX_FIELDS, Form, UnreadableError, decode
from kiosk.portal.web.visit import accepted_language
from tests.portal.house import House
from tests.portal.visitor import OWN_NAME, Page, Visitor

FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """One portal for all of these: they change nothing."""
    folder = tmp_path_factory.mktemp("portal")
    keys = keyfile.create(folder / "keys.json")
    database = engine.open_database(f"sqlite:///{folder / 'portal.db'}", keys, create=True)
    admin.initialise(database)
    yield House(database, keys)
    database.close()


@pytest.fixture
def visitor(house: House) -> Visitor:
    """Somebody at the practice's host."""
    return Visitor(house)


PURPOSES = ("verify-email", "confirm-password", "reset-password", "choose-user-id")
PATHS = ["/", "/a", "/r", *(f"/{purpose}/x" for purpose in PURPOSES), "/nowhere"]
SCRIPTED = ("/a", "/r")
every_path = pytest.mark.parametrize("path", PATHS)


@every_path
def test_headers(house: House, path: str) -> None:
    """No page is stored, framed, sniffed, indexed, or told of by a referrer; nothing comes from elsewhere."""
    page = Visitor(house, headers={"accept": "text/html"}).get(path)
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-content-type-options"] == "nosniff"
    policy = dict(part.split(" ", 1) for part in page.headers["content-security-policy"].split("; "))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "script-src": "'self'" if path in SCRIPTED else "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
    }
    assert "set-cookie" not in page.headers


@every_path
def test_nothing_from_elsewhere(house: House, path: str) -> None:
    """No page names another host, carries script or style inside, or needs JavaScript."""
    text = Visitor(house, headers={"accept": "text/html"}).get(path).text
    assert not re.search(r"https?://|//[a-z]|javascript:|<style| on[a-z]+=| style=", text)
    assert re.findall(r"<script[^>]*>", text) == (['<script src="/web/code.js" defer>'] if path in SCRIPTED else [])


@every_path
def test_foreign_host(house: House, path: str) -> None:
    """Under a name that is not ours there is no page, and the name is not repeated."""
    for host in ("evil.example", "portal.example.evil.example", "portal.example@evil.example", "", "x" * 300):
        page = Visitor(house, host=host, headers={"accept": "text/html"}).get(path)
        assert page.status == 404
        assert "evil" not in page.text
        assert "Lakeside" not in page.text
        assert page.title == "There is no such page"


def test_foreign_host_may_not_post(house: House) -> None:
    """A form sent under another name is not read."""
    assert Visitor(house, host="evil.example").post("/a", {"step": "invitation"}).status == 404


@pytest.mark.parametrize("forwarded", ["x-forwarded-host", "forwarded", "x-host", "x-original-url"])
def test_forwarded_names_count_nothing(house: House, forwarded: str) -> None:
    """Headers that a proxy might add pick nothing and are shown nowhere."""
    page = Visitor(house, headers={forwarded: "evil.example"}).get("/")
    assert (page.status, "evil" in page.text) == (200, False)


def test_the_portals_own_name(house: House) -> None:
    """Under the portal's own name the pages are there, too; with one practice they name it."""
    page = Visitor(house, host=OWN_NAME.upper()).get("/")
    assert page.title == "Welcome to the patient portal of Lakeside Family Practice"


@pytest.mark.parametrize(
    "body",
    [
        *(b"%", b"a", b"a=%ff", b"a=\xff", b"code=1&code=2", b"&"),
        *("a=é".encode(), b"{}", b"a=1&" * 40, b"a=%ed%a0%80"),
    ],
    ids=range(10),
)
def test_unreadable_forms(visitor: Visitor, body: bytes) -> None:
    """What no browser of a patient sends gets a kind page, and never a fault of ours."""
    for path in ("/a", "/r", "/verify-email/x", "/reset-password/x"):
        page = visitor.send("POST", path, body, FORM)
        assert (page.status, page.title) == (400, "We could not read this")


@pytest.mark.parametrize("kind", ["", "text/plain", "application/json", "multipart/form-data; boundary=x", "x" * 200])
def test_other_content_types(visitor: Visitor, kind: str) -> None:
    """Only the form's own type is read."""
    assert visitor.send("POST", "/a", b"step=invitation", {"content-type": kind}).status == 415


def test_too_large(visitor: Visitor) -> None:
    """More than 16 KiB is not taken, whatever the header says; just below is a form like any other."""
    fits = b"code=" + b"A" * (serve.MAX_BODY_BYTES - 5)
    assert visitor.send("POST", "/a", fits, FORM).status == 422
    page = visitor.send("POST", "/a", fits + b"A", FORM | {"content-length": "10"})
    assert (page.status, page.title) == (413, "We could not read this")


def test_too_slow(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A form that does not arrive in time is given up."""
    monkeypatch.setattr(serve, "BODY_S", 0.0)
    visitor = Visitor(house)
    sent: list[MutableMapping[str, Any]] = []

    async def never() -> dict[str, Any]:
        await asyncio.Event().wait()
        return {}

    async def keep(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/a",
        "raw_path": b"/a",
        "query_string": b"",
        "headers": [(b"host", b"portal.example"), (b"content-type", FORM["content-type"].encode())],
    }
    asyncio.run(visitor.app(scope, never, keep))
    assert sent[0]["status"] == 408


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("POST", "/", 405), ("PUT", "/a", 405), ("DELETE", "/verify-email/x", 405), ("GET", "/verify-email/", 404)],
)
def test_other_methods(house: House, method: str, path: str, status: int) -> None:
    """A method that a page does not have is refused with a page, for who asks for pages."""
    page = Visitor(house, headers={"accept": "text/html"}).get(path, method)
    assert (page.status, page.headers["content-type"]) == (status, "text/html; charset=utf-8")


def test_devices_get_json(visitor: Visitor) -> None:
    """A device that asks for a call that is not there gets its typed refusal."""
    page = visitor.get("/v1/nothing")
    assert (page.status, page.headers["content-type"]) == (404, "application/json")


@pytest.mark.parametrize("path", ["/a", "/"])
def test_hostile_query(visitor: Visitor, path: str) -> None:
    """Nothing of the address is shown."""
    page = visitor.get(f"{path}?lang=%3Cscript%3E&x=%22%3E%3Cb%3Ehello")
    assert (page.status, "hello" in page.text, "<script>" in page.text) == (200, False, False)


def test_hostile_fields(visitor: Visitor) -> None:
    """What was typed is shown as text."""
    page = visitor.post("/a", {"step": "invitation", "code": '"><img src=x onerror=alert(1)>', "zip_code": "<b>'"})
    assert page.status == 422
    assert b"<img" not in page.body
    assert b"<b>" not in page.body
    assert "onerror" in page.text


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("es", "es"),
        ("es-MX,es;q=0.9,en;q=0.8", "es"),
        ("en;q=0.5, es;q=0.7", "es"),
        ("fr, es;q=0.1", "es"),
        ("fr", None),
        ("es;q=0, en", "en"),
        ("*", None),
        ("", None),
        (";;;,=q" * 100, None),
        ("ES", "es"),
    ],
)
def test_accepted_language(header: str, language: str | None) -> None:
    """RFC 9110, section 12.5.4: the heaviest of our languages; nonsense is none."""
    assert accepted_language(header) == language


@pytest.mark.parametrize(
    ("query", "accepted", "title"),
    [
        ("", "", "Activate your account"),
        ("", "es", "Active su cuenta"),
        ("?lang=en", "es", "Activate your account"),
        ("?lang=es", "en", "Active su cuenta"),
        ("?lang=es&lang=en", "", "Activate your account"),
    ],
)
def test_language(house: House, query: str, accepted: str, title: str) -> None:
    """The language chosen, else the browser's, else the practice's."""
    page = Visitor(house, headers={"accept-language": accepted}).get(f"/a{query}")
    assert page.title == title
    assert f'<html lang="{page.headers["content-language"]}">' in page.text


@pytest.mark.rule("S42", "S46", "S47", "S48")
@pytest.mark.parametrize("language", ["en", "es"])
def test_start_page_answers(visitor: Visitor, language: str) -> None:
    """The questions of the source are there, with a true answer about browsers, and where to turn to."""
    page = visitor.get(f"/?lang={language}")
    assert len(re.findall("<summary>", page.text)) == 11
    for word in ("Chrome", "Edge", "Firefox", "Safari", "911", "HealthKey Support"):
        assert word in page.text
    assert 'href="/a?lang=' in page.text


@pytest.mark.rule("S42", "S47", "S48")
def test_source_sentences(visitor: Visitor) -> None:
    """The source's own sentences stand there to the letter."""
    text = visitor.get("/").text
    for sentence in (
        "We're here for you!",
        "My practice sent me an invitation to join the patient portal. Now what?",
        'Open and click "Sign up for an account."',
        "I tried that, but don't remember my secret question. Help!",
        "Ouch! Please wait 15 minutes and try again. We set a maximum number to ensure the security of your account.",
        "What browser should I use?",
        "is able to assist you with technical support only",
        "please contact your practice directly",
    ):
        assert sentence in text, sentence


@pytest.mark.parametrize(
    ("name", "kind"), [("page.css", "text/css"), ("code.js", "text/javascript"), ("icon.svg", "image/svg+xml")]
)
def test_files(visitor: Visitor, name: str, kind: str) -> None:
    """Style sheet, script and icon are served as what they are, and nothing beside them."""
    file = visitor.get(f"/web/{name}")
    assert (file.status, file.headers["content-type"].partition(";")[0]) == (200, kind)
    assert file.headers["x-content-type-options"] == "nosniff"
    for other in ("en.toml", "layout.html", "../mail/welcome.en.toml", "..%2f..%2fpyproject.toml"):
        assert visitor.get(f"/web/{other}").status == 404


def test_a_fault_of_ours(house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A fault is logged by type and place alone, and the patient reads that it is ours."""

    def fail(*_: object) -> Any:
        raise RuntimeError("María's secret")

    monkeypatch.setattr(serve, "practices_at", fail)
    with caplog.at_level(logging.ERROR):
        page = Visitor(house).post("/a", {"step": "invitation"})
    assert (page.status, page.title) == (500, "Sorry, this did not work")
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text + page.text
    assert Visitor(house, headers={"accept-language": "es"}).get("/").title == "Lo sentimos, no funcionó"


def test_too_many_passwords_at_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """When bcrypt has too much to do the page says so kindly, with 429, and nothing changed."""
    from kiosk.portal.context import Later

    def later(visit: object) -> Later[Any]:
        return Later(lambda: None, lambda connection, result: None)

    pages = (serve.Page("/a", home.look, later),)
    monkeypatch.setattr(serve, "PAGES", pages)
    monkeypatch.setattr(Workers, "__init__", _without_places)
    page = Visitor(house).post("/a", {})
    assert (page.status, page.title) == (429, "Please try again in a minute")


def _without_places(workers: Workers, *_: object, **__: object) -> None:
    workers._places = 0


def test_typed_fields_are_hidden_from_logs() -> None:
    """The repr of a form shows no value."""
    from kiosk.portal.web.wording import Words

    assert "secret" not in repr(Form({"password": "secret"}, Words("en", {})))


def test_decode() -> None:
    """What a browser sends is read whole: blanks, signs beyond ASCII, empty fields, an empty form."""
    assert decode(b"a=1+2&b=%C3%A9&c=") == {"a": "1 2", "b": "é", "c": ""}
    assert decode(b"") == {}
    assert len(decode("&".join(f"f{n}=1" for n in range(MAX_FIELDS)).encode())) == MAX_FIELDS
    with pytest.raises(UnreadableError):
        decode("&".join(f"f{n}=1" for n in range(MAX_FIELDS + 1)).encode())


def test_head_is_a_look(visitor: Visitor) -> None:
    """HEAD answers like GET; the server drops the body."""
    looked: list[Page] = [visitor.get("/a", method) for method in ("GET", "HEAD")]
    assert looked[0].headers == looked[1].headers


def test_pages_are_not_api(house: House) -> None:
    """The description of the API names no page."""
    body = Visitor(house).get("/openapi.json").body
    assert b"verify-email" not in body


def test_every_template_is_used() -> None:
    """No template lies about that no page shows."""
    from kiosk.resources import RESOURCES

    used = {"layout", "fields", "home", "activate", "account", "profile", "reset_slip", "slip_choices", "link", "told"}
    assert {path.stem for path in Path(RESOURCES / "web").glob("*.html")} == used
