"""The budget table as rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.paired_columns import with_pairs_parted
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.checks import budget_issues
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.rows import Issue, Row
from pledgecards.schemas.vocabulary import Vocabulary

TableMaker = Callable[..., Table]

MILLION = 1_000_000


def read(
    table: Table, unit: str | None = "(단위: 백만원)", *, city: bool | None = False, project: str | None = None
) -> tuple[list[Row], list[Issue]]:
    return budget_rows(PrintedTable("budget", "budget", project, unit, table), city_is_local=city)


def brief(rows: list[Row]) -> list[tuple[object, ...]]:
    """project, funding, period, year and amount in 백만원 of each row."""
    return [
        (
            row["project"],
            row["funding"],
            row["period_raw"],
            row["year"],
            None if row["amount_won"] is None else row["amount_won"] / MILLION,
        )
        for row in rows
    ]


def amounts(rows: list[Row]) -> list[float | None]:
    return [row[-1] for row in brief(rows)]  # type: ignore[misc]


def codes(issues: list[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def test_the_reference_card(budget: Table) -> None:
    rows, issues = read(budget)
    assert issues == []
    assert len(rows) == 36
    assert sum(row["amount_won"] is not None for row in rows) == 28
    assert amounts(rows) == [
        *(6268, 1889, 1079, 735, 365, 2200),
        *(325, 189, 64, 37, 35, None),
        *(5943, 1700, 1015, 698, 330, 2200),
        *(289, 289, None, None, None, None),
        *(2473, 1600, 735, 138, None, None),
        *(3506, None, 344, 597, 365, 2200),
    ]
    assert [row["year"] for row in rows[:6]] == [None, 2018, 2019, 2020, 2021, 2022]
    assert [row["period_raw"] for row in rows[:6]] == ["계", "2018년", "2019년", "2020년", "2021년", "2022.6."]
    assert [row["line_no"] for row in rows] == [number for number in range(1, 7) for _ in range(6)]
    firsts = rows[::6]
    assert [row["project"] for row in firsts] == [
        None,
        None,
        None,
        "도시공간구조 개편방안 마련",
        "산업혁신 앵커시설 조성",
        "기계금속제조업 산업재생 추진",
    ]
    assert [row["funding_raw"] for row in firsts] == ["계", "구비", "시비", "-", "-", "-"]
    assert [row["funding"] for row in firsts] == ["total", "local", "metro", None, None, None]
    assert {row["unit_raw"] for row in rows} == {"백만원"}
    assert rows[11]["amount_raw"] == "-"
    assert rows[0]["line"] == 2


def test_city_money_is_the_bodys_own_where_the_body_is_a_city(table) -> None:
    found = table("재원 | 2018년", "시비 | 1")
    assert read(found, city=True)[0][0]["funding"] == "local"
    assert read(found, city=False)[0][0]["funding"] == "metro"
    rows, issues = read(found, city=None)
    assert rows[0]["funding"] is None
    assert rows[0]["funding_raw"] == "시비"
    assert codes(issues) == ["funding.unknown"]


@pytest.mark.parametrize(
    ("beside", "funding"),
    [
        ("구비", "metro"),
        ("군비", "metro"),
        ("군비 부담금", "metro"),
        ("도비", "local"),
        ("경기도비", "local"),
        ("도보조금(30%)", "local"),
        ("국비", None),
        ("자체재원", None),
        ("시·도비", None),
        ("시군구비", None),
    ],
)
def test_the_sources_beside_city_money_tell_whose_it_is(beside: str, funding: str | None, table) -> None:
    assert read(table("재원 | 2018년", "시비 | 1", f"{beside} | 1"), city=None)[0][0]["funding"] == funding


def test_only_funding_and_years(table) -> None:
    found = table("구분 | 계 | 2018년 | 2019년", "계 | 3 | 1 | 2", "국비 | 2 | 1 | 1", "구비 | 1 | | 1")
    rows, issues = read(found)
    assert issues == []
    assert [(row["project"], row["funding"]) for row in rows[::3]] == [
        (None, "total"),
        (None, "national"),
        (None, "local"),
    ]
    assert rows[7]["amount_raw"] == ""
    assert rows[7]["amount_won"] is None


def test_the_one_line_below_a_head_without_names_is_the_total(table) -> None:
    rows, issues = read(table("계 | 2018년 | 2019년", "3 | 1 | 2"))
    assert {(row["project"], row["funding_raw"], row["funding"]) for row in rows} == {(None, None, "total")}
    assert issues == []


def test_of_several_lines_without_names_or_below_the_name_of_a_source_it_is_not_known(table) -> None:
    several = PrintedTable(
        "budget", "budget", None, "(단위: 백만원)", table("계 | 2018년 | 2019년", "3 | 1 | 2", "6 | 3 | 3")
    )
    of_source = PrintedTable(
        "budget", "budget", None, "(단위: 백만원)", table("계 | 2018년 | 2019년", "3 | 1 | 2"), heading="국비 확보계획"
    )
    for printed in (several, of_source):
        rows, issues = budget_rows(printed, city_is_local=False)
        assert {row["funding"] for row in rows} == {None}
        assert "funding.unknown" in [issue.code for issue in issues]


def test_a_small_table_for_each_project_takes_its_heading(table) -> None:
    found = table("재원 | 2018년", "계 | 3", "도비 | 3")
    assert {row["project"] for row in read(found, project="도서관 건립")[0]} == {"도서관 건립"}


def test_projects_without_sources(table) -> None:
    found = table("사업명 | 계 | 2018년", "합계 | 30 | 30", "도서관 건립 | 10 | 10", "공원 조성 | 20 | 20")
    assert brief(read(found)[0]) == [
        (None, "total", "계", None, 30),
        (None, "total", "2018년", 2018, 30),
        ("도서관 건립", None, "계", None, 10),
        ("도서관 건립", None, "2018년", 2018, 10),
        ("공원 조성", None, "계", None, 20),
        ("공원 조성", None, "2018년", 2018, 20),
    ]


def test_every_project_with_its_sources_in_merged_cells(table) -> None:
    found = table(
        "세부사업 | 재원 | 2018년",
        "합계 | < | 30",
        "도서관 건립 | 소계 | 30",
        "^ | 국비 | 10",
        "^ | 군비 | 20",
        drawn=True,
    )
    assert brief(read(found)[0]) == [
        (None, "total", "2018년", 2018, 30),
        ("도서관 건립", "total", "2018년", 2018, 30),
        ("도서관 건립", "national", "2018년", 2018, 10),
        ("도서관 건립", "local", "2018년", 2018, 20),
    ]


def test_sources_across_and_years_down(table) -> None:
    found = table(
        "구분 | 계 | 국비 | 시비 | 민자", "계 | 6 | 1 | 2 | 3", "2018년 | 6 | 1 | 2 | 3", "임기 후 | - | | | "
    )
    assert brief(read(found)[0]) == [
        (None, "total", "계", None, 6),
        (None, "national", "계", None, 1),
        (None, "metro", "계", None, 2),
        (None, "private", "계", None, 3),
        (None, "total", "2018년", 2018, 6),
        (None, "national", "2018년", 2018, 1),
        (None, "metro", "2018년", 2018, 2),
        (None, "private", "2018년", 2018, 3),
        (None, "total", "임기 후", None, None),
        (None, "national", "임기 후", None, None),
        (None, "metro", "임기 후", None, None),
        (None, "private", "임기 후", None, None),
    ]


def test_sources_under_every_year(table) -> None:
    found = table(
        "사업명 | 총사업비 | 2018년 | < | <",
        "^ | ^ | 계 | 국비 | 구비",
        "도서관 건립 | 9 | 3 | 1 | 2",
        drawn=True,
    )
    assert brief(read(found)[0]) == [
        ("도서관 건립", None, "총사업비", None, 9),
        ("도서관 건립", "total", "2018년", 2018, 3),
        ("도서관 건립", "national", "2018년", 2018, 1),
        ("도서관 건립", "local", "2018년", 2018, 2),
    ]


def test_projects_and_sources_in_one_column(table) -> None:
    found = table(
        "구분 | 2018년",
        "합계 | 9",
        "도서관 건립 | 3",
        "국비 | 1",
        "구비 | 2",
        "공원 조성 |",
        "계 | 6",
        "구비 | 6",
    )
    rows, _ = read(found)
    assert [(row["line_no"], row["project"], row["funding"], row["amount_won"]) for row in rows] == [
        (1, None, "total", 9 * MILLION),
        (2, "도서관 건립", None, 3 * MILLION),
        (3, "도서관 건립", "national", 1 * MILLION),
        (4, "도서관 건립", "local", 2 * MILLION),
        (5, "공원 조성", "total", 6 * MILLION),
        (6, "공원 조성", "local", 6 * MILLION),
    ]


def test_of_plan_secured_and_spent_only_the_plan_gives_rows(table) -> None:
    found = table(
        "재원 | 2018년 | < | <",
        "^ | 계획 | 확보 | 집행",
        "구비 | 10 | 8 | 5",
        drawn=True,
    )
    rows, issues = read(found)
    assert brief(rows) == [(None, "local", "2018년", 2018, 10)]
    assert codes(issues) == ["table.unplaced", "table.unplaced"]


def test_secured_and_spent_without_a_plan_are_not_guessed(table) -> None:
    found = table("재원 | 2018년 | < | 2019년", "^ | 확보 | 집행 | ^", "구비 | 8 | 5 | 3", drawn=True)
    rows, issues = read(found)
    assert brief(rows) == [(None, "local", "2019년", 2019, 3)]
    assert codes(issues) == ["table.unreadable", "table.unreadable"]


def test_columns_before_and_after_the_term_have_no_year(table) -> None:
    found = table("재원 | 총사업비 | 기투자 | 2018 | 2019 | 향후투자", "국비 | 100 | 10 | 20 | 30 | 40")
    assert [(row["period_raw"], row["year"]) for row in read(found)[0]] == [
        ("총사업비", None),
        ("기투자", None),
        ("2018", 2018),
        ("2019", 2019),
        ("향후투자", None),
    ]


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("구분 | 사업비(천원) | 2018년(천원)", None),
        ("구분(단위: 천원) | 계 | 2018년", None),
        ("구분 | 계 | 2018년", "【단위 : 천원】"),
        ("구분 | 계 | 2018년", "(단위: 千원)"),
        ("구분 | 계(千원) | 2018년", None),
    ],
)
def test_where_the_unit_stands(head: str, unit: str | None, table) -> None:
    rows, issues = read(table(head, "국비 | 5 | 5"), unit)
    assert [row["amount_won"] for row in rows] == [5_000, 5_000]
    assert {row["unit_raw"] for row in rows} == {"천원"}
    assert issues == []


def test_a_unit_note_within_the_table(table) -> None:
    found = table("(단위: 억원) | < | <", "구분 | 계 | 2018년", "국비 | 1.5 | 1.5", drawn=True)
    assert [row["amount_won"] for row in read(found, None)[0]] == [150 * MILLION] * 2


@pytest.mark.parametrize(
    "corner", ["재원/연도", "연도＼재원", "재원 \\\\ 연도", "구분/연도", "연도별/재원별", "사업비/재원"]
)
def test_a_corner_names_both_axes_whatever_parts_them(table, corner: str) -> None:
    rows, issues = read(table(f"{corner} | 2018 | 2019", "국비 | 1 | 2", "구비 | 3 | 4"))
    assert [(row["funding"], row["year"]) for row in rows] == [
        ("national", 2018),
        ("national", 2019),
        ("local", 2018),
        ("local", 2019),
    ]
    assert issues == []
    if "연도" in corner:
        rows, issues = read(table(f"{corner} | 국비 | 구비", "2018 | 1 | 3", "2019 | 2 | 4"))
        assert [(row["funding"], row["year"]) for row in rows][:2] == [("national", 2018), ("local", 2018)]


def test_the_unit_in_a_corner_that_is_not_the_notes_leaves_an_issue(table) -> None:
    rows, issues = read(table("재원/연도(천원) | 2018 | 2019", "국비 | 1 | 2"))
    assert amounts(rows) == [None, None]
    assert codes(issues) == ["budget.unit_contradiction"]


def test_a_line_may_name_its_unit_in_chinese_characters(table) -> None:
    rows, _ = read(table("구분 | 2018년", "국비(千원) | 5", "구비 | 5"), "(단위: 百萬원)")
    assert [row["amount_won"] for row in rows] == [5_000, 5 * MILLION]


@pytest.mark.parametrize("name", ["", "단위", "(단위)"])
def test_a_row_of_units_below_the_head_names_that_of_each_column(table, name: str) -> None:
    rows, issues = read(
        table("구분 | 계 | 2018 | 2019", f"{name} | (백만원) | (천원) | 천원", "계 | 300 | 100,000 | 200,000")
    )
    assert brief(rows) == [
        (None, "total", "계", None, 300),
        (None, "total", "2018", 2018, 100),
        (None, "total", "2019", 2019, 200),
    ]
    assert [row["unit_raw"] for row in rows] == ["백만원", "천원", "천원"]
    assert issues == []


def test_a_unit_in_the_cell_beats_the_tables(table) -> None:
    row = read(table("구분 | 2018년", "국비 | 3억원"))[0][0]
    assert (row["amount_won"], row["unit_raw"]) == (300 * MILLION, "억원")


def test_without_a_unit_there_is_no_amount(table) -> None:
    rows, issues = read(table("재원 | 계 | 2018년", "국비 | 1,889 | -"), None)
    assert [(row["amount_won"], row["amount_raw"], row["unit_raw"]) for row in rows] == [
        (None, "1,889", None),
        (None, "-", None),
    ]
    assert codes(issues) == ["budget.unit_missing"]


def test_two_units_of_money_in_one_note_are_none(table) -> None:
    assert codes(read(table("재원 | 2018년", "국비 | 1"), "(단위: 천원, 백만원)")[1]) == ["budget.unit_missing"]


def test_decimals_and_negatives(table) -> None:
    rows, _ = read(table("재원 | 2018년 | 2019년", "국비 | 345,179.4 | △35"))
    assert [row["amount_won"] for row in rows] == [345_179_400_000, -35 * MILLION]


def test_words_instead_of_figures(table) -> None:
    rows, issues = read(table("재원 | 2018년 | 2019년", "국비 | 비예산 | 추후 협의"))
    assert [row["amount_won"] for row in rows] == [None, None]
    assert [row["amount_raw"] for row in rows] == ["비예산", "추후 협의"]
    assert codes(issues) == ["number.unreadable"]


def test_one_figure_over_several_years_belongs_to_none_of_them(table) -> None:
    rows, issues = read(table("재원 | 2018년 | 2019년", "국비 | 50 | <", drawn=True))
    assert [(row["amount_won"], row["amount_raw"]) for row in rows] == [(None, "50"), (None, "50")]
    assert codes(issues) == ["number.unreadable"]


def test_an_unknown_source_is_an_issue(table) -> None:
    rows, issues = read(table("재원 | 2018년", "국비 | 1", "우주개발비 | 2", "우주개발비 | 3"))
    assert [row["funding"] for row in rows] == ["national", None, None]
    assert codes(issues) == ["funding.unknown"]


def test_a_remark_column_is_told_of(table) -> None:
    issues = read(table("재원 | 2018년 | 비고", "국비 | 1 | 특별교부세"))[1]
    assert codes(issues) == ["table.unplaced"]
    assert issues[0].raw == "특별교부세"


def test_a_column_of_figures_with_a_head_that_says_nothing_is_not_guessed(table) -> None:
    rows, issues = read(table("재원 | 2018년 | 별도", "국비 | 1 | 5"))
    assert len(rows) == 1
    assert codes(issues) == ["table.unreadable"]


def test_a_line_whose_project_is_not_named_is_told_of(table) -> None:
    rows, issues = read(table("사업명 | 재원 | 2018년", " | 국비 | 1", "도서관 | 국비 | 2"))
    assert [row["project"] for row in rows] == [None, "도서관"]
    assert codes(issues) == ["project.missing"]


def test_names_in_the_middle_of_their_blocks(table) -> None:
    found = table(
        "사업명 | 재원 | 2018년",
        " | 계 | 9",
        "계 | 국비 | 4",
        " | 구비 | 5",
        " | 계 | 3",
        "도서관 | 국비 | 1",
        " | 구비 | 2",
        "공원 | - | 6",
    )
    rows, issues = read(found)
    assert [row["project"] for row in rows] == [None, None, None, "도서관", "도서관", "도서관", "공원"]
    assert issues == []


def test_a_note_below_the_lines_is_no_line(table) -> None:
    assert len(read(table("사업명 | 재원 | 2018년", "도서관 | 국비 | 2", "※ 추경 포함"))[0]) == 1


def test_a_subtotal_of_some_projects_is_no_grand_total(table) -> None:
    found = table("사업명 | 2018년", "도서관 | 1", "공원 | 2", "소계 | 3")
    assert [row["project"] for row in read(found)[0]] == ["도서관", "공원", "소계"]


def test_the_only_subtotal_is_the_grand_total_where_it_stands_over_all_projects(table) -> None:
    found = table("사업명 | 재원 | 2018년", "소계 | 계 | 3", "^ | 국비 | 3", "도서관 | 국비 | 1", "공원 | 국비 | 2")
    rows, issues = read(found)
    assert [row["project"] for row in rows] == [None, None, "도서관", "공원"]
    assert issues == []
    two = table("사업명 | 2018년", "소계 | 1", "도서관 | 1", "소계 | 2", "공원 | 2")
    assert [row["project"] for row in read(two)[0]] == ["소계", "도서관", "소계", "공원"]


def test_a_table_without_amounts_gives_no_rows_but_an_issue(table) -> None:
    rows, issues = read(table("사업명 | 담당 | 방법", "도서관 | 홍길동 | 공사"))
    assert (rows, codes(issues)) == ([], ["table.unreadable"])


def test_a_sum_of_all_years_so_far_is_no_amount_of_its_year(table) -> None:
    down = table("연도 | 계 | 국비 | 시비 | 누계", "2019년 | 3 | 1 | 2 | 3", "2020년 | 5 | 2 | 3 | 8")
    assert [row[4] for row in brief(read(down)[0])] == [3, 1, 2, 5, 2, 3]
    across = table(
        "재원 | 계 | 2019년 | < | 2020년 | <", "^ | ^ | 당해 | 누계 | 당해 | 누계", "구비 | 8 | 3 | 3 | 5 | 8"
    )
    assert [(row[3], row[4]) for row in brief(read(across)[0])] == [(None, 8), (2019, 3), (2020, 5)]


def test_of_lines_of_plan_secured_and_spent_only_the_plan_gives_rows(table) -> None:
    found = table(
        "구분 | 재원 | 계 | 2019년 | 2020년",
        "계획 | 소계 | 30 | 10 | 20",
        "^ | 국비 | 30 | 10 | 20",
        "확보 | 소계 | 10 | 10 | -",
        "^ | 국비 | 10 | 10 | -",
        drawn=True,
    )
    rows, issues = read(found)
    assert [(project, source) for project, source, *_ in brief(rows)] == [(None, "total")] * 3 + [
        (None, "national")
    ] * 3
    assert amounts(rows) == [30, 10, 20, 30, 10, 20]
    assert codes(issues) == ["table.unplaced"]


def test_lines_of_plan_and_secured_of_a_project_belong_to_it(table) -> None:
    found = table(
        "사업명 | 구분 | 계 | 2019년",
        "주차장 | 계획 | 30 | 30",
        "^ | 확보 | 10 | 10",
        "공원 | 계획 | 5 | 5",
        "^ | 확보 | - | -",
        drawn=True,
    )
    rows, _ = read(found)
    assert [(row["project"], row["amount_won"]) for row in rows] == [
        ("주차장", 30 * MILLION),
        ("주차장", 30 * MILLION),
        ("공원", 5 * MILLION),
        ("공원", 5 * MILLION),
    ]


def test_lines_of_what_is_secured_and_spent_alone_give_no_amounts(table) -> None:
    found = table("구분 | 재원 | 계 | 2019년", "확보 | 국비 | 30 | 30", "집행 | 국비 | 10 | 10", drawn=True)
    rows, issues = read(found)
    assert rows == []
    assert codes(issues) == ["table.unreadable"]


def test_dashes_beside_projects_do_not_keep_a_column_of_sources_from_being_one(table) -> None:
    found = table(
        "사업명 | 구분 | 계 | 2019년",
        "총계 | 소계 | 35 | 35",
        "^ | 구비 | 20 | 20",
        "^ | 시비 | 15 | 15",
        "주차장 | - | 10 | 10",
        "공원 | - | 10 | 10",
        "도서관 | - | 15 | 15",
    )
    rows, issues = read(found)
    assert [(project, source) for project, source, *_ in brief(rows)][::2] == [
        (None, "total"),
        (None, "local"),
        (None, "metro"),
        ("주차장", None),
        ("공원", None),
        ("도서관", None),
    ]
    assert codes(issues) == []


def test_a_source_beside_the_group_that_it_belongs_to_is_no_project(table) -> None:
    found = table(
        "구 분 | < | 합 계 | 2019년 | 2020년",
        "합 계 | < | 30 | 10 | 20",
        "보조금 | 국비 | 12 | 4 | 8",
        "^ | 시비 | 8 | 3 | 5",
        "구 비 | < | 10 | 3 | 7",
        drawn=True,
    )
    rows, issues = read(found)
    assert [(project, source) for project, source, *_ in brief(rows)[::3]] == [
        (None, "total"),
        (None, "national"),
        (None, "metro"),
        (None, "local"),
    ]
    assert issues == []


def test_an_unknown_word_among_groups_of_sources_or_among_those_of_a_group_is_no_project(table) -> None:
    heads = ("구 분 | < | 2019년 | 2020년", "합 계 | < | 10 | 20")
    group = ("국 비 | < | 4 | 8", "샛강살림 | 시비 | 3 | 5", "^ | 구비 | 3 | 7")
    rows, issues = read(table(*heads, *group, drawn=True))
    assert [(project, source) for project, source, *_ in brief(rows)[::2]] == [
        (None, "total"),
        (None, "national"),
        (None, "metro"),
        (None, "local"),
    ]
    assert issues == []
    within = ("국비 | 샛강살림 | 4 | 8", "^ | 기금 | 1 | 1", "지방비 | 시비 | 2 | 4", "^ | 구비 | 3 | 7")
    rows, issues = read(table(*heads, *within, drawn=True))
    assert [(row["project"], row["funding_raw"], row["funding"]) for row in rows[::2]] == [
        (None, "합 계", "total"),
        (None, "샛강살림", None),
        (None, "기금", "national"),
        (None, "시비", "metro"),
        (None, "구비", "local"),
    ]
    assert codes(issues) == ["funding.unknown"]


def test_projects_across_the_head_hold_their_own_sources(table) -> None:
    found = table(
        "연도별 | 사업비 계 | 아케이드 | < | 주차장 | <",
        "^ | ^ | 국비 | 구비 | 국비 | 구비",
        "계 | 30 | 6 | 4 | 12 | 8",
        "2019년 | 10 | 6 | 4 | - | -",
        "2020년 | 20 | - | - | 12 | 8",
        drawn=True,
    )
    rows, issues = read(found)
    assert [(project, source, year, won) for project, source, _, year, won in brief(rows)[:10]] == [
        (None, "total", None, 30),
        ("아케이드", "national", None, 6),
        ("아케이드", "local", None, 4),
        ("주차장", "national", None, 12),
        ("주차장", "local", None, 8),
        (None, "total", 2019, 10),
        ("아케이드", "national", 2019, 6),
        ("아케이드", "local", 2019, 4),
        ("주차장", "national", 2019, None),
        ("주차장", "local", 2019, None),
    ]
    assert issues == []


def test_what_stands_over_sources_that_come_once_is_no_project(table) -> None:
    found = table(
        "연도 | 재원내역 | < | <", "^ | 계 | 국비 | 구비", "2019년 | 10 | 6 | 4", "2020년 | 10 | 6 | 4", drawn=True
    )
    assert {row["project"] for row in read(found)[0]} == {None}


def test_of_a_plan_and_a_changed_one_the_changed_one_stands(table) -> None:
    found = table(
        "재원 | 2019년 | < | 2020년 | <", "^ | 당초 | 변경 | 당초 | 변경", "구비 | 50 | 60 | 10 | 13", drawn=True
    )
    rows, issues = read(found)
    assert brief(rows) == [(None, "local", "2019년", 2019, 60), (None, "local", "2020년", 2020, 13)]
    assert codes(issues) == ["table.unplaced", "table.unplaced"]


def test_a_plan_of_which_no_change_is_printed_stands(table) -> None:
    rows, _ = read(table("재원 | 2019년 | <", "^ | 당초 | 집행", "구비 | 50 | 40", drawn=True))
    assert brief(rows) == [(None, "local", "2019년", 2019, 50)]


def test_what_stands_for_a_year_beside_its_plan_is_no_second_amount(table) -> None:
    found = table("재원 | 2019년 | < | <", "^ | 예산액 | 집행액 | 잔액", "구비 | 50 | 40 | 10", drawn=True)
    rows, issues = read(found)
    assert brief(rows) == [(None, "local", "2019년", 2019, 50)]
    assert codes(issues) == ["table.unplaced", "table.unplaced"]


def test_two_columns_of_a_year_that_nothing_tells_apart_give_no_amounts(table) -> None:
    found = table("재원 | 계 | 2019년 | <", "^ | ^ | 상수도 | 하수도", "구비 | 90 | 50 | 40", drawn=True)
    rows, issues = read(found)
    assert brief(rows) == [(None, "local", "계", None, 90)]
    assert codes(issues) == ["table.unreadable", "table.unreadable"]


def test_how_much_is_built_is_no_money(table) -> None:
    found = table(
        "사업명 | 구분 | 계 | 2019",
        "보안등 | 사업량(등) | 100 | 100",
        "^ | 사업비 | 200 | 200",
        drawn=True,
    )
    rows, issues = read(found)
    assert brief(rows) == [("보안등", None, "계", None, 200), ("보안등", None, "2019", 2019, 200)]
    assert codes(issues) == ["table.unplaced"]


def test_years_and_sources_down_the_side_of_one_column_of_amounts(table) -> None:
    found = table(
        "연도 | 재원 | 금액", "2019 | 계 | 40", "^ | 구비 | 40", "2020 | 계 | 60", "^ | 구비 | 60", drawn=True
    )
    assert [(source, year, won) for _, source, _, year, won in brief(read(found)[0])] == [
        ("total", 2019, 40),
        ("local", 2019, 40),
        ("total", 2020, 60),
        ("local", 2020, 60),
    ]


def test_a_source_with_a_dash_below_one_without_is_a_part_of_it(table) -> None:
    found = table("재원 | 계 | 2019", "국비 | 60 | 60", "- 균특 | 40 | 40", "구비 | 40 | 40", drawn=True)
    rows, issues = read(found)
    assert [source for _, source, *_ in brief(rows)[::2]] == ["national", None, "local"]
    assert codes(issues) == ["funding.unknown"]


def test_dashes_before_all_sources_are_mere_bullets(table) -> None:
    found = table("재원 | 계 | 2019", "계 | 60 | 60", "- 국비 | 40 | 40", "- 구비 | 20 | 20", drawn=True)
    rows, issues = read(found)
    assert [source for _, source, *_ in brief(rows)[::2]] == ["total", "national", "local"]
    assert issues == []


def test_the_terms_before_and_after_are_no_years(table) -> None:
    found = table("재원 | 총계 | 민선6기까지 | 2019 | 민선8기 이후", "구비 | 30 | 10 | 10 | 10", drawn=True)
    rows, issues = read(found)
    assert [(row["period_raw"], row["year"]) for row in rows][1:] == [
        ("민선6기까지", None),
        ("2019", 2019),
        ("민선8기 이후", None),
    ]
    assert issues == []


def test_sources_may_be_numbered(table) -> None:
    rows, issues = read(
        table("구분 | 계 | 2019", "총사업비 | 50 | 50", "1. 국비 | 20 | 20", "2. 구비 | 30 | 30", drawn=True)
    )
    assert [(project, source) for project, source, *_ in brief(rows)[::2]] == [
        (None, "total"),
        (None, "national"),
        (None, "local"),
    ]
    assert issues == []


def test_the_sum_of_sources_under_the_word_for_the_plan_is_their_total(table) -> None:
    found = table(
        "연도 | 예산액 | < | <", "^ | 계 | 국비 | 구비", "2018 | 100 | 50 | 50", "2019 | 200 | 90 | 110", drawn=True
    )
    assert [source for _, source, *_ in brief(read(found)[0])] == ["total", "national", "local"] * 2


def test_lines_of_a_change_are_no_projects(table) -> None:
    found = table("구분 | 2019 | 2020", "당초 | 10 | 20", "변경 | 12 | 22", "증감 | 2 | 2", drawn=True)
    rows, issues = read(found)
    assert brief(rows) == [(None, None, "2019", 2019, 12), (None, None, "2020", 2020, 22)]
    assert codes(issues) == ["table.unplaced"]


def test_a_year_with_the_word_for_the_plan_and_its_unit(table) -> None:
    rows, issues = read(
        table("재원 | 총사업비(백만원) | 2020 예산(천원)", "구비 | 120 | 60,000", drawn=True), unit=None
    )
    assert [(row["year"], row["amount_won"]) for row in rows] == [(None, 120 * MILLION), (2020, 60 * MILLION)]
    assert issues == []


@pytest.mark.parametrize(
    ("printed", "source"),
    [
        ("소방안전교부세", "national"),
        ("균특보조", "national"),
        ("특조금", "metro"),
        ("도비(특조)", "metro"),
        ("복권기금", "other"),
        ("지특", "national"),
        ("자체부담", "local"),
        ("기금(국비)", "national"),
        ("시비(국비)", None),  # of whom it is, the two words say differently
        ("일반조정교부금", None),  # the province's money, or the county's own: nothing tells
    ],
)
def test_grants_by_who_gives_them(table, printed: str, source: str | None) -> None:
    rows, issues = read(table("재원 | 계 | 2019", f"{printed} | 60 | 60", "군비 | 40 | 40", drawn=True))
    assert [key for _, key, *_ in brief(rows)[::2]] == [source, "local"]
    assert codes(issues) == ([] if source else ["funding.unknown"])


def test_amounts_of_years_that_are_only_counted_have_no_year(table: TableMaker) -> None:
    rows, issues = read(table("재원 | 계 | 1차년도 | 2차년도", "국비 | 300 | 100 | 200"))
    assert brief(rows) == [
        (None, "national", "계", None, 300),
        (None, "national", "1차년도", None, 100),
        (None, "national", "2차년도", None, 200),
    ]
    assert [(issue.code, issue.field, issue.raw) for issue in issues] == [
        ("date.year_unknown", "year", "1차년도 | 2차년도")
    ]


def test_years_down_the_side_that_are_only_counted_are_no_projects(table: TableMaker) -> None:
    rows, issues = read(
        table("구분 | 계 | 국비 | 군비", "민선7기 1년차('18.7~'19.6) | 30 | 10 | 20", "2년차 | 70 | 30 | 40")
    )
    assert {row["project"] for row in rows} == {row["year"] for row in rows} == {None}
    assert [row["period_raw"] for row in rows[::3]] == ["민선7기 1년차('18.7~'19.6)", "2년차"]
    assert codes(issues) == ["date.year_unknown"]


def test_how_much_of_sums_up_to_a_year_falls_to_it_is_not_known(table: TableMaker) -> None:
    for years in (["2018까지", "2019까지", "2020까지"], ["~2018", "~2019", "~2020"]):
        rows, issues = read(table(f"재원 | {' | '.join(years)}", "국비 | 10 | 30 | 40"))
        assert [(row["period_raw"], row["year"]) for row in rows] == [(year, None) for year in years]
        assert codes(issues) == ["date.year_unknown"]


def test_what_the_table_is_of_is_no_project(table) -> None:
    for word in ("재원별", "소요예산", "연차별 투자계획"):
        found = table("구분 | < | 2019", f"{word} | 계 | 30", "^ | 국비 | 20", "^ | 구비 | 10", drawn=True)
        rows, issues = read(found)
        assert [(project, source) for project, source, *_ in brief(rows)] == [
            (None, "total"),
            (None, "national"),
            (None, "local"),
        ]
        assert issues == []


def test_the_unit_may_stand_behind_the_name_of_a_line(table) -> None:
    found = table("세부사업 | 구분 | 2019", "도로 | 예산(천원) | 30,000", "^ | 집행(천원) | 20,000", drawn=True)
    rows, _ = read(found, unit=None)
    assert brief(rows) == [("도로", None, "2019", 2019, 30)]
    whole, _ = read(table("구분 | 2019 | 2020", "사업비(백만원) | 30 | 60", drawn=True), unit=None)
    assert brief(whole) == [(None, "total", "2019", 2019, 30), (None, "total", "2020", 2020, 60)]


def test_what_was_spent_before_the_planned_years_is_the_amount_of_its_year(table) -> None:
    found = table(
        "재원 | 계 | 투자실적 | < | 투자계획 | <",
        "^ | ^ | 2019 | 2020 | 2021 | 2022",
        "구비 | 100 | 10 | 20 | 30 | 40",
        drawn=True,
    )
    rows, issues = read(found)
    assert [(year, won) for *_, year, won in brief(rows)] == [
        (None, 100),
        (2019, 10),
        (2020, 20),
        (2021, 30),
        (2022, 40),
    ]
    assert issues == []


def test_lines_that_count_something_are_no_money_whatever_the_note_says(table) -> None:
    found = table("구분 | 단위 | 2019", "저상버스 | 대 | 20", "^ | 백만원 | 4,400", "정비 | | 30", drawn=True)
    rows, issues = read(found)
    assert [(project, won) for project, *_, won in brief(rows)] == [("저상버스", 4400), ("정비", 30)]
    assert codes(issues) == ["table.unplaced"]


def test_the_unit_may_stand_behind_what_a_line_measures(table: TableMaker) -> None:
    rows, _ = read(
        table("구분 | 계 | 2019", "예산액(천원) | 60,000 | 24,000", "집행액(천원) | 55,000 | 23,000"), unit=None
    )
    assert amounts(rows) == [60, 24]


@pytest.mark.parametrize(
    ("printed", "keys"),
    [
        ("국 | 도 | 군", ["national", "metro", "local"]),
        ("국 | 도 | 시 | 민", ["national", "metro", "local", "private"]),
    ],
)
def test_sources_may_be_written_with_one_letter(table: TableMaker, printed: str, keys: list[str]) -> None:
    rows, issues = read(table(f"연도 | {printed}", "2019 | " + " | ".join("1" * len(keys))), city=None)
    assert [row["funding"] for row in rows] == keys
    assert issues == []


def test_what_is_counted_under_a_year_beside_its_cost_is_no_money(table: TableMaker) -> None:
    found = table(
        "사업명 | 2019년 | < | 2020년 | <",
        "^ | 물량 | 사업비 | 물량 | 사업비",
        "보안등 | 10 | 200 | 11 | 100",
        drawn=True,
    )
    rows, issues = read(found)
    assert brief(rows) == [("보안등", "total", "2019년", 2019, 200), ("보안등", "total", "2020년", 2020, 100)]
    assert codes(issues) == ["table.unplaced", "table.unplaced"]


def test_what_an_unknown_head_parts_a_year_or_a_sum_into_is_no_amount_of_it(table: TableMaker) -> None:
    found = table(
        "사업명 | 계 | < | 2019년 | <", "^ | 면적 | 금액 | 면적 | 금액", "공원 | 30 | 500 | 10 | 200", drawn=True
    )
    rows, issues = read(found)
    assert brief(rows) == [("공원", "total", "계", None, 500), ("공원", "total", "2019년", 2019, 200)]
    assert codes(issues) == ["table.unreadable", "table.unreadable"]


def test_the_amount_beside_a_share_is_that_of_its_lines_source(table: TableMaker) -> None:
    found = table(
        "재원 | 2019년 | <", "^ | 금액 | 비율", "계 | 200 | 100", "국비 | 150 | 75", "구비 | 50 | 25", drawn=True
    )
    rows, _ = read(found)
    assert [(source, won) for _, source, _, _, won in brief(rows)] == [("total", 200), ("national", 150), ("local", 50)]


def test_years_down_the_side_may_end_in_those_to_come(table: TableMaker) -> None:
    found = table(
        "연도 | 사업비 | 국비 | 구비 | 주요내용",
        *(
            "2019 | 100 | 50 | 50 | 설계",
            "2020 | 10 | 5 | 5 | 착공",
            "2021 이후 | 10 | 5 | 5 | 준공",
            "계 | 120 | 60 | 60 | ",
        ),
        drawn=True,
    )
    rows, issues = read(found)
    assert brief(rows)[::3] == [
        (None, "total", "2019", 2019, 100),
        (None, "total", "2020", 2020, 10),
        (None, "total", "2021 이후", None, 10),
        (None, "total", "계", None, 120),
    ]
    assert [issue.code for issue in issues] == ["table.unplaced"]  # what is done in each year


def test_before_in_and_after_the_term_stand_for_years_down_the_side(table: TableMaker) -> None:
    rows, issues = read(
        table("구분 | 국비 | 구비", "임기전 | 10 | 5", "임기내 | 70 | 30", "임기후 | 20 | 15", "계 | 100 | 50")
    )
    assert brief(rows)[:4] == [
        (None, "national", "임기전", None, 10),
        (None, "local", "임기전", None, 5),
        (None, "national", "임기내", None, 70),
        (None, "local", "임기내", None, 30),
    ]
    assert issues == []


def test_a_part_of_the_term_keeps_its_period(table: TableMaker) -> None:
    found = table("사업명 | 임기내 | < | 임기후 | <", "^ | 국비 | 구비 | 국비 | 구비", "도로 | 10 | 20 | 30 | 40")
    assert brief(read(found)[0]) == [
        ("도로", "national", "임기내", None, 10),
        ("도로", "local", "임기내", None, 20),
        ("도로", "national", "임기후", None, 30),
        ("도로", "local", "임기후", None, 40),
    ]


def test_a_note_that_names_counts_too_is_the_unit_of_lines_with_a_source_alone(table: TableMaker) -> None:
    found = table("구분 | 계 | 2019", "청년 고용 | 300 | 100", "사업비 | 60 | 20", "국비 | 60 | 20", drawn=True)
    rows, issues = read(found, "(단위: 명, 백만원)")
    assert amounts(rows) == [None, None, 60, 20, 60, 20]
    assert codes(issues) == ["budget.unit_missing"]
    rows, issues = read(table("구분 | 사업량 | 2019", "쉼터 | 3 | 100", drawn=True), "(단위: 개소, 백만원)")
    assert amounts(rows) == [100]


def test_a_running_sum_beside_that_of_all_years_is_no_amount(table: TableMaker) -> None:
    rows, issues = read(
        table("재원 | 총계 | '18 | '19 | 누계('18~'19) | '20", "구비 | 60 | 10 | 20 | 30 | 30", drawn=True)
    )
    assert amounts(rows) == [60, 10, 20, 30]
    assert codes(issues) == ["table.unplaced"]


def test_a_line_without_name_and_source_below_those_of_sources_is_of_no_known_source(table: TableMaker) -> None:
    found = table("구분 | 계 | 2018 | 2019", "계 | 60 | 20 | 40", "국비 | 60 | 20 | 40", " | 30 | 10 | 20")
    rows, issues = read(found)
    assert {row["funding"] for row in rows if row["line_no"] == 3} == {None}
    assert [issue.raw for issue in issues if issue.code == "funding.unknown"] == ["30"]


def test_a_line_without_source_is_no_doubt_where_it_names_a_project_or_no_line_has_one(table: TableMaker) -> None:
    projects = table("세부사업 | 계 | 2018 | 2019", "산책로 조성 | 60 | 20 | 40", "국비 | 60 | 20 | 40")
    plain = table("구분 | 계 | 2018 | 2019", "사업비 | 60 | 20 | 40")
    for found in (projects, plain):
        assert "funding.unknown" not in [issue.code for issue in read(found)[1]]


BY_SOURCE_AND_YEAR = [
    (None, "national", None, None, 10.0),
    (None, "local", None, None, 7.0),
    (None, None, "2019", 2019, 2.0),
    (None, None, "’20년", 2020, 15.0),
    (None, "total", None, None, 17.0),
]


def test_sources_and_then_years_down_one_column_divide_the_whole_each(table: TableMaker) -> None:
    body = ("국비 | 10", "군비 | 7", "2019 | 2", "’20년 | 15", "합계 | 17")
    rows, issues = read(table("구분 | 금액", *body, drawn=True))
    assert brief(rows) == BY_SOURCE_AND_YEAR
    assert issues == []


def test_a_column_before_them_that_says_which_they_are_is_no_project(table: TableMaker) -> None:
    body = ("재원별 | 국비 | 10", "^ | 군비 | 7", "연도별 | 2019 | 2", "^ | ’20년 | 15", "합계 | < | 17")
    rows, issues = read(table("구분 | < | 금액", *body, drawn=True))
    assert brief(rows) == BY_SOURCE_AND_YEAR
    assert issues == []


def test_years_below_each_source_are_that_sources(table: TableMaker) -> None:
    body = ("국비 | 10", "2019 | 4", "2020 | 6", "군비 | 7", "2019 | 3", "2020 | 4")
    rows, _ = read(table("구분 | 금액", *body, drawn=True))
    assert not any(row["year"] for row in rows if row["funding"] is None and row["project"] is None)


def test_the_last_letter_of_a_head_set_apart_is_no_unit(table: TableMaker) -> None:
    # `재 원` was read as a table in 원: every amount a millionth of what it is.
    rows, issues = read(table("재 원 | 계 | 2018", "국비 | 60 | 60"), None)
    assert [row["amount_won"] for row in rows] == [None, None]
    assert codes(issues) == ["budget.unit_missing"]
    rows, issues = read(table("재 원 (단위: 원) | 계 | 2018", "국비 | 60 | 60"), None)
    assert [row["amount_won"] for row in rows] == [60, 60]
    assert codes(issues) == []


def test_notes_of_different_units_leave_an_issue(table: TableMaker) -> None:
    rows, issues = read(table("구분(단위: 백만원) | 계 | 2018", "국비 | 60 | 60"), "(단위: 천원)")
    assert [row["amount_won"] for row in rows] == [None, None]
    assert codes(issues) == ["budget.unit_contradiction"]


def test_a_column_that_groups_years_down_the_side_is_no_amount(table: TableMaker) -> None:
    found = table(
        "구분 | < | 계 | 국비 | 군비",
        "총사업비 | < | 9 | 5 | 4",
        "임기내 | 2018 | 3 | 2 | 1",
        "^ | 2019 | 5 | 2 | 3",
        "임기후 | < | 1 | 1 | -",
        drawn=True,
    )
    rows, _ = read(found)
    assert [(year, amount) for _, funding, _, year, amount in brief(rows) if funding == "total"] == [
        (None, 9.0),
        (2018, 3.0),
        (2019, 5.0),
        (None, 1.0),
    ]


def test_a_corner_of_years_and_sources_heads_the_sources(table: TableMaker) -> None:
    rows, _ = read(table("연도 재원 | 2018 | 2019", "국비 | 1 | 2", "군비 | 3 | 4", "합계 | 4 | 6"))
    assert [row["funding"] for row in rows[::2]] == ["national", "local", "total"]
    rows, _ = read(table("구분(단위: 백만원) | 계(억원) | 2018", "국비 | 60 | 6,000"), "(단위: 천원)")
    assert [row["amount_won"] for row in rows] == [6_000_000_000, None]


def test_a_sum_of_another_unit_that_adds_up_as_printed_tells_no_unit(table: TableMaker) -> None:
    rows, issues = read(table("재원 | 계(천원) | 2018 | 2019", "국비 | 900 | 400 | 500"), "(단위: 백만원)")
    assert [row["amount_won"] for row in rows] == [None, None, None]
    assert codes(issues) == ["budget.unit_contradiction"]
    rows, issues = read(table("재원 | 계(억원) | 2018 | 2019", "국비 | 9 | 400 | 500"), "(단위: 백만원)")
    assert [row["amount_won"] for row in rows] == [900_000_000, 400_000_000, 500_000_000]
    assert issues == []


def test_what_was_added_to_the_first_budget_is_of_its_year_where_the_sums_show_it(table: TableMaker) -> None:
    head = ("재원 | 합계 | 2019년 | < | 2020년", "^ | ^ | 본예산 | 추경 | ^")
    rows, issues = read(table(*head, "국비 | 60 | 20 | 10 | 30", drawn=True))
    assert [(row["period_raw"], row["year"], row["amount_won"]) for row in rows] == [
        ("합계", None, 60_000_000),
        ("2019년 본예산", 2019, 20_000_000),
        ("2019년 추경", 2019, 10_000_000),
        ("2020년", 2020, 30_000_000),
    ]
    assert issues == []
    rows, issues = read(table(*head, "국비 | 60 | 20 | 30 | 30", drawn=True))  # 30 may be the whole after it
    assert [(row["period_raw"], row["amount_raw"]) for row in rows] == [("합계", "60"), ("2020년", "30")]
    assert codes(issues)[0] == "table.unreadable"


def test_the_sum_of_the_first_budget_and_what_was_added_is_the_amount(table: TableMaker) -> None:
    rows, _ = read(table("재원 | 2019년 | < | <", "^ | 계 | 본예산 | 추경", "국비 | 30 | 20 | 10", drawn=True))
    assert amounts(rows) == [30]
    body = ("도로 | 계 | 30 | 40", "^ | 본예산 | 20 | 40", "^ | 추경 | 10 | -")
    rows, issues = read(table("사업명 | 구분 | 2019 | 2020", *body, drawn=True))
    assert [(row["project"], row["year"], row["amount_won"]) for row in rows] == [
        ("도로", 2019, 30_000_000),
        ("도로", 2020, 40_000_000),
    ]
    rows, issues = read(table("사업명 | 구분 | 2019 | 2020", *body[1:], drawn=True))
    assert rows == []
    assert codes(issues) == ["table.unreadable"]


def test_lines_of_counts_among_sources_are_no_money(table: TableMaker) -> None:
    body = ("창업 | 국비 | 50", "^ | 시비 | 50", "^ | 지원인원 | 10", "^ | 교육(회) | 4", "^ | 소계 | 100")
    rows, issues = read(table("사업명 | 구분 | 2019", *body, drawn=True))
    assert amounts(rows) == [50, 50, 100]
    assert "table.unplaced" in codes(issues)


def test_words_of_a_column_beside_the_names_leave_an_issue(table: TableMaker) -> None:
    rows, issues = read(table("사업명 | 구분 | 2019", "도로 | 보상비 | 50", "^ | 공사비 | 70", drawn=True))
    assert amounts(rows) == [50, 70]
    assert [issue.raw for issue in issues if issue.code == "table.unplaced"] == ["보상비 | 공사비"]


@pytest.mark.parametrize("mark", [".", " "])
def test_points_and_spaces_part_thousands_where_a_figure_has_two_of_them(table: TableMaker, mark: str) -> None:
    figures = "계 | 1,250,000 | 250,000 | 999,500 | 500".replace(",", mark)
    rows, issues = read(table("재원 | 계 | 2018 | 2019 | 2020", figures), "(단위: 천원)")
    assert [row["amount_won"] for row in rows] == [1_250_000_000, 250_000_000, 999_500_000, 500_000]
    assert rows[0]["amount_raw"] == f"1{mark}250{mark}000"
    assert issues == []
    rows, issues = read(table("재원 | 계 | 2018 | 2019 | 2020", figures.replace("500", "50")), "(단위: 천원)")
    assert [row["amount_won"] for row in rows][:2] == [None, None]  # `999.50` is no figure of that kind


def test_what_was_spent_or_is_left_among_sources_is_no_project(table: TableMaker) -> None:
    body = ("총사업비 | 60 | 60", "국비 | 30 | 30", "시비 | 30 | 30", "집행액 | 20 | 20", "잔액 | 40 | 40")
    rows, issues = read(table("구분 | 계 | 2019", *body, drawn=True))
    assert [row["funding"] for row in rows[::2]] == ["total", "national", "metro"]
    assert codes(issues) == ["table.unplaced"]


def test_a_part_of_the_term_is_not_the_term(table: TableMaker) -> None:
    # `2018.7~2020` under 임기내 had been 임기내 itself.
    rows, _ = read(
        table("재원 | 임기내 | < | 총계", "^ | 2018.7~2020 | 2021~2022.6 | ^", "국비 | 30 | 20 | 50", drawn=True)
    )
    assert [row["period_raw"] for row in rows] == ["2018.7~2020", "2021~2022.6", "총계"]
    rows, issues = read(
        table("재원 | 임기내 | < | <", "^ | 전반기분 | 후반기분 | 소계", "국비 | 30 | 20 | 50", drawn=True)
    )
    assert amounts(rows) == [50]
    assert codes(issues) == ["table.unreadable", "table.unreadable"]


def test_an_amount_and_more_is_none(table: TableMaker) -> None:
    rows, issues = read(table("재원 | 계 | 2018", "국비 | 300+α | 300"))
    assert amounts(rows) == [None, 300]
    assert codes(issues) == ["number.unreadable"]


def test_the_price_of_one_is_no_amount_of_its_own(table: TableMaker) -> None:
    body = ("총사업비 | 60 | 60", "1인당 지원액 | 3 | 3", "지원단가 | 3 | 3", "지원인원 | 20 | 20")
    rows, issues = read(table("구분 | 계 | 2019", *body, drawn=True))
    assert amounts(rows) == [60, 60]
    assert codes(issues) == ["table.unplaced"]


def test_of_two_halves_with_their_own_names_the_changed_one_counts(table: TableMaker) -> None:
    head = ("당초 | < | < | 변경 | < | <", "구분 | 2019 | 2020 | 구분 | 2019 | 2020")
    rows, issues = read(table(*head, "계 | 5 | 6 | 계 | 7 | 8", "국비 | 5 | 6 | 국비 | 7 | 8", drawn=True))
    assert [(row["funding"], row["year"], row["amount_won"]) for row in rows] == [
        ("total", 2019, 7 * MILLION),
        ("total", 2020, 8 * MILLION),
        ("national", 2019, 7 * MILLION),
        ("national", 2020, 8 * MILLION),
    ]
    assert codes(issues) == ["table.unplaced"]


def running(table: Table, heading: str) -> tuple[list[Row], list[Issue]]:
    return budget_rows(
        PrintedTable("budget", "budget", None, "(단위: 백만원)", table, heading=heading), city_is_local=False
    )


@pytest.mark.parametrize("heading", ["2. 연도별 투자계획(누계)", "연차별 투자(누적 투자액 기준)", "연도별 투자 누계"])
def test_running_sums_are_no_amounts_of_their_years(table: TableMaker, heading: str) -> None:
    found = table("구분 | 계 | 2018 | 2019 | 2020", "국비 | 300 | 100 | 200 | 300", "구비 | 90 | 30 | 30 | 90")
    rows, issues = running(found, heading)
    assert amounts(rows) == [300, None, None, None, 90, None, None, None]
    assert [row["amount_raw"] for row in rows[:4]] == ["300", "100", "200", "300"]
    assert codes(issues) == ["table.unreadable"]


@pytest.mark.parametrize(
    "heading",
    [
        "누적 적자 해소 사업",
        "누계 관리 시스템 구축",
        "투자계획 (단위: 백만원, 계는 누계)",
        "투자계획 (기투자는 2017년까지 누계)",
        "투자계획(누계 별도)",
    ],
)
def test_a_project_and_one_column_of_running_sums_make_no_years_such(table: TableMaker, heading: str) -> None:
    rows, issues = running(table("구분 | 2018 | 2019 | 2020", "국비 | 100 | 200 | 300"), heading)
    assert amounts(rows) == [100, 200, 300]
    assert issues == []


@pytest.mark.parametrize(
    "body",
    [("국비 | 600 | 100 | 200 | 300",), ("국비 | 300 | 100 | 200 | 0", "구비 | 100 | 50 | 30 | 20")],
    ids=["they add up", "they fall"],
)
def test_amounts_that_cannot_be_running_sums_are_those_of_their_years(table: TableMaker, body: tuple[str, ...]) -> None:
    rows, issues = running(table("구분 | 계 | 2018 | 2019 | 2020", *body), "연도별 투자계획(누계)")
    assert amounts(rows)[:3] == [float(part) for part in body[0].split(" | ")[1:4]]
    assert issues == []


def test_a_year_printed_once_holds_for_the_sources_below_it(table: TableMaker) -> None:
    body = ("2018년 | 국비 | 100", " | 구비 | 50", "2019년 | 국비 | 200", " | 구비 | 60")
    rows, issues = read(table("연도 | 재원 | 금액", *body))
    assert [(row["year"], row["funding"]) for row in rows] == [
        (2018, "national"),
        (2018, "local"),
        (2019, "national"),
        (2019, "local"),
    ]
    assert issues == []


def test_a_sum_below_sources_of_several_years_is_of_none(table: TableMaker) -> None:
    body = ("2018년 | 국비 | 100", " | 구비 | 50", "2019년 | 국비 | 200", " | 구비 | 60", " | 계 | 410")
    rows, issues = read(table("연도 | 재원 | 금액", *body))
    assert [row["year"] for row in rows] == [2018, 2018, 2019, 2019, None]
    assert issues == []
    summed = ("2018년 | 계 | 150", " | 국비 | 100", " | 구비 | 50", "2019년 | 계 | 60", " | 구비 | 60")
    rows, issues = read(table("연도 | 재원 | 금액", *summed))
    assert [row["year"] for row in rows] == [2018, 2018, 2018, 2019, 2019]
    assert issues == []


def test_a_source_that_comes_again_below_its_year_is_not_of_it(table: TableMaker) -> None:
    rows, issues = read(table("연도 | 재원 | 금액", "2018년 | 국비 | 10", "2019년 | 국비 | 20", " | 국비 | 5"))
    assert [row["year"] for row in rows] == [2018, 2019, None]
    assert codes(issues) == ["date.year_unknown"]


def test_below_years_of_one_work_each_another_work_is_of_no_year(table: TableMaker) -> None:
    rows, issues = read(table("연도 | 사업명 | 구비", "2018 | 설계 | 10", "2019 | 공사 | 20", " | 예비비 | 3"))
    assert [(row["project"], row["year"]) for row in rows] == [("설계", 2018), ("공사", 2019), ("예비비", None)]
    assert codes(issues) == ["date.year_unknown"]
    several = ("2018 | 설계 | 10", " | 보상 | 5", "2019 | 공사 | 20", " | 감리 | 3")
    rows, issues = read(table("연도 | 사업명 | 구비", *several))
    assert [row["year"] for row in rows] == [2018, 2018, 2019, 2019]
    assert issues == []


def test_a_sum_above_all_years_is_of_none(table: TableMaker) -> None:
    body = (" | 총계 | 100", "2018년 | 국비 | 10", " | 구비 | 20", "2019년 | 국비 | 30", " | 구비 | 40")
    rows, issues = read(table("연도 | 재원 | 금액", *body))
    assert [row["year"] for row in rows] == [None, 2018, 2018, 2019, 2019]
    assert issues == []


def test_what_is_still_needed_of_a_total_is_no_total_beside_it(table: TableMaker) -> None:
    rows, issues = read(table("구분 | 총사업비 | 기투자 | 필요예산 | 2020 | 2021", "도서관 | 30 | 10 | 20 | 5 | 15"))
    assert amounts(rows) == [30, 10, 5, 15]
    assert codes(issues) == ["table.unreadable"]
    rows, issues = read(table("재원 | 필요예산 | 2020 | 2021", "구비 | 20 | 5 | 15"))
    assert amounts(rows) == [20, 5, 15]
    assert issues == []


def test_projects_whose_amounts_are_not_all_told_still_head_their_columns(table) -> None:
    head = "연도 | 재원 | 합계 | 아케이드 | 주차장"
    rows, issues = read(table(head, "2018 | 국비 | 10 | 10 | 미정", "2019 | 국비 | 20 | 8 | 12"))
    assert [row["project"] for row in rows if row["project"]] == ["아케이드", "주차장", "아케이드", "주차장"]
    assert codes(issues) == ["number.unreadable"]


def test_a_source_that_is_met_only_roughly_is_told(table) -> None:
    rows, issues = read(table("재원 | 계 | 2018 | 2019", "국비 | 3 | 1 | 2", "구비보조금액 | 3 | 1 | 2"))
    assert {row["funding"] for row in rows} == {"national", "local"}
    assert codes(issues) == ["label.fuzzy"]


def test_a_blank_column_of_a_year_under_its_plan_is_none(table) -> None:
    rows, issues = read(table("재원 | 2018년 | <", "^ | 계획 | ^", "구비 | 10 | "))
    assert brief(rows) == [(None, "local", "2018년", 2018, 10)]
    assert issues == []


def test_sources_and_years_one_below_the_other_without_a_head_give_no_year_for_an_amount(table) -> None:
    rows, issues = read(table("국비 | 10", "군비 | 7", "도비 | 5", "2019 | 7", "2020 | 15"))
    assert not {2019, 2020} & set(amounts(rows))
    assert "table.unreadable" in codes(issues)


def test_a_source_in_brackets_behind_a_name_pays_for_it_where_nothing_else_says_who_does(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "세부사업 | 계 | 2018", "계 | 80 | 80", "방파제(국비) | 30 | 30", "물양장(군비) | 50 | 50", "안내판 | 0 | 0"
        )
    )
    assert issues == []
    assert [row[:2] for row in brief(rows)][::2] == [
        (None, "total"),
        ("방파제(국비)", "national"),
        ("물양장(군비)", "local"),
        ("안내판", None),
    ]
    rows, _ = read(table("세부사업 | 재원 | 2018", "방파제(국비) | 계 | 30", "방파제(국비) | 도비 | 30"))
    assert [row[1] for row in brief(rows)] == ["total", "metro"]
    rows, _ = read(table("세부사업 | 국비 | 도비", "방파제(국비) | 30 | 5"))
    assert [row[1] for row in brief(rows)] == ["national", "metro"]


def test_the_sum_of_projects_whose_names_say_who_pays_is_checked(table: TableMaker) -> None:
    rows, _ = read(table("세부사업 | 2018 | 2019", "계 | 90 | 80", "방파제(국비) | 30 | 30", "물양장(군비) | 50 | 50"))
    assert [issue.code for issue in budget_issues(rows)] == ["budget.sum_mismatch"]


@pytest.mark.parametrize(
    ("text", "amounts_read"),
    [
        ("1,200(국비 600)", [1200, None]),  # of all sources it is a part; of 국비 it says another amount
        ("1,200(국비 1,200)", [1200, 1200]),
        ("1,200(도비 포함)", [1200, 1200]),
    ],
)
def test_an_amount_of_one_source_with_another_in_brackets_is_gainsaid(
    table: TableMaker, text: str, amounts_read: list[float | None]
) -> None:
    rows, issues = read(table("구분 | 2018 | 2019", f"계 | {text} | 5", f"국비 | {text} | 5"))
    assert amounts(rows)[::2] == amounts_read
    assert codes(issues) == (["number.unreadable"] if None in amounts_read else [])


@pytest.mark.parametrize(
    ("text", "amounts_read"),
    [("국비 600", 600), ("(국비) 600", 600), ("시비 600", None), ("구비: 600", None), ("설계비 600", 600)],
)
def test_an_amount_of_one_source_behind_the_name_of_another_is_gainsaid(
    table: TableMaker, text: str, amounts_read: float | None
) -> None:
    rows, _ = read(table("구분 | 2018 | 2019", f"국비 | {text} | 5", "시비 | 시비 7 | 5"))
    assert amounts(rows)[::2] == [amounts_read, 7]


@pytest.mark.parametrize("head", [" | 구분", "구분 | "])
def test_sources_in_two_columns_under_one_head_of_a_copy(head: str, table: TableMaker) -> None:
    found = table(
        f"{head} | 계 | 2019", "총계 | | 9 | 9", " | 국비 | 4 | 4", "지방비 | 소계 | 5 | 5", "^ | 군비 | 5 | 5"
    )
    rows, issues = read(found)
    assert [(row["project"], row["funding"], row["amount_won"]) for row in rows if row["year"]] == [
        (None, "total", 9 * MILLION),
        (None, "national", 4 * MILLION),
        (None, None, 5 * MILLION),  # 지방비
        (None, "local", 5 * MILLION),
    ]
    assert codes(issues) == ["funding.unknown"]


def test_a_sum_of_all_sources_says_nothing_of_the_names_below_it(table: TableMaker) -> None:
    rows, _ = read(table("재원 | 세부사업 | 2019", "총계 | | 9", " | 도서관 | 4", "국비 | 공원 | 5"))
    assert [(row["project"], row["funding"]) for row in rows] == [
        (None, "total"),
        ("도서관", None),
        ("공원", "national"),
    ]


def test_what_is_needed_in_a_year_beside_its_sources_is_of_all_of_them(table: TableMaker) -> None:
    rows, issues = read(table("연도 | 소요액 | 국비 | 군비", "2018 | 350 | 0 | 350", "2019 | 2,150 | 645 | 1,505"))
    assert issues == []
    assert [(row["funding"], row["year"], row["amount_raw"]) for row in rows if row["funding"] == "total"] == [
        ("total", 2018, "350"),
        ("total", 2019, "2,150"),
    ]


def test_what_is_planned_is_of_all_years_where_none_is_named(table) -> None:
    rows, issues = read(
        table("재원 | 계획액 | 확보액", "국비 | 100 | 90", "구비 | 50 | 50", "계 | 150 | 140"), "백만원"
    )
    assert [(row["funding"], row["year"], row["amount_won"]) for row in rows] == [
        ("national", None, 100_000_000),
        ("local", None, 50_000_000),
        ("total", None, 150_000_000),
    ]
    assert codes(issues) == ["table.unplaced"]


@pytest.mark.parametrize("head", ["계획 | 확보 | 집행", "당초계획 | 계획 | 집행", "계획 | 확보 | 미확보"])
def test_a_plan_beside_what_was_secured_or_spent_of_it_is_of_all_years(head: str, table) -> None:
    figures = "90 | 100 | 40" if head.startswith("당초") else "100 | 90 | 40"
    rows, issues = read(table(f"재원 | {head}", f"국비 | {figures}", f"구비 | {figures}"), "백만원")
    assert [(row["funding"], row["year"], row["amount_won"]) for row in rows] == [
        ("national", None, 100_000_000),
        ("local", None, 100_000_000),
    ]
    assert codes(issues) == ["table.unplaced", "table.unplaced"]


def test_a_plan_and_what_was_spent_of_it_in_one_cell_are_parted_where_the_head_names_both(table) -> None:
    printed = table("재원 | 계획//집행 | < | <", "^ | 2019 | 2020 | 계", "국비 | 60//50 | 120//- | 180//50")
    rows, issues = read(with_pairs_parted(printed, Vocabulary.standard()), "백만원")
    assert [(row["year"], row["amount_won"]) for row in rows] == [
        (2019, 60_000_000),
        (2020, 120_000_000),
        (None, 180_000_000),
    ]
    assert set(codes(issues)) == {"table.unplaced"}


def test_what_is_planned_beside_the_years_is_of_all_where_it_is_their_sum(table) -> None:
    head = "재원 | 소요예산 | 기투자 | 2018 | 2019"
    rows, issues = read(table(head, "국비 | 60 | 10 | 20 | 30", "구비 | 5 | - | - | 5"))
    assert [row["amount_won"] for row in rows if row["period_raw"] is None] == [60_000_000, 5_000_000]
    assert issues == []
    rows, issues = read(table(head, "국비 | 60 | 10 | 20 | 30", "구비 | 7 | - | - | 5"))
    assert {row["period_raw"] for row in rows} == {"기투자", "2018", "2019"}
    assert codes(issues) == ["table.unreadable"]


@pytest.mark.parametrize("head", ["당해연도", "예산액 | 소요액"])
def test_what_is_planned_for_one_year_or_twice_is_not(head: str, table) -> None:
    figures = " | ".join("100" for _ in head.split("|"))
    rows, issues = read(table(f"재원 | {head}", f"국비 | {figures}", f"구비 | {figures}"), "백만원")
    assert (rows, codes(issues)) == ([], ["table.unreadable"])


def test_the_parts_of_a_source_below_its_own_sum_are_not_added_again(table) -> None:
    found = table(
        "구분 | < | 계 | 2019 | 2020",
        "합계 | < | 50 | 20 | 30",
        "국비 | 소계 | 30 | 10 | 20",
        "^ | 국고보조 | 20 | 5 | 15",
        "^ | 특별교부세 | 10 | 5 | 5",
        "지방비 | 소계 | 20 | 10 | 10",
        "^ | 시비 | 12 | 6 | 6",
        "^ | 구비 | 8 | 4 | 4",
    )
    rows, issues = read(found, city=None)
    assert [row["funding"] for row in rows if row["year"] is None] == [
        *["total", "national", "national", "national", None, "metro", "local"]
    ]
    assert codes([*issues, *budget_issues(rows)]) == ["funding.unknown"]


def test_a_sum_beside_the_sources_of_a_project_that_heads_columns_is_its_total(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "연도 | 쉼터 | < | < | 공원 | < | < | 계 | < | <",
            "^ | 국비 | 구비 | 계 | 국비 | 구비 | 계 | 국비 | 구비 | 계",
            "2019 | 1 | 2 | 3 | 10 | 20 | 30 | 11 | 22 | 33",
            "2020 | 4 | 5 | 9 | 40 | 50 | 90 | 44 | 55 | 99",
        )
    )
    assert issues == []
    totals = [row for row in brief(rows) if row[1] == "total" and row[3] == 2020]
    assert totals == [
        ("쉼터", "total", "2020", 2020, 9.0),
        ("공원", "total", "2020", 2020, 90.0),
        (None, "total", "2020", 2020, 99.0),
    ]


def test_a_sum_beside_the_years_of_a_project_that_heads_columns_is_not_that_of_the_table(table: TableMaker) -> None:
    """The sources stand down the side, and whose the years are is not told: neither is the sum beside them."""
    rows, issues = read(
        table(
            "재원 | 합계 | < | < | 쉼터 | < | < | 공원 | < | <",
            "^ | 2019 | 2020 | 총사업비 | 2019 | 2020 | 총사업비 | 2019 | 2020 | 총사업비",
            "국비 | 11 | 44 | 55 | 1 | 4 | 5 | 10 | 40 | 50",
            "구비 | 22 | 55 | 77 | 2 | 5 | 7 | 20 | 50 | 70",
        )
    )
    assert {row["amount_raw"] for row in rows} <= {"11", "44", "55", "22", "77"}
    assert "table.unreadable" in codes(issues)


def test_a_sum_that_heads_the_last_lines_is_no_project(table: TableMaker) -> None:
    rows, issues = read(
        table(
            "재원 | 2019 | 2020",
            "쉼터 | < | <",
            "국비 | 1 | 2",
            "공원 | < | <",
            "국비 | 3 | 4",
            "합계 | < | <",
            "국비 | 4 | 6",
        )
    )
    assert issues == []
    assert [row[0] for row in brief(rows)] == ["쉼터", "쉼터", "공원", "공원", None, None]


def test_projects_beside_a_total_that_sources_part_are_told_by_their_sum(table: TableMaker) -> None:
    head = ("연도 | 계 | < | < | 쉼터 | 공원", "^ | 계 | 국비 | 구비 | ^ | ^")
    rows, issues = read(table(*head, "2019 | 9 | 4 | 5 | 3 | 6", "2020 | 2 | 2 | - | - | 2"))
    assert issues == []
    assert [row[0] for row in brief(rows)[:5]] == [None, None, None, "쉼터", "공원"]
    _, issues = read(table(*head, "2019 | 9 | 4 | 5 | 3 | 6", "2020 | 2 | 2 | - | 1 | 2"))
    assert codes(issues) == ["table.unreadable", "table.unreadable"]


def test_a_source_that_comes_twice_under_one_year_is_of_neither_of_two_years(table: TableMaker) -> None:
    rows, issues = read(
        table("구분 | 2019 | < |  | <", "^ | 국비 | 구비 | 국비 | 구비", "도서관 | 10 | 20 | 30 | 40", drawn=True)
    )
    assert all(row["amount_won"] is None for row in rows)
    assert "table.unreadable" in codes(issues)


def test_a_total_below_the_sum_of_a_project_is_that_of_all_projects(table: TableMaker) -> None:
    head, parks = "세부사업 | 재원 | 2019", ("공원 | 국비 | 10", "^ | 소계 | 10")
    rows, _ = read(table(head, "도서관 | 국비 | 20", "^ | 소계 | 20", *parks, " | 총계 | 30", drawn=True))
    assert brief(rows)[-1] == (None, "total", "2019", 2019, 30)
    rows, _ = read(table(head, "도서관 | 국비 | 20", " | 구비 | 5", " | 계 | 25", drawn=True))
    assert brief(rows)[-1] == ("도서관", "total", "2019", 2019, 25)


def test_a_first_or_last_total_outside_the_merged_names_is_that_of_all_projects(table: TableMaker) -> None:
    head, hall, park = (
        "세부사업 | 재원 | 2019",
        ("도서관 | 국비 | 20", "^ | 구비 | 5"),
        ("공원 | 국비 | 10", "^ | 구비 | 1"),
    )
    rows, _ = read(table(head, *hall, *park, " | 총계 | 36", drawn=True))
    assert brief(rows)[-1] == (None, "total", "2019", 2019, 36)
    rows, _ = read(table(head, " | 합계 | 36", *hall, *park, drawn=True))
    assert brief(rows)[:2] == [(None, "total", "2019", 2019, 36), ("도서관", "national", "2019", 2019, 20)]
    rows, _ = read(table(head, *hall, " | 총계 | 25", drawn=True))
    assert brief(rows)[-1] == ("도서관", "total", "2019", 2019, 25)  # of one project it is as well its own


def test_the_first_plan_and_the_changed_one_in_one_cell_are_parted(table: TableMaker) -> None:
    printed = table("재원 | 2019(당초//변경) | 2020(당초//변경)", "국비 | 10//12 | 20//22")
    rows, issues = read(with_pairs_parted(printed, Vocabulary.standard()))
    assert [(row["year"], row["amount_raw"]) for row in rows] == [(2019, "12"), (2020, "22")]
    assert "table.unplaced" in codes(issues)


def test_years_with_the_same_remark_below_each_project_are_years(table: TableMaker) -> None:
    lines = ("2019(계획) | 10 | 1", "^ | 2020(계획) | 20 | 2", "^ | 계 | 30 | 3")
    rows, _ = read(
        table(
            "세부사업 | 연도 | 국비 | 구비", *(f"도서관 | {lines[0]}", *lines[1:]), *(f"공원 | {lines[0]}", *lines[1:])
        )
    )
    assert [row["year"] for row in rows] == [2019, 2019, 2020, 2020, None, None] * 2


def test_a_head_that_a_copy_filled_again_holds_words_of_its_own(table: TableMaker) -> None:
    head = ("재원 | 계 | 비율 | 투자계획 | 투자계획 | 향후", "재원 | 계 | 비율 | 2019 | 2020 | 향후")
    rows, _ = read(table(*head, "국비 | 60 | 75% | 10 | 20 | 30", "구비 | 20 | 25% | 5 | 5 | 10"))
    assert [(row["period_raw"], row["year"], row["amount_raw"]) for row in rows[:4]] == [
        ("계", None, "60"),
        ("2019", 2019, "10"),
        ("2020", 2020, "20"),
        ("향후", None, "30"),
    ]


def test_the_sum_of_the_sources_below_the_sum_of_the_years_is_the_total(table: TableMaker) -> None:
    head = ("세부사업 | 소계 | 소계 | 2019 | 2019", "세부사업 | 구비 | 소계 | 구비 | 소계")
    rows, _ = read(table(*head, "쉼터 | 40 | 60 | 10 | 20"))
    assert [(row["funding_raw"], row["funding"], row["year"], row["amount_raw"]) for row in rows] == [
        ("구비", "local", None, "40"),
        ("소계", "total", None, "60"),
        ("구비", "local", 2019, "10"),
        ("소계", "total", 2019, "20"),
    ]


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("3. 소요예산 : 총 86,500천원(도비 25,950)", "천원"),
        ("소요예산(86,500백만원)", "백만원"),
        ("소요예산 : 총 86백만원", None),
        ("소요예산", None),
    ],
)
def test_a_table_without_a_unit_has_that_of_its_sum_in_the_heading(
    heading: str, unit: str | None, table: TableMaker
) -> None:
    printed = table("구분 | 2018 | 합계", "운영 | 28,500 | 28,500", "조성 | 58,000 | 58,000", "합계 | 86,500 | 86,500")
    rows, _ = budget_rows(PrintedTable("budget", "budget", None, None, printed, heading), city_is_local=False)
    assert {row["unit_raw"] for row in rows} == {unit}
    assert all((row["amount_won"] is None) == (unit is None) for row in rows)


@pytest.mark.parametrize(
    ("head", "body", "sum_of_all"),
    [
        ("구분 | | 계 | 2019", "조성 | 마을서가 | 30 | 30", "합계 | | 50 | 50"),
        ("연도 | 재원 | 사업비", "2019 | 국비 | 30", "총계 | | 50"),
    ],
)
def test_a_line_that_names_nothing_but_a_sum_is_the_total_of_all_sources(
    head: str, body: str, sum_of_all: str, table: TableMaker
) -> None:
    rows, _ = read(table(head, body, body.replace("30", "20"), sum_of_all))
    last = brief(rows)[-1]
    assert (last[0], last[1], last[4]) == (None, "total", 50)
