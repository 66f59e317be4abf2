"""The page "Verify by Phone Number." (S29): six digits to the number on file, if it is the one that was typed.

The number on file is never shown, not even in part, and no answer tells whether the typed one is it.
"""

from __future__ import annotations

import datetime as dt
from typing import Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.refusals import Refused
from kiosk.domain.values import Phone
from kiosk.portal import digits, facts, flows, limits, lockouts, match_lookup, sms
from kiosk.portal import tables as t
from kiosk.portal.context import Context
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Flow, Purpose
from kiosk.portal.lockouts import Tried
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.commands import CheckPhoneCode, Done, SendPhoneCode

SENDS: Final = (3, flows.LIFE)
"""Codes in one flow (S29)."""

SENDS_A_DAY: Final = (10, limits.DAY)
"""Messages to one account; what is asked beyond is answered alike and sends none."""


def send(context: Context, asked: SendPhoneCode) -> Done:
    """Send six digits, if the number is on file; without a word about whether it is.

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through.
    """
    typed = Phone.parse(asked.phone)
    if isinstance(typed, Refused):
        raise RequestRefusedError("malformed", "not a phone number")
    flow = _flow(context, asked.flow)
    if flow is None:
        return Done(state="expired")
    until = lockouts.until(context.connection, _key(context, flow), context.now)
    if until is not None:
        return Done(state="locked", until=lockouts.clock(until))
    again = limits.take(context.connection, f"phone:{flow.flow_id}", context.now, SENDS)
    if again is not None:
        return Done(state="wait", until=again)
    code = digits.draw()
    fits = _send(context, flow, typed, code)
    data = flow.data | {
        "code": digits.hashed(context.keys, flow.flow_id, code),
        "ends": (context.now + digits.LIFE).isoformat(),
        "fits": "1" if fits else "",
    }
    flows.change(context.connection, context.keys, flow, data=data, tries=0)
    return Done(state="done")


def check(context: Context, asked: CheckPhoneCode) -> Done:
    """Note for the draft that the phone is the account's, and mail its user ID; or count a wrong code."""
    flow = _flow(context, asked.flow)
    if flow is None or "code" not in flow.data or flow.tries >= digits.TRIES:
        return Done(state="expired")
    if context.now >= dt.datetime.fromisoformat(flow.data["ends"]):
        return Done(state="expired")
    agreed = digits.agree(context.keys, flow.flow_id, asked.code, flow.data["code"])
    right = agreed and bool(flow.data["fits"])  # nobody was sent the digits of a number that is not on file
    until = lockouts.judge(context.connection, _key(context, flow), context.now, right=right)
    if until is not None:
        return Done(state="locked", until=lockouts.clock(until))
    if not right:
        flows.change(context.connection, context.keys, flow, tries=flow.tries + 1)
        return Done(state="wrong")
    if flow.subject is not None and flow.account_id is not None:
        practice_id = context.caller.practice_id
        facts.note(context.connection, practice_id, flow.subject, Fact.PHONE, context.now, of=flow.account_id)
        match_lookup.tell(context.post, flow.account_id, flow.subject)
    return Done(state="done")


def _send(context: Context, flow: Flow, typed: Phone, code: str) -> bool:
    """Queue the message if the number is the account's; whether it is."""
    query = sa.select(t.accounts.c.phone_cmp, t.accounts.c.phone, t.accounts.c.language)
    query = query.where(t.accounts.c.account_id == flow.account_id)
    account = context.connection.execute(query).one_or_none()
    if account is None or account.phone_cmp != typed.comparison:
        return False
    if limits.take(context.connection, f"sms:{flow.account_id}", context.now, SENDS_A_DAY) is None:
        practice = context.post.practice
        text = sms.phone_code(account.language, practice=practice.name, code=code)
        message = sms.Message(number=typed.e164, text=text, expires_at=context.now + digits.LIFE)
        sms.queue(context.connection, context.keys, practice.practice_id, message, context.now)
    return True


def _flow(context: Context, flow_id: UUID) -> Flow | None:
    return flows.get(context.connection, context.keys, context.caller, Purpose.MATCH, flow_id, context.now)


def _key(context: Context, flow: Flow) -> str:
    return lockouts.key_of(context.keys, Tried.PHONE, str(flow.account_id or flow.flow_id))
