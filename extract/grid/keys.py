"""The key columns of a table: which names the project, the funding, the year, or whether a row is 목표 or 실적.

Heads such as 구분 say nothing; the cells below do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from pledgecards.extract.grid.grids import Grid
from pledgecards.extract.grid.like_results import without_like_results
from pledgecards.extract.grid.names_key import NAMING, one_project, texts_of
from pledgecards.extract.grid.periods import is_counted_year, names_year, read_period
from pledgecards.extract.grid.remarked_years import without_remarks
from pledgecards.extract.grid.row_names import (
    counts,
    counts_in,
    is_done,
    is_measure,
    is_no_sum,
    is_total,
    of_line_above,
    plans_money,
    says_nothing,
    unnumbered,
)
from pledgecards.extract.grid.table_columns import Column
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_UNNAMED = frozenset({"span", "after_term", "before_term", "ordinal"})
"""Periods that may stand among years down the side (`2021 이후`), or for them (`1차년도`)."""

_DUE = re.compile(r"완료|준공|기한|종료|개관|개장")
"""A head over the times by which something is to be there: no years of the figures beside them."""

_NAME, _COUNT = re.compile(r"[가-힣A-Za-z]{2}"), re.compile(r"\d")
_MOST = 0.8


def settle_keys(columns: list[Column], grid: Grid, body: Sequence[int], vocabulary: Vocabulary) -> list[Column]:
    """The columns with their keys told by the cells below them (`body`: the rows of the grid that are no head)."""
    columns = without_like_results(_named_by_corner(columns, grid, body), vocabulary)
    settled = list(columns)
    dated = any(column.year is not None for column in columns)
    for column in columns:
        if column.kind not in ("project", "category", "other", "year") or column.year is not None or column.score < 90:
            continue
        texts = _own_texts(grid, body, column.index)
        kind = _kind(column, texts, settled, dated, vocabulary)
        if kind != column.kind:
            settled[column.index] = column.turned(kind, column.part)
    _sources_in_groups(settled, grid, body, vocabulary)
    _names_under_goal(settled, grid, body)
    _column_of_units(settled, grid, body, vocabulary)
    _blocks_of_measures(settled, grid, body)
    _one_side(settled, grid, body, vocabulary)
    return one_project(settled, grid, body, vocabulary)


def _named_by_corner(columns: list[Column], grid: Grid, body: Sequence[int]) -> list[Column]:
    """The columns, the first one without a kind where its head only names the parts of years beside it (`분기 | 1/4 | 2/4` over `목표`)."""
    first = columns[0]
    if first.kind != "quarter" or first.part is not None or all(column.part is None for column in columns[1:]):
        return columns
    if any(read_period(text) is not None for text in texts_of(grid, body, 0)):
        return columns
    return [first.turned("other", None), *columns[1:]]


def _sources_in_groups(columns: list[Column], grid: Grid, body: Sequence[int], vocabulary: Vocabulary) -> None:
    """Beside a column of sources one under the same head holds groups of them, or those of its groups, where half of its names are sources:
    an unknown word among them (`국비 | 보조금`) is no project."""
    for column in [column for column in columns if column.kind == "funding"]:
        for beside in columns[max(column.index - 1, 0) : column.index + 2]:
            if beside.kind in ("project", "category", "other") and _under_one_head(column, beside):
                found = [vocabulary.funding.match(text, rough=False) for text in _own_texts(grid, body, beside.index)]
                names = [match is not None for match in found if match is None or match.key != "total"]
                if any(names) and 2 * sum(names) >= len(names):
                    columns[beside.index] = beside.turned("funding", beside.part)


def _names_under_goal(columns: list[Column], grid: Grid, body: Sequence[int]) -> None:
    """The first column under 목표 holds the names of what is counted, where all of its cells are words and years stand beside it
    (`목표 | '19 | '20` over `정비 노선(km) | 4 | 10`)."""
    first = columns[0]
    if first.kind != "goal" or first.year is not None or any(column.kind == "project" for column in columns):
        return
    texts = texts_of(grid, body, 0)
    words = texts and all(_NAME.match(text) is not None and not _COUNT.search(text) for text in texts)
    if words and sum(column.year is not None for column in columns) >= len(columns) - 1:
        columns[0] = first.turned("project", first.part)


def _column_of_units(columns: list[Column], grid: Grid, body: Sequence[int], vocabulary: Vocabulary) -> None:
    """A column of nothing but units is that of the units, whatever its head says (`기준` over `억원` and `개소`)."""
    if any(column.kind == "unit" for column in columns):
        return
    known = {*vocabulary.count_units, *vocabulary.money, "%"}
    for column in columns:
        texts = texts_of(grid, body, column.index) if column.kind in ("other", "base") and column.year is None else []
        if texts and known.issuperset(texts):
            columns[column.index] = column.turned("unit", column.part)


def _blocks_of_measures(columns: list[Column], grid: Grid, body: Sequence[int]) -> None:
    """Of two columns side by side that say what is measured, the right one says it of each line, where each cell of the left goes down over
    several of them (`목표(개소)`, `예산(백만원)` before `당초` and `변경`): the left one names what they are of."""
    for left, right in pairwise([column for column in columns if column.kind == "measure"]):
        if right.index == left.index + 1 and all(_heads_lines(grid, row, left.index) for row in body):
            columns[left.index] = left.turned("project", left.part)


def _heads_lines(grid: Grid, row: int, index: int) -> bool:
    cell, beside = grid.cells[row][index], grid.cells[row][index + 1]
    return cell.row_span >= beside.row_span and cell is not beside


def _one_side(columns: list[Column], grid: Grid, body: Sequence[int], vocabulary: Vocabulary) -> None:
    """Of two columns of periods down the side (`임기내` before `2018`, `2019`) the one that names the years is it; the other only groups them."""
    sides = [column for column in columns if column.kind == "year" and column.year is None and not column.on_axis]
    if len(sides) < 2:
        return
    years = [sum(map(names_year, without_remarks(texts_of(grid, body, column.index), vocabulary))) for column in sides]
    most = max(years)
    for column, count in zip(sides, years, strict=True):
        if not count and most:
            columns[column.index] = column.turned("note", column.part)


def _own_texts(grid: Grid, body: Sequence[int], index: int) -> list[str]:
    """The texts of a column's filled cells without those of cells that begin further left and name a whole line (`사업량` over `사업비 | 국비`),
    if others are left."""
    lines = [row for row in body if grid.cells[row][index].col == index]
    return (texts_of(grid, lines, index) if len(lines) < len(body) else []) or texts_of(grid, body, index)


def _kind(column: Column, texts: list[str], columns: Sequence[Column], dated: bool, vocabulary: Vocabulary) -> str:
    told = without_remarks([text for text in texts if not of_line_above(text, vocabulary)], vocabulary)
    kinds = [other.kind for other in columns]
    # One year is enough under a head that says 연도, or beside columns of sources.
    least = 1 if column.kind == "year" or "source" in kinds else 2
    due = column.kind == "other" and _DUE.search(column.label) is not None
    if not dated and not due and _lists_years(column, told, vocabulary):
        years = sum(names_year(text) or is_counted_year(text) for text in told)
        named_times = sum(vocabulary.periods.match(text, rough=False) is not None for text in told)  # `기투자`
        # Before, in and after the term stand for years beside columns of sources.
        if (years and years + named_times >= least) or (
            "source" in kinds and not all(is_total(text, vocabulary) for text in texts)
        ):
            return "year"
    named = [other for other in columns if other.kind in ("funding", "source")]
    if column.kind == "year":
        if "source" in kinds and 2 * sum(map(names_year, told)) >= max(len(told), 4):
            return "year"  # beside its years an unknown word for their sum, or for those after them
        # `연도 | 재원`, a stroke between them: the one heads the columns, the other the lines.
        if _share(told, lambda text: is_measure(text, vocabulary)):
            return "measure"
        return "funding" if not named and _names_sources(texts, vocabulary) else "other"
    # Two columns under one head: a group of sources (보조금) and the sources in it. A copy has the head over one of them.
    grouped = [other.kind == "funding" and _under_one_head(other, column) for other in named] == [True]
    aside = (counts, counts_in, is_done, of_line_above, says_nothing)
    paid = [text for text in texts if not any(test(text, vocabulary) for test in aside)]
    if (not named or grouped) and _names_sources(paid, vocabulary):
        return "funding"
    # Under a head that names projects `공정률` is one of them; under 구분 it is what the row measures, if that is of anything.
    if not _names_projects(column, columns, vocabulary) and _share(told, lambda text: is_measure(text, vocabulary)):
        beside = any(other is not column and other.kind in NAMING for other in columns)
        alone = not beside and "unit" in kinds and all(_is_rate(text, vocabulary) for text in told)
        return column.kind if alone else "measure"
    beside = any(other is not column and other.kind in {*NAMING, "funding"} for other in columns)
    if (
        _tells_quantities(texts, vocabulary)
        or _tells_supplements(texts, vocabulary)
        or (not _names_projects(column, columns, vocabulary) and _tells_results(texts, vocabulary, beside=beside))
    ):
        return "measure"
    if texts and all(text.strip(".)( ").isdigit() for text in texts):
        return "number" if column.kind in NAMING else column.kind
    return column.kind


def _is_rate(text: str, vocabulary: Vocabulary) -> bool:
    match = vocabulary.heads.match(text, rough=False)
    return match is not None and match.key == "rate"


def _under_one_head(one: Column, other: Column) -> bool:
    return one.label == other.label or (abs(one.index - other.index) == 1 and not (one.label and other.label))


def _names_projects(column: Column, columns: Sequence[Column], vocabulary: Vocabulary) -> bool:
    """Whether a head says that projects are named below it, and not in the column left of it that it stands over too."""
    if column.kind != "project" or ("project", column.label) in [(o.kind, o.label) for o in columns[: column.index]]:
        return False
    return fold(without_remark(column.label)) not in vocabulary.vague_heads


def _share(texts: list[str], test: Callable[[str], bool]) -> bool:
    return bool(texts) and sum(map(test, texts)) >= _MOST * len(texts)


def _lists_years(column: Column, texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether the cells of a column are years, all but a few, and sums of them. Their average or a remark among them (`평균`, `비고`) does not
    count, nor what else stands below years under a head that says 연도."""
    told = [text for text in texts if not is_no_sum(text, vocabulary)]
    if _share(told, lambda text: _is_year(text, vocabulary)):
        return True
    return column.kind == "year" and sum(map(names_year, told)) * 2 > len(told)


