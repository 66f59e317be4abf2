"""What a patient does who needs help: the help page, the chat, asking to be called back (S40-S42)."""

from __future__ import annotations

import re

from kiosk.ui.widgets import Text
from tests.journeys.steps_base import Steps


class HelpSteps(Steps):
    """Over whichever screen is there."""

    def asks_for_help(self) -> None:
        """Tap "Need Help?"."""
        self.player.tap("welcome_help" if self.sees("welcome") else "need_help")
        self.player.find("help")

    def wants_to_chat(self, topic: str) -> None:
        """Ask for a chat: a first name and a topic (``ChatTopic``)."""
        self.player.tap("help_chat")
        self.player.find("chat_start")
        self.player.keys("chat_name", self.person.first)
        self.player.tap(f"chat_topic_{topic}")
        self.player.tap("primary")
        self.comes_to("chat_talk", "chat_nobody")

    def says(self, line: str) -> None:
        """Send a line."""
        self.player.keys("chat_line", line)
        self.player.tap("chat_send")
        self.hears(line)

    def hears(self, line: str) -> None:
        """Wait until a line, of either side, stands in the conversation."""
        self.player.wait_until(lambda: line in self.lines(), "the line")

    def lines(self) -> list[str]:
        """All lines of the conversation, in order; those on their way last."""
        return [label.text() for label in self._labels(re.compile("chat_bubble_[0-9]+_text"))]

    def on_their_way(self) -> list[str]:
        """What stands over each line that has not arrived yet."""
        said_by = [label.text() for label in self._labels(re.compile("chat_bubble_[0-9]+_who"))]
        return [who for who in said_by if who.endswith("on its way")]

    def _labels(self, name: re.Pattern[str]) -> list[Text]:
        found = [label for label in self.player.window.findChildren(Text) if name.fullmatch(label.objectName())]
        return sorted(found, key=lambda label: int(label.objectName().split("_")[2]))

    def asks_for_a_call(self, contact: str, topic: str) -> None:
        """Ask to be called back, from the help page."""
        self.player.tap("help_call_back")
        self.player.find("call_back")
        self.player.keys("call_back_name", self.person.first)
        self.player.keys("call_back_contact", contact)
        self.player.tap(f"call_back_topic_{topic}")
        self.player.tap("primary")
        self.player.find("call_back_said")
