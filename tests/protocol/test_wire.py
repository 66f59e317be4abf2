"""Messages on the wire: decoded strictly, and showing no values."""

import datetime as dt
from collections.abc import Iterator
from typing import get_args
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.assurance import Assurance
from kiosk.domain.day_list import InvitationProgress
from kiosk.domain.draft import Missing
from kiosk.domain.staff import StaffRole
from kiosk.protocol import wire, wire_lookups, wire_sync
from kiosk.protocol.keys import KeyStatement
from kiosk.protocol.wire import Message

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
ID = UUID(int=1)
CANARY = "Canary77"

PRACTICE = wire.PracticeInfo(practice_id=ID, name=CANARY, portal_host=CANARY, time_zone="UTC", language="en")
KEY = KeyStatement(CANARY, "seal", CANARY, CANARY)
STAFF = wire_sync.StaffChange(staff_id=ID, name=CANARY, role="manager", verifier=CANARY, active=True)
INVITATION = wire_sync.InvitationChange(
    invitation_id=ID,
    number=CANARY,
    first=CANARY,
    last=CANARY,
    birth_date=CANARY,
    state="ready",
    made_at=NOW,
    expires_at=NOW,
)
FOUND = wire_lookups.FoundInvitation(
    invitation_id=ID,
    number=CANARY,
    first=CANARY,
    last=CANARY,
    birth_date=CANARY,
    state="ready",
    made_at=NOW,
    expires_at=NOW,
    language="es",
)
ACCOUNT = wire_lookups.FoundAccount(
    account_id=ID,
    first=CANARY,
    last=CANARY,
    birth_date=CANARY,
    masked_email=CANARY,
    email_verified=True,
    has_user_id=False,
    locked_until=NOW,
    locked_for_good=True,
    assurance="IAL1.4",
    checked_at=NOW,
)
SOUGHT = wire_lookups.SoughtPerson(
    first=CANARY, last=CANARY, birth_date=CANARY, zip_code=CANARY, email=CANARY, phone=CANARY, gender=CANARY
)
RESULT = wire_sync.Result(receipt=CANARY, replayed=True)

MESSAGES: list[Message] = [
    wire.Problem(error="malformed", message=CANARY),
    wire.EnrolRequest(code=CANARY, public_key=CANARY, signature=CANARY),
    PRACTICE,
    wire.EnrolResponse(
        device_id=ID, role="tablet", practice=PRACTICE, root_key=CANARY, keys=[KEY], epoch=CANARY, cursor=CANARY
    ),
    STAFF,
    INVITATION,
    wire_sync.PracticeChange(practice=PRACTICE),
    wire_sync.KeysChange(keys=[KEY]),
    wire_sync.SyncRequest(
        operations=[CANARY],
        cursor=CANARY,
        epoch=CANARY,
        audit_head=CANARY,
        audit_count=1,
        audit_known_count=1,
        audit_known_head=CANARY,
        waiting=2,
    ),
    RESULT,
    wire_sync.Limits(),
    wire_sync.SyncResponse(
        results=[RESULT],
        changes=[STAFF, INVITATION, wire_sync.PracticeChange(practice=PRACTICE), wire_sync.KeysChange(keys=[KEY])],
        cursor=CANARY,
        epoch=CANARY,
        durable_seq=3,
        portal_time=NOW,
        missing=[1, 2],
    ),
    wire_sync.ReceiptsResponse(results=[RESULT]),
    wire_lookups.UserIdLookup(user_id=CANARY),
    wire_lookups.UserIdAnswer(free=True),
    wire_lookups.InvitationLookup(lookup_id=CANARY, birth_date=CANARY, zip_code=CANARY),
    wire_lookups.InvitationAnswer(state="match", invitation_id=ID, missing=["gender", "phone"]),
    wire_lookups.InvitationSearch(name=CANARY, birth_date=CANARY, number=CANARY, invitation_id=ID),
    FOUND,
    wire_lookups.InvitationsFound(invitations=[FOUND], more=True),
    wire_lookups.AccountSearch(name=CANARY, birth_date=CANARY, account_id=ID),
    ACCOUNT,
    SOUGHT,
    wire_lookups.PeopleLookup(people=[SOUGHT]),
    wire_lookups.KnownPerson(state="invited", number=CANARY),
    wire_lookups.PeopleKnown(people=[wire_lookups.KnownPerson(state="member")]),
    wire_lookups.DevicesLookup(),
    wire_lookups.SeenDevice(device_id=ID, role="tablet", last_seen=None, waiting=1),
    wire_lookups.DevicesFound(devices=[wire_lookups.SeenDevice(device_id=ID, role="desk", last_seen=None, waiting=0)]),
    wire_lookups.AccountsFound(accounts=[ACCOUNT], more=True),
    wire_lookups.MatchLookup(
        subject=ID,
        first=CANARY,
        last=CANARY,
        birth_date=CANARY,
        zip_code=CANARY,
        email=CANARY,
        gender=CANARY,
        phone=CANARY,
        language="en",
    ),
    wire_lookups.MatchAnswer(state="verify_phone", flow=ID),
    wire_lookups.RequestLookup(op_id=ID),
    wire_lookups.RequestAnswer(state="waiting"),
    wire_sync.RosterChange(lookup_id=CANARY, sealed=CANARY, expires_at=NOW),
    wire_sync.WrongTries(lookup_id=CANARY, count=3),
    wire_sync.CaseChange(
        case_id=ID,
        kind="desk_request",
        reasons=["no_email"],
        subject=ID,
        waiting=True,
        first=CANARY,
        last=CANARY,
        birth_date=CANARY,
        zip_code=CANARY,
        email=CANARY,
        differs=["zip_code"],
        chart_birth_date=CANARY,
        chart_zip=CANARY,
        number=CANARY,
        made_at=NOW,
        state="open",
    ),
]
each_message = pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)


