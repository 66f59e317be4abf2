"""Tables of support: agents, their sessions, chats and what they did (S40, S41, S47)."""

from __future__ import annotations

import sqlalchemy as sa

from kiosk.portal.columns import identifier, number, reference, text, time
from kiosk.portal.tables import metadata

__all__ = ["agent_sessions", "agents", "call_backs", "chat_lines", "chats", "support_acts"]

# Support's own people, not staff of a practice.
agents = sa.Table(
    "agents",
    metadata,
    identifier("agent_id"),
    text("user_name"),
    text("display_name"),  # what patients see
    text("password_hash"),
    sa.Column("totp_secret", sa.LargeBinary(), nullable=False),  # encrypted
    number("totp_last"),  # the time step last used: a code works once
    sa.Column("active", sa.Boolean(), nullable=False),
    time("created_at"),
    sa.UniqueConstraint("user_name"),
)

agent_sessions = sa.Table(
    "agent_sessions",
    metadata,
    text("session_hash", primary=True),
    reference("agents.agent_id"),
    text("csrf"),
    sa.Column("available", sa.Boolean(), nullable=False),
    time("created_at"),
    time("last_seen"),  # what the agent did; live updates do not count
    time("present_at"),  # a page was open
    time("expires_at"),
    sa.Index("ix_agent_sessions_agent_id", "agent_id"),
)

# A chat's id is what the wire calls its flow. Name and lines are encrypted; all goes 30 days after the chat ended.
chats = sa.Table(
    "chats",
    metadata,
    identifier("chat_id"),
    reference("practices.practice_id"),
    reference("devices.device_id"),
    sa.Column("name", sa.LargeBinary(), nullable=False),
    text("topic"),
    text("language"),
    text("state"),  # waiting, open, closed
    reference("agents.agent_id", nullable=True),
    reference("accounts.account_id", nullable=True),  # once the agent found the account
    text("identity_check"),  # "", phone_code, desk_photo_id: of this account's holder, in this chat
    text("phone_code", nullable=True),  # six digits on their way, as ``digits`` keeps them
    time("phone_code_until", nullable=True),
    number("phone_code_tries"),
    number("phone_code_sends"),
    time("created_at"),
    time("patient_seen"),
    time("closed_at", nullable=True),
    text("closed_by"),  # "", patient, agent, silence, another_chat
    sa.Index("ix_chats_state", "state", "created_at"),
    sa.Index("ix_chats_device_id", "device_id", "state"),
    sa.Index("ix_chats_closed_at", "closed_at"),
)

chat_lines = sa.Table(
    "chat_lines",
    metadata,
    reference("chats.chat_id", primary=True),
    number("number", primary=True),
    identifier("line_id", primary=False),
    sa.Column("from_agent", sa.Boolean(), nullable=False),
    text("author"),
    sa.Column("line", sa.LargeBinary(), nullable=False),
    time("at"),
    sa.UniqueConstraint("chat_id", "line_id"),
)

call_backs = sa.Table(
    "call_backs",
    metadata,
    identifier("call_back_id"),
    reference("practices.practice_id"),
    sa.Column("data", sa.LargeBinary(), nullable=False),  # name and contact, encrypted
    text("topic"),
    text("language"),
    text("state"),  # open, done
    time("created_at"),
    time("done_at", nullable=True),
    reference("agents.agent_id", name="done_by", nullable=True),
    sa.Index("ix_call_backs_state", "state", "created_at"),
)

# Who did what for whom, after which identity check; never what was said.
support_acts = sa.Table(
    "support_acts",
    metadata,
    identifier("act_id"),
    reference("agents.agent_id"),
    text("act"),  # acts.Act
    sa.Column("chat_id", sa.Uuid(), nullable=True),
    reference("accounts.account_id", nullable=True),
    text("identity_check"),
    time("at"),
    sa.Index("ix_support_acts_chat_id", "chat_id"),
)
