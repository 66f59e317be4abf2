"""A desk that helps the holder of an account, without HTTP."""

from __future__ import annotations

import uuid
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.portal import account_search
from kiosk.portal import tables as t
from kiosk.protocol import commands as c
from kiosk.protocol.reset_slip import lookup_id
from kiosk.protocol.wire_lookups import AccountSearch, FoundAccount
from tests.contract import asking
from tests.contract.asking import BIRTH_DATE, account, ask
from tests.portal.device import TestDevice
from tests.portal.house import House

NEW_EMAIL = "maria.new@mail.example"
SLIP = lookup_id(ActivationCode.from_entropy(b"some slip"))
DONE = c.Helped(state="done")

ACTS: dict[str, tuple[type[Any], dict[str, str]]] = {
    "desk-mail-reset": (c.DeskMailReset, {}),
    "desk-slip-reset": (c.DeskSlipReset, {"lookup_id": SLIP}),
    "desk-change-email": (c.DeskChangeEmail, {"email": NEW_EMAIL}),
    "desk-unlock": (c.DeskUnlock, {}),
}


def act(house: House, name: str, account_id: UUID, desk: TestDevice | None = None, **changes: Any) -> c.Helped:
    """Do something for an account."""
    kind, more = ACTS[name]
    fields = {"account_id": account_id, "id_document": "passport", "by": house.staff_id} | more | changes
    return ask(house, desk or house.device("desk"), name, kind(**fields), c.Helped)


def verified(house: House) -> UUID:
    """An account whose address is proven; its welcome is out of the way."""
    account_id = account(house)
    house.database.run(lambda connection: connection.execute(sa.update(t.accounts).values(email_verified=True)))
    house.database.run(lambda connection: connection.execute(sa.delete(t.mail_outbox)))
    return account_id


def shown(house: House, account_id: UUID) -> FoundAccount:
    """The account as the desk sees it."""

    def look(connection: sa.Connection) -> list[FoundAccount]:
        desk = house.known(connection, device)
        asked = AccountSearch(account_id=account_id)
        return account_search.search(connection, house.keys, desk, asked, house.now).accounts

    device = house.device("desk")
    (found,) = house.database.run(look)
    return found


def use_slip(
    house: House, tablet: TestDevice | None = None, *, subject: UUID | None = None, **changes: str
) -> c.SlipAnswer:
    """At a tablet, in a draft of its own."""
    fields = {"lookup_id": SLIP, "birth_date": BIRTH_DATE, "password_hash": asking.PASSWORD_HASH} | changes
    message = c.UseResetSlip(subject=subject or uuid.uuid4(), **fields)
    return ask(house, tablet or house.device(), "use-reset-slip", message, c.SlipAnswer)


def open_slip(house: House, tablet: TestDevice | None = None, **changes: str) -> c.SlipAnswer:
    """At a tablet: whose it is."""
    fields = {"lookup_id": SLIP, "birth_date": BIRTH_DATE} | changes
    return ask(house, tablet or house.device(), "open-reset-slip", c.OpenResetSlip(**fields), c.SlipAnswer)
