"""Tables whose columns single spaces part, as text that lost its layout has them: read only where every row has a figure under
every head, so that none can stand in another's place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.captions import is_caption
from pledgecards.extract.page import Table
from pledgecards.extract.record import record
from pledgecards.extract.text.lines.sources import is_source, is_total
from pledgecards.extract.text.lines.textline import SourceLine, is_marked
from pledgecards.extract.text.tables.beside import has_sources_among
from pledgecards.extract.text.tables.from_cells import MOST_ROWS, RawCell, RawGrid, RawLine, build_table, is_number
from pledgecards.extract.text.tables.tabtable import is_heading
from pledgecards.schemas.notation import APOSTROPHE
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST_FIGURES, _LEAST_YEARS, _MOST_HEADS = 3, 2, 30
_YEAR = re.compile(
    rf"{APOSTROPHE}?(?:20|２０)?(?:1[4-9]|2\d|１[４-９]|２[０-９])(?:년도?|\.)?(?:\d{{1,2}}\.?|까지|이후|이전)?"
)
_WIDE_GAP = re.compile(r" {2,}")
_SUM = re.compile(r"[\d,.]+\s?[조억천백십만]*(?:\s[\d,.]+\s?[천백십]*만)?\s?원")
_OF_PROJECT = "소계"
"""The name of a total that is never that of a whole table of projects."""
_FIGURES = ("total", "goal", "result", "rate")


@record
class Head:
    """The words of a head: the kinds of its first columns, which hold names (project, funding, unit), and the periods behind them."""

    names: tuple[str, ...]
    kinds: tuple[str, ...]
    periods: tuple[str, ...]


def read_spaced(lines: Sequence[SourceLine], start: int, vocabulary: Vocabulary) -> tuple[int, Table, int] | None:
    """The table that begins at lines[start]: where it ends, the table, and 0 signs of markup.

    None if none begins there, or if a row has more or fewer figures than its head has periods: then a blank cell was lost, and
    nothing tells which; nor of which project the first rows are where they name none.
    """
    head = _head_of(lines[start].text, vocabulary)
    if head is None:
        return None
    grid: RawGrid = [_cells([*head.names, *head.periods], lines[start].number)]
    numbers = [lines[start].number]
    end = start + 1
    while end < len(lines) and len(grid) < MOST_ROWS:
        if lines[end].blank and end + 1 < len(lines):
            end += 1
            continue
        words = _words_of(lines[end].text, len(head.names) + len(head.periods))
        if not figures_behind(words):
            break
        row = row_of(words, head, vocabulary, first=len(grid) == 1)
        if row is None:
            return None
        grid.append(_cells(row, lines[end].number))
        numbers.append(lines[end].number)
        end += 1
    if (
        len(grid) < 2
        or not grid[1][0]
        or _goes_on(lines, end, len(head.periods), vocabulary)
        or _breaks_names(grid, head, vocabulary)
    ):
        return None
    if has_sources_among([row[0] for row in grid], vocabulary):
        return None
    table, signs = build_table(grid, numbers, {})
    return end, table, signs


def _head_of(text: str, vocabulary: Vocabulary) -> Head | None:
    return (
        None
        if "\t" in text or is_marked(text, vocabulary)
        else head_of_words(_letters_joined(text.split(), vocabulary), vocabulary)
    )


def _letters_joined(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The words, single letters that together head a column of figures (`합 계`) put together."""
    joined: list[str] = []
    for word in words:
        pair = joined[-1] + word if joined and len(joined[-1]) == len(word) == 1 else ""
        if pair and _is_period(pair, vocabulary):
            joined[-1] = pair
        else:
            joined.append(word)
    return joined


def head_of_words(words: Sequence[str], vocabulary: Vocabulary) -> Head | None:
    """The head of a table in these words, or cells; None if they are none."""
    if not _LEAST_FIGURES < len(words) <= _MOST_HEADS:
        return None
    first = len(words)
    while first and _is_period(words[first - 1], vocabulary):
        first -= 1
    periods = words[first:]
    years = sum(_YEAR.fullmatch(word) is not None for word in periods)
    if (
        len(periods) < _LEAST_FIGURES
        or years < _LEAST_YEARS
        or sum(is_total(period, vocabulary) for period in periods) > 1
    ):
        return None  # of two totals, one names a row that was copied before the head
    names = _names_of(words[:first], vocabulary)
    if names is None:
        return None
    kinds = tuple(_kind_of(name, vocabulary) for name in names)
    if kinds not in (("project",), ("funding",), ("project", "funding"), ("project", "unit")):
        return None
    return Head(tuple(names), kinds, tuple(periods))


def _is_period(word: str, vocabulary: Vocabulary) -> bool:
    head = vocabulary.heads.match(word, rough=False)
    if head is not None and head.key in _FIGURES:
        return True
    return _YEAR.fullmatch(word) is not None or vocabulary.periods.match(word, rough=False) is not None


