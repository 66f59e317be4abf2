"""``/a``: an invitation is activated at home (S9, S10, S13, S14), by the tablet's rules and counters.

Two pages: code, date of birth and ZIP; then what the invitation lacks, user ID, password, secret question and consent.
Nothing is kept between them: what the first page proved travels in the second one's form, encrypted and for a while.
"""

from __future__ import annotations

from typing import Any, Final

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.domain.age import AgeDecision
from kiosk.domain.values import BirthDate, Relationship, ZipCode
from kiosk.portal import codes, facts, lookups, practices
from kiosk.portal.context import Later
from kiosk.portal.facts import Fact
from kiosk.portal.web import account, profile
from kiosk.portal.web.form import Form
from kiosk.portal.web.locked import locked
from kiosk.portal.web.page import BAD, Shown, told
from kiosk.portal.web.state import begun, nobodys_device, opened
from kiosk.portal.web.visit import Visit
from kiosk.protocol.roster import lookup_id
from kiosk.protocol.wire_lookups import InvitationLookup

_DATE: Final = ("month", "day", "year")


def look(visit: Visit) -> Shown:
    """Show the first page, empty: the code stands behind the link's "#", which never reaches the portal."""
    return _page(visit, visit.form(visit.words(None, visit.practice)))


def submit(visit: Visit) -> Shown | Later[Shown]:
    """Answer whichever page was sent; one whose time is over begins again."""
    step = visit.asked.fields.get("step", "")
    if step not in ("account", "profile"):
        return _check(visit)
    state = opened(visit, visit.asked.fields.get("state", ""))
    if state is None:
        return _page(visit, Form({}, visit.words(None, visit.practice)), late=True)
    return account.submit(visit, state) if step == "account" else profile.submit(visit, state)


def _check(visit: Visit) -> Shown:
    """Look for the invitation: neutral, and after five wrong tries locked, like the tablet (S13)."""
    form = visit.form(visit.words(None, visit.practice))
    if "lang" in visit.asked.fields:
        return _page(visit, form)
    # Whoever pastes the whole link means its code; nothing is ever opened.
    code = form.take("code", ActivationCode.parse_scan(form.typed("code"), host=visit.practices[0].host))
    practice = visit.practices[0] if code is None else _practice(visit, code)
    month, day, year = (form.typed(part) for part in _DATE)
    today = practices.today(practice, visit.now)
    born = form.take("birth_date", BirthDate.parse(month, day, year, today=today), anchor="month")
    has_zip = bool(form.typed("zip_code").strip()) or not form.typed("no_zip")
    zip_code = form.take("zip_code", ZipCode.parse(form.typed("zip_code"))) if has_zip else None
    relationship = form.choose("relationship", Relationship, Relationship.SELF.value)
    if form.problems or code is None or born is None or relationship is None:
        return _page(visit, form)
    age = practices.age_decision(practice, born, relationship, visit.now)
    if age is AgeDecision.GUARDIAN:
        form.say("relationship", form.words("sentences.guardian"), anchor=f"relationship-{Relationship.CHILD.value}")
        return _page(visit, form)
    sought = lookup_id(code, practice.practice_id)
    asked = InvitationLookup(lookup_id=sought, birth_date=born.comparison, zip_code=zip_code.text if zip_code else "")
    answer = lookups.invitation(visit.connection, nobodys_device(practice), asked, visit.now)
    if answer.state == "locked":
        further = form.words("locked.next" if visit.practice else "locked.next_unknown")
        return locked(visit, form.words, visit.practice, answer.until, further)
    row = codes.find(visit.connection, practice.practice_id, sought, visit.now) if answer.state == "match" else None
    if row is None:
        form.say("", form.words("sentences.no_match"))
        return _page(visit, form)
    known = facts.known(visit.connection, practice.practice_id, row.invitation_id)
    if age is AgeDecision.DESK and Fact.ALLOWED_MINOR not in known:
        words = visit.words(row.language, practice)
        return told(words, practice, words("ending.desk"), words("outcomes.minor"), words("ending.minor_lead"))
    state = begun(visit, row, code=code, born=born, zip_code=zip_code, relationship=relationship)
    return account.page(visit, state, practice, row)


def _practice(visit: Visit, code: ActivationCode) -> sa.Row[Any]:
    """The practice that made the code, where several share a host; the first, for a code that nobody made."""
    made = (
        practice
        for practice in visit.practices
        if codes.look(visit.connection, practice.practice_id, lookup_id(code, practice.practice_id)) is not None
    )
    return next(made, visit.practices[0])


def _page(visit: Visit, form: Form, *, late: bool = False) -> Shown:
    if "relationship" not in form.fields:
        form.fields = {**form.fields, "relationship": Relationship.SELF.value}
    return Shown(
        template="activate",
        words=form.words,
        practice=visit.practice,
        status=BAD if form.problems or late else 200,
        form=form,
        values={"relationships": form.words.group("relationships"), "late": late},
        switch="form" if visit.asked.fields else "links",
        script=True,
    )
