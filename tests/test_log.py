"""The event log: nothing of a patient gets in, whoever writes."""

import json
import logging
import sys
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk import log
from kiosk.domain.sync_status import Trouble

CANARY = "quillfeather@example.com"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The log's folder, while it is open; afterwards all hooks are as before."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    log.install(tmp_path / "log")
    yield tmp_path / "log"
    log.install(None)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def lines(folder: Path) -> list[dict[str, object]]:
    """What stands in the log."""
    text = (folder / "kiosk.log").read_text(encoding="utf-8")
    assert CANARY not in text
    return [json.loads(line) for line in text.splitlines()]


def test_an_event_is_one_line(folder: Path) -> None:
    """JSON with time, name and the allowed fields; enums by their word."""
    log.event(log.Event.SYNC_FAILED, trouble=Trouble.NO_NETWORK, count=3, seconds=1.5, kind=uuid.UUID(int=1))
    (line,) = lines(folder)
    assert str(line.pop("at")).endswith("+00:00")
    assert line == {
        "event": "sync_failed",
        "trouble": "no_network",
        "count": 3,
        "seconds": 1.5,
        "kind": "00000000-0000-0000-0000-000000000001",
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "x"),
        ("event", "x"),
        ("at", "x"),
        ("state", CANARY),
        ("state", "Maria Okafor"),
        ("state", "a" * 121),
        ("state", "a\nb"),
        ("state", "a\n"),
        ("state", "é"),
    ],
    ids=repr,
)
def test_anything_else_is_a_bug(folder: Path, field: str, value: str) -> None:
    """An unknown field, a sentence, a name with a blank, an address, a line end: refused and not logged."""
    with pytest.raises(ValueError, match="may not be logged"):
        log.event(log.Event.FAULT, **{field: value})
    assert lines(folder) == []


def test_a_stray_record_is_dropped(folder: Path) -> None:
    """Somebody's ordinary logging below the same name does not reach the file."""
    logging.getLogger("kiosk").warning("typed: %s", CANARY)
    logging.getLogger("kiosk.ui.pages").error(CANARY)
    assert lines(folder) == []


def failing() -> None:
    """Raise with a patient's value in the message."""
    raise LookupError(CANARY)


def test_a_fault_is_type_and_place(folder: Path) -> None:
    """Its message may hold what was typed, and stays out."""
    try:
        failing()
    except LookupError as error:
        log.report(error)
    (line,) = lines(folder)
    assert (line["event"], line["type"]) == ("fault", "LookupError")
    assert str(line["place"]).startswith("test_log.py:")


def test_odd_names_can_be_reported(folder: Path) -> None:
    """Reporting never fails itself: generated code and foreign alphabets included, and errors without a place."""
    odd = type("Fehlär", (Exception,), {})
    log.report(odd(CANARY))
    try:
        exec(compile("raise ValueError('x')", "<frozen importlib._bootstrap>", "exec"))  # noqa: S102 - a place with a blank
    except ValueError as error:
        log.report(error)
    first, second = lines(folder)
    assert (first["type"], first["place"]) == ("Fehl_r", "")
    assert second["place"] == "_frozen_importlib._bootstrap_:1"


class Unlucky:
    """Its finalizer fails."""

    def __del__(self) -> None:
        failing()


def test_what_nobody_caught_is_reported_without_its_message(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the main thread, in another thread, in a finalizer: type and place in the log, no value on stderr."""
    try:
        failing()
    except LookupError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=failing)
    thread.start()
    thread.join()
    unlucky = Unlucky()
    del unlucky
    assert [line["type"] for line in lines(folder)] == ["LookupError"] * 3
    captured = capsys.readouterr()
    assert CANARY not in captured.err + captured.out
    assert captured.err.count("LookupError") == 3


def test_control_c_is_no_fault(folder: Path) -> None:
    """Nothing is logged."""
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert lines(folder) == []


def test_without_a_folder_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nowhere: not to stderr either."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    log.install(None)
    log.event(log.Event.STARTED)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    assert capsys.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
