"""While a day sheet is imported: how far it is, and how it ended if it did not end as it was meant to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.import_service import Imported
from kiosk.ui.staff import words
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, Card, Piece, Role, Text, announce

__all__ = ["SheetRun"]


class SheetRun(Piece):
    """Holds no invitation itself; the page does, until the next sheet.

    Signals:
        cancel_asked: "Stop here".
        print_asked: "Print 41 slips".
        next_asked: "Import another sheet".
    """

    cancel_asked = Signal()
    print_asked = Signal()
    next_asked = Signal()

    def __init__(self) -> None:
        """Make a run that has not begun."""
        super().__init__()
        self.setObjectName("sheet_run")
        self._total = self._done = 0
        self._ended: Imported | None = None
        self._heading = Text("", Role.TITLE, name="sheet_progress")
        self._body = Text("", name="sheet_outcome")
        self._cancel = Action("", name="sheet_cancel")
        self._print = Action("", ActionRole.PRIMARY, name="sheet_print", icon="printer")
        self._next = Action("", name="sheet_next")
        card = Card("sheet_card")
        for part in (self._heading, self._body):
            card.box.addWidget(part)
        card.box.addSpacing(8)
        acts = QWidget()
        row = WrappingRow(acts, gap=12)
        for button in (self._cancel, self._print, self._next):
            button.setProperty("staff", True)
            row.addWidget(button)
        card.box.addWidget(acts)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(WideScroll(content, name="sheet_run_scroll"))
        self._cancel.clicked.connect(self.cancel_asked)
        self._print.clicked.connect(self.print_asked)
        self._next.clicked.connect(self.next_asked)
        self.refresh()

    def start(self, total: int) -> None:
        """Begin."""
        self._total, self._done, self._ended = total, 0, None
        self.retranslate()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def advance(self, done: int) -> None:
        """So many rows are done."""
        self._done = done
        self._heading.setText(words.fill(self.tr("%1 of %2 invitations are made …"), str(done), str(self._total)))

    def end(self, ended: Imported) -> None:
        """Tell how it went."""
        self._ended = ended
        self.retranslate()
        announce(self, self._heading.text())
        (self._print if ended.made else self._next).setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Look up every text for how far it is."""
        ended = self._ended
        made = len(ended.made) if ended else 0
        self._cancel.setText(self.tr("Stop here"))
        self._cancel.setVisible(ended is None)
        if ended is None:
            self.advance(self._done)
        else:
            said = self.tr("%1 of %2 invitations are made")
            self._heading.setText(words.fill(said, str(made), str(ended.total)))
        self._body.setText(self._how(ended) if ended else self.tr("What is made stays, also if you stop."))
        self._body.setVisible(bool(self._body.text()))
        self._print.setText(self.tr("Print %1 slips").replace("%1", str(made)))
        self._print.setVisible(made > 0)
        self._next.setText(self.tr("Leave them unprinted") if made else self.tr("Import another sheet"))
        self._next.role = ActionRole.LINK if made else ActionRole.PRIMARY
        self._next.setVisible(ended is not None)
        self._next.update()

    def _how(self, ended: Imported) -> str:
        parts = []
        if ended.broken:
            parts.append(self.tr("Then this device's storage stopped working. Please call technical support."))
        if ended.cancelled:
            parts.append(self.tr("You stopped the import. Load the file again for the rest."))
        if ended.skipped:
            said = self.tr("%1 got an invitation in the meantime and were left out.")
            parts.append(said.replace("%1", str(ended.skipped)))
        return " ".join(parts)