def _kinds(kind: type[Message]) -> Iterator[type[Message]]:
    for child in kind.__subclasses__():
        yield child
        yield from _kinds(child)


def test_this_list_holds_every_message() -> None:
    """A new message that is missing here would go unproved."""
    ours = {kind.__name__ for kind in _kinds(Message) if kind.__module__.startswith("kiosk.protocol.wire")}
    assert ours == {type(message).__name__ for message in MESSAGES}


@each_message
def test_a_message_goes_there_and_back(message: Message) -> None:
    """Through JSON, every field and every change's own type."""
    assert msgspec.json.decode(msgspec.json.encode(message), type=type(message)) == message


@each_message
def test_an_unknown_field_is_refused(message: Message) -> None:
    """Nothing that nobody reads travels along."""
    fields = msgspec.to_builtins(message) | {"surplus": 1}
    with pytest.raises(msgspec.ValidationError, match="unknown field `surplus`"):
        msgspec.json.decode(msgspec.json.encode(fields), type=type(message))


@each_message
def test_a_message_shows_only_its_type(message: Message) -> None:
    """Neither in a traceback nor inside another message's list."""
    for text in (repr(message), str(message), f"{message}", repr([message])):
        assert CANARY not in text
        assert text.strip("[]") == f"{type(message).__name__}(…)"


@each_message
def test_a_message_cannot_be_changed(message: Message) -> None:
    """What was decoded stays what was decoded."""
    with pytest.raises(AttributeError, match="immutable"):
        setattr(message, (*message.__struct_fields__, "more")[0], None)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"operations":"x","cursor":"","epoch":""}',
        b'{"operations":[1],"cursor":"","epoch":""}',
        b'{"operations":[],"cursor":null,"epoch":""}',
        b'{"operations":[],"cursor":"","epoch":"","waiting":"1"}',
        b'{"operations":' + b"[" * 100_000,
        b"\xff",
    ],
    ids=["empty", "null", "list", "nothing", "text", "number", "no cursor", "digits", "nested", "no text"],
)
def test_a_malformed_request_is_one_kind_of_error(body: bytes) -> None:
    """Wrong types, cut, nested and no text at all: the portal answers ``malformed``."""
    with pytest.raises((msgspec.MsgspecError, UnicodeDecodeError)):
        msgspec.json.decode(body, type=wire_sync.SyncRequest)


@given(st.binary(max_size=60))
def test_random_bytes_are_no_request(body: bytes) -> None:
    """And never another exception."""
    with pytest.raises((msgspec.MsgspecError, UnicodeDecodeError)):
        msgspec.json.decode(body, type=wire_sync.SyncRequest)


def test_lists_with_a_default_are_not_shared() -> None:
    """A default list belongs to its message alone."""
    one, other = (wire_lookups.InvitationAnswer(state="no_match") for _ in range(2))
    assert one.missing == other.missing == []
    assert one.missing is not other.missing


def test_the_wires_words_are_the_domains() -> None:
    """Roles, states, levels and missing fields have one spelling."""

    def words(kind: type[Message], field: str) -> set[str]:
        found = next(one.type for one in msgspec.structs.fields(kind) if one.name == field)
        return set(get_args(get_args(found)[0] if field == "missing" else found))

    assert words(wire_sync.StaffChange, "role") == {role.value for role in StaffRole}
    assert words(wire_sync.InvitationChange, "state") == {state.value for state in InvitationProgress}
    assert words(wire_lookups.FoundAccount, "assurance") == {level.value for level in Assurance}
    assert words(wire_lookups.InvitationAnswer, "missing") == {missing.value for missing in Missing}


@pytest.mark.rule("S13")
def test_a_refused_invitation_says_nothing_but_no() -> None:
    """The neutral answer holds neither id nor fields nor the desk's word, and looks the same for every reason."""
    encoded = msgspec.json.encode(wire_lookups.InvitationAnswer(state="no_match"))
    assert encoded == b'{"state":"no_match","invitation_id":null,"missing":[],"minor_allowed":false,"until":null}'
