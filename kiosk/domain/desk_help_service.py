"""Helping the holder of an account at the desk (F7): find it, look at a photo ID, then one of four acts.

Every act writes its audit rows before the portal is asked: an act at the portal must never be without its row on the
device, and a device that cannot write must not act. So a row says what was asked for; if the portal then refused or did
not answer, the row stands all the same, and the portal's own record of what it did (``desk_acts``) tells the rest.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain import activation
from kiosk.domain.activation import ActivationCode
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_help import AccountHelp, AccountRow, FoundAccounts, Helped, HelpState, IdentitySeen
from kiosk.domain.desk_search import Question
from kiosk.domain.ports import Clock, Entropy, OperationLog
from kiosk.domain.staff import AuditAction, StaffSession
from kiosk.domain.trail import Trail
from kiosk.domain.values import Email, Sensitive


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ResetSlip(Sensitive):
    """A one-time slip that the portal takes; nothing else keeps its code.

    Attributes:
        account_id: whose password it resets.
        first, last: as on the account; ``last`` is empty for a person with one name.
        code: 15 symbols; the portal has its lookup id alone.
        until: UTC; afterwards the portal does not take it any more.
    """

    account_id: UUID
    first: str
    last: str
    code: ActivationCode
    until: dt.datetime


class DeskHelpService:
    """What screens call for an account; never with a password in it. Each is one blocking call for a worker.

    Every method raises ``StorageError`` if the act could not be noted; then the portal was not asked (F5).
    """

    def __init__(self, *, accounts: AccountHelp, log: OperationLog, clock: Clock, entropy: Entropy) -> None:
        self._accounts = accounts
        self._trail = Trail(log, clock)
        self._entropy = entropy

    def search(self, session: StaffSession, question: Question) -> FoundAccounts | None:
        """Look for accounts of this practice; None if not connected."""
        self._trail.note(session, AuditAction.ACCOUNTS_SEARCHED)
        return self._accounts.search(question)

    def view(self, session: StaffSession, account_id: UUID) -> AccountRow | None:
        """Open one, with its whole date of birth; None if not connected, or it is there no more."""
        self._trail.note(session, AuditAction.ACCOUNT_VIEWED, account_id)
        return self._accounts.whole(account_id)

    def mail_reset(self, session: StaffSession, account_id: UUID, document: IdDocument) -> Helped:
        """Have the link to reset the password mailed to the address on file."""
        seen = self._saw(session, account_id, document, AuditAction.RESET_MAILED)
        return self._accounts.mail_reset(account_id, seen)

    def make_slip(
        self, session: StaffSession, account: AccountRow, document: IdDocument
    ) -> tuple[Helped, ResetSlip | None]:
        """Make a code that resets the password once, within the hour; no slip unless the portal took it."""
        code = ActivationCode.from_entropy(self._entropy.random_bytes(activation.ENTROPY_BYTES))
        seen = self._saw(session, account.account_id, document, AuditAction.RESET_SLIP_MADE)
        helped = self._accounts.slip_reset(account.account_id, code, seen)
        if helped.state is not HelpState.DONE or helped.until is None:
            return helped, None
        return helped, ResetSlip(
            account_id=account.account_id, first=account.first, last=account.last, code=code, until=helped.until
        )

    def slip_printed(self, session: StaffSession, slip: ResetSlip) -> None:
        """Note that a slip left the printer, or was saved."""
        self._trail.note(session, AuditAction.SLIP_PRINTED, slip.account_id)

    def change_email(self, session: StaffSession, account_id: UUID, document: IdDocument, email: Email) -> Helped:
        """Have a link mailed that makes an address the account's."""
        seen = self._saw(session, account_id, document, AuditAction.EMAIL_CHANGE_ASKED)
        return self._accounts.change_email(account_id, email, seen)

    def unlock(self, session: StaffSession, account_id: UUID, document: IdDocument) -> Helped:
        """End the locks that time would end, too."""
        seen = self._saw(session, account_id, document, AuditAction.ACCOUNT_UNLOCKED)
        return self._accounts.unlock(account_id, seen)

    def _saw(self, session: StaffSession, account_id: UUID, document: IdDocument, action: AuditAction) -> IdentitySeen:
        """Note the photo ID, then the act that it is for."""
        self._trail.note(session, AuditAction.ID_CHECKED, account_id)
        self._trail.note(session, action, account_id)
        return IdentitySeen(document, session.staff_id)
