"""Marks and names that stand beside their columns, in tables as pdftotext sets them."""

from __future__ import annotations

import pytest
from paper import paper, tables

from pledgecards.convert import convert_bytes
from pledgecards.extract.page import Table

HEAD = (
    {23: "2018년", 47: "2019년"},
    {8: "구분"},
    {20: "1", 24: "2", 32: "3", 36: "4", 42: "1", 48: "2", 56: "3", 62: "4"},
    {},
)


def marked(table: Table) -> list[tuple[str, list[int]]]:
    """By row: its name, and the quarters (counted from the first) that hold something."""
    return [(row[0].text, [c - 1 for c in range(1, table.cols) if row[c].text]) for row in table.grid()[2:]]


def test_a_mark_half_way_is_in_the_column_that_no_neighbour_has() -> None:
    # 28 is as far from the second quarter as from the third; the second has a mark of its own.
    (table,) = tables(
        paper(*HEAD, {0: "산책로 정비", 24: "■", 28: "■", 36: "■"}, {}, {0: "쉼터 조성", 42: "■", 48: "■"})
    )
    assert marked(table) == [("산책로 정비", [1, 2, 3]), ("쉼터 조성", [4, 5])]


def test_a_year_over_its_quarters_makes_none_of_them_wider() -> None:
    # The mark touches the year, which begins over the second quarter, and stands nearer to the third.
    (table,) = tables(paper(*HEAD, {0: "산책로 정비", 24: "■", 30: "■"}, {}, {0: "쉼터 조성", 42: "■"}))
    assert marked(table) == [("산책로 정비", [1, 2]), ("쉼터 조성", [4])]


def test_a_mark_a_little_left_of_the_first_head_is_no_name() -> None:
    (table,) = tables(paper(*HEAD, {0: "산책로 정비", 19: "■", 24: "■"}, {}, {0: "쉼터 조성", 42: "■"}))
    assert marked(table) == [("산책로 정비", [0, 1]), ("쉼터 조성", [4])]


def test_marks_that_begin_left_of_their_heads_do_so_all_down_the_table() -> None:
    # 52 alone could be of either quarter; 34 and 60 are left of theirs.
    rows = ({0: "산책로 정비", 32: "■", 35: "■"}, {}, {0: "쉼터 조성", 52: "■", 61: "■"})
    (table,) = tables(paper(*HEAD, *rows))
    assert marked(table) == [("산책로 정비", [2, 3]), ("쉼터 조성", [6, 7])]


def test_a_mark_that_may_be_of_either_column_makes_no_table() -> None:
    # One mark left of its head, one right of it: nothing tells where the third one belongs.
    rows = ({0: "쉼터 조성", 52: "■"}, {}, {0: "산책로 정비", 25: "■", 35: "■"})
    assert tables(paper(*HEAD, *rows)) == []


def test_the_rest_of_a_group_at_the_top_of_a_page() -> None:
    head = {6: "세부사업", 20: "재원", 28: "계", 36: "2018년"}
    after = paper(
        head, {}, {20: "시비", 28: "40", 38: "20"}, {}, {3: "쉼터 조성", 21: "-", 28: "70", 38: "60"},
        {}, {3: "산책로", 21: "-", 28: "50", 38: "10"},
    )  # fmt: skip
    (rest,) = tables(paper({0: "소요예산"}) + after)
    assert [[cell.text for cell in row] for row in rest.grid()[1:]] == [
        ["", "시비", "40", "20"],
        ["쉼터 조성", "-", "70", "60"],
        ["산책로", "-", "50", "10"],
    ]


def test_two_tables_side_by_side_are_not_one() -> None:
    text = paper(
        {2: "재원", 14: "계", 22: "2019", 30: "2020", 44: "지표명", 56: "단위", 64: "2019", 72: "2020"},
        {2: "계", 13: "480", 22: "180", 30: "300", 43: "놀이터", 56: "개소", 65: "1", 73: "2"},
        {2: "시비", 13: "480", 22: "180", 30: "300", 43: "이용자", 56: "명", 64: "500", 72: "900"},
    )
    assert tables(text) == []


