"""How an agent makes sure who chats before an email address changes (S41): a code by phone, or the desk's photo ID."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.portal import digits, identity, limits, sms
from kiosk.portal import tables as people
from kiosk.portal.phone_codes import SENDS_A_DAY
from kiosk.portal.support import acts
from kiosk.portal.support.acts import Act, Told
from kiosk.portal.support.visit import Visit

PHONE_CODE: Final = "phone_code"
DESK_PHOTO_ID: Final = "desk_photo_id"

SENDS: Final = 3
"""Of one chat; as for "Verify by Phone Number." (S29)."""

DESK_CHECK_LIFE: Final = dt.timedelta(hours=24)


def send_phone_code(visit: Visit, chat_id: UUID) -> Told:
    """Send six digits to the number on file; the patient says them in the chat. A new code ends the one before."""
    chat = acts.about(visit, chat_id)
    if isinstance(chat, Told):
        return chat
    account = _account(visit, chat.account_id)
    if account.phone is None:
        return Told.NO_PHONE
    if chat.phone_code_sends >= SENDS:
        return Told.NO_MORE_CODES
    if limits.take(visit.connection, f"sms:{chat.account_id}", visit.now, SENDS_A_DAY) is not None:
        return Told.NO_MORE_CODES
    code = digits.draw()
    acts.change(
        visit,
        chat_id,
        phone_code=digits.hashed(visit.keys, chat_id, code),
        phone_code_until=visit.now + digits.LIFE,
        phone_code_tries=0,
        phone_code_sends=chat.phone_code_sends + 1,
    )
    practice = acts.post(visit, chat).practice
    text = sms.support_code(account.language, practice=practice.name, code=code)
    message = sms.Message(number=account.phone, text=text, expires_at=visit.now + digits.LIFE)
    sms.queue(visit.connection, visit.keys, practice.practice_id, message, visit.now)
    acts.record(visit, Act.PHONE_CODE_SENT, chat_id, chat.account_id)
    return Told.CODE_SENT


def check_phone_code(visit: Visit, chat_id: UUID, typed: str) -> Told:
    """Compare what the patient said; three wrong tries end the code."""
    chat = acts.about(visit, chat_id)
    if isinstance(chat, Told):
        return chat
    if chat.phone_code is None or chat.phone_code_until <= visit.now or chat.phone_code_tries >= digits.TRIES:
        return Told.CODE_EXPIRED
    if digits.agree(visit.keys, chat_id, typed, chat.phone_code):
        acts.change(visit, chat_id, identity_check=PHONE_CODE, phone_code=None)
        acts.record(visit, Act.PHONE_CODE_RIGHT, chat_id, chat.account_id, PHONE_CODE)
        return Told.CODE_RIGHT
    tries = chat.phone_code_tries + 1
    acts.change(visit, chat_id, phone_code_tries=tries)
    acts.record(visit, Act.PHONE_CODE_WRONG, chat_id, chat.account_id)
    return Told.CODE_WRONG if tries < digits.TRIES else Told.CODE_EXPIRED


def use_desk_check(visit: Visit, chat_id: UUID) -> Told:
    """Rely on a photo ID that the desk of the patient's practice saw within the last day."""
    chat = acts.about(visit, chat_id)
    if isinstance(chat, Told):
        return chat
    if not desk_saw(visit, chat.practice_id, chat.account_id):
        return Told.NO_DESK_CHECK
    acts.change(visit, chat_id, identity_check=DESK_PHOTO_ID)
    acts.record(visit, Act.DESK_PHOTO_ID, chat_id, chat.account_id, DESK_PHOTO_ID)
    return Told.DESK_CHECKED


def desk_saw(visit: Visit, practice_id: UUID, account_id: UUID) -> bool:
    """Whether the practice's desk saw a photo ID of the account's holder within the last day (``portal.identity``).

    A check speaks for the account that its own draft made or joined, never for one that it merely looked like.
    """
    its = identity.of_accounts(visit.connection, visit.keys, [account_id]).get(account_id, [])
    return any(check.practice_id == practice_id and check.at > visit.now - DESK_CHECK_LIFE for check in its)


def _account(visit: Visit, account_id: UUID) -> sa.Row[Any]:
    accounts = people.accounts
    return visit.connection.execute(sa.select(accounts).where(accounts.c.account_id == account_id)).one()
