"""Text messages leave through the gateway once, are tried again while their code is good, and leave nothing behind."""

from __future__ import annotations

import datetime as dt
import re
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from kiosk.demo import phone_box
from kiosk.demo.phone_box import PhoneBox, Text
from kiosk.domain.values import Language
from kiosk.portal import admin, engine, keyfile, sms
from kiosk.portal import tables_people as tp
from kiosk.portal.sender import Delivery
from kiosk.portal.sms import Message
from kiosk.portal.sms_sender import SmsGateway, SmsSender, TwilioGateway
from tests.portal.conftest import Command
from tests.portal.house import House

NUMBER = "+16175550123"
SECOND = dt.timedelta(seconds=1)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A fresh portal."""
    keys = keyfile.create(tmp_path / "keys.json")
    database = engine.open_database(f"sqlite:///{tmp_path / 'portal.db'}", keys, create=True)
    admin.initialise(database)
    yield House(database, keys)
    database.close()


@pytest.fixture
def box() -> Iterator[PhoneBox]:
    """The demo's box."""
    made = PhoneBox()
    yield made
    made.stop()


@pytest.fixture
def gateway(box: PhoneBox) -> Iterator[TwilioGateway]:
    """A line to the box."""
    made = gateway_to(box.start())
    yield made
    made.close()


def gateway_to(url: str, token: str = phone_box.TOKEN) -> TwilioGateway:
    """A gateway with the demo's account."""
    return TwilioGateway(url, account_sid=phone_box.ACCOUNT, auth_token=token, sender=phone_box.SENDER)


class Told:
    """A gateway that does what it is told to."""

    def __init__(self, *results: Delivery) -> None:
        self.results = list(results)
        self.sent: list[str] = []

    def send(self, number: str, text: str) -> Delivery:
        """Note the text."""
        self.sent.append(text)
        return self.results.pop(0)


def queue(house: House, text: str = "one") -> None:
    """Queue a message that is good for ten minutes."""
    message = Message(number=NUMBER, text=text, expires_at=house.now + dt.timedelta(minutes=10))
    house.database.run(lambda c: sms.queue(c, house.keys, house.practice_id, message, house.now))


def sender_of(house: House, gateway: SmsGateway) -> SmsSender:
    """The sender, by the house's clock."""
    return SmsSender(house.database, house.keys, gateway, lambda: house.now)


def states(house: House) -> list[tuple[str, bool]]:
    """State of every message, and whether what it says is still there."""
    return [(row.state, row.payload is not None) for row in house.rows(tp.sms_outbox)]


@pytest.mark.rule("S29")
def test_goes_out_once(house: House, box: PhoneBox, gateway: TwilioGateway) -> None:
    """Number and text arrive as they are, umlauts too; afterwards the portal has forgotten both."""
    queue(house, "Práctica: su código es 123456 & más")
    assert sender_of(house, gateway).send_due() == 1
    assert sender_of(house, gateway).send_due() == 0
    assert box.texts() == [Text(NUMBER, "Práctica: su código es 123456 & más")]
    assert states(house) == [("sent", False)]


@pytest.mark.rule("S29")
def test_thread_sends_when_woken(house: House, box: PhoneBox, gateway: TwilioGateway) -> None:
    """The thread takes what was queued before its wake-up."""
    sender = sender_of(house, gateway)
    sender.start()
    queue(house)
    sender.wake()
    assert box.wait_for(NUMBER).body == "one"
    sender.stop()
    assert states(house) == [("sent", False)]


@pytest.mark.parametrize(
    ("status", "delivery"),
    [
        (200, Delivery.TAKEN),
        (302, Delivery.NEVER),
        (400, Delivery.NEVER),
        (404, Delivery.NEVER),
        (429, Delivery.NOT_NOW),
        (500, Delivery.NOT_NOW),
        (503, Delivery.NOT_NOW),
    ],
)
def test_answers_of_the_gateway(box: PhoneBox, gateway: TwilioGateway, status: int, delivery: Delivery) -> None:
    """4xx is final, 429 and 5xx are for later; a redirect is not followed."""
    box.status = status
    assert gateway.send(NUMBER, "one") is delivery


def test_wrong_token(box: PhoneBox) -> None:
    """The account proves itself; another token is refused for good."""
    gateway = gateway_to(box.start(), token="another")
    assert gateway.send(NUMBER, "one") is Delivery.NEVER
    gateway.close()
    assert box.texts() == []


