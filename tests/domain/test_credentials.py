"""Passwords and security answers: the source's rules to the letter, and the hashes that leave the device."""

import base64
import hashlib
import re
import string

import bcrypt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import credentials
from kiosk.domain.credentials import Password, PasswordRule, SecurityAnswer, met_rules
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refusal, Refused

RULE = re.compile(r"(?=.*[0-9A-Z])[A-Za-z0-9]{6,64}")
"""The decision of S5 to S7, as it is written down."""

SALT = bytes(range(16))
TYPED = (
    st.text(max_size=70)
    | st.text(string.ascii_letters + string.digits, max_size=70)
    | st.text("abcA1#\n\0é", max_size=9)
)

special = Refusal.PASSWORD_SPECIAL_CHARACTER


@pytest.mark.rule("S5", "S6", "S7", "S43")
@pytest.mark.parametrize("typed", ["123456", "ABCDEF", "abcde1", "abcdeF", "000000", "a1" * 32])
def test_the_sources_passwords_are_accepted_as_typed(typed: str) -> None:
    """Six characters with one number OR one upper case letter are enough; sixty-four are not too many."""
    assert Password.parse(typed) == Password(typed)


@pytest.mark.rule("S5", "S6", "S7", "S43")
@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("", Refused(Refusal.PASSWORD_TOO_SHORT)),
        ("Abc12", Refused(Refusal.PASSWORD_TOO_SHORT)),
        ("A" * 65, Refused(Refusal.PASSWORD_TOO_LONG)),
        ("abcdef", Refused(Refusal.PASSWORD_NEEDS_NUMBER_OR_CAPITAL)),
        ("Abcdef1\n", Refused(special, "")),
        ("\nAbcdef1", Refused(special, "")),
        ("Abcdef1\x00", Refused(special, "")),
        ("Abcdef\r1", Refused(special, "")),
        ("Ａｂｃｄｅｆ１", Refused(special, "Ａ")),
        ("abcdef١", Refused(special, "١")),
        ("Abcdefé1", Refused(special, "é")),
        ("Abcdef1 ", Refused(special, " ")),
        (" Abcdef1", Refused(special, " ")),
        ("Abc def1", Refused(special, " ")),
        ("Abcdef1#", Refused(special, "#")),
        ("Abcdef1%", Refused(special, "%")),
        ("Abcdef1&", Refused(special, "&")),
        ("Abcdef1*", Refused(special, "*")),
        ("Abcdef1_", Refused(special, "_")),
        ("Abcdef1-", Refused(special, "-")),
        ("Abcdef1\u200b", Refused(special, "")),
        ("Abcdef1\u202e", Refused(special, "")),
        ("Abcdef1\u00a0", Refused(special, "")),
        ("Abcdef1ſ", Refused(special, "ſ")),
        ("Abcdef1İ", Refused(special, "İ")),
        ("Abcdef1😀", Refused(special, "😀")),
        ("é", Refused(special, "é")),
    ],
)
def test_a_refused_password_names_the_rule_and_the_character(typed: str, refused: Refused) -> None:
    """Everything but ASCII letters and digits is special; nothing is trimmed or normalised first."""
    assert Password.parse(typed) == refused


@pytest.mark.rule("S5", "S6", "S7", "S43")
@given(TYPED)
def test_the_parser_and_the_written_rule_agree(typed: str) -> None:
    """A password is accepted exactly when the regular expression of the product rules matches."""
    assert isinstance(Password.parse(typed), Password) == (RULE.fullmatch(typed) is not None)


@pytest.mark.rule("S5", "S6", "S7", "S43")
@given(TYPED)
def test_three_ticks_mean_an_accepted_password(typed: str) -> None:
    """What ticks live and what is decided on Continue cannot contradict each other."""
    assert (met_rules(typed) == frozenset(PasswordRule)) == isinstance(Password.parse(typed), Password)


@pytest.mark.rule("S5", "S6", "S7", "S43")
@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("", set()),
        ("a", {PasswordRule.NO_SPECIAL}),
        ("A#", {PasswordRule.NUMBER_OR_CAPITAL}),
        ("abcdef", {PasswordRule.NO_SPECIAL, PasswordRule.LENGTH}),
        ("abcde#", {PasswordRule.LENGTH}),
        ("1", {PasswordRule.NO_SPECIAL, PasswordRule.NUMBER_OR_CAPITAL}),
    ],
)
def test_each_rule_ticks_on_its_own(typed: str, met: set[PasswordRule]) -> None:
    """An empty field ticks nothing; every rule shows by itself whether it holds."""
    assert met_rules(typed) == met


@pytest.mark.rule("S33")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Mary's", "st marys"),
        ("  Rex  ", "rex"),
        ("Cafe\u0301", "CAFÉ"),
        ("Ｒｅｘ", "rex"),
        ("Hauptstraße 5", "HAUPTSTRASSE 5"),
        ("Mary-Ann", "mary ann"),
        ("Re\x00x", "rex"),
    ],
)
def test_answers_that_sound_alike_are_one(one: str, other: str) -> None:
    """Case, width, blanks and punctuation are folded away."""
    first = SecurityAnswer.parse(one)
    assert isinstance(first, SecurityAnswer)
    assert first == SecurityAnswer.parse(other)


