"""What a patient's screens may call: each use case is one blocking call for a worker.

Nothing here knows a widget, a file or a socket: what is needed comes through ``ports``. Staff have ``desk_service``,
help and chat ``support_service``.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Final, TypeVar
from uuid import UUID

from kiosk.domain import credentials
from kiosk.domain.activation import ActivationCode
from kiosk.domain.credentials import SALT_BYTES
from kiosk.domain.draft import DeskReason, Draft, InvitationMatch, Journey, Missing
from kiosk.domain.errors import KioskError
from kiosk.domain.flow import guardian_needed
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import ending_of
from kiosk.domain.patient_operations import Activation, Consent, Credentials, DeskRequest, ProfileUpdate, SignUp
from kiosk.domain.patient_ports import Commands, InvitationCheck, Lookups, UserIdState
from kiosk.domain.ports import Clock, Deliveries, Entropy, OperationLog
from kiosk.domain.profile import Profile
from kiosk.domain.replies import LogInReply, RecoveryReply, Reply, RequestState, SlipReply
from kiosk.domain.values import BirthDate, Phone, UserId, ZipCode

T = TypeVar("T")

OUTCOME_WAIT_S: Final = 3.0
"""How long an ending waits for a portal that is reachable (``docs/architecture.md``, "A datum's way")."""

CONSENT_TEXT_ID: Final = "portal-terms"
CONSENT_VERSION: Final = "1"


class PatientService:
    """Every journey at the tablet: the same calls connected and disconnected.

    What a patient answers is recorded and decided later; what only the portal can do says ``NOT_CONNECTED`` when
    nobody answers (K1). A flow that lets an unanswered question through is a fault: ``ValueError``.
    """

    def __init__(
        self,
        *,
        log: OperationLog,
        deliveries: Deliveries,
        lookups: Lookups,
        commands: Commands,
        clock: Clock,
        entropy: Entropy,
    ) -> None:
        self._log = log
        self._deliveries = deliveries
        self._lookups = lookups
        self._commands = commands
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
        """Ask portal or roster whether code, date of birth and ZIP agree; it chooses the next screen (S13).

        Raises:
            StorageError: disconnected, a wrong try could not be counted, so there is no answer.
        """
        return self._lookups.invitation(code, birth_date, zip_code)

    def check_match(self, draft: Draft) -> Draft:
        """The draft with ``match`` set, None if not connected (S16, S26, S29)."""
        return dataclasses.replace(draft, match=self._lookups.match(draft))

    def found(self, draft: Draft, invitation: InvitationMatch | None) -> Draft:
        """The draft with its invitation, and with ``match`` if no question and no desk comes before that (S14).

        Args:
            draft: of an invitation whose code, date of birth and ZIP agree.
            invitation: None if nobody could say yet: the activation is taken and decided later (K1).
        """
        allowed = invitation.allowed if invitation else frozenset()
        draft = dataclasses.replace(draft, invitation=invitation, allowed=draft.allowed | allowed)
        return draft if draft.missing or draft.desk_reasons else self.check_match(draft)

    def after_desk(self, draft: Draft) -> Draft:
        """The draft that the front desk has just let go on: an invitation that it corrected is looked for again (S13).

        So nothing that is known is asked, and the match runs (S14). Not connected, everything is asked, as before.
        """
        if draft.journey is not Journey.INVITATION:
            return draft
        invitation = draft.invitation
        if invitation is None and DeskReason.DETAILS in draft.allowed:
            zip_code = None if draft.no_zip else draft.zip_code
            invitation = self._lookups.corrected(_given(draft.code), _given(draft.birth_date), zip_code)
        return self.found(draft, invitation)

    def resend_code(self, draft: Draft) -> Reply:
        """Send the activation code again, to the contact on file (S18)."""
        return self._commands.resend_code(_match_flow(draft))

    def check_code(self, draft: Draft, code: ActivationCode) -> Reply:
        """Whether it is the activation code that was asked for (S16)."""
        return self._commands.check_code(_match_flow(draft), code)

    def send_phone_code(self, draft: Draft, phone: Phone) -> Reply:
        """Send six digits, if the number is on file (S29)."""
        return self._commands.send_phone_code(_match_flow(draft), phone)

    def check_phone_code(self, draft: Draft, code: str) -> Reply:
        """Whether these are the six digits (S29)."""
        return self._commands.check_phone_code(_match_flow(draft), code)

    def ask_desk(self, draft: Draft) -> UUID:
        """Record what the front desk has to allow, and tell the portal soon (F4).

        Returns:
            the request's id, for ``request_state``.

        Raises:
            StorageError: nothing was stored; the same draft can be tried again.
        """
        reasons = draft.desk_reasons
        if not reasons:
            raise ValueError("a request for nothing")
        with_code = draft.code is not None and draft.journey is Journey.INVITATION
        body = DeskRequest(
            reasons=tuple(sorted(reason.value for reason in reasons)),
            first=draft.first.text if draft.first else "",
            last=draft.last.text if draft.last else "",
            birth_date=draft.birth_date.date.isoformat() if draft.birth_date else "",
            zip_code=draft.zip_code.text if draft.zip_code else "",
            email=draft.email.text if draft.email else "",
            gender=draft.gender.value if draft.gender else "",
            phone=draft.phone.e164 if draft.phone else "",
            language=draft.language.value,
            relationship=draft.relationship.value,
            guardian=draft.guardian.text if draft.guardian and guardian_needed(draft) else "",
            lookup_id=self._lookups.lookup_id(_given(draft.code)) if with_code else "",
        )
        op_id = self._log.record(body, subject=draft.about, at=self._clock.now())
        self._deliveries.kick()
        return op_id

    def request_state(self, request_id: UUID) -> RequestState:
        """Ask the portal how far the desk is (F4)."""
        return self._lookups.request(request_id)

    def log_in(self, draft: Draft, user_id: str, password: str) -> LogInReply:
        """Both as typed: a misshapen one is as wrong as any other (S25)."""
        return self._commands.log_in(draft.about, user_id, password)

    def join(self, draft: Draft) -> Reply:
        """The account of ``log_in`` joins this practice, with consent (S25)."""
        flow = _given(_given(draft.log_in).flow)
        return self._commands.join(flow, _consent(draft, self._clock.now()))

    def update_profile(self, draft: Draft, profile: Profile) -> None:
        """Record what "update profile" says (S15).

        Raises:
            StorageError: nothing was stored; the same answers can be tried again.
        """
        body = ProfileUpdate(
            phone=profile.phone.e164 if profile.phone else None,
            address=profile.address.text if profile.address else None,
            language=profile.language.value if profile.language else None,
            contact_preference=profile.contact_preference.value if profile.contact_preference else None,
        )
        self._log.record(body, subject=draft.about, at=self._clock.now())
        self._deliveries.kick()

    def recover_user_id(self, draft: Draft) -> RecoveryReply:
        """Email and date of birth for the secret question (S31, S32)."""
        return self._commands.recover_user_id(_given(draft.email), _given(draft.birth_date), draft.language)

    def answer_user_id(self, draft: Draft) -> Reply:
        """The answer for the mail with the user ID; the reply is the same either way (S33, S34)."""
        return self._commands.answer_user_id(_recovery_flow(draft), _given(draft.answer))

    def recover_password(self, draft: Draft, user_id: str) -> RecoveryReply:
        """The user ID, as typed, for the secret question (S36)."""
        return self._commands.recover_password(user_id, draft.language)

    def answer_password(self, draft: Draft) -> Reply:
        """The answer and the new password, of which only the hash leaves the tablet (S37)."""
        flow, answer = _recovery_flow(draft), _given(draft.answer)
        hashed = credentials.hash_password(_given(draft.password), self._entropy.random_bytes(SALT_BYTES))
        return self._commands.answer_password(flow, answer, hashed)

    def confirm_password(self, draft: Draft, code: str, password: str) -> Reply:
        """The mail's six digits and the new password as typed again (S39)."""
        return self._commands.confirm_password(_recovery_flow(draft), code, password)

    def open_reset_slip(self, draft: Draft) -> SlipReply:
        """Whose the desk's slip is, with the date of birth; the slip stays as it is (F7)."""
        return self._commands.open_reset_slip(_given(draft.slip), _given(draft.birth_date))

    def use_reset_slip(self, draft: Draft) -> SlipReply:
        """The new password, of which only the hash leaves the tablet, and ``draft.user_id`` if one was chosen (F7)."""
        hashed = credentials.hash_password(_given(draft.password), self._entropy.random_bytes(SALT_BYTES))
        slip, birth_date = _given(draft.slip), _given(draft.birth_date)
        return self._commands.use_reset_slip(draft.subject, slip, birth_date, hashed, draft.user_id)

    def finish(self, draft: Draft) -> Draft:
        """Hash, seal and store the finished draft, then wait a little for the portal's decision.

        Returns:
            the draft with ``outcome`` and ``ending`` set and its password and answer forgotten.

        Raises:
            StorageError: nothing was stored; the same draft can be tried again.
            ValueError: the flow let an unanswered question, or a missing consent, through.
        """
        at = self._clock.now()
        op_id = self._log.record(self._body(draft, at), subject=draft.about, at=at)
        try:
            outcome = self._deliveries.wait_for(op_id, OUTCOME_WAIT_S)
        except KioskError:
            outcome = None  # the record is safe: "saved" is true, and a second try would sign up twice
        return dataclasses.replace(draft, password=None, answer=None, outcome=outcome, ending=ending_of(outcome))

    def _body(self, draft: Draft, at: dt.datetime) -> Body:
        consent = _consent(draft, at)
        salts = self._entropy.random_bytes(2 * SALT_BYTES)
        user_id, password = _given(draft.user_id), _given(draft.password)
        question, answer = _given(draft.question), _given(draft.answer)
        made = Credentials(
            user_id=user_id.text,
            password_hash=credentials.hash_password(password, salts[:SALT_BYTES]),
            question=question.value,
            answer_hash=credentials.hash_answer(question, answer, salts[SALT_BYTES:]),
        )
        language, birth_date = draft.language.value, _given(draft.birth_date)
        zip_code = "" if draft.no_zip else _given(draft.zip_code).text
        guardian = _given(draft.guardian).text if guardian_needed(draft) else ""
        if draft.journey is Journey.INVITATION:
            return Activation(
                code=_given(draft.code).symbols,
                birth_date=birth_date.date.isoformat(),
                zip_code=zip_code,
                gender=_given(draft.gender).value if Missing.GENDER in draft.missing else None,
                phone=_given(draft.phone).e164 if Missing.PHONE in draft.missing else None,
                language=language,
                relationship=draft.relationship.value,
                guardian=guardian,
                credentials=made,
                consent=consent,
            )
        return SignUp(
            first=_given(draft.first).text,
            last=draft.last.text if draft.last else "",
            birth_date=birth_date.date.isoformat(),
            zip_code=zip_code,
            email="" if draft.no_email else _given(draft.email).text,
            gender=_given(draft.gender).value,
            phone=_given(draft.phone).e164,
            language=language,
            relationship=draft.relationship.value,
            guardian=guardian,
            credentials=made,
            consent=consent,
        )


def _consent(draft: Draft, at: dt.datetime) -> Consent:
    if not draft.consented:
        raise ValueError("a record without consent")
    return Consent(text_id=CONSENT_TEXT_ID, version=CONSENT_VERSION, language=draft.language.value, at=at)


def _match_flow(draft: Draft) -> UUID:
    return _given(_given(draft.match).flow)


def _recovery_flow(draft: Draft) -> UUID:
    return _given(_given(draft.recovery).flow)


def _given(value: T | None) -> T:
    if value is None:
        raise ValueError("the flow let an unanswered question through")
    return value
