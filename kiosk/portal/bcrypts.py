"""bcrypt at the portal: always one run a try, bounded, and never inside a transaction (``SECURITY.md``).

Whether somebody is known, locked or misspelt, one hash is compared; a dummy stands in where there is none. The work
runs in a few threads (bcrypt lets go of the interpreter); when too many wait, the next is told to come again.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Final, TypeVar

import bcrypt

from kiosk.domain.credentials import BCRYPT_COST
from kiosk.portal.refusals import RequestRefusedError

DUMMY: Final = "$2b$12$f/g9CQ/JuFBX/j6kC3zUSuR4ySHsswcmiVfXyd3WbB/MippPDBOuG"
"""A well-formed hash of cost 12 for those who have none."""

MOST_BYTES: Final = 72
"""bcrypt reads no more; version 5 raises at longer passwords, when comparing too."""

THREADS: Final = max(1, os.cpu_count() or 1)
WAITING: Final = 16
"""How many may wait: the last of them has its answer well before a tablet gives up."""

R = TypeVar("R")


def matches(typed: bytes, stored: str | None) -> bool:
    """Compare with a hash, or with the dummy where there is none; costs the same for anything typed."""
    fits = len(typed) <= MOST_BYTES
    same = bcrypt.checkpw(typed if fits else b"", (stored or DUMMY).encode())
    return same and fits and stored is not None


def password_matches(typed: str, stored: str | None) -> bool:
    """``matches`` for a password as typed: any text."""
    return matches(typed.encode("utf-8", "replace"), stored)


def new_hash(password: str) -> str:
    """Hash an accepted password, at today's cost."""
    return bcrypt.hashpw(password.encode("ascii"), bcrypt.gensalt(BCRYPT_COST)).decode()


def is_cheap(stored: str) -> bool:
    """Whether a hash cost less than today's; it is made anew when its password is there."""
    return int(stored[4:6]) < BCRYPT_COST if re.fullmatch(r"\$2b\$[0-9]{2}\$.{53}", stored) else True


class Workers:
    """A few threads for bcrypt and a short queue before them. Of one event loop."""

    def __init__(self, threads: int = THREADS, waiting: int = WAITING) -> None:
        self._places = threads + waiting
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="bcrypt")

    async def run(self, compute: Callable[[], R]) -> R:
        """Run ``compute`` in a worker.

        Raises:
            RequestRefusedError: ``busy``: too many wait already.
        """
        if not self._places:
            raise RequestRefusedError("busy", "too many passwords are being compared; try again")
        self._places -= 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, compute)
        finally:
            self._places += 1
