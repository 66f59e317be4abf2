"""Sends the queued mails by SMTP, in a thread of its own, woken right after each commit that queued one."""

from __future__ import annotations

import contextlib
import datetime as dt
import email.policy
import logging
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import formatdate
from typing import Final

import sqlalchemy as sa

from kiosk.portal import faults, mail, mail_outbox
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.mail_outbox import Claimed
from kiosk.portal.sender import Delivery, Sender
from kiosk.protocol.enrolment import is_loopback

_log = logging.getLogger(__name__)

SMTP_TIMEOUT_S: Final = 30.0


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Where mails are handed over, and the address they come from."""

    host: str
    port: int
    sender: str


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


class MailSender(Sender):
    """The thread that empties the outbox of mails."""

    def __init__(
        self, database: Database, keys: PortalKeys, server: SmtpServer, clock: Callable[[], dt.datetime]
    ) -> None:
        super().__init__("mail sender", patience_s=SMTP_TIMEOUT_S)
        self._database = database
        self._keys = keys
        self._server = server
        self._clock = clock

    def send_next(self) -> bool | None:
        """Send one mail that is due."""
        claimed = self._database.run(lambda c: mail_outbox.claim(c, self._keys, self._clock()))
        return None if claimed is None else self._send(claimed)

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
            faults.log(_log, error, "mail cannot be made")
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
                mail_outbox.sent(connection, claimed, self._clock())
            case Delivery.UNSURE:
                mail_outbox.unsure(connection, claimed)
            case Delivery.NOT_NOW | Delivery.NEVER:
                mail_outbox.refused(connection, claimed, self._clock(), for_good=result is Delivery.NEVER)
