"""Texts and the boxes around them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from kiosk.ui.icons import pixmap
from kiosk.ui.theme import look, repolish
from kiosk.ui.widgets.surface import BREAK, Piece, mirrored

__all__ = ["BigCode", "Card", "Notice", "Role", "Text"]


class Role(Enum):
    """What a text is for; the style sheet gives each its size and colour."""

    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    LABEL = "label"
    STRONG = "strong"
    MUTED = "muted"
    HINT = "hint"
    STEP = "step"
    ERROR = "error"
    PROBLEM = "problem"
    OK = "ok"
    CODE = "code"


class Text(QLabel):
    """A label that wraps, and that shows markup as the letters it consists of.

    Qt guesses by itself whether a label holds HTML; a patient called "<b>" must not be guessed at. Nor may it put a
    name or a number on the other side of the screen because its letters run the other way.
    """

    _alignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter

    def __init__(
        self, text: str = "", role: Role = Role.BODY, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        """Show `text`; `name` is the object name."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        # Preferred, not Minimum: the latter would take the height of a narrow column for the least height.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("role", role.value)
        self.setObjectName(name)
        self.setAlignment(self._alignment)
        self.setText(text)

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Align by the direction of the screen, whatever the direction of the text."""
        self._alignment = alignment
        side = QStyle.visualAlignment(self.layoutDirection(), alignment)
        super().setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)

    def changeEvent(self, event: QEvent) -> None:
        """Go to the other side with the screen."""
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.setAlignment(self._alignment)
        super().changeEvent(event)

    def setText(self, text: str) -> None:
        """Show a text and say the same to a screen reader."""
        super().setText(text)
        self.setAccessibleName(text.replace(BREAK, ""))

    def set_role(self, role: Role) -> None:
        """Change what the text is for."""
        self.setProperty("role", role.value)
        repolish(self)
        self.updateGeometry()  # bold text may need another line


class Card(QFrame):
    """The white box that holds a page's content; `box` is its layout."""

    def __init__(self, name: str = "card", parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(36, 28, 36, 32)
        self.box.setSpacing(14)


class Notice(QFrame):
    """A boxed text that must be read, with an icon before it (rules S11 and S47 for instance)."""

    def __init__(
        self, text: str = "", *, name: str = "notice", icon: str = "info", parent: QWidget | None = None
    ) -> None:
        """Show `text` in a box; `name` names the box, `name`_text the text."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "notice")
        self._icon_name = icon
        self._icon = QLabel()
        self._text = Text(text, name=f"{name}_text")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        self.setAccessibleName(text)
        self._restyle()

    @property
    def text(self) -> str:
        """The text shown."""
        return self._text.text()

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and direction."""
        super().changeEvent(event)
        if hasattr(self, "_text"):
            self._restyle()

    def _restyle(self) -> None:
        size = look().text(26)
        self._icon.setPixmap(pixmap(self._icon_name, look().colours.brand, size))
        if bool(self.property("mirrored")) != mirrored(self):
            self.setProperty("mirrored", mirrored(self))
            repolish(self)


class _FittedText(Text):
    """One line that is drawn smaller rather than cut: an address has no place to break."""

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 8, self.fontMetrics().height())

    def hasHeightForWidth(self) -> bool:
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self.font()
        while painter.fontMetrics().horizontalAdvance(self.text()) > self.width() and font.pixelSize() > 16:
            font.setPixelSize(font.pixelSize() - 1)
            painter.setFont(font)
        painter.setPen(QColor(look().colours.ink))
        # An address or a code runs from left to right in every language.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class BigCode(Piece):
    """Something to copy down by hand, large: the portal's address, an invitation number."""

    def __init__(self, text: str = "", *, name: str = "big_code", parent: QWidget | None = None) -> None:
        """Show `text` large."""
        super().__init__(parent)
        self.setObjectName(f"{name}_box")
        frame = QFrame(self)
        frame.setProperty("role", "code_box")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(24, 18, 24, 18)
        self._text = _FittedText(text, Role.CODE, name=name)
        inner.addWidget(self._text)
        self.refresh()

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text.setText(text)
