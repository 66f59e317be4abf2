"""Made to be driven: the staff area's names stand in docs/gui-automation.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.staff_fakes import BENS_PIN, Desk, button, sign_in
from tests.ui.test_window_names import documented


@pytest.mark.rule("K5")
def test_the_document_names_every_control_and_no_other(tmp_path: Path, qtbot: QtBot) -> None:
    """What can be pressed or typed into is documented; what is documented exists."""
    with Desk().area(tmp_path, can_close=True) as area:
        # At the door first: the rows of names are gone once somebody is in.
        members = {button(area, f"staff_member_{at}").objectName() for at in (0, 1)}
        sign_in(area, 1, BENS_PIN)
        widgets = [area, *area.findChildren(QWidget)]
        names = {widget.objectName() for widget in widgets} | members
        controls = {w.objectName() for w in widgets if isinstance(w, QAbstractButton | QLineEdit)}
    assert documented(staff=True) - names == set()
    assert {name for name in controls if not name.startswith("qt_")} - documented(staff=True) == set()
