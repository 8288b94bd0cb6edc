"""Figures that are struck out."""

from __future__ import annotations

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Cell, Line, Mark, Place, Table
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.indicators.rows import indicator_rows


def printed(role: str, text: str, *struck: tuple[int, int]) -> PrintedTable:
    """A table of one line, its last figure struck out at these stretches."""
    marks = tuple(Mark("strike", start, end) for start, end in struck)
    rows = (("구분", "2019", "2020"), ("구비" if role == "budget" else "쉼터", "10", text))
    cells = tuple(
        Cell(r, c, 1, 1, (Line(word, Place(), marks=marks if (r, c) == (1, 2) else ()),), Place())
        for r, row in enumerate(rows)
        for c, word in enumerate(row)
    )
    return PrintedTable(role, role, None, "(단위: 백만원)", Table(2, 3, cells, Place(), True))


@pytest.mark.parametrize(
    ("text", "struck", "won"),
    [("150", (), 150), ("150", ((0, 3),), None), ("150 120", ((0, 3),), 120), ("150 120", (), None)],
)
def test_an_amount_struck_out_is_none(text: str, struck: tuple[tuple[int, int], ...], won: int | None) -> None:
    rows, issues = budget_rows(printed("budget", text, *struck), city_is_local=False)
    assert rows[1]["amount_won"] == (None if won is None else won * 1_000_000)
    assert rows[1]["amount_raw"] == text
    assert [issue.code for issue in issues] == ([] if won else ["number.unreadable"])


@pytest.mark.parametrize(("text", "struck", "value"), [("5", ((0, 1),), None), ("5 8", ((0, 1),), 8.0)])
def test_a_target_struck_out_is_none(text: str, struck: tuple[tuple[int, int], ...], value: float | None) -> None:
    rows, issues = indicator_rows(printed("indicators", text, *struck))
    assert (rows[1]["value"], rows[1]["value_raw"]) == (value, text)
    assert [issue.code for issue in issues] == ([] if value else ["number.unreadable"])
