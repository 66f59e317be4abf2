"""Lookups: the portal's word while it answers, the sealed roster while it does not."""

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import Any, Literal, TypeVar

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.draft import DeskReason, Draft, InvitationMatch, Journey, Missing
from kiosk.domain.errors import NotConnectedError, StorageError
from kiosk.domain.patient_ports import InvitationCheck, InvitationState
from kiosk.domain.replies import Match, MatchState, RequestState
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, ZipCode
from kiosk.protocol import wire, wire_lookups, wire_sync
from kiosk.protocol.encoding import b64encode
from kiosk.protocol.queue import SyncPosition
from kiosk.protocol.roster import RosterRow, lookup_id, open_row, seal_row
from kiosk.store.local import LocalStore
from kiosk.sync.gateway import Gateway
from kiosk.sync.lookups import PortalLookups
from tests.store.samples import NOW, PRACTICE_ID, House

M = TypeVar("M", bound=wire.Message)
State = Literal["waiting", "allowed", "declined", "unknown"]

CODE = ActivationCode("7K9QF2M9XT4HC01")
UNKNOWN_CODE = ActivationCode("ABCDEFGHJKMNPQM")
BORN, ZIP = BirthDate(dt.date(1984, 2, 9)), ZipCode("02139-4307")
WRONG_DAY = BirthDate(dt.date(1984, 9, 2))
INVITATION, FLOW, SUBJECT, OP = (uuid.UUID(int=number) for number in (1, 2, 3, 4))
EXPIRES = NOW + dt.timedelta(days=14)
QUARTER = dt.timedelta(minutes=15)
NO_MATCH = InvitationCheck(InvitationState.NO_MATCH)
UNKNOWN = InvitationCheck(InvitationState.UNKNOWN)


class Line(Gateway):
    """A portal that answers what it was given; nothing given means that nobody answers."""

    def __init__(self) -> None:
        self.answer: wire.Message | None = None
        self.asked: list[tuple[str, wire.Message]] = []

    def call(self, method: str, path: str, request: wire.Message, answer_type: type[M], *, timeout_s: float) -> M:
        """Keep the question."""
        assert (method, timeout_s) == ("POST", 3.0)
        self.asked.append((path, request))
        if self.answer is None:
            raise NotConnectedError("no network")
        assert isinstance(self.answer, answer_type)
        return self.answer


class Clock:
    """The device's, which may be wrong."""

    def now(self) -> dt.datetime:
        """Always the same."""
        return NOW


@pytest.fixture
def line() -> Line:
    """Not connected."""
    return Line()


@pytest.fixture
def stopped(house: House) -> Iterator[LocalStore]:
    """The tablet's file, with a monotonic clock that stands."""
    opened = LocalStore(house.folder / "local.db", house.local_key, is_desk=False, monotonic=lambda: 0.0)
    yield opened
    opened.close()


@pytest.fixture
def lookups(line: Line, stopped: LocalStore) -> PortalLookups:
    """With one invitation in the roster."""
    row = seal_row(CODE, BORN.date, "02139", PRACTICE_ID, INVITATION, "en", "self", EXPIRES, bytes(12))
    change = wire_sync.RosterChange(lookup_id=lookup_id(CODE, PRACTICE_ID), sealed=b64encode(row), expires_at=EXPIRES)
    stopped.apply([change], position=SyncPosition("epoch-1", "1"), reset=False, now=NOW, portal_time=NOW)
    return PortalLookups(line, PRACTICE_ID, stopped, Clock())


@pytest.mark.rule("S13")
def test_the_portals_word_on_an_invitation(line: Line, lookups: PortalLookups) -> None:
    """Match with what is missing, no match, locked until when; the roster is not asked."""
    line.answer = wire_lookups.InvitationAnswer(state="match", invitation_id=FLOW, missing=["phone"])
    assert lookups.invitation(CODE, BORN, ZIP) == InvitationCheck(
        InvitationState.MATCH, InvitationMatch(FLOW, frozenset({Missing.PHONE}))
    )
    line.answer = wire_lookups.InvitationAnswer(state="no_match")
    assert lookups.invitation(CODE, BORN, ZIP) == NO_MATCH
    line.answer = wire_lookups.InvitationAnswer(state="locked", until=EXPIRES)
    assert lookups.invitation(CODE, BORN, ZIP) == InvitationCheck(InvitationState.LOCKED, until=EXPIRES)
    sent = wire_lookups.InvitationLookup(
        lookup_id=lookup_id(CODE, PRACTICE_ID), birth_date=BORN.comparison, zip_code=ZIP.comparison
    )
    assert line.asked == [("/v1/lookups/invitation", sent)] * 3
    assert lookups.lookup_id(CODE) == sent.lookup_id