def _names_of(words: Sequence[str], vocabulary: Vocabulary) -> list[str] | None:
    """The heads before the periods, letters set apart put together (`구 분`); None if they are no heads, or more than two."""
    known = vocabulary.heads
    for cut in range(1, len(words) + 1):
        parts = [" ".join(words[:cut]), " ".join(words[cut:])]
        names = [part for part in parts if part]
        if all(known.match(name, rough=False) is not None for name in names):
            return names
    return None


def _kind_of(name: str, vocabulary: Vocabulary) -> str:
    match = vocabulary.heads.match(name, rough=False)
    assert match is not None
    return "project" if match.key in ("category", "project", "year") else match.key


def _words_of(text: str, columns: int) -> list[str]:
    """The words of a row; where wide gaps part as many as there are columns, what stands between them, spaces and all (`3억 5천만원`)."""
    parts = _WIDE_GAP.split(text.strip())
    return parts if len(parts) == columns else text.split()


def figures_behind(words: Sequence[str]) -> int:
    """How many figures, sums of money and dashes a line ends in."""
    count = 0
    while count < len(words) and _is_figure(words[len(words) - 1 - count]):
        count += 1
    return count


def _is_figure(word: str) -> bool:
    return is_number(word) or _SUM.fullmatch(word) is not None


def row_of(words: Sequence[str], head: Head, vocabulary: Vocabulary, *, first: bool) -> list[str] | None:
    """The cells of a row: its names, and exactly as many figures as there are periods; None where that is not told."""
    figures = len(head.periods)
    names, values = words[: len(words) - figures], words[len(words) - figures :]
    if not names or figures_behind(values) < figures or figures_behind(names) > (names[-1] == "-"):
        return None
    if _ends_in_rate(values) and not _is_rate(head.periods[-1], vocabulary):
        return None  # a year's figure was left blank, and its head, or that of the rate, stands elsewhere
    if len(head.kinds) == 1:
        return None if names[-1] == "-" else [" ".join(names), *values]
    if len(names) == 1 and is_total(names[0], vocabulary) and (not first or fold(names[0]) == _OF_PROJECT):
        return None  # of the project above it, or of all; or of one whose name stands elsewhere
    at = _second_name(names, head.kinds[1], vocabulary)
    if at == 1 and is_heading(names[0], vocabulary):
        return None  # the label of a form's row, in which the table is nested: the project's name is another, or none
    return None if at is None else [" ".join(names[:at]), " ".join(names[at:]), *values]


def _ends_in_rate(values: Sequence[str]) -> bool:
    """Whether of a row's figures the last alone is a share of a hundred."""
    return values[-1].endswith("%") and not any(value.endswith("%") for value in values[:-1])


def _is_rate(head: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(head, rough=False)
    return match is not None and match.key == "rate"


def _second_name(names: Sequence[str], kind: str, vocabulary: Vocabulary) -> int | None:
    """Where the second name of a row begins: its source of funding (`시비`, `합 계`, `-`) or its unit."""
    if kind == "unit":
        return len(names) - 1 if len(names) > 1 and names[-1] in vocabulary.count_units else None
    if names[-1] == "-":
        return len(names) - 1 if len(names) > 1 else None
    if len(names) > 1 and len(names[-1]) == len(names[-2]) == 1 and is_source(names[-2] + names[-1], vocabulary):
        return len(names) - 2
    return len(names) - 1 if is_source(names[-1], vocabulary) else None


def _goes_on(lines: Sequence[SourceLine], end: int, figures: int, vocabulary: Vocabulary) -> bool:
    """Whether rows follow behind a line without figures: a name over several lines, of which row nothing tells."""
    for line in lines[end : end + 3]:
        if (
            is_marked(line.text, vocabulary)
            or is_caption(line.text.strip())
            or _head_of(line.text, vocabulary) is not None
        ):
            return False
        if figures_behind(line.text.split()) >= figures - 1:
            return True
    return False


def _breaks_names(grid: RawGrid, head: Head, vocabulary: Vocabulary) -> bool:
    """Whether the name of a project may go over two lines, its total on the first one, its sources from the second on (`작은도서관` over
    `확충`), where others have lines without a name."""
    if head.kinds != ("project", "funding") or all(row[0] for row in grid):
        return False
    totals = [bool(row[1]) and is_total(row[1][0].text, vocabulary) for row in grid]
    return any(
        above[0] and below[0] and total and not other
        for (above, below), (total, other) in zip(pairwise(grid), pairwise(totals), strict=True)
    )


def _cells(texts: Sequence[str], number: int) -> list[RawCell]:
    return [(RawLine(text, number),) if text else () for text in texts]
