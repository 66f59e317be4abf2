"""An enrolled tablet or desk with a development key, its printers, and the commands on it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from kiosk import cli
from kiosk.device import Device
from kiosk.device_files import enrol_device, open_device
from kiosk.printing.queue import PrintState
from kiosk.protocol import wire_sync
from kiosk.protocol.queue import SyncPosition
from kiosk.vault.pin import pin_verifier
from tests.store.samples import NOW, STAFF_ID
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
    monkeypatch.setattr("kiosk.process.harden", lambda: None)  # the tests' own process stays as it is
    monkeypatch.setattr("kiosk.log.install", lambda folder: None)

    def command(*arguments: str) -> tuple[int, str, str]:
        code = cli.main([*arguments, "--data-folder", str(folder)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


@pytest.fixture
def desk(server: PortalServer, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with a development key, at which Ruth signs in by the environment."""
    server.role = "desk"
    enrol_device(folder, server.ticket.encode(), None)
    verifier = pin_verifier("290417", bytes(16))
    ruth = wire_sync.StaffChange(staff_id=STAFF_ID, name="Ruth", role="receptionist", verifier=verifier, active=True)
    device = opened(folder)
    device.local.apply([ruth], position=SyncPosition("epoch-1", "1"), reset=False, now=NOW, portal_time=NOW)
    device.close()
    monkeypatch.setenv("KIOSK_STAFF", "ruth")
    monkeypatch.setenv("KIOSK_PIN", "290417")
    return folder


def opened(folder: Path) -> Device:
    """The device."""
    _, device = open_device(folder, None)
    assert device is not None
    return device


def acts(folder: Path) -> list[str]:
    """What the audit trail says."""
    device = opened(folder)
    found = [row.action for row in device.outbox.audit_rows()]
    device.close()
    return found


def words_of(pdf: bytes) -> str:
    """What stands on the pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


class Printers:
    """Two printers; the test says how their jobs end."""

    def __init__(self) -> None:
        """Print at once."""
        self.ends: list[int | PrintState] = []
        self.sent: list[tuple[str, bytes, str]] = []
        self.taken_back: list[int] = []
        self.signal: int | None = None

    def printers(self) -> list[str]:
        """Return the names."""
        return ["Front desk", "Labels"]

    def send(self, printer: str, pdf: bytes, media: str) -> int | PrintState:
        """Keep the pages."""
        self.sent.append((printer, pdf, media))
        return len(self.sent)

    def state(self, printer: str, job: int) -> PrintState:
        """Return what the test chose; a number is for how many looks it goes on, a signal comes first."""
        if self.signal is not None:
            os.kill(os.getpid(), self.signal)  # Ctrl-C, or a timer that gives the command up
        end = self.ends[0] if self.ends else PrintState.DONE
        if isinstance(end, PrintState):
            self.ends = self.ends[1:]
            return end
        self.ends[0] = end - 1
        if end <= 1:
            del self.ends[0]
        return PrintState.WAITING

    def cancel(self, printer: str, job: int) -> None:
        """Note it."""
        self.taken_back.append(job)


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> Printers:
    """The printers of this machine; no time passes while a job is looked at."""
    made = Printers()
    monkeypatch.setattr("kiosk.printing.cups.CupsQueue", lambda: made)
    monkeypatch.setattr("kiosk.commands.paper.SECONDS", 0)
    return made
