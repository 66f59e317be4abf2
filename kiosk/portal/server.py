"""The process ``kiosk-portal serve``: socket, uvicorn, senders, and a clean stop."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
import socket
from collections.abc import Callable
from types import FrameType
from urllib.parse import urlsplit

import h11
import sqlalchemy as sa
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from kiosk.portal import schema
from kiosk.portal import tables as t
from kiosk.portal.app import Portal, make_app
from kiosk.portal.engine import Database
from kiosk.portal.housekeeping import Housekeeper
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.mail_sender import MailSender, SmtpServer
from kiosk.portal.sender import Sender
from kiosk.portal.sms_sender import SmsGateway, SmsSender
from kiosk.protocol.enrolment import is_loopback, portal_url

GRACE_S = 3
"""How long a stop waits for requests that are being answered."""


HEAD_S = 10.0
"""How long a connection may take to send a request's head."""


class Protocol(H11Protocol):
    """Closes connections whose request does not begin: silent ones would hold every place there is."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Wait for a request."""
        super().connection_made(transport)
        self._patience = self.loop.call_later(HEAD_S, self._give_up)

    def data_received(self, data: bytes) -> None:
        """Wait on, or no longer; between two requests uvicorn's own timer runs until the first byte."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._patience.cancel()
        elif self._patience.cancelled():
            self._patience = self.loop.call_later(HEAD_S, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing to wait for."""
        self._patience.cancel()
        super().connection_lost(exc)

    def _give_up(self) -> None:
        if self.conn.their_state is h11.IDLE:
            self.transport.close()


class _Server(uvicorn.Server):
    """Tells when it accepts connections, and ends endless answers when it stops."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], end_streams: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._end_streams = end_streams

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._end_streams()
        await super().shutdown(sockets)


def utc_now() -> dt.datetime:
    """The portal's clock."""
    return dt.datetime.now(dt.UTC)


def bind(address: str) -> socket.socket:
    """Bind ``HOST:PORT``; port 0 takes a free one.

    Raises:
        ValueError: not an address.
        OSError: it cannot be bound, for example because another process has it.
    """
    host, colon, port = address.rpartition(":")
    if not colon or not port.isdecimal() or int(port) > 65535:
        raise ValueError("HOST:PORT is needed")
    host = host.removeprefix("[").removesuffix("]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio would leave Nagle's algorithm on and every answer would wait 40 ms.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if hasattr(socket, "SO_REUSEADDR") and not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a restart need not wait; not so on Windows
        bound.bind((host, int(port)))
    except OSError:
        bound.close()
        raise
    return bound


def own_url(bound: socket.socket) -> str:
    """The URL under which a bound socket is reached."""
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(
    database: Database,
    keys: PortalKeys,
    bound: socket.socket,
    *,
    public_url: str | None,
    smtp: SmtpServer | None,
    gateway: SmsGateway | None = None,
    ready: Callable[[str], None],
) -> None:
    """Serve until SIGTERM or SIGINT.

    Args:
        database: opened; it is brought to the newest schema first.
        keys: the portal's.
        bound: from ``bind``; like the database it stays the caller's to close.
        public_url: how devices reach the portal, if a TLS proxy stands in between.
        smtp: where mails go; None leaves them waiting.
        gateway: where text messages go, likewise.
        ready: called with the public URL as soon as connections are accepted.

    Raises:
        ValueError: the URL is neither https nor loopback.
    """
    schema.upgrade(database)
    local = own_url(bound)
    url = portal_url(public_url or local)
    authorities = {urlsplit(url).netloc.lower()}
    host, port = bound.getsockname()[:2]
    if is_loopback(host):
        authorities |= {urlsplit(local).netloc, f"localhost:{port}"}
    database.run(lambda connection: connection.execute(sa.update(t.portal).values(public_url=url)))
    senders: list[Sender] = []
    if smtp is not None:
        senders.append(MailSender(database, keys, smtp, utc_now))
    if gateway is not None:
        senders.append(SmsSender(database, keys, gateway, utc_now))

    def wake() -> None:
        for sender in senders:
            sender.wake()

    portal = Portal(
        database=database,
        keys=keys,
        authorities=frozenset(authorities),
        clock=utc_now,
        after_commit=wake,
    )
    app = make_app(portal)
    config = uvicorn.Config(
        app,
        http=Protocol,
        ws="none",
        lifespan="off",
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=GRACE_S,
        limit_concurrency=200,
        h11_max_incomplete_event_size=32 * 1024,
    )
    # uvicorn raises the signal again when it has stopped; by then the wish is fulfilled.
    previous = {number: signal.signal(number, _done) for number in (signal.SIGTERM, signal.SIGINT)}
    housekeeper = Housekeeper(database, utc_now)
    housekeeper.start()
    for sender in senders:
        sender.start()
    try:
        asyncio.run(_Server(config, lambda: ready(url), app.state.end_streams).serve(sockets=[bound]))
    finally:
        for sender in senders:
            sender.stop()
        housekeeper.stop()
        for number, handler in previous.items():
            signal.signal(number, handler)


def _done(number: int, frame: FrameType | None) -> None:
    """Nothing is left to do."""
