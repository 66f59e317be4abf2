"""The demo's text messages: a small HTTP server that takes them as Twilio does, and keeps them for whoever looks."""

from __future__ import annotations

import base64
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import parse_qs

from kiosk.domain.values import Sensitive

ACCOUNT: Final = "ACdemo"
TOKEN: Final = "of-the-demo-alone"  # noqa: S105 - opens nothing but this box on loopback
SENDER: Final = "+12025550100"
_PATH: Final = f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"


@dataclass(frozen=True, slots=True, repr=False)
class Text(Sensitive):
    """A message that arrived."""

    to: str
    body: str


class PhoneBox:
    """The server, in a thread of its own.

    Attributes:
        status: the answer to the next messages; anything but 201 takes none.
    """

    def __init__(self) -> None:
        """Prepare to listen on a free port."""
        self.status = 201
        self._arrived = threading.Condition()
        self._texts: list[Text] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def start(self) -> str:
        """Listen, and return the base URL."""
        self._thread.start()
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def stop(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def take(self, path: str, authorization: str, form: bytes) -> int:
        """Take a request in; returns its HTTP status."""
        known = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if path != _PATH:
            return 404
        if authorization != f"Basic {known}":
            return 401
        fields = parse_qs(form.decode(), strict_parsing=True)
        if set(fields) != {"From", "To", "Body"}:
            return 400
        with self._arrived:
            if self.status == 201:
                self._texts.append(Text(fields["To"][0], fields["Body"][0]))
                self._arrived.notify_all()
            return self.status

    def wait_for(self, to: str, count: int = 1, timeout_s: float = 10.0) -> Text:
        """The message number ``count`` to a phone, waiting for it if need be.

        Raises:
            TimeoutError: it did not come.
        """

        def those() -> list[Text]:
            return [text for text in self._texts if text.to == to]

        with self._arrived:
            if not self._arrived.wait_for(lambda: len(those()) >= count, timeout_s):
                raise TimeoutError("the text message did not come")
            return those()[count - 1]

    def texts(self) -> list[Text]:
        """All messages so far, in order of arrival."""
        with self._arrived:
            return list(self._texts)


def _handler(box: PhoneBox) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            form = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            body = b"{}"
            self.send_response(box.take(self.path, self.headers.get("Authorization", ""), form))
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: a line would hold what was sent to whom."""

    return Handler