def test_an_office_over_several_people_is_said_once() -> None:
    text = paper(
        {2: "구분", 14: "직위", 26: "성명", 38: "전화번호"},
        {1: "관광과", 14: "과장", 25: "홍길동", 36: "061-430-0001"},
        {13: "팀장", 25: "김가나", 36: "061-430-0002"},
    )
    (table,) = tables(text)
    assert [[cell.text for cell in row] for row in table.grid()[1:]] == [
        ["관광과", "과장", "홍길동", "061-430-0001"],
        ["", "팀장", "김가나", "061-430-0002"],
    ]


def grid(text: str) -> list[list[str]]:
    (table,) = tables(text)
    return [[cell.text for cell in row] for row in table.grid()]


def test_names_between_the_head_s_storeys_stand_beside_both_and_the_last_year_may_have_fewer_columns() -> None:
    text = paper(
        {34: "2019년", 58: "2020년", 76: "2021년"}, {3: "지표", 16: "단위"},
        {28: "목표", 34: "실적", 41: "달성률", 52: "목표", 58: "실적", 65: "달성률", 76: "목표"}, {},
        {2: "작업실", 16: "개소", 29: "6", 35: "6", 41: "100%", 52: "12", 58: "11", 65: "92%", 76: "15"},
    )  # fmt: skip
    assert grid(text)[1:] == [
        ["지표", "단위", "목표", "실적", "달성률", "목표", "실적", "달성률", "목표"],
        ["작업실", "개소", "6", "6", "100%", "12", "11", "92%", "15"],
    ]
    (table,) = tables(text)
    years = [(cell.col, cell.col_span) for cell in table.cells if cell.text.startswith("20")]
    assert years == [(2, 3), (5, 3), (8, 1)]


def test_the_first_year_may_have_fewer_columns() -> None:
    text = paper(
        {18: "2018", 27: "2019", 39: "2020"}, {3: "구분"}, {20: "하", 26: "상", 32: "하", 38: "상", 44: "하"}, {},
        {2: "쉼터 조성", 20: "■", 26: "■"},
    )  # fmt: skip
    (table,) = tables(text)
    assert [(cell.col, cell.col_span) for cell in table.cells if cell.text.startswith("20")] == [(1, 1), (2, 2), (4, 2)]


def test_columns_headed_alike_without_their_years_are_no_table() -> None:
    text = paper(
        {3: "지표", 20: "목표", 30: "실적", 40: "목표", 50: "실적"},
        {2: "작업실", 20: "6", 30: "6", 40: "12", 50: "11"},
        {2: "예술인", 20: "6", 30: "6", 40: "12", 50: "11"},
    )
    assert tables(text) == []


def test_a_name_between_its_two_rows_is_theirs_though_the_first_name_heads_its_own() -> None:
    text = paper(
        {6: "세부사업", 20: "재원", 28: "계", 36: "2018년"}, {}, {7: "합계", 28: "90", 38: "90"}, {},
        {6: "산책로", 20: "구비", 28: "20", 38: "20"}, {},
        {20: "시비", 28: "40", 38: "40"}, {5: "쉼터 조성"}, {20: "구비", 28: "30", 38: "30"},
    )  # fmt: skip
    assert [row[:3] for row in grid(text)[2:]] == [
        ["산책로", "구비", "20"],
        ["쉼터 조성", "시비", "40"],
        ["쉼터 조성", "구비", "30"],
    ]


SOURCES = (
    {20: "국비", 28: "20", 38: "20"}, {3: "산책로", 20: "도비", 28: "10", 38: "10"}, {20: "군비", 28: "10", 38: "10"},
    {20: "국비", 28: "20", 38: "20"}, {3: "쉼터 조성", 20: "도비", 28: "15", 38: "15"}, {20: "군비", 28: "15", 38: "15"},
)  # fmt: skip


