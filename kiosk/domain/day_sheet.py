"""A day sheet (F2): the words for what it holds, how it was read, and why a row or a whole file is refused.

Bytes come in, rows go out; nothing in them is trusted. ``day_sheet_csv`` and ``day_sheet_fhir`` make a ``Sheet``,
``day_sheet_rows`` judges its rows, ``import_service`` makes the invitations.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

from kiosk.domain.refusals import Refusal
from kiosk.domain.values import Sensitive

MAX_BYTES: Final = 20 * 1024 * 1024
"""Largest file that is looked at."""
MAX_ROWS: Final = 5_000
"""Most rows below the head; a practice sees fewer people in a day."""
MAX_COLUMNS: Final = 200
MAX_CELL: Final = 20_000
"""Longest cell in characters; a longer one is a note, or a quotation mark that never ends."""


class SheetField(enum.Enum):
    """What a column may hold; a column that holds something else is ignored."""

    FIRST = "first"
    LAST = "last"
    FULL_NAME = "full_name"
    """``Last, First``, or two words."""
    BIRTH_DATE = "birth_date"
    ZIP = "zip"
    COUNTRY = "country"
    """Of the address; who lives abroad needs no ZIP code (S2)."""
    EMAIL = "email"
    PHONE = "phone"
    GENDER = "gender"
    LANGUAGE = "language"
    GUARDIAN = "guardian"
    TIME = "time"
    STATUS = "status"
    """Of the patient or the appointment: who has died, or does not come, gets no slip."""


Columns = tuple[SheetField | None, ...]
"""What each column holds, from the left."""


class SheetKind(enum.Enum):
    """The shape of the file."""

    CSV = "csv"
    FHIR = "fhir"


class TextEncoding(enum.Enum):
    """How letters are written, by Python's name for it."""

    UTF_8 = "utf-8"
    UTF_16 = "utf-16"
    WINDOWS_1252 = "cp1252"
    LATIN_1 = "latin-1"


class Delimiter(enum.Enum):
    """What stands between two cells."""

    COMMA = ","
    SEMICOLON = ";"
    TAB = "\t"
    PIPE = "|"


class DateOrder(enum.Enum):
    """How dates of birth are written."""

    ISO = "iso"
    """1984-03-27; also accepted beside the two others, since nobody can misread it."""
    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"


class SheetProblem(enum.Enum):
    """Why a whole file is refused."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    CELL_TOO_LONG = "cell_too_long"
    OPEN_QUOTE = "open_quote"
    NOT_TEXT = "not_text"
    NOT_A_BUNDLE = "not_a_bundle"


class RowRefusal(enum.Enum):
    """Why a row is refused beyond what a single value says (``Refusal``)."""

    MISSING = "missing"
    NAME_ORDER = "name_order"
    """Three words or more without a comma: nobody knows where the last name begins."""
    NO_ZIP = "no_zip"
    """No ZIP code, and nothing says that the patient lives abroad."""
    LOST_ZERO = "lost_zero"
    """A ZIP of four digits: spreadsheets drop the zero in front."""
    SHIFTED = "shifted"
    """More cells than the head has."""
    SAME_AS_ROW = "same_as_row"
    DECEASED = "deceased"
    INACTIVE = "inactive"
    """The practice's system does not use this patient's record any more."""
    CALLED_OFF = "called_off"
    """Every appointment of the day is cancelled, or was never kept."""
    LIVE_INVITATION = "live_invitation"
    HAS_ACCOUNT = "has_account"


@dataclass(frozen=True, slots=True)
class RowReason:
    """One reason; it holds no patient's value.

    Attributes:
        why: the rule.
        field: the column to mend; None for the row as a whole.
        character: the one sign to blame in a name, or "".
        row: the other row, for ``SAME_AS_ROW``.
        number: of the invitation, for ``LIVE_INVITATION``.
    """

    why: RowRefusal | Refusal
    field: SheetField | None = None
    character: str = ""
    row: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Record(Sensitive):
    """One row as it stands in the file; ``number`` counts as a spreadsheet does, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Sheet(Sensitive):
    """A file that could be read.

    Attributes:
        source: names the system that wrote it: a hash of its head (hex).
        encoding: None for FHIR, which is always UTF-8.
        delimiter: None for FHIR.
        header: the head, one text a column.
        records: the rows below, blank ones left out.
    """

    kind: SheetKind
    source: str
    encoding: TextEncoding | None
    delimiter: Delimiter | None
    header: tuple[str, ...]
    records: tuple[Record, ...]

    def column(self, columns: Columns, field: SheetField) -> list[str]:
        """Every row's cell of a field; none if no column holds it."""
        if field not in columns:
            return []
        place = columns.index(field)
        return [record.cells[place] if place < len(record.cells) else "" for record in self.records]
