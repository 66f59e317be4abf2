"""Activation codes: the check symbol catches slips of the finger, and a scanner's text is never more than a code."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.activation import (
    ALPHABET,
    CODE_SYMBOLS,
    ENTROPY_BYTES,
    ActivationCode,
    CodeUse,
    check_symbol,
    invitation_number,
)
from kiosk.domain.refusals import Refusal, Refused

HOST = "portal.example.org"
CODE = ActivationCode("7K9QF2M9XT4HC01")
CODES = st.binary(min_size=ENTROPY_BYTES, max_size=ENTROPY_BYTES).map(ActivationCode.from_entropy)
SAMPLES = [CODE, *(ActivationCode.from_entropy(bytes([byte]) * ENTROPY_BYTES) for byte in (0, 0x5A, 0xFF))]

WRONG_CHECK = Refused(Refusal.CODE_CHECK)


@pytest.mark.rule("S10")
@pytest.mark.parametrize(
    ("payload", "symbol"),
    [("00000000000000", "H"), ("7K9QF2M9XT4HC0", "1"), ("ZZZZZZZZZZZZZZ", "B"), ("ABCDEFGHJKMNPQ", "M")],
)
def test_the_check_symbol_is_the_documented_one(payload: str, symbol: str) -> None:
    """Golden vectors: codes printed today are read by every later version."""
    assert check_symbol(payload) == symbol


@pytest.mark.rule("S13")
@pytest.mark.parametrize("code", SAMPLES, ids=range(len(SAMPLES)))
def test_every_single_wrong_symbol_is_caught(code: ActivationCode) -> None:
    """All 15 places, all 31 wrong symbols."""
    for place, symbol in itertools.product(range(CODE_SYMBOLS), ALPHABET):
        if symbol != code.symbols[place]:
            wrong = code.symbols[:place] + symbol + code.symbols[place + 1 :]
            assert ActivationCode.parse(wrong) == WRONG_CHECK


@pytest.mark.rule("S13")
@pytest.mark.parametrize("code", SAMPLES, ids=range(len(SAMPLES)))
def test_every_swap_of_two_symbols_is_caught(code: ActivationCode) -> None:
    """Neighbours and any other two places, the check symbol included."""
    for one, other in itertools.combinations(range(CODE_SYMBOLS), 2):
        symbols = list(code.symbols)
        symbols[one], symbols[other] = symbols[other], symbols[one]
        if symbols[one] != symbols[other]:
            assert ActivationCode.parse("".join(symbols)) == WRONG_CHECK


def _with_twins(one: int, other: int, symbol: str) -> str:
    """A right code that has ``symbol`` at both places: a third place is mended until the check symbol fits."""
    symbols = list(CODE.symbols)
    symbols[one] = symbols[other] = symbol
    third = next(place for place in range(CODE_SYMBOLS) if place not in (one, other))
    for symbols[third] in ALPHABET:
        if isinstance(code := ActivationCode.parse("".join(symbols)), ActivationCode):
            return code.symbols
    raise AssertionError("no symbol mends the code")


@pytest.mark.rule("S13")
def test_every_twin_error_is_caught() -> None:
    """``AA`` typed for ``BB``, at every two places and for a spread of symbols against all others."""
    for one, other in itertools.combinations(range(CODE_SYMBOLS), 2):
        for symbol in "0F1Z":
            symbols = list(_with_twins(one, other, symbol))
            for wrong in ALPHABET.replace(symbol, ""):
                symbols[one] = symbols[other] = wrong
                assert ActivationCode.parse("".join(symbols)) == WRONG_CHECK


@pytest.mark.rule("S13")
@given(CODES, st.data())
def test_codes_are_read_as_people_write_them(code: ActivationCode, data: st.DataObject) -> None:
    """Lower case, O for 0, I and L for 1, blanks and every kind of hyphen mean the same code."""
    others = {"0": "0Oo", "1": "1IiLl"}
    symbols = [data.draw(st.sampled_from(others.get(s, s + s.lower()))) for s in code.symbols]
    blanks = data.draw(st.lists(st.sampled_from(["", " ", "-", "–", "‑", "\n"]), min_size=15, max_size=15))
    assert ActivationCode.parse("".join(itertools.chain.from_iterable(zip(symbols, blanks, strict=True)))) == code


@pytest.mark.rule("S9", "S10")
@given(CODES)
def test_a_code_goes_through_paper_and_link_unchanged(code: ActivationCode) -> None:
    """Grouped as on the slip, scanned as link, scanned bare: the same code comes back."""
    assert ActivationCode.parse(code.grouped) == code
    assert ActivationCode.parse_scan(code.link(HOST), host=HOST) == code
    assert ActivationCode.parse_scan(code.grouped, host=HOST) == code
    assert ActivationCode.parse_scan(code.symbols + "\r\n", host=HOST) == code


@pytest.mark.rule("S9", "S10")
def test_the_slips_and_the_links_form() -> None:
    """Three groups of five; the code stands in the link's fragment, which no browser sends to a server."""
    assert CODE.grouped == "7K9QF-2M9XT-4HC01"
    assert CODE.link(HOST) == "https://portal.example.org/a#7K9QF2M9XT4HC01"
    assert CODE.link(HOST, CodeUse.RESET_SLIP) == "https://portal.example.org/r#7K9QF2M9XT4HC01"


