"""What comes out of a printer with a driver: CUPS's own filters turn our pages into its dots (F1, F3)."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from kiosk.domain.activation import ActivationCode
from kiosk.printing.cups import CupsQueue
from kiosk.printing.layouts import LAYOUTS, LETTER, Design, Layout
from kiosk.printing.pdf import paint_pdf
from kiosk.printing.qr import QUIET_ZONE
from kiosk.printing.queue import PrintState
from kiosk.printing.readback import decode
from kiosk.printing.sheet import Paper
from tests.printing import raster
from tests.printing.conftest import MakeSlip
from tests.printing.cups_server import CupsServer, Driver, running
from tests.printing.test_cups import until
from tests.printing.test_readback import blurred, scaled, turned

pytestmark = [pytest.mark.tier("cups"), pytest.mark.rule("F1", "F3")]

OFFICE = {"Letter": (612, 792), "A4": (595, 842)}
LABELS = {"w101h252": (101, 252), "w81h252": (81, 252), "w144h72": (144, 72), "w288h432": (288, 432)}
"""A label printer of another size than ours, unless it is told."""
NEAR = 0.5
"""Millimetres: half a module of the smallest code, and less than a label's inset."""
DRIVERS = {
    "office_300": Driver(300, OFFICE, (12, 12), any_size=False),
    "office_203": Driver(203, OFFICE, (12, 12), any_size=False),
    "labels_300": Driver(300, LABELS, (2, 15), any_size=False),
    "labels_203": Driver(203, {"w288h432": (288, 432)}, (0, 0), any_size=True),
    "roll_300": Driver(300, {"w176h284": (176, 284)}, (4, 8), any_size=True),
}
"""Printers for sheets, one for labels of a few sizes (as Dymo's), and two for rolls and labels of any size."""
PAIRS = [
    (key, printer)
    for key in LAYOUTS
    for printer in DRIVERS
    if (LAYOUTS[key].media in OFFICE) == printer.startswith("office")
    and (key, printer) not in {("brother62", "labels_300"), ("card4x6", "labels_300"), ("zebra2x1", "labels_300")}
]
"""Each stock at both resolutions, on a printer that it fits into."""


@pytest.fixture(scope="module")
def server() -> Iterator[CupsServer]:
    """Return a server with every printer."""
    with running() as server:
        for name, driver in DRIVERS.items():
            server.add(name, driver)
        yield server


def rendered(pdf: bytes, page: int, dpi: int) -> QImage:
    """A page as it was painted."""
    with pypdfium2.PdfDocument(pdf) as document:
        shown = document[page].render(scale=dpi / 72, grayscale=True)
        form = QImage.Format.Format_Grayscale8
        return QImage(bytes(shown.buffer), shown.width, shown.height, shown.stride, form).copy()


