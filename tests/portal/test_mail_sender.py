"""Mails leave by real SMTP, are accepted at most once, and wait while the server does not take them."""

from __future__ import annotations

import asyncio
import datetime as dt
import email
import email.policy
import socket
import threading
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP

from kiosk.portal import admin, engine, keyfile, mail_outbox
from kiosk.portal import tables as t
from kiosk.portal.mail_outbox import Mail
from kiosk.portal.mail_sender import MailSender, SmtpServer
from tests.portal.device import sign_up
from tests.portal.house import House


class Inbox:
    """An SMTP server's handler that keeps what it takes; ``answers`` are given first, one a mail."""

    def __init__(self) -> None:
        self.mails: list[email.message.EmailMessage] = []
        self.answers: list[str] = []
        self.came = threading.Event()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Take a mail, or answer as told."""
        if self.answers:
            return self.answers.pop(0)
        parsed = email.message_from_bytes(envelope.content, policy=email.policy.default)
        assert isinstance(parsed, email.message.EmailMessage)
        self.mails.append(parsed)
        self.came.set()
        return "250 OK"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A fresh portal."""
    keys = keyfile.create(tmp_path / "keys.json")
    database = engine.open_database(f"sqlite:///{tmp_path / 'portal.db'}", keys, create=True)
    admin.initialise(database)
    yield House(database, keys)
    database.close()


@pytest.fixture
def inbox() -> Inbox:
    """What arrived."""
    return Inbox()


@pytest.fixture
def smtp(inbox: Inbox) -> Iterator[SmtpServer]:
    """A real SMTP server on a free port of loopback, in a thread with a loop of its own."""
    listening = socket.create_server(("127.0.0.1", 0))
    loop = asyncio.new_event_loop()
    serving = loop.run_until_complete(
        loop.create_server(lambda: SMTP(inbox, loop=loop, enable_SMTPUTF8=True), sock=listening)
    )
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield SmtpServer("127.0.0.1", listening.getsockname()[1], "no-reply@portal.example")
    serving.close()
    loop.call_soon_threadsafe(loop.stop)
    thread.join(timeout=20)
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()


def sender(house: House, server: SmtpServer) -> MailSender:
    """A sender on the house's clock."""
    return MailSender(house.database, house.keys, server, lambda: house.now)


def queue(house: House, cause: uuid.UUID | None = None, recipient: str = "maria@example.org") -> None:
    """Queue a welcome mail."""
    fields = {
        "first": "María",
        "practice": "Lakeside",
        "network": "HealthKey",
        "address": "https://portal.example/",
        "link": "https://portal.example/verify-email/token",
    }
    made = Mail(
        practice_id=house.practice_id,
        kind="welcome",
        cause=cause or uuid.uuid4(),
        recipient=recipient,
        language="es",
        fields=fields,
    )
    house.database.run(lambda c: mail_outbox.queue(c, house.keys, made, house.now))


def states(house: House) -> list[str]:
    """Where each mail stands."""
    return [row.state for row in house.rows(t.mail_outbox)]


@pytest.mark.rule("S8")
def test_sign_up_sends_one_welcome(house: House, inbox: Inbox, smtp: SmtpServer) -> None:
    """A sign-up's welcome mail arrives once, and what it said is forgotten."""
    house.deliver(house.device(), sign_up())
    sending = sender(house, smtp)
    assert (sending.send_due(), sending.send_due()) == (1, 0)
    (arrived,) = inbox.mails
    assert arrived["To"] == "Maria.Okafor@example.org"
    assert arrived["Subject"] == "You have an account at Lakeside Family Practice"
    (row,) = house.rows(t.mail_outbox)
    assert (row.state, row.payload) == ("sent", None)


def test_thread_sends_when_woken(house: House, inbox: Inbox, smtp: SmtpServer) -> None:
    """The thread sends what is queued as soon as it is woken, and ends when it is stopped."""
    sending = sender(house, smtp)
    sending.start()
    queue(house)
    sending.wake()
    assert inbox.came.wait(timeout=20)
    sending.stop()
    assert states(house) == ["sent"]


def test_same_cause_queues_once(house: House) -> None:
    """Two of one kind and cause are one mail."""
    cause = uuid.uuid4()
    queue(house, cause)
    queue(house, cause)
    assert states(house) == ["waiting"]


def test_fields_are_encrypted_while_waiting(house: House) -> None:
    """What a waiting mail will say cannot be read in its row."""
    queue(house)
    assert b"Mar" not in house.rows(t.mail_outbox)[0].payload


