"""Start of the tablet, beside the start of a bare QWizard: processes of their own, in turn, offscreen, caches warm."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.made_up import device_files
from benchmarks.measure import Figure

ROUNDS = 9
_TIMEOUT_S = 30


def measure(folder: Path) -> list[Figure]:
    """Start both in turn, once to warm up."""
    device_files(folder / "start")
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),  # an installed product has its bytecode, whatever runs this
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    floor: list[float] = []
    painted: list[float] = []
    usable: list[float] = []
    for number in range(ROUNDS + 1):
        bare = _start(environment, "floor")
        ours = _start(environment, "ours", str(folder / "start"))
        if number:
            floor.append(bare["painted"])
            painted.append(ours["painted"])
            usable.append(ours["usable"])
    base = statistics.median(floor)
    return [
        Figure("first paint, warm", base, statistics.median(painted), goal=1.25),
        Figure("fully usable (a sign-up begun)", base, statistics.median(usable), goal=2.0),
    ]


def _start(environment: dict[str, str], *arguments: str) -> dict[str, float]:
    """Start a process and return what it reached after how many milliseconds."""
    begun = time.time_ns()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_paint", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_TIMEOUT_S,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"the start of {arguments[0]} failed: {done.stderr.strip()}")
    lines = (line.split() for line in done.stdout.splitlines())
    return {what: (int(at) - begun) / 1e6 for what, at in lines}
