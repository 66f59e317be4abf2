"""Day sheets of practice systems: four shapes, what is recognised, what is asked, and every refused row's reason."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

import pytest

from kiosk.domain.day_list import DayListRow, InvitationProgress
from kiosk.domain.day_sheet import (
    MAX_BYTES,
    DateOrder,
    Delimiter,
    RowReason,
    RowRefusal,
    SheetField,
    SheetProblem,
    TextEncoding,
)
from kiosk.domain.day_sheet_csv import read_csv
from kiosk.domain.refusals import Refusal
from kiosk.domain.sheet_plan import RememberedSheet, SheetChoices
from kiosk.domain.values import Gender, Language
from tests.domain.sheets import NOW, ROWS, person, read, reasons, sheet, whys

HEAD = "First Name,Last Name,DOB,ZIP"


def csv(*lines: str) -> bytes:
    """A small sheet."""
    return "\n".join((HEAD, *lines)).encode()


@pytest.mark.rule("F2")
def test_semicolons_latin_1_and_day_first() -> None:
    """A Spanish system's export, in the letters of Windows, with a title above its head."""
    data = sheet(
        "Agenda del día;;;;;\r\n\r\nNº;Nombre;Apellidos;Fecha de nacimiento;Código postal;Idioma",
        lambda first, last, born, number: f"{number};{first};{last};{born};60614;Español",
        "%d/%m/%Y",
        wrong={
            9: "9;Ana;Ruiz;31/02/1990;60614;Español",
            99: "99;Ana;;01/02/1990;60614;Español",
            499: "499;Ana;Ruiz;01/02/1990;2139;inglés",
        },
        encoding="latin-1",
    )
    plan = read(data)
    assert (plan.sheet.encoding, plan.sheet.delimiter, plan.dates) == (
        TextEncoding.WINDOWS_1252, Delimiter.SEMICOLON, DateOrder.DAY_FIRST,
    )  # fmt: skip
    assert (len(plan.accepted), len(plan.refused)) == (ROWS - 3, 3)
    assert reasons(plan) == {
        13: (RowReason(Refusal.DATE_IMPOSSIBLE, SheetField.BIRTH_DATE),),
        103: (RowReason(RowRefusal.MISSING, SheetField.LAST),),
        503: (RowReason(RowRefusal.LOST_ZERO, SheetField.ZIP),),
    }
    form = plan.accepted[0].form
    assert form is not None
    assert form.last is not None
    assert (form.first.text, form.last.text, form.birth_date.date) == person(0)
    assert form.language is Language.SPANISH


@pytest.mark.rule("F2")
def test_quoted_newlines_and_a_byte_order_mark() -> None:
    """Addresses over two lines; rows count as a spreadsheet counts them, whatever lines they take."""
    data = sheet(
        'Patient,"Address\nof the patient",Birth Date,Zip Code,E-mail,Guardian,Appt Time',
        lambda first, last, born, n: (
            f'"{last}, {first}","{n} Elm ""St""\nChicago",{born},60614-1234,p{n}@mail.example,,9:20'
        ),
        "%Y-%m-%d",
        wrong={
            0: '"Ruiz, Ana","1 Elm\nChicago",1990-13-01,60614,ana@mail.example,,9:00',
            1: '"Ana María Ruiz","1 Elm\nChicago",1990-12-01,60614,ana@mail.example,,9:00',
            2: '"Ruiz, Ana","1 Elm\nChicago",1990-12-01,60614,ana at mail,,9:00',
            3: '"Ruiz, Nil","1 Elm\nChicago",2020-12-01,60614,,Ana Ruiz,9:00',
        },
        encoding="utf-8-sig",
    )
    plan = read(data)
    assert (plan.sheet.encoding, plan.sheet.delimiter, plan.dates) == (
        TextEncoding.UTF_8, Delimiter.COMMA, DateOrder.ISO,
    )  # fmt: skip
    assert reasons(plan) == {
        2: (RowReason(Refusal.DATE_IMPOSSIBLE, SheetField.BIRTH_DATE),),
        3: (RowReason(RowRefusal.NAME_ORDER, SheetField.FULL_NAME),),
        4: (RowReason(Refusal.EMAIL_FORMAT, SheetField.EMAIL),),
    }
    child = plan.accepted[0]
    assert (child.number, child.through_guardian, child.guardian, child.time) == (5, True, "Ana Ruiz", "9:00")
    assert not plan.accepted[1].through_guardian
    assert len(plan.accepted) == ROWS - 3


