"""Day sheets as CSV (RFC 4180 and its cousins): recognise letters and delimiter, read, and write back what is refused.

A cell that a spreadsheet would run as a formula gets an apostrophe in front when it is written, and
loses it when the file comes back.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from kiosk.domain.day_sheet import (
    MAX_BYTES,
    MAX_CELL,
    MAX_COLUMNS,
    MAX_ROWS,
    Delimiter,
    Record,
    Sheet,
    SheetKind,
    SheetProblem,
    TextEncoding,
)
from kiosk.domain.day_sheet_headers import recognised

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_LOOKED_AT: Final = 25
"""Rows from which the delimiter and the head are recognised."""
_BLANK_MAX: Final = 10 * MAX_ROWS
_END: Final = "\x1e"
"""Put behind the text: inside a cell afterwards, it tells that a quotation mark never ended."""


def read_csv(
    data: bytes, *, encoding: TextEncoding | None = None, delimiter: Delimiter | None = None
) -> Sheet | SheetProblem:
    """Read a file of any practice system.

    Args:
        data: the whole file.
        encoding: chosen by hand; None to recognise it.
        delimiter: likewise.
    """
    if len(data) > MAX_BYTES:
        return SheetProblem.TOO_LARGE
    decoded = _decode(data, encoding)
    if decoded is None:
        return SheetProblem.NOT_TEXT
    used, text = decoded
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return SheetProblem.EMPTY
    between = delimiter or _recognise(text)
    rows = _rows(text, between)
    if isinstance(rows, SheetProblem):
        return rows
    head = _head(rows)
    header = rows[head].cells
    below = tuple(rows[head + 1 :])
    if len(below) > MAX_ROWS:
        return SheetProblem.TOO_MANY_ROWS
    if len(header) > MAX_COLUMNS:
        return SheetProblem.TOO_MANY_COLUMNS
    if not below:
        return SheetProblem.EMPTY
    return Sheet(
        kind=SheetKind.CSV,
        source=hashlib.sha256("\x1f".join(header).encode("utf-8")).hexdigest(),
        encoding=used,
        delimiter=between,
        header=header,
        records=below,
    )


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write rows that no spreadsheet runs: UTF-8 with a mark that Excel knows, every cell in quotation marks."""
    lines = (",".join(_quoted(guarded(cell)) for cell in row) for row in (header, *rows))
    return ("\ufeff" + "\r\n".join(lines) + "\r\n").encode("utf-8", "replace")


def guarded(cell: str) -> str:
    """Put an apostrophe before a cell that could be a formula, also one behind blanks."""
    return f"'{cell}" if _could_run(cell) else cell


def _could_run(cell: str) -> bool:
    return cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _could_run(cell[1:]) else cell


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _decode(data: bytes, chosen: TextEncoding | None) -> tuple[TextEncoding, str] | None:
    """The text and how it was written, or None: binary, or not what was chosen."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    candidates: tuple[TextEncoding, ...] = (TextEncoding.UTF_8, TextEncoding.WINDOWS_1252, TextEncoding.LATIN_1)
    if chosen is not None:
        candidates = (chosen,)
    elif marked:
        candidates = (TextEncoding.UTF_16,)
    for encoding in candidates:
        try:
            text = data.decode("utf-8-sig" if encoding is TextEncoding.UTF_8 else encoding.value)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and _END not in text:
            return encoding, text
        return None
    return None


def _recognise(text: str) -> Delimiter:
    """The delimiter under which the head is known best and the rows are most alike."""
    start = text[:65_536]

    def merit(delimiter: Delimiter) -> tuple[int, int, int]:
        try:
            rows = [tuple(row) for row in islice(csv.reader(_lines(start), delimiter=delimiter.value), _LOOKED_AT)]
        except csv.Error:
            return (0, 0, 0)
        rows = [row for row in rows if any(row)]
        if not rows:
            return (0, 0, 0)
        head = max(rows[:10], key=recognised)
        alike = sum(len(row) == len(head) for row in rows) if len(head) > 1 else 0
        return (recognised(head), alike, len(head))

    return max(Delimiter, key=merit)


def _rows(text: str, delimiter: Delimiter) -> list[Record] | SheetProblem:
    """All rows that are not blank, or why there are none; stops as soon as there are too many."""
    rows: list[Record] = []
    last: list[str] = []
    try:
        for number, row in enumerate(csv.reader(_lines(text + "\n" + _END), delimiter=delimiter.value), 1):
            last = row
            if len(row) > 10 * MAX_COLUMNS:
                return SheetProblem.TOO_MANY_COLUMNS
            if any(len(cell) > MAX_CELL for cell in row):
                return SheetProblem.CELL_TOO_LONG
            cells = tuple(_unguarded(cell) for cell in row)
            if row != [_END] and any(cell.strip() for cell in cells):
                rows.append(Record(number, cells))
            if len(rows) > MAX_ROWS + _LOOKED_AT or number > _BLANK_MAX:
                return SheetProblem.TOO_MANY_ROWS
    except csv.Error:  # a cell beyond the reader's own limit
        return SheetProblem.CELL_TOO_LONG
    if last != [_END]:
        return SheetProblem.OPEN_QUOTE
    return rows or SheetProblem.EMPTY


def _lines(text: str) -> Iterator[str]:
    """Lines as the reader wants them, their ends kept; only line feeds end one."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _head(rows: list[Record]) -> int:
    """The row that names the columns: systems print a title above it."""
    best = max(range(min(len(rows), 10)), key=lambda place: (recognised(rows[place].cells), -place))
    return best if recognised(rows[best].cells) >= 2 else 0
