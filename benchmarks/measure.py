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

    def as_json(self) -> dict[str, str | float]:
        """The figure for a file."""
        return {
            "name": self.name,
            "floor_ms": round(self.floor_ms, 4),
            "ours_ms": round(self.ours_ms, 4),
            "ratio": round(self.ratio, 3),
            "goal": self.goal,
        }


def side_by_side(
    floor: Callable[[], object],
    ours: Callable[[], object],
    *,
    rounds: int,
    before: Callable[[], object] = lambda: None,
) -> tuple[float, float]:
    """Run both in turn, after one round to warm up.

    Args:
        floor, ours: what is timed.
        rounds: how often.
        before: what each round of ours needs; not timed.

    Returns:
        the medians in milliseconds, the floor's first.
    """
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        before()
        for work, taken in zip((floor, ours), times, strict=True):
            begun = time.perf_counter()
            work()
            if number:
                taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def header() -> str:
    """What stands above the figures."""
    return f"{'what':<44}{'floor ms':>10}{'ours ms':>10}{'ratio':>8}{'goal':>8}"


def line(figure: Figure) -> str:
    """A figure as text."""
    numbers = f"{figure.floor_ms:>10.2f}{figure.ours_ms:>10.2f}{figure.ratio:>7.2f}x{figure.goal:>7.2f}x"
    return f"{figure.name:<44}{numbers}" + ("" if figure.ratio <= figure.goal else "  above the goal")