@pytest.mark.rule("F2")
def test_us_dates_and_tabs_in_utf_16() -> None:
    """What Excel calls "Unicode text"; H and M are hombre and mujer only where both stand."""
    data = sheet(
        "Last\tFirst\tDOB\tZip\tSex\tCell Phone\tLanguage",
        lambda first, last, born, n: f"{last}\t{first}\t{born}\t60614\t{'FM'[n % 2]}\t(312) 555-01{n % 100:02}\tes-MX",
        "%m/%d/%Y",
        wrong={
            7: "Ruiz\tAna\t13/13/1990\t60614\tF\t\t",
            8: "Ruiz\tAna\t12/13/90\t60614\tF\t\t",
            9: "Ruiz\tAna\t12/13/1899\t60614\tF\t\t",
            10: "Ruiz\tAna\t12/13/2026\t60614\tF\t\t",
            11: "Ruiz\tAna\t12/13/1990\t60614\tF\t555\t",
            12: "Ru1z\tAna\t12/13/1990\t60614\tF\tn/a\t",
            13: "Ruiz\tAna\t12/13/1990\tK1A 0B1\tF\t\t",
        },
        encoding="utf-16",
    )
    plan = read(data)
    assert (plan.sheet.encoding, plan.sheet.delimiter, plan.dates) == (
        TextEncoding.UTF_16, Delimiter.TAB, DateOrder.MONTH_FIRST,
    )  # fmt: skip
    born = SheetField.BIRTH_DATE
    assert reasons(plan) == {
        9: (RowReason(Refusal.DATE_IMPOSSIBLE, born),),
        10: (RowReason(Refusal.DATE_INCOMPLETE, born),),
        11: (RowReason(Refusal.DATE_TOO_EARLY, born),),
        12: (RowReason(Refusal.DATE_IN_FUTURE, born),),
        13: (RowReason(Refusal.PHONE_FORMAT, SheetField.PHONE),),
        14: (RowReason(Refusal.NAME_CHARACTERS, SheetField.LAST, "1"),),
        15: (RowReason(Refusal.ZIP_FORMAT, SheetField.ZIP),),
    }
    forms = [row.form for row in plan.accepted[:2]]
    assert [form and form.gender for form in forms] == [Gender.FEMALE, Gender.MALE]
    assert [form and form.phone and form.phone.e164 for form in forms] == ["+13125550100", "+13125550101"]


@pytest.mark.rule("F2")
def test_bars_and_people_who_stand_twice() -> None:
    """The second of two rows of one person is told which the first is; accents and case make nobody another."""
    first, last, born = person(3)
    data = sheet(
        "MRN|Given Name|Surname|Birthday|Postal Code|Género",
        lambda first, last, born, n: f"{n}|{first}|{last}|{born}|60614|{'HM'[n % 2]}",
        "%d-%m-%Y",
        wrong={400: f"400|{first.upper()}|{last.replace('ñ', 'n')}|{born:%d-%m-%Y}|02139|"},
    )
    plan = read(data)
    assert (plan.sheet.delimiter, plan.dates) == (Delimiter.PIPE, DateOrder.DAY_FIRST)
    assert reasons(plan) == {402: (RowReason(RowRefusal.SAME_AS_ROW, row=5),)}
    forms = [row.form for row in plan.accepted[:2]]
    assert [form and form.gender for form in forms] == [Gender.MALE, Gender.FEMALE]


@pytest.mark.rule("F2")
def test_dates_that_can_be_read_both_ways_are_asked() -> None:
    """No row is judged before somebody said which; then both readings are right."""
    data = csv("Ana,Ruiz,01/02/1990,60614")
    assert (read(data).dates, read(data).rows) == (None, ())
    for order, date in ((DateOrder.MONTH_FIRST, (1990, 1, 2)), (DateOrder.DAY_FIRST, (1990, 2, 1))):
        [row] = read(data, SheetChoices(dates=order)).accepted
        assert row.form is not None
        assert row.form.birth_date.date == dt.date(*date)


@pytest.mark.rule("F2")
def test_dates_that_contradict_each_other_are_asked() -> None:
    """One row proves days first, another months first: that is nobody's format."""
    assert read(csv("Ana,Ruiz,13/02/1990,60614", "Bo,Ruiz,02/13/1990,60614")).dates is None
    assert read(csv("Ana,Ruiz,02/02/1990,60614")).dates is DateOrder.ISO  # the same day both ways; read when chosen


@pytest.mark.rule("F2")
def test_columns_nobody_recognises_are_asked() -> None:
    """What is missing is named, and a choice by hand is enough."""
    data = b"Vorname,Nachname,Geburtstag,PLZ\nAna,Ruiz,1990-01-02,60614\n"
    plan = read(data)
    needed = (SheetField.FIRST, SheetField.LAST, SheetField.BIRTH_DATE, SheetField.ZIP)
    assert (plan.missing, plan.rows) == (needed, ())
    assert len(read(data, SheetChoices(columns=needed)).accepted) == 1


