"""What becomes of an invitation after it was made: a new slip for a lost one, or none any more (F1, S19)."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain import activation
from kiosk.domain.activation import INVITATION_DAYS, ActivationCode
from kiosk.domain.day_list import DayList, DayListRow, InvitationProgress
from kiosk.domain.desk_operations import InvitationReissued, InvitationRevoked
from kiosk.domain.desk_search import Found, InvitationLookups, Question
from kiosk.domain.errors import StorageError
from kiosk.domain.invitation_form import InvitationForm, MadeInvitation
from kiosk.domain.known_people import KnownPeople, Standing
from kiosk.domain.ports import Clock, Deliveries, Entropy, OperationLog
from kiosk.domain.staff import AuditAction, AuditEntry, StaffSession
from kiosk.domain.trail import Trail
from kiosk.domain.values import BirthDate, Language, NamePart, fold_name


@dataclass(frozen=True, slots=True)
class Twin:
    """What the practice has of somebody who is being enrolled.

    Attributes:
        invitation: theirs, if it is that.
        has_account: they need no other invitation.
    """

    invitation: DayListRow | None = None
    has_account: bool = False


class InvitationService:
    """Works disconnected like the making itself: the portal learns of it with the next sync and decides."""

    def __init__(
        self,
        *,
        log: OperationLog,
        deliveries: Deliveries,
        day_list: DayList,
        lookups: InvitationLookups | None,
        people: KnownPeople | None,
        clock: Clock,
        entropy: Entropy,
    ) -> None:
        self._log = log
        self._trail = Trail(log, clock)
        self._deliveries = deliveries
        self._day_list = day_list
        self._lookups = lookups
        self._people = people
        self._clock = clock
        self._entropy = entropy

    def search(self, session: StaffSession, question: Question) -> Found | None:
        """Look for invitations at the portal; None if not connected.

        Raises:
            StorageError: the search could not be noted, so nothing was looked for (F5).
        """
        if self._lookups is None:
            return None
        self._trail.note(session, AuditAction.INVITATIONS_SEARCHED)
        return self._lookups.search(question)

    def view(self, session: StaffSession, row: DayListRow) -> DayListRow | None:
        """Open a row: note who did, and return it with its whole date of birth (F5).

        Returns:
            None if the portal alone knows it, and is not connected.

        Raises:
            StorageError: the view could not be noted.
        """
        self._trail.note(session, AuditAction.INVITATION_VIEWED, row.invitation_id)
        if is_whole(row):
            return row
        return self._lookups.whole(row.invitation_id) if self._lookups else None

    def twin(self, session: StaffSession, form: InvitationForm) -> Twin | None:
        """Whether somebody of this name and date of birth is invited or has an account, today or for the portal.

        Withdrawn invitations do not count. Disconnected, only today's are known.

        Raises:
            StorageError: the search could not be noted, so nothing is told of anybody (F5).
        """
        born = form.birth_date.comparison
        if today := _of_name((row for row in self._day_list.rows() if row.birth_date == born), form):
            self._trail.note(session, AuditAction.INVITATIONS_SEARCHED)
            return Twin(today, has_account=today.progress is InvitationProgress.ACTIVATED)
        if self._people is not None:
            self._trail.note(session, AuditAction.ACCOUNTS_SEARCHED)
            known = self._people.standings([form])
            if known is None:
                return None
            if known[0].standing is Standing.MEMBER:
                return Twin(has_account=True)
        last = form.last.text if form.last else ""
        answer = self.search(session, Question(name=form.first.text + " " + last, birth_date=form.birth_date))
        found = _of_name(answer.rows, form) if answer else None
        return Twin(found) if found else None

    def listed(self, made: MadeInvitation) -> DayListRow:
        """The row of an invitation that was made here."""
        return next(row for row in self._day_list.rows() if row.invitation_id == made.invitation_id)

    def reissue(self, session: StaffSession, row: DayListRow) -> MadeInvitation:
        """Make a new code for an invitation whose slip was lost; the portal revokes the older ones.

        Until the portal has it, an older slip still opens the invitation (K1). The number stays the same.

        Args:
            row: with the whole date of birth.

        Raises:
            StorageError: nothing was made.
            ValueError: the invitation is used up or withdrawn.
        """
        if not can_change(row):
            raise ValueError("this invitation is over")
        now = self._clock.now()
        made = MadeInvitation(
            invitation_id=row.invitation_id,
            number=row.number,
            code=ActivationCode.from_entropy(self._entropy.random_bytes(activation.ENTROPY_BYTES)),
            form=InvitationForm(
                first=NamePart(row.first),
                last=NamePart(row.last) if row.last else None,
                birth_date=BirthDate(dt.date.fromisoformat(row.birth_date)),
                zip_code=None,
                language=Language(row.language),
            ),
            expires_at=now + dt.timedelta(days=INVITATION_DAYS),
            mailable=row.mailable,
        )
        body = InvitationReissued(
            invitation_id=made.invitation_id, code=made.code.symbols, expires_at=made.expires_at, by=session.staff_id
        )
        audit = AuditEntry(session.staff_id, AuditAction.INVITATION_REISSUED, now, str(row.invitation_id))
        self._log.record(body, subject=row.invitation_id, at=now, audit=audit)
        # As after the making: the operation stands, so a failure here must not lose its code.
        listed = dataclasses.replace(row, progress=InvitationProgress.READY, made_at=now, expires_at=made.expires_at)
        with contextlib.suppress(StorageError):
            self._day_list.put(listed)
        self._deliveries.kick()
        return made

    def reissue_all(self, session: StaffSession, rows: Iterable[DayListRow]) -> list[MadeInvitation]:
        """The same for several; what is made before the storage fails is returned, for its codes stand nowhere else.

        Raises:
            StorageError: nothing was made.
            ValueError: one of them is used up or withdrawn; nothing was made.
        """
        rows = list(rows)
        if not all(can_change(row) for row in rows):
            raise ValueError("this invitation is over")
        made: list[MadeInvitation] = []
        for row in rows:
            try:
                made.append(self.reissue(session, row))
            except StorageError:
                if not made:
                    raise
                break
        return made

    def revoke(self, session: StaffSession, row: DayListRow) -> None:
        """Withdraw an invitation: none of its codes opens it any more, once the portal has it.

        Raises:
            StorageError: nothing was withdrawn, or the list of the day does not show it.
            ValueError: the invitation is used up or withdrawn already.
        """
        if not can_change(row):
            raise ValueError("this invitation is over")
        now = self._clock.now()
        body = InvitationRevoked(invitation_id=row.invitation_id, by=session.staff_id)
        audit = AuditEntry(session.staff_id, AuditAction.INVITATION_REVOKED, now, str(row.invitation_id))
        self._log.record(body, subject=row.invitation_id, at=now, audit=audit)
        self._day_list.mark(row.invitation_id, InvitationProgress.REVOKED)
        self._deliveries.kick()


def _of_name(rows: Iterable[DayListRow], form: InvitationForm) -> DayListRow | None:
    name = (form.first.comparison, form.last.comparison if form.last else "")
    same = (row for row in rows if (fold_name(row.first), fold_name(row.last)) == name)
    standing = [row for row in same if row.progress is not InvitationProgress.REVOKED]
    return max(standing, key=lambda row: row.made_at, default=None)


def never_printed(rows: Iterable[DayListRow]) -> list[DayListRow]:
    """Those whose slip was neither printed nor mailed, in the order in which they were made."""
    waiting = (row for row in rows if row.progress is InvitationProgress.READY and is_whole(row))
    return sorted(waiting, key=lambda row: row.made_at)


def is_whole(row: DayListRow) -> bool:
    """Whether a row holds the date of birth and not its year alone."""
    return len(row.birth_date) > len("1984")


def can_change(row: DayListRow) -> bool:
    """Whether a new slip can be made for it, or the invitation withdrawn: also when it has expired."""
    return row.progress not in (InvitationProgress.ACTIVATED, InvitationProgress.REVOKED)
