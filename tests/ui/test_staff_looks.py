"""Every staff screen at every size: nothing is cut off, out of reach or too small, however many people (K5, F1, F4)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
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

from kiosk.domain.screen_service import ScreenChoice
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.rail import Rail
from kiosk.ui.staff.settings_screen import show_screen
from kiosk.ui.staff.wrapping import WrappingRow
from kiosk.ui.widgets import Action
from kiosk.ui.widgets.surface import BREAK
from tests.ui.staff_scenes import COUNTLESS, SCENES, settle
from tests.ui.staff_stage import gathered, stage

pytestmark = pytest.mark.rule("K5")

ALIKE = {"door_crowd", "imported", "invitations_nobody_fits", "slip_saved", "sync_first", "sync_trouble"}
"""Scenes with the controls of others."""
LISTS = {"accounts", "attention", "import_preview", "invitations"}
"""Scenes that are a list and nothing else."""
TARGET = 44
"""Least side of what staff press, in pixels."""
DESK, WIDE = (1280, 800), (1920, 1080)


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
        words = label.text().replace(BREAK, " ").split() if label.wordWrap() else [label.text()]
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

LOOKS = {
    "usual": (ScreenChoice(text_percent=100, high_contrast=False, language="en"), (WIDE, DESK)),
    "larger": (ScreenChoice(text_percent=150, high_contrast=False, language="en"), (DESK,)),
    "largest": (ScreenChoice(text_percent=200, high_contrast=True, language="en"), (WIDE, DESK)),
    "spanish": (ScreenChoice(text_percent=100, high_contrast=False, language="es"), (DESK,)),
    "spanish_largest": (ScreenChoice(text_percent=200, high_contrast=False, language="es"), (DESK,)),
    "mirrored": (ScreenChoice(text_percent=100, high_contrast=True, language="qps-rtl"), (DESK,)),
}
"""How a desk may be made to look while it runs, and on which screens it is looked at."""


def failed(what: str, *checks: Callable[[], None]) -> list[str]:
    """Do checks; return what they say."""
    said = []
    for check in checks:
        try:
            check()
        except AssertionError as error:
            said.append(f"{what}: {error}".partition("\nassert")[0])
    return said


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_or_out_of_reach(tmp_path: Path, qtbot: QtBot, qapp: QApplication, look: str) -> None:
    """Every scene, with long names, after the desk was made to look otherwise: whole, large enough, in reach."""
    choice, sizes = LOOKS[look]
    found: list[str] = []
    with stage(tmp_path) as on:
        show_screen(qapp, choice)
        for name in SCENES if choice.text_percent == 200 else sorted(SCENES.keys() - ALIKE):
            on.resize(sizes[0])
            on.show(name)
            for size in sizes:
                found += failed(f"{name} {size}", partial(on.resize, size), *(partial(c, on.area) for c in CHECKS))
            if choice.text_percent == 200:
                found += failed(name, partial(is_in_reach, on.area))
            if name == "attention":
                for task in on.tasks():
                    found += failed(task, partial(fits_across, on.area), partial(is_whole, on.area))
            if look == "mirrored" and (rail := on.area.findChild(Rail)) is not None and rail.isVisible():
                assert box(rail, on.area).right() == on.area.rect().right()
    gathered(found)


@pytest.mark.parametrize("percent", [100, 200])
def test_nobody_one_and_two_thousand(tmp_path: Path, qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    """An empty list says so; one row is a list, too; and thousands of rows are no thousands of widgets."""
    found: list[str] = []
    with stage(tmp_path) as on:
        show_screen(qapp, ScreenChoice(text_percent=percent, high_contrast=False, language="en"))
        for name in sorted(COUNTLESS):
            widgets = {}
            for count in (0, 1, 50, 2000) if name in LISTS else (1,):
                on.show(name, count)
                widgets[count] = len(on.area.findChildren(QWidget))
                found += failed(f"{name} {count}", *(partial(check, on.area) for check in CHECKS))
            assert widgets.get(50) == widgets.get(2000), name
    gathered(found)


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


def test_the_focus_is_seen_and_walks_in_order(tmp_path: Path, qtbot: QtBot) -> None:
    """Tab reaches every control once, each changes its look when it has the focus, and the rail is one stretch."""
    found: list[str] = []
    with stage(tmp_path) as on:
        for name in SCENES:
            if name not in ALIKE:
                on.show(name)
                found += failed(name, partial(_walk, on.area))
    gathered(found)


def _walk(area: StaffArea) -> None:
    wanted = {control for control in controls(area) if control.isEnabled()}
    first = here = _focused()
    walked: list[QWidget] = []
    while not walked or here is not first:
        walked.append(here)
        assert len(walked) <= len(wanted), [told(each) for each in walked]
        _is_seen(area, here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = _focused()
    missed = {told(control) for control in wanted - set(walked) if not _is_of_a_group(control)}
    assert not missed, missed
    rail = area.findChild(Rail)
    if rail is not None and rail.isVisible():
        inside = [rail.isAncestorOf(control) for control in walked]
        assert sum(inside[at] is not inside[at - 1] for at in range(len(inside))) == 2, "the rail is no one stretch"


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
