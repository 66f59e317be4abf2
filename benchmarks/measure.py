"""Measuring two things side by side: alternating rounds, medians, one ratio."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    Attributes:
        name: what was measured.
        floor_ms, ours_ms: medians, milliseconds.
        goal: the highest ratio that is good enough.
    """

    name: str
    floor_ms: float
    ours_ms: float
    goal: float

    @property
    def ratio(self) -> float:
        """Ours divided by the floor's."""
        return self.ours_ms / self.floor_ms


def side_by_side(floor: Callable[[], object], ours: Callable[[], object], *, rounds: int) -> tuple[float, float]:
    """Run both in turn, after one round to warm up.

    Returns:
        the medians in milliseconds, the floor's first.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        for work, taken in zip((floor, ours), times, strict=True):
            begun = time.perf_counter()
            work()
            if number:
                taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def table(figures: list[Figure]) -> str:
    """The figures as text."""
    rows = [f"{'what':<44}{'floor ms':>10}{'ours ms':>10}{'ratio':>8}{'goal':>8}"]
    rows += [
        f"{f.name:<44}{f.floor_ms:>10.2f}{f.ours_ms:>10.2f}{f.ratio:>7.2f}x{f.goal:>7.2f}x" + _verdict(f)
        for f in figures
    ]
    return "\n".join(rows)


def _verdict(figure: Figure) -> str:
    return "" if figure.ratio <= figure.goal else "  above the goal"
