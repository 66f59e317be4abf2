"""Commands on the wire: sealed for one path, one device and one portal, and decoded strictly."""

import datetime as dt
from collections.abc import Iterator
from typing import get_args
from uuid import UUID

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.domain.desk_help import HelpState
from kiosk.domain.replies import ReplyState
from kiosk.protocol import commands as c
from kiosk.protocol.command_seal import open_command, path_of, seal_command
from kiosk.protocol.wire import Message

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
ID, OTHER = UUID(int=1), UUID(int=2)
CANARY = "Canary77"
KEY = X25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()

LINE = c.Line(number=1, from_agent=True, author=CANARY, text=CANARY, at=NOW)
MESSAGES: list[Message] = [
    c.Sealed(key_id=CANARY, sealed=CANARY),
    c.Done(state="locked", until=NOW),
    c.ResendCode(flow=ID),
    c.CheckCode(flow=ID, lookup_id=CANARY),
    c.SendPhoneCode(flow=ID, phone=CANARY),
    c.CheckPhoneCode(flow=ID, code=CANARY),
    c.LogIn(subject=ID, user_id=CANARY, password=CANARY),
    c.LoggedIn(state="done", flow=ID, member=True, missing=("phone", "address")),
    c.Join(flow=ID, text_id=CANARY, version=CANARY, language=CANARY, at=NOW),
    c.RecoverUserId(email=CANARY, birth_date=CANARY, language=CANARY),
    c.RecoverPassword(user_id=CANARY, language=CANARY),
    c.Asked(state="done", flow=ID, question=CANARY),
    c.AnswerUserId(flow=ID, answer=CANARY),
    c.AnswerPassword(flow=ID, answer=CANARY, password_hash=CANARY),
    c.ConfirmPassword(flow=ID, code=CANARY, password=CANARY),
    c.OpenChat(name=CANARY, topic=CANARY, language=CANARY),
    c.ChatOpened(state="done", flow=ID),
    c.Say(flow=ID, line_id=ID, text=CANARY),
    c.Listen(flow=ID, after=1),
    LINE,
    c.Heard(state="open", lines=[LINE], agent=CANARY, agents=1, place=2),
    c.CloseChat(flow=ID),
    c.OpenResetSlip(lookup_id=CANARY, birth_date=CANARY),
    c.UseResetSlip(subject=ID, lookup_id=CANARY, birth_date=CANARY, password_hash=CANARY, user_id=CANARY),
    c.SlipAnswer(state="done", user_id=CANARY),
    c.Helped(state="wait", until=NOW),
    c.DeskMailReset(account_id=ID, id_document=CANARY, by=OTHER),
    c.DeskSlipReset(account_id=ID, id_document=CANARY, by=OTHER, lookup_id=CANARY),
    c.DeskChangeEmail(account_id=ID, id_document=CANARY, by=OTHER, email=CANARY),
    c.DeskUnlock(account_id=ID, id_document=CANARY, by=OTHER),
]
each_message = pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)


def _kinds(kind: type[Message]) -> Iterator[type[Message]]:
    for child in kind.__subclasses__():
        yield child
        yield from _kinds(child)


def test_this_list_holds_every_message() -> None:
    """A new message that is missing here would go unproved."""
    ours = {kind.__name__ for kind in _kinds(Message) if kind.__module__ == c.__name__}
    assert ours == {type(message).__name__ for message in MESSAGES}


@each_message
def test_a_message_goes_there_and_back(message: Message) -> None:
    """Through JSON, every field."""
    assert msgspec.json.decode(msgspec.json.encode(message), type=type(message)) == message


@each_message
def test_an_unknown_field_is_refused(message: Message) -> None:
    """Nothing that nobody reads travels along."""
    fields = msgspec.to_builtins(message) | {"surplus": 1}
    with pytest.raises(msgspec.ValidationError, match="unknown field `surplus`"):
        msgspec.json.decode(msgspec.json.encode(fields), type=type(message))


@each_message
def test_a_message_shows_only_its_type(message: Message) -> None:
    """Neither in a traceback nor in a log."""
    assert CANARY not in repr(message)
    assert CANARY not in repr([message])


def test_states_are_the_domains() -> None:
    """Every state on the wire is one of the domain's, and only "not connected" is said by no portal."""
    assert set(get_args(c.State)) == {state.value for state in ReplyState} - {ReplyState.NOT_CONNECTED.value}
    assert set(get_args(c.HelpState)) == {state.value for state in HelpState} - {HelpState.NOT_CONNECTED.value}


LOG_IN = c.LogIn(subject=ID, user_id=CANARY, password=CANARY)


def _sealed() -> c.Sealed:
    return seal_command(LOG_IN, "log-in", device_id=ID, key_id="seal-1", public_key=PUBLIC)


def test_opens_where_it_belongs() -> None:
    """The portal reads what the device typed; two seals of one message have nothing in common."""
    first, second = _sealed(), _sealed()
    assert open_command(first, c.LogIn, "log-in", device_id=ID, keys={"seal-1": KEY}) == LOG_IN
    assert first.sealed != second.sealed
    assert path_of("log-in") == "/v1/commands/log-in"


@pytest.mark.parametrize(
    ("name", "device_id", "keys"),
    [
        ("join", ID, {"seal-1": KEY}),
        ("log-in", OTHER, {"seal-1": KEY}),
        ("log-in", ID, {"seal-1": X25519PrivateKey.generate()}),
        ("log-in", ID, {"seal-2": KEY}),
        ("log-in", ID, {}),
    ],
    ids=["another command", "another device", "another key", "an unknown key", "no key"],
)
def test_opens_nowhere_else(name: str, device_id: UUID, keys: dict[str, X25519PrivateKey]) -> None:
    """Path, device and key are sealed in."""
    with pytest.raises(ValueError, match=r"does not open|unknown key"):
        open_command(_sealed(), c.LogIn, name, device_id=device_id, keys=keys)


@pytest.mark.parametrize("place", [0, 40, -1])
def test_changed_bytes(place: int) -> None:
    """Encapsulated key, ciphertext and tag are all held."""
    good = _sealed()
    letters = list(good.sealed)
    letters[place] = "A" if letters[place] != "A" else "Q"
    bad = c.Sealed(key_id=good.key_id, sealed="".join(letters))
    with pytest.raises(ValueError, match="does not open"):
        open_command(bad, c.LogIn, "log-in", device_id=ID, keys={"seal-1": KEY})


def test_another_message() -> None:
    """What opens has to be this command's message, too."""
    with pytest.raises(ValueError, match="does not open"):
        open_command(_sealed(), c.Join, "log-in", device_id=ID, keys={"seal-1": KEY})
