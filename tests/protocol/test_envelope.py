"""The operation as it travels: opened by the portal alone, and refused when one character of it changed."""

import dataclasses
import datetime as dt
import hashlib
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.desk_operations import Invitation
from kiosk.domain.operations import Body
from kiosk.domain.patient_operations import Activation, Consent, Credentials, SignUp
from kiosk.protocol import envelope, seal
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.envelope import GENESIS, MAX_BYTES, EnvelopeError, Header

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
DEVICE = Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32)
DEVICE_KEY = DEVICE.public_key().public_bytes_raw()
PORTAL = X25519PrivateKey.from_private_bytes(bytes([2]) * 32)
PORTAL_KEY = PORTAL.public_key().public_bytes_raw()

HEADER = Header(
    v="kiosk-op/1",
    op_id=UUID(int=1),
    device_id=UUID(int=2),
    seq=1,
    prev=GENESIS,
    kind="activation",
    schema=1,
    subject=UUID(int=3),
    recorded_at=NOW,
    key_id="seal-1",
)
CREDENTIALS = Credentials(user_id="maria.okafor27", password_hash="h", question="first_pet", answer_hash="h")
CONSENT = Consent(text_id="portal-terms", version="1", language="en", at=NOW)
ACTIVATION = Activation(
    code="7K9QF2M9XT4HC01",
    birth_date="1984-02-09",
    zip_code="02139",
    gender=None,
    phone="+12125550123",
    language="en",
    credentials=CREDENTIALS,
    consent=CONSENT,
)
SIGN_UP = SignUp(
    first="Nguyễn",
    last="",
    birth_date="1984-02-09",
    zip_code="02139",
    email="maria@example.com",
    gender="unknown",
    phone="+12125550123",
    language="en",
    relationship="self",
    guardian="",
    credentials=CREDENTIALS,
    consent=CONSENT,
)
INVITATION = Invitation(
    invitation_id=UUID(int=3),
    number="INV-7F3K",
    code="7K9QF2M9XT4HC01",
    first="Maria",
    last="Okafor",
    birth_date="1984-02-09",
    zip_code="02139",
    email=None,
    phone=None,
    gender=None,
    language="en",
    expires_at=NOW,
    issued_by=UUID(int=4),
    delivery="print",
)


def header_of(body: Body, **changes: object) -> Header:
    """The header that fits a body."""
    return msgspec.structs.replace(HEADER, kind=body.KIND, **changes)


def made(header: Header = HEADER, body: Body = ACTIVATION) -> str:
    """An operation of the device to the portal."""
    return envelope.make(header, body, sealing_key=PORTAL_KEY, signing_key=DEVICE)


def signed(header: bytes, plaintext: bytes) -> str:
    """An operation of a device that writes what it likes, with a right seal and a right signature."""
    text = f"{b64encode(header)}.{b64encode(seal.seal(plaintext, PORTAL_KEY, header))}"
    return f"{text}.{b64encode(DEVICE.sign(text.encode()))}"


def taken(text: str) -> Body:
    """What the portal makes of a text; every refusal is an ``EnvelopeError``."""
    parsed = envelope.parse(text)
    envelope.verify(parsed, DEVICE_KEY)
    return envelope.open_body(parsed, PORTAL)


TEXT = made()


@pytest.mark.rule("K2")
@pytest.mark.parametrize("body", [SIGN_UP, ACTIVATION, INVITATION], ids=lambda body: body.KIND)
def test_every_kind_of_body_arrives_as_it_left(body: Body) -> None:
    """Header and body go there and back; nothing of the body can be read on the way."""
    text = made(header_of(body), body)
    assert taken(text) == body
    parsed = envelope.parse(text)
    assert parsed.header == header_of(body)
    assert b"Maria" not in parsed.sealed + parsed.header_bytes
    assert len(parsed.sealed) == len(msgspec.json.encode(body)) + 48  # an X25519 key and a tag


