"""How much faster two processes are than one, on the same heap of files."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from pledgecards.convert import convert_bytes


def _convert(path: str) -> int:
    return sum(map(len, convert_bytes(Path(path).read_bytes(), Path(path).name).values()))


def gain(paths: Sequence[Path], rounds: int) -> float:
    """The median, over the rounds, of the time of one process to that of two."""
    context = multiprocessing.get_context("spawn")
    heap = [str(path) for path in paths]
    with context.Pool(1) as one, context.Pool(2) as two:
        for pool in (one, two):
            pool.map(_convert, heap, chunksize=1)
        ratios = []
        for _ in range(rounds):
            spent = []
            for pool in (one, two):
                begun = time.perf_counter()
                pool.map(_convert, heap, chunksize=1)
                spent.append(time.perf_counter() - begun)
            ratios.append(spent[0] / spent[1])
    return statistics.median(ratios)
