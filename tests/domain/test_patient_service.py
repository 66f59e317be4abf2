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
from kiosk.domain.draft import AccountChoice, DeskReason, Draft, InvitationMatch, Journey, Missing
from kiosk.domain.errors import DiskFullError, NotConnectedError, StorageError
from kiosk.domain.operations import Body
from kiosk.domain.outcomes import Ending, Outcome
from kiosk.domain.patient_operations import Activation, Consent, DeskRequest, ProfileUpdate, SignUp
from kiosk.domain.patient_ports import InvitationCheck, InvitationState, UserIdState
from kiosk.domain.profile import Address, ContactPreference, Profile
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.replies import (
    ChatNews,
    LogInReply,
    Match,
    MatchState,
    RecoveryReply,
    Reply,
    ReplyState,
    RequestState,
    SlipReply,
)
from kiosk.domain.service import OUTCOME_WAIT_S, PatientService
from kiosk.domain.staff import AuditEntry
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import BirthDate, Email, Gender, Language, NamePart, Phone, Relationship, UserId, ZipCode

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
SUBJECT, INVITATION, OP_ID = UUID(int=1), UUID(int=2), UUID(int=3)
PASSWORD, ANSWER = "Abcdef1", "rex"


FLOW = UUID(int=4)
DONE, WRONG = Reply(ReplyState.DONE), Reply(ReplyState.WRONG)
NOT_CONNECTED = Reply(ReplyState.NOT_CONNECTED)


class _House:
    """Every port in one: keeps what was recorded and answers as it was told.

    Attributes:
        asked: each command, with what it was given.
        reply: what commands answer.
    """

    def __init__(self) -> None:
        self.recorded: list[tuple[Body, UUID, dt.datetime]] = []
        self.waited: list[tuple[UUID, float]] = []
        self.fault: StorageError | None = None
        self.decision: Outcome | NotConnectedError | None = None
        self._bytes = itertools.count()
        self.kicks = 0
        self.may_kick = False
        self.asked: list[tuple[object, ...]] = []
        self.reply = DONE
        self.found: Match | None = None
        self.invited: InvitationMatch | None = None

    def record(self, body: Body, *, subject: UUID, at: dt.datetime, audit: AuditEntry | None = None) -> UUID:
        assert audit is None
        if self.fault:
            raise self.fault
        self.recorded.append((body, subject, at))
        return OP_ID

    def audit(self, entry: AuditEntry) -> None:
        raise AssertionError("a patient leaves no staff audit row")

    def kick(self) -> None:
        assert self.may_kick, "the ending waits, it does not kick"
        self.kicks += 1

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        self.waited.append((op_id, timeout_s))
        if isinstance(self.decision, NotConnectedError):
            raise self.decision
        return self.decision

    def user_id(self, user_id: UserId) -> UserIdState:
        return UserIdState.TAKEN

    def invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        return InvitationCheck(InvitationState.LOCKED)

    def corrected(self, *typed: object) -> InvitationMatch | None:
        self.asked.append(("corrected", *typed))
        return self.invited

    def match(self, draft: Draft) -> Match | None:
        return self.found

    def request(self, op_id: UUID) -> RequestState:
        self.asked.append(("request", op_id))
        return RequestState.WAITING

    def lookup_id(self, code: ActivationCode) -> str:
        return f"id of {code.symbols}"

    def _command(self, *asked: object) -> Reply:
        self.asked.append(asked)
        return self.reply

    def resend_code(self, flow: UUID) -> Reply:
        return self._command("resend", flow)

    def check_code(self, flow: UUID, code: ActivationCode) -> Reply:
        return self._command("code", flow, code)

    def send_phone_code(self, flow: UUID, phone: Phone) -> Reply:
        return self._command("phone", flow, phone)

    def check_phone_code(self, flow: UUID, code: str) -> Reply:
        return self._command("phone code", flow, code)

    def log_in(self, subject: UUID, user_id: str, password: str) -> LogInReply:
        return LogInReply(self._command("log in", subject, user_id, password).state)

    def join(self, flow: UUID, consent: Consent) -> Reply:
        return self._command("join", flow, consent)

    def recover_user_id(self, email: Email, birth_date: BirthDate, language: Language) -> RecoveryReply:
        return RecoveryReply(self._command("user id", email, birth_date, language).state)

    def answer_user_id(self, flow: UUID, answer: SecurityAnswer) -> Reply:
        return self._command("answer", flow, answer)

    def recover_password(self, user_id: str, language: Language) -> RecoveryReply:
        return RecoveryReply(self._command("password", user_id, language).state)

    def answer_password(self, flow: UUID, answer: SecurityAnswer, password_hash: str) -> Reply:
        return self._command("answer password", flow, answer, password_hash)

    def confirm_password(self, flow: UUID, code: str, password: str) -> Reply:
        return self._command("confirm", flow, code, password)

    def open_reset_slip(self, code: ActivationCode, birth_date: BirthDate) -> SlipReply:
        return SlipReply(self._command("open slip", code, birth_date).state)

    def use_reset_slip(
        self, subject: UUID, code: ActivationCode, birth_date: BirthDate, password_hash: str, user_id: UserId | None
    ) -> SlipReply:
        return SlipReply(self._command("reset slip", subject, code, birth_date, password_hash, user_id).state)

    def open_chat(self, name: str, topic: ChatTopic, language: Language) -> tuple[ReplyState, UUID | None]:
        raise AssertionError("the chat is the support service's")

    def say(self, flow: UUID, line_id: UUID, text: str) -> Reply:
        raise AssertionError("the chat is the support service's")

    def listen(self, flow: UUID, after: int) -> ChatNews | None:
        raise AssertionError("the chat is the support service's")

    def close_chat(self, flow: UUID) -> None:
        raise AssertionError("the chat is the support service's")

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


