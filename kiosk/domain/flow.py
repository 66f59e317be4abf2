"""The journeys as data: which step follows which, for which answers.

To add a step: a member of ``Step``, its row in ``ROUTES``, and a page of the same name in ``kiosk/ui/pages``. The
wizard reads ``next_step`` and nothing else. A step without a row ends a journey.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.domain.age import AgeDecision
from kiosk.domain.draft import AccountChoice, DeskReason, Draft, Journey
from kiosk.domain.outcomes import Ending
from kiosk.domain.replies import MatchState, ReplyState
from kiosk.domain.values import Relationship


class Step(enum.IntEnum):
    """A page of the wizard; the number is its page id, in no particular order."""

    ABOUT_YOU = 1
    ACTIVATION_CODE = 2
    INVITED_PERSON = 3
    REQUIRED_QUESTIONS = 4
    CREDENTIALS = 5
    ACTIVE = 6
    SAVED = 7
    FRONT_DESK = 8
    HELD_ABOUT = 9
    """Waits for the desk before the required questions; the page of ``HELD_MATCH`` too (Qt visits no page twice)."""
    CODE_ASKED = 10
    HAVE_ACCOUNT = 11
    VERIFY_PHONE = 12
    PHONE_CODE = 13
    HELD_MATCH = 14
    """Waits for the desk after the match."""
    LOG_IN = 15
    JOIN = 16
    PROFILE = 17
    JOINED = 18
    RECOVER_EMAIL = 19
    RECOVER_BIRTH_DATE = 20
    RECOVER_ANSWER = 21
    USER_ID_SENT = 22
    RECOVER_USER_ID = 23
    NEW_PASSWORD = 24
    CONFIRM_PASSWORD = 25
    PASSWORD_MAILED = 26
    PASSWORD_CONFIRMED = 27
    LOCKED = 28
    NOT_CONNECTED = 29


Condition = Callable[[Draft], bool]


@dataclass(frozen=True, slots=True)
class Route:
    """Where a step leads: to the first branch whose condition holds, otherwise to ``otherwise``."""

    otherwise: Step
    branches: tuple[tuple[Condition, Step], ...] = ()

    @property
    def targets(self) -> frozenset[Step]:
        """Every step this one can lead to."""
        return frozenset({self.otherwise, *(step for _, step in self.branches)})


def needs_guardian(draft: Draft) -> bool:
    """Whether a parent or guardian has to sign this child up instead (S11)."""
    if draft.birth_date is None:
        return False
    age = draft.birth_date.age(draft.today)
    return draft.age_policy.decide(age, draft.relationship) is AgeDecision.GUARDIAN


def needs_desk(draft: Draft) -> bool:
    """Whether the front desk has to allow something first (F4)."""
    return bool(draft.desk_reasons)


def declined(draft: Draft) -> bool:
    """Whether the front desk said no, or cannot be asked through the tablet now."""
    return draft.declined


def something_missing(draft: Draft) -> bool:
    """Whether the invitation lacks gender or phone; what is known is not asked (S14)."""
    return bool(draft.missing)


def asked_for_code(draft: Draft) -> bool:
    """Whether an invitation was delivered to this person (S16); who came with one has given its code already."""
    return (
        _matched(draft, MatchState.CODE) and draft.journey is Journey.SIGN_UP and DeskReason.CODE not in draft.allowed
    )


def has_account(draft: Draft) -> bool:
    """Whether the person certainly has an account already (S28), and the desk did not say otherwise."""
    return _matched(draft, MatchState.ACCOUNT) and DeskReason.NOT_ME not in draft.allowed


def may_have_account(draft: Draft) -> bool:
    """Whether the person probably has an account already (S29), and the desk did not say otherwise."""
    return _matched(draft, MatchState.PHONE) and DeskReason.NOT_ME not in draft.allowed


def is_another(draft: Draft) -> bool:
    """Whether "This is not me" was chosen (S28, S29); read after `needs_desk`, so the desk has said so, too."""
    return draft.account_choice is AccountChoice.NOT_ME


def forgot_password(draft: Draft) -> bool:
    """Whether "Forgot Password" was chosen (S28)."""
    return draft.account_choice is AccountChoice.FORGOT_PASSWORD


def forgot_user_id(draft: Draft) -> bool:
    """Whether "forgot your user ID?" was chosen (S30)."""
    return draft.account_choice is AccountChoice.FORGOT_USER_ID


def member(draft: Draft) -> bool:
    """Whether the account belongs to this practice already, with nothing missing."""
    return draft.log_in is not None and draft.log_in.member and not draft.log_in.missing


def member_with_gaps(draft: Draft) -> bool:
    """Whether it does, and "update profile" has something to ask."""
    return draft.log_in is not None and draft.log_in.member and bool(draft.log_in.missing)


def profile_has_gaps(draft: Draft) -> bool:
    """Whether "update profile" has something to ask of an account that has just joined."""
    return draft.log_in is not None and bool(draft.log_in.missing)


def logged_in(draft: Draft) -> bool:
    """Whether this ends with the account joined rather than made."""
    return draft.log_in is not None and draft.ending is None


def locked(draft: Draft) -> bool:
    """Whether the newest answer was the lock (S44)."""
    return draft.reply is not None and draft.reply.state is ReplyState.LOCKED


def not_connected(draft: Draft) -> bool:
    """Whether the newest command reached nobody (K1)."""
    return draft.reply is not None and draft.reply.state is ReplyState.NOT_CONNECTED


def confirms_at_home(draft: Draft) -> bool:
    """Whether the "confirm my password" link is opened elsewhere (S38)."""
    return draft.confirms_at_home


def ended_with_profile(draft: Draft) -> bool:
    """Whether an activation is acknowledged: "Now just update your profile" (S15)."""
    return draft.ending is Ending.ACTIVE and draft.journey is Journey.INVITATION


def ended_active(draft: Draft) -> bool:
    """Whether the portal has acknowledged the account (S8)."""
    return draft.ending is Ending.ACTIVE


def ended_at_desk(draft: Draft) -> bool:
    """Whether a person at the front desk has to finish this (S8)."""
    return draft.ending is Ending.DESK


def _matched(draft: Draft, state: MatchState) -> bool:
    return draft.match is not None and draft.match.state is state


START: Final[dict[Journey, Step]] = {
    Journey.SIGN_UP: Step.ABOUT_YOU,
    Journey.INVITATION: Step.ACTIVATION_CODE,
    Journey.LOG_IN: Step.LOG_IN,
    Journey.USER_ID: Step.RECOVER_EMAIL,
    Journey.PASSWORD: Step.RECOVER_USER_ID,
}

_KNOWN: Final = ((has_account, Step.HAVE_ACCOUNT), (may_have_account, Step.VERIFY_PHONE))
_NOT_ME: Final = ((needs_desk, Step.HELD_MATCH), (is_another, Step.CREDENTIALS))
_STOPPED: Final = ((locked, Step.LOCKED), (not_connected, Step.NOT_CONNECTED))

ROUTES: Final[dict[Step, Route]] = {
    Step.ABOUT_YOU: Route(Step.REQUIRED_QUESTIONS, ((needs_guardian, Step.FRONT_DESK), (needs_desk, Step.HELD_ABOUT))),
    Step.ACTIVATION_CODE: Route(Step.INVITED_PERSON),
    Step.INVITED_PERSON: Route(
        Step.CREDENTIALS,
        (
            (locked, Step.LOCKED),
            (needs_desk, Step.HELD_ABOUT),
            (something_missing, Step.REQUIRED_QUESTIONS),
            *_KNOWN,
        ),
    ),
    Step.HELD_ABOUT: Route(Step.REQUIRED_QUESTIONS, ((declined, Step.FRONT_DESK),)),
    Step.REQUIRED_QUESTIONS: Route(Step.CREDENTIALS, (*_KNOWN, (asked_for_code, Step.CODE_ASKED))),
    Step.CODE_ASKED: Route(Step.CREDENTIALS, ((locked, Step.LOCKED), (needs_desk, Step.HELD_MATCH))),
    Step.HAVE_ACCOUNT: Route(Step.LOG_IN, (*_NOT_ME, (forgot_password, Step.RECOVER_USER_ID))),
    Step.VERIFY_PHONE: Route(Step.PHONE_CODE, (*_NOT_ME, *_STOPPED)),
    Step.PHONE_CODE: Route(Step.HAVE_ACCOUNT, (*_NOT_ME, *_STOPPED)),
    Step.HELD_MATCH: Route(Step.CREDENTIALS, ((declined, Step.FRONT_DESK),)),
    Step.CREDENTIALS: Route(
        Step.SAVED,
        ((ended_with_profile, Step.PROFILE), (ended_active, Step.ACTIVE), (ended_at_desk, Step.FRONT_DESK)),
    ),
    Step.LOG_IN: Route(
        Step.JOIN,
        (
            *_STOPPED,
            (forgot_user_id, Step.RECOVER_EMAIL),
            (forgot_password, Step.RECOVER_USER_ID),
            (member, Step.JOINED),
            (member_with_gaps, Step.PROFILE),
        ),
    ),
    Step.JOIN: Route(Step.JOINED, (*_STOPPED, (profile_has_gaps, Step.PROFILE))),
    Step.PROFILE: Route(Step.ACTIVE, ((logged_in, Step.JOINED),)),
    Step.RECOVER_EMAIL: Route(Step.RECOVER_BIRTH_DATE),
    Step.RECOVER_BIRTH_DATE: Route(Step.RECOVER_ANSWER, _STOPPED),
    Step.RECOVER_ANSWER: Route(Step.USER_ID_SENT, _STOPPED),
    Step.RECOVER_USER_ID: Route(Step.NEW_PASSWORD, _STOPPED),
    Step.NEW_PASSWORD: Route(Step.CONFIRM_PASSWORD, _STOPPED),
    Step.CONFIRM_PASSWORD: Route(Step.PASSWORD_CONFIRMED, (*_STOPPED, (confirms_at_home, Step.PASSWORD_MAILED))),
}

_NUMBERED: Final[dict[Journey, tuple[frozenset[Step], ...]]] = {
    Journey.SIGN_UP: (
        frozenset({Step.ABOUT_YOU, Step.HELD_ABOUT}),
        frozenset(
            {
                *(Step.REQUIRED_QUESTIONS, Step.CODE_ASKED, Step.HAVE_ACCOUNT),
                *(Step.VERIFY_PHONE, Step.PHONE_CODE, Step.HELD_MATCH),
            }
        ),
        frozenset({Step.CREDENTIALS}),
    ),
    Journey.INVITATION: (
        frozenset({Step.ACTIVATION_CODE}),
        frozenset(
            {
                *(Step.INVITED_PERSON, Step.HELD_ABOUT, Step.REQUIRED_QUESTIONS, Step.CODE_ASKED),
                *(Step.HAVE_ACCOUNT, Step.VERIFY_PHONE, Step.PHONE_CODE, Step.HELD_MATCH),
            }
        ),
        frozenset({Step.CREDENTIALS}),
    ),
    Journey.LOG_IN: (frozenset({Step.LOG_IN}), frozenset({Step.JOIN})),
    Journey.USER_ID: (
        frozenset({Step.RECOVER_EMAIL}),
        frozenset({Step.RECOVER_BIRTH_DATE}),
        frozenset({Step.RECOVER_ANSWER}),
    ),
    Journey.PASSWORD: (
        frozenset({Step.RECOVER_USER_ID}),
        frozenset({Step.NEW_PASSWORD}),
        frozenset({Step.CONFIRM_PASSWORD}),
    ),
}


def next_step(step: Step, draft: Draft) -> Step | None:
    """The step after ``step`` for these answers, or None at the end of a journey."""
    route = ROUTES.get(step)
    if route is None:
        return None
    return next((target for holds, target in route.branches if holds(draft)), route.otherwise)


def is_last(step: Step) -> bool:
    """Whether a journey ends here; derived, so that it cannot contradict ``ROUTES``."""
    return step not in ROUTES


_DONE: Final = frozenset({Step.JOINED, Step.USER_ID_SENT, Step.PASSWORD_MAILED, Step.PASSWORD_CONFIRMED, Step.LOCKED})


def ending_at(step: Step, draft: Draft) -> Ending | None:
    """How the journey has ended for who sees ``step``; None while "Back" can still take it up again.

    Nothing was sent where the front desk is named for an age (S11), and not being connected may pass (K1): there the
    answers stay.
    """
    return Ending.DONE if step in _DONE else draft.ending


def progress(step: Step, journey: Journey) -> tuple[int, int] | None:
    """``(2, 3)`` for "Step 2 of 3", or None where no step is counted (the endings)."""
    groups = _NUMBERED[journey]
    position = next((number for number, group in enumerate(groups, 1) if step in group), None)
    return None if position is None else (position, len(groups))


def guardian_needed(draft: Draft) -> bool:
    """Whether the account is for somebody else, so that the person typing gives a name, too (S11)."""
    return draft.relationship is not Relationship.SELF
