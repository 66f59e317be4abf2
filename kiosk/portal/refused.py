"""A record that the portal cannot take from a tablet becomes a task of the practice's desk (F4).

The tablet keeps it, sealed and quarantined, and can tell nobody but the next patient; a desk shows its own.
"""

from __future__ import annotations

from kiosk.portal import cases
from kiosk.portal.cases import Case
from kiosk.portal.turn import Turn


def tell(turn: Turn) -> None:
    """Open one case for the tablet, however many records of it are refused until somebody has looked.

    The device's row is locked by this transaction, so two cannot be opened at once.
    """
    device = turn.device
    if device.role != "tablet" or cases.is_open(turn.connection, turn.practice_id, "record_refused", device.device_id):
        return
    case = Case(kind="record_refused", subject=device.device_id)
    turn.changed.extend(cases.open_case(turn.connection, None, turn.practice_id, case, turn.now))
