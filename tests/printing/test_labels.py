"""Every stock: where its labels lie, what stands on them, and that each reads back however it is held."""

from __future__ import annotations

import dataclasses
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from kiosk.domain.activation import ActivationCode
from kiosk.domain.values import Language
from kiosk.printing import qr
from kiosk.printing.layouts import LAYOUTS, Design, Layout, Offset
from kiosk.printing.pdf import paint_pdf, paint_test_page
from kiosk.printing.readback import decode, unread
from kiosk.printing.sheet import Paper
from kiosk.printing.slip import Slip, words
from tests.printing.conftest import MakeSlip
from tests.printing.test_pdf import characters
from tests.printing.test_readback import scaled, turned

HOST = "portal.elm-family-practice.org:44443"
"""As long as a host may be."""
LABELS = [layout for layout in LAYOUTS.values() if layout.design is not Design.SLIP]
every_stock = pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.key)
everybody = pytest.mark.parametrize("child", [False, True], ids=["adult", "child"])
every_label = pytest.mark.parametrize("layout", LABELS, ids=lambda layout: layout.key)


def people(make_slip: MakeSlip, count: int) -> list[Slip]:
    """Return slips with different codes."""
    return [
        make_slip(code=ActivationCode.from_entropy(bytes([n, 7, n] * 3)), number=f"INV-{n:04}") for n in range(count)
    ]


def picture(slips: list[Slip], layout: Layout, dpi: int) -> QImage:
    """Paint a page as a printer of that resolution does."""
    width, height = (round(edge * dpi / 25.4) for edge in (layout.width, layout.height))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paper = Paper(layout=layout)
    paper.paint(painter, next(paper.pages(slips)), dpi)
    painter.end()
    return image


def test_the_stocks_are_those_the_practice_buys() -> None:
    """Dimensions are the makers': a millimetre too much and the third row is cut."""
    sizes = {layout.key: (layout.per_page, layout.cell_size) for layout in LAYOUTS.values()}
    assert sizes == {
        "letter": (1, (215.9, 279.4)),
        "a4": (1, (210.0, 297.0)),
        "avery5160": (30, (66.7, 25.4)),
        "l7160": (21, (63.5, 38.1)),
        "brother62": (1, (62.0, 40.0)),
        "dymo30252": (1, (89.0, 28.0)),
        "zebra2x1": (1, (50.8, 25.4)),
        "card4x6": (1, (101.6, 152.4)),
    }
    for layout in LAYOUTS.values():
        left, top = layout.cell(layout.per_page - 1)
        width, height = layout.cell_size
        assert left + width <= layout.width
        assert top + height <= layout.height


def test_dymo_loses_six_millimetres_at_both_short_ends() -> None:
    """What lies there is not printed."""
    assert LAYOUTS["dymo30252"].inset_x == 6


@every_stock
def test_modules_are_as_large_as_the_label_allows(layout: Layout) -> None:
    """At 203 dpi 5 pixels a module, on labels under 26 mm 4 (0.5 mm)."""
    pixels = qr.module_pixels(layout.module, 203)
    assert pixels >= (4 if layout.cell_size[1] < 26 else 5)
    assert qr.module_pixels(layout.module, 300) * 25.4 / 300 >= 0.5


@given(count=st.integers(0, 70), first=st.integers(-2, 40), key=st.sampled_from(sorted(LAYOUTS)))
def test_every_slip_has_one_place(make_slip: MakeSlip, count: int, first: int, key: str) -> None:
    """From the first free label on, page by page, none twice and none beyond the sheet."""
    paper = Paper(layout=LAYOUTS[key], first=first)
    slips = people(make_slip, count)
    pages = list(paper.pages(slips))
    assert [place.slip.number for page in pages for place in page] == [slip.number for slip in slips]
    room = paper.layout.per_page
    begin = min(max(first, 1), room) - 1
    indices = [place.index + number * room for number, page in enumerate(pages) for place in page]
    assert indices == list(range(begin, begin + count))
    assert all(pages)


@pytest.mark.rule("F1", "F3")
@every_stock
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_label_reads_back_in_its_place(make_slip: MakeSlip, layout: Layout, dpi: int) -> None:
    """F3: also those of the second sheet, beginning at the last but one label, with the longest host."""
    paper = Paper(layout=layout, first=layout.per_page - 1)
    slips = [dataclasses.replace(slip, host="h" * 36) for slip in people(make_slip, 5)]
    pdf = paint_pdf(slips, paper)
    assert unread(pdf, slips, paper, dpi) == []
    swapped = [slips[1], slips[0], *slips[2:]]
    assert unread(pdf, swapped, paper, dpi) == swapped[:2]


