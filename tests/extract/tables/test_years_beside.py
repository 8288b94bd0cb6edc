"""Years at the side of a table of deeds."""

from __future__ import annotations

from pledgecards.extract.page import Cell, Line, Place, Table
from pledgecards.extract.tables.years_beside import years_beside


def deeds(above: str, *, drawn: bool = True, soft: bool = False) -> Table:
    """`2020 | above` over `(blank) | 설명회`."""

    def cell(row: int, col: int, text: str, soft: bool = False) -> Cell:
        place = Place(page=1, top=20.0 * row, bottom=20.0 * row + 10, x0=50.0 * col, x1=50.0 * col + 40)
        lines = (Line(text, place, soft=soft),) if text else ()
        return Cell(row, col, 1, 1, lines, place)

    cells = (cell(0, 0, "2020"), cell(0, 1, above, soft), cell(1, 0, ""), cell(1, 1, "설명회 개최"))
    return Table(2, 2, cells, cells[0].place, drawn)


def test_a_blank_under_a_year_beside_a_deed_of_its_own_is_of_the_year() -> None:
    assert list(years_beside(deeds("착공"))) == [1]


def test_beside_the_rest_of_a_full_line_it_is_not() -> None:
    assert years_beside(deeds("착공을 위한 주민", soft=True)) == {}


def test_where_no_rules_tell_rows_apart_it_is_not() -> None:
    assert years_beside(deeds("착공", drawn=False)) == {}
