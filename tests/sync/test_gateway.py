"""The line to the portal, on a real socket: signed, checked, and nothing sent to a stranger."""

import json
import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.device import SystemClock
from kiosk.domain.errors import KioskError, NotConnectedError, NotTrustedError, PortalRefusedError
from kiosk.domain.patient_ports import UserIdState
from kiosk.domain.values import UserId
from kiosk.protocol import wire
from kiosk.store.local import LocalStore
from kiosk.sync import gateway as gateways
from kiosk.sync import http
from kiosk.sync.gateway import Gateway
from kiosk.sync.http import HttpClient
from kiosk.sync.lookups import PortalLookups
from tests.store.samples import PRACTICE_ID, PortalKeys
from tests.sync.line import ask, gateway_to
from tests.sync.portal_server import PortalServer, Reply, empty, problem


@pytest.fixture
def gateway(server: PortalServer) -> Iterator[Gateway]:
    """A line to the server."""
    made = gateway_to(server)
    yield made
    made._http.close()


def test_an_honest_portal_is_believed(server: PortalServer, gateway: Gateway) -> None:
    """The portal verifies the device's signature, the device the portal's; the probe brings the first nonce."""
    assert ask(gateway) == empty()
    assert server.seen == [("HEAD", "/v1/sync"), ("POST", "/v1/sync")]
    ask(gateway)
    assert len(server.seen) == 3


def test_a_stale_nonce_is_renewed_once(server: PortalServer, gateway: Gateway) -> None:
    """The portal names a new one, the device signs the same body once more."""
    ask(gateway)
    server.nonce = "nonce-2"
    assert ask(gateway) == empty()
    assert server.bodies[-1] == server.bodies[-2]
    assert len(server.bodies) == 3


def test_a_portal_that_never_takes_a_nonce_is_not_asked_for_ever(server: PortalServer, gateway: Gateway) -> None:
    """Twice, then it is the portal's trouble."""
    ask(gateway)
    server.twist = lambda method, path, reply: problem(401, "use_nonce")
    with pytest.raises(PortalRefusedError) as caught:
        ask(gateway)
    assert gateways.is_transient(caught.value)
    assert len(server.bodies) == 3


def unsigned(reply: Reply) -> Reply:
    """Without a signature."""
    return Reply(200, reply.body)


def changed(reply: Reply) -> Reply:
    """One more byte than was signed."""
    return Reply(200, reply.body + b" ", reply.headers)


def renamed(reply: Reply) -> Reply:
    """Signed, it says, with a key nobody knows."""
    headers = {name: value.replace("sign-1", "sign-9") for name, value in reply.headers.items()}
    return Reply(200, reply.body, headers)


def by_another(reply: Reply) -> Reply:
    """A correct signature of somebody else."""
    other = PortalServer.__new__(PortalServer)
    other.keys = PortalKeys()
    return other.signed(reply.body, reply.headers["Kiosk-Request-Id"])


@pytest.mark.rule("K2")
@pytest.mark.parametrize("wrong", [unsigned, changed, renamed, by_another])
def test_an_answer_that_is_not_the_portals_is_not_trusted(
    server: PortalServer, gateway: Gateway, wrong: Callable[[Reply], Reply]
) -> None:
    """Whatever it says, it is not even read."""
    server.twist = lambda method, path, reply: wrong(reply) if method == "POST" else reply
    with pytest.raises(NotTrustedError):
        ask(gateway)


@pytest.mark.rule("K2")
def test_an_old_answer_fits_no_new_question(server: PortalServer, gateway: Gateway) -> None:
    """A correctly signed answer, replayed, is refused: it names another request."""
    kept: list[Reply] = []

    def replay(method: str, path: str, reply: Reply) -> Reply:
        kept.append(reply)
        return reply if method == "HEAD" or len(kept) < 3 else kept[1]

    server.twist = replay
    assert ask(gateway) == empty()
    with pytest.raises(NotTrustedError):
        ask(gateway)


def test_a_signed_answer_of_another_form_is_not_trusted(server: PortalServer, gateway: Gateway) -> None:
    """Unknown fields are refused, also from the portal."""

    def extra(method: str, path: str, reply: Reply) -> Reply:
        if method == "HEAD":
            return reply
        body = json.dumps(json.loads(reply.body) | {"more_fields": 1}).encode()
        return server.signed(body, reply.headers["Kiosk-Request-Id"])

    server.twist = extra
    with pytest.raises(NotTrustedError):
        ask(gateway)


@pytest.mark.rule("K1")
@pytest.mark.parametrize(
    "reply",
    [
        Reply(200, b"", {"X-Kiosk-Sync": "1"}),
        Reply(204),
        Reply(302, b"", {"Location": "http://127.0.0.1:9/login"}),
        Reply(200, b"", {"Kiosk-Nonce": "nonce-1"}),
        Reply(503),
    ],
    ids=["200", "204 without its mark", "redirect", "200 with a nonce", "503"],
)
def test_a_captive_portal_gets_no_data(server: PortalServer, gateway: Gateway, reply: Reply) -> None:
    """A hotel's login page answers everything: nothing but the empty question leaves the device."""
    server.twist = lambda method, path, honest: reply
    with pytest.raises(NotConnectedError):
        ask(gateway)
    assert server.bodies == []
    assert {method for method, _ in server.seen} == {"HEAD"}


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed(server: PortalServer, gateway: Gateway, status: int) -> None:
    """Not even to the same portal."""

    def redirect(method: str, path: str, reply: Reply) -> Reply:
        return reply if method == "HEAD" else Reply(status, b"", {"Location": f"{server.url}/elsewhere"})

    server.twist = redirect
    with pytest.raises(NotConnectedError):
        ask(gateway)
    assert {path for _, path in server.seen} == {"/v1/sync"}


