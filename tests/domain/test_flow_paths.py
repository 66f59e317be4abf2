"""Whatever is answered: every ending is true, nothing known is asked, nobody slips past the age policy or a match."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.age import AgeDecision
from kiosk.domain.draft import AccountChoice, DeskReason, Draft, Journey
from kiosk.domain.flow import Step, ending_at, is_last, progress
from kiosk.domain.outcomes import Ending
from kiosk.domain.replies import Match, MatchState, ReplyState
from kiosk.domain.values import Relationship
from tests.domain.walks import (
    ADULT,
    CHILD,
    CODE,
    HELD,
    ID,
    INVITATIONS,
    LOG_INS,
    TEEN,
    done,
    draft,
    walk,
)

DRAFTS = st.builds(
    draft,
    st.sampled_from(Journey),
    birth_date=st.sampled_from([ADULT, TEEN, CHILD]),
    relationship=st.sampled_from(Relationship),
    invitation=st.sampled_from(INVITATIONS),
    no_email=st.booleans(),
    no_zip=st.booleans(),
    match=st.sampled_from([None, *(Match(state, ID) for state in MatchState)]),
    asks_desk=st.booleans(),
    account_choice=st.sampled_from([None, *AccountChoice]),
    allowed=st.frozensets(st.sampled_from(DeskReason)),
    declined=st.booleans(),
    confirms_at_home=st.booleans(),
    has_slip=st.booleans(),
    code=st.just(CODE),
)
PATHS = st.builds(
    lambda of, ending, joins, stops: (of, walk(of, ending=ending, joins=joins, stops=stops)),
    DRAFTS,
    st.sampled_from([Ending.ACTIVE, Ending.SAVED, Ending.DESK]),
    st.sampled_from(LOG_INS),
    st.none() | st.tuples(st.integers(0, 3), st.sampled_from([ReplyState.LOCKED, ReplyState.NOT_CONNECTED])),
)


@settings(max_examples=600)
@given(PATHS)
def test_any_path(made: tuple[Draft, list[tuple[Step, Draft]]]) -> None:
    """Whatever is answered: the ending is true, nothing known is asked, progress rises. Making paths is the work."""
    of, path = made
    check_the_ending_is_true(path)
    check_nothing_is_asked_that_is_known(path)
    check_who_comes_to_the_credentials(of, path)
    check_progress_never_counts_backwards(path)


def check_the_ending_is_true(path: list[tuple[Step, Draft]]) -> None:
    """The path ends, and its last page claims what happened and nothing else."""
    last, of = path[-1]
    assert [is_last(step) for step, _ in path] == [False] * (len(path) - 1) + [True]
    left = dict(path)
    before = path[-2][1].reply
    stopped = before.state if before else None
    true = {
        Step.ACTIVE: of.ending is Ending.ACTIVE,
        Step.SAVED: of.ending is Ending.SAVED,
        Step.FRONT_DESK: of.ending is Ending.DESK or (of.ending is None and of.age_decision is AgeDecision.GUARDIAN),
        Step.LOCKED: stopped is ReplyState.LOCKED,
        Step.NOT_CONNECTED: stopped is ReplyState.NOT_CONNECTED,
        Step.JOINED: of.ending is None and of.log_in is not None and (of.log_in.member or done(left.get(Step.JOIN))),
        Step.USER_ID_SENT: done(left.get(Step.RECOVER_ANSWER)),
        Step.PASSWORD_MAILED: of.confirms_at_home and done(left.get(Step.NEW_PASSWORD)),
        Step.PASSWORD_CONFIRMED: done(left.get(Step.CONFIRM_PASSWORD)),
        Step.PASSWORD_CHANGED: done(left.get(Step.SLIP_PASSWORD)),
    }
    assert true[last], (last, of.ending, stopped)
    ended = ending_at(last, of)
    if last in (Step.ACTIVE, Step.SAVED):
        assert ended is of.ending
    else:
        may_return = last is Step.NOT_CONNECTED or (last is Step.FRONT_DESK and of.ending is None)
        assert (ended is None) is may_return


def check_nothing_is_asked_that_is_known(path: list[tuple[Step, Draft]]) -> None:
    """Each question stands only where its answer is missing, and nobody waits for a desk that has nothing to say."""
    before = {step: of for (_, of), (step, _) in itertools.pairwise(path)}
    for step, of in before.items():
        match = of.match.state if of.match else MatchState.NONE
        if step is Step.REQUIRED_QUESTIONS:
            assert of.missing
        elif step in HELD:
            assert of.desk_reasons
        elif step is Step.CODE_ASKED:
            assert match is MatchState.CODE
            assert of.journey is Journey.SIGN_UP
            assert DeskReason.CODE not in of.allowed
        elif step is Step.VERIFY_PHONE:
            assert match is MatchState.PHONE
            assert DeskReason.NOT_ME not in of.allowed
        elif step is Step.HAVE_ACCOUNT:
            assert match in (MatchState.ACCOUNT, MatchState.PHONE)
            assert DeskReason.NOT_ME not in of.allowed
        elif step is Step.PROFILE and of.log_in is not None and of.ending is None:
            assert of.log_in.missing
        elif step is Step.JOIN:
            assert of.log_in is not None
            assert not of.log_in.member


def check_who_comes_to_the_credentials(of: Draft, path: list[tuple[Step, Draft]]) -> None:
    """Whom the age policy lets sign up, and who met the account or the questions that the portal knows of.

    Args:
        of: what the walk began with: what the portal knows.
    """
    left = dict(path)
    invited = of.invitation if of.journey is Journey.INVITATION else None
    if Step.REQUIRED_QUESTIONS in left and invited is not None:
        assert invited.missing, "everything is known"
    if Step.CREDENTIALS not in left:
        return
    last = left[Step.CREDENTIALS]
    assert last.birth_date is not None
    decision = last.age_policy.decide(last.birth_date.age(last.today), last.relationship)
    assert decision is not AgeDecision.GUARDIAN
    assert decision is AgeDecision.GO_ON or DeskReason.MINOR in last.allowed
    known = of.match is not None and of.match.state in (MatchState.ACCOUNT, MatchState.PHONE)
    if known and (of.journey is Journey.SIGN_UP or invited is not None):
        met = {Step.HAVE_ACCOUNT, Step.VERIFY_PHONE} & left.keys()
        assert met or DeskReason.NOT_ME in last.allowed, "a second account"


def check_progress_never_counts_backwards(path: list[tuple[Step, Draft]]) -> None:
    """The count in "Step x of 3" rises along every path; endings are not counted."""
    counted = [found for step, of in path if (found := progress(step, of.journey))]
    assert counted == sorted(counted)
    assert len({total for _, total in counted}) == 1
    assert counted[0][0] == 1
    assert progress(path[-1][0], path[-1][1].journey) is None