@pytest.mark.rule("S33")
def test_different_answers_stay_different() -> None:
    """Accents and letters still count."""
    assert len({SecurityAnswer.parse(text) for text in ("Rex", "Rexa", "Réx", "Max", "Rex 2", "Рекс")}) == 6


@pytest.mark.rule("S3", "S33")
@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", Refusal.ANSWER_EMPTY),
        (" .-'! ", Refusal.ANSWER_EMPTY),
        ("\x00", Refusal.ANSWER_EMPTY),
        ("a" * 101, Refusal.ANSWER_TOO_LONG),
    ],
)
def test_an_answer_needs_a_letter_or_number(typed: str, reason: Refusal) -> None:
    """An answer that folds to nothing would be anybody's."""
    assert SecurityAnswer.parse(typed) == Refused(reason)


@pytest.mark.rule("S33")
def test_there_are_enough_secret_questions() -> None:
    """At least eight, so that a decoy is not recognised."""
    assert len(SecretQuestion) >= 8


@pytest.mark.rule("S4", "S14")
def test_the_password_leaves_as_a_bcrypt_hash_of_cost_twelve() -> None:
    """Any bcrypt verifies it; another password does not; the shape is the one the portal takes."""
    hashed = credentials.hash_password(Password("Abcdef1"), SALT)
    assert hashed.startswith("$2b$12$")
    assert credentials.is_bcrypt_hash(hashed)
    assert bcrypt.checkpw(b"Abcdef1", hashed.encode())
    assert not bcrypt.checkpw(b"abcdef1", hashed.encode())


@pytest.mark.rule("S33")
def test_the_answers_hash_is_bound_to_its_question() -> None:
    """It is bcrypt of base64(SHA-384(domain, question, answer)), computed here once more from the documents."""
    hashed = credentials.hash_answer(SecretQuestion.FIRST_PET, SecurityAnswer("rex"), SALT)
    assert credentials.is_bcrypt_hash(hashed)
    for question, same in ((b"first_pet", True), (b"first_job", False)):
        digest = hashlib.sha384(b"kiosk-answer/1\0" + question + b"\0rex").digest()
        assert bcrypt.checkpw(base64.b64encode(digest), hashed.encode()) is same


@pytest.mark.rule("S33")
def test_a_long_answer_counts_to_its_last_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Alone, bcrypt would look at 72 bytes; the digest before it lets every character count."""
    monkeypatch.setattr(credentials, "BCRYPT_COST", 4)
    hashes = {credentials.hash_answer(SecretQuestion.FIRST_PET, SecurityAnswer("a" * 99 + end), SALT) for end in "bc"}
    assert len(hashes) == 2


@given(st.binary(min_size=16, max_size=16))
def test_the_salt_is_used_whole_and_first_to_last(salt: bytes) -> None:
    """All 16 bytes, in bcrypt's own base64, stand in the hash, so no bit of the caller's randomness is lost."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(credentials, "BCRYPT_COST", 4)
        hashed = credentials.hash_password(Password("Abcdef1"), salt)
    alphabet = "./" + string.ascii_uppercase + string.ascii_lowercase + string.digits
    bits = "".join(f"{alphabet.index(symbol):06b}" for symbol in hashed[7:29])
    assert int(bits[:128], 2).to_bytes(16, "big") == salt


@pytest.mark.parametrize("size", [0, 15, 17])
def test_another_salt_is_a_fault(size: int) -> None:
    """A short salt is a mistake of ours and never silently padded."""
    with pytest.raises(ValueError, match="16 bytes"):
        credentials.hash_password(Password("Abcdef1"), bytes(size))


@pytest.mark.parametrize(
    ("text", "ok"),
    [
        ("$2b$12$" + "a" * 53, True),
        ("$2b$10$" + "a" * 53, True),
        ("$2b$14$" + "./" + "Z9" * 25 + "a", True),
        ("$2b$09$" + "a" * 53, False),
        ("$2b$15$" + "a" * 53, False),
        ("$2a$12$" + "a" * 53, False),
        ("$2y$12$" + "a" * 53, False),
        ("$2b$12$" + "a" * 52, False),
        ("$2b$12$" + "a" * 54, False),
        ("$2b$12$" + "a" * 53 + "\n", False),
        ("$2b$12$" + "a" * 52 + "+", False),
        ("Abcdef1", False),
        ("", False),
    ],
)
def test_only_one_shape_of_hash_is_taken(text: str, ok: bool) -> None:
    """``$2b$``, cost 10 to 14, sixty characters: a plaintext or a cheap hash never passes for one."""
    assert credentials.is_bcrypt_hash(text) is ok
