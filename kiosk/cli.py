"""The command ``kiosk``: parse, call, print. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.

What a person is told is a fault of ours, worded for them, or the system's. Everything else is a bug, and its message
may hold what was typed: it ends the command with one sentence, and the log has its type and place (``kiosk.log``).
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kiosk import __version__, config, log, process
from kiosk.domain.errors import KioskError, NotConnectedError, NotTrustedError, PortalRefusedError, UsageError

if TYPE_CHECKING:
    from kiosk.commands.paper import Target

_SETTINGS = ("data_folder", "log_folder", "slips_folder", "ca_file", "language", "full_screen")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command is None:
        parser.print_help()
        return 2
    process.harden()
    try:
        if given.command == "demo":
            return _demo(given)
        log.install(None)
        settings = _settings(given)
        _begin_log(settings.log_folder)
        with process.ends_like_ctrl_c():
            return _COMMANDS[given.command](given, settings)
    except NotTrustedError as error:
        reason = str(error)
    except NotConnectedError as error:
        reason = f"the portal does not answer ({error})"
    except PortalRefusedError as error:
        reason = f"the portal refuses: {error.code}"
    except (KioskError, config.ConfigError) as error:
        reason = str(error)
    except OSError as error:
        reason = f"{error.filename or 'system'}: {error.strerror or type(error).__name__}"
    except EOFError:
        reason = "ended before everything was typed"
    except KeyboardInterrupt:
        reason = "stopped"
    print(f"kiosk: {reason}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kiosk", description="The tablet and the desk of a practice's front desk.")
    parser.add_argument("--version", action="version", version=f"kiosk {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="command")

    run = commands.add_parser("run", help="start this device's screens")
    run.add_argument("--desk", action="store_true", help="the front desk's screens instead of the patients'")
    _add_settings(run)

    enrol = commands.add_parser("enrol", help="enrol this device with a ticket from `kiosk-portal device add`")
    enrol.add_argument("ticket", help="kiosk-enrol:1?…")
    enrol.add_argument(
        "--development-key",
        action="store_true",
        help="without a staff passphrase; only with a portal on this machine, and with a red banner",
    )
    _add_settings(enrol)

    invite = commands.add_parser("invite", help="make an invitation and its slip; asks for a staff name and PIN")
    for option, about in (("first", "first name"), ("birth-date", "YYYY-MM-DD"), ("zip", "ZIP code")):
        invite.add_argument(f"--{option}", required=True, help=about)
    invite.add_argument("--last", default="", help="last name; leave it out for a person with one name")
    for option in ("email", "phone"):
        invite.add_argument(f"--{option}", default="", help="if known")
    invite.add_argument("--gender", default="", choices=("female", "male", "other", "unknown"), help="if known")
    invite.add_argument("--language", default="en", choices=("en", "es"), help="the slip's own (en)")
    _add_target(invite)
    _add_settings(invite, but="language")

    slips = commands.add_parser(
        "print", help="print new slips for invitations of today; their older codes stop working"
    )
    slips.add_argument("number", nargs="*", help="INV-…, of today's list")
    which = slips.add_mutually_exclusive_group()
    which.add_argument("--ready", action="store_true", help="every one that was never printed or mailed")
    which.add_argument("--test-page", action="store_true", help="only a page that shows where labels should lie")
    _add_target(slips)
    _add_settings(slips)

    status = commands.add_parser("status", help="how this device stands with its portal; needs no window")
    status.add_argument("--json", action="store_true", help="one JSON object instead of a line")
    _add_settings(status)

    sheet = commands.add_parser("import", help="make the invitations of a day sheet (CSV, or a FHIR R4 Bundle)")
    sheet.add_argument("file", type=Path, help="the day sheet")
    sheet.add_argument("--dry-run", action="store_true", help="only tell which rows are right; works without a device")
    sheet.add_argument("--json", action="store_true", help="one JSON object instead of lines")
    sheet.add_argument("--dates", choices=("iso", "month-first", "day-first"), help="how dates of birth are written")
    _add_target(sheet, pdf=False)
    _add_settings(sheet)

    audit = commands.add_parser("audit", help="the trail of what staff did on this device")
    acts = audit.add_subparsers(dest="act", metavar="act", required=True)
    verify = acts.add_parser("verify", help="name the first row that was edited, cut or moved")
    verify.add_argument("--json", action="store_true", help="one JSON object instead of a line")
    _add_settings(verify)

    demo = commands.add_parser("demo", help="tablet, desk and portal on this machine, with a made-up practice")
    demo.add_argument("--headless", action="store_true", help="play every journey without windows and write a report")
    demo.add_argument("--output", type=Path, default=Path("build/demo"), help="folder, emptied first (build/demo)")
    return parser


def _add_target(parser: argparse.ArgumentParser, *, pdf: bool = True) -> None:
    where = parser.add_mutually_exclusive_group(required=pdf)
    if pdf:
        where.add_argument("--pdf", type=Path, help="where the slips go; it must not be there yet")
    where.add_argument("--printer", default="", help="exact name of a printer" + ("" if pdf else " instead of a PDF"))
    parser.add_argument(
        "--stock", default="letter", help="paper: letter, a4, avery5160 …, see docs/printing.md (letter)"
    )
    parser.add_argument("--first-label", type=int, help="first free label; after the last print's if it is left out")


def _add_settings(parser: argparse.ArgumentParser, *, but: str = "") -> None:
    parser.add_argument("--config", type=Path, help="TOML file; KIOSK_CONFIG does the same")
    for name in (each for each in _SETTINGS if each != but):
        parser.add_argument(f"--{name.replace('_', '-')}", help=f"setting {name}; KIOSK_{name.upper()} does the same")


def _settings(given: argparse.Namespace) -> config.Config:
    file = given.config or (Path(os.environ["KIOSK_CONFIG"]) if os.environ.get("KIOSK_CONFIG") else None)
    return config.load({name: getattr(given, name) for name in _SETTINGS}, os.environ, file)


def _begin_log(folder: Path) -> None:
    """A log that cannot be written holds nobody up: a tablet serves, and ``kiosk status`` tells of the disk."""
    try:
        log.install(folder)
    except OSError as error:
        print(f"kiosk: nothing is logged: {folder}: {error.strerror or type(error).__name__}", file=sys.stderr)


def _run(given: argparse.Namespace, settings: config.Config) -> int:
    from kiosk.app import run

    return run(settings, desk=given.desk)


def _enrol(given: argparse.Namespace, settings: config.Config) -> int:
    from kiosk.device_files import enrol_device

    passphrase = None
    if not given.development_key:
        passphrase = getpass.getpass("New staff passphrase (at least 12 characters): ")
        if getpass.getpass("Once more: ") != passphrase:
            raise UsageError("the two passphrases differ")
    enrol_device(settings.data_folder, given.ticket, passphrase, ca_file=settings.ca_file)
    print("This device is enrolled.")
    return 0


def _invite(given: argparse.Namespace, settings: config.Config) -> int:
    from kiosk.commands.invite import Typed, invite

    typed = Typed(
        first=given.first,
        last=given.last,
        birth_date=given.birth_date,
        zip_code=given.zip,
        email=given.email,
        phone=given.phone,
        gender=given.gender,
        language=given.language,
    )
    return invite(settings, typed, _target(given))


def _print(given: argparse.Namespace, settings: config.Config) -> int:
    from kiosk.commands.print_slips import print_slips, print_test_page

    if bool(given.number) == (given.ready or given.test_page):
        raise UsageError("say which slips: invitation numbers, --ready or --test-page")
    if given.test_page:
        return print_test_page(settings, _target(given))
    return print_slips(settings, given.number, _target(given), ready=given.ready)


def _target(given: argparse.Namespace) -> Target:
    from kiosk.commands.paper import Target

    return Target(pdf=getattr(given, "pdf", None), printer=given.printer, stock=given.stock, first=given.first_label)


def _status(given: argparse.Namespace, settings: config.Config) -> int:
    from kiosk.commands.status import status

    return status(settings, as_json=given.json)


def _import(given: argparse.Namespace, settings: config.Config) -> int:
    from kiosk.commands.import_sheet import import_sheet
    from kiosk.domain.day_sheet import DateOrder

    dates = DateOrder(given.dates) if given.dates else None
    return import_sheet(
        settings, given.file, dry_run=given.dry_run, as_json=given.json, dates=dates, target=_target(given)
    )


def _audit(given: argparse.Namespace, settings: config.Config) -> int:
    from kiosk.commands.audit import verify

    return verify(settings, as_json=given.json)


def _demo(given: argparse.Namespace) -> int:
    print("The demo starts: a portal, a tablet and a desk on this machine, with made-up people.", flush=True)
    from kiosk.demo import headless, windows
    from kiosk.demo.display import usable_display

    if given.headless or not usable_display():
        return headless.run(given.output)
    return windows.run(given.output)


_COMMANDS: Final[dict[str, Callable[[argparse.Namespace, config.Config], int]]] = {
    "run": _run,
    "enrol": _enrol,
    "invite": _invite,
    "print": _print,
    "status": _status,
    "import": _import,
    "audit": _audit,
}
"""What each command does; what it needs beyond the settings is imported there."""
