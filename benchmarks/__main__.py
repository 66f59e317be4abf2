"""``python -m benchmarks``: all figures, each beside its floor of the same run; also in ``build/bench.json``."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks import save, startup, sync
from benchmarks.measure import Figure, header, line

_RESULT = Path(__file__).resolve().parent.parent / "build" / "bench.json"


def main() -> None:
    """Measure, print and keep the figures."""
    figures: list[Figure] = []
    print(header(), flush=True)
    with tempfile.TemporaryDirectory(prefix="kiosk-bench-") as folder:
        for subject in (startup, save, sync):
            measured = subject.measure(Path(folder))
            figures += measured
            for figure in measured:
                print(line(figure), flush=True)
    print("\nMedians of rounds in turn with the floor; a ratio of 2 in milliseconds is half the floor's rate.")
    _RESULT.parent.mkdir(exist_ok=True)
    _RESULT.write_text(json.dumps([figure.as_json() for figure in figures], indent=2) + "\n")


if __name__ == "__main__":
    main()
