"""Guessing a mistyped mail domain, for "Did you mean …?" (S2): plain functions, nothing leaves the tablet."""

from __future__ import annotations

from typing import Final

__all__ = ["CHIPS", "did_you_mean", "with_domain"]

CHIPS: Final = ("gmail.com", "yahoo.com", "outlook.com", "icloud.com")
"""Domains offered as buttons."""

_COMMON: Final = (
    *CHIPS, "hotmail.com", "aol.com", "comcast.net", "msn.com", "live.com", "verizon.net", "att.net",
    "sbcglobal.net", "me.com", "mac.com", "protonmail.com", "proton.me",
)  # fmt: skip
"""Domains that are right as they stand, and those that a slip of the finger usually meant."""


def did_you_mean(address: str) -> str | None:
    """The address with the domain that was probably meant, or None where there is nothing to ask."""
    local, at, domain = address.strip().rpartition("@")
    typed = domain.casefold()
    if not (local and at and typed) or typed in _COMMON:
        return None
    distance, nearest = min((_slips(typed, common), common) for common in _COMMON)
    # Short names are a slip away from many: "me.co" may be right.
    return f"{local}@{nearest}" if distance <= (1 if len(nearest) < 9 else 2) else None


def with_domain(typed: str, domain: str) -> str:
    """The address with its domain put in or replaced."""
    return f"{typed.partition('@')[0]}@{domain}"


def _slips(a: str, b: str) -> int:
    """Letters added, left out, mistaken or swapped with their neighbour (optimal string alignment)."""
    rows = [[i + j if not i * j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]