def test_nobody_listens() -> None:
    """A gateway that is down certainly took nothing."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        gateway = gateway_to(f"http://127.0.0.1:{bound.getsockname()[1]}")
        assert gateway.send(NUMBER, "one") is Delivery.NOT_NOW


def test_broken_after_it_was_handed_over() -> None:
    """The line breaks before the answer: nobody knows, so it is not sent again."""

    class Rude(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Rude)
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    gateway = gateway_to(f"http://127.0.0.1:{server.server_address[1]}")
    assert gateway.send(NUMBER, "one") is Delivery.UNSURE
    gateway.close()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    "make",
    [
        lambda: gateway_to("http://gateway.example"),
        lambda: TwilioGateway("https://gateway.example", account_sid="", auth_token="x", sender=NUMBER),
        lambda: TwilioGateway("https://gateway.example", account_sid="../x", auth_token="x", sender=NUMBER),
        lambda: TwilioGateway("https://gateway.example", account_sid="AC1", auth_token="", sender=NUMBER),
        lambda: TwilioGateway("https://gateway.example", account_sid="AC1", auth_token="x", sender=""),
    ],
    ids=["plain http", "no account", "a path", "no token", "no sender"],
)
def test_gateways_that_cannot_be(make: Callable[[], TwilioGateway]) -> None:
    """Codes go nowhere in the clear, and a gateway without its account is refused at the start."""
    with pytest.raises(ValueError, match=r"portal|gateway"):
        make()


def test_tried_again_while_the_code_is_good(house: House) -> None:
    """Later and later: 2 s, 4 s, 8 s; then it is taken."""
    gateway = Told(Delivery.NOT_NOW, Delivery.NOT_NOW, Delivery.TAKEN)
    sender = sender_of(house, gateway)
    queue(house)
    assert sender.send_due() == 0
    for wait, taken in ((2, 0), (4, 1)):
        house.now += wait * SECOND - SECOND / 100
        assert sender.send_due() == 0
        house.now += SECOND / 100
        assert sender.send_due() == taken
    assert gateway.sent == ["one"] * 3
    assert states(house) == [("sent", False)]


def test_too_late(house: House) -> None:
    """A code that has expired is not sent any more, and forgotten."""
    sender = sender_of(house, Told())
    queue(house)
    house.now += dt.timedelta(minutes=10)
    assert sender.send_due() == 0
    assert states(house) == [("failed", False)]


@pytest.mark.parametrize(
    ("result", "state"), [(Delivery.NEVER, "failed"), (Delivery.UNSURE, "unsure")], ids=["never", "unsure"]
)
def test_given_up(house: House, result: Delivery, state: str) -> None:
    """Refused for good, or perhaps taken: not sent again, and forgotten."""
    sender = sender_of(house, Told(result))
    queue(house)
    assert sender.send_due() == 0
    house.now += dt.timedelta(minutes=5)
    assert sender.send_due() == 0
    assert states(house) == [(state, False)]


def test_left_by_a_portal_that_died(house: House) -> None:
    """Claimed, and nobody said what became of it: not sent again."""
    queue(house)
    assert house.database.run(lambda c: sms.claim(c, house.keys, house.now)) is not None
    house.now += sms.STALE + SECOND
    assert sender_of(house, Told()).send_due() == 0
    assert states(house) == [("unsure", False)]


def test_two_senders_send_it_once(house: House) -> None:
    """Two processes at one queue: each message goes out once."""
    for number in range(6):
        queue(house, str(number))
    gateways = [Told(*[Delivery.TAKEN] * 6) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda gateway: sender_of(house, gateway).send_due(), gateways))
    assert sorted(gateways[0].sent + gateways[1].sent) == [str(number) for number in range(6)]


@pytest.mark.rule("S29")
@pytest.mark.parametrize("language", list(Language))
def test_words_in_every_language(language: Language) -> None:
    """Practice and code stand in it, no link, and it fits two segments of a message."""
    text = sms.phone_code(language.value, practice="Lakeside Family Practice", code="012345")
    assert re.findall(r"\b[0-9]{6}\b", text) == ["012345"]
    assert text.startswith("Lakeside Family Practice: ")
    assert "http" not in text
    assert "$" not in text
    assert len(text) <= 134


def test_a_practice_with_a_dollar_is_no_template() -> None:
    """What is filled in is not read again."""
    assert sms.phone_code("en", practice="$code Clinic", code="123456").startswith("$code Clinic: ")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--sms-url", "http://gateway.example"), "the SMS gateway needs an account, its token and a sender"),
        (("--sms-url", "http://g.example", "--sms-account", "AC1", "--sms-from", NUMBER), "the SMS gateway needs"),
        (("--sms-url", "http://g.example", "--sms-token-file", "/no/such/file"), "No such file"),
    ],
    ids=["nothing else", "no token", "no file"],
)
def test_command_line(tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
    """The token comes by a variable or a file; what is missing is said in one line."""
    command = Command(f"sqlite:///{tmp_path / 'portal.db'}")
    command.told("init")
    done = command.run("serve", "--bind", "127.0.0.1:0", *arguments)
    assert done.returncode == 1
    assert reason in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_served_with_a_gateway(tmp_path: Path, box: PhoneBox) -> None:
    """The portal's process sends what waits; the token stands in a file."""
    command = Command(f"sqlite:///{tmp_path / 'portal.db'}")
    command.told("init")
    keys = keyfile.load(tmp_path / "portal.db.keys.json")
    database = engine.open_database(command.database, keys)
    queue(House(database, keys, now=dt.datetime.now(dt.UTC)))
    database.close()
    token = tmp_path / "token"
    token.write_text(phone_box.TOKEN + "\n")
    account = ("--sms-account", phone_box.ACCOUNT, "--sms-from", phone_box.SENDER, "--sms-token-file", str(token))
    with command.served("--bind", "127.0.0.1:0", "--sms-url", box.start(), *account):
        assert box.wait_for(NUMBER).body == "one"
