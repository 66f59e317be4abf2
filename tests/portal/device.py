"""A device for tests: makes operations and signed requests with ``kiosk.protocol``, and breaks them where asked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import http.client
import uuid
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.activation import ActivationCode
from kiosk.domain.desk_operations import Invitation, InvitationDelivered, Resolution
from kiosk.domain.operations import Body
from kiosk.domain.patient_operations import (
    Activation,
    CallBack,
    Consent,
    Credentials,
    DeskRequest,
    ProfileUpdate,
    SignUp,
)
from kiosk.protocol import envelope, signatures, wire, wire_sync
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.envelope import Header

HASH = "$2b$12$" + "abcdefghijklmnopqrstuuabcdefghijklmnopqrstuvwxyzABCDE"
"""A well-formed bcrypt hash of nobody's password."""

JSON = {"Content-Type": "application/json"}

AT = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)


def credentials(user_id: str = "maria.okafor27") -> Credentials:
    """Credentials as the tablet makes them."""
    return Credentials(user_id=user_id, password_hash=HASH, question="first_pet", answer_hash=HASH)


def consent() -> Consent:
    """Consent to the terms."""
    return Consent(text_id="portal-terms", version="1", language="en", at=AT)


def sign_up(user_id: str = "maria.okafor27", **changes: Any) -> SignUp:
    """A complete sign-up; ``changes`` replaces fields."""
    body = SignUp(
        first="María",
        last="Okafor",
        birth_date="1984-07-09",
        zip_code="02139",
        email="Maria.Okafor@example.org",
        gender="female",
        phone="+16175550123",
        language="en",
        relationship="self",
        guardian="",
        credentials=credentials(user_id),
        consent=consent(),
    )
    return dataclasses.replace(body, **changes)


def invitation(staff_id: UUID, code: ActivationCode, **changes: Any) -> Invitation:
    """An invitation of the desk; ``changes`` replaces fields."""
    body = Invitation(
        invitation_id=uuid.uuid4(),
        number="INV-7F3K",
        code=code.symbols,
        first="Tomás",
        last="Nguyễn",
        birth_date="1990-12-31",
        zip_code="94110-1234",
        email="tomas@example.org",
        phone=None,
        gender=None,
        language="es",
        expires_at=dt.datetime.now(dt.UTC) + dt.timedelta(days=14),
        issued_by=staff_id,
        delivery="print",
    )
    return dataclasses.replace(body, **changes)


def activation(code: ActivationCode, user_id: str = "tomas.nguyen05", **changes: Any) -> Activation:
    """An activation that agrees with ``invitation``; ``changes`` replaces fields."""
    body = Activation(
        code=code.symbols,
        birth_date="1990-12-31",
        zip_code="94110",
        gender="male",
        phone="+14155550187",
        language="es",
        credentials=credentials(user_id),
        consent=consent(),
    )
    return dataclasses.replace(body, **changes)


def delivered(staff_id: UUID, invitation_id: UUID, code: ActivationCode | None = None) -> InvitationDelivered:
    """The desk printed an invitation's slip; with a code, it asked for its mail."""
    how, symbols = ("print", "") if code is None else ("email", code.symbols)
    return InvitationDelivered(invitation_id=invitation_id, how=how, code=symbols, by=staff_id)


def desk_request(*reasons: str, **changes: Any) -> DeskRequest:
    """A patient who typed what ``sign_up`` holds needs the desk; ``changes`` replaces fields."""
    body = DeskRequest(
        reasons=reasons,
        first="María",
        last="Okafor",
        birth_date="1984-07-09",
        zip_code="02139",
        email="Maria.Okafor@example.org",
        gender="female",
        phone="+16175550123",
        language="en",
        relationship="self",
        guardian="",
        lookup_id="",
    )
    return dataclasses.replace(body, **changes)


def resolution(
    staff_id: UUID, case_id: UUID, decision: str = "allow", *, id_document: str = "drivers_license"
) -> Resolution:
    """The desk decided a case."""
    return Resolution(case_id=case_id, decision=decision, id_document=id_document, by=staff_id)


def profile_update(**changes: Any) -> ProfileUpdate:
    """What "update profile" sends; ``changes`` replaces fields."""
    body = ProfileUpdate(phone=None, address="12 Elm Street\nApt 4", language=None, contact_preference="phone")
    return dataclasses.replace(body, **changes)


