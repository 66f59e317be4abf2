"""Receipts: only the portal's own word, unchanged, counts."""

import datetime as dt
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.outcomes import Outcome
from kiosk.protocol import receipts
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.receipts import Receipt

PORTAL = Ed25519PrivateKey.from_private_bytes(bytes([3]) * 32)
STRANGER = Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32)
KEYS = {"sign-1": PORTAL.public_key().public_bytes_raw()}
RECEIPT = Receipt(
    v="kiosk-receipt/1",
    op_id=UUID(int=1),
    device_id=UUID(int=2),
    seq=1,
    payload_hash="A" * 43,
    outcome=Outcome.ACCEPTED,
    decided_at=dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC),
    key_id="sign-1",
)
TEXT = receipts.issue(RECEIPT, PORTAL)


@pytest.mark.rule("K2")
@pytest.mark.parametrize("outcome", list(Outcome), ids=lambda outcome: outcome.value)
def test_a_receipt_goes_there_and_back(outcome: Outcome) -> None:
    """Every outcome can be said."""
    receipt = msgspec.structs.replace(RECEIPT, outcome=outcome)
    assert receipts.verify(receipts.issue(receipt, PORTAL), KEYS) == receipt


def test_a_receipt_is_for_ever_the_same() -> None:
    """The same decision gives the same text."""
    assert receipts.issue(RECEIPT, PORTAL) == TEXT


@pytest.mark.rule("K2")
@settings(max_examples=300)
@given(st.integers(0, len(TEXT) - 1), st.characters(codec="ascii"))
def test_any_changed_character_is_refused(place: int, character: str) -> None:
    """Body, dot and signature to the last bit."""
    changed = TEXT[:place] + character + TEXT[place + 1 :]
    if changed != TEXT:
        with pytest.raises(ValueError, match="not a kiosk-receipt/1"):
            receipts.verify(changed, KEYS)


@pytest.mark.rule("K2")
def test_a_forged_or_foreign_receipt_is_refused() -> None:
    """Signed by somebody else under the portal's key id, or under an id that nobody vouched for."""
    foreign = msgspec.structs.replace(RECEIPT, key_id="sign-2")
    for text in (receipts.issue(RECEIPT, STRANGER), receipts.issue(foreign, PORTAL), receipts.issue(foreign, STRANGER)):
        with pytest.raises(ValueError, match="not a kiosk-receipt/1 of this portal"):
            receipts.verify(text, KEYS)
    with pytest.raises(ValueError, match="not a kiosk-receipt/1 of this portal"):
        receipts.verify(TEXT, {})


@pytest.mark.rule("K2")
def test_a_signature_for_another_purpose_is_no_receipt() -> None:
    """The portal's signature over the same body without the receipt's own prefix does not count."""
    body = TEXT.partition(".")[0]
    for message in (body.encode(), b"kiosk-key/1\0" + body.encode(), b"kiosk-receipt/1" + body.encode()):
        with pytest.raises(ValueError, match="not a kiosk-receipt/1 of this portal"):
            receipts.verify(f"{body}.{b64encode(PORTAL.sign(message))}", KEYS)


def test_another_version_is_refused() -> None:
    """A later version may mean something else by the same fields."""
    with pytest.raises(ValueError, match="not a kiosk-receipt/1"):
        receipts.verify(receipts.issue(msgspec.structs.replace(RECEIPT, v="kiosk-receipt/2"), PORTAL), KEYS)


@pytest.mark.parametrize("text", ["", ".", "e30", "e30.", "e30.e30", TEXT + ".", TEXT + ".A", "ü." + TEXT, "\x00"])
def test_what_is_no_receipt_is_refused_quietly(text: str) -> None:
    """Any text gets the one refusal."""
    with pytest.raises(ValueError, match="not a kiosk-receipt/1"):
        receipts.verify(text, KEYS)


def test_a_receipt_with_an_unknown_word_or_field_is_refused() -> None:
    """Also when the portal signed it: the device does not guess what it means."""
    fields = msgspec.to_builtins(RECEIPT)
    for changed in (fields | {"outcome": "accepted.almost"}, fields | {"extra": 1}):
        body = b64encode(msgspec.json.encode(changed))
        text = f"{body}.{b64encode(PORTAL.sign(b'kiosk-receipt/1' + bytes(1) + body.encode()))}"
        with pytest.raises(ValueError, match="not a kiosk-receipt/1"):
            receipts.verify(text, KEYS)
