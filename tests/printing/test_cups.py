"""A real CUPS server: a queue that prints, and queues that are paused, reject, fail or vanish (F3)."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.domain.activation import ActivationCode
from kiosk.printing.cups import CupsQueue
from kiosk.printing.layouts import LAYOUTS
from kiosk.printing.pdf import paint_pdf
from kiosk.printing.queue import PrintState
from kiosk.printing.sheet import Paper
from tests.printing.conftest import MakeSlip
from tests.printing.cups_server import CupsServer, running

pytestmark = [pytest.mark.tier("cups"), pytest.mark.rule("F3")]


@pytest.fixture(scope="module")
def server() -> Iterator[CupsServer]:
    """Return a server."""
    with running() as server:
        yield server


@pytest.fixture
def printer(server: CupsServer) -> Iterator[str]:
    """Return the name of a printer that works; it is gone afterwards."""
    server.printer_is("fine")
    yield server.add("front_desk")
    server.tool("lpadmin", "-x", "front_desk")


@pytest.fixture
def queue(server: CupsServer) -> CupsQueue:
    """Return the product's way to that server."""
    return CupsQueue(server.address)


def until(queue: CupsQueue, printer: str, job: int | PrintState, *wanted: PrintState) -> PrintState:
    """Look at a job, as the screen does, until it stands as wanted, or does not go on."""
    assert isinstance(job, int), job
    pause = threading.Event()
    for _ in range(400):
        state = queue.state(printer, job)
        if state in wanted or not state.goes_on:
            return state
        pause.wait(0.02)
    raise AssertionError(state)


@pytest.fixture(params=["letter", "avery5160", "dymo30252"])
def sent(request: pytest.FixtureRequest, make_slip: MakeSlip) -> tuple[bytes, str]:
    """Return pages of a stock, and its medium."""
    layout = LAYOUTS[request.param]
    slips = [make_slip(code=ActivationCode.from_entropy(bytes([n] * 9))) for n in range(2)]
    return paint_pdf(slips, Paper(layout=layout, first=layout.per_page)), layout.media


@pytest.mark.rule("F1", "K2")
def test_title_and_spool_say_nothing(server: CupsServer, queue: CupsQueue, printer: str, make_slip: MakeSlip) -> None:
    """After the job neither its title nor anything the server keeps tells who was invited, or the code."""
    slip = make_slip(first_name="Philippa")
    job = queue.send(printer, paint_pdf([slip]), "Letter")
    assert until(queue, printer, job) is PrintState.DONE
    kept = server.spooled()
    assert b"kiosk" in kept
    for told in (slip.first_name, slip.number, slip.practice_name, slip.code.symbols, slip.code.grouped, slip.host):
        assert told.encode() not in kept, told
    assert b"%PDF" not in kept, "the pages are gone"


def test_printers_are_listed_by_their_exact_names(server: CupsServer, queue: CupsQueue, printer: str) -> None:
    """A name that is only like a printer's prints nowhere: CUPS by itself would take an instance of it."""
    server.add("front_desk_2")
    try:
        assert queue.printers() == ["front_desk", "front_desk_2"]
    finally:
        server.tool("lpadmin", "-x", "front_desk_2")
    for wrong in ("Front_desk", "front", "front_desk/draft", "front_desk_2", "", "-h"):
        assert queue.send(wrong, b"%PDF-", "Letter") is PrintState.VANISHED


def test_no_paper_is_said_and_the_job_goes_on_by_itself(server: CupsServer, queue: CupsQueue, printer: str) -> None:
    """The printer's own word reaches the desk; filled up, it prints."""
    server.printer_is("no-paper")
    job = queue.send(printer, b"%PDF-1", "Letter")
    assert until(queue, printer, job, PrintState.NO_PAPER) is PrintState.NO_PAPER
    server.refill()
    assert until(queue, printer, job) is PrintState.DONE


def test_offline_is_said_and_the_job_can_be_taken_back(server: CupsServer, queue: CupsQueue, printer: str) -> None:
    """Switched off: no page of it may come out when nobody stands there any more."""
    server.printer_is("offline")
    job = queue.send(printer, b"%PDF-1", "Letter")
    assert until(queue, printer, job, PrintState.OFFLINE) is PrintState.OFFLINE
    assert isinstance(job, int)
    queue.cancel(printer, job)
    server.printer_is("fine")
    assert queue.state(printer, job) in (PrintState.CANCELLED, PrintState.UNKNOWN)
    again = queue.send(printer, b"%PDF-2", "Letter")
    assert until(queue, printer, again) is PrintState.DONE
    assert not (server.root / f"out/{job}.pdf").exists()


