"""What every page of the wizard is: a heading, fields in a card, and answers that become a new draft.

To add a page: a module in `kiosk/ui/pages`, its class in `PAGES` there, and the step's row in `kiosk.domain.flow`.
A page decides nothing: values parse themselves (`kiosk.domain.values`), the flow names the next step, and the shell
alone draws buttons, problems and "Please wait".
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget, QWizardPage

from kiosk.domain.draft import Draft
from kiosk.domain.errors import StorageError
from kiosk.domain.flow import Step
from kiosk.domain.refusals import Refusal, Refused
from kiosk.ui.background import Background, Job
from kiosk.ui.check_field import CheckField
from kiosk.ui.session import PatientUseCases, PracticeView
from kiosk.ui.texts import Setback, sentence
from kiosk.ui.widgets import (
    Card,
    ChoiceField,
    DateField,
    ErrorSummary,
    Problem,
    RadioRows,
    Role,
    ScrollArea,
    Text,
    TextField,
)

__all__ = ["Answers", "Field", "FieldProblem", "Page", "Patience", "Problems", "Work"]

Field = TextField | DateField | RadioRows | ChoiceField | CheckField
F = TypeVar("F", bound=Field)
T = TypeVar("T")
V = TypeVar("V")


class Patience(enum.Enum):
    """How long a page waits in silence, and then for "I need more time", both in seconds (K3)."""

    TYPING = (90, 30)
    MESSAGE = (600, 30)
    """A mail, an SMS or a chat answer is on its way."""
    DESK = (900, 0)
    """Held while the patient is at the front desk: nobody is there to answer a question."""
    ENDING = (45, 0)


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One answer that was not taken.

    Attributes:
        field: object name of the field, or "" where the page as a whole is meant.
        reason: for `kiosk.ui.texts.sentence`, so that the words follow the language.
        character: the one character to blame, or "".
    """

    field: str
    reason: Refusal | Setback
    character: str = ""


Problems = tuple[FieldProblem, ...]
Work = Callable[[], Draft | Problems]
"""What a worker does before the page is left; touches no widget."""


class Answers:
    """Collects the refusals of a page's fields while its answers are parsed one by one."""

    def __init__(self) -> None:
        self._problems: list[FieldProblem] = []

    def take(self, field: str, parsed: V | Refused) -> V | None:
        """The value, or None after noting why not."""
        if isinstance(parsed, Refused):
            self._problems.append(FieldProblem(field, parsed.reason, parsed.character))
            return None
        return parsed

    def refuse(self, field: str, reason: Refusal) -> None:
        """Note a refusal that no value type speaks."""
        self._problems.append(FieldProblem(field, reason))

    @property
    def problems(self) -> Problems:
        """All that was refused, in the order of the fields."""
        return tuple(self._problems)


