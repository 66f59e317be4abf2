"""`kiosk …` in a process of its own that tells, when asked, what is on its screen; it is driven from outside alone.

A line on standard input asks, a line on standard output answers as soon as it holds, or `-` if it did not within 15 s:

- `reach NAME`: X Y of a widget that lies still, in sight, with nothing in front of it; or `up X Y` or `down X Y` if it
  has to be scrolled into sight there
- `key CHARACTER`: the same for the key on the screen that types it now; or the NAME of the key that turns the keyboard
- `focus NAME`, `seen NAME`: ok
- `text NAME VALUE`: ok, once the line holds it
- `then CHARACTER`: the key that types it, once there is one
- `length NAME`: how many characters a line holds
- `now`: the name of the widget with the focus
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from kiosk import app, cli
from kiosk.ui.widgets.key import KeyButton
from kiosk.vault.startup import StartupState

PATIENCE_S = 15.0
STILL = 3
"""How many looks in a row have to find a widget at the same place."""


class Watcher(QObject):
    """Answers one question at a time."""

    def __init__(self, qt: QApplication) -> None:
        """Listen to standard input."""
        super().__init__()
        self._qt = qt
        self._asked = ""
        self._until = 0.0
        self._places: list[str] = []
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)

    def _heard(self) -> None:
        self._asked = os.read(sys.stdin.fileno(), 4096).decode().rstrip("\n")
        if not self._asked:
            self._notifier.setEnabled(False)
            return
        self._until = time.monotonic() + PATIENCE_S
        self._places = []
        self._timer.start(4)

    def _look(self) -> None:
        answer = self._answer()
        if not answer and time.monotonic() < self._until:
            return
        self._timer.stop()
        sys.stdout.write(f"{answer or '-'}\n")
        sys.stdout.flush()

    def _answer(self) -> str:
        verb, _, rest = self._asked.partition(" ")
        focused = self._qt.focusWidget()
        match verb:
            case "now":
                return focused.objectName() or type(focused).__name__ if focused else "nothing"
            case "focus":
                return "ok" if focused is not None and focused.objectName() == rest else ""
            case "seen":
                return "ok" if self._find(lambda widget: widget.objectName() == rest) else ""
            case "text":
                name, _, wanted = rest.partition(" ")
                line = self._find(lambda widget: widget.objectName() == name)
                held = str(line.property("text")) if line is not None else ""
                return "ok" if held.replace(" ", "") == wanted.replace(" ", "") and line is not None else ""
            case "length":
                line = self._find(lambda widget: widget.objectName() == rest)
                return str(len(str(line.property("text")))) if line is not None else ""
            case "picture":
                return "ok" if all(window.grab().save(rest) for window in self._qt.topLevelWidgets()) else ""
            case "then":
                return self._still(self._key(rest))
            case "key":
                return self._still(self._key(rest)) if self._key(rest) is not None else self._turn(rest)
            case _:  # reach
                return self._still(self._find(lambda widget: widget.objectName() == rest))

    def _find(self, wanted: Callable[[QWidget], bool]) -> QWidget | None:
        return next((widget for widget in self._qt.allWidgets() if widget.isVisible() and wanted(widget)), None)

    def _key(self, character: str) -> QWidget | None:
        return self._find(lambda widget: isinstance(widget, KeyButton) and widget.typed() == character)

    def _turn(self, character: str) -> str:
        names = ("key_letters", "key_shift") if character.isalpha() else ("key_symbols",)
        shown = {widget.objectName() for widget in self._qt.allWidgets() if widget.isVisible()}
        return next((name for name in names if name in shown), "")

    def _still(self, widget: QWidget | None) -> str:
        place = self._place(widget) if widget is not None and widget.isEnabled() else ""
        self._places = [*self._places[1 - STILL :], place]
        return place if self._places.count(place) == STILL else ""

    def _place(self, widget: QWidget) -> str:
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        window = widget.window()
        parent = widget.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None:
            room = parent.viewport()
            inside = room.rect().adjusted(0, 4, 0, -4)
            within = widget.mapTo(room, middle)
            if not inside.contains(within):
                at = room.mapToGlobal(inside.center())
                return f"{'up' if within.y() < inside.center().y() else 'down'} {at.x()} {at.y()}"
        hit = window.childAt(widget.mapTo(window, middle))
        if hit is None or not (hit is widget or widget.isAncestorOf(hit)):
            return ""
        at = widget.mapToGlobal(middle)
        return f"{at.x()} {at.y()}"


def main() -> int:
    """Run the command with a watcher."""
    show = app.Program.show
    watchers = []

    def show_and_watch(self: app.Program) -> StartupState | None:
        state = show(self)
        qt = QApplication.instance()
        if isinstance(qt, QApplication):
            watchers.append(Watcher(qt))
        return state

    app.Program.show = show_and_watch  # type: ignore[method-assign]  # a wrapper, in this process alone
    return cli.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
