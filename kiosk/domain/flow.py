"""The journeys as data: which step follows which, for which answers.

To add a step: a member of ``Step``, its row in ``ROUTES``, and a page of the same name in ``kiosk/ui/pages``; when a
branch is taken stands in ``conditions``. The wizard reads ``next_step`` and nothing else. A step without a row ends a
journey.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.domain.conditions import (
    asked_for_code,
    confirms_at_home,
    declined,
    ended_active,
    ended_at_desk,
    ended_with_profile,
    forgot_password,
    forgot_user_id,
    has_account,
    has_slip,
    is_another,
    locked,
    logged_in,
    may_have_account,
    member,
    member_with_gaps,
    needs_desk,
    needs_guardian,
    not_connected,
    profile_has_gaps,
    something_missing,
)
from kiosk.domain.draft import Draft, Journey
from kiosk.domain.outcomes import Ending
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
    """Waits for the desk before the match; the page of ``HELD_MATCH`` too (Qt visits no page twice)."""
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
    RESET_SLIP = 30
    """Code and date of birth of a reset slip (F7)."""
    SLIP_PASSWORD = 31
    """The user ID, and the new password that the slip sets."""
    PASSWORD_CHANGED = 32


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


START: Final[dict[Journey, Step]] = {
    Journey.SIGN_UP: Step.ABOUT_YOU,
    Journey.INVITATION: Step.ACTIVATION_CODE,
    Journey.LOG_IN: Step.LOG_IN,
    Journey.USER_ID: Step.RECOVER_EMAIL,
    Journey.PASSWORD: Step.RECOVER_USER_ID,
    Journey.RESET_SLIP: Step.RESET_SLIP,
}

_KNOWN: Final = ((has_account, Step.HAVE_ACCOUNT), (may_have_account, Step.VERIFY_PHONE))
_ASKED: Final = ((something_missing, Step.REQUIRED_QUESTIONS), *_KNOWN)
_NOT_ME: Final = ((needs_desk, Step.HELD_MATCH), (is_another, Step.CREDENTIALS))
_STOPPED: Final = ((locked, Step.LOCKED), (not_connected, Step.NOT_CONNECTED))

ROUTES: Final[dict[Step, Route]] = {
    Step.ABOUT_YOU: Route(Step.REQUIRED_QUESTIONS, ((needs_guardian, Step.FRONT_DESK), (needs_desk, Step.HELD_ABOUT))),
    Step.ACTIVATION_CODE: Route(Step.INVITED_PERSON),
    Step.INVITED_PERSON: Route(
        Step.CREDENTIALS,
        (
            (needs_guardian, Step.FRONT_DESK),
            (locked, Step.LOCKED),
            (needs_desk, Step.HELD_ABOUT),
            *_ASKED,
        ),
    ),
    Step.HELD_ABOUT: Route(Step.CREDENTIALS, ((declined, Step.FRONT_DESK), *_ASKED)),
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
    Step.RECOVER_EMAIL: Route(Step.RECOVER_BIRTH_DATE, ((has_slip, Step.RESET_SLIP),)),
    Step.RECOVER_BIRTH_DATE: Route(Step.RECOVER_ANSWER, _STOPPED),
    Step.RECOVER_ANSWER: Route(Step.USER_ID_SENT, _STOPPED),
    Step.RECOVER_USER_ID: Route(Step.NEW_PASSWORD, ((has_slip, Step.RESET_SLIP), *_STOPPED)),
    Step.NEW_PASSWORD: Route(Step.CONFIRM_PASSWORD, _STOPPED),
    Step.CONFIRM_PASSWORD: Route(Step.PASSWORD_CONFIRMED, (*_STOPPED, (confirms_at_home, Step.PASSWORD_MAILED))),
    Step.RESET_SLIP: Route(Step.SLIP_PASSWORD, _STOPPED),
    Step.SLIP_PASSWORD: Route(Step.PASSWORD_CHANGED, _STOPPED),
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
        frozenset({Step.RECOVER_BIRTH_DATE, Step.RESET_SLIP}),
        frozenset({Step.RECOVER_ANSWER, Step.SLIP_PASSWORD}),
    ),
    Journey.PASSWORD: (
        frozenset({Step.RECOVER_USER_ID}),
        frozenset({Step.NEW_PASSWORD, Step.RESET_SLIP}),
        frozenset({Step.CONFIRM_PASSWORD, Step.SLIP_PASSWORD}),
    ),
    Journey.RESET_SLIP: (frozenset({Step.RESET_SLIP}), frozenset({Step.SLIP_PASSWORD})),
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


_DONE: Final = frozenset(
    {
        *(Step.JOINED, Step.USER_ID_SENT, Step.PASSWORD_MAILED, Step.PASSWORD_CONFIRMED, Step.PASSWORD_CHANGED),
        Step.LOCKED,
    }
)


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
