"""The journeys as a table: every step is reached, every path ends, nothing known is asked."""

import datetime as dt
import itertools
from uuid import UUID

import pytest

from kiosk.domain.age import AgePolicy
from kiosk.domain.draft import Draft, InvitationMatch, Journey, Missing
from kiosk.domain.flow import ROUTES, START, Route, Step, guardian_needed, is_last, next_step, progress
from kiosk.domain.outcomes import Ending
from kiosk.domain.values import BirthDate, Relationship

TODAY = dt.date(2026, 11, 23)
ID = UUID(int=7)
ADULT, TEEN, CHILD = (BirthDate(dt.date(year, 11, 23)) for year in (1984, 2011, 2020))


def draft(journey: Journey = Journey.SIGN_UP) -> Draft:
    """A journey's first moment."""
    return Draft(journey=journey, subject=ID, today=TODAY)


def matched(*missing: Missing) -> InvitationMatch:
    """An invitation that the portal found and that lacks these fields."""
    return InvitationMatch(ID, frozenset(missing))


def walk(of: Draft) -> list[Step]:
    """The steps that these answers lead through, taken as given from the start."""
    steps = [START[of.journey]]
    while (following := next_step(steps[-1], of)) is not None:
        steps.append(following)
        assert len(steps) <= len(Step), "a journey that never ends"
    return steps


def every_draft() -> list[Draft]:
    """All answers that the table can tell apart."""
    invitations = [None, matched(), *(matched(one) for one in Missing), matched(*Missing)]
    return [
        Draft(
            journey=journey,
            subject=ID,
            today=TODAY,
            birth_date=born,
            relationship=relationship,
            invitation=invitation,
            ending=ending,
        )
        for journey, born, relationship, invitation, ending in itertools.product(
            Journey, (None, ADULT, TEEN, CHILD), Relationship, invitations, (None, *Ending)
        )
    ]


def test_every_path_ends_on_a_last_step() -> None:
    """No circle and no dead end for any answers; only the end of a path is called last."""
    for given in every_draft():
        steps = walk(given)
        assert [is_last(step) for step in steps] == [False] * (len(steps) - 1) + [True]


def test_every_step_is_on_some_path() -> None:
    """No page is built that nobody can reach."""
    assert {step for given in every_draft() for step in walk(given)} == set(Step)


def test_every_branch_of_the_table_is_taken_by_some_answers() -> None:
    """A condition that never holds, or always, would be a dead row."""
    taken = {pair for given in every_draft() for pair in itertools.pairwise(walk(given))}
    assert taken == {(step, target) for step, route in ROUTES.items() for target in route.targets}


def test_last_is_derived_from_the_table() -> None:
    """A step is last exactly when it has no row, and no row leads a step to itself."""
    assert {step for step in Step if is_last(step)} == {Step.ACTIVE, Step.SAVED, Step.FRONT_DESK}
    assert all(next_step(step, draft()) is None for step in Step if is_last(step))
    assert not any(step in route.targets for step, route in ROUTES.items())


def test_the_first_branch_that_holds_wins() -> None:
    """Branches are read in order."""
    route = Route(Step.SAVED, ((lambda _: False, Step.ACTIVE), (lambda _: True, Step.FRONT_DESK)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ROUTES, Step.CREDENTIALS, route)
        assert next_step(Step.CREDENTIALS, draft()) is Step.FRONT_DESK


@pytest.mark.rule("S1", "S2", "S3", "S8")
@pytest.mark.parametrize(
    ("ending", "last"), [(Ending.ACTIVE, Step.ACTIVE), (Ending.SAVED, Step.SAVED), (Ending.DESK, Step.FRONT_DESK)]
)
def test_an_adults_sign_up(ending: Ending, last: Step) -> None:
    """About you, required questions, credentials, and the one of three endings that is true."""
    given = Draft(journey=Journey.SIGN_UP, subject=ID, today=TODAY, birth_date=ADULT, ending=ending)
    assert walk(given) == [Step.ABOUT_YOU, Step.REQUIRED_QUESTIONS, Step.CREDENTIALS, last]


@pytest.mark.rule("S8")
def test_without_the_portals_word_nothing_is_called_active() -> None:
    """As long as nobody acknowledged, the path leads to "saved"."""
    given = Draft(journey=Journey.SIGN_UP, subject=ID, today=TODAY, birth_date=ADULT)
    assert walk(given)[-1] is Step.SAVED


@pytest.mark.rule("S13", "S14")
@pytest.mark.parametrize(
    ("invitation", "asked"),
    [
        (None, True),
        (matched(), False),
        (matched(Missing.GENDER), True),
        (matched(Missing.PHONE), True),
        (matched(*Missing), True),
    ],
)
def test_an_invited_patient_is_asked_only_what_is_missing(invitation: InvitationMatch | None, asked: bool) -> None:
    """What the invitation carries is not asked again; disconnected, where nobody knows, everything is."""
    given = Draft(journey=Journey.INVITATION, subject=ID, today=TODAY, birth_date=ADULT, invitation=invitation)
    questions = [Step.REQUIRED_QUESTIONS] if asked else []
    assert walk(given) == [Step.ACTIVATION_CODE, Step.INVITED_PERSON, *questions, Step.CREDENTIALS, Step.SAVED]
    assert given.missing == (frozenset(Missing) if invitation is None else invitation.missing)


@pytest.mark.rule("S11")
@pytest.mark.parametrize(
    ("born", "relationship", "stopped"),
    [
        (ADULT, Relationship.SELF, False),
        (ADULT, Relationship.CHILD, False),
        (TEEN, Relationship.SELF, True),
        (TEEN, Relationship.CHILD, True),
        (CHILD, Relationship.SELF, True),
        (CHILD, Relationship.CHILD, False),
        (CHILD, Relationship.CARED_FOR, False),
    ],
)
def test_the_age_policy_stops_a_sign_up_early(born: BirthDate, relationship: Relationship, stopped: bool) -> None:
    """Who has to see the desk is sent there before choosing a user ID and a password."""
    given = Draft(journey=Journey.SIGN_UP, subject=ID, today=TODAY, birth_date=born, relationship=relationship)
    assert (walk(given) == [Step.ABOUT_YOU, Step.FRONT_DESK]) is stopped


@pytest.mark.rule("S11")
def test_the_practices_own_age_policy_counts() -> None:
    """A practice that sees sixteen as adult lets them sign up alone."""
    policy = AgePolicy(guardian_below=12, adult_from=15)
    given = Draft(journey=Journey.SIGN_UP, subject=ID, today=TODAY, birth_date=TEEN, age_policy=policy)
    assert Step.CREDENTIALS in walk(given)


@pytest.mark.rule("S11")
def test_a_guardian_gives_a_name() -> None:
    """Only who signs up somebody else is asked for the own name."""
    needed = {
        relationship: guardian_needed(
            Draft(journey=Journey.SIGN_UP, subject=ID, today=TODAY, relationship=relationship)
        )
        for relationship in Relationship
    }
    assert needed == {Relationship.SELF: False, Relationship.CHILD: True, Relationship.CARED_FOR: True}


def test_progress_counts_three_steps_and_never_backwards() -> None:
    """The count in "Step x of 3" rises along every path; endings are not counted."""
    for given in every_draft():
        steps = walk(given)
        counted = [position for step in steps if (position := progress(step, given.journey))]
        assert counted == sorted(counted)
        assert {total for _, total in counted} == {3}
        assert counted[0] == (1, 3)
        assert progress(steps[-1], given.journey) is None
