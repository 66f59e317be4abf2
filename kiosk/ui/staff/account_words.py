"""What the desk reads about an account, and how an act for its holder ended (F7)."""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from kiosk.domain.assurance import Assurance
from kiosk.domain.desk_help import AccountRow, Helped, HelpState
from kiosk.ui.staff import words
from kiosk.ui.staff.practice import StaffPractice

__all__ = ["Act", "email", "identity", "is_locked", "lock", "outcome", "state"]


class Act(Enum):
    """What the desk can do for the holder of an account."""

    MAIL = auto()
    SLIP = auto()
    EMAIL = auto()
    UNLOCK = auto()


def is_locked(row: AccountRow, now: dt.datetime) -> bool:
    """Whether a lock holds that time would end, too."""
    return row.locked_until is not None and row.locked_until > now


def state(row: AccountRow, practice: StaffPractice) -> str:
    """What keeps the patient out, the worst first, in a few words; "" for nothing."""
    if row.locked_for_good:
        return QCoreApplication.translate("AccountWords", "Locked")
    if is_locked(row, practice.now()):
        return lock(row, practice)
    if not row.has_user_id:
        return QCoreApplication.translate("AccountWords", "No user ID yet")
    if not row.masked_email:
        return QCoreApplication.translate("AccountWords", "No email")
    return "" if row.email_verified else QCoreApplication.translate("AccountWords", "Email not confirmed")


def lock(row: AccountRow, practice: StaffPractice) -> str:
    """Until when it is locked; "" for not at all."""
    if row.locked_for_good:
        return QCoreApplication.translate("AccountWords", "Locked until there is a new password")
    if row.locked_until is None or not is_locked(row, practice.now()):
        return ""
    said = QCoreApplication.translate("AccountWords", "Locked until %1")
    return words.fill(said, words.clock_time(row.locked_until, practice))


def email(row: AccountRow) -> str:
    """The masked address, and whether links go there."""
    if not row.masked_email:
        return QCoreApplication.translate("AccountWords", "None")
    if row.email_verified:
        return row.masked_email
    return words.fill(QCoreApplication.translate("AccountWords", "%1, not confirmed yet"), row.masked_email)


def identity(row: AccountRow, practice: StaffPractice) -> str:
    """How sure it is that the account is the person's, without the codes of the standard."""
    if row.checked_at is None or row.assurance is Assurance.SELF_ASSERTED:
        return QCoreApplication.translate("AccountWords", "Nobody has checked a photo ID yet")
    if row.assurance is Assurance.DOCUMENT:
        said = QCoreApplication.translate("AccountWords", "Another kind of photo ID checked on %1")
    else:
        said = QCoreApplication.translate("AccountWords", "Photo ID checked on %1")
    return words.fill(said, words.full_date(practice.local(row.checked_at).date()))


def outcome(act: Act, helped: Helped, address: str, practice: StaffPractice) -> str:
    """How an act ended.

    Args:
        act: what was asked for.
        helped: the portal's answer.
        address: where a mail went: the account's, masked, or the new one.
        practice: for the time of a wait.
    """
    match helped.state:
        case HelpState.DONE:
            return words.fill(_done(act), address)
        case HelpState.NO_ADDRESS:
            return QCoreApplication.translate(
                "AccountWords", "This account has no confirmed email address. Print a one-time slip instead."
            )
        case HelpState.WAIT if helped.until is not None:
            said = QCoreApplication.translate("AccountWords", "Too often for this account. Please wait until %1.")
            return words.fill(said, words.clock_time(helped.until, practice))
        case HelpState.WAIT:
            return QCoreApplication.translate("AccountWords", "Too often for this account. Please try again later.")
        case HelpState.UNKNOWN:
            return QCoreApplication.translate(
                "AccountWords", "The portal did not take this: the account or your sign-in has changed. Search again."
            )
        case HelpState.NOT_CONNECTED:
            return QCoreApplication.translate(
                "AccountWords", "Not connected: the portal did not answer. Nothing is lost. Please try again."
            )


def _done(act: Act) -> str:
    match act:
        case Act.MAIL:
            return QCoreApplication.translate("AccountWords", "The link is on its way to %1.")
        case Act.SLIP:
            return QCoreApplication.translate("AccountWords", "The one-time slip is made.")
        case Act.EMAIL:
            return QCoreApplication.translate(
                "AccountWords",
                "A link is on its way to %1. Once the patient has opened it, this is the account's address.",
            )
        case Act.UNLOCK:
            return QCoreApplication.translate("AccountWords", "Unlocked. The patient can try again.")
