"""Somebody at home with a browser that runs nothing: asks the portal's application for pages, without a socket."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec
import sqlalchemy as sa
from starlette.applications import Starlette

from kiosk.portal import app
from kiosk.portal import tables as t
from kiosk.portal.mail_outbox import Kind
from tests.portal.house import House, as_written

HOST = "portal.example"
OWN_NAME = "kiosk.example:8443"


@dataclass(frozen=True, slots=True)
class Page:
    """What came back; ``text`` as people read it, without the markup's escapes."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The page's source with its escapes undone."""
        return html.unescape(self.body.decode())

    @property
    def title(self) -> str:
        """The heading."""
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.text, re.DOTALL)
        return found[1] if found else ""

    @property
    def state(self) -> str:
        """The hidden field of an activation's second page."""
        found = re.search(r'name="state" value="([^"]+)"', self.text)
        assert found is not None
        return found[1]

    @property
    def problems(self) -> list[str]:
        """The sentences at the fields."""
        return re.findall(r'<p class="error"[^>]*><span class="unseen">[^<]*</span>(.*?)</p>', self.text)


@dataclass
class Visitor:
    """One browser; ``headers`` go with every request."""

    house: House
    host: str = HOST
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Build the application on the house's clock."""
        self.app: Starlette = app.make_app(
            app.Portal(
                database=self.house.database,
                keys=self.house.keys,
                authorities=frozenset({OWN_NAME}),
                clock=lambda: self.house.now,
                after_commit=lambda: None,
            )
        )

    def get(self, target: str, method: str = "GET") -> Page:
        """Open a link or a path."""
        return self.send(method, target, b"", {})

    def post(self, target: str, fields: Mapping[str, str] | Iterable[tuple[str, str]] = ()) -> Page:
        """Send a form."""
        body = urlencode(dict(fields)).encode()
        return self.send("POST", target, body, {"content-type": "application/x-www-form-urlencoded"})

    def send(self, method: str, target: str, body: bytes, headers: Mapping[str, str]) -> Page:
        """Send a request exactly as given."""
        return asyncio.run(self.ask(method, target, body, headers))

    async def ask(self, method: str, target: str, body: bytes, headers: Mapping[str, str]) -> Page:
        """As ``send``, among others at the same time."""
        parts = urlsplit(target)
        lines = {"host": self.host, "content-length": str(len(body)), **self.headers, **headers}
        scope = {
            "type": "http",
            "method": method,
            "path": parts.path,
            "raw_path": parts.path.encode(),
            "query_string": parts.query.encode(),
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in lines.items()],
        }
        sent: list[MutableMapping[str, Any]] = []
        coming: list[dict[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> dict[str, Any]:
            return coming.pop() if coming else {"type": "http.disconnect"}

        async def keep(message: MutableMapping[str, Any]) -> None:
            sent.append(message)

        await self.app(scope, receive, keep)
        found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return Page(sent[0]["status"], found, b"".join(message.get("body", b"") for message in sent[1:]))


def letters_to(house: House, recipient: str) -> list[str]:
    """Kinds of the mails queued for an address, in order."""
    query = sa.select(t.mail_outbox.c.kind).where(t.mail_outbox.c.recipient == recipient)

    def work(connection: sa.Connection) -> list[str]:
        ordered = query.order_by(t.mail_outbox.c.created_at, *as_written(connection))
        return list(connection.execute(ordered).scalars().all())

    return house.database.run(work)


def link(house: House, kind: Kind, recipient: str) -> str:
    """Path of the link in the newest mail of a kind."""
    query = sa.select(t.mail_outbox).where(t.mail_outbox.c.recipient == recipient, t.mail_outbox.c.kind == kind)
    rows = house.database.run(lambda c: c.execute(query.order_by(t.mail_outbox.c.created_at, *as_written(c))).all())
    payload = house.keys.decrypt(rows[-1].payload, rows[-1].mail_id.bytes)
    return urlsplit(msgspec.json.decode(payload, type=dict[str, str])["link"]).path
