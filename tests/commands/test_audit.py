"""``kiosk audit verify`` on files that somebody changed behind the program's back (F5)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.device import OUTBOX
from kiosk.device_files import open_device
from kiosk.domain.staff import AuditAction, AuditEntry
from kiosk.store import schema
from kiosk.vault import keyfile
from kiosk.vault.sqlcipher import open_database
from tests.commands.conftest import Run, acts
from tests.store.samples import NOW, STAFF_ID

pytestmark = pytest.mark.rule("F5")


def act(folder: Path, count: int) -> None:
    """Let staff do things."""
    _, device = open_device(folder, None)
    assert device is not None
    for action in list(AuditAction)[:count]:
        device.outbox.audit(AuditEntry(STAFF_ID, action, NOW, "object"))
    device.close()


def tamper(folder: Path, *statements: str) -> None:
    """Change the file as somebody could who has its key."""
    stored = keyfile.read(folder / "keyfile.json")
    assert stored is not None
    key = keyfile.unlock(stored, None).outbox
    db = open_database(folder / OUTBOX, key, purpose=schema.OUTBOX_PURPOSE)
    for statement in statements:
        db.execute(statement)
    db.close()


@pytest.mark.parametrize("count", [0, 5])
def test_an_untouched_trail_holds(enrolled: Path, run: Run, count: int) -> None:
    """Exit code 0, the number of rows and the head that the portal knows too."""
    act(enrolled, count)
    code, out, _ = run("audit", "verify")
    assert (code, out.startswith(f"The audit trail holds: {count} rows")) == (0, True)
    told = json.loads(run("audit", "verify", "--json")[1])
    assert (told["rows"], told["first_bad"], len(told["head"])) == (count, None, 43 if count else 0)


@pytest.mark.parametrize(
    ("statements", "bad"),
    [
        (["UPDATE audit SET staff_id = 'somebody else' WHERE number = 3"], 3),
        (["UPDATE audit SET action = 'list_viewed' WHERE number = 1"], 1),
        (["DELETE FROM audit WHERE number = 2"], 2),
        (["DELETE FROM audit WHERE number = 1"], 1),
        (["DELETE FROM audit WHERE number = 2", "UPDATE audit SET number = number - 1 WHERE number > 2"], 2),
        (
            [
                "UPDATE audit SET number = 99 WHERE number = 3",
                "UPDATE audit SET number = 3 WHERE number = 4",
                "UPDATE audit SET number = 4 WHERE number = 99",
            ],
            3,
        ),
    ],
    ids=["edited", "edited first", "cut", "cut in front", "cut and renumbered", "reordered"],
)
def test_the_first_bad_row_is_named(enrolled: Path, run: Run, statements: list[str], bad: int) -> None:
    """Edited, cut or reordered in the file itself: exit code 1 and the row's number."""
    act(enrolled, 5)
    tamper(enrolled, *statements)
    code, out, _ = run("audit", "verify")
    assert code == 1
    assert f"breaks at row {bad} of" in out
    code, out, _ = run("audit", "verify", "--json")
    assert (code, json.loads(out)["first_bad"]) == (1, bad)


def known(folder: Path, count: int) -> None:
    """Let the portal know so many rows."""
    _, device = open_device(folder, None)
    assert device is not None
    device.local.keep_known_trail(count, device.outbox.audit_hash(count))
    device.close()


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "The portal knew no row"), (3, "The portal knew rows 1 to 3"), (5, "The portal knew every row")],
)
def test_it_claims_no_more_than_it_can_know(enrolled: Path, run: Run, count: int, said: str) -> None:
    """Rows that no sync has handed over yet can be cut off, and nobody can tell here."""
    act(enrolled, 5)
    known(enrolled, count)
    code, out, _ = run("audit", "verify")
    assert (code, said in out, "cannot be told" in out) == (0, True, count < 5)
    assert json.loads(run("audit", "verify", "--json")[1])["portal_knows"] == count


def test_a_tail_that_was_cut(enrolled: Path, run: Run) -> None:
    """The chain alone holds; the portal's word of the last sync does not."""
    act(enrolled, 5)
    known(enrolled, 5)
    tamper(enrolled, "DELETE FROM audit WHERE number > 3")
    code, out, _ = run("audit", "verify")
    assert (code, "breaks at row 4: it was cut there" in out) == (1, True)
    assert json.loads(run("audit", "verify", "--json")[1])["first_bad"] == 4


def test_a_chain_that_was_made_anew(enrolled: Path, run: Run) -> None:
    """Every hash fits the one before, and the row that the portal knew is another one."""
    act(enrolled, 3)
    known(enrolled, 3)
    tamper(enrolled, "DELETE FROM audit")
    act(enrolled, 2)
    act(enrolled, 2)
    code, out, _ = run("audit", "verify")
    assert (code, "breaks at row 3 of 4: the portal knows another one" in out) == (1, True)


def test_who_verifies_is_noted_after_it_was_judged(desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where somebody is known; a trail must also be possible to judge without a row more."""
    assert json.loads(run("audit", "verify", "--json")[1])["rows"] == 0
    assert acts(desk) == ["signed_in", "trail_verified", "signed_out"]
    monkeypatch.delenv("KIOSK_STAFF")
    assert json.loads(run("audit", "verify", "--json")[1])["rows"] == 3
    assert len(acts(desk)) == 3


def test_without_a_device(run: Run) -> None:
    """Nothing to verify is said kindly, and no file is made."""
    code, out, err = run("audit", "verify")
    assert (code, out) == (1, "")
    assert err.startswith("kiosk: not ready: this device is not enrolled yet")
