"""The demo's portal: the real ``kiosk-portal`` as a process of its own on loopback."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from kiosk.demo import phone_box
from kiosk.demo.loopback import free_port
from kiosk.portal.cli import SMS_TOKEN_VARIABLE

_STOP_S = 10


class PortalProcess:
    """Initialise, administer, start and stop a portal in a folder."""

    def __init__(self, folder: Path, smtp: str | None, sms: str | None = None) -> None:
        """Use ``folder`` for database, keys and log.

        Args:
            smtp: where mails go, HOST:PORT; None: they wait.
            sms: base URL of a ``PhoneBox``, where text messages go; None likewise.
        """
        folder.mkdir(parents=True, mode=0o700)
        self.folder = folder
        self._smtp = smtp
        self._sms = sms
        self._process: subprocess.Popen[str] | None = None
        # The same port over a restart, as a real portal's would be.
        self.url = f"http://127.0.0.1:{free_port()}"
        self.public_url = self.url
        """How devices reach it, if something stands in between."""

    @property
    def database(self) -> str:
        """SQLAlchemy URL of the embedded file."""
        return f"sqlite:///{self.folder / 'portal.db'}"

    def admin(self, *arguments: str) -> dict[str, Any]:
        """Run ``kiosk-portal … --json`` and return what it printed.

        Raises:
            RuntimeError: it failed; the message carries its last line.
        """
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "kiosk.portal", *arguments, "--database", self.database, "--json"],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        if done.returncode != 0:
            raise RuntimeError(f"kiosk-portal {arguments[0]}: {done.stderr.strip().splitlines()[-1:]}")
        return dict(json.loads(done.stdout))

    def start(self) -> None:
        """Start and wait for the readiness line.

        Raises:
            RuntimeError: it ended instead.
        """
        address = self.url.removeprefix("http://")
        log = (self.folder / "portal.log").open("a")
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            [
                *(sys.executable, "-m", "kiosk.portal", "serve", "--database", self.database),
                *("--bind", address, "--public-url", self.public_url),
                *(() if self._smtp is None else ("--smtp", self._smtp)),
                *(() if self._sms is None else ("--sms-url", self._sms, "--sms-account", phone_box.ACCOUNT)),
                *(() if self._sms is None else ("--sms-from", phone_box.SENDER)),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            # Ctrl+C is ours: we stop the portal when its devices are closed.
            start_new_session=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1", SMS_TOKEN_VARIABLE: phone_box.TOKEN},
        )
        log.close()
        if self._process.stdout is None:
            raise RuntimeError("the portal has no output")
        line = self._process.stdout.readline()
        if not re.match(r"kiosk-portal ready on ", line):
            self._process.wait(_STOP_S)
            raise RuntimeError(f"the portal did not start; {self.folder / 'portal.log'} says why")

    def stop(self) -> None:
        """Stop it; its listening socket is closed when this returns."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()

    def is_listening(self) -> bool:
        """Whether anybody accepts connections at the portal's address."""
        host, _, port = self.url.removeprefix("http://").partition(":")
        try:
            socket.create_connection((host, int(port)), timeout=2).close()
        except OSError:
            return False
        return True
