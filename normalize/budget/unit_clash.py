"""Sums whose head names another unit than their parts have (`계(천원)` beside a note of 백만원), though the figures add up as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pledgecards.extract.issue import Issue
from pledgecards.normalize.amounts import unit_factor
from pledgecards.normalize.rows import Row, place_of
from pledgecards.schemas.vocabulary import Vocabulary


def without_clashing_units(rows: list[Row], vocabulary: Vocabulary) -> tuple[list[Row], list[Issue]]:
    """The rows with the amounts of such a table emptied, and the issue that says so.

    The figures show that the sum and its parts are in one unit, but not in which of the two. Where one line adds up when the units are
    taken at their word, they are taken so everywhere.
    """
    if len({row["unit_raw"] for row in rows}) < 2:
        return rows, []
    clashes: list[tuple[Row, Row]] = []
    for _, cells in groupby(rows, key=lambda row: row["line_no"]):
        filled = [row for row in cells if row["amount_won"] and row["unit_raw"] and not _says_unit(row, vocabulary)]
        odd = _odd_one(filled)
        if odd is None:
            continue
        parts = [row for row in filled if row is not odd]
        if odd["amount_won"] == sum(row["amount_won"] for row in parts):
            return rows, []
        if _figure(odd, vocabulary) == sum(_figure(row, vocabulary) for row in parts):
            clashes.append((odd, parts[0]))
    if not clashes:
        return rows, []
    odd, part = clashes[0]
    units = {odd["unit_raw"], part["unit_raw"]}
    emptied = [
        row | {"amount_won": None, "unit_raw": None}
        if row["unit_raw"] in units and not _says_unit(row, vocabulary)
        else row
        for row in rows
    ]
    message = (
        f"소요예산 표의 「{odd['amount_raw']}」의 단위는 {odd['unit_raw']}, 더한 금액의 단위는 {part['unit_raw']}(으)로 적혀 있으나"
        " 숫자는 한 단위로 더해져 있어, 어느 단위인지 알 수 없는 금액을 비워 두었습니다."
    )
    return emptied, [
        Issue("budget.unit_contradiction", message, "budget", "amount_won", place_of(odd), odd["amount_raw"])
    ]


def _odd_one(filled: Sequence[Row]) -> Row | None:
    """The only one of three amounts or more whose unit is not that of the others, which have the same."""
    units = [row["unit_raw"] for row in filled]
    if len(units) < 3 or len(set(units)) != 2:
        return None
    return next((row for row in filled if units.count(row["unit_raw"]) == 1), None)


def _figure(row: Row, vocabulary: Vocabulary) -> float:
    factor: int = unit_factor(row["unit_raw"], vocabulary) or 1
    won: int = row["amount_won"]
    return won / factor


def _says_unit(row: Row, vocabulary: Vocabulary) -> bool:
    """Whether the cell itself names its unit (`900천원`)."""
    return unit_factor(row["amount_raw"], vocabulary) is not None
