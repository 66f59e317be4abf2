"""After invitations are made: their slips, on the screen without codes, on paper or in a file with them (F1, F3)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kiosk.domain.desk_service import DeskService
from kiosk.domain.staff import StaffSession
from kiosk.printing.preview import SlipPreview
from kiosk.printing.queue import PrintState
from kiosk.ui.background import Background, Job
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.staff import slip_words
from kiosk.ui.staff.came_out import CameOut
from kiosk.ui.staff.print_choice import PrintChoice
from kiosk.ui.staff.print_run import PrintRun
from kiosk.ui.staff.save_run import SaveRun
from kiosk.ui.staff.slip_acts import Possible, SlipActs
from kiosk.ui.staff.slip_card import SlipCard
from kiosk.ui.staff.slip_state import Fault, SlipState, problem, progress
from kiosk.ui.staff.slips import Made, SlipNotes, Slips, mailable
from kiosk.ui.widgets import CheckRow, Notice, Piece, Role, Text, announce

__all__ = ["SlipStep"]


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
        self._saving = SaveRun(slips, background, self)
        self._job: Job | None = None
        self._heading = Text("", Role.TITLE, name="slip_heading")
        self._body = Text("", name="slip_body")
        self._problem = Notice("", name="slip_problem", icon="triangle-alert")
        self._said = Text("", Role.OK, name="slip_said")
        self._email = CheckRow(name="email_invitation")
        self._choice = PrintChoice(slips, service.printing, background, timer_factory)
        self._question = CameOut(slips.name)
        self._acts = SlipActs()
        self._picture = SlipPreview()
        self._picture.setObjectName("slip_preview")
        self._state = SlipState()
        texts = (self._heading, self._body, self._problem, self._said)
        self._card = SlipCard((*texts, self._email, self._choice, self._question, self._acts), self._picture)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._email.toggled.connect(self.retranslate)
        self._choice.changed.connect(self._show_page)
        self._choice.found.connect(self._printers_found)
        self._acts.print.clicked.connect(self._start_printing)
        self._acts.save.clicked.connect(self._start_saving)
        self._acts.mail.clicked.connect(self._start_mailing)
        self._acts.cancel.clicked.connect(self._stop)
        self._question.counts.connect(self.retranslate)
        self._question.all_there.connect(self._end)
        self._question.missing.connect(self._some_missing)
        self._acts.next.clicked.connect(self.done)
        self._run.moved.connect(self.retranslate)
        self._run.ended.connect(self._printed)
        self._saving.moved.connect(self.retranslate)
        self._saving.ended.connect(self._kept)

    @property
    def unfinished(self) -> bool:
        """Whether codes are here that are neither on paper for certain, nor left unprinted by somebody."""
        return bool(self._state.made) and not self._state.finished

    def heading(self) -> str:
        """What is printed, for the page above."""
        return slip_words.title(self._state.made)

    def show_made(self, session: StaffSession, *made: Made) -> None:
        """Show slips that were not printed yet, of one invitation or of several."""
        self._state = SlipState(made, made, list(made), session)
        self._email.setChecked(False)
        self._show_page()
        self._focus()
        announce(self, self._heading.text())
        self._choice.enter(session)

    def take_over(self, session: StaffSession) -> None:
        """Go on in another's name; what prints just now was asked for in the first one's."""
        if self._state.session is not None:
            self._state.session = session
            self._choice.take_over(session)

    def wipe(self) -> None:
        """Forget the invitations; what still waits in a printer's queue is taken back."""
        if self._job is not None:
            self._job.cancel()
        self._run.drop()
        self._saving.drop()
        self._choice.forget()
        self._state = SlipState()
        self._question.ask(())
        self._email.wipe()
        self._show_page()

    def retranslate(self) -> None:
        """Look up every text for how far the slips are."""
        state, design = self._state, self._choice.paper.layout.design
        choosing = not (self._run.running or self._saving.takes_long or state.asking or state.finished)
        can_mail = choosing and mailable(state.made) is not None
        self._heading.setText(slip_words.heading(state.made))
        mailed, counting = self._email.isChecked(), self._question.counting
        self._body.setText(state.body(design, mailed=mailed, counting=counting))
        self._problem.set_text(problem(state, self._run))
        self._problem.setVisible(bool(self._problem.text))
        self._said.setText(progress(state, self._run, self._saving))
        self._email.setText(self.tr("Email the invitation, too"))
        self._email.setVisible(can_mail)
        self._choice.setVisible(choosing)
        self._question.setVisible(state.asking)
        # Whoever leaves while a slip is being saved or mailed would not hear whether it was.
        for part in (self._email, self._choice, self._question):
            part.setEnabled(not state.busy)
        can = Possible(
            choosing=choosing,
            printers=self._choice.has_printers,
            mail=can_mail,
            print_again=isinstance(state.trouble, PrintState),
            save_again=state.trouble is Fault.SAVING,
            printing=self._run.running,
            saving=self._saving.can_stop,
            count=len(state.left),
            finished=state.finished,
            of_sheet=self._of_sheet,
        )
        self._acts.offer(can, busy=state.busy)
        self._picture.setAccessibleName(self.tr("The slip, without its code"))

    def _show_page(self) -> None:
        """Show what is to be printed; while somebody looks at the paper, the first page that was."""
        state = self._state
        paper = state.printed_on if state.printed_on and not state.left else self._choice.paper
        self._picture.show_slips([self._slips.slip(made) for made in state.left or state.batch], paper)
        self.retranslate()

    def _focus(self) -> None:
        """Put the keyboard on what most probably comes next, and scroll there."""
        if self._state.asking:
            self._card.begin_anew()
            self._question.focus()
        acts = self._acts
        first = (acts.next,) if self._state.finished else (acts.print, acts.save, acts.next, acts.cancel)
        self._card.focus_first(() if self._state.asking else first)

    def _printers_found(self) -> None:
        if self._acts.save.hasFocus():
            self._focus()

    def _notes(self, session: StaffSession) -> SlipNotes:
        return SlipNotes(self._service, session, email=self._email.isChecked() and not self._state.mailed)

    def _start_printing(self) -> None:
        state = self._state
        if self._run.running or state.busy or state.session is None or not self._choice.ask_for_printer():
            return
        state.trouble = None
        self._choice.printing()
        if len(state.left) == len(state.batch):
            state.printed_on = self._choice.paper
        self._run.start(state.left, self._choice.paper, self._choice.printer, self._notes(state.session))
        self._focus()

    def _stop(self) -> None:
        self._run.cancel()
        self._saving.cancel()

    def _printed(self) -> None:
        state = self._state
        state.left = self._run.left
        self._choice.set_first(self._run.paper.first)
        if self._run.state is PrintState.DONE:
            state.asking, state.again, state.mailed = True, False, state.mailed or self._email.isChecked()
            self._question.ask(state.batch)
        else:
            state.trouble = self._run.state or Fault.SAVING
        self._show_page()
        announce(self, self._body.text() if state.asking else self._problem.text)
        self._focus()

    def _some_missing(self, good: int) -> None:
        """From the first missing one on they are to be printed again; left alone, "Needs attention" has them."""
        if self._state.session is not None and not self._state.busy:
            self._state.busy, self._state.trouble = True, None
            missing = self._state.batch[good:]
            work = partial(self._notes(self._state.session).missing, missing)
            self._job = self._background.run(work, partial(self._to_print_again, missing), self._not_noted)

    def _to_print_again(self, missing: tuple[Made, ...], _nothing: None) -> None:
        self._state.busy = self._state.asking = False
        self._state.batch, self._state.left, self._state.again = missing, list(missing), True
        self._show_page()
        announce(self, self._problem.text)
        self._focus()

    def _not_noted(self, _error: BaseException) -> None:
        self._state.busy, self._state.trouble = False, Fault.NOTING
        self.retranslate()
        announce(self, self._problem.text)
        self._focus()

    def _start_saving(self) -> None:
        if self._state.session is not None and not self._run.running and not self._state.busy:
            self._choice.printing()
            self._state.busy, self._state.trouble = True, None
            self._saving.start(self._state.left, self._choice.paper, self._notes(self._state.session))
            if self._state.busy:  # not done on the spot
                self.retranslate()
                if self._saving.can_stop:
                    self._card.focus_first((self._acts.cancel,))

    def _kept(self) -> None:
        state, path = self._state, self._saving.path
        state.busy = False
        if path is None:
            state.trouble = Fault.STOPPED if self._saving.stopped else Fault.SAVING
            self._show_failure()
            return
        state.mailed, state.saved = state.mailed or self._email.isChecked(), path
        self._end()

    def _start_mailing(self) -> None:
        made = mailable(self._state.made)
        if made is not None and self._state.session is not None and not self._run.running and not self._state.busy:
            self._state.busy, self._state.trouble = True, None
            self.retranslate()
            work = partial(self._service.email_invitation, self._state.session, made)
            self._job = self._background.run(work, self._mail_asked, self._not_mailed)

    def _mail_asked(self, _nothing: None) -> None:
        self._state.mailed = self._state.unprinted = True
        self._end()

    def _not_mailed(self, _error: BaseException) -> None:
        self._state.busy, self._state.trouble = False, Fault.NOTING
        self._show_failure()

    def _end(self) -> None:
        state = self._state
        state.busy, state.asking, state.trouble, state.finished = False, False, None, True
        self.retranslate()
        announce(self, self._said.text())
        self._focus()

    def _show_failure(self) -> None:
        self.retranslate()
        announce(self, self._problem.text)
        self._card.focus_first((self._acts.save,))