@pytest.mark.rule("K2")
@settings(max_examples=300)
@given(st.integers(0, len(TEXT) - 1), st.characters(codec="ascii"))
def test_any_changed_character_is_refused(place: int, character: str) -> None:
    """Header, sealed body, signature and the dots between them: no change passes, not even of unused bits."""
    changed = TEXT[:place] + character + TEXT[place + 1 :]
    if changed != TEXT:
        with pytest.raises(EnvelopeError):
            taken(changed)


@pytest.mark.rule("K2")
@given(st.integers(0, len(TEXT) - 1))
def test_a_cut_or_grown_text_is_refused(length: int) -> None:
    """Every shorter text, and one with something behind it."""
    for text in (TEXT[:length], TEXT + TEXT[:length] if length else TEXT + "A"):
        with pytest.raises(EnvelopeError):
            taken(text)


@given(st.text(max_size=60))
def test_no_text_raises_anything_else(text: str) -> None:
    """The portal answers every upload: a text is an operation or an ``EnvelopeError``."""
    with pytest.raises(EnvelopeError):
        envelope.parse(text)


@pytest.mark.rule("K2")
def test_a_sealed_body_fits_its_own_header_alone() -> None:
    """Even signed anew, a body under another header does not open: a device cannot relabel what it holds."""
    parsed = envelope.parse(TEXT)
    other = msgspec.json.encode(msgspec.structs.replace(HEADER, subject=UUID(int=99)))
    swapped = f"{b64encode(other)}.{b64encode(parsed.sealed)}"
    resigned = f"{swapped}.{b64encode(DEVICE.sign(swapped.encode()))}"
    envelope.verify(envelope.parse(resigned), DEVICE_KEY)
    with pytest.raises(EnvelopeError, match="body does not open"):
        taken(resigned)


@pytest.mark.rule("K2")
def test_a_foreign_device_and_a_foreign_portal_get_nowhere() -> None:
    """Another device's key refuses the signature; another portal's key does not open the body."""
    parsed = envelope.parse(TEXT)
    stranger = Ed25519PrivateKey.from_private_bytes(bytes([9]) * 32).public_key().public_bytes_raw()
    with pytest.raises(EnvelopeError, match="signature"):
        envelope.verify(parsed, stranger)
    with pytest.raises(EnvelopeError, match="does not open"):
        envelope.open_body(parsed, X25519PrivateKey.from_private_bytes(bytes([9]) * 32))


@pytest.mark.parametrize("size", [0, 1, 31, 32, 47, 48, 80])
def test_a_sealed_part_of_any_size_is_refused_quietly(size: int) -> None:
    """Too short, or all zeros: a refusal, never another exception."""
    for filling in (0, 255):
        with pytest.raises(ValueError, match="does not open"):
            seal.unseal(bytes([filling]) * size, PORTAL, b"header")


def test_sealing_the_same_twice_gives_different_bytes() -> None:
    """Every seal has a key of its own, so nobody can tell whether two records are alike."""
    assert made() != made()


def test_the_longest_operation_is_64_kib() -> None:
    """At the limit it is looked at, beyond it is refused before anything is decoded."""
    with pytest.raises(EnvelopeError, match="too large"):
        envelope.parse("A" * (MAX_BYTES + 1))
    with pytest.raises(EnvelopeError, match=r"^(?!too large)"):
        envelope.parse("A" * MAX_BYTES)
    header, sealed, signature = TEXT.split(".")
    room = MAX_BYTES - len(TEXT) + len(sealed)
    longest = f"{header}.{'A' * (room - room % 4)}.{signature}"
    assert envelope.parse(longest).header == HEADER


def test_the_chain_is_the_hash_of_the_signed_text() -> None:
    """``prev`` is SHA-256 over ``HEADER.SEALED``; the signature is not part of it."""
    expected = b64encode(hashlib.sha256(TEXT.rpartition(".")[0].encode()).digest())
    assert envelope.payload_hash(TEXT) == envelope.parse(TEXT).payload_hash == expected
    second = made(msgspec.structs.replace(HEADER, seq=2, prev=envelope.payload_hash(TEXT)))
    assert envelope.parse(second).header.prev == expected
    assert GENESIS == "A" * 43