def _is_year(text: str, vocabulary: Vocabulary) -> bool:
    if names_year(text) or is_total(text, vocabulary) or vocabulary.periods.match(text, rough=False) is not None:
        return True
    period = read_period(text)
    return period is not None and period.kind in _UNNAMED and not period.rest


def _names_sources(texts: list[str], vocabulary: Vocabulary) -> bool:
    found = [vocabulary.funding.match(unnumbered(text), rough=False) for text in texts]
    keys = [match.key for match in found if match is not None]
    return any(key != "total" for key in keys) and len(keys) >= _MOST * len(texts)


def _tells_quantities(texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a column tells lines of 사업량 from lines of 사업비."""
    found = [vocabulary.heads.match(without_remark(text), rough=False) for text in texts]
    keys = {match.key if match is not None else None for match in found}
    return "quantity" in keys and keys <= {"quantity", "total", "plan"}


def _tells_supplements(texts: list[str], vocabulary: Vocabulary) -> bool:
    """Whether a column tells 본예산 from 추경, their sum beside them or not."""
    found = [vocabulary.heads.match(text, rough=False) for text in texts]
    keys = {match.key if match is not None else None for match in found}
    return {"former", "supplement"} <= keys <= {"former", "supplement", "total", "plan", "change"}


def _tells_results(texts: list[str], vocabulary: Vocabulary, *, beside: bool) -> bool:
    """Whether a column parts lines of 목표 from lines of 실적 (사업비 from 집행액), and of something else (`대비(%)`); of
    money only beside the names of projects, which it may hold itself."""
    found = [vocabulary.heads.match(text, rough=False) for text in texts]
    keys = [match.key for match in found if match is not None]
    of_money = [plans_money(text, vocabulary) for text, match in zip(texts, found, strict=True) if match is None]
    keys += ["plan"] * sum(of_money)
    planned, done = {"goal", "plan", "total"} & {*keys}, {"result", "spent", "secured"} & {*keys}
    if not beside and not ({"goal", "plan"} & planned and "result" in done and 3 * len(keys) >= 2 * len(texts)):
        return False
    return bool(planned and done) and planned | done != {"total", "result"} and 2 * len(keys) >= len(texts)