@pytest.mark.rule("S13", "K1")
def test_disconnected_the_slip_opens_its_row(lookups: PortalLookups) -> None:
    """Code, date of birth and ZIP together; the row tells nothing of gender and phone, so both are asked."""
    found = InvitationMatch(INVITATION, frozenset(Missing))
    assert lookups.invitation(CODE, BORN, ZIP) == InvitationCheck(InvitationState.MATCH, found)
    assert lookups.invitation(CODE, BORN, ZipCode("02139")).state is InvitationState.MATCH


@pytest.mark.rule("S13", "K1")
def test_five_wrong_tries_lock_without_a_network(lookups: PortalLookups, monkeypatch: pytest.MonkeyPatch) -> None:
    """The fifth already says so, until when; meanwhile the right details are not even looked at."""
    opened: list[object] = []

    def watched(*typed: Any) -> RosterRow | None:
        opened.append(typed)
        return open_row(*typed)

    monkeypatch.setattr("kiosk.sync.lookups.roster.open_row", watched)
    locked = InvitationCheck(InvitationState.LOCKED, until=NOW + QUARTER)
    answers = [lookups.invitation(CODE, WRONG_DAY, ZIP) for _ in range(5)]
    assert answers == [NO_MATCH] * 4 + [locked]
    assert lookups.invitation(CODE, BORN, ZIP) == locked
    assert len(opened) == 5


@pytest.mark.rule("S13")
def test_fifteen_wrong_tries_end_it_here(lookups: PortalLookups, stopped: LocalStore) -> None:
    """From then on the desk helps: also the right details get the same neutral answer."""
    ahead = NOW
    for _ in range(3):
        for _ in range(5):
            lookups.invitation(CODE, WRONG_DAY, ZIP)
        ahead += QUARTER
        stopped.apply([], position=SyncPosition("e", "1"), reset=False, now=NOW, portal_time=ahead)
    assert lookups.invitation(CODE, BORN, ZIP) == NO_MATCH
    assert [tries.count for tries in stopped.wrong_tries()] == [15]


@pytest.mark.rule("K1")
def test_a_slip_of_a_desk_that_is_cut_off_too_is_taken(lookups: PortalLookups, stopped: LocalStore) -> None:
    """The check symbol was right and nobody here knows the code: the portal decides later. It is counted."""
    assert [lookups.invitation(UNKNOWN_CODE, BORN, ZIP) for _ in range(15)] == [UNKNOWN] * 15
    assert lookups.invitation(UNKNOWN_CODE, BORN, ZIP).state is InvitationState.LOCKED
    assert lookups.invitation(CODE, BORN, ZIP).state is InvitationState.MATCH
    assert stopped.wrong_tries() == []


