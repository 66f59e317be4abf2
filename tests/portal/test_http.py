"""The API refuses malformed, oversized, replayed and foreign requests with a typed error, and signs what it says."""

from __future__ import annotations

import asyncio
import http.client
import uuid
from collections.abc import MutableMapping
from typing import Any

import msgspec
import pytest
import uvicorn
from uvicorn.server import ServerState

from kiosk.domain.outcomes import Outcome
from kiosk.portal import app, devices, nonces, server
from kiosk.protocol import wire, wire_lookups, wire_sync
from tests.portal.conftest import Served, check_signature
from tests.portal.device import JSON, TestDevice, send, sign_up


def test_probe_tells_the_portal_from_a_captive_one(served: Served) -> None:
    """``HEAD /v1/sync`` answers 204 with its header, without any signature."""
    answer = send(served.address, "HEAD", "/v1/sync", b"", {})
    assert (answer.status, answer.headers["x-kiosk-sync"], answer.body) == (204, "1", b"")


def test_health(served: Served) -> None:
    """``/healthz`` says that the database answers."""
    assert send(served.address, "GET", "/healthz", b"", {}).body == b'{"status":"ok"}'


@pytest.mark.parametrize(
    ("method", "path"),
    [("HEAD", "/v1/sync"), ("POST", "/v1/sync"), ("GET", "/v1/none"), ("GET", "/openapi.json"), ("GET", "/healthz")],
)
def test_no_browser_runs_an_answer(served: Served, method: str, path: str) -> None:
    """What is no page is text to a browser, whatever stands in it, refusals too."""
    told = send(served.address, method, path, b"", {}).headers
    assert (told["x-content-type-options"], told["content-security-policy"]) == ("nosniff", "default-src 'none'")


def test_whole_way(served: Served) -> None:
    """Enrol, sync, ask for the receipt and for the user ID, all over HTTP with signed answers."""
    house = served.house
    code = house.database.run(lambda c: devices.add_code(c, served.practice_id, "tablet", server.utc_now()))
    device = TestDevice()
    request = msgspec.json.encode(device.enrol_request(code))
    request_id = str(uuid.uuid4())
    welcome = send(served.address, "POST", "/v1/devices/enrol", request, JSON | {"Kiosk-Request-Id": request_id})
    check_signature(served, welcome, request_id)
    device.enrolled(msgspec.json.decode(welcome.body, type=wire.EnrolResponse))

    free = device.call(served.address, "POST", "/v1/lookups/user-id", wire_lookups.UserIdLookup(user_id="whole.way1"))
    assert msgspec.json.decode(free.body, type=wire_lookups.UserIdAnswer).free
    body = sign_up("whole.way1", first="Wendy")
    synced = device.call(served.address, "POST", "/v1/sync", device.sync_request(device.operation(body)))
    result = msgspec.json.decode(synced.body, type=wire_sync.SyncResponse).results[0]
    receipt = house.receipt(result.receipt)
    assert receipt.outcome is Outcome.ACCEPTED
    again = device.call(served.address, "GET", f"/v1/ops?ids={receipt.op_id}")
    assert msgspec.json.decode(again.body, type=wire_sync.ReceiptsResponse).results[0].receipt == result.receipt
    taken = device.call(served.address, "POST", "/v1/lookups/user-id", wire_lookups.UserIdLookup(user_id="whole.way1"))
    assert not msgspec.json.decode(taken.body, type=wire_lookups.UserIdAnswer).free


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"operations":[],"cursor":"","epoch":"","surprise":1}',
        b'{"operations":"x","cursor":"","epoch":""}',
        b'{"operations":[1],"cursor":"","epoch":""}',
        b'{"operations":["x"],"cursor":"","epoch":""}',
        b'{"operations":[],"cursor":"","epoch":"","waiting":-1}',
        b'{"operations":[],"cursor":"","epoch":"","waiting":99999999999999999999999}',
        b'{"operations":[],"cursor":"","epoch":"","audit_head":"\\u0000"}',
        b'{"operations":[],"cursor":"\xff","epoch":""}',
        b'{"operations":["\\ud800"],"cursor":"","epoch":""}',
        b"[" * 100_000,
    ],
    ids=range(14),
)
def test_malformed_body(served: Served, body: bytes) -> None:
    """What is not the JSON of the call is refused, signed, and never a fault of the portal's."""
    device = served.device()
    request_id = str(uuid.uuid4())
    nonce = nonces.issue(served.keys.nonce, server.utc_now())
    answer = device.call(served.address, "POST", "/v1/sync", body, request_id=request_id, nonce=nonce)
    assert (answer.status, answer.problem()) == (400, "malformed")
    check_signature(served, answer, request_id)


