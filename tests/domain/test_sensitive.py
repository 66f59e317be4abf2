"""No value that a person gave shows in a ``repr``, a ``str`` or a format: tracebacks and logs hold none."""

import datetime as dt
from uuid import UUID

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.agreement import Name
from kiosk.domain.assurance import Assurance
from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.day_sheet import Record, Sheet, SheetKind
from kiosk.domain.day_sheet_rows import JudgedRow
from kiosk.domain.desk_help import AccountRow, FoundAccounts
from kiosk.domain.desk_help_service import ResetSlip
from kiosk.domain.desk_operations import (
    Invitation,
    InvitationDelivered,
    InvitationReissued,
    Resolution,
    StaffAdded,
    StaffUpdated,
)
from kiosk.domain.desk_search import Found, Question
from kiosk.domain.desk_service import InvitationForm, MadeInvitation
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.draft import Draft, Journey
from kiosk.domain.matching import Identity
from kiosk.domain.patient_operations import (
    Activation,
    CallBack,
    Consent,
    Credentials,
    DeskRequest,
    ProfileUpdate,
    SignUp,
)
from kiosk.domain.profile import Address, Profile
from kiosk.domain.replies import ChatLine, ChatNews, ReplyState, SlipReply
from kiosk.domain.sheet_plan import SheetPlan
from kiosk.domain.staff import Colleague, Pin, PinThrottle, StaffMember, StaffRole
from kiosk.domain.values import BirthDate, Email, NamePart, Phone, Sensitive, UserId, ZipCode

NOW = dt.datetime(1984, 2, 9, tzinfo=dt.UTC)
ID = UUID(int=0)
CANARY = "Canary77"

CREDENTIALS = Credentials(user_id=CANARY, password_hash=CANARY, question=CANARY, answer_hash=CANARY)
CONSENT = Consent(text_id="t", version="1", language="en", at=NOW)
FORM = InvitationForm(
    first=NamePart(CANARY), last=NamePart(CANARY), birth_date=BirthDate(NOW.date()), zip_code=ZipCode(CANARY)
)
RECORD = Record(1, (CANARY,))
SHEET = Sheet(kind=SheetKind.CSV, source=CANARY, encoding=None, delimiter=None, header=(CANARY,), records=(RECORD,))
ROW = JudgedRow(record=RECORD, form=FORM, reasons=(), name=CANARY, born=CANARY)
ACCOUNT = AccountRow(
    account_id=ID,
    first=CANARY,
    last=CANARY,
    birth_date="1984-02-09",
    masked_email=CANARY,
    email_verified=True,
    has_user_id=True,
    locked_until=None,
    locked_for_good=False,
    assurance=Assurance.SELF_ASSERTED,
    checked_at=None,
)
CHAT_LINE = ChatLine(number=1, from_agent=False, author=CANARY, text=CANARY, at=NOW)

