"""What a finished journey becomes: one operation with hashes, consent and nothing more, and a true ending."""

import dataclasses
import datetime as dt
import itertools
from typing import Any
from uuid import UUID

import bcrypt
import pytest

from kiosk.domain import credentials
from kiosk.domain.activation import ActivationCode
from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.draft import Draft, InvitationMatch, Journey, Missing
from kiosk.domain.errors import DiskFullError, NotConnectedError, StorageError
from kiosk.domain.operations import Activation, Body, Consent, SignUp
from kiosk.domain.outcomes import Ending, Outcome
from kiosk.domain.ports import InvitationCheck, InvitationState, UserIdState
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.service import OUTCOME_WAIT_S, PatientService
from kiosk.domain.staff import AuditEntry
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, Relationship, UserId, ZipCode

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
SUBJECT, INVITATION, OP_ID = UUID(int=1), UUID(int=2), UUID(int=3)
PASSWORD, ANSWER = "Abcdef1", "rex"


class _House:
    """Every port in one: keeps what was recorded and answers as it was told."""

    def __init__(self) -> None:
        self.recorded: list[tuple[Body, UUID, dt.datetime]] = []
        self.waited: list[tuple[UUID, float]] = []
        self.fault: StorageError | None = None
        self.decision: Outcome | NotConnectedError | None = None
        self._bytes = itertools.count()

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        assert audit is None
        if self.fault:
            raise self.fault
        self.recorded.append((body, subject, at))
        return OP_ID

    def audit(self, entry: AuditEntry) -> None:
        raise AssertionError("a patient leaves no staff audit row")

    def kick(self) -> None:
        raise AssertionError("the ending waits, it does not kick")

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        self.waited.append((op_id, timeout_s))
        if isinstance(self.decision, NotConnectedError):
            raise self.decision
        return self.decision

    def user_id(self, user_id: UserId) -> UserIdState:
        return UserIdState.TAKEN

    def invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        return InvitationCheck(InvitationState.LOCKED)

    def now(self) -> dt.datetime:
        return NOW

    def random_bytes(self, count: int) -> bytes:
        return bytes(next(self._bytes) % 256 for _ in range(count))

    def uuid4(self) -> UUID:
        raise AssertionError("a patient's operation gets its id from the log")


@pytest.fixture
def house() -> _House:
    """A device that is not connected."""
    return _House()


@pytest.fixture
def service(house: _House, monkeypatch: pytest.MonkeyPatch) -> PatientService:
    """The use cases with quick hashes; their real cost is proved beside the hashes."""
    monkeypatch.setattr(credentials, "BCRYPT_COST", 4)
    return PatientService(log=house, deliveries=house, lookups=house, commands=house, clock=house, entropy=house)


@pytest.fixture
def sign_up() -> Draft:
    """All answers of an adult's sign-up."""
    return Draft(
        journey=Journey.SIGN_UP,
        subject=SUBJECT,
        today=NOW.date(),
        language=Language.SPANISH,
        first=NamePart("Maria"),
        last=NamePart("Okafor"),
        birth_date=BirthDate(dt.date(1984, 2, 9)),
        zip_code=ZipCode("02139-4307"),
        email=Email("Maria@example.com", "maria@example.com"),
        gender=Gender.UNDISCLOSED,
        phone=Phone("+12125550123"),
        user_id=UserId("maria.okafor27"),
        password=Password(PASSWORD),
        question=SecretQuestion.FIRST_PET,
        answer=SecurityAnswer(ANSWER),
        consented=True,
    )


@pytest.fixture
def activation(sign_up: Draft) -> Draft:
    """All answers of an invited patient whose invitation lacks nothing."""
    return dataclasses.replace(
        sign_up,
        journey=Journey.INVITATION,
        first=None,
        last=None,
        email=None,
        gender=None,
        phone=None,
        code=ActivationCode("7K9QF2M9XT4HC01"),
        invitation=InvitationMatch(INVITATION, frozenset()),
    )


