"""The opened row below the list: the whole date of birth, and what can be done about the invitation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.day_list import DayListRow
from kiosk.domain.invitation_service import can_change, is_whole
from kiosk.ui.staff import words
from kiosk.ui.staff.invitation_model import full_name, progress_of
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.widgets import Action, ActionRole, Piece, Role, Text, announce

__all__ = ["InvitationDetail"]


class InvitationDetail(Piece):
    """One invitation and at most two buttons; withdrawing asks once more.

    Signals:
        reissue_asked: a new slip for a lost one.
        revoke_asked: withdraw it; asked twice.
    """

    reissue_asked = Signal()
    revoke_asked = Signal()

    def __init__(self, practice: StaffPractice) -> None:
        """Make it empty and hidden."""
        super().__init__()
        self.setObjectName("invitation_detail")
        self._practice = practice
        self._row: DayListRow | None = None
        self._sure = False
        self._text = Text("", Role.STRONG, name="invitation_opened")
        self._question = Text("", Role.PROBLEM, name="invitation_question")
        self._reissue = Action("", ActionRole.PRIMARY, name="invitation_reissue", icon="printer")
        self._revoke = Action("", name="invitation_revoke", icon="x")
        self._keep = Action("", ActionRole.LINK, name="invitation_keep")
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self._reissue, self._revoke, self._keep):
            button.setProperty("staff", True)
            row.addWidget(button)
        row.addStretch(1)
        self._buttons = QWidget()
        self._buttons.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._text, self._question, self._buttons):
            column.addWidget(part)
        self._reissue.clicked.connect(self.reissue_asked)
        self._revoke.clicked.connect(self._withdraw)
        self._keep.clicked.connect(self._keep_it)
        self.refresh()
        self.show_row(None)

    @property
    def row(self) -> DayListRow | None:
        """The invitation shown."""
        return self._row

    def show_row(self, row: DayListRow | None) -> None:
        """Show an invitation, or none."""
        self._row, self._sure = row, False
        self.setVisible(row is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Look up every text."""
        self._reissue.setText(self.tr("Slip lost: make a new one"))
        self._revoke.setText(self.tr("Withdraw it for good") if self._sure else self.tr("Withdraw invitation"))
        self._keep.setText(self.tr("Keep it"))
        self._question.setText(
            self.tr("Withdraw this invitation? None of its codes works any more. This cannot be taken back.")
        )
        self._text.setText("" if self._row is None else self._details(self._row))
        # Until the portal said the whole date of birth, nobody can tell two patients of one name apart.
        changeable = self._row is not None and is_whole(self._row) and can_change(self._row)
        self._buttons.setVisible(changeable)
        self._reissue.setVisible(not self._sure)
        self._keep.setVisible(self._sure)
        self._question.setVisible(changeable and self._sure)

    def _details(self, row: DayListRow) -> str:
        local = self._practice.local
        born = words.full_date_of(row.birth_date) if is_whole(row) else row.birth_date
        values = (
            full_name(row),
            row.number,
            born,
            words.progress_word(progress_of(row, self._practice.now())),
            words.clock_time(row.made_at, self._practice),
            words.day(local(row.expires_at).date()),
        )
        said = words.fill(self.tr("%1 · %2 · born %3 · %4, made %5, expires %6"), *values)
        if is_whole(row):
            return said
        return "\n".join((said, self.tr("Not connected: the whole date of birth stands at the portal.")))

    def _withdraw(self) -> None:
        if self._sure:
            self.revoke_asked.emit()
            return
        self._sure = True
        self.retranslate()
        announce(self._question, self._question.text())

    def _keep_it(self) -> None:
        self._sure = False
        self.retranslate()
        self._revoke.setFocus()
