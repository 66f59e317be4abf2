"""A portal's database with one account and one invitation, and the mail that each letter makes of them."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ActivationCode
from kiosk.portal import letters, mail, mail_outbox, practices, tables_people
from kiosk.portal import tables as t
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post
from kiosk.portal.mail_outbox import Kind
from kiosk.protocol.roster import lookup_id
from tests.portal.house import START, House

HOST = "portal.example"
SENDER = "no-reply@portal.example"
CODE = ActivationCode.from_entropy(b"letterbox")
EMAIL = "maria@mail.example"
USER_ID = "maria.okafor27"
DIGITS = "402917"

NEVER = {
    "date of birth": ("1984-03-27", "3/27/1984", "27/3/1984", "1984", "March 27", "27 de marzo"),
    "ZIP": ("60614", "60614-1234"),
    "phone": ("+13125550143", "3125550143", "312 555 0143"),
    "password": ("hash-of-the-password", "$2b$"),
    "secret answer": ("hash-of-the-answer", "first_pet"),
    "last name": ("Okafor-Quine",),
}
"""What stands in the database and in no mail."""


@dataclass
class LetterBox:
    """Writes letters and reads what they became."""

    database: Database
    keys: PortalKeys
    practice_id: UUID
    account_id: UUID
    invitation_id: UUID

    def write(self, kind: Kind) -> EmailMessage:
        """The mail of a kind, through its letter and the outbox."""
        letter = LETTERS[kind]
        self.database.run(lambda connection: letter(self, self.post(connection)))
        return self.newest()

    def post(self, connection: sa.Connection) -> Post:
        """The practice's."""
        practice = practices.get(connection, self.practice_id)
        return Post(connection, self.keys, practice, START)

    def invited(self, connection: sa.Connection) -> sa.Row[Any]:
        """The invitation."""
        return connection.execute(sa.select(t.invitations)).one()

    def newest(self) -> EmailMessage:
        """The mail that is due."""
        claimed = self.database.run(lambda connection: mail_outbox.claim(connection, self.keys, START))
        assert claimed is not None
        return mail.compose(
            claimed.kind,
            claimed.language,
            claimed.fields,
            recipient=claimed.recipient,
            sender=SENDER,
            mail_id=claimed.mail_id,
        )


LETTERS: dict[Kind, Callable[[LetterBox, Post], object]] = {
    "invitation": lambda box, post: letters.invitation(post, box.invited(post.connection), CODE, uuid.uuid4()),
    "code_resend": lambda box, post: letters.code_resend(post, box.invited(post.connection), CODE, uuid.uuid4()),
    "account_exists": lambda box, post: letters.account_exists(post, box.account_id, uuid.uuid4()),
    "welcome": lambda box, post: letters.welcome(post, box.account_id),
    "user_id_reminder": lambda box, post: letters.user_id_reminder(post, [box.account_id], uuid.uuid4()),
    "confirm_password": lambda box, post: letters.confirm_password(post, box.account_id, uuid.uuid4(), DIGITS),
    "password_changed": lambda box, post: letters.password_changed(post, box.account_id, uuid.uuid4()),
    "direct_reset": lambda box, post: letters.direct_reset(post, box.account_id, uuid.uuid4()),
    "choose_user_id": lambda box, post: letters.choose_user_id(post, box.account_id, uuid.uuid4()),
    "email_changed": lambda box, post: letters.email_changed(post, box.account_id, "old@mail.example", uuid.uuid4()),
    "verify_email": lambda box, post: letters.verify_email(post, box.account_id, "new@mail.example", uuid.uuid4()),
    "practice_joined": lambda box, post: letters.practice_joined(post, box.account_id, uuid.uuid4()),
    "see_front_desk": lambda box, post: letters.see_front_desk(
        post, EMAIL, first="María", language=box.invited(post.connection).language, cause=uuid.uuid4()
    ),
}
"""How each kind is written."""


def furnish_portal(database: Database, keys: PortalKeys, language: str) -> LetterBox:
    """Put a practice, an account and an invitation of one person into an empty portal."""
    house = House(database, keys)
    other = uuid.uuid4()
    house.add_practice(other, "Hillside Clinic")
    account_id, invitation_id = uuid.uuid4(), uuid.uuid4()
    person = {
        "first": "María",
        "last": "Okafor-Quine",
        "birth_date": "1984-03-27",
        "zip_code": "60614-1234",
        "email": EMAIL,
        "gender": "female",
        "phone": "+13125550143",
        "language": language,
        "first_cmp": "maria",
        "last_cmp": "okaforquine",
        "birth_date_cmp": "1984-03-27",
        "zip_cmp": "60614",
        "email_cmp": EMAIL,
        "phone_cmp": "+13125550143",
    }
    account = {
        "account_id": account_id,
        "user_id": USER_ID,
        "password_hash": "hash-of-the-password",
        "question": "first_pet",
        "answer_hash": "hash-of-the-answer",
        "relationship": "self",
        "guardian": "",
        "email_verified": True,
        "created_at": START,
    }
    invitation = {
        "invitation_id": invitation_id,
        "practice_id": house.practice_id,
        "number": "INV-7F3K",
        "state": "ready",
        "made_at": START,
        "expires_at": START + dt.timedelta(days=14),
        "issued_by": house.staff_id,
    }
    code = {
        "practice_id": house.practice_id,
        "lookup_id": lookup_id(CODE, house.practice_id),
        "invitation_id": invitation_id,
        "roster_id": uuid.uuid4(),
        "state": "open",
        "made_at": START,
        "expires_at": START + dt.timedelta(days=14),
    }

    def work(connection: sa.Connection) -> None:
        connection.execute(sa.insert(t.accounts).values(person | account))
        for days, practice_id in enumerate((other, house.practice_id)):
            values = {"account_id": account_id, "practice_id": practice_id, "since": START + dt.timedelta(days=days)}
            connection.execute(sa.insert(t.memberships).values(values))
        connection.execute(sa.insert(t.invitations).values(person | invitation))
        connection.execute(sa.insert(tables_people.invitation_codes).values(code))

    database.run(work)
    return LetterBox(database, keys, house.practice_id, account_id, invitation_id)
