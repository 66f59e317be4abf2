"""Every staff screen at every size: nothing is cut off, out of reach or too small, however many people (K5, F1, F4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kiosk.ui.i18n import Translator
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.rail import Rail
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.theme import Appearance, apply_theme
from kiosk.ui.widgets import Action
from tests.ui.staff_fakes import Desk
from tests.ui.staff_scenes import COUNTLESS, SCENES, fill, settle, show

pytestmark = pytest.mark.rule("K5")

ALIKE = {"door_crowd", "imported", "invitations_nobody_fits", "slip_saved", "sync_first", "sync_trouble"}
"""Scenes with the controls of others."""
LISTS = {"accounts", "attention", "import_preview", "invitations"}
"""Scenes that are a list and nothing else."""
TARGET = 44
"""Least side of what staff press, in pixels."""
DESK, WIDE = (1280, 800), (1920, 1080)


@contextmanager
def screen(scene: str, count: int, folder: Path, size: tuple[int, int] = DESK) -> Iterator[StaffArea]:
    """Bring a scene into sight, with so many people."""
    desk = Desk()
    fill(desk, count)
    SCENES[scene].prepare(desk)
    with desk.area(folder) as area:
        area.resize(*size)
        settle()
        show(SCENES[scene], area, count, folder)
        assert (area.width(), area.height()) == size, "the page asks for more than the screen has"
        yield area


def controls(area: QWidget) -> list[QWidget]:
    """What can be pressed or typed into."""
    kinds = QAbstractButton | QLineEdit | QAbstractItemView
    return [
        widget
        for widget in area.findChildren(QWidget)
        if isinstance(widget, kinds) and widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]


def view_of(widget: QWidget) -> QWidget | None:
    """The viewport in which something is scrolled."""
    here = widget.parentWidget()
    while here is not None and not isinstance(here, QScrollArea):
        here = here.parentWidget()
    return here.viewport() if isinstance(here, QScrollArea) else None


def box(widget: QWidget, within: QWidget) -> QRect:
    """Where it lies."""
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


def told(widget: QWidget) -> str:
    """What the failure is about."""
    return f"{type(widget).__name__} {widget.objectName()} {widget.geometry()} {widget.accessibleName()[:60]}"


def fits_across(area: StaffArea) -> None:
    """Nothing has to be scrolled sideways, and nothing sticks out of its scroll area or the window."""
    for scroll in area.findChildren(QAbstractScrollArea):
        if scroll.isVisible():
            assert scroll.horizontalScrollBar().maximum() == 0, told(scroll)
    for control in controls(area):
        view = view_of(control) or area
        place = box(control, view)
        assert view.rect().left() <= place.left(), told(control)
        assert place.right() <= view.rect().right(), told(control)


def is_in_reach(area: StaffArea) -> None:
    """Whatever gets the focus is wholly in sight; a list at least with its first rows."""
    for control in controls(area):
        control.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        view = view_of(control) or area
        place = box(control, view)
        if place.height() > view.height():
            assert view.rect().intersects(place), told(control)
        else:
            assert view.rect().contains(place), f"{told(control)} at {place} of {view.rect()}"


def is_large_enough(area: StaffArea) -> None:
    """A finger hits it."""
    for control in controls(area):
        assert min(control.width(), control.height()) >= TARGET, told(control)
    for table in area.findChildren(QTableView):
        if table.isVisible():
            assert table.verticalHeader().defaultSectionSize() >= TARGET, told(table)


def is_whole(area: StaffArea) -> None:
    """No label is cut: its words have their width, its lines their height."""
    for label in area.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        metrics = QFontMetrics(label.font())
        room = label.contentsRect().width()
        words = label.text().split() if label.wordWrap() else [label.text()]
        assert max(map(metrics.horizontalAdvance, words)) <= room or _breaks(label), told(label)
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        assert needed <= label.height() + 1, f"{told(label)} needs {needed}"
    for button in area.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.minimumSizeHint().width() <= button.width() + 1, told(button)


def _breaks(label: QLabel) -> bool:
    """Whether it is one of those that may hold what has no place to break: an address, a path, drawn smaller."""
    return label.objectName() in {"portal_address", "slip_said", "sheet_printed", "task_email"}


def lies_apart(area: StaffArea) -> None:
    """No two controls overlap."""
    seen: list[tuple[QWidget, QRect]] = []
    for control in controls(area):
        if view_of(control) is None:
            place = box(control, area)
            for other, taken in seen:
                assert not place.intersects(taken), f"{told(control)} over {told(other)}"
            seen.append((control, place))


CHECKS: tuple[Callable[[StaffArea], None], ...] = (fits_across, is_large_enough, is_whole, lies_apart)


@pytest.mark.parametrize(
    ("percent", "scene"),
    [(percent, scene) for percent in (100, 200) for scene in SCENES if percent == 200 or scene not in ALIKE],
)
def test_nothing_is_cut_or_out_of_reach(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, scene: str, percent: int
) -> None:
    """With long names, at 1920x1080 and then at 1280x800; with the largest text, too."""
    apply_theme(qapp, Appearance(text_percent=percent))
    with screen(scene, 50, tmp_path, WIDE) as area:
        for size in (WIDE, DESK):
            area.resize(*size)
            settle()
            assert (area.width(), area.height()) == size, "the page asks for more than the screen has"
            for check in CHECKS:
                check(area)
        if percent == 200:
            is_in_reach(area)


@pytest.mark.parametrize(
    ("count", "scene"), [(count, scene) for count in (0, 1) for scene in sorted(COUNTLESS) if count or scene in LISTS]
)
def test_nobody_and_one(tmp_path: Path, qtbot: QtBot, count: int, scene: str) -> None:
    """An empty list says so and what to do; one row is a list, too."""
    with screen(scene, count, tmp_path) as area:
        for check in CHECKS:
            check(area)


@pytest.mark.parametrize("scene", sorted(COUNTLESS - LISTS | {"attention", "import_preview"}))
def test_it_lies_the_other_way_round(tmp_path: Path, qtbot: QtBot, qapp: QApplication, scene: str) -> None:
    """From right to left, in high contrast: as whole as from left to right, and the rail stands at the right."""
    apply_theme(qapp, Appearance(high_contrast=True))
    Translator.install(qapp, "qps-rtl")
    with screen(scene, 50, tmp_path) as area:
        rail = area.findChild(Rail)
        assert rail is not None
        assert box(rail, area).right() == area.rect().right()
        for check in CHECKS:
            check(area)


def test_a_button_too_long_for_its_row_grows(qtbot: QtBot) -> None:
    """Its words go on in a second line, and the row is as high as both."""
    row = QWidget()
    qtbot.addWidget(row)
    layout, action = WrappingRow(row), Action("Mail a link to reset the password", name="long")
    layout.addWidget(action)
    layout.setGeometry(QRect(0, 0, action.sizeHint().width() * 2 // 3, 400))
    assert action.width() == action.sizeHint().width() * 2 // 3
    assert action.height() == action.heightForWidth(action.width()) == layout.heightForWidth(action.width())
    assert action.height() > action.sizeHint().height()


@pytest.mark.parametrize("scene", ["attention", "import_preview", "invitations"])
def test_two_thousand_rows_are_no_two_thousand_widgets(tmp_path: Path, qtbot: QtBot, scene: str) -> None:
    """What is on the screen depends on what is in sight, not on how many there are."""
    widgets = []
    for count in (50, 2000):
        folder = tmp_path / str(count)
        folder.mkdir()
        with screen(scene, count, folder) as area:
            widgets.append(len(area.findChildren(QWidget)))
            fits_across(area)
            is_whole(area)
    assert widgets[0] == widgets[1]


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene not in ALIKE])
def test_the_focus_is_seen_and_walks_in_order(tmp_path: Path, qtbot: QtBot, scene: str) -> None:
    """Tab reaches every control once, each changes its look when it has the focus, and the rail is one stretch."""
    with screen(scene, 50, tmp_path) as area:
        wanted = set(controls(area))
        first = here = _focused()
        walked: list[QWidget] = []
        while not walked or here is not first:
            walked.append(here)
            assert len(walked) <= len(wanted), [told(each) for each in walked]
            _is_seen(area, here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
            here = _focused()
        missed = {told(control) for control in wanted - set(walked) if not _is_of_a_group(control)}
        assert not missed
        rail = area.findChild(Rail)
        if rail is not None and rail.isVisible():
            inside = [rail.isAncestorOf(control) for control in walked]
            assert sum(inside[at] is not inside[at - 1] for at in range(len(inside))) == 2


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _is_of_a_group(control: QWidget) -> bool:
    """Arrows move within a group of choices: Tab passes by those that are not chosen."""
    return isinstance(control, QAbstractButton) and (control.autoExclusive() or bool(control.property("in_group")))


def _is_seen(area: StaffArea, control: QWidget) -> None:
    shot = control.grab().toImage()
    area.setFocus()
    control.clearFocus()
    other = control.grab().toImage()
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert shot != other, told(control)
