"""Timing in rounds: every round runs all contestants once, one right after the other, so that what else the machine
does falls on all alike; what counts are ratios within a round, and of those the median."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.bench.contestants import BASE, Contestant
from pledgecards.bench.papers import Paper

_LONG = 0.25


@dataclass(frozen=True, slots=True)
class Result:
    """Of one contestant on one paper: the median of its pages a second, and of how many times as fast as the base it was."""

    paper: Paper
    contestant: str
    pages_per_second: float
    ratio: float


def race(paper: Paper, contestants: Sequence[Contestant], rounds: int) -> list[Result]:
    """Every contestant on one paper, after one warm-up each. A contestant that fails at the paper has no result."""
    times: dict[str, list[float]] = {}
    for contestant in contestants:
        try:
            contestant.read(paper.path)
            times[contestant.name] = []
        except Exception as error:  # noqa: BLE001 -- other people's programs may fail in any way
            print(f"  {contestant.name} failed at {paper.name}: {error}")
    for _ in range(rounds):
        for contestant in contestants:
            if contestant.name in times:
                times[contestant.name].append(_seconds(contestant, paper))
    return [
        Result(
            paper,
            name,
            paper.pages / statistics.median(own),
            statistics.median(base / mine for base, mine in zip(times[BASE], own, strict=True)),
        )
        for name, own in times.items()
    ]


def _seconds(contestant: Contestant, paper: Paper) -> float:
    """The cheaper of two runs in a row for what takes milliseconds, for which one interruption is much."""
    once = contestant.read(paper.path)
    return once if once > _LONG else min(once, contestant.read(paper.path))
