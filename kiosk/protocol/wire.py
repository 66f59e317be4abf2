"""Messages of ``kiosk-sync/1``: JSON bodies of every call, decoded strictly (unknown fields are refused)."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal
from uuid import UUID

import msgspec

from kiosk.protocol.keys import KeyStatement

MAX_BODY_BYTES: Final = 512 * 1024
MAX_OPERATIONS: Final = 50
MAX_CHANGES: Final = 500
MAX_PEOPLE: Final = 200
"""Most people that one ``PeopleLookup`` asks about."""

Role = Literal["tablet", "desk"]

ErrorCode = Literal[
    "malformed",
    "too_large",
    "not_found",
    "method_not_allowed",
    "unsupported_media_type",
    "unauthenticated",
    "use_nonce",
    "replayed",
    "device_revoked",
    "enrolment_refused",
    "busy",
    "unavailable",
]
"""Why the portal refuses a request as a whole; each has one HTTP status (``docs/protocol.md``)."""


class Message(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of all messages; its ``repr`` shows no values, since many carry a patient's."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"


class Problem(Message, frozen=True, kw_only=True):
    """A refusal: the typed code and a sentence for whoever reads logs; never a patient's value."""

    error: ErrorCode
    message: str


class EnrolRequest(Message, frozen=True, kw_only=True):
    """A device asks in, with the ticket's one-time code.

    Attributes:
        public_key: the device's Ed25519 key, base64url. The same code with the same key gets the same answer again.
        signature: by that key over ``enrol_bytes(code, public_key)``: proof that the device holds it.
    """

    code: str
    public_key: str
    signature: str


def enrol_bytes(code: str, public_key: bytes) -> bytes:
    """What a device signs to show that it holds the key it asks in with."""
    return b"kiosk-enrol/1\0" + code.encode() + b"\0" + public_key


class PracticeInfo(Message, frozen=True, kw_only=True):
    """What devices show of the practice.

    Attributes:
        name: shown in the top bar.
        portal_host: ``name[:port]`` for links, QR codes and the ending; at most 36 characters.
        time_zone: IANA name; decides what "today" is.
        language: BCP 47, where nothing better is known.
        network_name: the source's "HealthKey".
        operator_name: who runs the network and its technical support (S47).
        guardian_below, adult_from: age policy, full years.
    """

    practice_id: UUID
    name: str
    portal_host: str
    time_zone: str
    language: str
    network_name: str = "HealthKey"
    operator_name: str = "HealthKey Support"
    guardian_below: int = 13
    adult_from: int = 18


class EnrolResponse(Message, frozen=True, kw_only=True):
    """Welcome: who the device is, whose it is, and the portal's keys under its root."""

    device_id: UUID
    role: Role
    practice: PracticeInfo
    root_key: str
    keys: list[KeyStatement]
    epoch: str
    cursor: str


class StaffChange(Message, tag="staff", frozen=True, kw_only=True):
    """A staff account was added or changed; ``verifier`` is Argon2id in PHC form (RFC 9106)."""

    staff_id: UUID
    name: str
    role: Literal["manager", "receptionist"]
    verifier: str
    active: bool


class InvitationChange(Message, tag="invitation", frozen=True, kw_only=True):
    """An invitation was made or moved on; sent to devices of role ``desk`` only, name and birth date included.

    ``mailable``: an email is on file, to which a new code can go; which one stays at the portal.
    """

    invitation_id: UUID
    number: str
    first: str
    last: str
    birth_date: str
    state: Literal["ready", "printed", "sent", "activated", "expired", "revoked"]
    made_at: dt.datetime
    expires_at: dt.datetime
    language: str = "en"
    mailable: bool = False


class PracticeChange(Message, tag="practice", frozen=True, kw_only=True):
    """The practice's own data changed."""

    practice: PracticeInfo


class KeysChange(Message, tag="keys", frozen=True, kw_only=True):
    """The portal has new keys; each statement is checked against the root before use."""

    keys: list[KeyStatement]


