"""A CUPS server of the test's own: its folders and socket, and queues whose printer keeps what it gets."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
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
TempDir {root}/spool/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
"""
# A printer that takes dots: between it and what is sent stand CUPS's own filters, as for a real one.
_DRIVER = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KEEP.PPD"
*Manufacturer: "Keep"
*Product: "(Keep)"
*ModelName: "Keep"
*ShortNickName: "Keep"
*NickName: "Keep"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: False
*DefaultColorSpace: Gray
*cupsVersion: 2.4
*cupsFilter2: "application/vnd.cups-raster application/vnd.cups-raster 0 -"
*OpenUI *PageSize: PickOne
*DefaultPageSize: {usual}
{sizes}
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: {usual}
{regions}
*CloseUI: *PageRegion
*DefaultImageableArea: {usual}
{areas}
*DefaultPaperDimension: {usual}
{dimensions}
{custom}
*OpenUI *Resolution: PickOne
*DefaultResolution: {dpi}dpi
*Resolution {dpi}dpi: "<</HWResolution[{dpi} {dpi}]/cupsBitsPerColor 1/cupsColorOrder 0/cupsColorSpace 3>>setpagedevice"
*CloseUI: *Resolution
*DefaultFont: Courier
*Font Courier: Standard "(1.05)" Standard ROM
"""
_ANY_SIZE = """\
*HWMargins: 0 0 0 0
*MaxMediaWidth: "1000"
*MaxMediaHeight: "2000"
*VariablePaperSize: True
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
*ParamCustomPageSize Width: 1 points 36 1000
*ParamCustomPageSize Height: 2 points 36 2000
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 3"""


@dataclass(frozen=True, slots=True)
class Driver:
    """What a printer's driver says of it.

    Attributes:
        dpi: dots an inch.
        sizes: of paper, by name, width and height in points; the first is the usual one.
        margins: what it does not reach at the sides and at the ends, in points.
        any_size: whether it takes paper of any size besides, without margins.
    """

    dpi: int
    sizes: Mapping[str, tuple[int, int]]
    margins: tuple[int, int]
    any_size: bool

    def __str__(self) -> str:
        """As PPD."""
        page = '{key} {name}: "<</PageSize[{width} {height}]/ImagingBBox null>>setpagedevice"'
        side, end = self.margins

        def lines(form: str, key: str = "") -> str:
            rows = self.sizes.items()
            return "\n".join(
                form.format(key=key, name=name, width=w, height=h, right=w - side, top=h - end) for name, (w, h) in rows
            )

        return _DRIVER.format(
            usual=next(iter(self.sizes)),
            sizes=lines(page, "*PageSize"),
            regions=lines(page, "*PageRegion"),
            areas=lines(f'*ImageableArea {{name}}: "{side} {end} {{right}} {{top}}"'),
            dimensions=lines('*PaperDimension {name}: "{width} {height}"'),
            custom=_ANY_SIZE if self.any_size else "",
            dpi=self.dpi,
        )


# The printer: what it gets becomes OUT/JOB.pdf; what OUT/mode holds is what ails it. Each change is told by a line in
# a pipe, so that no test has to look again and again.
_PRINTER = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
out="${DEVICE_URI#keep:}"
case "$(cat "$out/mode")" in
  broken) exit 1 ;;
  stopped) exit 4 ;;
  next-offline) echo offline > "$out/mode" ;;
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
        for name in ("etc", "spool", "cache", "state", "log", "spool/tmp", "lib/backend", "out"):
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

    def tool(self, command: str, *arguments: str) -> str:
        """Administer it; return what the command says."""
        path = shutil.which(command, path=f"{os.environ['PATH']}:/usr/sbin")
        assert path is not None, command
        asked = [path, "-h", self.address, *arguments]
        return subprocess.run(asked, check=True, capture_output=True, text=True, timeout=30).stdout

    def add(self, name: str, driver: Driver | None = None) -> str:
        """Make a queue of a printer, or one that takes PDF as it is."""
        how = ("-m", "raw")
        if driver is not None:
            path = self.root / f"{name}.ppd"
            path.write_text(str(driver))
            how = ("-P", str(path))
        self.tool("lpadmin", "-p", name, "-E", "-v", f"keep:{self.root}/out", *how)
        return name

    def printer_is(self, mode: str) -> None:
        """Let the printer be fine, broken, stopped, offline (or one job later), or without paper, from its next job."""
        (self.root / "out/mode").write_text(mode)

    def refill(self) -> None:
        """Put paper in; returns when the printer took it."""
        with (self.root / "out/refill").open("w") as pipe:
            pipe.write("paper\n")

    def printed(self, job: int) -> bytes:
        """Return what came out."""
        return (self.root / f"out/{job}.pdf").read_bytes()

    def jobs(self) -> set[int]:
        """Return the numbers of the jobs that it ever took."""
        return {
            int(number) for number in re.findall(r"^\S+-(\d+) ", self.tool("lpstat", "-W", "all", "-o"), re.MULTILINE)
        }

    def last_printed(self) -> bytes:
        """Return what came out last."""
        return self.printed(max(int(path.stem) for path in (self.root / "out").glob("*.pdf")))

    def spooled(self) -> bytes:
        """Return everything the server remembers of its jobs: spool, caches and logs."""
        files = [path for name in ("spool", "cache", "log") for path in (self.root / name).rglob("*")]
        return b"".join(path.read_bytes() for path in files if path.is_file())


@contextmanager
def running() -> Iterator[CupsServer]:
    """Start a server that is ready, and stop it afterwards; its folders are gone then."""
    # A server of root's gives its filters another user's rights, so its folders cannot be private to this one: neither
    # by the mask that is in force here, nor below a TMPDIR of root's alone.
    with tempfile.TemporaryDirectory(prefix="cups-", dir="/tmp") as folder:
        mask = os.umask(0o022)
        try:
            root = Path(folder)
            root.chmod(0o711)
            server = CupsServer(root)
        finally:
            os.umask(mask)
        with _running(server):
            yield server


@contextmanager
def _running(server: CupsServer) -> Iterator[CupsServer]:
    root = server.root
    files = ("-c", str(root / "etc/cupsd.conf"), "-s", str(root / "etc/cups-files.conf"))
    with (root / "log/out").open("wb") as log:
        process = subprocess.Popen(["/usr/sbin/cupsd", "-f", *files], stdout=log, stderr=log, umask=0o022)
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
