"""``kiosk-portal agent …``: make and disable support agents."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager

from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.support import agents

Opened = Callable[[argparse.Namespace], AbstractContextManager[tuple[Database, PortalKeys]]]
Command = Callable[["argparse._SubParsersAction[argparse.ArgumentParser]", str, str], argparse.ArgumentParser]


def add_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    command: Command,
    *,
    opened: Opened,
    told: Callable[..., None],
    qr: Callable[[str], str],
) -> None:
    """Add the commands.

    Args:
        command: makes one command with the options that all share.
        opened: opens the portal that the options name.
        told: prints a text, or fields as JSON.
        qr: draws a text for the terminal.
    """

    def add(options: argparse.Namespace) -> int:
        password = agents.random_password() if options.random_password else _typed()
        hashed = agents.hash_password(password)
        now = dt.datetime.now(dt.UTC)
        with opened(options) as (database, keys):
            agent_id, uri = database.run(lambda c: agents.add(c, keys, options.name, options.display, hashed, now))
        shown = {"password": password} if options.random_password else {}
        fields = {"agent_id": str(agent_id), **shown, "totp": uri}
        text = "\n".join(f"{name}: {value}" for name, value in fields.items())
        told(options, f"{qr(uri)}\n{text}\nThis is shown once: scan the code with an authenticator app now.", **fields)
        return 0

    def disable(options: argparse.Namespace) -> int:
        with opened(options) as (database, _):
            if not database.run(lambda c: agents.disable(c, options.name)):
                raise ValueError("there is no such agent")
        told(options, "disabled", name=options.name, status="disabled")
        return 0

    agent = commands.add_parser("agent", help="support agents").add_subparsers(required=True, metavar="ACTION")
    added = command(agent, "add", "Add a support agent; reads the password, prints the second factor once.")
    added.add_argument("name", metavar="NAME", help="to sign in with")
    added.add_argument("--display", required=True, help="what patients see, for example a first name")
    added.add_argument("--random-password", action="store_true", help="make a password up and print it")
    added.set_defaults(run=add)
    disabled = command(agent, "disable", "Shut an agent out at once.")
    disabled.add_argument("name", metavar="NAME")
    disabled.set_defaults(run=disable)


def _typed() -> str:
    """The password from a terminal, twice; from a pipe, once.

    Raises:
        ValueError: the two differ.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Password (12 characters or more): ")
    if getpass.getpass("Again: ") != password:
        raise ValueError("the two passwords differ")
    return password
