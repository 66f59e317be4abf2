"""Today's invitations: search, states with counts, and one row opened at a time."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kiosk.domain.desk_service import DeskService
from kiosk.domain.ports import DayListRow, InvitationProgress
from kiosk.domain.staff import StaffSession
from kiosk.ui.background import Background
from kiosk.ui.staff import words
from kiosk.ui.staff.invitation_model import InvitationModel, full_name, progress_of
from kiosk.ui.staff.invitation_table import InvitationTable
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, FieldKind, PlainLineEdit, Role, Text

__all__ = ["InvitationsPage"]

_ALWAYS = (
    InvitationProgress.READY,
    InvitationProgress.PRINTED,
    InvitationProgress.ACTIVATED,
    InvitationProgress.EXPIRED,
)


class InvitationsPage(StaffPage):
    """The filters are named filter_all, filter_ready …; a pressed row shows the whole date of birth below the table."""

    slug = "invitations"
    icon = "mail"

    def __init__(self, service: DeskService, background: Background, practice: StaffPractice) -> None:
        """Make a page whose list `enter` fetches."""
        super().__init__(background)
        self._service = service
        self._practice = practice
        self._filter: InvitationProgress | None = None
        self._problem = False
        self._model = InvitationModel(practice, self)
        self._search = PlainLineEdit(FieldKind.NAME, name="invitation_search", limit=60)
        self._search.setProperty("staff", True)
        self._reload = Action("", name="invitation_reload", icon="refresh-cw")
        self._reload.setProperty("staff", True)
        self._chips: dict[InvitationProgress | None, Action] = {}
        self._table = InvitationTable(self._model)
        self._note = Text("", Role.HINT, name="invitation_note")
        self._opened = Text("", Role.STRONG, name="invitation_opened")
        self._opened.hide()
        self._build()
        self._search.textEdited.connect(self._filtered)
        self._reload.clicked.connect(self._load)
        self._table.row_pressed.connect(self._open)
        self.refresh()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Invitations")

    def enter(self, session: StaffSession) -> None:
        """Fetch today's list; that is noted in the audit trail (F5)."""
        super().enter(session)
        self._load()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Close the opened row: who comes next sees years alone."""
        super().leave()
        self._model.close_row()
        self._detail("")

    def wipe(self) -> None:
        """Forget list, search and filter."""
        super().wipe()
        self._search.wipe()
        self._filter = None
        self._show(())

    def retranslate(self) -> None:
        """Look up every text."""
        self._search.setPlaceholderText(self.tr("Search name or invitation number"))
        self._search.setAccessibleName(self._search.placeholderText())
        self._reload.setText(self.tr("Refresh"))
        self._table.setAccessibleName(self.tr("Invitations of today"))
        self._model.retranslate()
        self._count()

    def restyle(self) -> None:
        """Measure the columns again."""
        self._table.fit()

    def _build(self) -> None:
        # At 200 % the table would be squeezed to nothing: then the page as a whole scrolls.
        scroll = QScrollArea()
        scroll.setObjectName("invitation_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("role", "page")
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._search, 1)
        top.addWidget(self._reload)
        column.addLayout(top)
        chips = QWidget()
        chips.setObjectName("invitation_filters")
        row = WrappingRow(chips)
        for progress in (None, *InvitationProgress):
            slug = progress.value if progress else "all"
            chip = Action("", name=f"filter_{slug}")
            chip.setProperty("staff", True)
            chip.setCheckable(True)
            chip.clicked.connect(self._filtered)
            self._chips[progress] = chip
            row.addWidget(chip)
        column.addWidget(chips)
        column.addWidget(self._table, 1)
        column.addWidget(self._opened)
        column.addWidget(self._note)

    def _load(self) -> None:
        if self.session is not None:
            self.job = self.background.run(partial(self._service.today, self.session), self._show, self._failed)

    def _show(self, rows: list[DayListRow] | tuple[DayListRow, ...]) -> None:
        self._problem = False
        self._model.set_rows(rows)
        self._apply()

    def _failed(self, _error: BaseException) -> None:
        self._problem = True
        self._count()

    def _filtered(self) -> None:
        chosen = self.sender()
        for progress, chip in self._chips.items():
            if chip is chosen:
                self._filter = progress
        self._apply()

    def _apply(self) -> None:
        self._model.set_filter(self._filter, self._search.text())
        if self._model.opened is None:
            self._detail("")
        self._count()
        self._table.fit()

    def _count(self) -> None:
        counts = self._model.counts()
        for progress, chip in self._chips.items():
            word = words.progress_word(progress) if progress else self.tr("All")
            number = counts[progress] if progress else self._model.total()
            chip.setText(" ".join((word, str(number))))
            current = progress is self._filter
            chip.setVisible(progress is None or progress in _ALWAYS or bool(number) or current)
            chip.setChecked(current)
            chip.role = ActionRole.PRIMARY if current else ActionRole.SECONDARY
            chip.update()
        self._note.setText(self._hint())

    def _hint(self) -> str:
        if self._problem:
            return self.tr("This device's storage does not work. Please call technical support.")
        if not self._model.total():
            return self.tr("No invitations today.")
        if not self._model.rowCount():
            return self.tr("Nobody in today's list fits.")
        return self.tr("Press a row to see the whole date of birth.")

    def _open(self, number: int) -> None:
        row = self._model.toggle(number)
        self._detail("" if row is None else self._details(row))
        if row is not None and self.session is not None:
            viewed = partial(self._service.invitations.view, self.session, row)
            self.job = self.background.run(viewed, self._noted, self._failed)
        self._table.fit()

    def _noted(self, _row: DayListRow | None) -> None:
        """The view stands in the audit trail (F5)."""

    def _detail(self, said: str) -> None:
        self._opened.setText(said)
        self._opened.setVisible(bool(said))
        self._note.setVisible(not said)

    def _details(self, row: DayListRow) -> str:
        said = self.tr("%1 · %2 · born %3 · %4, made %5, expires %6")
        local = self._practice.local
        values = (
            full_name(row),
            row.number,
            words.full_date_of(row.birth_date),
            words.progress_word(progress_of(row, self._practice.now())),
            words.clock_time(row.made_at, self._practice),
            words.day(local(row.expires_at).date()),
        )
        return words.fill(said, *values)
