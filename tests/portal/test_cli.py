"""``kiosk-portal`` as a process: makes a portal, tickets and staff, serves, and says plainly what is wrong."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import socket
import subprocess
import sys
import uuid
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import msgspec
import pytest

from kiosk.domain.staff import Pin
from kiosk.portal import admin, cli, engine, keyfile, mail_outbox
from kiosk.portal import tables as t
from kiosk.protocol import keys as protocol_keys
from kiosk.protocol import wire, wire_sync
from kiosk.protocol.enrolment import Ticket
from kiosk.vault.pin import Argon2PinVerifier
from kiosk.vault.sqlcipher import is_plaintext
from tests.portal.conftest import Command
from tests.portal.device import TestDevice, send

PRACTICE = ("--name", "Lakeside", "--host", "portal.example", "--time-zone", "America/New_York")


@pytest.fixture(autouse=True)
def _mask() -> Iterator[None]:
    """Where a test is the command, only the files of this test are private."""
    mask = os.umask(0o022)
    os.umask(mask)
    yield
    os.umask(mask)


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Command:
    """The command on a database that ``init`` made, for the tests that change nothing."""
    made = Command(f"sqlite:///{tmp_path_factory.mktemp('used') / 'portal.db'}")
    made.told("init")
    return made


@pytest.fixture
def command(used: Command, tmp_path: Path) -> Command:
    """The command on a copy of that database."""
    shutil.copytree(Path(used.database.removeprefix("sqlite:///")).parent, tmp_path, dirs_exist_ok=True)
    return Command(f"sqlite:///{tmp_path / 'portal.db'}")


def test_from_nothing_to_an_enrolled_device(command: Command, tmp_path: Path) -> None:
    """init, serve, practice, staff, ticket: the ticket enrols a device, which learns its practice and staff."""
    with command.served("--bind", "127.0.0.1:0") as url:
        practice_id = command.told("practice", "add", *PRACTICE)
        told = json.loads(
            command.told(
                *("staff", "add", "--practice", practice_id, "--name", "Dana Reyes", "--role", "manager"),
                *("--random-pin", "--json"),
            )
        )
        shown = command.told("device", "add", "--practice", practice_id, "--role", "desk")
        ticket = Ticket.parse(shown.splitlines()[-1])
        assert ticket.url == url
        assert "█" in shown
        device = TestDevice()
        answer = send(
            url.removeprefix("http://"),
            "POST",
            "/v1/devices/enrol",
            msgspec.json.encode(device.enrol_request(ticket.code)),
            {"Content-Type": "application/json"},
        )
        welcome = msgspec.json.decode(answer.body, type=wire.EnrolResponse)
        device.enrolled(welcome)
        assert (welcome.role, str(welcome.practice.practice_id)) == ("desk", practice_id)
        synced = device.call(url.removeprefix("http://"), "POST", "/v1/sync", device.sync_request())
        (staff,) = (
            change
            for change in msgspec.json.decode(synced.body, type=wire_sync.SyncResponse).changes
            if isinstance(change, wire_sync.StaffChange)
        )
        assert (str(staff.staff_id), staff.role) == (told["staff_id"], "manager")
        assert isinstance(Pin.parse(told["pin"]), Pin)
        assert Argon2PinVerifier().matches(told["pin"], staff.verifier)
        listed = json.loads(command.told("device", "list", "--json"))
        assert (listed["device_id"], listed["status"]) == (str(device.device_id), "active")
        command.told("device", "revoke", "--device", str(device.device_id))
        revoked = device.call(url.removeprefix("http://"), "POST", "/v1/sync", device.sync_request())
        assert revoked.problem() == "device_revoked"


def test_ticket_names_the_root(command: Command, tmp_path: Path) -> None:
    """The ticket's hash is that of the key file's root key."""
    practice_id = command.told("practice", "add", *PRACTICE)
    told = command.told(
        *("device", "add", "--practice", practice_id, "--role", "tablet", "--url", "https://portal.example", "--json")
    )
    ticket = Ticket.parse(json.loads(told)["ticket"])
    keys = keyfile.load(tmp_path / "portal.db.keys.json")
    assert ticket.root_hash == protocol_keys.root_hash(keys.root_public)


def test_files_are_the_owners_alone_and_encrypted(command: Command, tmp_path: Path) -> None:
    """Key file and database are readable by their owner alone, and the database shows nothing."""
    command.told("practice", "add", *PRACTICE)
    for name in ("portal.db", "portal.db.keys.json"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert not is_plaintext(tmp_path / "portal.db")
    assert not any(b"Lakeside" in path.read_bytes() for path in tmp_path.iterdir())


def test_a_backup_that_was_put_back(command: Command, tmp_path: Path) -> None:
    """The file and its keys, copied while nothing serves, are the portal again; ``restored`` begins a new epoch."""
    practice_id = command.told("practice", "add", *PRACTICE)
    backup = tmp_path / "backup"
    backup.mkdir()
    for path in tmp_path.glob("portal.db*"):
        shutil.copy(path, backup / path.name)
    kept = Command(f"sqlite:///{backup / 'portal.db'}")

    def state() -> tuple[str, str]:
        database = engine.open_database(kept.database, keyfile.load(backup / "portal.db.keys.json"))
        try:
            practices, epoch = database.run(
                lambda c: (c.execute(t.practices.select()).all(), c.execute(t.portal.select()).one().epoch)
            )
            return str(practices[0].practice_id), epoch
        finally:
            database.close()

    found, before = state()
    assert kept.told("restored") == "a new epoch has begun"
    assert (found, state()[0]) == (practice_id, practice_id)
    assert state()[1] != before


def test_init_again_keeps_everything(command: Command, tmp_path: Path) -> None:
    """A second ``init`` changes neither keys nor data."""
    practice_id = command.told("practice", "add", *PRACTICE)
    before = (tmp_path / "portal.db.keys.json").read_bytes()
    command.told("init")
    assert (tmp_path / "portal.db.keys.json").read_bytes() == before
    database = engine.open_database(command.database, keyfile.load(tmp_path / "portal.db.keys.json"))
    rows = database.run(lambda c: c.execute(t.practices.select()).all())
    assert [str(row.practice_id) for row in rows] == [practice_id]
    assert admin.list_mails(database) == []
    database.close()


def test_mails_that_need_somebody(command: Command, tmp_path: Path) -> None:
    """Listed with their address masked and not a word of what they say; one that is unsure goes again, once."""
    practice_id = uuid.UUID(command.told("practice", "add", *PRACTICE))
    keys = keyfile.load(tmp_path / "portal.db.keys.json")
    now = dt.datetime.now(dt.UTC)
    database = engine.open_database(command.database, keys)
    for to in ("ana@mail.example", "ben@mail.example"):
        mail = mail_outbox.Mail(
            practice_id=practice_id,
            kind="direct_reset",
            cause=uuid.uuid4(),
            recipient=to,
            language="en",
            fields={"first": "Rosalind"},
        )
        database.run(partial(mail_outbox.queue, keys=keys, mail=mail, now=now))
        taken = database.run(lambda c: mail_outbox.claim(c, keys, now))
        assert taken is not None
        if to.startswith("ana"):
            database.run(partial(mail_outbox.unsure, mail=taken))
        else:
            database.run(partial(mail_outbox.sent, mail=taken, now=now))
    database.close()
    (listed,) = (json.loads(line) for line in command.told("mail", "list", "--json").splitlines())
    assert (listed["state"], listed["kind"], listed["recipient"]) == ("unsure", "direct_reset", "a•••@mail.example")
    text = command.told("mail", "list", "--all")
    assert [line.split()[1] for line in text.splitlines()] in (["unsure", "sent"], ["sent", "unsure"])
    assert not any(word in text for word in ("Rosalind", "ana@", "ben@"))
    assert command.told("mail", "retry", listed["mail_id"]) == "waiting"
    again = command.run("mail", "retry", listed["mail_id"])
    assert again.returncode == 1
    assert "no such mail that is unsure" in again.stderr


def test_lost_key_file_makes_no_new_one(command: Command, tmp_path: Path) -> None:
    """A database without its key file is no reason to make new keys."""
    (tmp_path / "portal.db.keys.json").unlink()
    for arguments in (("init",), ("serve", "--bind", "127.0.0.1:0")):
        assert command.run(*arguments).returncode == 1
    assert not (tmp_path / "portal.db.keys.json").exists()


def test_other_key_file(command: Command, tmp_path: Path) -> None:
    """Another portal's keys do not open the database, and the message says so."""
    keyfile.create(tmp_path / "other.json")
    done = command.run("device", "list", "--keys", str(tmp_path / "other.json"))
    assert done.returncode == 1
    assert done.stderr == "kiosk-portal: the key does not open this file\n"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these modes")
