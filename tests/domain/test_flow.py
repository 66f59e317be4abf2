"""The journeys as a table: every step is reached, every path ends, every ending is true, nothing known is asked."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.age import AgePolicy
from kiosk.domain.draft import (
    AccountChoice,
    DeskReason,
    Draft,
    InvitationMatch,
    Journey,
    Missing,
    of_another_person,
    unmatched,
)
from kiosk.domain.flow import (
    ROUTES,
    START,
    Route,
    Step,
    ending_at,
    guardian_needed,
    is_last,
    next_step,
    progress,
)
from kiosk.domain.outcomes import Ending
from kiosk.domain.replies import LogInReply, Match, MatchState, Reply, ReplyState
from kiosk.domain.values import BirthDate, Relationship

TODAY = dt.date(2026, 11, 23)
ID = UUID(int=7)
ADULT, TEEN, CHILD = (BirthDate(dt.date(year, 11, 23)) for year in (1984, 2011, 2020))
HELD = {Step.HELD_ABOUT, Step.HELD_MATCH}


def draft(journey: Journey = Journey.SIGN_UP, **answers: Any) -> Draft:
    """An adult's answers."""
    return Draft(journey=journey, subject=ID, today=TODAY, **{"birth_date": ADULT} | answers)


def possible(of: Draft) -> Draft:
    """The same answers, without an invitation where none was found: in a sign-up, or when the desk is asked."""
    found = of.journey is Journey.INVITATION and not of.desk_reasons
    return of if found else dataclasses.replace(of, invitation=None)


def matched(*missing: Missing) -> InvitationMatch:
    """An invitation that the portal found and that lacks these fields."""
    return InvitationMatch(ID, frozenset(missing))


def log_in(member: bool = False, *missing: str) -> LogInReply:
    """User ID and password were right."""
    return LogInReply(ReplyState.DONE, flow=ID, member=member, missing=frozenset(missing))


def walk(of: Draft, *, ending: Ending = Ending.SAVED, joins: LogInReply | None = None) -> list[tuple[Step, Draft]]:
    """The steps that these answers lead through, each with the draft that is left behind there.

    What the wizard's pages add on the way is added here: the desk's word, the log-in, the ending.
    """
    step, path = START[of.journey], []
    while True:
        if step in HELD:
            of = dataclasses.replace(of, ending=Ending.DESK) if of.declined else allow(of)
        elif step is Step.LOG_IN:
            of = dataclasses.replace(of, log_in=joins or log_in())
        elif step is Step.CREDENTIALS:
            of = dataclasses.replace(of, ending=ending)
        path.append((step, of))
        following = next_step(step, of)
        if following is None:
            return path
        step = following
        assert len(path) <= len(Step), "a journey that never ends"


def allow(of: Draft) -> Draft:
    """The desk allows what was asked."""
    return dataclasses.replace(of, allowed=of.allowed | of.desk_reasons)


def steps(of: Draft, **more: Any) -> list[Step]:
    """The steps alone."""
    return [step for step, _ in walk(of, **more)]


INVITATIONS = [None, matched(), *(matched(one) for one in Missing), matched(*Missing)]
REPLIES = [None, *(Reply(state) for state in ReplyState)]
LOG_INS = [log_in(), log_in(True), log_in(True, "phone"), log_in(False, "address")]
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
    reply=st.sampled_from(REPLIES),
    confirms_at_home=st.booleans(),
    has_slip=st.booleans(),
).map(possible)
PATHS = st.builds(
    lambda of, ending, joins: walk(of, ending=ending, joins=joins),
    DRAFTS,
    st.sampled_from([Ending.ACTIVE, Ending.SAVED, Ending.DESK]),
    st.sampled_from(LOG_INS),
)


def test_every_step_is_reached_from_a_start() -> None:
    """No page is built that nobody can reach, and each journey has a beginning."""
    assert set(START) == set(Journey)
    found = list(START.values())
    for step in found:
        found += [to for to in (ROUTES[step].targets if step in ROUTES else ()) if to not in found]
    assert set(found) == set(Step)