class Page(QWizardPage):
    """One step.

    Signals:
        answered: the page has its answers without a touch (a camera read them): as if the primary button was pressed.
        decided: the page leads on without the primary button (a second choice, an answer from the desk); carries the
            draft that the flow reads.
        another: "Create another account" was pressed (endings only).
        log_in: "Log in" was pressed: what was begun here is over.
        start_over: "Start over" was pressed on a page that has no other way out.
        call_back_requested: the patient wants to be called (K1).
        fault: something failed that no page expects; carries the exception's type name alone.
    """

    step: ClassVar[Step]
    slug: ClassVar[str]
    """Name of the page in object names and in docs/gui-automation.md."""

    patience: ClassVar[Patience] = Patience.TYPING
    passing: ClassVar[bool] = False
    """Whether "Back" passes over the page, because it asks nothing."""

    answered = Signal()
    decided = Signal(object)
    another = Signal()
    log_in = Signal()
    start_over = Signal()
    call_back_requested = Signal()
    fault = Signal(str)

    def __init__(self, practice: PracticeView, service: PatientUseCases) -> None:
        """Build the empty frame; a subclass adds its fields and then calls `retranslate`."""
        super().__init__()
        self.practice = practice
        self.service = service
        self.draft: Draft | None = None
        self._fields: dict[str, Field] = {}
        self._problems: Problems = ()
        self._summary: ErrorSummary | None = None
        self._background: Background | None = None
        self._jobs: list[Job] = []
        self.setObjectName(self.slug)
        self._title = Text("", Role.HEADING, name=f"{self.slug}_title")
        self._card = Card(f"{self.slug}_card")
        self.box: QVBoxLayout = self._card.box
        self.box.addWidget(self._title)
        self.view = ScrollArea(self._card, name=f"{self.slug}_scroll")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    # What a page says of itself

    def heading(self) -> str:
        """The page's title, looked up when shown."""
        raise NotImplementedError

    def primary_text(self) -> str:
        """The one primary button's label; "" for none."""
        return self.tr("Continue")

    def retranslate(self) -> None:
        """Look up all texts."""
        self._title.setText(self.heading())
        self.setAccessibleName(self.heading())

    def load(self, draft: Draft) -> None:
        """Show what is known when the page comes into sight; never over what was typed."""

    def collect(self, draft: Draft) -> Draft | Problems:
        """The draft with this page's answers, or what is wrong with them."""
        return draft

    def work(self, draft: Draft) -> Work | None:
        """What has to be done in the background before the page is left, if anything."""
        return None

    def may_go_back(self, draft: Draft) -> bool:
        """Whether "Back" is offered; the first page has none anyway."""
        return True

    def scanned(self, text: str, host: str) -> bool:
        """Take a scanner's burst; whether the page is answered and goes on. Most expect none."""
        return False

    def left(self) -> None:
        """Another page is in sight, or the patient is gone: stop timers and cameras."""

    # What a page may do by itself

    def run(
        self, op: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None] | None = None
    ) -> None:
        """Work in the background while the page stays usable; dropped when the page is left.

        Args:
            op: touches no widget.
            done, failed: bound methods of a QObject; without `failed` the page says that nothing was saved.
        """
        if self._background is not None:
            self._jobs.append(self._background.run(op, done, failed or self.say_failed))

    def say_failed(self, error: BaseException) -> None:
        """Say so in plain words; a fault is told to the log, too."""
        if not isinstance(error, StorageError):
            self.fault.emit(type(error).__name__)
        self.show_problems((FieldProblem("", Setback.NOT_SAVED),))

    # What the shell does with it

    def attach(self, background: Background) -> None:
        """Let `run` work."""
        self._background = background

    def leave(self) -> None:
        """Go out of sight: whatever was begun here is nobody's any more."""
        for job in self._jobs:
            job.cancel()
        self._jobs.clear()
        self.left()

    def add_field(self, name: str, field: F) -> F:
        """Put a field into the card; problems of that name are shown at it."""
        self.box.addWidget(field)
        self.keep_field(name, field)
        return field

    def keep_field(self, name: str, field: Field) -> None:
        """Show problems of that name at a field that stands elsewhere."""
        self._fields[name] = field

    def enter(self, draft: Draft, summary: ErrorSummary) -> None:
        """Come into sight."""
        self.draft = draft
        self._summary = summary
        self.box.insertWidget(1, summary)
        self.show_problems(())
        self.load(draft)
        self.retranslate()
        self.view.verticalScrollBar().setValue(0)

    def first_focus(self) -> QWidget | None:
        """Where the keyboard starts; None leaves it on the primary button."""
        return next((field for field in self._fields.values() if not field.isHidden()), None)

    def doubted(self) -> QWidget | None:
        """Where the words lead that blame no field."""
        return self.first_focus()

    @property
    def error(self) -> Problems:
        """What is wrong, as shown now."""
        return self._problems

    def show_problems(self, problems: Problems) -> None:
        """Say at each field and in the summary what is wrong, and go to the first; nothing clears all."""
        self._problems = problems
        words = [(p.field, sentence(p.reason, p.field, p.character)) for p in problems]
        for name, field in self._fields.items():
            field.set_error(next((text for at, text in words if at == name), None))
        if self._summary is not None:
            fallback = self.doubted() or self._title
            self._summary.show_problems([Problem(text, self._fields.get(at, fallback)) for at, text in words])
            if problems:
                if problems[0].field not in self._fields:
                    self._summary.focus_first()  # no field says it: the summary must be in sight
                self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Scroll to what is being typed into, once what grew or vanished around it has been laid out."""
        QTimer.singleShot(0, self.view.show_focused)

    def wipe(self) -> None:
        """Forget every answer."""
        self.draft = None
        for field in self._fields.values():
            field.wipe()
        self.show_problems(())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; answers, problems and focus stay."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            if self._problems:
                focused = QApplication.focusWidget()
                self.show_problems(self._problems)
                if focused is not None:
                    focused.setFocus(Qt.FocusReason.OtherFocusReason)