class CaseChange(Message, tag="case", frozen=True, kw_only=True):
    """Something needs the front desk, or no longer (F4); sent to devices of role ``desk`` only.

    Attributes:
        kind: an outcome's word after its dot, ``desk_request``, ``code_locked``, ``mail_failed``, ``call_back``,
            ``record_refused``, ``record_waits`` or ``trail_broken``.
        reasons: values of ``DeskReason``, for a ``desk_request``; the ``ChatTopic`` of a ``call_back``.
        subject: goes back with the desk's ``resolution``.
        waiting: a patient stands at the tablet and waits now.
        first … email: what was typed; "" where nothing was.
        phone: E.164, of a ``call_back``; "" otherwise.
        differs: which of ``birth_date``, ``zip_code`` disagree with the invitation (S13).
        chart_birth_date, chart_zip: the invitation's, where they differ; "" otherwise.
        number: the invitation's, or "".
        account_id: this practice's account that it is about, where the desk helps its holder; else None.
        state: ``open`` or ``done``.
    """

    case_id: UUID
    kind: str
    reasons: list[str]
    subject: UUID
    waiting: bool
    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str
    differs: list[str]
    chart_birth_date: str
    chart_zip: str
    number: str
    made_at: dt.datetime
    state: Literal["open", "done"]
    phone: str = ""
    account_id: UUID | None = None


class RosterChange(Message, tag="roster", frozen=True, kw_only=True):
    """A sealed roster row for activation without a network (``docs/protocol.md``, "Roster row").

    Attributes:
        lookup_id: of the code.
        sealed: nonce and AES-256-GCM, base64url; "" removes the row.
        expires_at: stands in the additional data too.
    """

    lookup_id: str
    sealed: str
    expires_at: dt.datetime


Change = StaffChange | InvitationChange | PracticeChange | KeysChange | CaseChange | RosterChange


class WrongTries(Message, frozen=True, kw_only=True):
    """Wrong date of birth or ZIP typed without a network, by code; ``count`` is the total on this device."""

    lookup_id: str
    count: int


class SyncRequest(Message, frozen=True, kw_only=True):
    """One turn of the loop.

    Attributes:
        operations: envelopes as text, in order of ``seq``, at most 50.
        cursor: where the device's copy of the changes stands; opaque.
        epoch: the portal's epoch that the device last saw.
        audit_head: hash of the device's newest audit row, base64url, or empty.
        audit_count: how many rows there are.
        audit_known_count: number of the row that the portal's last answer named.
        audit_known_head: the hash that this row has now; empty if there is none.
        waiting: operations left on the device after these (F6).
        tries: wrong tries while disconnected; the portal adds what is new.
    """

    operations: list[str]
    cursor: str
    epoch: str
    audit_head: str = ""
    audit_count: int = 0
    audit_known_count: int = 0
    audit_known_head: str = ""
    waiting: int = 0
    tries: list[WrongTries] = []


class Result(Message, frozen=True, kw_only=True):
    """The answer to one operation, in the request's order.

    Attributes:
        receipt: signed (``receipts``).
        replayed: the operation was already decided; the receipt is the old one.
    """

    receipt: str
    replayed: bool = False


class Limits(Message, frozen=True, kw_only=True):
    """How much the portal takes in one turn."""

    max_operations: int = MAX_OPERATIONS


class SyncResponse(Message, frozen=True, kw_only=True):
    """The portal's half of the turn; the HTTP response is signed.

    Attributes:
        results: one for each operation.
        changes: since the cursor, in commit order.
        cursor: to send next time; stored with the changes in one transaction.
        reset: the cursor was too old or of another epoch: drop the copy, start from these changes.
        more: there are further changes; sync again at once.
        durable_seq: operations of this device up to here are durable at the portal.
        missing: seqs the portal lacks below the newest it has.
        portal_time: UTC.
        audit_count, audit_head: number and hash of the newest row that the portal knows of the device's audit trail.
    """

    results: list[Result]
    changes: list[Change]
    cursor: str
    epoch: str
    durable_seq: int
    portal_time: dt.datetime
    reset: bool = False
    more: bool = False
    missing: list[int] = []
    audit_count: int = 0
    audit_head: str = ""
    limits: Limits = Limits()


class ReceiptsResponse(Message, frozen=True, kw_only=True):
    """``GET /v1/ops?ids=…``: receipts of the asked operations of this device that were decided."""

    results: list[Result]


class UserIdLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/user-id``."""

    user_id: str


class UserIdAnswer(Message, frozen=True, kw_only=True):
    """Whether nobody has this user ID yet."""

    free: bool


class InvitationLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/invitation``; ``lookup_id`` instead of the code."""

    lookup_id: str
    birth_date: str
    zip_code: str


class InvitationAnswer(Message, frozen=True, kw_only=True):
    """``match`` says nothing but yes or no (S13); ``until`` only when locked, the rest only on yes.

    Attributes:
        minor_allowed: the desk has seen this patient, whose age is for the desk to decide (S11).
    """

    state: Literal["match", "no_match", "locked"]
    invitation_id: UUID | None = None
    missing: list[Literal["gender", "phone"]] = []
    minor_allowed: bool = False
    until: dt.datetime | None = None


