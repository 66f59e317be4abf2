"""``keyfile.json``: the device's keys, wrapped. Without a slot's secret it opens nothing.

    slot secret (passphrase → Argon2id) → KEK → AES-256-GCM → outbox key · local key · signing key

Each key is wrapped on its own, so that shredding ``local.db`` (``docs/architecture.md``, "Files") destroys one
entry and leaves the sealed operations deliverable. A *development* slot holds its KEK openly: ``device_files`` takes it
with a portal on loopback only, and the screens show a red banner.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.domain.errors import KeyMismatchError, StorageError
from kiosk.domain.ports import Entropy
from kiosk.domain.values import Sensitive

VERSION: Final = "kiosk-keyfile/1"
PASSPHRASE_MIN: Final = 12
"""Shortest accepted staff passphrase, in characters; Argon2id stretches the rest."""

KeyName = Literal["outbox", "local", "signing"]
_NAMES: Final[tuple[KeyName, ...]] = ("outbox", "local", "signing")


@dataclass(frozen=True, slots=True, repr=False)
class DeviceKeys(Sensitive):
    """The opened keys, 32 bytes each: SQLCipher raw keys and an Ed25519 seed. In memory only."""

    outbox: bytes
    local: bytes
    signing: bytes


class Wrapped(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """AES-256-GCM of one key; the associated data names which one."""

    nonce: bytes
    ciphertext: bytes


class PassphraseSlot(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="passphrase", kw_only=True
):
    """The KEK under a staff passphrase: Argon2id (RFC 9106), 64 MiB, three passes.

    A file that asks for days of work is damaged, not obeyed.
    """

    salt: bytes
    kek: Wrapped
    memory_kib: Annotated[int, msgspec.Meta(ge=8, le=1 << 20)] = 65536
    iterations: Annotated[int, msgspec.Meta(ge=1, le=16)] = 3
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)] = 1


class DevelopmentSlot(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="development", kw_only=True
):
    """The KEK in the clear, for demonstration and development."""

    kek: bytes


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file's content."""

    v: Literal["kiosk-keyfile/1"]
    slots: list[PassphraseSlot | DevelopmentSlot]
    outbox: Wrapped
    local: Wrapped
    signing: Wrapped

    @property
    def is_development(self) -> bool:
        """Whether anybody with the file can open it."""
        return any(isinstance(slot, DevelopmentSlot) for slot in self.slots)


def create(passphrase: str | None, entropy: Entropy) -> tuple[KeyFile, DeviceKeys]:
    """Make new keys.

    Args:
        passphrase: the staff passphrase, or None for a development key.
        entropy: source of all randomness.
    """
    kek = entropy.random_bytes(32)
    keys = {name: entropy.random_bytes(32) for name in _NAMES}
    slot: PassphraseSlot | DevelopmentSlot
    if passphrase is None:
        slot = DevelopmentSlot(kek=kek)
    else:
        salt = entropy.random_bytes(16)
        blank = PassphraseSlot(salt=salt, kek=Wrapped(b"", b""))
        slot = msgspec.structs.replace(blank, kek=_wrap(_stretch(blank, passphrase), "kek", kek, entropy))
    wrapped = {name: _wrap(kek, name, key, entropy) for name, key in keys.items()}
    return KeyFile(v=VERSION, slots=[slot], **wrapped), DeviceKeys(**keys)


def unlock(keyfile: KeyFile, passphrase: str | None) -> DeviceKeys:
    """Open the keys; with a passphrase it takes about 0.15 s and 64 MiB.

    Raises:
        KeyMismatchError: no slot opens with this.
    """
    for slot in keyfile.slots:
        try:
            if isinstance(slot, DevelopmentSlot):
                if passphrase is not None:
                    continue
                kek = slot.kek
            elif passphrase is None:
                continue
            else:
                kek = _unwrap(_stretch(slot, passphrase), "kek", slot.kek)
            opened = {name: _unwrap(kek, name, getattr(keyfile, name)) for name in _NAMES}
        except (InvalidTag, ValueError):
            continue
        return DeviceKeys(**opened)
    raise KeyMismatchError("no slot of the keyfile opens with this secret")


def read(path: Path) -> KeyFile | None:
    """Read the file; None if it is absent.

    Raises:
        StorageError: unreadable, or not a keyfile.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=KeyFile)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.MsgspecError) as error:
        raise StorageError(f"keyfile: {type(error).__name__}") from None


def write(path: Path, keyfile: KeyFile) -> None:
    """Write the file, 0600 and durable: beside it, fsync, rename.

    Raises:
        StorageError: it could not be written.
    """
    beside = path.with_suffix(".new")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(keyfile), indent=1))
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        raise StorageError(f"keyfile: {type(error).__name__}") from None


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _stretch(slot: PassphraseSlot, passphrase: str) -> bytes:
    kdf = Argon2id(salt=slot.salt, length=32, iterations=slot.iterations, lanes=slot.lanes, memory_cost=slot.memory_kib)
    return kdf.derive(passphrase.encode("utf-8"))


def _wrap(key: bytes, name: str, secret: bytes, entropy: Entropy) -> Wrapped:
    nonce = entropy.random_bytes(12)
    return Wrapped(nonce, AESGCM(key).encrypt(nonce, secret, _associated(name)))


def _unwrap(key: bytes, name: str, wrapped: Wrapped) -> bytes:
    return AESGCM(key).decrypt(wrapped.nonce, wrapped.ciphertext, _associated(name))


def _associated(name: str) -> bytes:
    return f"{VERSION}\0{name}".encode()
