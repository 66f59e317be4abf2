"""The file: what its pages say, where, and that it is there whole or not at all."""

from __future__ import annotations

import datetime as dt
import errno
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from kiosk.domain.errors import StorageError
from kiosk.domain.values import Language
from kiosk.printing.layouts import LAYOUTS, LETTER, Layout
from kiosk.printing.pdf import paint_pdf, write_pdf
from kiosk.printing.saved import clear_slips
from kiosk.printing.sheet import Paper
from kiosk.printing.slip import Slip, words
from tests.printing.conftest import MakeSlip

MM_PER_POINT = 25.4 / 72
everybody = pytest.mark.parametrize("child", [False, True], ids=["adult", "child"])
both_papers = pytest.mark.parametrize("layout", [LETTER, LAYOUTS["a4"]], ids=lambda layout: layout.name)


def texts(slips: Sequence[Slip], layout: Layout = LETTER) -> list[str]:
    """Return the text of each page, its line breaks as blanks."""
    with pypdfium2.PdfDocument(paint_pdf(slips, Paper(layout=layout))) as document:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def characters(page: Any) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Return each visible character with left, top, right, bottom in mm from the top left corner."""
    textpage, height = page.get_textpage(), page.get_height()
    found = []
    for index in range(textpage.count_chars()):
        character = textpage.get_text_range(index, 1)
        left, bottom, right, top = textpage.get_charbox(index)
        if character.strip():
            box = (left, height - top, right, height - bottom)
            found.append((character, tuple(edge * MM_PER_POINT for edge in box)))
    return found


@pytest.mark.rule("F1")
@both_papers
@pytest.mark.parametrize("language", Language)
def test_the_page_says_what_f1_wants(make_slip: MakeSlip, layout: Layout, language: Language) -> None:
    """F1: code in three groups, number, host, expiry, first name and last initial, in both languages."""
    slip = make_slip(language=language)
    (text,) = texts([slip], layout)
    for wanted in (slip.code.grouped, "INV-7F3K", "portal.example.org", "Maria G.", "Cedar Hill Family Practice"):
        assert text.count(wanted) == 1, wanted
    assert "December 6, 2026" in text
    assert "6 de diciembre de 2026" in text
    assert "PLEASE NOTE: Parents or guardians" in text


@pytest.mark.rule("F1", "F2", "S11")
@both_papers
@pytest.mark.parametrize("language", Language)
def test_a_childs_slip_speaks_to_the_parent(make_slip: MakeSlip, layout: Layout, language: Language) -> None:
    """Whoever reads it learns, in both languages, that a parent or guardian signs the child up, and what to tap."""
    (text,) = texts([make_slip(language=language, through_guardian=True)], layout)
    for wanted in ("A parent or guardian activates it.", "La activa la madre, el padre o el tutor."):
        assert text.count(wanted) == 1, wanted
    for wanted in ("“This account is for my child”", "«Esta cuenta es para mi hijo o hija»"):
        assert text.count(wanted) == 1, wanted
    cover = {Language.ENGLISH: "For the parent or guardian of Maria G.",
             Language.SPANISH: "Para la madre, el padre o el tutor de Maria G."}  # fmt: skip
    assert cover[language] in text
    (adult,) = texts([make_slip(language=language)], layout)
    assert "guardian activates" not in adult


@pytest.mark.rule("F1")
@both_papers
def test_outside_are_only_the_practice_the_first_name_and_private(make_slip: MakeSlip, layout: Layout) -> None:
    """F1: folded, the slip shows neither code nor number nor portal; those lie between the folds."""
    with pypdfium2.PdfDocument(paint_pdf([make_slip()], Paper(layout=layout))) as document:
        page = document[0]
        cover = "".join(character for character, box in characters(page) if box[1] < layout.folds[0])
        inside = "".join(character for character, box in characters(page) if layout.folds[0] < box[1] < layout.folds[1])
    assert cover == "CedarHillFamilyPracticeForMariaG.Private.Pleaseopenityourself."
    assert make_slip().code.grouped in inside
    assert "INV-7F3K" in inside


@both_papers
def test_pages_have_their_size_one_for_each_slip(make_slip: MakeSlip, layout: Layout) -> None:
    """A page of another size would be scaled by the printer and fold elsewhere."""
    with pypdfium2.PdfDocument(
        paint_pdf([make_slip(), make_slip(number="INV-0001")], Paper(layout=layout))
    ) as document:
        assert len(document) == 2
        for page in document:
            size = tuple(edge * MM_PER_POINT for edge in page.get_size())
            assert size == pytest.approx((layout.width, layout.height), abs=0.3)


def test_the_files_properties_name_nobody(make_slip: MakeSlip) -> None:
    """Title and the like show in file managers and print queues."""
    with pypdfium2.PdfDocument(paint_pdf([make_slip()], Paper(layout=LAYOUTS["a4"]))) as document:
        properties = " ".join(document.get_metadata_dict().values())
    for word in ("Maria", "INV", "Cedar", make_slip().code.symbols[:5]):
        assert word not in properties
    assert "Slips" in properties


@pytest.mark.parametrize("first", ["Nguyễn", "O'Brien", "Zoë", "<b>Bo</b>", "{code} %1 &amp;", "A"])
def test_names_stand_literally(make_slip: MakeSlip, first: str) -> None:
    """Accents stay, and what looks like markup or a gap to fill is only letters."""
    assert f"For {first} G." in texts([make_slip(first_name=first)])[0]


def test_a_person_with_one_name_has_no_initial(make_slip: MakeSlip) -> None:
    """S2 allows one-word names: no lonely full stop stands behind them."""
    assert "For Maria Private" in texts([make_slip(last_initial="")])[0]


@both_papers
@everybody
@pytest.mark.parametrize("letter", ["W", "i ", "Nguyễn ", "Щ"])
def test_long_names_stay_on_their_panel(make_slip: MakeSlip, layout: Layout, letter: str, child: bool) -> None:
    """60 characters, the longest name and practice there are, run neither off the page nor over a fold."""
    name = (letter * 60)[:60].strip()
    slip = make_slip(
        first_name=name,
        practice_name=name[::-1],
        host="h" * 36,
        language=Language.SPANISH,
        through_guardian=child,
    )
    with pypdfium2.PdfDocument(paint_pdf([slip], Paper(layout=layout))) as document:
        placed = characters(document[0])
    cover = [(character, box) for character, box in placed if box[1] < layout.folds[0]]
    assert sum(character == name[0] for character, _ in cover) >= 2 * name.count(name[0])
    assert max(box[3] for _, box in cover) < layout.folds[0]
    private = len("".join(words(Language.SPANISH).cover_private.split()))  # painted last on the cover
    assert max(box[3] for _, box in cover[:-private]) < min(box[1] for _, box in cover[-private:])
    for character, (left, top, right, bottom) in placed:
        assert left > 8, character
        assert right < layout.width - 8, character
        assert 8 < top < bottom < layout.height - 5, character


@both_papers
@everybody
@pytest.mark.parametrize("language", Language)
def test_nothing_crosses_a_fold_or_leaves_its_half(
    make_slip: MakeSlip, layout: Layout, language: Language, child: bool
) -> None:
    """The words of each language fit: a longer translation would run into the next panel."""
    slip = make_slip(language=language, host="h" * 36, through_guardian=child)
    with pypdfium2.PdfDocument(paint_pdf([slip], Paper(layout=layout))) as document:
        for character, (_, top, _, bottom) in characters(document[0]):
            assert not any(top < fold < bottom for fold in layout.folds), character
            assert bottom < layout.height - 8, character


@pytest.mark.rule("F3")
def test_the_file_is_private_and_nothing_lies_beside_it(make_slip: MakeSlip, tmp_path: Path) -> None:
    """The file holds a code: only its owner reads it, whatever stood there before, and no draft of it stays."""
    path = tmp_path / "slips" / "INV-7F3K.pdf"
    path.parent.mkdir()
    path.write_bytes(b"older")
    path.chmod(0o644)
    (path.parent / f".{path.name}.new").write_bytes(b"of a run that was killed")
    (path.parent / f".{path.name}.new").chmod(0o644)
    write_pdf(path, [make_slip()])
    assert path.read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.rule("F3")
def test_a_full_disk_leaves_what_was_there(
    make_slip: MakeSlip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F3: a failed job is a typed fault, the older file stands, and no half-written one does."""
    path = tmp_path / "slips.pdf"
    path.write_bytes(b"older")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError):
        write_pdf(path, [make_slip()])
    assert path.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.rule("K2")
def test_slips_of_earlier_days_are_deleted(make_slip: MakeSlip, tmp_path: Path) -> None:
    """A slip holds a name and a code: yesterday's goes, today's and what is none of ours stays."""
    old, new, foreign = tmp_path / "INV-AAAA.pdf", tmp_path / "INV-BBBB.pdf", tmp_path / "notes.pdf"
    for path in (old, new, foreign):
        write_pdf(path, [make_slip()])
    midnight = dt.datetime(2026, 11, 23, 6, tzinfo=dt.UTC)
    for path, hours in ((old, -1), (new, 1), (foreign, -1)):
        moment = (midnight + dt.timedelta(hours=hours)).timestamp()
        os.utime(path, (moment, moment))
    assert clear_slips(tmp_path, midnight) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["INV-BBBB.pdf", "notes.pdf"]


def test_no_slips_are_no_file(tmp_path: Path) -> None:
    """An empty job is the caller's mistake, not an empty sheet."""
    with pytest.raises(ValueError, match="nothing to print"):
        write_pdf(tmp_path / "slips.pdf", [])
    assert not list(tmp_path.iterdir())
