"""A desk's questions over the gateway: invitations, people, devices; any failure means "not connected"."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_search import Found, Question
from kiosk.domain.errors import KioskError
from kiosk.domain.invitation_form import InvitationForm
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.sync_status import SeenDevice
from kiosk.protocol import wire_lookups
from kiosk.sync.gateway import LOOKUP_TIMEOUT_S, Gateway


class PortalInvitations:
    """``kiosk.domain.desk_search.InvitationLookups`` of one device."""

    def __init__(self, gateway: Gateway) -> None:
        """Ask over this line."""
        self._gateway = gateway

    def search(self, question: Question) -> Found | None:
        """Invitations of the practice, or None."""
        asked = wire_lookups.InvitationSearch(
            name=question.name,
            birth_date=question.birth_date.comparison if question.birth_date else "",
            number=question.number,
        )
        answer = self._ask(asked)
        return None if answer is None else Found(tuple(map(_row, answer.invitations)), answer.more)

    def whole(self, invitation_id: UUID) -> DayListRow | None:
        """One of them with its whole date of birth, or None."""
        answer = self._ask(wire_lookups.InvitationSearch(invitation_id=invitation_id))
        return _row(answer.invitations[0]) if answer is not None and answer.invitations else None

    def _ask(self, asked: wire_lookups.InvitationSearch) -> wire_lookups.InvitationsFound | None:
        try:
            return self._gateway.call(
                "POST", "/v1/lookups/invitations", asked, wire_lookups.InvitationsFound, timeout_s=LOOKUP_TIMEOUT_S
            )
        except KioskError:
            return None


class PortalPeople:
    """``kiosk.domain.known_people.KnownPeople`` of one desk."""

    def __init__(self, gateway: Gateway) -> None:
        """Ask over this line."""
        self._gateway = gateway

    def standings(self, people: Sequence[InvitationForm]) -> tuple[Known, ...] | None:
        """How each stands, or None; a long sheet is asked about in parts, and half an answer is none."""
        found: list[Known] = []
        for start in range(0, len(people), wire_lookups.MAX_PEOPLE):
            part = [_sought(person) for person in people[start : start + wire_lookups.MAX_PEOPLE]]
            try:
                answer = self._gateway.call(
                    "POST",
                    "/v1/lookups/people",
                    wire_lookups.PeopleLookup(people=part),
                    wire_lookups.PeopleKnown,
                    timeout_s=LOOKUP_TIMEOUT_S,
                )
            except KioskError:
                return None
            if len(answer.people) != len(part):
                return None
            found += (Known(Standing(each.state), each.number) for each in answer.people)
        return tuple(found)


class PortalDevices:
    """``kiosk.domain.sync_status.PracticeDevices`` of one desk."""

    def __init__(self, gateway: Gateway) -> None:
        """Ask over this line."""
        self._gateway = gateway

    def devices(self) -> tuple[SeenDevice, ...] | None:
        """The practice's devices, or None."""
        try:
            answer = self._gateway.call(
                "POST",
                "/v1/lookups/devices",
                wire_lookups.DevicesLookup(),
                wire_lookups.DevicesFound,
                timeout_s=LOOKUP_TIMEOUT_S,
            )
        except KioskError:
            return None
        return tuple(
            SeenDevice(
                device_id=found.device_id,
                is_desk=found.role == "desk",
                last_seen=found.last_seen,
                waiting=found.waiting,
            )
            for found in answer.devices
        )


def _sought(person: InvitationForm) -> wire_lookups.SoughtPerson:
    return wire_lookups.SoughtPerson(
        first=person.first.text,
        last=person.last.text if person.last else "",
        birth_date=person.birth_date.comparison,
        zip_code=person.zip_code.text if person.zip_code else "",
        email=person.email.text if person.email else "",
        phone=person.phone.e164 if person.phone else "",
        gender=person.gender.value if person.gender else "",
    )


def _row(found: wire_lookups.FoundInvitation) -> DayListRow:
    return DayListRow(
        invitation_id=found.invitation_id,
        number=found.number,
        first=found.first,
        last=found.last,
        birth_date=found.birth_date,
        progress=InvitationProgress(found.state),
        made_at=found.made_at,
        expires_at=found.expires_at,
        language=found.language,
        mailable=found.mailable,
    )
