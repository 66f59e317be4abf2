"""Identity statements: the portal's words about a photo ID cannot be made, moved or changed (F4, F7)."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.cases import IdDocument
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.identity import VERSION, Statement, issue, verify

pytestmark = pytest.mark.rule("F4", "F7")

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
OURS, THEIRS = Ed25519PrivateKey.from_private_bytes(bytes([3]) * 32), Ed25519PrivateKey.from_private_bytes(bytes(32))
KEYS = {"sign-1": OURS.public_key().public_bytes_raw()}
STATEMENT = Statement(
    v=VERSION,
    check_id=UUID(int=1),
    practice_id=UUID(int=2),
    device_id=UUID(int=3),
    subject=UUID(int=5),
    person="c2FsdGVk",
    by=UUID(int=4),
    document=IdDocument.STATE_ID,
    at=NOW,
    stated_at=NOW + dt.timedelta(hours=2),
    key_id="sign-1",
)
TEXT = issue(STATEMENT, OURS)


def refused(text: str, keys: dict[str, bytes] | None = None) -> None:
    """It is no statement of this portal."""
    with pytest.raises(ValueError, match="not a kiosk-identity/1"):
        verify(text, KEYS if keys is None else keys)


def edited(**changes: object) -> str:
    """The statement with other fields and its old signature."""
    fields = msgspec.to_builtins(STATEMENT) | changes
    return f"{b64encode(msgspec.json.encode(fields))}.{TEXT.partition('.')[2]}"


def test_there_and_back() -> None:
    """Every field, whoever carries it; and it names nobody and no number."""
    assert verify(TEXT, KEYS) == STATEMENT
    assert set(msgspec.json.decode(b64decode(TEXT.partition(".")[0]))) == set(Statement.__struct_fields__)


def test_edited() -> None:
    """Every field is signed."""
    other = {
        "v": "kiosk-identity/2",
        "document": "passport",
        "at": "2026-11-24T09:00:00Z",
        "stated_at": "2026-11-24T09:00:00Z",
        "key_id": "sign-2",
        "person": "b3RoZXI",
    } | {name: str(UUID(int=9)) for name in ("check_id", "practice_id", "device_id", "subject", "by")}
    assert set(other) == set(Statement.__struct_fields__)
    for name, value in other.items():
        refused(edited(**{name: value}), KEYS | {"sign-2": KEYS["sign-1"]})


def test_forged() -> None:
    """By whoever holds another key, under our key's name."""
    refused(issue(STATEMENT, THEIRS))


def test_foreign() -> None:
    """Another portal's, true as it may be: its key is none of ours."""
    theirs = issue(msgspec.structs.replace(STATEMENT, key_id="their-1"), THEIRS)
    refused(theirs)
    refused(TEXT, {})
    assert verify(theirs, {"their-1": THEIRS.public_key().public_bytes_raw()}).key_id == "their-1"


def test_another_version() -> None:
    """Signed by us, in words that this program does not know."""
    refused(issue(msgspec.structs.replace(STATEMENT, v="kiosk-identity/2"), OURS))


def test_another_kind_of_signature() -> None:
    """A signature of ours over the same bytes as anything else (a receipt, a key) does not make a statement."""
    body = TEXT.partition(".")[0]
    for signed in (body.encode(), b"kiosk-receipt/1\0" + body.encode()):
        refused(f"{body}.{b64encode(OURS.sign(signed))}")


@pytest.mark.parametrize(
    "text",
    ["", ".", "a.b", TEXT[:-1], TEXT[1:], TEXT.partition(".")[0], TEXT + "A", TEXT + ".x", "ä" + TEXT],
    ids=range(9),
)
def test_no_statement(text: str) -> None:
    """Cut, doubled and empty: one kind of error."""
    refused(text)


def test_unknown_fields_and_documents() -> None:
    """Decoded strictly, even if the signature holds."""
    for changes in ({"surplus": 1}, {"document": "library_card"}):
        body = b64encode(msgspec.json.encode(msgspec.to_builtins(STATEMENT) | changes))
        refused(f"{body}.{b64encode(OURS.sign(VERSION.encode() + bytes(1) + body.encode()))}")
