"""Grounds under all cells of a table but those of the names: the names are its first column all the same."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, lines_of, tables_of, texts_of

from pledgecards.extract.layout import lay_out
from pledgecards.extract.pdf.canvas import Canvas

_FIGURES = [["계", "2019", "2020"], ["300", "100", "200"], ["30", "10", "20"], ["3", "1", "2"]]


def _page(names: list[tuple[float, str]]) -> Canvas:
    """Rows 20 high from 100 on, the figures in grounds from 200 on; names: each with the height of its line's middle."""
    page = CanvasBuilder()
    for row, figures in enumerate(_FIGURES):
        for col, figure in enumerate(figures):
            x, y = 200 + 80 * col, 100 + 20 * row
            page.fill(x, y, x + 80, y + 20, colour=0xDDDDEE)
            page.text(x + 10, y + 5, figure)
    for middle, name in names:
        page.text(60, middle - 5, name)
    return page.canvas()


@pytest.mark.parametrize("head", [[(110.0, "사업명")], []])
def test_names_level_with_the_rows_are_the_first_column(head: list[tuple[float, str]]) -> None:
    page = lay_out(_page([*head, (130, "도서관 신축"), (150, "도서 구입"), (170, "인력 운영")]))
    [table] = tables_of(page)
    names = [row[0] for row in texts_of(table)]
    assert names == ["사업명" if head else "", "도서관 신축", "도서 구입", "인력 운영"]
    assert lines_of(page) == []


@pytest.mark.parametrize(
    "lines",
    [
        # Lines of a text beside the table, at a pitch of their own.
        [
            (108.0, "사업내용"),
            (122.0, "작은 도서관을"),
            (136.0, "새로 짓고"),
            (150.0, "도서를 사며"),
            (164.0, "사람을 쓴다"),
        ],
        # The name of the section alone.
        [(140.0, "재원투자계획")],
        # A name that would reach into the cells.
        [(130.0, "도서관을 새로 짓고 도서를 사들이는 일"), (150.0, "도서 구입"), (170.0, "인력 운영")],
    ],
)
def test_other_text_beside_the_grounds_is_no_column(lines: list[tuple[float, str]]) -> None:
    [table] = tables_of(lay_out(_page(lines)))
    assert [len(row) for row in texts_of(table)] == [3, 3, 3, 3]
