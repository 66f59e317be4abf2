"""Takes a request for a page apart within bounds, runs the page in its transaction, and answers with HTML.

GET and HEAD look and change nothing, however often a mail scanner opens a link; only a POST acts. Nothing is ever made
of the ``Host`` header: it picks the practice, and one that is not ours gets no page.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.portal import faults
from kiosk.portal.context import Later
from kiosk.portal.refusals import STATUS, RequestRefusedError
from kiosk.portal.tokens import Purpose
from kiosk.portal.web import activate, home, passwords, reset_slip, user_ids, verify_email
from kiosk.portal.web.form import UnreadableError, decode
from kiosk.portal.web.page import Shown, render, told
from kiosk.portal.web.visit import NAMELESS, SPOKEN, Asked, Visit, accepted_language, practices_at
from kiosk.portal.web.wording import Words
from kiosk.resources import resource

if TYPE_CHECKING:
    from kiosk.portal.app import Portal

A = TypeVar("A")

_log = logging.getLogger(__name__)

MAX_BODY_BYTES: Final = 16 * 1024
BODY_S: Final = 30.0
"""How long a form may take to arrive."""

_FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what a GET shows and what a POST does; both run in a transaction."""

    path: str
    look: Callable[[Visit], Shown]
    submit: Callable[[Visit], Shown | Later[Shown]] | None = None


PAGES: Final = (
    Page("/", home.look),
    Page("/a", activate.look, activate.submit),
    Page("/r", reset_slip.look, reset_slip.submit),
    Page(f"/{Purpose.VERIFY_EMAIL.value}/{{token}}", verify_email.look, verify_email.submit),
    Page(f"/{Purpose.CONFIRM_PASSWORD.value}/{{token}}", passwords.look_confirm, passwords.confirm),
    Page(f"/{Purpose.DIRECT_RESET.value}/{{token}}", passwords.look_reset, passwords.reset),
    Page(f"/{Purpose.CHOOSE_USER_ID.value}/{{token}}", user_ids.look, user_ids.submit),
)

_FILES: Final = {"page.css": "text/css", "code.js": "text/javascript", "icon.svg": "image/svg+xml"}


class _RefusedError(Exception):
    """The request gets a page that says so.

    Attributes:
        words: group of the page's words.
    """

    def __init__(self, words: str, status: int) -> None:
        super().__init__(words)
        self.words = words
        self.status = status


def routes(portal: Portal) -> list[Route]:
    """The routes of all pages and of their files."""
    made = [_file(name, kind) for name, kind in _FILES.items()]
    for page in PAGES:
        methods = ["GET"] if page.submit is None else ["GET", "POST"]
        made.append(Route(page.path, _endpoint(portal, page), methods=methods))
    return made


async def missing(portal: Portal, request: Request, status: int) -> Response:
    """The page for a path that leads nowhere."""

    def look(visit: Visit) -> Shown:
        return _said(visit, "missing", status)

    return await _endpoint(portal, Page("", look))(request)


def _endpoint(portal: Portal, page: Page) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        asked = _asked(request, {})
        try:
            try:
                posted = request.method == "POST" and page.submit is not None
                if posted:
                    asked = _asked(request, await _fields(request))
                shown = await _run(portal, page.submit if posted and page.submit else page.look, asked)
                if posted:
                    portal.after_commit()
            except _RefusedError as error:
                shown = await _run(portal, partial(_said, group=error.words, status=error.status), asked)
            return render(shown, asked.language)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:  # noqa: BLE001 - the edge of the program
            faults.log(_log, error)
            words = Words(asked.language or asked.accepted or "en", NAMELESS)
            return render(told(words, None, words("fault.title"), words("fault.lead"), status=500), asked.language)

    return answer


async def _run(portal: Portal, page: Callable[[Visit], Shown | Later[Shown]], asked: Asked) -> Shown:
    """Run a page: one transaction, or two with bcrypt between them, during which others are served."""
    now = portal.clock()

    def visit(connection: sa.Connection) -> Visit:
        practices = practices_at(connection, asked.host, portal.authorities)
        return Visit(connection=connection, keys=portal.keys, now=now, asked=asked, practices=practices)

    def begin(connection: sa.Connection) -> Shown | Later[Shown]:
        its = visit(connection)
        return page(its) if its.practices else _said(its, "missing", 404)

    begun = await _turn(portal, lambda: portal.database.run(begin))
    if isinstance(begun, Later):
        try:
            result = await portal.workers.run(begun.compute)
        except RequestRefusedError as error:
            raise _RefusedError("busy", STATUS[error.code]) from None
        later = begun
        begun = await _turn(portal, lambda: portal.database.run(lambda connection: later.finish(connection, result)))
    return begun


async def _turn(portal: Portal, work: Callable[[], A]) -> A:
    return work() if portal.database.inline else await run_in_threadpool(work)


def _asked(request: Request, fields: dict[str, str]) -> Asked:
    wished = fields.get("lang") or request.query_params.get("lang")
    return Asked(
        host=request.headers.get("host", "").lower(),
        fields=fields,
        token=request.path_params.get("token", ""),
        language=wished if wished in SPOKEN else None,
        accepted=accepted_language(request.headers.get("accept-language", "")),
    )


async def _fields(request: Request) -> dict[str, str]:
    """Read a form, never more than is allowed and never for ever.

    Raises:
        _RefusedError: it is no form of ours.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise _RefusedError("unreadable", 415)
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_BODY_BYTES:
                    raise _RefusedError("unreadable", 413)
        return decode(bytes(body))
    except TimeoutError:
        raise _RefusedError("busy", 408) from None
    except UnreadableError:
        raise _RefusedError("unreadable", 400) from None


def _said(visit: Visit, group: str, status: int) -> Shown:
    words = visit.words(None, visit.practice)
    return told(words, visit.practice, words(f"{group}.title"), words(f"{group}.lead"), status=status)


def _file(name: str, kind: str) -> Route:
    content = resource("web", name).read_bytes()

    async def send(request: Request) -> Response:
        return Response(content, media_type=kind, headers=_FILE_HEADERS)

    return Route(f"/web/{name}", send, methods=["GET"])


_FILE_HEADERS: Final = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
}
