"""Whom a device believes: certificates under the pinned authority, and the portal of its ticket."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import trustme
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.errors import NotConnectedError, NotTrustedError, PortalRefusedError
from kiosk.protocol import wire
from kiosk.sync import gateway as gateways
from kiosk.sync.http import HttpClient
from tests.store.samples import PortalKeys
from tests.sync.line import ask, gateway_to
from tests.sync.portal_server import PortalServer, Reply, empty


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
