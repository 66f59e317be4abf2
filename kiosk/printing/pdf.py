"""Slips as a PDF file: private, whole or not there at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.domain.errors import StorageError
from kiosk.domain.values import Language
from kiosk.printing.label import FramePainter
from kiosk.printing.layouts import Layout
from kiosk.printing.sheet import LETTER_SLIPS, Paper
from kiosk.printing.slip import Slip, words

TITLE: Final = "Slips"
"""Of the document; says nothing about a patient."""


def write_pdf(path: Path, slips: Sequence[Slip], paper: Paper = LETTER_SLIPS) -> None:
    """Write slips or labels: beside the file, fsync, rename; readable by its owner alone.

    Raises:
        StorageError: it could not be written; an older file of that name stands.
        LinkTooLongError: the portal's host is too long.
        ValueError: no slips.
    """
    if not slips:
        raise ValueError("nothing to print")
    write_content(path, paint_pdf(slips, paper))


def write_content(path: Path, content: bytes) -> None:
    """The same with pages that are painted.

    Raises:
        StorageError: it could not be written; an older file of that name stands.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside.unlink(missing_ok=True)  # of a run that was killed; made anew, or its mode would stay
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException as error:  # an interrupt, too, leaves no codes beside the file
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise StorageError(f"slip: {type(error).__name__}") from None
        raise


def paint_pdf(
    slips: Sequence[Slip], paper: Paper = LETTER_SLIPS, each: Callable[[int], None] = lambda done: None
) -> bytes:
    """The same in memory; ``each`` hears after every page how many slips are painted."""
    done = 0
    with _document(paper.layout) as document:
        for number, places in enumerate(paper.pages(slips)):
            if number:
                document.writer.newPage()
            paper.paint(document.painter, places, paper.layout.dpi)
            done += len(places)
            each(done)
    return bytes(document.stored.data())


def paint_test_page(paper: Paper, language: Language = Language.ENGLISH) -> bytes:
    """A page with a frame where each label should lie; names nobody."""
    own = words(language)
    with _document(paper.layout) as document:
        frames = FramePainter(document.painter, paper.layout, paper.layout.dpi, paper.offset)
        frames.paint(own.test_page.format(stock=paper.layout.name), own.test_hint)
    return bytes(document.stored.data())


@dataclass(frozen=True, slots=True)
class _Document:
    stored: QByteArray
    writer: QPdfWriter
    painter: QPainter


@contextlib.contextmanager
def _document(layout: Layout) -> Iterator[_Document]:
    """A PDF in memory, of the stock's pages; whole when the context ends."""
    stored = QByteArray()
    buffer = QBuffer(stored)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(layout.dpi)
    writer.setTitle(TITLE)
    writer.setCreator("portal-kiosk")
    size = QPageSize(
        QSizeF(layout.width, layout.height),
        QPageSize.Unit.Millimeter,
        layout.name,
        QPageSize.SizeMatchPolicy.ExactMatch,
    )
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    try:
        yield _Document(stored, writer, painter)
    finally:
        painter.end()
        buffer.close()
