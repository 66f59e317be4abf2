"""Messages of a turn of the sync: operations up, receipts and changes down."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal
from uuid import UUID

from kiosk.protocol.keys import KeyStatement
from kiosk.protocol.wire import Message, PracticeInfo

__all__ = [
    "MAX_CHANGES",
    "MAX_OPERATIONS",
    "CaseChange",
    "Change",
    "InvitationChange",
    "KeysChange",
    "Limits",
    "PracticeChange",
    "ReceiptsResponse",
    "Result",
    "RosterChange",
    "StaffChange",
    "SyncRequest",
    "SyncResponse",
    "WrongTries",
]


MAX_OPERATIONS: Final = 50


MAX_CHANGES: Final = 500


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
