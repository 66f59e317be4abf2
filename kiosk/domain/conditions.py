"""What the answers so far say: the conditions under which the journeys' table (``flow``) branches."""

from __future__ import annotations

from kiosk.domain.age import AgeDecision
from kiosk.domain.draft import AccountChoice, DeskReason, Draft, Journey
from kiosk.domain.outcomes import Ending
from kiosk.domain.replies import MatchState, ReplyState


def needs_guardian(draft: Draft) -> bool:
    """Whether a parent or guardian has to sign this child up instead (S11)."""
    return draft.age_decision is AgeDecision.GUARDIAN


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


def has_slip(draft: Draft) -> bool:
    """Whether the patient has a reset slip of the front desk (F7)."""
    return draft.has_slip


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
