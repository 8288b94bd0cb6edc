"""Headings of sections in a box of their own, their number in another one beside it (`1 | 사업개요`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pledgecards.extract.grid.tables import is_filled
from pledgecards.extract.page import Line, Run, Table
from pledgecards.extract.sections.headings import heading_match
from pledgecards.extract.series import next_in_series
from pledgecards.schemas.notation import LETTERS, MIDDOTS
from pledgecards.schemas.vocabulary import Match, Vocabulary

_NUMBER = re.compile(rf"(?:0?\d{{1,2}}|[Ⅰ-Ⅻ]|[IVX]{{1,4}}|[①-⑳❶-❿]|[{LETTERS}])[.．]?")
_NAME = re.compile(rf"[가-힣][가-힣{MIDDOTS},\s]{{1,19}}")


@dataclass(frozen=True, slots=True)
class Boxed:
    """A heading in boxes as one line, and its number; `match` only where it is no known section's, and its number alone says what it is."""

    line: Line
    number: str
    match: Match | None = None


def boxed_heading(table: Table, vocabulary: Vocabulary, before: str | None) -> Boxed | None:
    """The heading that a row of two filled cells makes, None if it makes none: a number, and a section's name or, where its number is the
    one behind that of the heading before (`before`), any few words."""
    if table.rows != 1 or table.cols > 4:
        return None
    filled = sorted((cell for cell in table.cells if is_filled(cell) or cell.tables), key=lambda cell: cell.col)
    if len(filled) != 2 or any(len(cell.lines) != 1 or cell.tables for cell in filled):
        return None
    number, name = filled[0].lines[0], filled[1].lines[0]
    if not _NUMBER.fullmatch(number.text):
        return None
    line = _beside(number, name)
    match = heading_match(name, vocabulary)
    if match is not None and not match.rough:
        return Boxed(line, number.text)
    if before is not None and next_in_series(before, number.text) and _NAME.fullmatch(name.text):
        return Boxed(line, number.text, Match("other", name.text, 100.0))
    return None


def _beside(number: Line, name: Line) -> Line:
    """Two lines as one, a space between them."""
    shift = len(number.text) + 1
    runs = [Run(0, shift, name.bold, *((name.runs[0].colour, name.size) if name.runs else ()))]
    runs += [Run(run.start + shift, run.end + shift, run.bold, run.colour, run.size) for run in name.runs]
    place = number.place.union(name.place)
    return Line(f"{number.text} {name.text}", place, number.indent, name.size, tuple(runs))
