"""Cases: what a person at the front desk has to finish (F4), and what the desk sees of them.

A case of a practice holds what was typed there, encrypted, and at most the id of the account or invitation that it is
about. The desk is shown what was typed and its own practice's invitation, never another practice's people.
"""

from __future__ import annotations

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any, Final, Literal, cast
from uuid import UUID

import msgspec
import sqlalchemy as sa

from kiosk.domain.cases import Decision
from kiosk.domain.operations import BODIES, Body
from kiosk.domain.outcomes import Outcome
from kiosk.portal import changes
from kiosk.portal import tables as t
from kiosk.portal.changes import Changed
from kiosk.portal.engine import insert_once
from kiosk.portal.keyfile import PortalKeys

Kind = Literal[
    "user_id_taken",
    "exact_match",
    "close_match",
    "minor",
    "details_differ",
    "invitation_used_elsewhere",
    "invitation_expired",
    "invitation_revoked",
    "desk_request",
    "possible_match",
    "code_locked",
    "mail_failed",
    "call_back",
    "record_refused",
    "record_waits",
    "trail_broken",
]
"""An outcome's word after its dot, or what no operation was refused for; ``clock_unreliable`` is never said here."""


WITHDRAWN: Final = "withdrawn"
"""The decision of a case that something newer replaced, or that settled itself; the others are the desk's."""

HELD: Final = dt.timedelta(minutes=15)
"""How long a patient's page waits for the desk (F4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case to be opened.

    Attributes:
        subject: goes back with the desk's resolution; facts are noted under it.
        op_id: the operation (or mail) that led to it, one case for each; a new id where there is none.
        body: what was submitted, where nothing else holds it.
        reasons: values of ``DeskReason`` that the desk has to allow; of a ``call_back`` its ``ChatTopic``.
        account_id: whom it is about; shown to the desk only for ``mail_failed``, else it may be another practice's.
        invitation_id: this practice's.
    """

    kind: Kind
    subject: UUID
    op_id: UUID | None = None
    body: Body | None = None
    reasons: tuple[str, ...] = ()
    account_id: UUID | None = None
    invitation_id: UUID | None = None


def kind_of(outcome: Outcome) -> Kind:
    """The case's kind for an outcome of the family ``needs_attention``: its word after the dot."""
    return cast(Kind, outcome.value.partition(".")[2])


class _Kept(msgspec.Struct, frozen=True):
    """What is encrypted with a case; ``body`` is of the operation ``kind`` and ``schema``."""

    kind: str
    schema: int
    body: msgspec.Raw
    reasons: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "_Kept(…)"


def open_case(
    connection: sa.Connection, keys: PortalKeys | None, practice_id: UUID, case: Case, now: dt.datetime
) -> list[Changed]:
    """Open a case; a second one of the same operation is dropped.

    Args:
        keys: the portal's; None for a case without a body.

    Returns:
        what desks have to learn, for ``changes.append``; nothing if it was dropped.
    """
    case_id = uuid.uuid4()
    data = None
    if case.body is not None and keys is not None:
        kept = _Kept(case.body.KIND, case.body.SCHEMA, msgspec.Raw(msgspec.json.encode(case.body)), case.reasons)
        data = keys.encrypt(msgspec.json.encode(kept), case_id.bytes)
    row = {
        "case_id": case_id,
        "practice_id": practice_id,
        "kind": case.kind,
        "op_id": case.op_id or case_id,
        "subject": case.subject,
        "account_id": case.account_id,
        "invitation_id": case.invitation_id,
        "data": data,
        "state": "open",
        "decision": None,
        "id_document": None,
        "decided_by": None,
        "created_at": now,
        "decided_at": None,
    }
    return [Changed("case", case_id)] if insert_once(connection, t.cases, row) else []


def is_open(connection: sa.Connection, practice_id: UUID, kind: Kind, subject: UUID) -> bool:
    """Whether such a case waits already."""
    query = sa.select(t.cases.c.case_id).where(
        t.cases.c.practice_id == practice_id,
        t.cases.c.kind == kind,
        t.cases.c.subject == subject,
        t.cases.c.state == "open",
    )
    return connection.execute(query.limit(1)).first() is not None