def test_sources_that_are_the_same_for_all_tell_that_names_stand_half_way_down() -> None:
    head: tuple[dict[int, str], ...] = (
        {6: "세부사업", 20: "재원", 28: "계", 36: "2018년"},
        {7: "합계", 28: "90", 38: "90"},
    )
    named = [["합계", ""], *[["산책로", source] for source in ("국비", "도비", "군비")]]
    named += [["쉼터 조성", source] for source in ("국비", "도비", "군비")]
    assert [row[:2] for row in grid(paper(*head, *SOURCES))[1:]] == named
    # Blank lines around the groups say so too, whatever the sources.
    apart = paper(*head, {}, *SOURCES[:3], {}, *SOURCES[3:5], {20: "구비", 28: "15", 38: "15"})
    assert [row[:2] for row in grid(apart)[1:]] == [*named[:-1], ["쉼터 조성", "구비"]]


def test_a_source_that_comes_again_is_of_the_next_project() -> None:
    text = paper(
        {6: "세부사업", 20: "재원", 28: "계", 36: "2018년"},
        {20: "소계", 28: "90", 38: "90"}, {6: "총계", 20: "시비", 28: "50", 38: "50"}, {20: "구비", 28: "40", 38: "40"},
        {20: "시비", 28: "50", 38: "50"}, {6: "산책로"}, {20: "구비", 28: "40", 38: "40"},
    )  # fmt: skip
    assert [row[:2] for row in grid(text)[1:]] == [
        ["총계", "소계"], ["총계", "시비"], ["총계", "구비"], ["산책로", "시비"], ["산책로", "구비"],
    ]  # fmt: skip


def test_a_total_in_the_middle_of_two_columns_sums_up_all() -> None:
    text = paper(
        {4: "세부사업", 24: "재원", 34: "계", 42: "2018년"},
        {4: "쉼터 조성", 24: "시비", 34: "60", 42: "60"}, {24: "구비", 34: "40", 42: "40"}, {16: "합계", 34: "100", 42: "100"},
    )  # fmt: skip
    assert grid(text)[-1] == ["합계", "", "100", "100"]


def test_a_column_whose_head_is_lost_makes_no_table() -> None:
    # 2,000 and 1,500 stand under a year that no line prints in full; 합계 over two columns makes the numbers of stretches agree.
    text = paper(
        {4: "세부사업", 16: "재원", 26: "계", 36: "2018", 46: "2019"},
        {10: "합계", 25: "9,000", 35: "2,000", 45: "4,000", 56: "3,000"},
        {16: "구비", 25: "9,000", 35: "2,000", 45: "4,000", 56: "3,000"},
    )
    assert tables(text) == []


def test_names_and_what_their_rows_measure_are_not_one_column() -> None:
    text = paper(
        {12: "구분", 26: "1", 30: "2", 34: "3", 38: "4"},
        {18: "계획"}, {4: "산책로"}, {18: "실적"}, {}, {18: "계획"}, {4: "쉼터"}, {18: "실적"},
    )  # fmt: skip
    assert tables(text) == []


def test_tables_of_other_rows_side_by_side_are_not_one() -> None:
    text = paper(
        {2: "연도", 14: "계", 22: "국비", 30: "시비", 44: "지표", 56: "단위", 64: "2019", 72: "2020"},
        {2: "2019년", 13: "480", 22: "180", 30: "300", 43: "놀이터", 56: "개소", 65: "1", 73: "2"},
    )
    assert tables(text) == []


def test_a_remark_in_brackets_ends_the_name_above_it() -> None:
    text = paper(
        {6: "세부사업", 20: "재원", 28: "계", 36: "2018년"}, {}, {7: "합계", 28: "90", 38: "90"}, {},
        {20: "소계", 28: "40", 38: "40"}, {5: "빈집 정비"}, {20: "시비", 28: "20", 38: "20"}, {7: "(12동)"},
        {20: "구비", 28: "20", 38: "20"},
    )  # fmt: skip
    assert [row[:2] for row in grid(text)[2:]] == [["빈집 정비 (12동)", source] for source in ("소계", "시비", "구비")]


