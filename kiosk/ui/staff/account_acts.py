"""What the desk asked of the portal for an account's holder, until it answers (F7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_help import AccountRow, Helped
from kiosk.domain.desk_help_service import DeskHelpService, ResetSlip
from kiosk.domain.staff import StaffSession
from kiosk.domain.values import Email
from kiosk.ui.background import Background, Job
from kiosk.ui.staff.account_words import Act

__all__ = ["AccountActs"]


class AccountActs(QObject):
    """Asks, and goes on waiting when somebody looks elsewhere or locks.

    Signals:
        ended: carries the `Act`, the `AccountRow`, where a mail went, and `Helped`.
        failed: it could not be noted, so nothing was asked.
    """

    ended = Signal(object, object, str, object)
    failed = Signal()

    def __init__(self, accounts: DeskHelpService, background: Background, parent: QObject) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self._accounts = accounts
        self._background = background
        self._jobs: list[Job] = []
        self.slip: ResetSlip | None = None
        """Made, and not yet handed on to the printing; its code stands nowhere else."""

    def start(self, session: StaffSession, row: AccountRow, act: Act, seen: IdDocument, email: Email | None) -> None:
        """Ask.

        Args:
            email: the new address, with `Act.EMAIL`.
        """
        done = partial(self._done, act, row, email.text if email else row.masked_email)
        work: Callable[[], tuple[Helped, ResetSlip | None]]
        if act is Act.SLIP:
            work = partial(self._accounts.make_slip, session, row, seen)
        elif act is Act.EMAIL and email is not None:
            work = partial(_alone, partial(self._accounts.change_email, session, row.account_id, seen, email))
        elif act is Act.UNLOCK:
            work = partial(_alone, partial(self._accounts.unlock, session, row.account_id, seen))
        else:
            work = partial(_alone, partial(self._accounts.mail_reset, session, row.account_id, seen))
        self._jobs.append(self._background.run(work, done, self._failed))

    def drop(self) -> None:
        """Forget everything; what comes yet is for nobody."""
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        self.slip = None

    def _done(self, act: Act, row: AccountRow, address: str, answer: tuple[Helped, ResetSlip | None]) -> None:
        helped, slip = answer
        self.slip = slip or self.slip
        self.ended.emit(act, row, address, helped)

    def _failed(self, _error: BaseException) -> None:
        self.failed.emit()


def _alone(ask: Callable[[], Helped]) -> tuple[Helped, None]:
    return ask(), None
