"""The on-screen keyboard's layouts, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kiosk.ui.widgets.line_edit import FieldKind

__all__ = ["ACCENTS", "KIND_LAYOUTS", "Key", "KeyAction", "Layout"]


class KeyAction(Enum):
    """What a key does besides typing its text."""

    TYPE = "type"
    SHIFT = "shift"
    BACKSPACE = "backspace"
    SPACE = "space"
    NEXT = "next"
    HIDE = "hide"
    SYMBOLS = "symbols"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: the text it types or the action it does, and its width in half keys."""

    text: str = ""
    action: KeyAction = KeyAction.TYPE
    width: int = 2

    @property
    def name(self) -> str:
        """Object name: `key_a`, `key_backspace`; signs by their code point, `key_u40` for "@"."""
        if self.action is not KeyAction.TYPE:
            return f"key_{self.action.value}"
        if self.text.isalnum():
            return f"key_{self.text}"
        return "key_" + ("dot_com" if len(self.text) > 1 else f"u{ord(self.text):x}")


Rows = tuple[tuple[Key, ...], ...]

_SHIFT = Key(action=KeyAction.SHIFT, width=3)
_BACK = Key(action=KeyAction.BACKSPACE, width=3)
_SPACE = Key(action=KeyAction.SPACE, width=8)
_NEXT = Key(action=KeyAction.NEXT, width=4)
_HIDE = Key(action=KeyAction.HIDE, width=4)
_TO_SYMBOLS = Key(action=KeyAction.SYMBOLS, width=4)
_THREE_SYMBOLS = Key(action=KeyAction.SYMBOLS, width=3)
_THREE_HIDE = Key(action=KeyAction.HIDE, width=3)
_TO_LETTERS = Key(action=KeyAction.LETTERS, width=4)


def _keys(texts: str) -> tuple[Key, ...]:
    return tuple(Key(text) for text in texts)


_LETTER_ROWS: Rows = (
    _keys("qwertyuiop"),
    _keys("asdfghjkl"),
    (_SHIFT, *_keys("zxcvbnm"), _BACK),
)
_NUMBER_ROW = _keys("1234567890")


class Layout(Enum):
    """The layouts; every row is centred, the widest row of a layout fills the keyboard."""

    LETTERS = (*_LETTER_ROWS, (_TO_SYMBOLS, _SPACE, _NEXT, _HIDE))
    USER = (
        _NUMBER_ROW,
        *_LETTER_ROWS,
        (_THREE_SYMBOLS, *_keys("._-"), Key(action=KeyAction.SPACE, width=4), _NEXT, _THREE_HIDE),
    )
    EMAIL = (
        _NUMBER_ROW,
        *_LETTER_ROWS,
        (_THREE_SYMBOLS, *_keys("@._-"), Key(".com", width=3), Key(action=KeyAction.NEXT, width=3), _THREE_HIDE),
    )
    SYMBOLS = (
        _NUMBER_ROW,
        _keys("@#$%&*-+()"),
        (*_keys("!\"':;/?,."), Key("_")),
        (_TO_LETTERS, Key(action=KeyAction.SPACE, width=5), _BACK, _NEXT, _HIDE),
    )
    DIGITS = (
        _keys("123"),
        _keys("456"),
        _keys("789"),
        (Key(action=KeyAction.BACKSPACE), Key("0"), Key(action=KeyAction.NEXT)),
    )
    PHONE = (
        (*_keys("123"), Key(action=KeyAction.BACKSPACE)),
        (*_keys("456"), Key("+")),
        (*_keys("789"), Key("-")),
        (*_keys("(0)"), Key(action=KeyAction.NEXT)),
    )
    CODE = (
        _keys("01234567"),
        _keys("89ABCDEF"),
        _keys("GHJKMNPQ"),
        _keys("RSTVWXYZ"),
        (
            Key(action=KeyAction.HIDE, width=4),
            Key(action=KeyAction.NEXT, width=6),
            Key(action=KeyAction.BACKSPACE, width=6),
        ),
    )


KIND_LAYOUTS = {
    FieldKind.TEXT: Layout.LETTERS,
    FieldKind.NAME: Layout.LETTERS,
    FieldKind.EMAIL: Layout.EMAIL,
    FieldKind.DIGITS: Layout.DIGITS,
    FieldKind.ZIP: Layout.DIGITS,
    FieldKind.PHONE: Layout.PHONE,
    FieldKind.CODE: Layout.CODE,
    FieldKind.USER_ID: Layout.USER,
    FieldKind.PASSWORD: Layout.USER,
}
"""The layout that opens for each kind of field."""

ACCENTS = {
    "a": "áàâäãåæ",
    "c": "ç",
    "e": "éèêë",
    "i": "íìîï",
    "n": "ñ",
    "o": "óòôöõø",
    "u": "úùûü",
    "y": "ýÿ",
    "s": "ß",
    "'": "’",
}
"""What a long press offers."""
