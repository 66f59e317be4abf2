"""Sends the queued mails by SMTP, in a thread of its own, woken right after each commit that queued one."""

from __future__ import annotations

import contextlib
import datetime as dt
import email.policy
import enum
import logging
import smtplib
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from typing import Final

import sqlalchemy as sa

from kiosk.portal import mail, mail_outbox
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.mail_outbox import Claimed
from kiosk.protocol.enrolment import is_loopback

_log = logging.getLogger(__name__)

SMTP_TIMEOUT_S: Final = 30.0
IDLE_S: Final = 5.0
"""How often the queue is looked at without a wake-up: retries, and rows of other processes."""


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mails are handed over, and the address they come from."""

    host: str
    port: int
    sender: str


class Delivery(enum.Enum):
    """What became of one try."""

    TAKEN = "taken"
    NOT_NOW = "not_now"
    NEVER = "never"
    UNSURE = "unsure"


def hand_over(server: SmtpServer, recipient: str, message: EmailMessage) -> Delivery:
    """Give one mail to the server.

    TLS is used beyond this machine, with the server's certificate verified.
    """
    try:
        smtp = smtplib.SMTP(server.host, server.port, timeout=SMTP_TIMEOUT_S)
    except (OSError, smtplib.SMTPException):
        return Delivery.NOT_NOW
    try:
        return _talk(smtp, server, recipient, message)
    finally:
        with contextlib.suppress(OSError, smtplib.SMTPException):  # the mail's fate is known; good-bye changes nothing
            smtp.quit()


def _talk(smtp: smtplib.SMTP, server: SmtpServer, recipient: str, message: EmailMessage) -> Delivery:
    handed_over = False
    try:
        smtp.ehlo_or_helo_if_needed()
        if not is_loopback(server.host):
            smtp.starttls(context=ssl.create_default_context())
            smtp.ehlo()
        policy, options = email.policy.SMTP, []
        if not recipient.isascii():
            if not smtp.has_extn("smtputf8"):
                return Delivery.NEVER
            policy, options = email.policy.SMTPUTF8, ["SMTPUTF8", "BODY=8BITMIME"]
        code, _ = smtp.mail(server.sender, options)
        if code == 250:
            code, _ = smtp.rcpt(recipient)
        if code not in (250, 251):
            return _by_code(code)
        content = message.as_bytes(policy=policy)
        handed_over = True
        code, _ = smtp.data(content)
        return Delivery.TAKEN if code == 250 else _by_code(code)
    except smtplib.SMTPResponseException as error:  # also when DATA itself is refused
        return _by_code(error.smtp_code)
    except (OSError, smtplib.SMTPException):
        return Delivery.UNSURE if handed_over else Delivery.NOT_NOW


def _by_code(code: int) -> Delivery:
    return Delivery.NEVER if 500 <= code < 600 else Delivery.NOT_NOW


class MailSender:
    """The thread that empties the outbox."""

    def __init__(
        self, database: Database, keys: PortalKeys, server: SmtpServer, clock: Callable[[], dt.datetime]
    ) -> None:
        self._database = database
        self._keys = keys
        self._server = server
        self._clock = clock
        self._wake = threading.Event()
        self._stopping = False
        self._thread = threading.Thread(target=self._loop, name="mail-sender", daemon=True)

    def start(self) -> None:
        """Begin sending what waits."""
        self._thread.start()

    def wake(self) -> None:
        """Look at the outbox now; returns at once."""
        self._wake.set()

    def stop(self) -> None:
        """End after the mail that is being sent."""
        self._stopping = True
        self._wake.set()
        self._thread.join(SMTP_TIMEOUT_S)

    def send_due(self) -> int:
        """Send everything that is due.

        Returns:
            how many mails the server took.
        """
        taken = 0
        while not self._stopping:
            claimed = self._database.run(lambda c: mail_outbox.claim(c, self._keys, self._clock()))
            if claimed is None:
                return taken
            taken += self._send(claimed)
        return taken

    def _send(self, claimed: Claimed) -> bool:
        try:
            message = mail.compose(
                claimed.kind,
                claimed.language,
                claimed.fields,
                recipient=claimed.recipient,
                sender=self._server.sender,
                mail_id=claimed.mail_id,
            )
            message["Date"] = formatdate(claimed.created_at.timestamp())
        except (ValueError, KeyError, FileNotFoundError) as error:
            _log.error("mail cannot be made: %s", type(error).__name__)
            result = Delivery.NEVER
        else:
            result = hand_over(self._server, claimed.recipient, message)
        if result is not Delivery.TAKEN:
            _log.warning("mail not delivered: %s", result.value)
        self._database.run(lambda connection: self._note(connection, claimed, result))
        return result is Delivery.TAKEN

    def _note(self, connection: sa.Connection, claimed: Claimed, result: Delivery) -> None:
        match result:
            case Delivery.TAKEN:
                mail_outbox.sent(connection, claimed)
            case Delivery.UNSURE:
                mail_outbox.unsure(connection, claimed)
            case Delivery.NOT_NOW | Delivery.NEVER:
                mail_outbox.refused(connection, claimed, self._clock(), for_good=result is Delivery.NEVER)

    def _loop(self) -> None:
        while not self._stopping:
            self._wake.clear()
            try:
                self.send_due()
            except Exception as error:  # noqa: BLE001 - the thread must live on; the next round tries again
                _log.error("mail sender failed: %s", type(error).__name__)
            self._wake.wait(IDLE_S)
