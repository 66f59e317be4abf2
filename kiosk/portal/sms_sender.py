"""Sends text messages through a gateway: a small interface, and one gateway that speaks Twilio's way (S29)."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from typing import Final, Protocol

import sqlalchemy as sa
import urllib3

from kiosk.portal import sms
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.sender import Delivery, Sender
from kiosk.portal.sms import Claimed
from kiosk.protocol.enrolment import portal_url

_log = logging.getLogger(__name__)

CONNECT_TIMEOUT_S: Final = 5.0
ANSWER_TIMEOUT_S: Final = 15.0


class SmsGateway(Protocol):
    """Whoever brings a message to a phone."""

    def send(self, number: str, text: str) -> Delivery:
        """Hand one message over, once.

        Args:
            number: E.164.
        """
        ...


class TwilioGateway:
    """``POST /2010-04-01/Accounts/SID/Messages.json`` with Basic authentication, as Twilio and its like take it."""

    def __init__(self, base_url: str, *, account_sid: str, auth_token: str, sender: str) -> None:
        """Connect to nothing yet.

        Args:
            base_url: https, or a server on this machine.
            account_sid, auth_token: of the account.
            sender: the number that messages come from, E.164.

        Raises:
            ValueError: neither https nor loopback, or no account.
        """
        if not account_sid.isalnum() or not auth_token or not sender:
            raise ValueError("the SMS gateway needs an account, its token and a sender")
        self._url = f"{portal_url(base_url)}/2010-04-01/Accounts/{account_sid}/Messages.json"
        self._sender = sender
        self._headers = urllib3.make_headers(basic_auth=f"{account_sid}:{auth_token}")
        self._pool = urllib3.PoolManager(cert_reqs="CERT_REQUIRED", maxsize=1)

    def send(self, number: str, text: str) -> Delivery:
        """Hand one message over; no redirects, no second try here."""
        try:
            answer = self._pool.request(
                "POST",
                self._url,
                fields={"From": self._sender, "To": number, "Body": text},
                encode_multipart=False,
                headers=self._headers,
                timeout=urllib3.Timeout(connect=CONNECT_TIMEOUT_S, read=ANSWER_TIMEOUT_S),
                retries=False,
                redirect=False,
            )
        except (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError):
            return Delivery.NOT_NOW
        except urllib3.exceptions.SSLError:
            return Delivery.NOT_NOW  # before the request: nothing left this machine
        except (urllib3.exceptions.HTTPError, OSError):
            return Delivery.UNSURE
        if 200 <= answer.status < 300:
            return Delivery.TAKEN
        if answer.status == 429 or answer.status >= 500:
            return Delivery.NOT_NOW
        return Delivery.NEVER

    def close(self) -> None:
        """Close kept connections."""
        self._pool.clear()


class SmsSender(Sender):
    """The thread that empties the outbox of text messages."""

    def __init__(
        self, database: Database, keys: PortalKeys, gateway: SmsGateway, clock: Callable[[], dt.datetime]
    ) -> None:
        super().__init__("SMS sender", patience_s=ANSWER_TIMEOUT_S)
        self._database = database
        self._keys = keys
        self._gateway = gateway
        self._clock = clock

    def send_next(self) -> bool | None:
        """Send one message that is due."""
        claimed = self._database.run(lambda c: sms.claim(c, self._keys, self._clock()))
        if claimed is None:
            return None
        result = self._gateway.send(claimed.number, claimed.text)
        if result is not Delivery.TAKEN:
            _log.warning("text message not delivered: %s", result.value)
        self._database.run(lambda connection: self._note(connection, claimed, result))
        return result is Delivery.TAKEN

    def _note(self, connection: sa.Connection, claimed: Claimed, result: Delivery) -> None:
        match result:
            case Delivery.TAKEN:
                sms.sent(connection, claimed)
            case Delivery.UNSURE:
                sms.unsure(connection, claimed)
            case Delivery.NOT_NOW | Delivery.NEVER:
                sms.refused(connection, claimed, self._clock(), for_good=result is Delivery.NEVER)