@pytest.mark.rule("S11", "S12", "S24")
@pytest.mark.parametrize("journey", [Journey.SIGN_UP, Journey.INVITATION])
def test_a_guardians_name_goes_along_only_for_somebody_else(
    house: _House, service: PatientService, sign_up: Draft, activation: Draft, journey: Journey
) -> None:
    """Whoever first chose "my child" and then went back leaves no guardian on the own account, invited or not."""
    answers = sign_up if journey is Journey.SIGN_UP else activation
    named = dataclasses.replace(answers, guardian=NamePart("Ada Okafor"))
    for relationship in Relationship:
        service.finish(dataclasses.replace(named, relationship=relationship))
    guardians = [(b.relationship, b.guardian) for b, _, _ in house.recorded if isinstance(b, SignUp | Activation)]
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


@pytest.mark.rule("S11", "S12")
def test_a_child_without_a_guardians_name_is_no_record(
    house: _House, service: PatientService, sign_up: Draft, activation: Draft
) -> None:
    """Who signs somebody else up, or activates their invitation, gives a name."""
    for answers in (sign_up, activation):
        with pytest.raises(ValueError, match="unanswered"):
            service.finish(dataclasses.replace(answers, relationship=Relationship.CHILD))
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


@pytest.mark.rule("S2")
@pytest.mark.parametrize(("lacks", "field"), [("no_email", "email"), ("no_zip", "zip_code")])
def test_what_a_patient_does_not_have_is_empty(
    house: _House, service: PatientService, sign_up: Draft, lacks: str, field: str
) -> None:
    """The record says "I have no email" or "I have no US ZIP", whatever was typed before that was chosen."""
    says: dict[str, Any] = {lacks: True}
    service.finish(dataclasses.replace(sign_up, **says))
    service.finish(dataclasses.replace(sign_up, **says | {field: None}))
    assert [getattr(body, field) for body, _, _ in house.recorded] == ["", ""]


