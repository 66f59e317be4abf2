"""What becomes of a print job, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.printing.queue import PrintState
from kiosk.ui.widgets.surface import breakable

__all__ = ["ended", "going_on"]


def going_on(state: PrintState) -> str:
    """What the printer waits for; "" when for nothing."""
    match state:
        case PrintState.NO_PAPER:
            return QCoreApplication.translate(
                "PrintWords", "The printer is out of paper. Add some, and it goes on by itself."
            )
        case PrintState.OFFLINE:
            return QCoreApplication.translate(
                "PrintWords", "The printer does not answer. Is it switched on and connected? Then it goes on by itself."
            )
        case _:
            return ""


def ended(state: PrintState, printer: str) -> str:
    """Why a job did not get onto paper, and what helps."""
    return _sentence(state).replace("%1", breakable(printer))


def _sentence(state: PrintState) -> str:
    match state:
        case PrintState.PAUSED:
            return QCoreApplication.translate("PrintWords", "“%1” is paused. Resume it, or choose another printer.")
        case PrintState.REJECTING:
            return QCoreApplication.translate("PrintWords", "“%1” takes no jobs now. Choose another printer.")
        case PrintState.VANISHED:
            return QCoreApplication.translate("PrintWords", "There is no printer “%1” any more. Choose another one.")
        case PrintState.NO_SERVICE:
            return QCoreApplication.translate("PrintWords", "The print service of this computer does not answer.")
        case PrintState.HELD:
            return QCoreApplication.translate(
                "PrintWords", "“%1” holds every job until somebody releases it. Choose another printer."
            )
        case PrintState.NO_PAPER:
            return QCoreApplication.translate("PrintWords", "“%1” is out of paper. Add some, then try again.")
        case PrintState.OFFLINE:
            return QCoreApplication.translate(
                "PrintWords", "“%1” does not answer. Check that it is switched on and connected."
            )
        case PrintState.CANCELLED:
            return QCoreApplication.translate("PrintWords", "Printing was cancelled.")
        case PrintState.TOO_LONG:
            return QCoreApplication.translate("PrintWords", "“%1” took too long. The job was taken back.")
        case PrintState.UNSURE:
            return QCoreApplication.translate(
                "PrintWords",
                "The print service stopped answering: “%1” may still print. Look at the printer before you try again.",
            )
        case _:
            return QCoreApplication.translate("PrintWords", "“%1” could not print.")
