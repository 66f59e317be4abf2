"""ZIP codes, email addresses and phone numbers: what is accepted, what is refused, what is compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.refusals import Refusal, Refused
from kiosk.domain.values import Email, Phone, ZipCode


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    ("typed", "kept"),
    [("02139", "02139"), ("02139-4307", "02139-4307"), ("021394307", "02139-4307"), (" 02139 4307 ", "02139-4307")],
)
def test_zip_codes_of_five_and_nine_digits(typed: str, kept: str) -> None:
    """ZIP and ZIP+4 are accepted in each usual form; the first five digits are compared."""
    zip_code = ZipCode.parse(typed)
    assert isinstance(zip_code, ZipCode)
    assert (zip_code.text, zip_code.comparison) == (kept, "02139")


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    "typed",
    [
        "",
        "2139",
        "021390",
        "02139-",
        "02139-430",
        "0213a",
        "٠٢١٣٩",
        "０２１３９",
        "02139--4307",
        "SW1A 1AA",
        "02139\x00",
    ],
)
def test_other_zip_codes_are_refused(typed: str) -> None:
    """Short, long and foreign codes and other scripts' digits are refused."""
    assert ZipCode.parse(typed) == Refused(Refusal.ZIP_FORMAT)


@pytest.mark.rule("S2", "S26")
@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("maria@example.com", "maria@example.com"),
        (" Maria.O+Clinic@Example.COM ", "maria.o+clinic@example.com"),
        ("o'brien@example.com", "o'brien@example.com"),
        ("maria@EXÄMPLE.com", "maria@xn--exmple-cua.com"),
        ("maria@xn--exmple-cua.com", "maria@xn--exmple-cua.com"),
        ("用户@例え.jp", "用户@xn--r8jz45g.jp"),
        ("ｍaria@example.com", "maria@example.com"),
    ],
)
def test_addresses_are_kept_as_typed_and_compared_folded(typed: str, compared: str) -> None:
    """Case, width and the domain's script do not matter for comparison; dots and plus signs do."""
    email = Email.parse(typed)
    assert isinstance(email, Email)
    assert (email.text, email.comparison) == (typed.strip(), compared)


@pytest.mark.rule("S2")
@pytest.mark.parametrize(
    "typed",
    [
        "maria@example.com\r\nBcc: all@example.com",
        "maria\n@example.com",
        "maria@example.com\x00",
        "maria@example.com,eve@example.com",
        "maria@example.com;eve@example.com",
        "Maria <maria@example.com>",
        "<maria@example.com>",
        '"maria o"@example.com',
        "maria o@example.com",
        "maria",
        "maria@",
        "@example.com",
        "maria@localhost",
        "maria@[127.0.0.1]",
        "maria@example..com",
        "maria..o@example.com",
        "maria@-example.com",
        "maria\u202e@example.com",
        "maria＠eve@example.com",
        "maria@example.com@eve.example",
        "m" * 65 + "@example.com",
        "m@" + "a" * 250 + ".com",
        "maria@exa\ud800mple.com",
    ],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    """Header injection, lists, display names, hidden characters and addresses that mail cannot reach are refused."""
    assert Email.parse(typed) == Refused(Refusal.EMAIL_FORMAT)


@pytest.mark.rule("S2")
def test_an_empty_address_has_its_own_reason() -> None:
    """An empty field asks for an address instead of blaming one."""
    assert Email.parse("  ") == Refused(Refusal.EMAIL_EMPTY)


@pytest.mark.rule("S2")
@given(st.text(max_size=40) | st.emails())
def test_an_accepted_address_is_one_line_with_one_comparison_form(text: str) -> None:
    """Whatever is typed gets an answer; what is accepted fits a mail header and folds to itself."""
    email = Email.parse(text)
    if isinstance(email, Email):
        assert email.text.isprintable()
        assert email.comparison.count("@") == 1
        assert not email.comparison.startswith("@")


@pytest.mark.rule("S3")
@pytest.mark.parametrize(
    ("typed", "e164"),
    [
        ("212 555 0123", "+12125550123"),
        ("(212) 555-0123", "+12125550123"),
        ("1-212-555-0123", "+12125550123"),
        ("+1 212.555.0123", "+12125550123"),
        ("+44 20 7946 0958", "+442079460958"),
        ("+49 30 901820", "+4930901820"),
    ],
)
def test_phone_numbers_become_e164(typed: str, e164: str) -> None:
    """United States by default, any country with its code."""
    assert Phone.parse(typed) == Phone(e164)


@pytest.mark.rule("S3")
@pytest.mark.parametrize(
    "typed",
    ["", "911", "555-0123", "21255501234567", "212555012", "2125550123 ext. 4", "letters", "+999 1234567", "0" * 300],
)
def test_what_cannot_be_called_is_refused(typed: str) -> None:
    """Local and emergency numbers, extensions and wrong lengths are refused."""
    assert Phone.parse(typed) == Refused(Refusal.PHONE_FORMAT)


@pytest.mark.rule("S3")
@given(st.text(max_size=30))
def test_only_a_plus_and_digits_ever_leave_a_phone_number(text: str) -> None:
    """Whatever is typed around the digits, nothing but E.164 is kept."""
    phone = Phone.parse(text)
    if isinstance(phone, Phone):
        assert phone.e164.startswith("+")
        assert phone.e164[1:].isascii()
        assert phone.e164[1:].isdigit()
