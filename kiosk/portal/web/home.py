"""The start page: what can be done here, and the source's questions and answers (S42, S46-S48)."""

from __future__ import annotations

from kiosk.portal.web.page import Shown
from kiosk.portal.web.visit import Visit


def look(visit: Visit) -> Shown:
    """Show it."""
    words = visit.words(None, visit.practice)
    values = {"known": "" if visit.practice else "_unknown", "help": words.help()}
    return Shown(template="home", words=words, practice=visit.practice, values=values)
