"""The console's HTTP frame: bounded forms, cookie, Origin and CSRF checks, one transaction a request, safe headers."""

from __future__ import annotations

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import parse_qsl, urlsplit

import sqlalchemy as sa
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from kiosk.portal import faults, tables
from kiosk.portal.refusals import STATUS, RequestRefusedError
from kiosk.portal.support import pages, sessions
from kiosk.portal.support.visit import Visit
from kiosk.protocol.enrolment import is_loopback

if TYPE_CHECKING:
    from kiosk.portal.app import Portal

_log = logging.getLogger(__name__)
T = TypeVar("T")

COOKIE: Final = "kiosk_support"
PREFIX: Final = "/support"
SIGN_IN: Final = f"{PREFIX}/sign-in"
LIVE: Final = "kiosk-live"
"""Header of requests that a page makes by itself: they do not keep a session from idling."""

FORM_BYTES: Final = 16 * 1024
FORM_S: Final = 30.0

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    # Not no-referrer: browsers would send "Origin: null" with every form.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}

Form = Mapping[str, str]
Handler = Callable[[Visit, Request, Form], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


class Refused(Exception):  # noqa: N818 - an answer, not a fault
    """The request is refused; its transaction is rolled back."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def endpoint(portal: Portal, handler: Handler, *, live: bool = False) -> Endpoint:
    """Make an endpoint for signed-in agents; a POST needs its form's CSRF token, too.

    Args:
        live: asked for by a page itself, as is every request with the header ``LIVE``: the agent did nothing.
    """

    async def answer(request: Request, form: Form) -> Response:
        now = portal.clock()
        acted = not live and LIVE not in request.headers

        def work(connection: sa.Connection) -> Response:
            session = sessions.find(connection, request.cookies.get(COOKIE, ""), now, acted=acted)
            if session is None:
                return Response(status_code=401) if not acted else RedirectResponse(SIGN_IN, 303)
            if request.method == "POST" and not same(form.get("csrf", ""), session.csrf):
                raise Refused(403)
            return handler(Visit(connection, portal.keys, session, now), request, form)

        response = await run(portal, lambda: portal.database.run(work))
        if request.method == "POST":
            portal.after_commit()
        return response

    return guarded(portal, answer)


def guarded(portal: Portal, answer: Callable[[Request, Form], Awaitable[Response]]) -> Endpoint:
    """Check host, size and origin before ``answer``, and put the headers on whatever comes."""

    async def guard(request: Request) -> Response:
        try:
            if request.headers.get("host", "").lower() not in portal.authorities:
                raise Refused(404)
            form = await _form(request) if request.method == "POST" else {}
            response = await answer(request, form)
        except Refused as refused:
            response = pages.problem(refused.status)
        except RequestRefusedError as error:
            response = pages.problem(STATUS[error.code])
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:  # noqa: BLE001 - the edge of the program
            faults.log(_log, error)
            response = pages.problem(500)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return guard


async def run(portal: Portal, work: Callable[[], T]) -> T:
    """Run what uses the database where the portal's calls run."""
    return work() if portal.database.inline else await run_in_threadpool(work)


def is_https(connection: sa.Connection) -> bool:
    """Whether browsers reach this portal by https; then a cookie must not go another way."""
    url = connection.execute(sa.select(tables.portal.c.public_url)).scalar_one()
    return urlsplit(url or "").scheme == "https"


def same(given: str, wanted: str) -> bool:
    """Compare without telling by time how much is right."""
    return hmac.compare_digest(given.encode(), wanted.encode())


async def _form(request: Request) -> dict[str, str]:
    """Read a form of this console's own page.

    Raises:
        Refused: another site's, another kind of body, too large or too slow.
    """
    host = request.headers.get("host", "").lower()
    # A portal is reached by https, or on its own machine (``portal_url``).
    allowed = {f"https://{host}"} | ({f"http://{host}"} if is_loopback(urlsplit(f"//{host}").hostname or "") else set())
    if request.headers.get("origin", "").lower() not in allowed:
        raise Refused(403)
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise Refused(415)
    body = bytearray()
    try:
        async with asyncio.timeout(FORM_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > FORM_BYTES:
                    raise Refused(413)
    except TimeoutError:
        raise Refused(429) from None
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        raise Refused(400) from None
    return dict(fields)
