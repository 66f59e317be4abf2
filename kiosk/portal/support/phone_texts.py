"""The text message with a phone code, as support sends it (S41)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa

from kiosk.portal.letters import Post


def send_code(post: Post, account: sa.Row[Any], code: str, until: dt.datetime) -> None:
    """Queue the text to the number on file, in the account's language."""
    raise NotImplementedError
