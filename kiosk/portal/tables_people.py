"""Tables around accounts and invitations: codes, what is known of a draft, links, flows, codes by phone."""

from __future__ import annotations

import sqlalchemy as sa

from kiosk.portal.columns import identifier, number, reference, text, time
from kiosk.portal.tables import metadata

__all__ = [
    "desk_acts",
    "draft_facts",
    "flows",
    "identity_checks",
    "invitation_codes",
    "not_same",
    "pending_passwords",
    "sms_outbox",
    "tokens",
    "wrong_tries",
]

# Every code of an invitation works until one is used (S18); the code itself stands nowhere.
invitation_codes = sa.Table(
    "invitation_codes",
    metadata,
    reference("practices.practice_id", primary=True),
    text("lookup_id", primary=True),
    reference("invitations.invitation_id"),
    sa.Column("roster", sa.LargeBinary(), nullable=True),  # sealed for tablets; NULL: works live only
    identifier("roster_id", primary=False),  # names the row in ``changes``
    text("state"),  # open, used, revoked
    time("made_at"),
    time("expires_at"),
    sa.Index("ix_invitation_codes_invitation_id", "invitation_id"),
    sa.UniqueConstraint("roster_id"),
)

# What was proven or allowed for one patient's draft, by its subject: the decision that follows reads it (S16, S29, F4).
draft_facts = sa.Table(
    "draft_facts",
    metadata,
    reference("practices.practice_id", primary=True),
    sa.Column("subject", sa.Uuid(), primary_key=True),
    text("fact", primary=True),  # facts.Fact
    sa.Column("object_id", sa.Uuid(), nullable=True),  # the account, invitation or case that it is about
    time("at"),
    sa.Index("ix_draft_facts_at", "at"),
)

# Staff decided that two accounts, or an account and a submitted person, are two people: never matched again.
not_same = sa.Table(
    "not_same",
    metadata,
    reference("accounts.account_id", primary=True),
    text("person_hash", primary=True),  # HMAC of the other's compared fields
    time("at"),
)

# A few minutes at one tablet: match, log in, recovery. Unknown people get a row, too.
flows = sa.Table(
    "flows",
    metadata,
    identifier("flow_id"),
    reference("devices.device_id"),
    reference("practices.practice_id"),
    text("purpose"),  # flows.Purpose
    sa.Column("subject", sa.Uuid(), nullable=True),
    sa.Column("account_id", sa.Uuid(), nullable=True),  # NULL: a decoy, nobody, or not about an account
    sa.Column("invitation_id", sa.Uuid(), nullable=True),
    sa.Column("data", sa.LargeBinary(), nullable=True),  # encrypted
    number("tries"),
    time("expires_at"),
    sa.Index("ix_flows_expires_at", "expires_at"),
)

# Links in mails: 32 random bytes, kept as SHA-256, used once by POST; a newer one of the same purpose ends the older.
tokens = sa.Table(
    "tokens",
    metadata,
    text("token_hash", primary=True),
    text("purpose"),  # tokens.Purpose
    reference("accounts.account_id"),
    reference("practices.practice_id"),
    sa.Column("data", sa.LargeBinary(), nullable=True),  # encrypted; a new email that waits, the id of a new password
    time("created_at"),
    time("expires_at"),
    time("used_at", nullable=True),
    sa.Index("ix_tokens_account_id", "account_id", "purpose"),
    sa.Index("ix_tokens_expires_at", "expires_at"),
)

# A new password waits here until the link or the code of the mail AND the password typed again confirm it (S37-S39).
pending_passwords = sa.Table(
    "pending_passwords",
    metadata,
    identifier("pending_id"),
    reference("accounts.account_id"),
    text("password_hash"),
    text("code_hash"),
    sa.Column("flow_id", sa.Uuid(), nullable=True),
    number("tries"),
    time("created_at"),
    time("expires_at"),
    time("used_at", nullable=True),
    sa.Index("ix_pending_passwords_account_id", "account_id"),
    sa.Index("ix_pending_passwords_expires_at", "expires_at"),
)

sms_outbox = sa.Table(
    "sms_outbox",
    metadata,
    identifier("sms_id"),
    reference("practices.practice_id"),
    sa.Column("payload", sa.LargeBinary(), nullable=True),  # number and text, encrypted; NULL once sent
    text("state"),  # waiting, sending, sent, failed, unsure
    number("attempts"),
    time("next_try"),
    time("created_at"),
    time("expires_at"),  # a code that is too old is not sent
    sa.Index("ix_sms_outbox_due", "state", "next_try"),
    sa.Index("ix_sms_outbox_expires_at", "expires_at"),
)

# Wrong tries that a device counted while disconnected, so that each is added once.
wrong_tries = sa.Table(
    "wrong_tries",
    metadata,
    reference("devices.device_id", primary=True),
    text("lookup_id", primary=True),
    number("count"),
)

# Photo IDs that front desks saw (F4, F7). A check is a draft's until that draft has an account, then the account's.
identity_checks = sa.Table(
    "identity_checks",
    metadata,
    identifier("check_id"),
    reference("practices.practice_id"),
    identifier("subject", primary=False),  # of the draft or invitation, or the account's id
    reference("accounts.account_id", nullable=True),
    identifier("device_id", primary=False),
    identifier("staff_id", primary=False),
    text("document"),  # cases.IdDocument
    time("at"),
    text("statement"),  # the same, signed by the portal: it travels with the account
    sa.Index("ix_identity_checks_account_id", "account_id"),
    sa.Index("ix_identity_checks_subject", "practice_id", "subject"),
    sa.Index("ix_identity_checks_at", "at"),
)

# What a front desk did for an account, and the check that it rests on (F7).
desk_acts = sa.Table(
    "desk_acts",
    metadata,
    identifier("act_id"),
    reference("practices.practice_id"),
    reference("accounts.account_id"),
    identifier("device_id", primary=False),
    identifier("staff_id", primary=False),
    text("act"),  # desk_help.Act
    reference("identity_checks.check_id"),
    time("at"),
    sa.Index("ix_desk_acts_account_id", "account_id"),
)