class Memory:
    """Remembers one system."""

    def __init__(self, sheet: RememberedSheet) -> None:
        """Remember."""
        self.sheet = sheet

    def recall(self, source: str) -> RememberedSheet | None:
        """Whatever the source."""
        return self.sheet

    def remember(self, source: str, sheet: RememberedSheet) -> None:
        """Nothing new."""


@pytest.mark.rule("F2")
def test_what_was_told_once_is_remembered_and_what_a_file_says_itself_outweighs_it() -> None:
    """Columns and, where a file leaves it open, the date format; a changed head is another system."""
    swapped = (SheetField.LAST, SheetField.FIRST, SheetField.BIRTH_DATE, SheetField.ZIP)
    memory = Memory(RememberedSheet(swapped, DateOrder.DAY_FIRST))
    plan = read(csv("Ruiz,Ana,01/02/1990,60614"), memory=memory)
    assert (plan.columns, plan.dates) == (swapped, DateOrder.DAY_FIRST)
    assert read(csv("Ruiz,Ana,01/22/1990,60614"), memory=memory).dates is DateOrder.MONTH_FIRST
    assert read(csv("Ruiz,Ana,01/02/1990,60614"), SheetChoices(dates=DateOrder.MONTH_FIRST), memory=memory).dates is (
        DateOrder.MONTH_FIRST
    )
    other = read(b"DOB,ZIP,Name\n1990-01-02,60614,Ana\n", memory=memory)
    assert other.columns == (SheetField.BIRTH_DATE, SheetField.ZIP, SheetField.FULL_NAME)


def known(progress: InvitationProgress, *, days: int = 1) -> DayListRow:
    """Ana in today's list."""
    return DayListRow(
        invitation_id=UUID(int=1),
        number="INV-7F3K",
        first="ANA",
        last="Ruíz",
        birth_date="1990-01-22",
        progress=progress,
        made_at=NOW,
        expires_at=NOW + dt.timedelta(days=days),
    )


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    ("row", "why"),
    [
        (known(InvitationProgress.READY), RowRefusal.LIVE_INVITATION),
        (known(InvitationProgress.PRINTED), RowRefusal.LIVE_INVITATION),
        (known(InvitationProgress.SENT), RowRefusal.LIVE_INVITATION),
        (known(InvitationProgress.ACTIVATED, days=-1), RowRefusal.HAS_ACCOUNT),
        (known(InvitationProgress.REVOKED), None),
        (known(InvitationProgress.EXPIRED), None),
        (known(InvitationProgress.PRINTED, days=0), None),
    ],
)
def test_who_has_a_live_slip_or_an_account_gets_none(row: DayListRow, why: RowRefusal | None) -> None:
    """By this desk's list of the day; an invitation that is over counts for nothing."""
    plan = read(csv("Ana,Ruiz,1/22/1990,60614"), known=[row])
    number = "INV-7F3K" if why is RowRefusal.LIVE_INVITATION else ""
    assert reasons(plan) == ({2: (RowReason(why, number=number),)} if why else {})
    assert [row.born for row in plan.rows] == ["1/22/1990"], "a row left out shows its date as the file has it"


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("Deceased", RowRefusal.DECEASED),
        ("inactive", RowRefusal.INACTIVE),
        ("Canceled", RowRefusal.CALLED_OFF),
        ("No-Show", RowRefusal.CALLED_OFF),
        ("Cancelada", RowRefusal.CALLED_OFF),
        ("Confirmed", None),
        ("", None),
    ],
)
def test_who_has_died_or_does_not_come_gets_no_slip(status: str, why: RowRefusal | None) -> None:
    """Where the sheet has a column for it; any other status says nothing against a slip."""
    plan = read(f"First,Last,DOB,ZIP,Appt Status\nAna,Ruiz,1/22/1990,60614,{status}\n".encode())
    assert reasons(plan) == ({2: (RowReason(why),)} if why else {})


@pytest.mark.rule("F2")
def test_a_row_tells_all_its_reasons() -> None:
    """Cells that shifted, too; blank cells behind the last column and short rows are nobody's fault."""
    plan = read(csv(",,,", ",Ruiz,13/1990,", "Ana,Ruiz,1990-01-02,60614,,", "Bo,Ruiz,1990-01-02,60614,Elm", "Cy,Ruiz"))
    assert whys(plan) == {"missing": 2, "no_zip": 2, "date_incomplete": 1, "shifted": 1}
    assert [row.number for row in plan.accepted] == [4]
    assert [row.number for row in plan.refused] == [3, 5, 6]


