"""Our own on-screen keyboard: takes no focus, types into whatever line has it, never leaves the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QSizePolicy, QStackedLayout, QWidget

from kiosk.ui.idle import Timer, single_shot_timer
from kiosk.ui.theme import look
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.widgets.keyboard_layouts import ACCENTS, KIND_LAYOUTS, Key, KeyAction, Layout
from kiosk.ui.widgets.line_edit import FieldKind, PlainLineEdit
from kiosk.ui.widgets.messages import announce
from kiosk.ui.widgets.surface import Piece

__all__ = ["OnScreenKeyboard"]

LONG_PRESS_MS = 500
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin)
_PAD_KINDS = (FieldKind.DIGITS, FieldKind.ZIP)


class OnScreenKeyboard(Piece):
    """A keyboard at the foot of the window, always from left to right.

    It opens when a line gets the focus by touch, closes when a real key is pressed (unless pinned) and opens again when
    a line is touched. `attach` makes it follow a window's focus.

    Signals:
        shown_changed: it opened (True) or closed (False).
    """

    shown_changed = Signal(bool)

    def __init__(
        self, parent: QWidget | None = None, *, timer_factory: Callable[[], Timer] = single_shot_timer
    ) -> None:
        """Make a hidden keyboard."""
        super().__init__(parent)
        self.setObjectName("keyboard")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._window: QWidget | None = None
        self._hide_after_press = False
        self._by_touch = True
        self._sending = False
        self._shifted = False
        self._layout_now = Layout.LETTERS
        self._home = Layout.LETTERS
        self._held: KeyButton | None = None
        self._hold = timer_factory()
        self._hold.timeout.connect(self._long_press)
        self._pages = QStackedLayout(self)
        self._page_of: dict[Layout, QWidget] = {}
        self._accents = QWidget()
        self._accents.setObjectName("key_accents")
        self._accent_keys = QGridLayout(self._accents)
        self._pages.addWidget(self._accents)
        self.hide()
        self.refresh()

    def attach(self, window: QWidget) -> None:
        """Follow the focus and the presses in a window."""
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)
            app.installEventFilter(self)

    def show_layout(self, layout: Layout) -> None:
        """Show a layout and make it the one that "ABC" returns to."""
        self._home = layout
        self._set_shift(False)
        self._turn_to(layout)
        self._set_shown(True)

    def key(self, name: str) -> KeyButton:
        """Return the key of an object name in the layout in sight.

        Raises:
            KeyError: the layout has no such key.
        """
        page = self._pages.currentWidget()
        found = None if page is None else page.findChild(KeyButton, name)
        if found is None:
            raise KeyError(name)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell fingers from real keys."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and not self._sending and event.spontaneous():
            self._by_touch = False
            self._set_shown(False)
        elif kind in _PRESSES and isinstance(watched, PlainLineEdit) and self._mine(watched):
            self._by_touch = True
            if watched.hasFocus():
                self._open_for(watched)
        elif kind == QEvent.Type.MouseButtonRelease and self._hide_after_press:
            self._hide_after_press = False
            QTimer.singleShot(0, self._press_ended)  # the button itself sees the release first
        return False

    def sizeHint(self) -> QSize:
        """Return the height of the layout in sight: rows of touch targets, at most half of the window."""
        rows = len(self._layout_now.value)
        height = rows * (self._row_height(rows) + 8) + 8
        return QSize(600, height)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the narrowest screen."""
        return QSize(320, self.sizeHint().height())

    def retranslate(self) -> None:
        """Look up the words on the keys."""
        words = {
            KeyAction.SHIFT: self.tr("Capital letters"),
            KeyAction.BACKSPACE: self.tr("Delete"),
            KeyAction.SPACE: self.tr("Space"),
            KeyAction.NEXT: self.tr("Next"),
            KeyAction.HIDE: self.tr("Hide"),
            KeyAction.SYMBOLS: "123 @",
            KeyAction.LETTERS: "ABC",
        }
        said = {KeyAction.SYMBOLS: self.tr("Numbers and signs"), KeyAction.LETTERS: self.tr("Letters")}
        for button in self.findChildren(KeyButton):
            action = button.key.action
            if action is not KeyAction.TYPE:
                button.set_words(words[action], said.get(action, words[action]))

    def restyle(self) -> None:
        """Take the theme's sizes."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bed of the keys."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look().colours.bed))
        painter.fillRect(0, 0, self.width(), 1, QColor(look().colours.line))
        painter.end()

    def _make_page(self, rows: tuple[tuple[Key, ...], ...]) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(8, 8, 8, 8)
        grid.setSpacing(8)
        widest = max(sum(key.width for key in row) for row in rows)
        for column in range(widest):
            grid.setColumnStretch(column, 1)
        for number, row in enumerate(rows):
            grid.setRowStretch(number, 1)
            column = (widest - sum(key.width for key in row)) // 2
            for key in row:
                button = KeyButton(key)
                button.pressed.connect(self._pressed)
                button.clicked.connect(self._clicked)
                grid.addWidget(button, number, column, 1, key.width)
                column += key.width
        return page

    def _row_height(self, rows: int) -> int:
        height = self._window.height() if self._window is not None else 800
        # On a low screen the page needs the room more than the keys do.
        wished = min(look().space(64), 72) if height >= 1000 else 60 if rows > 4 else 64
        return max(min(wished, (height // 2 - 8) // rows - 8), 44)

    def _mine(self, widget: QWidget) -> bool:
        return self._window is not None and self._window.isAncestorOf(widget)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, PlainLineEdit) and self._mine(new):
            if self._by_touch:
                self._open_for(new)
        elif new is not None and self._mine(new):
            if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
                self._set_shown(False)
            else:
                self._hide_after_press = True

    def _press_ended(self) -> None:
        """Hide only now: had the page moved while the finger was down, the release would have missed its button."""
        if not isinstance(QApplication.focusWidget(), PlainLineEdit):
            self._set_shown(False)

    def _open_for(self, edit: PlainLineEdit) -> None:
        self.show_layout(KIND_LAYOUTS[edit.kind])
        self._set_shift(edit.kind is FieldKind.NAME and not edit.text())

    def _set_shown(self, shown: bool) -> None:
        if shown != self.isHidden():
            return
        if shown:
            self.shown_changed.emit(True)  # first, so that there is room: a window grows rather than squeeze
        self.setVisible(shown)
        if not shown:
            self.shown_changed.emit(False)

    def _turn_to(self, layout: Layout) -> None:
        self._layout_now = layout
        if layout not in self._page_of:  # made when it is needed, not before the first paint
            self._page_of[layout] = self._make_page(layout.value)
            self._pages.addWidget(self._page_of[layout])
            self.retranslate()
        self._pages.setCurrentWidget(self._page_of[layout])
        self.updateGeometry()

    def _set_shift(self, shifted: bool) -> None:
        self._shifted = shifted
        for button in self.findChildren(KeyButton):
            button.set_shifted(shifted)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton) and button.key.text in ACCENTS:
            self._held = button
            self._hold.start(LONG_PRESS_MS)

    def _long_press(self) -> None:
        if self._held is None or not self._held.isDown():
            return
        letter, self._held = self._held.key.text, None
        self._show_accents(letter)

    def _show_accents(self, letter: str) -> None:
        while (item := self._accent_keys.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for column, accent in enumerate(letter + ACCENTS[letter]):
            button = KeyButton(Key(accent))
            button.set_shifted(self._shifted)
            button.clicked.connect(self._clicked)
            self._accent_keys.addWidget(button, 0, column)
        self._pages.setCurrentWidget(self._accents)

    def _clicked(self) -> None:
        self._hold.stop()
        button = self.sender()
        if isinstance(button, KeyButton):
            self._do(button)

    def _do(self, button: KeyButton) -> None:
        match button.key.action:
            case KeyAction.TYPE:
                for letter in button.typed():
                    self._send(Qt.Key.Key_unknown, letter)
                self._after_typing()
            case KeyAction.SPACE:
                self._send(Qt.Key.Key_Space, " ")
            case KeyAction.BACKSPACE:
                self._send(Qt.Key.Key_Backspace, "")
            case KeyAction.SHIFT:
                self._set_shift(not self._shifted)
            case KeyAction.SYMBOLS:
                self._turn_to(Layout.SYMBOLS)
            case KeyAction.LETTERS:
                self._turn_to(self._home)
            case KeyAction.NEXT:
                self._move_on()
            case KeyAction.HIDE:
                self._set_shown(False)

    def _after_typing(self) -> None:
        if self._shifted:
            self._set_shift(False)
        if self._pages.currentWidget() is self._accents:
            self._turn_to(self._layout_now)
        edit = QApplication.focusWidget()
        # Not under a screen reader: the focus would run away from what is being read out.
        if isinstance(edit, PlainLineEdit) and edit.kind in _PAD_KINDS and edit.full and not QAccessible.isActive():
            self._move_on()

    def _send(self, code: Qt.Key, text: str) -> None:
        target = QApplication.focusWidget()
        if target is None:
            return
        self._sending = True
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))
        self._sending = False

    def _move_on(self) -> None:
        before = QApplication.focusWidget()
        if before is None:
            return
        self._send(Qt.Key.Key_Tab, "\t")
        now = QApplication.focusWidget()
        if now is not None and now.property("insteadOfLine"):
            self._send(Qt.Key.Key_Tab, "\t")  # "I have no …" is nothing for who has just typed the answer
            now = QApplication.focusWidget()
        if now is not None and now is not before:
            announce(now, now.accessibleName())

    def hideEvent(self, event: QHideEvent) -> None:
        """A keyboard that opens again starts with small letters and no held key."""
        self._hold.stop()
        self._held = None
        super().hideEvent(event)
