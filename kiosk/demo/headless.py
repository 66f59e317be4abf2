"""``kiosk demo --headless``: every journey, offscreen, with a report. Exit 0 only if all is as promised."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from kiosk.demo.backstage import backstage, clean_folder


def run(output: Path) -> int:
    """Play all journeys and write the report.

    Returns:
        0 if everything is as promised, else 1.
    """
    begun = time.monotonic()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    clean_folder(output)
    with backstage(output) as behind:
        _say("The portal stands, with two made-up practices, a manager and a support agent.")
        from kiosk.demo.play import play_in

        promised = play_in(behind, output)
    _say(f"\nReport: {output / 'index.html'} and {output / 'report.json'}")
    seconds = time.monotonic() - begun
    if not promised:
        print("The demo failed: something is not as promised.", file=sys.stderr)
        return 1
    _say(f"The demo is done: every journey ended as promised, nothing is left on the tablets ({seconds:.0f} s).")
    return 0


def _say(text: str) -> None:
    print(text, flush=True)
