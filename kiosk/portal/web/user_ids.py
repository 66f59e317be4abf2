"""``/choose-user-id/TOKEN``: the wished user ID was taken, another is chosen (S4)."""

from __future__ import annotations

from kiosk.domain.values import UserId
from kiosk.portal import user_ids
from kiosk.portal.tokens import Purpose
from kiosk.portal.web import mailed
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
            if not user_ids.take(visit.connection, opened.account.account_id, user_id):
                savepoint.rollback()  # the link stays good for another try
                form.say("user_id", words("sentences.user_id_taken"))
    if form.problems:
        return mailed.page(opened, "user_id", asks="user_id", form=form)
    user_ids.taken(visit.post(opened.practice), opened.account.account_id)
    return told(
        words,
        opened.practice,
        words("user_id.done"),
        words("user_id.done_lead"),
        done=True,
        address=opened.practice.host,
    )
