"""The command ``kiosk-portal``: make a portal, its practices, devices and staff, and serve it."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import getpass
import io
import json
import logging
import os
import sys
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import sqlalchemy as sa

from kiosk.domain.errors import KioskError
from kiosk.domain.staff import Pin, StaffRole
from kiosk.portal import admin, engine, keyfile, mail_cli
from kiosk.portal.engine import Database
from kiosk.portal.keyfile import PortalKeys
from kiosk.portal.refusals import RequestRefusedError
from kiosk.portal.support import cli as support_cli
from kiosk.protocol.wire import PracticeInfo

if TYPE_CHECKING:
    from kiosk.portal.sms_sender import SmsGateway

DATABASE_VARIABLE = "KIOSK_PORTAL_DATABASE"
KEYS_VARIABLE = "KIOSK_PORTAL_KEY_FILE"
SMS_TOKEN_VARIABLE = "KIOSK_PORTAL_SMS_TOKEN"  # noqa: S105 - the name of a variable


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Returns:
        0; 1 if it failed, with the reason on stderr; 2 for a wrong command line.
    """
    logging.basicConfig(level=logging.WARNING, format="kiosk-portal: %(name)s: %(message)s")
    os.umask(0o077)
    options = _parser().parse_args(argv)
    if not options.database:
        print(f"kiosk-portal: --database or {DATABASE_VARIABLE} is needed", file=sys.stderr)
        return 2
    try:
        return int(options.run(options))
    except RequestRefusedError as error:
        reason = error.message
    except (KioskError, ValueError) as error:
        reason = str(error)
    except OSError as error:
        reason = error.strerror or type(error).__name__
    except sa.exc.OperationalError as error:
        reason = f"the database fails: {str(error.orig).partition(chr(10))[0]}"
    print(f"kiosk-portal: {reason}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--database", default=os.environ.get(DATABASE_VARIABLE), help="sqlite:///FILE or postgresql+psycopg://…"
    )
    common.add_argument(
        "--keys", type=Path, default=os.environ.get(KEYS_VARIABLE), help="key file; beside an SQLite file by default"
    )
    common.add_argument("--json", action="store_true", help="print one line of JSON")
    parser = argparse.ArgumentParser(prog="kiosk-portal", description="The reference portal of kiosk-sync/1.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(
        of: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
    ) -> argparse.ArgumentParser:
        return of.add_parser(name, help=text, description=text, parents=[common])

    made = command(commands, "init", "Make the key file and the database; touches neither if it exists.")
    made.set_defaults(run=_init)

    command(
        commands, "restored", "After a backup was put back, before serving: lets devices send again what it lacks."
    ).set_defaults(run=_restored)

    served = command(commands, "serve", "Serve until SIGTERM; prints a line when it accepts connections.")
    served.add_argument("--bind", required=True, metavar="HOST:PORT", help="port 0 takes a free one")
    served.add_argument("--public-url", help="how devices reach the portal through a TLS proxy")
    served.add_argument("--smtp", metavar="HOST:PORT", help="where mails go; without it they wait")
    served.add_argument("--mail-from", default="no-reply@localhost", help="the address mails come from")
    served.add_argument("--sms-url", metavar="URL", help="a gateway that speaks Twilio's way; without it messages wait")
    served.add_argument("--sms-account", default="", metavar="SID", help="the account at the gateway")
    served.add_argument("--sms-from", default="", metavar="NUMBER", help="the number messages come from")
    served.add_argument(
        "--sms-token-file", type=Path, metavar="FILE", help=f"holds the account's token; or {SMS_TOKEN_VARIABLE}"
    )
    served.set_defaults(run=_serve)

    practice = commands.add_parser("practice", help="practices").add_subparsers(required=True, metavar="ACTION")
    added = command(practice, "add", "Add a practice; prints its id.")
    added.add_argument("--name", required=True)
    added.add_argument("--host", required=True, help="name[:port] for links and QR codes, at most 36 characters")
    added.add_argument("--time-zone", required=True, help="a name of IANA's")
    added.add_argument("--language", default="en", help="where nothing better is known")
    added.add_argument("--network-name", default="HealthKey")
    added.add_argument("--operator-name", default="HealthKey Support", help="who gives technical support")
    added.add_argument("--guardian-below", type=int, default=13, help="younger patients need a guardian")
    added.add_argument("--adult-from", type=int, default=18, help="from here on patients sign up alone")
    added.set_defaults(run=_practice_add)

    device = commands.add_parser("device", help="devices").add_subparsers(required=True, metavar="ACTION")
    ticket = command(device, "add", "Print a ticket and its QR; one device can enrol with it within ten minutes.")
    ticket.add_argument("--practice", type=UUID, required=True, metavar="ID")
    ticket.add_argument("--role", choices=["tablet", "desk"], required=True)
    ticket.add_argument("--url", help="how the device reaches the portal; by default as last served")
    ticket.set_defaults(run=_device_add)
    command(device, "list", "List all devices.").set_defaults(run=_device_list)
    revoked = command(device, "revoke", "Shut a device out.")
    revoked.add_argument("--device", type=UUID, required=True, metavar="ID")
    revoked.set_defaults(run=_device_revoke)

    staff = commands.add_parser("staff", help="staff").add_subparsers(required=True, metavar="ACTION")
    member = command(staff, "add", "Add a staff member; the PIN is asked for.")
    member.add_argument("--practice", type=UUID, required=True, metavar="ID")
    member.add_argument("--name", required=True)
    member.add_argument("--role", choices=[role.value for role in StaffRole], required=True)
    member.add_argument("--random-pin", action="store_true", help="print a random PIN instead of asking")
    member.set_defaults(run=_staff_add)
    mail_cli.add_commands(commands, command, opened=_opened, told=_print)
    support_cli.add_commands(commands, command, opened=_opened, told=_print, qr=_qr)
    return parser


