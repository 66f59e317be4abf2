"""The tablet remembers nobody (K2, K3): a canary in every field, looked for in files, tables, widgets and clipboard."""

from __future__ import annotations

import dataclasses
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kiosk import log
from kiosk.demo.people import Person
from kiosk.device import LOCAL, OUTBOX
from kiosk.ui.idle import IdleWatch
from kiosk.ui.wizard import PatientWizard
from tests.journeys.canaries import in_files, in_rows, on_screen
from tests.journeys.conftest import Stage
from tests.journeys.drafts import table_rows
from tests.journeys.house import House
from tests.journeys.people import somebody
from tests.journeys.steps import Patient, Receptionist, code_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give temporary files and the log a folder of their own; return the folder that holds all three."""
    top = tmp_path / "tablet"
    for folder in ("tmp", "log"):
        (top / folder).mkdir(parents=True)
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(top / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", str(top / "tmp"))
    hooks = sys.excepthook, sys.unraisablehook
    with monkeypatch.context() as kept:
        kept.setattr("threading.excepthook", lambda fault: None)
        log.install(top / "log")
        yield top
    log.install(None)
    sys.excepthook, sys.unraisablehook = hooks


def fill_in(tablet: Stage, person: Person) -> Patient:
    """Type every field of a sign-up, as far as "Create Account"."""
    patient = Patient(tablet.player, person)
    patient.begins()
    patient.tells_about_self()
    patient.answers_questions()
    patient.chooses_credentials()
    return patient


def finish(tablet: Stage, patient: Patient) -> None:
    """Create the account and tap "Finish"."""
    assert patient.creates() == "active"
    patient.leaves()


def start_over(tablet: Stage, patient: Patient) -> None:
    """Give up through the help page."""
    tablet.player.tap("need_help")
    tablet.player.tap("help_start_over")
    tablet.player.tap("confirm_secondary")
    tablet.player.find("welcome")


def fall_silent(tablet: Stage, patient: Patient) -> None:
    """Walk away: the question, then nobody answers it."""
    (watch,) = QApplication.instance().findChildren(IdleWatch)  # type: ignore[union-attr]  # it runs
    asked: list[bool] = []
    watch.asked.connect(lambda: asked.append(True))
    watch.set_limits(0.001, 0.001)
    tablet.player.find("welcome")
    assert asked == [True]


class TestAfterThePatient:
    """However the patient leaves."""

    @pytest.mark.rule("K2", "K3")
    @pytest.mark.parametrize("leave", [finish, start_over, fall_silent])
    def test_nothing_stays(
        self,
        watched: Path,
        house: House,
        tablet: Stage,
        qapp: QApplication,
        leave: Callable[[Stage, Patient], None],
    ) -> None:
        """No widget, clipboard, accessible text, file or row shows anything that was typed."""
        person = somebody()
        patient = fill_in(tablet, person)
        seen = {entry.partition(": ")[2] for entry in on_screen(qapp, [person])}
        assert {word.lower() for word in (person.first, person.email, person.user_id, person.answer)} <= seen
        assert in_files([person], watched) == []
        QGuiApplication.clipboard().setText(person.password)

        leave(tablet, patient)

        tablet.player.wait_until(lambda: not tablet.window.findChildren(PatientWizard), "the wizard's end")
        assert on_screen(qapp, [person]) == []
        assert QGuiApplication.clipboard().text() == ""
        assert in_files([person], watched) == []
        tablet.synced()
        assert in_files([person], watched) == []
        assert in_rows([person], table_rows(tablet.folder / "device")) == []

    @pytest.mark.rule("K2", "K3")
    def test_nothing_stays_of_an_invited_patient(
        self, watched: Path, house: House, tablet: Stage, desk: Receptionist, qapp: QApplication
    ) -> None:
        """Code, date of birth and ZIP are forgotten like the rest; a saved record shows nothing while it waits."""
        person = somebody()
        scanned = desk.invites(person)
        desk.player.window.hide()
        code = code_of(scanned)
        house.line.close()
        patient = Patient(tablet.player, person)
        assert patient.activates(code) == "saved"
        patient.leaves()
        tablet.player.wait_until(lambda: not tablet.window.findChildren(PatientWizard), "the wizard's end")
        words = dataclasses.replace(person, answer=code, email=code.replace("-", ""))
        at_tablet = [entry for entry in on_screen(qapp, [words]) if not entry.startswith("enroll_")]
        assert at_tablet == []
        assert in_files([person, words], watched) == []
        assert in_rows([person, words], table_rows(tablet.folder / "device")) == []


class TestCrash:
    """The process dies, the files stay."""

    @pytest.mark.rule("K2", "K3")
    @pytest.mark.parametrize("connected", [True, False], ids=["connected", "disconnected"])
    def test_no_file_ever_shows_what_is_typed(
        self, house: House, stages: Callable[..., Stage], tmp_path: Path, connected: bool
    ) -> None:
        """While typing on each page, at the ending and after `kill -9`: home, data, log and temp hold no canary."""
        person = somebody()
        top = tmp_path / "tablet"
        house.enrolled(top / "device", "tablet").close()
        if not connected:
            house.line.close()
        steps = []
        with typing(top, person) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            for line in process.stdout:
                steps.append(line.strip())
                assert in_files([person], top) == [], steps
                if len(steps) == 4:
                    process.kill()
                else:
                    process.stdin.write("go on\n")
                    process.stdin.flush()
        assert process.returncode == -9
        assert steps == ["about_you", "required_questions", "credentials", "active" if connected else "saved"]
        assert in_files([person], top) == []
        assert in_rows([person], table_rows(top / "device")) == []


class TestWithoutTheKeys:
    """A thief with the files alone."""

    @pytest.mark.rule("K2")
    def test_the_files_show_nothing(self, house: House, tablet: Stage) -> None:
        """Not even that they are databases: no header, no table's name; another key and SQLite itself fail."""
        person = somebody()
        house.line.close()
        patient = Patient(tablet.player, person)
        assert patient.signs_up() == "saved"
        folder = tablet.folder / "device"
        for name in (OUTBOX, LOCAL):
            for path in folder.glob(f"{name}*"):
                content = path.read_bytes()
                for told in (b"SQLite format 3", b"CREATE TABLE", b"operations", b"kiosk_file", b"sign_up"):
                    assert told not in content, path.name
            plain = sqlite3.connect(folder / name)
            with pytest.raises(sqlite3.DatabaseError, match="not a database"):
                plain.execute("SELECT * FROM sqlite_master")
            plain.close()


def typing(top: Path, person: Person) -> subprocess.Popen[str]:
    """Start a tablet at which somebody types; home, caches and temporary files lie below ``top``."""
    places = {name: top / name.lower() for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    for place in places.values():
        place.mkdir()
    environment = os.environ | {name: str(place) for name, place in places.items()} | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typing_tablet", str(top / "device"), str(top / "log")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=ROOT,
        env=environment,
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(dataclasses.asdict(person)) + "\n")
    process.stdin.flush()
    return process
