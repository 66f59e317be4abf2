"""All that somebody sees on a screen, in words: to compare two screens to the letter."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from kiosk.demo.player import Player
from kiosk.ui.widgets.key import KeyButton
from kiosk.ui.window import PatientWindow
from kiosk.ui.wizard import PatientWizard

APART = {"locked_clock", "connection_light"}
"""What depends on the moment, not on the patient: a clock's digits, whether the portal was reached yet."""

_LOOKS = 3
"""So many looks in a row find the same."""


def page(player: Player) -> str:
    """The slug of the wizard's page in sight."""
    assert isinstance(player.window, PatientWindow)
    wizard = player.window.wizard
    assert wizard is not None, "nobody is at the tablet"
    return wizard.page_now().slug


def shown(player: Player) -> tuple[str, ...]:
    """The page's slug and every word in sight, with what a screen reader says, once it stays; not the keyboard."""
    last: list[tuple[str, ...]] = [()] * _LOOKS

    def still() -> bool:
        """Qt shows a new widget one turn after it was made."""
        last.append(_now(player))
        return len(set(last[-_LOOKS:])) == 1

    player.wait_until(still, "a screen that stays as it is")
    return last[-1]


def gone(player: Player) -> None:
    """Wait until the last wizard is no more: Qt deletes it a moment after the patient left."""
    player.wait_until(lambda: not player.window.findChildren(PatientWizard), "the wizard's end")


def _now(player: Player) -> tuple[str, ...]:
    seen = [widget for widget in player.window.findChildren(QWidget) if widget.isVisible()]
    return (page(player), *(said for widget in seen if (said := _words(widget))))


def _words(widget: QWidget) -> str:
    if isinstance(widget, KeyButton):
        return ""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    told = [text, widget.accessibleName(), widget.accessibleDescription()]
    if not any(told):
        return ""
    parent: QWidget | None = widget
    while parent is not None:
        if parent.objectName() in APART:
            return parent.objectName()
        parent = parent.parentWidget()
    return f"{widget.objectName()}: {' | '.join(told)}"
