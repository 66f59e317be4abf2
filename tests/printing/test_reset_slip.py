"""The one-time slip on paper (F7): every stock reads back, and says no more than it must."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import string
import tomllib
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kiosk.domain.activation import ActivationCode
from kiosk.domain.values import Language
from kiosk.printing.layouts import Design, Layout
from kiosk.printing.pdf import paint_pdf, write_pdf
from kiosk.printing.readback import decode, unread
from kiosk.printing.reset_slip import OneTimeSlip
from kiosk.printing.saved import clear_slips
from kiosk.printing.sheet import Paper
from kiosk.printing.slip import Slip, words
from kiosk.resources import resource
from kiosk.ui.i18n import Translator
from tests.printing.conftest import MakeSlip
from tests.printing.test_labels import HOST, every_stock, picture
from tests.printing.test_pdf import characters

SLIP_LABEL = "I have a slip from the front desk"
UNTIL = dt.datetime(2026, 11, 23, 15, 47, tzinfo=dt.UTC)


def maria(**changes: Any) -> OneTimeSlip:
    """Return Maria's slip, but for what is given."""
    usual = OneTimeSlip(
        practice_name="Cedar Hill Family Practice",
        first_name="Maria",
        last_initial="G",
        code=ActivationCode.from_entropy(bytes(range(9))),
        number="",
        host="portal.example.org",
        expires=UNTIL.date(),
        until=UNTIL,
        today=UNTIL.date(),
    )
    return dataclasses.replace(usual, **changes)


def said_by(slip: Slip, layout: Layout) -> str:
    """Return the text of the page, blanks left out: small print loses them on the way back."""
    with pypdfium2.PdfDocument(paint_pdf([slip], Paper(layout=layout))) as document:
        (page,) = document
        return "".join(page.get_textpage().get_text_bounded().split())


@pytest.mark.rule("F3", "F7")
@every_stock
@pytest.mark.parametrize("dpi", [203, 300])
def test_every_stock_reads_back_as_the_link_of_a_reset(layout: Layout, dpi: int) -> None:
    """F3: as printed, as shown by the picture of a printer, with the longest host; never an invitation's link."""
    slip, paper = maria(host=HOST), Paper(layout=layout)
    assert slip.link == f"https://{HOST}/r#{slip.code.symbols}"
    assert unread(paint_pdf([slip], paper), [slip], paper, dpi) == []
    assert decode(picture([slip], layout, dpi)) == [slip.link]


@pytest.mark.rule("F7")
@every_stock
@pytest.mark.parametrize("language", Language)
def test_name_code_host_and_time_are_on_every_stock(layout: Layout, language: Language) -> None:
    """And on the large ones the steps, in both languages."""
    slip = maria(language=language)
    said = said_by(slip, layout)
    shown = {"3:47PM", "today"} if language is Language.ENGLISH else {"3:47p.m.", "hoy"}
    for wanted in ("MariaG.", slip.code.grouped, "portal.example.org", *shown):
        assert wanted in said, wanted
    if layout.design is not Design.LABEL:
        for step in (*slip.words.steps, *slip.other_words.steps):
            assert "".join(step.split()) in said, step


@pytest.mark.rule("F7")
@every_stock
def test_nothing_else_of_the_patient_is_on_paper(layout: Layout) -> None:
    """What is left when our own words, the practice and the few permitted values are taken away: not one letter."""
    slip = maria()
    left = said_by(slip, layout)
    ours = [text for said in (slip.words, slip.other_words) for text in said_whole(said, slip)]
    for text in sorted(ours, key=len, reverse=True):
        left = left.replace("".join(text.split()), "")
    assert left == ("" if layout.design is Design.LABEL else "123123")  # before the steps, in two languages


def said_whole(said: Any, slip: OneTimeSlip) -> list[str]:
    """Return every text that a painter may write."""
    values = [getattr(said, field.name) for field in dataclasses.fields(said) if field.name not in ("months", "date")]
    texts = [text for value in values for text in (value if isinstance(value, tuple) else (value,))]
    known = [slip.practice_name, slip.name, slip.code.grouped, slip.host]
    return [text.format(name=slip.name, stock="") for text in texts] + known