def test_years_without_figures_head_another_table() -> None:
    text = paper(
        {2: "세부사업", 14: "계", 22: "2019년", 30: "2020년"}, {2: "쉼터", 13: "480", 22: "180", 30: "300"},
        {}, {}, {16: "누계"},
        {2: "지표", 14: "단위", 22: "2019년", 30: "2020년"}, {2: "쉼터", 14: "개소", 22: "1", 30: "2"},
    )  # fmt: skip
    first, *_ = tables(text)
    assert [[cell.text for cell in row] for row in first.grid()] == [
        ["세부사업", "계", "2019년", "2020년"],
        ["쉼터", "480", "180", "300"],
    ]


def test_a_letter_of_a_watermark_is_no_name() -> None:
    head = {2: "세부사업", 14: "재원", 22: "계", 30: "2020년"}
    assert (
        tables(paper(head, {}, {14: "시비", 22: "480", 30: "300"}, {3: "벌"}, {14: "구비", 22: "480", 30: "300"})) == []
    )
    assert tables(paper(head, {}, {14: "시비", 22: "480", 30: "300"}, {3: "계"}, {14: "구비", 22: "480", 30: "300"}))


def test_the_first_and_the_last_year_may_have_fewer_columns() -> None:
    quarters = ["3Q", "4Q", "1Q", "2Q", "3Q", "4Q", "1Q", "2Q"]
    text = paper(
        {22: "2018", 38: "2019", 52: "2020"}, {3: "구분"}, {20 + 5 * k: name for k, name in enumerate(quarters)}, {},
        {2: "쉼터 조성", 20: "■", 25: "■"},
    )  # fmt: skip
    (table,) = tables(text)
    assert [(cell.col, cell.col_span) for cell in table.cells if cell.text.startswith("20")] == [(1, 2), (3, 4), (7, 2)]


def test_the_body_below_a_table_is_no_name_of_a_row() -> None:
    text = paper(
        {2: "지표", 14: "단위", 22: "2019년", 30: "2020년"},
        {2: "쉼터", 14: "개소", 22: "1", 30: "2"},
        {0: "경상남도 창원시"},
    )
    assert grid(text) == [["지표", "단위", "2019년", "2020년"], ["쉼터", "개소", "1", "2"]]


@pytest.mark.parametrize("heading", ["추진실적", "추진실적 :", "추진현황"])
def test_a_bare_heading_right_below_the_figures_ends_the_table(heading: str) -> None:
    text = (
        "공약 7. 보안등 교체\n사업개요\n - 보안등\n소요예산 (단위: 백만원)\n"
        "구분             계      2019      2020\n국비            30        10        20\n계              30        10        20\n"
        f"{heading}\n - 2019. 1. 5. 설계 완료\n"
    )
    rows = convert_bytes(text.encode())
    assert [card["budget_total_won"] for card in rows["cards"]] == [30_000_000]
    assert [event["label"] for event in rows["events"]] == ["설계 완료"]


def test_marks_parted_by_single_spaces_are_taken_apart_where_each_is_under_a_head() -> None:
    text = "구분     1 2 3 4 1 2 3 4\n쉼터 조성  ■ ■\n산책로 조성         ■ ■ ■\n"
    # (The years stand over their quarters.)
    years = "        2019    2020\n"
    (table,) = tables(years + text + "\f")
    assert [len([cell for cell in row[1:] if cell.text]) for row in table.grid()[2:]] == [2, 3]


def test_marks_that_a_copy_moved_together_tell_nothing() -> None:
    (table,) = tables(paper(*HEAD, {0: "산책로 정비", 24: "■ ■ ■"}, {}, {0: "쉼터 조성", 42: "■"}))
    assert [mark.kind for cell in table.cells for line in cell.lines for mark in line.marks] == ["adrift"]
    # A row's marks on a line of their own, between the two of its name, are its marks.
    assert tables(paper(*HEAD, {0: "쉼터 조성", 42: "■"}, {0: "산책로와 쉼터"}, {24: "■ ■ ■"}, {0: "정비"})) == []


def test_marks_between_the_lines_of_a_name_are_of_its_row() -> None:
    rows = (
        {0: "쉼터 조성", 42: "■"},
        {},
        {0: "산책로와 쉼터"},
        {24: "●", 32: "●"},
        {0: "정비"},
        {},
        {0: "꽃길", 20: "●"},
    )
    (table,) = tables(paper(*HEAD, *rows))
    assert marked(table) == [("쉼터 조성", [4]), ("산책로와 쉼터 정비", [1, 2]), ("꽃길", [0])]


