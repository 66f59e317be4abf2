"""``/confirm-password/TOKEN`` and ``/reset-password/TOKEN`` (S38-S40): bcrypt runs off the event loop."""

from __future__ import annotations

import uuid

import sqlalchemy as sa

from kiosk.domain.credentials import Password
from kiosk.domain.refusals import Refusal, Refused
from kiosk.portal import bcrypts, new_password
from kiosk.portal.context import Later
from kiosk.portal.new_password import Confirmation, Confirmed
from kiosk.portal.tokens import Purpose
from kiosk.portal.web import mailed
from kiosk.portal.web.form import Form
from kiosk.portal.web.locked import locked
from kiosk.portal.web.mailed import Opened
from kiosk.portal.web.page import Shown, expired, told
from kiosk.portal.web.visit import Visit


def look_confirm(visit: Visit) -> Shown:
    """Ask for the new password once more."""
    opened = mailed.open_link(visit, Purpose.CONFIRM_PASSWORD)
    return expired(visit) if opened is None else mailed.page(opened, "confirm", asks="password")


def confirm(visit: Visit) -> Shown | Later[Shown]:
    """Confirm the password that waits; a wrong one may be tried again, five times in 15 minutes."""
    opened = mailed.open_link(visit, Purpose.CONFIRM_PASSWORD)
    if opened is None:
        return expired(visit)
    typed = visit.form(opened.words).typed("password")
    answer = new_password.confirm_by_link(visit.connection, visit.keys, visit.asked.token, typed, visit.now)
    if isinstance(answer, Confirmation):
        return _confirmed(opened, answer)
    later = answer

    def finish(connection: sa.Connection, result: object) -> Shown:
        return _confirmed(opened, later.finish(connection, result))

    return Later(later.compute, finish)


def _confirmed(opened: Opened, answer: Confirmation) -> Shown:
    visit, words = opened.visit, opened.words
    match answer.state:
        case Confirmed.DONE:
            return _changed(opened)
        case Confirmed.WRONG:
            form = visit.form(words)
            form.say("password", words("confirm.wrong"))
            return mailed.page(opened, "confirm", asks="password", form=form)
        case Confirmed.LOCKED:
            return locked(visit, words, opened.practice, answer.until)
        case Confirmed.GONE:
            return expired(visit)


def look_reset(visit: Visit) -> Shown:
    """Ask for a new password, twice, with the three rules before typing (S5-S7)."""
    opened = mailed.open_link(visit, Purpose.DIRECT_RESET)
    return expired(visit) if opened is None else mailed.page(opened, "reset", asks="passwords")


def reset(visit: Visit) -> Shown | Later[Shown]:
    """Take a new password; everything else of the account ends, and a notice goes out (S40)."""
    opened = mailed.open_link(visit, Purpose.DIRECT_RESET)
    if opened is None:
        return expired(visit)
    form = visit.form(opened.words)
    password = typed_twice(form)
    if password is None:
        return mailed.page(opened, "reset", asks="passwords", form=form)
    text = password.text

    def finish(connection: sa.Connection, password_hash: str) -> Shown:
        again = mailed.open_link(visit.within(connection), Purpose.DIRECT_RESET)
        if again is None or not again.use():
            return expired(visit.within(connection))
        post = again.visit.post(again.practice)
        new_password.replace(post, again.account.account_id, password_hash, uuid.uuid4())
        return _changed(again)

    return Later(lambda: bcrypts.new_hash(text), finish)


def typed_twice(form: Form) -> Password | None:
    """A new password, exactly as typed; None with the problems noted."""
    password = form.take("password", Password.parse(form.typed("password")))
    if password is not None and form.typed("again") != password.text:
        form.take("again", Refused(Refusal.PASSWORDS_DIFFER))
        return None
    return password


def _changed(opened: Opened) -> Shown:
    words = opened.words
    return told(words, opened.practice, words("confirm.done"), words("confirm.done_lead"), done=True)
