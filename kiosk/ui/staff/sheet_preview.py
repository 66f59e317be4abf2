"""A day sheet before it is imported: how it was read, every row with its reason, and "Import 41 of 44"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.day_sheet import SheetKind
from kiosk.domain.sheet_plan import SheetChoices, SheetPlan
from kiosk.ui.staff import words
from kiosk.ui.staff.sheet_model import Column, RowsModel, Show
from kiosk.ui.staff.sheet_settings import SheetSettings
from kiosk.ui.staff.sheet_table import SheetTable
from kiosk.ui.staff.sheet_words import delimiter_word, encoding_word, field_word, order_word, reasons_sentence
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action, ActionRole, FollowingScroll, Notice, Piece, Role, Text, announce

__all__ = ["SheetPreview"]


class SheetPreview(Piece):
    """Asks for what nobody can know, and shows no row before it is told.

    Signals:
        changed: carries the `SheetChoices` with which to read the file again.
        import_asked: "Import 41 of 44".
        save_asked: "Save the 3 others as CSV".
        again_asked: "Choose another file".
    """

    changed = Signal(object)
    import_asked = Signal()
    save_asked = Signal()
    again_asked = Signal()

    def __init__(self) -> None:
        """Make a preview of nothing."""
        super().__init__()
        self.setObjectName("sheet_preview")
        self._plan: SheetPlan | None = None
        self._choices = SheetChoices()
        self._show = Show.ALL
        self._summary = Text("", Role.MUTED, name="sheet_summary")
        self._alone = Notice("", name="sheet_alone", icon="triangle-alert")
        self._ask = Action("", name="sheet_ask_again", icon="refresh-cw")
        self._question = Notice("", name="sheet_question", icon="circle-question-mark")
        self._open = Action("", name="sheet_settings", icon="chevron-down", icon_last=True)
        self._open.setCheckable(True)
        self._settings = SheetSettings()
        self._chips = {show: Action("", name=f"sheet_show_{show.value}") for show in Show}
        self._model = RowsModel(self)
        self._table = SheetTable(
            self._model,
            name="sheet_rows",
            stretch=Column.RESULT,
            leaves_first=(Column.SLIP, Column.BORN, Column.ROW),
            rows=4,
        )
        self._detail = Text("", Role.STRONG, name="sheet_detail")
        self._said = Text("", Role.OK, name="sheet_said")
        self._again = Action("", ActionRole.LINK, name="sheet_again")
        self._save = Action("", name="sheet_save_refused")
        self._import = Action("", ActionRole.PRIMARY, name="sheet_import", icon="users")
        self._build()
        self._open.toggled.connect(self._toggle)
        self._ask.clicked.connect(self._ask_again)
        self._settings.changed.connect(self.changed)
        self._table.reached.connect(self._reach)
        self._import.clicked.connect(self.import_asked)
        self._save.clicked.connect(self.save_asked)
        self._again.clicked.connect(self.again_asked)
        for chip in self._chips.values():
            chip.clicked.connect(self._filter)
        self.refresh()

    def show_plan(self, plan: SheetPlan, choices: SheetChoices, *, anew: bool) -> None:
        """Show a sheet; `anew` for another file, else the same one read differently."""
        self._plan, self._choices = plan, choices
        self._said.setText("")
        asks = plan.dates is None or bool(plan.missing)
        if anew:
            self._show = Show.ALL
            self._open.setChecked(asks)
        self._open.setChecked(self._open.isChecked() or asks)
        self._settings.show_plan(plan, choices)
        self._model.set_rows(plan.rows)
        self._detail.setText("")
        self.retranslate()
        if asks:
            self._settings.focus_question()
            announce(self._question, self._question.text)
        elif anew:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, " ".join(filter(None, (self._import.text(), self._alone.text))))

    def say(self, said: str, *, bad: bool = False) -> None:
        """Tell how saving went."""
        self._said.setText(said)
        self._said.set_role(Role.PROBLEM if bad else Role.OK)
        announce(self._said, said)

    def wipe(self) -> None:
        """Forget the sheet."""
        self._plan = None
        self._model.set_rows(())
        self._settings.wipe()
        self._detail.setText("")
        self._said.setText("")
        self.retranslate()

    def retranslate(self) -> None:
        """Look up every text for the sheet in sight."""
        plan = self._plan
        ready = len(plan.accepted) if plan else 0
        total = len(plan.sheet.records) if plan else 0
        judged = bool(plan and plan.dates is not None and not plan.missing)
        self._open.setText(self.tr("How the file was read"))
        self._open.setVisible(plan is not None and plan.sheet.kind is SheetKind.CSV)
        self._summary.setText(self._how(plan) if plan else "")
        self._question.set_text(self._asks(plan) if plan else "")
        self._question.setVisible(plan is not None and not judged)
        alone = plan is not None and not plan.compared and ready > 0
        self._alone.set_text(self._unasked() if alone else "")
        self._ask.setText(self.tr("Ask again"))
        for line in (self._alone, self._ask):
            line.setVisible(alone)
        counts = {Show.ALL: total, Show.READY: ready, Show.REFUSED: total - ready}
        names = {Show.ALL: self.tr("All"), Show.READY: self.tr("Ready"), Show.REFUSED: self.tr("Left out")}
        for show, chip in self._chips.items():
            chip.setText(" ".join((names[show], words.number(counts[show]))))
            chip.setChecked(show is self._show)
            chip.role = ActionRole.PRIMARY if show is self._show else ActionRole.SECONDARY
            chip.update()
        for part in (*self._chips.values(), self._table):
            part.setVisible(judged)
        self._import.setText(words.fill(self.tr("Import %1 of %2"), words.number(ready), words.number(total)))
        self._import.setVisible(judged)
        self._import.setEnabled(ready > 0)
        self._save.setText(self.tr("Save the %1 left out as CSV").replace("%1", words.number(total - ready)))
        self._save.setVisible(judged and ready < total)
        self._again.setText(self.tr("Choose another file"))
        self._table.setAccessibleName(self.tr("Rows of the file"))
        self._table.none.setText(self.tr("There is no such row in this file."))
        self._model.retranslate()
        self._model.set_show(self._show)
        self._table.fit()

    def restyle(self) -> None:
        """Measure the columns again."""
        self._table.fit()

    def _build(self) -> None:
        self._settings.hide()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 4, 24, 8)
        column.setSpacing(10)
        chips, foot = QWidget(), QWidget()
        row, buttons = WrappingRow(chips), WrappingRow(foot, gap=12)
        for chip in self._chips.values():
            chip.setCheckable(True)
            row.addWidget(chip)
        for button in (self._import, self._save, self._again):
            buttons.addWidget(button)
        for button in (self._open, self._ask, *self._chips.values(), self._import, self._save, self._again):
            button.setProperty("staff", True)
        unasked = QHBoxLayout()
        unasked.setSpacing(12)
        unasked.addWidget(self._alone, 1)
        unasked.addWidget(self._ask)
        for part in (self._summary, self._open, self._settings):
            column.addWidget(part)
        column.addLayout(unasked)
        column.addWidget(chips)
        column.addWidget(self._table, 1)
        column.addWidget(self._detail)
        below = QVBoxLayout()
        below.setContentsMargins(24, 8, 24, 16)
        below.addWidget(self._said)
        below.addWidget(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        above = QVBoxLayout()  # a question stays in sight however far its answer lies below
        above.setContentsMargins(24, 0, 24, 0)
        above.addWidget(self._question)
        whole.addLayout(above)
        whole.addWidget(FollowingScroll(content, name="sheet_scroll"), 1)
        whole.addLayout(below)

    def _how(self, plan: SheetPlan) -> str:
        sheet = plan.sheet
        parts = [self.tr("Rows: %1").replace("%1", words.number(len(sheet.records)))]
        if sheet.kind is SheetKind.FHIR:
            parts.append(self.tr("FHIR Bundle"))
        parts += [order_word(plan.dates)] if plan.dates else []
        parts += [delimiter_word(sheet.delimiter)] if sheet.delimiter else []
        parts += [encoding_word(sheet.encoding)] if sheet.encoding else []
        return " · ".join(parts)

    def _asks(self, plan: SheetPlan) -> str:
        if plan.missing:
            named = ", ".join(field_word(field) for field in plan.missing)
            return self.tr("Which column holds this: %1?").replace("%1", named)
        return self.tr("Day or month first? The dates of birth in this file can be read both ways.")

    def _unasked(self) -> str:
        return self.tr(
            "Not connected: checked against this desk's list only. Patients who have an account, or were invited on "
            "another day, may get a second slip."
        )

    def _ask_again(self) -> None:
        self.changed.emit(self._choices)

    def _toggle(self, opened: bool) -> None:
        self._open.set_icon_name("chevron-up" if opened else "chevron-down")
        self._settings.setVisible(opened)

    def _filter(self) -> None:
        self._show = next(show for show, chip in self._chips.items() if chip is self.sender())
        self._detail.setText("")
        self.retranslate()

    def _reach(self, number: int) -> None:
        row = self._model.row(number)
        said = reasons_sentence(row) or self.tr("Ready")
        guardian = row.guardian if row.through_guardian else ""
        self._detail.setText(" · ".join(filter(None, (row.name, said, row.time, guardian))))
