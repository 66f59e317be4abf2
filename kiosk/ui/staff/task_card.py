"""One task in whole: who, why, what was typed against the chart, the photo ID, and what can be done (F4)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.cases import IdDocument
from kiosk.domain.ports import DeskTask
from kiosk.ui.staff import task_words, words
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.task_model import since
from kiosk.ui.staff.task_words import Choice, Word
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, Card, Piece, Role, Text, announce

__all__ = ["TaskCard"]

_MAIN, _SECOND = "task_main", "task_second"


class TaskCard(Piece):
    """The photo IDs are named id_passport and so on, the actions task_main and task_second.

    Signals:
        decided: carries a `Choice` and an `IdDocument` or None.
    """

    decided = Signal(object, object)

    def __init__(self, practice: StaffPractice) -> None:
        """Make a card of nobody."""
        super().__init__()
        self.setObjectName("task_card_box")
        self._practice = practice
        self._task: DeskTask | None = None
        self._missing = False
        self._card = Card("task_card")
        self._who = Text("", Role.TITLE, name="task_who")
        self._since = Text("", Role.STRONG, name="task_since")
        self._why = Text("", name="task_why")
        self._lines = {
            fact: (Text("", Role.HINT, name=f"task_{fact}_label"), Text("", name=f"task_{fact}"))
            for fact in ("birth_date", "zip_code", "email", "number")
        }
        self._ask = Text("", Role.LABEL, name="task_id_label")
        self._problem = Text("", Role.ERROR, name="task_id_error")
        self._row = QWidget()
        self._documents = {document: Action("", name=f"id_{document.value}") for document in IdDocument}
        self._main = Action("", ActionRole.PRIMARY, name=_MAIN, icon="circle-check")
        self._second = Action("", name=_SECOND)
        self._build()
        self._main.clicked.connect(self._press)
        self._second.clicked.connect(self._press)
        self.refresh()

    @property
    def task(self) -> DeskTask | None:
        """The task shown."""
        return self._task

    def show_task(self, task: DeskTask | None) -> None:
        """Show another task, without a photo ID yet."""
        self._task, self._missing = task, False
        for chip in self._documents.values():
            chip.setChecked(False)
        self.retranslate()

    def focus_main(self) -> QWidget:
        """Go to what the desk does first: the photo ID, else the main action."""
        first = next(iter(self._documents.values()))
        wanted = first if first.isVisible() else self._main
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        return wanted

    def retranslate(self) -> None:
        """Look up every text."""
        task = self._task
        self._ask.setText(self.tr("Which photo ID did you see?"))
        for document, chip in self._documents.items():
            chip.setText(task_words.document_word(document))
        self._main.setText(task_words.word(Word.GO_ON))
        self._second.setText(task_words.word(Word.NOT_NOW))
        self._card.setVisible(task is not None)
        if task is None:
            for text in (self._who, self._since, self._why):
                text.setText("")
            self._fill_facts(None)
            return
        self._who.setText(task_words.who(task))
        self._since.setText(since(task, self._practice))
        self._since.set_role(Role.PROBLEM if task.waiting else Role.MUTED)
        self._why.setText(task_words.why(task))
        self._fill_facts(task)
        self._say_problem(task)
        main, *others = task_words.choices(task)
        self._main.setText(task_words.word(main.word))
        self._second.setVisible(bool(others))
        for other in others:
            self._second.setText(task_words.word(other.word))
        with_id = task_words.asks_for_id(task)
        self._ask.setVisible(with_id)
        self._row.setVisible(with_id)

    def restyle(self) -> None:
        """Buttons here are as small as everywhere in the staff area."""
        for button in (self._main, self._second, *self._documents.values()):
            button.setProperty("staff", True)

    def _build(self) -> None:
        self._card.box.setContentsMargins(24, 18, 24, 22)
        self._card.box.setSpacing(10)
        facts = QWidget()
        facts.setObjectName("task_facts")
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (label, value) in enumerate(self._lines.values()):
            grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, line, 1)
        chips = WrappingRow(self._row)
        for document, chip in self._documents.items():
            chip.setCheckable(True)
            chip.setProperty("document", document.value)
            chip.clicked.connect(self._saw)
            chips.addWidget(chip)
        acts = QWidget()
        row = WrappingRow(acts)
        row.addWidget(self._main)
        row.addWidget(self._second)
        for part in (self._who, self._since, self._why, facts, self._ask, self._problem, self._row):
            self._card.box.addWidget(part)
        self._card.box.addSpacing(8)
        self._card.box.addWidget(acts)
        self._card.box.addStretch(1)
        whole = QGridLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._card)

    def _fill_facts(self, task: DeskTask | None) -> None:
        """What was typed; where the invitation says otherwise, both (the desk alone learns which field, S13)."""
        shown = _facts(task) if task else {}
        names = (self.tr("Date of birth"), self.tr("ZIP code"), self.tr("Email"), self.tr("Invitation"))
        for (fact, (label, value)), name in zip(self._lines.items(), names, strict=True):
            typed, chart = shown.get(fact, ("", ""))
            differs = task is not None and fact in task.differs
            if differs:
                said = self.tr("typed %1 · the invitation says %2")
                value.setText(words.fill(said, typed or "–", chart or "–"))
            else:
                value.setText(typed)
            value.set_role(Role.PROBLEM if differs else Role.BODY)
            label.setText(name)
            for text in (label, value):
                text.setVisible(bool(typed or chart))

    def _saw(self) -> None:
        pressed = self.sender()
        for chip in self._documents.values():
            chip.setChecked(chip is pressed and chip.isChecked())
            chip.role = ActionRole.PRIMARY if chip.isChecked() else ActionRole.SECONDARY
            chip.update()
        self._missing = False
        if self._task is not None:
            self._say_problem(self._task)

    def _say_problem(self, task: DeskTask) -> None:
        self._problem.setText(self.tr("First press the photo ID that you saw.") if self._missing else "")
        self._problem.setVisible(self._missing)
        for chip in self._documents.values():
            chip.role = ActionRole.PRIMARY if chip.isChecked() else ActionRole.SECONDARY
            chip.set_invalid(self._missing)

    def _press(self) -> None:
        if self._task is None:
            return
        chosen: Choice = task_words.choices(self._task)[0 if self.sender() is self._main else 1]
        seen = next((document for document, chip in self._documents.items() if chip.isChecked()), None)
        self._missing = chosen.sees_id and seen is None
        self._say_problem(self._task)
        if self._missing:
            announce(self, self._problem.text())
            self.focus_main()
            return
        self.decided.emit(chosen, seen)


def _facts(task: DeskTask) -> dict[str, tuple[str, str]]:
    """What was typed and what the invitation says, by field."""
    return {
        "birth_date": (
            words.full_date_of(task.birth_date) if task.birth_date else "",
            words.full_date_of(task.chart_birth_date) if task.chart_birth_date else "",
        ),
        "zip_code": (task.zip_code, task.chart_zip),
        "email": (task.email, ""),
        "number": (task.number, ""),
    }
