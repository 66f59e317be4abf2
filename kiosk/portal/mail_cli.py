"""``kiosk-portal mail …``: what became of mails, for the portal's own staff; addresses are masked, words not shown."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from uuid import UUID

from kiosk.portal import admin, mail_outbox
from kiosk.portal.support.cli import Command, Opened
from kiosk.portal.support.people import masked


def add_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    command: Command,
    *,
    opened: Opened,
    told: Callable[..., None],
) -> None:
    """Add the commands; the arguments are those of ``support.cli.add_commands``."""

    def list_them(options: argparse.Namespace) -> int:
        with opened(options) as (database, _):
            mails = admin.list_mails(database, also_sent=options.all)
        for mail in mails:
            recipient = masked(mail.recipient) or "-"
            written = mail.created_at.isoformat(timespec="seconds")
            told(
                options,
                f"{mail.mail_id}  {mail.state:<7}  {mail.kind:<16}  {written}  tries {mail.attempts:<3}  "
                f"{recipient}  {mail.practice}",
                mail_id=str(mail.mail_id),
                state=mail.state,
                kind=mail.kind,
                created_at=written,
                attempts=mail.attempts,
                recipient=recipient,
                practice=mail.practice,
            )
        return 0

    def retry(options: argparse.Namespace) -> int:
        now = dt.datetime.now(dt.UTC)
        with opened(options) as (database, _):
            if not database.run(lambda connection: mail_outbox.retry(connection, options.id, now)):
                raise ValueError("there is no such mail that is unsure, or what it said is forgotten already")
        told(options, "waiting", mail_id=str(options.id), state="waiting")
        return 0

    mail = commands.add_parser("mail", help="mails").add_subparsers(required=True, metavar="ACTION")
    listed = command(mail, "list", "List the mails that were not sent: waiting, sending, failed or unsure.")
    listed.add_argument("--all", action="store_true", help="also those that were sent")
    listed.set_defaults(run=list_them)
    again = command(mail, "retry", "Send a mail again that is unsure: it may arrive twice.")
    again.add_argument("id", type=UUID, metavar="ID")
    again.set_defaults(run=retry)
