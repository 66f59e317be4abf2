"""What the desk types to find an invitation (F1)."""

import datetime as dt

import pytest

from kiosk.domain.desk_search import read_question

TODAY = dt.date(2026, 11, 23)


@pytest.mark.rule("F1")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("m", None),
        ("'-", None),
        ("12", None),
        ("1984", None),
        ("ma", ("ma", "", "")),
        (" Okafor, Maria ", ("Okafor, Maria", "", "")),
        ("Ángel", ("Ángel", "", "")),
        ("Anna", ("Anna", "", "")),
        ("3/27/1984", ("", "1984-03-27", "")),
        ("03-27-1984", ("", "1984-03-27", "")),
        ("1984-03-27", ("", "1984-03-27", "")),
        ("2/30/1984", None),
        ("3/27/2199", None),
        ("inv-7f3k", ("", "", "INV-7F3K")),
        ("INV7F3K", ("", "", "INV-7F3K")),
        ("7f3k", ("", "", "INV-7F3K")),
        ("INV-ABCD", ("", "", "INV-ABCD")),
    ],
)
def test_what_is_meant(typed: str, meant: tuple[str, str, str] | None) -> None:
    """A date, a number, or at least two letters of a name; anything less finds nothing."""
    question = read_question(typed, TODAY)
    if meant is None:
        assert question is None
    else:
        assert question is not None
        born = question.birth_date.comparison if question.birth_date else ""
        assert (question.name, born, question.number) == meant
