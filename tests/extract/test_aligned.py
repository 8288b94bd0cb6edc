"""Marks and names that stand beside their columns, in tables as pdftotext sets them."""

from __future__ import annotations

from paper import paper, tables

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