def test_a_name_set_wide_before_a_figure_in_brackets_begins_a_row() -> None:
    (table,) = tables(
        paper(
            {2: "구  분", 20: "계", 30: "2018년", 42: "2019년"}, {},
            {2: "국  비", 18: "(600)", 31: "200", 43: "400"}, {2: "군  비", 19: "60", 32: "20", 44: "40"},
        )
    )  # fmt: skip
    assert [[cell.text for cell in row] for row in table.grid()[1:]] == [
        ["국 비", "(600)", "200", "400"],
        ["군 비", "60", "20", "40"],
    ]


@pytest.mark.parametrize(("first", "second"), [("1-1", "1-2"), ("Ⅰ-①", "Ⅰ-②"), ("가.", "나."), ("", "")])
def test_a_name_with_a_numeral_between_the_rows_of_its_project_is_that_of_both(first: str, second: str) -> None:
    text = f"""3. 문화 거점

□ 연차별 투자계획
                                                 (단위 : 백만원)

사업명                 재원   계        2018    2019
                   계    21,340   6,950   14,390
{first} 전통시장 문화회관 운영   민자   15,240   6,950   8,290
                   국비   6,100    -       6,100
                   계    4,000    -       4,000
{second} 골목 일자리 지원
                   민자   4,000    -       4,000

□ 추진실적
○ '18. 9. 3. : 계획
"""
    rows = convert_bytes(text.encode(), "card.txt")["budget"]
    sums = [
        (row["project"].split()[-1], row["funding_raw"], row["amount_won"]) for row in rows if row["period_raw"] == "계"
    ]
    assert sums == [
        ("운영", "계", 21_340_000_000),
        ("운영", "민자", 15_240_000_000),
        ("운영", "국비", 6_100_000_000),
        ("지원", "계", 4_000_000_000),
        ("지원", "민자", 4_000_000_000),
    ]


def test_a_source_without_figures_is_a_row_left_blank() -> None:
    rows = ({0: "국비", 14: "10", 24: "5", 34: "5"}, {0: "민자"}, {0: "합계", 14: "10", 24: "5", 34: "5"})
    (table,) = tables(paper({0: "구분", 14: "계", 24: "2019년", 34: "2020년"}, *rows))
    assert [[cell.text for cell in row] for row in table.grid()][1:] == [
        ["국비", "10", "5", "5"],
        ["민자", "", "", ""],
        ["합계", "10", "5", "5"],
    ]


def test_rows_that_moved_to_the_left_keep_their_years() -> None:
    rows = ("도로 정비  소계  70  30  40", "국비     20  10  10", "시비     50  20  30")
    (table,) = tables("세부사업   재원  계   2019  2020\n" + "\n".join(rows) + "\n")
    assert [[cell.text for cell in row][1:] for row in table.grid()][1:] == [
        ["소계", "70", "30", "40"],
        ["국비", "20", "10", "10"],
        ["시비", "50", "20", "30"],
    ]


def test_a_name_half_way_down_rows_that_no_total_begins_makes_no_table() -> None:
    rows = (
        {12: "소계", 24: "4", 34: "2", 44: "2"},
        {0: "산책로", 12: "국비", 24: "3", 34: "1", 44: "2"},
        {12: "시비", 24: "1", 34: "1", 44: "0"},
        {12: "국비", 24: "7", 34: "3", 44: "4"},
        {0: "쉼터"},
        {12: "상담(건)", 24: "9", 34: "4", 44: "5"},
        {12: "소계", 24: "7", 34: "3", 44: "4"},
    )
    assert tables(paper({0: "사업", 12: "구분", 24: "계", 34: "2019년", 44: "2020년"}, *rows)) == []


