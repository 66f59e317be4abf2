"""What the pages behind mailed links share: the link, its account, its practice, and a page with one button."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa

from kiosk.domain.values import Sensitive
from kiosk.portal import tables as t
from kiosk.portal import tokens
from kiosk.portal.tokens import Link, Purpose
from kiosk.portal.web.form import Form
from kiosk.portal.web.page import BAD, Shown
from kiosk.portal.web.visit import Visit
from kiosk.portal.web.wording import Words


@dataclass(frozen=True, slots=True, repr=False)
class Opened(Sensitive):
    """A link that holds now, opened under its own practice's name."""

    visit: Visit
    link: Link
    practice: sa.Row[Any]
    account: sa.Row[Any]

    @property
    def words(self) -> Words:
        """In the account's language, unless another was chosen."""
        return self.visit.words(self.account.language, self.practice)

    def use(self) -> bool:
        """Use the link up, as the last thing that can refuse; of two at once, one gets False."""
        visit = self.visit
        return tokens.use(visit.connection, visit.keys, self.link.purpose, visit.asked.token, visit.now) is not None


def open_link(visit: Visit, purpose: Purpose) -> Opened | None:
    """Look at the link of this request; None for unknown, used, void, too old and another practice's, all alike."""
    link = tokens.look(visit.connection, visit.keys, purpose, visit.asked.token, visit.now)
    if link is None:
        return None
    practice = next((row for row in visit.practices if row.practice_id == link.practice_id), None)
    if practice is None:
        return None
    query = sa.select(t.accounts).where(t.accounts.c.account_id == link.account_id)
    return Opened(visit, link, practice, visit.connection.execute(query).one())


def page(
    opened: Opened,
    words: str,
    *,
    asks: Literal["", "password", "passwords", "user_id"] = "",
    lead: str = "lead",
    not_you: bool = True,
    form: Form | None = None,
) -> Shown:
    """One sentence, at most one question, one button.

    Args:
        words: group of the page's words.
        lead: name of the sentence in the group.
        form: what was typed, with its problems.
    """
    return Shown(
        template="link",
        words=opened.words,
        practice=opened.practice,
        status=BAD if form and form.problems else 200,
        form=form or opened.visit.form(opened.words),
        values={"words": words, "asks": asks, "lead": lead, "not_you": not_you},
    )
