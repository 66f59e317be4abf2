"""A finished draft without screens, and what lies in a device's files: for journeys that need no window."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from kiosk.demo.people import Person
from kiosk.device import KEYFILE, LOCAL, OUTBOX, Device
from kiosk.domain.credentials import Password, SecurityAnswer
from kiosk.domain.draft import Draft, Journey
from kiosk.domain.outcomes import Outcome
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refused
from kiosk.domain.service import PatientService
from kiosk.domain.values import BirthDate, Email, Gender, NamePart, Phone, UserId, ZipCode
from kiosk.store import schema
from kiosk.vault import keyfile
from kiosk.vault.sqlcipher import open_database

T = TypeVar("T")


def taken(parsed: T | Refused) -> T:
    """The value; a refusal fails the test."""
    assert not isinstance(parsed, Refused)
    return parsed


def draft(device: Device, person: Person) -> Draft:
    """What the sign-up's last page hands over."""
    today = device.today()
    return Draft(
        journey=Journey.SIGN_UP,
        subject=device.entropy.uuid4(),
        today=today,
        first=taken(NamePart.parse(person.first)),
        last=taken(NamePart.parse(person.last)),
        birth_date=taken(BirthDate.parse(person.month, person.day, person.year, today=today)),
        zip_code=taken(ZipCode.parse(person.zip_code)),
        email=taken(Email.parse(person.email)),
        gender=Gender(person.gender),
        phone=taken(Phone.parse(person.phone)),
        user_id=taken(UserId.parse(person.user_id)),
        password=taken(Password.parse(person.password)),
        question=SecretQuestion(person.question),
        answer=taken(SecurityAnswer.parse(person.answer)),
        consented=True,
    )


class _Patience:
    """``Deliveries`` that waits for nothing: the test syncs when it likes."""

    def wait_for(self, op_id: UUID, timeout_s: float) -> Outcome | None:
        return None

    def kick(self) -> None:
        pass


def recorded(device: Device, person: Person) -> Draft:
    """Finish a sign-up on a device whose loop does not run: the operation lies in its outbox, unsent."""
    service = PatientService(
        log=device.outbox,
        deliveries=_Patience(),
        lookups=device.lookups,
        commands=device.commands,
        clock=device.clock,
        entropy=device.entropy,
    )
    return service.finish(draft(device, person))


def synced(device: Device) -> None:
    """Sync once."""
    device.engine.run_once(device.clock.now())


def table_rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of a device's files, opened with the right keys, by FILE.TABLE."""
    stored = keyfile.read(folder / KEYFILE)
    assert stored is not None
    keys = keyfile.unlock(stored, None)
    found: dict[str, list[tuple[object, ...]]] = {}
    for name, key, purpose in ((OUTBOX, keys.outbox, schema.OUTBOX_PURPOSE), (LOCAL, keys.local, schema.LOCAL_PURPOSE)):
        with contextlib.closing(open_database(folder / name, key, purpose=purpose)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - a name of our schema
                found[f"{name}.{table}"] = [tuple(row) for row in rows]
    return found


def chain_length(device: Device) -> int:
    """How many operations the device ever made, as the next one would tell."""
    with device.outbox._reading() as db:
        row = db.execute("SELECT max(seq) FROM (SELECT seq FROM operations UNION SELECT seq FROM receipts)").fetchone()
    return int(row[0] or 0)
