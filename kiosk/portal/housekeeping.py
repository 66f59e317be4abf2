"""What the portal forgets by itself, once an hour: counters, proofs and links that can serve nobody any more.

Without it anybody on the internet could fill the database with counters of codes that there are not. Receipts, mails'
dedupe keys and accounts never go.
"""

from __future__ import annotations

import datetime as dt
import logging
import threading
from collections.abc import Callable
from typing import Final

import sqlalchemy as sa

from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.engine import Database
from kiosk.portal.lockouts import FOR_GOOD, Tried

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


def sweep(connection: sa.Connection, now: dt.datetime) -> int:
    """Delete what is of no use; returns how many rows went."""
    counters, facts, flows, checks = t.lockouts.c, tp.draft_facts.c, tp.flows.c, tp.identity_checks.c
    for_good = sa.and_(counters.locked_until.is_not(None), counters.locked_until >= FOR_GOOD)
    slips = counters.key.startswith(f"{Tried.RESET_SLIP.value}:", autoescape=True)
    gone = (
        sa.delete(t.lockouts).where(counters.touched_at < now - SLIPS_KEPT, slips),
        sa.delete(t.lockouts).where(counters.touched_at < now - COUNTERS_KEPT, sa.not_(for_good)),
        sa.delete(tp.draft_facts).where(facts.at < now - FACTS_KEPT),
        sa.delete(tp.identity_checks).where(checks.account_id.is_(None), checks.at < now - FACTS_KEPT),
        sa.delete(tp.flows).where(flows.expires_at < now),
        sa.delete(tp.tokens).where(tp.tokens.c.expires_at < now - LINKS_KEPT),
        sa.delete(tp.pending_passwords).where(tp.pending_passwords.c.expires_at < now - LINKS_KEPT),
        sa.delete(tp.sms_outbox).where(tp.sms_outbox.c.expires_at < now - LINKS_KEPT),
    )
    return sum(connection.execute(statement).rowcount for statement in gone)


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
                self._database.run(lambda connection: sweep(connection, self._clock()))
            except Exception as error:  # noqa: BLE001 - the thread must live on; the next hour tries again
                _log.error("housekeeping failed: %s", type(error).__name__)
            if self._stopped.wait(EVERY_S):
                return
