"""``/r``: a slip of the front desk tells its bearer the user ID and lets them choose a new password, once (F7).

Two pages: the slip's code, which stands behind the link's "#" or is typed, and the date of birth; then the user ID, or
a field for one where the account has none yet (S4), and the new password. Nothing is kept between them: the second form
holds what was typed into the first, and both are judged again.
"""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode, CodeUse
from kiosk.domain.refusals import Refused
from kiosk.domain.replies import ReplyState, SlipReply
from kiosk.domain.values import BirthDate, UserId
from kiosk.portal import bcrypts, lookups, practices, reset_slips
from kiosk.portal.context import Later
from kiosk.portal.web import passwords
from kiosk.portal.web.form import Form
from kiosk.portal.web.locked import locked
from kiosk.portal.web.page import BAD, Shown, told
from kiosk.portal.web.visit import Visit
from kiosk.protocol.reset_slip import lookup_id
from kiosk.protocol.wire_lookups import UserIdLookup

_DATE: Final = ("month", "day", "year")


def look(visit: Visit) -> Shown:
    """Show the first page, empty."""
    return _page(visit, visit.form(visit.words(None, visit.practice)))


def submit(visit: Visit) -> Shown | Later[Shown]:
    """Judge code and date of birth, on either page: only for who has both a password is hashed."""
    form = visit.form(visit.words(None, visit.practice))
    chooses = form.typed("step") == "choose"
    switches = "lang" in visit.asked.fields
    if switches and not chooses:
        return _page(visit, form)
    practice = visit.practices[0]
    # Whoever pastes the whole link means its code; nothing is ever opened.
    scanned = ActivationCode.parse_scan(form.typed("code"), host=practice.host, use=CodeUse.RESET_SLIP)
    code = form.take("code", scanned)
    born = form.take("birth_date", _born(visit, practice, form), anchor="month")
    if code is None or born is None:
        return _page(visit, form)
    sought = lookup_id(code)
    judged = reset_slips.judge(visit.connection, visit.keys, sought, born, visit.now)
    if judged.state is not ReplyState.DONE:
        return _refused(visit, form, judged)
    if switches or not chooses:
        return _choices(visit, form, judged)
    return _chosen(visit, form, judged, sought, born)


def _born(visit: Visit, practice: sa.Row[Any], form: Form) -> BirthDate | Refused:
    month, day, year = (form.typed(part) for part in _DATE)
    return BirthDate.parse(month, day, year, today=practices.today(practice, visit.now))


def _chosen(visit: Visit, form: Form, judged: SlipReply, sought: str, born: BirthDate) -> Shown | Later[Shown]:
    """The second page: everything of it is judged at once, then the password is hashed."""
    user_id = None
    if not judged.user_id:
        user_id = form.take("user_id", UserId.parse(form.typed("user_id")))
        if user_id is not None and not lookups.user_id(visit.connection, UserIdLookup(user_id=user_id.text)).free:
            form.say("user_id", form.words("sentences.user_id_taken"))
    password = passwords.typed_twice(form)
    if form.problems or password is None:
        return _choices(visit, form, judged)
    text = password.text

    def finish(connection: sa.Connection, password_hash: str) -> Shown:
        its = visit.within(connection)
        reply = reset_slips.use(connection, visit.keys, sought, born, password_hash, visit.now, user_id=user_id)
        if reply.taken:
            form.say("user_id", form.words("sentences.user_id_taken"))
            return _choices(its, form, judged)
        return _done(its, form, judged, reply) if reply.state is ReplyState.DONE else _refused(its, form, reply)

    return Later(lambda: bcrypts.new_hash(text), finish)


def _done(visit: Visit, form: Form, judged: SlipReply, reply: SlipReply) -> Shown:
    words = form.words
    heading = words("confirm.done" if judged.user_id else "slip.done")
    yours = words("slip.yours", user_id=reply.user_id)
    return told(words, visit.practice, heading, yours, words("confirm.done_lead"), done=True)


def _refused(visit: Visit, form: Form, reply: SlipReply) -> Shown:
    """Both pages end here alike, whatever does not hold."""
    words, practice = form.words, visit.practice
    if reply.state is ReplyState.LOCKED:
        return locked(visit, words, practice, reply.until, words("slip.locked_next"))
    form.problems.clear()
    form.say("", words("slip.wrong"))
    return _page(visit, form)


def _choices(visit: Visit, form: Form, judged: SlipReply) -> Shown:
    """The second page: the holder's user ID, or the field for one, and the new password."""
    return Shown(
        template="slip_choices",
        words=form.words,
        practice=visit.practice,
        status=BAD if form.problems else 200,
        form=form,
        values={"user_id": judged.user_id, "proved": ("code", *_DATE)},
        switch="form",
    )


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
