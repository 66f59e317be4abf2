"""What the desk reads about a task: who, why in one sentence, and what can be done (F4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QCoreApplication

from kiosk.domain.cases import Decision, IdDocument
from kiosk.domain.draft import DeskReason
from kiosk.domain.ports import DeskTask

__all__ = ["Choice", "Word", "asks_for_id", "choices", "document_word", "who", "why", "word"]


class Word(Enum):
    """What a button says."""

    GO_ON = "go_on"
    NOT_NOW = "not_now"
    SAME = "same"
    OTHER = "other"
    DONE = "done"
    DECLINE = "decline"
    LINK_AGAIN = "link_again"
    NEW_CODE = "new_code"


_LETS_THROUGH: Final = (Word.GO_ON, Word.OTHER)


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to end a task.

    Attributes:
        sees_id: the desk has to have seen a photo ID.
    """

    word: Word
    decision: Decision
    sees_id: bool = False


_NOT_NOW: Final = Choice(Word.NOT_NOW, Decision.DECLINE)
_OFF: Final = Choice(Word.DONE, Decision.DECLINE)
_DECIDE: Final = (Choice(Word.GO_ON, Decision.ALLOW, sees_id=True), Choice(Word.DECLINE, Decision.DECLINE))
_SAME: Final = Choice(Word.SAME, Decision.SAME_PERSON)


def choices(task: DeskTask) -> tuple[Choice, ...]:
    """What can be done, the main thing first; "Ask the front desk" for a code is one tap (S16)."""
    match task.kind:
        case "desk_request":
            one_tap = task.reasons == (DeskReason.CODE.value,)
            return (Choice(Word.GO_ON, Decision.ALLOW, sees_id=not one_tap), _NOT_NOW)
        case "close_match" if task.number:
            return _DECIDE
        case "close_match" | "possible_match":
            return (_SAME, Choice(Word.OTHER, Decision.ALLOW, sees_id=True))
        case "exact_match":
            return (_SAME, _OFF)
        case "minor" | "details_differ" | "invitation_expired" | "invitation_revoked":
            return _DECIDE
        case "user_id_taken" if task.email:
            return (Choice(Word.LINK_AGAIN, Decision.ALLOW), _OFF)
        case "code_locked" if task.email:
            return (Choice(Word.NEW_CODE, Decision.ALLOW), _OFF)
        case _:
            return (_OFF,)


def asks_for_id(task: DeskTask) -> bool:
    """Whether the photo ID that the desk saw is noted: where a patient is let through."""
    return any(choice.decision is Decision.ALLOW and choice.word in _LETS_THROUGH for choice in choices(task))


def who(task: DeskTask) -> str:
    """As lists sort people: "Okafor, Maria"; the invitation's number where no name is known."""
    name = ", ".join(part for part in (task.last, task.first) if part)
    return name or task.number or QCoreApplication.translate("TaskWords", "No name yet")


def why(task: DeskTask) -> str:
    """Why the desk is asked, one sentence for each reason."""
    if task.kind == "desk_request" and task.reasons:
        return " ".join(_reason(reason) for reason in task.reasons)
    return _kind(task)


def word(said: Word) -> str:
    """What a button says."""
    match said:
        case Word.GO_ON:
            return QCoreApplication.translate("TaskWords", "Photo ID checked – go on")
        case Word.NOT_NOW:
            return QCoreApplication.translate("TaskWords", "Not now")
        case Word.SAME:
            return QCoreApplication.translate("TaskWords", "Same person – send the reminder")
        case Word.OTHER:
            return QCoreApplication.translate("TaskWords", "Another person – go on")
        case Word.DONE:
            return QCoreApplication.translate("TaskWords", "Done – take it off the list")
        case Word.DECLINE:
            return QCoreApplication.translate("TaskWords", "Decline")
        case Word.LINK_AGAIN:
            return QCoreApplication.translate("TaskWords", "Mail the link again")
        case Word.NEW_CODE:
            return QCoreApplication.translate("TaskWords", "Mail a new code")


def document_word(document: IdDocument) -> str:
    """What staff call a photo ID."""
    match document:
        case IdDocument.DRIVERS_LICENSE:
            return QCoreApplication.translate("TaskWords", "Driver's license")
        case IdDocument.STATE_ID:
            return QCoreApplication.translate("TaskWords", "State ID")
        case IdDocument.PASSPORT:
            return QCoreApplication.translate("TaskWords", "Passport")
        case IdDocument.OTHER:
            return QCoreApplication.translate("TaskWords", "Other photo ID")


def _reason(reason: str) -> str:
    match reason:
        case DeskReason.NO_EMAIL.value:
            return QCoreApplication.translate("TaskWords", "Has no email address.")
        case DeskReason.NO_ZIP.value:
            return QCoreApplication.translate("TaskWords", "Has no US ZIP code.")
        case DeskReason.MINOR.value:
            return QCoreApplication.translate("TaskWords", "Is too young to sign up alone.")
        case DeskReason.CODE.value:
            return QCoreApplication.translate("TaskWords", "Was invited, but does not have the activation code.")
        case DeskReason.NOT_ME.value:
            return QCoreApplication.translate("TaskWords", "Says that the account we found is not theirs.")
        case DeskReason.DETAILS.value:
            return QCoreApplication.translate("TaskWords", "The invitation has another date of birth or ZIP code.")
        case _:
            return QCoreApplication.translate("TaskWords", "Asks for the front desk.")


def _kind(task: DeskTask) -> str:
    match task.kind:
        case "user_id_taken" if task.email:
            return QCoreApplication.translate(
                "TaskWords", "The user ID was taken meanwhile. We mailed a link to choose another one."
            )
        case "user_id_taken":
            return QCoreApplication.translate(
                "TaskWords", "The user ID was taken meanwhile, and there is no email to send a link to."
            )
        case "exact_match":
            return QCoreApplication.translate("TaskWords", "This person has an account already.")
        case "close_match" if task.number:
            return QCoreApplication.translate("TaskWords", "Was invited, but signed up without the activation code.")
        case "close_match":
            return QCoreApplication.translate("TaskWords", "Somebody almost the same has an account already.")
        case "possible_match":
            return QCoreApplication.translate("TaskWords", "Somebody similar has an account already.")
        case "minor":
            return QCoreApplication.translate("TaskWords", "Is too young to sign up alone.")
        case "details_differ":
            return QCoreApplication.translate("TaskWords", "The invitation has another date of birth or ZIP code.")
        case "invitation_used_elsewhere":
            return QCoreApplication.translate("TaskWords", "The invitation had been used already.")
        case "invitation_expired":
            return QCoreApplication.translate("TaskWords", "The invitation had expired.")
        case "invitation_revoked":
            return QCoreApplication.translate("TaskWords", "The invitation had been withdrawn.")
        case "clock_unreliable":
            return QCoreApplication.translate("TaskWords", "The device that recorded this had a wrong clock.")
        case "code_locked":
            return QCoreApplication.translate("TaskWords", "The details were typed wrong too often: the code is void.")
        case "mail_failed":
            return QCoreApplication.translate(
                "TaskWords", "A mail could not be delivered. Ask the patient for another email address."
            )
        case _:
            return QCoreApplication.translate("TaskWords", "Please have a look.")
