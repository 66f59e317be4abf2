"""Decides "update profile" (S15)."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from kiosk.domain.outcomes import Outcome
from kiosk.domain.patient_operations import ProfileUpdate
from kiosk.domain.profile import Address, ContactPreference
from kiosk.domain.values import Language, Phone
from kiosk.portal import tables as t
from kiosk.portal.facts import Fact
from kiosk.portal.people import MalformedError, accepted, one_of
from kiosk.portal.turn import Turn


def decide(turn: Turn, body: ProfileUpdate) -> Outcome:
    """Change the account that the same draft made or joined at this practice; what is None stays.

    Raises:
        MalformedError: the device sent nonsense; nothing was written.
    """
    values: dict[str, Any] = {}
    if body.phone is not None:
        phone = accepted(Phone.parse(body.phone))
        # Only what is missing: a number on file proves who somebody is (S29, S41).
        values |= {
            "phone": sa.func.coalesce(t.accounts.c.phone, phone.e164),
            "phone_cmp": sa.func.coalesce(t.accounts.c.phone_cmp, phone.comparison),
        }
    if body.address is not None:
        address = accepted(Address.parse(body.address))
        if address.text != body.address:
            raise MalformedError("an address that is not in its stored form")
        values["address"] = address.text
    if body.language is not None:
        values["language"] = one_of(Language, body.language).value
    if body.contact_preference is not None:
        values["contact_preference"] = one_of(ContactPreference, body.contact_preference).value
    account_id = turn.facts().get(Fact.ACCOUNT)
    member = sa.exists().where(
        t.memberships.c.account_id == account_id, t.memberships.c.practice_id == turn.practice_id
    )
    if account_id is None or not turn.connection.execute(sa.select(member)).scalar_one():
        return Outcome.DEFERRED_DEPENDENCY  # its account is not made (yet)
    if values:
        turn.connection.execute(sa.update(t.accounts).where(t.accounts.c.account_id == account_id).values(values))
    return Outcome.ACCEPTED
