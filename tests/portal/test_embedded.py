"""The embedded database of the portal: what holds for its whole process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

OPEN = """
import sys
from pathlib import Path
from kiosk.portal import engine, keyfile

folder = Path(sys.argv[1])
keys = keyfile.create(folder / "keys.json")
made = engine.open_database(f"sqlite:///{folder}/portal.db", keys, create=True)
again = engine.open_database(f"sqlite:///{folder}/portal.db", keys)
for database in (made, again):
    print(database.run(lambda connection: connection.exec_driver_sql("PRAGMA cipher_memory_security").scalar_one()))
"""


def test_no_connection_slows_all_of_them(tmp_path: Path) -> None:
    """SQLCipher's wiping of memory, once on, is on for the process and costs a search most of its speed: never here."""
    command = [sys.executable, "-c", OPEN, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["0", "0"]
