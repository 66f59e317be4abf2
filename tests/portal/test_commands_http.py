"""Commands over HTTP: opened for their own device and path alone, bounded, and never in anybody's way (K1)."""

from __future__ import annotations

import asyncio
import threading
import uuid
from collections.abc import Callable, Coroutine, Iterator, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from starlette.applications import Starlette

from kiosk.domain.activation import ActivationCode
from kiosk.portal import admin, app, bcrypts, engine, keyfile, lockouts, openapi
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.bcrypts import Workers
from kiosk.portal.commands import COMMANDS, Command
from kiosk.portal.support import agents
from kiosk.portal.support.console import SIGN_INS
from kiosk.protocol import commands as c
from kiosk.protocol import wire, wire_lookups
from kiosk.protocol.command_seal import path_of, seal_command
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.seal import SUITE
from tests.portal.conftest import Served, check_signature
from tests.portal.device import Answer, TestDevice, invitation, sign_up
from tests.portal.house import House
from tests.portal.visitor import Visitor

HOST = "portal.example"


def sealed(device: TestDevice, name: str, message: wire.Message, device_id: UUID | None = None) -> c.Sealed:
    """A command as a device seals it."""
    return seal_command(
        message, name, device_id=device_id or device.device_id, key_id=device.sealing_id, public_key=device.sealing_key
    )


def log_in(user_id: str = "nobody.known1", password: str = "Summer2019") -> c.LogIn:  # noqa: S107 - made up
    """A log-in of nobody."""
    return c.LogIn(subject=uuid.uuid4(), user_id=user_id, password=password)


@pytest.mark.rule("S20", "S44")
def test_command_there_and_back(served: Served) -> None:
    """Sealed up, signed down, with bcrypt of full cost in between; a replay of the same request is refused."""
    device = served.device()
    request_id = str(uuid.uuid4())
    device.call(served.address, "POST", "/v1/lookups/user-id", wire_lookups.UserIdLookup(user_id="any.body1"))
    body = msgspec.json.encode(sealed(device, "log-in", log_in()))
    answer = device.call(served.address, "POST", path_of("log-in"), body, request_id=request_id)
    assert msgspec.json.decode(answer.body, type=c.LoggedIn) == c.LoggedIn(state="wrong")
    check_signature(served, answer, request_id)
    again = device.call(served.address, "POST", path_of("log-in"), body, request_id=request_id)
    assert (again.status, again.problem()) == (409, "replayed")


@pytest.mark.rule("S25")
def test_nothing_readable_travels(served: Served) -> None:
    """Neither user ID nor password stand in the body of the request."""
    device = served.device()
    body = msgspec.json.encode(sealed(device, "log-in", log_in()))
    assert b"nobody.known1" not in body
    assert b"Summer2019" not in body


def _raw(device: TestDevice, plaintext: bytes, name: str = "log-in") -> c.Sealed:
    """Any bytes, sealed as they should be."""
    info = b"kiosk-command/1\0" + path_of(name).encode() + b"\0" + device.device_id.bytes
    boxed = SUITE.encrypt(plaintext, X25519PublicKey.from_public_bytes(device.sealing_key), info=info)
    return c.Sealed(key_id=device.sealing_id, sealed=b64encode(boxed))


def _foreign_key(device: TestDevice) -> c.Sealed:
    public = X25519PrivateKey.generate().public_key().public_bytes_raw()
    return seal_command(log_in(), "log-in", device_id=device.device_id, key_id=device.sealing_id, public_key=public)


MISSHAPEN: dict[str, Callable[[TestDevice], c.Sealed]] = {
    "another command's": lambda device: sealed(device, "join", log_in()),
    "another device's": lambda device: sealed(device, "log-in", log_in(), uuid.uuid4()),
    "another key": _foreign_key,
    "unknown key": lambda device: msgspec.structs.replace(sealed(device, "log-in", log_in()), key_id="seal-9"),
    "not base64url": lambda device: c.Sealed(key_id=device.sealing_id, sealed="%%%"),
    "empty": lambda device: c.Sealed(key_id=device.sealing_id, sealed=""),
    "short": lambda device: c.Sealed(key_id=device.sealing_id, sealed=b64encode(bytes(20))),
    "noise": lambda device: c.Sealed(key_id=device.sealing_id, sealed=b64encode(bytes(200))),
    "no JSON": lambda device: _raw(device, b"\xff"),
    "deep JSON": lambda device: _raw(device, b"[" * 100_000),
    "another message": lambda device: sealed(device, "log-in", c.ResendCode(flow=uuid.uuid4())),
    "a surplus field": lambda device: _raw(device, msgspec.json.encode(log_in())[:-1] + b',"surplus":1}'),
    "half a character": lambda device: _raw(
        device, msgspec.json.encode(log_in()).replace(b"nobody.known1", b"nobody\\ud800")
    ),
}


