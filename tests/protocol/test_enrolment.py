"""The enrolment ticket: read exactly, and never a way to a portal without TLS."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.errors import TicketError
from kiosk.protocol.enrolment import SCHEME, Ticket, is_loopback, portal_url

TICKET = Ticket("https://portal.example.org/kiosk", "CODE-1234", "A" * 43)
GOOD = "kiosk-enrol:1?u=https%3A%2F%2Fportal.example.org%2Fkiosk&c=CODE-1234&k=" + "A" * 43


def test_a_ticket_goes_through_a_qr_code_unchanged() -> None:
    """Written as documented, read back with blanks around it."""
    assert TICKET.encode() == GOOD
    assert Ticket.parse(GOOD) == TICKET
    assert Ticket.parse(f"  {GOOD}\r\n") == TICKET


def test_a_ticket_shows_nothing_in_its_repr() -> None:
    """Its code enrols whoever reads it first."""
    assert repr(TICKET) == str(TICKET) == "Ticket(…)"


@pytest.mark.parametrize(
    "text",
    [
        "",
        SCHEME,
        "kiosk-enrol:2" + GOOD[13:],
        "KIOSK-ENROL:1" + GOOD[13:],
        "https://portal.example.org/a#7K9QF2M9XT4HC01",
        GOOD + "&x=1",
        GOOD + "&c=OTHER",
        GOOD.replace("&c=CODE-1234", ""),
        GOOD.replace("CODE-1234", ""),
        GOOD.replace("&k=", "&&k="),
        GOOD.replace("https", "http"),
        GOOD.replace("https", "file"),
        GOOD.replace("portal.example.org", "maria%40portal.example.org"),
        GOOD.replace("%2Fkiosk", "%2Fkiosk%0d%0aX: y"),
        GOOD.replace("CODE-1234", "C" * 500),
        "x" + GOOD,
    ],
)
def test_what_is_no_ticket_is_refused(text: str) -> None:
    """Other versions, doubled, missing, empty and unknown fields, addresses that no portal has."""
    with pytest.raises(TicketError) as refused:
        Ticket.parse(text)
    assert "maria" not in str(refused.value)
    assert "CODE-1234" not in str(refused.value)


@given(st.text(max_size=60))
def test_no_text_raises_anything_but_a_refusal(text: str) -> None:
    """A scanner's input never stops the program."""
    with pytest.raises(TicketError):
        Ticket.parse(SCHEME + text)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_this_machine_is_loopback(host: str) -> None:
    """The only places reached without TLS."""
    assert is_loopback(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        "127.0.0.1.example.org",
        "localhost",
        "localhost.example.org",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0.0.0.0",  # noqa: S104 - nothing is bound
        "::",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "127.0.0.1 ",
        "127.0.0.1%eth0",
    ],
)
def test_every_other_host_is_not(host: str) -> None:
    """Names and numbers that only look like this machine, and the wildcard, need TLS."""
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://portal.example.org", "https://portal.example.org"),
        ("https://portal.example.org/", "https://portal.example.org"),
        ("https://portal.example.org:8443/kiosk/", "https://portal.example.org:8443/kiosk"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_portals_addresses(text: str, url: str) -> None:
    """TLS anywhere, plain only on this machine; no slash at the end."""
    assert portal_url(text) == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "portal.example.org",
        "//portal.example.org",
        "http://portal.example.org",
        "http://10.0.0.1",
        "http://127.0.0.1@eve.example",
        "http://127.0.0.1:80@eve.example",
        "https://@portal.example.org",
        "https://maria@portal.example.org",
        "https://maria:secret@portal.example.org",
        "http://127.0.0.1\\@eve.example",
        "https://eve.example\\.example.org",
        "https://portal.example.org?x=1",
        "https://portal.example.org/?",
        "https://portal.example.org/#",
        "https://portal.example.org#x",
        "https://",
        "https:///kiosk",
        "https://:8443",
        "https://portal.example.org:99999",
        "https://portal.example.org:0",
        "https://portal.example.org:x",
        "https://portal.example\n.org",
        "https://portal.example.org/\tkiosk",
        " https://portal.example.org",
        "https://portal example.org",
        "https://pörtal.example.org",
        "https://[::1",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_portals_address_is_refused(text: str) -> None:
    """Plain http beyond this machine, credentials, tricks with backslashes, line ends and ports."""
    with pytest.raises(ValueError):  # noqa: PT011 - some words are the standard library's
        portal_url(text)
