"""The use cases that the screens may call; each is one blocking call for a worker.

Nothing here knows a widget, a file or a socket: what is needed comes through ``ports``.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Final, TypeVar
from uuid import UUID

from kiosk.domain import activation, credentials
from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import Draft, Journey, Missing
from kiosk.domain.errors import KioskError, StorageError
from kiosk.domain.flow import guardian_needed
from kiosk.domain.operations import Activation, Body, Consent, Credentials, Invitation, SignUp
from kiosk.domain.outcomes import ending_of
from kiosk.domain.ports import (
    Clock,
    DayList,
    DayListRow,
    Deliveries,
    Entropy,
    InvitationCheck,
    InvitationProgress,
    Lookups,
    OperationLog,
    PinVerifier,
    StaffDirectory,
    UserIdState,
)
from kiosk.domain.staff import AuditAction, AuditEntry, StaffMember, StaffSession
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, Sensitive, UserId, ZipCode

T = TypeVar("T")

OUTCOME_WAIT_S: Final = 3.0
"""How long an ending waits for the portal's decision when it is reachable (``architecture.md``, "A datum's way")."""

INVITATION_DAYS: Final = 14
CONSENT_TEXT_ID: Final = "portal-terms"
CONSENT_VERSION: Final = "1"


class PatientService:
    """Sign-up and activation at the tablet: the same calls connected and disconnected."""

    def __init__(
        self, *, log: OperationLog, deliveries: Deliveries, lookups: Lookups, clock: Clock, entropy: Entropy
    ) -> None:
        self._log = log
        self._deliveries = deliveries
        self._lookups = lookups
        self._clock = clock
        self._entropy = entropy

    def suggest_user_id(self, draft: Draft) -> UserId | None:
        """A user ID to start from, or None where the name is not known (an invitation); no I/O."""
        if draft.first is None:
            return None
        return UserId.suggest(draft.first, draft.last, self._entropy.random_bytes(1)[0] % 100)

    def check_user_id(self, user_id: UserId) -> UserIdState:
        """Ask the portal whether the ID is free; it chooses a hint, never an account (S4)."""
        return self._lookups.user_id(user_id)

    def check_invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        """Ask the portal whether code, date of birth and ZIP agree; it chooses the next screen (S13)."""
        return self._lookups.invitation(code, birth_date, zip_code)

    def finish(self, draft: Draft) -> Draft:
        """Hash, seal and store the finished draft, then wait a little for the portal's decision.

        Returns:
            the draft with ``outcome`` and ``ending`` set and its password and answer forgotten.

        Raises:
            StorageError: nothing was stored; the same draft can be tried again.
            ValueError: the flow let an unanswered question, or a missing consent, through.
        """
        at = self._clock.now()
        subject = draft.invitation.invitation_id if draft.invitation else draft.subject
        op_id = self._log.record(self._body(draft, at), subject=subject, at=at)
        try:
            outcome = self._deliveries.wait_for(op_id, OUTCOME_WAIT_S)
        except KioskError:
            outcome = None  # the record is safe: "saved" is true, and a second try would sign up twice
        return dataclasses.replace(draft, password=None, answer=None, outcome=outcome, ending=ending_of(outcome))

    def _body(self, draft: Draft, at: dt.datetime) -> Body:
        if not draft.consented:
            raise ValueError("a record without consent")
        salts = self._entropy.random_bytes(2 * credentials.SALT_BYTES)
        user_id, password = _given(draft.user_id), _given(draft.password)
        question, answer = _given(draft.question), _given(draft.answer)
        made = Credentials(
            user_id=user_id.text,
            password_hash=credentials.hash_password(password, salts[: credentials.SALT_BYTES]),
            question=question.value,
            answer_hash=credentials.hash_answer(question, answer, salts[credentials.SALT_BYTES :]),
        )
        language = draft.language.value
        consent = Consent(text_id=CONSENT_TEXT_ID, version=CONSENT_VERSION, language=language, at=at)
        birth_date, zip_code = _given(draft.birth_date), _given(draft.zip_code)
        if draft.journey is Journey.INVITATION:
            return Activation(
                code=_given(draft.code).symbols,
                birth_date=birth_date.date.isoformat(),
                zip_code=zip_code.text,
                gender=_given(draft.gender).value if Missing.GENDER in draft.missing else None,
                phone=_given(draft.phone).e164 if Missing.PHONE in draft.missing else None,
                language=language,
                relationship=draft.relationship.value,
                guardian=draft.guardian.text if draft.guardian and guardian_needed(draft) else "",
                credentials=made,
                consent=consent,
            )
        return SignUp(
            first=_given(draft.first).text,
            last=draft.last.text if draft.last else "",
            birth_date=birth_date.date.isoformat(),
            zip_code=zip_code.text,
            email=_given(draft.email).text,
            gender=_given(draft.gender).value,
            phone=_given(draft.phone).e164,
            language=language,
            relationship=draft.relationship.value,
            guardian=_given(draft.guardian).text if guardian_needed(draft) else "",
            credentials=made,
            consent=consent,
        )


def _given(value: T | None) -> T:
    if value is None:
        raise ValueError("the flow let an unanswered question through")
    return value


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InvitationForm(Sensitive):
    """What the desk typed of a patient (F1); email, phone and gender if known."""

    first: NamePart
    last: NamePart | None
    birth_date: BirthDate
    zip_code: ZipCode
    email: Email | None = None
    phone: Phone | None = None
    gender: Gender | None = None
    language: Language = Language.ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class MadeInvitation(Sensitive):
    """What the slip needs; the only place where the code stands, and only until the slip is made."""

    invitation_id: UUID
    number: str
    code: ActivationCode
    form: InvitationForm
    expires_at: dt.datetime


