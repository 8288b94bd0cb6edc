"""The rows of a head below its first one: what their cells stand under, and what tells them from rows of the body."""

from __future__ import annotations

from pledgecards.extract.grid.grids import Grid, distinct
from pledgecards.extract.grid.head_words import head_word, is_money_unit
from pledgecards.extract.grid.periods import read_period
from pledgecards.schemas.vocabulary import Vocabulary

KNOWN = frozenset({"period", "word", "source"})
"""The sorts of words that make a row part of a head."""


def is_subhead(grid: Grid, start: int, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row goes on with the head that begins at `start`."""
    fresh = [(cell, text) for cell, text in distinct(grid, row) if cell.row == row]
    words = [head_word(text, vocabulary) for _, text in fresh]
    sorts = [word.sort for word in words]
    if "data" in sorts:
        return False
    first, name = grid.cells[row][0], grid.texts[row][0]
    if first.row < row and name:
        return any(cell.row == row for cell in grid.cells[row])
    if names_units(grid, row, vocabulary):
        return True
    known = len([sort for sort in sorts if sort in KNOWN or sort == "number"])
    if not known or known * 2 < len(words):
        return False
    if name and name == grid.texts[start][0] and grid.texts[row] != grid.texts[start]:
        # Merged cells that a copy has filled again (`사업명 | 비율 | 2019 | 2019` over `사업명 | 비율 | 목표 | 실적`).
        again = [text == grid.texts[start][cell.col] for cell, text in fresh]
        if all(same or sort in KNOWN or sort == "number" for same, sort in zip(again, sorts, strict=True)):
            return True
    if name and known == len(words) and grid.cells[row - 1][0].col_span > 1:
        return all(_under_group(grid, row, cell.col) for cell, _ in fresh)  # no names: the first head is a group too
    if name:
        above = [head_word(text, vocabulary) for line in range(start, row) for _, text in distinct(grid, line)]
        if sorts.count("period") == len(sorts) > 2 and not any(word.sort == "period" for word in above):
            return True  # nothing but times (`목표 | 연차별 목표` over `임기내 | 2018 | 2019`): no row of figures
        named = words[0].sort in ("word", "note") and words[0].key != "total"
        several = sorts.count("period") >= 2
        return named and several and not any(word.sort == "period" for word in above)
    return all(_under_group(grid, row, cell.col) or _parts_year(grid, row, cell.col) for cell, _ in fresh)


def names_units(grid: Grid, row: int, vocabulary: Vocabulary) -> bool:
    """Whether a row names nothing but units of money, each that of its column (`단위 | 백만원 | 천원`)."""
    name, *units = grid.texts[row]
    if name and head_word(name.strip("()[]（）"), vocabulary).key != "unit":
        return False
    filled = [text for text in units if text]
    return len(filled) > 1 and all(is_money_unit(text, vocabulary) for text in filled)


def _under_group(grid: Grid, row: int, col: int) -> bool:
    """Whether the head above is a group of columns: merged, or with blanks to its right (text tables)."""
    above = grid.texts[row - 1]
    if grid.cells[row - 1][col].col_span > 1 or not above[col]:
        return True
    return col + 1 < len(above) and not above[col + 1]


def _parts_year(grid: Grid, row: int, col: int) -> bool:
    """Whether a part of a year stands under a year, the only one of it that the table has (`2022년` over `상반기`)."""
    above, here = read_period(grid.texts[row - 1][col]), read_period(grid.texts[row][col])
    if above is None or here is None or above.rest:
        return False
    return above.kind == "year" and here.kind in ("half", "quarter", "number", "month") and here.year is None
