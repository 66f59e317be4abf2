"""What the patient's screens know of their practice and of the house behind them."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgePolicy
from kiosk.domain.draft import Draft, Journey
from kiosk.domain.ports import InvitationCheck, UserIdState
from kiosk.domain.values import BirthDate, UserId, ZipCode

__all__ = ["PatientUseCases", "PracticeView", "carried_over", "new_draft"]


class PatientUseCases(Protocol):
    """The part of `kiosk.domain.service.PatientService` that the screens call."""

    def suggest_user_id(self, draft: Draft) -> UserId | None:
        """A user ID to start from; no I/O."""

    def check_user_id(self, user_id: UserId) -> UserIdState:
        """Blocking: run it in a worker."""

    def check_invitation(self, code: ActivationCode, birth_date: BirthDate, zip_code: ZipCode) -> InvitationCheck:
        """Blocking: run it in a worker."""

    def finish(self, draft: Draft) -> Draft:
        """Blocking: run it in a worker; raises StorageError when nothing was stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeView:
    """The practice in whose waiting room this tablet stands.

    Attributes:
        portal_address: shown large at the end, for the patient to copy down.
        host: ``name[:port]`` that a scanned link must carry.
        network_name: of the accounts' network ("HealthKey").
        languages: codes offered to patients, the practice's own first.
        today: the date where the practice is.
        new_subject: a fresh random id for each patient's draft.
    """

    name: str
    portal_address: str
    host: str
    network_name: str
    today: Callable[[], dt.date]
    new_subject: Callable[[], UUID]
    languages: tuple[str, ...] = ("en", "es")
    age_policy: AgePolicy = field(default_factory=AgePolicy)


def new_draft(practice: PracticeView, journey: Journey, code: ActivationCode | None = None) -> Draft:
    """An empty draft for the next patient, with the code if it was scanned on the welcome screen."""
    return Draft(
        journey=journey,
        subject=practice.new_subject(),
        today=practice.today(),
        age_policy=practice.age_policy,
        code=code,
    )


def carried_over(practice: PracticeView, former: Draft) -> Draft:
    """The draft of "Create another account": what a family shares, never a user ID or a password (S12)."""
    return dataclasses.replace(
        new_draft(practice, Journey.SIGN_UP),
        relationship=former.relationship,
        guardian=former.guardian,
        zip_code=former.zip_code,
        email=former.email,
        phone=former.phone,
    )
