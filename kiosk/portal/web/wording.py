"""The words of the pages: one TOML file a language in ``resources/web``, looked up by dotted name when shown."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from kiosk.domain.refusals import Refused
from kiosk.resources import resource

LANGUAGES: Final = (("en", "English"), ("es", "Español"))
"""Each language with its own name for itself, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class HelpEntry:
    """A question and its answer (S42): paragraphs, then steps."""

    question: str
    text: tuple[str, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, for one practice.

    Attributes:
        fields: what ``$name`` stands for in every sentence.
    """

    language: str
    fields: Mapping[str, str]

    def __call__(self, name: str, **fields: str) -> str:
        """A sentence.

        Raises:
            KeyError: there is no such name, or it needs a field that was not given.
        """
        found = _look_up(self.language, name)
        if not isinstance(found, str):
            raise KeyError(name)
        return self._filled(found, fields)

    def lines(self, name: str) -> tuple[str, ...]:
        """A list of sentences."""
        return tuple(self._filled(line, {}) for line in _look_up(self.language, name))

    def group(self, name: str) -> tuple[tuple[str, str], ...]:
        """A table: each name with its words, in the order of the file."""
        return tuple((key, self._filled(words, {})) for key, words in _look_up(self.language, name).items())

    def help(self) -> tuple[HelpEntry, ...]:
        """All questions and answers."""
        return tuple(
            HelpEntry(
                self._filled(entry["question"], {}),
                tuple(self._filled(line, {}) for line in entry.get("text", ())),
                tuple(self._filled(line, {}) for line in entry.get("steps", ())),
            )
            for entry in _look_up(self.language, "help")
        )

    def refusal(self, refused: Refused, field: str) -> str:
        """Why a typed value was not taken, in a sentence that says what to do; it names the character to blame."""
        tables = _read(self.language)
        reason = refused.reason.value
        if refused.character and reason in tables["characters"]:
            return self(f"characters.{reason}", character=refused.character)
        if reason == "choice_missing" and field in tables["choices"]:
            return self(f"choices.{field}")
        return self(f"refusals.{reason}")

    def _filled(self, words: str, fields: Mapping[str, str]) -> str:
        return string.Template(words).substitute(self.fields, **fields)


def _look_up(language: str, name: str) -> Any:
    found: Any = _read(language)
    for part in name.split("."):
        found = found[part]
    return found


@cache
def _read(language: str) -> dict[str, Any]:
    return tomllib.loads(resource("web", f"{language}.toml").read_text("utf-8"))
