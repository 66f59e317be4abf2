"""The denser look of the staff area: smaller texts, the dark rail, the table, the colours of states."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.day_list import InvitationProgress
from kiosk.ui.theme import look

__all__ = ["Pair", "account_colours", "chip_colours", "count_colours", "rail_colours", "staff_style", "task_colours"]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text colour and the ground it stands on; at least 4.5:1 (WCAG 1.4.3)."""

    text: str
    ground: str


def rail_colours(*, current: bool) -> Pair:
    """Colours of the navigation; `current` for the entry whose page is open."""
    if look().appearance.high_contrast:
        return Pair("#000000", "#FFE600") if current else Pair("#FFFFFF", "#000000")
    return Pair("#FFFFFF", "#1D4A69" if current else "#102A3B")


def count_colours(*, urgent: bool) -> Pair:
    """Colours of a number on the rail; `urgent` when a patient waits."""
    if look().appearance.high_contrast:
        return Pair("#000000", "#FFE600" if urgent else "#FFFFFF")
    return Pair("#FFFFFF", "#B3261E") if urgent else Pair("#102A3B", "#DDEBF5")


def chip_colours(progress: InvitationProgress) -> Pair:
    """Colours of a state in the list of invitations; the word stands there too."""
    colours = look().colours
    if look().appearance.high_contrast:
        return Pair(colours.ink, colours.card)
    match progress:
        case InvitationProgress.READY:
            return Pair(colours.brand_pressed, "#DDEBF5")
        case InvitationProgress.PRINTED | InvitationProgress.SENT:
            return Pair(colours.muted, colours.bed)
        case InvitationProgress.ACTIVATED:
            return Pair(colours.ok, "#E1F3E8")
        case InvitationProgress.EXPIRED | InvitationProgress.REVOKED:
            return Pair(colours.error, colours.error_fill)


def account_colours(*, locked: bool) -> Pair:
    """Colours of what keeps somebody out of an account, a lock or something to do; the word stands there too."""
    colours = look().colours
    if look().appearance.high_contrast:
        return Pair(colours.ink, colours.card)
    return Pair(colours.error, colours.error_fill) if locked else Pair(colours.muted, colours.bed)


def task_colours(*, waiting: bool) -> Pair:
    """Colours of "since when" in the list of tasks; `waiting` for a patient at a tablet."""
    colours = look().colours
    if look().appearance.high_contrast:
        return Pair(colours.ink, colours.card)
    return Pair(colours.error, colours.error_fill) if waiting else Pair(colours.muted, colours.card)


def staff_style() -> str:
    """The style sheet of the staff area, on top of every window's; made anew for each look."""
    now, colours, rail = look(), look().colours, rail_colours(current=False)
    edge = colours.line if now.appearance.high_contrast else rail.ground
    return f"""
        QLabel, QAbstractButton, QTableView, QListView, QHeaderView {{ font-size: {now.text(17)}px; }}
        QLabel[role="heading"] {{ font-size: {now.text(28)}px; }}
        QLabel[role="title"] {{ font-size: {now.text(21)}px; }}
        QLabel[role="hint"], QLabel[role="error"], QLabel[role="step"] {{ font-size: {now.text(15)}px; }}
        QLineEdit {{ font-size: {now.text(18)}px; }}
        QFrame#staff_rail {{ background: {rail.ground}; border: 2px solid {edge}; }}
        QFrame#staff_rail QLabel {{ color: {rail.text}; font-weight: 700; }}
        QFrame#slip_desk {{ background: {colours.bed}; border: 1px solid {colours.line}; border-radius: 10px; }}
        QListView {{
            background: {colours.card}; border: 2px solid {colours.line}; border-radius: 10px; outline: 0;
            padding: 6px 4px;
        }}
        QListView:focus {{ border: 4px solid {colours.focus}; }}
        QTableView {{
            background: {colours.card}; border: 2px solid {colours.line}; border-radius: 10px;
            selection-background-color: {colours.bed}; selection-color: {colours.ink}; outline: 0;
        }}
        QTableView:focus {{ border: 4px solid {colours.focus}; }}
        QTableView::item {{ padding: 0 {now.space(12)}px; border-bottom: 1px solid {colours.bed}; }}
        QTableView::item:selected {{ border-top: 2px solid {colours.brand}; border-bottom: 2px solid {colours.brand}; }}
        QHeaderView {{ background: {colours.bed}; border: 0; }}
        QHeaderView::section {{
            background: {colours.bed}; color: {colours.ink}; font-weight: 700; border: 0;
            padding: {now.space(10)}px {now.space(15)}px;
        }}
    """
