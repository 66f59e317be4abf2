"""Decides the activation of an invitation, and says what is true where it cannot be (S13, S14, S16)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgeDecision
from kiosk.domain.draft import DeskReason
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import Activation
from kiosk.domain.values import BirthDate, Gender, Language, NamePart, Phone, Relationship, Sensitive, ZipCode
from kiosk.portal import accounts, codes, invitations, lockouts, match_lookup, practices, same_person
from kiosk.portal import tables as t
from kiosk.portal.codes import OPEN_STATES
from kiosk.portal.facts import Fact
from kiosk.portal.people import MalformedError, accepted, check_consent, check_credentials, one_of
from kiosk.portal.turn import Turn
from kiosk.protocol.roster import lookup_id


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class _Given(Sensitive):
    code: ActivationCode
    birth_date: BirthDate
    zip_code: ZipCode | None
    phone: Phone | None
    gender: Gender | None
    language: Language
    relationship: Relationship
    guardian: str

    @classmethod
    def of(cls, body: Activation, turn: Turn) -> _Given:
        """Parse what the patient gave.

        Raises:
            MalformedError: a field is nonsense.
        """
        check_credentials(body.credentials)
        check_consent(body.consent)
        return cls(
            code=accepted(ActivationCode.parse(body.code)),
            birth_date=accepted(BirthDate.parse_iso(body.birth_date, today=turn.latest_birth)),
            zip_code=accepted(ZipCode.parse(body.zip_code)) if body.zip_code else None,
            phone=None if body.phone is None else accepted(Phone.parse(body.phone)),
            gender=None if body.gender is None else one_of(Gender, body.gender),
            language=one_of(Language, body.language),
            relationship=one_of(Relationship, body.relationship),
            guardian=accepted(NamePart.parse(body.guardian)).text if body.guardian else "",
        )

    @property
    def zip_cmp(self) -> str | None:
        """As the invitation's is stored."""
        return self.zip_code.comparison if self.zip_code else None


def decide(turn: Turn, body: Activation) -> Outcome:
    """Use an invitation up and make its account, or say what stands against it.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    given = _Given.of(body, turn)
    sought = lookup_id(given.code, turn.practice_id)
    row = codes.look(turn.connection, turn.practice_id, sought)
    if row is None:
        return Outcome.DEFERRED_DEPENDENCY  # the desk that made it may not have synced yet (K1)
    if codes.is_forgotten(row):  # whatever the desk allows: there is no name to make an account of
        return turn.attention(Outcome.INVITATION_REVOKED, body=body, invitation_id=row.invitation_id)
    known = turn.facts()
    # The desk let in what it saw, and an open invitation says so by now: other details than those are wrong again.
    corrected = known.get(Fact.ALLOWED_DETAILS) == row.invitation_id and (
        row.state not in OPEN_STATES or _agrees(given, row)
    )
    columns = _person(given, row, corrected=corrected)  # refused here, or the desk would get a task it cannot allow
    if not corrected and not _details_agree(turn, given, row):
        turn.changed.extend(codes.remind(turn.post, row, turn.header.op_id))
        return turn.attention(Outcome.DETAILS_DIFFER, body=body, invitation_id=row.invitation_id)
    desk_stood_in = _stood_in(turn, known.get(Fact.ALLOWED_CODE), row)
    if not desk_stood_in and not codes.is_open(row, turn.now):
        return _closed(turn, body, row)
    if Fact.ALLOWED_MINOR not in known and _is_minor(turn, columns, given.relationship):
        reasons = (DeskReason.MINOR.value,)
        return turn.attention(Outcome.MINOR, body=body, reasons=reasons, invitation_id=row.invitation_id)

    met = same_person.meet(turn, columns)
    if (met.exact is not None or met.close is not None) and _taken_meanwhile(turn, row):
        return _closed(turn, body, row)  # what was met is the account that the same code has just made elsewhere
    if met.exact is not None:
        return same_person.exact(turn, met.exact, invitation_id=row.invitation_id)
    if met.close is not None:
        return turn.attention(Outcome.CLOSE_MATCH, body=body, account_id=met.close, invitation_id=row.invitation_id)
    made: accounts.Opened | accounts.AlreadyThere | None = None
    with turn.connection.begin_nested() as savepoint:
        if _take(turn, row, desk_stood_in=desk_stood_in):
            made = accounts.open_account(
                turn,
                columns,
                credentials=body.credentials,
                consent=body.consent,
                relationship=given.relationship,
                guardian=given.guardian,
                invitation_id=row.invitation_id,
            )
        if made is None or isinstance(made, accounts.AlreadyThere):
            savepoint.rollback()  # the invitation made no account, so it stays as it was
    if made is None:
        return _closed(turn, body, row)
    if isinstance(made, accounts.AlreadyThere):
        return same_person.exact(turn, made.account_id, invitation_id=row.invitation_id)
    others = invitations.of_person(turn.connection, turn.practice_id, columns)
    invitations.use_up(turn, [row.invitation_id, *(other.invitation_id for other in others)], made.account_id)
    same_person.made(turn, met, made.account_id)
    if not made.user_id_free:
        return turn.attention(Outcome.USER_ID_TAKEN, account_id=made.account_id, invitation_id=row.invitation_id)
    return Outcome.ACCEPTED


def person(turn: Turn, body: Activation) -> dict[str, Any] | None:
    """Whom a submitted activation is about: the columns of the account that it would make; None if that is forgotten.

    Raises:
        MalformedError: the code is none of this practice's, or a required answer is missing.
    """
    given = _Given.of(body, turn)
    row = codes.look(turn.connection, turn.practice_id, lookup_id(given.code, turn.practice_id))
    if row is None:
        raise MalformedError("not a code of this practice")
    return None if codes.is_forgotten(row) else _person(given, row, corrected=False)


def _details_agree(turn: Turn, given: _Given, row: sa.Row[Any]) -> bool:
    """Whether date of birth and ZIP are the invitation's; wrong ones count, and a locked code agrees with nothing."""
    if lockouts.is_locked(turn.connection, lockouts.invitation_key(turn.practice_id, row.lookup_id), turn.now):
        return False
    if _agrees(given, row):
        return True
    turn.changed.extend(codes.count_wrong(turn.connection, turn.practice_id, row.lookup_id, turn.now).changed)
    return False


