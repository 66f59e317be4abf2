"""What state the device's files are in when the program starts: a pure function, so that every case is tested.

No state falls through to making a file; only an explicit enrolment does. The patient sees "Please see the front desk"
in all states but ``READY``.
"""

from __future__ import annotations

import enum


class Databases(enum.Enum):
    """Both files of the device together."""

    NONE = "none"
    SOME = "some"
    ALL = "all"
    DAMAGED = "damaged"
    """One is plaintext, empty or cut short."""


class KeyFileState(enum.Enum):
    """The keyfile on disk."""

    ABSENT = "absent"
    PRESENT = "present"
    DAMAGED = "damaged"


class Key(enum.Enum):
    """What came of trying the key; ``NONE`` before a passphrase was given."""

    NONE = "none"
    WRONG = "wrong"
    FITS_KEYFILE_ONLY = "fits_keyfile_only"
    FITS = "fits"


class StartupState(enum.Enum):
    """What the program may do: only READY serves patients."""

    FIRST_RUN = "first_run"
    READY = "ready"
    LOCKED = "locked"
    KEY_MISMATCH = "key_mismatch"
    ORPHAN_DB = "orphan_db"
    DB_MISSING = "db_missing"
    TAMPER = "tamper"


def startup_state(databases: Databases, keyfile: KeyFileState, key: Key) -> StartupState:
    """Judge files and key.

    ``LOCKED`` asks for the staff passphrase (also after a wrong one); ``KEY_MISMATCH`` means the keyfile opens, but
    its keys do not fit the databases.
    """
    if keyfile is KeyFileState.DAMAGED or databases is Databases.DAMAGED:
        return StartupState.TAMPER
    if keyfile is KeyFileState.ABSENT:
        return StartupState.FIRST_RUN if databases is Databases.NONE else StartupState.ORPHAN_DB
    if databases is not Databases.ALL:
        return StartupState.DB_MISSING
    if key in (Key.NONE, Key.WRONG):
        return StartupState.LOCKED
    return StartupState.READY if key is Key.FITS else StartupState.KEY_MISMATCH
