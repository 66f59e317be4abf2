"""The portal's tables, for SQLite (SQLCipher) and PostgreSQL alike; ``migrations`` makes them.

People are stored as typed, beside ``*_cmp`` columns in the form that is compared (``rules.md``, "Data"). What must
never happen twice is a UNIQUE constraint here, not a question asked before writing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import sqlalchemy as sa

__all__ = [
    "accounts",
    "cases",
    "change_counters",
    "changes",
    "consents",
    "deferrals",
    "devices",
    "enrolment_codes",
    "invitations",
    "lockouts",
    "mail_outbox",
    "memberships",
    "metadata",
    "portal",
    "practices",
    "receipts",
    "seen_requests",
    "staff",
]


class UtcTime(sa.TypeDecorator[dt.datetime]):
    """An instant: aware in Python, UTC in the database."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        """Refuse naive times, which mean another instant on every machine."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        utc = value.astimezone(dt.UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: dt.datetime | None, dialect: sa.Dialect) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


_NAMES: Final = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = sa.MetaData(naming_convention=_NAMES)


def _id(name: str, *, primary: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), primary_key=primary, nullable=False)


def _ref(target: str, *, name: str = "", nullable: bool = False, primary: bool = False) -> sa.Column[Any]:
    """A foreign key to ``table.column``, named like the column it points to."""
    key = sa.ForeignKey(target)
    return sa.Column(name or target.partition(".")[2], sa.Uuid(), key, nullable=nullable, primary_key=primary)


def _text(name: str, *, nullable: bool = False, primary: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable, primary_key=primary)


def _number(name: str, *, primary: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=False, primary_key=primary, autoincrement=False)


def _time(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, UtcTime(), nullable=nullable)


def _person(*, required: bool) -> list[sa.Column[Any]]:
    """A person as typed and as compared; ``required`` is false for what the desk need not know of an invitation."""
    return [
        _text("first"),
        _text("last"),
        _text("birth_date"),
        _text("zip_code"),
        _text("email", nullable=True),  # never unique, and S2: a person may have none
        _text("gender", nullable=not required),
        _text("phone", nullable=True),
        _text("language"),
        _text("first_cmp"),
        _text("last_cmp"),
        _text("birth_date_cmp"),
        _text("zip_cmp"),
        _text("email_cmp", nullable=True),
        _text("phone_cmp", nullable=True),
    ]


# One row: what the portal is as a whole. A new epoch tells devices that the portal was restored.
portal = sa.Table("portal", metadata, _number("one", primary=True), _text("epoch"), _text("public_url"))

practices = sa.Table(
    "practices",
    metadata,
    _id("practice_id"),
    _text("name"),
    _text("host"),
    _text("time_zone"),
    _text("language"),
    _text("network_name"),
    _number("guardian_below"),
    _number("adult_from"),
    _time("created_at"),
)

devices = sa.Table(
    "devices",
    metadata,
    _id("device_id"),
    _ref("practices.practice_id"),
    _text("role"),
    _text("public_key"),
    _text("status"),  # active, revoked
    _time("created_at"),
    _time("last_seen", nullable=True),
    _number("chain_seq"),  # everything up to here is known and chained
    _text("audit_head"),
    _number("audit_count"),
    _number("waiting"),
    sa.UniqueConstraint("public_key"),
)

enrolment_codes = sa.Table(
    "enrolment_codes",
    metadata,
    _text("code_hash", primary=True),
    _ref("practices.practice_id"),
    _text("role"),
    _time("expires_at"),
    _ref("devices.device_id", nullable=True),
    sa.UniqueConstraint("device_id"),
)

staff = sa.Table(
    "staff",
    metadata,
    _id("staff_id"),
    _ref("practices.practice_id"),
    _text("name"),
    _text("role"),
    _text("verifier"),
    sa.Column("active", sa.Boolean(), nullable=False),
)

accounts = sa.Table(
    "accounts",
    metadata,
    _id("account_id"),
    *_person(required=True),
    _text("user_id", nullable=True),  # NULL: the wished one was taken, another is still to be chosen (S4)
    _text("password_hash"),
    _text("question"),
    _text("answer_hash"),
    _text("relationship"),
    _text("guardian"),
    sa.Column("email_verified", sa.Boolean(), nullable=False),
    _time("created_at"),
    sa.UniqueConstraint("user_id"),
    sa.Index("ix_accounts_name", "last_cmp", "first_cmp"),
    sa.Index("ix_accounts_birth_date_cmp", "birth_date_cmp"),
    sa.Index("ix_accounts_zip_cmp", "zip_cmp"),
    sa.Index("ix_accounts_email_cmp", "email_cmp"),
    sa.Index("ix_accounts_phone_cmp", "phone_cmp"),
)

