"""Support agents: the portal's own people, not staff of a practice. Password and one-time code let them in.

Unknown names, disabled agents and wrong tries look alike, cost one bcrypt run each, and lock alike.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
import secrets
import unicodedata
import uuid
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import bcrypt
import sqlalchemy as sa

from kiosk.domain.credentials import BCRYPT_COST
from kiosk.domain.values import Sensitive
from kiosk.portal import bcrypts, lockouts
from kiosk.portal import tables_support as t
from kiosk.portal.engine import insert_once
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.lockouts import Tried
from kiosk.portal.support import totp

SHORTEST_PASSWORD: Final = 12
LONGEST_PASSWORD: Final = 200
NAME_MAX: Final = 32


@dataclass(frozen=True, slots=True, repr=False)
class Known(Sensitive):
    """What a sign-in is checked against; for an unknown name, what costs the same."""

    agent_id: UUID | None
    password_hash: str | None
    secret: bytes
    key: str


def random_password() -> str:
    """A password to be typed once and kept in a password manager: 20 letters and digits, 119 bits."""
    alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(5)) for _ in range(4))


def add(
    connection: sa.Connection, keys: PortalKeys, user_name: str, display_name: str, password_hash: str, now: dt.datetime
) -> tuple[UUID, str]:
    """Make an agent.

    Returns:
        the id, and the ``otpauth://`` URI, which is never shown again.

    Raises:
        ValueError: a name is taken, or nobody could type or show it.
    """
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{1,31}", user_name):
        raise ValueError("an agent's name has 2 to 32 of a-z 0-9 . _ -")
    if not display_name.isprintable() or not 1 <= len(display_name.strip()) <= 40:
        raise ValueError("--display is what patients see: 1 to 40 characters")
    agent_id, secret = uuid.uuid4(), totp.new_secret()
    values = {
        "agent_id": agent_id,
        "user_name": user_name,
        "display_name": display_name.strip(),
        "password_hash": password_hash,
        "totp_secret": keys.encrypt(secret, agent_id.bytes),
        "totp_last": 0,
        "active": True,
        "created_at": now,
    }
    if not insert_once(connection, t.agents, values):
        raise ValueError("there is an agent of this name")
    return agent_id, totp.uri(secret, user_name)


def disable(connection: sa.Connection, user_name: str) -> bool:
    """Shut an agent out at once; the patients of open chats wait for another one.

    Returns:
        whether there is such an agent.
    """
    agent_id = connection.execute(
        sa.update(t.agents).where(t.agents.c.user_name == user_name).values(active=False).returning(t.agents.c.agent_id)
    ).scalar_one_or_none()
    if agent_id is None:
        return False
    connection.execute(sa.delete(t.agent_sessions).where(t.agent_sessions.c.agent_id == agent_id))
    release_chats(connection, agent_id)
    return True


def release_chats(connection: sa.Connection, agent_id: UUID) -> None:
    """Put the agent's open chats back into the queue, at the place of their arrival."""
    connection.execute(
        sa.update(t.chats)
        .where(t.chats.c.agent_id == agent_id, t.chats.c.state == "open")
        .values(state="waiting", agent_id=None)
    )


def look_up(connection: sa.Connection, keys: PortalKeys, user_name: str) -> Known:
    """What to check a sign-in against; never says whether there is such an agent."""
    folded = unicodedata.normalize("NFKC", user_name).strip().casefold()[:NAME_MAX].replace("\0", "")
    row = connection.execute(
        sa.select(t.agents).where(t.agents.c.user_name == folded, t.agents.c.active.is_(True))
    ).one_or_none()
    key = lockouts.key_of(keys, Tried.AGENT, folded)
    if row is None:
        return Known(None, None, bytes(totp.SECRET_BYTES), key)
    return Known(row.agent_id, row.password_hash, keys.decrypt(row.totp_secret, row.agent_id.bytes), key)


def decide(connection: sa.Connection, known: Known, *, right: bool, code: str, now: dt.datetime) -> UUID | None:
    """Let in, or count a wrong try.

    Args:
        right: whether the password was.

    Returns:
        who; None if anything was wrong, or too much before. A code lets in once.
    """
    if lockouts.hold(connection, known.key, now) is not None:
        return None
    step = totp.step_of(known.secret, code, now)
    let_in = right and step is not None and _use_up(connection, known, step)
    lockouts.judge(connection, known.key, now, right=let_in)
    return known.agent_id if let_in else None


def _use_up(connection: sa.Connection, known: Known, step: int) -> bool:
    """Let the code of this step, and of all before it, work no more; false if it has been used."""
    newer = (t.agents.c.agent_id == known.agent_id, t.agents.c.active.is_(True), t.agents.c.totp_last < step)
    used = sa.update(t.agents).where(*newer).values(totp_last=step)
    return connection.execute(used).rowcount == 1


def hash_password(password: str) -> str:
    """Hash an agent's password: bcrypt of a digest, so that its length does not matter.

    Raises:
        ValueError: fewer than 12 characters, or more than 200.
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise ValueError(f"an agent's password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters")
    return bcrypt.hashpw(_digest(password), bcrypt.gensalt(BCRYPT_COST)).decode("ascii")


def password_agrees(password: str, known: Known) -> bool:
    """Whether the password is the agent's; a quarter of a second, the same for nobody's."""
    return bcrypts.matches(_digest(password[:LONGEST_PASSWORD]), known.password_hash)


def _digest(password: str) -> bytes:
    normal = unicodedata.normalize("NFKC", password).encode("utf-8", "replace")
    return base64.b64encode(hashlib.sha384(b"kiosk-agent/1\0" + normal).digest())
