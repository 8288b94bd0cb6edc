"""What the head of a table says of its columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.periods import Period, read_period
from pledgecards.extract.grid.roles.results import holds_results
from pledgecards.extract.page import Place, Table
from pledgecards.schemas.vocabulary import Vocabulary

TableMaker = Callable[..., Table]

WORDS = Vocabulary.standard()


def kinds(table: Table) -> list[str]:
    return [column.kind for column in read_head(table, WORDS).columns]


def axis(table: Table) -> list[tuple[str, int | None, int | None]]:
    return [(column.kind, column.year, column.part) for column in read_head(table, WORDS).axis]


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("2018년", 2018),
        ("2018", 2018),
        ("2018 년", 2018),
        ("2018년도", 2018),
        ("'18", 2018),
        ("’18년", 2018),
        ("18년", 2018),
        ("2019 회계연도", 2019),
        ("2019회계년도", 2019),
        ("- 2018", 2018),
        ("· '19년", 2019),
        ("2018년(1년차)", 2018),
        ("1차년도(2018)", 2018),
        ("금년도 (2019)", 2019),
        ("당해연도(2020년)", 2020),
        ("２０１８년", 2018),
        ("FY18", 2018),
        ("FY20", 2020),
        ("FY'20", 2020),
        ("FY2019", 2019),
    ],
)
def test_labels_of_years(label: str, year: int) -> None:
    found = read_period(label)
    assert found is not None
    assert (found.kind, found.year, found.part) == ("year", year, None)


@pytest.mark.parametrize(
    "label", ["2022.6.", "2022. 6월", "2022년(6월)", "'22.6월", "2022.6", "2022년 6월까지", "2022.6월말"]
)
def test_the_half_year_in_which_a_term_ends(label: str) -> None:
    assert read_period(label) == Period("month", 2022, 6)


@pytest.mark.parametrize(
    ("label", "period"),
    [
        ("2018~2022.6.", Period("span")),
        ("'18~'19", Period("span")),
        ("2022년 이후", Period("after_term")),
        ("2023~", Period("after_term")),
        ("2022.7월 이후", Period("after_term")),
        ("2017년 이전", Period("before_term")),
        ("~2017", Period("before_term")),
        ("'17년 이전(천원)", Period("before_term")),
        ("2023~(백만원)", Period("after_term")),
        ("2017년까지(억원)", Period("span")),
        ("2018.7~12월", Period("half", 2018, 2)),
        ("2018년 하반기", Period("half", 2018, 2)),
        ("2018. 3/4분기", Period("quarter", 2018, 3)),
        ("18.7~12월", Period("half", 2018, 2)),
        ("18.下", Period("half", 2018, 2)),
        ("22.6월", Period("month", 2022, 6)),
    ],
)
def test_labels_of_several_years_or_parts_of_one(label: str, period: Period) -> None:
    assert read_period(label) == period


@pytest.mark.parametrize(
    ("label", "kind", "part"),
    [
        ("1/4", "quarter", 1),
        ("2/4분기", "quarter", 2),
        ("3분기", "quarter", 3),
        ("제3분기", "quarter", 3),
        ("사사분기", "quarter", 4),
        ("1분기(1~3월)", "quarter", 1),
        ("4/4 (10-12월)", "quarter", 4),
        ("상반기(1~6월)", "half", 1),
        ("Ⅳ", "quarter", 4),
        ("1Q", "quarter", 1),
        ("상반기", "half", 1),
        ("하", "half", 2),
        ("7월", "month", 7),
        ("4~6월", "quarter", 2),
        ("7~12월", "half", 2),
        ("12", "number", 12),
        ("②", "number", 2),
    ],
)
def test_labels_of_parts_of_a_year(label: str, kind: str, part: int) -> None:
    assert read_period(label) == Period(kind, None, part)


@pytest.mark.parametrize(
    "text",
    ["", "도시재생", "1분기(4~6월)", "6,268", "100", "13", "4차산업", "80%", "'18. 7. 1.", "2019. 3. 5. 준공", "0"],
)
def test_what_is_no_label(text: str) -> None:
    assert read_period(text) is None


def test_words_behind_a_year_are_kept_for_the_reader_of_the_head() -> None:
    assert read_period("2018년 목표") == Period("year", 2018, None, "목표")


def test_the_gantt_of_the_reference_card(gantt: Table) -> None:
    head = read_head(gantt, WORDS)
    assert head.rows == 2
    assert head.columns[0].kind == "project"
    assert axis(gantt) == [("quarter", year, part) for year in range(2018, 2023) for part in range(1, 5)]


def test_the_budget_of_the_reference_card(budget: Table) -> None:
    head = read_head(budget, WORDS)
    assert head.rows == 1
    assert kinds(budget) == ["project", "funding", "total", "year", "year", "year", "year", "year"]
    assert [column.label for column in head.axis] == ["2018년", "2019년", "2020년", "2021년", "2022.6."]
    assert [column.year for column in head.axis] == [2018, 2019, 2020, 2021, 2022]


def test_targets_and_results_of_the_reference_card(targets: Table, results: Table) -> None:
    assert kinds(targets) == ["project", "unit", "goal", "year", "year", "year", "year", "year"]
    assert kinds(results) == ["project", "unit", "result", "year", "year", "year", "year", "year", "rate"]
    assert read_head(targets, WORDS).rows == read_head(results, WORDS).rows == 1


def test_people_have_no_head(people: Table) -> None:
    assert read_head(people, WORDS).rows == 0


def test_merged_heads(table) -> None:
    found = table(
        "연번 | 세부사업 | 2018년 | < | 2019년 | < | 비고",
        "^ | ^ | 상반기 | 하반기 | 상반기 | 하반기 | ^",
        "1 | 도서관 건립 | | | | |",
        drawn=True,
    )
    assert read_head(found, WORDS).rows == 2
    assert kinds(found) == ["number", "project", "half", "half", "half", "half", "note"]
    assert axis(found) == [("half", 2018, 1), ("half", 2018, 2), ("half", 2019, 1), ("half", 2019, 2)]


def test_a_vague_group_over_the_years_is_no_part_of_their_name(table) -> None:
    found = table(
        "사업명 | 총사업비 | 연도별 투자계획 | < | <",
        "^ | ^ | 2018 | 2019 | 2020 이후",
        "공원 조성 | 300 | 100 | 100 | 100",
        drawn=True,
    )
    head = read_head(found, WORDS)
    assert kinds(found) == ["project", "total", "year", "year", "after_term"]
    assert [column.period for column in head.columns[2:]] == ["2018", "2019", "2020 이후"]
    assert head.columns[2].label == "연도별 투자계획 2018"


def test_the_same_in_text_where_a_group_leaves_blanks_to_its_right(table) -> None:
    found = table(
        "사업명 | 총사업비 | 연도별 투자계획 | |",
        " | | 2018 | 2019 | 2020",
        "공원 조성 | 300 | 100 | 100 | 100",
    )
    assert read_head(found, WORDS).rows == 2
    assert kinds(found) == ["project", "total", "year", "year", "year"]


def test_months_and_quarters_under_a_year(table) -> None:
    found = table(
        "구분 | 2018년 | < | < | < | < | <",
        "^ | 3분기 | < | < | 4분기 | < | <",
        "^ | 7월 | 8월 | 9월 | 10월 | 11월 | 12월",
        "설계 | | | | | |",
        drawn=True,
    )
    assert read_head(found, WORDS).rows == 3
    assert axis(found) == [("month", 2018, month) for month in range(7, 13)]


def test_bare_numbers_beyond_four_are_months(table) -> None:
    months = " | ".join(str(month) for month in range(1, 13))
    found = table(f"구분 | 2020년{' | ' * 11}", f" | {months}", "설계")
    assert axis(found) == [("month", 2020, month) for month in range(1, 13)]


def test_two_bare_numbers_a_year_may_be_halves_or_quarters(table) -> None:
    found = table("구분 | 2018년 | | 2019년 | ", " | 1 | 2 | 1 | 2", "설계")
    assert kinds(found)[1:] == ["axis"] * 4
    assert [column.year for column in read_head(found, WORDS).columns[1:]] == [2018, 2018, 2019, 2019]


def test_a_last_year_of_two_quarters_beside_years_of_four(table) -> None:
    found = table("구분 | 2021년 | | | | 2022.6. | ", " | 1 | 2 | 3 | 4 | 1 | 2", "설계")
    assert axis(found)[-2:] == [("quarter", 2022, 1), ("quarter", 2022, 2)]


def test_years_over_four_nameless_columns_each_are_quarters_by_guess(table) -> None:
    found = table("구분 | 2018 | < | < | < | 2019 | < | < | <", "설계 | | | | | | | |", drawn=True)
    head = read_head(found, WORDS)
    assert head.guessed
    assert axis(found) == [("quarter", year, part) for year in (2018, 2019) for part in range(1, 5)]


def test_plan_secured_and_spent_under_every_year(table) -> None:
    found = table(
        "재원 | 계 | < | 2018년 | < | 2019년 | <",
        "^ | 계획 | 집행 | 계획 | 집행 | 계획 | 집행",
        "국비 | 3 | 1 | 1 | 1 | 2 | 0",
        drawn=True,
    )
    columns = read_head(found, WORDS).columns[1:]
    assert [(column.kind, column.group, column.year) for column in columns] == [
        ("plan", "total", None),
        ("spent", "total", None),
        ("plan", "year", 2018),
        ("spent", "year", 2018),
        ("plan", "year", 2019),
        ("spent", "year", 2019),
    ]
    assert [column.period for column in columns] == ["계", "계", "2018년", "2018년", "2019년", "2019년"]


def test_goal_and_result_named_with_the_year_in_one_cell(table) -> None:
    found = table("지표명 | 단위 | 2018년 목표 | 2018년 실적 | 2019년 목표", "이용자 수 | 명 | 100 | 90 | 120")
    columns = read_head(found, WORDS).columns[2:]
    assert [(column.kind, column.year) for column in columns] == [("goal", 2018), ("result", 2018), ("goal", 2019)]


def test_funding_sources_across_and_years_down(table) -> None:
    found = table(
        "구분 | 계 | 국비 | 시비 | 구비", "계 | 30 | 10 | 10 | 10", "2018년 | 15 | 5 | 5 | 5", "2019년 | 15 | 5 | 5 | 5"
    )
    assert kinds(found) == ["year", "total", "source", "source", "source"]
    assert read_head(found, WORDS).columns[0].year is None


def test_a_key_column_named_구분_is_what_its_cells_are(table) -> None:
    funding = table("구분 | 계 | 2018년", "계 | 3 | 3", "국비 | 1 | 1", "구비 | 2 | 2")
    assert kinds(funding) == ["funding", "total", "year"]
    measure = table("지표 | 구분 | 2018년", "이용자 | 목표 | 10", " | 실적 | 9")
    assert kinds(measure) == ["project", "measure", "year"]


def test_of_two_columns_of_names_the_telling_one_names_the_project(table) -> None:
    found = table("구분 | 세부사업 | 2018년", "복지 | 경로당 신축 | 10", " | 경로당 수리 | 10")
    assert kinds(found) == ["other", "project", "year"]


def test_a_unit_note_in_a_row_of_its_own(table) -> None:
    found = table("(단위: 백만원) | < | <", "구분 | 계 | 2018년", "도서관 | 1 | 1", drawn=True)
    head = read_head(found, WORDS)
    assert (head.rows, head.notes) == (2, ("(단위: 백만원)",))
    assert kinds(found) == ["project", "total", "year"]


def test_a_head_repeated_after_a_page_break(table) -> None:
    found = table("세부사업 | 계 | 2018년", "도서관 | 1 | 1", "세부사업 | 계 | 2018년", "공원 | 2 | 2")
    assert read_head(found, WORDS).repeats == {2}


def test_a_misprinted_head_is_met_roughly(table) -> None:
    found = table("세부시업 | 재원 | 계 | 2018년", "도서관 | 구비 | 1 | 1")
    column = read_head(found, WORDS).columns[0]
    assert column.kind == "project"
    assert column.score < 100


def test_figures_are_no_head(table) -> None:
    found = table("도서관 | 구비 | 1,000 | 500", "공원 | 구비 | 20 | 10")
    assert read_head(found, WORDS).rows == 0


def test_the_first_line_of_a_body_that_says_계_is_no_head(table) -> None:
    found = table("구분 | 재원 | 계 | 2018년", "계 | 계 | | ", " | 구비 | | ")
    assert read_head(found, WORDS).rows == 1


def test_years_down_the_side_tell_a_head_of_names_that_nobody_knows(table) -> None:
    found = table("연도 | 노선 신설(개) | 정류소 정비(개소)", "2018 | - | 5", "2019 | 1 | 12")
    assert read_head(found, WORDS).rows == 1
    assert kinds(found)[0] == "year"


def test_years_down_the_side_tell_a_head_whose_corner_says_nothing(table) -> None:
    found = table(
        "구분 | 장비(개소) | 강의(회) | 이용자(명)", "2020년 | 50 | 240 | 1,500", "2021년 | 120 | 480 | 3,600"
    )
    assert read_head(found, WORDS).rows == 1
    assert kinds(found)[0] == "year"


@pytest.mark.parametrize(
    "row", ["구분 | 계 | 19 | 20 | 21", "지표 | 단위 | 목표 | 18 | 19 | 20 | 21", "구분 | 19 | 20 | 21.6."]
)
def test_two_digits_that_count_up_among_heads_are_years(table: TableMaker, row: str) -> None:
    printed = [text.strip() for text in row.split("|")]
    head = read_head(table(row, "가"), WORDS)
    years = [(column.period, column.year) for column in head.columns if column.year]
    assert years == [(text, 2000 + int(text[:2])) for text in printed if text[:2].isdigit()]


@pytest.mark.parametrize(
    "row", ["국비 | 19 | 20 | 21", "구분 | 19 | 21 | 23", "구분 | 19 | 20", "구분 | 가 | 19 | 20 | 21"]
)
def test_other_rows_of_two_digits_are_no_head_of_years(table: TableMaker, row: str) -> None:
    assert not any(column.year for column in read_head(table(row, "가"), WORDS).columns)


def test_a_counted_year_is_not_known() -> None:
    assert read_period("1차년도") == read_period("1차 연도") == read_period("1년차") == Period("ordinal", None, 1)
    assert read_period("임기 2년차") == read_period("민선7기 2년차('19.7~'20.6)") == Period("ordinal", None, 2)
    assert read_period("2년차(2019)") == Period("year", 2019)
    assert read_period("1차 추경") is None


@pytest.mark.parametrize("label", ["’18 3분기", "18.3/4", "18.3분기", "2018 3Q", "2018-3/4", "'18.3/4분기"])
def test_a_quarter_in_one_cell_with_its_year(label: str) -> None:
    assert read_period(label) == Period("quarter", 2018, 3)


def test_two_figures_and_one_are_no_quarter() -> None:
    assert read_period("18.3") is None


def test_a_single_part_under_the_last_year_is_of_the_head(table: TableMaker) -> None:
    found = axis(table(" | 2018 | < | 2019", " | 상 | 하 | 상", "설계 | ■ | | ■"))
    assert found == [("half", 2018, 1), ("half", 2018, 2), ("half", 2019, 1)]


def test_years_over_the_middle_of_their_quarters_are_of_all_of_them(table: TableMaker) -> None:
    found = table(
        "세부사업 | | 2018 | | | | 2019 | | ",
        " | 1분기 | 2분기 | 3분기 | 4분기 | 1분기 | 2분기 | 3분기 | 4분기",
        "설계 | | | ● | ● | | | | ",
    )
    assert axis(found) == [("quarter", year, part) for year in (2018, 2019) for part in (1, 2, 3, 4)]


def test_heads_over_the_middle_of_what_comes_again_are_of_all_of_it(table: TableMaker) -> None:
    found = table(
        "구분 | | 2018년 | | | 2019년 | ",
        " | 계획 | 확보 | 집행 | 계획 | 확보 | 집행",
        "국비 | 10 | 10 | 8 | 20 | 15 | 12",
    )
    columns = read_head(found, WORDS).columns[1:]
    assert [(column.kind, column.year) for column in columns] == [
        (kind, year) for year in (2018, 2019) for kind in ("plan", "secured", "spent")
    ]


def test_heads_over_the_first_of_their_columns_stay_there(table: TableMaker) -> None:
    # The term begins in the third quarter: 2019 begins with its own first one.
    found = table("세부사업 | 2018 | | 2019 | | ", " | 3분기 | 4분기 | 1분기 | 2분기 | 3분기", "설계 | ● | ● | | | ")
    assert axis(found) == [("quarter", *place) for place in ((2018, 3), (2018, 4), (2019, 1), (2019, 2), (2019, 3))]


def test_quarters_that_begin_anew_under_a_year_are_of_another_one_that_is_not_named(table: TableMaker) -> None:
    found = table(
        "구분 | 2020년 | < | < | < | 2021년 | < | < | < | < | <",
        "^ | 1 | 2 | 3 | 4 | 1 | 2 | 3 | 4 | 1 | 2",
        "설계 | | | | | | | | | |",
    )
    whole = [("quarter", year, part) for year in (2020, 2021) for part in (1, 2, 3, 4)]
    assert axis(found) == [*whole, ("quarter", None, 1), ("quarter", None, 2)]


def test_years_alone_below_a_head_of_unknown_words_make_it_one(table: TableMaker) -> None:
    found = table(
        "추진내용 | 연도별 추진계획 | < | < | 담당부서",
        "^ | 2018 | 2019 | 2020 | ^",
        "설계 | | | | 도시과",
    )
    assert read_head(found, WORDS).rows == 2
    assert axis(found) == [("year", year, None) for year in (2018, 2019, 2020)]


def test_a_table_of_nothing_has_no_head(table: TableMaker) -> None:
    assert read_head(table(" | "), WORDS).rows == 0
    assert read_head(Table(0, 0, (), Place(), drawn=False), WORDS).rows == 0


def test_sums_alone_head_nothing(table: TableMaker) -> None:
    assert read_head(table("계 | 합계", "10 | 10"), WORDS).rows == 0


def test_years_down_the_first_column_from_the_top_are_no_head(table: TableMaker) -> None:
    deeds = table("2018 | 공모 선정(8. 24.)", "2019 | 1구간 준공", "2020 | 2구간 준공")
    assert read_head(deeds, WORDS).rows == 0
    assert read_head(table("2018 | 2019", "10 | 20"), WORDS).rows == 1


def test_a_rate_as_the_unit_of_targets_makes_no_results_of_them(table: TableMaker) -> None:
    assert not holds_results(table("세부사업 | 단위 | 2018 | 2019", "문화의집 | 공정률(%) | 10 | 50"), WORDS)
    assert holds_results(table("세부사업 | 단위 | 2018 | 2019 | 공정률", "문화의집 | % | 10 | 50 | 50"), WORDS)


def test_a_year_does_not_go_on_below_another_head(table: TableMaker) -> None:
    head = read_head(
        table("지표 | 단위 | 연도별 목표 | < | 최종목표", "^ | ^ | 2019 | 2020 | ", "쉼터 | 개소 | 1 | 2 | 3"), WORDS
    )
    assert [(column.kind, column.year) for column in head.columns[2:]] == [
        ("goal", 2019),
        ("goal", 2020),
        ("goal", None),
    ]


def test_heads_over_the_end_of_what_comes_again_are_of_all_of_it(table: TableMaker) -> None:
    head = read_head(
        table(
            "사업 |  | 기투자 |  | 2020 |  | 2021",
            "^ | 국비 | 시비 | 국비 | 시비 | 국비 | 시비",
            "공원 | 1 | 2 | 3 | 4 | 5 | 6",
        ),
        WORDS,
    )
    assert [(column.period, column.year) for column in head.columns[1:]] == [
        *[("기투자", None)] * 2,
        *[("2020", 2020)] * 2,
        *[("2021", 2021)] * 2,
    ]


def test_sources_under_the_head_of_the_plan_are_a_column_of_sources(table: TableMaker) -> None:
    found = table(
        "세부과제 | 소요예산 | < | < | <",
        "^ | 재원 | 계 | 2019 | 비고",
        "어린이집 | 국비 | 30 | 30 | 신축",
        "^ | 군비 | 20 | 20 | 보수",
    )
    assert kinds(found)[:3] == ["project", "funding", "plan"]
    assert kinds(found)[4] == "note"


def test_a_table_may_be_nothing_but_its_head(table: TableMaker) -> None:
    assert read_head(table("구분 | 2018년 | < | 2019년 | <", "^ | 1 | 2 | 1 | 2"), WORDS).rows == 2
    assert read_head(table("구분 | 2018년 | 2019년", "도서관 | 1 | 2"), WORDS).rows == 1
