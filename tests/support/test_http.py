"""The console over HTTP: who gets in, what forms are taken, and that nothing else can be learnt or changed."""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from kiosk.demo.portal_process import PortalProcess
from kiosk.device import Device
from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import IdDocument
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Language
from kiosk.portal import engine, identity, keyfile, tables
from kiosk.portal import tables_support as t
from tests.contract import postgresql
from tests.journeys.house import House, utc_now
from tests.portal.conftest import Command
from tests.support.agents import PASSWORD, Agent, add_account, add_agent, secret_of
from tests.support.client import Client

NewAgent = Callable[..., Agent]
NewTablet = Callable[[], Device]

PAGES = ("/support", "/support/chats", f"/support/chats/{uuid.UUID(int=1)}", "/support/call-backs")
FORMS = (
    "/support/sign-out",
    "/support/availability",
    f"/support/chats/{uuid.UUID(int=1)}/take",
    f"/support/chats/{uuid.UUID(int=1)}/reset",
    f"/support/call-backs/{uuid.UUID(int=1)}/done",
)


@pytest.fixture
def client(house: House) -> Client:
    """A browser in which nobody is signed in."""
    return Client(house.portal.url.removeprefix("http://"))


@pytest.fixture
def ana(client: Client, new_agent: NewAgent) -> Client:
    """Ana's browser, signed in."""
    assert client.sign_in(new_agent()).status == 303
    return client


def waiting(tablet: Device, name: str = "Rosalind") -> uuid.UUID:
    """Open a chat."""
    _, flow = tablet.commands.open_chat(name, ChatTopic.PASSWORD, Language.ENGLISH)
    assert flow is not None
    return flow


def test_sign_in(client: Client, new_agent: NewAgent) -> None:
    """A right sign-in leads to the chats with a cookie that no script reads and no other site's link carries."""
    answer = client.sign_in(new_agent("Zoe"))
    assert (answer.status, answer.place) == (303, "/support/chats")
    value, *flags = answer.headers["set-cookie"].split("; ")
    assert len(value.removeprefix("kiosk_support=")) == 43
    assert set(flags) == {"HttpOnly", "Path=/support", "SameSite=strict"}
    assert "Zoe" in client.get("/support/chats").text


def test_cookie_is_secure_behind_https(tmp_path: Path) -> None:
    """Where browsers come by https, the cookie goes no other way, and a form from plain http is refused."""
    portal = PortalProcess(tmp_path / "portal", None)
    portal.public_url = "https://support.portal.example"
    portal.admin("init")
    keys = keyfile.load(portal.folder / "portal.db.keys.json")
    portal.start()
    database = engine.open_database(portal.database, keys)
    try:
        agent = add_agent(database, keys, "ana", "Ana", utc_now())
        host = "support.portal.example"
        client = Client(portal.url.removeprefix("http://"), host=host, origin=f"http://{host}")
        assert client.sign_in(agent).status == 403
        client.origin = f"https://{host}"
        assert "Secure" in client.sign_in(agent).headers["set-cookie"].split("; ")
    finally:
        database.close()
        portal.stop()


def test_wrong_sign_ins_look_alike(client: Client, new_agent: NewAgent) -> None:
    """Unknown name, wrong password, wrong code, locked: the same page, byte for byte, and no cookie."""
    agent = new_agent()
    nobody = Agent(uuid.uuid4(), "nobody.here", "", agent.secret)
    answers = [client.sign_in(nobody), client.sign_in(agent, password="x"), client.sign_in(agent, code="000000")]
    answers += [client.sign_in(agent, password="wrong wrong wrong") for _ in range(4)]
    answers.append(client.sign_in(agent))  # everything right, but locked
    assert {(answer.status, answer.text) for answer in answers} == {(403, answers[0].text)}
    assert not any("set-cookie" in answer.headers for answer in answers)