@pytest.mark.parametrize("make", MISSHAPEN.values(), ids=MISSHAPEN)
def test_misshapen_commands(served: Served, make: Callable[[TestDevice], c.Sealed]) -> None:
    """What is not sealed to this portal, for this command and by this device, is malformed: signed, and no fault."""
    device = served.device()
    answer = device.call(served.address, "POST", path_of("log-in"), make(device))
    assert (answer.status, answer.problem()) == (400, "malformed")


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_unsealed_commands(served: Served, name: str) -> None:
    """Every command refuses a body that is open, and an unknown device."""
    device = served.device()
    assert device.call(served.address, "POST", path_of(name), b'{"flow":"x"}').status == 400
    answer = TestDevice().call(served.address, "POST", path_of(name), sealed(device, name, log_in()))
    assert (answer.status, answer.problem()) == (401, "unauthenticated")


NONSENSE = [
    ("log-in", c.LogIn(subject=uuid.uuid4(), user_id="\0", password="\0\u20ac" * 400)),
    ("recover-password", c.RecoverPassword(user_id="'; DROP TABLE accounts; --\0", language="\0")),
    ("recover-user-id", c.RecoverUserId(email="a\0@example.org", birth_date="0000-00-00", language="")),
    ("answer-user-id", c.AnswerUserId(flow=uuid.uuid4(), answer="\0" * 1000)),
    ("answer-password", c.AnswerPassword(flow=uuid.uuid4(), answer="", password_hash="\0")),
    ("confirm-password", c.ConfirmPassword(flow=uuid.uuid4(), code="\0", password="")),
    ("phone-code", c.SendPhoneCode(flow=uuid.uuid4(), phone="\0" * 300)),
    ("check-phone-code", c.CheckPhoneCode(flow=uuid.uuid4(), code="\0")),
    ("check-code", c.CheckCode(flow=uuid.uuid4(), lookup_id="\0" * 43)),
    ("open-reset-slip", c.OpenResetSlip(lookup_id="\0" * 43, birth_date="1984-03-27")),
    (
        "use-reset-slip",
        c.UseResetSlip(subject=uuid.uuid4(), lookup_id="\0" * 43, birth_date="1984-02-30", password_hash="\0"),
    ),
    ("desk-mail-reset", c.DeskMailReset(account_id=uuid.uuid4(), id_document="\0", by=uuid.uuid4())),
    ("desk-slip-reset", c.DeskSlipReset(account_id=uuid.uuid4(), id_document="other", by=uuid.uuid4(), lookup_id="\0")),
    (
        "desk-change-email",
        c.DeskChangeEmail(account_id=uuid.uuid4(), id_document="other", by=uuid.uuid4(), email="\0@"),
    ),
    ("desk-unlock", c.DeskUnlock(account_id=uuid.UUID(int=0), id_document="other", by=uuid.UUID(int=0))),
]


@pytest.mark.parametrize(("name", "message"), NONSENSE, ids=[name for name, _ in NONSENSE])
def test_commands_with_nonsense(served: Served, name: str, message: wire.Message) -> None:
    """NULs, long texts and impossible dates are answered or refused, never a fault of the portal's."""
    device = served.device("desk")
    assert device.call(served.address, "POST", path_of(name), sealed(device, name, message)).status in (200, 400)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_described(command: Command) -> None:
    """The document names what is sealed in each command, with its schema, so that another portal can open it."""
    document = msgspec.json.decode(openapi.document(), type=dict[str, Any])
    body = document["paths"][path_of(command.name)]["post"]["requestBody"]
    assert body["content"]["application/json"]["schema"]["$ref"].endswith("/Sealed")
    assert body["x-sealed"] == {"$ref": f"#/components/schemas/{command.takes.__name__}"}
    assert command.takes.__name__ in document["components"]["schemas"]


@dataclass
class Line:
    """A device's line to an application in this process."""

    app: Starlette
    house: House
    device: TestDevice

    async def post(self, target: str, message: wire.Message) -> Answer:
        """One signed call; a second one with the nonce of the first."""
        answer = await self._post(target, message)
        if self.device.nonce is None:
            self.device.nonce = answer.headers["kiosk-nonce"]
            answer = await self._post(target, message)
        return answer

    async def _post(self, target: str, message: wire.Message) -> Answer:
        body = msgspec.json.encode(message)
        headers = self.device.headers(
            "POST", target, body, authority=HOST, request_id=str(uuid.uuid4()), nonce=self.device.nonce
        )
        headers |= {"Host": HOST, "Content-Type": "application/json", "Content-Length": str(len(body))}
        sent: list[MutableMapping[str, Any]] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def keep(message: MutableMapping[str, Any]) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "method": "POST",
            "path": target,
            "raw_path": target.encode(),
            "query_string": b"",
            "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        }
        await self.app(scope, receive, keep)
        found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Answer(sent[0]["status"], found, sent[1]["body"])

    async def log_in(self) -> Answer:
        """Log in as nobody."""
        return await self.post(path_of("log-in"), sealed(self.device, "log-in", log_in()))


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """A portal in this process that compares one password at a time and lets none wait."""
    keys = keyfile.create(tmp_path / "keys.json")
    database = engine.open_database(f"sqlite:///{tmp_path / 'portal.db'}", keys, create=True)
    admin.initialise(database)
    house = House(database, keys)
    portal = app.Portal(
        database=database,
        keys=keys,
        authorities=frozenset({HOST}),
        clock=lambda: house.now,
        after_commit=lambda: None,
        workers=Workers(threads=1, waiting=0),
    )
    yield Line(app.make_app(portal), house, house.device())
    database.close()


