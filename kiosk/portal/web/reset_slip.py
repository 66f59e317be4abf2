"""``/r``: a slip of the front desk lets its bearer choose a new password, once, with the date of birth (F7).

The slip's code stands behind the link's "#", which never reaches the portal, or is typed.
"""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode, CodeUse
from kiosk.domain.replies import Reply, ReplyState
from kiosk.domain.values import BirthDate
from kiosk.portal import bcrypts, practices, reset_slips
from kiosk.portal.context import Later
from kiosk.portal.web import passwords
from kiosk.portal.web.form import Form
from kiosk.portal.web.page import BAD, Shown, told
from kiosk.portal.web.visit import Visit
from kiosk.protocol.reset_slip import lookup_id

_DATE: Final = ("month", "day", "year")


def look(visit: Visit) -> Shown:
    """Show the page, empty."""
    return _page(visit, visit.form(visit.words(None, visit.practice)))


def submit(visit: Visit) -> Shown | Later[Shown]:
    """Judge code and date of birth first: only for who has both a password is hashed."""
    form = visit.form(visit.words(None, visit.practice))
    if "lang" in visit.asked.fields:
        return _page(visit, form)
    practice = visit.practices[0]
    # Whoever pastes the whole link means its code; nothing is ever opened.
    scanned = ActivationCode.parse_scan(form.typed("code"), host=practice.host, use=CodeUse.RESET_SLIP)
    code = form.take("code", scanned)
    month, day, year = (form.typed(part) for part in _DATE)
    today = practices.today(practice, visit.now)
    born = form.take("birth_date", BirthDate.parse(month, day, year, today=today), anchor="month")
    password = passwords.typed_twice(form)
    if code is None or born is None or password is None:
        return _page(visit, form)
    sought, birth_date, text = lookup_id(code), born, password.text
    refused = reset_slips.judge(visit.connection, visit.keys, sought, birth_date, visit.now)
    if refused is not None:
        return _answered(visit, form, refused)

    def finish(connection: sa.Connection, password_hash: str) -> Shown:
        its = visit.within(connection)
        reply = reset_slips.use(connection, visit.keys, sought, birth_date, password_hash, visit.now)
        return _answered(its, form, reply)

    return Later(lambda: bcrypts.new_hash(text), finish)


def _answered(visit: Visit, form: Form, reply: Reply) -> Shown:
    words, practice = form.words, visit.practice
    if reply.state is ReplyState.DONE:
        return told(words, practice, words("confirm.done"), words("confirm.done_lead"), done=True)
    if reply.state is ReplyState.LOCKED:
        lead, further = words("locked.lead"), words("slip.locked_next")
        return told(words, practice, words("locked.title"), lead, further, status=429, switch="links")
    form.say("", words("slip.wrong"))
    return _page(visit, form)


def _page(visit: Visit, form: Form) -> Shown:
    return Shown(
        template="reset_slip",
        words=form.words,
        practice=visit.practice,
        status=BAD if form.problems else 200,
        form=form,
        switch="form" if visit.asked.fields else "links",
        script=True,
    )
