"""A portal process as an installation runs it: made and served by the command line, on a free port."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.portal import engine, keyfile, server
from kiosk.portal.keyfile import PortalKeys
from kiosk.protocol import signatures
from kiosk.protocol.wire import Role
from tests.portal.device import Answer, TestDevice
from tests.portal.house import House

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Command:
    """``python -m kiosk.portal`` on one database."""

    database: str

    def environment(self) -> dict[str, str]:
        """The process's environment; the coverage of paths is the test's own."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_")}
        return kept | {"PYTHONPATH": str(ROOT), "KIOSK_PORTAL_DATABASE": self.database}

    def run(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "kiosk.portal", *arguments],
            check=False,
            capture_output=True,
            text=True,
            input=typed,
            env=self.environment(),
            timeout=60,
        )

    def told(self, *arguments: str) -> str:
        """Run a command that has to succeed; what it prints."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    @contextmanager
    def served(self, *arguments: str) -> Iterator[str]:
        """Serve; yields the URL of the readiness line and demands a clean stop."""
        with subprocess.Popen(
            [sys.executable, "-m", "kiosk.portal", "serve", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=self.environment(),
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            line = process.stdout.readline()
            try:
                assert line.startswith("kiosk-portal ready on "), process.stderr.read()
                yield line.removeprefix("kiosk-portal ready on ").strip()
            finally:
                process.send_signal(signal.SIGTERM)
                errors = process.stderr.read()
                assert process.wait(timeout=20) == 0
        assert errors == "", "the portal wrote to stderr"


@dataclass
class Served:
    """A running portal.

    Attributes:
        address: ``127.0.0.1:PORT``.
        house: the same database and keys, seen from inside; its clock is the real one at the start.
    """

    address: str
    house: House
    practice_id: UUID
    keys: PortalKeys

    def device(self, role: Role = "tablet", practice_id: UUID | None = None) -> TestDevice:
        """Enrol a device at the running portal's database."""
        return self.house.device(role, practice_id)


def check_signature(served: Served, answer: Answer, request_id: str) -> None:
    """The answer has to be signed by the portal's key, for this request."""
    values = signatures.response_values(status=answer.status, body=answer.body, request_id=request_id)
    key = served.keys.signing.public_key().public_bytes_raw()
    signatures.verify(answer.headers, values, signatures.RESPONSE_COMPONENTS, key)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One running portal for all tests of this process."""
    folder = tmp_path_factory.mktemp("portal")
    command = Command(f"sqlite:///{folder / 'portal.db'}")
    command.told("init")
    with command.served("--bind", "127.0.0.1:0") as url:
        keys = keyfile.load(folder / "portal.db.keys.json")
        database = engine.open_database(command.database, keys)
        house = House(database, keys, now=server.utc_now())
        yield Served(url.removeprefix("http://"), house, house.practice_id, keys)
        database.close()