def _agrees(given: _Given, row: sa.Row[Any]) -> bool:
    return bool((row.birth_date_cmp, row.zip_cmp) == (given.birth_date.comparison, given.zip_cmp))


def _person(given: _Given, row: sa.Row[Any], *, corrected: bool) -> dict[str, Any]:
    """The columns of the account: the invitation's, and what the patient added.

    Args:
        corrected: the desk saw a photo ID, so date of birth and ZIP are as typed, as far as they differ.

    Raises:
        MalformedError: neither tells a required answer.
    """
    columns = {column.name: getattr(row, column.name) for column in t.invitations.c if column.name in t.accounts.c}
    columns["language"] = given.language.value
    if columns["gender"] is None and given.gender is not None:
        columns["gender"] = given.gender.value
    if columns["phone"] is None and given.phone is not None:
        columns |= {"phone": given.phone.e164, "phone_cmp": given.phone.comparison}
    if corrected and given.birth_date.comparison != columns["birth_date_cmp"]:
        columns |= {
            "birth_date": given.birth_date.date.isoformat(),
            "birth_date_cmp": given.birth_date.comparison,
        }
    if corrected and given.zip_cmp != columns["zip_cmp"]:
        columns |= {"zip_code": given.zip_code.text if given.zip_code else None, "zip_cmp": given.zip_cmp}
    if columns["gender"] is None or columns["phone"] is None:
        raise MalformedError("neither the invitation nor the patient tells a required answer")
    return columns


def _is_minor(turn: Turn, columns: dict[str, Any], relationship: Relationship) -> bool:
    """Whether the age policy stops the account, as it would stop a sign-up (S11)."""
    born = BirthDate(dt.date.fromisoformat(columns["birth_date"]))
    return practices.age_decision(turn.practice, born, relationship, turn.now) is not AgeDecision.GO_ON


def _stood_in(turn: Turn, case_id: UUID | None, row: sa.Row[Any]) -> bool:
    """Whether the case in which the desk stood in for a code is about this very invitation."""
    if case_id is None:
        return False
    query = sa.select(t.cases.c.invitation_id).where(t.cases.c.case_id == case_id)
    return bool(turn.connection.execute(query).scalar_one_or_none() == row.invitation_id)


def _taken_meanwhile(turn: Turn, row: sa.Row[Any]) -> bool:
    """Whether another transaction activated the invitation since its row was read."""
    now_row = codes.look(turn.connection, turn.practice_id, row.lookup_id)
    return row.state != "activated" and now_row is not None and now_row.state == "activated"


def _take(turn: Turn, row: sa.Row[Any], *, desk_stood_in: bool) -> bool:
    """Take the invitation, if it can still be had; of two codes used at once, one gets it.

    Args:
        desk_stood_in: the desk saw a photo ID, so an invitation that was revoked is no obstacle.
    """
    states = (*OPEN_STATES, "revoked") if desk_stood_in else OPEN_STATES
    where = (t.invitations.c.invitation_id == row.invitation_id, t.invitations.c.state.in_(states))
    if turn.connection.execute(sa.update(t.invitations).where(*where).values(state="activated")).rowcount != 1:
        return False
    # With the row in hand: the desk may have reissued it a moment ago, and then the lost slip opens nothing.
    taken = codes.look(turn.connection, turn.practice_id, row.lookup_id)
    return desk_stood_in or (taken is not None and taken.code_state == "open")


def _closed(turn: Turn, body: Activation, row: sa.Row[Any]) -> Outcome:
    """What is true of an invitation that cannot be activated, and the mail that helps its patient on.

    Read again, since another transaction may have moved it on.
    """
    now_row = codes.look(turn.connection, turn.practice_id, row.lookup_id)
    assert now_row is not None  # noqa: S101 - codes are never deleted
    about: UUID = row.invitation_id
    if now_row.state == "activated":
        if now_row.used_by is not None:
            match_lookup.tell(turn.post, now_row.used_by, turn.header.subject)
        return turn.attention(
            Outcome.INVITATION_USED_ELSEWHERE, body=body, account_id=now_row.used_by, invitation_id=about
        )
    if now_row.state == "revoked" or now_row.code_state != "open":
        return turn.attention(Outcome.INVITATION_REVOKED, body=body, invitation_id=about)
    turn.changed.extend(codes.remind(turn.post, now_row, turn.header.op_id))
    return turn.attention(Outcome.INVITATION_EXPIRED, body=body, invitation_id=about)
