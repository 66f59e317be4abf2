"""Does what the desk decided about a case (F4): the patient's page goes on, or what was sent is decided again."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.assurance import IdentityCheck
from kiosk.domain.cases import Decision, IdDocument
from kiosk.domain.desk_operations import Resolution
from kiosk.domain.draft import DeskReason
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import Activation, DeskRequest, SignUp
from kiosk.portal import activations, cases, codes, corrections, facts, identity, letters, matches, sign_up
from kiosk.portal import tables as t
from kiosk.portal.facts import Fact
from kiosk.portal.identity import Compared
from kiosk.portal.people import MalformedError, Person, one_of
from kiosk.portal.sign_up import ALLOWED
from kiosk.portal.turn import Turn

_AGAIN: Final = frozenset(
    {"minor", "close_match", "details_differ", "desk_request", "invitation_expired", "invitation_revoked"}
)
"""Kinds whose submitted body is decided again when the desk allows it."""

_MADE: Final = frozenset({"user_id_taken", "possible_match"})
"""Kinds of cases about a draft that has made an account."""


def decide(turn: Turn, body: Resolution) -> Outcome:
    """Close the case and do what the decision asks for.

    A case that is done already stays as it is, and the answer is the same: of two desks, the first one decided.

    Returns:
        ``accepted``; or, where something was decided again and still needs a person, why, with a case of its own.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    decision = one_of(Decision, body.decision)
    seen = one_of(IdDocument, body.id_document) if body.id_document else None
    if turn.device.role != "desk":
        raise MalformedError("only a desk decides")
    case = cases.get(turn.connection, turn.practice_id, body.case_id)
    active = turn.has_staff(body.by)
    if case is None or active is None:
        return Outcome.DEFERRED_DEPENDENCY  # neither another practice's case nor one that never was says more
    if not active or case.subject != turn.header.subject:
        raise MalformedError("who decided is no longer on the staff, or meant another case")
    submitted, reasons = cases.kept(turn.keys, case)
    id_document = seen.value if seen else ""
    closed = cases.close(turn.connection, case.case_id, decision, turn.now, by=body.by, id_document=id_document)
    if not closed:
        return Outcome.ACCEPTED
    turn.changed.extend(closed)
    if seen is not None and decision is not Decision.DECLINE:  # it speaks for nobody whom the desk turned away
        _note_check(turn, case, submitted, body.by, seen, decision)
    match decision:
        case Decision.DECLINE:
            _decline(turn, case, submitted)
            return Outcome.ACCEPTED
        case Decision.SAME_PERSON:
            if case.account_id is not None:
                letters.account_exists(turn.post, case.account_id, turn.header.op_id)
            return Outcome.ACCEPTED
        case Decision.ALLOW:
            return _allow(turn, case, submitted, reasons)


def _decline(turn: Turn, case: sa.Row[Any], submitted: Body | None) -> None:
    """Tell who left with "saved" that a person has to finish it (S8); whoever has a newer code, finishes with that."""
    if case.kind not in _AGAIN:
        return  # an account was made, or its holder was told
    match submitted:
        case SignUp() if submitted.email:
            first, address = submitted.first, submitted.email
        case Activation():
            its = (t.invitations.c.invitation_id == case.invitation_id, t.invitations.c.practice_id == turn.practice_id)
            invited = turn.connection.execute(sa.select(t.invitations).where(*its)).one_or_none()
            if invited is None or not invited.email:
                return
            if codes.made_after(turn.connection, invited.invitation_id, case.created_at):
                return
            first, address = invited.first, invited.email
        case _:
            return
    letters.see_front_desk(turn.post, address, first=first, language=submitted.language, cause=case.case_id)


def _note_check(
    turn: Turn, case: sa.Row[Any], submitted: Body | None, by: UUID, seen: IdDocument, decision: Decision
) -> None:
    """Keep whose photo ID the desk saw: the patient's whose draft this is, never a look-alike's (F4).

    The account that a case names belongs to the patient only if the desk said so (``same_person``), or if the case is
    about that very account (``mail_failed``); and only where the practice knows the account. Else the check is the
    draft's, until that makes an account; a draft that logged in to one may be anybody's. A card that was compared with
    no name or no birthday proves nothing.
    """
    subject = case.subject
    of_practice = case.account_id is not None and identity.is_member(turn.connection, turn.practice_id, case.account_id)
    if of_practice and (decision is Decision.SAME_PERSON or case.kind == "mail_failed"):
        named = case.account_id
        person: Compared | None = Compared.of_row(_account(turn, named))
    else:
        named = None
        person = _compared(turn, case, submitted)
    if person is None:
        return
    at = min(turn.header.recorded_at, turn.now)  # a device's clock makes nothing fresher
    identity.note(
        turn.connection,
        turn.keys,
        IdentityCheck(practice_id=turn.practice_id, by=by, document=seen, at=at),
        device_id=turn.device.device_id,
        now=turn.now,
        subject=subject,
        person=person,
        account_id=named,
    )
    made = facts.known(turn.connection, turn.practice_id, subject).get(Fact.ACCOUNT) if case.kind in _MADE else None
    if made is not None:
        identity.bind(turn.connection, turn.keys, turn.practice_id, [subject], made)