@pytest.mark.rule("S13")
def test_a_try_is_counted_before_it_is_answered(
    lookups: PortalLookups, stopped: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it cannot be counted there is no answer."""

    def full(self: LocalStore, sought: str) -> dt.timedelta:
        raise StorageError("no room")

    monkeypatch.setattr(LocalStore, "wrong_try", full)
    for code, born in ((CODE, WRONG_DAY), (UNKNOWN_CODE, BORN)):
        with pytest.raises(StorageError):
            lookups.invitation(code, born, ZIP)


def typed(**fields: object) -> Draft:
    """All answers up to the match."""
    usual: dict[str, object] = {
        "journey": Journey.SIGN_UP,
        "subject": SUBJECT,
        "today": NOW.date(),
        "first": NamePart("Maria"),
        "last": NamePart("Okafor"),
        "birth_date": BORN,
        "zip_code": ZIP,
        "email": Email("Maria@example.com", "maria@example.com"),
        "gender": Gender.FEMALE,
        "phone": Phone("+12125550123"),
        "language": Language.SPANISH,
    }
    return Draft(**usual | fields)  # type: ignore[arg-type]


@pytest.mark.rule("S16", "S26", "S29")
def test_a_match_is_asked_with_what_was_typed(line: Line, lookups: PortalLookups) -> None:
    """Under the draft's subject; what the patient does not have is empty, whatever stands in the draft."""
    line.answer = wire_lookups.MatchAnswer(state="verify_phone", flow=FLOW)
    assert lookups.match(typed()) == Match(MatchState.PHONE, FLOW)
    lookups.match(typed(no_email=True, no_zip=True, last=None))
    first, second = (request for _, request in line.asked)
    assert first == wire_lookups.MatchLookup(
        subject=SUBJECT,
        first="Maria",
        last="Okafor",
        birth_date="1984-02-09",
        zip_code="02139-4307",
        email="Maria@example.com",
        gender="female",
        phone="+12125550123",
        language="es",
    )
    assert isinstance(second, wire_lookups.MatchLookup)
    assert (second.last, second.zip_code, second.email) == ("", "", "")


@pytest.mark.rule("S14", "S29")
def test_an_invitations_person_is_at_the_portal(line: Line, lookups: PortalLookups) -> None:
    """Under the invitation's id, with what it lacked and nothing else."""
    line.answer = wire_lookups.MatchAnswer(state="none")
    found = InvitationMatch(INVITATION, frozenset({Missing.PHONE}))
    draft = typed(journey=Journey.INVITATION, code=CODE, invitation=found, gender=None)
    assert lookups.match(draft) == Match(MatchState.NONE)
    assert line.asked[0][1] == wire_lookups.MatchLookup(
        subject=INVITATION,
        first="",
        last="",
        birth_date="",
        zip_code="",
        email="",
        gender="",
        phone="+12125550123",
        language="es",
    )


@pytest.mark.rule("K1")
def test_nobody_is_asked_about_a_code_that_nobody_knows(line: Line, lookups: PortalLookups) -> None:
    """There is no person to match, whatever the desk has allowed, until the invitation was found."""
    line.answer = wire_lookups.MatchAnswer(state="none")
    nobody = typed(journey=Journey.INVITATION, code=CODE, first=None, last=None, email=None)
    corrected = typed(journey=Journey.INVITATION, code=CODE, allowed=frozenset({DeskReason.DETAILS}))
    assert [lookups.match(draft) for draft in (nobody, corrected)] == [None, None]
    assert line.asked == []


@pytest.mark.rule("S13", "S14", "F4")
def test_what_the_desk_corrected_is_looked_for_again(line: Line, lookups: PortalLookups) -> None:
    """With what was typed, also without a ZIP; the match then runs under the draft's name, where the desk's word is."""
    line.answer = wire_lookups.InvitationAnswer(state="match", invitation_id=INVITATION, missing=["gender"])
    found = InvitationMatch(INVITATION, frozenset({Missing.GENDER}))
    assert lookups.corrected(CODE, BORN, None) == found
    assert line.asked[0][1] == wire_lookups.InvitationLookup(
        lookup_id=lookup_id(CODE, PRACTICE_ID), birth_date=BORN.comparison, zip_code=""
    )
    line.answer = wire_lookups.MatchAnswer(state="none")
    allowed = frozenset({DeskReason.DETAILS})
    lookups.match(typed(journey=Journey.INVITATION, code=CODE, invitation=found, allowed=allowed))
    asked = line.asked[-1][1]
    assert isinstance(asked, wire_lookups.MatchLookup)
    assert (asked.subject, asked.first, asked.birth_date) == (SUBJECT, "", "")


@pytest.mark.rule("S13", "K1")
def test_what_the_desk_corrected_is_not_in_the_roster(line: Line, lookups: PortalLookups, stopped: LocalStore) -> None:
    """Not connected, or over: nobody knows, everything is asked, and no try is counted against the patient."""
    assert lookups.corrected(CODE, WRONG_DAY, ZIP) is None
    assert stopped.wrong_tries() == []
    for state in ("no_match", "locked"):
        line.answer = wire_lookups.InvitationAnswer(state=state)
        assert lookups.corrected(CODE, WRONG_DAY, ZIP) is None


@pytest.mark.rule("S11")
def test_the_desk_has_met_a_minor(line: Line, lookups: PortalLookups) -> None:
    """The portal's word on it comes with the invitation."""
    line.answer = wire_lookups.InvitationAnswer(state="match", invitation_id=INVITATION, minor_allowed=True)
    match = lookups.invitation(CODE, BORN, ZIP).match
    assert match == InvitationMatch(INVITATION, frozenset(), frozenset({DeskReason.MINOR}))


@pytest.mark.rule("F4", "S16", "K1")
def test_not_connected_is_an_answer(line: Line, lookups: PortalLookups) -> None:
    """No match known, the desk's decision unknown; connected, the portal's words."""
    assert lookups.match(typed()) is None
    assert lookups.request(OP) is RequestState.UNKNOWN
    states: tuple[State, ...] = ("waiting", "allowed", "declined", "unknown")
    for state in states:
        line.answer = wire_lookups.RequestAnswer(state=state)
        assert lookups.request(OP) is RequestState(state)
    assert line.asked[-1] == ("/v1/lookups/request", wire_lookups.RequestLookup(op_id=OP))
