"""Lookups: questions whose answers only choose the next screen; any failure means "not connected"."""

from __future__ import annotations

from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import InvitationMatch, Missing
from kiosk.domain.errors import KioskError
from kiosk.domain.ports import InvitationCheck, InvitationState, UserIdState
from kiosk.domain.values import BirthDate, UserId, ZipCode
from kiosk.protocol import wire
from kiosk.protocol.roster import lookup_id
from kiosk.sync.gateway import Gateway


class PortalLookups:
    """``kiosk.domain.ports.Lookups`` over the gateway."""

    def __init__(self, gateway: Gateway, practice_id: UUID) -> None:
        """Ask for one practice."""
        self._gateway = gateway
        self._practice_id = practice_id

    def user_id(self, user_id: UserId) -> UserIdState:
        """Whether the ID is free right now; the portal decides again in the operation (S4)."""
        try:
            answer = self._gateway.user_id(wire.UserIdLookup(user_id=user_id.text))
        except KioskError:
            return UserIdState.UNKNOWN
        return UserIdState.FREE if answer.free else UserIdState.TAKEN

    def invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        """Whether the three belong together (S13); the code itself does not travel."""
        request = wire.InvitationLookup(
            lookup_id=lookup_id(code, self._practice_id),
            birth_date=birth_date.comparison,
            zip_code=zip_code.comparison,
        )
        try:
            answer = self._gateway.invitation(request)
        except KioskError:
            return InvitationCheck(InvitationState.UNKNOWN)
        if answer.state == "match" and answer.invitation_id is not None:
            missing = frozenset(Missing(name) for name in answer.missing)
            return InvitationCheck(InvitationState.MATCH, InvitationMatch(answer.invitation_id, missing))
        return InvitationCheck(InvitationState.LOCKED if answer.state == "locked" else InvitationState.NO_MATCH)
