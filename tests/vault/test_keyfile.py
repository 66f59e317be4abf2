"""The keyfile: opens with its slot's secret and nothing else."""

import base64
import dataclasses
import json
import secrets
import stat
import uuid
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from kiosk.domain.errors import KeyMismatchError, StorageError
from kiosk.vault import keyfile
from kiosk.vault.keyfile import DevelopmentSlot, KeyFile, PassphraseSlot

PASSPHRASE = "seven copper kettles"


class Dice:
    """Real randomness behind the port."""

    def random_bytes(self, count: int) -> bytes:
        """Bytes of the system."""
        return secrets.token_bytes(count)

    def uuid4(self) -> UUID:
        """An id of the system."""
        return uuid.uuid4()


MADE, KEYS = keyfile.create(PASSPHRASE, Dice())
OPEN, OPEN_KEYS = keyfile.create(None, Dice())


def flipped(raw: bytes) -> bytes:
    """The same with one bit changed."""
    return bytes([raw[0] ^ 1]) + raw[1:]


@pytest.mark.rule("K2")
def test_round_trip(tmp_path: Path) -> None:
    """Written, read and opened: the same three keys; the file is its owner's alone and holds none of them."""
    path = tmp_path / "keyfile.json"
    keyfile.write(path, MADE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["keyfile.json"]
    stored = keyfile.read(path)
    assert stored == MADE
    assert stored is not None
    assert keyfile.unlock(stored, PASSPHRASE) == KEYS
    for key in dataclasses.astuple(KEYS):
        assert len(key) == 32
        assert base64.b64encode(key) not in path.read_bytes()
    assert repr(KEYS) == "DeviceKeys(…)"


@pytest.mark.parametrize("typed", ["Seven copper kettles", "", PASSPHRASE + " ", None])
def test_another_passphrase_opens_nothing(typed: str | None) -> None:
    """Nearly right is wrong, and so is none."""
    with pytest.raises(KeyMismatchError):
        keyfile.unlock(MADE, typed)


def test_a_development_slot_opens_without_a_passphrase_only() -> None:
    """It says that it is one; a passphrase does not fit it."""
    assert keyfile.unlock(OPEN, None) == OPEN_KEYS
    assert OPEN.is_development
    assert not MADE.is_development
    with pytest.raises(KeyMismatchError):
        keyfile.unlock(OPEN, PASSPHRASE)


@pytest.mark.parametrize("entry", ["outbox", "local", "signing"])
@pytest.mark.parametrize("part", ["nonce", "ciphertext"])
def test_a_flipped_bit_opens_nothing(entry: str, part: str) -> None:
    """Each wrapped key is authenticated."""
    wrapped = getattr(OPEN, entry)
    bad = msgspec.structs.replace(wrapped, **{part: flipped(getattr(wrapped, part))})
    with pytest.raises(KeyMismatchError):
        keyfile.unlock(msgspec.structs.replace(OPEN, **{entry: bad}), None)


def test_wrapped_keys_cannot_change_places() -> None:
    """The outbox's key put where the local file's stands does not open."""
    with pytest.raises(KeyMismatchError):
        keyfile.unlock(msgspec.structs.replace(OPEN, local=OPEN.outbox), None)


def slot_of(made: KeyFile) -> PassphraseSlot:
    """Its only slot."""
    slot = made.slots[0]
    assert isinstance(slot, PassphraseSlot)
    return slot


TAMPERED: dict[str, dict[str, Any]] = {
    "salt": {"salt": flipped(slot_of(MADE).salt)},
    "short salt": {"salt": b""},
    "kek": {"kek": keyfile.Wrapped(slot_of(MADE).kek.nonce, flipped(slot_of(MADE).kek.ciphertext))},
    "short nonce": {"kek": keyfile.Wrapped(b"", slot_of(MADE).kek.ciphertext)},
    "iterations": {"iterations": 1},
    "memory": {"memory_kib": 8},
    "lanes": {"lanes": 2},
}


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED)
def test_a_tampered_slot_opens_nothing(change: dict[str, Any]) -> None:
    """Salt, wrapped key and cost parameters all belong to the secret."""
    slot = msgspec.structs.replace(slot_of(MADE), **change)
    with pytest.raises(KeyMismatchError):
        keyfile.unlock(msgspec.structs.replace(MADE, slots=[slot]), PASSPHRASE)


def test_a_slot_of_another_keyfile_opens_nothing() -> None:
    """A stranger's slot, put in front or instead, does not unwrap these keys; behind it the right one still does."""
    strange = DevelopmentSlot(kek=secrets.token_bytes(32))
    with pytest.raises(KeyMismatchError):
        keyfile.unlock(msgspec.structs.replace(MADE, slots=[strange]), None)
    both = msgspec.structs.replace(MADE, slots=[strange, *MADE.slots])
    with pytest.raises(KeyMismatchError):
        keyfile.unlock(both, None)
    assert keyfile.unlock(both, PASSPHRASE) == KEYS
    with pytest.raises(KeyMismatchError):
        keyfile.unlock(msgspec.structs.replace(MADE, slots=[]), PASSPHRASE)


def test_absent_is_none(tmp_path: Path) -> None:
    """No file is no fault here; ``startup_state`` judges it."""
    assert keyfile.read(tmp_path / "keyfile.json") is None


def rewritten(**change: object) -> bytes:
    """The file with its slot's fields changed."""
    content = json.loads(msgspec.json.encode(MADE))
    content["slots"][0] |= change
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "content",
    {
        "empty": b"",
        "other": b"{}",
        "cut": msgspec.json.encode(MADE)[:-20],
        "binary": b"\xff\xfe",
        "version": msgspec.json.encode(MADE).replace(b"keyfile/1", b"keyfile/2"),
        "extra": rewritten(more=1),
        "greedy": rewritten(memory_kib=1 << 30),
        "endless": rewritten(iterations=10**9),
    }.values(),
    ids=["empty", "other", "cut", "binary", "version", "extra", "greedy", "endless"],
)
def test_a_damaged_file_is_a_storage_fault(tmp_path: Path, content: bytes) -> None:
    """Not absent (which might lead to a new one), and not obeyed when it asks for days of work."""
    path = tmp_path / "keyfile.json"
    path.write_bytes(content)
    with pytest.raises(StorageError, match="keyfile"):
        keyfile.read(path)


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new content goes beside the old and takes its place only when it is safe on disk."""
    path = tmp_path / "keyfile.json"
    keyfile.write(path, MADE)

    def broken(descriptor: int) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", broken)
        with pytest.raises(StorageError):
            keyfile.write(path, OPEN)
    assert keyfile.read(path) == MADE
