"""Tables whose rows no rule parts, and tables side by side."""

from __future__ import annotations

import pytest
from canvas_builder import CanvasBuilder, tables_of

from pledgecards.extract.grid.gantt import read_bars
from pledgecards.extract.layout import lay_out
from pledgecards.extract.page import Line

COLUMNS = (60, 160, 220, 280)


def banded(rows: list[list[str]], *, pitch: float = 16.0) -> CanvasBuilder:
    """A table with a ruled head and one band under it, in which the rows stand one below the other."""
    page = CanvasBuilder()
    bottom = 100 + pitch * len(rows) + 4
    page.grid(COLUMNS, (80, 100, bottom))
    for x, head in zip(COLUMNS, ("구분", "계", "2019년"), strict=False):
        page.text(x + 4, 85, head)
    for k, row in enumerate(rows):
        for x, text in zip(COLUMNS, row, strict=False):
            page.text(x + 4, 104 + pitch * k, text)
    return page


def body(page: CanvasBuilder) -> list[list[str]]:
    (table,) = tables_of(lay_out(page.canvas()))
    return [[cell.text for cell in row] for row in table.grid()[1:]]


def test_figures_beside_every_name_make_rows() -> None:
    rows = [["계", "1,200", "300"], ["국비", "600", "150"], ["시비", "600", "150"]]
    assert body(banded(rows)) == rows


def test_marks_beside_every_name_make_rows() -> None:
    rows = [["부지 매입", "■", ""], ["공사", "", "■"]]
    assert body(banded(rows)) == rows


def test_figures_with_their_units_beside_three_names_make_rows() -> None:
    rows = [["이용자", "120명", "30명"], ["만족도", "80%", "-"], ["행사", "3회", "1회"]]
    assert body(banded(rows)) == rows


@pytest.mark.parametrize(
    "rows",
    [
        # As many parks and their area, of one name in two lines.
        [["도시공간구조개편", "3개소", "1개소"], ["방안을마련함", "900㎡", "300㎡"]],
        # A figure over its milestone: the column holds both.
        [["산책로", "20", "50"], ["정비", "설계", "준공"]],
        # `1,234` and `300`, of which the narrow column cut one.
        [["마을버스 노", "1,2", "300"], ["선 신설", "34", "40"]],
        # Nothing stands beside the second line of the name.
        [["산책로", "20", "50"], ["정비", "", ""]],
        # Words in every cell, each full to its edge, may go on in the next line.
        [["도시공간구조개편", "기본계획을", "내년에는"], ["방안을마련함", "새로이짬", "마침"]],
    ],
)
def test_lines_that_may_be_one_rows_stay_in_one(rows: list[list[str]]) -> None:
    assert len(body(banded(rows))) == 1


def set_in(cells: list[list[tuple[float, str]]], pitch: float = 16.0) -> CanvasBuilder:
    """A table with a ruled head and one band under it: for every column its texts, each on the line of that number."""
    xs = (60, 160, 220, 280, 340)[: len(cells) + 1]
    page = CanvasBuilder()
    last = max(line for column in cells for line, _ in column)
    page.grid(xs, (80, 100, 104 + pitch * (last + 1)))
    for x, head, column in zip(xs, ("세부사업", "재원", "계", "2019년"), cells, strict=False):
        page.text(x + 4, 85, head)
        for line, text in column:
            page.text(x + 4, 104 + pitch * line, text)
    return page


def test_a_name_half_way_down_its_rows_is_of_all_of_them() -> None:
    sources = list(enumerate(("계", "국비", "시비", "국비", "시비")))
    sums = list(enumerate(("900", "500", "400", "300", "200")))
    names = [(1, "합계"), (3.5, "산책로 정비")]
    assert body(set_in([names, sources, sums, sums])) == [
        ["합계", "계", "900", "900"],
        ["합계", "국비", "500", "500"],
        ["합계", "시비", "400", "400"],
        ["산책로 정비", "국비", "300", "300"],
        ["산책로 정비", "시비", "200", "200"],
    ]


def test_a_name_beside_the_first_of_its_rows_is_of_those_below_too() -> None:
    sources = list(enumerate(("국비", "시비", "국비", "시비")))
    sums = list(enumerate(("500", "400", "300", "200")))
    found = body(set_in([[(0, "합계"), (2, "산책로 정비")], sources, sums, sums]))
    assert [row[:2] for row in found] == [
        ["합계", "국비"],
        ["합계", "시비"],
        ["산책로 정비", "국비"],
        ["산책로 정비", "시비"],
    ]


def test_names_that_may_be_half_way_down_or_at_the_top_part_nothing() -> None:
    sources = list(enumerate(("국비", "시비", "국비", "도비", "국비")))
    sums = list(enumerate(("500", "400", "300", "200", "100")))
    assert len(body(set_in([[(0, "공원"), (2, "숲길"), (4, "쉼터")], sources, sums, sums]))) == 1


def test_words_below_figures_are_of_their_row() -> None:
    names, units, goals = (
        [(0.5, name), (2, other)] for name, other in (("도서관", "쉼터"), ("%", "개소"), ("100", "8"))
    )
    year = [(0, "20"), (1, "(설계)"), (2, "3")]
    assert body(set_in([names, units, goals, year])) == [
        ["도서관", "%", "100", "20 (설계)"],
        ["쉼터", "개소", "8", "3"],
    ]


