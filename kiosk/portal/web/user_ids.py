"""``/choose-user-id/TOKEN``: the wished user ID was taken, another is chosen (S4)."""

from __future__ import annotations

import sqlalchemy as sa

from kiosk.domain.values import UserId
from kiosk.portal import cases, changes, letters
from kiosk.portal import tables as t
from kiosk.portal.tokens import Purpose
from kiosk.portal.web import mailed
from kiosk.portal.web.mailed import Opened
from kiosk.portal.web.page import Shown, expired, told
from kiosk.portal.web.visit import Visit


def look(visit: Visit) -> Shown:
    """Ask for another user ID."""
    opened = mailed.open_link(visit, Purpose.CHOOSE_USER_ID)
    return expired(visit) if opened is None else mailed.page(opened, "user_id", asks="user_id")


def submit(visit: Visit) -> Shown:
    """Take it, if it is free; then the account is whole, and its welcome mail goes out (S8)."""
    opened = mailed.open_link(visit, Purpose.CHOOSE_USER_ID)
    if opened is None or opened.account.user_id is not None:
        return expired(visit)
    words = opened.words
    form = visit.form(words)
    user_id = form.take("user_id", UserId.parse(form.typed("user_id")))
    if user_id is not None:
        with visit.connection.begin_nested() as savepoint:
            if not opened.use():
                return expired(visit)
            if not _take(opened, user_id):
                savepoint.rollback()  # the link stays good for another try
                form.say("user_id", words("sentences.user_id_taken"))
    if form.problems:
        return mailed.page(opened, "user_id", asks="user_id", form=form)
    practice_id, account_id = opened.practice.practice_id, opened.account.account_id
    letters.welcome(visit.post(opened.practice), account_id)
    settled = cases.withdraw(visit.connection, practice_id, "user_id_taken", visit.now, account_id=account_id)
    changes.append(visit.connection, practice_id, settled)
    return told(
        words,
        opened.practice,
        words("user_id.done"),
        words("user_id.done_lead"),
        done=True,
        address=opened.practice.host,
    )


def _take(opened: Opened, user_id: UserId) -> bool:
    """Write it; a UNIQUE constraint decides between two who want it at once."""
    connection = opened.visit.connection
    mine = (t.accounts.c.account_id == opened.account.account_id, t.accounts.c.user_id.is_(None))
    try:
        with connection.begin_nested():
            return connection.execute(sa.update(t.accounts).where(*mine).values(user_id=user_id.text)).rowcount == 1
    except sa.exc.IntegrityError:
        return False