def test_refused_for_now_is_tried_again_later(house: House, inbox: Inbox, smtp: SmtpServer) -> None:
    """A 4xx answer: not again at once, then with the same Message-ID, later and later."""
    queue(house)
    inbox.answers = ["451 try later", "451 try later"]
    sending = sender(house, smtp)
    for wait in (5, 10):
        assert sending.send_due() == 0
        house.now += dt.timedelta(seconds=wait - 1)
        assert sending.send_due() == 0
        assert states(house) == ["waiting"]
        house.now += dt.timedelta(seconds=1)
    assert sending.send_due() == 1
    (row,) = house.rows(t.mail_outbox)
    assert row.attempts == 3
    assert inbox.mails[0]["Message-ID"] == f"<{row.mail_id}@portal.example>"


def test_refused_for_good_fails(house: House, inbox: Inbox, smtp: SmtpServer) -> None:
    """A 5xx answer: never again."""
    queue(house)
    inbox.answers = ["550 no such person"]
    assert sender(house, smtp).send_due() == 0
    assert states(house) == ["failed"]


def test_server_that_is_not_there(house: House) -> None:
    """No server: the mail waits, and is given up after three days."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
        sending = sender(house, SmtpServer("127.0.0.1", taken.getsockname()[1], "no-reply@portal.example"))
        queue(house)
        assert sending.send_due() == 0
        assert states(house) == ["waiting"]
        house.now += dt.timedelta(days=3, seconds=1)
        assert sending.send_due() == 0
    assert states(house) == ["failed"]


def test_connection_breaks_after_the_mail(house: House) -> None:
    """Handed over, but no answer: nobody knows, so it is not sent a second time."""
    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor(1) as pool:
        spoken = pool.submit(_break_after_data, listening)
        sending = sender(house, SmtpServer("127.0.0.1", listening.getsockname()[1], "no-reply@portal.example"))
        queue(house)
        assert sending.send_due() == 0
        assert b"Subject:" in spoken.result(timeout=20)
    assert states(house) == ["unsure"]
    house.now += dt.timedelta(days=1)
    assert sending.send_due() == 0


def _break_after_data(listening: socket.socket) -> bytes:
    """Speak SMTP up to the end of the mail, then hang up without an answer."""
    connection, _ = listening.accept()
    with connection, connection.makefile("rb") as lines:
        connection.sendall(b"220 ready\r\n")
        for answer in (b"250 hello", b"250 sender", b"250 recipient", b"354 go on"):
            lines.readline()
            connection.sendall(answer + b"\r\n")
        content = b""
        while not content.endswith(b"\r\n.\r\n"):
            content += lines.readline()
        return content


def test_left_by_a_portal_that_died(house: House, inbox: Inbox, smtp: SmtpServer) -> None:
    """A mail that was being sent when the portal died is not sent again by itself."""
    queue(house)
    house.database.run(lambda c: mail_outbox.claim(c, house.keys, house.now))
    house.now += mail_outbox.STALE + dt.timedelta(seconds=1)
    assert sender(house, smtp).send_due() == 0
    assert (states(house), inbox.mails) == (["unsure"], [])


def test_two_senders_send_once(house: House, inbox: Inbox, smtp: SmtpServer) -> None:
    """Two processes that empty one outbox at the same moment send each mail once."""
    for _ in range(10):
        queue(house)
    barrier = threading.Barrier(2)

    def send() -> int:
        barrier.wait(timeout=20)
        return sender(house, smtp).send_due()

    with ThreadPoolExecutor(2) as pool:
        assert sum(future.result() for future in [pool.submit(send), pool.submit(send)]) == 10
    assert len({mail["Message-ID"] for mail in inbox.mails}) == len(inbox.mails) == 10


def test_mail_that_cannot_be_made_fails(
    house: House, inbox: Inbox, smtp: SmtpServer, caplog: pytest.LogCaptureFixture
) -> None:
    """A mail that cannot be made blocks no other, and the log shows no address."""
    queue(house, recipient="eve@example.org\r\nBcc: all@example.org")
    queue(house)
    assert sender(house, smtp).send_due() == 1
    assert sorted(states(house)) == ["failed", "sent"]
    assert "example.org" not in caplog.text


def test_address_beyond_ascii(house: House, inbox: Inbox, smtp: SmtpServer) -> None:
    """An address with letters beyond ASCII is delivered where the server speaks SMTPUTF8."""
    queue(house, recipient="josé@example.org")
    assert sender(house, smtp).send_due() == 1
    assert inbox.mails[0]["To"] == "josé@example.org"
