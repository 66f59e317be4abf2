"""What the desk does for a patient who has an account and whose photo ID it checked (F7). Never a password.

All of it needs the portal: a desk holds no accounts. ``DeskHelpService`` (``desk_help_service``) is what screens call.
"""

from __future__ import annotations

import datetime as dt
import enum
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.assurance import Assurance
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_search import Question
from kiosk.domain.values import Email, Sensitive


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AccountRow(Sensitive):
    """An account of this practice as the desk sees it; no user ID, no contact in clear.

    Attributes:
        birth_date: the year alone; whole (ISO 8601) when the account was asked for by its id.
        masked_email: like "m•••@mail.example"; "" for none.
        email_verified: links go to a verified address only.
        has_user_id: False while the patient still has to choose one (S4).
        locked_until: end of a log-in or recovery lock, UTC.
        locked_for_good: no time opens it, only a new password (``SECURITY.md``).
        checked_at: the last photo ID check of any practice, UTC.
    """

    account_id: UUID
    first: str
    last: str
    birth_date: str
    masked_email: str
    email_verified: bool
    has_user_id: bool
    locked_until: dt.datetime | None
    locked_for_good: bool
    assurance: Assurance
    checked_at: dt.datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class FoundAccounts(Sensitive):
    """By name; ``more``: there are others."""

    rows: tuple[AccountRow, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class IdentitySeen:
    """What the desk saw of the patient: which photo ID, and who looked at it."""

    document: IdDocument
    by: UUID


class HelpState(enum.Enum):
    """How it ended."""

    DONE = "done"
    NO_ADDRESS = "no_address"
    """There is no verified email: use the slip."""
    WAIT = "wait"
    """Too often for this account; ``until`` says how long."""
    UNKNOWN = "unknown"
    """No account of this practice, or no active member of its staff."""
    NOT_CONNECTED = "not_connected"


@dataclass(frozen=True, slots=True)
class Helped:
    """The answer; ``until`` (UTC) is the end of a wait, or of a slip's life with ``DONE``."""

    state: HelpState
    until: dt.datetime | None = None


class AccountHelp(Protocol):
    """The portal, for a desk; every call blocks, and not being connected is an answer, not an error."""

    def search(self, question: Question) -> FoundAccounts | None:
        """Accounts of this practice for which all that is given holds; None if not connected."""
        ...

    def whole(self, account_id: UUID) -> AccountRow | None:
        """One of them, with its whole date of birth."""
        ...

    def mail_reset(self, account_id: UUID, seen: IdentitySeen) -> Helped:
        """Mail the direct link to reset the password to the verified address on file."""
        ...

    def slip_reset(self, account_id: UUID, code: ActivationCode, seen: IdentitySeen) -> Helped:
        """Let a code made here reset the password once, within the hour, with the date of birth."""
        ...

    def change_email(self, account_id: UUID, email: Email, seen: IdentitySeen) -> Helped:
        """Mail the link that makes an address the account's; the old one gets a notice then."""
        ...

    def unlock(self, account_id: UUID, seen: IdentitySeen) -> Helped:
        """End the locks of log-in and recovery that time would end, too."""
        ...