def test_too_many_operations(served: Served) -> None:
    """More than 50 operations in a batch are refused as a whole."""
    device = served.device()
    operation = device.operation(sign_up("never.there3", first="Nobody"))
    answer = device.call(served.address, "POST", "/v1/sync", device.sync_request(*[operation] * 51))
    assert (answer.status, answer.problem()) == (413, "too_large")


def test_oversized_body_is_refused_unread(served: Served) -> None:
    """A body that announces more than 512 KiB is refused before it is sent."""
    connection = http.client.HTTPConnection(served.address, timeout=20)
    connection.putrequest("POST", "/v1/sync")
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", str(wire.MAX_BODY_BYTES + 1))
    connection.endheaders()
    response = connection.getresponse()
    assert response.status == 413
    assert msgspec.json.decode(response.read(), type=wire.Problem).error == "too_large"
    connection.close()


def test_oversized_stream_is_cut_off(served: Served) -> None:
    """A body that does not announce its length is read up to 512 KiB and no further."""
    connection = http.client.HTTPConnection(served.address, timeout=20)
    connection.request(
        "POST", "/v1/sync", iter([b"x" * 65536] * 9), JSON | {"Transfer-Encoding": "chunked"}, encode_chunked=True
    )
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_content_type(served: Served, content_type: str) -> None:
    """A body of another type is refused."""
    answer = send(served.address, "POST", "/v1/devices/enrol", b"{}", {"Content-Type": content_type})
    assert (answer.status, answer.problem()) == (415, "unsupported_media_type")


@pytest.mark.parametrize(
    ("method", "target", "status", "code"),
    [
        ("GET", "/nothing", 404, "not_found"),
        ("GET", "/v1/accounts", 404, "not_found"),
        ("GET", "/v1/../etc/passwd", 404, "not_found"),
        ("GET", "/v1/sync/", 404, "not_found"),
        ("DELETE", "/v1/sync", 405, "method_not_allowed"),
        ("GET", "/v1/sync", 405, "method_not_allowed"),
        ("POST", "/v1/ops", 405, "method_not_allowed"),
    ],
)
def test_unknown_calls(served: Served, method: str, target: str, status: int, code: str) -> None:
    """An unknown path or method is a typed refusal, too, and carries a nonce like every answer."""
    answer = send(served.address, method, target, b"", {})
    assert (answer.status, answer.problem()) == (status, code)
    assert answer.headers["kiosk-nonce"]


def test_head_is_no_get(served: Served) -> None:
    """``HEAD`` of a call that is made with ``GET`` is a typed refusal, too, and no fault."""
    answer = send(served.address, "HEAD", "/v1/ops", b"", {})
    assert (answer.status, answer.body) == (405, b"")


