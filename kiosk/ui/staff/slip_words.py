"""What the slip step says, looked up when it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from kiosk.domain.desk_help_service import ResetSlip
from kiosk.printing.layouts import Design
from kiosk.printing.queue import PrintState
from kiosk.ui.staff import print_words, words
from kiosk.ui.staff.slips import Made, SaveStage

__all__ = [
    "asks",
    "by_email_alone",
    "could_not",
    "heading",
    "how_to_hand_over",
    "lost",
    "not_noted",
    "one_moment",
    "progress",
    "saving",
    "still",
    "stopped",
    "title",
    "told",
    "way_on",
]


def heading(made: Sequence[Made]) -> str:
    """What was made."""
    if len(made) > 1:
        return words.fill(QCoreApplication.translate("SlipStep", "%1 invitations are made"), str(len(made)))
    (one,) = made or (None,)
    if isinstance(one, ResetSlip):
        return QCoreApplication.translate("SlipStep", "The one-time slip is made")
    said = QCoreApplication.translate("SlipStep", "Invitation %1 is made")
    return words.fill(said, one.number) if one else ""


def title(made: Sequence[Made]) -> str:
    """Above slips that were not made on the page that prints them."""
    if any(isinstance(one, ResetSlip) for one in made):
        return QCoreApplication.translate("SlipStep", "One-time slip")
    if len(made) > 1:
        return QCoreApplication.translate("SlipStep", "New slips")
    return QCoreApplication.translate("SlipStep", "New slip")


def asks(made: Sequence[Made], *, counting: bool) -> str:
    """What only people know."""
    if counting:
        return QCoreApplication.translate(
            "SlipStep",
            "Count the good ones from the first one on. What came out after them is printed again: destroy it.",
        )
    if len(made) <= 1:
        return QCoreApplication.translate("SlipStep", "Did it print well? Please look at the paper.")
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
    return " ".join((print_words.ended(why, printer), still(left, total)))


def still(left: int, total: int) -> str:
    """What is to be printed yet."""
    if total == 1:
        return QCoreApplication.translate("SlipStep", "Nothing is lost: it is still to be printed.")
    counts = QCoreApplication.translate("SlipStep", "Nothing is lost: %1 of %2 are still to be printed.")
    return words.fill(counts, str(left), str(total))


def stopped() -> str:
    """Somebody cancelled the saving."""
    return QCoreApplication.translate("SlipStep", "Cancelled. No file was made, and nothing counts as printed.")


def not_noted() -> str:
    """Nothing can be written down here."""
    return QCoreApplication.translate(
        "SlipStep", "This device's storage does not work: nothing was noted. Please call technical support."
    )


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


def one_moment() -> str:
    """It will not take long."""
    return QCoreApplication.translate("SlipStep", "One moment …")


def saving(stage: SaveStage, done: int, total: int) -> str:
    """How far a file is."""
    match stage:
        case SaveStage.PAINT:
            said = QCoreApplication.translate("SlipStep", "Making the file … %1 of %2")
        case SaveStage.READ:
            said = QCoreApplication.translate("SlipStep", "Reading every code back … %1 of %2")
        case SaveStage.NOTE:
            said = QCoreApplication.translate("SlipStep", "Saved. Noting them as printed … %1 of %2")
    return words.fill(said, words.number(done), words.number(total))


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
