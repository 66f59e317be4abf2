"""Writes a picture of every staff screen, for eyes: ``python -m tests.ui.staff_pictures FOLDER [PART OF A NAME]``."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from kiosk.ui.i18n import Translator
from kiosk.ui.theme import Appearance, apply_theme
from tests.ui.staff_fakes import Desk
from tests.ui.staff_scenes import COUNTLESS, SCENES, fill, settle, show


@dataclass(frozen=True, slots=True)
class Shot:
    """How a screen is looked at."""

    size: tuple[int, int]
    percent: int = 100
    contrast: bool = False
    language: str = "en"

    def __str__(self) -> str:
        """For a file's name."""
        parts = (f"{self.size[0]}x{self.size[1]}", f"{self.percent}", "contrast" if self.contrast else "")
        return "-".join(filter(None, (*parts, self.language if self.language != "en" else "")))


DESK, WIDE = (1280, 800), (1920, 1080)
SHOTS: Final = (
    Shot(DESK),
    Shot(WIDE),
    Shot(DESK, percent=200),
    Shot(WIDE, percent=200),
    Shot(DESK, contrast=True),
    Shot(WIDE, language="qps-rtl"),
    Shot(DESK, language="es"),
)
COUNTS: Final = (0, 1, 50, 2000)


def main(folder: Path, wanted: str) -> None:
    """Write them, numbers of people in the names."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        apply_theme(app, Appearance(text_percent=shot.percent, high_contrast=shot.contrast))
        Translator.install(app, shot.language)
        for name in SCENES:
            for count in COUNTS if name in COUNTLESS and shot in SHOTS[:3] else (50,):
                path = folder / f"{name}-{count}-{shot}.png"
                if wanted in path.name:
                    _picture(name, count, shot, path)


def _picture(name: str, count: int, shot: Shot, path: Path) -> None:
    scene, desk = SCENES[name], Desk()
    fill(desk, count)
    scene.prepare(desk)
    with tempfile.TemporaryDirectory() as slips, desk.area(Path(slips), printers=scene.printers) as area:
        area.resize(*shot.size)
        settle()
        show(scene, area, count, Path(slips))
        area.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