def test_key_file_that_others_may_read(command: Command, tmp_path: Path) -> None:
    """A key file that others may read is refused, with the way to mend it."""
    (tmp_path / "portal.db.keys.json").chmod(0o640)
    done = command.run("device", "list")
    assert (done.returncode, "chmod 600" in done.stderr) == (1, True)


def test_without_init(tmp_path: Path) -> None:
    """Nothing but ``init`` makes files."""
    command = Command(f"sqlite:///{tmp_path / 'portal.db'}")
    assert command.run("serve", "--bind", "127.0.0.1:0").returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_busy_port(command: Command) -> None:
    """A port that another process has: a plain message and exit code 1."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = command.run("serve", "--bind", f"127.0.0.1:{taken.getsockname()[1]}")
    assert (done.returncode, done.stdout) == (1, "")
    assert "in use" in done.stderr


def test_same_port_after_a_stop(command: Command) -> None:
    """A portal that was stopped can be served again on the same port at once."""
    with command.served("--bind", "127.0.0.1:0") as url:
        address = url.removeprefix("http://")
        send(address, "GET", "/healthz", b"", {})
    with command.served("--bind", address) as again:
        assert again == url


def test_staff_pin_from_stdin(command: Command) -> None:
    """A PIN is read from standard input, and a run is refused."""
    practice_id = command.told("practice", "add", *PRACTICE)
    arguments = ("staff", "add", "--practice", practice_id, "--name", "Lee", "--role", "receptionist")
    assert command.run(*arguments, typed="123456\n").returncode == 1
    done = command.run(*arguments, typed="275903\n")
    assert (done.returncode, "275903" in done.stdout) == (0, False)


@pytest.mark.parametrize(
    "arguments",
    [
        ("practice", "add", *PRACTICE, "--time-zone", "Mars/Olympus"),
        ("practice", "add", *PRACTICE, "--host", "a" * 37),
        ("practice", "add", *PRACTICE, "--host", "portal.example/x"),
        ("practice", "add", *PRACTICE, "--name", " "),
        ("practice", "add", *PRACTICE, "--language", "xx"),
        ("practice", "add", *PRACTICE, "--guardian-below", "19"),
        (
            "device",
            "add",
            "--practice",
            "00000000-0000-4000-8000-000000000000",
            "--role",
            "tablet",
            "--url",
            "https://p",
        ),
        ("device", "revoke", "--device", "00000000-0000-4000-8000-000000000000"),
        ("serve", "--bind", "nonsense"),
        ("serve", "--bind", "127.0.0.1:0", "--public-url", "http://portal.example"),
        ("serve", "--bind", "127.0.0.1:0", "--smtp", "nonsense"),
        ("device", "list", "--database", "mysql://x"),
        ("device", "list", "--database", "sqlite://"),
        ("device", "list", "--database", "postgresql+psycopg://nobody@/none"),
    ],
    ids=range(14),
)
def test_wrong_arguments(used: Command, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong value ends with 1 and one plain line, never with a traceback."""
    database = () if "--database" in arguments else ("--database", used.database)
    assert cli.main([*arguments, *database]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("kiosk-portal: ")
    assert shown.err.count("\n") == 1


def test_ticket_before_the_first_serve(command: Command) -> None:
    """Before the portal was ever served its URL has to be given."""
    practice_id = command.told("practice", "add", *PRACTICE)
    done = command.run("device", "add", "--practice", practice_id, "--role", "tablet")
    assert (done.returncode, "URL" in done.stderr) == (1, True)


def test_no_database() -> None:
    """Without a database the command says what it needs."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk.portal", "device", "list"],
        check=False,
        capture_output=True,
        text=True,
        env=Command("").environment(),
    )
    assert done.returncode == 2


def test_database_that_does_not_answer(tmp_path: Path) -> None:
    """A PostgreSQL that is not there: one line, and no password in it."""
    command = Command("postgresql+psycopg://portal:not-to-be-seen@127.0.0.1:1/portal")
    done = command.run("init", "--keys", str(tmp_path / "keys.json"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kiosk-portal: the database fails: ")
    assert done.stderr.count("\n") == 1
    assert "not-to-be-seen" not in done.stderr
