"""Debian's Firefox, driven by WebDriver BiDi over its own socket: no driver binary is needed (RFC 6455, W3C BiDi)."""

from __future__ import annotations

import base64
import json
import os
import re
import secrets
import shutil
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PREFERENCES = {
    "javascript.enabled": False,  # of pages; the driver's own questions are answered all the same
    "intl.accept_languages": "en",
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "dom.security.https_first": False,
}
WAIT_S = 60


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, port: int) -> None:
        """Connect, begin a session and take the window that is open."""
        self._socket = socket.create_connection(("127.0.0.1", port), WAIT_S)
        self._incoming = self._socket.makefile("rb")
        self._last = 0
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        lines = (
            *("GET /session HTTP/1.1", f"Host: 127.0.0.1:{port}", "Upgrade: websocket", "Connection: Upgrade"),
            *(f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", ""),
        )
        self._socket.sendall("\r\n".join(lines).encode())
        assert b" 101 " in self._incoming.readline()
        while self._incoming.readline() != b"\r\n":
            pass
        self.ask("session.new", capabilities={})
        self._window = {"context": self.ask("browsingContext.getTree")["contexts"][0]["context"]}
        self.ask("session.subscribe", events=["browsingContext.load"])

    def close(self) -> None:
        """Ask the browser to end, and hang up."""
        self.ask("browser.close")
        self._incoming.close()
        self._socket.close()

    def ask(self, method: str, *, until: str = "", **parameters: Any) -> dict[str, Any]:
        """Send a command; returns its result.

        Args:
            until: an event that has to come, too.
        """
        self._last += 1
        self._send(json.dumps({"id": self._last, "method": method, "params": parameters}).encode())
        result: dict[str, Any] | None = None
        came = not until
        while result is None or not came:
            message = json.loads(self._receive())
            came = came or message.get("method") == until
            if message.get("id") == self._last:
                assert message["type"] == "success", message
                result = message["result"]
        return result

    def open(self, url: str) -> None:
        """Open a page and wait for it."""
        self.ask("browsingContext.navigate", **self._window, url=url, wait="complete")

    def text(self, selector: str) -> str:
        """What an element shows; "" if there is none."""
        return str(self._evaluate(f"(document.querySelector({json.dumps(selector)}) || {{}}).innerText || ''"))

    def write(self, selector: str, text: str) -> None:
        """Type into a field."""
        self._evaluate(f"document.querySelector({json.dumps(selector)}).focus()")
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self.ask("input.performActions", **self._window, actions=[{"type": "key", "id": "keys", "actions": keys}])

    def clear(self, selector: str) -> None:
        """Empty a field."""
        self._evaluate(f"document.querySelector({json.dumps(selector)}).value = ''")

    def press(self, selector: str) -> None:
        """Press a button that sends its form, and wait for the page that follows."""
        self._click(selector, until="browsingContext.load")

    def tick(self, selector: str) -> None:
        """Press what opens no page."""
        self._click(selector)

    def _click(self, selector: str, until: str = "") -> None:
        self._evaluate(f"document.querySelector({json.dumps(selector)}).scrollIntoView()")
        locator = {"type": "css", "value": selector}
        (node,) = self.ask("browsingContext.locateNodes", **self._window, locator=locator)["nodes"]
        middle = {"type": "element", "element": {"sharedId": node["sharedId"]}}
        moves: list[dict[str, Any]] = [{"type": "pointerMove", "x": 0, "y": 0, "origin": middle}]
        moves += [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        mouse = [{"type": "pointer", "id": "mouse", "actions": moves}]
        self.ask("input.performActions", until=until, **self._window, actions=mouse)

    def _evaluate(self, expression: str) -> Any:
        answer = self.ask("script.evaluate", expression=expression, target=self._window, awaitPromise=False)
        assert answer["type"] == "success", answer
        return answer["result"].get("value")

    def _send(self, content: bytes) -> None:
        mask = secrets.token_bytes(4)
        size = bytes([0x80 | len(content)]) if len(content) < 126 else b"\xfe" + struct.pack(">H", len(content))
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(content))
        self._socket.sendall(b"\x81" + size + mask + masked)

    def _receive(self) -> bytes:
        """One message; Firefox sends each as one text frame."""
        size = self._read(2)[1] & 0x7F
        if size == 126:
            (size,) = struct.unpack(">H", self._read(2))
        elif size == 127:
            (size,) = struct.unpack(">Q", self._read(8))
        return self._read(size)

    def _read(self, count: int) -> bytes:
        content = self._incoming.read(count)
        assert len(content) == count, "Firefox hung up"
        return content


@contextmanager
def running(profile: Path) -> Iterator[Firefox]:
    """Start Firefox with a fresh profile; it has ended when this is left."""
    path = shutil.which("firefox-esr")
    assert path is not None, "the tier makes sure that it is there"
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines))
    with subprocess.Popen(
        [path, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"HOME": str(profile)},
    ) as process:
        assert process.stderr is not None
        try:
            found = next(filter(None, (re.search(r"ws://127\.0\.0\.1:([0-9]+)", line) for line in process.stderr)))
            firefox = Firefox(int(found[1]))
            yield firefox
            firefox.close()
            process.stderr.read()  # until it ends, or a full pipe would hold it
            process.wait(timeout=WAIT_S)
        finally:
            process.kill()
