"""The portal's tables, for SQLite (SQLCipher) and PostgreSQL alike; ``migrations`` makes them.

People are stored as typed, beside ``*_cmp`` columns in the form that is compared (``docs/rules.md``, "Data"). What must
never happen twice is a UNIQUE constraint here, not a question asked before writing.
"""

from __future__ import annotations

import sqlalchemy as sa

from kiosk.portal.columns import NAMES, identifier, number, person, reference, text, time

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

metadata = sa.MetaData(naming_convention=NAMES)

# One row: what the portal is as a whole. A new epoch tells devices that the portal was restored.
portal = sa.Table("portal", metadata, number("one", primary=True), text("epoch"), text("public_url"))

practices = sa.Table(
    "practices",
    metadata,
    identifier("practice_id"),
    text("name"),
    text("host"),
    text("time_zone"),
    text("language"),
    text("network_name"),
    text("operator_name"),
    number("guardian_below"),
    number("adult_from"),
    time("created_at"),
)

devices = sa.Table(
    "devices",
    metadata,
    identifier("device_id"),
    reference("practices.practice_id"),
    text("role"),
    text("public_key"),
    text("status"),  # active, revoked
    time("created_at"),
    time("last_seen", nullable=True),
    number("chain_seq"),  # everything up to here is known and chained
    text("audit_head"),
    number("audit_count"),
    number("waiting"),
    sa.UniqueConstraint("public_key"),
)

enrolment_codes = sa.Table(
    "enrolment_codes",
    metadata,
    text("code_hash", primary=True),
    reference("practices.practice_id"),
    text("role"),
    time("expires_at"),
    reference("devices.device_id", nullable=True),
    sa.UniqueConstraint("device_id"),
)

staff = sa.Table(
    "staff",
    metadata,
    identifier("staff_id"),
    reference("practices.practice_id"),
    text("name"),
    text("role"),
    text("verifier"),
    sa.Column("active", sa.Boolean(), nullable=False),
)

accounts = sa.Table(
    "accounts",
    metadata,
    identifier("account_id"),
    *person(required=True),
    text("user_id", nullable=True),  # NULL: the wished one was taken, another is still to be chosen (S4)
    text("password_hash"),
    text("question"),
    text("answer_hash"),
    text("relationship"),
    text("guardian"),
    sa.Column("email_verified", sa.Boolean(), nullable=False),
    text("address", nullable=True),
    text("contact_preference", nullable=True),  # email, phone, mail
    time("created_at"),
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
    reference("accounts.account_id", primary=True),
    reference("practices.practice_id", primary=True),
    time("since"),
    sa.Index("ix_memberships_practice_id", "practice_id"),
)

consents = sa.Table(
    "consents",
    metadata,
    reference("accounts.account_id", primary=True),
    reference("practices.practice_id", primary=True),
    text("text_id", primary=True),
    text("version", primary=True),
    text("language"),
    time("at"),
)

invitations = sa.Table(
    "invitations",
    metadata,
    identifier("invitation_id"),
    reference("practices.practice_id"),
    text("number"),
    *person(required=False),
    text("state"),  # ready, printed, sent, activated, revoked; expired is told from expires_at
    time("made_at"),
    time("expires_at"),
    reference("staff.staff_id", name="issued_by"),
    reference("accounts.account_id", name="used_by", nullable=True),
    sa.Index("ix_invitations_person", "practice_id", "birth_date_cmp", "zip_cmp"),
)

receipts = sa.Table(
    "receipts",
    metadata,
    identifier("op_id"),
    reference("devices.device_id"),
    number("seq"),
    text("payload_hash"),  # of the body nothing else is kept
    text("prev"),
    text("outcome"),
    text("receipt"),
    time("decided_at"),
    sa.UniqueConstraint("device_id", "seq"),
)

# Operations that wait for something: known to the chain, but not decided.
deferrals = sa.Table(
    "deferrals",
    metadata,
    reference("devices.device_id", primary=True),
    number("seq", primary=True),
    identifier("op_id", primary=False),
    text("payload_hash"),
    text("prev"),
    text("outcome"),
    sa.UniqueConstraint("op_id"),
)

cases = sa.Table(
    "cases",
    metadata,
    identifier("case_id"),
    reference("practices.practice_id"),
    text("kind"),  # the part of the outcome after its dot, or desk_request, code_locked, mail_failed
    identifier("op_id", primary=False),
    identifier("subject", primary=False),
    reference("accounts.account_id", nullable=True),
    reference("invitations.invitation_id", nullable=True),
    sa.Column(
        "data", sa.LargeBinary(), nullable=True
    ),  # what was submitted, where a person has to finish it; encrypted
    text("state"),  # open, done
    text("decision", nullable=True),  # allow, same_person, decline, or withdrawn
    text("id_document", nullable=True),
    reference("staff.staff_id", name="decided_by", nullable=True),
    time("created_at"),
    time("decided_at", nullable=True),
    sa.UniqueConstraint("op_id"),
    sa.Index("ix_cases_open", "practice_id", "state"),
    sa.Index("ix_cases_subject", "practice_id", "subject"),
)

mail_outbox = sa.Table(
    "mail_outbox",
    metadata,
    identifier("mail_id"),
    reference("practices.practice_id"),
    text("dedupe_key"),  # kind and cause: the same cause writes one mail
    text("kind"),
    text("recipient"),
    text("language"),
    sa.Column("payload", sa.LargeBinary(), nullable=True),  # the template's fields, encrypted; NULL when final
    text("state"),  # waiting, sending, sent, failed, unsure
    number("attempts"),
    time("next_try"),
    time("created_at"),
    sa.UniqueConstraint("dedupe_key"),
    sa.Index("ix_mail_outbox_due", "state", "next_try"),
)
_NAMED = mail_outbox.c.recipient != sa.literal_column("''")
sa.Index("ix_mail_outbox_named", mail_outbox.c.created_at, sqlite_where=_NAMED, postgresql_where=_NAMED)

# Changes point at what changed and are read when they are pulled, so that no person is stored a second time.
changes = sa.Table(
    "changes",
    metadata,
    reference("practices.practice_id", primary=True),
    number("change_seq", primary=True),
    text("kind"),  # changes.Kind
    identifier("object_id", primary=False),
    sa.UniqueConstraint("practice_id", "kind", "object_id"),
)

# One row a practice, locked until commit: numbers appear in commit order.
change_counters = sa.Table(
    "change_counters", metadata, reference("practices.practice_id", primary=True), number("change_seq")
)

seen_requests = sa.Table(
    "seen_requests",
    metadata,
    reference("devices.device_id", primary=True),
    sa.Column("request_id", sa.Uuid(), primary_key=True),
    time("at"),
    sa.Index("ix_seen_requests_at", "at"),
)

lockouts = sa.Table(
    "lockouts",
    metadata,
    text("key", primary=True),
    text("tries"),  # times of the recent wrong tries, as JSON
    number("total"),
    time("locked_until", nullable=True),
    time("touched_at"),
    sa.Index("ix_lockouts_touched_at", "touched_at"),
)
