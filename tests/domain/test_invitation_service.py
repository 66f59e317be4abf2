"""A lost slip gets a new code, a mistaken invitation is withdrawn; also without a network (F1, S18)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from uuid import UUID

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.desk_operations import InvitationReissued, InvitationRevoked
from kiosk.domain.desk_search import Found, Question
from kiosk.domain.desk_service import DeskService, InvitationForm
from kiosk.domain.errors import DiskFullError, StorageError
from kiosk.domain.invitation_service import Twin
from kiosk.domain.known_people import Known, Standing
from kiosk.domain.staff import AuditAction, AuditEntry
from kiosk.domain.values import BirthDate, Language, NamePart
from tests.domain.test_desk_service import NOW, RUTH, SESSION, _Desk

ROW = DayListRow(
    invitation_id=UUID(int=42),
    number="INV-7F3K",
    first="María",
    last="Okafor",
    birth_date="1984-02-09",
    progress=InvitationProgress.PRINTED,
    made_at=NOW - dt.timedelta(days=3),
    expires_at=NOW + dt.timedelta(days=11),
    language="es",
)


@pytest.fixture
def desk() -> _Desk:
    """A desk device whose list holds one invitation."""
    made = _Desk()
    made.day[ROW.invitation_id] = ROW
    return made


@pytest.fixture
def service(desk: _Desk) -> DeskService:
    """The use cases over it."""
    return desk.service()


@pytest.mark.rule("F1", "S18")
def test_a_reissued_invitation_keeps_its_number_and_gets_a_new_code(desk: _Desk, service: DeskService) -> None:
    """The operation carries the new code and end; the slip needs nothing that the list does not hold."""
    made = service.invitations.reissue(SESSION, ROW)
    code = ActivationCode.from_entropy(bytes(range(1, 10)))
    end = NOW + dt.timedelta(days=14)
    assert (made.invitation_id, made.number, made.code, made.expires_at) == (ROW.invitation_id, "INV-7F3K", code, end)
    assert (made.form.first.text, made.form.last and made.form.last.text) == ("María", "Okafor")
    assert (made.form.birth_date.date, made.form.language) == (dt.date(1984, 2, 9), Language.SPANISH)
    assert (made.form.zip_code, made.form.email, made.form.phone) == (None, None, None)
    body = InvitationReissued(invitation_id=ROW.invitation_id, code=code.symbols, expires_at=end, by=RUTH)
    assert desk.recorded == [(body, ROW.invitation_id, NOW)]
    assert desk.audited == [AuditEntry(RUTH, AuditAction.INVITATION_REISSUED, NOW, str(ROW.invitation_id))]
    assert desk.day[ROW.invitation_id] == dataclasses.replace(
        ROW, progress=InvitationProgress.READY, made_at=NOW, expires_at=end
    )
    assert desk.events == ["record", "put", "kick"]


@pytest.mark.rule("S9")
def test_a_new_code_can_go_by_email(desk: _Desk, service: DeskService) -> None:
    """To the address that the portal has and the desk does not; without one there is nowhere to mail it to."""
    made = service.invitations.reissue(SESSION, dataclasses.replace(ROW, mailable=True))
    service.email_invitation(SESSION, made)
    assert [type(body).__name__ for body, _, _ in desk.recorded] == ["InvitationReissued", "InvitationDelivered"]
    assert (desk.day[ROW.invitation_id].progress, made.form.email) == (InvitationProgress.SENT, None)
    with pytest.raises(ValueError, match="nowhere to mail"):
        service.email_invitation(SESSION, service.invitations.reissue(SESSION, ROW))


def test_one_name_is_enough(service: DeskService) -> None:
    """A person with one name gets a new slip, too."""
    assert service.invitations.reissue(SESSION, dataclasses.replace(ROW, last="")).form.last is None


@pytest.mark.rule("S18")
def test_a_withdrawn_invitation_is_shown_so_at_once(desk: _Desk, service: DeskService) -> None:
    """Recorded with its audit row, marked in the list, on its way to the portal."""
    service.invitations.revoke(SESSION, ROW)
    assert desk.recorded == [(InvitationRevoked(invitation_id=ROW.invitation_id, by=RUTH), ROW.invitation_id, NOW)]
    assert desk.audited == [AuditEntry(RUTH, AuditAction.INVITATION_REVOKED, NOW, str(ROW.invitation_id))]
    assert desk.day[ROW.invitation_id].progress is InvitationProgress.REVOKED
    assert desk.events == ["record", "mark", "kick"]


@pytest.mark.parametrize("progress", [InvitationProgress.ACTIVATED, InvitationProgress.REVOKED])
def test_what_is_over_stays_so(desk: _Desk, service: DeskService, progress: InvitationProgress) -> None:
    """No button leads here, and nothing is recorded if one did."""
    over = dataclasses.replace(ROW, progress=progress)
    with pytest.raises(ValueError, match="over"):
        service.invitations.reissue(SESSION, over)
    with pytest.raises(ValueError, match="over"):
        service.invitations.revoke(SESSION, over)
    assert desk.events == []


def test_a_full_disk_makes_nothing(desk: _Desk, service: DeskService) -> None:
    """The list stays as it was, and nobody is told to hurry."""
    desk.fault["record"] = DiskFullError("full")
    with pytest.raises(StorageError):
        service.invitations.reissue(SESSION, ROW)
    with pytest.raises(StorageError):
        service.invitations.revoke(SESSION, ROW)
    assert (desk.day[ROW.invitation_id], desk.events) == (ROW, [])


def test_a_fault_of_the_list_does_not_lose_the_code(desk: _Desk, service: DeskService) -> None:
    """The operation stands, and the code stands nowhere else: so the slip can be printed all the same."""
    desk.fault["put"] = StorageError("broken")
    assert service.invitations.reissue(SESSION, ROW).code == ActivationCode.from_entropy(bytes(range(1, 10)))
    assert desk.events == ["record", "kick"]


class _Portal:
    """Answers a desk's search; ``down`` while there is no network."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.rows: tuple[DayListRow, ...] = ()
        self.down = False

    def search(self, question: Question) -> Found | None:
        self.asked.append(question)
        brief = tuple(dataclasses.replace(row, birth_date=row.birth_date[:4]) for row in self.rows)
        return None if self.down else Found(brief)

    def whole(self, invitation_id: UUID) -> DayListRow | None:
        return None if self.down else next(row for row in self.rows if row.invitation_id == invitation_id)