VALUES: list[Sensitive] = [
    NamePart(CANARY),
    BirthDate(NOW.date()),
    ZipCode(CANARY),
    Email(CANARY, CANARY),
    Phone(CANARY),
    UserId(CANARY),
    ActivationCode(CANARY),
    Password(CANARY),
    SecurityAnswer(CANARY),
    Pin(CANARY),
    Colleague(ID, CANARY, StaffRole.MANAGER, True, PinThrottle()),
    StaffMember(ID, CANARY, StaffRole.MANAGER, CANARY),
    Draft(journey=Journey.SIGN_UP, subject=ID, today=NOW.date(), first=NamePart(CANARY), password=Password(CANARY)),
    CREDENTIALS,
    SignUp(
        first=CANARY,
        last=CANARY,
        birth_date=CANARY,
        zip_code=CANARY,
        email=CANARY,
        gender=CANARY,
        phone=CANARY,
        language="en",
        relationship="self",
        guardian=CANARY,
        credentials=CREDENTIALS,
        consent=CONSENT,
    ),
    Activation(
        code=CANARY,
        birth_date=CANARY,
        zip_code=CANARY,
        gender=CANARY,
        phone=CANARY,
        language="en",
        credentials=CREDENTIALS,
        consent=CONSENT,
    ),
    Invitation(
        invitation_id=ID,
        number=CANARY,
        code=CANARY,
        first=CANARY,
        last=CANARY,
        birth_date=CANARY,
        zip_code=CANARY,
        email=CANARY,
        phone=CANARY,
        gender=CANARY,
        language="en",
        expires_at=NOW,
        issued_by=ID,
        delivery="print",
    ),
    FORM,
    MadeInvitation(invitation_id=ID, number=CANARY, code=ActivationCode(CANARY), form=FORM, expires_at=NOW),
    DayListRow(
        invitation_id=ID,
        number=CANARY,
        first=CANARY,
        last=CANARY,
        birth_date=CANARY,
        progress=InvitationProgress.READY,
        made_at=NOW,
        expires_at=NOW,
    ),
    Found(
        (
            DayListRow(
                invitation_id=ID,
                number=CANARY,
                first=CANARY,
                last=CANARY,
                birth_date=CANARY,
                progress=InvitationProgress.READY,
                made_at=NOW,
                expires_at=NOW,
            ),
        )
    ),
    Question(name=CANARY, number=CANARY),
    InvitationDelivered(invitation_id=ID, how="email", code=CANARY, by=ID),
    InvitationReissued(invitation_id=ID, code=CANARY, expires_at=NOW, by=ID),
    DeskRequest(
        reasons=("no_email",),
        first=CANARY,
        last=CANARY,
        birth_date=CANARY,
        zip_code=CANARY,
        email=CANARY,
        gender=CANARY,
        phone=CANARY,
        language="en",
        relationship="self",
        guardian=CANARY,
        lookup_id=CANARY,
    ),
    Resolution(case_id=ID, decision="allow", id_document=CANARY, by=ID),
    ProfileUpdate(phone=CANARY, address=CANARY, language=CANARY, contact_preference=CANARY),
    CallBack(name=CANARY, contact=CANARY, topic=CANARY, language="en"),
    DeskTask(
        case_id=ID,
        kind="desk_request",
        reasons=(),
        subject=ID,
        waiting=True,
        first=CANARY,
        last=CANARY,
        birth_date=CANARY,
        zip_code=CANARY,
        email=CANARY,
        differs=(),
        chart_birth_date=CANARY,
        chart_zip=CANARY,
        number=CANARY,
        made_at=NOW,
    ),
    Address(CANARY),
    Profile(phone=Phone(CANARY), address=Address(CANARY)),
    CHAT_LINE,
    ChatNews(state="open", lines=(CHAT_LINE,), agent=CANARY),
    Name.of(CANARY),
    Identity(first=CANARY, last=CANARY, gender=None, birth_date=NOW.date(), zip5=CANARY, email=CANARY, phone=CANARY),
    RECORD,
    SHEET,
    ROW,
    SheetPlan(sheet=SHEET, columns=(None,), dates=None, missing=(), rows=(ROW,)),
    ACCOUNT,
    FoundAccounts((ACCOUNT,)),
    SlipReply(ReplyState.DONE, user_id=CANARY),
    ResetSlip(account_id=ID, first=CANARY, last=CANARY, code=ActivationCode(CANARY), until=NOW),
    StaffAdded(staff_id=ID, name=CANARY, role="manager", verifier=CANARY, by=ID),
    StaffUpdated(staff_id=ID, role="manager", verifier=CANARY, active=True, by=ID),
]


@pytest.mark.rule("K2")
@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_sensitive_value_shows_only_its_type(value: Sensitive) -> None:
    """In every way Python has of turning it into text, also inside a list."""
    for text in (repr(value), str(value), f"{value}", repr([value])):
        assert CANARY not in text
        assert "1984" not in text
        assert type(value).__name__ in text
    assert not hasattr(value, "__dict__")  # slotted: nothing can be hung on it, and vars() shows nothing


def test_this_list_holds_every_sensitive_type() -> None:
    """A new sensitive type that is missing here would go unproved."""
    ours = {kind for kind in _descendants(Sensitive) if kind.__module__.startswith("kiosk.domain")}
    assert {kind.__name__ for kind in ours} == {type(value).__name__ for value in VALUES}


def _descendants(kind: type) -> set[type]:
    direct: set[type] = set(kind.__subclasses__())
    return direct.union(*(_descendants(child) for child in direct))
