"""How much faster two processes are than one: on the same heap of files, and on work that shares nothing at all."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.pool import Pool
from pathlib import Path

from pledgecards.convert import convert_bytes

_ROUNDS_OF_COUNTING = 300_000
"""So many steps take about as long as a card."""


@dataclass(frozen=True, slots=True)
class Gain:
    """How many times as fast two processes are as one. machine: with work that shares nothing, what the machine itself allows."""

    conversion: float
    machine: float


def gain(paths: Sequence[Path], rounds: int) -> Gain:
    """The medians, over the rounds, of the time of one process to that of two. Conversion and counting take turns."""
    context = multiprocessing.get_context("spawn")
    heap = [str(path) for path in paths]
    with context.Pool(1) as one, context.Pool(2) as two:
        for pool in (one, two):
            pool.map(_convert, heap, chunksize=1)
        ratios = [[_ratio(one, two, work, heap) for work in (_convert, _count)] for _ in range(rounds)]
    conversion, machine = map(statistics.median, zip(*ratios, strict=True))
    return Gain(conversion, machine)


def _ratio(one: Pool, two: Pool, work: Callable[[str], int], heap: list[str]) -> float:
    spent = []
    for pool in (one, two):
        begun = time.perf_counter()
        pool.map(work, heap, chunksize=1)
        spent.append(time.perf_counter() - begun)
    return spent[0] / spent[1]


def _convert(path: str) -> int:
    return sum(map(len, convert_bytes(Path(path).read_bytes(), Path(path).name).values()))


def _count(_path: str) -> int:
    return sum(range(_ROUNDS_OF_COUNTING))
