"""What a table of a card is: Gantt, budget, indicators or people in charge.

The heading that it stands under says so first, then the table's own words and shape. Where the two disagree, a shape that
leaves no doubt wins, and the caller is told that it was no sure thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.extract.grid.gantt import read_bars
from pledgecards.extract.grid.grids import ById, Grid, grid_of
from pledgecards.extract.grid.heads import Head, read_head
from pledgecards.extract.grid.roles.headed import counts_beside_money, spends
from pledgecards.extract.grid.roles.listed_people import lists_people
from pledgecards.extract.grid.roles.measured import lists_deeds, lists_sources, names_goals, tells_deeds
from pledgecards.extract.grid.roles.money_words import begin_with_sources, speaks_of_money
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_BY_SECTION = {
    "schedule": "schedule",
    "budget": "budget",
    "indicators": "indicators",
    "achievement": "indicators",
    "contacts": "contacts",
}
_AT_HOME = {
    "plan": frozenset({"schedule", "budget", "indicators"}),
    "performance": frozenset({"indicators", "contacts"}),
    "goals": frozenset({"indicators"}),
    "budget": frozenset({"budget"}),
}
_STATISTICS = frozenset({"classification", "support", "overview", "current_state", "other"})
"""Sections whose tables are mostly something else: only a table's own words count there."""

_FIGURE = re.compile(r"^[△▲+\-−]?\s*\d[\d,]*(\.\d+)?\s*(%|％|[가-힣]{1,3})?(?=$|[\s(])")
_PERCENT = re.compile(r"^\d[\d,.]*\s*[%％]")
_UNIT_OF_NAME = re.compile(r"[(（]\s*([^()（）\s]{1,4})\s*[)）]$")
_BULLETED = re.compile(r"[^\w\s(\[「'‘]\s?(?:(?:[^가-힣]*[가-힣]){5}|[가-힣]{2}.*(?:['’‘]\d\d|(?:19|20)\d\d)\s?[.년])")
_WON = re.compile(r"[(\[（]\s*원\s*[)\]）]")
_FIGURES = ("goal", "result", "rate", "total", "source")
"""Kinds of columns under which nothing but figures stands."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table looks like. worded: its own words say so, not only its outline. figures: it has figures under years, of nobody knows what."""

    role: str | None
    worded: bool = False
    figures: bool = False


_LIKE_TARGETS = (_Shape("budget"), _Shape(None, figures=True))


def table_role(
    table: Table, section: str | None, vocabulary: Vocabulary, unit: str | None = None
) -> tuple[str | None, bool]:
    """The role of a table under a section's heading, and whether it is unsure.

    role: `schedule` | `budget` | `indicators` | `contacts`, None for a table of another sort. unsure: it was told by its outline
    alone, or against the heading that it stands under. unit: the unit note printed beside it, if any.
    """
    # Told apart by what the unit note says, not by the note: most tables are looked at with and without one.
    money = unit is not None and speaks_of_money(unit, vocabulary)
    shape = _shape(ById(table), money, vocabulary)
    named = _BY_SECTION.get(section or "")
    if named is None and section == "goals" and shape in _LIKE_TARGETS and not money:
        return (
            "indicators",
            True,
        )  # figures of years, with their sum or without, are as likely to be of what is aimed at
    if section == "performance" and shape.role in ("indicators", "budget") and tells_deeds(table, vocabulary):
        return None, False
    if named is None:
        return _without_heading(shape, section)
    if shape.role == named:
        return named, False
    if (
        named == "budget"
        and shape.role == "indicators"
        and (money or spends(table, read_head(table, vocabulary), vocabulary))
    ):
        return named, True  # 예산 and 집행 in money, not 목표 and 실적
    counted = named == "indicators" and shape.role == "budget"
    if counted and counts_beside_money(table, read_head(table, vocabulary), vocabulary):
        return named, False
    if shape.role is None:
        return (named, False) if _could_be(table, named, vocabulary) else (None, False)
    return (shape.role, True) if shape.worded else (named, True)


def _without_heading(shape: _Shape, section: str | None) -> tuple[str | None, bool]:
    if shape.role is None or (section in _STATISTICS and not shape.worded):
        return None, False
    at_home = section is None or shape.role in _AT_HOME.get(section, ()) or shape.role == "contacts"
    return shape.role, not (shape.worded and at_home)


@lru_cache(maxsize=64)
def _shape(key: ById, money: bool, vocabulary: Vocabulary) -> _Shape:
    """What a table looks like, beside a unit note that speaks of money or not."""
    table = key.table
    if table.cols < 2:
        return _Shape(None)
    head = read_head(table, vocabulary)
    kinds = [column.kind for column in head.columns]
    axis = head.axis
    dated = bool(axis) or "axis" in kinds or any(column.year for column in head.columns)
    row_years = "year" in kinds and any(column.kind == "year" and column.year is None for column in head.columns)
    if not (dated or row_years) and lists_people(table, vocabulary, figures=len(head.of(*_FIGURES)) > 1):
        return _Shape("contacts", True)
    grid = grid_of(table)
    body = [number for number in range(head.rows, table.rows) if number not in head.repeats]
    if not body:
        return _Shape(None)
    if dated:
        gantt = _gantt(table, grid, head, body, axis)
        if gantt is not None:
            return gantt
    sources = head.of("source")
    figures = _figures(grid, head, body)
    # 시, 군 and 구 are bodies as often as what they pay: of one letter, sources are told where money is spoken of.
    told = money or any(len(column.word) > 1 for column in sources)
    if head.first("funding") and (dated or row_years or figures) or (len(sources) >= 2 and told and figures):
        return _Shape("budget", True)
    if not (dated or row_years):
        goal = head.first("goal") or (head.first("plan") if _units_count(grid, head, body, vocabulary) else None)
        complete = goal and (head.first("result") or head.first("rate"))
        rated = complete and head.first("result") and head.first("rate")  # whatever is aimed at is words
        return _Shape("indicators", True) if rated or (complete and figures) else _Shape(None)
    money = money or _speaks_of_money(grid, head, vocabulary)
    if money and head.first("total") and figures:
        return _Shape("budget", True)
    # `예산현액 | 지출액 | 집행률` in money is no target and no result.
    spends = money and head.of("plan", "spent", "secured")
    if lists_deeds(head, grid, body, vocabulary):
        return _Shape(None)
    if money and figures and lists_sources(head, grid, body, vocabulary):
        return _Shape("budget", True)
    if head.of("goal", "result", "measure") or (head.of("rate") and not spends) or names_goals(head, vocabulary):
        return _Shape("indicators", True)
    if money and figures:
        return _Shape("budget", len(head.of("plan", "secured", "spent")) > 1)
    if head.first("unit") or _percents(grid, head, body) or (not money and _counted(grid, body, vocabulary)):
        name = head.first("project")
        return _Shape("indicators", name is not None and "지표" in fold(name.label))
    return _Shape("budget") if head.first("total") and figures else _Shape(None, figures=dated and figures)


