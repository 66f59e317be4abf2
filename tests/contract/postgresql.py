"""A real PostgreSQL server for the tests, started from the Debian package in a folder of its own."""

from __future__ import annotations

import os
import pwd
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "postgres"
GUARD = 'read _; "$0" -D "$1" -w -m immediate stop; rm -rf "$2"'


def bindir() -> Path:
    """Where ``initdb`` is: newest version first.

    Raises:
        FileNotFoundError: there is no server on this machine.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError("initdb")
    return found[-1].parent


@contextmanager
def server() -> Iterator[str]:
    """Run a server on a unix socket.

    Yields:
        the URL of an empty database.
    """
    # Directly under the temp root: pytest's own folders keep out the user that the server has to run as, and the
    # path of the socket has to stay below 108 bytes.
    home = Path(tempfile.mkdtemp(prefix="kiosk-pg-"))
    user = OWNER if os.geteuid() == 0 else None
    if user is not None:
        os.chown(home, pwd.getpwnam(user).pw_uid, pwd.getpwnam(user).pw_gid)
    data, tools = home / "data", bindir()

    def run(*command: str) -> None:
        # A file for the output: a pipe would stay open in the server and never end.
        with (home / "tools.log").open("ab") as log:
            subprocess.run(command, check=True, user=user, cwd="/", stdout=log, stderr=log, env={"LC_ALL": "C.UTF-8"})

    run(str(tools / "initdb"), "-D", str(data), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync")
    settings = f"-k {home} -c listen_addresses= -c fsync=off -c max_connections=40"
    run(str(tools / "pg_ctl"), "-D", str(data), "-w", "-l", str(home / "log"), "-o", settings, "start")
    # Stops the server by the pid in its folder when its own input ends: also when this process is killed.
    guard = subprocess.Popen(
        ["/bin/sh", "-c", GUARD, str(tools / "pg_ctl"), str(data), str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        user=user,
        cwd="/",
        start_new_session=True,
    )
    try:
        yield f"postgresql+psycopg://{OWNER}@/postgres?host={home}"
    finally:
        guard.communicate(timeout=60)
