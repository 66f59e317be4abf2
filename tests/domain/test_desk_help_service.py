"""What the desk does for the holder of an account: never without an audit row, never with a password (F5, F7)."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.domain.assurance import Assurance
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_help import AccountRow, FoundAccounts, Helped, HelpState, IdentitySeen
from kiosk.domain.desk_help_service import DeskHelpService, ResetSlip
from kiosk.domain.desk_search import Question
from kiosk.domain.errors import DiskFullError, StorageError
from kiosk.domain.staff import AuditAction, AuditEntry
from kiosk.domain.values import Email
from tests.domain.test_desk_service import NOW, RUTH, SESSION, _Desk

ACCOUNT = AccountRow(
    account_id=UUID(int=77),
    first="Maria",
    last="Okafor",
    birth_date="1984-03-27",
    masked_email="m•••@mail.example",
    email_verified=True,
    has_user_id=True,
    locked_until=None,
    locked_for_good=False,
    assurance=Assurance.SELF_ASSERTED,
    checked_at=None,
)
UNTIL = NOW + dt.timedelta(hours=1)
NEW = Email("maria@new.example", "maria@new.example")
PASSPORT = IdDocument.PASSPORT
SEEN = IdentitySeen(PASSPORT, RUTH)
CODE = ActivationCode.from_entropy(bytes(range(1, 10)))

Act = Callable[[DeskHelpService], object]
ACTS: dict[str, tuple[Act, AuditAction, tuple[object, ...]]] = {
    "mail_reset": (
        lambda service: service.mail_reset(SESSION, ACCOUNT.account_id, PASSPORT),
        AuditAction.RESET_MAILED,
        (ACCOUNT.account_id, SEEN),
    ),
    "slip_reset": (
        lambda service: service.make_slip(SESSION, ACCOUNT, PASSPORT)[0],
        AuditAction.RESET_SLIP_MADE,
        (ACCOUNT.account_id, CODE, SEEN),
    ),
    "change_email": (
        lambda service: service.change_email(SESSION, ACCOUNT.account_id, PASSPORT, NEW),
        AuditAction.EMAIL_CHANGE_ASKED,
        (ACCOUNT.account_id, NEW, SEEN),
    ),
    "unlock": (
        lambda service: service.unlock(SESSION, ACCOUNT.account_id, PASSPORT),
        AuditAction.ACCOUNT_UNLOCKED,
        (ACCOUNT.account_id, SEEN),
    ),
}


class _Portal:
    """Answers what it is told to; every call goes into the desk's events, so that the order shows."""

    def __init__(self, desk: _Desk) -> None:
        self.desk = desk
        self.answer = Helped(HelpState.DONE, UNTIL)
        self.found: FoundAccounts | None = FoundAccounts((ACCOUNT,))
        self.asked: list[tuple[object, ...]] = []

    def _asked(self, name: str, *given: object) -> Helped:
        self.desk.events.append(name)
        self.asked.append(given)
        return self.answer

    def search(self, question: Question) -> FoundAccounts | None:
        self._asked("search", question)
        return self.found

    def whole(self, account_id: UUID) -> AccountRow | None:
        self._asked("whole", account_id)
        return ACCOUNT if self.found else None

    def mail_reset(self, account_id: UUID, seen: IdentitySeen) -> Helped:
        return self._asked("mail_reset", account_id, seen)

    def slip_reset(self, account_id: UUID, code: ActivationCode, seen: IdentitySeen) -> Helped:
        return self._asked("slip_reset", account_id, code, seen)

    def change_email(self, account_id: UUID, email: Email, seen: IdentitySeen) -> Helped:
        return self._asked("change_email", account_id, email, seen)

    def unlock(self, account_id: UUID, seen: IdentitySeen) -> Helped:
        return self._asked("unlock", account_id, seen)


@pytest.fixture
def desk() -> _Desk:
    """The device: its log, clock and randomness."""
    return _Desk()


@pytest.fixture
def portal(desk: _Desk) -> _Portal:
    """The portal it asks."""
    return _Portal(desk)


@pytest.fixture
def service(desk: _Desk, portal: _Portal) -> DeskHelpService:
    """The use cases over both."""
    return DeskHelpService(accounts=portal, log=desk, clock=desk, entropy=desk)


