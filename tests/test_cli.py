"""``kiosk`` on the command line says plainly what is wrong, and never with a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import cli

TICKET = "kiosk-enrol:1?u=http://127.0.0.1:1&c=x&k=y"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with a file where a folder is needed; the tests' own process stays as it is."""
    monkeypatch.setattr("kiosk.process.harden", lambda: None)
    monkeypatch.setattr("kiosk.log.install", lambda folder: None)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("run", "--config", "none.toml"), "configuration file"),
        (("run", "--language", "tlh"), "language has to be one of"),
        (("enrol", "--development-key", "nonsense"), "not an enrolment ticket"),
        (("enrol", "--development-key", TICKET), "the portal does not answer"),
        (("enrol", "--development-key", TICKET, "--data-folder", "a-file"), "NotADirectoryError"),
        (("enrol", "--development-key", TICKET, "--data-folder", "a-file/below"), "NotADirectoryError"),
        (("enrol", "--development-key", TICKET, "--ca-file", "none.pem"), "certificate authority"),
        (("demo", "--headless", "--output", "a-file/below"), "a-file"),
    ],
    ids=range(8),
)
def test_what_is_wrong(arguments: tuple[str, ...], says: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line on stderr, exit code 1."""
    folder = () if "--data-folder" in arguments or arguments[0] == "demo" else ("--data-folder", str(home / "data"))
    assert cli.main([*arguments, *folder]) == 1
    told = capsys.readouterr().err
    assert told.startswith("kiosk: ")
    assert says in told
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("error", "says"), [(EOFError, "ended before everything was typed"), (KeyboardInterrupt, "stopped")]
)
def test_nobody_types_the_passphrase(
    error: type[BaseException],
    says: str,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without a terminal, or with Ctrl+C, nothing is enrolled and no file is left."""

    def none(prompt: str) -> str:
        raise error

    monkeypatch.setattr("getpass.getpass", none)
    assert cli.main(["enrol", TICKET, "--data-folder", str(home / "data")]) == 1
    assert capsys.readouterr().err == f"kiosk: {says}\n"
    assert [path.name for path in home.iterdir()] == ["a-file"]


COMMAND = """
import ctypes, os, resource, sys
from kiosk import cli
def command(given, settings):
    os.umask(umask := os.umask(0))
    PR_GET_DUMPABLE = 3
    print(resource.getrlimit(resource.RLIMIT_CORE), oct(umask), ctypes.CDLL(None).prctl(PR_GET_DUMPABLE, 0, 0, 0, 0))
    raise {error}
cli._COMMANDS["invite"] = command
typed = ("--first", "Maria", "--birth-date", "1984-02-09", "--zip", "02139", "--pdf", "slip.pdf")
sys.exit(cli.main(["invite", *typed, "--log-folder", sys.argv[1]]))
"""
"""A command of its own process, which tells how that is protected and then fails."""

ROOT = Path(cli.__file__).resolve().parent.parent


def run(error: str, log_folder: Path) -> subprocess.CompletedProcess[str]:
    """Let the command fail."""
    return subprocess.run(
        [sys.executable, "-c", COMMAND.format(error=error), str(log_folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.rule("K2")
def test_a_command_protects_what_it_opens_and_prints_no_traceback(home: Path) -> None:
    """Commands hold the device's keys like the screens: no core file, not dumpable, private files.

    A bug, whose message may hold what was typed, is one sentence and exit code 1; the log has its type and place.
    """
    done = run("ValueError('invalid literal: quillfeather@example.com')", home / "log")
    assert done.stdout.strip() == "(0, 0) 0o77 0"
    assert (done.returncode, done.stderr) == (1, "kiosk: internal fault (ValueError); the log says where\n")
    text = (home / "log" / "kiosk.log").read_text(encoding="utf-8")
    assert "quillfeather" not in text
    (line,) = [json.loads(line) for line in text.splitlines()]
    assert (line["event"], line["type"], line["place"]) == ("fault", "ValueError", "_string_:8")


def test_a_log_that_cannot_be_written_holds_nobody_up(home: Path) -> None:
    """A full disk or a foreign folder: the command tells it, and does its work."""
    done = run("cli.KioskError('refused')", home / "a-file" / "log")
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith("kiosk: nothing is logged: ")
    assert done.stderr.splitlines()[1:] == ["kiosk: refused"]


@pytest.mark.parametrize("error", [ValueError("quillfeather@example.com"), LookupError("quillfeather@example.com")])
def test_only_worded_refusals_are_printed(
    error: Exception, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A stray parse error quotes what it read, and a script's output goes into mails: it is a bug, not an answer."""

    def stray(given: object, settings: object) -> int:
        raise error

    monkeypatch.setitem(cli._COMMANDS, "status", stray)
    with pytest.raises(type(error)):
        cli.main(["status"])
    assert capsys.readouterr() == ("", "")
