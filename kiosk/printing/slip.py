"""What stands on a slip (F1), and the words around it."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from kiosk.domain.activation import ActivationCode
from kiosk.domain.values import Language, Sensitive
from kiosk.resources import resource

OTHER_LANGUAGE: Final = {Language.ENGLISH: Language.SPANISH, Language.SPANISH: Language.ENGLISH}
"""A slip speaks its own language large and another one below, for whoever helps the patient."""

_UNPRINTABLE: Final = frozenset(
    map(
        chr,
        (
            *range(0x20), *range(0x7F, 0xA0),  # control characters
            *(0x2028, 0x2029),  # line and paragraph separators
            *(0x061C, 0x200E, 0x200F), *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # turn the reading direction
        ),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Slip(Sensitive):
    """One invitation's slip. No date of birth, ZIP, email or record number is on it, so none is in it.

    Attributes:
        practice_name: as the top bar shows it.
        first_name: of the patient.
        last_initial: one letter, or empty for a person with one name.
        code: the activation code.
        number: ``INV-7F3K``.
        host: ``name[:port]`` of the portal, at most 36 characters.
        expires: last day on which the code works, where the practice is.
        language: the slip's own.
        through_guardian: a child's: its parent or guardian signs it up, and the words say so (S11).
    """

    practice_name: str
    first_name: str
    last_initial: str
    code: ActivationCode
    number: str
    host: str
    expires: dt.date
    language: Language = Language.ENGLISH
    through_guardian: bool = False

    @property
    def words(self) -> Words:
        """The words around it, in its own language."""
        return words(self.language, through_guardian=self.through_guardian)

    @property
    def other_words(self) -> Words:
        """The same in the other language."""
        return words(OTHER_LANGUAGE[self.language], through_guardian=self.through_guardian)

    @property
    def name(self) -> str:
        """First name and last initial, as in ``Maria O.``, the most that paper tells."""
        return f"{self.first_name} {self.last_initial}." if self.last_initial else self.first_name

    @property
    def link(self) -> str:
        """What the QR says."""
        return self.code.link(self.host)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, from ``resources/print``; ``guardian`` is "" for whoever signs up alone."""

    title: str
    cover_for: str
    cover_private: str
    number: str
    steps: tuple[str, ...]
    code: str
    expires: str
    portal: str
    notice: str
    guardian: str
    lost: str
    fold_back: str
    fold_in: str
    test_page: str
    test_hint: str
    months: tuple[str, ...]
    date: str

    def day(self, date: dt.date) -> str:
        """A date in words."""
        return self.date.format(month=self.months[date.month - 1], day=date.day, year=date.year)


@cache
def words(language: Language, *, through_guardian: bool = False) -> Words:
    """The words of a language, for a patient or for a child's parent; a slip does not follow the screen's."""
    raw = tomllib.loads(resource("print", f"{language.value}.toml").read_text("utf-8"))
    instead = raw.pop("child")
    if through_guardian:
        raw |= instead
    lists = {name: tuple(value) for name, value in raw.items() if isinstance(value, list)}
    return Words(**{**raw, **lists})


def printable(value: str) -> str:
    """A value as it may stand among our words: whatever could move or hide them becomes U+FFFD."""
    return "".join("\ufffd" if character in _UNPRINTABLE else character for character in value)
