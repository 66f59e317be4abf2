"""Bytes that may never change: devices in the field and portals of later years exchange exactly these.

All keys are fixed and Ed25519 is deterministic, so each text below is what version 1 wrote on its first day. HPKE draws
a key for each seal; therefore one sealed body is kept, and it still has to open. A failure here means a new schema or a
new version beside the old one, never a new expectation.
"""

import datetime as dt
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.domain.activation import ActivationCode
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_operations import Invitation
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import Activation, Consent, Credentials, SignUp
from kiosk.protocol import envelope, identity, keys, receipts, reset_slip, roster, seal, signatures, wire
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.envelope import GENESIS, Header

NOW = dt.datetime(2026, 11, 23, 9, 0, 0, 250000, tzinfo=dt.UTC)
DEVICE = Ed25519PrivateKey.from_private_bytes(bytes([1]) * 32)
SEALING = X25519PrivateKey.from_private_bytes(bytes([2]) * 32)
SIGNING = Ed25519PrivateKey.from_private_bytes(bytes([3]) * 32)
ROOT = Ed25519PrivateKey.from_private_bytes(bytes([4]) * 32)

HEADER = Header(
    v=envelope.VERSION,
    op_id=UUID("11111111-1111-4111-8111-111111111111"),
    device_id=UUID("22222222-2222-4222-8222-222222222222"),
    seq=1,
    prev=GENESIS,
    kind="activation",
    schema=1,
    subject=UUID("33333333-3333-4333-8333-333333333333"),
    recorded_at=NOW,
    key_id="seal-1",
)
CREDENTIALS = Credentials(
    user_id="maria.okafor27", password_hash="$2b$12$p", question="first_pet", answer_hash="$2b$12$a"
)
CONSENT = Consent(text_id="portal-terms", version="1", language="es", at=NOW)
ACTIVATION = Activation(
    code="7K9QF2M9XT4HC01",
    birth_date="1984-02-09",
    zip_code="02139-4307",
    gender=None,
    phone="+12125550123",
    language="es",
    credentials=CREDENTIALS,
    consent=CONSENT,
)
SIGN_UP = SignUp(
    first="Nguyễn",
    last="O'Brien",
    birth_date="1984-02-09",
    zip_code="02139",
    email="maria@example.com",
    gender="unknown",
    phone="+12125550123",
    language="en",
    relationship="child",
    guardian="Ada",
    credentials=CREDENTIALS,
    consent=CONSENT,
)
INVITATION = Invitation(
    invitation_id=UUID("33333333-3333-4333-8333-333333333333"),
    number="INV-7F3K",
    code="7K9QF2M9XT4HC01",
    first="Maria",
    last="",
    birth_date="1984-02-09",
    zip_code="02139",
    email=None,
    phone=None,
    gender="female",
    language="en",
    expires_at=NOW,
    issued_by=UUID("44444444-4444-4444-8444-444444444444"),
    delivery="print",
)
RECEIPT = receipts.Receipt(
    v=receipts.VERSION,
    op_id=HEADER.op_id,
    device_id=HEADER.device_id,
    seq=1,
    payload_hash="A" * 43,
    outcome=Outcome.CLOSE_MATCH,
    decided_at=NOW,
    key_id="sign-1",
)
CREDENTIALS_JSON = (
    b'"credentials":{"user_id":"maria.okafor27","password_hash":"$2b$12$p","question":"first_pet",'
    b'"answer_hash":"$2b$12$a"},"consent":{"text_id":"portal-terms","version":"1","language":"es",'
    b'"at":"2026-11-23T09:00:00.250000Z"}'
)