@pytest.mark.rule("F5", "F7")
@pytest.mark.parametrize("name", list(ACTS))
def test_photo_id_and_act_are_noted_before_the_portal_is_asked(
    desk: _Desk, portal: _Portal, service: DeskHelpService, name: str
) -> None:
    """Two rows, the account's id in both, then the call with who saw what."""
    act, action, given = ACTS[name]
    assert act(service) == portal.answer
    subject = str(ACCOUNT.account_id)
    assert desk.audited == [
        AuditEntry(RUTH, AuditAction.ID_CHECKED, NOW, subject),
        AuditEntry(RUTH, action, NOW, subject),
    ]
    assert desk.events == ["audit", "audit", name]
    assert portal.asked == [given]


@pytest.mark.rule("F5", "F7")
@pytest.mark.parametrize("name", list(ACTS))
def test_a_device_that_cannot_note_does_not_act(
    desk: _Desk, portal: _Portal, service: DeskHelpService, name: str
) -> None:
    """No act at the portal without its row here."""
    desk.fault["audit"] = DiskFullError("full")
    with pytest.raises(StorageError):
        ACTS[name][0](service)
    assert portal.asked == []


@pytest.mark.rule("F5", "F7")
@pytest.mark.parametrize("name", list(ACTS))
@pytest.mark.parametrize("state", [state for state in HelpState if state is not HelpState.DONE])
def test_a_refused_act_keeps_its_rows(
    desk: _Desk, portal: _Portal, service: DeskHelpService, name: str, state: HelpState
) -> None:
    """The answer is handed on as it is; the photo ID was seen and the act was asked for, and that stays noted."""
    portal.answer = Helped(state, UNTIL if state is HelpState.WAIT else None)
    act, action, _ = ACTS[name]
    assert act(service) == portal.answer
    assert [entry.action for entry in desk.audited] == [AuditAction.ID_CHECKED, action]


@pytest.mark.rule("F7")
def test_a_slip_holds_the_code_that_the_portal_took(service: DeskHelpService) -> None:
    """The name for the paper, the code, and the portal's end of its life; nothing else."""
    helped, slip = service.make_slip(SESSION, dataclasses.replace(ACCOUNT, last=""), PASSPORT)
    assert helped == Helped(HelpState.DONE, UNTIL)
    assert slip == ResetSlip(account_id=ACCOUNT.account_id, first="Maria", last="", code=CODE, until=UNTIL)


@pytest.mark.rule("F7")
@pytest.mark.parametrize("state", [state for state in HelpState if state is not HelpState.DONE])
def test_a_code_that_the_portal_did_not_take_is_on_no_slip(
    portal: _Portal, service: DeskHelpService, state: HelpState
) -> None:
    """Paper that opens nothing is worse than none."""
    portal.answer = Helped(state, UNTIL)
    assert service.make_slip(SESSION, ACCOUNT, PASSPORT) == (portal.answer, None)


@pytest.mark.rule("F5")
def test_a_printed_slip_is_noted(desk: _Desk, service: DeskHelpService) -> None:
    """With the account's id, and never the code."""
    slip = ResetSlip(account_id=ACCOUNT.account_id, first="Maria", last="Okafor", code=CODE, until=UNTIL)
    service.slip_printed(SESSION, slip)
    assert desk.audited == [AuditEntry(RUTH, AuditAction.SLIP_PRINTED, NOW, str(ACCOUNT.account_id))]


@pytest.mark.rule("F5", "F7")
def test_looking_for_accounts_is_noted_first(desk: _Desk, portal: _Portal, service: DeskHelpService) -> None:
    """Search and opened account leave a row each, also while the portal does not answer."""
    question = Question(name="okafor")
    assert service.search(SESSION, question) == FoundAccounts((ACCOUNT,))
    assert service.view(SESSION, ACCOUNT.account_id) == ACCOUNT
    portal.found = None
    assert service.search(SESSION, question) is None
    assert service.view(SESSION, ACCOUNT.account_id) is None
    searched = AuditEntry(RUTH, AuditAction.ACCOUNTS_SEARCHED, NOW)
    viewed = AuditEntry(RUTH, AuditAction.ACCOUNT_VIEWED, NOW, str(ACCOUNT.account_id))
    assert desk.audited == [searched, viewed, searched, viewed]
    assert desk.events[:4] == ["audit", "search", "audit", "whole"]
    desk.fault["audit"] = StorageError("broken")
    for look in (lambda: service.search(SESSION, question), lambda: service.view(SESSION, ACCOUNT.account_id)):
        with pytest.raises(StorageError):
            look()
    assert len(portal.asked) == 4
