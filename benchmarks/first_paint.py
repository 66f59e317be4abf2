"""One start of one process, timed by ``benchmarks.startup``: a bare QWizard, or the tablet with its welcome screen.

Says on stdout what is reached, and when (nanoseconds of the epoch). Imports nothing before it is needed: what stands
on top of this file would count as part of the start.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget


def floor() -> None:
    """Paint a QWizard with one empty page."""
    from PySide6.QtWidgets import QApplication, QWizard, QWizardPage

    qt = QApplication([])
    wizard = QWizard()
    wizard.addPage(QWizardPage())
    wizard.show()
    _run(qt, wizard, lambda: None)


def ours(folder: str) -> None:
    """Start the tablet as ``kiosk run`` does, then begin a sign-up."""
    from PySide6.QtWidgets import QApplication, QPushButton

    from kiosk.app import Program
    from kiosk.config import Config
    from kiosk.windows import prepare

    place = Path(folder)
    qt = QApplication([])
    prepare(qt, "en")
    config = Config(data_folder=place, log_folder=place, slips_folder=place, full_screen=False)
    program = Program(qt, config, desk=False)
    program.show()
    window = next(widget for widget in qt.topLevelWidgets() if widget.isVisible())

    def begin() -> None:
        button = window.findChild(QPushButton, "create_account")
        assert button is not None
        button.click()
        assert not button.isVisible(), "no sign-up began"

    _run(qt, window, begin)
    program.close()


def _run(qt: QApplication, window: QWidget, use: Callable[[], None]) -> None:
    """Run the event loop until the window's first paint event is through and it was used."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                window.removeEventFilter(self)
                QTimer.singleShot(0, self.painted)
            return False

        def painted(self) -> None:
            _say("painted")
            use()
            _say("usable")
            qt.exit(0)

    watch = Watch()
    window.installEventFilter(watch)
    qt.exec()


def _say(what: str) -> None:
    print(what, time.time_ns(), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "floor":
        floor()
    else:
        ours(sys.argv[2])
