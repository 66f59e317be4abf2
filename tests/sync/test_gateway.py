"""The line to the portal, on a real socket: signed, checked, and nothing sent to a stranger."""

import json
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import trustme
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.errors import KioskError, NotConnectedError, NotTrustedError, PortalRefusedError
from kiosk.domain.ports import UserIdState
from kiosk.domain.values import UserId
from kiosk.protocol import wire
from kiosk.sync import gateway as gateways
from kiosk.sync import http
from kiosk.sync.gateway import Gateway
from kiosk.sync.http import HttpClient
from kiosk.sync.lookups import PortalLookups
from tests.store.samples import DEVICE_ID, NOW, PRACTICE_ID, Dice, PortalKeys
from tests.sync.portal_server import PortalServer, Reply, empty, problem

SECRET = "sealed-operation"


class Clock:
    """A clock that stands."""

    def now(self) -> object:
        """Always the same."""
        return NOW


def gateway_to(server: PortalServer, ca_file: Path | None = None) -> Gateway:
    """A line to the server, whose device key it makes known."""
    signing = Ed25519PrivateKey.generate()
    server.device_key = signing.public_key().public_bytes_raw()
    return Gateway(
        HttpClient(server.url, ca_file=ca_file),
        device_id=DEVICE_ID,
        signing_key=signing,
        portal_keys={"sign-1": server.keys.sign.public_key().public_bytes_raw()},
        clock=Clock(),  # type: ignore[arg-type]
        entropy=Dice(),
    )


@pytest.fixture
def gateway(server: PortalServer) -> Iterator[Gateway]:
    """A line to the server."""
    made = gateway_to(server)
    yield made
    made._http.close()


def ask(gateway: Gateway) -> wire.SyncResponse:
    """One turn with something in it."""
    return gateway.sync(wire.SyncRequest(operations=[SECRET], cursor="0", epoch="epoch-1"))


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


def test_a_lookup_that_fails_is_no_answer(server: PortalServer, gateway: Gateway) -> None:
    """Free while connected; unknown, and no fault, when anything goes wrong (S4)."""
    lookups = PortalLookups(gateway, PRACTICE_ID)
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


class TestTls:
    """Only the pinned authority is believed."""

    @pytest.fixture
    def authority(self) -> trustme.CA:
        """A practice's own certificate authority."""
        return trustme.CA()

    @pytest.fixture
    def secure(self, authority: trustme.CA) -> Iterator[PortalServer]:
        """A portal with a certificate of it."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        with PortalServer(context) as running:
            yield running

    def test_the_pinned_authority_is_believed(
        self, authority: trustme.CA, secure: PortalServer, tmp_path: Path
    ) -> None:
        """And everything goes as without TLS."""
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        gateway = gateway_to(secure, tmp_path / "ca.pem")
        assert ask(gateway) == empty()
        gateway._http.close()

    @pytest.mark.parametrize("pinned", [True, False])
    def test_another_authority_is_not(self, secure: PortalServer, tmp_path: Path, pinned: bool) -> None:
        """Neither another pinned one nor the system's: not trusted, and nothing was sent."""
        trustme.CA().cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        gateway = gateway_to(secure, tmp_path / "ca.pem" if pinned else None)
        with pytest.raises(NotTrustedError):
            ask(gateway)
        assert secure.seen == []

    def test_a_certificate_for_another_name_is_not(self, authority: trustme.CA, tmp_path: Path) -> None:
        """The right authority, the wrong host."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("other.example").configure_cert(context)
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        with PortalServer(context) as server, pytest.raises(NotTrustedError):
            gateway_to(server, tmp_path / "ca.pem").probe()

    def test_a_missing_authority_file_is_a_fault_of_ours(self, tmp_path: Path) -> None:
        """Typed, so that the desk is told and the loop lives."""
        with pytest.raises(NotTrustedError):
            HttpClient("https://127.0.0.1:9", ca_file=tmp_path / "none.pem").request(
                "HEAD", "/", headers={}, timeout_s=1
            )

    def test_a_broken_handshake_is_only_a_bad_network(self, server: PortalServer) -> None:
        """Somebody who speaks no TLS at all is not connected, which is tried again; no reason to pause."""
        client = HttpClient(server.url.replace("http://", "https://"))
        with pytest.raises(NotConnectedError) as caught:
            client.request("HEAD", "/v1/sync", headers={}, timeout_s=3)
        assert not isinstance(caught.value, NotTrustedError)


class TestEnrol:
    """The first call, before there is anything to sign with but the device's new key."""

    def test_enrolling_twice_is_the_same(self, server: PortalServer) -> None:
        """A lost answer does not burn the code; another key does not get in on it."""
        key = Ed25519PrivateKey.generate()
        client = HttpClient(server.url)
        first = gateways.enrol(client, server.ticket, key)
        assert gateways.enrol(client, server.ticket, key) == first
        with pytest.raises(PortalRefusedError) as caught:
            gateways.enrol(client, server.ticket, Ed25519PrivateKey.generate())
        assert caught.value.code == "enrolment_refused"
        client.close()

    @pytest.mark.parametrize("wrong", ["root", "statement", "purpose", "form"])
    def test_only_the_portal_of_the_ticket(self, server: PortalServer, wrong: str) -> None:
        """Another root, a key it did not sign, a key that is missing, another form: not trusted."""
        ticket = server.ticket

        def twist(method: str, path: str, reply: Reply) -> Reply:
            answer = msgspec.json.decode(reply.body, type=wire.EnrolResponse)
            other = PortalKeys()
            if wrong == "statement":
                answer = msgspec.structs.replace(answer, keys=[*answer.keys, other.statements()[0]])
            elif wrong == "purpose":
                answer = msgspec.structs.replace(answer, keys=answer.keys[:1])
            elif wrong == "form":
                return Reply(200, b"{}")
            return Reply(200, msgspec.json.encode(answer))

        server.twist = twist
        if wrong == "root":
            server.keys = PortalKeys()
        client = HttpClient(server.url)
        with pytest.raises(NotTrustedError):
            gateways.enrol(client, ticket, Ed25519PrivateKey.generate())
        client.close()


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
