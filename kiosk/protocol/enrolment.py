"""The enrolment ticket, printed as text and QR by ``kiosk-portal device add`` (``kiosk-enrol:1?u=…&c=…&k=…``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from kiosk.domain.errors import TicketError
from kiosk.domain.values import Sensitive

SCHEME = "kiosk-enrol:1?"


@dataclass(frozen=True, slots=True, repr=False)
class Ticket(Sensitive):
    """Where to enrol, once; whoever reads it first may use it, so its ``repr`` hides the code.

    Attributes:
        url: the portal's base URL; https, or http on loopback.
        code: one-time code, valid for ten minutes.
        root_hash: SHA-256 of the portal's root key, base64url.
    """

    url: str
    code: str
    root_hash: str

    def encode(self) -> str:
        """As it stands in the QR code."""
        return SCHEME + urlencode({"u": self.url, "c": self.code, "k": self.root_hash})

    @classmethod
    def parse(cls, text: str) -> Ticket:
        """Read a ticket.

        Raises:
            TicketError: not a ticket, or a portal without TLS beyond this machine.
        """
        trimmed = text.strip()
        if not trimmed.startswith(SCHEME) or len(trimmed) > 500:
            raise TicketError("not an enrolment ticket")
        try:
            fields = parse_qs(trimmed[len(SCHEME) :], strict_parsing=True)
        except ValueError:  # which quotes what it read
            raise TicketError("not an enrolment ticket") from None
        if set(fields) != {"u", "c", "k"} or any(len(values) != 1 for values in fields.values()):
            raise TicketError("not an enrolment ticket")
        try:
            url = portal_url(fields["u"][0])
        except ValueError:
            raise TicketError("the ticket's portal is neither reached by https nor on this machine") from None
        return cls(url, fields["c"][0], fields["k"][0])


def is_loopback(host: str) -> bool:
    """Whether ``host`` is 127.0.0.1 or ::1, the only places reached without TLS; a name could be resolved elsewhere."""
    return host in ("127.0.0.1", "::1")


def portal_url(text: str) -> str:
    """Check a portal's base URL.

    Returns:
        the URL without a trailing slash.

    Raises:
        ValueError: neither https nor loopback, or more than scheme, host, port and path.
    """
    # urlsplit drops tabs and line ends without a word, and reads a backslash as browsers do not.
    if not re.fullmatch(r"[!-~]+", text) or set(text) & set("\\@?#"):
        raise ValueError("not the address of a portal")
    parts = urlsplit(text)
    host = parts.hostname or ""
    if parts.scheme not in ("https", "http") or not host or parts.port == 0:  # reading an impossible port raises
        raise ValueError("not the address of a portal")
    if parts.scheme == "http" and not is_loopback(host):
        raise ValueError("a portal beyond this machine needs https")
    return text.rstrip("/")
