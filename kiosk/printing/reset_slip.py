"""The one-time slip of somebody who forgot user ID or password (F7): an invitation's paper, other words and link."""

from __future__ import annotations

import dataclasses
import datetime as dt
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from kiosk.domain.activation import CodeUse
from kiosk.domain.values import Language
from kiosk.printing.slip import OTHER_LANGUAGE, Slip, Words
from kiosk.printing.slip import words as words_of_invitations
from kiosk.resources import resource


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OneTimeSlip(Slip):
    """What stands on it; date of birth, user ID and email are not in it. It has no ``number``.

    Attributes:
        until: on the practice's clock; ``expires`` is its day.
        today: where the practice is, when it is printed.
    """

    until: dt.datetime
    today: dt.date

    @property
    def words(self) -> Words:
        """The words around it, in its own language."""
        return self._said(self.language)

    @property
    def other_words(self) -> Words:
        """The same in the other language."""
        return self._said(OTHER_LANGUAGE[self.language])

    @property
    def link(self) -> str:
        """What the QR says."""
        return self.code.link(self.host, CodeUse.RESET_SLIP)

    def _said(self, language: Language) -> Words:
        """An invitation is good for days, this for minutes: until when is said with the time."""
        said, clock = _words(language)
        day = clock.today if self.until.date() == self.today else clock.tomorrow
        return dataclasses.replace(said, expires=said.expires.format(time=clock.time(self.until), day=day))


@dataclass(frozen=True, slots=True)
class _Clock:
    """How a language tells the time."""

    am: str
    pm: str
    today: str
    tomorrow: str

    def time(self, moment: dt.datetime) -> str:
        half = self.am if moment.hour < 12 else self.pm
        return f"{moment.hour % 12 or 12}:{moment.minute:02d} {half}"


@cache
def _words(language: Language) -> tuple[Words, _Clock]:
    raw = tomllib.loads(resource("print", f"reset.{language.value}.toml").read_text("utf-8"))
    instead: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in raw["instead"].items()
    }
    return dataclasses.replace(words_of_invitations(language), **instead), _Clock(**raw["clock"])
