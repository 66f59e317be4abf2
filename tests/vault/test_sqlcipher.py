"""SQLCipher files: no mistake with a key or a file goes unseen (K2)."""

import os
import secrets
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kiosk.domain.errors import DiskFullError, KeyMismatchError, StorageError
from kiosk.vault.sqlcipher import is_plaintext, open_database, storage_errors

KEY = secrets.token_bytes(32)
PURPOSE = "kiosk-test/1"
CANARY = "Quillfeather"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed file with a hundred rows of canaries."""
    made = tmp_path / "file.db"
    db = open_database(made, KEY, create=True, purpose=PURPOSE)
    db.execute("CREATE TABLE notes (text TEXT NOT NULL)")
    db.executemany("INSERT INTO notes VALUES (?)", [(f"{CANARY} {number:05}" * 20,) for number in range(100)])
    db.close()
    return made


def count(path: Path) -> int:
    """Rows in the file, every one decrypted."""
    db = open_database(path, KEY, purpose=PURPOSE)
    try:
        with storage_errors():
            return len(db.execute("SELECT text FROM notes").fetchall())
    finally:
        db.close()


@pytest.mark.rule("K2")
def test_the_right_key_opens(path: Path) -> None:
    """And the file is its owner's alone."""
    assert count(path) == 100
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not is_plaintext(path)