def _key_path(options: argparse.Namespace) -> Path:
    if options.keys is not None:
        return Path(options.keys)
    path = engine.sqlite_path(options.database)
    if path is None:
        raise ValueError(f"--keys or {KEYS_VARIABLE} is needed")
    return path.with_name(path.name + ".keys.json")


@contextmanager
def _opened(options: argparse.Namespace) -> Iterator[tuple[Database, PortalKeys]]:
    keys = keyfile.load(_key_path(options))
    database = engine.open_database(options.database, keys)
    try:
        yield database, keys
    finally:
        database.close()


def _print(options: argparse.Namespace, text: str, **fields: object) -> None:
    print(json.dumps(fields) if options.json else text, flush=True)


def _init(options: argparse.Namespace) -> int:
    path, key_path = engine.sqlite_path(options.database), _key_path(options)
    fresh = path is not None and not path.exists()
    if not fresh and path is not None and not key_path.exists():
        raise ValueError(f"{path} exists, but its key file {key_path} does not")
    keys = keyfile.load(key_path) if key_path.exists() else keyfile.create(key_path)
    with contextlib.closing(engine.open_database(options.database, keys, create=fresh)) as database:
        admin.initialise(database)
    _print(options, f"keys: {key_path}", keys=str(key_path))
    return 0


def _serve(options: argparse.Namespace) -> int:
    # Here, not above: the other commands need no web server, and start faster without.
    from kiosk.portal import server
    from kiosk.portal.mail_sender import SmtpServer

    smtp = None
    if options.smtp:
        host, _, port = options.smtp.rpartition(":")
        if not host or not port.isdecimal() or not 0 < int(port) <= 65535:
            raise ValueError("--smtp HOST:PORT is needed")
        smtp = SmtpServer(host, int(port), options.mail_from)
    with _opened(options) as (database, keys), contextlib.closing(server.bind(options.bind)) as bound:
        server.serve(
            database,
            keys,
            bound,
            public_url=options.public_url,
            smtp=smtp,
            gateway=_gateway(options),
            ready=lambda url: print(f"kiosk-portal ready on {url}", flush=True),
        )
    return 0


def _gateway(options: argparse.Namespace) -> SmsGateway | None:
    """The gateway; its token comes by the environment or a file, never by the command line, which others can read."""
    from kiosk.portal.sms_sender import TwilioGateway

    if not options.sms_url:
        return None
    token = os.environ.get(SMS_TOKEN_VARIABLE, "")
    if options.sms_token_file is not None:
        token = options.sms_token_file.read_text("ascii").strip()
    return TwilioGateway(options.sms_url, account_sid=options.sms_account, auth_token=token, sender=options.sms_from)


def _restored(options: argparse.Namespace) -> int:
    with _opened(options) as (database, _):
        admin.begin_epoch(database)
    _print(options, "a new epoch has begun", status="restored")
    return 0


def _practice_add(options: argparse.Namespace) -> int:
    info = PracticeInfo(
        practice_id=uuid.uuid4(),
        name=options.name,
        portal_host=options.host,
        time_zone=options.time_zone,
        language=options.language,
        network_name=options.network_name,
        operator_name=options.operator_name,
        guardian_below=options.guardian_below,
        adult_from=options.adult_from,
    )
    with _opened(options) as (database, _):
        admin.add_practice(database, info, _now())
    _print(options, str(info.practice_id), practice_id=str(info.practice_id))
    return 0


def _device_add(options: argparse.Namespace) -> int:
    with _opened(options) as (database, keys):
        ticket = admin.add_device(database, keys, options.practice, options.role, _now(), options.url).encode()
    _print(options, f"{_qr(ticket)}\n{ticket}", ticket=ticket)
    return 0


def _qr(text: str) -> str:
    import qrcode

    code = qrcode.QRCode(border=4)
    code.add_data(text)
    drawn = io.StringIO()
    code.print_ascii(out=drawn, invert=True)
    return drawn.getvalue()


def _device_list(options: argparse.Namespace) -> int:
    with _opened(options) as (database, _):
        rows = admin.list_devices(database)
    for row in rows:
        seen = row.last_seen.isoformat(timespec="seconds") if row.last_seen else "never"
        _print(
            options,
            f"{row.device_id}  {row.role:<6}  {row.status:<7}  waiting {row.waiting:<3}  seen {seen}  {row.practice}",
            device_id=str(row.device_id),
            practice_id=str(row.practice_id),
            role=row.role,
            status=row.status,
            waiting=row.waiting,
            last_seen=seen,
        )
    return 0


def _device_revoke(options: argparse.Namespace) -> int:
    with _opened(options) as (database, _):
        if not admin.revoke_device(database, options.device):
            raise ValueError("there is no such device")
    _print(options, "revoked", device_id=str(options.device), status="revoked")
    return 0


def _staff_add(options: argparse.Namespace) -> int:
    if options.random_pin:
        pin = admin.random_pin()
    else:
        typed = getpass.getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        parsed = Pin.parse(typed)
        if not isinstance(parsed, Pin):
            raise ValueError("a PIN has 6 to 12 digits and is no run")
        pin = parsed
    with _opened(options) as (database, _):
        staff_id = admin.add_staff(database, options.practice, options.name, StaffRole(options.role), pin)
    told = {"staff_id": str(staff_id)} | ({"pin": pin.digits} if options.random_pin else {})
    _print(options, "\n".join(f"{name}: {value}" for name, value in told.items()), **told)
    return 0


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