class InvitationSearch(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/invitations``, of a desk: its practice's invitations for which all that is given holds (F1).

    Attributes:
        name: at least two letters of a name; "" to leave it out, like the others.
        birth_date: ISO 8601.
        number: whole.
        invitation_id: this one, with its whole date of birth.
    """

    name: str = ""
    birth_date: str = ""
    number: str = ""
    invitation_id: UUID | None = None


class FoundInvitation(Message, frozen=True, kw_only=True):
    """One of them: never a code, a ZIP or a contact; of the date of birth the year, unless it was asked for by id."""

    invitation_id: UUID
    number: str
    first: str
    last: str
    birth_date: str
    state: Literal["ready", "printed", "sent", "activated", "expired", "revoked"]
    made_at: dt.datetime
    expires_at: dt.datetime
    language: str
    mailable: bool = False


class InvitationsFound(Message, frozen=True, kw_only=True):
    """The newest first, at most 50; ``more``: there are others."""

    invitations: list[FoundInvitation]
    more: bool = False


class AccountSearch(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/accounts``, of a desk: accounts of its practice for which all that is given holds (F7).

    Attributes:
        name: at least two letters of a name; "" to leave it out.
        birth_date: ISO 8601, likewise.
        account_id: this one, with its whole date of birth.
    """

    name: str = ""
    birth_date: str = ""
    account_id: UUID | None = None


class FoundAccount(Message, frozen=True, kw_only=True):
    """One of them; the fields are those of ``domain.desk_help.AccountRow``."""

    account_id: UUID
    first: str
    last: str
    birth_date: str
    masked_email: str
    email_verified: bool
    has_user_id: bool
    locked_until: dt.datetime | None
    locked_for_good: bool
    assurance: Literal["IAL1", "IAL1.2", "IAL1.4"]
    checked_at: dt.datetime | None


class AccountsFound(Message, frozen=True, kw_only=True):
    """By name, at most 50; ``more``: there are others."""

    accounts: list[FoundAccount]
    more: bool = False


class SoughtPerson(Message, frozen=True, kw_only=True):
    """Somebody of a day sheet; "" for what nobody knows."""

    first: str
    last: str
    birth_date: str
    zip_code: str = ""
    email: str = ""
    phone: str = ""
    gender: str = ""


class PeopleLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/people``, of a desk: whom of them its practice knows already; at most ``MAX_PEOPLE`` (F2)."""

    people: list[SoughtPerson]


class KnownPerson(Message, frozen=True, kw_only=True):
    """One answer: ``member`` has an account of this practice, ``invited`` an invitation that works, and its number."""

    state: Literal["none", "invited", "member"]
    number: str = ""


class PeopleKnown(Message, frozen=True, kw_only=True):
    """As many answers as people were asked about, in that order."""

    people: list[KnownPerson]


class DevicesLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/devices``, of a desk: how its practice's devices stand (F6)."""


class SeenDevice(Message, frozen=True, kw_only=True):
    """One of them; the fields are those of ``domain.ports.SeenDevice``."""

    device_id: UUID
    role: Role
    last_seen: dt.datetime | None
    waiting: int


class DevicesFound(Message, frozen=True, kw_only=True):
    """Those that are not revoked: tablets first, the older before the newer."""

    devices: list[SeenDevice]


class MatchLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/match``: which page follows the required questions (S16, S26, S29).

    A certain match queues the mail of S26, once for a subject.

    Attributes:
        subject: of the draft, or the invitation's id: then the person is the invitation's, ``gender`` and ``phone``
            fill what it lacks, and the other fields are "". The device has to have found the invitation before.
        zip_code, email: "" for "I have none".
    """

    subject: UUID
    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str
    gender: str
    phone: str
    language: str


class MatchAnswer(Message, frozen=True, kw_only=True):
    """``flow`` binds code, resend and phone code to this answer; None with ``none``."""

    state: Literal["none", "activation_code", "account_exists", "verify_phone"]
    flow: UUID | None = None


class RequestLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/request``: how far the desk is with a request of this device (F4)."""

    op_id: UUID


class RequestAnswer(Message, frozen=True, kw_only=True):
    """``unknown`` while the operation is not decided."""

    state: Literal["waiting", "allowed", "declined", "unknown"]