def test_there_is_no_place_for_more() -> None:
    """A date of birth, a user ID or an email cannot get onto paper: the slip has no field for them."""
    added = {field.name for field in dataclasses.fields(OneTimeSlip)} - {f.name for f in dataclasses.fields(Slip)}
    assert added == {"until", "today"}
    assert repr(maria()) == "OneTimeSlip(…)"


@pytest.mark.rule("F7")
@every_stock
def test_long_names_and_hosts_stay_on_their_label(layout: Layout) -> None:
    """Nothing is printed over the edge, where the next label begins."""
    slip = maria(first_name="Maximiliana-Bartholomea Konstantina", host=HOST, practice_name="W" * 60)
    left, top = layout.cell(0)
    width, height = layout.cell_size
    with pypdfium2.PdfDocument(paint_pdf([slip], Paper(layout=layout))) as document:
        (page,) = document
        for character, (x0, y0, x1, y1) in characters(page):
            assert left <= x0 <= x1 <= left + width, character
            assert top <= y0 <= y1 <= top + height, character


@pytest.mark.parametrize(
    ("until", "english", "spanish"),
    [
        (
            dt.datetime(2026, 11, 23, 0, 5, tzinfo=dt.UTC),
            "Valid until 12:05 AM today.",
            "Válido hasta: 12:05 a. m. de hoy.",
        ),
        (
            dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC),
            "Valid until 12:00 PM today.",
            "Válido hasta: 12:00 p. m. de hoy.",
        ),
        (
            dt.datetime(2026, 11, 24, 0, 20, tzinfo=dt.UTC),
            "Valid until 12:20 AM tomorrow.",
            "Válido hasta: 12:20 a. m. de mañana.",
        ),
    ],
    ids=["after midnight", "noon", "over midnight"],
)
def test_until_when_is_said_with_the_time(until: dt.datetime, english: str, spanish: str) -> None:
    """On the practice's clock; a slip made late in the evening does not end "today"."""
    slip = maria(until=until)
    assert (slip.words.expires, slip.other_words.expires) == (english, spanish)


def test_every_language_has_the_same_words_with_the_same_gaps() -> None:
    """A text missing in one language, or a {gap} misspelt, would show only at the desk."""
    gaps = {}
    for language in Language:
        raw = tomllib.loads(resource("print", f"reset.{language.value}.toml").read_text("utf-8"))
        gaps[language] = {
            (table, key): len(value)
            if isinstance(value, list)
            else sorted(name for _, name, _, _ in string.Formatter().parse(value) if name)
            for table, texts in raw.items()
            for key, value in texts.items()
        }
    assert gaps[Language.ENGLISH] == gaps[Language.SPANISH]
    assert gaps[Language.ENGLISH]["instead", "expires"] == ["day", "time"]


@pytest.mark.rule("F7")
@pytest.mark.parametrize("language", Language)
def test_the_quoted_labels_stand_on_the_tablet(language: Language) -> None:
    """Word for word, as soon as the screens speak the language."""
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    Translator.install(app, language.value)
    try:
        step = maria(language=language).words.steps[0]
        assert QCoreApplication.translate("Welcome", "forgot your password?") in step
        slip = QCoreApplication.translate("RecoverUserIdPage", SLIP_LABEL)
        assert slip in step or (slip == SLIP_LABEL and language is not Language.ENGLISH)
    finally:
        Translator.install(app, "en")


def test_an_invitations_words_stay_its_own(make_slip: MakeSlip) -> None:
    """The two papers differ in title, steps and end, and share what is said about paper."""
    invited, reset = make_slip().words, maria().words
    assert invited == words(Language.ENGLISH)
    assert len({invited.title, reset.title, invited.steps, reset.steps, invited.expires, reset.expires}) == 6
    assert (reset.fold_in, reset.lost) == (invited.fold_in, invited.lost)


@pytest.mark.rule("K2")
def test_saved_slips_go_with_the_day(tmp_path: Path) -> None:
    """Their codes are long dead, but a name stands on them."""
    old, new = tmp_path / "RESET-154712.pdf", tmp_path / "RESET-160000.pdf"
    for path in (old, new):
        write_pdf(path, [maria()])
    midnight = dt.datetime(2026, 11, 24, 6, tzinfo=dt.UTC)
    os.utime(old, (midnight.timestamp() - 1,) * 2)
    os.utime(new, (midnight.timestamp() + 1,) * 2)
    assert clear_slips(tmp_path, midnight) == 1
    assert (old.exists(), new.exists()) == (False, True)
