"""The line between devices and the portal: passes everything on, or breaks it in one named way.

What breaks lies outside the product, so no code of the product knows that it is tested.
"""

from __future__ import annotations

import enum
import http.client
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, Self

from kiosk.demo.loopback import free_port

SYNC = "/v1/sync"
EVERYWHERE = ""


class Fault(enum.Enum):
    """What can be wrong with the line."""

    ERROR = "answers 500"
    GARBAGE = "answers 200 with a page of somebody else's"
    REFUSED = "answers 503 in the portal's own form"
    SILENT = "takes the request and says nothing"
    LOST_ANSWER = "delivers the request and loses the answer"
    HALF_ANSWER = "delivers the request and half of the answer"
    HELD_ANSWER = "delivers the request and holds the answer back"


@dataclass(frozen=True, slots=True)
class _Break:
    fault: Fault
    path: str
    times: int


class _Server(ThreadingHTTPServer):
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hung up is what the tests are about."""


class Line:
    """A reverse proxy on loopback; one request a connection."""

    def __init__(self, upstream: str) -> None:
        """Lead to ``HOST:PORT``."""
        self._upstream = upstream
        self._port = free_port()
        self._break: _Break | None = None
        self._changed = threading.Condition()
        self._released = threading.Event()
        self._met = 0
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Where devices find the portal."""
        return f"http://127.0.0.1:{self._port}"

    def open(self) -> Self:
        """Listen."""
        self._released.clear()
        self._server = _Server(("127.0.0.1", self._port), type("Handler", (_Handler,), {"owner": self}))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), name="line")
        self._thread.start()
        return self

    def close(self) -> None:
        """Close the listening socket: from now on nobody is reached."""
        server, thread, self._server = self._server, self._thread, None
        self._released.set()
        if server is not None and thread is not None:
            server.shutdown()
            thread.join()
            server.server_close()

    def breaks(self, fault: Fault, *, path: str = SYNC, times: int = 1_000_000) -> None:
        """Do ``fault`` to the next requests of a path (all requests: ``EVERYWHERE``)."""
        with self._changed:
            self._break, self._met = _Break(fault, path, times), 0
            self._released.clear()

    def mends(self) -> None:
        """Pass everything on again; whoever is held gets its answer, or a cut line."""
        with self._changed:
            self._break = None
        self._released.set()
        if self._server is None:
            self.open()

    def wait_until_met(self) -> None:
        """Wait until a request met the fault, and, where it is delivered, until the portal has answered.

        Raises:
            TimeoutError: none did.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._met > 0, 15):
                raise TimeoutError("no request met the fault")

    def fault_for(self, method: str, path: str) -> Fault | None:
        """What is to happen to a request; counts it."""
        with self._changed:
            planned = self._break
            if planned is None or (planned.path and (planned.path, "POST") != (path, method)):
                return None
            if planned.times <= 1:
                self._break = None
            else:
                self._break = _Break(planned.fault, planned.path, planned.times - 1)
            return planned.fault

    def met(self) -> None:
        """A request met its fault."""
        with self._changed:
            self._met += 1
            self._changed.notify_all()

    def wait_for_release(self) -> None:
        """Hold until somebody mends or closes the line."""
        self._released.wait(60)

    def ask(self, method: str, path: str, headers: dict[str, str], body: bytes) -> http.client.HTTPResponse:
        """Pass a request on to the portal, as it came."""
        connection = http.client.HTTPConnection(self._upstream, timeout=30)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.putheader("Connection", "close")
        connection.endheaders(body)
        return connection.getresponse()


class _Handler(BaseHTTPRequestHandler):
    owner: ClassVar[Line]

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def do_HEAD(self) -> None:
        """Pass on, or break."""
        self._serve()

    def do_POST(self) -> None:
        """Pass on, or break."""
        self._serve()

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        fault = self.owner.fault_for(self.command, self.path)
        match fault:
            case Fault.ERROR:
                self._answer(500, {"Content-Type": "text/plain"}, b"Internal Server Error")
            case Fault.GARBAGE:
                self._answer(200, {"Content-Type": "text/html"}, b"<html><h1>Welcome to the guest Wi-Fi</h1></html>")
            case Fault.REFUSED:
                told = b'{"error":"unavailable","message":"later"}'
                self._answer(503, {"Content-Type": "application/json"}, told)
            case Fault.SILENT:
                self.owner.met()
                self.owner.wait_for_release()
                return
            case _:
                self._deliver(body, fault)
        if fault is not None:
            self.owner.met()

    def _deliver(self, body: bytes, fault: Fault | None) -> None:
        dropped = {"connection", "content-length"} if self.command == "HEAD" else {"connection"}
        headers = {name: value for name, value in self.headers.items() if name.lower() not in dropped}
        response = self.owner.ask(self.command, self.path, headers, body)
        answer = response.read()
        told = {name: value for name, value in response.getheaders() if name.lower() not in _OF_ONE_HOP}
        if fault is Fault.LOST_ANSWER:
            return
        if fault is Fault.HELD_ANSWER:
            self.owner.met()
            self.owner.wait_for_release()
        self._answer(response.status, told, answer, cut=fault is Fault.HALF_ANSWER)

    def _answer(self, status: int, headers: dict[str, str], body: bytes, *, cut: bool = False) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)


_OF_ONE_HOP = {"connection", "content-length", "transfer-encoding", "date", "server"}
