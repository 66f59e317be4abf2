"""Plays a person: finds what is on the screen by its object name and touches it, as fingers and keys would.

A widget that is hidden, disabled, covered or out of reach cannot be touched; then the play stops with an error.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from kiosk.ui.widgets.key import KeyButton

TIMEOUT_S = 15.0

_SCANNER_GAP_MS = 5
"""Between two keys of a USB scanner."""

_EAGER = 30
"""How often to look, a millisecond apart, before looking less often."""


class PlayError(RuntimeError):
    """What a person would expect next did not happen; the message names the widget."""


def scan_into(widget: QWidget, text: str) -> None:
    """Send a widget the keys of a USB scanner, each with the time at which it was pressed, however late it comes."""
    at = time.monotonic_ns() // 1_000_000
    keys = [(Qt.Key.Key_unknown, character) for character in text]
    for key, character in (*keys, (Qt.Key.Key_Return, "\r")):
        at += _SCANNER_GAP_MS
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(at)
            QApplication.sendEvent(widget, event)


class Player:
    """One person before one window."""

    def __init__(self, window: QWidget, folder: Path, prefix: str, picture_taken: Callable[[str, str], None]) -> None:
        """Stand before ``window``.

        Args:
            window: shown.
            folder: for pictures.
            prefix: of their file names.
            picture_taken: told of each picture: file name and what it shows.
        """
        self.window = window
        self._folder = folder
        self._prefix = prefix
        self._picture_taken = picture_taken
        self._count = 0
        self.taps = 0
        """How often a widget was tapped."""

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Let the program run until something holds.

        Raises:
            PlayError: it did not within 15 s.
        """
        loop, timer = QEventLoop(), QTimer()
        deadline = time.monotonic() + TIMEOUT_S
        timer.timeout.connect(loop.quit)
        timer.start(1)
        for look in itertools.count():
            # At least once: what the last touch set in motion (layout, painting) comes before the next.
            loop.exec()
            if holds():
                return
            if time.monotonic() > deadline:
                raise PlayError(f"waited in vain for {what}")
            if look == _EAGER:
                timer.setInterval(10)  # somebody else works: leave them the processor

    def find(self, name: str) -> QWidget:
        """The visible widget of that name, waiting for it if need be."""
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [w for w in self.window.findChildren(QWidget, name) if w.isVisible() and w.isEnabled()]
            return bool(found)

        self.wait_until(look, name)
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether a widget of that name is in sight now."""
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def tap(self, name: str) -> None:
        """Tap the middle of a widget, scrolling it into sight first."""
        self._tap(self.find(name), name)

    def type(self, name: str, text: str) -> None:
        """Tap a line and type with the keyboard on the screen."""
        line = self._line(name)
        self._tap(line, name)
        for character in text:
            self._key(character)
        if line.text() != text and line.text().replace(" ", "") != text.replace(" ", ""):
            raise PlayError(f"{name} does not hold what was typed")

    def clear(self, name: str) -> None:
        """Empty a line with the Delete key on the screen."""
        line = self._line(name)
        self._tap(line, name)
        line.end(False)  # as a tap behind the text does; a real key would put the keyboard on the screen away
        for _ in line.text():
            self.tap("key_backspace")
        if line.text():
            raise PlayError(f"{name} does not get empty")

    def keys(self, name: str, text: str) -> None:
        """Tap a line and type with a real keyboard."""
        line = self._line(name)
        self._tap(line, name)
        QTest.keyClicks(line, text)

    def fill_date(self, name: str, month: str, day: str, year: str, *, real_keys: bool = False) -> None:
        """Fill month, day and year; a full box moves on by itself on the digit pad."""
        for part, value in (("month", month), ("day", day), ("year", year)):
            (self.keys if real_keys else self.type)(f"{name}_{part}", value)

    def scan(self, text: str) -> None:
        """Send what a USB scanner sends: a burst of keys and Enter."""
        self._turn_to_window()
        scan_into(QApplication.focusWidget() or self.window, text)

    def picture(self, title: str) -> None:
        """Take a picture of the window."""
        self.wait_until(lambda: True, "the window to settle")
        self._count += 1
        name = f"{self._prefix}-{self._count:02d}.png"
        if not self.window.grab().save(str(self._folder / name)):
            raise PlayError("a picture could not be saved")
        self._picture_taken(name, title)

    def _turn_to_window(self) -> None:
        """There are two windows on one machine; a person turns to the one they use."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.wait_until(self.window.isActiveWindow, "the window")

    def _line(self, name: str) -> QLineEdit:
        widget = self.find(name)
        if not isinstance(widget, QLineEdit):
            raise PlayError(f"{name} is no line to type in")
        return widget

    def _tap(self, widget: QWidget, name: str) -> None:
        self.taps += 1
        self._turn_to_window()
        middle = QPoint()

        def reachable() -> bool:
            """Scrolled into sight, laid out, and with nothing in front of it."""
            nonlocal middle
            parent = widget.parentWidget()
            while parent is not None:
                if isinstance(parent, QScrollArea):
                    parent.ensureWidgetVisible(widget)
                parent = parent.parentWidget()
            middle = QPoint(widget.width() // 2, widget.height() // 2)
            hit = self.window.childAt(widget.mapTo(self.window, middle))
            return hit is not None and (hit is widget or widget.isAncestorOf(hit))

        self.wait_until(reachable, f"{name} within reach")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    def _key(self, character: str) -> None:
        """Press the key that types a character, turning to capitals or signs where needed."""
        begun = time.monotonic()
        while time.monotonic() - begun < TIMEOUT_S:
            keys = [key for key in self.window.findChildren(KeyButton) if key.isVisible()]
            if not keys:
                raise PlayError("there is no keyboard on the screen")
            wanted = next((key for key in keys if key.typed() == character), None)
            if wanted is None and character == " ":
                wanted = next((key for key in keys if key.objectName() == "key_space"), None)
            if wanted is not None:
                self._tap(wanted, wanted.objectName())
                return
            names = {key.objectName() for key in keys}
            if character.isalpha() and "key_letters" in names:
                turn = "key_letters"
            elif character.isalpha() and "key_shift" in names:
                turn = "key_shift"
            elif "key_symbols" in names:
                turn = "key_symbols"
            else:
                raise PlayError(f"no key types {character!r}")
            self._tap(next(key for key in keys if key.objectName() == turn), turn)
        raise PlayError(f"no key types {character!r}")
