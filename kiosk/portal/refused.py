"""A record that the portal cannot take, or not yet, becomes a task of the practice's desk (F4).

The device keeps it, sealed. A tablet can tell nobody but the next patient; a desk shows its own refused ones, but does
not know that one waits for a cure at the portal.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from kiosk.domain.outcomes import Outcome
from kiosk.portal import cases
from kiosk.portal import tables as t
from kiosk.portal.cases import Case, Kind
from kiosk.portal.changes import Changed
from kiosk.portal.turn import Turn

_WAITS: Final[Kind] = "record_waits"


def tell(turn: Turn) -> None:
    """Open one case for the tablet, however many records of it are refused until somebody has looked."""
    if turn.device.role == "tablet":
        _once(turn, "record_refused")


def tell_waiting(turn: Turn) -> None:
    """Open one case for the device, however many records of it meet a fault of the portal."""
    _once(turn, _WAITS)


def end_waiting(turn: Turn) -> list[Changed]:
    """Withdraw that case once none of the device's records waits for a cure any more; returns what desks learn."""
    its = t.deferrals.c
    left = sa.select(its.seq).where(its.device_id == turn.device.device_id, its.outcome == Outcome.DEFERRED_FAULT.value)
    if turn.connection.execute(left.limit(1)).first() is not None:
        return []
    return cases.withdraw(turn.connection, turn.practice_id, _WAITS, turn.now, subject=turn.device.device_id)


def _once(turn: Turn, kind: Kind) -> None:
    """The device's row is locked by this transaction, so two cases cannot be opened at once."""
    device_id = turn.device.device_id
    if not cases.is_open(turn.connection, turn.practice_id, kind, device_id):
        case = Case(kind=kind, subject=device_id)
        turn.changed.extend(cases.open_case(turn.connection, None, turn.practice_id, case, turn.now))