@pytest.mark.rule("F7", "S10")
@pytest.mark.parametrize(
    ("use", "other", "refusal"),
    [
        (CodeUse.INVITATION, CodeUse.RESET_SLIP, Refusal.CODE_OF_RESET_SLIP),
        (CodeUse.RESET_SLIP, CodeUse.INVITATION, Refusal.CODE_OF_INVITATION),
    ],
)
def test_an_invitation_and_a_reset_slip_are_told_apart_by_their_links(
    use: CodeUse, other: CodeUse, refusal: Refusal
) -> None:
    """Each link is read where it is expected, and called what it is elsewhere; a bare code may be either's."""
    for text in (CODE.link(HOST, use), f" {CODE.link(HOST, use)}\r\n", CODE.grouped):
        assert ActivationCode.parse_scan(text, host=HOST, use=use) == CODE
    for text in (CODE.link(HOST, other), CODE.link(HOST, other)[:-3], CODE.link(HOST, other) + "?x=1"):
        assert ActivationCode.parse_scan(text, host=HOST, use=use) == Refused(refusal)


@pytest.mark.rule("S13")
@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("", Refused(Refusal.CODE_LENGTH)),
        ("7K9QF2M9XT4HC0", Refused(Refusal.CODE_LENGTH)),
        ("7K9QF2M9XT4HC011", Refused(Refusal.CODE_LENGTH)),
        ("7K9QF2M9XT4HCU1", Refused(Refusal.CODE_SYMBOL, "U")),
        ("7K9QF2M9XT4HC0*", Refused(Refusal.CODE_SYMBOL, "*")),
        ("7K9QF2M9XT4HC0\x00", Refused(Refusal.CODE_SYMBOL, "")),
        ("٧K9QF2M9XT4HC01", Refused(Refusal.CODE_SYMBOL, "٧")),
        ("Ｋ" * 15, Refused(Refusal.CODE_SYMBOL, "Ｋ")),
        ("7K9QF2M9XT4HC02", WRONG_CHECK),
    ],
)
def test_what_is_no_code_says_why(typed: str, refused: Refused) -> None:
    """Length, symbol and slip of the finger have their own words, so that the patient knows where to look."""
    assert ActivationCode.parse(typed) == refused


