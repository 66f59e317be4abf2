"""One staff area in which scene follows scene: building one costs more than looking at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.task_list import TaskList
from tests.ui.staff_fakes import Desk
from tests.ui.staff_scene_data import TASKS, Plugged, fill
from tests.ui.staff_scenes import NO_PRINTERS, SCENES, settle, show

_BUILT_ONCE: Final = {"service", "screen", "accounts", "help", "imports"}
"""What of a desk the area holds on to; all else may be exchanged under it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The desk, its area, and its printers."""

    desk: Desk
    area: StaffArea
    printers: Plugged
    folder: Path

    def show(self, name: str, count: int = 50) -> None:
        """Bring a scene into sight, with so many people, after whatever was there."""
        scene, fresh = SCENES[name], Desk()
        fill(fresh, count)
        scene.prepare(fresh)
        self.area.sign_out()
        for field, value in vars(fresh).items():
            if field not in _BUILT_ONCE:
                setattr(self.desk, field, value)
        vars(self.desk.accounts).update(vars(fresh.accounts))
        self.printers.queue = scene.printers
        self.area.sign_out()  # once more: the door shows who is there now
        folder = self.folder / f"{name}-{count}-{len(list(self.folder.iterdir()))}"
        folder.mkdir()
        show(scene, self.area, count, folder)

    def resize(self, size: tuple[int, int]) -> None:
        """Show it on another screen."""
        self.area.resize(*size)
        settle()
        assert (self.area.width(), self.area.height()) == size, "the page asks for more than the screen has"

    def tasks(self) -> Iterator[str]:
        """Open one task of each kind after the other; returns what it is about."""
        shown = self.area.findChild(TaskList)
        assert shown is not None
        for row, (kind, reasons, _) in enumerate(TASKS):
            shown.setCurrentIndex(shown.model().index(row, 0))
            settle()
            yield "-".join((kind, *reasons))


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Build the area of a desk."""
    desk, printers = Desk(), Plugged(NO_PRINTERS)
    with desk.area(folder / "slips", printers=printers) as area:
        (folder / "scenes").mkdir()
        yield Stage(desk, area, printers, folder / "scenes")


def gathered(failures: Sequence[str]) -> None:
    """Fail with all that was found, not with the first of it."""
    assert not failures, "\n".join(failures)