@pytest.mark.rule("S16", "S29")
def test_the_match_stands_in_the_draft(house: _House, service: PatientService, sign_up: Draft) -> None:
    """The portal's answer chooses the next page; without one there is none."""
    assert service.check_match(sign_up).match is None
    house.found = Match(MatchState.CODE, FLOW)
    assert service.check_match(sign_up).match == house.found


@pytest.mark.rule("S16", "S18", "S29")
def test_codes_belong_to_the_matchs_flow(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Resend, activation code, phone and phone code go to the portal under that flow, and its answer comes back."""
    draft = dataclasses.replace(sign_up, match=Match(MatchState.PHONE, FLOW))
    code, phone = ActivationCode("7K9QF2M9XT4HC01"), Phone("+12125550188")
    assert service.resend_code(draft) is DONE
    assert service.send_phone_code(draft, phone) is DONE
    house.reply = WRONG
    assert service.check_code(draft, code) is WRONG
    assert service.check_phone_code(draft, "123456") is WRONG
    assert house.asked == [
        ("resend", FLOW),
        ("phone", FLOW, phone),
        ("code", FLOW, code),
        ("phone code", FLOW, "123456"),
    ]


@pytest.mark.rule("S16")
def test_a_code_without_a_match_is_a_fault(house: _House, service: PatientService, sign_up: Draft) -> None:
    """A flow that lets it through is broken; nobody is asked."""
    for lacking in (sign_up, dataclasses.replace(sign_up, match=Match(MatchState.NONE))):
        with pytest.raises(ValueError, match="flow"):
            service.resend_code(lacking)
    assert house.asked == []


@pytest.mark.rule("F4", "S2")
def test_the_desk_gets_what_was_typed(house: _House, service: PatientService, sign_up: Draft) -> None:
    """The reasons, the answers so far and nothing invented; the portal hears of it at once."""
    house.may_kick = True
    teenager = dataclasses.replace(
        sign_up,
        birth_date=BirthDate(dt.date(2011, 2, 9)),
        no_email=True,
        email=None,
        no_zip=True,
        zip_code=None,
        gender=None,
        phone=None,
    )
    assert service.ask_desk(teenager) == OP_ID
    assert house.kicks == 1
    assert house.recorded == [
        (
            DeskRequest(
                reasons=("minor", "no_email", "no_zip"),
                first="Maria",
                last="Okafor",
                birth_date="2011-02-09",
                zip_code="",
                email="",
                gender="",
                phone="",
                language="es",
                relationship="self",
                guardian="",
                lookup_id="",
            ),
            SUBJECT,
            NOW,
        )
    ]


@pytest.mark.rule("F4", "S13")
def test_wrong_details_name_the_code(house: _House, service: PatientService, activation: Draft) -> None:
    """The desk has to find the invitation whose date of birth or ZIP do not agree, and whom a look-alike stopped."""
    house.may_kick = True
    asking = dataclasses.replace(activation, invitation=None, asks_desk=True)
    service.ask_desk(asking)
    service.ask_desk(dataclasses.replace(activation, account_choice=AccountChoice.NOT_ME))
    bodies = [(body, subject) for body, subject, _ in house.recorded if isinstance(body, DeskRequest)]
    assert [(b.reasons, b.lookup_id, subject) for b, subject in bodies] == [
        (("details",), "id of 7K9QF2M9XT4HC01", SUBJECT),
        (("not_me",), "id of 7K9QF2M9XT4HC01", INVITATION),
    ]


@pytest.mark.rule("F4", "S13", "S14")
def test_what_the_desk_corrected_is_known(house: _House, service: PatientService, activation: Draft) -> None:
    """Code and answers find the invitation; with nothing to ask the match follows, under the draft's own name."""
    house.invited, house.found = InvitationMatch(INVITATION, frozenset()), Match(MatchState.PHONE, FLOW)
    held = dataclasses.replace(activation, invitation=None, allowed=frozenset({DeskReason.DETAILS}))
    known = service.after_desk(held)
    assert house.asked == [("corrected", held.code, held.birth_date, held.zip_code)]
    assert (known.invitation, known.match, known.about) == (house.invited, house.found, SUBJECT)
    house.invited = InvitationMatch(INVITATION, frozenset({Missing.PHONE}))
    assert service.after_desk(held).match is None, "the question comes first"
    nowhere = dataclasses.replace(held, no_zip=True, zip_code=None)
    service.after_desk(nowhere)
    assert house.asked[-1] == ("corrected", held.code, held.birth_date, None)


@pytest.mark.rule("F4", "K1")
def test_after_the_desk_nothing_else_is_looked_for(house: _House, service: PatientService, activation: Draft) -> None:
    """Neither for a sign-up nor for an invitation that was found before; not connected, everything is asked."""
    sign_up = dataclasses.replace(activation, journey=Journey.SIGN_UP, invitation=None)
    assert service.after_desk(sign_up) == sign_up
    assert service.after_desk(activation) == activation
    assert house.asked == []
    lost = dataclasses.replace(activation, invitation=None, allowed=frozenset({DeskReason.DETAILS}))
    assert service.after_desk(lost) == lost


@pytest.mark.rule("S11")
def test_a_found_invitation_tells_the_desks_word(house: _House, service: PatientService, activation: Draft) -> None:
    """Whom the desk has met goes on to the match; whom it has to meet first is not looked for yet."""
    house.found = Match(MatchState.PHONE, FLOW)
    teen = dataclasses.replace(activation, birth_date=BirthDate(dt.date(2011, 2, 9)))
    assert service.found(teen, InvitationMatch(INVITATION, frozenset())).match is None
    met = InvitationMatch(INVITATION, frozenset(), frozenset({DeskReason.MINOR}))
    assert service.found(teen, met).match == house.found


@pytest.mark.rule("F4")
def test_a_request_for_nothing_is_a_fault(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Nothing to allow, or all of it allowed already: no case is made."""
    allowed = dataclasses.replace(sign_up, no_email=True, allowed=frozenset({DeskReason.NO_EMAIL}))
    for draft in (sign_up, allowed):
        with pytest.raises(ValueError, match="nothing"):
            service.ask_desk(draft)
    assert house.recorded == []


@pytest.mark.rule("F4")
def test_a_request_that_is_not_stored_is_not_claimed(house: _House, service: PatientService, sign_up: Draft) -> None:
    """The page stays; the same draft asks again."""
    house.fault = DiskFullError("no room")
    with pytest.raises(StorageError):
        service.ask_desk(dataclasses.replace(sign_up, no_email=True))
    assert house.recorded == []


@pytest.mark.rule("F4")
def test_the_held_page_asks_about_its_own_request(house: _House, service: PatientService) -> None:
    """Under the id that ``ask_desk`` gave."""
    assert service.request_state(OP_ID) is RequestState.WAITING
    assert house.asked == [("request", OP_ID)]


@pytest.mark.rule("S25")
def test_log_in_takes_what_was_typed(house: _House, service: PatientService, sign_up: Draft, activation: Draft) -> None:
    """Misshapen or not, under the subject that the profile will use; the answer comes back as it is."""
    house.reply = NOT_CONNECTED
    assert service.log_in(sign_up, " No Such ID ", "x").state is ReplyState.NOT_CONNECTED
    service.log_in(activation, "maria", "y")
    assert house.asked == [("log in", SUBJECT, " No Such ID ", "x"), ("log in", INVITATION, "maria", "y")]


@pytest.mark.rule("S25")
def test_joining_needs_consent(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Which text, which version, which language, when; without it nobody joins anything."""
    draft = dataclasses.replace(sign_up, log_in=LogInReply(ReplyState.DONE, flow=FLOW))
    assert service.join(draft) is DONE
    consent = Consent(text_id="portal-terms", version="1", language="es", at=NOW)
    assert house.asked == [("join", FLOW, consent)]
    with pytest.raises(ValueError, match="consent"):
        service.join(dataclasses.replace(draft, consented=False))
    with pytest.raises(ValueError, match="flow"):
        service.join(sign_up)
    assert len(house.asked) == 1


@pytest.mark.rule("S15")
def test_the_profile_follows_the_operation(house: _House, service: PatientService, activation: Draft) -> None:
    """Under the same subject; what was skipped stays as the portal has it."""
    house.may_kick = True
    service.finish(activation)
    service.update_profile(
        activation, Profile(address=Address("1 Elm Street"), contact_preference=ContactPreference.MAIL)
    )
    service.update_profile(activation, Profile(phone=Phone("+12125550123"), language=Language.SPANISH))
    assert [subject for _, subject, _ in house.recorded] == [INVITATION] * 3
    assert [body for body, _, _ in house.recorded[1:]] == [
        ProfileUpdate(phone=None, address="1 Elm Street", language=None, contact_preference="mail"),
        ProfileUpdate(phone="+12125550123", address=None, language="es", contact_preference=None),
    ]
    assert house.kicks == 2


@pytest.mark.rule("S31", "S32", "S33", "S34")
def test_a_forgotten_user_id(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Email and date of birth first, then the answer, under the flow that the portal gave."""
    assert service.recover_user_id(sign_up).state is ReplyState.DONE
    answering = dataclasses.replace(sign_up, recovery=RecoveryReply(ReplyState.DONE, flow=FLOW))
    assert service.answer_user_id(answering) is DONE
    assert house.asked == [
        ("user id", sign_up.email, sign_up.birth_date, Language.SPANISH),
        ("answer", FLOW, sign_up.answer),
    ]


@pytest.mark.rule("S36", "S37", "S39")
def test_a_forgotten_password(house: _House, service: PatientService, sign_up: Draft) -> None:
    """The new password leaves the tablet as a hash; typed again it confirms with the mail's six digits."""
    assert service.recover_password(sign_up, "Maria ").state is ReplyState.DONE
    answering = dataclasses.replace(sign_up, recovery=RecoveryReply(ReplyState.DONE, flow=FLOW))
    service.answer_password(answering)
    service.confirm_password(answering, "123456", PASSWORD)
    asked, answered, confirmed = house.asked
    assert asked == ("password", "Maria ", Language.SPANISH)
    assert answered[:3] == ("answer password", FLOW, sign_up.answer)
    assert bcrypt.checkpw(PASSWORD.encode(), str(answered[3]).encode())
    assert confirmed == ("confirm", FLOW, "123456", PASSWORD)


@pytest.mark.rule("S33", "S37")
def test_an_answer_needs_its_flow(house: _House, service: PatientService, sign_up: Draft) -> None:
    """No flow, no answer: a fault, and nothing is sent."""
    for draft in (sign_up, dataclasses.replace(sign_up, recovery=RecoveryReply(ReplyState.WRONG))):
        for act in (service.answer_user_id, service.answer_password):
            with pytest.raises(ValueError, match="flow"):
                act(draft)
    assert house.asked == []


@pytest.mark.rule("F7", "S37")
def test_a_slip_of_the_desk(house: _House, service: PatientService, sign_up: Draft) -> None:
    """Code and date of birth go with the new password's hash and a chosen user ID; the password itself stays."""
    slip = ActivationCode("7K9QF2M9XT4HC01")
    house.reply = WRONG
    draft = dataclasses.replace(sign_up, slip=slip)
    assert service.open_reset_slip(draft).state is ReplyState.WRONG
    assert service.use_reset_slip(draft).state is ReplyState.WRONG
    [opened, asked] = house.asked
    assert opened == ("open slip", slip, sign_up.birth_date)
    assert asked[:4] == ("reset slip", draft.subject, slip, sign_up.birth_date)
    assert bcrypt.checkpw(PASSWORD.encode(), str(asked[4]).encode())
    assert asked[5] == sign_up.user_id
    for act in (service.open_reset_slip, service.use_reset_slip):
        with pytest.raises(ValueError, match="flow"):
            act(sign_up)
    assert house.asked == [opened, asked]
