"""The buttons of the slip step: each is there only while it means something."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from kiosk.ui.staff import slip_words
from kiosk.ui.widgets import Action, ActionRole, Piece

__all__ = ["Possible", "SlipActs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Possible:
    """What can be done with the slips now.

    Attributes:
        choosing: how they come to paper is not chosen yet, or anew.
        printers: there is one to print on.
        mail: the only one can go out by mail alone.
        again: printing, or saving, was tried before.
        printing, saving: goes on and can be cancelled.
        count: slips that are not on paper.
        finished: nothing is left to be done.
        of_sheet: they were made from a day sheet.
    """

    choosing: bool = False
    printers: bool = False
    mail: bool = False
    print_again: bool = False
    save_again: bool = False
    printing: bool = False
    saving: bool = False
    count: int = 0
    finished: bool = False
    of_sheet: bool = False


class SlipActs(Piece):
    """Print, save, mail, cancel, go on."""

    def __init__(self) -> None:
        """Offer nothing yet."""
        super().__init__()
        self.setObjectName("slip_acts")
        self._can = Possible()
        self.print = Action("", ActionRole.PRIMARY, name="print_slip", icon="printer")
        self.save = Action("", name="save_slip")
        self.mail = Action("", name="mail_only", icon="mail")
        self.cancel = Action("", name="cancel_print")
        self.next = Action("", name="next_patient")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for button in (self.print, self.save, self.mail, self.cancel, self.next):
            button.setProperty("staff", True)
            column.addWidget(button)
        self.refresh()

    def offer(self, can: Possible, *, busy: bool) -> None:
        """Show what can be done; while something is `busy`, only to cancel it."""
        self._can = can
        for button in (self.print, self.save, self.mail, self.next):
            button.setEnabled(not busy)
        self.print.setVisible(can.choosing and can.printers)
        self.save.setVisible(can.choosing)
        self.save.role = ActionRole.SECONDARY if can.printers else ActionRole.PRIMARY
        self.mail.setVisible(can.choosing and can.mail)
        self.cancel.setVisible(can.printing or can.saving)
        self.next.setVisible(can.choosing or can.finished)
        self.next.role = ActionRole.PRIMARY if can.finished else ActionRole.LINK
        for button in (self.save, self.next):
            button.update()
        self.setVisible(can.choosing or can.finished or can.printing or can.saving)
        self.retranslate()

    def retranslate(self) -> None:
        """Look up every text."""
        can = self._can
        self.print.setText(self.tr("Try again") if can.print_again else self.tr("Print"))
        save = self.tr("Save slip as PDF") if can.count <= 1 else self.tr("Save the slips as PDF")
        self.save.setText(self.tr("Try again") if can.save_again else save)
        self.mail.setText(self.tr("Email it without a slip"))
        self.cancel.setText(self.tr("Cancel printing") if can.printing else self.tr("Cancel"))
        self.next.setText(slip_words.way_on(can.count, finished=can.finished, of_sheet=can.of_sheet))
