"""Words of chat and call-back (S40, S47)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.support import ChatTopic

__all__ = ["emergency", "notice", "topic", "topics"]

translate = QCoreApplication.translate


def notice(operator: str) -> str:
    """What support can and cannot do: the source's words, whole, with the operator's name (S47)."""
    return translate(
        "Support",
        "PLEASE NOTE: %1 is able to assist you with technical support only. We can provide you with login assistance "
        "and we can help if you encounter difficulty when trying to accomplish a task in the portal. If you are a "
        "patient and have questions about your appointment, your bill, your medical care, or the contents of a message "
        "you received on the portal, please contact your practice directly as %1 is unable to answer questions related "
        "to the service you receive at your doctor's office.",
    ).replace("%1", operator)


def emergency() -> str:
    """Stands with the notice (S47)."""
    return translate("Support", "In an emergency call 911.")


def topic(value: ChatTopic) -> str:
    """A topic as the patient reads it."""
    match value:
        case ChatTopic.USER_ID:
            return translate("Support", "I forgot my user ID")
        case ChatTopic.PASSWORD:
            return translate("Support", "I forgot my password")
        case ChatTopic.SECRET_QUESTION:
            return translate("Support", "I don't remember my secret question")
        case ChatTopic.EMAIL:
            return translate("Support", "My email address has changed")
        case ChatTopic.SIGN_UP:
            return translate("Support", "I cannot sign up")
        case ChatTopic.OTHER:
            return translate("Support", "Something else about the portal")


def topics() -> tuple[tuple[str, str], ...]:
    """Every topic, for rows to touch."""
    return tuple((value.value, topic(value)) for value in ChatTopic)
