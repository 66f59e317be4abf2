"""What the portal forgets by itself, once an hour: counters, proofs, links and people that serve nobody any more.

Without it anybody on the internet could fill the database with counters of codes that there are not. Receipts, mails'
dedupe keys and accounts never go.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Final

import sqlalchemy as sa

from kiosk.portal import faults, mail_outbox, pull
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.engine import Database
from kiosk.portal.lockouts import FOR_GOOD, Tried
from kiosk.portal.support import chats

_log = logging.getLogger(__name__)

EVERY_S: Final = 3600.0

COUNTERS_KEPT: Final = dt.timedelta(days=60)
"""Longer than any activation code lives, so that its fifteen wrong tries are never forgotten."""

SLIPS_KEPT: Final = dt.timedelta(days=1)
"""For counters of desk slips: a slip lives an hour, and anybody on the internet may type codes that there are not."""

FACTS_KEPT: Final = dt.timedelta(days=180)
"""A disconnected tablet may bring its operation late."""

LINKS_KEPT: Final = dt.timedelta(days=30)
"""After their end: meanwhile they still answer that they are too old."""

UNSURE_KEPT: Final = dt.timedelta(days=14)
"""How long a person may still send a mail again of which nobody knows whether it arrived."""

RECIPIENTS_KEPT: Final = dt.timedelta(days=30)
"""Addresses of mails that went out, or never will; that there was a mail is never forgotten, or it would go twice."""

INVITED_KEPT: Final = dt.timedelta(days=400)
"""After its end: whom an invitation named that nobody used (decision 21)."""


_NOBODY: Final[dict[str, str | None]] = {
    "state": "revoked",
    **dict.fromkeys(("first", "last", "birth_date", "first_cmp", "last_cmp", "birth_date_cmp"), ""),
    **dict.fromkeys(("zip_code", "email", "gender", "phone", "zip_cmp", "email_cmp", "phone_cmp")),
}
"""What an invitation says when its person is forgotten."""


def sweep(database: Database, now: dt.datetime) -> int:
    """Delete or blank what is of no use, each kind in a transaction of its own: nobody waits long for any.

    Returns:
        how many rows were changed.

    Raises:
        Exception: the first fault, after everything else was done.
    """
    changed = 0
    fault: Exception | None = None
    for statement in _statements(now):
        try:
            changed += database.run(partial(_run, statement))
        except Exception as error:  # noqa: BLE001 - raised below: one kind must not keep the others
            fault = fault or error
    database.run(lambda connection: chats.sweep(connection, now))
    if fault is not None:
        raise fault
    return changed


def _run(statement: sa.Delete | sa.Update, connection: sa.Connection) -> int:
    return connection.execute(statement).rowcount


def _statements(now: dt.datetime) -> tuple[sa.Delete | sa.Update, ...]:
    """What goes, and what is blanked."""
    counters, mails, invited, codes = t.lockouts.c, t.mail_outbox.c, t.invitations.c, tp.invitation_codes.c
    for_good = sa.and_(counters.locked_until.is_not(None), counters.locked_until >= FOR_GOOD)
    slips = counters.key.startswith(f"{Tried.RESET_SLIP.value}:", autoescape=True)
    told = sa.exists().where(codes.invitation_id == t.changes.c.object_id, codes.made_at > now - pull.INVITATIONS_TOLD)
    sealed = sa.exists().where(codes.roster_id == t.changes.c.object_id, codes.expires_at > now)
    return (
        sa.delete(t.lockouts).where(counters.touched_at < now - SLIPS_KEPT, slips),
        sa.delete(t.lockouts).where(counters.touched_at < now - COUNTERS_KEPT, sa.not_(for_good)),
        sa.delete(tp.draft_facts).where(tp.draft_facts.c.at < now - FACTS_KEPT),
        sa.delete(tp.identity_checks).where(
            tp.identity_checks.c.account_id.is_(None), tp.identity_checks.c.at < now - FACTS_KEPT
        ),
        sa.delete(tp.flows).where(tp.flows.c.expires_at < now),
        *(
            sa.delete(table).where(table.c.expires_at < now - LINKS_KEPT)
            for table in (tp.tokens, tp.pending_passwords, tp.sms_outbox)
        ),
        sa.update(t.mail_outbox)
        .where(mails.state == "unsure", mails.payload.is_not(None), mails.created_at < now - UNSURE_KEPT)
        .values(payload=None),
        sa.update(t.mail_outbox)
        .where(mails.recipient != "", mails.created_at < now - RECIPIENTS_KEPT, mails.state.in_(mail_outbox.FINAL))
        .values(recipient="", payload=None),
        sa.update(t.invitations)
        .where(invited.birth_date != "", invited.expires_at < now - INVITED_KEPT, invited.state != "activated")
        .values(_NOBODY),
        sa.delete(t.changes).where(t.changes.c.kind == "invitation", sa.not_(told)),
        sa.delete(t.changes).where(t.changes.c.kind == "roster", sa.not_(sealed)),
    )


class Housekeeper:
    """The thread that sweeps at the start and then every hour."""

    def __init__(self, database: Database, clock: Callable[[], dt.datetime]) -> None:
        """Prepare."""
        self._database = database
        self._clock = clock
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="housekeeping", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the sweep that is on."""
        self._stopped.set()
        self._thread.join(5.0)

    def _loop(self) -> None:
        while True:
            try:
                sweep(self._database, self._clock())
            except Exception as error:  # noqa: BLE001 - the thread must live on; the next hour tries again
                faults.log(_log, error, "housekeeping")
            if self._stopped.wait(EVERY_S):
                return
