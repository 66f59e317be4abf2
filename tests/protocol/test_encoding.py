"""base64url: one text for every value, and no other text is taken."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.protocol.encoding import b64decode, b64encode

ALPHABET = string.ascii_letters + string.digits + "-_"


@given(st.binary(max_size=100))
def test_bytes_go_there_and_back(raw: bytes) -> None:
    """The text needs no padding and no escaping in URLs, headers and JSON."""
    text = b64encode(raw)
    assert set(text) <= set(ALPHABET)
    assert b64decode(text) == raw


@pytest.mark.parametrize("text", ["A", "AAAAA", "AA==", "AA=", "A+/A", "AA A", "AAA\n", "AAé", "AB", "AAB", "\x00\x00"])
def test_other_texts_are_refused(text: str) -> None:
    """Padding, the other base64, blanks, impossible lengths and stray bits in the last character."""
    with pytest.raises(ValueError, match="not base64url"):
        b64decode(text)


@given(st.text(ALPHABET, max_size=20))
def test_no_two_texts_mean_the_same_bytes(text: str) -> None:
    """What decodes encodes to itself: a signed or hashed text cannot be altered without changing its bytes."""
    try:
        raw = b64decode(text)
    except ValueError:
        return
    assert b64encode(raw) == text