@pytest.mark.rule("S2", "S3", "S8")
def test_a_sign_up_becomes_one_operation(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Every answer stands in the body as typed, under the draft's random subject."""
    service.finish(sign_up)
    [(body, subject, at)] = house.recorded
    assert isinstance(body, SignUp)
    assert (subject, at) == (SUBJECT, NOW)
    assert body == SignUp(
        first="Maria",
        last="Okafor",
        birth_date="1984-02-09",
        zip_code="02139-4307",
        email="Maria@example.com",
        gender="unknown",
        phone="+12125550123",
        language="es",
        relationship="self",
        guardian="",
        credentials=body.credentials,
        consent=Consent(text_id="portal-terms", version="1", language="es", at=NOW),
    )


@pytest.mark.rule("S4", "S14", "S33", "K2")
def test_only_hashes_leave_the_device(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Password and answer stand nowhere in the body, each is salted on its own, and the draft forgets both."""
    done = service.finish(sign_up)
    made = house.recorded[0][0]
    assert isinstance(made, SignUp)
    values = dataclasses.astuple(made.credentials)
    assert made.credentials.user_id == "maria.okafor27"
    assert made.credentials.question == "first_pet"
    assert bcrypt.checkpw(PASSWORD.encode(), made.credentials.password_hash.encode())
    assert made.credentials.password_hash[7:29] != made.credentials.answer_hash[7:29]
    assert not any(PASSWORD in value or ANSWER in value for value in values)
    assert (done.password, done.answer) == (None, None)


@pytest.mark.rule("S13", "S14")
def test_an_activation_carries_the_invitations_subject(
    house: _House, service: PatientService, activation: Draft
) -> None:
    """The invitation's id is the subject, and what the invitation knows is not repeated."""
    service.finish(activation)
    [(body, subject, _)] = house.recorded
    assert isinstance(body, Activation)
    assert subject == INVITATION
    assert (body.code, body.birth_date, body.zip_code) == ("7K9QF2M9XT4HC01", "1984-02-09", "02139-4307")
    assert (body.gender, body.phone) == (None, None)


@pytest.mark.rule("K1", "S14")
def test_a_disconnected_activation_has_its_own_subject_and_all_answers(
    house: _House, service: PatientService, activation: Draft
) -> None:
    """An unknown invitation: a random subject, and gender and phone as the patient gave them."""
    service.finish(dataclasses.replace(activation, invitation=None, gender=Gender.FEMALE, phone=Phone("+12125550123")))
    [(body, subject, _)] = house.recorded
    assert isinstance(body, Activation)
    assert subject == SUBJECT
    assert (body.gender, body.phone) == ("female", "+12125550123")


@pytest.mark.rule("S11")
def test_a_guardians_name_goes_along_only_for_somebody_else(
    house: _House, service: PatientService, sign_up: Draft
) -> None:
    """Whoever first chose "my child" and then went back leaves no guardian on the own account."""
    named = dataclasses.replace(sign_up, guardian=NamePart("Ada Okafor"))
    for relationship in Relationship:
        service.finish(dataclasses.replace(named, relationship=relationship))
    guardians = [(b.relationship, b.guardian) for b, _, _ in house.recorded if isinstance(b, SignUp)]
    assert guardians == [("self", ""), ("child", "Ada Okafor"), ("cared_for", "Ada Okafor")]


@pytest.mark.rule("S2")
def test_a_person_with_one_name_needs_no_second(house: _House, service: PatientService, sign_up: Draft) -> None:
    """The last name stays empty; nothing is invented."""
    service.finish(dataclasses.replace(sign_up, last=None))
    body = house.recorded[0][0]
    assert isinstance(body, SignUp)
    assert (body.first, body.last) == ("Maria", "")


@pytest.mark.rule("S8")
@pytest.mark.parametrize(
    ("decision", "outcome", "ending"),
    [
        (Outcome.ACCEPTED, Outcome.ACCEPTED, Ending.ACTIVE),
        (Outcome.EXACT_MATCH, Outcome.EXACT_MATCH, Ending.DESK),
        (Outcome.DEFERRED_SCHEMA, Outcome.DEFERRED_SCHEMA, Ending.SAVED),
        (Outcome.REJECTED_FORK, Outcome.REJECTED_FORK, Ending.DESK),
        (None, None, Ending.SAVED),
        (NotConnectedError("no answer"), None, Ending.SAVED),
    ],
)
def test_the_ending_is_what_the_portal_said(
    house: _House,
    service: PatientService,
    sign_up: Draft,
    decision: Outcome | NotConnectedError | None,
    outcome: Outcome | None,
    ending: Ending,
) -> None:
    """Waited for three seconds at most; a wait that fails after the record is safe still ends "saved"."""
    house.decision = decision
    done = service.finish(sign_up)
    assert (done.outcome, done.ending) == (outcome, ending)
    assert house.waited == [(OP_ID, OUTCOME_WAIT_S)]
    assert OUTCOME_WAIT_S == 3.0
    assert len(house.recorded) == 1


@pytest.mark.rule("S8", "K1")
def test_a_full_disk_leaves_the_draft_as_it_was(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Nothing stored, nothing waited for; the same draft succeeds when there is room again."""
    house.fault = DiskFullError("no room")
    with pytest.raises(StorageError):
        service.finish(sign_up)
    assert (house.recorded, house.waited) == ([], [])
    house.fault = None
    assert service.finish(sign_up).ending is Ending.SAVED
    assert len(house.recorded) == 1


@pytest.mark.rule("S3")
@pytest.mark.parametrize(
    "name",
    ["first", "birth_date", "zip_code", "email", "gender", "phone", "user_id", "password", "question", "answer"],
)
def test_no_record_is_made_without_a_required_answer(
    house: _House, service: PatientService, sign_up: Draft, name: str
) -> None:
    """A fault of the flow is raised, never turned into a record with a hole."""
    changes: dict[str, Any] = {name: None}
    with pytest.raises(ValueError, match="unanswered"):
        service.finish(dataclasses.replace(sign_up, **changes))
    assert house.recorded == []


@pytest.mark.rule("S14")
@pytest.mark.parametrize("missing", list(Missing))
def test_an_activation_without_a_missing_answer_is_none(
    house: _House, service: PatientService, activation: Draft, missing: Missing
) -> None:
    """What the invitation lacks has to be answered."""
    lacking = dataclasses.replace(activation, invitation=InvitationMatch(INVITATION, frozenset({missing})))
    with pytest.raises(ValueError, match="unanswered"):
        service.finish(lacking)
    assert house.recorded == []


@pytest.mark.rule("S11")
def test_a_child_without_a_guardians_name_is_no_record(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Who signs somebody else up gives a name."""
    with pytest.raises(ValueError, match="unanswered"):
        service.finish(dataclasses.replace(sign_up, relationship=Relationship.CHILD))
    assert house.recorded == []


@pytest.mark.rule("S3")
def test_no_consent_is_claimed_that_was_not_given(house: _House, service: PatientService, sign_up: Draft) -> None:
    """The record says that the patient agreed; without that there is no record."""
    with pytest.raises(ValueError, match="consent"):
        service.finish(dataclasses.replace(sign_up, consented=False))
    assert house.recorded == []


@pytest.mark.rule("S4")
def test_an_id_is_suggested_where_the_name_is_known(service: PatientService, sign_up: Draft, activation: Draft) -> None:
    """From the name and two random digits; an invited patient's name is not on the tablet."""
    assert service.suggest_user_id(sign_up) == UserId("maria.okafor00")
    assert service.suggest_user_id(sign_up) == UserId("maria.okafor01")
    assert service.suggest_user_id(activation) is None


@pytest.mark.rule("S4", "S13")
def test_lookups_are_passed_on_as_they_are(service: PatientService, sign_up: Draft, activation: Draft) -> None:
    """The portal's word on a user ID and an invitation reaches the screen unchanged."""
    assert sign_up.user_id
    assert activation.code
    assert activation.birth_date
    assert activation.zip_code
    assert service.check_user_id(sign_up.user_id) is UserIdState.TAKEN
    check = service.check_invitation(activation.code, activation.birth_date, activation.zip_code)
    assert check == InvitationCheck(InvitationState.LOCKED)