def call_back(**changes: Any) -> CallBack:
    """A patient asks to be called back; ``changes`` replaces fields."""
    body = CallBack(name="María", contact="+16175550123", topic="password", language="en")
    return dataclasses.replace(body, **changes)


@dataclass
class Answer:
    """What came back over HTTP."""

    status: int
    headers: dict[str, str]
    body: bytes

    def problem(self) -> str:
        """The typed code of a refusal."""
        return msgspec.json.decode(self.body, type=wire.Problem).error


@dataclass
class TestDevice:
    """An enrolled device that keeps its own chain."""

    __test__ = False  # no test class

    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    device_id: UUID = field(default_factory=uuid.uuid4)
    sealing_id: str = "seal-1"
    sealing_key: bytes = bytes(32)
    seq: int = 0
    prev: str = envelope.GENESIS
    nonce: str | None = None
    cursor: str = ""
    epoch: str = ""

    @property
    def public_key(self) -> bytes:
        """The device's public key."""
        return self.key.public_key().public_bytes_raw()

    def enrol_request(self, code: str) -> wire.EnrolRequest:
        """Ask in with a one-time code."""
        proof = self.key.sign(wire.enrol_bytes(code, self.public_key))
        return wire.EnrolRequest(code=code, public_key=b64encode(self.public_key), signature=b64encode(proof))

    def enrolled(self, answer: wire.EnrolResponse) -> None:
        """Take the welcome over."""
        self.device_id = answer.device_id
        self.cursor, self.epoch = answer.cursor, answer.epoch
        seal = next(statement for statement in answer.keys if statement.purpose == "seal")
        self.sealing_id = seal.key_id
        self.sealing_key = b64decode(seal.public_key)

    def operation(self, body: Body, *, subject: UUID | None = None, **changes: Any) -> str:
        """The next operation of the chain, sealed and signed; ``changes`` replaces header fields."""
        self.seq += 1
        if subject is None:
            subject = body.invitation_id if isinstance(body, Invitation | InvitationDelivered) else uuid.uuid4()
        header = Header(
            v=envelope.VERSION,
            op_id=uuid.uuid4(),
            device_id=self.device_id,
            seq=self.seq,
            prev=self.prev,
            kind=body.KIND,
            schema=body.SCHEMA,
            subject=subject,
            recorded_at=AT,
            key_id=self.sealing_id,
        )
        header = msgspec.structs.replace(header, **changes)
        text = envelope.make(header, body, sealing_key=self.sealing_key, signing_key=self.key)
        self.prev = envelope.payload_hash(text)
        return text

    def sync_request(self, *operations: str) -> wire_sync.SyncRequest:
        """One turn of the loop."""
        return wire_sync.SyncRequest(operations=list(operations), cursor=self.cursor, epoch=self.epoch)

    def headers(
        self, method: str, target: str, body: bytes, *, authority: str, request_id: str, nonce: str | None
    ) -> dict[str, str]:
        """The signature headers of a request."""
        path, _, query = target.partition("?")
        values = signatures.request_values(
            method=method, authority=authority, path=path, query=query, body=body, request_id=request_id
        )
        parameters = signatures.Parameters(int(AT.timestamp()), str(self.device_id), nonce)
        return signatures.sign(values, signatures.REQUEST_COMPONENTS, parameters, self.key)

    def call(self, address: str, method: str, target: str, message: wire.Message | bytes = b"", **put: str) -> Answer:
        """Make a signed call, once more if the portal gives a new nonce; ``put`` replaces headers."""
        body = message if isinstance(message, bytes) else msgspec.json.encode(message)
        for _ in range(2):
            request_id = put.get("request_id", str(uuid.uuid4()))
            headers = self.headers(
                method, target, body, authority=address, request_id=request_id, nonce=put.get("nonce", self.nonce)
            )
            headers["Content-Type"] = "application/json"
            headers |= {name: value for name, value in put.items() if name not in ("request_id", "nonce")}
            answer = send(address, method, target, body, headers)
            if answer.status != 401 or "nonce" in put or answer.problem() != "use_nonce":
                break
            self.nonce = answer.headers["kiosk-nonce"]
        return answer


def send(address: str, method: str, target: str, body: bytes, headers: dict[str, str]) -> Answer:
    """Send a request exactly as given."""
    connection = http.client.HTTPConnection(address, timeout=20)
    try:
        connection.request(method, target, body, headers)
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, found, response.read())
    finally:
        connection.close()
