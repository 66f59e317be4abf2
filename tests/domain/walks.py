"""A walk through the journeys' table: what pages, portal and desk add on the way, without a screen or a line."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any, cast
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgeDecision
from kiosk.domain.draft import AccountChoice, DeskReason, Draft, InvitationMatch, Journey, Missing
from kiosk.domain.flow import START, Step, next_step
from kiosk.domain.outcomes import Ending
from kiosk.domain.replies import LogInReply, Match, Reply, ReplyState
from kiosk.domain.service import PatientService
from kiosk.domain.values import BirthDate

TODAY = dt.date(2026, 11, 23)
ID = UUID(int=7)
CODE = ActivationCode.from_entropy(bytes(9))
ADULT, TEEN, CHILD = (BirthDate(dt.date(year, 11, 23)) for year in (1984, 2011, 2020))
HELD = {Step.HELD_ABOUT, Step.HELD_MATCH}
FORGOT = {AccountChoice.FORGOT_USER_ID, AccountChoice.FORGOT_PASSWORD}
COMMANDS = [
    *(Step.VERIFY_PHONE, Step.PHONE_CODE, Step.LOG_IN, Step.JOIN, Step.RECOVER_BIRTH_DATE, Step.RECOVER_ANSWER),
    *(Step.RECOVER_USER_ID, Step.NEW_PASSWORD, Step.CONFIRM_PASSWORD, Step.SLIP_PASSWORD),
]
"""Steps that ask the portal for something and go on when it is done."""

STOPS = [*COMMANDS, Step.INVITED_PERSON, Step.CODE_ASKED]
"""Steps that can stop the journey: the last two alone with a lock."""

Stop = tuple[int, ReplyState]
"""Which of the steps on the way that can stop it, and how."""


def draft(journey: Journey = Journey.SIGN_UP, **answers: Any) -> Draft:
    """An adult's answers."""
    return Draft(journey=journey, subject=ID, today=TODAY, **{"birth_date": ADULT} | answers)


class Portal:
    """What the portal knows of an invitation's person, for `PatientService`; it holds back nothing when asked."""

    def __init__(self, invitation: InvitationMatch | None, match: Match | None) -> None:
        self.invitation, self._match = invitation, match

    def corrected(self, *_: object) -> InvitationMatch | None:
        """With the details that the desk has corrected."""
        return self.invitation

    def match(self, _: Draft) -> Match | None:
        """Whoever it is."""
        return self._match


def patient_service(portal: Portal) -> PatientService:
    """The use cases that look things up; none of the others is asked here."""
    nobody = dict.fromkeys(("log", "deliveries", "commands", "clock", "entropy"))
    return PatientService(lookups=cast(Any, portal), **cast(dict[str, Any], nobody))


def matched(*missing: Missing) -> InvitationMatch:
    """An invitation that the portal found and that lacks these fields."""
    return InvitationMatch(ID, frozenset(missing))


def log_in(member: bool = False, *missing: str) -> LogInReply:
    """User ID and password were right."""
    return LogInReply(ReplyState.DONE, flow=ID, member=member, missing=frozenset(missing))


def walk(
    of: Draft, *, ending: Ending = Ending.SAVED, joins: LogInReply | None = None, stops: Stop | None = None
) -> list[tuple[Step, Draft]]:
    """The steps that these answers lead through, each with the draft that is left behind there.

    What pages, portal and desk add on the way is added here, where they add it.

    Args:
        of: its invitation and match are what the portal knows, its choices what the patient will choose.
        stops: the command that is answered so instead of done, counted from none.
    """
    portal = Portal(of.invitation if of.journey is Journey.INVITATION else None, of.match)
    service = patient_service(portal)
    chooses, asks = of.account_choice, of.asks_desk or (of.no_zip and of.journey is Journey.INVITATION)
    of = dataclasses.replace(of, invitation=None, match=None, account_choice=None, asks_desk=False)
    step = START[of.journey]
    path: list[tuple[Step, Draft]] = []
    while True:
        stopped = stops[1] if stops and stops[0] == sum(before in STOPS for before, _ in path) else ReplyState.DONE
        of = dataclasses.replace(of, reply=reply_at(step, of, stopped))
        match step:
            case Step.INVITED_PERSON if of.age_decision is not AgeDecision.GUARDIAN and of.reply is None:
                of = dataclasses.replace(of, asks_desk=asks)
                if not asks or DeskReason.DETAILS in of.allowed:  # who asks typed something else than it says
                    of = service.found(of, portal.invitation)
            case Step.HELD_ABOUT | Step.HELD_MATCH if of.declined:
                of = dataclasses.replace(of, ending=Ending.DESK)
            case Step.HELD_ABOUT:
                of = service.after_desk(allow(of))
            case Step.HELD_MATCH:
                of = allow(of)
            case Step.REQUIRED_QUESTIONS if of.journey is Journey.SIGN_UP or of.invitation is not None:
                of = service.check_match(of)
            case Step.CODE_ASKED if of.reply is None:
                of = dataclasses.replace(of, asks_desk=asks)
            case Step.HAVE_ACCOUNT | Step.VERIFY_PHONE | Step.PHONE_CODE:
                of = dataclasses.replace(of, account_choice=chooses)
            case Step.LOG_IN:
                forgot = chooses in FORGOT
                of = dataclasses.replace(of, account_choice=chooses if forgot else AccountChoice.LOG_IN)
                if not forgot and done(of):
                    of = dataclasses.replace(of, log_in=joins or log_in())
            case Step.CREDENTIALS:
                of = dataclasses.replace(of, ending=ending)
            case _:
                pass
        path.append((step, of))
        following = next_step(step, of)
        if following is None:
            return path
        step = following
        assert len(path) <= len(Step), "a journey that never ends"


def reply_at(step: Step, of: Draft, state: ReplyState) -> Reply | None:
    """What the portal answers at a step; what is wrong keeps its page, so no other reply leads on."""
    if step is Step.CONFIRM_PASSWORD and of.confirms_at_home:
        return None  # asks nobody
    asked = step in COMMANDS or (step in STOPS and state is ReplyState.LOCKED)
    return Reply(state) if asked else None


def done(of: Draft | None) -> bool:
    """Whether the portal did what the step asked for."""
    return of is not None and of.reply is not None and of.reply.state is ReplyState.DONE


def allow(of: Draft) -> Draft:
    """The desk allows what was asked."""
    return dataclasses.replace(of, allowed=of.allowed | of.desk_reasons)


def steps(of: Draft, **more: Any) -> list[Step]:
    """The steps alone."""
    return [step for step, _ in walk(of, **more)]


INVITATIONS = [None, matched(), *(matched(one) for one in Missing), matched(*Missing)]
LOG_INS = [log_in(), log_in(True), log_in(True, "phone"), log_in(False, "address")]