def test_an_oversize_answer_is_dropped(server: PortalServer, gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read to its end, and the next question is answered as if nothing had been."""
    monkeypatch.setattr(http, "MAX_ANSWER_BYTES", 100_000)
    server.twist = lambda method, path, reply: Reply(200, b"x" * 5_000_000) if method == "POST" else reply
    with pytest.raises(NotConnectedError, match="large"):
        ask(gateway)
    server.twist = lambda method, path, reply: reply
    assert ask(gateway) == empty()


def test_nobody_there(server: PortalServer) -> None:
    """A port where nobody listens: not connected."""
    server._server.server_close()
    gateway = gateway_to(server)
    with pytest.raises(NotConnectedError) as caught:
        gateway.probe()
    assert not isinstance(caught.value, NotTrustedError)


@pytest.mark.parametrize(
    ("reply", "after"),
    [
        (Reply(429, problem(429, "busy").body, {"Retry-After": "120"}), 120.0),
        (Reply(429, problem(429, "busy").body, {"Retry-After": "²"}), None),
        (Reply(429, problem(429, "busy").body, {"Retry-After": "-1"}), None),
        (Reply(429, problem(429, "busy").body), None),
    ],
    ids=["120", "odd digit", "negative", "none"],
)
def test_a_refusal_is_typed(server: PortalServer, gateway: Gateway, reply: Reply, after: float | None) -> None:
    """The code comes with how long to wait, if that is a number of seconds."""
    server.twist = lambda method, path, honest: reply if method == "POST" else honest
    with pytest.raises(PortalRefusedError) as caught:
        ask(gateway)
    assert (caught.value.code, caught.value.retry_after) == ("busy", after)
    assert gateways.is_transient(caught.value)


@pytest.mark.parametrize("code", ["malformed", "too_large"])
def test_only_the_portal_itself_condemns_a_batch(server: PortalServer, gateway: Gateway, code: wire.ErrorCode) -> None:
    """A refusal that would set operations aside is believed with the portal's signature only."""
    refusal = problem(400, code)
    server.twist = lambda method, path, honest: refusal if method == "POST" else honest
    with pytest.raises(NotTrustedError):
        ask(gateway)
    server.twist = lambda method, path, honest: resigned(server, refusal, honest) if method == "POST" else honest
    with pytest.raises(PortalRefusedError) as caught:
        ask(gateway)
    assert caught.value.code == code


def resigned(server: PortalServer, reply: Reply, honest: Reply) -> Reply:
    """The reply with a signature for the honest one's request."""
    return server.signed(reply.body, honest.headers["Kiosk-Request-Id"], reply.status)


def test_an_untyped_error_is_no_decision(server: PortalServer, gateway: Gateway) -> None:
    """A proxy's page: what happened at the portal is unknown."""
    server.twist = lambda method, path, reply: Reply(502, b"<html>") if method == "POST" else reply
    with pytest.raises(NotConnectedError):
        ask(gateway)


def test_a_strange_nonce_is_not_used(server: PortalServer, gateway: Gateway) -> None:
    """It would break the next signature; the old one serves until the portal names a proper one."""
    ask(gateway)
    server.twist = lambda method, path, reply: Reply(reply.status, reply.body, reply.headers | {"Kiosk-Nonce": 'a"é'})
    ask(gateway)
    assert ask(gateway) == empty()


def test_a_lookup_that_fails_is_no_answer(server: PortalServer, gateway: Gateway, local: LocalStore) -> None:
    """Free while connected; unknown, and no fault, when anything goes wrong (S4)."""
    lookups = PortalLookups(gateway, PRACTICE_ID, local, SystemClock())
    user_id = UserId.parse("maria.okafor27")
    assert isinstance(user_id, UserId)
    assert lookups.user_id(user_id) is UserIdState.FREE
    server.twist = lambda method, path, reply: unsigned(reply)
    assert lookups.user_id(user_id) is UserIdState.UNKNOWN


@pytest.mark.parametrize(
    "url", ["http://portal.example", "http://127.0.0.1.example", "http://10.0.0.1:80", "ftp://::1"]
)
def test_no_plain_http_beyond_this_machine(url: str) -> None:
    """Refused before anything is sent."""
    with pytest.raises(ValueError, match="portal"):
        HttpClient(url)


def test_the_standard_port_is_not_signed() -> None:
    """As the Host header leaves it out, so does the signature (RFC 9421, 2.2.3)."""
    assert HttpClient("https://Portal.example:443/base").authority == "portal.example"
    assert HttpClient("https://portal.example:8443").authority == "portal.example:8443"


def test_threads_share_a_line(server: PortalServer, gateway: Gateway) -> None:
    """The sync and a patient's lookup at once: both are answered."""
    faults: list[KioskError] = []

    def work() -> None:
        try:
            for _ in range(10):
                ask(gateway)
        except KioskError as error:
            faults.append(error)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(server.bodies) == 30
