"""What a page is given: the request, taken apart and bounded, and the practice it is about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

import sqlalchemy as sa

from kiosk.domain.values import Language, Sensitive
from kiosk.portal import tables as t
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.letters import Post
from kiosk.portal.web.form import Form
from kiosk.portal.web.wording import Words

SPOKEN: Final = frozenset(language.value for language in Language)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Asked(Sensitive):
    """A request.

    Attributes:
        host: from the ``Host`` header, in lower case; it picks a practice and is never shown or linked to.
        fields: of the form, for a POST.
        token: the last part of a mailed link's path, or "".
        language: the one chosen on the page, by its links or buttons; None if none was.
        accepted: the browser's (RFC 9110, section 12.5.4), if it is one of ours.
    """

    host: str
    fields: Mapping[str, str]
    token: str
    language: str | None
    accepted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request inside its transaction.

    Attributes:
        practices: whose page it can be: those of this host, or all under the portal's own name.
    """

    connection: sa.Connection
    keys: PortalKeys
    now: dt.datetime
    asked: Asked
    practices: tuple[sa.Row[Any], ...]

    @property
    def practice(self) -> sa.Row[Any] | None:
        """The practice, if it can be only one."""
        return self.practices[0] if len(self.practices) == 1 else None

    def post(self, practice: sa.Row[Any]) -> Post:
        """Writes letters in the practice's name, in this transaction."""
        return Post(self.connection, self.keys, practice, self.now)

    def within(self, connection: sa.Connection) -> Visit:
        """The same in another transaction."""
        return replace(self, connection=connection)

    def language(self, known: str | None, practice: sa.Row[Any] | None) -> str:
        """The language chosen, else the account's or invitation's, else the browser's, else the practice's."""
        wishes = (self.asked.language, known, self.asked.accepted, practice.language if practice else None)
        return next((wish for wish in wishes if wish in SPOKEN), Language.ENGLISH.value)

    def words(self, known: str | None, practice: sa.Row[Any] | None) -> Words:
        """The words for this visitor."""
        fields = {} if practice is None else names(practice)
        return Words(self.language(known, practice), NAMELESS | fields)

    def form(self, words: Words) -> Form:
        """What was typed."""
        return Form(self.asked.fields, words)


NAMELESS: Final = {"practice": "", "network": "HealthKey", "operator": "HealthKey Support"}


def names(practice: sa.Row[Any]) -> dict[str, str]:
    """What sentences call the practice, its network, and who runs it."""
    return {
        "practice": practice.name,
        "network": practice.network_name,
        "operator": practice.operator_name,
    }


def practices_at(connection: sa.Connection, host: str, authorities: frozenset[str]) -> tuple[sa.Row[Any], ...]:
    """The practices whose pages a host serves; none for a host that is not ours."""
    query = sa.select(t.practices).order_by(t.practices.c.created_at, t.practices.c.practice_id)
    rows = tuple(connection.execute(query.where(t.practices.c.host == host)))
    if rows or host not in authorities:
        return rows
    return tuple(connection.execute(query))


def accepted_language(header: str) -> str | None:
    """The first of our languages in an ``Accept-Language`` header, by its weights."""
    best: tuple[float, str] | None = None
    for part in header[:200].split(","):
        found = re.fullmatch(r"\s*([A-Za-z]{2})(?:-[A-Za-z0-9-]+)?\s*(?:;\s*q=([01](?:\.[0-9]{0,3})?))?\s*", part)
        if found is None or found[1].lower() not in SPOKEN:
            continue
        weight = float(found[2] or "1")
        if weight and (best is None or weight > best[0]):
            best = weight, found[1].lower()
    return best[1] if best else None
