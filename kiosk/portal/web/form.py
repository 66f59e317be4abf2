"""What was typed into a page: read strictly, parsed by the domain's types, and all problems told at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar
from urllib.parse import parse_qsl

from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import Sensitive
from kiosk.portal.web.wording import Words

T = TypeVar("T")

MAX_FIELDS: Final = 32


class UnreadableError(ValueError):
    """The body is no form of ours; what it was is not said."""


def decode(body: bytes) -> dict[str, str]:
    """Read ``application/x-www-form-urlencoded`` (WHATWG URL, section 5).

    Raises:
        UnreadableError: not UTF-8, not of that form, a field twice, or too many.
    """
    if not body:
        return {}
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            encoding="utf-8",
            errors="strict",
            max_num_fields=MAX_FIELDS,
        )
    except ValueError:  # UnicodeDecodeError is one
        raise UnreadableError from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise UnreadableError
    return fields


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field.

    Attributes:
        field: its name, or "" for the page as a whole.
        anchor: id of the control that the summary leads to.
    """

    field: str
    anchor: str
    sentence: str


@dataclass(slots=True, repr=False)
class Form(Sensitive):
    """The fields of one page, and what is wrong with them."""

    fields: Mapping[str, str]
    words: Words
    problems: list[Problem] = field(default_factory=list)

    def typed(self, name: str) -> str:
        """As typed; "" if the page has not been answered yet. Templates never show a password again."""
        return self.fields.get(name, "")

    def wrong(self, name: str) -> str:
        """The sentence at a field, or ""."""
        return next((problem.sentence for problem in self.problems if problem.field == name), "")

    def take(self, name: str, parsed: T | Refused, *, anchor: str = "") -> T | None:
        """Keep a parsed value, or note why it was refused."""
        if isinstance(parsed, Refused):
            self.problems.append(Problem(name, anchor or name, self.words.refusal(parsed, name)))
            return None
        return parsed

    def choose(self, name: str, kind: type[T], first: str) -> T | None:
        """A member of an enum among radio buttons or in a list, or a note that none was chosen.

        Args:
            first: value of the first radio button, which the summary leads to; "" for a list.
        """
        try:
            return kind(self.typed(name))  # type: ignore[call-arg]  # every kind here is an Enum
        except ValueError:
            anchor = f"{name}-{first}" if first else name
            self.take(name, Refused(Refusal.CHOICE_MISSING), anchor=anchor)
            return None

    def say(self, name: str, sentence: str, *, anchor: str = "") -> None:
        """Note another problem."""
        self.problems.append(Problem(name, anchor or name, sentence))
