"""What a page gives back, and how it becomes HTML with the headers that keep it to itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import jinja2
import sqlalchemy as sa
from starlette.responses import HTMLResponse, Response

from kiosk.domain.values import Sensitive
from kiosk.portal.web.form import Form
from kiosk.portal.web.visit import Visit
from kiosk.portal.web.wording import LANGUAGES, Words
from kiosk.resources import RESOURCES

_POLICY: Final = (
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src {scripts}; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Robots-Tag": "noindex",
}

BAD: Final = 422
"""Something typed has to be mended (RFC 9110, section 15.5.21)."""
GONE: Final = 410
"""A link that is used, void, too old or none: all alike."""

_environment = jinja2.Environment(
    loader=jinja2.FileSystemLoader(RESOURCES / "web"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Shown(Sensitive):
    """A page to be rendered.

    Attributes:
        template: file in ``resources/web``, without its ending.
        practice: in whose name; None under a name that several share.
        values: what the template needs besides.
        switch: how the language is changed: by links, by buttons of the form that keep what was typed, or, where a
            link would show something else, not at all.
        script: whether the page may run our one script.
    """

    template: str
    words: Words
    practice: sa.Row[Any] | None
    status: int = 200
    form: Form | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    switch: Literal["links", "form", "none"] = "links"
    script: bool = False


def told(
    words: Words,
    practice: sa.Row[Any] | None,
    heading: str,
    *paragraphs: str,
    status: int = 200,
    done: bool = False,
    next_heading: str = "",
    steps: tuple[str, ...] = (),
    address: str = "",
    switch: Literal["links", "none"] = "none",
) -> Shown:
    """A page that only tells something."""
    values: dict[str, object] = {"heading": heading, "paragraphs": paragraphs, "done": done}
    values |= {"next_heading": next_heading, "steps": steps, "address": address}
    return Shown(template="told", words=words, practice=practice, status=status, values=values, switch=switch)


def expired(visit: Visit) -> Shown:
    """The one page for every link that does not hold: used, void, too old or unknown."""
    words = visit.words(None, visit.practice)
    return told(
        words,
        visit.practice,
        words("expired.title"),
        words("expired.lead"),
        status=GONE,
        next_heading=words("expired.next"),
        steps=words.lines("expired.steps" if visit.practice else "expired.steps_unknown"),
        switch="links",
    )


def render(shown: Shown, chosen: str | None) -> Response:
    """Make the page.

    Args:
        chosen: the language that was chosen on the page, kept in its links; None if none was.
    """
    words, practice = shown.words, shown.practice
    content = _environment.get_template(f"{shown.template}.html").render(
        t=words,
        language=words.language,
        languages=LANGUAGES,
        switch=shown.switch,
        query=f"?lang={words.language}" if chosen else "",
        portal=words("common.portal" if practice else "common.portal_unknown"),
        practice=practice,
        form=shown.form,
        problems=shown.form.problems if shown.form else (),
        **shown.values,
    )
    response = HTMLResponse(content, status_code=shown.status, headers=HEADERS)
    response.headers["Content-Security-Policy"] = _POLICY.format(scripts="'self'" if shown.script else "'none'")
    response.headers["Content-Language"] = words.language
    return response
