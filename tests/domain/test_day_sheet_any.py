"""Whatever bytes come in: no fault, no row lost, and nothing that a spreadsheet would run goes out."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.age import AgePolicy
from kiosk.domain.day_sheet import DateOrder, SheetProblem
from kiosk.domain.day_sheet_csv import guarded, read_csv, write_csv
from kiosk.domain.day_sheet_dates import date_parts, recognise_dates
from kiosk.domain.sheet_plan import SheetChoices, SheetPlan, read_plan, refused_csv
from tests.domain.sheets import NOW, read

CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "'", '"', "1/2/1990", "60614", "Ana", "Ruiz, Ana", "\0"]
    ),
)
HEADERS = st.lists(st.sampled_from(["First", "Last", "Name", "DOB", "ZIP", "Email", "Sex", "", "x"]), max_size=8)


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_bytes_are_a_sheet_or_a_problem(data: bytes) -> None:
    """Never a fault."""
    plan = read_plan(data, SheetChoices(), memory=None, known=(), now=NOW, zone=dt.UTC, policy=AgePolicy())
    assert isinstance(plan, SheetPlan | SheetProblem)


@given(HEADERS, st.lists(st.lists(CELLS, max_size=9), max_size=12), st.sampled_from(DateOrder))
def test_no_row_is_lost(header: list[str], rows: list[list[str]], order: DateOrder) -> None:
    """Accepted and refused are all; a refused row has a reason, an accepted one has none."""
    head = ["First", "Last", "DOB", "ZIP", *header]
    plan = read_plan(
        write_csv(head, rows),
        SheetChoices(dates=order),
        memory=None,
        known=(),
        zone=dt.UTC,
        now=NOW,
        policy=AgePolicy(),
    )
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if isinstance(plan, SheetProblem):
        binary = any("\0" in cell or "\x1e" in cell for row in rows for cell in row)
        assert plan is (SheetProblem.NOT_TEXT if binary else SheetProblem.EMPTY)
        assert binary or not filled
        return
    assert len(plan.accepted) + len(plan.refused) == len(plan.rows) == len(filled)
    assert all(row.reasons for row in plan.refused)
    assert not any(row.reasons for row in plan.accepted)


@given(st.lists(st.lists(CELLS.filter(lambda cell: "\0" not in cell and "\x1e" not in cell), min_size=1), min_size=1))
def test_what_is_written_comes_back_and_runs_nowhere(rows: list[list[str]]) -> None:
    """No cell of the file begins as a formula, also behind blanks; read again, all is as it was."""
    data = write_csv(["First", "Last", "DOB", "ZIP"], rows)
    for row in rows:
        for cell in row:
            assert guarded(cell).lstrip()[:1] not in tuple("=+-@＝＋－＠")
            assert guarded(cell)[:1] not in tuple("\t\r\n")
    unix = [tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row) for row in rows]
    kept = [row for row in unix if any(cell.strip() for cell in row)]
    sheet = read_csv(data)
    if isinstance(sheet, SheetProblem):
        assert (sheet, kept) == (SheetProblem.EMPTY, [])
    else:
        assert [record.cells for record in sheet.records] == kept


@pytest.mark.rule("F2")
def test_rows_left_out_can_be_mended_and_imported() -> None:
    """The file names row and reason first, harms no spreadsheet, and is recognised when it comes back."""
    data = b'First,Last,DOB,ZIP,Phone,Note\nAna,Ruiz,1990-01-02,2139,+1 312 555 0101,=HYPERLINK("http://x")\nBo,Li,1990-01-02,60614,,\n'
    saved = refused_csv(read(data), lambda reason: f"<{reason.why.value}>", row="Row", reason="Reason")
    assert saved.decode("utf-8-sig").splitlines() == [
        '"Row","Reason","First","Last","DOB","ZIP","Phone","Note"',
        '"2","<lost_zero>","Ana","Ruiz","1990-01-02","2139","\'+1 312 555 0101","\'=HYPERLINK(""http://x"")"',
    ]
    mended = read(saved.replace(b'"2139"', b'"02139"'))
    [row] = mended.accepted
    assert row.form is not None
    assert row.form.phone is not None
    assert row.form.phone.e164 == "+13125550101"


@given(
    st.dates(dt.date(1000, 1, 1)),
    st.sampled_from("-/. "),
    st.sampled_from([DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST]),
)
def test_a_date_comes_back_in_its_format(date: dt.date, separator: str, order: DateOrder) -> None:
    """And a column is never recognised as the other format."""
    pattern = separator.join(("%m", "%d", "%Y") if order is DateOrder.MONTH_FIRST else ("%d", "%m", "%Y"))
    month, day, year = date_parts(date.strftime(pattern), order)
    assert dt.date(int(year), int(month), int(day)) == date
    other = DateOrder.DAY_FIRST if order is DateOrder.MONTH_FIRST else DateOrder.MONTH_FIRST
    assert recognise_dates([date.strftime(pattern)]) is not other
    assert date_parts(f"{date.isoformat()}T00:00:00", order) == (f"{date:%m}", f"{date:%d}", date.isoformat()[:4])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["resourceType", "entry", "resource", "name", "given", "telecom", "address", "contact", "id"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(st.lists(JSON, max_size=6), st.dictionaries(st.sampled_from(["name", "address", "telecom", "contact"]), JSON))
def test_any_json_is_a_sheet_or_a_problem(entries: list[object], patient: dict[str, object]) -> None:
    """Resources of any shape; a Patient is a row, however little of it can be read."""
    whole = {"resourceType": "Bundle", "entry": [*entries, {"resource": {"resourceType": "Patient"} | patient}]}
    plan = read(json.dumps(whole).encode())
    assert len(plan.accepted) + len(plan.refused) == len(plan.sheet.records) >= 1
