"""What travels between the pages of an activation, encrypted: the portal keeps nothing of who has not finished."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any, Final
from uuid import UUID

import msgspec
import sqlalchemy as sa
from cryptography.exceptions import InvalidTag

from kiosk.domain.activation import ActivationCode
from kiosk.domain.patient_operations import Activation
from kiosk.domain.values import BirthDate, Relationship, ZipCode
from kiosk.portal.devices import Device
from kiosk.portal.turn import Turn
from kiosk.portal.web.visit import Visit
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.envelope import VERSION, Header

LIFE: Final = dt.timedelta(minutes=30)
"""How long the second page may be filled in; the first one is quickly answered again."""

_CONTEXT: Final = b"kiosk-web-activation/1"
_NOBODY: Final = UUID(int=0)


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the first page proved.

    Attributes:
        op_id: of the decision that follows, so that pressing twice makes one case.
        invitation_id: the decision's subject, as at the tablet.
        at: when it was proved, UTC.
        made: whether this visitor made the account: who only opened the invitation changes nobody's profile.
    """

    op_id: UUID
    practice_id: UUID
    invitation_id: UUID
    code: str
    birth_date: str
    zip_code: str
    relationship: str
    at: dt.datetime
    made: bool = False

    @property
    def for_other(self) -> bool:
        """Whether somebody else than the patient fills the pages in, and gives the own name (S11)."""
        return self.relationship != Relationship.SELF.value

    def __repr__(self) -> str:
        return "State(…)"


def begun(
    visit: Visit,
    row: sa.Row[Any],
    *,
    code: ActivationCode,
    born: BirthDate,
    zip_code: ZipCode | None,
    relationship: Relationship,
) -> State:
    """What the first page proved of the invitation ``row``."""
    return State(
        op_id=uuid.uuid4(),
        practice_id=row.practice_id,
        invitation_id=row.invitation_id,
        code=code.symbols,
        birth_date=born.date.isoformat(),
        zip_code=zip_code.text if zip_code else "",
        relationship=relationship.value,
        at=visit.now,
    )


def sealed(visit: Visit, state: State) -> str:
    """For a hidden field."""
    return b64encode(visit.keys.encrypt(msgspec.json.encode(state), _CONTEXT))


def opened(visit: Visit, text: str) -> State | None:
    """What ``sealed`` made; None for anything else, too old, or another practice's."""
    try:
        state = msgspec.json.decode(visit.keys.decrypt(b64decode(text), _CONTEXT), type=State)
    except (ValueError, InvalidTag):  # msgspec's errors are ValueErrors
        return None
    known = {practice.practice_id for practice in visit.practices}
    return state if state.practice_id in known and visit.now - state.at < LIFE else None


def practice_of(visit: Visit, state: State) -> sa.Row[Any]:
    """The practice of a state that ``opened`` gave."""
    return next(practice for practice in visit.practices if practice.practice_id == state.practice_id)


def nobodys_device(practice: sa.Row[Any]) -> Device:
    """What stands where a tablet's question or operation names its device: nothing of it is ever written."""
    return Device(_NOBODY, practice.practice_id, "tablet", b"")


def turn(visit: Visit, practice: sa.Row[Any], state: State, *, op_id: UUID | None = None) -> Turn:
    """A decision's turn: like a tablet's operation, but recorded by no device."""
    header = Header(
        v=VERSION,
        op_id=op_id or state.op_id,
        device_id=_NOBODY,
        seq=0,
        prev="",
        kind=Activation.KIND,
        schema=Activation.SCHEMA,
        subject=state.invitation_id,
        recorded_at=visit.now,
        key_id="",
    )
    return Turn(
        connection=visit.connection,
        practice=practice,
        device=nobodys_device(practice),
        header=header,
        keys=visit.keys,
        now=visit.now,
    )


def new_id() -> UUID:
    """A fresh operation id."""
    return uuid.uuid4()
