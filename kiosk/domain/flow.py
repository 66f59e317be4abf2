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


def needs_desk_for_age(draft: Draft) -> bool:
    """Whether the practice's age policy stops this sign-up here (S11)."""
    if draft.birth_date is None:
        return False
    age = draft.birth_date.age(draft.today)
    return draft.age_policy.decide(age, draft.relationship) is not AgeDecision.GO_ON


def nothing_missing(draft: Draft) -> bool:
    """Whether the invitation already carries gender and phone, so that nothing known is asked (S14)."""
    return not draft.missing


def ended_active(draft: Draft) -> bool:
    """Whether the portal has acknowledged the account (S8)."""
    return draft.ending is Ending.ACTIVE


def ended_at_desk(draft: Draft) -> bool:
    """Whether a person at the front desk has to finish this (S8)."""
    return draft.ending is Ending.DESK


START: Final[dict[Journey, Step]] = {
    Journey.SIGN_UP: Step.ABOUT_YOU,
    Journey.INVITATION: Step.ACTIVATION_CODE,
}

ROUTES: Final[dict[Step, Route]] = {
    Step.ABOUT_YOU: Route(Step.REQUIRED_QUESTIONS, ((needs_desk_for_age, Step.FRONT_DESK),)),
    Step.ACTIVATION_CODE: Route(Step.INVITED_PERSON),
    Step.INVITED_PERSON: Route(Step.REQUIRED_QUESTIONS, ((nothing_missing, Step.CREDENTIALS),)),
    Step.REQUIRED_QUESTIONS: Route(Step.CREDENTIALS),
    Step.CREDENTIALS: Route(Step.SAVED, ((ended_active, Step.ACTIVE), (ended_at_desk, Step.FRONT_DESK))),
}

_NUMBERED: Final[dict[Journey, tuple[frozenset[Step], ...]]] = {
    Journey.SIGN_UP: (
        frozenset({Step.ABOUT_YOU}),
        frozenset({Step.REQUIRED_QUESTIONS}),
        frozenset({Step.CREDENTIALS}),
    ),
    Journey.INVITATION: (
        frozenset({Step.ACTIVATION_CODE}),
        frozenset({Step.INVITED_PERSON, Step.REQUIRED_QUESTIONS}),
        frozenset({Step.CREDENTIALS}),
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


def progress(step: Step, journey: Journey) -> tuple[int, int] | None:
    """``(2, 3)`` for "Step 2 of 3", or None where no step is counted (the endings)."""
    groups = _NUMBERED[journey]
    position = next((number for number, group in enumerate(groups, 1) if step in group), None)
    return None if position is None else (position, len(groups))


def guardian_needed(draft: Draft) -> bool:
    """Whether the account is for somebody else, so that the person typing gives a name, too (S11)."""
    return draft.relationship is not Relationship.SELF