@pytest.mark.parametrize("field", ["user_name", "password", "code"])
def test_hostile_sign_ins(client: Client, field: str) -> None:
    """Whatever is typed, it is only wrong."""
    for typed in ("\x00", "\ud7ff" * 300, "' OR 1=1 --", "<script>"):
        fields = {"user_name": "a", "password": "b", "code": "c"} | {field: typed}
        assert client.post("/support/sign-in", **fields).status == 403


@pytest.mark.parametrize("path", PAGES)
def test_pages_need_a_session(client: Client, path: str) -> None:
    """Without a session, or with a cookie made up, every page leads to the sign-in."""
    for cookie in ("", "kiosk_support=", f"kiosk_support={'A' * 43}"):
        client.cookie = cookie
        answer = client.get(path)
        assert (answer.status, answer.place, answer.text) == (303, "/support/sign-in", "")
    assert client.get(path, **{"Kiosk-Live": "1"}).status == 401


def test_events_need_a_session(client: Client) -> None:
    """No event without a session; a browser does not try again at 401."""
    assert client.get("/support/events").status == 401


def test_forms_need_their_token(ana: Client, new_agent: NewAgent) -> None:
    """Without the session's own token nothing happens; another session's is as good as none."""
    ben = Client(ana.address)
    ben.sign_in(new_agent("Ben"))
    for path in FORMS:
        for token in ("", "A" * 43, ben.csrf):
            assert ana.post(path, csrf=token).status == 403
    assert ana.get("/support/chats").status == 200


@pytest.mark.parametrize(
    "origin", ["-", "null", "http://evil.example", "https://127.0.0.1", "http://127.0.0.1.evil.example"]
)
def test_forms_come_from_our_own_pages(ana: Client, origin: str) -> None:
    """A form from elsewhere, or from nobody knows where, is refused."""
    for path in ("/support/sign-in", *FORMS):
        assert ana.send("POST", path, f"csrf={ana.csrf}", {"Origin": origin}).status == 403
    assert ana.get("/support/chats").status == 200


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"csrf=x", {"Content-Type": "application/json"}, 415),
        (b"csrf=x", {"Content-Type": "multipart/form-data; boundary=x"}, 415),
        (b"x" * 20_000, {}, 413),
        (b"\xff\xfe", {}, 400),
        (b"&".join(b"a=1" for _ in range(100)), {}, 400),
        (b"csrf=%ff%00", {}, 403),
    ],
)
def test_broken_forms(ana: Client, body: bytes, headers: dict[str, str], status: int) -> None:
    """What no page of ours sends is refused, and is never a fault of the portal's."""
    assert ana.send("POST", "/support/availability", body, headers).status == status


@pytest.mark.parametrize("path", ["/support/sign-in", "/support/chats", "/support/static/console.js"])
def test_another_host(ana: Client, path: str) -> None:
    """The console answers under the portal's own names alone."""
    assert ana.get(path, Host="evil.example").status == 404


def test_headers(ana: Client) -> None:
    """No page is kept, framed, or lets a foreign script in; problems neither."""
    for path in ("/support/sign-in", "/support/chats", "/support/call-backs", f"/support/chats/{uuid.uuid4()}"):
        headers = ana.get(path).headers
        policy = headers["content-security-policy"].split("; ")
        assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"} <= set(policy)
        assert "unsafe" not in headers["content-security-policy"]
        assert (headers["cache-control"], headers["x-content-type-options"]) == ("no-store", "nosniff")


def test_what_is_not_there(ana: Client) -> None:
    """Unknown chats, ids, doings and files are not found."""
    for path in (f"/support/chats/{uuid.uuid4()}", "/support/chats/1", "/support/static/app.py", "/support/x"):
        assert ana.get(path).status == 404
    assert ana.get("/support/static/..%2fbase.html").status == 404
    assert ana.post(f"/support/chats/{uuid.uuid4()}/own").status == 404
    assert ana.post(f"/support/chats/{uuid.uuid4()}/say", text="x", line_id="1").status == 400


