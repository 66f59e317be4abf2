"""Why a typed value was refused: one enum for every field of every screen, file and request.

A refusal is an expected answer, so it is returned, never raised (``docs/architecture.md``, "House rules"). The words
for it stand with the screens (``kiosk.ui.texts``); the portal answers with the enum's value.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Refusal(enum.Enum):
    """The reason a value was refused, named by its field."""

    NAME_EMPTY = "name_empty"
    NAME_TOO_LONG = "name_too_long"
    NAME_CHARACTERS = "name_characters"
    DATE_INCOMPLETE = "date_incomplete"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_TOO_EARLY = "date_too_early"
    DATE_IN_FUTURE = "date_in_future"
    ZIP_FORMAT = "zip_format"
    EMAIL_EMPTY = "email_empty"
    EMAIL_FORMAT = "email_format"
    PHONE_FORMAT = "phone_format"
    USER_ID_LENGTH = "user_id_length"
    USER_ID_CHARACTERS = "user_id_characters"
    USER_ID_RESERVED = "user_id_reserved"
    CODE_LENGTH = "code_length"
    CODE_SYMBOL = "code_symbol"
    CODE_CHECK = "code_check"
    CODE_FOREIGN = "code_foreign"
    CODE_OF_RESET_SLIP = "code_of_reset_slip"
    """The link of a reset slip (F7), where an activation code is expected."""
    CODE_OF_INVITATION = "code_of_invitation"
    """The link of an invitation, where a reset slip is expected."""
    PASSWORD_TOO_SHORT = "password_too_short"  # noqa: S105 - the name of a refusal, not a password
    PASSWORD_TOO_LONG = "password_too_long"  # noqa: S105 - the name of a refusal, not a password
    PASSWORD_NEEDS_NUMBER_OR_CAPITAL = "password_needs_number_or_capital"  # noqa: S105 - the name of a refusal
    PASSWORD_SPECIAL_CHARACTER = "password_special_character"  # noqa: S105 - the name of a refusal
    CHOICE_MISSING = "choice_missing"
    ANSWER_EMPTY = "answer_empty"
    ANSWER_TOO_LONG = "answer_too_long"
    CONSENT_MISSING = "consent_missing"
    ADDRESS_FORMAT = "address_format"
    PHONE_CODE_FORMAT = "phone_code_format"
    LOG_IN_EMPTY = "log_in_empty"
    PASSWORDS_DIFFER = "passwords_differ"
    CHAT_NAME_EMPTY = "chat_name_empty"
    CONTACT_FORMAT = "contact_format"


@dataclass(frozen=True, slots=True)
class Refused:
    """A refused value.

    Attributes:
        reason: why.
        character: the one offending character, where a single one is to blame (S5-S7: "a refusal names the rule
            and the character"); never more of what was typed.
    """

    reason: Refusal
    character: str = ""