def test_slow_body(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that does not arrive in time is given up, so that slow senders cannot hold every place."""
    monkeypatch.setattr(app, "BODY_S", 0.0)
    portal = app.Portal(
        database=served.house.database,
        keys=served.keys,
        authorities=frozenset({"portal.example"}),
        clock=server.utc_now,
        after_commit=lambda: None,
    )
    sent: list[MutableMapping[str, Any]] = []

    async def never() -> dict[str, Any]:
        await asyncio.Event().wait()
        return {}

    async def keep(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/sync",
        "raw_path": b"/v1/sync",
        "query_string": b"",
        "headers": [(b"host", b"portal.example"), (b"content-type", b"application/json")],
    }
    asyncio.run(app.make_app(portal)(scope, never, keep))
    assert sent[0]["status"] == 429
    assert msgspec.json.decode(sent[1]["body"], type=wire.Problem).error == "busy"


@pytest.mark.parametrize("sent", [b"", b"POST /v1/sync HTTP/1.1\r\nHost: portal.exam"], ids=["nothing", "half a head"])
def test_silent_connection(sent: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection on which no request begins is closed, so that silence cannot hold every place."""
    monkeypatch.setattr(server, "HEAD_S", 0.2)

    async def never_asked(scope: object, receive: object, send: object) -> None:
        raise AssertionError

    async def talk() -> bytes:
        config = uvicorn.Config(never_asked, http=server.Protocol, lifespan="off", log_config=None)
        config.load()
        state = ServerState()
        listening = await asyncio.get_running_loop().create_server(
            lambda: server.Protocol(config, state, {}), "127.0.0.1", 0
        )
        async with listening:
            reader, writer = await asyncio.open_connection(*listening.sockets[0].getsockname())
            writer.write(sent)
            try:
                return await asyncio.wait_for(reader.read(), 20)
            except ConnectionResetError:
                return b""  # closed before our bytes were read
            finally:
                writer.close()

    assert asyncio.run(talk()) == b""


_ID = str(uuid.UUID(int=1))


@pytest.mark.parametrize("query", ["", "ids=", "ids=x", f"ids={_ID}&ids={_ID}", "id=1", "ids=" + "x" * 4000])
def test_ops_with_nonsense(served: Served, query: str) -> None:
    """Receipts are asked for by at most 100 UUIDs and nothing else."""
    device = served.device()
    answer = device.call(served.address, "GET", f"/v1/ops?{query}")
    assert (answer.status, answer.problem()) == (400, "malformed")


def test_receipts_of_another_practice(served: Served) -> None:
    """A device of another practice finds nothing of ours, as if it were not there."""
    device = served.device()
    synced = served.house.sync(device, device.operation(sign_up("ours.alone1", first="Olga")))
    op_id = served.house.receipt(synced.results[0].receipt).op_id
    other = uuid.uuid4()
    served.house.add_practice(other, "Hillside Clinic")
    answer = served.device(practice_id=other).call(served.address, "GET", f"/v1/ops?ids={op_id}")
    assert msgspec.json.decode(answer.body, type=wire_sync.ReceiptsResponse).results == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("/v1/lookups/user-id", wire_lookups.UserIdLookup(user_id="a b")),
        ("/v1/lookups/user-id", wire_lookups.UserIdLookup(user_id="'; DROP TABLE accounts; --")),
        (
            "/v1/lookups/invitation",
            wire_lookups.InvitationLookup(lookup_id="x", birth_date="1990-12-31", zip_code="94110"),
        ),
        ("/v1/lookups/invitation", wire_lookups.InvitationLookup(lookup_id="A" * 43, birth_date="x", zip_code="94110")),
        (
            "/v1/lookups/invitation",
            wire_lookups.InvitationLookup(lookup_id="A" * 43, birth_date="1990-12-31", zip_code="\0"),
        ),
        ("/v1/lookups/invitations", wire_lookups.InvitationSearch(name="\0\0")),
        ("/v1/lookups/accounts", wire_lookups.AccountSearch(name="\0\0")),
        ("/v1/lookups/accounts", wire_lookups.AccountSearch(name="maria", birth_date="\0")),
        (
            "/v1/lookups/people",
            wire_lookups.PeopleLookup(people=[wire_lookups.SoughtPerson(first="\0", last="", birth_date="x")]),
        ),
    ],
    ids=range(9),
)
def test_lookups_with_nonsense(served: Served, target: str, message: wire.Message) -> None:
    """What no screen lets through is refused at the lookups, too."""
    answer = served.device("desk").call(served.address, "POST", target, message)
    assert (answer.status, answer.problem()) == (400, "malformed")


@pytest.mark.rule("K2")
@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("/v1/lookups/invitations", wire_lookups.InvitationSearch(name="maria")),
        ("/v1/lookups/accounts", wire_lookups.AccountSearch(name="maria")),
        ("/v1/lookups/people", wire_lookups.PeopleLookup(people=[])),
        ("/v1/lookups/devices", wire_lookups.DevicesLookup()),
    ],
    ids=["invitations", "accounts", "people", "devices"],
)
def test_a_tablet_does_not_search(served: Served, target: str, message: wire.Message) -> None:
    """For a tablet these calls are not there."""
    answer = served.device().call(served.address, "POST", target, message)
    assert (answer.status, answer.problem()) == (404, "not_found")


@pytest.mark.parametrize("code", ["", "x", "\0", "x" * 1000])
def test_enrolment_with_nonsense(served: Served, code: str) -> None:
    """A code that does not exist is refused like a used one."""
    request = msgspec.json.encode(TestDevice().enrol_request(code))
    answer = send(served.address, "POST", "/v1/devices/enrol", request, JSON)
    assert (answer.status, answer.problem()) == (403, "enrolment_refused")
