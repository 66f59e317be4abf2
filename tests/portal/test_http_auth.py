"""Who is asking, and whose answer it is: signatures, nonces, request ids, hosts and revoked devices."""

from __future__ import annotations

import datetime as dt
import uuid

import msgspec
import pytest

from kiosk.portal import devices, nonces, server
from kiosk.portal import tables as t
from kiosk.protocol import signatures
from tests.portal.conftest import Served, check_signature
from tests.portal.device import JSON, Answer, TestDevice, send, sign_up


def test_answers_are_signed_for_their_request(served: Served) -> None:
    """An answer holds for its own request id and for no other; refusals of a known device are signed, too."""
    device = served.device()
    device.call(served.address, "GET", "/v1/ops?ids=" + str(uuid.uuid4()))
    for target, status in (("/v1/ops?ids=" + str(uuid.uuid4()), 200), ("/v1/ops?ids=x", 400)):
        request_id = str(uuid.uuid4())
        answer = device.call(served.address, "GET", target, request_id=request_id)
        assert answer.status == status
        check_signature(served, answer, request_id)
        with pytest.raises(signatures.SignatureError):
            check_signature(served, answer, str(uuid.uuid4()))


@pytest.mark.parametrize("nonce", ["", "none", "stale", "forged"])
def test_nonce(served: Served, nonce: str) -> None:
    """Without a young nonce of the portal's own: ``use_nonce``, signed, with a fresh one to sign with."""
    device = served.device()
    eleven_minutes_ago = server.utc_now() - dt.timedelta(minutes=10, seconds=1)
    given = {
        "stale": nonces.issue(served.keys.nonce, eleven_minutes_ago),
        "forged": nonces.issue(bytes(32), server.utc_now()),
    }.get(nonce, nonce)
    request_id = str(uuid.uuid4())
    refused = (
        device.call(served.address, "POST", "/v1/sync", device.sync_request(), nonce=given, request_id=request_id)
        if given
        else _without_nonce(served, device, request_id)
    )
    assert (refused.status, refused.problem()) == (401, "use_nonce")
    check_signature(served, refused, request_id)
    fresh = refused.headers["kiosk-nonce"]
    assert device.call(served.address, "POST", "/v1/sync", device.sync_request(), nonce=fresh).status == 200


def _without_nonce(served: Served, device: TestDevice, request_id: str) -> Answer:
    body = msgspec.json.encode(device.sync_request())
    headers = device.headers("POST", "/v1/sync", body, authority=served.address, request_id=request_id, nonce=None)
    return send(served.address, "POST", "/v1/sync", body, headers | JSON)


def test_replayed_request(served: Served) -> None:
    """The very same request a second time is refused, before anything is counted or written."""
    device = served.device()
    nonce = nonces.issue(served.keys.nonce, server.utc_now())
    request_id = str(uuid.uuid4())
    answers = [
        device.call(served.address, "POST", "/v1/sync", device.sync_request(), nonce=nonce, request_id=request_id)
        for _ in range(2)
    ]
    assert [answer.status for answer in answers] == [200, 409]
    assert answers[1].problem() == "replayed"
    check_signature(served, answers[1], request_id)


def test_request_id_of_another_device_is_free(served: Served) -> None:
    """Request ids are used up per device, so that none can block another's."""
    request_id = str(uuid.uuid4())
    for device in (served.device(), served.device()):
        nonce = nonces.issue(served.keys.nonce, server.utc_now())
        answer = device.call(
            served.address, "POST", "/v1/sync", device.sync_request(), nonce=nonce, request_id=request_id
        )
        assert answer.status == 200


@pytest.mark.parametrize("tampering", ["no signature", "other key", "unknown device", "body", "path", "method"])
def test_unauthenticated(served: Served, tampering: str) -> None:
    """Whatever is wrong with the proof, the answer is the same, unsigned, and nothing happens."""
    device = served.device()
    operation = device.operation(sign_up("never.there1", first="Nobody"))
    body = msgspec.json.encode(device.sync_request(operation))
    sent_body, target, signed_target, method = body, "/v1/sync", "/v1/sync", "POST"
    if tampering == "other key":
        device.key = TestDevice().key
    elif tampering == "unknown device":
        device.device_id = uuid.uuid4()
    elif tampering == "body":
        sent_body = body.replace(b'"waiting":0', b'"waiting":1')
    elif tampering == "path":
        signed_target = "/v1/lookups/user-id"
    elif tampering == "method":
        method = "PUT"
    nonce = nonces.issue(served.keys.nonce, server.utc_now())
    headers = device.headers(
        method, signed_target, body, authority=served.address, request_id=str(uuid.uuid4()), nonce=nonce
    )
    if tampering == "no signature":
        headers = {}
    answer = send(served.address, "POST", target, sent_body, headers | JSON)
    assert (answer.status, answer.problem()) == (401, "unauthenticated")
    assert "signature" not in answer.headers
    assert "Nobody" not in [row.first for row in served.house.rows(t.accounts)]


def test_signed_for_another_portal(served: Served) -> None:
    """A request that was signed for another host does not hold here."""
    device = served.device()
    nonce = nonces.issue(served.keys.nonce, server.utc_now())
    body = msgspec.json.encode(device.sync_request())
    headers = device.headers(
        "POST", "/v1/sync", body, authority="portal.example", request_id=str(uuid.uuid4()), nonce=nonce
    )
    assert send(served.address, "POST", "/v1/sync", body, headers | JSON).problem() == "unauthenticated"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "", "127.0.0.1:1", "127.0.0.1@evil.example"])
def test_host_header_injection(served: Served, host: str) -> None:
    """A ``Host`` that is not this portal's is refused, whatever else is right."""
    device = served.device()
    nonce = nonces.issue(served.keys.nonce, server.utc_now())
    body = msgspec.json.encode(device.sync_request())
    headers = device.headers("POST", "/v1/sync", body, authority=host or "x", request_id=str(uuid.uuid4()), nonce=nonce)
    answer = send(served.address, "POST", "/v1/sync", body, headers | JSON | {"Host": host})
    assert (answer.status, answer.problem()) == (404, "not_found")


def test_revoked_device(served: Served) -> None:
    """A revoked device is told so, signed, and can do nothing more."""
    device = served.device()
    served.house.database.run(lambda c: devices.revoke(c, device.device_id))
    request_id = str(uuid.uuid4())
    operation = device.operation(sign_up("never.there2", first="Nobody"))
    answer = device.call(served.address, "POST", "/v1/sync", device.sync_request(operation), request_id=request_id)
    assert (answer.status, answer.problem()) == (403, "device_revoked")
    check_signature(served, answer, request_id)
    assert "Nobody" not in [row.first for row in served.house.rows(t.accounts)]
