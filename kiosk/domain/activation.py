"""Activation codes: 14 random Crockford base32 symbols and one check symbol (S13).

The check symbol catches every single wrong symbol, every swap of two symbols and every twin error
(``AA`` for ``BB``) before it costs the patient a try at the portal: the weights are distinct non-zero powers of a
generator of GF(32), so their pairwise sums never vanish.

A reset slip of the front desk (F7) carries a code of the same form, but under another link: ``CodeUse``.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import Final

from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import Sensitive

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: no I, L, O, U."""

PAYLOAD_SYMBOLS: Final = 14
CODE_SYMBOLS: Final = PAYLOAD_SYMBOLS + 1
ENTROPY_BYTES: Final = 9
"""Random bytes behind a code: 70 of their 72 bits are used."""

INVITATION_DAYS: Final = 14
"""How long an invitation and its codes are good; the portal's clock decides."""

_MODULUS: Final = 0b101001
_WHITENING: Final = 0x11
_ALIASES: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


class CodeUse(enum.Enum):
    """What a code is for; the value is the path of its link: ``https://HOST/USE#CODE``."""

    INVITATION = "a"
    RESET_SLIP = "r"
    """A one-time slip of the front desk: it lets its bearer choose a new password once (F7)."""


_OTHER: Final = {
    CodeUse.INVITATION: (CodeUse.RESET_SLIP, Refusal.CODE_OF_RESET_SLIP),
    CodeUse.RESET_SLIP: (CodeUse.INVITATION, Refusal.CODE_OF_INVITATION),
}
"""The other use's link, where one is expected, and the refusal that says what it is."""


def _times(a: int, b: int) -> int:
    """Multiply in GF(2^5) modulo x^5 + x^3 + 1."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0b100000:
            a ^= _MODULUS
        b >>= 1
    return product


def check_symbol(payload: str) -> str:
    """The check symbol of 14 symbols: the sum of symbol i times α^i, XOR 0x11."""
    total, weight = 0, 1
    for symbol in payload:
        weight = _times(weight, 2)
        total ^= _times(weight, ALPHABET.index(symbol))
    return ALPHABET[total ^ _WHITENING]


@dataclass(frozen=True, slots=True, repr=False)
class ActivationCode(Sensitive):
    """An activation code as 15 symbols without separators."""

    symbols: str

    @classmethod
    def from_entropy(cls, raw: bytes) -> ActivationCode:
        """Make a code from 9 random bytes.

        Raises:
            ValueError: if there are not exactly 9 bytes.
        """
        if len(raw) != ENTROPY_BYTES:
            raise ValueError(f"an activation code needs {ENTROPY_BYTES} bytes of entropy")
        number = int.from_bytes(raw, "big")
        payload = "".join(ALPHABET[number >> 5 * place & 31] for place in range(PAYLOAD_SYMBOLS))
        return cls(payload + check_symbol(payload))

    @classmethod
    def parse(cls, text: str) -> ActivationCode | Refused:
        """Accept a typed code: any case, blanks and hyphens ignored, O read as 0, I and L as 1."""
        symbols = re.sub(r"[\s‐-―-]", "", text.upper()).translate(_ALIASES)
        for symbol in symbols:
            if symbol not in ALPHABET:
                return Refused(Refusal.CODE_SYMBOL, symbol if symbol.isprintable() else "")
        if len(symbols) != CODE_SYMBOLS:
            return Refused(Refusal.CODE_LENGTH)
        if check_symbol(symbols[:PAYLOAD_SYMBOLS]) != symbols[PAYLOAD_SYMBOLS]:
            return Refused(Refusal.CODE_CHECK)
        return cls(symbols)

    @classmethod
    def parse_scan(cls, text: str, *, host: str, use: CodeUse = CodeUse.INVITATION) -> ActivationCode | Refused:
        """Accept what a scanner read: a bare code, or exactly the link of this portal for this use.

        Nothing is ever opened or followed. The link of the other use says what it is; anything else that looks like a
        link is ``CODE_FOREIGN``.
        """
        trimmed = text.strip()
        prefix = link_prefix(host, use)
        if trimmed.startswith(prefix):
            return cls.parse(trimmed[len(prefix) :])
        other, refusal = _OTHER[use]
        if trimmed.startswith(link_prefix(host, other)):
            return Refused(refusal)
        if ":" in trimmed or "/" in trimmed or len(trimmed) > 64:
            return Refused(Refusal.CODE_FOREIGN)
        return cls.parse(trimmed)

    @property
    def grouped(self) -> str:
        """As people read it: ``XXXXX-XXXXX-XXXXX``."""
        return "-".join(self.symbols[i : i + 5] for i in range(0, CODE_SYMBOLS, 5))

    def link(self, host: str, use: CodeUse = CodeUse.INVITATION) -> str:
        """The link of the mail and the QR code; the code stands in the fragment, which no browser sends."""
        return link_prefix(host, use) + self.symbols


def link_prefix(host: str, use: CodeUse = CodeUse.INVITATION) -> str:
    """``https://HOST/a#``. ``host`` is ``name[:port]`` of at most 36 characters, so that a version 4 QR holds it."""
    return f"https://{host}/{use.value}#"


def invitation_number(raw: bytes) -> str:
    """The number staff and patients may say aloud: ``INV-`` and 4 random symbols (F1); it opens nothing.

    Args:
        raw: at least 4 random bytes.

    Raises:
        ValueError: fewer than 4 bytes.
    """
    if len(raw) < 4:
        raise ValueError("an invitation number needs 4 bytes of entropy")
    return "INV-" + "".join(ALPHABET[byte & 31] for byte in raw[:4])
