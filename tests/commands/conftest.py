"""An enrolled tablet with a development key, and the commands on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk import cli
from kiosk.device import enrol_device
from tests.sync.portal_server import PortalServer

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def server() -> Iterator[PortalServer]:
    """A portal on 127.0.0.1."""
    with PortalServer() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the device will be; not there yet."""
    return tmp_path / "data" / "device"


@pytest.fixture
def enrolled(server: PortalServer, folder: Path) -> Path:
    """A tablet with a development key."""
    enrol_device(folder, server.ticket.encode(), None)
    return folder


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``kiosk …`` on the device; exit code, stdout, stderr."""
    monkeypatch.delenv("KIOSK_PASSPHRASE", raising=False)

    def command(*arguments: str) -> tuple[int, str, str]:
        code = cli.main([*arguments, "--data-folder", str(folder)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return command
