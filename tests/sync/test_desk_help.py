"""A desk's help over the wire (F7): what it says, what it hears, and "not connected" where there is no answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, get_args
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.domain.activation import ActivationCode
from kiosk.domain.assurance import Assurance
from kiosk.domain.cases import IdDocument
from kiosk.domain.desk_help import AccountHelp, AccountRow, FoundAccounts, Helped, HelpState, IdentitySeen
from kiosk.domain.desk_search import Question
from kiosk.domain.errors import KioskError, NotConnectedError, PortalRefusedError
from kiosk.domain.values import BirthDate, Email
from kiosk.protocol import commands as c
from kiosk.protocol import wire, wire_lookups
from kiosk.protocol.command_seal import open_command
from kiosk.protocol.reset_slip import lookup_id
from kiosk.sync.desk_help import PortalAccountHelp
from kiosk.sync.sealed import SealedLine

pytestmark = pytest.mark.rule("F7")

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)
DEVICE_ID, ACCOUNT_ID, STAFF_ID = UUID(int=1), UUID(int=2), UUID(int=3)
CODE = ActivationCode.from_entropy(bytes(range(9)))
SEEN = IdentitySeen(IdDocument.PASSPORT, STAFF_ID)
FOUND = wire_lookups.FoundAccount(
    account_id=ACCOUNT_ID,
    first="Maria",
    last="Okafor",
    birth_date="1984",
    masked_email="m•••@mail.example",
    email_verified=True,
    has_user_id=False,
    locked_until=NOW,
    locked_for_good=True,
    assurance="IAL1.4",
    checked_at=NOW,
)
ROW = AccountRow(
    account_id=ACCOUNT_ID,
    first="Maria",
    last="Okafor",
    birth_date="1984",
    masked_email="m•••@mail.example",
    email_verified=True,
    has_user_id=False,
    locked_until=NOW,
    locked_for_good=True,
    assurance=Assurance.PHOTO_ID,
    checked_at=NOW,
)


@dataclass
class _Line:
    """Stands in for the gateway: notes what is asked, opened where it is sealed, and answers or fails as told."""

    answer: wire.Message | KioskError
    takes: type[wire.Message] = c.DeskUnlock
    asked: list[tuple[str, wire.Message]] = field(default_factory=list)
    key: X25519PrivateKey = field(default_factory=X25519PrivateKey.generate)

    def call(self, method: str, path: str, request: wire.Message, gives: type[Any], *, timeout_s: float) -> Any:
        """One call."""
        if isinstance(request, c.Sealed):
            name = path.rpartition("/")[2]
            request = open_command(request, self.takes, name, device_id=DEVICE_ID, keys={"seal-7": self.key})
        self.asked.append((f"{method} {path}", request))
        if isinstance(self.answer, KioskError):
            raise self.answer
        assert isinstance(self.answer, gives)
        return self.answer


def over(line: Any) -> PortalAccountHelp:
    """The adapter."""
    public = line.key.public_key().public_bytes_raw()
    return PortalAccountHelp(line, SealedLine(line, device_id=DEVICE_ID, sealing_key=lambda: ("seal-7", public)))


Ask = Callable[[AccountHelp], Helped]
ITS: dict[str, Any] = {"account_id": ACCOUNT_ID, "id_document": "passport", "by": STAFF_ID}
ACTS: dict[str, tuple[Ask, wire.Message]] = {
    "desk-mail-reset": (lambda it: it.mail_reset(ACCOUNT_ID, SEEN), c.DeskMailReset(**ITS)),
    "desk-slip-reset": (
        lambda it: it.slip_reset(ACCOUNT_ID, CODE, SEEN),
        c.DeskSlipReset(**ITS, lookup_id=lookup_id(CODE)),
    ),
    "desk-change-email": (
        lambda it: it.change_email(ACCOUNT_ID, Email("Maria@mail.example", "maria@mail.example"), SEEN),
        c.DeskChangeEmail(**ITS, email="Maria@mail.example"),
    ),
    "desk-unlock": (lambda it: it.unlock(ACCOUNT_ID, SEEN), c.DeskUnlock(**ITS)),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_sealed(name: str) -> None:
    """Each field in its place, and what the portal says comes back; the slip's code stays here."""
    ask, sent = ACTS[name]
    line = _Line(c.Helped(state="wait", until=NOW), takes=type(sent))
    assert ask(over(line)) == Helped(HelpState.WAIT, NOW)
    assert line.asked == [(f"POST /v1/commands/{name}", sent)]


@pytest.mark.parametrize("state", get_args(c.HelpState))
def test_every_state(state: c.HelpState) -> None:
    """Every word of the portal's is one of ours."""
    assert over(_Line(c.Helped(state=state))).unlock(ACCOUNT_ID, SEEN) == Helped(HelpState(state))


@pytest.mark.rule("K1")
@pytest.mark.parametrize("error", [NotConnectedError("silence"), PortalRefusedError("busy")], ids=["silence", "busy"])
def test_no_answer_is_not_connected(error: KioskError) -> None:
    """Nothing is raised, whatever is asked."""
    for ask, sent in ACTS.values():
        assert ask(over(_Line(error, takes=type(sent)))) == Helped(HelpState.NOT_CONNECTED)
    assert over(_Line(error)).search(Question(name="ok")) is None
    assert over(_Line(error)).whole(ACCOUNT_ID) is None


def test_a_question_and_its_answer() -> None:
    """Each field in its place; an account that is gone, or another practice's, is none."""
    line = _Line(wire_lookups.AccountsFound(accounts=[FOUND], more=True))
    question = Question(name="ok", birth_date=BirthDate(dt.date(1984, 3, 27)))
    assert over(line).search(question) == FoundAccounts((ROW,), more=True)
    assert over(line).whole(ACCOUNT_ID) == ROW
    assert line.asked == [
        ("POST /v1/lookups/accounts", wire_lookups.AccountSearch(name="ok", birth_date="1984-03-27")),
        ("POST /v1/lookups/accounts", wire_lookups.AccountSearch(account_id=ACCOUNT_ID)),
    ]
    assert over(_Line(wire_lookups.AccountsFound(accounts=[]))).whole(ACCOUNT_ID) is None


def test_an_invitations_number_finds_no_account() -> None:
    """Without asking: no account has one."""
    line = _Line(wire_lookups.AccountsFound(accounts=[FOUND]))
    assert over(line).search(Question(number="INV-7F3K")) == FoundAccounts(())
    assert line.asked == []
