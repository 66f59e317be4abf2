"""What may be logged of a fault: its type and where it happened, never its message: that may hold a patient's value."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path
from typing import Final

_OURS: Final = Path(__file__).parents[1]


def log(logger: logging.Logger, error: BaseException, what: str = "unhandled") -> None:
    """Write one line about a fault.

    Args:
        logger: of the module that caught it.
        error: the fault.
        what: a few words of ours: what was being done.
    """
    logger.error("%s: %s at %s", what, type(error).__name__, place(error))


def place(error: BaseException) -> str:
    """``package/file.py:line in function``: where it was raised, and the last line of ours that led there."""
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return "nowhere"
    last = frames[-1]
    ours = next((frame for frame in reversed(frames) if Path(frame.filename).is_relative_to(_OURS)), last)
    return _named(last) if ours is last else f"{_named(last)}, from {_named(ours)}"


def _named(frame: traceback.FrameSummary) -> str:
    return f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} in {frame.name}"