@pytest.mark.parametrize(
    "changes",
    [
        {"v": "kiosk-op/2"},
        {"seq": 0},
        {"seq": -1},
        {"seq": 2**63},
        {"schema": 0},
        {"schema": 2**31},
        {"kind": ""},
        {"kind": "sign_up\x00"},
        {"kind": "k" * 65},
        {"key_id": "seal 1"},
        {"key_id": "\x00"},
        {"prev": ""},
        {"prev": "A" * 42},
        {"prev": "A" * 42 + "B"},
        {"recorded_at": dt.datetime(2026, 11, 23, 9, 0)},  # noqa: DTZ001 - a time without a zone is the point
        {"recorded_at": dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))},
    ],
    ids=str,
)
def test_a_header_that_cannot_be_stored_is_refused(changes: dict[str, object]) -> None:
    """Numbers beyond a database's, NULs, half hashes and odd times are refused before anything keeps them."""
    with pytest.raises(EnvelopeError):
        envelope.parse(made(msgspec.structs.replace(HEADER, **changes)))


def test_an_unknown_or_missing_header_field_is_refused() -> None:
    """The header is decoded strictly."""
    fields = msgspec.to_builtins(HEADER)
    for header in (fields | {"name": "Maria"}, {k: v for k, v in fields.items() if k != "seq"}, [1], "x"):
        with pytest.raises(EnvelopeError):
            envelope.parse(signed(msgspec.json.encode(header), b"{}"))


def test_a_kind_or_schema_of_the_future_is_told_apart() -> None:
    """An older portal keeps it for later (``deferred.schema``) instead of calling it malformed."""
    for changes in ({"kind": "chat_request"}, {"schema": 2}):
        parsed = envelope.parse(made(msgspec.structs.replace(HEADER, **changes)))
        with pytest.raises(KeyError):
            envelope.open_body(parsed, PORTAL)


NAIVE = dt.datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - a time without a zone is the point


@pytest.mark.parametrize(
    "plaintext",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"{",
        b"\xff\xfe",
        msgspec.json.encode(SIGN_UP),
        msgspec.json.encode(ACTIVATION).replace(b'"02139"', b"2139"),
        msgspec.json.encode(dataclasses.replace(ACTIVATION, consent=dataclasses.replace(CONSENT, at=NAIVE))),
        b'{"x":' + b"[" * 20_000 + b"]" * 20_000 + b"}",
    ],
    ids=["empty", "null", "list", "nothing", "cut", "no text", "other kind", "number", "no time zone", "nested"],
)
def test_a_malformed_body_is_one_kind_of_error(plaintext: bytes) -> None:
    """However a device garbles its body, the portal can answer ``rejected.malformed``, without its content."""
    with pytest.raises(EnvelopeError, match=r"^body does not open$"):
        taken(signed(msgspec.json.encode(HEADER), plaintext))


def test_an_invitation_without_a_time_zone_is_malformed() -> None:
    """Its expiry could not be compared with the portal's clock."""
    body = dataclasses.replace(INVITATION, expires_at=NAIVE)
    with pytest.raises(EnvelopeError, match="body does not open"):
        taken(made(header_of(INVITATION), body))


def test_the_bytes_are_kept_as_sent() -> None:
    """A header written another way, with blanks and in another order, keeps its own bytes and hash."""
    fields = msgspec.to_builtins(HEADER)
    odd = (
        b"{ " + b" , ".join(b'"%s": %s' % (k.encode(), msgspec.json.encode(fields[k])) for k in reversed(fields)) + b"}"
    )
    text = signed(odd, msgspec.json.encode(ACTIVATION))
    parsed = envelope.parse(text)
    assert taken(text) == ACTIVATION
    assert (parsed.header, parsed.header_bytes, parsed.text) == (HEADER, odd, text)
    assert b64decode(text.split(".")[0]) == odd