def _compared(turn: Turn, case: sa.Row[Any], submitted: Body | None) -> Compared | None:
    """Whom the desk saw in this case (``case_view``): who was typed; else the invitation's, or the account's."""
    match submitted:
        case SignUp() | DeskRequest() if submitted.first:
            first, last, born = submitted.first, submitted.last, submitted.birth_date
            return Compared.typed(first, last, born, turn.latest_birth) if born else None
        case Activation() | DeskRequest() if case.invitation_id is None or not submitted.birth_date:
            return None
        case Activation() | DeskRequest():
            row, born = _invitation(turn, case.invitation_id), submitted.birth_date
            forgotten = codes.is_forgotten(row)
            return None if forgotten else Compared.typed(row.first, row.last, born, turn.latest_birth)
        case _ if case.invitation_id is not None:
            row = _invitation(turn, case.invitation_id)
            return None if codes.is_forgotten(row) else Compared.of_row(row)
        case _ if case.account_id is not None:
            return Compared.of_row(_account(turn, case.account_id))
        case _:
            return None


def _invitation(turn: Turn, invitation_id: UUID) -> sa.Row[Any]:
    invited = sa.select(t.invitations).where(t.invitations.c.invitation_id == invitation_id)
    return turn.connection.execute(invited).one()


def _account(turn: Turn, account_id: UUID) -> sa.Row[Any]:
    return turn.connection.execute(sa.select(t.accounts).where(t.accounts.c.account_id == account_id)).one()


def _allow(turn: Turn, case: sa.Row[Any], submitted: Body | None, reasons: tuple[str, ...]) -> Outcome:
    for fact, about in _facts(case, reasons):
        facts.note(turn.connection, turn.practice_id, case.subject, fact, turn.now, of=about)
        if fact is Fact.ALLOWED_NOT_ME:
            _keep_apart(turn, case, submitted)
        if fact is Fact.ALLOWED_DETAILS and isinstance(submitted, Activation | DeskRequest) and about is not None:
            turn.changed.extend(corrections.correct(turn, about, submitted.birth_date, submitted.zip_code))
    match case.kind:
        case "possible_match":
            _keep_apart(turn, case, submitted)
        case "user_id_taken":
            letters.choose_user_id(turn.post, case.account_id, turn.header.op_id)
        case "code_locked":
            invited = _invitation(turn, case.invitation_id)
            turn.changed.extend(codes.remind(turn.post, invited, turn.header.op_id))
        case _:
            pass
    return _again(turn, submitted) if case.kind in _AGAIN else Outcome.ACCEPTED


def _facts(case: sa.Row[Any], reasons: tuple[str, ...]) -> list[tuple[Fact, UUID | None]]:
    """What the desk's word makes true for the case's subject, each with what it is about."""
    if case.kind == "call_back":
        return []  # its reason is a topic, and nobody has to allow it
    wanted = {DeskReason(reason) for reason in reasons}
    match case.kind:
        case "close_match":
            wanted.add(DeskReason.NOT_ME if case.account_id is not None else DeskReason.CODE)
        case "details_differ":
            wanted.add(DeskReason.DETAILS)
        case "invitation_expired" | "invitation_revoked":
            wanted.add(DeskReason.CODE)
        case _:
            pass
    about = {DeskReason.CODE: case.case_id, DeskReason.NOT_ME: case.case_id, DeskReason.DETAILS: case.invitation_id}
    return [(ALLOWED[reason], about.get(reason)) for reason in sorted(wanted, key=lambda reason: reason.value)]


def _again(turn: Turn, submitted: Body | None) -> Outcome:
    """Decide what was submitted once more: the subject is the same, a case that follows is the resolution's."""
    match submitted:
        case SignUp():
            return sign_up.decide(turn, submitted)
        case Activation():
            return activations.decide(turn, submitted)
        case _:
            return Outcome.ACCEPTED  # a patient at the tablet: the page goes on and sends it


def _keep_apart(turn: Turn, case: sa.Row[Any], submitted: Body | None) -> None:
    """Remember that the desk saw two people, so that they never match again."""
    person: dict[str, Any] | None = None
    match submitted:
        case SignUp() | DeskRequest() if submitted.first and submitted.birth_date:
            person = Person.of(submitted, turn.today).columns()
        case Activation():
            person = activations.person(turn, submitted)
        case _:
            pass
    if person is not None and case.account_id is not None:
        matches.keep_apart(turn.connection, turn.keys, case.account_id, person, turn.now)
