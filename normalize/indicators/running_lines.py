"""Lines that add up what the lines beside them say year by year (`목표(누적)` below `목표`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.grid.heads import Head
from pledgecards.normalize.table_lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary

_RUNNING = re.compile(r"누적|누계")


def without_running_lines(
    lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines without those that sum up another line of their project and measure, and whether there were such.

    A year would have two targets otherwise. Where only the running figures are printed, they are what the table says.
    """
    measure = head.first("measure")
    if measure is None:
        return list(lines), False
    # The unit too, since one project may have several indicators.
    keys = []
    for line in lines:
        match = vocabulary.heads.match(_RUNNING.sub("", line.text(measure)), rough=False)
        keys.append((line.project, line.text(head.first("unit")), match.key if match is not None else None))
    running = [_RUNNING.search(line.text(measure)) is not None for line in lines]
    plain = {key for key, runs in zip(keys, running, strict=True) if not runs and key[2] is not None}
    kept = [line for line, key, runs in zip(lines, keys, running, strict=True) if not (runs and key in plain)]
    return kept, len(kept) < len(lines)