HEADER_JSON = (
    b'{"v":"kiosk-op/1","op_id":"11111111-1111-4111-8111-111111111111","device_id":"22222222-2222-4222-822'
    b'2-222222222222","seq":1,"prev":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","kind":"activation","sc'
    b'hema":1,"subject":"33333333-3333-4333-8333-333333333333","recorded_at":"2026-11-23T09:00:00.250000Z"'
    b',"key_id":"seal-1"}'
)
SIGN_UP_JSON = (
    b'{"first":"Nguy\xe1\xbb\x85n","last":"O\'Brien","birth_date":"1984-02-09","zip_code":"02139","email":"maria@exa'
    b'mple.com","gender":"unknown","phone":"+12125550123","language":"en","relationship":"child","guardian'
    b'":"Ada",' + CREDENTIALS_JSON + b"}"
)
ACTIVATION_JSON = (
    b'{"code":"7K9QF2M9XT4HC01","birth_date":"1984-02-09","zip_code":"02139-4307","gender":null,"phone":"+'
    b'12125550123","language":"es","relationship":"self","guardian":"",' + CREDENTIALS_JSON + b"}"
)
INVITATION_JSON = (
    b'{"invitation_id":"33333333-3333-4333-8333-333333333333","number":"INV-7F3K","code":"7K9QF2M9XT4HC01"'
    b',"first":"Maria","last":"","birth_date":"1984-02-09","zip_code":"02139","email":null,"phone":null,"g'
    b'ender":"female","language":"en","expires_at":"2026-11-23T09:00:00.250000Z","issued_by":"44444444-444'
    b'4-4444-8444-444444444444","delivery":"print","id_document":""}'
)
OPERATION = (
    "eyJ2Ijoia2lvc2stb3AvMSIsIm9wX2lkIjoiMTExMTExMTEtMTExMS00MTExLTgxMTEtMTExMTExMTExMTExIiwiZGV2aWNlX2lk"
    "IjoiMjIyMjIyMjItMjIyMi00MjIyLTgyMjItMjIyMjIyMjIyMjIyIiwic2VxIjoxLCJwcmV2IjoiQUFBQUFBQUFBQUFBQUFBQUFB"
    "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQSIsImtpbmQiOiJhY3RpdmF0aW9uIiwic2NoZW1hIjoxLCJzdWJqZWN0IjoiMzMzMzMz"
    "MzMtMzMzMy00MzMzLTgzMzMtMzMzMzMzMzMzMzMzIiwicmVjb3JkZWRfYXQiOiIyMDI2LTExLTIzVDA5OjAwOjAwLjI1MDAwMFoi"
    "LCJrZXlfaWQiOiJzZWFsLTEifQ.t138U7dejOedLdgrfDmyZHTuQjW3Gj83oTPlIY6-TiUUqN3phYMhUtL04L6Ew8xW76PKW3dxd"
    "6KKy9JSBzfKGUne8Nerdm_jd2q9b8UVI9zGej8MSaYS1mmwf1dq7AmQWMRjD7Wgx72KYrB840SKBSRxzNm95vo4jZexFSOa5fCQ4"
    "tZfGQpiq_vJ3OQFNEP4u8hdTrUjn2CEDqeAkW-NqhKYg8DMQGAGE9LWkxdLfMjvp5CwZ0EOtY4pgAhRUPuzxCMBkHR2WP6FMCbhA"
    "cLBsF3Ln0DESwdU5GV26ueU5jrwxS1Ee65GB1hPPJ3w4XwRX7hIeb1D4OvPGF9cJ93a2a9S5SbRQp5Jyy59_fiQxpZQLVDCCTd8y"
    "tshMdE3NVX1eKfqt3AcSloi8pobjtodZgojAvMknd19xW0IYvaI8U4aBT3hckIPlrmahVaZI1GgOTnfo-G4tfClBWuEFMDNr1poc"
    "mCD7LafyyHGTs6ucUSVzaYMiB2d7Khof0kUxiwe0kK0eSoOKMwihlKs_A.PjOQ07dhEo-aFbdBCR2paGWZy-Kc7gQSEAst2rGAKk"
    "s6ARnb64JLyd39ko_Cwh_u6KCJS22595g_rPow_b8uDg"
)
PAYLOAD_HASH = "glsdfKgg4sCxrNk2hC23TYWB8c1UQz-9rdoAtb-0Gb4"
RECEIPT_TEXT = (
    "eyJ2Ijoia2lvc2stcmVjZWlwdC8xIiwib3BfaWQiOiIxMTExMTExMS0xMTExLTQxMTEtODExMS0xMTExMTExMTExMTEiLCJkZXZp"
    "Y2VfaWQiOiIyMjIyMjIyMi0yMjIyLTQyMjItODIyMi0yMjIyMjIyMjIyMjIiLCJzZXEiOjEsInBheWxvYWRfaGFzaCI6IkFBQUFB"
    "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUEiLCJvdXRjb21lIjoibmVlZHNfYXR0ZW50aW9uLmNsb3NlX21h"
    "dGNoIiwiZGVjaWRlZF9hdCI6IjIwMjYtMTEtMjNUMDk6MDA6MDAuMjUwMDAwWiIsImtleV9pZCI6InNpZ24tMSJ9._2DXChXBHt5"
    "ZsqDBLiouAJFLv7e7RxA0mvNq3MINJCvnk5tIE959iXoEyTZAy6X91mSE_1rpfY7MKifMBkA2BA"
)
STATEMENT_JSON = (
    b'{"key_id":"seal-1","purpose":"seal","public_key":"zo060cy2M-x7cMF4FKXHbs0CloUFDTRHRboFhw5YfVk","sign'
    b'ature":"75tc4arxH5KdOv-JK_p9INdYtCKxu5ziUOhl553U0S_HMQKwaJN7TdQJj9z_Te0q3_7niMAqhrcCLEB6pucSDg"}'
)
ROOT_HASH = "xblA7T9lw5GWXegpX8XSX0dPpXtI026xCtNjuFOcG3k"
PROOF = "WRNFNsuL-1H0qC6N4CzkyYkDLHtocD-HrWXsgpVfiAaDkjG8Vh9clOe4PkpyGcdkD5hhduOuiy0LMuKsjxlsCg"
LOOKUP_ID = "K13fehyYDZxomVbhcw5xYyLFY_n-orTMeCAEpFh5Nm0"
REQUEST_HEADERS = {
    "Content-Digest": "sha-256=:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=:",
    "Kiosk-Request-Id": "77777777-7777-4777-8777-777777777777",
    "Signature-Input": (
        'sig=("@method" "@authority" "@path" "@query" "content-digest" "kiosk-request-id");created='
        '1795424400;keyid="22222222-2222-4222-8222-222222222222";nonce="n-1"'
    ),
    "Signature": ("sig=:xFLC/MyqPaymxjZjqCl/PI+AH/vP5D9QZb8Kf2LjLEy6reT79Acju4s1A1qBixjxl4kHcacbrfSa4CmNJ7BHAQ==:"),
}


