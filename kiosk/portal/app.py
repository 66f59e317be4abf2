"""The portal's ASGI application: reads a request within bounds, runs its call in one transaction, signs the answer.

Nothing a client sends raises here; what does is a fault of ours: it is logged by type and place alone, since its
message may hold a patient's value, and answered with ``unavailable``.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, ParamSpec, TypeVar
from uuid import UUID

import msgspec
import sqlalchemy as sa
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.domain.values import Sensitive
from kiosk.portal import faults, http_auth, nonces, openapi
from kiosk.portal.bcrypts import Workers
from kiosk.portal.calls import CALLS, Call, read_message
from kiosk.portal.context import Context, Later
from kiosk.portal.engine import Database
from kiosk.portal.http_auth import HttpRequest, KnownDeviceRefusedError
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.refusals import STATUS, RequestRefusedError
from kiosk.portal.support.console import open_console
from kiosk.portal.web import serve as pages
from kiosk.protocol import signatures, wire
from kiosk.protocol.wire import MAX_BODY_BYTES, Problem

A = TypeVar("A")
P = ParamSpec("P")

_log = logging.getLogger(__name__)

_JSON: Final = "application/json"

_NO_PAGE: Final = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
"""On everything that is no page: a browser that comes here shows text, and runs nothing."""

MOST_SYNCS: Final = 1000
"""More than are ever answered at once."""

BODY_S: Final = 30.0
"""How long a body may take to arrive; a device that is slower than this sends it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """What the application needs.

    Attributes:
        authorities: the ``name[:port]`` under which this portal is reached; any other ``Host`` is refused.
        clock: now, aware, UTC.
        after_commit: called when a call has changed something; wakes the senders.
        workers: where passwords are compared.
        sealers: where a desk's roster rows are sealed: a day sheet keeps nobody from logging in, and no log-in costs a
            code its row.
    """

    database: Database
    keys: PortalKeys
    authorities: frozenset[str]
    clock: Callable[[], dt.datetime]
    after_commit: Callable[[], None]
    workers: Workers = field(default_factory=Workers)
    sealers: Workers = field(default_factory=lambda: Workers(threads=1, waiting=MOST_SYNCS))


@dataclass(frozen=True, slots=True, repr=False)
class Answer(Sensitive):
    """A finished answer; ``request_id`` is set where it is to be signed."""

    status: int
    body: bytes
    request_id: UUID | None = None


def make_app(portal: Portal) -> Starlette:
    """Build the application."""
    portal, console, end_streams = open_console(portal)

    async def serve(request: Request) -> Response:
        now = portal.clock()
        try:
            asked = await _read(portal, request)
            call = _call(request.method, request.url.path)
            if call.takes is not None and request.headers.get("content-type", "").partition(";")[0].strip() != _JSON:
                raise RequestRefusedError("unsupported_media_type", "the body has to be application/json")
            answer = await _answer(portal, call, asked, now)
        except RequestRefusedError as error:
            answer = _problem(error)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:  # noqa: BLE001 - the edge of the program
            faults.log(_log, error)
            answer = _problem(RequestRefusedError("unavailable", "a fault of the portal; try again later"))
        return _respond(portal, answer, now)

    async def probe(request: Request) -> Response:
        return Response(status_code=204, headers=_NO_PAGE | {"X-Kiosk-Sync": "1", "Cache-Control": "no-store"})

    async def describe(request: Request) -> Response:
        return Response(openapi.document(), media_type=_JSON, headers=_NO_PAGE)

    async def healthy(request: Request) -> Response:
        try:
            if portal.database.inline:
                portal.database.run(_touch)
            else:
                await run_in_threadpool(portal.database.run, _touch)
        except Exception as error:  # noqa: BLE001 - the edge of the program
            faults.log(_log, error)
            return Response(b'{"status":"unavailable"}', status_code=503, media_type=_JSON, headers=_NO_PAGE)
        return Response(b'{"status":"ok"}', media_type=_JSON, headers=_NO_PAGE)

    async def refuse(request: Request, error: Exception) -> Response:
        wrong_method = isinstance(error, HTTPException) and error.status_code == 405
        refusal = (
            RequestRefusedError("method_not_allowed", "not this method")
            if wrong_method
            else RequestRefusedError("not_found", "there is no such call")
        )
        if not request.url.path.startswith("/v1/") and "text/html" in request.headers.get("accept", ""):
            return await pages.missing(portal, request, STATUS[refusal.code])
        return _respond(portal, _problem(refusal), portal.clock())

    routes = [
        Route("/v1/sync", probe, methods=["HEAD"]),
        *(Route(call.path, serve, methods=[call.method], name=call.path) for call in CALLS),
        Route("/openapi.json", describe, methods=["GET"]),
        Route("/healthz", healthy, methods=["GET"]),
        *console,
        *pages.routes(portal),
    ]
    app = Starlette(routes=routes, exception_handlers={HTTPException: refuse})
    app.router.redirect_slashes = False  # a signed request holds for one path
    app.state.end_streams = end_streams
    return app


