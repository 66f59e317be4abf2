"""A desk's search over the wire: what it says, and silence where there is no answer."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_search import Found, Question
from kiosk.domain.errors import NotConnectedError, PortalRefusedError
from kiosk.domain.invitation_form import InvitationForm
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.sync_status import SeenDevice
from kiosk.domain.values import BirthDate, Email, Gender, NamePart, Phone, ZipCode
from kiosk.protocol import wire, wire_lookups
from kiosk.sync.desk_lookups import PortalDevices, PortalInvitations, PortalPeople
from kiosk.sync.gateway import Gateway

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
FOUND = wire_lookups.FoundInvitation(
    invitation_id=UUID(int=1),
    number="INV-7F3K",
    first="Maria",
    last="Okafor",
    birth_date="1984",
    state="printed",
    made_at=NOW,
    expires_at=NOW,
    language="es",
    mailable=True,
)
ROW = DayListRow(
    invitation_id=UUID(int=1),
    number="INV-7F3K",
    first="Maria",
    last="Okafor",
    birth_date="1984",
    progress=InvitationProgress.PRINTED,
    made_at=NOW,
    expires_at=NOW,
    language="es",
    mailable=True,
)


LI = InvitationForm(first=NamePart("Li"), last=None, birth_date=BirthDate(dt.date(1990, 1, 2)), zip_code=None)


class _Line(Gateway):
    """A gateway whose answer the test chooses."""

    def __init__(self, answer: wire.Message | Exception) -> None:
        self.answer = answer
        self.asked: list[tuple[str, wire.Message]] = []

    def call(self, method, path, request, answer_type, *, timeout_s):  # type: ignore[no-untyped-def]  # as Gateway.call
        """Note and answer."""
        self.asked.append((f"{method} {path}", request))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.mark.rule("F1")
def test_a_question_and_its_answer() -> None:
    """Each field in its place; the rows as the desk's list holds them."""
    line = _Line(wire_lookups.InvitationsFound(invitations=[FOUND], more=True))
    question = Question(name="ok", birth_date=BirthDate(dt.date(1984, 3, 27)), number="INV-7F3K")
    assert PortalInvitations(line).search(question) == Found((ROW,), more=True)
    assert PortalInvitations(line).whole(ROW.invitation_id) == ROW
    path = "POST /v1/lookups/invitations"
    assert line.asked == [
        (path, wire_lookups.InvitationSearch(name="ok", birth_date="1984-03-27", number="INV-7F3K")),
        (path, wire_lookups.InvitationSearch(invitation_id=ROW.invitation_id)),
    ]


@pytest.mark.rule("K1")
@pytest.mark.parametrize("error", [NotConnectedError("silence"), PortalRefusedError("busy")], ids=["silence", "busy"])
def test_no_answer_is_not_connected(error: Exception) -> None:
    """Nothing is raised: the desk works on with today's list."""
    lookups = PortalInvitations(_Line(error))
    assert lookups.search(Question(name="ok")) is None
    assert lookups.whole(ROW.invitation_id) is None
    assert PortalDevices(_Line(error)).devices() is None
    assert PortalPeople(_Line(error)).standings([LI]) is None


@pytest.mark.rule("F2")
def test_whom_the_practice_knows() -> None:
    """All that the sheet tells goes, and nothing for what it does not tell; the answers in the order of the people."""
    ana = InvitationForm(
        first=NamePart("Ana"),
        last=NamePart("Ruiz"),
        birth_date=BirthDate(dt.date(1990, 1, 22)),
        zip_code=ZipCode("60614-1234"),
        email=Email("ana@mail.example", "ana@mail.example"),
        phone=Phone("+13125550143"),
        gender=Gender.FEMALE,
    )
    answers = [wire_lookups.KnownPerson(state="member"), wire_lookups.KnownPerson(state="invited", number="INV-7F3K")]
    line = _Line(wire_lookups.PeopleKnown(people=answers))
    assert PortalPeople(line).standings([ana, LI]) == (Known(Standing.MEMBER), Known(Standing.INVITED, "INV-7F3K"))
    whole = wire_lookups.SoughtPerson(
        first="Ana",
        last="Ruiz",
        birth_date="1990-01-22",
        zip_code="60614-1234",
        email="ana@mail.example",
        phone="+13125550143",
        gender="female",
    )
    bare = wire_lookups.SoughtPerson(first="Li", last="", birth_date="1990-01-02")
    assert line.asked == [("POST /v1/lookups/people", wire_lookups.PeopleLookup(people=[whole, bare]))]


@pytest.mark.rule("F2")
def test_a_long_sheet_is_asked_about_in_parts() -> None:
    """An answer about fewer people than were asked about is none."""
    line = _Line(wire_lookups.PeopleKnown(people=[wire_lookups.KnownPerson(state="none")] * wire_lookups.MAX_PEOPLE))
    assert len(PortalPeople(line).standings([LI] * 2 * wire_lookups.MAX_PEOPLE) or ()) == 2 * wire_lookups.MAX_PEOPLE
    assert [len(asked.people) for _, asked in line.asked if isinstance(asked, wire_lookups.PeopleLookup)] == [200, 200]
    assert PortalPeople(line).standings([LI]) is None


def test_an_invitation_that_is_gone() -> None:
    """The portal knows none with this id any more."""
    assert PortalInvitations(_Line(wire_lookups.InvitationsFound(invitations=[]))).whole(ROW.invitation_id) is None


@pytest.mark.rule("F6")
def test_the_practices_devices() -> None:
    """As the portal says it, in its order."""
    seen = wire_lookups.SeenDevice(device_id=UUID(int=3), role="tablet", last_seen=NOW, waiting=4)
    line = _Line(
        wire_lookups.DevicesFound(
            devices=[seen, wire_lookups.SeenDevice(device_id=UUID(int=4), role="desk", last_seen=None, waiting=0)]
        )
    )
    assert PortalDevices(line).devices() == (
        SeenDevice(device_id=UUID(int=3), is_desk=False, last_seen=NOW, waiting=4),
        SeenDevice(device_id=UUID(int=4), is_desk=True, last_seen=None, waiting=0),
    )
    assert line.asked == [("POST /v1/lookups/devices", wire_lookups.DevicesLookup())]
