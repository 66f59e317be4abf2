"""Lookups: questions whose answers only choose the next screen; any failure means "not connected".

Without the portal a code is looked for in the sealed roster of this device; whoever types a wrong date of birth or ZIP
is counted before the answer is shown (``docs/architecture.md``, "Activation without a network").
"""

from __future__ import annotations

from typing import Final
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import DeskReason, Draft, InvitationMatch, Journey, Missing
from kiosk.domain.errors import KioskError
from kiosk.domain.patient_ports import InvitationCheck, InvitationState, UserIdState
from kiosk.domain.ports import Clock
from kiosk.domain.replies import Match, MatchState, RequestState
from kiosk.domain.tries import TRIES_IN_ALL
from kiosk.domain.values import BirthDate, UserId, ZipCode
from kiosk.protocol import roster, wire_lookups
from kiosk.sync.gateway import Gateway
from kiosk.sync.ports import RosterCopy

_UNKNOWN_CODE: Final = ""
"""Codes that are not in the roster count together."""


class PortalLookups:
    """``kiosk.domain.patient_ports.Lookups`` over the gateway, and over the roster while it answers nothing."""

    def __init__(self, gateway: Gateway, practice_id: UUID, copy: RosterCopy, clock: Clock) -> None:
        """Ask for one practice.

        Args:
            gateway: the line to the portal.
            practice_id: of this device.
            copy: roster and counters of this device.
            clock: for the time of day at which a lock ends.
        """
        self._gateway = gateway
        self._practice_id = practice_id
        self._copy = copy
        self._clock = clock

    def user_id(self, user_id: UserId) -> UserIdState:
        """Whether the ID is free right now; the portal decides again in the operation (S4)."""
        try:
            answer = self._gateway.user_id(wire_lookups.UserIdLookup(user_id=user_id.text))
        except KioskError:
            return UserIdState.UNKNOWN
        return UserIdState.FREE if answer.free else UserIdState.TAKEN

    def invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        """Whether the three belong together (S13); the code itself does not travel.

        Raises:
            StorageError: disconnected, a wrong try could not be counted, so there is no answer.
        """
        try:
            answer = self._gateway.invitation(self._asked(code, birth_date, zip_code))
        except KioskError:
            return self._from_roster(code, birth_date, zip_code)
        if found := _found(answer):
            return InvitationCheck(InvitationState.MATCH, found)
        if answer.state == "locked":
            return InvitationCheck(InvitationState.LOCKED, until=answer.until)
        return InvitationCheck(InvitationState.NO_MATCH)

    def corrected(
        self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode | None
    ) -> InvitationMatch | None:
        """The invitation that says what was typed since the desk corrected it (S13).

        None if not connected, or if it is over; the roster still holds the old answers and counts nothing.
        """
        try:
            return _found(self._gateway.invitation(self._asked(code, birth_date, zip_code)))
        except KioskError:
            return None

    def match(self, draft: Draft) -> Match | None:
        """Which page follows the required questions (S16, S26, S29); None if not connected.

        A code that nobody here knows tells no person to match; the portal does that when it decides.
        """
        if draft.journey is Journey.INVITATION and draft.invitation is None:
            return None
        try:
            answer = self._gateway.match(_match_lookup(draft))
        except KioskError:
            return None
        return Match(MatchState(answer.state), answer.flow)

    def request(self, op_id: UUID) -> RequestState:
        """How far the desk is (F4)."""
        try:
            return RequestState(self._gateway.request(wire_lookups.RequestLookup(op_id=op_id)).state)
        except KioskError:
            return RequestState.UNKNOWN

    def lookup_id(self, code: ActivationCode) -> str:
        """What portal and roster know the code by."""
        return roster.lookup_id(code, self._practice_id)

    def _asked(
        self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode | None
    ) -> wire_lookups.InvitationLookup:
        return wire_lookups.InvitationLookup(
            lookup_id=self.lookup_id(code),
            birth_date=birth_date.comparison,
            zip_code=zip_code.comparison if zip_code else "",
        )

    def _from_roster(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        lookup_id = self.lookup_id(code)
        row = self._copy.row(lookup_id)
        counter, wait = self._copy.tries(_UNKNOWN_CODE if row is None else lookup_id)
        if wait:
            return InvitationCheck(InvitationState.LOCKED, until=self._clock.now() + wait)
        if row is None:  # perhaps made at a desk that is cut off, too: it is taken, and the portal decides (K1)
            self._copy.wrong_try(_UNKNOWN_CODE)
            return InvitationCheck(InvitationState.UNKNOWN)
        if counter.total >= TRIES_IN_ALL:
            return InvitationCheck(InvitationState.NO_MATCH)
        opened = roster.open_row(
            row.sealed, code, birth_date.date, zip_code.comparison, self._practice_id, row.expires_at
        )
        if opened is not None:
            # What the invitation lacks stands in no row, so everything is asked.
            return InvitationCheck(InvitationState.MATCH, InvitationMatch(opened.invitation_id, frozenset(Missing)))
        if wait := self._copy.wrong_try(lookup_id):
            return InvitationCheck(InvitationState.LOCKED, until=self._clock.now() + wait)
        return InvitationCheck(InvitationState.NO_MATCH)


def _found(answer: wire_lookups.InvitationAnswer) -> InvitationMatch | None:
    if answer.state != "match" or answer.invitation_id is None:
        return None
    allowed = frozenset({DeskReason.MINOR}) if answer.minor_allowed else frozenset[DeskReason]()
    return InvitationMatch(answer.invitation_id, frozenset(Missing(name) for name in answer.missing), allowed)


def _match_lookup(draft: Draft) -> wire_lookups.MatchLookup:
    """What was typed; of an invitation that was found only what it lacks (its person is at the portal)."""
    known = draft.invitation is not None
    return wire_lookups.MatchLookup(
        subject=draft.about,
        first=draft.first.text if draft.first and not known else "",
        last=draft.last.text if draft.last and not known else "",
        birth_date=draft.birth_date.comparison if draft.birth_date and not known else "",
        zip_code=draft.zip_code.text if draft.zip_code and not draft.no_zip and not known else "",
        email=draft.email.text if draft.email and not draft.no_email and not known else "",
        gender=draft.gender.value if draft.gender else "",
        phone=draft.phone.e164 if draft.phone else "",
        language=draft.language.value,
    )