@pytest.mark.rule("K2")
@pytest.mark.parametrize("key", [bytes(32), KEY[:-1] + bytes([KEY[-1] ^ 1])], ids=["zero", "one bit"])
def test_a_wrong_key_opens_nothing(path: Path, key: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    """Without a word on stderr, and the file stays as it was."""
    before = path.read_bytes()
    with pytest.raises(KeyMismatchError):
        open_database(path, key, purpose=PURPOSE)
    assert path.read_bytes() == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.rule("K2")
@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
@pytest.mark.parametrize("create", [True, False])
def test_a_key_of_another_length_is_refused(path: Path, length: int, create: bool) -> None:
    """It would become a passphrase, or no encryption at all."""
    target = path.with_name("new.db") if create else path
    with pytest.raises(ValueError, match="32 bytes"):
        open_database(target, bytes(length), create=create, purpose=PURPOSE)
    assert target.exists() is not create


def plaintext(path: Path) -> None:
    """Anybody's SQLite file."""
    path.unlink()
    db = dbapi2.connect(str(path))
    db.execute("CREATE TABLE kiosk_file (purpose TEXT NOT NULL)")
    db.execute("INSERT INTO kiosk_file VALUES (?)", (PURPOSE,))
    db.commit()
    db.close()


DAMAGE: dict[str, Callable[[Path], object]] = {
    "plaintext": plaintext,
    "empty": lambda path: path.write_bytes(b""),
    "cut in the first page": lambda path: os.truncate(path, 1000),
    "first page flipped": lambda path: path.write_bytes(flip(path.read_bytes(), 100)),
    "salt flipped": lambda path: path.write_bytes(flip(path.read_bytes(), 3)),
    "noise": lambda path: path.write_bytes(secrets.token_bytes(8192)),
}


def flip(content: bytes, at: int) -> bytes:
    """The same with one bit changed."""
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


@pytest.mark.rule("K2")
@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_or_foreign_file_is_refused_and_left_alone(path: Path, damage: Callable[[Path], object]) -> None:
    """None of them opens as a new, empty database, and none is written to."""
    damage(path)
    before = path.read_bytes()
    with pytest.raises(StorageError):
        open_database(path, KEY, purpose=PURPOSE)
    assert path.read_bytes() == before


@pytest.mark.rule("K2")
@pytest.mark.parametrize("page", [2, 3, -1])
def test_a_flipped_bit_in_any_page_is_found_when_read(path: Path, page: int) -> None:
    """Each page is authenticated: a changed one is a fault, never other data."""
    content = path.read_bytes()
    pages = len(content) // 4096
    assert pages > 10
    path.write_bytes(flip(content, (page % pages) * 4096 + 2000))
    with pytest.raises(StorageError):
        count(path)


def test_a_file_that_lost_its_end_is_found_when_read(path: Path) -> None:
    """Cut at a page's edge the file still opens; reading what is gone is a fault."""
    os.truncate(path, 5 * 4096)
    with pytest.raises(StorageError):
        count(path)


def test_an_older_copy_passes(path: Path, tmp_path: Path) -> None:
    """No check of the file can tell: only ``seq`` and ``prev`` of the chain show it, at the portal."""
    older = tmp_path / "older.db"
    shutil.copy(path, older)
    db = open_database(path, KEY, purpose=PURPOSE)
    db.execute("INSERT INTO notes VALUES ('later')")
    db.close()
    assert count(path) == 101
    shutil.copy(older, path)
    assert count(path) == 100


def test_another_purpose_is_refused(path: Path) -> None:
    """The outbox is not opened as the local file."""
    with pytest.raises(KeyMismatchError):
        open_database(path, KEY, purpose="kiosk-other/1")


def test_a_missing_file_is_never_made(tmp_path: Path) -> None:
    """Opening asks for a file that is there."""
    with pytest.raises(StorageError):
        open_database(tmp_path / "none.db", KEY, purpose=PURPOSE)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_made_anew(path: Path) -> None:
    """Creating asks for a place that is free."""
    with pytest.raises(StorageError):
        open_database(path, KEY, create=True, purpose=PURPOSE)
    assert count(path) == 100


def test_what_makes_a_commit_durable_is_on(path: Path) -> None:
    """Write-ahead log with FULL sync (2), read back; nothing decrypted goes to a temporary file (2: memory)."""
    db = open_database(path, KEY, purpose=PURPOSE)
    read = {
        name: str(db.execute(f"PRAGMA {name}").fetchone()[0])
        for name in (
            "journal_mode",
            "synchronous",
            "foreign_keys",
            "temp_store",
            "secure_delete",
            "cipher_memory_security",
        )
    }
    db.close()
    assert read == {
        "journal_mode": "wal",
        "synchronous": "2",
        "foreign_keys": "1",
        "temp_store": "2",
        "secure_delete": "1",
        "cipher_memory_security": "1",
    }


@pytest.mark.rule("K2")
def test_no_plaintext_in_any_file(path: Path) -> None:
    """Neither the file, nor its log, nor its index shows a canary, open or closed."""
    db = open_database(path, KEY, purpose=PURPOSE)
    db.execute("INSERT INTO notes VALUES (?)", (CANARY,))
    files = sorted(path.parent.iterdir())
    assert [file.name for file in files] == ["file.db", "file.db-shm", "file.db-wal"]
    assert files[2].stat().st_size > 4096
    assert not any(CANARY.encode() in file.read_bytes() for file in files)
    db.close()
    assert not any(CANARY.encode() in file.read_bytes() for file in path.parent.iterdir())


def test_an_old_library_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below 3.51.3 an acknowledged commit can be lost."""
    monkeypatch.setattr(dbapi2, "sqlite_version", "3.51.2")
    with pytest.raises(StorageError, match=r"3\.51\.3"):
        open_database(path, KEY, purpose=PURPOSE)


def test_kinds_of_faults(path: Path) -> None:
    """A full disk, a broken constraint and a mistake in SQL are three different things."""
    db = open_database(path, KEY, purpose=PURPOSE)
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(DiskFullError), storage_errors():
        db.execute("INSERT INTO notes VALUES (?)", ("x" * 100_000,))
    with pytest.raises(dbapi2.IntegrityError), storage_errors():
        db.execute("INSERT INTO notes VALUES (NULL)")
    with pytest.raises(StorageError) as caught, storage_errors():
        db.execute(f"SELECT {CANARY}")
    assert CANARY not in str(caught.value)
    db.close()
