"""While a day sheet is imported, and after: how far it is, how it ended, and the slips of what was made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.domain.import_service import Imported
from kiosk.ui.staff import words
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.widgets import Action, ActionRole, Card, Notice, Piece, Role, Text, announce

__all__ = ["SheetRun"]


class SheetRun(Piece):
    """Holds no invitation itself; the page does, until the next sheet.

    Signals:
        cancel_asked: "Stop here".
        print_asked: "Save 41 slips as PDF".
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
        self._saved: Path | None = None
        self._busy = self._failed = False
        self._heading = Text("", Role.TITLE, name="sheet_progress")
        self._body = Text("", name="sheet_outcome")
        self._problem = Notice("", name="sheet_print_problem", icon="triangle-alert")
        self._told = Text("", Role.OK, name="sheet_printed")
        self._cancel = Action("", name="sheet_cancel")
        self._print = Action("", ActionRole.PRIMARY, name="sheet_print", icon="printer")
        self._next = Action("", name="sheet_next")
        card = Card("sheet_card")
        for part in (self._heading, self._body, self._problem, self._told):
            card.box.addWidget(part)
        card.box.addSpacing(8)
        for button in (self._cancel, self._print, self._next):
            button.setProperty("staff", True)
            card.box.addWidget(button)
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
        self._total, self._done, self._ended, self._saved = total, 0, None, None
        self._busy = self._failed = False
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

    def printing(self) -> None:
        """The slips are being made."""
        self._busy, self._failed = True, False
        self.retranslate()

    def printed(self, path: Path) -> None:
        """The slips are in a file."""
        self._busy, self._saved = False, path
        self.retranslate()
        announce(self._told, self._told.text())
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_failed(self) -> None:
        """The slips are not there, the invitations are."""
        self._busy, self._failed = False, True
        self.retranslate()
        announce(self._problem, self._problem.text)
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Look up every text for how far it is."""
        ended, saved = self._ended, self._saved
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
        self._problem.set_text(
            self.tr("The slips could not be saved or not be read back. The invitations stay. Please try again.")
        )
        self._problem.setVisible(self._failed)
        self._print.setText(self.tr("Save %1 slips as PDF").replace("%1", str(made)))
        self._print.setVisible(made > 0 and saved is None)
        self._print.setEnabled(not self._busy)
        self._next.setText(self.tr("Import another sheet") if saved or not made else self.tr("Leave them unprinted"))
        self._next.role = ActionRole.PRIMARY if saved or not made else ActionRole.LINK
        self._next.setVisible(ended is not None)
        self._next.update()
        if self._busy:
            self._told.setText(self.tr("One moment …"))
        else:
            told = self.tr("Saved, and every QR code was read back: %1")
            self._told.setText(told.replace("%1", str(saved)) if saved else "")

    def _how(self, ended: Imported) -> str:
        parts = []
        if ended.broken:
            parts.append(self.tr("Then this device's storage stopped working. Please call technical support."))
        if ended.cancelled:
            parts.append(self.tr("You stopped the import. Load the file again for the rest."))
        if ended.skipped:
            said = self.tr("%1 got an invitation in the meantime and were left out.")
            parts.append(said.replace("%1", str(ended.skipped)))
        if ended.made and self._saved is None:
            parts.append(self.tr("The codes stand on the slips only: save them before you go on."))
        return " ".join(parts)
