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
    """Makes both screens and leads to them.

    Signals:
        fault: something failed that nobody expects; carries the exception's type name alone.
    """

    fault = Signal(str)

    def __init__(
        self, shell: Shell, support: SupportUseCases, background: Background, practice: PracticeView, parent: QObject
    ) -> None:
        """Offer both in help."""
        super().__init__(parent)
        self._shell = shell
        self.chat = Chat(support, background, practice.operator_name, practice.zone)
        self.call_back = CallBack(support, background, practice.operator_name)
        for screen in (self.chat, self.call_back):
            shell.add_over(screen)
            screen.fault.connect(self.fault)
        shell.help.set_support_visible(True)
        shell.help.chat.connect(self.open_chat)
        for asked in (shell.help.call_back, self.chat.call_back):
            asked.connect(self.open_call_back)

    def open_chat(self) -> None:
        """Show the chat."""
        self.chat.set_language(spoken_language())
        self._shell.open_over(self.chat)

    def open_call_back(self) -> None:
        """Show the call-back form."""
        self.call_back.set_language(spoken_language())
        self._shell.open_over(self.call_back)
