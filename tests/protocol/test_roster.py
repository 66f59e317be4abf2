"""Sealed roster rows: opened by code, date of birth and ZIP together, and by nothing less."""

import datetime as dt
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.domain.activation import ActivationCode
from kiosk.protocol import roster
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.roster import RosterRow, open_row, seal_row

PRACTICE = UUID("00000000-0000-4000-8000-000000000002")
INVITATION = UUID("00000000-0000-4000-8000-000000000009")
CODE = ActivationCode("7K9QF2M9XT4HC01")
BORN = dt.date(1984, 2, 9)
EXPIRES = dt.datetime(2026, 12, 7, 9, tzinfo=dt.UTC)
FROZEN = (
    "AAECAwQFBgcICQoLS1_TE-0Ot8ph4qX90DanyZhQPSauOv1Ikbn3hHz11oJo_grCEL5p8uCrkAqKBmQ2c4E-NOBALEbR5jrjdOE8kz_Ou7U_1ljJ"
    "tB_NdJezANGNySrL7CQXK_sF7O-aPwrWR2tPtpDj8ifOahBSw6dPHrK-WWCHPZL3QSsOrBSsuiPBKC11wanRUfEF8dJ9_bugOB-Rn7bx95beE_I6"
    "PrJ8HV8QWTqu6S9KKlcXiQnaX886KehinSBCF8MG2KG7MOFMUg-xSkKsxeNb6ygvRETJUEKS5qQVLbeUbsUbbkGIQAKvCI-_UU3Gcotc_IGsEKtv"
    "RIQoQJt8UmXch9pywdjJ6A0fCyCG5mmejcodNc3PFVg"
)

TYPED: dict[str, Any] = {
    "code": CODE,
    "birth_date": BORN,
    "zip5": "02139",
    "practice_id": PRACTICE,
    "expires_at": EXPIRES,
}


def sealed(language: str = "es", relationship: str = "self", nonce: bytes = bytes(range(12))) -> bytes:
    """The row of one invitation."""
    return seal_row(CODE, BORN, "02139", PRACTICE, INVITATION, language, relationship, EXPIRES, nonce)


@pytest.mark.rule("S13", "K1")
def test_the_bytes_are_frozen() -> None:
    """Another device, another year: the same row comes out, and an old row opens."""
    assert b64encode(sealed()) == FROZEN
    assert open_row(b64decode(FROZEN), **TYPED) == RosterRow(INVITATION, "es", "self")


@pytest.mark.rule("S13", "K1", "K2")
@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("code", ActivationCode("0000000000000H0")),
        ("birth_date", dt.date(1984, 9, 2)),
        ("zip5", "02138"),
        ("zip5", ""),
        ("practice_id", INVITATION),
        ("expires_at", EXPIRES + dt.timedelta(seconds=1)),
    ],
)
def test_one_wrong_detail_opens_nothing(field: str, typed: object) -> None:
    """And nothing tells which one it was; another practice's or a lengthened row opens as little."""
    assert open_row(sealed(), **TYPED | {field: typed}) is None


@pytest.mark.rule("K2")
@pytest.mark.parametrize("place", [0, 11, 12, 100, -1])
def test_a_changed_byte_opens_nothing(place: int) -> None:
    """In nonce, text or tag."""
    changed = bytearray(sealed())
    changed[place] ^= 1
    assert open_row(bytes(changed), **TYPED) is None


@pytest.mark.rule("K2")
@pytest.mark.parametrize("cut", [b"", bytes(11), bytes(12), bytes(20)])
def test_what_is_no_row_opens_nothing(cut: bytes) -> None:
    """Too short to be one."""
    assert open_row(cut, **TYPED) is None


@pytest.mark.rule("K2")
def test_a_row_tells_nothing_by_its_size() -> None:
    """256 bytes of text whatever it says, a nonce before and a tag behind; no code, no name, no ZIP in the clear."""
    rows = [sealed("en", "self"), sealed("es", "cared_for")]
    assert {len(row) for row in rows} == {12 + 256 + 16}
    with pytest.raises(ValueError, match="256"):
        sealed("x" * 256)
    with pytest.raises(ValueError, match="12"):
        sealed(nonce=bytes(11))


@pytest.mark.rule("K2")
def test_guessing_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id (RFC 9106) with 64 MiB, three passes, one lane, salted with the first half of the lookup id."""
    asked: list[dict[str, object]] = []

    def watched(**parameters: Any) -> object:
        asked.append(parameters)
        return Argon2id(**parameters)

    monkeypatch.setattr("kiosk.protocol.roster.Argon2id", watched)
    assert open_row(sealed(), **TYPED) is not None
    salt = b64decode(roster.lookup_id(CODE, PRACTICE))[:16]
    assert asked == [{"salt": salt, "length": 32, "iterations": 3, "lanes": 1, "memory_cost": 65536}] * 2


def test_an_opened_row_shows_nothing_in_a_log() -> None:
    """Its text names the type alone."""
    row = open_row(sealed(), **TYPED)
    assert repr(row) == "RosterRow(…)"