def cut(picture: QImage, part: QRect) -> QImage:
    """Cut a part out, on white paper where it goes beyond."""
    paper = QImage(part.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(-part.topLeft(), picture)
    painter.end()
    return paper


def code_on(picture: QImage) -> zxingcpp.Barcode:
    """Find the only code, and where its corners are."""
    form = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    (found,) = zxingcpp.read_barcodes(picture.convertToFormat(QImage.Format.Format_Grayscale8), formats=form)
    return found


def rows_of(picture: QImage) -> list[bytes]:
    """Each row, 0 where there is no ink."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    wide, step, bits = grey.width(), grey.bytesPerLine(), bytes(grey.constBits())
    return [bits[at * step : at * step + wide].translate(_INKED) for at in range(grey.height())]


def ends(picture: QImage, dpi: int) -> list[float]:
    """Where the first and the last ink is: left, top, right, bottom, in millimetres."""
    rows, wide = rows_of(picture), picture.width()
    inked = [number for number, row in enumerate(rows) if any(row)]
    across = 0
    for row in rows:
        across |= int.from_bytes(row, "big")
    columns = [at for at, dark in enumerate(across.to_bytes(wide, "big")) if dark]
    return [edge * 25.4 / dpi for edge in (columns[0], inked[0], columns[-1], inked[-1])]


_INKED = bytes(255 if level < 250 else 0 for level in range(256))


@pytest.mark.parametrize(("key", "printer"), PAIRS, ids=lambda value: value)
def test_the_page_comes_out_as_it_was_painted(server: CupsServer, make_slip: MakeSlip, key: str, printer: str) -> None:
    """The right paper; nothing scaled, turned against it, moved or cut; every code reads, straight or held badly."""
    layout, dpi = LAYOUTS[key], DRIVERS[printer].dpi
    slips = [make_slip(code=ActivationCode.from_entropy(bytes([n] * 9))) for n in range(2)]
    paper = Paper(layout=layout, first=layout.per_page)
    queue = CupsQueue(server.address)
    pdf = paint_pdf(slips, paper)
    job = queue.send(printer, pdf, layout.media)
    assert until(queue, printer, job) is PrintState.DONE
    assert isinstance(job, int)
    printed = raster.pages(server.printed(job))
    assert len(printed) == 2
    for number, (page, places, slip) in enumerate(zip(printed, paper.pages(slips), slips, strict=True)):
        turned_along = layout.width > layout.height and page.media[0] < page.media[1]
        assert turned_along == (key == "dymo30252"), "a long label leaves the printer end first, and no other is turned"
        upright, media = page.picture, page.media
        if turned_along:
            upright = upright.transformed(QTransform().rotate(-code_on(upright).orientation))
            media = (media[1], media[0])
        assert media == pytest.approx((layout.width, layout.height), abs=2 * NEAR)
        cell = _cell(layout, places[0].index, dpi)
        wanted, came_out = cut(rendered(pdf, number, dpi), cell), cut(upright, cell)
        assert ends(came_out, dpi) == pytest.approx(_reached(ends(wanted, dpi), layout, DRIVERS[printer]), abs=2 * NEAR)
        _lies_alike(came_out, wanted, dpi)
        for how, held in enumerate(_held_badly(came_out, layout, dpi)):
            assert decode(held) == [slip.link], how


def _cell(layout: Layout, index: int, dpi: int) -> QRect:
    (left, top), (width, height) = layout.cell(index), layout.cell_size
    return QRect(*(round(edge * dpi / 25.4) for edge in (left, top, width, height)))


def _reached(wanted: list[float], layout: Layout, driver: Driver) -> list[float]:
    """A slip's folds go from edge to edge of the paper, so as far as the printer reaches; all else lies within."""
    if layout.design is not Design.SLIP:
        return wanted
    side = driver.margins[0] * 25.4 / 72
    return [side, wanted[1], layout.width - side, wanted[3]]


def _lies_alike(came_out: QImage, wanted: QImage, dpi: int) -> None:
    """Corner for corner, so neither turned nor scaled."""
    for corner in ("top_left", "top_right", "bottom_left"):
        here, there = (getattr(code_on(picture).position, corner) for picture in (came_out, wanted))
        assert abs(here.x - there.x) * 25.4 / dpi < NEAR, corner
        assert abs(here.y - there.y) * 25.4 / dpi < NEAR, corner


def _held_badly(label: QImage, layout: Layout, dpi: int) -> list[QImage]:
    """As it is; askew, from near and far, and out of focus by half a module."""
    corners = code_on(label).position
    quiet = round(QUIET_ZONE * layout.module * dpi / 25.4)
    code = cut(
        label,
        QRect(
            QPoint(corners.top_left.x - quiet, corners.top_left.y - quiet),
            QPoint(corners.bottom_right.x + quiet, corners.bottom_right.y + quiet),
        ),
    )
    out_of_focus = blurred(code, 0.5 * layout.module / LETTER.module, dpi)
    return [label, turned(code, 23), turned(code, 180), scaled(code, 0.7), scaled(code, 1.7), out_of_focus]


def test_a_label_is_black_on_white(server: CupsServer, make_slip: MakeSlip) -> None:
    """A head without grey makes dots of it, and rags of small print: hardly a dot stands alone."""
    layout = LAYOUTS["brother62"]
    queue = CupsQueue(server.address)
    job = queue.send("labels_203", paint_pdf([make_slip()], Paper(layout=layout)), layout.media)
    assert until(queue, "labels_203", job) is PrintState.DONE
    assert isinstance(job, int)
    (page,) = raster.pages(server.printed(job))
    rows = rows_of(page.picture)
    alone = sum(
        bool(row[x]) and not (row[x - 1] or row[x + 1] or above[x] or below[x])
        for above, row, below in zip(rows, rows[1:], rows[2:], strict=False)
        for x in range(1, len(row) - 1)
    )
    assert alone < 10, f"{alone} dots with nothing beside them"
