"""Whether a table's words say what was aimed at, reached or paid: names under 목표 are goals, words beside years under 추진실적 are deeds, lines of
국비 and 시비 are money."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.grid.grids import Grid, grid_of
from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.row_names import unnumbered
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.notation import APOSTROPHE
from pledgecards.schemas.vocabulary import Vocabulary, fold

_OF_DEEDS = frozenset({"year", "result", "rate", "note", "number"})
_VALUE = re.compile(r"[△▲+\-−]?\s*\d[\d,]*(\.\d+)?\s*(%|％|[가-힣]{1,3})?(?=$|[\s(])")
_DATE = re.compile(rf"{APOSTROPHE}?\d{{1,4}}\s?[.년월]")


def names_goals(head: Head, vocabulary: Vocabulary) -> bool:
    """Whether the names of projects stand under 목표."""
    name = head.first("project")
    match = vocabulary.heads.match(name.word, rough=False) if name is not None else None
    return match is not None and match.key == "goal"


def lists_sources(head: Head, grid: Grid, body: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether at least half of the lines are named by sources of money, more than one of them (`총사업비 | 국비 | 시비`)."""
    name = head.first("project")
    if name is None:
        return False
    texts = [text for row in body if (text := grid.texts[row][name.index])]
    found = [vocabulary.funding.match(unnumbered(text), rough=False) for text in texts]
    words = [
        match.spelling for match in found if match is not None and match.key != "total" and len(match.spelling) > 1
    ]
    return len({*words}) > 1 and 2 * len(words) >= len(texts)


_FINER = re.compile(rf"{APOSTROPHE}?(?:19|20)?\d{{2}}\s?[.년]\s?(?:\d{{1,2}}(?![\d%])|[상하]|[1-4]/4)")
"""The beginning of a date that names more than a year."""
_WORDS = re.compile(r"[가-힣]{2}")


def lists_deeds(head: Head, grid: Grid, body: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether a table sets nothing but words beside years, under the name of the section of deeds (`연도 | 추진실적`), how much of it is done behind them or not;
    or months and days, under a head of dates, beside what was done in each (`추진일자 | 추진내용 | 실적`)."""
    if _dates_rows(head, grid, body, vocabulary):
        return True
    results = head.of("result")
    if len(results) != 1 or not head.of("year") or any(column.kind not in _OF_DEEDS for column in head.columns):
        return False
    match = vocabulary.sections.match(results[0].label, rough=False)
    if match is None or match.key != "performance":
        return False
    texts = [text for row in body if (text := grid.texts[row][results[0].index])]
    return 2 * sum(_VALUE.match(text) is None or _DATE.match(text) is not None for text in texts) > len(texts)


def tells_deeds(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a table under the heading of the deeds says in words alone what was done in the times of its rows (`연도 | 월 | 추진실적`,
    `분기 | 추진계획 | 추진실적`, `연도 | 추진내용 | 예산`) or, in its only line, of its columns: nothing in it is aimed at, counted or rated."""
    head, grid = read_head(table, vocabulary), grid_of(table)
    body = [row for row in range(head.rows, table.rows) if row not in head.repeats]
    if head.axis and len(body) == 1 and _names_deeds(grid.texts[body[0]][0], vocabulary):
        texts = [text for column in head.axis if (text := grid.texts[body[0]][column.index]) not in ("", "-")]
        return len(head.axis) == table.cols - 1 and _are_words(texts)
    deeds = _column_of_deeds(head, vocabulary)
    times = [text for row in body if (text := grid.texts[row][0])]
    if deeds is None or not times or not all(_is_time(text) for text in times):
        return False
    return _are_words(_filled(grid, body, deeds))


def head_of_dated_deeds(table: Table, vocabulary: Vocabulary) -> Cell | None:
    """The head over what was done in such a table where at least half of it names its day or month: deeds under whatever heading."""
    head, grid = read_head(table, vocabulary), grid_of(table)
    deeds = _column_of_deeds(head, vocabulary)
    if deeds is None or not tells_deeds(table, vocabulary):
        return None
    texts = _filled(grid, [row for row in range(head.rows, table.rows) if row not in head.repeats], deeds)
    dated = sum(_FINER.search(text) is not None for text in texts)
    top = next((cell for cell in table.cells if cell.row == 0 and cell.col == deeds.index and cell.lines), None)
    return top if 2 * dated >= len(texts) else None


def _column_of_deeds(head: Head, vocabulary: Vocabulary) -> Column | None:
    deeds = [column for column in head.columns if column.kind == "result" or _names_deeds(column.label, vocabulary)]
    if len(deeds) != 1 or deeds[0].year is not None or head.of("goal", "rate", "measure", "unit", "source", "funding"):
        return None
    return deeds[0]


def _filled(grid: Grid, body: Sequence[int], column: Column) -> list[str]:
    return [text for row in body if (text := grid.texts[row][column.index]) not in ("", "-")]


def _names_deeds(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.sections.match(text, rough=False) if text else None
    return match is not None and match.key == "performance"


def _are_words(texts: Sequence[str]) -> bool:
    return bool(texts) and all(_WORDS.search(text) and not _VALUE.fullmatch(text) for text in texts)


def _is_time(text: str) -> bool:
    period = read_period(text)
    return (period is not None and not period.rest) or _DATE.match(text) is not None


def _dates_rows(head: Head, grid: Grid, body: Sequence[int], vocabulary: Vocabulary) -> bool:
    key = next((column for column in head.of("year") if not column.on_axis), None)
    heads = vocabulary.dates.folded("column_heads")
    if key is None or fold(key.label) not in heads or head.of("goal", "rate", "measure", "unit"):
        return False
    if not any(_tells(grid, body, column.index) for column in head.of("project", "other")):
        return False
    texts = [text for row in body if (text := grid.texts[row][key.index])]
    return bool(texts) and 2 * sum(_FINER.match(text) is not None for text in texts) > len(texts)


def _tells(grid: Grid, body: Sequence[int], column: int) -> bool:
    """Whether most cells of a column are words."""
    return 2 * sum(_WORDS.search(grid.texts[row][column]) is not None for row in body) > len(body)