@pytest.mark.rule("F1", "F5")
def test_a_search_is_noted_before_the_portal_is_asked(desk: _Desk) -> None:
    """No answer without its audit row; a device that cannot ask says so, and disconnected nothing is found."""
    portal = _Portal()
    portal.rows = (ROW,)
    service = desk.service(portal)
    found = service.invitations.search(SESSION, Question(name="okafor"))
    assert found is not None
    assert [row.birth_date for row in found.rows] == ["1984"]
    assert [entry.action for entry in desk.audited] == [AuditAction.INVITATIONS_SEARCHED]
    portal.down = True
    assert service.invitations.search(SESSION, Question(name="okafor")) is None
    desk.fault["audit"] = StorageError("broken")
    with pytest.raises(StorageError):
        service.invitations.search(SESSION, Question(name="okafor"))
    assert len(portal.asked) == 2
    assert desk.service().invitations.search(SESSION, Question(name="okafor")) is None


@pytest.mark.rule("F5")
def test_opening_a_row_is_noted_and_fetches_what_is_missing(desk: _Desk) -> None:
    """Today's row is whole already; a found one gets its date of birth from the portal, if it is there."""
    portal = _Portal()
    portal.rows = (ROW,)
    service = desk.service(portal)
    brief = dataclasses.replace(ROW, birth_date="1984")
    assert service.invitations.view(SESSION, ROW) is ROW
    assert service.invitations.view(SESSION, brief) == ROW
    portal.down = True
    assert service.invitations.view(SESSION, brief) is None
    viewed = AuditEntry(RUTH, AuditAction.INVITATION_VIEWED, NOW, str(ROW.invitation_id))
    assert desk.audited == [viewed] * 3


def _form(first: str = "MARIA", last: str | None = "O'Kafor", born: dt.date = dt.date(1984, 2, 9)) -> InvitationForm:
    return InvitationForm(
        first=NamePart(first), last=NamePart(last) if last else None, birth_date=BirthDate(born), zip_code=None
    )


@pytest.mark.rule("F1")
def test_who_is_invited_already(desk: _Desk) -> None:
    """Same name, accents and case aside, and same date of birth: today's list first, else the portal's; noted (F5)."""
    portal = _Portal()
    service = desk.service(portal)
    assert service.invitations.twin(SESSION, _form()) == Twin(ROW)
    assert desk.audited == [AuditEntry(RUTH, AuditAction.INVITATIONS_SEARCHED, NOW)]
    assert portal.asked == []
    assert service.invitations.twin(SESSION, _form(last=None)) is None
    assert service.invitations.twin(SESSION, _form(born=dt.date(1984, 2, 8))) is None
    desk.day.clear()
    portal.rows = (ROW, dataclasses.replace(ROW, first="Mariana"))
    found = service.invitations.twin(SESSION, _form())
    assert found == Twin(dataclasses.replace(ROW, birth_date="1984"))
    assert portal.asked[-1] == Question(name="MARIA O'Kafor", birth_date=BirthDate(dt.date(1984, 2, 9)))
    portal.down = True
    assert service.invitations.twin(SESSION, _form()) is None


class _Known:
    """The portal knows one answer; None while there is no network."""

    def __init__(self, answer: Known | None) -> None:
        self.answer = answer

    def standings(self, people: Sequence[InvitationForm]) -> list[Known] | None:
        return None if self.answer is None else [self.answer]


@pytest.mark.rule("F1", "F5")
def test_who_has_an_account_already(desk: _Desk) -> None:
    """An account made without an invitation is in no list; who asks is noted. Disconnected nobody is asked twice."""
    desk.day.clear()
    portal = _Portal()
    portal.rows = (ROW,)
    member = desk.service(portal, _Known(Known(Standing.MEMBER)))
    assert member.invitations.twin(SESSION, _form()) == Twin(has_account=True)
    assert (portal.asked, [entry.action for entry in desk.audited]) == ([], [AuditAction.ACCOUNTS_SEARCHED])
    invited = desk.service(portal, _Known(Known(Standing.INVITED, ROW.number)))
    assert invited.invitations.twin(SESSION, _form()) == Twin(dataclasses.replace(ROW, birth_date="1984"))
    asked = len(portal.asked)
    assert desk.service(portal, _Known(None)).invitations.twin(SESSION, _form()) is None
    assert len(portal.asked) == asked
    desk.day[ROW.invitation_id] = done = dataclasses.replace(ROW, progress=InvitationProgress.ACTIVATED)
    assert desk.service(portal, _Known(None)).invitations.twin(SESSION, _form()) == Twin(done, has_account=True)


def test_a_withdrawn_one_is_no_twin(desk: _Desk) -> None:
    """It was a mistake; the patient may be invited anew."""
    desk.day[ROW.invitation_id] = dataclasses.replace(ROW, progress=InvitationProgress.REVOKED)
    assert desk.service(_Portal()).invitations.twin(SESSION, _form()) is None
