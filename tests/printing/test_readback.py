"""Every printed code is read back by a scanner library (F3), and reads well when paper and camera are bad."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.domain.activation import ActivationCode
from kiosk.printing.layouts import LAYOUTS, LETTER, Layout
from kiosk.printing.painter import SlipPainter
from kiosk.printing.pdf import paint_pdf, write_pdf
from kiosk.printing.readback import decode, read_codes, unread
from kiosk.printing.sheet import Paper
from kiosk.printing.slip import Slip
from tests.printing.conftest import MakeSlip


def sheet(slip: Slip, dpi: int, layout: Layout = LETTER) -> QImage:
    """Paint a slip as a printer of that resolution does."""
    width, height = (round(edge * dpi / 25.4) for edge in (layout.width, layout.height))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    SlipPainter(painter, layout, dpi).paint(slip)
    painter.end()
    return image


def turned(image: QImage, degrees: float) -> QImage:
    """Lay a sheet askew on a white table."""
    table = QImage(image.size() * 1.5, QImage.Format.Format_RGB32)
    table.fill(Qt.GlobalColor.white)
    painter = QPainter(table)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(table.width() / 2, table.height() / 2)
    painter.rotate(degrees)
    painter.drawImage(-image.width() // 2, -image.height() // 2, image)
    painter.end()
    return table


def scaled(image: QImage, factor: float) -> QImage:
    """Look at it from nearer or farther away."""
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(image.size() * factor, Qt.AspectRatioMode.KeepAspectRatio, smooth)


def blurred(image: QImage, modules: float, dpi: int) -> QImage:
    """Look out of focus: average over a part of a module and smear it out again."""
    pixels = modules * LETTER.module * dpi / 25.4
    return scaled(scaled(image, 1 / pixels), pixels)


@pytest.mark.rule("F1", "F3")
@pytest.mark.parametrize("layout", [LETTER, LAYOUTS["a4"]], ids=lambda layout: layout.name)
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_page_of_a_pdf_reads_back_as_its_link(make_slip: MakeSlip, layout: Layout, dpi: int) -> None:
    """F3: pages in order, each with one QR code that says exactly https://HOST/a#CODE."""
    slips = [make_slip(code=ActivationCode.from_entropy(bytes([n] * 9)), host="h" * 36) for n in range(3)]
    read = read_codes(paint_pdf(slips, Paper(layout=layout)), dpi)
    assert read == [[f"https://{'h' * 36}/a#{slip.code.symbols}"] for slip in slips]


@pytest.mark.rule("F1", "F3")
@settings(max_examples=8)
@given(raw=st.binary(min_size=9, max_size=9))
def test_any_code_makes_the_round_trip(make_slip: MakeSlip, raw: bytes) -> None:
    """What is read back parses to the code that was printed, whatever its symbols."""
    code = ActivationCode.from_entropy(raw)
    ((text,),) = read_codes(paint_pdf([make_slip(code=code)], Paper(layout=LAYOUTS["a4"])))
    assert ActivationCode.parse_scan(text, host="portal.example.org") == code


@pytest.mark.rule("F3")
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("degrees", [7, 45, 90, 180, 263])
def test_it_reads_askew(make_slip: MakeSlip, dpi: int, degrees: float) -> None:
    """Nobody holds paper straight."""
    assert decode(turned(sheet(make_slip(), dpi), degrees)) == [make_slip().link]


@pytest.mark.rule("F3")
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("modules", [0.3, 0.5, 0.7])
def test_it_reads_out_of_focus(make_slip: MakeSlip, dpi: int, modules: float) -> None:
    """A cheap camera smears over more than half a module."""
    assert decode(blurred(sheet(make_slip(), dpi), modules, dpi)) == [make_slip().link]


@pytest.mark.rule("F3")
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("factor", [0.45, 0.83, 1.7])
def test_it_reads_from_near_and_far(make_slip: MakeSlip, dpi: int, factor: float) -> None:
    """The camera's pixels never match the printer's."""
    assert decode(scaled(sheet(make_slip(), dpi), factor)) == [make_slip().link]


@pytest.mark.rule("F3")
def test_it_reads_through_a_blot(make_slip: MakeSlip) -> None:
    """Level M mends a coffee drop in the middle of the code."""
    image = sheet(make_slip(), 300)
    whole = QImage(image)
    side = round(5 * 300 / 25.4)  # 5 mm on a code of 33
    left, top = code_centre(image)
    painter = QPainter(image)
    painter.fillRect(left - side // 2, top - side // 2, side, side, QColor("#6B4A2B"))
    painter.end()
    assert image != whole
    assert decode(image) == [make_slip().link]


@pytest.mark.rule("F3")
def test_a_slip_that_does_not_read_is_named(make_slip: MakeSlip, tmp_path: Path) -> None:
    """F3: a page too few, or one with another's code, does not count as printed."""
    first = make_slip()
    second = make_slip(code=ActivationCode.from_entropy(b"\x01" * 9), number="INV-0002")
    path = tmp_path / "slips.pdf"
    write_pdf(path, [first, second])
    assert unread(path, [first, second]) == []
    assert unread(path, [second, second]) == [second]
    assert unread(path, [second, first]) == [second, first]
    assert unread(path, [first, second, first]) == [first]


@pytest.mark.rule("F3")
def test_a_page_without_a_code_reads_as_nothing(make_slip: MakeSlip) -> None:
    """The proof needs a scanner that can fail: a painted-over code is not read."""
    image = sheet(make_slip(), 203)
    left, top = code_centre(image)
    painter = QPainter(image)
    painter.fillRect(left - 80, top - 80, 160, 160, Qt.GlobalColor.white)
    painter.end()
    assert decode(image) == []


def code_centre(image: QImage) -> tuple[int, int]:
    """Return where the scanner library finds the middle of the only code."""
    import zxingcpp

    (found,) = zxingcpp.read_barcodes(image)
    corners = found.position
    return (corners.top_left.x + corners.bottom_right.x) // 2, (corners.top_left.y + corners.bottom_right.y) // 2