def get(connection: sa.Connection, practice_id: UUID, case_id: UUID) -> sa.Row[Any] | None:
    """A case of this practice, locked by this transaction; None for another practice's and for none at all."""
    query = sa.select(t.cases).where(t.cases.c.case_id == case_id, t.cases.c.practice_id == practice_id)
    return connection.execute(query.with_for_update()).one_or_none()


def kept(keys: PortalKeys, row: sa.Row[Any]) -> tuple[Body | None, tuple[str, ...]]:
    """What was submitted, and the reasons that the desk has to allow."""
    if row.data is None:
        return None, ()
    found = msgspec.json.decode(keys.decrypt(row.data, row.case_id.bytes), type=_Kept)
    body: Body = msgspec.json.decode(found.body, type=BODIES[found.kind, found.schema])
    return body, found.reasons


def close(
    connection: sa.Connection,
    case_id: UUID,
    decision: Decision,
    now: dt.datetime,
    *,
    by: UUID | None = None,
    id_document: str = "",
) -> list[Changed]:
    """Close an open case and forget what was submitted; of two at once, one gets an empty list."""
    where = t.cases.c.case_id == case_id
    return _close(connection, where, decision.value, now, decided_by=by, id_document=id_document)


def withdraw(
    connection: sa.Connection,
    practice_id: UUID,
    kind: Kind,
    now: dt.datetime,
    *,
    subject: UUID | None = None,
    account_id: UUID | None = None,
) -> list[Changed]:
    """Close the open cases of a kind about a subject or an account, because something settled them.

    For example ``user_id_taken`` once the patient has chosen another user ID (S4).
    """
    about = t.cases.c.subject == subject if account_id is None else t.cases.c.account_id == account_id
    its = sa.and_(t.cases.c.practice_id == practice_id, t.cases.c.kind == kind, about)
    return _close(connection, its, WITHDRAWN, now)


def settle(connection: sa.Connection, kind: Kind, account_id: UUID, now: dt.datetime) -> None:
    """Withdraw the open cases of a kind about an account, whichever practice has them, and tell those practices' desks.

    The last thing a transaction does, since it writes changes.
    """
    its = (t.cases.c.kind == kind, t.cases.c.account_id == account_id, t.cases.c.state == "open")
    query = sa.select(t.cases.c.practice_id).where(*its).distinct().order_by(t.cases.c.practice_id)
    for practice_id in connection.execute(query).scalars().all():
        settled = withdraw(connection, practice_id, kind, now, account_id=account_id)
        changes.append(connection, practice_id, settled)


def request_state(
    connection: sa.Connection, practice_id: UUID, device_id: UUID, op_id: UUID
) -> Literal["waiting", "allowed", "declined", "unknown"]:
    """How far the desk is with a request of this device (F4); ``unknown`` while there is none."""
    query = (
        sa.select(t.cases.c.state, t.cases.c.decision)
        .join(t.receipts, t.receipts.c.op_id == t.cases.c.op_id)
        .where(t.cases.c.op_id == op_id, t.cases.c.practice_id == practice_id, t.receipts.c.device_id == device_id)
    )
    row = connection.execute(query).one_or_none()
    if row is None:
        return "unknown"
    if row.state == "open":
        return "waiting"
    return "allowed" if row.decision == Decision.ALLOW.value else "declined"


def _close(
    connection: sa.Connection, where: sa.ColumnElement[bool], decision: str, now: dt.datetime, **values: Any
) -> list[Changed]:
    closed = connection.execute(
        sa.update(t.cases)
        .where(where, t.cases.c.state == "open")
        .values(state="done", decision=decision, decided_at=now, data=None, **values)
        .returning(t.cases.c.case_id)
    )
    return [Changed("case", case_id) for case_id in closed.scalars()]
