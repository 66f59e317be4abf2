"""A browser of forty lines: cookies, forms and headers as a test wants them."""

from __future__ import annotations

import http.client
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.journeys.house import utc_now
from tests.support.agents import PASSWORD, Agent


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str

    @property
    def place(self) -> str:
        """Where it leads."""
        return self.headers.get("location", "")


@dataclass
class Stream:
    """Server-sent events as they come."""

    connection: socket.socket
    heard: bytes = b""

    def wait_for_changes(self, count: int) -> None:
        """Wait until so many events came in all."""
        while self.heard.count(b"event: changed") < count:
            more = self.connection.recv(4096)
            assert more, f"the stream ended: {self.heard!r}"
            self.heard += more

    def wait_for_end(self) -> None:
        """Wait until the portal ends the stream."""
        while more := self.connection.recv(4096):
            self.heard += more


@dataclass
class Client:
    """One agent's browser."""

    address: str
    origin: str = ""
    host: str = ""
    cookie: str = ""
    csrf: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        """Load a page."""
        return self.send("GET", path, None, headers)

    def post(self, path: str, **fields: str) -> Answer:
        """Send a form as the page would."""
        return self.send("POST", path, urlencode({"csrf": self.csrf} | fields), {})

    def send(self, method: str, path: str, body: str | bytes | None, headers: dict[str, str]) -> Answer:
        """Send anything; a header of ``-`` is left out."""
        put = {"Host": self.host or self.address, "Cookie": self.cookie}
        if method == "POST":
            put |= {
                "Origin": self.origin or f"http://{self.address}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
        put = {name: value for name, value in (put | headers).items() if value not in ("", "-")}
        connection = http.client.HTTPConnection(self.address, timeout=20)
        try:
            connection.request(method, path, body, put)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found, response.read().decode())
        finally:
            connection.close()

    @contextmanager
    def listening(self) -> Iterator[Stream]:
        """Listen to the events as an open page does."""
        host, _, port = self.address.partition(":")
        with socket.create_connection((host, int(port)), timeout=30) as connection:
            head = f"GET /support/events HTTP/1.1\r\nHost: {self.address}\r\nCookie: {self.cookie}\r\n\r\n"
            connection.sendall(head.encode())
            yield Stream(connection)

    def sign_in(self, agent: Agent, password: str = PASSWORD, code: str | None = None) -> Answer:
        """Sign in; keep the cookie and the page's CSRF token."""
        fields = {"user_name": agent.user_name, "password": password, "code": code or agent.code(utc_now())}
        answer = self.post("/support/sign-in", **fields)
        if answer.status == 303:
            self.cookie = answer.headers["set-cookie"].partition(";")[0]
            (self.csrf, *_) = re.findall(r'name="csrf" value="([^"]+)"', self.get("/support/chats").text)
        return answer
