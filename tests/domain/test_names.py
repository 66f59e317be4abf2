"""Names: real ones are accepted as typed, hostile ones refused, and what is compared is folded."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import NAME_MAX, NamePart, fold_name


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    "typed",
    [
        "Nguyễn",
        "O'Brien",
        "O’Brien",
        "X",
        "Müller-Lüdenscheidt",
        "Jr.",
        "de la Cruz",
        "李",
        "محمد",
        "Σίσυφος",
        "राम",
        "'Akau",
    ],
)
def test_real_names_are_kept_as_typed(typed: str) -> None:
    """Names of any script, with marks, apostrophes, hyphens, blanks, and one letter alone are names."""
    part = NamePart.parse(typed)
    assert isinstance(part, NamePart)
    assert part.text == unicodedata.normalize("NFC", typed)


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    ("typed", "blamed"),
    [
        ("<img src=x onerror=alert(1)>", "<"),
        ("&Smith", "&"),
        ("Robert'); DROP TABLE accounts;--", ")"),
        ("Anna\u202egnp", ""),
        ("Anna\x00", ""),
        ("An\u200bna", ""),
        ("Anna\ud800", ""),
        ("Anna 2", "2"),
        ("=SUM(A1)", "="),
        ("@anna", "@"),
        ("{0}", "{"),
        ("%s", "%"),
        ("😀", "😀"),
        ("---", "-"),
        ("\u0301", "\u0301"),
    ],
)
def test_hostile_names_are_refused_with_the_character_to_blame(typed: str, blamed: str) -> None:
    """Markup, SQL, formulas, NUL, invisible and reversing characters are no name; the invisible is not repeated."""
    assert NamePart.parse(typed) == Refused(Refusal.NAME_CHARACTERS, blamed)


@pytest.mark.rule("S2")
@pytest.mark.parametrize("typed", ["", "   ", "\t\n", "\u00a0"])
def test_a_blank_name_is_empty(typed: str) -> None:
    """Blanks of any kind are no name."""
    assert NamePart.parse(typed) == Refused(Refusal.NAME_EMPTY)


@pytest.mark.rule("S2")
def test_a_name_has_at_most_sixty_characters() -> None:
    """Sixty characters after composing are accepted, one more is refused."""
    assert isinstance(NamePart.parse("e\u0301" * NAME_MAX), NamePart)
    assert NamePart.parse("e" * (NAME_MAX + 1)) == Refused(Refusal.NAME_TOO_LONG)


@pytest.mark.rule("S2")
def test_runs_of_blanks_become_one() -> None:
    """Blanks around and between words do not make another name."""
    part = NamePart.parse("  Ana \t Maria\n")
    assert isinstance(part, NamePart)
    assert part.text == "Ana Maria"


@pytest.mark.rule("S26")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("O'Brien", "OBRIEN"),
        ("O’Brien", "o brien"),
        ("Nguyễn", "Nguyen"),
        ("Garcia-Lopez", "García López"),
        ("Straße", "STRASSE"),
        ("ANNA", "anna"),
        ("Jr.", "jr"),
    ],
)
def test_names_that_differ_in_spelling_alone_compare_equal(one: str, other: str) -> None:
    """Case, accents, hyphens, apostrophes, full stops and blanks are dropped for comparison."""
    first, second = NamePart.parse(one), NamePart.parse(other)
    assert isinstance(first, NamePart)
    assert isinstance(second, NamePart)
    assert first.comparison == second.comparison


@pytest.mark.rule("S26")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna", "Ana"),
        ("Maria", "Mario"),
        ("Lee", "Li"),
        ("Smith", "Smyth"),
        ("राम", "रीमा"),  # vowel signs make another name
        ("สมชาย", "สมชัย"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    """Folding never makes one name of two."""
    assert fold_name(one) != fold_name(other)


@pytest.mark.rule("S26")
@given(st.text(max_size=30))
def test_folding_ignores_how_characters_are_composed(text: str) -> None:
    """A keyboard that sends composed characters and one that sends marks one by one mean the same name."""
    composed, taken_apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold_name(composed) == fold_name(taken_apart)


@pytest.mark.rule("S2")
@given(st.text(max_size=70))
def test_parsing_never_raises_and_accepts_its_own_result(text: str) -> None:
    """Any text gets an answer, and what was accepted is accepted again unchanged."""
    part = NamePart.parse(text)
    if isinstance(part, NamePart):
        assert NamePart.parse(part.text) == part
        assert part.comparison


@pytest.mark.rule("S26")
@pytest.mark.parametrize(("one", "other"), [("Søren", "Soren"), ("Łucja", "Lucja"), ("Đặng", "Dang"), ("Æsa", "aesa")])
def test_letters_that_carry_their_accent_fold_to_the_plain_letter(one: str, other: str) -> None:
    """A keyboard without the letter types its plain form, and both are one person."""
    assert fold_name(one) == fold_name(other)
