"""The first schema: everything that signing up, inviting, syncing and mailing need."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables; there is no way down, because receipts never expire."""
    op.create_table(
        "accounts",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Text(), nullable=False),
        sa.Column("zip_code", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("first_cmp", sa.Text(), nullable=False),
        sa.Column("last_cmp", sa.Text(), nullable=False),
        sa.Column("birth_date_cmp", sa.Text(), nullable=False),
        sa.Column("zip_cmp", sa.Text(), nullable=False),
        sa.Column("email_cmp", sa.Text(), nullable=True),
        sa.Column("phone_cmp", sa.Text(), nullable=True),
        sa.Column("user_id", sa.Text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer_hash", sa.Text(), nullable=False),
        sa.Column("relationship", sa.Text(), nullable=False),
        sa.Column("guardian", sa.Text(), nullable=False),
        sa.Column("email_verified", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name="pk_accounts"),
        sa.UniqueConstraint("user_id", name="uq_accounts_user_id"),
    )
    op.create_index("ix_accounts_birth_date_cmp", "accounts", ["birth_date_cmp"])
    op.create_index("ix_accounts_email_cmp", "accounts", ["email_cmp"])
    op.create_index("ix_accounts_name", "accounts", ["last_cmp", "first_cmp"])
    op.create_index("ix_accounts_phone_cmp", "accounts", ["phone_cmp"])
    op.create_index("ix_accounts_zip_cmp", "accounts", ["zip_cmp"])
    op.create_index(
        "uq_accounts_certain",
        "accounts",
        ["first_cmp", "last_cmp", "gender", "birth_date_cmp", "zip_cmp", "email_cmp"],
        unique=True,
        sqlite_where=sa.text("gender != 'unknown'"),
        postgresql_where=sa.text("gender != 'unknown'"),
    )
    op.create_table(
        "lockouts",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("tries", sa.Text(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_lockouts"),
    )
    op.create_table(
        "portal",
        sa.Column("one", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("public_url", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_portal"),
    )
    op.create_table(
        "practices",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("network_name", sa.Text(), nullable=False),
        sa.Column("guardian_below", sa.BigInteger(), nullable=False),
        sa.Column("adult_from", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", name="pk_practices"),
    )
    op.create_table(
        "change_counters",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("change_seq", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_change_counters_practice_id"),
        sa.PrimaryKeyConstraint("practice_id", name="pk_change_counters"),
    )
    op.create_table(
        "changes",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("change_seq", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_changes_practice_id"),
        sa.PrimaryKeyConstraint("practice_id", "change_seq", name="pk_changes"),
    )
    op.create_table(
        "consents",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name="fk_consents_account_id"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_consents_practice_id"),
        sa.PrimaryKeyConstraint("account_id", "practice_id", "text_id", "version", name="pk_consents"),
    )
    op.create_table(
        "devices",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("public_key", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=True),
        sa.Column("chain_seq", sa.BigInteger(), nullable=False),
        sa.Column("audit_head", sa.Text(), nullable=False),
        sa.Column("audit_count", sa.BigInteger(), nullable=False),
        sa.Column("waiting", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_devices_practice_id"),
        sa.PrimaryKeyConstraint("device_id", name="pk_devices"),
        sa.UniqueConstraint("public_key", name="uq_devices_public_key"),
    )
    op.create_table(
        "mail_outbox",
        sa.Column("mail_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("dedupe_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.BigInteger(), nullable=False),
        sa.Column("next_try", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_mail_outbox_practice_id"),
        sa.PrimaryKeyConstraint("mail_id", name="pk_mail_outbox"),
        sa.UniqueConstraint("dedupe_key", name="uq_mail_outbox_dedupe_key"),
    )
    op.create_index("ix_mail_outbox_due", "mail_outbox", ["state", "next_try"])
    op.create_table(
        "memberships",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name="fk_memberships_account_id"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_memberships_practice_id"),
        sa.PrimaryKeyConstraint("account_id", "practice_id", name="pk_memberships"),
    )
    op.create_table(
        "staff",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_staff_practice_id"),
        sa.PrimaryKeyConstraint("staff_id", name="pk_staff"),
    )
    op.create_table(
        "deferrals",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("op_id", sa.Uuid(), nullable=False),
        sa.Column("payload_hash", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name="fk_deferrals_device_id"),
        sa.PrimaryKeyConstraint("device_id", "seq", name="pk_deferrals"),
        sa.UniqueConstraint("op_id", name="uq_deferrals_op_id"),
    )
    op.create_table(
        "enrolment_codes",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name="fk_enrolment_codes_device_id"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_enrolment_codes_practice_id"),
        sa.PrimaryKeyConstraint("code_hash", name="pk_enrolment_codes"),
        sa.UniqueConstraint("device_id", name="uq_enrolment_codes_device_id"),
    )
    op.create_table(
        "invitations",
        sa.Column("invitation_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("lookup_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Text(), nullable=False),
        sa.Column("zip_code", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("first_cmp", sa.Text(), nullable=False),
        sa.Column("last_cmp", sa.Text(), nullable=False),
        sa.Column("birth_date_cmp", sa.Text(), nullable=False),
        sa.Column("zip_cmp", sa.Text(), nullable=False),
        sa.Column("email_cmp", sa.Text(), nullable=True),
        sa.Column("phone_cmp", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("used_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["issued_by"], ["staff.staff_id"], name="fk_invitations_issued_by"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_invitations_practice_id"),
        sa.ForeignKeyConstraint(["used_by"], ["accounts.account_id"], name="fk_invitations_used_by"),
        sa.PrimaryKeyConstraint("invitation_id", name="pk_invitations"),
        sa.UniqueConstraint("practice_id", "lookup_id", name="uq_invitations_practice_id_lookup_id"),
    )
    op.create_index("ix_invitations_person", "invitations", ["practice_id", "birth_date_cmp", "zip_cmp"])
    op.create_table(
        "receipts",
        sa.Column("op_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("payload_hash", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name="fk_receipts_device_id"),
        sa.PrimaryKeyConstraint("op_id", name="pk_receipts"),
        sa.UniqueConstraint("device_id", "seq", name="uq_receipts_device_id_seq"),
    )
    op.create_table(
        "seen_requests",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name="fk_seen_requests_device_id"),
        sa.PrimaryKeyConstraint("device_id", "request_id", name="pk_seen_requests"),
    )
    op.create_index("ix_seen_requests_at", "seen_requests", ["at"])
    op.create_table(
        "cases",
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("op_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name="fk_cases_account_id"),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitations.invitation_id"], name="fk_cases_invitation_id"),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name="fk_cases_practice_id"),
        sa.PrimaryKeyConstraint("case_id", name="pk_cases"),
        sa.UniqueConstraint("op_id", name="uq_cases_op_id"),
    )
    op.create_index("ix_cases_open", "cases", ["practice_id", "state"])