def whole(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run to the end, or fail after a while."""

    async def bounded() -> None:
        async with asyncio.timeout(30):
            await work()

    asyncio.run(bounded())


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Two signals: bcrypt has begun, bcrypt may end."""
    begun, may_end = threading.Event(), threading.Event()

    def slow(typed: str, stored: str | None) -> bool:
        begun.set()
        return may_end.wait(30) and False

    monkeypatch.setattr(bcrypts, "password_matches", slow)
    yield begun, may_end
    may_end.set()


def test_bcrypt_is_in_nobodys_way(line: Line, gate: tuple[threading.Event, threading.Event]) -> None:
    """While a password is compared, others sign up and are answered: neither loop nor database is held."""
    begun, may_end = gate

    async def work() -> None:
        comparing = asyncio.create_task(line.log_in())
        assert await asyncio.to_thread(begun.wait, 30)
        request = line.device.sync_request(line.device.operation(sign_up()))
        assert (await line.post("/v1/sync", request)).status == 200
        assert not comparing.done()
        may_end.set()
        assert msgspec.json.decode((await comparing).body, type=c.LoggedIn).state == "wrong"

    whole(work)
    assert len(line.house.rows(t.accounts)) == 1


def test_too_many_at_once_are_told_to_come_again(line: Line, gate: tuple[threading.Event, threading.Event]) -> None:
    """No place for a further password: 429 ``busy``, signed for the request, and the try does not count."""
    begun, may_end = gate

    async def work() -> None:
        comparing = asyncio.create_task(line.log_in())
        assert await asyncio.to_thread(begun.wait, 30)
        refused = await line.log_in()
        assert (refused.status, refused.problem()) == (429, "busy")
        assert "signature" in refused.headers
        may_end.set()
        assert (await comparing).status == 200
        assert (await line.log_in()).status == 200

    whole(work)
    key = lockouts.key_of(line.house.keys, lockouts.Tried.LOG_IN, "nobody.known1")
    assert [row.total for row in line.house.rows(t.lockouts) if row.key == key] == [2]


def test_a_fault_while_comparing(line: Line, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """A fault of ours is ``unavailable``, its place is free again, and the log holds nothing that was typed."""

    def broken(typed: str, stored: str | None) -> bool:
        raise RuntimeError(typed)

    monkeypatch.setattr(bcrypts, "password_matches", broken)

    async def work() -> None:
        for _ in range(2):
            answer = await line.log_in()
            assert (answer.status, answer.problem()) == (500, "unavailable")

    whole(work)
    assert "RuntimeError" in caplog.text
    assert "Summer2019" not in caplog.text


@pytest.mark.rule("K1")
def test_no_log_in_costs_a_code_its_row(line: Line, gate: tuple[threading.Event, threading.Event]) -> None:
    """Where no place is left for a password, an invitation's roster row is sealed all the same."""
    begun, may_end = gate
    desk = Line(line.app, line.house, line.house.device("desk"))
    body = invitation(line.house.staff_id, ActivationCode.from_entropy(b"some code"))

    async def work() -> None:
        comparing = asyncio.create_task(line.log_in())
        assert await asyncio.to_thread(begun.wait, 30)
        request = desk.device.sync_request(desk.device.operation(body))
        assert (await desk.post("/v1/sync", request)).status == 200
        may_end.set()
        await comparing

    whole(work)
    assert [row.roster is None for row in line.house.rows(tp.invitation_codes)] == [False]


def test_agents_sign_ins_are_in_nobodys_way(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many sign in at the console, which anybody can try, patients log in; and who is too much is told so."""
    begun, may_end = threading.Event(), threading.Event()

    def slow(typed: str, known: agents.Known) -> bool:
        begun.set()
        return may_end.wait(30) and False

    monkeypatch.setattr(agents, "password_agrees", slow)
    home = Visitor(line.house)
    home.app = line.app
    form = {"content-type": "application/x-www-form-urlencoded", "origin": f"https://{HOST}"}

    async def sign_in() -> int:
        return (await home.ask("POST", "/support/sign-in", b"user_name=ana", form)).status

    async def work() -> None:
        waiting = [asyncio.create_task(sign_in()) for _ in range(1 + SIGN_INS)]
        assert await asyncio.to_thread(begun.wait, 30)
        assert await sign_in() == 429
        assert (await line.log_in()).status == 200
        may_end.set()
        assert await asyncio.gather(*waiting) == [403] * (1 + SIGN_INS)

    whole(work)
