"""What the shell says over a page: problems, waiting, and the covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.theme import look
from kiosk.ui.widgets.action import Action, ActionRole
from kiosk.ui.widgets.surface import Piece
from kiosk.ui.widgets.text import Card, Role, Text

__all__ = ["BusyOverlay", "Cover", "ErrorSummary", "Problem", "announce"]


def announce(source: QWidget, text: str) -> None:
    """Let a screen reader say a text at once."""
    event = QAccessibleAnnouncementEvent(source, text)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: the words, which stand at the field too, and the widget to go to."""

    text: str
    target: QWidget


class ErrorSummary(Piece):
    """The words "There is a problem", then a link to each field. Hidden while there is none.

    The links are named error_link_0, error_link_1 …
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty, hidden summary."""
        super().__init__(parent)
        self.setObjectName("error_summary")
        self.setProperty("keepVisible", True)
        frame = QFrame(self)
        frame.setProperty("role", "warning")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._box = QVBoxLayout(frame)
        self._box.setContentsMargins(18, 14, 18, 10)
        self._box.setSpacing(2)
        self._heading = Text("", Role.PROBLEM, name="error_heading")
        self._box.addWidget(self._heading)
        self._links: list[_ErrorLink] = []
        self.hide()
        self.refresh()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show the problems (none hides the summary), announce them and go to the first field."""
        for old in self._links:
            old.setParent(None)
            old.deleteLater()
        self._links = [_ErrorLink(problem, number) for number, problem in enumerate(problems)]
        for link in self._links:
            self._box.addWidget(link)
        self.setVisible(bool(problems))
        self.retranslate()
        if problems:
            announce(self, self.accessibleName())
            problems[0].target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the keyboard on the first link."""
        if self._links:
            self._links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget all problems."""
        self.show_problems(())

    def retranslate(self) -> None:
        """Look up the heading; the problems' words are the page's to renew."""
        self._heading.setText(self.tr("There is a problem"))
        self.setAccessibleName(". ".join((self._heading.text(), *(link.plain_text for link in self._links))))


class _ErrorLink(Action):
    def __init__(self, problem: Problem, number: int) -> None:
        super().__init__(problem.text, ActionRole.PROBLEM, name=f"error_link_{number}")
        self._target = problem.target
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self._target.setFocus(Qt.FocusReason.OtherFocusReason)


class _Overlay(Piece):
    """Covers its parent and takes every press meant for it."""

    _opaque = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        parent.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the parent."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False

    def open(self) -> None:
        """Cover the parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.resize(parent.size())
        self.show()
        self.raise_()
        self.setFocus()
        announce(self, self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil what lies below; a cover hides it wholly."""
        painter = QPainter(self)
        ground = QColor(look().colours.background)
        if not self._opaque:
            ground.setAlphaF(0.86)
        painter.fillRect(self.rect(), ground)
        painter.end()


class BusyOverlay(_Overlay):
    """Says "Please wait" while a press is being worked on: a second press finds nothing to press."""

    def __init__(self, parent: QWidget) -> None:
        """Make a hidden overlay of `parent`."""
        super().__init__(parent)
        self.setObjectName("busy")
        self._text = Text("", Role.TITLE, name="busy_text")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = Card("busy_card")
        card.box.addWidget(self._text)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swallow keys: they were meant for the page."""
        event.accept()

    def retranslate(self) -> None:
        """Look up the words."""
        self._text.setText(self.tr("Please wait"))
        self.setAccessibleName(self._text.text())


class Cover(_Overlay):
    """A page over everything, opaque: "Are you still there?", or the neutral cover while the desk works.

    Signals:
        more_time: the patient pressed the primary button (object name `cover_primary`).
        start_over: the other one (`cover_secondary`).
    """

    _opaque = True
    more_time = Signal()
    start_over = Signal()

    def __init__(self, parent: QWidget, *, name: str = "cover") -> None:
        """Make a hidden cover with the words of the silence question."""
        super().__init__(parent)
        self.setObjectName(name)
        self._own_words = True
        self._heading = Text("", Role.HEADING, name=f"{name}_heading")
        self._body = Text("", name=f"{name}_body")
        self._primary = Action("", ActionRole.PRIMARY, name=f"{name}_primary")
        self._secondary = Action("", name=f"{name}_secondary")
        card = Card(f"{name}_card")
        card.setMaximumWidth(760)
        card.box.addWidget(self._heading)
        card.box.addWidget(self._body)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self._secondary)
        buttons.addStretch()
        buttons.addWidget(self._primary)
        card.box.addSpacing(12)
        card.box.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 8)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch()
        self.setFocusProxy(self._primary)
        self._primary.clicked.connect(self.more_time)
        self._secondary.clicked.connect(self.start_over)
        self.refresh()

    def set_texts(self, heading: str, body: str, primary: str, secondary: str) -> None:
        """Say something else; an empty button text hides the button. The caller renews them on a language change."""
        self._own_words = False
        self._say(heading, body, primary, secondary)

    def retranslate(self) -> None:
        """Look up the words of the silence question."""
        if self._own_words:
            self._say(
                self.tr("Are you still there?"),
                self.tr("If you do not answer, we will clear this screen to keep your answers private."),
                self.tr("I need more time"),
                self.tr("Start over"),
            )

    def _say(self, heading: str, body: str, primary: str, secondary: str) -> None:
        self._heading.setText(heading)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        for button, text in ((self._primary, primary), (self._secondary, secondary)):
            button.setText(text)
            button.setVisible(bool(text))
        self.setAccessibleName(". ".join(filter(None, (heading, body))))