class DeskService:
    """What staff do: sign in, make invitations, look at today's list. Every act leaves an audit row (F5)."""

    def __init__(
        self,
        *,
        log: OperationLog,
        deliveries: Deliveries,
        directory: StaffDirectory,
        pins: PinVerifier,
        day_list: DayList,
        clock: Clock,
        entropy: Entropy,
    ) -> None:
        self._log = log
        self._deliveries = deliveries
        self._directory = directory
        self._pins = pins
        self._day_list = day_list
        self._clock = clock
        self._entropy = entropy

    def staff(self) -> list[StaffMember]:
        """Active staff by name, for the sign-in screen."""
        return sorted((m for m in self._directory.members() if m.active), key=lambda m: m.name.casefold())

    def sign_in(self, staff_id: UUID, pin: str) -> StaffSession | dt.timedelta | None:
        """Check a PIN; works disconnected (F5).

        Returns:
            the session; or how long to wait before a try counts (``timedelta.max``: a manager has to help); or None
            for a wrong PIN.
        """
        member = next((m for m in self.staff() if m.staff_id == staff_id), None)
        if member is None:
            return None
        now = self._clock.now()
        throttle = self._directory.throttle(staff_id)
        if throttle.disabled:
            return dt.timedelta.max
        if wait := throttle.wait(now):
            return wait
        if not self._pins.matches(pin, member.verifier):
            self._directory.set_throttle(staff_id, throttle.failed(now))
            self._log.audit(AuditEntry(staff_id, AuditAction.PIN_FAILED, now))
            return None
        self._directory.set_throttle(staff_id, type(throttle)())
        self._log.audit(AuditEntry(staff_id, AuditAction.SIGNED_IN, now))
        return StaffSession(member.staff_id, member.name, member.role)

    def invite(self, session: StaffSession, form: InvitationForm) -> MadeInvitation:
        """Make an invitation, durable on return; the portal learns of it with the next sync.

        Raises:
            StorageError: nothing was made.
        """
        now = self._clock.now()
        made = MadeInvitation(
            invitation_id=self._entropy.uuid4(),
            number=activation.invitation_number(self._entropy.random_bytes(4)),
            code=ActivationCode.from_entropy(self._entropy.random_bytes(activation.ENTROPY_BYTES)),
            form=form,
            expires_at=now + dt.timedelta(days=INVITATION_DAYS),
        )
        body = Invitation(
            invitation_id=made.invitation_id,
            number=made.number,
            code=made.code.symbols,
            first=form.first.text,
            last=form.last.text if form.last else "",
            birth_date=form.birth_date.date.isoformat(),
            zip_code=form.zip_code.text,
            email=form.email.text if form.email else None,
            phone=form.phone.e164 if form.phone else None,
            gender=form.gender.value if form.gender else None,
            language=form.language.value,
            expires_at=made.expires_at,
            issued_by=session.staff_id,
            delivery="none",  # the slip is printed afterwards, or never
        )
        audit = AuditEntry(session.staff_id, AuditAction.INVITATION_MADE, now, str(made.invitation_id))
        self._log.record(body, subject=made.invitation_id, at=now, audit=audit)
        # After the operation, in the other file: if the machine dies in between, the portal's change brings it back.
        # So a failure here is none of the invitation's: raising would lose its code, which stands nowhere else.
        row = DayListRow(
            invitation_id=made.invitation_id,
            number=made.number,
            first=body.first,
            last=body.last,
            birth_date=body.birth_date,
            progress=InvitationProgress.READY,
            made_at=now,
            expires_at=made.expires_at,
        )
        with contextlib.suppress(StorageError):
            self._day_list.put(row)
        self._deliveries.kick()
        return made

    def slip_printed(self, session: StaffSession, invitation_id: UUID) -> None:
        """Note that a slip left the printer: first who did it, then how the list shows it."""
        self._note(session, AuditAction.SLIP_PRINTED, str(invitation_id))
        self._day_list.mark(invitation_id, InvitationProgress.PRINTED)

    def today(self, session: StaffSession) -> list[DayListRow]:
        """Today's invitations, newest first."""
        self._note(session, AuditAction.LIST_VIEWED)
        return sorted(self._day_list.rows(), key=lambda row: row.made_at, reverse=True)

    def invitation_viewed(self, session: StaffSession, invitation_id: UUID) -> None:
        """Note that somebody opened a patient's row, whole date of birth included (F5)."""
        self._note(session, AuditAction.INVITATION_VIEWED, str(invitation_id))

    def status_viewed(self, session: StaffSession) -> None:
        """Note that the sync status was looked at (F6)."""
        self._note(session, AuditAction.STATUS_VIEWED)

    def sync_now(self, session: StaffSession) -> None:
        """Sync soon, because a staff member asked; the status tells how it went."""
        self._note(session, AuditAction.SYNC_ASKED)
        self._deliveries.kick()

    def sign_out(self, session: StaffSession) -> None:
        """End a staff session."""
        self._note(session, AuditAction.SIGNED_OUT)

    def close_kiosk(self, session: StaffSession) -> None:
        """Note that a staff member ended the program (K4)."""
        self._note(session, AuditAction.KIOSK_CLOSED)

    def _note(self, session: StaffSession, action: AuditAction, object_id: str = "") -> None:
        self._log.audit(AuditEntry(session.staff_id, action, self._clock.now(), object_id))
