"""What the slip step says, looked up when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.domain.desk_help_service import ResetSlip
from kiosk.printing.layouts import Design
from kiosk.printing.queue import PrintState
from kiosk.ui.staff import print_words, words
from kiosk.ui.staff.slips import Made

__all__ = ["asks", "by_email_alone", "could_not", "heading", "how_to_hand_over", "lost", "progress", "told", "way_on"]


def heading(made: Sequence[Made]) -> str:
    """What was made."""
    if len(made) > 1:
        return words.fill(QCoreApplication.translate("SlipStep", "%1 invitations are made"), str(len(made)))
    (one,) = made or (None,)
    if isinstance(one, ResetSlip):
        return QCoreApplication.translate("SlipStep", "The one-time slip is made")
    said = QCoreApplication.translate("SlipStep", "Invitation %1 is made")
    return words.fill(said, one.number) if one else ""


def asks() -> str:
    """What only people know."""
    return QCoreApplication.translate("SlipStep", "Did all labels print? Please look at the paper.")


def by_email_alone() -> str:
    """There is no slip."""
    return QCoreApplication.translate("SlipStep", "The activation code goes out by email alone.")


def how_to_hand_over(made: Sequence[Made], design: Design, *, mailed: bool) -> str:
    """Where the code stands, and what keeps it private."""
    if any(isinstance(one, ResetSlip) for one in made):
        return QCoreApplication.translate(
            "SlipStep", "With it the patient chooses a new password within the hour. Nobody else may read its code."
        )
    if design is not Design.SLIP:
        return QCoreApplication.translate(
            "SlipStep", "The activation code stands on the label. Hand it over so that nobody else reads it."
        )
    if mailed:
        return QCoreApplication.translate(
            "SlipStep", "The activation code goes into the email, too. Fold the slip so that it lies inside."
        )
    return QCoreApplication.translate(
        "SlipStep", "The activation code stands on paper only. Fold the slip so that it lies inside."
    )


def lost(why: PrintState, printer: str, left: int, total: int) -> str:
    """Why a run ended early, and that nothing is gone."""
    counts = QCoreApplication.translate("SlipStep", "Nothing is lost: %1 of %2 are still to be printed.")
    return " ".join((print_words.ended(why, printer), words.fill(counts, str(left), str(total))))


def could_not(made: Sequence[Made]) -> str:
    """This computer failed, not a printer."""
    if any(isinstance(one, ResetSlip) for one in made):
        return QCoreApplication.translate(
            "SlipStep", "The slip could not be saved or not be read back. Please try again."
        )
    if len(made) > 1:
        return QCoreApplication.translate(
            "SlipStep", "The slips could not be saved or not be read back. The invitations stay. Please try again."
        )
    return QCoreApplication.translate(
        "SlipStep", "The slip could not be saved or not be read back. The invitation stays. Please try again."
    )


def progress(done: int, total: int) -> str:
    """How far a run is."""
    return words.fill(QCoreApplication.translate("SlipStep", "Printing … %1 of %2 are done."), str(done), str(total))


def told(made: Sequence[Made], *, printed: bool, saved: Path | None, mailed: bool) -> str:
    """What became of them."""
    parts = []
    if saved is not None:
        if len(made) > 1:
            said = QCoreApplication.translate("SlipStep", "Saved, and every QR code was read back: %1")
        else:
            said = QCoreApplication.translate("SlipStep", "Saved, and its QR code was read back: %1")
        parts.append(said.replace("%1", str(saved)))
    elif printed:
        parts.append(QCoreApplication.translate("SlipStep", "Printed, and every QR code was read back."))
    if mailed:
        parts.append(QCoreApplication.translate("SlipStep", "The email goes out with the next sync."))
    return "\n".join(parts)


def way_on(count: int, *, finished: bool, of_sheet: bool) -> str:
    """Away from these slips."""
    if not finished:
        if count > 1:
            return QCoreApplication.translate("SlipStep", "Leave them unprinted")
        return QCoreApplication.translate("SlipStep", "Leave it unprinted")
    if of_sheet:
        return QCoreApplication.translate("SlipStep", "Import another sheet")
    return QCoreApplication.translate("SlipStep", "Next patient")
