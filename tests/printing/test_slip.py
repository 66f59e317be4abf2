"""What a slip holds and the words around it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import string
import tomllib

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kiosk.domain.values import Language, Relationship
from kiosk.printing.slip import Slip, printable, words
from kiosk.resources import resource
from kiosk.ui import texts
from kiosk.ui.i18n import Translator
from tests.printing.conftest import MakeSlip


@pytest.mark.rule("F1")
def test_a_slip_has_no_place_for_more_than_f1_names() -> None:
    """F1: a date of birth, a ZIP, an email or a record number cannot get onto paper: a slip has no field for them."""
    assert {field.name for field in dataclasses.fields(Slip)} == {
        "practice_name", "first_name", "last_initial", "code", "number", "host", "expires", "language",
        "through_guardian",
    }  # fmt: skip


def test_a_slip_does_not_tell_itself_in_a_log(make_slip: MakeSlip) -> None:
    """House rule 6: repr and str show neither the person nor the code."""
    assert repr(make_slip()) == str(make_slip()) == "Slip(…)"


def test_every_language_has_the_same_words_with_the_same_gaps() -> None:
    """A text missing in one language, or a {gap} misspelt, would show only at the desk."""
    gaps = {}
    for language in Language:
        raw = tomllib.loads(resource("print", f"{language.value}.toml").read_text("utf-8"))
        child = raw.pop("child")
        gaps[language] = {
            key: (len(value), [])
            if isinstance(value, list)
            else (1, sorted(name for _, name, _, _ in string.Formatter().parse(value) if name))
            for key, value in [*raw.items(), *((f"child {key}", value) for key, value in child.items())]
        }
        for key in child:
            assert gaps[language][f"child {key}"] == gaps[language][key], key
        assert len(words(language).steps) == 4
    assert gaps[Language.ENGLISH] == gaps[Language.SPANISH]
    assert gaps[Language.ENGLISH]["months"] == (12, [])


@pytest.mark.rule("S11")
@pytest.mark.parametrize("language", Language)
def test_a_childs_words_take_the_place_of_others(language: Language) -> None:
    """The rest is everybody's; the labels that are quoted stand on the tablet's buttons word for word."""
    adult, child = words(language), words(language, through_guardian=True)
    assert adult.guardian == ""
    assert child.guardian
    assert (child.expires, child.notice, child.months) == (adult.expires, adult.notice, adult.months)
    app = QCoreApplication.instance()
    assert isinstance(app, QApplication)
    Translator.install(app, language.value)
    try:
        invited = QCoreApplication.translate("Welcome", "I have an invitation")
        for label in (invited, texts.relationship(Relationship.CHILD)):
            assert label in "".join(child.steps), label
    finally:
        Translator.install(app, "en")


@pytest.mark.parametrize(
    ("language", "shown"), [(Language.ENGLISH, "January 2, 2027"), (Language.SPANISH, "2 de enero de 2027")]
)
def test_dates_are_in_words(language: Language, shown: str) -> None:
    """1/2 is two days to two readers: the month has its name, in the order of the language."""
    assert words(language).day(dt.date(2027, 1, 2)) == shown


@pytest.mark.rule("S11", "S12", "S24")
def test_the_notice_stands_whole() -> None:
    """S11: the notice that accounts are not shared is the source's, to the letter."""
    assert words(Language.ENGLISH).notice == (
        "PLEASE NOTE: Parents or guardians must create individual accounts for each child. Every patient must have "
        "their own account. Due to new regulations, accounts cannot be shared."
    )


@pytest.mark.parametrize("name", ["Nguyễn", "O'Brien", "<b>Bo</b>", "Zoë & {name} %1", "محمد", "D’Angelo-Peña"])
def test_names_stay_as_they_are(name: str) -> None:
    """Letters of any script, and what looks like markup or a gap to fill, are only letters."""
    assert printable(name) == name


@pytest.mark.parametrize("mark", ["\n", "\t", "\x00", "\x7f", "\u2028", "\u202e", "\u2066", "\u200f", "\u061c"])
def test_marks_that_move_text_become_visible(mark: str) -> None:
    """A line feed or a change of reading direction in a name would rearrange our words around it."""
    assert printable(f"An{mark}a") == "An\ufffda"