@pytest.mark.parametrize("action", ["reset", "user-id", "phone-code", "desk-check", "close", "find", "email"])
def test_doings_need_the_chat(ana: Client, new_tablet: NewTablet, action: str) -> None:
    """In a chat that another agent could take, nothing can be done before it is taken."""
    chat_id = waiting(new_tablet())
    answer = ana.post(f"/support/chats/{chat_id}/{action}", email="new@mail.example", user_id="somebody")
    assert answer.place == f"/support/chats/{chat_id}?note=not_yours"


def test_only_the_chats_agent_reads_it(ana: Client, new_agent: NewAgent, new_tablet: NewTablet) -> None:
    """A colleague sees that a chat goes on and with whom, and nothing of what was said or whose account it is."""
    tablet = new_tablet()
    chat_id = waiting(tablet)
    assert ana.post(f"/support/chats/{chat_id}/take").place.endswith("?note=taken")
    tablet.commands.say(chat_id, uuid.uuid4(), "my dog is called Canela")
    ben = Client(ana.address)
    ben.sign_in(new_agent("Ben"))
    path = f"/support/chats/{chat_id}"
    assert "Canela" in ana.get(path).text
    page = ben.get(path).text
    assert "Ana has this chat." in page
    assert "Canela" not in page
    assert ben.post(f"{path}/take").place.endswith("?note=gone")


def test_markup_is_text(ana: Client, new_tablet: NewTablet) -> None:
    """Whatever a patient writes stands on the page as typed."""
    tablet = new_tablet()
    hostile = "<img src=x onerror=alert(1)>\"'&"
    chat_id = waiting(tablet, hostile)
    ana.post(f"/support/chats/{chat_id}/take")
    tablet.commands.say(chat_id, uuid.uuid4(), hostile)
    page = ana.get(f"/support/chats/{chat_id}").text
    assert "<img" not in page
    assert page.count("&lt;img src=x onerror=alert(1)&gt;&#34;&#39;&amp;") >= 3
    assert "<script>" not in ana.get("/support/chats?note=<script>").text


def test_times_are_the_practices(ana: Client, new_tablet: NewTablet) -> None:
    """An agent reads when a patient came on the practice's clock, with the zone beside it."""
    ana.post(f"/support/chats/{waiting(new_tablet())}/take")
    shown = re.findall(r'<time datetime="([^"]+)" title="([^"]+)">([^<]+)</time>', ana.get("/support/chats").text)
    assert shown
    for at, title, clock in shown:
        there = dt.datetime.fromisoformat(at).astimezone(ZoneInfo("America/Chicago"))
        assert clock == f"{there.hour % 12 or 12}:{there:%M %p %Z}"
        assert title == f"{there:%Y-%m-%d} {clock}"


@pytest.mark.rule("F4", "S41")
def test_the_page_says_who_checked_a_photo_id(house: House, ana: Client, new_tablet: NewTablet) -> None:
    """Kind, practice and day on the practice's calendar; or that nobody has."""
    account_id = add_account(house.database, house.practice_id, utc_now(), user_id="seen.or.not", first="Rosalind")
    path = f"/support/chats/{waiting(new_tablet())}"
    ana.post(f"{path}/take")
    ana.post(f"{path}/find", user_id="seen.or.not")
    assert "<dt>Photo ID</dt><dd>nobody has checked one</dd>" in ana.get(path).text
    late = dt.datetime(2026, 3, 3, 4, 0, tzinfo=dt.UTC)  # the evening before in Chicago
    seen = IdentityCheck(practice_id=house.practice_id, by=uuid.uuid4(), document=IdDocument.DRIVERS_LICENSE, at=late)
    (account,) = house.rows(sa.select(tables.accounts).where(tables.accounts.c.account_id == account_id))
    house.database.run(
        lambda c: identity.note(
            c,
            house.keys,
            seen,
            device_id=uuid.uuid4(),
            now=late,
            subject=account_id,
            person=identity.Compared.of_row(account),
            account_id=account_id,
        )
    )
    practices = tables.practices.c
    (name,) = house.rows(sa.select(practices.name).where(practices.practice_id == house.practice_id))[0]
    said = f"<dt>Photo ID</dt><dd>checked (driver’s license) at {name} on March 2, 2026</dd>"
    assert said in ana.get(path).text


