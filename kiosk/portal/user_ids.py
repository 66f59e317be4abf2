"""The user ID of an account that was made without one, because the wished one was taken (S4): chosen later, once."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.values import UserId
from kiosk.portal import cases, letters, tokens
from kiosk.portal import tables as t
from kiosk.portal.letters import Post


def take(connection: sa.Connection, account_id: UUID, user_id: UserId) -> bool:
    """Write it; a UNIQUE constraint decides between two who want it at once.

    Returns:
        False if somebody has it, or the account has one by now; nothing was written then.
    """
    mine = (t.accounts.c.account_id == account_id, t.accounts.c.user_id.is_(None))
    try:
        with connection.begin_nested():
            return connection.execute(sa.update(t.accounts).where(*mine).values(user_id=user_id.text)).rowcount == 1
    except sa.exc.IntegrityError:
        return False


def taken(post: Post, account_id: UUID) -> None:
    """The account is whole: its welcome mail goes out (S8), the mailed link holds no more, the desk's task is over.

    The last thing a transaction does, since it writes changes.
    """
    connection = post.connection
    letters.welcome(post, account_id)
    tokens.void(connection, tokens.Purpose.CHOOSE_USER_ID, account_id, post.now)
    cases.settle(connection, "user_id_taken", account_id, post.now)
