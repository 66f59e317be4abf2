"""The sheet on the screen: the strokes of the paper, without the code."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.domain.activation import ActivationCode
from kiosk.printing.layouts import LAYOUTS, Layout
from kiosk.printing.preview import SlipPreview
from kiosk.printing.readback import decode
from kiosk.printing.slip import Slip
from tests.printing.conftest import MakeSlip


def picture(qtbot: QtBot, slip: Slip | None, layout: Layout = LAYOUTS["a4"]) -> QImage:
    """Return what the preview shows."""
    preview = SlipPreview(layout=layout)
    qtbot.addWidget(preview)
    preview.resize(840, 1188)
    preview.show_slip(slip)
    return preview.grab().toImage()


@pytest.mark.rule("F1")
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_no_code_stands_on_the_screen(qtbot: QtBot, make_slip: MakeSlip, layout: Layout) -> None:
    """Two slips that differ only in their code look alike to whoever looks over a shoulder."""
    other = make_slip(code=ActivationCode.from_entropy(b"\x01" * 9))
    assert picture(qtbot, make_slip(), layout) == picture(qtbot, other, layout)
    assert decode(picture(qtbot, make_slip(), layout)) == []


def test_the_preview_shows_the_slip(qtbot: QtBot, make_slip: MakeSlip) -> None:
    """Another name is another picture, and no slip is an empty sheet."""
    maria, bo, none = (picture(qtbot, slip) for slip in (make_slip(), make_slip(first_name="Bo"), None))
    assert maria != bo
    assert maria != none
    assert {none.pixelColor(x, y).name() for x in range(60, 780, 40) for y in range(60, 1100, 40)} == {"#ffffff"}
