"""The words of day sheets: fields, formats, and why a row or a file is refused, looked up when they are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.domain.day_sheet import (
    MAX_ROWS,
    DateOrder,
    Delimiter,
    RowReason,
    RowRefusal,
    SheetField,
    SheetProblem,
    TextEncoding,
)
from kiosk.domain.day_sheet_rows import JudgedRow
from kiosk.domain.refusals import Refusal
from kiosk.domain.values import Language
from kiosk.ui.staff.words import fill

__all__ = ["delimiter_word", "encoding_word", "field_word", "order_word", "problem_sentence", "reason_sentence",
           "reasons_sentence", "slip_word"]  # fmt: skip

translate = QCoreApplication.translate


def field_word(field: SheetField | None) -> str:
    """What a column holds."""
    match field:
        case None:
            return translate("SheetWords", "Nothing we need")
        case SheetField.FIRST:
            return translate("SheetWords", "First name")
        case SheetField.LAST:
            return translate("SheetWords", "Last name")
        case SheetField.FULL_NAME:
            return translate("SheetWords", "Whole name: Last, First")
        case SheetField.BIRTH_DATE:
            return translate("SheetWords", "Date of birth")
        case SheetField.ZIP:
            return translate("SheetWords", "ZIP code")
        case SheetField.COUNTRY:
            return translate("SheetWords", "Country")
        case SheetField.EMAIL:
            return translate("SheetWords", "Email")
        case SheetField.PHONE:
            return translate("SheetWords", "Phone")
        case SheetField.GENDER:
            return translate("SheetWords", "Gender")
        case SheetField.LANGUAGE:
            return translate("SheetWords", "Language")
        case SheetField.GUARDIAN:
            return translate("SheetWords", "Parent or guardian")
        case SheetField.TIME:
            return translate("SheetWords", "Time of the appointment")
        case SheetField.STATUS:
            return translate("SheetWords", "Status of the patient or appointment")


def encoding_word(encoding: TextEncoding) -> str:
    """How letters are written; proper names, the same in every language."""
    return {
        TextEncoding.UTF_8: "UTF-8",
        TextEncoding.UTF_16: "UTF-16",
        TextEncoding.WINDOWS_1252: "Windows-1252",
        TextEncoding.LATIN_1: "Latin-1",
    }[encoding]


def delimiter_word(delimiter: Delimiter) -> str:
    """What stands between two cells."""
    match delimiter:
        case Delimiter.COMMA:
            return translate("SheetWords", "Comma")
        case Delimiter.SEMICOLON:
            return translate("SheetWords", "Semicolon")
        case Delimiter.TAB:
            return translate("SheetWords", "Tab")
        case Delimiter.PIPE:
            return translate("SheetWords", "Vertical bar")


def order_word(order: DateOrder) -> str:
    """How dates are written, with an example that tells the formats apart."""
    match order:
        case DateOrder.ISO:
            return translate("SheetWords", "Year first: 1984-03-27")
        case DateOrder.MONTH_FIRST:
            return translate("SheetWords", "Month first: 03/27/1984")
        case DateOrder.DAY_FIRST:
            return translate("SheetWords", "Day first: 27/03/1984")


def problem_sentence(problem: SheetProblem) -> str:
    """Why a whole file is refused, and what helps."""
    match problem:
        case SheetProblem.EMPTY:
            return translate("SheetWords", "There are no rows in this file.")
        case SheetProblem.TOO_LARGE:
            return translate("SheetWords", "This file is larger than 20 MB. Please export one day only.")
        case SheetProblem.TOO_MANY_ROWS:
            said = translate("SheetWords", "This file has more than %1 rows. Please export one day only.")
            return said.replace("%1", str(MAX_ROWS))
        case SheetProblem.TOO_MANY_COLUMNS:
            return translate("SheetWords", "This file has too many columns for a day sheet.")
        case SheetProblem.CELL_TOO_LONG:
            return translate("SheetWords", "A cell of this file holds a whole book. This is not a day sheet.")
        case SheetProblem.OPEN_QUOTE:
            return translate("SheetWords", "A quotation mark in this file never ends. Please export it again.")
        case SheetProblem.NOT_TEXT:
            return translate(
                "SheetWords", "This is not a CSV file, or its letters cannot be read. Save it as CSV UTF-8."
            )
        case SheetProblem.NOT_A_BUNDLE:
            return translate("SheetWords", "This file is neither CSV nor a whole FHIR Bundle.")


def reasons_sentence(row: JudgedRow) -> str:
    """Every reason of a row."""
    return " ".join(reason_sentence(reason) for reason in row.reasons)


def reason_sentence(reason: RowReason) -> str:
    """One reason, a whole sentence."""
    match reason.why:
        case RowRefusal.MISSING:
            return translate("SheetWords", "%1 is missing.").replace("%1", _name(reason.field))
        case RowRefusal.NAME_ORDER:
            return translate("SheetWords", "Where does the last name begin? Write it as Last, First.")
        case RowRefusal.NO_ZIP:
            return translate("SheetWords", "The ZIP code is missing. A patient from abroad needs a country instead.")
        case RowRefusal.LOST_ZERO:
            return translate("SheetWords", "The ZIP code has 4 digits: a spreadsheet may have dropped the 0 in front.")
        case RowRefusal.SHIFTED:
            return translate("SheetWords", "This row has more cells than the first row.")
        case RowRefusal.SAME_AS_ROW:
            return translate("SheetWords", "The same person as in row %1.").replace("%1", str(reason.row))
        case RowRefusal.DECEASED:
            return translate("SheetWords", "The patient has died.")
        case RowRefusal.INACTIVE:
            return translate("SheetWords", "The patient's record is marked as no longer in use.")
        case RowRefusal.CALLED_OFF:
            return translate("SheetWords", "The appointment will not take place.")
        case RowRefusal.LIVE_INVITATION:
            said = translate("SheetWords", "Has an invitation that still works: %1.")
            return said.replace("%1", reason.number)
        case RowRefusal.HAS_ACCOUNT:
            return translate("SheetWords", "Has an account already.")
        case Refusal():
            return _value_sentence(reason)


def _value_sentence(reason: RowReason) -> str:
    name = _name(reason.field)
    match reason.why:
        case Refusal.NAME_TOO_LONG:
            return translate("SheetWords", "%1 has more than 60 letters.").replace("%1", name)
        case Refusal.NAME_CHARACTERS if reason.character:
            return fill(translate("SheetWords", "%1 cannot have this sign: %2"), name, reason.character)
        case Refusal.DATE_INCOMPLETE:
            return translate("SheetWords", "The date of birth is not whole, or not in the file's format.")
        case Refusal.DATE_IMPOSSIBLE:
            return translate("SheetWords", "There is no such day: check it, or the file's date format.")
        case Refusal.DATE_TOO_EARLY:
            return translate("SheetWords", "The date of birth is before 1900.")
        case Refusal.DATE_IN_FUTURE:
            return translate("SheetWords", "The date of birth has not come yet.")
        case Refusal.ZIP_FORMAT:
            return translate("SheetWords", "The ZIP code needs 5 digits.")
        case Refusal.EMAIL_FORMAT:
            return translate("SheetWords", "The email address is not whole.")
        case Refusal.PHONE_FORMAT:
            return translate("SheetWords", "The phone number needs 10 digits.")
        case _:
            return translate("SheetWords", "%1 cannot be read.").replace("%1", name)


def slip_word(row: JudgedRow) -> str:
    """Which slip this row gets."""
    language = "Español" if row.form is not None and row.form.language is Language.SPANISH else "English"
    if not row.through_guardian:
        return language
    return translate("SheetWords", "Child, %1").replace("%1", language)


def _name(field: SheetField | None) -> str:
    return translate("SheetWords", "Name") if field is SheetField.FULL_NAME else field_word(field)
