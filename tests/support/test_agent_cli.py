"""``kiosk-portal agent``: what it prints once is enough to sign in, and a disabled agent is out."""

from __future__ import annotations

import json

import pytest

from tests.journeys.house import utc_now
from tests.portal.conftest import Command
from tests.support.agents import PASSWORD, Agent, secret_of
from tests.support.client import Client


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """The command on a fresh portal that has one agent, Mia."""
    made = Command(f"sqlite:///{tmp_path_factory.mktemp('agents') / 'portal.db'}")
    made.told("init")
    made.told("agent", "add", "mia", "--display", "Mia", "--random-password")
    return made


def test_agents_come_and_go(command: Command) -> None:
    """A password that was typed and one that was made up both let in, until the agent is disabled."""
    typed = command.run("agent", "add", "ana", "--display", "Ana", "--json", typed=f"{PASSWORD}\n")
    assert typed.returncode == 0, typed.stderr
    ana = json.loads(typed.stdout)
    assert "password" not in ana
    ben = json.loads(command.told("agent", "add", "ben", "--display", "Ben", "--random-password", "--json"))
    assert len(ben["password"]) == 23
    with command.served("--bind", "127.0.0.1:0") as url:
        address = url.removeprefix("http://")
        for name, told, password in (("ana", ana, PASSWORD), ("ben", ben, ben["password"])):
            client = Client(address)
            agent = Agent(told["agent_id"], name, name.title(), secret_of(told["totp"]))
            assert client.sign_in(agent, password).status == 303
            assert client.get("/support/chats").status == 200
            assert command.told("agent", "disable", name) == "disabled"
            assert client.get("/support/chats").status == 303
            assert Client(address).sign_in(agent, password, agent.code(utc_now())).status == 403


def test_the_second_factor_is_drawn(command: Command) -> None:
    """Without ``--json`` the terminal shows a QR code, the URI and that this is the only time."""
    told = command.told("agent", "add", "zoe", "--display", "Zoe", "--random-password")
    assert "otpauth://totp/" in told
    assert "█" in told
    assert "shown once" in told


@pytest.mark.parametrize(
    ("arguments", "typed", "reason"),
    [
        (("add", "kim", "--display", "Kim"), "short\n", "12 to 200 characters"),
        (("add", "Kim", "--display", "Kim"), f"{PASSWORD}\n", "an agent's name"),
        (("add", "kim", "--display", ""), f"{PASSWORD}\n", "--display"),
        (("add", "mia", "--display", "Mia"), f"{PASSWORD}\n", "there is an agent of this name"),
        (("disable", "nobody"), "", "there is no such agent"),
    ],
)
def test_refusals(command: Command, arguments: tuple[str, ...], typed: str, reason: str) -> None:
    """What cannot be is said in one line."""
    done = command.run("agent", *arguments, typed=typed)
    assert (done.returncode, done.stdout) == (1, "")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1
