"""The end of ``/a``: "Congratulations! You have an account." and "update profile" (S15)."""

from __future__ import annotations

from typing import Any

import msgspec
import sqlalchemy as sa

from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import ProfileUpdate
from kiosk.domain.profile import Address, ContactPreference
from kiosk.domain.values import Language
from kiosk.portal import changes, profiles
from kiosk.portal.web.form import Form
from kiosk.portal.web.page import BAD, Shown, expired, told
from kiosk.portal.web.state import State, new_id, practice_of, sealed, turn
from kiosk.portal.web.visit import Visit
from kiosk.portal.web.wording import LANGUAGES, Words


def page(
    visit: Visit,
    state: State,
    practice: sa.Row[Any],
    words: Words,
    form: Form | None = None,
    *,
    mailed: bool = False,
) -> Shown:
    """Congratulate, and offer what may be added; nothing of it has to be.

    Args:
        mailed: a welcome mail is on its way.
    """
    first = {"spoken": words.language, "preference": ContactPreference.EMAIL.value}
    return Shown(
        template="profile",
        words=words,
        practice=practice,
        status=BAD if form and form.problems else 200,
        form=form or Form(first, words),
        values={
            "state": sealed(visit, msgspec.structs.replace(state, made=True)),
            "mailed": mailed,
            "spoken": LANGUAGES,
            "preferences": [(one.value, words(f"profile.preference_{one.value}")) for one in ContactPreference],
        },
        switch="form",
    )


def submit(visit: Visit, state: State) -> Shown:
    """Take what was added, or nothing."""
    if not state.made:
        return expired(visit)
    practice = practice_of(visit, state)
    words = visit.words(None, practice)
    form = visit.form(words)
    if "lang" in visit.asked.fields:
        return page(visit, state, practice, words, form)
    if "skip" not in visit.asked.fields:
        address = form.take("address", Address.parse(form.typed("address")))
        spoken = form.choose("spoken", Language, words.language)
        preference = form.choose("preference", ContactPreference, ContactPreference.EMAIL.value)
        if address is None or spoken is None or preference is None:
            return page(visit, state, practice, words, form)
        body = ProfileUpdate(
            phone=None,
            address=address.text or None,
            language=spoken.value,
            contact_preference=preference.value,
        )
        decision = turn(visit, practice, state, op_id=new_id())
        if profiles.decide(decision, body) is not Outcome.ACCEPTED:
            return expired(visit)
        changes.append(visit.connection, practice.practice_id, decision.changed)
    lead = words("ending.active_lead" if "skip" in visit.asked.fields else "profile.done")
    return told(words, practice, words("ending.active"), lead, done=True, address=practice.host)
