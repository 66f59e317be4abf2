"""Decides that a patient at the tablet needs the front desk (F4): the page is held, the desk gets a case."""

from __future__ import annotations

import re
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.draft import DeskReason
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import DeskRequest
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, Relationship, ZipCode
from kiosk.portal import cases, codes
from kiosk.portal import tables_people as tp
from kiosk.portal.cases import Case
from kiosk.portal.flows import Purpose
from kiosk.portal.people import MalformedError, accepted, one_of
from kiosk.portal.turn import Turn


def decide(turn: Turn, body: DeskRequest) -> Outcome:
    """Open the case; an older open one of the same draft is withdrawn.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    _check(turn, body)
    reasons = tuple(one_of(DeskReason, reason).value for reason in body.reasons)
    invitation_id = None
    if body.lookup_id:
        coded = codes.look(turn.connection, turn.practice_id, body.lookup_id)
        invitation_id = None if coded is None else coded.invitation_id
    case = Case(
        kind="desk_request",
        subject=turn.header.subject,
        op_id=turn.header.op_id,
        body=body,
        reasons=reasons,
        account_id=_matched(turn) if DeskReason.NOT_ME.value in reasons else None,
        invitation_id=invitation_id,
    )
    turn.changed.extend(
        cases.withdraw(turn.connection, turn.practice_id, "desk_request", turn.now, subject=turn.header.subject)
    )
    turn.changed.extend(cases.open_case(turn.connection, turn.keys, turn.practice_id, case, turn.now))
    return Outcome.ACCEPTED


def _check(turn: Turn, body: DeskRequest) -> None:
    """Refuse what no screen of ours lets through; what was not typed yet is empty."""
    if not body.reasons or len(set(body.reasons)) != len(body.reasons):
        raise MalformedError("no reason")
    if body.lookup_id and not re.fullmatch(r"[A-Za-z0-9_-]{43}", body.lookup_id):
        raise MalformedError("not a lookup id")
    for name in (body.first, body.last, body.guardian):
        if name:
            accepted(NamePart.parse(name))
    if body.birth_date:
        accepted(BirthDate.parse_iso(body.birth_date, today=turn.latest_birth))
    if body.zip_code:
        accepted(ZipCode.parse(body.zip_code))
    if body.email:
        accepted(Email.parse(body.email))
    if body.gender:
        one_of(Gender, body.gender)
    if body.phone:
        accepted(Phone.parse(body.phone))
    one_of(Language, body.language)
    one_of(Relationship, body.relationship)


def _matched(turn: Turn) -> UUID | None:
    """The account that this draft was asked about ("This is not me"); it may be another practice's."""
    flows = tp.flows
    query = (
        sa.select(flows.c.account_id)
        .where(
            flows.c.practice_id == turn.practice_id,
            flows.c.purpose == Purpose.MATCH.value,
            flows.c.subject == turn.header.subject,
            flows.c.account_id.is_not(None),
        )
        .order_by(flows.c.expires_at.desc())
        .limit(1)
    )
    found: UUID | None = turn.connection.execute(query).scalar_one_or_none()
    return found
