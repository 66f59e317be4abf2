"""What the files on disk mean at start: the whole table."""

from itertools import product

import pytest

from kiosk.vault.startup import Databases, Key, KeyFileState, StartupState, startup_state

S = StartupState

TABLE = {
    (KeyFileState.ABSENT, Databases.NONE): dict.fromkeys(Key, S.FIRST_RUN),
    (KeyFileState.ABSENT, Databases.SOME): dict.fromkeys(Key, S.ORPHAN_DB),
    (KeyFileState.ABSENT, Databases.ALL): dict.fromkeys(Key, S.ORPHAN_DB),
    (KeyFileState.ABSENT, Databases.DAMAGED): dict.fromkeys(Key, S.TAMPER),
    (KeyFileState.PRESENT, Databases.NONE): dict.fromkeys(Key, S.DB_MISSING),
    (KeyFileState.PRESENT, Databases.SOME): dict.fromkeys(Key, S.DB_MISSING),
    (KeyFileState.PRESENT, Databases.ALL): {
        Key.NONE: S.LOCKED,
        Key.WRONG: S.LOCKED,
        Key.FITS_KEYFILE_ONLY: S.KEY_MISMATCH,
        Key.FITS: S.READY,
    },
    (KeyFileState.PRESENT, Databases.DAMAGED): dict.fromkeys(Key, S.TAMPER),
    (KeyFileState.DAMAGED, Databases.NONE): dict.fromkeys(Key, S.TAMPER),
    (KeyFileState.DAMAGED, Databases.SOME): dict.fromkeys(Key, S.TAMPER),
    (KeyFileState.DAMAGED, Databases.ALL): dict.fromkeys(Key, S.TAMPER),
    (KeyFileState.DAMAGED, Databases.DAMAGED): dict.fromkeys(Key, S.TAMPER),
}


@pytest.mark.parametrize(("databases", "stored", "key"), list(product(Databases, KeyFileState, Key)))
def test_every_case(databases: Databases, stored: KeyFileState, key: Key) -> None:
    """Only files that are all there and open are READY; only an empty place is FIRST_RUN."""
    assert startup_state(databases, stored, key) is TABLE[stored, databases][key]
