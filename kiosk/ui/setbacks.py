"""Why a page could not go on although every field was in order, and what to tell the patient then.

Where an answer has to be neutral, so is its sentence: it fits people the portal knows and people it does not.
"""

from __future__ import annotations

import enum

from PySide6.QtCore import QCoreApplication

__all__ = ["Setback", "setback_sentence"]

translate = QCoreApplication.translate


class Setback(enum.Enum):
    """A reason; `kiosk.ui.texts.sentence` has the words."""

    NO_MATCH = "no_match"
    LOCKED = "locked"
    USER_ID_TAKEN = "user_id_taken"
    NOT_SAVED = "not_saved"
    CODE_WRONG = "code_wrong"
    """Not the activation code that was asked for (S16)."""
    PHONE_CODE_WRONG = "phone_code_wrong"
    PHONE_CODE_USED_UP = "phone_code_used_up"
    """Too old, or tried three times (S29)."""
    TOO_LATE = "too_late"
    """What the portal remembered of the pages before is over."""
    ASKED_TOO_OFTEN = "asked_too_often"
    LOG_IN_WRONG = "log_in_wrong"
    LOG_IN_AGAIN = "log_in_again"
    """The log-in is over: too long ago, or ended."""
    CONFIRM_WRONG = "confirm_wrong"
    CONFIRM_USED_UP = "confirm_used_up"
    """The mail's digits are too old, or were tried three times (S39)."""
    SLIP_WRONG = "slip_wrong"
    """The reset slip is unknown, used or too old, or the date of birth is another (F7)."""


def setback_sentence(reason: Setback) -> str:
    """What happened and what to do."""
    match reason:
        case Setback.NO_MATCH:
            return translate(
                "Sentences", "These do not match. If you moved, try your old ZIP code, or ask the front desk."
            )
        case Setback.LOCKED:
            return translate(
                "Sentences",
                "Ouch! Please wait 15 minutes and try again. "
                "We set a maximum number to ensure the security of your account.",
            )
        case Setback.USER_ID_TAKEN:
            return translate("Sentences", "Somebody already has this user ID. Please choose another one")
        case Setback.NOT_SAVED:
            return translate(
                "Sentences", "We could not save this. Nothing is lost: please try again, or see the front desk."
            )
        case Setback.CODE_WRONG:
            return translate(
                "Sentences", "This code does not fit. Please check your code, have it resent, or ask the front desk."
            )
        case Setback.PHONE_CODE_WRONG:
            return translate("Sentences", "This code does not fit. Please check the text message and try again.")
        case Setback.PHONE_CODE_USED_UP:
            return translate("Sentences", "This code does not work any more. Press “Send again” for a new one.")
        case Setback.TOO_LATE:
            return translate(
                "Sentences", "This took too long. Nothing is lost: please press “Back”, then “Continue”, and try again."
            )
        case Setback.ASKED_TOO_OFTEN:
            return translate(
                "Sentences", "You asked for this several times. Please wait a few minutes, or ask the front desk."
            )
        case Setback.LOG_IN_WRONG:
            return translate("Sentences", "User ID and password do not match. Please try again.")
        case Setback.LOG_IN_AGAIN:
            return translate(
                "Sentences", "This took too long. Please press “Start over” in “Need Help?” and log in again."
            )
        case Setback.CONFIRM_WRONG:
            return translate(
                "Sentences", "Code and password do not fit. Please check both, or open the link of the mail."
            )
        case Setback.CONFIRM_USED_UP:
            return translate("Sentences", "These digits do not work any more. Please open the link of the mail.")
        case Setback.SLIP_WRONG:
            return translate(
                "Sentences",
                "These do not match, or the slip was used before or is too old. Please check the code and the date of "
                "birth, or see the front desk.",
            )
