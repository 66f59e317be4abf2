"""A desk asks whom of a day sheet its practice knows already (F2): an account of a member, or a live invitation.

Accounts of other practices are answered like none at all. Candidates come by index, ``domain.matching`` decides.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa

from kiosk.domain.matching import Identity, same_person
from kiosk.domain.values import BirthDate, Email, Gender, NamePart, Phone, ZipCode, fold_name
from kiosk.portal import tables as t
from kiosk.portal import tables_people as tp
from kiosk.portal.codes import OPEN_STATES
from kiosk.portal.devices import Device
from kiosk.portal.matches import identity
from kiosk.portal.people import MalformedError, accepted, one_of
from kiosk.portal.refusals import RequestRefusedError
from kiosk.protocol.wire_lookups import MAX_PEOPLE, KnownPerson, PeopleKnown, PeopleLookup, SoughtPerson

Key = tuple[str, str, str]
_KEY: Final = ("birth_date_cmp", "last_cmp", "first_cmp")
_IDENTITY: Final = (*_KEY, "first", "last", "gender", "zip_cmp", "email_cmp", "phone_cmp")


def known(connection: sa.Connection, device: Device, asked: PeopleLookup, now: dt.datetime) -> PeopleKnown:
    """How each of the people stands with the desk's practice, in the order of the question.

    Raises:
        RequestRefusedError: ``not_found`` for a tablet, which is told of nobody (K2); ``malformed``, if no desk of ours
            asks that; ``too_large``.
    """
    if device.role != "desk":
        raise RequestRefusedError("not_found", "only a desk asks who is known")
    if len(asked.people) > MAX_PEOPLE:
        raise RequestRefusedError("too_large", f"at most {MAX_PEOPLE} people")
    latest = now.date() + dt.timedelta(days=1)  # of any zone: this only keeps nonsense out
    try:
        people = [_identity(person, latest) for person in asked.people]
    except MalformedError:
        raise RequestRefusedError("malformed", "not a person") from None
    if not people:
        return PeopleKnown(people=[])
    members, invited = _members(connection, device, people), _invited(connection, device, people, now)
    return PeopleKnown(people=[_standing(person, members, invited) for person in people])


def _standing(
    person: Identity, members: dict[Key, list[sa.Row[Any]]], invited: dict[Key, list[sa.Row[Any]]]
) -> KnownPerson:
    def same(rows: dict[Key, list[sa.Row[Any]]]) -> list[sa.Row[Any]]:
        return [row for row in rows.get(_key(person), ()) if same_person(person, identity(row._asdict()))]

    if same(members):
        return KnownPerson(state="member")
    live = same(invited)
    return KnownPerson(state="invited", number=live[0].number) if live else KnownPerson(state="none")


def _members(connection: sa.Connection, device: Device, people: Sequence[Identity]) -> dict[Key, list[sa.Row[Any]]]:
    # No join: SQLite would begin with all members of the practice.
    member = sa.exists().where(
        t.memberships.c.account_id == t.accounts.c.account_id, t.memberships.c.practice_id == device.practice_id
    )
    query = sa.select(*(t.accounts.c[name] for name in _IDENTITY)).where(*_of(t.accounts, people), member)
    return _by_key(connection.execute(query).all())


def _invited(
    connection: sa.Connection, device: Device, people: Sequence[Identity], now: dt.datetime
) -> dict[Key, list[sa.Row[Any]]]:
    """Invitations of which a code still works, the newest first."""
    invited, code = t.invitations.c, tp.invitation_codes.c
    works = sa.exists().where(code.invitation_id == invited.invitation_id, code.state == "open", code.expires_at > now)
    query = (
        sa.select(invited.number, *(invited[name] for name in _IDENTITY))
        .where(
            invited.practice_id == device.practice_id,
            invited.state.in_(OPEN_STATES),
            works,
            *_of(t.invitations, people),
        )
        .order_by(invited.made_at.desc(), invited.invitation_id)
    )
    return _by_key(connection.execute(query).all())


def _of(table: sa.Table, people: Sequence[Identity]) -> list[sa.ColumnElement[bool]]:
    """Rows that may be one of these people's: by day of birth, which is indexed, and by names."""
    keys = [_key(person) for person in people]
    return [table.c[name].in_(sorted({key[place] for key in keys})) for place, name in enumerate(_KEY)]


def _by_key(rows: Sequence[sa.Row[Any]]) -> dict[Key, list[sa.Row[Any]]]:
    found: dict[Key, list[sa.Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.birth_date_cmp, row.last_cmp, row.first_cmp].append(row)
    return found


def _key(person: Identity) -> Key:
    return person.birth_date.isoformat(), fold_name(person.last), fold_name(person.first)


def _identity(asked: SoughtPerson, latest: dt.date) -> Identity:
    """Parse who is asked for.

    Raises:
        MalformedError: a field is nonsense.
    """
    return Identity(
        first=accepted(NamePart.parse(asked.first)).text,
        last=accepted(NamePart.parse(asked.last)).text if asked.last else "",
        gender=one_of(Gender, asked.gender) if asked.gender else None,
        birth_date=accepted(BirthDate.parse_iso(asked.birth_date, today=latest)).date,
        zip5=accepted(ZipCode.parse(asked.zip_code)).comparison if asked.zip_code else None,
        email=accepted(Email.parse(asked.email)).comparison if asked.email else None,
        phone=accepted(Phone.parse(asked.phone)).comparison if asked.phone else None,
    )