def _axis_texts(grid: Grid, head: Head, body: list[int]) -> list[str]:
    """The texts of the cells of the time axis, blank ones included."""
    columns = [column.index for column in head.columns if column.on_axis or column.kind == "axis"]
    return _texts(grid, body, columns)


def _texts(grid: Grid, rows: list[int], columns: list[int]) -> list[str]:
    """The texts of cells, a merged one once."""
    return [
        grid.texts[row][col]
        for row in rows
        for col in columns
        if (cell := grid.cells[row][col]).row_span == cell.col_span == 1 or (cell.row == row and cell.col == col)
    ]


def _gantt(table: Table, grid: Grid, head: Head, body: list[int], axis: Sequence[Column]) -> _Shape | None:
    """A time axis without figures in it."""
    texts = _axis_texts(grid, head, body)
    filled = [text for text in texts if text]
    figures = _count(_FIGURE, filled)
    if not texts or figures * 5 > len(filled):
        return None
    if filled and all(_BULLETED.match(text) for text in filled):
        return None  # lists of what is done in each time: their bullets are no bars
    parts = len(head.of("quarter", "half", "month", "axis"))
    if parts >= 4:
        return _Shape("schedule", True)
    if head.of("goal", "result", "rate", "funding", "source", "unit", "total"):
        return None
    columns = [column.index for column in axis]
    name = head.first("project")
    bars = read_bars(table, body, columns, head.rows, name.index if name else None)
    if filled and head.of("measure"):
        return _Shape("schedule") if bars.shown and not bars.words else None
    if bars.shown or parts >= 2:
        return _Shape("schedule", bars.shown and len(columns) >= 2)
    return _Shape("schedule") if not filled and len(columns) >= 2 else None


def _figures(grid: Grid, head: Head, body: list[int]) -> bool:
    """Whether the cells beside the keys hold figures, if they hold anything."""
    keys = {
        column.index
        for column in head.columns
        if column.kind in ("project", "funding", "unit", "note", "number", "measure")
        or (column.kind == "year" and column.year is None)
    }
    columns = [column.index for column in head.columns if column.index not in keys]
    filled = [text for text in _texts(grid, body, columns) if len(text) > 1 or text.isdigit()]
    return _count(_FIGURE, filled) * 2 >= len(filled) > 0


def _count(pattern: re.Pattern[str], texts: list[str]) -> int:
    """How many of the texts begin as the pattern says."""
    return len([text for text in texts if pattern.match(text)])


def _percents(grid: Grid, head: Head, body: list[int]) -> bool:
    filled = [text for text in _axis_texts(grid, head, body) if text]
    return _count(_PERCENT, filled) * 2 >= len(filled) > 0


def _units_count(grid: Grid, head: Head, body: list[int], vocabulary: Vocabulary) -> bool:
    """Whether the column of units says that things are counted (`세부사업 | 단위 | 계획 | 실적`): no money, which 계획 and 실적 may be of, too."""
    unit = head.first("unit")
    texts = [text for row in body if (text := grid.texts[row][unit.index])] if unit is not None else []
    return bool(texts) and all(text in vocabulary.count_units or text in ("%", "％") for text in texts)


def _counted(grid: Grid, body: list[int], vocabulary: Vocabulary) -> bool:
    """Whether every row's name says what is counted in it (`숲길(km)`): no row of money."""
    names = [_UNIT_OF_NAME.search(grid.texts[row][0]) for row in body if grid.texts[row][0]]
    return bool(names) and all(found is not None and found[1] in vocabulary.count_units for found in names)


def _speaks_of_money(grid: Grid, head: Head, vocabulary: Vocabulary) -> bool:
    texts = [*head.notes, *[column.label for column in head.columns], *[row[0] for row in grid.texts]]
    if any(_WON.search(column.label) for column in head.columns):
        return True
    return any(speaks_of_money(text, vocabulary) for text in texts)


def _could_be(table: Table, named: str, vocabulary: Vocabulary) -> bool:
    """Whether a table without a telling shape may still be what its heading says."""
    head = read_head(table, vocabulary)
    dated = any(column.on_axis or column.kind in ("axis", "ordinal") or column.year for column in head.columns)
    if named == "contacts":
        return not dated
    if named == "schedule":
        return dated
    body = [row for row in range(head.rows, table.rows) if row not in head.repeats]
    sourced = named == "budget" and begin_with_sources(grid_of(table), body, vocabulary)
    return head.rows > 0 and (dated or sourced or _figures(grid_of(table), head, body))
