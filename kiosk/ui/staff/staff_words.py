"""What is said about the staff: roles, who may sign in, why nothing was changed, and what was."""

from __future__ import annotations

import datetime as dt
import enum

from PySide6.QtCore import QCoreApplication

from kiosk.domain.staff import Colleague, PinRefusal, StaffRefusal, StaffRole
from kiosk.ui.staff import door_words
from kiosk.ui.staff.door_words import Answer

__all__ = ["Done", "PinSlip", "Refusal", "done", "refusal", "role_word", "state_word"]

translate = QCoreApplication.translate


class PinSlip(enum.Enum):
    """What goes wrong while a PIN is typed, before anybody decides about it."""

    NOTHING_TYPED = "nothing_typed"
    DIFFERENT = "different"
    BROKEN = "broken"


Refusal = StaffRefusal | PinRefusal | PinSlip | dt.timedelta
"""Everything that may keep a change from being made; a time is how long to wait."""


class Done(enum.Enum):
    """What was changed."""

    ADDED = "added"
    NEW_PIN = "new_pin"
    OWN_PIN = "own_pin"
    MANAGER = "manager"
    RECEPTIONIST = "receptionist"
    ENDED = "ended"
    BACK = "back"


def role_word(role: StaffRole) -> str:
    """The role's name."""
    if role is StaffRole.MANAGER:
        return translate("StaffWords", "Manager")
    return translate("StaffWords", "Receptionist")


def state_word(colleague: Colleague, now: dt.datetime) -> str:
    """Whether somebody may sign in here."""
    if not colleague.active:
        return translate("StaffWords", "May not sign in")
    if colleague.throttle.disabled:
        return translate("StaffWords", "Locked out here")
    if colleague.throttle.wait(now):
        return translate("StaffWords", "Waits after wrong PINs")
    return translate("StaffWords", "May sign in")


def refusal(why: Refusal) -> str:
    """Why nothing was changed, and what to do."""
    match why:
        case dt.timedelta():
            return door_words.sentence(Answer.DISABLED if why == dt.timedelta.max else why)
        case PinSlip.NOTHING_TYPED:
            return door_words.sentence(Answer.NO_PIN)
        case PinSlip.DIFFERENT:
            return translate("StaffWords", "The two are not the same. Please type the new PIN twice again.")
        case PinSlip.BROKEN:
            return door_words.sentence(Answer.BROKEN)
        case PinRefusal.LENGTH | PinRefusal.DIGITS:
            return translate("StaffWords", "A PIN has 6 to 12 digits.")
        case PinRefusal.RUN:
            return translate(
                "StaffWords", "This PIN is too easy: not all digits the same, and none that count up or down."
            )
        case StaffRefusal.WRONG_PIN:
            return translate("StaffWords", "Your PIN now was not right. Please try again.")
        case StaffRefusal.SAME_PIN:
            return translate("StaffWords", "This is the PIN that you have already. Please choose another.")
        case StaffRefusal.BAD_NAME:
            return translate("StaffWords", "Enter the colleague's name, at most 80 letters.")
        case StaffRefusal.NAME_TAKEN:
            return translate(
                "StaffWords", "Somebody has this name already: add a letter, so that the door tells the two apart."
            )
        case StaffRefusal.LAST_MANAGER:
            return translate("StaffWords", "The practice needs a manager. First make somebody else one.")
        case StaffRefusal.NOT_A_MANAGER:
            return translate("StaffWords", "Only a manager may do that.")
        case StaffRefusal.GONE:
            return translate("StaffWords", "This account is not there any more.")


def done(what: Done, name: str) -> str:
    """What was changed; the others learn of it with the next sync."""
    said = {
        Done.ADDED: translate("StaffWords", "%1 can sign in here now, and everywhere after the next sync."),
        Done.NEW_PIN: translate(
            "StaffWords", "%1 has a new PIN. It holds here now, and everywhere after the next sync."
        ),
        Done.OWN_PIN: translate(
            "StaffWords", "Your PIN is changed. It holds here now, and everywhere after the next sync."
        ),
        Done.MANAGER: translate("StaffWords", "%1 is a manager now."),
        Done.RECEPTIONIST: translate("StaffWords", "%1 is a receptionist now."),
        Done.ENDED: translate("StaffWords", "%1 may no longer sign in here, and nowhere after the next sync."),
        Done.BACK: translate("StaffWords", "%1 may sign in again."),
    }
    return said[what].replace("%1", name)
