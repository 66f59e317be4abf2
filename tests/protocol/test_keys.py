"""Key statements: a device believes no key of the portal without its root's word."""

import hashlib

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.protocol import keys
from kiosk.protocol.encoding import b64encode

ROOT = Ed25519PrivateKey.from_private_bytes(bytes([4]) * 32)
ROOT_PUBLIC = ROOT.public_key().public_bytes_raw()
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32)
PUBLIC = bytes(range(32))
STATEMENT = keys.sign_statement(ROOT, "seal-1", "seal", PUBLIC)


def test_a_statement_gives_its_key() -> None:
    """Through JSON and back, the root's word holds and names the same 32 bytes."""
    again = msgspec.json.decode(msgspec.json.encode(STATEMENT), type=keys.KeyStatement)
    assert keys.verify_statement(ROOT_PUBLIC, again) == PUBLIC


@pytest.mark.parametrize(
    "changes",
    [
        {"key_id": "seal-2"},
        {"key_id": "seal-1\x00"},
        {"purpose": "sign"},
        {"public_key": b64encode(bytes(32))},
        {"public_key": b64encode(PUBLIC + b"\0")},
        {"public_key": "no base64url!"},
        {"signature": b64encode(bytes(64))},
        {"signature": b64encode(bytes(63))},
        {"signature": ""},
    ],
    ids=str,
)
def test_a_changed_statement_is_refused(changes: dict[str, str]) -> None:
    """A sealing key cannot be passed off as a signing key, nor one id for another."""
    with pytest.raises(ValueError, match=r"root|base64url"):
        keys.verify_statement(ROOT_PUBLIC, msgspec.structs.replace(STATEMENT, **changes))


def test_another_roots_statement_is_refused() -> None:
    """Only the root whose hash stood in the ticket counts."""
    with pytest.raises(ValueError, match="root"):
        keys.verify_statement(ROOT_PUBLIC, keys.sign_statement(STRANGER, "seal-1", "seal", PUBLIC))
    with pytest.raises(ValueError, match="root"):
        keys.verify_statement(STRANGER.public_key().public_bytes_raw(), STATEMENT)


def test_an_unknown_purpose_or_field_does_not_decode() -> None:
    """The statement on the wire is read strictly."""
    fields = msgspec.to_builtins(STATEMENT)
    for changed in (fields | {"purpose": "wipe"}, fields | {"note": "x"}):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert(changed, keys.KeyStatement)


def test_the_root_hash_is_sha_256() -> None:
    """What the ticket carries and the tablet compares."""
    assert keys.root_hash(ROOT_PUBLIC) == b64encode(hashlib.sha256(ROOT_PUBLIC).digest())
