"""The command serves on PostgreSQL as it does on SQLite."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.portal.engine import Database
from tests.portal.conftest import Command
from tests.portal.device import send

pytestmark = pytest.mark.tier("postgresql")


def test_serve_on_postgresql(on_postgresql: Database, tmp_path: Path) -> None:
    """Init and serve with a key file of its own; the database answers, and the process ends cleanly."""
    command = Command(on_postgresql.engine.url.render_as_string(hide_password=False))
    keys = ("--keys", str(tmp_path / "keys.json"))
    command.told("init", *keys)
    with command.served("--bind", "127.0.0.1:0", *keys) as url:
        answer = send(url.removeprefix("http://"), "GET", "/healthz", b"", {})
    assert (answer.status, answer.body) == (200, b'{"status":"ok"}')


def test_postgresql_needs_a_named_key_file(on_postgresql: Database) -> None:
    """There is no folder beside a server's database, so the key file has to be named."""
    command = Command(on_postgresql.engine.url.render_as_string(hide_password=False))
    done = command.run("init")
    assert (done.returncode, "--keys" in done.stderr) == (1, True)