SEEN = identity.Statement(
    v=identity.VERSION,
    check_id=UUID("55555555-5555-4555-8555-555555555555"),
    practice_id=UUID("22222222-2222-4222-8222-222222222222"),
    device_id=UUID("22222222-2222-4222-8222-222222222222"),
    subject=UUID("66666666-6666-4666-8666-666666666666"),
    person="K13fehyYDZxomVbhcw5xYyLFY_n-orTMeCAEpFh5Nm0",
    by=UUID("44444444-4444-4444-8444-444444444444"),
    document=IdDocument.PASSPORT,
    at=NOW,
    stated_at=NOW,
    key_id="sign-1",
)
SEEN_TEXT = (
    "eyJ2Ijoia2lvc2staWRlbnRpdHkvMSIsImNoZWNrX2lkIjoiNTU1NTU1NTUtNTU1NS00NTU1LTg1NTUtNTU1NTU1NTU1NTU1IiwicHJhY3RpY2VfaWQ"
    "iOiIyMjIyMjIyMi0yMjIyLTQyMjItODIyMi0yMjIyMjIyMjIyMjIiLCJkZXZpY2VfaWQiOiIyMjIyMjIyMi0yMjIyLTQyMjItODIyMi0yMjIyMjIyMj"
    "IyMjIiLCJzdWJqZWN0IjoiNjY2NjY2NjYtNjY2Ni00NjY2LTg2NjYtNjY2NjY2NjY2NjY2IiwicGVyc29uIjoiSzEzZmVoeVlEWnhvbVZiaGN3NXhZe"
    "UxGWV9uLW9yVE1lQ0FFcEZoNU5tMCIsImJ5IjoiNDQ0NDQ0NDQtNDQ0NC00NDQ0LTg0NDQtNDQ0NDQ0NDQ0NDQ0IiwiZG9jdW1lbnQiOiJwYXNzcG9y"
    "dCIsImF0IjoiMjAyNi0xMS0yM1QwOTowMDowMC4yNTAwMDBaIiwic3RhdGVkX2F0IjoiMjAyNi0xMS0yM1QwOTowMDowMC4yNTAwMDBaIiwia2V5X2l"
    "kIjoic2lnbi0xIn0.arJf5-reS7pe4w57AEkbqpbV_OOW5FQnRXmf7xOLzn2t1XXIwWEeyPPiLwZvBLotAsC5CpznyhzWIXphcsk3CA"
)


def test_the_header() -> None:
    """Field names, order and the form of times and ids."""
    assert msgspec.json.encode(HEADER) == HEADER_JSON
    assert msgspec.json.decode(HEADER_JSON, type=Header) == HEADER


