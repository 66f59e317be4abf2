"""``/verify-email/TOKEN``: an address becomes proven, or a new one replaces the old (S8, S41)."""

from __future__ import annotations

import uuid

import sqlalchemy as sa

from kiosk.domain.values import Email
from kiosk.portal import cases, letters, tokens
from kiosk.portal import tables as t
from kiosk.portal.people import accepted
from kiosk.portal.tokens import Purpose
from kiosk.portal.web import mailed
from kiosk.portal.web.mailed import Opened
from kiosk.portal.web.page import Shown, expired, told
from kiosk.portal.web.visit import Visit


def look(visit: Visit) -> Shown:
    """Ask; nothing changes before the button is pressed."""
    opened = mailed.open_link(visit, Purpose.VERIFY_EMAIL)
    if opened is None:
        return expired(visit)
    return mailed.page(opened, "verify", lead="lead" if _is_known(opened) else "lead_new")


def submit(visit: Visit) -> Shown:
    """Verify; the notice about a new address goes to the old one."""
    opened = mailed.open_link(visit, Purpose.VERIFY_EMAIL)
    if opened is None or not opened.use():
        return expired(visit)
    words = opened.words
    if not _is_known(opened) and not _replace(opened):
        return told(words, opened.practice, words("verify.taken"), words("verify.taken_lead"), status=409)
    mine = t.accounts.c.account_id == opened.account.account_id
    visit.connection.execute(sa.update(t.accounts).where(mine).values(email_verified=True))
    cases.settle(visit.connection, "mail_failed", opened.account.account_id, visit.now)
    return told(words, opened.practice, words("verify.done"), words("verify.done_lead"), done=True)


def _is_known(opened: Opened) -> bool:
    """Whether the address is the account's already."""
    return bool(accepted(Email.parse(opened.link.data)).comparison == opened.account.email_cmp)


def _replace(opened: Opened) -> bool:
    """Give the account its new address; not if the same person has an account with it already (S26)."""
    connection, account = opened.visit.connection, opened.account
    address = accepted(Email.parse(opened.link.data))
    change = sa.update(t.accounts).where(t.accounts.c.account_id == account.account_id)
    try:
        with connection.begin_nested():
            connection.execute(change.values(email=address.text, email_cmp=address.comparison))
    except sa.exc.IntegrityError:
        return False
    tokens.end(connection, opened.visit.keys, account.account_id, opened.visit.now)  # whoever reads the old one's mail
    if account.email:
        letters.email_changed(opened.visit.post(opened.practice), account.account_id, account.email, uuid.uuid4())
    return True