def test_no_step_leads_back_to_itself() -> None:
    """Qt visits no page twice: whatever is answered, the table has no circle, so that every path ends."""

    def beyond(step: Step, seen: tuple[Step, ...]) -> None:
        assert step not in seen, seen
        for target in ROUTES[step].targets if step in ROUTES else ():
            beyond(target, (*seen, step))

    for start in set(START.values()):
        beyond(start, ())


def test_every_branch_of_the_table_is_taken_by_some_answers() -> None:
    """A condition that never holds, or hides behind another, would be a dead row."""
    answers: list[dict[str, Any]] = [
        {},
        {"ending": Ending.ACTIVE},
        {"ending": Ending.DESK},
        {"birth_date": CHILD},
        {"birth_date": TEEN},
        {"no_email": True},
        {"declined": True},
        {"asks_desk": True},
        {"confirms_at_home": True},
        {"has_slip": True},
        {"invitation": matched()},
        *({"match": Match(state, ID)} for state in MatchState),
        *({"match": Match(state, ID), "invitation": matched()} for state in MatchState),
        *({"account_choice": choice} for choice in AccountChoice),
        {"account_choice": AccountChoice.NOT_ME, "allowed": frozenset({DeskReason.NOT_ME})},
        *({"log_in": reply} for reply in LOG_INS),
        *({"reply": reply} for reply in REPLIES),
    ]
    drafts = [draft(journey, **given) for journey in Journey for given in answers]
    taken = {(step, next_step(step, given)) for step in ROUTES for given in drafts}
    never = {(step, target) for step, route in ROUTES.items() for target in route.targets} - taken
    assert never == set()


def test_last_is_derived_from_the_table() -> None:
    """A step is last exactly when it has no row."""
    assert {step for step in Step if is_last(step)} == set(Step) - set(ROUTES)
    assert all(next_step(step, draft()) is None for step in Step if is_last(step))