async def _answer(portal: Portal, call: Call, asked: HttpRequest, now: dt.datetime) -> Answer:
    """Run a call: one transaction, or two with bcrypt between them, during which others are served."""
    begun = await _turn(portal, _begin, portal, call, asked, now)
    if isinstance(begun, Answer):
        return begun
    try:
        workers = portal.workers if begun.later.is_password else portal.sealers
        result = await workers.run(begun.later.compute)
    except RequestRefusedError as error:
        return _problem(error, asked.request_id)
    except Exception as error:  # noqa: BLE001 - the edge of the program
        return _fault(error, asked.request_id)
    return await _turn(portal, _finish, portal, begun, result)


async def _turn(portal: Portal, work: Callable[P, A], /, *args: P.args, **kwargs: P.kwargs) -> A:
    if portal.database.inline:
        return work(*args, **kwargs)
    return await run_in_threadpool(work, *args, **kwargs)


@dataclass(frozen=True, slots=True)
class _Begun:
    """A call of a known device whose first transaction is committed."""

    later: Later[wire.Message]
    request_id: UUID | None


def _begin(portal: Portal, call: Call, asked: HttpRequest, now: dt.datetime) -> Answer | _Begun:
    """Run a call in its transaction; a refusal rolls it back and is signed if the device is known."""
    known: UUID | None = None

    def work(connection: sa.Connection) -> bytes | Later[wire.Message]:
        nonlocal known
        known = None
        device = None
        if call.signed:
            device = http_auth.authenticate(connection, asked, keys=portal.keys, now=now)
            known = asked.request_id
        message = read_message(call, asked.body)
        context = Context(connection=connection, keys=portal.keys, now=now, device=device, query=asked.query)
        answer = call.answer(context, message)
        return answer if isinstance(answer, Later) else msgspec.json.encode(answer)

    try:
        done = portal.database.run(work)
    except RequestRefusedError as error:
        signed = known if known or not isinstance(error, KnownDeviceRefusedError) else asked.request_id
        return _problem(error, signed)
    except Exception as error:  # noqa: BLE001 - the edge of the program
        return _fault(error, known)
    portal.after_commit()
    return _Begun(done, asked.request_id) if isinstance(done, Later) else Answer(200, done, asked.request_id)


def _finish(portal: Portal, begun: _Begun, result: object) -> Answer:
    """The second transaction of a call."""
    try:
        body = portal.database.run(lambda connection: msgspec.json.encode(begun.later.finish(connection, result)))
    except RequestRefusedError as error:
        return _problem(error, begun.request_id)
    except Exception as error:  # noqa: BLE001 - the edge of the program
        return _fault(error, begun.request_id)
    portal.after_commit()
    return Answer(200, body, begun.request_id)


def _fault(error: Exception, request_id: UUID | None) -> Answer:
    faults.log(_log, error)
    return _problem(RequestRefusedError("unavailable", "a fault of the portal; try again later"), request_id)


async def _read(portal: Portal, request: Request) -> HttpRequest:
    """Read the body, never more than is allowed and never for ever.

    Raises:
        RequestRefusedError: ``not_found`` (another portal's name), ``too_large`` or ``busy`` (too slow).
    """
    authority = request.headers.get("host", "").lower()
    if authority not in portal.authorities:
        raise RequestRefusedError("not_found", "this portal has another name")  # not "malformed": no batch is to blame
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared) > MAX_BODY_BYTES:
        raise RequestRefusedError("too_large", f"at most {MAX_BODY_BYTES} bytes")
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_BODY_BYTES:
                    raise RequestRefusedError("too_large", f"at most {MAX_BODY_BYTES} bytes")
    except TimeoutError:
        raise RequestRefusedError("busy", "the body did not arrive in time") from None
    return HttpRequest(
        method=request.method,
        authority=authority,
        path=request.scope["raw_path"].decode("ascii", "replace").partition("?")[0],
        query=request.scope["query_string"].decode("ascii", "replace"),
        headers=request.headers,
        body=bytes(body),
    )


def _call(method: str, path: str) -> Call:
    """Find the call.

    Raises:
        RequestRefusedError: ``method_not_allowed``: the router lets HEAD pass for every GET.
    """
    for call in CALLS:
        if (call.method, call.path) == (method, path):
            return call
    raise RequestRefusedError("method_not_allowed", "not this method")


def _problem(error: RequestRefusedError, request_id: UUID | None = None) -> Answer:
    return Answer(STATUS[error.code], msgspec.json.encode(Problem(error=error.code, message=error.message)), request_id)


def _respond(portal: Portal, answer: Answer, now: dt.datetime) -> Response:
    response = Response(answer.body, status_code=answer.status, media_type=_JSON, headers=_NO_PAGE)
    response.headers["Cache-Control"] = "no-store"
    response.headers[signatures.NONCE] = nonces.issue(portal.keys.nonce, now)
    if answer.request_id is not None:
        values = signatures.response_values(status=answer.status, body=answer.body, request_id=str(answer.request_id))
        parameters = signatures.Parameters(int(now.timestamp()), portal.keys.signing_id)
        signed = signatures.sign(values, signatures.RESPONSE_COMPONENTS, parameters, portal.keys.signing)
        response.headers.update(signed)
    return response


def _touch(connection: sa.Connection) -> None:
    connection.execute(sa.text("SELECT 1"))