def test_marks_set_to_the_right_under_heads_set_to_the_left_are_of_no_year() -> None:
    # Each mark ends its cell: it stands nearer to the head of the next year.
    head = {0: "세부내용", 45: "2018년", 61: "2019년", 76: "2020년", 91: "2021년", 106: "2022년"}
    rows = ({23: "가로등 설치 사업", 87: "■", 101: "■"}, {}, {35: "사업 평가", 101: "■"})
    text = "9. 가로등 설치\n\n□ 사업개요\n - 밝은 거리\n\n□ 추진일정\n" + paper(head, {}, *rows)
    read = convert_bytes(text.encode())
    assert read["schedule"] == []
    assert "table.unread" in {issue["code"] for issue in read["issues"]}


RESULTS = (
    {
        26: "세부사업",
        53: "단위",
        62: "실적",
        71: "2018년",
        85: "2019년",
        104: "2020년",
        119: "2021년",
        133: "2022.6.",
        148: "이행률",
    },
    {12: "장애인 이동편의 증진 및 주변 환경 정비", 53: "건", 62: "53", 75: "11", 90: "18", 105: "53", 151: "57%"},
    {24: "자전거도로 확충", 53: "%", 62: "86", 75: "18", 90: "41", 105: "86", 151: "90%"},
)


@pytest.mark.parametrize(
    "below",
    [
        ({0: "담당부서 : 도시재생과 김가나(☎ 02-000-1024)"},),
        ({}, {5: "담당부서", 36: "도시재생과장 홍길동 ☎ 02-000-1006", 112: "팀장 김가나 ☎ 02-000-2006"}),
        ({}, {112: "담당 이다라 ☎ 02-000-3006"}, {5: "담당부서", 36: "도시재생과장 홍길동 ☎ 02-000-1006"}),
    ],
)
def test_who_is_in_charge_below_a_table_is_no_row_of_it(below: tuple[dict[int, str], ...]) -> None:
    table = tables(paper(*RESULTS, *below))[0]
    assert [row[0].text if row[0] else "" for row in table.grid()] == [
        "세부사업",
        "장애인 이동편의 증진 및 주변 환경 정비",
        "자전거도로 확충",
    ]


@pytest.mark.parametrize("head", ["재원 계", "재원     계"])
def test_names_and_sources_that_share_a_column_make_no_table(head: str) -> None:
    rows = (
        {0: "세부사업", 38: head, 55: "2018년", 67: "2019년", 79: "2020년"},
        {41: "계", 45: "15,460", 57: "7,720", 69: "6,474", 81: "1,266"},
        {36: "계 국비", 46: "6,146", 57: "3,842", 69: "1,357", 83: "947"},
        {40: "도비", 46: "9,314", 57: "3,878", 69: "5,117", 83: "319"},
        {40: "소계", 46: "4,153", 57: "3,908", 69: "171", 83: "74"},
        {7: "마을공동체 활성화 지원 및 주변 환경 정비 국비", 50: "34", 60: "30", 72: "-", 87: "4"},
        {40: "도비", 46: "4,119", 57: "3,878", 69: "171", 83: "70"},
    )
    assert tables(paper(*rows)) == []


def test_the_lower_storey_of_a_head_heads_no_table_without_the_upper_one() -> None:
    # `소계` and the years stand under 임기내: alone, 소계 were the sum of all, and 2022 headed two columns.
    text = """\
            구   분     총사업비   기투자    임기내                                     임기후
                                            소계    2018    2019    2020    2021    2022
 합    계               2,000      200      1,500   100     300     400     400     300     300
 국    비               1,000      100        750    50     150     200     200     150     150
"""
    assert tables(text) == []


def test_a_figure_left_blank_behind_the_sources_moves_no_row_of_a_name_among_them() -> None:
    # In a measure where Hangul takes one column the row of the name would stand a year to the left: that is no second way to read it.
    lines = (
        "구분                   구분   2018   2019    2020    2021    총계",
        "                       국비           800     725     175    1,700",
        "스마트 횡단보도 설치   도비           800     375      25    1,200",
        "                       시비    75     400     100     300      875",
        "                       계      75    2,000   1,200    500    3,775",
        "계                             75    2,000   1,200    500    3,775",
    )
    (table,) = tables("\n".join(lines) + "\n")
    assert [cell.text for cell in table.grid()[2]] == ["스마트 횡단보도 설치", "도비", "", "800", "375", "25", "1,200"]
