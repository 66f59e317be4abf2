"""The journeys as a table: every step is reached, every row is used, and each journey's way, answer by answer."""

from __future__ import annotations

import dataclasses
from typing import Any
from uuid import UUID

import pytest

from kiosk.domain.age import AgePolicy
from kiosk.domain.draft import (
    AccountChoice,
    DeskReason,
    InvitationMatch,
    Journey,
    Missing,
    of_another_person,
    unmatched,
)
from kiosk.domain.flow import ROUTES, START, Route, Step, ending_at, guardian_needed, is_last, next_step, progress
from kiosk.domain.outcomes import Ending
from kiosk.domain.replies import LogInReply, Match, MatchState, Reply, ReplyState
from kiosk.domain.values import BirthDate, Relationship
from tests.domain.walks import (
    ADULT,
    CHILD,
    CODE,
    ID,
    INVITATIONS,
    LOG_INS,
    TEEN,
    allow,
    draft,
    log_in,
    matched,
    steps,
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
        *({"reply": Reply(state)} for state in ReplyState),
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


@pytest.mark.rule("S13", "S14", "S29", "F4")
@pytest.mark.parametrize("invitation", INVITATIONS)
@pytest.mark.parametrize("wrong", [{"asks_desk": True}, {"no_zip": True}], ids=["wrong details", "no ZIP"])
def test_what_the_desk_corrected_is_known(invitation: InvitationMatch | None, wrong: dict[str, Any]) -> None:
    """After the desk's word only what is missing is asked, and the match runs; not connected, everything is asked."""
    match = Match(MatchState.PHONE, ID)
    way = steps(draft(Journey.INVITATION, code=CODE, invitation=invitation, match=match, **wrong))
    asked = [Step.REQUIRED_QUESTIONS] if invitation is None or invitation.missing else []
    after = [*asked, Step.CREDENTIALS if invitation is None else Step.VERIFY_PHONE]
    assert way[: 3 + len(after)] == [Step.ACTIVATION_CODE, Step.INVITED_PERSON, Step.HELD_ABOUT, *after]


@pytest.mark.rule("S13", "S28")
def test_what_the_desk_allowed_stands_under_the_drafts_own_name() -> None:
    """There the portal looks for the desk's word and the photo ID that it saw; else under the invitation's id."""
    invited = draft(Journey.INVITATION, invitation=InvitationMatch(UUID(int=8), frozenset()))
    assert invited.about == UUID(int=8)
    assert dataclasses.replace(invited, allowed=frozenset({DeskReason.MINOR})).about == UUID(int=8)
    assert dataclasses.replace(invited, allowed=frozenset({DeskReason.DETAILS})).about == ID
    assert draft().about == ID


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


@pytest.mark.rule("S11", "S12")
@pytest.mark.parametrize("journey", [Journey.SIGN_UP, Journey.INVITATION])
@pytest.mark.parametrize("invitation", [None, matched(), matched(*Missing)], ids=["unknown", "whole", "gaps"])
@pytest.mark.parametrize(
    ("born", "relationship", "stops_at"),
    [
        (ADULT, Relationship.SELF, None),
        (ADULT, Relationship.CHILD, None),
        (TEEN, Relationship.SELF, Step.HELD_ABOUT),
        (TEEN, Relationship.CHILD, Step.HELD_ABOUT),
        (CHILD, Relationship.SELF, Step.FRONT_DESK),
        (CHILD, Relationship.CHILD, None),
        (CHILD, Relationship.CARED_FOR, None),
    ],
)
def test_the_age_policy_stops_early(
    journey: Journey,
    invitation: InvitationMatch | None,
    born: BirthDate,
    relationship: Relationship,
    stops_at: Step | None,
) -> None:
    """Who has to see the desk is sent there before choosing a user ID and a password, invited or not, also offline."""
    way = steps(draft(journey, birth_date=born, relationship=relationship, invitation=invitation))
    asked = way.index(Step.INVITED_PERSON if journey is Journey.INVITATION else Step.ABOUT_YOU)
    if stops_at is None:
        assert way[asked + 1] in (Step.REQUIRED_QUESTIONS, Step.CREDENTIALS)
    else:
        assert way[asked + 1] is stops_at
    assert (Step.CREDENTIALS in way) is (stops_at is not Step.FRONT_DESK)


@pytest.mark.rule("S11")
def test_whom_the_desk_has_met_it_need_not_meet_again() -> None:
    """An invitation that tells of the desk's word (a photo ID was seen, or it allowed this patient) goes on."""
    met = InvitationMatch(ID, frozenset(), frozenset({DeskReason.MINOR}))
    way = steps(draft(Journey.INVITATION, birth_date=TEEN, invitation=met))
    assert way == [Step.ACTIVATION_CODE, Step.INVITED_PERSON, Step.CREDENTIALS, Step.SAVED]
    child = draft(Journey.INVITATION, birth_date=CHILD, invitation=met)
    assert steps(child)[-1] is Step.FRONT_DESK, "a guardian is needed whomever the desk has met"


@pytest.mark.rule("S11")
@pytest.mark.parametrize("journey", [Journey.SIGN_UP, Journey.INVITATION])
def test_the_practices_own_age_policy_counts(journey: Journey) -> None:
    """A practice that sees sixteen as adult lets them sign up alone."""
    policy = AgePolicy(guardian_below=12, adult_from=15)
    assert Step.HELD_ABOUT not in steps(draft(journey, birth_date=TEEN, age_policy=policy, invitation=matched()))


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
