"""What this program is, and the licences it came under."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QScroller, QVBoxLayout

import kiosk
from kiosk.ui.background import Background, Job
from kiosk.ui.staff.about_texts import licences
from kiosk.ui.theme import look
from kiosk.ui.widgets import Action, Card, Piece, Role, Text

__all__ = ["AboutCard", "LicencesStep"]


class AboutCard(Piece):
    """Name and version.

    Signals:
        licences_asked: "Licences".
    """

    licences_asked = Signal()

    def __init__(self) -> None:
        """Make the card."""
        super().__init__()
        self.setObjectName("settings_about")
        self._title = Text("", Role.TITLE, name="about_title")
        self._what = Text("", name="about_version")
        self._licence = Text("", Role.MUTED, name="about_licence")
        self._open = Action("", name="about_licences", icon="info")
        self._open.setProperty("staff", True)
        card = Card("about_card")
        card.box.setContentsMargins(24, 18, 24, 22)
        for part in (self._title, self._what, self._licence, self._open):
            card.box.addWidget(part)
        card.box.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        self.setFocusProxy(self._open)
        self._open.clicked.connect(self.licences_asked)
        self.refresh()

    def retranslate(self) -> None:
        """Look up every text."""
        self._title.setText(self.tr("About"))
        self._what.setText(self.tr("portal-kiosk, version %1").replace("%1", kiosk.__version__))
        self._licence.setText(
            self.tr("Free software under Apache-2.0, with fonts, icons and Qt under their own licences.")
        )
        self._open.setText(self.tr("Licences"))


class LicencesStep(Piece):
    """All licences, as plain text to scroll through.

    Signals:
        closed: "Back".
    """

    closed = Signal()

    def __init__(self, background: Background) -> None:
        """Make an empty step; `show_licences` reads them."""
        super().__init__()
        self.setObjectName("licences_step")
        self._background = background
        self._job: Job | None = None
        self._back = Action("", name="licences_back", icon="arrow-left")
        self._back.setProperty("staff", True)
        self._text = QPlainTextEdit()
        self._text.setObjectName("licences_text")
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._text.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._text.setTabChangesFocus(True)
        self._text.setCursorWidth(0)
        QScroller.grabGesture(self._text.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._text, 1)
        self._back.clicked.connect(self.closed)
        self.refresh()

    def show_licences(self) -> None:
        """Read them, once."""
        if not self._text.toPlainText():
            self._job = self._background.run(licences, self._text_read, self._not_read)
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Look up every text."""
        self._back.setText(self.tr("Back"))
        self._text.setAccessibleName(self.tr("Licences"))

    def restyle(self) -> None:
        """Look like a list: a frame, and the ring while it has the focus."""
        now, colours = look(), look().colours
        self._text.setStyleSheet(f"""
            QPlainTextEdit {{ background: {colours.card}; color: {colours.ink}; border: 2px solid {colours.line};
                border-radius: 10px; padding: {now.space(10)}px; font-size: {now.text(17)}px; }}
            QPlainTextEdit:focus {{ border: 4px solid {colours.focus}; }}
        """)

    def _text_read(self, text: str) -> None:
        self._text.setPlainText(text)

    def _not_read(self, _error: BaseException) -> None:
        self._text.setPlainText(self.tr("The licences cannot be read: this program was not installed completely."))
