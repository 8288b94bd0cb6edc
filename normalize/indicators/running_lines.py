"""Lines that add up what the lines beside them say year by year (`목표(누적)` below `목표`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.row_names import RUNNING
from pledgecards.normalize.figures.numerals import number_of
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_RUNNING = re.compile(r"누적|누계")
_BRACKETS = "()[] "
_FEWEST_YEARS = 3


def is_running(text: str) -> bool:
    """Whether words say that a figure adds up all before it."""
    return _RUNNING.search(text) is not None


def without_running_lines(
    lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines without those that sum up another line of their project and measure, and whether there were such.

    A year would have two targets otherwise. Where only the running figures are printed, they are what the table says.
    """
    measure = head.first("measure")
    if measure is None:
        return _without_sums_below(lines, head)
    # The unit too, since one project may have several indicators.
    keys = []
    for line in lines:
        match = vocabulary.heads.match(_RUNNING.sub("", line.text(measure)), rough=False)
        keys.append((line.project, line.text(head.first("unit")), match.key if match is not None else None))
    running = [is_running(line.text(measure)) for line in lines]
    plain = {key for key, runs in zip(keys, running, strict=True) if not runs and key[2] is not None}
    kept = [line for line, key, runs in zip(lines, keys, running, strict=True) if not (runs and key in plain)]
    return kept, len(kept) < len(lines)


def _without_sums_below(lines: Sequence[TableLine], head: Head) -> tuple[list[TableLine], bool]:
    """The lines without those that are called nothing but `(누계)` and stand below the line that they add up; 누계 without brackets that comes
    but once may be the sum of all projects, where neither another column than that of the names nor its figures say it."""
    texts = [line.text(head.first("project")) if line.named else "" for line in lines]
    summed = [text for text in texts if {text.strip(_BRACKETS), without_remark(text)} & RUNNING]
    again = len(summed) > 1 or len(lines) == 2  # (one line has no other that it could be summed up with)
    left_out = [text in summed and (again or text[0] in _BRACKETS) for text in texts]
    for place, (above, line) in enumerate(pairwise(lines), 1):
        left_out[place] |= texts[place] in summed and _adds_up(above, line, head)
    others = head.of("other")
    for place, (above, line) in enumerate(pairwise(lines), 1):
        says = any(line.text(column).strip(_BRACKETS) in RUNNING for column in others)
        left_out[place] |= says and line.project is not None and line.project == above.project
    if all(left_out):
        return list(lines), False
    kept = [line for line, out in zip(lines, left_out, strict=True) if not out]
    return kept, len(kept) < len(lines)


def _adds_up(above: TableLine, line: TableLine, head: Head) -> bool:
    """Whether each figure of a line is the sum of those above it so far, of three years at least (`1 | 3 | 6` below `1 | 2 | 3`)."""
    years = [column for column in head.axis if line.text(column) or above.text(column)]
    figures = [(number_of(above.text(column)), number_of(line.text(column))) for column in years]
    own = [one for one, _ in figures if one is not None]
    sums = [total for _, total in figures if total is not None]
    whole = _FEWEST_YEARS <= len(own) == len(sums) == len(figures)
    return whole and list(accumulate(own)) == sums and sums != own
