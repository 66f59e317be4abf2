"""``kiosk`` on the command line says plainly what is wrong, and never with a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import cli

TICKET = "kiosk-enrol:1?u=http://127.0.0.1:1&c=x&k=y"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own, with a file where a folder is needed."""
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


@pytest.mark.parametrize("error", [EOFError, KeyboardInterrupt])
def test_nobody_types_the_passphrase(
    error: type[BaseException], home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a terminal, or with Ctrl+C, nothing is enrolled and no file is left."""

    def none(prompt: str) -> str:
        raise error

    monkeypatch.setattr("getpass.getpass", none)
    assert cli.main(["enrol", TICKET, "--data-folder", str(home / "data")]) == 1
    assert capsys.readouterr().err == "kiosk: ended before everything was typed\n"
    assert [path.name for path in home.iterdir()] == ["a-file"]
