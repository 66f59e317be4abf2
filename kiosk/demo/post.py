"""A page for who plays by hand: the mails and text messages that arrived, and what the agent's authenticator shows."""

from __future__ import annotations

import html
import re
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from kiosk.demo.backstage import Backstage
from kiosk.demo.mailbox import Mail
from kiosk.demo.people import NORTHGATE, RIVERSIDE

_LINK: Final = re.compile(rf"https://(?:{re.escape(RIVERSIDE.host)}|{re.escape(NORTHGATE.host)})(/[^\s<]*)")

_PAGE: Final = """<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="5">
<title>The demo's post</title>
<style>body{font:18px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:50rem;padding:0 1rem}
article{border:1px solid #6B7885;border-radius:12px;padding:0 1rem;margin:1rem 0}pre{white-space:pre-wrap}</style>
"""


class Post:
    """The page, in a thread of its own."""

    def __init__(self, behind: Backstage) -> None:
        """Prepare to listen on a free port."""
        self._behind = behind
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self._page))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)

    def start(self) -> str:
        """Listen, and return the page's address."""
        self._thread.start()
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def stop(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _page(self) -> str:
        behind = self._behind
        badge = behind.badge
        console = f"{behind.portal.url}/support"
        texts = [_article(f"Text message to {text.to}", _safe(text.body)) for text in behind.phones.texts()]
        mails = [self._mail(mail) for mail in behind.mail.mails()]
        return (
            f"{_PAGE}<h1>The demo's post</h1><p>Support console: <a href='{console}'>{console}</a>, name "
            f"<b>{_safe(badge.name)}</b>, password <b>{_safe(badge.password)}</b>, code now <b>{badge.code()}</b></p>"
            f"<h2>Text messages</h2>{''.join(reversed(texts)) or '<p>None yet.</p>'}"
            f"<h2>Mails</h2>{''.join(reversed(mails)) or '<p>None yet.</p>'}</html>"
        )

    def _mail(self, mail: Mail) -> str:
        """A mail whose links lead to the portal of this machine: a real one's name would lead to its proxy."""
        here = self._behind.portal.url
        words = _LINK.sub(lambda found: f"<a href='{here}{found[1]}'>{found[0]}</a>", _safe(mail.words.strip()))
        return _article(f"{mail.message['Subject']} (to {mail.to})", words)


def _article(title: str, words: str) -> str:
    return f"<article><h3>{_safe(title)}</h3><pre>{words}</pre></article>"


def _safe(text: str) -> str:
    return html.escape(text)


def _handler(page: Callable[[], str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = page().encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Referrer-Policy", "no-referrer")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the terminal is for what one can try."""

    return Handler