HOSTILE = [
    "http://portal.example.org/a#7K9QF2M9XT4HC01",
    "https://portal.example.org.eve.example/a#7K9QF2M9XT4HC01",
    "https://portal.example.org@eve.example/a#7K9QF2M9XT4HC01",
    "https://eve.example/a#7K9QF2M9XT4HC01",
    "https://eve.example/https://portal.example.org/a#7K9QF2M9XT4HC01",
    "https://portal.example.org:8443/a#7K9QF2M9XT4HC01",
    "https://portal.example.org/b#7K9QF2M9XT4HC01",
    "https://portal.example.org/a?x=1#7K9QF2M9XT4HC01",
    "https://portal.example.org/a/#7K9QF2M9XT4HC01",
    "https://portal.example.org/a#7K9QF2M9XT4HC01#",
    "https://portal.example.org/a#../admin",
    "https://portal.example.org/a#javascript:alert(1)",
    "https://portal.example.org/a#",
    "https://portal.example.org/a#" + "7K9QF2M9XT4HC01" * 300,
    "https://pörtal.example.org/a#7K9QF2M9XT4HC01",
    "HTTPS://PORTAL.EXAMPLE.ORG/A#7K9QF2M9XT4HC01",
    "//portal.example.org/a#7K9QF2M9XT4HC01",
    "javascript:alert(document.cookie)",
    "file:///etc/passwd",
    "data:text/html,<script>alert(1)</script>",
    "WIFI:S:clinic;T:WPA;P:password;;",
    "tel:911",
    "mailto:eve@example.com",
    "BEGIN:VCARD\nFN:Eve\nEND:VCARD",
    "otpauth://totp/eve?secret=ABCDEFGH",
    "kiosk-enrol:1?u=https%3A%2F%2Feve.example&c=1&k=2",
    "<script>alert(1)</script>",
    "'; DROP TABLE invitations;--",
    "=cmd|' -C calc'!A0",
    "%00%0a",
    "../../etc/passwd",
    "\x1b[2J7K9QF2M9XT4HC01",
    "7K9QF2M9XT4HC01\x00",
    "7K9QF2M9XT4HC01 7K9QF2M9XT4HC01",
    "7K9QF\u202e2M9XT4HC01",
    "]Q17K9QF2M9XT4HC01",
    "{{7*7}}",
    "%s%s%n",
    "0" * 10_000,
    "\ud800",
    "",
]


def aimed(payload: str, use: CodeUse) -> str:
    """A payload made for invitations, turned on another use."""
    return payload.replace("/a", f"/{use.value}")


@pytest.mark.rule("K4", "S10", "F7")
@pytest.mark.parametrize("use", CodeUse)
@pytest.mark.parametrize("payload", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_qr_code_is_refused(payload: str, use: CodeUse) -> None:
    """Foreign hosts, other schemes, markup, control characters and floods are never a code, and nothing is raised."""
    for text in (payload, aimed(payload, use)):
        refused = ActivationCode.parse_scan(text, host=HOST, use=use)
        assert isinstance(refused, Refused)
        assert len(refused.character) <= 1


@pytest.mark.rule("K4", "S10", "F7")
@pytest.mark.parametrize("use", CodeUse)
@pytest.mark.parametrize("payload", [*HOSTILE[:9], "tel:911", "WIFI:S:CAFE;;", "BEGIN:VCARD", "//7K9QF2M9XT4HC01"])
def test_another_hosts_link_is_called_foreign(payload: str, use: CodeUse) -> None:
    """A link of another form, place or scheme has its own refusal, whatever code it carries."""
    assert ActivationCode.parse_scan(aimed(payload, use), host=HOST, use=use) == Refused(Refusal.CODE_FOREIGN)


@pytest.mark.rule("K4", "S10", "F7")
@given(st.text(max_size=80), st.sampled_from(CodeUse))
def test_no_scan_ever_raises(payload: str, use: CodeUse) -> None:
    """Whatever a scanner sends, the answer is a code or a refusal."""
    code = ActivationCode.parse_scan(payload, host=HOST, use=use)
    assert isinstance(code, Refused) or ActivationCode.parse(code.symbols) == code


def test_seventy_random_bits_stand_in_a_code() -> None:
    """Every one of the 70 bits used changes the code; the two left over do not."""
    base = bytes(ENTROPY_BYTES)
    flipped = [(1 << bit).to_bytes(ENTROPY_BYTES, "big") for bit in range(72)]
    codes = [ActivationCode.from_entropy(raw) for raw in flipped]
    assert len(set(codes[:70])) == 70
    assert ActivationCode.from_entropy(base) not in codes[:70]
    assert set(codes[70:]) == {ActivationCode.from_entropy(base)}


@pytest.mark.parametrize("size", [0, 8, 10])
def test_a_code_is_made_of_exactly_nine_bytes(size: int) -> None:
    """Too little randomness is a fault of ours, never a weaker code."""
    with pytest.raises(ValueError, match="9 bytes"):
        ActivationCode.from_entropy(bytes(size))


@pytest.mark.rule("F1")
def test_the_invitation_number_is_short_and_random() -> None:
    """``INV-`` and four symbols that nobody mistakes for one another when said aloud."""
    assert invitation_number(bytes([7, 15, 3, 19])) == "INV-7F3K"
    assert invitation_number(bytes([39, 255, 3, 19, 1])) == "INV-7Z3K"
    with pytest.raises(ValueError, match="4 bytes"):
        invitation_number(bytes(3))
