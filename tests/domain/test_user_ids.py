"""User IDs: their alphabet, their length, the reserved ones, and the one that is suggested."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import RESERVED_USER_IDS, NamePart, UserId


@pytest.mark.rule("S4")
@pytest.mark.parametrize(
    ("typed", "kept"),
    [("maria.okafor27", "maria.okafor27"), (" Maria_O-1 ", "maria_o-1"), ("123456", "123456"), ("a" * 32, "a" * 32)],
)
def test_ids_are_lower_cased(typed: str, kept: str) -> None:
    """6-32 letters, digits, dots, underscores and hyphens, in one case."""
    assert UserId.parse(typed) == UserId(kept)


@pytest.mark.rule("S4")
@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("", Refused(Refusal.USER_ID_LENGTH)),
        ("maria", Refused(Refusal.USER_ID_LENGTH)),
        ("a" * 33, Refused(Refusal.USER_ID_LENGTH)),
        ("maria@example.com", Refused(Refusal.USER_ID_CHARACTERS, "@")),
        ("maria okafor", Refused(Refusal.USER_ID_CHARACTERS, " ")),
        ("maría.okafor", Refused(Refusal.USER_ID_CHARACTERS, "í")),
        ("maria'--okafor", Refused(Refusal.USER_ID_CHARACTERS, "'")),
        ("maria\x00okafor", Refused(Refusal.USER_ID_CHARACTERS, "")),
        ("\u212aelvin.okafor", Refused(Refusal.USER_ID_CHARACTERS, "\u212a")),
        ("maria١٢٣", Refused(Refusal.USER_ID_CHARACTERS, "١")),
        ("HealthKey", Refused(Refusal.USER_ID_RESERVED)),
        ("No-Reply", Refused(Refusal.USER_ID_RESERVED)),
    ],
)
def test_other_ids_are_refused(typed: str, refused: Refused) -> None:
    """The character to blame is named; lookalikes that lower-case to a letter are no way in."""
    assert UserId.parse(typed) == refused


@pytest.mark.rule("S4")
def test_every_reserved_id_would_otherwise_be_allowed() -> None:
    """The list holds no word that the other rules refuse anyway, so each of its words does something."""
    for word in RESERVED_USER_IDS:
        assert UserId.parse(word) == Refused(Refusal.USER_ID_RESERVED)


@pytest.mark.rule("S4")
@pytest.mark.parametrize(
    ("first", "last", "number", "suggested"),
    [
        ("Maria", "Okafor", 27, "maria.okafor27"),
        ("Zoë", None, 5, "zoe050"),
        ("Jo", "Li", 0, "jo.li00"),
        ("李", "小龙", 7, "patient07"),
        ("X", None, 9, "x09000"),
        ("Wolfeschlegelsteinhausen", "Bergerdorff", 99, "wolfeschlegelsteinhausen.ber99"),
    ],
)
def test_an_id_is_suggested_from_the_name(first: str, last: str | None, number: int, suggested: str) -> None:
    """Short, long and non-Latin names all get an ID that needs no typing."""
    made = UserId.suggest(NamePart(first), NamePart(last) if last else None, number)
    assert made.text == suggested


@pytest.mark.rule("S4")
@given(st.text(max_size=70), st.text(max_size=70), st.integers(0, 99))
def test_every_suggestion_is_allowed(first: str, last: str, number: int) -> None:
    """Whatever the name, the suggestion passes the rules it stands for."""
    one, other = NamePart.parse(first), NamePart.parse(last)
    if isinstance(one, NamePart):
        made = UserId.suggest(one, other if isinstance(other, NamePart) else None, number)
        assert UserId.parse(made.text) == made
