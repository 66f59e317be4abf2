"""What the desk can do about a task: one main thing, and at most two beside it (F4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from kiosk.domain import task_service
from kiosk.domain.cases import Decision
from kiosk.domain.desk_task import DeskTask
from kiosk.domain.draft import DeskReason

__all__ = ["Choice", "Does", "Stop", "Word", "asks_for_id", "choices"]


class Word(Enum):
    """What a button says."""

    GO_ON = "go_on"
    LET_ON = "let_on"
    CORRECT = "correct"
    CORRECT_SLIP = "correct_slip"
    NOT_NOW = "not_now"
    SAME = "same"
    OTHER = "other"
    DONE = "done"
    CALLED = "called"
    DECLINE = "decline"
    LINK_AGAIN = "link_again"
    NEW_CODE = "new_code"
    PRINT = "print"
    PRINT_ALL = "print_all"
    RETYPE = "retype"
    ENROLL = "enroll"
    SHOW = "show"
    EMAIL = "email"
    ACCOUNT = "account"
    STATUS = "status"


class Stop(Enum):
    """Why a button did nothing."""

    STORAGE = "storage"
    SLIP_WAITS = "slip_waits"
    SHEET_WAITS = "sheet_waits"
    PRINTED = "printed"
    NO_SLIP = "no_slip"


class Does(Enum):
    """What a button does besides deciding."""

    DECIDE = "decide"
    REISSUE = "reissue"
    """Make a new slip and go to print it; the task is over then."""
    REISSUE_ALL = "reissue_all"
    """The same for all that were not printed."""
    CORRECT_REISSUE = "correct_reissue"
    """Correct the invitation by what was typed, then make a new slip and go to print it; the task is over then."""
    ENROLL = "enroll"
    """Open a new invitation with what is known, to be corrected and printed; whoever made it takes the task off."""
    OPEN_INVITATIONS = "open_invitations"
    OPEN_ACCOUNT = "open_account"
    OPEN_STATUS = "open_status"


_LETS_THROUGH: Final = (Word.GO_ON, Word.OTHER, Word.CORRECT, Word.CORRECT_SLIP)


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a task.

    Attributes:
        decision: how the task ends; for a button that only opens a page it does not end.
        sees_id: the desk has to have seen a photo ID.
    """

    word: Word
    decision: Decision = Decision.DECLINE
    sees_id: bool = False
    does: Does = Does.DECIDE


_NOT_NOW: Final = Choice(Word.NOT_NOW)
_OFF: Final = Choice(Word.DONE)
_DECLINE: Final = Choice(Word.DECLINE)
_DECIDE: Final = (Choice(Word.GO_ON, Decision.ALLOW, sees_id=True), _DECLINE)
_CORRECT: Final = Choice(Word.CORRECT, Decision.ALLOW, sees_id=True)
_CORRECT_SLIP: Final = Choice(Word.CORRECT_SLIP, Decision.ALLOW, sees_id=True, does=Does.CORRECT_REISSUE)
_SAME: Final = Choice(Word.SAME, Decision.SAME_PERSON)
_PRINT: Final = Choice(Word.PRINT, does=Does.REISSUE)
_PRINT_ALL: Final = Choice(Word.PRINT_ALL, does=Does.REISSUE_ALL)
_SHOW: Final = Choice(Word.SHOW, does=Does.OPEN_INVITATIONS)
_RETYPE: Final = Choice(Word.RETYPE, does=Does.ENROLL)
_ENROLL: Final = Choice(Word.ENROLL, does=Does.ENROLL)
_ACCOUNT: Final = Choice(Word.ACCOUNT, does=Does.OPEN_ACCOUNT)
_STATUS: Final = Choice(Word.STATUS, does=Does.OPEN_STATUS)


def choices(task: DeskTask) -> tuple[Choice, ...]:
    """What can be done, the main thing first; "Ask the front desk" for a code is one tap (S16)."""
    match task.kind:
        case "desk_request":
            return _of_request(task)
        case "details_differ" if task.differs:
            return (_CORRECT, _DECLINE)  # what was typed then makes the account at once
        case "close_match" if task.number:
            return _DECIDE
        case "close_match" | "possible_match":
            return (_SAME, Choice(Word.OTHER, Decision.ALLOW, sees_id=True))
        case "exact_match":
            return (_SAME, _OFF)
        case "minor" | "details_differ" | "invitation_expired" | "invitation_revoked":
            return _DECIDE
        case "user_id_taken" if task.email:
            return (Choice(Word.LINK_AGAIN, Decision.ALLOW), _ACCOUNT, _OFF)
        case "user_id_taken":
            return (_ACCOUNT, _OFF)
        case "invitation_used_elsewhere":
            return (_ACCOUNT if task.account_id else _ENROLL, _OFF)
        case "code_locked":
            # A new code asks for the same details: where these are wrong, only a new invitation helps.
            return (Choice(Word.NEW_CODE, Decision.ALLOW) if task.email else _PRINT, _RETYPE, _OFF)
        case "mail_failed" if task.number:
            return (_PRINT, _OFF)
        case "mail_failed":
            return (Choice(Word.EMAIL, does=Does.OPEN_ACCOUNT), _OFF)
        case "call_back":
            return (Choice(Word.CALLED, Decision.ALLOW), _OFF)
        case task_service.NOT_PRINTED:
            return (_PRINT, _OFF) if task.count == 1 else (_PRINT_ALL, _SHOW, _OFF)
        case "record_refused" | "record_waits" | "trail_broken" | task_service.RECORDS_STUCK:
            return (_STATUS, _OFF)
        case _:  # of a newer portal
            return (_OFF,)


def _of_request(task: DeskTask) -> tuple[Choice, ...]:
    """A patient waits, or waited, at a tablet."""
    if task.reasons == (DeskReason.CODE.value,):
        return (Choice(Word.LET_ON, Decision.ALLOW), _NOT_NOW)
    if DeskReason.DETAILS.value in task.reasons and task.differs:
        # While the page waits it goes on with its own code, which a new slip would end.
        return (_CORRECT, _NOT_NOW) if task.waiting or not task.number else (_CORRECT, _CORRECT_SLIP, _NOT_NOW)
    return (Choice(Word.GO_ON, Decision.ALLOW, sees_id=True), _NOT_NOW)


def asks_for_id(task: DeskTask) -> bool:
    """Whether the photo ID that the desk saw is noted: where a patient is let through."""
    return any(choice.decision is Decision.ALLOW and choice.word in _LETS_THROUGH for choice in choices(task))
