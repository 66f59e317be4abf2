"""Requests to be called or written back by support (S40): shown to support's agents, and to the practice's desk (F4).

Each list ends on its own: an agent may have called, and the desk may still want to, or the other way round.
"""

from __future__ import annotations

import msgspec
import sqlalchemy as sa

from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import CallBack
from kiosk.domain.refusals import Refused
from kiosk.domain.support import ChatTopic
from kiosk.domain.values import Email, Language, Phone
from kiosk.portal import cases
from kiosk.portal import tables_support as ts
from kiosk.portal.cases import Case
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.people import MalformedError, accepted, one_of
from kiosk.portal.turn import Turn

NAME_MAX = 100


def decide(turn: Turn, body: CallBack) -> Outcome:
    """Keep the request for support, under the operation's id, and tell the desk.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    if not body.name.strip() or len(body.name) > NAME_MAX or not body.name.isprintable():
        raise MalformedError("not a name")
    if isinstance(Phone.parse(body.contact), Refused):
        accepted(Email.parse(body.contact))
    call_back_id = turn.header.op_id
    turn.connection.execute(
        sa.insert(ts.call_backs).values(
            call_back_id=call_back_id,
            practice_id=turn.practice_id,
            data=turn.keys.encrypt(msgspec.json.encode(body), call_back_id.bytes),
            topic=one_of(ChatTopic, body.topic).value,
            language=one_of(Language, body.language).value,
            state="open",
            created_at=turn.now,
        )
    )
    case = Case(
        kind="call_back",
        subject=turn.header.subject,
        op_id=call_back_id,
        body=body,
        reasons=(one_of(ChatTopic, body.topic).value,),
    )
    turn.changed.extend(cases.open_case(turn.connection, turn.keys, turn.practice_id, case, turn.now))
    return Outcome.ACCEPTED


def read(keys: PortalKeys, row: sa.Row[tuple[object, ...]]) -> CallBack:
    """What was asked, of a row of ``call_backs`` whose data is still there."""
    return msgspec.json.decode(keys.decrypt(row.data, row.call_back_id.bytes), type=CallBack)
