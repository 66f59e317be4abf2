"""One task in whole: who, why, what was typed against the chart, the photo ID, and what can be done (F4)."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kiosk.domain.desk_task import DeskTask
from kiosk.ui.staff import task_words, words
from kiosk.ui.staff.id_chips import IdChips
from kiosk.ui.staff.practice import StaffPractice
from kiosk.ui.staff.task_choices import Choice, asks_for_id, choices
from kiosk.ui.staff.task_model import since
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, Card, Piece, Role, Text

__all__ = ["TaskCard"]


class TaskCard(Piece):
    """The photo IDs are named id_passport and so on, the actions task_main, task_other and, the last, task_second.

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
        self._card = Card("task_card")
        self._who = Text("", Role.TITLE, name="task_who")
        self._since = Text("", Role.STRONG, name="task_since")
        self._why = Text("", name="task_why")
        self._lines = {
            fact: (Text("", Role.HINT, name=f"task_{fact}_label"), Text("", name=f"task_{fact}"))
            for fact in ("birth_date", "zip_code", "email", "phone", "number")
        }
        self._chips = IdChips("task_id", prefix="id")
        self._main = Action("", ActionRole.PRIMARY, name="task_main")
        self._other = Action("", name="task_other")
        self._second = Action("", name="task_second")
        self._build()
        for button in (self._main, self._other, self._second):
            button.setProperty("staff", True)
            button.clicked.connect(self._press)
        self.refresh()

    @property
    def task(self) -> DeskTask | None:
        """The task shown."""
        return self._task

    def show_task(self, task: DeskTask | None) -> None:
        """Show another task, without a photo ID yet."""
        self._task = task
        self._chips.wipe()
        self.retranslate()

    def forget_seen(self) -> None:
        """Another colleague goes on: they look at the photo ID themselves (F5)."""
        self._chips.wipe()

    def focus_main(self) -> QWidget:
        """Go to what the desk does first: the photo ID, else the main action."""
        if self._chips.isVisible():
            return self._chips.focus_first()
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._main

    def retranslate(self) -> None:
        """Look up every text."""
        task = self._task
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
        offered = self._offered(task)
        for button in (self._main, self._other, self._second):
            button.setVisible(button in offered)
            if button in offered:
                button.setText(task_words.word(offered[button].word, task.count))
        self._chips.setVisible(asks_for_id(task))

    def _offered(self, task: DeskTask) -> dict[Action, Choice]:
        """What each button does; whatever stands between the main thing and the way out is in the middle."""
        main, *others = choices(task)
        offered = {self._main: main}
        if others:
            offered[self._second] = others[-1]
        if len(others) > 1:
            offered[self._other] = others[0]
        return offered

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
        acts = QWidget()
        row = WrappingRow(acts)
        for button in (self._main, self._other, self._second):
            row.addWidget(button)
        for part in (self._who, self._since, self._why, facts, self._chips):
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
        names = (
            self.tr("Date of birth"),
            self.tr("ZIP code"),
            self.tr("Email"),
            self.tr("Phone"),
            self.tr("Invitation"),
        )
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

    def _press(self) -> None:
        if self._task is None:
            return
        chosen = next(choice for button, choice in self._offered(self._task).items() if button is self.sender())
        if chosen.sees_id and self._chips.ask() is None:
            return
        self.decided.emit(chosen, self._chips.seen)


def _facts(task: DeskTask) -> dict[str, tuple[str, str]]:
    """What was typed and what the invitation says, by field."""
    return {
        "birth_date": (
            words.full_date_of(task.birth_date) if task.birth_date else "",
            words.full_date_of(task.chart_birth_date) if task.chart_birth_date else "",
        ),
        "zip_code": (task.zip_code, task.chart_zip),
        "email": (task.email, ""),
        "phone": (_phone(task.phone), ""),
        "number": (task.number, ""),
    }


def _phone(e164: str) -> str:
    """As people here write it; a number from abroad stays as it is."""
    us = re.fullmatch(r"\+1([0-9]{3})([0-9]{3})([0-9]{4})", e164)
    return "({}) {}-{}".format(*us.groups()) if us else e164