def test_a_paused_printer_takes_nothing(
    server: CupsServer, queue: CupsQueue, printer: str, sent: tuple[bytes, str]
) -> None:
    """Qt would say "done"; resumed, it prints these pages, once."""
    before = server.jobs()
    server.tool("cupsdisable", printer)
    assert queue.send(printer, *sent) is PrintState.PAUSED
    assert server.jobs() == before
    server.tool("cupsenable", printer)
    job = queue.send(printer, *sent)
    assert until(queue, printer, job) is PrintState.DONE
    assert isinstance(job, int)
    assert server.printed(job) == sent[0]
    assert server.jobs() - before == {job}


@pytest.mark.rule("F5")
def test_no_pin_reaches_the_print_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A script's PIN stands in a variable of ours; CUPS's commands are started without it."""
    told = tmp_path / "told"
    lpstat = tmp_path / "lpstat"
    lpstat.write_text(f"#!/bin/sh\nenv > {told}\n")
    lpstat.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("KIOSK_PIN", "290417")
    assert CupsQueue().printers() == []
    assert "PATH=" in told.read_text()
    assert "KIOSK_PIN" not in told.read_text()


def test_the_desks_language_changes_nothing(
    server: CupsServer, queue: CupsQueue, printer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CUPS speaks the language of whoever asks; what it says is understood at a German desk, too."""
    for name in ("LC_ALL", "LANG", "LANGUAGE"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    monkeypatch.setenv("PRINTER", "elsewhere")
    assert until(queue, printer, queue.send(printer, b"%PDF-1", "Letter")) is PrintState.DONE
    server.tool("cupsreject", printer)
    assert queue.send(printer, b"%PDF-1", "Letter") is PrintState.REJECTING
    server.tool("cupsdisable", printer)
    assert queue.send(printer, b"%PDF-1", "Letter") is PrintState.PAUSED
    assert queue.state("carried_off", 1) is PrintState.VANISHED, "the service answers"


def test_a_job_that_the_server_forgot_is_unknown(server: CupsServer, queue: CupsQueue, printer: str) -> None:
    """Purged, or never kept: nobody can tell how it ended, so people are asked; taking it back is no fault."""
    job = queue.send(printer, b"%PDF-1", "Letter")
    assert until(queue, printer, job) is PrintState.DONE
    assert isinstance(job, int)
    server.tool("cancel", "-a", "-x", printer)
    assert queue.state(printer, job) is PrintState.UNKNOWN
    queue.cancel(printer, job)


def test_a_printer_that_stops_midway(server: CupsServer, queue: CupsQueue, printer: str) -> None:
    """A jam that stops the queue is no success; taken back, the job does not come out later."""
    server.printer_is("stopped")
    job = queue.send(printer, b"%PDF-1", "Letter")
    assert until(queue, printer, job) is PrintState.PAUSED
    assert isinstance(job, int)
    queue.cancel(printer, job)
    server.printer_is("fine")
    server.tool("cupsenable", printer)
    again = queue.send(printer, b"%PDF-2", "Letter")
    assert until(queue, printer, again) is PrintState.DONE
    assert not (server.root / f"out/{job}.pdf").exists()


def test_a_job_that_fails_is_not_done(server: CupsServer, queue: CupsQueue, printer: str) -> None:
    """`lpstat` calls it completed."""
    server.printer_is("broken")
    job = queue.send(printer, b"%PDF-1", "Letter")
    assert until(queue, printer, job) is PrintState.FAILED


def test_a_rejecting_printer_takes_nothing(
    server: CupsServer, queue: CupsQueue, printer: str, sent: tuple[bytes, str]
) -> None:
    """Qt would say "done"."""
    before = server.jobs()
    server.tool("cupsreject", printer)
    assert queue.send(printer, *sent) is PrintState.REJECTING
    assert server.jobs() == before


def test_a_job_that_waits_for_a_person_is_held(server: CupsServer, queue: CupsQueue, printer: str) -> None:
    """A queue that holds its jobs prints when somebody releases them; the desk is told."""
    server.tool("lpadmin", "-p", printer, "-o", "job-hold-until-default=indefinite")
    job = queue.send(printer, b"%PDF-1", "Letter")
    assert until(queue, printer, job) is PrintState.HELD
    assert isinstance(job, int)
    queue.cancel(printer, job)


def test_a_printer_that_vanishes_with_its_job(server: CupsServer, queue: CupsQueue, sent: tuple[bytes, str]) -> None:
    """Removed while the job waits: its pages come out nowhere, and nothing of them is kept."""
    server.printer_is("offline")
    name = server.add("carried_off")
    job = queue.send(name, *sent)
    assert until(queue, name, job, PrintState.OFFLINE) is PrintState.OFFLINE
    server.tool("lpadmin", "-x", name)
    assert isinstance(job, int)
    assert queue.state(name, job) is PrintState.VANISHED
    assert queue.send(name, *sent) is PrintState.VANISHED
    assert sent[0][:1000] not in server.spooled()
    assert not (server.root / f"out/{job}.pdf").exists()


def test_without_a_print_service_there_are_no_printers(tmp_path: Path) -> None:
    """The service is not started, or CUPS is not there: no fault, but a state that can be said."""
    nowhere = CupsQueue(str(tmp_path / "cups.sock"))
    assert nowhere.printers() == []
    assert nowhere.send("front_desk", b"%PDF-1", "Letter") is PrintState.NO_SERVICE
    assert nowhere.state("front_desk", 1) is PrintState.NO_SERVICE
    nowhere.cancel("front_desk", 1)


def test_without_the_commands_there_are_no_printers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine without cups-client."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert CupsQueue().printers() == []
    assert CupsQueue().send("front_desk", b"%PDF-1", "Letter") is PrintState.NO_SERVICE


Silent = Callable[[Callable[[], None], BaseException], None]


@pytest.fixture
def silent(queue: CupsQueue, monkeypatch: pytest.MonkeyPatch) -> Silent:
    """Let ``lp`` hand its job over, and then tell nothing: it ends as given, after something was done."""
    run = queue._run

    def go(meanwhile: Callable[[], None], ends: BaseException) -> None:
        def mute(command: str, *arguments: str, feed: bytes = b"") -> str:
            said = run(command, *arguments, feed=feed)
            if command == "lp":
                meanwhile()
                raise ends
            return said

        monkeypatch.setattr(queue, "_run", mute)

    return go


NO_ANSWER = subprocess.TimeoutExpired("lp", 15)


def nothing() -> None:
    """No more happens."""


def test_a_job_whose_sending_was_not_answered_is_taken_back(
    server: CupsServer, queue: CupsQueue, printer: str, silent: Silent
) -> None:
    """It was taken all the same: found by its title, it does not come out beside the one that is printed again."""
    server.printer_is("offline")
    silent(nothing, NO_ANSWER)
    assert queue.send(printer, b"%PDF-lost", "Letter") is PrintState.TOO_LONG
    server.printer_is("fine")
    again = CupsQueue(server.address).send(printer, b"%PDF-again", "Letter")
    assert until(queue, printer, again) is PrintState.DONE
    assert isinstance(again, int)
    assert server.printed(again) == b"%PDF-again"
    assert server.last_printed() == b"%PDF-again"
    assert not (server.root / f"out/{again - 1}.pdf").exists()


def test_a_job_that_printed_although_nobody_answered_counts(
    server: CupsServer, queue: CupsQueue, printer: str, silent: Silent
) -> None:
    """It is on paper: followed like any other, not printed once more."""
    other = CupsQueue(server.address)
    silent(lambda: wait_for_last(other, printer), NO_ANSWER)
    job = queue.send(printer, b"%PDF-there", "Letter")
    assert isinstance(job, int)
    assert (queue.state(printer, job), server.printed(job)) == (PrintState.DONE, b"%PDF-there")


def wait_for_last(queue: CupsQueue, printer: str) -> None:
    """Wait until the printer's newest job has ended."""
    assert until(queue, printer, max(job.number for job in queue._jobs(printer))) is PrintState.DONE


def test_a_service_that_is_gone_leaves_it_open(
    server: CupsServer,
    queue: CupsQueue,
    printer: str,
    silent: Silent,
    tmp_path: Path,
) -> None:
    """Nobody can look: the desk is told to look at the printer before it prints again."""

    def vanish() -> None:
        queue._server = str(tmp_path / "cups.sock")

    silent(vanish, NO_ANSWER)
    assert queue.send(printer, b"%PDF-1", "Letter") is PrintState.UNSURE


def test_ctrl_c_while_it_is_sent_takes_it_back(
    server: CupsServer, queue: CupsQueue, printer: str, silent: Silent
) -> None:
    """Whoever stops a command finds no page in the tray."""
    server.printer_is("offline")
    silent(nothing, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        queue.send(printer, b"%PDF-1", "Letter")
    waiting = [job for job in queue._jobs(printer) if job.state in (3, 4, 5)]
    assert waiting == []


def test_what_never_reached_the_service_failed(queue: CupsQueue, printer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It hung before it handed anything over."""
    run = queue._run

    def hang(command: str, *arguments: str, feed: bytes = b"") -> str:
        if command == "lp":
            raise NO_ANSWER
        return run(command, *arguments, feed=feed)

    monkeypatch.setattr(queue, "_run", hang)
    assert queue.send(printer, b"%PDF-1", "Letter") is PrintState.FAILED
