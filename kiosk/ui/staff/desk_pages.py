"""What a desk has and a tablet has not: invitations, slips, and the people they are for (K2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kiosk.domain.day_list import DayListRow
from kiosk.domain.desk_help_service import DeskHelpService, ResetSlip
from kiosk.domain.desk_service import DeskService, MadeInvitation
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.import_service import ImportService
from kiosk.domain.sync_status import SyncStatus
from kiosk.printing.queue import PrinterQueue
from kiosk.ui.background import Background
from kiosk.ui.idle import Timer
from kiosk.ui.staff.accounts import AccountsPage
from kiosk.ui.staff.enroll import EnrollPage
from kiosk.ui.staff.import_page import ImportPage
from kiosk.ui.staff.invitations import InvitationsPage
from kiosk.ui.staff.needs_attention import NeedsAttentionPage
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.slips import Slips
from kiosk.ui.staff.status_feed import Feed, task_feed
from kiosk.ui.staff.sync_page import SyncPage

__all__ = ["DeskPages", "DeskWork"]


@dataclass(frozen=True, slots=True)
class DeskWork:
    """What the pages need beyond the staff's own use cases.

    Attributes:
        imports: day sheets.
        accounts: help for who has an account (F7).
        slips_folder: where slips are saved; made when the first is.
        printers: those of this machine, if it has any.
    """

    imports: ImportService
    accounts: DeskHelpService
    slips_folder: Path
    printers: PrinterQueue | None = None


class DeskPages(QObject):
    """The pages, and the ways from one to another.

    Signals:
        wanted: carries the slug of the page that is to come into sight.

    Attributes:
        tasks: how many need attention.
        pages: in the order of the navigation.
    """

    wanted = Signal(str)

    def __init__(
        self,
        service: DeskService,
        work: DeskWork,
        feed: Feed[SyncStatus],
        background: Background,
        practice: StaffPractice,
        timer_factory: Callable[[], Timer],
        parent: QObject,
    ) -> None:
        """Make them, for nobody yet."""
        super().__init__(parent)
        slips = Slips(work.slips_folder, practice, work.printers)
        self.tasks = task_feed(service, background, timer_factory, self)
        self._enroll = EnrollPage(service, slips, background, practice, timer_factory)
        self._invitations = InvitationsPage(
            service, background, practice, slip_waits=self._slip_waits, timer_factory=timer_factory
        )
        self._accounts = AccountsPage(
            work.accounts, feed, background, practice, slip_waits=self._slip_waits, timer_factory=timer_factory
        )
        self._sheet = ImportPage(work.imports, service, slips, background, timer_factory)
        needs = NeedsAttentionPage(
            service.attention,
            self.tasks,
            background,
            practice,
            slip_waits=self._slip_waits,
            sheet_waits=self._sheet_waits,
        )
        self.pages: tuple[StaffPage, ...] = (self._enroll, self._sheet, self._invitations, self._accounts, needs)
        for makes_slip in (self._invitations.reissued, self._accounts.slip_made):
            makes_slip.connect(self._print_slip)
        needs.slips_made.connect(self._print_slips)
        self._enroll.twin_chosen.connect(self._open_invitation)
        for asks in (self._enroll.account_wanted, needs.account_wanted):
            asks.connect(self._open_account)
        needs.enroll_wanted.connect(self._enroll_again)
        needs.invitations_wanted.connect(self._open_invitations)
        needs.status_wanted.connect(self._open_status)

    def _slip_waits(self) -> bool:
        return self._enroll.holds_slip

    def _sheet_waits(self) -> bool:
        return self._sheet.unfinished

    def _open_invitation(self, row: DayListRow) -> None:
        self._invitations.want(row)
        self._open_invitations()

    def _open_invitations(self) -> None:
        self.wanted.emit(self._invitations.slug)

    def _open_account(self, who: str | UUID) -> None:
        self._accounts.want(who)
        self.wanted.emit(self._accounts.slug)

    def _enroll_again(self, task: DeskTask) -> None:
        self._enroll.want(task)
        self.wanted.emit(self._enroll.slug)

    def _open_status(self) -> None:
        self.wanted.emit(SyncPage.slug)

    def _print_slip(self, made: MadeInvitation | ResetSlip) -> None:
        self._print_slips([made])

    def _print_slips(self, made: Sequence[MadeInvitation | ResetSlip]) -> None:
        self.wanted.emit(self._enroll.slug)
        self._enroll.show_slip(*made)