def test_the_first_branch_that_holds_wins() -> None:
    """Branches are read in order."""
    route = Route(Step.SAVED, ((lambda _: False, Step.ACTIVE), (lambda _: True, Step.FRONT_DESK)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ROUTES, Step.CREDENTIALS, route)
        assert next_step(Step.CREDENTIALS, draft()) is Step.FRONT_DESK


@settings(max_examples=600)
@given(PATHS)
def test_any_path(path: list[tuple[Step, Draft]]) -> None:
    """Whatever is answered: the ending is true, nothing known is asked, progress rises. Making paths is the work."""
    check_the_ending_is_true(path)
    check_nothing_is_asked_that_is_known(path)
    check_progress_never_counts_backwards(path)


def check_the_ending_is_true(path: list[tuple[Step, Draft]]) -> None:
    """The path ends, and its last page claims what happened and nothing else."""
    last, of = path[-1]
    assert [is_last(step) for step, _ in path] == [False] * (len(path) - 1) + [True]
    reply = of.reply.state if of.reply else None
    true = {
        Step.ACTIVE: of.ending is Ending.ACTIVE,
        Step.SAVED: of.ending is Ending.SAVED,
        Step.FRONT_DESK: of.ending is Ending.DESK or (of.ending is None and of.birth_date == CHILD),
        Step.LOCKED: reply is ReplyState.LOCKED,
        Step.NOT_CONNECTED: reply is ReplyState.NOT_CONNECTED,
        Step.JOINED: of.log_in is not None and of.ending is None,
        Step.USER_ID_SENT: of.journey is Journey.USER_ID or of.account_choice is AccountChoice.FORGOT_USER_ID,
        Step.PASSWORD_MAILED: of.confirms_at_home,
        Step.PASSWORD_CONFIRMED: not of.confirms_at_home,
        Step.PASSWORD_CHANGED: of.has_slip or of.journey is Journey.RESET_SLIP,
    }
    assert true[last], (last, of.ending, reply)
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


def check_progress_never_counts_backwards(path: list[tuple[Step, Draft]]) -> None:
    """The count in "Step x of 3" rises along every path; endings are not counted."""
    counted = [found for step, of in path if (found := progress(step, of.journey))]
    assert counted == sorted(counted)
    assert len({total for _, total in counted}) == 1
    assert counted[0][0] == 1
    assert progress(path[-1][0], path[-1][1].journey) is None


@pytest.mark.rule("S1", "S2", "S3", "S8")
@pytest.mark.parametrize(
    ("ending", "last"), [(Ending.ACTIVE, Step.ACTIVE), (Ending.SAVED, Step.SAVED), (Ending.DESK, Step.FRONT_DESK)]
)
def test_an_adults_sign_up(ending: Ending, last: Step) -> None:
    """About you, required questions, credentials, and the one of three endings that is true."""
    way = [Step.ABOUT_YOU, Step.REQUIRED_QUESTIONS, Step.CREDENTIALS, last]
    assert steps(draft(), ending=ending) == way
    assert steps(draft(match=Match(MatchState.NONE)), ending=ending) == way


@pytest.mark.rule("S13", "S14", "S15")
@pytest.mark.parametrize("invitation", INVITATIONS)
def test_an_invited_patient_is_asked_only_what_is_missing(invitation: InvitationMatch | None) -> None:
    """What the invitation carries is not asked again; disconnected, where nobody knows, everything is."""
    invited = draft(Journey.INVITATION, invitation=invitation)
    asked = [Step.REQUIRED_QUESTIONS] if invitation is None or invitation.missing else []
    way = [Step.ACTIVATION_CODE, Step.INVITED_PERSON, *asked, Step.CREDENTIALS]
    assert steps(invited) == [*way, Step.SAVED]
    assert steps(invited, ending=Ending.ACTIVE) == [*way, Step.PROFILE, Step.ACTIVE]
    assert invited.missing == (frozenset(Missing) if invitation is None else invitation.missing)


@pytest.mark.rule("S14", "S28", "S29")
@pytest.mark.parametrize(
    ("state", "step"), [(MatchState.ACCOUNT, Step.HAVE_ACCOUNT), (MatchState.PHONE, Step.VERIFY_PHONE)]
)
@pytest.mark.parametrize("invitation", INVITATIONS[1:3])
def test_an_invited_patient_is_matched_too(state: MatchState, step: Step, invitation: InvitationMatch) -> None:
    """With or without open questions, who has an account already is told so."""
    assert step in steps(draft(Journey.INVITATION, invitation=invitation, match=Match(state, ID)))


@pytest.mark.rule("S2", "S11")
@pytest.mark.parametrize(
    "answers", [{"no_email": True}, {"no_zip": True}, {"birth_date": TEEN}, {"no_email": True, "no_zip": True}]
)
def test_the_desk_allows_or_declines(answers: dict[str, Any]) -> None:
    """Who has no email, no ZIP or is a minor is held; then the sign-up goes on, or ends at the desk."""
    way = [Step.ABOUT_YOU, Step.HELD_ABOUT]
    assert steps(draft(**answers)) == [*way, Step.REQUIRED_QUESTIONS, Step.CREDENTIALS, Step.SAVED]
    assert steps(draft(**answers, declined=True)) == [*way, Step.FRONT_DESK]
    assert Step.HELD_ABOUT not in steps(allow(draft(**answers)))


@pytest.mark.rule("S16", "S17")
def test_a_delivered_invitation_asks_for_its_code() -> None:
    """The code, or the desk's word instead of it."""
    asked = draft(match=Match(MatchState.CODE, ID))
    way = [Step.ABOUT_YOU, Step.REQUIRED_QUESTIONS, Step.CODE_ASKED]
    assert steps(asked) == [*way, Step.CREDENTIALS, Step.SAVED]
    assert next_step(Step.CODE_ASKED, dataclasses.replace(asked, asks_desk=True)) is Step.HELD_MATCH
    assert next_step(Step.HELD_MATCH, allow(dataclasses.replace(asked, asks_desk=True))) is Step.CREDENTIALS
    locked = dataclasses.replace(asked, reply=Reply(ReplyState.LOCKED))
    assert next_step(Step.CODE_ASKED, locked) is Step.LOCKED


@pytest.mark.rule("S28", "S29")
@pytest.mark.parametrize("step", [Step.HAVE_ACCOUNT, Step.VERIFY_PHONE, Step.PHONE_CODE])
def test_this_is_not_me_asks_the_desk_once(step: Step) -> None:
    """The desk's word leads to the credentials, also for who walks back and says it again."""
    match = Match(MatchState.ACCOUNT if step is Step.HAVE_ACCOUNT else MatchState.PHONE, ID)
    other = draft(match=match, account_choice=AccountChoice.NOT_ME)
    assert next_step(step, other) is Step.HELD_MATCH
    assert next_step(Step.HELD_MATCH, allow(other)) is Step.CREDENTIALS
    assert next_step(step, allow(other)) is Step.CREDENTIALS
    assert next_step(Step.REQUIRED_QUESTIONS, allow(other)) is Step.CREDENTIALS


@pytest.mark.rule("S25", "S28")
def test_who_has_an_account_logs_in_or_recovers() -> None:
    """The two ways of S28 lead into the journeys of the welcome screen."""
    has = draft(match=Match(MatchState.ACCOUNT, ID))
    assert next_step(Step.HAVE_ACCOUNT, dataclasses.replace(has, account_choice=AccountChoice.LOG_IN)) is Step.LOG_IN
    forgot = dataclasses.replace(has, account_choice=AccountChoice.FORGOT_PASSWORD)
    assert next_step(Step.HAVE_ACCOUNT, forgot) is Step.RECOVER_USER_ID
    assert next_step(Step.LOG_IN, forgot) is Step.RECOVER_USER_ID
    no_id = dataclasses.replace(has, account_choice=AccountChoice.FORGOT_USER_ID)
    assert next_step(Step.LOG_IN, no_id) is Step.RECOVER_EMAIL


@pytest.mark.rule("F7", "S36")
def test_a_slip_of_the_desk_needs_neither_user_id_nor_mail() -> None:
    """Scanned at the start, or taken out on "forgot your password?": code and date of birth, then the new password."""
    way = [Step.RESET_SLIP, Step.SLIP_PASSWORD, Step.PASSWORD_CHANGED]
    assert steps(draft(Journey.RESET_SLIP)) == way
    assert steps(draft(Journey.PASSWORD, has_slip=True)) == [Step.RECOVER_USER_ID, *way]
    assert [progress(step, Journey.RESET_SLIP) for step in way] == [(1, 2), (2, 2), None]
    assert ending_at(Step.PASSWORD_CHANGED, draft(Journey.RESET_SLIP)) is Ending.DONE


@pytest.mark.rule("S15", "S25")
@pytest.mark.parametrize(
    ("joins", "way"),
    [
        (log_in(), [Step.JOIN, Step.JOINED]),
        (log_in(False, "phone"), [Step.JOIN, Step.PROFILE, Step.JOINED]),
        (log_in(True), [Step.JOINED]),
        (log_in(True, "address"), [Step.PROFILE, Step.JOINED]),
    ],
)
def test_a_log_in_joins_once_and_updates_what_is_missing(joins: LogInReply, way: list[Step]) -> None:
    """A member consents to nothing again, and a full profile is not asked for."""
    assert steps(draft(Journey.LOG_IN), joins=joins) == [Step.LOG_IN, *way]


@pytest.mark.rule("S15")
def test_an_account_made_after_a_log_in_ends_as_made() -> None:
    """Who logged in, walked back, and was somebody else after all, has an account and has not "joined"."""
    made = draft(Journey.INVITATION, log_in=log_in(), ending=Ending.ACTIVE)
    assert next_step(Step.PROFILE, made) is Step.ACTIVE


@pytest.mark.rule("S44", "K1")
@pytest.mark.parametrize(
    "step",
    [
        *(Step.VERIFY_PHONE, Step.PHONE_CODE, Step.LOG_IN, Step.JOIN, Step.RECOVER_BIRTH_DATE, Step.RECOVER_ANSWER),
        *(Step.RECOVER_USER_ID, Step.NEW_PASSWORD, Step.CONFIRM_PASSWORD, Step.SLIP_PASSWORD),
    ],
)
def test_what_only_the_portal_can_do_stops_kindly(step: Step) -> None:
    """A lock and a missing connection have pages of their own; the lock is an end, no connection is none yet."""
    for state, page in ((ReplyState.LOCKED, Step.LOCKED), (ReplyState.NOT_CONNECTED, Step.NOT_CONNECTED)):
        stopped = draft(reply=Reply(state))
        assert next_step(step, stopped) is page
        assert ending_at(page, stopped) is (Ending.DONE if page is Step.LOCKED else None)


@pytest.mark.rule("S8")
def test_without_the_portals_word_nothing_is_called_active() -> None:
    """As long as nobody acknowledged, the path leads to "saved"."""
    assert next_step(Step.CREDENTIALS, draft()) is Step.SAVED


@pytest.mark.rule("S11")
@pytest.mark.parametrize(
    ("born", "relationship", "second"),
    [
        (ADULT, Relationship.SELF, Step.REQUIRED_QUESTIONS),
        (ADULT, Relationship.CHILD, Step.REQUIRED_QUESTIONS),
        (TEEN, Relationship.SELF, Step.HELD_ABOUT),
        (TEEN, Relationship.CHILD, Step.HELD_ABOUT),
        (CHILD, Relationship.SELF, Step.FRONT_DESK),
        (CHILD, Relationship.CHILD, Step.REQUIRED_QUESTIONS),
        (CHILD, Relationship.CARED_FOR, Step.REQUIRED_QUESTIONS),
    ],
)
def test_the_age_policy_stops_a_sign_up_early(born: BirthDate, relationship: Relationship, second: Step) -> None:
    """Who has to see the desk is sent there before choosing a user ID and a password."""
    assert steps(draft(birth_date=born, relationship=relationship))[1] is second


@pytest.mark.rule("S11")
def test_the_practices_own_age_policy_counts() -> None:
    """A practice that sees sixteen as adult lets them sign up alone."""
    policy = AgePolicy(guardian_below=12, adult_from=15)
    assert Step.HELD_ABOUT not in steps(draft(birth_date=TEEN, age_policy=policy))


@pytest.mark.rule("S11")
def test_a_guardian_gives_a_name() -> None:
    """Only who signs up somebody else is asked for the own name."""
    needed = {relationship: guardian_needed(draft(relationship=relationship)) for relationship in Relationship}
    assert needed == {Relationship.SELF: False, Relationship.CHILD: True, Relationship.CARED_FOR: True}


@pytest.mark.rule("S16", "S28")
def test_a_new_match_forgets_what_the_former_one_led_to() -> None:
    """Walked back and asked again: neither choice nor code of the former answer counts; what the desk said does."""
    before = draft(
        match=Match(MatchState.ACCOUNT, ID),
        account_choice=AccountChoice.NOT_ME,
        asks_desk=True,
        phone_verified=True,
        log_in=log_in(),
        allowed=frozenset({DeskReason.NOT_ME}),
    )
    assert unmatched(before) == draft(allowed=frozenset({DeskReason.NOT_ME}))


@pytest.mark.rule("S28")
def test_what_was_allowed_for_one_person_is_not_for_another() -> None:
    """Who changes name or date of birth after the desk looked at a photo ID begins under a fresh subject."""
    subject = UUID(int=8)
    before = draft(no_email=True, allowed=frozenset({DeskReason.NO_EMAIL, DeskReason.NOT_ME}), invitation=matched())
    after = of_another_person(before, subject)
    assert after == dataclasses.replace(draft(no_email=True), subject=subject)
    assert next_step(Step.ABOUT_YOU, after) is Step.HELD_ABOUT
