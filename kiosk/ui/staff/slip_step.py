"""After invitations are made: their slips, on the screen without codes, on paper or in a file with them (F1, F3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from kiosk.domain.desk_service import DeskService
from kiosk.domain.staff import StaffSession
from kiosk.printing.preview import SlipPreview
from kiosk.printing.queue import PrintState
from kiosk.printing.sheet import Paper
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.staff import print_words, slip_words
from kiosk.ui.staff.print_choice import PrintChoice
from kiosk.ui.staff.print_run import PrintRun
from kiosk.ui.staff.slips import Made, Slips, mailable, note_on_paper, save_and_note, subject
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, ActionRole, Card, CheckRow, Notice, Piece, Role, Text, announce

__all__ = ["SlipStep"]

T = TypeVar("T")


class SlipStep(Piece):
    """Holds the made invitations, codes included, only until the next patient.

    Signals:
        done: "Next patient", "Import another sheet", or "Leave it unprinted".
    """

    done = Signal()

    def __init__(
        self,
        service: DeskService,
        slips: Slips,
        background: Background,
        timer_factory: Callable[[], Timer] = single_shot_timer,
        *,
        of_sheet: bool = False,
    ) -> None:
        """Make an empty step; after a day sheet, if `of_sheet`."""
        super().__init__()
        self.setObjectName("slip_step")
        self._of_sheet = of_sheet
        self._service = service
        self._slips = slips
        self._background = background
        self._run = PrintRun(slips, background, timer_factory(), self)
        self._job: Job | None = None
        self._heading = Text("", Role.TITLE, name="slip_heading")
        self._body = Text("", name="slip_body")
        self._problem = Notice("", name="slip_problem", icon="triangle-alert")
        self._said = Text("", Role.OK, name="slip_said")
        self._email = CheckRow(name="email_invitation")
        self._choice = PrintChoice(slips, service.printing, background)
        self._print = Action("", ActionRole.PRIMARY, name="print_slip", icon="printer")
        self._save = Action("", name="save_slip")
        self._mail = Action("", name="mail_only", icon="mail")
        self._cancel = Action("", name="cancel_print")
        self._yes = Action("", ActionRole.PRIMARY, name="labels_printed")
        self._again = Action("", name="print_again", icon="printer")
        self._next = Action("", name="next_patient")
        self._picture = SlipPreview()
        self._picture.setObjectName("slip_preview")
        self._forget()
        self._build()
        self._email.toggled.connect(self.retranslate)
        self._choice.changed.connect(self._show_page)
        self._choice.found.connect(self._printers_found)
        self._print.clicked.connect(self._start_printing)
        self._save.clicked.connect(self._start_saving)
        self._mail.clicked.connect(self._start_mailing)
        self._cancel.clicked.connect(self._run.cancel)
        self._yes.clicked.connect(self._end)
        self._again.clicked.connect(self._once_more)
        self._next.clicked.connect(self.done)
        self._run.moved.connect(self.retranslate)
        self._run.ended.connect(self._printed)
        self.refresh()

    def _forget(self) -> None:
        self._made: tuple[Made, ...] = ()
        self._left: list[Made] = []
        self._session: StaffSession | None = None
        self._printed_on: Paper | None = None
        self._saved: Path | None = None
        self._trouble: PrintState | None = None
        self._busy = self._failed_once = self._mailed = self._unprinted = self._asking = self._finished = False

    def show_made(self, session: StaffSession, *made: Made) -> None:
        """Show slips that were not printed yet, of one invitation or of several."""
        self._forget()
        self._session, self._made, self._left = session, made, list(made)
        self._email.setChecked(False)
        self._show_page()
        self._focus()
        announce(self, self._heading.text())
        self._choice.enter(session)

    def take_over(self, session: StaffSession) -> None:
        """Go on in another's name; what prints just now was asked for in the first one's."""
        if self._session is not None:
            self._session = session
            self._choice.take_over(session)

    def wipe(self) -> None:
        """Forget the invitations; what still waits in a printer's queue is taken back."""
        if self._job is not None:
            self._job.cancel()
        self._run.drop()
        self._choice.forget()
        self._forget()
        self._email.wipe()
        self._show_page()

    def retranslate(self) -> None:
        """Look up every text for how far the slips are."""
        choosing = not (self._run.running or self._asking or self._finished)
        self._heading.setText(slip_words.heading(self._made))
        design = self._choice.paper.layout.design
        says = slip_words.asks() if self._asking else slip_words.by_email_alone() if self._unprinted else ""
        self._body.setText(says or slip_words.how_to_hand_over(self._made, design, mailed=self._email.isChecked()))
        self._email.setText(self.tr("Email the invitation, too"))
        can_mail = choosing and mailable(self._made) is not None
        self._email.setVisible(can_mail)
        self._mail.setText(self.tr("Email it without a slip"))
        self._mail.setVisible(can_mail)
        self._problem.set_text(self._sentence())
        self._problem.setVisible(bool(self._problem.text))
        self._choice.setVisible(choosing)
        self._print.setText(self.tr("Print") if self._trouble is None else self.tr("Try again"))
        self._print.setVisible(choosing and self._choice.has_printers)
        save = self.tr("Save slip as PDF") if len(self._made) <= 1 else self.tr("Save the slips as PDF")
        self._save.setText(self.tr("Try again") if self._failed_once else save)
        self._save.setVisible(choosing)
        self._save.role = ActionRole.SECONDARY if self._choice.has_printers else ActionRole.PRIMARY
        self._cancel.setText(self.tr("Cancel printing"))
        self._cancel.setVisible(self._run.running)
        self._yes.setText(self.tr("Yes, all of them"))
        self._again.setText(self.tr("Print these again"))
        for answer in (self._yes, self._again):
            answer.setVisible(self._asking)
        # Whoever leaves while a slip is being saved or mailed would not hear whether it was.
        for part in (self._email, self._choice, self._print, self._save, self._mail, self._next):
            part.setEnabled(not self._busy)
        self._next.setText(slip_words.way_on(len(self._made), finished=self._finished, of_sheet=self._of_sheet))
        self._next.role = ActionRole.PRIMARY if self._finished else ActionRole.LINK
        self._next.setVisible(choosing or self._finished)
        for button in (self._save, self._next):
            button.update()
        self._said.setText(self._progress())
        self._picture.setAccessibleName(self.tr("The slip, without its code"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture below where the screen is narrow."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if self.width() >= look().text(700) else QBoxLayout.Direction.TopToBottom)

    def _sentence(self) -> str:
        """What went wrong, if anything did."""
        if self._failed_once:
            return slip_words.could_not(self._made)
        if self._trouble is None:
            state = self._run.state if self._run.running else None
            return "" if state is None else print_words.going_on(state)
        return slip_words.lost(self._trouble, self._run.printer, len(self._left), len(self._made))

    def _progress(self) -> str:
        """How far it is."""
        if self._run.running:
            return slip_words.progress(len(self._made) - len(self._run.left), len(self._made))
        if self._busy:
            return self.tr("One moment …")
        printed = self._finished and not self._unprinted
        return slip_words.told(self._made, printed=printed, saved=self._saved, mailed=self._mailed)

    def _build(self) -> None:
        card = Card("slip_card")
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self._heading, self._body, self._problem, self._said, self._email, self._choice):
            column.addWidget(part)
        for button in (self._print, self._save, self._mail, self._cancel, self._yes, self._again, self._next):
            button.setProperty("staff", True)
            column.addWidget(button)
        column.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addWidget(texts, 1)
        desk = QFrame()
        desk.setObjectName("slip_desk")  # a ground on which white paper is seen
        QVBoxLayout(desk).addWidget(self._picture)
        self._columns.addWidget(desk, 1)
        card.box.addLayout(self._columns)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = WideScroll(card, name="slip_scroll")
        whole.addWidget(self._scroll)

    def _show_page(self) -> None:
        """Show what is to be printed; while somebody looks at the paper, the first page that was."""
        paper = self._printed_on if self._printed_on and not self._left else self._choice.paper
        self._picture.show_slips([self._slips.slip(made) for made in self._left or self._made], paper)
        self.retranslate()

    def _focus(self) -> None:
        """Put the keyboard on what most probably comes next, and scroll there."""
        if (page := self._scroll.widget()) is not None:
            page.adjustSize()  # parts have come and gone: only now it is known where the button lies
            self._scroll.verticalScrollBar().setValue(0)
        buttons = (self._yes, self._print, self._save, self._next, self._cancel)
        for button in buttons if not self._finished else (self._next,):
            if not button.isHidden():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.show_focused()
                return

    def _printers_found(self) -> None:
        if self._save.hasFocus():
            self._focus()

    def _start_printing(self) -> None:
        if self._run.running or self._busy or self._session is None or not self._choice.ask_for_printer():
            return
        self._failed_once, self._trouble = False, None
        self._choice.printing()
        self._printed_on = self._printed_on if len(self._left) < len(self._made) else self._choice.paper
        on_paper = partial(note_on_paper, self._service, self._session, email=self._wants_email())
        self._run.start(self._left, self._choice.paper, self._choice.printer, on_paper)
        self._focus()

    def _printed(self) -> None:
        self._left = self._run.left
        self._choice.set_first(self._run.paper.first)
        if self._run.failed and self._session is not None:
            ids = [subject(made) for made in self._left]
            self._background.run(partial(self._service.printing.failed, self._session, ids), self._noted, self._noted)
        if self._run.state is PrintState.DONE:
            self._asking, self._mailed = True, self._mailed or self._wants_email()
        elif self._run.state is None:
            self._failed_once = True
        else:
            self._trouble = self._run.state
        self._show_page()
        announce(self, self._body.text() if self._asking else self._problem.text)
        self._focus()

    def _once_more(self) -> None:
        self._asking, self._left = False, list(self._made)
        self._show_page()
        self._focus()

    def _start_saving(self) -> None:
        if self._session is not None and not self._run.running:
            self._choice.printing()
            note = partial(note_on_paper, self._service, self._session, email=self._wants_email())
            self._work(partial(save_and_note, self._slips, self._left, self._choice.paper, note), self._kept)

    def _start_mailing(self) -> None:
        made = mailable(self._made)
        if made is not None and self._session is not None and not self._run.running:
            self._work(partial(self._service.email_invitation, self._session, made), self._mail_asked)

    def _work(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if not self._busy:
            self._busy, self._failed_once, self._trouble = True, False, None
            self.retranslate()
            self._job = self._background.run(work, done, self._failed)

    def _kept(self, path: Path) -> None:
        self._mailed, self._saved = self._mailed or self._wants_email(), path
        self._end()

    def _mail_asked(self, _nothing: None) -> None:
        self._mailed = self._unprinted = True
        self._end()

    def _end(self) -> None:
        self._busy, self._asking, self._finished = False, False, True
        self.retranslate()
        announce(self, self._said.text())
        self._focus()

    def _noted(self, _result: object) -> None:
        """A row of the trail more, or a broken disk, of which the next act tells."""

    def _failed(self, _error: BaseException) -> None:
        self._busy, self._failed_once = False, True
        self.retranslate()
        announce(self, self._problem.text)
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wants_email(self) -> bool:
        return self._email.isChecked() and not self._mailed
