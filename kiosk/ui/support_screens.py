"""Chat and call-back over the shell: opened from help or from a page, closed with the patient (S40, S42)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kiosk.ui.background import Background
from kiosk.ui.call_back import CallBack
from kiosk.ui.chat import Chat
from kiosk.ui.session import PracticeView, SupportUseCases
from kiosk.ui.shell import Shell
from kiosk.ui.wizard import spoken_language

__all__ = ["SupportScreens"]


class SupportScreens(QObject):
    """Leads to both screens; each is made when somebody asks for it, not before the first paint.

    Signals:
        fault: something failed that nobody expects; carries the exception's type name alone.
    """

    fault = Signal(str)

    def __init__(
        self, shell: Shell, support: SupportUseCases, background: Background, practice: PracticeView, parent: QObject
    ) -> None:
        """Offer both in help."""
        super().__init__(parent)
        self._shell, self._support, self._background, self._practice = shell, support, background, practice
        self._chat: Chat | None = None
        self._call_back: CallBack | None = None
        shell.help.set_support_visible(True)
        shell.help.chat.connect(self.open_chat)
        shell.help.call_back.connect(self.open_call_back)

    def open_chat(self) -> None:
        """Show the chat."""
        if self._chat is None:
            self._chat = Chat(self._support, self._background, self._practice.operator_name, self._practice.zone)
            self._chat.call_back.connect(self.open_call_back)
            self._add(self._chat)
        self._chat.set_language(spoken_language())
        self._shell.open_over(self._chat)

    def open_call_back(self) -> None:
        """Show the call-back form."""
        if self._call_back is None:
            self._call_back = CallBack(self._support, self._background, self._practice.operator_name)
            self._add(self._call_back)
        self._call_back.set_language(spoken_language())
        self._shell.open_over(self._call_back)

    def _add(self, screen: Chat | CallBack) -> None:
        self._shell.add_over(screen)
        screen.fault.connect(self.fault)
