"""What support is asked about (S40, S47): technical matters only."""

from __future__ import annotations

import enum


class ChatTopic(enum.Enum):
    """The topics offered before the first chat message, and with a call-back request."""

    USER_ID = "user_id"
    PASSWORD = "password"  # noqa: S105 - the name of a topic
    SECRET_QUESTION = "secret_question"  # noqa: S105 - the name of a topic
    EMAIL = "email"
    SIGN_UP = "sign_up"
    OTHER = "other"
