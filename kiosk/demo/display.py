"""Whether windows can be shown. Asked in a child process, because Qt aborts where there is no display."""

from __future__ import annotations

import subprocess
import sys

_TRY = "from PySide6.QtGui import QGuiApplication as A; a = A([]); raise SystemExit(a.platformName() == 'offscreen')"


def usable_display() -> bool:
    """Try to start Qt as this process would."""
    tried = subprocess.run(  # noqa: S603 - a fixed command
        [sys.executable, "-c", _TRY], stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False
    )
    return tried.returncode == 0
