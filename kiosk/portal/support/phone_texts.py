"""The text message with a phone code, as support sends it (S41)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa

from kiosk.portal.letters import Post


def send_code(post: Post, account: sa.Row[Any], code: str, until: dt.datetime) -> None:
    """Queue the text to the number on file, in the account's language."""
    import uuid

    import msgspec

    from kiosk.portal import tables_people as tp

    sms_id = uuid.uuid4()
    payload = post.keys.encrypt(
        msgspec.json.encode({"to": account.phone, "text": f"Your code is {code}."}), sms_id.bytes
    )
    post.connection.execute(
        sa.insert(tp.sms_outbox).values(
            sms_id=sms_id,
            practice_id=post.practice.practice_id,
            payload=payload,
            state="waiting",
            attempts=0,
            next_try=post.now,
            created_at=post.now,
            expires_at=until,
        )
    )
