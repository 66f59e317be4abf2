"""A practice whose patients get mails and open them at home: real portal process, real SMTP, real links."""

from __future__ import annotations

import datetime as dt
import http.client
import itertools
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.activation import ENTROPY_BYTES, ActivationCode
from kiosk.domain.credentials import Password, hash_password
from kiosk.portal import letters, new_password, practices, reset_slips
from kiosk.portal import tables as t
from kiosk.portal.letters import Post
from kiosk.protocol.reset_slip import lookup_id
from tests.journeys.house import HOST, House, utc_now
from tests.portal.patients import add_account, add_invitation, person

NEW_PASSWORD = "Winter7lake"

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Patient:
    """Somebody with an account."""

    account_id: UUID
    email: str


@dataclass(frozen=True, slots=True)
class Clinic:
    """The house, seen from the patient's letter box."""

    house: House

    @property
    def address(self) -> str:
        """``127.0.0.1:PORT``."""
        return self.house.portal.url.removeprefix("http://")

    def patient(self, *, language: str = "en", user_id: str | None = "", **columns: Any) -> Patient:
        """Somebody new with an account; ``user_id`` "" makes one up, None leaves it to be chosen."""
        number = next(_numbers)
        email = f"patient{number}@mail.example"
        who = person("María", _surname(number), email, language=language)
        wished = f"maria.okafor{number}" if user_id == "" else user_id
        account_id = self._run(
            lambda connection: add_account(connection, self.house.practice_id, who, wished, utc_now(), **columns)
        )
        return Patient(account_id, email)

    def invited(self, *, language: str = "en", days: int = 14, **columns: Any) -> tuple[ActivationCode, str]:
        """Somebody new with an invitation: its code and the address that it went to."""
        number = next(_numbers)
        email = f"invited{number}@mail.example"
        who = person("Ana", _surname(number), email, language=language) | columns

        def work(connection: sa.Connection) -> ActivationCode:
            invitation_id, code = add_invitation(connection, self.house.practice_id, who, utc_now(), days=days)
            query = sa.select(t.invitations).where(t.invitations.c.invitation_id == invitation_id)
            letters.invitation(self._post(connection), connection.execute(query).one(), code, uuid.uuid4())
            return code

        return self._run(work), email

    def write(self, letter: Callable[[Post], object]) -> None:
        """Let the portal write a letter."""
        self._run(lambda connection: letter(self._post(connection)))

    def verify(self, patient: Patient, address: str = "") -> None:
        """Mail the link that verifies an address, or a new one."""
        if address:
            self.write(lambda post: letters.verify_email(post, patient.account_id, address, uuid.uuid4()))
        else:
            self.write(lambda post: letters.welcome(post, patient.account_id))

    def forgot(self, patient: Patient) -> None:
        """Let ``NEW_PASSWORD`` wait and mail link and code."""
        password = Password.parse(NEW_PASSWORD)
        assert isinstance(password, Password)
        hashed = hash_password(password, bytes(16))
        self.write(lambda post: new_password.wait(post, patient.account_id, hashed, uuid.uuid4()))

    def direct(self, patient: Patient) -> None:
        """Mail the direct link."""
        self.write(lambda post: letters.direct_reset(post, patient.account_id, uuid.uuid4()))

    def slip(self, patient: Patient) -> ActivationCode:
        """A reset slip of the front desk: its code."""
        code = ActivationCode.from_entropy(patient.account_id.bytes[:ENTROPY_BYTES])
        self.write(lambda post: reset_slips.issue(post, patient.account_id, lookup_id(code)))
        return code

    def choose(self, patient: Patient) -> None:
        """Mail the link to choose another user ID."""
        self.write(lambda post: letters.choose_user_id(post, patient.account_id, uuid.uuid4()))

    def mailed(self, email: str, kind: str) -> str:
        """The link of the newest mail of a kind that arrived at an address."""
        self.wake()
        mails = self.house.arrived(email)
        kinds = self.house.queued(email)
        message = mails[len(kinds) - 1 - kinds[::-1].index(kind)].message
        body = message.get_body(("plain",))
        assert body is not None
        (link,) = re.findall(rf"https://{re.escape(HOST)}/\S+", body.get_content())[:1]
        return str(link)

    def link(self, path: str) -> str:
        """A link of the practice that nobody mailed."""
        return f"https://{HOST}/{path}"

    def wake(self) -> None:
        """Let the portal look at its outbox: any form that is sent does."""
        connection = http.client.HTTPConnection(self.address, timeout=20)
        headers = {"Host": HOST, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", "/a", "step=invitation", headers)
        connection.getresponse().read()
        connection.close()

    def account(self, patient: Patient) -> sa.Row[Any]:
        """The account as it stands."""
        (row,) = self.house.rows(sa.select(t.accounts).where(t.accounts.c.account_id == patient.account_id))
        return row

    def later(self, patient: Patient, elapsed: dt.timedelta) -> None:
        """Age the account's links, as if so much time had passed."""
        from kiosk.portal import tables_people as tp

        def work(connection: sa.Connection) -> None:
            its = tp.tokens.c.account_id == patient.account_id
            for row in connection.execute(sa.select(tp.tokens).where(its)).all():
                aged = {"created_at": row.created_at - elapsed, "expires_at": row.expires_at - elapsed}
                mine = tp.tokens.c.token_hash == row.token_hash
                connection.execute(sa.update(tp.tokens).where(mine).values(aged))

        self._run(work)

    def _post(self, connection: sa.Connection) -> Post:
        practice = practices.get(connection, self.house.practice_id)
        return Post(connection, self.house.keys, practice, utc_now())

    def _run(self, work: Callable[[sa.Connection], Any]) -> Any:
        return self.house.database.run(work)


def _surname(number: int) -> str:
    """A surname of its own in letters, far from every other, so that nobody matches anybody."""
    digest = uuid.uuid5(uuid.NAMESPACE_URL, str(number)).hex[:12]
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest).capitalize()