# S26: a certain match is one person, so it is one row. An undisclosed gender never counts as equal, and neither does a
# missing email (NULLs are distinct in a unique index).
sa.Index(
    "uq_accounts_certain",
    *(accounts.c[n] for n in ("first_cmp", "last_cmp", "gender", "birth_date_cmp", "zip_cmp", "email_cmp")),
    unique=True,
    sqlite_where=accounts.c.gender != sa.literal_column("'unknown'"),
    postgresql_where=accounts.c.gender != sa.literal_column("'unknown'"),
)

memberships = sa.Table(
    "memberships",
    metadata,
    _ref("accounts.account_id", primary=True),
    _ref("practices.practice_id", primary=True),
    _time("since"),
)

consents = sa.Table(
    "consents",
    metadata,
    _ref("accounts.account_id", primary=True),
    _ref("practices.practice_id", primary=True),
    _text("text_id", primary=True),
    _text("version", primary=True),
    _text("language"),
    _time("at"),
)

invitations = sa.Table(
    "invitations",
    metadata,
    _id("invitation_id"),
    _ref("practices.practice_id"),
    _text("lookup_id"),  # stands for the code, which the portal does not keep
    _text("number"),
    *_person(required=False),
    _text("state"),  # ready, printed, sent, activated, revoked; expired is told from expires_at
    _time("made_at"),
    _time("expires_at"),
    _ref("staff.staff_id", name="issued_by"),
    _ref("accounts.account_id", name="used_by", nullable=True),
    sa.UniqueConstraint("practice_id", "lookup_id"),
    sa.Index("ix_invitations_person", "practice_id", "birth_date_cmp", "zip_cmp"),
)

receipts = sa.Table(
    "receipts",
    metadata,
    _id("op_id"),
    _ref("devices.device_id"),
    _number("seq"),
    _text("payload_hash"),  # of the body nothing else is kept
    _text("prev"),
    _text("outcome"),
    _text("receipt"),
    _time("decided_at"),
    sa.UniqueConstraint("device_id", "seq"),
)

# Operations that wait for something: known to the chain, but not decided.
deferrals = sa.Table(
    "deferrals",
    metadata,
    _ref("devices.device_id", primary=True),
    _number("seq", primary=True),
    _id("op_id", primary=False),
    _text("payload_hash"),
    _text("prev"),
    sa.UniqueConstraint("op_id"),
)

cases = sa.Table(
    "cases",
    metadata,
    _id("case_id"),
    _ref("practices.practice_id"),
    _text("kind"),  # the part of the outcome after its dot
    _id("op_id", primary=False),
    _id("subject", primary=False),
    _ref("accounts.account_id", nullable=True),
    _ref("invitations.invitation_id", nullable=True),
    sa.Column(
        "data", sa.LargeBinary(), nullable=True
    ),  # what was submitted, where a person has to finish it; encrypted
    _text("state"),  # open, done
    _time("created_at"),
    sa.UniqueConstraint("op_id"),
    sa.Index("ix_cases_open", "practice_id", "state"),
)

mail_outbox = sa.Table(
    "mail_outbox",
    metadata,
    _id("mail_id"),
    _ref("practices.practice_id"),
    _text("dedupe_key"),  # kind and cause: the same cause writes one mail
    _text("kind"),
    _text("recipient"),
    _text("language"),
    sa.Column("payload", sa.LargeBinary(), nullable=True),  # the template's fields, encrypted; NULL once sent
    _text("state"),  # waiting, sending, sent, failed, unsure
    _number("attempts"),
    _time("next_try"),
    _time("created_at"),
    sa.UniqueConstraint("dedupe_key"),
    sa.Index("ix_mail_outbox_due", "state", "next_try"),
)

# Changes point at what changed and are read when they are pulled, so that no person is stored a second time.
changes = sa.Table(
    "changes",
    metadata,
    _ref("practices.practice_id", primary=True),
    _number("change_seq", primary=True),
    _text("kind"),  # staff, invitation, practice
    _id("object_id", primary=False),
)

# One row a practice, locked until commit: numbers appear in commit order.
change_counters = sa.Table(
    "change_counters", metadata, _ref("practices.practice_id", primary=True), _number("change_seq")
)

seen_requests = sa.Table(
    "seen_requests",
    metadata,
    _ref("devices.device_id", primary=True),
    sa.Column("request_id", sa.Uuid(), primary_key=True),
    _time("at"),
    sa.Index("ix_seen_requests_at", "at"),
)

lockouts = sa.Table(
    "lockouts",
    metadata,
    _text("key", primary=True),
    _text("tries"),  # times of the recent wrong tries, as JSON
    _number("total"),
    _time("locked_until", nullable=True),
)
