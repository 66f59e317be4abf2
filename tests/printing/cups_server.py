"""A CUPS server of the test's own: private folders and socket, and queues whose printer keeps what it gets."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SCHEDULER = """\
Listen {root}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
PreserveJobFiles No
ErrorPolicy abort-job
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {root}/etc
ServerBin {root}/lib
DataDir /usr/share/cups
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
"""
# The printer: what it gets becomes OUT/JOB.pdf; what OUT/mode holds is what ails it. Each change is told by a line in
# a pipe, so that no test has to look again and again.
_PRINTER = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
out="${DEVICE_URI#keep:}"
case "$(cat "$out/mode")" in
  broken) exit 1 ;;
  stopped) exit 4 ;;
  no-paper)
    echo "STATE: +media-empty-error" >&2
    read -r refilled < "$out/refill"
    echo "STATE: -media-empty-error" >&2 ;;
  offline)
    echo "STATE: +offline-report" >&2
    read -r refilled < "$out/refill"
    echo "STATE: -offline-report" >&2 ;;
esac
if [ $# -eq 6 ]; then cat "$6"; else cat; fi > "$out/$1.part"
mv "$out/$1.part" "$out/$1.pdf"
"""


class CupsServer:
    """The server; `address` is what `CupsQueue` wants."""

    def __init__(self, root: Path) -> None:
        """Lay out its folders; `running` starts it."""
        self.root = root
        self.address = str(root / "cups.sock")
        for name in ("etc", "spool", "cache", "state", "log", "tmp", "lib/backend", "out"):
            (root / name).mkdir(parents=True)
        for part in ("filter", "daemon", "notifier", "cgi-bin"):
            (root / "lib" / part).symlink_to(Path("/usr/lib/cups") / part)
        printer = root / "lib/backend/keep"
        printer.write_text(_PRINTER)
        printer.chmod(0o700)  # CUPS lets a printer of this mode keep the server's user, who can reach these folders
        (root / "etc/cupsd.conf").write_text(_SCHEDULER.format(root=root))
        (root / "etc/cups-files.conf").write_text(_FILES.format(root=root))
        os.mkfifo(root / "out/refill")
        self.printer_is("fine")

    def tool(self, command: str, *arguments: str) -> None:
        """Administer it."""
        path = shutil.which(command, path=f"{os.environ['PATH']}:/usr/sbin")
        assert path is not None, command
        subprocess.run([path, "-h", self.address, *arguments], check=True, capture_output=True, timeout=30)

    def add(self, name: str) -> str:
        """Make a queue that takes PDF as it is."""
        self.tool("lpadmin", "-p", name, "-E", "-v", f"keep:{self.root}/out", "-m", "raw")
        return name

    def printer_is(self, mode: str) -> None:
        """Let the printer be fine, broken, stopped, offline or without paper, from its next job on."""
        (self.root / "out/mode").write_text(mode)

    def refill(self) -> None:
        """Put paper in; returns when the printer took it."""
        with (self.root / "out/refill").open("w") as pipe:
            pipe.write("paper\n")

    def printed(self, job: int) -> bytes:
        """Return what came out."""
        return (self.root / f"out/{job}.pdf").read_bytes()

    def last_printed(self) -> bytes:
        """Return what came out last."""
        return self.printed(max(int(path.stem) for path in (self.root / "out").glob("*.pdf")))

    def spooled(self) -> bytes:
        """Return everything the server remembers of its jobs: spool, caches and logs."""
        files = [path for name in ("spool", "cache", "log", "tmp") for path in (self.root / name).rglob("*")]
        return b"".join(path.read_bytes() for path in files if path.is_file())


@contextmanager
def running(root: Path) -> Iterator[CupsServer]:
    """Start a server that is ready, and stop it afterwards."""
    server = CupsServer(root)
    files = ("-c", str(root / "etc/cupsd.conf"), "-s", str(root / "etc/cups-files.conf"))
    with (root / "log/out").open("wb") as log:
        process = subprocess.Popen(["/usr/sbin/cupsd", "-f", *files], stdout=log, stderr=log)
    try:
        _await(server, process)
        yield server
    finally:
        process.terminate()
        process.wait(30)


def _await(server: CupsServer, process: subprocess.Popen[bytes]) -> None:
    """Wait until it answers."""
    pause = threading.Event()
    for _ in range(200):
        assert process.poll() is None, (server.root / "log/out").read_text()
        asked = subprocess.run(
            ["/usr/bin/lpstat", "-h", server.address, "-r"],
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "LANGUAGE": "C"},  # "is running" in English
        )
        if b"is running" in asked.stdout:
            return
        pause.wait(0.05)
    raise AssertionError("the print server does not answer")
