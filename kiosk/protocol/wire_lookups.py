"""Messages of the lookups: what a device asks while somebody waits."""

from __future__ import annotations

import datetime as dt
from typing import Final, Literal
from uuid import UUID

from kiosk.protocol.wire import Message, Role

__all__ = [
    "MAX_PEOPLE",
    "AccountSearch",
    "AccountsFound",
    "DevicesFound",
    "DevicesLookup",
    "FoundAccount",
    "FoundInvitation",
    "InvitationAnswer",
    "InvitationLookup",
    "InvitationSearch",
    "InvitationsFound",
    "KnownPerson",
    "MatchAnswer",
    "MatchLookup",
    "PeopleKnown",
    "PeopleLookup",
    "RequestAnswer",
    "RequestLookup",
    "SeenDevice",
    "SoughtPerson",
    "UserIdAnswer",
    "UserIdLookup",
]


MAX_PEOPLE: Final = 200
"""Most people that one ``PeopleLookup`` asks about."""


class UserIdLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/user-id``."""

    user_id: str


class UserIdAnswer(Message, frozen=True, kw_only=True):
    """Whether nobody has this user ID yet."""

    free: bool


class InvitationLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/invitation``; ``lookup_id`` instead of the code."""

    lookup_id: str
    birth_date: str
    zip_code: str


class InvitationAnswer(Message, frozen=True, kw_only=True):
    """``match`` says nothing but yes or no (S13); ``until`` only when locked, the rest only on yes.

    Attributes:
        minor_allowed: the desk has seen this patient, whose age is for the desk to decide (S11).
    """

    state: Literal["match", "no_match", "locked"]
    invitation_id: UUID | None = None
    missing: list[Literal["gender", "phone"]] = []
    minor_allowed: bool = False
    until: dt.datetime | None = None


class InvitationSearch(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/invitations``, of a desk: its practice's invitations for which all that is given holds (F1).

    Attributes:
        name: at least two letters of a name; "" to leave it out, like the others.
        birth_date: ISO 8601.
        number: whole.
        invitation_id: this one, with its whole date of birth.
    """

    name: str = ""
    birth_date: str = ""
    number: str = ""
    invitation_id: UUID | None = None


class FoundInvitation(Message, frozen=True, kw_only=True):
    """One of them: never a code, a ZIP or a contact; of the date of birth the year, unless it was asked for by id."""

    invitation_id: UUID
    number: str
    first: str
    last: str
    birth_date: str
    state: Literal["ready", "printed", "sent", "activated", "expired", "revoked"]
    made_at: dt.datetime
    expires_at: dt.datetime
    language: str
    mailable: bool = False


class InvitationsFound(Message, frozen=True, kw_only=True):
    """The newest first, at most 50; ``more``: there are others."""

    invitations: list[FoundInvitation]
    more: bool = False


class AccountSearch(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/accounts``, of a desk: accounts of its practice for which all that is given holds (F7).

    Attributes:
        name: at least two letters of a name; "" to leave it out.
        birth_date: ISO 8601, likewise.
        account_id: this one, with its whole date of birth.
    """

    name: str = ""
    birth_date: str = ""
    account_id: UUID | None = None


class FoundAccount(Message, frozen=True, kw_only=True):
    """One of them; the fields are those of ``domain.desk_help.AccountRow``."""

    account_id: UUID
    first: str
    last: str
    birth_date: str
    masked_email: str
    email_verified: bool
    has_user_id: bool
    locked_until: dt.datetime | None
    locked_for_good: bool
    assurance: Literal["IAL1", "IAL1.2", "IAL1.4"]
    checked_at: dt.datetime | None


class AccountsFound(Message, frozen=True, kw_only=True):
    """By name, at most 50; ``more``: there are others."""

    accounts: list[FoundAccount]
    more: bool = False


class SoughtPerson(Message, frozen=True, kw_only=True):
    """Somebody of a day sheet; "" for what nobody knows."""

    first: str
    last: str
    birth_date: str
    zip_code: str = ""
    email: str = ""
    phone: str = ""
    gender: str = ""


class PeopleLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/people``, of a desk: whom of them its practice knows already; at most ``MAX_PEOPLE`` (F2)."""

    people: list[SoughtPerson]


class KnownPerson(Message, frozen=True, kw_only=True):
    """One answer: ``member`` has an account of this practice, ``invited`` an invitation that works, and its number."""

    state: Literal["none", "invited", "member"]
    number: str = ""


class PeopleKnown(Message, frozen=True, kw_only=True):
    """As many answers as people were asked about, in that order."""

    people: list[KnownPerson]


class DevicesLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/devices``, of a desk: how its practice's devices stand (F6)."""


class SeenDevice(Message, frozen=True, kw_only=True):
    """One of them; the fields are those of ``domain.sync_status.SeenDevice``."""

    device_id: UUID
    role: Role
    last_seen: dt.datetime | None
    waiting: int


class DevicesFound(Message, frozen=True, kw_only=True):
    """Those that are not revoked: tablets first, the older before the newer."""

    devices: list[SeenDevice]


class MatchLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/match``: which page follows the required questions (S16, S26, S29).

    A certain match queues the mail of S26, once for a subject.

    Attributes:
        subject: of the draft, or the invitation's id: then the person is the invitation's, ``gender`` and ``phone``
            fill what it lacks, and the other fields are "". The device has to have found the invitation before.
        zip_code, email: "" for "I have none".
    """

    subject: UUID
    first: str
    last: str
    birth_date: str
    zip_code: str
    email: str
    gender: str
    phone: str
    language: str


class MatchAnswer(Message, frozen=True, kw_only=True):
    """``flow`` binds code, resend and phone code to this answer; None with ``none``."""

    state: Literal["none", "activation_code", "account_exists", "verify_phone"]
    flow: UUID | None = None


class RequestLookup(Message, frozen=True, kw_only=True):
    """``POST /v1/lookups/request``: how far the desk is with a request of this device (F4)."""

    op_id: UUID


class RequestAnswer(Message, frozen=True, kw_only=True):
    """``unknown`` while the operation is not decided."""

    state: Literal["waiting", "allowed", "declined", "unknown"]
