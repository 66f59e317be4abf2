"""A device's line to the portal of ``portal_server``."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.protocol import wire_sync
from kiosk.sync.gateway import Gateway
from kiosk.sync.http import HttpClient
from tests.store.samples import DEVICE_ID, NOW, Dice
from tests.sync.portal_server import PortalServer

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


def ask(gateway: Gateway) -> wire_sync.SyncResponse:
    """One turn with something in it."""
    return gateway.sync(wire_sync.SyncRequest(operations=[SECRET], cursor="0", epoch="epoch-1"))