def test_two_figures_of_one_name_that_nothing_tells_apart_stay_in_one_row() -> None:
    assert len(body(set_in([[(0.5, "산책로")], [(0, "20"), (1, "15")], [(0, "50"), (1, "40")]]))) == 1


class TestBarsInABand:
    """Names one below the other, with filled stretches beside them and no rule between."""

    @staticmethod
    def names(page: CanvasBuilder, bars: list[tuple[int, int, int]]) -> list[str]:
        page.grid((60, 160, 200, 240), (80, 100, 136))
        for x, head in ((64, "구분"), (164, "2019년"), (204, "2020년")):
            page.text(x, 85, head)
        page.text(64, 104, "부지 매입")
        page.text(64, 122, "공사")
        for column, top, bottom in bars:
            page.fill(160 + 40 * column, top, 200 + 40 * column, bottom, 0x4472C4)
        return [row[0] for row in body(page)]

    def test_bars_of_their_own_make_rows_of_names(self) -> None:
        assert self.names(CanvasBuilder(), [(0, 100, 118), (1, 118, 136)]) == ["부지 매입", "공사"]

    def test_a_bar_beside_both_lines_leaves_them_one_name(self) -> None:
        assert self.names(CanvasBuilder(), [(0, 100, 136), (1, 100, 136)]) == ["부지 매입 공사"]


def test_where_rules_part_rows_the_lines_between_them_are_one_rows() -> None:
    page = CanvasBuilder()
    page.grid(COLUMNS, (80, 100, 120, 160))
    for k, row in enumerate(
        (["구분", "계", "2019년"], ["계", "1,200", "300"], ["국비", "600", "150"], ["시비", "600", "150"])
    ):
        for x, text in zip(COLUMNS, row, strict=False):
            page.text(x + 4, 85 + 19 * k, text)
    assert len(body(page)) == 2


def test_marks_at_two_heights_of_one_row_tell_nothing() -> None:
    page = CanvasBuilder()
    page.grid((60, 160, 220, 280), (80, 100, 116, 150))
    page.text(64, 85, "구분")
    page.text(164, 85, "1분기")
    page.text(224, 85, "2분기")
    page.text(64, 103, "설계")
    page.text(64, 119, "공사와 그 밖의")
    page.text(64, 134, "여러 일")
    page.text(164, 119, "■")
    page.text(224, 134, "■")
    (table,) = tables_of(lay_out(page.canvas()))
    bars = read_bars(table, [1, 2], [1, 2], 1, 0)
    assert [bars.marked[2, 1], bars.marked[2, 2]] == [None, None]


class TestSideBySide:
    """Two tables with a heading over each."""

    @staticmethod
    def page(heading: str, other: str) -> list[str]:
        page = CanvasBuilder()
        page.text(60, 60, "사업내용")
        page.text(60, 84, heading)
        page.text(320, 84, other)
        for x in (60, 320):
            page.grid((x, x + 80, x + 160), (100, 120, 140))
            for column in (0, 80):
                page.text(x + column + 4, 105, "가")
                page.text(x + column + 4, 125, "1")
        page.text(60, 160, "추진실적")
        return [block.text if isinstance(block, Line) else "표" for block in lay_out(page.canvas()).blocks]

    def test_each_heading_stands_over_its_own(self) -> None:
        assert self.page("소요예산", "연도별 목표") == ["사업내용", "소요예산", "표", "연도별 목표", "표", "추진실적"]

    def test_a_line_across_both_stays_whole(self) -> None:
        found = self.page("재원별 소요예산과 연도별 목표를 아래 두 표에 나란히", "놓음")
        assert found == [
            "사업내용",
            "재원별 소요예산과 연도별 목표를 아래 두 표에 나란히 놓음",
            "표",
            "표",
            "추진실적",
        ]


@pytest.mark.parametrize(
    ("names", "rows"), [(["2019. 2. 20.", "2020. 3. 2."], 2), (["위치", "규모"], 1)], ids=["dates", "labels"]
)
def test_of_two_columns_the_first_must_hold_dates(names: list[str], rows: int) -> None:
    page = CanvasBuilder()
    page.grid((60, 160, 280), (80, 100, 140))
    for x, head in ((64, "추진일자"), (164, "추진내용")):
        page.text(x, 85, head)
    for k, (name, deed) in enumerate(zip(names, ("기본계획 수립", "착공"), strict=True)):
        page.text(64, 104 + 16 * k, name)
        page.text(164, 104 + 16 * k, deed)
    assert len(body(page)) == rows


def test_a_figure_cut_in_one_row_of_many_does_not_keep_them_in_one() -> None:
    sources = list(enumerate(("소계", "국비", "시비", "소계", "국비", "시비")))
    sums = [(-0.3, "112,9"), (0.3, "77"), *enumerate(("60,000", "52,977", "900", "500", "400"), start=1)]
    years = list(enumerate(("1,100", "600", "500", "90", "50", "40")))
    found = body(set_in([[(0, "합계"), (3, "산책로")], sources, sums, years]))
    assert [row[1:] for row in found] == [
        ["소계", "112,977", "1,100"],
        ["국비", "60,000", "600"],
        ["시비", "52,977", "500"],
        ["소계", "900", "90"],
        ["국비", "500", "50"],
        ["시비", "400", "40"],
    ]
