"""Which module decides which operation; what no module can read waits, or is refused as malformed.

One operation never stops its device: where deciding it meets a fault of ours, what it wrote is undone, it waits at the
device (``deferred.fault``), a person hears of it, and the rest of the batch goes on.
"""

from __future__ import annotations

import logging
from typing import Final

import sqlalchemy as sa

from kiosk.domain.desk_operations import (
    Invitation,
    InvitationDelivered,
    InvitationReissued,
    InvitationRevoked,
    Resolution,
    StaffAdded,
    StaffUpdated,
)
from kiosk.domain.operations import BODIES, Body
from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import Activation, CallBack, DeskRequest, ProfileUpdate, SignUp
from kiosk.portal import (
    activations,
    call_backs,
    deliveries,
    desk_requests,
    engine,
    faults,
    invitations,
    profiles,
    refused,
    reissues,
    resolutions,
    sign_up,
    staff,
)
from kiosk.portal.people import MalformedError
from kiosk.portal.turn import Turn
from kiosk.protocol import envelope as envelopes
from kiosk.protocol.envelope import Envelope, EnvelopeError

_log = logging.getLogger(__name__)

_TRIES: Final = 3
"""How often an operation is decided that finds a key taken: what took it is seen the next time."""


def decide(turn: Turn, envelope: Envelope) -> Outcome:
    """Decide an operation that nobody has decided before; what it wrote is undone if it is malformed, or a fault.

    Raises:
        sqlalchemy.exc.DBAPIError: the database is gone, full or busy: the whole request is tried again.
    """
    header = envelope.header
    try:
        envelopes.verify(envelope, turn.device.public_key)
    except EnvelopeError:
        return Outcome.REJECTED_MALFORMED
    if (header.kind, header.schema) not in BODIES:
        return Outcome.DEFERRED_SCHEMA
    sealing_key = turn.keys.sealing.get(header.key_id)
    if sealing_key is None:
        return Outcome.DEFERRED_DEPENDENCY  # a key that is not in the key file (yet, or any more)
    for left in reversed(range(_TRIES)):
        try:
            with turn.connection.begin_nested():
                return _decide_body(turn, envelopes.open_body(envelope, sealing_key))
        except (EnvelopeError, MalformedError):
            turn.forget()
            return Outcome.REJECTED_MALFORMED
        except Exception as error:  # a fault in one operation must not hold up its device for ever
            turn.forget()
            if engine.is_passing(error):
                raise
            if left and isinstance(error, sa.exc.IntegrityError):
                continue
            faults.log(_log, error, f"an operation of kind {header.kind} waits")
            break
    refused.tell_waiting(turn)
    return Outcome.DEFERRED_FAULT


def _decide_body(turn: Turn, body: Body) -> Outcome:
    """Raises MalformedError: the device sent nonsense."""
    match body:
        case SignUp():
            return sign_up.decide(turn, body)
        case Activation():
            return activations.decide(turn, body)
        case Invitation():
            return invitations.decide(turn, body)
        case InvitationDelivered():
            return deliveries.decide(turn, body)
        case InvitationRevoked():
            return reissues.revoke(turn, body)
        case InvitationReissued():
            return reissues.reissue(turn, body)
        case DeskRequest():
            return desk_requests.decide(turn, body)
        case Resolution():
            return resolutions.decide(turn, body)
        case StaffAdded():
            return staff.add(turn, body)
        case StaffUpdated():
            return staff.update(turn, body)
        case ProfileUpdate():
            return profiles.decide(turn, body)
        case CallBack():
            return call_backs.decide(turn, body)