def test_sign_out(house: House, ana: Client) -> None:
    """The cookie is worth nothing afterwards, also to who copied it."""
    answer = ana.post("/support/sign-out")
    assert (answer.status, answer.place) == (303, "/support/sign-in")
    assert 'kiosk_support=""' in answer.headers["set-cookie"]
    assert ana.get("/support/chats").status == 303


@pytest.mark.parametrize("back", ["", "call-backs", "//evil.example", "https://evil.example", "../x"])
def test_availability_leads_nowhere_else(ana: Client, back: str) -> None:
    """Being available leads back to a page of the console, whatever the form says."""
    place = ana.post("/support/availability", available="yes", back=back).place
    assert place == ("/support/call-backs" if back == "call-backs" else "/support/chats")


def test_live_pages_are_no_doing(house: House, ana: Client, new_agent: NewAgent) -> None:
    """A page that keeps itself up to date shows that the agent is there, and lets the session idle."""

    def seen() -> list[tuple[object, object]]:
        rows = house.rows(sa.select(t.agent_sessions).order_by(t.agent_sessions.c.created_at.desc()).limit(1))
        return [(row.last_seen, row.present_at) for row in rows]

    before = seen()
    assert ana.get("/support/chats", **{"Kiosk-Live": "1"}).status == 200
    live = seen()
    assert (live[0][0] == before[0][0], live[0][1] == before[0][1]) == (True, False)
    ana.get("/support/chats")
    assert seen()[0][0] != live[0][0]


def test_a_stop_does_not_wait_for_open_pages(tmp_path: Path) -> None:
    """Pages that listen are told good-bye: the portal ends by itself, cutting nobody off, and says nothing of it."""
    portal = PortalProcess(tmp_path / "portal", None)
    portal.admin("init")
    keys = keyfile.load(portal.folder / "portal.db.keys.json")
    portal.start()
    database = engine.open_database(portal.database, keys)
    agent = add_agent(database, keys, "ana", "Ana", utc_now())
    database.close()
    client = Client(portal.url.removeprefix("http://"))
    client.sign_in(agent)
    with client.listening() as stream:
        stream.wait_for_changes(1)
        portal.stop()
        stream.wait_for_end()
    assert stream.heard.endswith(b"0\r\n\r\n"), "the stream was cut off"
    assert (portal.folder / "portal.log").read_text() == ""


@pytest.mark.tier("postgresql")
def test_several_processes(tmp_path: Path) -> None:
    """An agent at one process of the portal learns of what happens at another: they share nothing but the database."""
    keys = ("--keys", str(tmp_path / "keys.json"))
    with postgresql.server() as url:
        command = Command(url)
        command.told("init", *keys)

        def added(name: str) -> Agent:
            done = command.run("agent", "add", name, "--display", name, "--json", *keys, typed=PASSWORD)
            return Agent(uuid.uuid4(), name, name, secret_of(json.loads(done.stdout)["totp"]))

        ana, ben = added("ana"), added("ben")
        serve = ("--bind", "127.0.0.1:0", *keys)
        with command.served(*serve) as here, command.served(*serve) as there:
            client, other = Client(here.removeprefix("http://")), Client(there.removeprefix("http://"))
            client.sign_in(ana)
            other.sign_in(ben)
            with client.listening() as stream:
                stream.wait_for_changes(2)  # what was before, and the first look
                assert "0 agents available" in client.get("/support/chats").text
                other.post("/support/availability", available="yes")
                stream.wait_for_changes(3)
                assert "1 agent available" in client.get("/support/chats").text
