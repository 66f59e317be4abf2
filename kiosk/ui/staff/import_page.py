"""Import a day sheet (F2): choose a file, look at its rows, make the invitations, print their slips."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from kiosk.domain.day_sheet import SheetProblem
from kiosk.domain.desk_service import DeskService
from kiosk.domain.errors import StorageError
from kiosk.domain.import_service import Imported, ImportService
from kiosk.domain.sheet_plan import SheetChoices, SheetPlan, refused_csv
from kiosk.domain.staff import StaffSession
from kiosk.ui.background import Background
from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.staff.page import StaffPage
from kiosk.ui.staff.sheet_files import read_sheet, save_beside
from kiosk.ui.staff.sheet_preview import SheetPreview
from kiosk.ui.staff.sheet_run import SheetRun
from kiosk.ui.staff.sheet_words import problem_sentence, reason_sentence
from kiosk.ui.staff.slip_step import SlipStep
from kiosk.ui.staff.slips import Slips
from kiosk.ui.staff.wide_scroll import WideScroll
from kiosk.ui.widgets import Action, ActionRole, Card, Notice, Role, Text, announce

__all__ = ["ImportPage"]


class _Fault(Enum):
    """What a file itself is not to blame for."""

    FILE = "file"
    STORAGE = "storage"


class ImportPage(StaffPage):
    """Four steps: a file, its preview, the run, the slips. What was loaded stays until this person leaves."""

    slug = "import"
    icon = "users"
    _advanced = Signal(int)

    def __init__(
        self,
        imports: ImportService,
        service: DeskService,
        slips: Slips,
        background: Background,
        timer_factory: Callable[[], Timer] = single_shot_timer,
    ) -> None:
        """Make a page without a file."""
        super().__init__(background)
        self._imports = imports
        self._path: Path | None = None
        self._data = b""
        self._plan: SheetPlan | None = None
        self._choices = self._kept = SheetChoices()
        self._imported: Imported | None = None
        self._stop = threading.Event()
        self._problem: SheetProblem | _Fault | None = None
        self._anew = self._busy = False
        self._dialog: QFileDialog | None = None
        self._hello = Text("", Role.TITLE, name="sheet_hello")
        self._explained = Text("", name="sheet_explained")
        self._kinds = Text("", Role.MUTED, name="sheet_kinds")
        self._refusal = Notice("", name="sheet_problem", icon="triangle-alert")
        self._choose = Action("", ActionRole.PRIMARY, name="sheet_choose", icon="upload")
        self._preview, self._run = SheetPreview(), SheetRun()
        self._slips = SlipStep(service, slips, background, timer_factory, of_sheet=True)
        self._steps = QStackedWidget()
        for step in (self._start(), self._preview, self._run, self._slips):
            self._steps.addWidget(step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._steps)
        self._choose.clicked.connect(self._ask)
        self._preview.changed.connect(self._read_anew)
        self._preview.import_asked.connect(self._import)
        self._preview.save_asked.connect(self._save)
        self._preview.again_asked.connect(self._ask)
        self._run.cancel_asked.connect(self._cancel)
        self._run.print_asked.connect(self._print)
        self._run.next_asked.connect(self._again)
        self._slips.done.connect(self._again)
        self._advanced.connect(self._run.advance)
        self.refresh()

    def title(self) -> str:
        """Name the page."""
        return self.tr("Day sheet")

    @property
    def unfinished(self) -> bool:
        """Whether invitations are being made, or their slips are still to be printed."""
        imported = self._busy if self._imported is None else bool(self._imported.made)
        return self._slips.unfinished or (imported and self._steps.currentWidget() is self._run)

    def enter(self, session: StaffSession) -> None:
        """Go on where it was left."""
        super().enter(session)
        if self._steps.currentIndex() == 0:
            self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_over(self, session: StaffSession) -> None:
        """Go on in another's name, with the slips, too."""
        super().take_over(session)
        self._slips.take_over(session)

    def leave(self) -> None:
        """Keep everything, also an import on its way: its codes stand nowhere else."""
        self._close_dialog()

    def wipe(self) -> None:
        """Stop an import, and forget the sheet and every code."""
        super().leave()
        super().wipe()
        self._close_dialog()
        self._stop.set()
        self._path, self._data, self._plan, self._choices = None, b"", None, SheetChoices()
        self._imported, self._problem, self._busy = None, None, False
        self._preview.wipe()
        self._run.start(0)
        self._slips.wipe()
        self._steps.setCurrentIndex(0)
        self.retranslate()

    def open_file(self, chosen: str) -> None:
        """Load a file for the preview."""
        self._path, self._choices, self._anew = Path(chosen), SheetChoices(), True
        self._load()

    def retranslate(self) -> None:
        """Look up every text."""
        self._hello.setText(self.tr("Load the day's list of patients"))
        self._explained.setText(
            self.tr(
                "You see every row before anything is made. Patients who have an account, or an invitation that works, "
                "get no new slip."
            )
        )
        self._kinds.setText(self.tr("A CSV file from your practice system, or a FHIR R4 Bundle"))
        self._choose.setText(self.tr("Choose a file"))
        self._refusal.set_text(self._sentence())
        self._refusal.setVisible(self._problem is not None)

    def _start(self) -> QWidget:
        card = Card("sheet_start_card")
        for part in (self._hello, self._explained, self._kinds, self._refusal):
            card.box.addWidget(part)
        self._choose.setProperty("staff", True)
        card.box.addSpacing(8)
        card.box.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeading)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        return WideScroll(content, name="sheet_start_scroll")

    def _ask(self) -> None:
        self._close_dialog()
        self._dialog = QFileDialog(self, self.tr("Choose a file"))
        self._dialog.setObjectName("sheet_dialog")
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.setNameFilters([self.tr("Day sheets (*.csv *.txt *.tsv *.json)"), self.tr("All files (*)")])
        self._dialog.fileSelected.connect(self.open_file)
        self._dialog.open()

    def _close_dialog(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()

    def _read_anew(self, choices: SheetChoices) -> None:
        self._choices, self._anew = choices, False
        self._load()

    def _load(self) -> None:
        """Read the file, or what was read of it in another way."""
        if self.session is None or self._path is None or self._busy:
            return
        data = None if self._anew else self._data
        self._busy = True
        work = partial(_read, self._imports, self.session, self._path, data, self._choices)
        self.job = self.background.run(work, self._loaded, self._not_loaded)

    def _loaded(self, read: tuple[bytes, SheetPlan | SheetProblem]) -> None:
        self._busy = False
        data, plan = read
        if isinstance(plan, SheetProblem):
            if self._anew or self._plan is None:
                self._refuse(plan)
            else:  # a setting that does not fit: the file as it was read before stays in sight
                self._choices = self._kept
                self._preview.show_plan(self._plan, self._kept, anew=False)
                self._preview.say(problem_sentence(plan), bad=True)
            return
        self._problem, self._data, self._plan, self._kept = None, data, plan, self._choices
        self._imported = None
        self.retranslate()
        self._steps.setCurrentWidget(self._preview)
        self._preview.show_plan(plan, self._choices, anew=self._anew)

    def _not_loaded(self, error: BaseException) -> None:
        self._busy = False
        self._refuse(_Fault.STORAGE if isinstance(error, StorageError) else _Fault.FILE)

    def _refuse(self, problem: SheetProblem | _Fault) -> None:
        self._data, self._plan, self._problem = b"", None, problem
        self._preview.wipe()
        self.retranslate()
        self._steps.setCurrentIndex(0)
        announce(self._refusal, self._refusal.text)
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sentence(self) -> str:
        match self._problem:
            case None:
                return ""
            case _Fault.FILE:
                return self.tr("This file cannot be opened. Is it still there?")
            case _Fault.STORAGE:
                return self.tr("This device's storage does not work. Please call technical support.")
            case problem:
                return problem_sentence(problem)

    def _save(self) -> None:
        if self.session is None or self._plan is None or self._path is None:
            return
        heads = {"row": self.tr("Row"), "reason": self.tr("Reason")}
        content = refused_csv(self._plan, reason_sentence, **heads)
        work = partial(_save, self._imports, self.session, self._path, content)
        self.job = self.background.run(work, self._saved, self._not_saved)

    def _saved(self, path: Path) -> None:
        self._preview.say(self.tr("Saved: %1").replace("%1", str(path)))

    def _not_saved(self, _error: BaseException) -> None:
        self._preview.say(self.tr("Nothing could be saved beside the file. Is its folder read-only?"), bad=True)

    def _import(self) -> None:
        if self.session is None or self._plan is None or self._busy:
            return
        self._busy = True
        self._stop = threading.Event()
        self._run.start(len(self._plan.accepted))
        self._steps.setCurrentWidget(self._run)
        run = partial(self._imports.run, self.session, self._plan)
        work = partial(run, progress=self._advanced.emit, cancelled=self._stop.is_set)
        self.job = self.background.run(work, self._ended, self._not_imported)

    def _cancel(self) -> None:
        self._stop.set()

    def _ended(self, imported: Imported) -> None:
        self._busy, self._imported = False, imported
        self._run.end(imported)
        if imported.made and not (imported.broken or imported.cancelled or imported.skipped):
            self._print()

    def _not_imported(self, _error: BaseException) -> None:
        self._busy = False
        self._refuse(_Fault.STORAGE)

    def _print(self) -> None:
        """Their slips are all that is left of the sheet; nothing else keeps their codes."""
        imported, self._imported = self._imported, None
        if self.session is not None and imported is not None:
            self._data, self._plan = b"", None
            self._preview.wipe()
            self._steps.setCurrentWidget(self._slips)
            self._slips.show_made(self.session, *imported.made)

    def _again(self) -> None:
        session = self.session
        self.wipe()
        if session is not None:
            self.enter(session)


def _read(
    imports: ImportService, session: StaffSession, path: Path, data: bytes | None, choices: SheetChoices
) -> tuple[bytes, SheetPlan | SheetProblem]:
    data = read_sheet(path) if data is None else data
    return data, imports.read(session, data, choices)


def _save(imports: ImportService, session: StaffSession, path: Path, content: bytes) -> Path:
    imports.refused_saved(session)
    return save_beside(path, content)
