"""Which module decides which operation; what no module can read waits, or is refused as malformed."""

from __future__ import annotations

from kiosk.domain.operations import (
    BODIES,
    Activation,
    Body,
    CallBack,
    DeskRequest,
    Invitation,
    InvitationDelivered,
    InvitationReissued,
    InvitationRevoked,
    ProfileUpdate,
    Resolution,
    SignUp,
    StaffAdded,
    StaffUpdated,
)
from kiosk.domain.outcomes import Outcome
from kiosk.portal import (
    activations,
    call_backs,
    deliveries,
    desk_requests,
    invitations,
    profiles,
    reissues,
    resolutions,
    sign_up,
    staff,
)
from kiosk.portal.people import MalformedError
from kiosk.portal.turn import Turn
from kiosk.protocol import envelope as envelopes
from kiosk.protocol.envelope import Envelope, EnvelopeError


def decide(turn: Turn, envelope: Envelope) -> Outcome:
    """Decide an operation that nobody has decided before; what it wrote is undone if it is malformed."""
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
    try:
        body = envelopes.open_body(envelope, sealing_key)
        if isinstance(body, SignUp):
            return sign_up.decide(turn, body)  # refuses before it writes: nothing would have to be undone
        with turn.connection.begin_nested():
            return _decide_body(turn, body)
    except (EnvelopeError, MalformedError):
        turn.changed.clear()
        turn.unsealed.clear()
        return Outcome.REJECTED_MALFORMED


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