@pytest.mark.rule("F3")
@every_stock
@pytest.mark.parametrize("dpi", [203, 300])
def test_it_reads_askew_from_afar_and_out_of_focus(make_slip: MakeSlip, layout: Layout, dpi: int) -> None:
    """F3: whatever the printer, a cheap camera reads the code: turned, smaller, larger, smeared over half a module."""
    slip = make_slip()
    width, height = (round(edge * dpi / 25.4) for edge in layout.cell_size)
    left, top = (round(edge * dpi / 25.4) for edge in layout.cell(0))
    side = max(width, height)  # a square, so that nothing is lost when it is turned
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage((side - width) // 2, (side - height) // 2, picture([slip], layout, dpi), left, top, width, height)
    painter.end()
    for degrees in (7, 90, 197):
        assert decode(turned(image, degrees)) == [slip.link], degrees
    for factor in (0.8, 1.7):
        assert decode(scaled(image, factor)) == [slip.link], factor
    smear = 0.5 * qr.module_pixels(layout.module, dpi)
    assert decode(scaled(scaled(turned(image, 7), 1 / smear), smear)) == [slip.link]


@pytest.mark.rule("F1")
@pytest.mark.rule("S11")
@every_label
@everybody
@pytest.mark.parametrize("language", Language)
def test_a_label_says_what_f1_wants_and_no_more(
    make_slip: MakeSlip, layout: Layout, language: Language, child: bool
) -> None:
    """F1: code in three groups, number, host, expiry, first name and last initial; the rest are our own words.

    A child's says that its parent or guardian is meant.
    """
    slip = make_slip(language=language, through_guardian=child)
    text = said_by(paint_pdf([slip], Paper(layout=layout)))
    wanted = (slip.code.grouped, "INV-7F3K", "portal.example.org", "Maria G.", words(language).day(slip.expires))
    for part in wanted:
        assert text.count("".join(part.split())) == 1, part
    said_so = slip.words.cover_for.split(" {")[0] if layout.design is Design.CARD else slip.words.guardian
    assert ("".join(said_so.split()) in text) or not child
    ours = [slip.practice_name, *wanted]
    for each in Language:
        own = words(each, through_guardian=child)
        ours += [own.guardian] if child else []
        ours += (own.day(slip.expires), own.title, own.code, *own.steps, *"1234")
        ours += ("".join(gap.split("{")[0]) for gap in (own.number, own.cover_for, own.expires))
    for part in sorted(ours, key=len, reverse=True):
        text = text.replace("".join(part.split()), "")
    assert text.strip(".") == ""


@pytest.mark.rule("F1")
@every_label
@everybody
@pytest.mark.parametrize("letter", ["W", "i ", "Nguyễn ", "Щ"])
def test_long_names_stay_on_their_label(make_slip: MakeSlip, layout: Layout, letter: str, child: bool) -> None:
    """The longest name and host run neither onto the next label nor where the printer does not reach."""
    name = (letter * 60)[:60].strip()
    slip = make_slip(first_name=name, practice_name=name, host=HOST, language=Language.SPANISH, through_guardian=child)
    with pypdfium2.PdfDocument(paint_pdf([slip], Paper(layout=layout, first=2))) as document:
        placed = characters(document[0])
    index = min(2, layout.per_page) - 1
    (left, top), (width, height) = layout.cell(index), layout.cell_size
    for character, box in placed:
        assert left + layout.inset_x - 0.3 <= box[0] < box[2] <= left + width - layout.inset_x + 0.3, character
        assert top + layout.inset_y - 0.3 <= box[1] < box[3] <= top + height - layout.inset_y + 0.3, character
    text = "".join(character for character, _ in placed).replace("\ufffe", "-")  # a hyphen at a line's end
    assert HOST in text, "a host is never cut"


@every_label
def test_two_languages_where_there_is_room(make_slip: MakeSlip, layout: Layout) -> None:
    """A label of 34 mm and more says until when in both languages, a smaller one in the slip's own."""
    text = said_by(paint_pdf([make_slip()], Paper(layout=layout)))
    assert ("6dediciembrede2026" in text) == (layout.cell_size[1] >= 34)
    assert "December6,2026" in text


@every_stock
def test_pages_are_as_large_as_the_stock(make_slip: MakeSlip, layout: Layout) -> None:
    """Wide labels stay wide: a page that Qt turned or rounded to a known paper would print beside the label."""
    with pypdfium2.PdfDocument(paint_pdf([make_slip()], Paper(layout=layout))) as document:
        size = [edge * 25.4 / 72 for edge in document[0].get_size()]
    assert size == pytest.approx([layout.width, layout.height], abs=0.3)


@pytest.mark.rule("F3")
def test_nothing_within_a_code_is_taken_for_another(make_slip: MakeSlip) -> None:
    """On this label the scanner library also saw a Micro QR code, "477514": a good slip would not have been printed."""
    code = ActivationCode.parse("V6MBCXYN4D6XR17")
    assert isinstance(code, ActivationCode)
    slip, paper = make_slip(code=code), Paper(layout=LAYOUTS["avery5160"], first=17)
    assert unread(paint_pdf([slip], paper), [slip], paper) == []


def said_by(pdf: bytes) -> str:
    """Return the text of the only page without its blanks, which small print loses on the way back."""
    with pypdfium2.PdfDocument(pdf) as document:
        (page,) = document
        return "".join(page.get_textpage().get_text_bounded().split())


def first_box(page: Any) -> tuple[float, float]:
    """Return left and top of the page's first character."""
    _, (left, top, _, _) = characters(page)[0]
    return left, top


@every_stock
def test_the_offset_moves_everything(make_slip: MakeSlip, layout: Layout) -> None:
    """A printer that misses by 1.5 mm left and 0.5 mm down is set right, and the moved code still reads back."""
    moved = Paper(layout=layout, offset=Offset(1.5, -0.5))
    slips = [make_slip()]
    for paint in (lambda paper: paint_pdf(slips, paper), paint_test_page):
        with pypdfium2.PdfDocument(paint(Paper(layout=layout))) as before, pypdfium2.PdfDocument(paint(moved)) as after:
            (x0, y0), (x1, y1) = first_box(before[0]), first_box(after[0])
        assert (x1 - x0, y1 - y0) == pytest.approx((1.5, -0.5), abs=0.15)
    assert unread(paint_pdf(slips, moved), slips, moved) == []


@every_stock
@pytest.mark.parametrize("language", Language)
def test_the_test_page_names_the_stock_and_nobody(layout: Layout, language: Language) -> None:
    """It is printed before any patient comes."""
    text = said_by(paint_test_page(Paper(layout=layout), language))
    assert text.startswith("".join(words(language).test_page.format(stock=layout.name).split()))
