"""The support agent of the demo: a password, a second factor, and the console's pages as any browser shows them."""

from __future__ import annotations

import base64
import re
import time
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from kiosk.demo.browser import Browser
from kiosk.demo.player import PlayError


@dataclass(frozen=True, slots=True)
class Badge:
    """What ``kiosk-portal agent add`` showed once.

    Attributes:
        uri: ``otpauth://totp/…``, which an authenticator app scans.
    """

    name: str
    password: str
    uri: str

    def code(self) -> str:
        """What the app shows now (RFC 6238)."""
        secret = parse_qs(urlsplit(self.uri).query)["secret"][0]
        key = base64.b32decode(secret + "=" * (-len(secret) % 8))
        return TOTP(key, 6, SHA1(), 30).generate(time.time()).decode()  # noqa: S303 - as RFC 6238


class Agent:
    """Somebody at the console."""

    def __init__(self, browser: Browser, badge: Badge) -> None:
        """Sit down; ``browser`` is for the portal's own name."""
        self.browser = browser
        self._badge = badge
        self._chat = ""

    def signs_in(self) -> None:
        """Name, password and six digits; then "Be available"."""
        self.browser.opens("/support/sign-in")
        badge = self._badge
        self.browser.sends("/sign-in", user_name=badge.name, password=badge.password, code=badge.code())
        self.browser.sends("/availability", available="yes")

    def takes(self) -> None:
        """Take the chat that waits."""
        self.browser.opens("/support/chats")
        self.browser.sends("/take")
        self._chat = urlsplit(self.browser.path).path

    def reads(self, line: str) -> None:
        """Look at the chat: the patient's line has to stand there."""
        self.browser.opens(self._chat)
        if line not in self.browser.text:
            raise PlayError("the agent does not see the patient's line")

    def says(self, line: str) -> None:
        """Send a line."""
        self.browser.sends("/say", text=line)

    def finds(self, user_id: str) -> None:
        """Find the account by the user ID that the patient says."""
        self.browser.sends("/find", user_id=user_id)

    def finds_by_email(self, email: str, born: str) -> None:
        """Find the account by the address on file and the date of birth (ISO 8601)."""
        self.browser.sends("/find", email=email, birth_date=born)

    def asks_for_phone_code(self) -> None:
        """Press "Send a code to the phone on file"."""
        self.browser.sends("/phone-code")

    def checks_phone_code(self, digits: str) -> None:
        """Type what the patient reads out."""
        self.browser.sends("/check-code", code=digits)

    def updates_email(self, email: str) -> None:
        """Send a link that makes the new address the account's."""
        self.browser.sends("/email", email=email)

    def sends_user_id(self) -> None:
        """Press "Send the user ID", with the page as it stands now."""
        self.browser.opens(self._chat)
        self.browser.sends("/user-id")

    def sends_direct_link(self) -> None:
        """Press "Send a direct link to reset the password"."""
        self.browser.sends("/reset")

    def sees_call_back(self, name: str, contact: str) -> None:
        """Look at the call-backs: this one has to stand there."""
        self.browser.opens("/support/call-backs")
        digits = re.sub(r"\D", "", self.browser.text)
        if name not in self.browser.text or contact not in digits:
            raise PlayError("the agent does not see who asked for a call")

    def calls_back(self) -> None:
        """Press "Done"."""
        self.browser.sends("/done")
