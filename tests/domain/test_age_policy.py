"""The age policy at its edges: who signs up alone, who needs a guardian, whom the desk decides about."""

import pytest

from kiosk.domain.age import AgeDecision, AgePolicy
from kiosk.domain.values import Relationship

SELF, CHILD, CARED_FOR = Relationship.SELF, Relationship.CHILD, Relationship.CARED_FOR


@pytest.mark.rule("S11")
@pytest.mark.parametrize(
    ("age", "relationship", "decision"),
    [
        (0, CHILD, AgeDecision.GO_ON),
        (12, SELF, AgeDecision.GUARDIAN),
        (12, CHILD, AgeDecision.GO_ON),
        (12, CARED_FOR, AgeDecision.GO_ON),
        (13, SELF, AgeDecision.DESK),
        (13, CHILD, AgeDecision.DESK),
        (17, SELF, AgeDecision.DESK),
        (17, CARED_FOR, AgeDecision.DESK),
        (18, SELF, AgeDecision.GO_ON),
        (18, CHILD, AgeDecision.GO_ON),
        (126, SELF, AgeDecision.GO_ON),
    ],
)
def test_the_default_policy(age: int, relationship: Relationship, decision: AgeDecision) -> None:
    """Under 13 only through a guardian, 13 to 17 to the desk, from 18 alone."""
    assert AgePolicy().decide(age, relationship) is decision


@pytest.mark.rule("S11")
@pytest.mark.parametrize(
    ("age", "decision"), [(15, AgeDecision.GUARDIAN), (16, AgeDecision.GO_ON), (17, AgeDecision.GO_ON)]
)
def test_a_policy_without_ages_for_the_desk(age: int, decision: AgeDecision) -> None:
    """A practice may close the gap: both limits equal."""
    assert AgePolicy(guardian_below=16, adult_from=16).decide(age, SELF) is decision


@pytest.mark.rule("S11", "F2")
@pytest.mark.parametrize(("age", "named", "spoken_to"), [(12, False, True), (13, False, False), (13, True, True),
                                                         (17, True, True), (18, True, False)])  # fmt: skip
def test_to_whom_a_slip_speaks(age: int, named: bool, spoken_to: bool) -> None:
    """To the guardian of a child, and of a minor for whom the practice knows one."""
    assert AgePolicy().through_guardian(age, named=named) is spoken_to
