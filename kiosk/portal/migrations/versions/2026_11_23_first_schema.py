"""The first schema."""

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
        sa.Column("zip_code", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("first_cmp", sa.Text(), nullable=False),
        sa.Column("last_cmp", sa.Text(), nullable=False),
        sa.Column("birth_date_cmp", sa.Text(), nullable=False),
        sa.Column("zip_cmp", sa.Text(), nullable=True),
        sa.Column("email_cmp", sa.Text(), nullable=True),
        sa.Column("phone_cmp", sa.Text(), nullable=True),
        sa.Column("user_id", sa.Text(), nullable=True),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer_hash", sa.Text(), nullable=False),
        sa.Column("relationship", sa.Text(), nullable=False),
        sa.Column("guardian", sa.Text(), nullable=False),
        sa.Column("email_verified", sa.Boolean(), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("contact_preference", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("user_id", name=op.f("uq_accounts_user_id")),
    )
    op.create_index("ix_accounts_birth_date_cmp", "accounts", ["birth_date_cmp"], unique=False)
    op.create_index("ix_accounts_email_cmp", "accounts", ["email_cmp"], unique=False)
    op.create_index("ix_accounts_name", "accounts", ["last_cmp", "first_cmp"], unique=False)
    op.create_index("ix_accounts_phone_cmp", "accounts", ["phone_cmp"], unique=False)
    op.create_index("ix_accounts_zip_cmp", "accounts", ["zip_cmp"], unique=False)
    op.create_index(
        "uq_accounts_certain",
        "accounts",
        ["first_cmp", "last_cmp", "gender", "birth_date_cmp", "zip_cmp", "email_cmp"],
        unique=True,
        sqlite_where=sa.text("gender != 'unknown'"),
        postgresql_where=sa.text("gender != 'unknown'"),
    )
    op.create_table(
        "agents",
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("totp_secret", sa.LargeBinary(), nullable=False),
        sa.Column("totp_last", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("agent_id", name=op.f("pk_agents")),
        sa.UniqueConstraint("user_name", name=op.f("uq_agents_user_name")),
    )
    op.create_table(
        "lockouts",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("tries", sa.Text(), nullable=False),
        sa.Column("total", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_lockouts")),
    )
    op.create_index("ix_lockouts_touched_at", "lockouts", ["touched_at"], unique=False)
    op.create_table(
        "portal",
        sa.Column("one", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("epoch", sa.Text(), nullable=False),
        sa.Column("public_url", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", name=op.f("pk_portal")),
    )
    op.create_table(
        "practices",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("network_name", sa.Text(), nullable=False),
        sa.Column("operator_name", sa.Text(), nullable=False),
        sa.Column("guardian_below", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("adult_from", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("practice_id", name=op.f("pk_practices")),
    )
    op.create_table(
        "agent_sessions",
        sa.Column("session_hash", sa.Text(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("csrf", sa.Text(), nullable=False),
        sa.Column("available", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("present_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agents.agent_id"], name=op.f("fk_agent_sessions_agent_id")),
        sa.PrimaryKeyConstraint("session_hash", name=op.f("pk_agent_sessions")),
    )
    op.create_index("ix_agent_sessions_agent_id", "agent_sessions", ["agent_id"], unique=False)
    op.create_table(
        "call_backs",
        sa.Column("call_back_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["done_by"], ["agents.agent_id"], name=op.f("fk_call_backs_done_by")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_call_backs_practice_id")),
        sa.PrimaryKeyConstraint("call_back_id", name=op.f("pk_call_backs")),
    )
    op.create_index("ix_call_backs_state", "call_backs", ["state", "created_at"], unique=False)
    op.create_table(
        "change_counters",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("change_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_change_counters_practice_id")
        ),
        sa.PrimaryKeyConstraint("practice_id", name=op.f("pk_change_counters")),
    )
    op.create_table(
        "changes",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("change_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_changes_practice_id")),
        sa.PrimaryKeyConstraint("practice_id", "change_seq", name=op.f("pk_changes")),
        sa.UniqueConstraint("practice_id", "kind", "object_id", name=op.f("uq_changes_practice_id_kind_object_id")),
    )
    op.create_table(
        "consents",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("text_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_consents_account_id")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_consents_practice_id")),
        sa.PrimaryKeyConstraint("account_id", "practice_id", "text_id", "version", name=op.f("pk_consents")),
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
        sa.Column("chain_seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("audit_head", sa.Text(), nullable=False),
        sa.Column("audit_count", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("waiting", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_devices_practice_id")),
        sa.PrimaryKeyConstraint("device_id", name=op.f("pk_devices")),
        sa.UniqueConstraint("public_key", name=op.f("uq_devices_public_key")),
    )
    op.create_table(
        "draft_facts",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_draft_facts_practice_id")),
        sa.PrimaryKeyConstraint("practice_id", "subject", "fact", name=op.f("pk_draft_facts")),
    )
    op.create_index("ix_draft_facts_at", "draft_facts", ["at"], unique=False)
    op.create_table(
        "identity_checks",
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_identity_checks_account_id")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_identity_checks_practice_id")
        ),
        sa.PrimaryKeyConstraint("check_id", name=op.f("pk_identity_checks")),
    )
    op.create_index("ix_identity_checks_account_id", "identity_checks", ["account_id"], unique=False)
    op.create_index("ix_identity_checks_at", "identity_checks", ["at"], unique=False)
    op.create_index("ix_identity_checks_subject", "identity_checks", ["practice_id", "subject"], unique=False)
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
        sa.Column("attempts", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("next_try", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_mail_outbox_practice_id")),
        sa.PrimaryKeyConstraint("mail_id", name=op.f("pk_mail_outbox")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_mail_outbox_dedupe_key")),
    )
    op.create_index("ix_mail_outbox_due", "mail_outbox", ["state", "next_try"], unique=False)
    op.create_index(
        "ix_mail_outbox_named",
        "mail_outbox",
        ["created_at"],
        unique=False,
        sqlite_where=sa.text("recipient != ''"),
        postgresql_where=sa.text("recipient != ''"),
    )
    op.create_table(
        "memberships",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_memberships_account_id")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_memberships_practice_id")),
        sa.PrimaryKeyConstraint("account_id", "practice_id", name=op.f("pk_memberships")),
    )
    op.create_index("ix_memberships_practice_id", "memberships", ["practice_id"], unique=False)
    op.create_table(
        "not_same",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("person_hash", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_not_same_account_id")),
        sa.PrimaryKeyConstraint("account_id", "person_hash", name=op.f("pk_not_same")),
    )
    op.create_table(
        "pending_passwords",
        sa.Column("pending_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("flow_id", sa.Uuid(), nullable=True),
        sa.Column("tries", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_pending_passwords_account_id")),
        sa.PrimaryKeyConstraint("pending_id", name=op.f("pk_pending_passwords")),
    )
    op.create_index("ix_pending_passwords_account_id", "pending_passwords", ["account_id"], unique=False)
    op.create_index("ix_pending_passwords_expires_at", "pending_passwords", ["expires_at"], unique=False)
    op.create_table(
        "sms_outbox",
        sa.Column("sms_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("next_try", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_sms_outbox_practice_id")),
        sa.PrimaryKeyConstraint("sms_id", name=op.f("pk_sms_outbox")),
    )
    op.create_index("ix_sms_outbox_due", "sms_outbox", ["state", "next_try"], unique=False)
    op.create_index("ix_sms_outbox_expires_at", "sms_outbox", ["expires_at"], unique=False)
    op.create_table(
        "staff",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("verifier", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_staff_practice_id")),
        sa.PrimaryKeyConstraint("staff_id", name=op.f("pk_staff")),
    )
    op.create_table(
        "support_acts",
        sa.Column("act_id", sa.Uuid(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("chat_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("identity_check", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_support_acts_account_id")),
        sa.ForeignKeyConstraint(["agent_id"], ["agents.agent_id"], name=op.f("fk_support_acts_agent_id")),
        sa.PrimaryKeyConstraint("act_id", name=op.f("pk_support_acts")),
    )
    op.create_index("ix_support_acts_chat_id", "support_acts", ["chat_id"], unique=False)
    op.create_table(
        "tokens",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_tokens_account_id")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_tokens_practice_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_tokens")),
    )
    op.create_index("ix_tokens_account_id", "tokens", ["account_id", "purpose"], unique=False)
    op.create_index("ix_tokens_expires_at", "tokens", ["expires_at"], unique=False)
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("agent_id", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("identity_check", sa.Text(), nullable=False),
        sa.Column("phone_code", sa.Text(), nullable=True),
        sa.Column("phone_code_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("phone_code_tries", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("phone_code_sends", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("patient_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_chats_account_id")),
        sa.ForeignKeyConstraint(["agent_id"], ["agents.agent_id"], name=op.f("fk_chats_agent_id")),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name=op.f("fk_chats_device_id")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_chats_practice_id")),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_chats")),
    )
    op.create_index("ix_chats_closed_at", "chats", ["closed_at"], unique=False)
    op.create_index("ix_chats_device_id", "chats", ["device_id", "state"], unique=False)
    op.create_index("ix_chats_state", "chats", ["state", "created_at"], unique=False)
    op.create_table(
        "deferrals",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("op_id", sa.Uuid(), nullable=False),
        sa.Column("payload_hash", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name=op.f("fk_deferrals_device_id")),
        sa.PrimaryKeyConstraint("device_id", "seq", name=op.f("pk_deferrals")),
        sa.UniqueConstraint("op_id", name=op.f("uq_deferrals_op_id")),
    )
    op.create_table(
        "desk_acts",
        sa.Column("act_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("check_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_desk_acts_account_id")),
        sa.ForeignKeyConstraint(["check_id"], ["identity_checks.check_id"], name=op.f("fk_desk_acts_check_id")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_desk_acts_practice_id")),
        sa.PrimaryKeyConstraint("act_id", name=op.f("pk_desk_acts")),
    )
    op.create_index("ix_desk_acts_account_id", "desk_acts", ["account_id"], unique=False)
    op.create_table(
        "enrolment_codes",
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name=op.f("fk_enrolment_codes_device_id")),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_enrolment_codes_practice_id")
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_enrolment_codes")),
        sa.UniqueConstraint("device_id", name=op.f("uq_enrolment_codes_device_id")),
    )
    op.create_table(
        "flows",
        sa.Column("flow_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=True),
        sa.Column("account_id", sa.Uuid(), nullable=True),
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("data", sa.LargeBinary(), nullable=True),
        sa.Column("tries", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name=op.f("fk_flows_device_id")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_flows_practice_id")),
        sa.PrimaryKeyConstraint("flow_id", name=op.f("pk_flows")),
    )
    op.create_index("ix_flows_expires_at", "flows", ["expires_at"], unique=False)
    op.create_table(
        "invitations",
        sa.Column("invitation_id", sa.Uuid(), nullable=False),
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.Column("birth_date", sa.Text(), nullable=False),
        sa.Column("zip_code", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("gender", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("first_cmp", sa.Text(), nullable=False),
        sa.Column("last_cmp", sa.Text(), nullable=False),
        sa.Column("birth_date_cmp", sa.Text(), nullable=False),
        sa.Column("zip_cmp", sa.Text(), nullable=True),
        sa.Column("email_cmp", sa.Text(), nullable=True),
        sa.Column("phone_cmp", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("used_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["issued_by"], ["staff.staff_id"], name=op.f("fk_invitations_issued_by")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_invitations_practice_id")),
        sa.ForeignKeyConstraint(["used_by"], ["accounts.account_id"], name=op.f("fk_invitations_used_by")),
        sa.PrimaryKeyConstraint("invitation_id", name=op.f("pk_invitations")),
    )
    op.create_index("ix_invitations_person", "invitations", ["practice_id", "birth_date_cmp", "zip_cmp"], unique=False)
    op.create_table(
        "receipts",
        sa.Column("op_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("payload_hash", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name=op.f("fk_receipts_device_id")),
        sa.PrimaryKeyConstraint("op_id", name=op.f("pk_receipts")),
        sa.UniqueConstraint("device_id", "seq", name=op.f("uq_receipts_device_id_seq")),
    )
    op.create_table(
        "seen_requests",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name=op.f("fk_seen_requests_device_id")),
        sa.PrimaryKeyConstraint("device_id", "request_id", name=op.f("pk_seen_requests")),
    )
    op.create_index("ix_seen_requests_at", "seen_requests", ["at"], unique=False)
    op.create_table(
        "wrong_tries",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("lookup_id", sa.Text(), nullable=False),
        sa.Column("count", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["device_id"], ["devices.device_id"], name=op.f("fk_wrong_tries_device_id")),
        sa.PrimaryKeyConstraint("device_id", "lookup_id", name=op.f("pk_wrong_tries")),
    )
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
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("id_document", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.account_id"], name=op.f("fk_cases_account_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.staff_id"], name=op.f("fk_cases_decided_by")),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitations.invitation_id"], name=op.f("fk_cases_invitation_id")),
        sa.ForeignKeyConstraint(["practice_id"], ["practices.practice_id"], name=op.f("fk_cases_practice_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_cases")),
        sa.UniqueConstraint("op_id", name=op.f("uq_cases_op_id")),
    )
    op.create_index("ix_cases_open", "cases", ["practice_id", "state"], unique=False)
    op.create_index("ix_cases_subject", "cases", ["practice_id", "subject"], unique=False)
    op.create_table(
        "chat_lines",
        sa.Column("chat_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("from_agent", sa.Boolean(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("line", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.chat_id"], name=op.f("fk_chat_lines_chat_id")),
        sa.PrimaryKeyConstraint("chat_id", "number", name=op.f("pk_chat_lines")),
        sa.UniqueConstraint("chat_id", "line_id", name=op.f("uq_chat_lines_chat_id_line_id")),
    )
    op.create_table(
        "invitation_codes",
        sa.Column("practice_id", sa.Uuid(), nullable=False),
        sa.Column("lookup_id", sa.Text(), nullable=False),
        sa.Column("invitation_id", sa.Uuid(), nullable=False),
        sa.Column("roster", sa.LargeBinary(), nullable=True),
        sa.Column("roster_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["invitations.invitation_id"], name=op.f("fk_invitation_codes_invitation_id")
        ),
        sa.ForeignKeyConstraint(
            ["practice_id"], ["practices.practice_id"], name=op.f("fk_invitation_codes_practice_id")
        ),
        sa.PrimaryKeyConstraint("practice_id", "lookup_id", name=op.f("pk_invitation_codes")),
        sa.UniqueConstraint("roster_id", name=op.f("uq_invitation_codes_roster_id")),
    )
    op.create_index("ix_invitation_codes_invitation_id", "invitation_codes", ["invitation_id"], unique=False)
