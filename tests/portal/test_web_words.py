"""The words of the pages: whole in both languages, and the same as at the tablet."""

from __future__ import annotations

import string
import tomllib
from typing import Any

import pytest

from kiosk.domain.outcomes import Family, Outcome
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import Gender, Language, Relationship
from kiosk.portal.web.wording import LANGUAGES, Words
from kiosk.resources import resource
from kiosk.ui import texts

SOME = {"practice": "Lakeside", "network": "HealthKey", "operator": "HealthKey Support"}
WORDS = {language: Words(language, SOME) for language, _ in LANGUAGES}
both = pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)


def shape(value: Any, path: str = "") -> dict[str, tuple[str, ...]]:
    """Every sentence by its place, as the fields that it names."""
    if isinstance(value, str):
        return {path: tuple(sorted(string.Template(value).get_identifiers()))}
    items = value.items() if isinstance(value, dict) else enumerate(value)
    found: dict[str, tuple[str, ...]] = {}
    for name, one in items:
        found |= shape(one, f"{path}.{name}")
    return found


def test_languages_have_the_same_sentences() -> None:
    """Both files hold the same names, in the same order, each with the same fields."""
    read = [tomllib.loads(resource("web", f"{language}.toml").read_text("utf-8")) for language, _ in LANGUAGES]
    english, spanish = (shape(one) for one in read)
    assert list(english) == list(spanish)
    assert {name: set(fields) - {"network"} for name, fields in english.items()} == {
        name: set(fields) - {"network"} for name, fields in spanish.items()
    }


def test_languages_are_the_screens() -> None:
    """Pages speak what the tablet speaks."""
    assert [code for code, _ in LANGUAGES] == [language.value for language in Language]


TYPED = [
    *(Refusal.DATE_INCOMPLETE, Refusal.DATE_IMPOSSIBLE, Refusal.DATE_TOO_EARLY, Refusal.DATE_IN_FUTURE),
    *(Refusal.ZIP_FORMAT, Refusal.PHONE_FORMAT, Refusal.USER_ID_LENGTH, Refusal.USER_ID_CHARACTERS),
    *(Refusal.USER_ID_RESERVED, Refusal.CODE_LENGTH, Refusal.CODE_SYMBOL, Refusal.CODE_CHECK, Refusal.CODE_FOREIGN),
    *(Refusal.PASSWORD_TOO_SHORT, Refusal.PASSWORD_TOO_LONG, Refusal.PASSWORD_NEEDS_NUMBER_OR_CAPITAL),
    *(Refusal.PASSWORD_SPECIAL_CHARACTER, Refusal.PASSWORDS_DIFFER, Refusal.ANSWER_EMPTY, Refusal.ANSWER_TOO_LONG),
    *(Refusal.CONSENT_MISSING, Refusal.CHOICE_MISSING, Refusal.ADDRESS_FORMAT),
]
"""What the parsers behind the pages' fields can refuse."""


@pytest.mark.rule("S5", "S6", "S7", "S13")
@pytest.mark.parametrize("reason", TYPED)
@pytest.mark.parametrize("character", ["", "#"])
def test_refusals_are_the_tablets(reason: Refusal, character: str) -> None:
    """A refusal has the same words at home and at the tablet, and the character to blame is named in both."""
    english = WORDS["en"].refusal(Refused(reason, character), "")
    assert english == texts.sentence(reason, "", character)
    spanish = WORDS["es"].refusal(Refused(reason, character), "")
    assert spanish != english
    assert ("#" in english) == ("#" in spanish)


@pytest.mark.rule("S11", "S12")
def test_the_guardians_name_is_refused_as_at_the_tablet() -> None:
    """The one name that a page asks for: left out, too long, or with a sign that no name has."""
    for reason in (Refusal.NAME_EMPTY, Refusal.NAME_TOO_LONG, Refusal.NAME_CHARACTERS):
        character = "#" if reason is Refusal.NAME_CHARACTERS else ""
        english = WORDS["en"].refusal(Refused(reason, character), "guardian")
        assert english == texts.sentence(reason, "guardian_name", character)
        assert WORDS["es"].refusal(Refused(reason, character), "guardian") != english
    for words in WORDS.values():
        for choice in (Relationship.CHILD, Relationship.CARED_FOR):
            assert dict(words.group("relationships"))[choice.value] in words("sentences.guardian")


@pytest.mark.parametrize("field", ["gender", "question"])
def test_missing_choices_are_the_tablets(field: str) -> None:
    """A missing choice is told in the field's own words."""
    assert WORDS["en"].refusal(Refused(Refusal.CHOICE_MISSING), field) == texts.sentence(Refusal.CHOICE_MISSING, field)


@pytest.mark.rule("S3", "S33")
def test_choices_are_the_tablets() -> None:
    """Genders, secret questions and relationships have the same words."""
    words = WORDS["en"]
    assert dict(words.group("genders")) == {one.value: texts.gender(one) for one in Gender}
    assert dict(words.group("questions")) == {one.value: texts.question(one) for one in SecretQuestion}
    assert dict(words.group("relationships")) == {one.value: texts.relationship(one) for one in Relationship}


@both
def test_every_choice_has_words(words: Words) -> None:
    """Each language offers every choice, in the domain's order."""
    assert [name for name, _ in words.group("genders")] == [one.value for one in Gender]
    assert [name for name, _ in words.group("questions")] == [one.value for one in SecretQuestion]
    assert [name for name, _ in words.group("relationships")] == [one.value for one in Relationship]


@both
@pytest.mark.parametrize("outcome", [one for one in Outcome if one.family is Family.NEEDS_ATTENTION])
def test_every_outcome_has_words(words: Words, outcome: Outcome) -> None:
    """Whatever the portal decides, there is a sentence of its own, or one that is true of all."""
    group = dict(words.group("outcomes"))
    assert group.get(outcome.value.partition(".")[2], group["otherwise"])


NAMED = {"characters": {"character"}, "slip": {"user_id"}, "locked": {"time", "minutes"}}


@both
def test_every_sentence_can_be_filled(words: Words) -> None:
    """No sentence needs a field that pages do not have; only the named groups need more."""
    for path, fields in shape(tomllib.loads(resource("web", f"{words.language}.toml").read_text("utf-8"))).items():
        allowed = set(SOME) | (NAMED.get(path.split(".")[1], set()))
        assert set(fields) <= allowed, path


def test_a_name_that_is_not_there() -> None:
    """A misspelt name is a fault, not an empty place."""
    for name in ("home.titel", "home", "nothing.at.all"):
        with pytest.raises((KeyError, TypeError)):
            WORDS["en"](name)


@pytest.mark.rule("S5", "S6", "S7")
def test_the_three_rules_stand_in_the_sources_words() -> None:
    """The password's rules are the source's, to the letter."""
    words = WORDS["en"]
    assert words("account.rule_length") == "at least 6 characters"
    assert words("account.rule_number") == "at least one number OR an upper case letter"
    assert words("account.rule_special").startswith("no special characters (#%&*)")
