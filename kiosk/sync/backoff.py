"""When to try again: full jitter, ``U(0, min(900 s, 2 s · 2^n))`` (``docs/architecture.md``, "Trying again")."""

from __future__ import annotations

from typing import Final

from kiosk.domain.ports import Entropy

FIRST_S: Final = 2.0
MAX_S: Final = 900.0


def delay_s(failures: int, entropy: Entropy, *, retry_after: float | None = None) -> float:
    """Seconds to wait.

    Args:
        failures: transport failures in a row, at least 1.
        entropy: source of the jitter.
        retry_after: what the portal asked for; wins.
    """
    if retry_after is not None:
        return min(MAX_S, max(0.0, retry_after))
    ceiling = min(MAX_S, FIRST_S * 2.0 ** min(failures, 16))
    return ceiling * int.from_bytes(entropy.random_bytes(4), "big") / 2**32