@pytest.mark.rule("F2")
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", SheetProblem.EMPTY),
        (HEAD.encode(), SheetProblem.EMPTY),
        (b" \r\n;;\r\n\t", SheetProblem.EMPTY),
        (b"x" * (MAX_BYTES + 1), SheetProblem.TOO_LARGE),
        (csv(*["Ana,Ruiz,1990-01-02,60614"] * 5_001), SheetProblem.TOO_MANY_ROWS),
        (b"a,b\n" * 1_000_000, SheetProblem.TOO_MANY_ROWS),
        (b"a,b\n" + b"\n" * 1_000_000, SheetProblem.TOO_MANY_ROWS),
        (b"," * 201, SheetProblem.EMPTY),
        (b"a," * 201, SheetProblem.TOO_MANY_COLUMNS),
        (b"a," * 500_000, SheetProblem.TOO_MANY_COLUMNS),
        (csv("Ana," + "x" * 1_000_000 + ",1990-01-02,60614"), SheetProblem.CELL_TOO_LONG),
        (csv('"' + "x\n" * 1_000_000), SheetProblem.CELL_TOO_LONG),
        (csv('Ana,"Ruiz,1990-01-02,60614', "Bo,Ruiz,1990-01-02,60614"), SheetProblem.OPEN_QUOTE),
        (csv("A\0na,Ruiz,1990-01-02,60614"), SheetProblem.NOT_TEXT),
        ("Ana,Ruiz".encode("utf-16-le"), SheetProblem.NOT_TEXT),
        (b"\xff\xfea", SheetProblem.NOT_TEXT),
        (b"PK\x03\x04\0\0", SheetProblem.NOT_TEXT),
    ],
    ids=range(17),
)
def test_a_hostile_file_is_refused_as_a_whole(data: bytes, problem: SheetProblem) -> None:
    """With one reason, and before anything is made of it."""
    assert read_csv(data) is problem


def test_the_largest_sheet_is_taken() -> None:
    """Exactly as many rows as are allowed."""
    plan = read(csv(*["Ana,Ruiz,1990-01-02,60614"] * 5_000))
    assert (len(plan.accepted), whys(plan)) == (1, {"same_as_row": 4_999})


def test_letters_and_delimiter_can_be_set_by_hand() -> None:
    """Against what is recognised; letters that do not fit are refused."""
    data = "First Name,Last Name,DOB,ZIP\nJosé,Muñoz,1990-01-02,60614\n".encode()
    assert read(data, SheetChoices(encoding=TextEncoding.LATIN_1)).refused[0].reasons[0].character in "Ã©±"
    assert read(data, SheetChoices(delimiter=Delimiter.TAB)).missing
    assert read_csv(b"Jos\xe9", encoding=TextEncoding.UTF_8) is SheetProblem.NOT_TEXT


@pytest.mark.rule("S2", "F2")
@pytest.mark.parametrize(
    ("zip_code", "country", "kept"),
    [
        ("", "DE", None),
        ("K1A 0B1", "Canada", None),
        ("06700", "México", "06700"),
        ("none", "Deutschland", None),
        ("60614", "U.S.A.", "60614"),
        ("60614", "", "60614"),
        ("00901", "Puerto Rico", "00901"),
    ],
)
def test_who_lives_abroad_needs_no_zip(zip_code: str, country: str, kept: str | None) -> None:
    """Only if the sheet says so: then the desk helps at the tablet; five digits are kept, whoever uses them."""
    head = "First Name,Last Name,DOB,ZIP,Country"
    (row,) = read(f"{head}\nAna,Ruiz,1990-01-22,{zip_code},{country}\n".encode()).accepted
    assert row.form is not None
    assert (row.form.zip_code.text if row.form.zip_code else None) == kept


@pytest.mark.rule("S2", "F2")
@pytest.mark.parametrize(
    ("zip_code", "country", "why"),
    [
        ("", "", RowRefusal.NO_ZIP),
        ("n/a", "", RowRefusal.NO_ZIP),
        ("", "United States", RowRefusal.NO_ZIP),
        ("", "Unknown", RowRefusal.NO_ZIP),
        ("2139", "USA", RowRefusal.LOST_ZERO),
        ("K1A 0B1", "", Refusal.ZIP_FORMAT),
    ],
)
def test_a_zip_that_is_missing_is_said(zip_code: str, country: str, why: RowRefusal | Refusal) -> None:
    """An empty cell is far more often a gap in the chart than a patient from abroad."""
    head = "First Name,Last Name,DOB,ZIP,Country"
    plan = read(f"{head}\nAna,Ruiz,1990-01-22,{zip_code},{country}\n".encode())
    assert reasons(plan) == {2: (RowReason(why, SheetField.ZIP),)}
