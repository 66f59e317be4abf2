"""The demo's mail server: real SMTP on loopback, filing into a Maildir and accepting every recipient."""

from __future__ import annotations

import email
import email.policy
import mailbox
import threading
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from kiosk.demo.loopback import free_port


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that arrived, and for whom."""

    to: str
    message: EmailMessage

    @property
    def words(self) -> str:
        """What it says, as plain text."""
        body = self.message.get_body(("plain",))
        return "" if body is None else str(body.get_content())


class MailServer:
    """An SMTP server in a thread of its own."""

    def __init__(self, folder: Path) -> None:
        """Prepare to file into ``folder`` (a Maildir)."""
        self._maildir = mailbox.Maildir(folder, create=True)
        self._arrived = threading.Condition()
        self._mails: list[Mail] = []
        self._controller = Controller(self, hostname="127.0.0.1", port=free_port())

    def start(self) -> str:
        """Listen, and return ``127.0.0.1:PORT``."""
        self._controller.start()
        return f"{self._controller.hostname}:{self._controller.port}"

    def stop(self) -> None:
        """Stop listening."""
        self._controller.stop()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """File a mail; called by the server."""
        content = envelope.content
        raw = content if isinstance(content, bytes) else (content or "").encode()
        parsed: EmailMessage = email.message_from_bytes(raw, policy=email.policy.default)
        with self._arrived:
            self._maildir.add(raw)
            self._mails.append(Mail(envelope.rcpt_tos[0], parsed))
            self._arrived.notify_all()
        return "250 OK"

    def wait_for(self, to: str, timeout_s: float = 10.0) -> Mail:
        """The first mail to an address, waiting for it if need be.

        Raises:
            TimeoutError: none came.
        """

        def found() -> Mail | None:
            return next((mail for mail in self._mails if mail.to == to), None)

        with self._arrived:
            if not self._arrived.wait_for(lambda: found() is not None, timeout_s):
                raise TimeoutError(f"no mail came to {to}")
            mail = found()
        if mail is None:
            raise TimeoutError(f"no mail came to {to}")
        return mail

    def wait_for_number(self, to: str, number: int, timeout_s: float = 10.0) -> Mail:
        """The mail number ``number`` to an address, waiting for it if need be.

        Raises:
            TimeoutError: it did not come.
        """
        self.wait_for_count(to, number, timeout_s)
        return [mail for mail in self.mails() if mail.to == to][number - 1]

    def wait_for_count(self, to: str, count: int, timeout_s: float = 10.0) -> None:
        """Wait until at least so many mails came to an address.

        Raises:
            TimeoutError: fewer came.
        """
        with self._arrived:
            if not self._arrived.wait_for(lambda: sum(mail.to == to for mail in self._mails) >= count, timeout_s):
                raise TimeoutError(f"fewer than {count} mails came to {to}")

    def mails(self) -> list[Mail]:
        """All mails so far, in order of arrival."""
        with self._arrived:
            return list(self._mails)
