"""Which page follows the required questions (S16, S26, S29): the person's account, their invitation, or neither.

The lookup decides nothing: the operation asks the same questions again. What was proven or allowed for the draft is not
asked for a second time.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.matching import Grade
from kiosk.domain.values import Gender, Phone
from kiosk.portal import codes, facts, flows, invitations, letters, limits, matches, practices
from kiosk.portal import tables as t
from kiosk.portal.devices import Device
from kiosk.portal.facts import Fact
from kiosk.portal.flows import Purpose
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post
from kiosk.portal.people import MalformedError, Person, accepted, one_of
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_lookups import MatchAnswer, MatchLookup

MAILS_A_DAY: Final = 3
"""Mails of S26 to one account; what is asked beyond is answered alike and writes none."""


def match(
    connection: sa.Connection, keys: PortalKeys, device: Device, asked: MatchLookup, now: dt.datetime
) -> MatchAnswer:
    """Look for the person's account over all practices, then for an invitation of this one.

    Raises:
        RequestRefusedError: ``malformed``, if no screen of ours lets it through; ``busy`` after too many here.
    """
    known = facts.known(connection, device.practice_id, asked.subject)
    practice = practices.get(connection, device.practice_id)
    # Found under its own name, or, its details corrected by the desk, under the draft's.
    own = known.get(Fact.OPENED) == asked.subject
    invited = asked.subject if own else known.get(Fact.ALLOWED_DETAILS)
    try:
        person = (
            _typed(asked, practices.today(practice, now))
            if invited is None
            else _invited(connection, device, asked, invited)
        )
    except MalformedError:
        raise RequestRefusedError("malformed", "not a person") from None
    if person is None:
        return MatchAnswer(state="none")
    if limits.identity_check(connection, device.device_id, now) is not None:
        raise RequestRefusedError("busy", "many people said at this device who they are; try again later")

    def begin(*, account_id: UUID | None = None, invitation_id: UUID | None = None) -> UUID:
        return flows.begin(
            connection,
            keys,
            device,
            Purpose.MATCH,
            now,
            subject=asked.subject,
            account_id=account_id,
            invitation_id=invitation_id,
        )

    found = None if Fact.ALLOWED_NOT_ME in known else matches.find(connection, keys, person)
    if found is not None and found.grade is Grade.CERTAIN:
        tell(Post(connection, keys, practice, now), found.account_id, asked.subject)
        return MatchAnswer(state="account_exists", flow=begin(account_id=found.account_id))
    if found is not None and found.grade is Grade.PROBABLE:
        proven = known.get(Fact.PHONE) == found.account_id
        return MatchAnswer(
            state="account_exists" if proven else "verify_phone", flow=begin(account_id=found.account_id)
        )
    if invited is not None or Fact.ALLOWED_CODE in known:
        return MatchAnswer(state="none")
    delivered = _delivered(connection, device.practice_id, person)
    if not delivered or known.get(Fact.CODE) in delivered:
        return MatchAnswer(state="none")
    return MatchAnswer(state="activation_code", flow=begin(invitation_id=delivered[0]))


def _typed(asked: MatchLookup, today: dt.date) -> dict[str, Any]:
    """The person who was typed.

    Raises:
        MalformedError: a field is nonsense, or a required answer is missing.
    """
    person = Person.of(asked, today)
    if person.gender is None or person.phone is None:
        raise MalformedError("a required answer is missing")
    return person.columns()


def _invited(
    connection: sa.Connection, device: Device, asked: MatchLookup, invitation_id: UUID
) -> dict[str, Any] | None:
    """The invitation's person; what the patient added fills what the desk did not know (S14). None if it is forgotten.

    Raises:
        MalformedError: an added answer is nonsense.
    """
    its = (t.invitations.c.invitation_id == invitation_id, t.invitations.c.practice_id == device.practice_id)
    row = connection.execute(sa.select(t.invitations).where(*its)).one()
    if codes.is_forgotten(row):
        return None
    person: dict[str, Any] = row._asdict()
    if person["gender"] is None and asked.gender:
        person["gender"] = one_of(Gender, asked.gender).value
    if person["phone"] is None and asked.phone:
        phone = accepted(Phone.parse(asked.phone))
        person["phone"], person["phone_cmp"] = phone.e164, phone.comparison
    return person


def _delivered(connection: sa.Connection, practice_id: UUID, person: dict[str, Any]) -> list[UUID]:
    """Invitations that this person may hold a code of, the newest first; expired ones, too (S16)."""
    rows = invitations.of_person(connection, practice_id, person)
    return [row.invitation_id for row in rows if row.state in invitations.DELIVERED]


def tell(post: Post, account_id: UUID, subject: UUID) -> None:
    """Queue the mail of S26: once for a draft, and no more than a few a day to one account."""
    if limits.take(post.connection, f"account_exists:{subject}", post.now, (1, limits.DAY)) is not None:
        return
    if limits.take(post.connection, f"account_exists:{account_id}", post.now, (MAILS_A_DAY, limits.DAY)) is None:
        letters.account_exists(post, account_id, subject)