@pytest.mark.parametrize(
    ("body", "encoded"),
    [(SIGN_UP, SIGN_UP_JSON), (ACTIVATION, ACTIVATION_JSON), (INVITATION, INVITATION_JSON)],
    ids=lambda value: getattr(value, "KIND", ""),
)
def test_the_bodies(body: Body, encoded: bytes) -> None:
    """Schema 1 of every kind, to be read for years."""
    assert msgspec.json.encode(body) == encoded
    assert msgspec.json.decode(encoded, type=type(body)) == body


@pytest.mark.rule("K2")
def test_a_kept_operation_still_opens() -> None:
    """Sealed and signed on the first day: the signature holds, the hash is the same, the body opens."""
    parsed = envelope.parse(OPERATION)
    assert parsed.header == HEADER
    assert parsed.payload_hash == PAYLOAD_HASH
    envelope.verify(parsed, DEVICE.public_key().public_bytes_raw())
    assert envelope.open_body(parsed, SEALING) == ACTIVATION


def test_the_signature_of_an_operation(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same sealed part the device writes the same text."""
    sealed = envelope.parse(OPERATION).sealed
    monkeypatch.setattr(seal, "seal", lambda *_: sealed)
    public = SEALING.public_key().public_bytes_raw()
    assert envelope.make(HEADER, ACTIVATION, sealing_key=public, signing_key=DEVICE) == OPERATION


@pytest.mark.rule("K2")
def test_the_receipt() -> None:
    """The portal's word, byte for byte."""
    assert receipts.issue(RECEIPT, SIGNING) == RECEIPT_TEXT
    assert receipts.verify(RECEIPT_TEXT, {"sign-1": SIGNING.public_key().public_bytes_raw()}) == RECEIPT


def test_the_key_statement() -> None:
    """What the root signs, and how the statement travels."""
    public = SEALING.public_key().public_bytes_raw()
    assert keys.statement_bytes("seal-1", "seal", public) == b"kiosk-key/1\0seal-1\0seal\0" + public
    statement = keys.sign_statement(ROOT, "seal-1", "seal", public)
    assert msgspec.json.encode(statement) == STATEMENT_JSON
    assert keys.root_hash(ROOT.public_key().public_bytes_raw()) == ROOT_HASH


def test_the_enrolment_proof() -> None:
    """What a device signs to ask in."""
    public = DEVICE.public_key().public_bytes_raw()
    proof = wire.enrol_bytes("CODE-1234", public)
    assert proof == b"kiosk-enrol/1\0CODE-1234\0" + public
    assert b64encode(DEVICE.sign(proof)) == PROOF


def test_the_lookup_id() -> None:
    """What portal and roster know a code by, practice by practice."""
    code = ActivationCode("7K9QF2M9XT4HC01")
    assert roster.lookup_id(code, UUID("55555555-5555-4555-8555-555555555555")) == LOOKUP_ID
    assert roster.lookup_id(code, UUID("66666666-6666-4666-8666-666666666666")) != LOOKUP_ID
    assert (
        roster.lookup_id(ActivationCode("00000000000000H"), UUID("55555555-5555-4555-8555-555555555555")) != LOOKUP_ID
    )


@pytest.mark.rule("F7")
def test_the_slips_lookup_id() -> None:
    """What desk, tablet and page derive from a slip's code: the same at every practice, and no invitation's."""
    found = reset_slip.lookup_id(ActivationCode("7K9QF2M9XT4HC01"))
    assert found == "XO37qTf3Gv1Lfd99IwIfAT18y4DTkGhAga7roUWw6a0"


@pytest.mark.rule("F7")
def test_the_identity_statement() -> None:
    """The portal's word about a photo ID, byte for byte."""
    assert identity.issue(SEEN, SIGNING) == SEEN_TEXT
    assert identity.verify(SEEN_TEXT, {"sign-1": SIGNING.public_key().public_bytes_raw()}) == SEEN


def test_the_signed_request() -> None:
    """Headers of one request, the signature included."""
    values = signatures.request_values(
        method="POST",
        authority="portal.example.org",
        path="/v1/sync",
        query="",
        body=b"{}",
        request_id="77777777-7777-4777-8777-777777777777",
    )
    parameters = signatures.Parameters(created=1795424400, keyid=str(HEADER.device_id), nonce="n-1")
    assert signatures.sign(values, signatures.REQUEST_COMPONENTS, parameters, DEVICE) == REQUEST_HEADERS
