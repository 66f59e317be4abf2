"""A tablet at which somebody types, until it is killed from outside; run as a process of its own, offscreen.

Arguments: the device's folder and the log folder. The patient comes as one line of JSON on standard input. After each
page is filled in, the step is printed; a line on standard input lets it go on.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kiosk import app, log, process, windows
from kiosk.config import Config
from kiosk.demo.people import Person
from kiosk.demo.player import Player
from tests.journeys.steps import Patient


def main() -> int:
    """Type page after page; the ending is the last step."""
    data, logs = (Path(argument) for argument in sys.argv[1:])
    person = Person(**json.loads(sys.stdin.readline()))
    process.harden()
    log.install(logs)
    qt = QApplication([])
    windows.prepare(qt, "en")
    config = Config(data_folder=data, log_folder=logs, slips_folder=logs, full_screen=False)
    program = app.Program(qt, config, desk=False)
    program.show()
    (window,) = [widget for widget in qt.topLevelWidgets() if widget.objectName() == "patient_window"]
    patient = Patient(Player(window, logs, "none", lambda name, title: None), person)
    patient.begins()
    patient.types_about_self()
    _stop("about_you")
    patient.player.tap("primary")
    patient.answers_questions()
    _stop("required_questions")
    patient.chooses_credentials()
    _stop("credentials")
    _stop(patient.creates())
    return 3


def _stop(step: str) -> None:
    sys.stdout.write(f"{step}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    sys.exit(main())
