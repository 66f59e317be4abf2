"""A portal of a hundred lines on a real socket: it checks what devices sign, signs what it says, and can misbehave."""

import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Literal, Self, TypeAlias

import msgspec

from kiosk.protocol import signatures, wire, wire_lookups, wire_sync
from kiosk.protocol.commands import Done, Sealed
from kiosk.protocol.encoding import b64decode, b64encode
from kiosk.protocol.enrolment import Ticket
from kiosk.protocol.keys import root_hash
from tests.store.samples import DEVICE_ID, NOW, PRACTICE, PortalKeys

CODE = "one-time-code"


@dataclass
class Reply:
    """What goes back; a wrong portal changes it before it leaves."""

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


Twist: TypeAlias = Callable[[str, str, Reply], Reply]


def problem(status: int, code: wire.ErrorCode) -> Reply:
    """A typed refusal."""
    return Reply(status, msgspec.json.encode(wire.Problem(error=code, message="refused")))


class PortalServer:
    """Runs in a thread while the block lasts.

    Attributes:
        seen: method and path of each request, in order.
        bodies: of the requests that carried one.
        twist: gets method, path and the honest reply.
        nonce: the only one that is taken.
    """

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.keys = PortalKeys()
        self.device_key = b""
        self.device_id = DEVICE_ID
        self.role: Literal["tablet", "desk"] = "tablet"
        self.nonce = "nonce-1"
        self.seen: list[tuple[str, str]] = []
        self.bodies: list[bytes] = []
        self.twist: Twist = lambda method, path, reply: reply
        self.answer: Callable[[wire_sync.SyncRequest], wire_sync.SyncResponse] = lambda request: empty()
        self.command: Callable[[Sealed], wire.Message] = lambda request: Done(state="done")
        self.enrolled: dict[str, bytes] = {}
        portal = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: object) -> None:
                pass

            def do_HEAD(self) -> None:
                self._serve()

            def do_POST(self) -> None:
                self._serve()

            def _serve(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                headers = {name.lower(): value for name, value in self.headers.items()}
                portal.seen.append((self.command, self.path))
                if body:
                    portal.bodies.append(body)
                reply = portal.twist(self.command, self.path, portal._reply(self.command, self.path, headers, body))
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                if reply.status != 204:
                    self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

        class Server(ThreadingHTTPServer):
            def handle_error(self, request: object, client_address: object) -> None:
                pass  # a client that hangs up on purpose

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        self._scheme = "http" if tls is None else "https"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"{self._scheme}://127.0.0.1:{self._server.server_address[1]}"

    @property
    def ticket(self) -> Ticket:
        """For ``enrol``."""
        return Ticket(self.url, CODE, root_hash(self.keys.root_bytes))

    def _reply(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Reply:
        fresh = {"Kiosk-Nonce": self.nonce}
        if method == "HEAD":
            return Reply(204, headers={"X-Kiosk-Sync": "1", **fresh})
        if path == "/v1/devices/enrol":
            return self._enrol(msgspec.json.decode(body, type=wire.EnrolRequest))
        values = signatures.request_values(
            method=method,
            authority=headers["host"],
            path=path,
            query="",
            body=body,
            request_id=headers["kiosk-request-id"],
        )
        try:
            signatures.verify(headers, values, signatures.REQUEST_COMPONENTS, self.device_key)
        except signatures.SignatureError:
            return problem(401, "unauthenticated")
        parameters = signatures.read_parameters(headers, signatures.REQUEST_COMPONENTS)
        if parameters.nonce != self.nonce:
            stale = problem(401, "use_nonce")
            stale.headers.update(fresh)
            return stale
        made: wire.Message
        if path == "/v1/lookups/user-id":
            made = wire_lookups.UserIdAnswer(free=True)
        elif path == "/v1/lookups/request":
            made = wire_lookups.RequestAnswer(state="unknown")
        elif path.startswith("/v1/commands/"):
            made = self.command(msgspec.json.decode(body, type=Sealed))
        else:
            made = self.answer(msgspec.json.decode(body, type=wire_sync.SyncRequest))
        return self.signed(msgspec.json.encode(made), headers["kiosk-request-id"])

    def signed(self, body: bytes, request_id: str, status: int = 200) -> Reply:
        """A reply as the portal signs it."""
        values = signatures.response_values(status=status, body=body, request_id=request_id)
        parameters = signatures.Parameters(int(NOW.timestamp()), "sign-1")
        headers = signatures.sign(values, signatures.RESPONSE_COMPONENTS, parameters, self.keys.sign)
        return Reply(status, body, headers)

    def _enrol(self, request: wire.EnrolRequest) -> Reply:
        key = b64decode(request.public_key)
        if request.code != CODE or self.enrolled.setdefault(request.code, key) != key:
            return problem(403, "enrolment_refused")
        self.device_key = key
        answer = wire.EnrolResponse(
            device_id=self.device_id,
            role=self.role,
            practice=PRACTICE,
            root_key=b64encode(self.keys.root_bytes),
            keys=list(self.keys.statements()),
            epoch="epoch-1",
            cursor="0",
        )
        return Reply(200, msgspec.json.encode(answer))


def empty(**fields: object) -> wire_sync.SyncResponse:
    """An answer without news."""
    base: dict[str, object] = {
        "results": [],
        "changes": [],
        "cursor": "0",
        "epoch": "epoch-1",
        "durable_seq": 0,
        "portal_time": NOW,
    }
    return msgspec.convert(base | fields, wire_sync.SyncResponse, from_attributes=True)
