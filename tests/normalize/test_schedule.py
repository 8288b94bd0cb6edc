"""The Gantt table as rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.rows import Issue, Row
from pledgecards.normalize.schedule import schedule_rows

BLUE = "#5B9BD5"
GREY = "#D9D9D9"


def read(table: Table, project: str | None = None) -> tuple[list[Row], list[Issue]]:
    return schedule_rows(PrintedTable("schedule", "schedule", project, None, table))


def planned(table: Table) -> list[list[bool | None]]:
    """The values of `planned`, a list for each line."""
    lines: dict[int, list[bool | None]] = {}
    for row in read(table)[0]:
        lines.setdefault(row["line_no"], []).append(row["planned"])
    return list(lines.values())


def codes(table: Table) -> list[str]:
    return [issue.code for issue in read(table)[1]]


def test_the_reference_card_as_text(gantt: Table) -> None:
    rows, issues = read(gantt)
    assert len(rows) == 60
    assert all(row["planned"] is None for row in rows)
    assert [row["line_no"] for row in rows] == [1] * 20 + [2] * 20 + [3] * 20
    assert [(row["year"], row["quarter"]) for row in rows[:20]] == [
        (year, quarter) for year in (2018, 2019, 2020, 2021, 2022) for quarter in (1, 2, 3, 4)
    ]
    assert [rows[number]["project"] for number in (0, 20, 40)] == [
        "도시공간구조 개편방안 마련",
        "산업혁신 앵커시설 조성",
        "기계금속제조업 산업재생 추진",
    ]
    assert [rows[number]["line"] for number in (0, 20, 40)] == [3, 4, 5]
    assert [issue.code for issue in issues] == ["schedule.unmarked"]


def test_fills_are_bars_and_header_fills_are_not(table) -> None:
    found = table(
        f"구분{GREY} | 2018년{GREY} | < | < | <",
        f"^ | 1{GREY} | 2{GREY} | 3{GREY} | 4{GREY}",
        f"설계{GREY} | | {BLUE} | {BLUE} |",
        f"공사{GREY} | | | | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [[False, True, True, False], [False, False, False, True]]
    assert codes(found) == []


def test_bars_in_the_colour_of_the_head_are_bars(table) -> None:
    found = table(
        f"구분{GREY} | 2018년{GREY} | < | < | <",
        f"^ | 1{GREY} | 2{GREY} | 3{GREY} | 4{GREY}",
        f"설계 | | {GREY} | |",
        "공사 | | | | ",
        drawn=True,
    )
    assert planned(found) == [[False, True, False, False], [False] * 4]


def test_a_bar_from_the_first_quarter_on_a_dark_page_is_a_bar(table) -> None:
    night, amber = "#16202C", "#F1C40F"
    found = table(
        f"구분{GREY} | 2018년{GREY} | < | < | <",
        f"^ | 1{GREY} | 2{GREY} | 3{GREY} | 4{GREY}",
        f"설계{night} | {amber} | {amber} | {night} | {night}",
        f"공사{night} | {night} | {night} | {amber} | {amber}",
        drawn=True,
    )
    assert planned(found) == [[True, True, False, False], [False, False, True, True]]


def test_zebra_stripes_are_no_bars(table) -> None:
    zebra = "#EEF3FA"
    found = table(
        "구분 | 2018년 | < | < | <",
        "^ | 1 | 2 | 3 | 4",
        f"설계{zebra} | {zebra} | {BLUE} | {zebra} | {zebra}",
        f"공사 | | | | {BLUE}",
        f"운영{zebra} | {zebra} | {zebra} | {zebra} | {zebra}",
        drawn=True,
    )
    assert planned(found) == [[False, True, False, False], [False, False, False, True], [False] * 4]


def test_a_year_shaded_from_its_head_down_is_no_bar(table) -> None:
    shade = "#FFF2CC"
    found = table(
        f"구분 | 2018년 | < | 2019년{shade} | <",
        f"^ | 상 | 하 | 상{shade} | 하{shade}",
        f"설계 | | {BLUE} | {shade} | {shade}",
        f"공사 | | | {shade} | {shade}",
        drawn=True,
    )
    assert planned(found) == [[False, True, False, False], [False] * 4]


def test_a_row_of_bars_from_first_to_last_is_a_bar(table) -> None:
    found = table(
        "구분 | 2018년 | < | < | <",
        "^ | 1 | 2 | 3 | 4",
        f"운영 | {BLUE} | {BLUE} | {BLUE} | {BLUE}",
        "설계 | | | | ",
        drawn=True,
    )
    assert planned(found) == [[True] * 4, [False] * 4]


def test_a_table_in_one_colour_tells_nothing(table) -> None:
    found = table("구분 | 2018년 | < | < | <", "^ | 1 | 2 | 3 | 4", "운영" + f" | {BLUE}" * 4, drawn=True)
    assert planned(found) == [[None] * 4]
    assert codes(found) == ["schedule.unsure"]


def test_drawn_bars_over_cells(table) -> None:
    found = table("구분 | 2018년 | < | < | <", "^ | 1 | 2 | 3 | 4", "설계 | =0.1 | =1.0 | =0.5 |", drawn=True)
    assert planned(found) == [[False, True, True, False]]


def test_a_merged_bar_covers_all_its_quarters(table) -> None:
    found = table("구분 | 2018년 | < | < | <", "^ | 1 | 2 | 3 | 4", f"설계 | | 기본설계{BLUE} | < |", drawn=True)
    assert planned(found) == [[False, True, True, False]]
    assert codes(found) == []


@pytest.mark.parametrize(
    "glyph", ["■", "●", "→", "▶", "○", "━", "▬", "⇒", "-->", "━━▶ 설계", "◀", "├", "┤", "<─", "─>"]
)
def test_glyphs_are_bars_in_text_too(glyph: str, table) -> None:
    found = table("구분 | 2018년 | | | ", " | 1 | 2 | 3 | 4", f"설계 | | {glyph} | - | ", "공사 | | | | ")
    assert planned(found) == [[False, True, False, False], [False] * 4]
    assert codes(found) == []


def test_words_without_a_bar_are_unknown(table) -> None:
    found = table("구분 | 2018년 | < | < | <", "^ | 1 | 2 | 3 | 4", f"시설 | 설계 | {BLUE} | | ", drawn=True)
    assert planned(found) == [[None, True, False, False]]
    assert codes(found) == ["schedule.unsure"]


def test_a_drawn_table_without_any_bar_is_unknown(table) -> None:
    found = table("구분 | 2018년 | < | < | <", "^ | 1 | 2 | 3 | 4", "시설 | | | | ", drawn=True)
    assert planned(found) == [[None] * 4]
    assert codes(found) == ["schedule.unsure"]


def test_a_month_has_the_quarter_that_it_lies_in(table) -> None:
    months = " | ".join(f"{month}월" for month in range(1, 13))
    found = table(f"구분 | 2019년{' | ' * 11}", f" | {months}", "설계 | | | ■ | ■")
    rows, _ = read(found)
    assert [row["quarter"] for row in rows] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    assert [row["planned"] for row in rows] == [False, False, True, True] + [False] * 8


def test_a_half_year_has_no_quarter(table) -> None:
    found = table("구분 | 2019년 | ", " | 상반기 | 하반기", "설계 | | ■")
    rows, issues = read(found)
    assert [(row["year"], row["quarter"], row["planned"]) for row in rows] == [(2019, None, False), (2019, None, True)]
    assert issues == []


def test_years_alone_have_no_quarter(table) -> None:
    rows, _ = read(table("구분 | 2018년 | 2022.6.", "설계 | ■ | "))
    assert [(row["year"], row["quarter"], row["planned"]) for row in rows] == [(2018, None, True), (2022, None, False)]


def test_years_down_the_side(table) -> None:
    found = table("연도 | 1분기 | 2분기 | 3분기 | 4분기", "2018년 | | | ■ | ", "2019년 | ■ | | | ")
    rows, _ = read(found, project="도서관 건립")
    assert {row["project"] for row in rows} == {"도서관 건립"}
    assert [(row["year"], row["quarter"]) for row in rows if row["planned"]] == [(2018, 3), (2019, 1)]


def test_quarters_without_a_year_leave_an_issue(table) -> None:
    rows, issues = read(table("구분 | 1분기 | 2분기 | 3분기 | 4분기", "설계 | ■ | | | "))
    assert {row["year"] for row in rows} == {None}
    assert [issue.code for issue in issues] == ["schedule.unsure"]


def test_cells_whose_quarter_is_unclear_leave_an_issue(table) -> None:
    rows, issues = read(table("구분 | 2018년 | | 2019년 | ", " | 1 | 2 | 1 | 2", "설계 | ■ | | | "))
    assert [(row["year"], row["quarter"]) for row in rows] == [(2018, None)] * 2 + [(2019, None)] * 2
    assert [issue.code for issue in issues] == ["schedule.unsure"]


def test_parts_of_a_year_whose_heads_nobody_knows_leave_an_issue(table) -> None:
    rows, issues = read(
        table("구분 | 2018년 | < | 2019년 | <", "^ | 봄 | 가을 | 봄 | 가을", "설계 | ■ | | | ", drawn=True)
    )
    assert [(row["year"], row["quarter"]) for row in rows] == [(2018, None)] * 2 + [(2019, None)] * 2
    assert [(issue.code, issue.field) for issue in issues] == [("schedule.unsure", "quarter")]


def test_the_year_that_a_head_over_all_months_names_beside_other_words_is_theirs(table) -> None:
    months = " | ".join(map(str, range(1, 13)))
    found = table("구분 | 2020년 추진일정" + " | <" * 11, f"^ | {months}", "설계 | ■" + " |" * 11, drawn=True)
    rows, issues = read(found)
    assert [(row["year"], row["quarter"]) for row in rows[:4]] == [(2020, 1)] * 3 + [(2020, 2)]
    assert issues == []


def test_the_half_year_at_the_end_of_a_term_beside_quarters_is_no_quarter(table) -> None:
    # The months up to June stood as the second quarter.
    found = table("구분 | 2021년 | < | < | < | 2022.6.", "^ | 1 | 2 | 3 | 4 | ^", "설계 | ■ | | | | ■", drawn=True)
    rows, issues = read(found)
    assert [(row["year"], row["quarter"]) for row in rows] == [(2021, k) for k in (1, 2, 3, 4)] + [(2022, None)]
    assert issues == []


def test_lines_of_what_was_done_are_left_out_and_said(table) -> None:
    found = table("사업 | 구분 | 2018년 | 2019년", "공원 조성 | 계획 | ■ | ■", " | 실적 | ■ | ")
    rows, issues = read(found)
    assert [row["planned"] for row in rows] == [True, True]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_notes_and_blank_rows_are_no_lines(table) -> None:
    found = table(
        "구분 | 2018년 | 2019년", "설계 | ■ | ", " | | ", "공사 | | ■", "※ 변경될 수 있음 | < | <", drawn=True
    )
    assert planned(found) == [[True, False], [False, True]]


def test_a_table_without_an_axis_gives_no_rows_but_an_issue(table) -> None:
    assert codes(table("구분 | 내용", "설계 | 용역")) == ["table.unreadable"]


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("추진계획 (2021년)", 2021),
        ("□ ’21년 추진일정", 2021),
        ("2021년도 월별 추진일정 (2020. 12. 기준)", 2021),
        ("추진일정", None),
        ("추진일정(2019~2021년)", None),
        ("추진일정('19년, '20년)", None),
        ("추진일정 (2020. 12. 기준)", None),
        ("2021년 이후 추진일정", None),
    ],
)
def test_the_year_that_only_the_heading_names(table, heading: str, year: int | None) -> None:
    found = table("추진내용 | 1월 | 2월 | 3월 | 4월", "공고 | ● | | | ", drawn=True)
    rows, issues = schedule_rows(PrintedTable("schedule", "schedule", None, None, found, heading))
    assert {row["year"] for row in rows} == {year}
    assert [issue.code for issue in issues] == ([] if year else ["schedule.unsure"])


def test_a_heading_names_no_year_of_an_axis_of_several(table) -> None:
    found = table("추진내용 | 1분기 | 2분기 | 3분기 | 4분기 | 1분기 | 2분기", "공고 | ● | | | | | ", drawn=True)
    rows, _ = schedule_rows(PrintedTable("schedule", "schedule", None, None, found, "추진일정(2021년)"))
    assert {row["year"] for row in rows} == {None}


def test_how_far_a_bar_reaches_in_columns_of_white_space_is_not_told() -> None:
    """As `pdftotext -layout` copies arrows over several cells: narrower than they were, and near their place only."""
    text = (
        "공약 24. 폐교 활용 체험장 조성\n\n□ 사업개요\n- 위치 : 구 문곡초등학교\n\n□ 추진일정\n"
        "                                     2019                        2020\n"
        "          구분\n"
        "                           1     2          3      4     1   2          3   4\n\n"
        "      매입·설계                      ━━━━▶\n\n"
        "      리모델링                                                       ━━━━━▶\n\n"
        "□ 추진실적\n- 2019. 2. 22. 폐교 매입 계약\n"
    )
    found = convert_bytes(text.encode(), "x.txt")
    assert len(found["schedule"]) == 16
    assert {row["planned"] for row in found["schedule"]} == {None}
    assert "schedule.unsure" in {issue["code"] for issue in found["issues"]}


def test_a_cross_beside_rings_says_that_nothing_is_planned(table) -> None:
    assert planned(table("사업 | 2018 | 2019 | 2020", "용역 | O | O | X", "공사 | × | ○ | ○")) == [
        [True, True, False],
        [False, True, True],
    ]


def test_crosses_alone_are_marks(table) -> None:
    assert planned(table("사업 | 2018 | 2019 | 2020", "용역 | X | X | ", "공사 | | | X")) == [
        [True, True, False],
        [False, False, True],
    ]


def test_what_is_marked_beside_the_years_is_said_to_have_no_place(table) -> None:
    found = table("사업 | 2018 | 2019 | 임기후", "용역 | ■ | | ■", "공사 | ■ | ■ | ")
    assert planned(found) == [[True, False], [True, True]]
    assert codes(found) == ["table.unplaced"]
    assert codes(table("사업 | 2018 | 2019 | 임기후", "용역 | ■ | | ", "공사 | ■ | ■ | ")) == []


def test_a_year_shaded_below_its_head_is_no_bar(table) -> None:
    pale = "#FFF2CC"
    found = table(
        "구분 | 2019년 | < | 2020년 | < | 2021년 | <",
        "^ | 상 | 하 | 상 | 하 | 상 | 하",
        f"설계 | {BLUE} | {BLUE} | {pale} | {pale} | |",
        f"보상 | | {BLUE} | {BLUE} | {pale} | |",
        f"운영 | | | {pale} | {pale} | | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [
        [True, True, False, False, False, False],
        [False, True, True, False, False, False],
        [False, False, False, False, False, True],
    ]


def test_light_bars_behind_dark_ones_are_bars_still(table) -> None:
    pale = "#FFF2CC"
    found = table(
        "구분 | 2019년 | < | 2020년 | < | 2021년 | <",
        "^ | 상 | 하 | 상 | 하 | 상 | 하",
        f"설계 | {BLUE} | {BLUE} | {pale} | {pale} | |",
        f"보상 | | {BLUE} | {pale} | {pale} | |",
        f"운영 | | | {pale} | {pale} | |",
        drawn=True,
    )
    assert planned(found) == [
        [True, True, True, True, False, False],
        [False, True, True, True, False, False],
        [False, False, True, True, False, False],
    ]


def test_a_light_year_in_every_row_that_goes_on_from_dark_bars_may_be_either(table) -> None:
    pale = "#EEEEEE"
    found = table(
        "구분 | 2019년 | < | 2020년 | < | 2021년 | <",
        "^ | 상 | 하 | 상 | 하 | 상 | 하",
        f"설계 | {BLUE} | {BLUE} | {pale} | {pale} | |",
        f"보상 | | {BLUE} | {BLUE} | {pale} | |",
        f"운영 | | | {pale} | {pale} | {BLUE} | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [
        [True, True, None, None, False, False],
        [False, True, True, None, False, False],
        [False, False, None, None, True, True],
    ]
    assert codes(found) == ["schedule.unsure"]


def test_a_light_year_in_some_rows_that_touches_no_bar_may_be_either(table) -> None:
    pale = "#EEEEEE"
    heads = ("구분 | 2019년 | < | 2020년 | < | 2021년 | <", "^ | 상 | 하 | 상 | 하 | 상 | 하")
    plan = f"설계 | {BLUE} | | {pale} | {pale} | |"
    others = (f"보상 | | {BLUE} | {BLUE} | | |", f"운영 | | {BLUE} | {BLUE} | {pale} | |")
    found = table(*heads, plan, *others, drawn=True)
    assert planned(found) == [
        [True, False, None, None, False, False],
        [False, True, True, False, False, False],
        [False, True, True, None, False, False],
    ]
    assert codes(found) == ["schedule.unsure"]
    alone = table(*heads, plan, drawn=True)
    assert planned(alone) == [[True, False, None, None, False, False]]
    assert codes(alone) == ["schedule.unsure"]


def test_a_light_year_that_goes_on_from_the_bar_of_a_few_rows_is_a_bar(table) -> None:
    pale = "#EEEEEE"
    heads = ("구분 | 2019년 | < | 2020년 | <", "^ | 상 | 하 | 상 | 하")
    found = table(*heads, f"설계 | | {BLUE} | {pale} | {pale}", drawn=True)
    assert planned(found) == [[False, True, True, True]]
    found = table(*heads, f"설계 | | {BLUE} | {pale} | {pale}", f"공사 | {BLUE} | | |", drawn=True)
    assert planned(found) == [[False, True, True, True], [True, False, False, False]]


def test_the_times_before_and_after_the_term_shaded_are_no_bars(table) -> None:
    grey = "#D9D9D9"
    found = table(
        "구분 | 2018년 | < | 2019년 | < | 2020년 | < | 2021년 | < | 2022년 | <",
        "^ | 상 | 하 | 상 | 하 | 상 | 하 | 상 | 하 | 상 | 하",
        f"설계 | {grey} | {BLUE} | {BLUE} | | | | | | | {grey}",
        f"공사 | {grey} | | | {BLUE} | {BLUE} | | | | | {grey}",
        drawn=True,
    )
    assert planned(found) == [
        [False, True, True, *[False] * 7],
        [*[False] * 3, True, True, *[False] * 5],
    ]


def test_light_bars_that_begin_within_a_year_go_on_from_dark_ones(table) -> None:
    pale = "#EEEEEE"
    found = table(
        "구분 | 2019년 | < | 2020년 | < | 2021년 | <",
        "^ | 상 | 하 | 상 | 하 | 상 | 하",
        f"설계 | {BLUE} | {pale} | {pale} | {pale} | |",
        f"보상 | {BLUE} | {BLUE} | {pale} | {pale} | |",
        drawn=True,
    )
    assert planned(found) == [[True] * 4 + [False] * 2] * 2
    assert codes(found) == []


def test_a_year_shaded_from_its_head_down_is_no_bar_where_bars_cross_it(table) -> None:
    shade = "#FFF2CC"
    found = table(
        f"구분 | 2018년 | 2019년 | 2020년{shade} | 2021년",
        f"설계 | {BLUE} | {BLUE} | {shade} | ",
        f"공사 | | {BLUE} | {BLUE} | {BLUE}",
        f"운영 | | | {shade} | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [
        [True, True, False, False],
        [False, True, True, True],
        [False, False, False, True],
    ]


def test_dashes_between_the_heads_of_an_arrow_are_its_shaft_and_others_are_nothing(table) -> None:
    found = table(
        "구분 | 2019년 | < | < | <",
        "^ | 1 | 2 | 3 | 4",
        "설계 | <- | - | -> | -",
        "공사 | - | <- | - | ->",
        "운영 | - | - | ■ | -",
    )
    assert planned(found) == [[True, True, True, False], [False, True, True, True], [False, False, True, False]]


def test_a_row_shaded_behind_its_bar_is_no_bar_from_end_to_end(table) -> None:
    pale = "#FFF2CC"
    found = table(
        "구분 | 2019년 | < | 2020년 | <",
        "^ | 상 | 하 | 상 | 하",
        f"설계 | {BLUE} | | |",
        f"공사 | {pale} | {BLUE} | {BLUE} | {pale}",
        f"운영 | {BLUE} | {BLUE} | {pale} | {pale}",
        drawn=True,
    )
    assert planned(found) == [[True, False, False, False], [False, True, True, False], [True, True, None, None]]
    assert codes(found) == ["schedule.unsure"]


def test_the_stripe_of_a_row_has_the_names_of_its_steps_and_is_no_bar(table) -> None:
    pale = "#F2F2F2"
    found = table(
        "구분 | 단계 | 2019년 | 2020년 | 2021년",
        f"도서관#D9E2F3 | 설계 | {BLUE} | | ",
        f"^ | 공사{pale} | {pale} | {BLUE} | {pale}",
        f"^ | 운영 | | | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [False, True, False], [False, False, True]]


def test_a_stripe_beside_names_on_their_own_ground_is_no_bar_where_signs_are(table) -> None:
    pale = "#F2F2F2"
    found = table(
        "구분 | 2019년 | 2020년 | 2021년",
        "설계#EAF1DD | ● | | ",
        f"공사#EAF1DD | {pale} | ●{pale} | ●{pale}",
        "운영#EAF1DD | | | ●",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [False, True, True], [False, False, True]]


def test_a_year_shaded_from_its_own_head_down_is_no_bar_though_the_quarters_heads_are_all_alike(table) -> None:
    head, shade = "#D9D9D9", "#FFF2CC"
    found = table(
        f"구분{head} | 2018년{head} | < | 2019년{shade} | <",
        f"^ | 상{head} | 하{head} | 상{head} | 하{head}",
        f"설계 | {BLUE} | {BLUE} | {shade} | {shade}",
        f"공사 | | | {BLUE} | {shade}",
        drawn=True,
    )
    assert planned(found) == [[True, True, False, False], [False, False, True, False]]


def test_a_light_year_in_all_of_many_rows_may_be_either_though_one_has_no_other_bar(table) -> None:
    shade = "#FFF2CC"
    found = table(
        "구분 | 2018년 | < | 2019년 | <",
        "^ | 상 | 하 | 상 | 하",
        f"설계 | {shade} | {BLUE} | | ",
        f"공사 | {shade} | {shade} | {BLUE} | ",
        f"개관 | {shade} | {shade} | | ",
        f"운영 | {shade} | {shade} | | #FFC000",
        drawn=True,
    )
    assert planned(found) == [
        [None, True, False, False],
        [None, None, True, False],
        [None, None, False, False],
        [None, None, False, True],
    ]
    assert codes(found) == ["schedule.unsure"]


def test_a_light_year_behind_signs_is_no_bar(table) -> None:
    shade = "#FFF2CC"
    found = table(
        "구분 | 2018년 | 2019년 | 2020년",
        f"설계 | ● | {shade} | ",
        f"공사 | | ●{shade} | ",
        f"운영 | | {shade} | ●",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [False, True, False], [False, False, True]]


def test_a_stripe_behind_the_signs_of_one_row_is_no_bar_in_a_row_without_signs(table) -> None:
    pale = "#F2F2F2"
    found = table(
        "구분 | 2019년 | 2020년 | 2021년",
        "설계#EAF1DD | ● | | ",
        f"공사#EAF1DD | {pale} | ●{pale} | {pale}",
        "개관#EAF1DD | | | ●",
        f"운영#EAF1DD | {pale} | {pale} | {pale}",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [False, True, False], [False, False, True], [False] * 3]


def test_a_light_row_without_signs_may_be_a_stripe_or_a_bar_where_others_have_signs(table) -> None:
    pale = "#F2F2F2"
    found = table(
        "구분 | 2019년 | 2020년 | 2021년",
        "설계#EAF1DD | ● | | ",
        f"공사#EAF1DD | {pale} | {pale} | {pale}",
        "운영#EAF1DD | | | ●",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [None, None, None], [False, False, True]]
    assert codes(found) == ["schedule.unsure"]


def test_plan_and_deed_beside_names_under_the_head_of_both(table) -> None:
    found = table(
        "세부사업 | < | 2019년 | 2020년",
        "설계 용역 | 계획 | ■ | ",
        "^ | 실적 | | ■",
        "공사 | 계획 | | ■",
        "^ | 실적 | | ",
    )
    rows, issues = read(found)
    assert [(row["project"], row["planned"]) for row in rows] == [
        ("설계 용역", True),
        ("설계 용역", False),
        ("공사", False),
        ("공사", True),
    ]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_names_in_groups_of_one_are_those_of_the_projects(table) -> None:
    found = table(
        "사업명 | < | 2019년 | 2020년",
        "기반 | 부지 매입 | ■ | ",
        "운영 | 운영위원회 구성 | | ■",
    )
    assert [row["project"] for row in read(found)[0]] == ["부지 매입"] * 2 + ["운영위원회 구성"] * 2


def test_a_stripe_in_every_other_row_is_no_bar_though_names_have_a_ground_of_their_own(table) -> None:
    pale = "#DCE6F1"
    found = table(
        "구분 | 2019년 | 2020년 | 2021년",
        f"설계#EAF1DD | {BLUE} | | ",
        f"공사#EAF1DD | {BLUE} | {pale} | {pale}",
        f"개관#EAF1DD | | | {BLUE}",
        f"운영#EAF1DD | {pale} | {pale} | {pale}",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [True, False, False], [False, False, True], [False] * 3]


def test_what_is_almost_white_is_no_bar(table) -> None:
    faint = "#F7F7F7"
    found = table(
        "구분 | 2019년 | 2020년 | 2021년",
        f"설계 | {BLUE} | | ",
        f"공사 | {faint} | {faint} | {BLUE}",
        f"운영 | {faint} | {faint} | ",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [False, False, True], [False] * 3]


def test_quarters_in_the_one_cell_of_their_year_are_said_to_be_lost(table) -> None:
    found = table("구분 | 2019년 | 2020년", "^ | 1 2 3 4 | 1 2 3 4", "설계 | ■ | ", "공사 | | ■")
    rows, issues = read(found)
    assert [(row["year"], row["quarter"], row["planned"]) for row in rows[:2]] == [
        (2019, None, True),
        (2020, None, False),
    ]
    assert [(issue.code, issue.field) for issue in issues] == [("schedule.unsure", "quarter")]


def test_drawn_bars_on_the_stripe_of_their_row_are_bars_in_a_table_of_one_year(table) -> None:
    pale = "#F2F2F2"
    found = table(
        "구분 | 2022년 | < | < | <",
        "^ | 1 | 2 | 3 | 4",
        "설계 | | ■ | ■ | ",
        f"공사{pale} | ■{pale} | ■{pale} | {pale} | {pale}",
        "개관 | | | ■ | ",
        f"운영{pale} | {pale} | {pale} | {pale} | ■{pale}",
        drawn=True,
    )
    assert planned(found) == [
        [False, True, True, False],
        [True, True, False, False],
        [False, False, True, False],
        [False, False, False, True],
    ]


def test_a_light_row_beside_bars_of_one_darker_colour_may_be_a_stripe_or_a_bar(table) -> None:
    pale = "#DCE6F1"
    found = table(
        "구분 | 2019년 | 2020년 | 2021년",
        f"설계#EAF1DD | {BLUE} | | ",
        f"공사#EAF1DD | {pale} | {pale} | {pale}",
        f"운영#EAF1DD | | {BLUE} | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [None, None, None], [False, True, True]]
    assert codes(found) == ["schedule.unsure"]


def test_stripes_alone_may_be_bars_or_none(table) -> None:
    pale = "#F2F2F2"
    found = table(
        "구분 | 2019년 | 2020년 | 2021년",
        "설계#EAF1DD | | | ",
        f"공사#EAF1DD | {pale} | {pale} | {pale}",
        "운영#EAF1DD | | | ",
        drawn=True,
    )
    assert planned(found) == [[None] * 3] * 3
    assert codes(found) == ["schedule.unsure"]


def test_what_lies_behind_one_bar_lies_behind_all_where_no_cell_is_white(table) -> None:
    pale = "#F2F2F2"
    found = table(
        "구분 | 2019년 | < | 2020년 | <",
        "^ | 상 | 하 | 상 | 하",
        f"설계 | {BLUE} | {BLUE} | {pale} | {pale}",
        f"공사 | {pale} | {BLUE} | {BLUE} | {pale}",
        f"운영 | {pale} | {pale} | {pale} | {pale}",
        drawn=True,
    )
    assert planned(found) == [[True, True, False, False], [False, True, True, False], [False] * 4]


def test_a_bar_over_a_part_of_a_merged_cell_is_told_of_none_of_its_years(table) -> None:
    found = table("구분 | 2018년 | 2019년 | 2020년", "설계 | < | < | <", "공사 | | |", drawn=True)
    cells = []
    for cell in found.cells:
        if cell.row == 1:
            cell = replace(cell, col=1, col_span=3, lines=(), bar=0.4) if cell.col else replace(cell, col_span=1)
        cells.append(cell)
    found = replace(found, cells=tuple(cells))
    assert planned(found) == [[None] * 3, [None] * 3]
    assert codes(found) == ["schedule.unsure"]


def test_signs_of_symbol_fonts_are_bars(table) -> None:
    found = table("구분 | 2018년 | 2019년", "설계 | \uf06e |", "공사 | | \uf0e8", drawn=True)
    assert planned(found) == [[True, False], [False, True]]


def test_every_other_year_shaded_is_no_bar_though_bars_touch_the_shade(table) -> None:
    grey = "#EEEEEE"
    found = table(
        "구분 | 2018년 | < | 2019년 | < | 2020년 | < | 2021년 | <",
        "^ | 상 | 하 | 상 | 하 | 상 | 하 | 상 | 하",
        f"보상 | | {BLUE} | {grey} | {grey} | | | {grey} | {grey}",
        f"공사 | | | {grey} | {BLUE} | {BLUE} | {BLUE} | {grey} | {grey}",
        drawn=True,
    )
    assert planned(found) == [
        [False, True, False, False, False, False, False, False],
        [False, False, False, True, True, True, False, False],
    ]


def test_light_bars_of_every_autumn_behind_their_preparation_are_bars(table) -> None:
    pale = "#FFF2CC"
    season = f" | {BLUE} | {pale} | "
    found = table(
        "구분 | 2018년 | < | < | < | 2019년 | < | < | <",
        "^ | 1 | 2 | 3 | 4 | 1 | 2 | 3 | 4",
        f"축제 | {season} | {season}",
        f"공연 | {season} | {season}",
        drawn=True,
    )
    assert planned(found) == [[False, True, True, False] * 2] * 2


def test_light_bars_here_and_there_in_every_row_are_bars(table) -> None:
    pale = "#BCD0EE"
    found = table(
        "구분 | 2019년 | < | < | < | 2020년 | < | < | <",
        "^ | 1 | 2 | 3 | 4 | 1 | 2 | 3 | 4",
        f"부지 매입 | {pale} | {BLUE} | {BLUE} | | | | {pale} | {pale}",
        f"공사 | {pale} | | | | | | {pale} | {pale}",
        f"개장 | {pale} | | | | {BLUE} | {BLUE} | {pale} | {pale}",
        drawn=True,
    )
    assert [sum(map(bool, row)) for row in planned(found)] == [5, 3, 5]


def test_a_stripe_from_its_head_down_is_no_bar_beside_one_that_a_bar_crosses(table) -> None:
    shade = "#FFF2CC"
    found = table(
        f"구분 | 2018년{shade} | 2019년 | 2020년{shade} | 2021년",
        f"설계 | {shade} | {BLUE} | {shade} | ",
        f"공사 | {shade} | | {BLUE} | {BLUE}",
        f"운영 | {shade} | | {shade} | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [
        [False, True, False, False],
        [False, False, True, True],
        [False, False, False, True],
    ]


def test_rings_where_all_other_cells_hold_a_filled_sign_say_nothing(table) -> None:
    found = table("구분 | 2018년 | 2019년 | 2020년", "용역 | ● | ● | ○", "공사 | ○ | ● | ●", drawn=True)
    assert planned(found) == [[True, True, None], [None, True, True]]
    assert codes(found) == ["schedule.unsure"]
    assert planned(table("구분 | 2018년 | 2019년", "용역 | ○ | ", "공사 | | ●")) == [[True, False], [False, True]]


def test_a_lone_number_behind_the_years_is_no_month(table: Callable[..., Table]) -> None:
    rows, issues = read(table("사업 | 2018 | 2019 | 5", "설계 | ■ |  | ■"))
    assert [(row["year"], row["planned"]) for row in rows] == [(2018, True), (2019, False)]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_a_sign_in_a_merged_cell_of_a_text_is_of_all_that_it_covers(table: Callable[..., Table]) -> None:
    assert planned(table("사업 | 2018 | 2019 | 2020", "설계 | ■ | < | ")) == [[True, True, False]]


def test_bars_have_no_sum_so_a_line_called_as_one_has_its_name(table) -> None:
    rows, _ = read(table("세부사업 | 2019 | 2020", "전체 | ■ | ■", "설계 | ■ | "))
    assert [row["project"] for row in rows] == ["전체", "전체", "설계", "설계"]


def test_a_rule_that_cuts_some_blank_cells_of_a_row_may_be_a_bar(table) -> None:
    found = table(
        "구분 | 2018년 | 2019년 | 2020년 | 2021년",
        "설계 |  |  |  | ",
        "^ | ^ |  |  | ^",
        f"공사 |  |  |  | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [[False, None, None, False], [False, False, False, True]]
    assert codes(found) == ["schedule.unsure"]


def test_a_rule_through_every_blank_cell_beside_whole_names_may_be_a_bar_too(table) -> None:
    found = table(
        "구분 | 단계 | 2018년 | 2019년 | 2020년 | 2021년",
        "도서관 | 설계 |  |  |  | ",
        "^ | ^ |  |  |  | ",
        f"^ | 공사 |  |  |  | {BLUE}",
        drawn=True,
    )
    assert planned(found) == [[None] * 4, [False, False, False, True]]
    assert codes(found)[0] == "schedule.unsure"


def test_rows_of_one_name_whose_bar_runs_through_both_are_not_cut(table) -> None:
    found = table(
        "구분 | 단계 | 2018년 | 2019년 | 2020년",
        f"도서관 | 설계 | {BLUE} |  | ",
        f"^ | 공사 | ^ | {BLUE} | ",
        drawn=True,
    )
    assert planned(found) == [[True, False, False], [True, True, False]]


def test_bars_of_two_colours_in_the_halves_of_rows_leave_untold_which_is_the_plan(table) -> None:
    orange = "#ED7D31"
    found = table(
        "구분 | 2018년 | 2019년 | 2020년",
        f"설계 | {BLUE} | {BLUE} | ",
        f"^ | {orange} | | ",
        f"공사 | | {BLUE} | {BLUE}",
        f"^ | | {orange} | ",
        drawn=True,
    )
    assert planned(found) == [[True, None, False]] * 2 + [[False, True, None]] * 2
    assert codes(found) == ["schedule.unsure"]


def test_a_bar_behind_the_term_is_said_to_have_no_place(table) -> None:
    found = table("구분 | 2021년 | 2022.6. | 임기후", f"설계 | {BLUE} |  | ", f"공사 |  | {BLUE} | {BLUE}", drawn=True)
    assert planned(found) == [[True, False], [False, True]]
    [issue] = [issue for issue in read(found)[1] if issue.code == "table.unplaced"]
    assert "임기후" in issue.message
    assert "table.unplaced" not in codes(table("구분 | 2021년 | 임기후", f"설계 | {BLUE} | ", drawn=True))


def with_legend(table: Table, legend: str) -> tuple[list[bool | None], list[str]]:
    rows, issues = schedule_rows(PrintedTable("schedule", "schedule", None, None, table, legend=legend))
    return [row["planned"] for row in rows], [issue.code for issue in issues]


def test_what_a_legend_says_was_done_is_not_planned(table) -> None:
    found = table("구분 | 2018년 | 2019년 | 2020년", "설계 | ■ | ■● | ●", "공사 |  | ■ | ")
    marks, found_codes = with_legend(found, "※ ■ 계획 ● 실적")
    assert marks == [True, True, False, False, True, False]
    assert found_codes == ["table.unplaced"]


def test_a_legend_of_colours_leaves_bars_of_two_colours_untold(table) -> None:
    found = table("구분 | 2018년 | 2019년 | 2020년", f"설계 | {BLUE} | #F79646 | ", f"공사 |  | {BLUE} | ", drawn=True)
    assert with_legend(found, "※ ■ 계획 ■ 실적") == ([None, None, False, False, None, False], ["schedule.unsure"])
    assert with_legend(found, "■ 완료 ■ 예정")[0] == [True, True, False, False, True, False]


@pytest.mark.parametrize("where", ["above", "below"])
def test_the_legend_of_a_table_stands_near_it(where: str) -> None:
    legend = "(■ 계획, ● 실적)"
    rows = ["구분\t2018년\t2019년\t2020년", "설계\t■\t●\t", "공사\t\t■\t●"]
    body = [legend, *rows] if where == "above" else [*rows, legend]
    text = "\n".join(["25. 작은도서관 조성", "", "■ 추진일정", "", *body, "", "■ 정책개요", "- 도서관 3개소 조성"])
    found = convert_bytes(text.encode(), "card.txt")["schedule"]
    assert [row["planned"] for row in found] == [True, None, False, False, True, None]


def test_a_deeds_sign_may_have_taken_the_place_of_the_plans(table) -> None:
    found = table("구분 | 2018년 | 2019년 | 2020년", "설계 | ● | ● | ", "공사 |  | ● | ○")
    assert with_legend(found, "○ 계획 ● 실적") == ([None, None, False, False, None, True], ["schedule.unsure"])


def test_a_line_of_deeds_below_that_of_its_plan_is_no_plan(table) -> None:
    found = table("구분 | 2018년 | 2019년", "설계 | ○ | ○", "^ | ● | ", "공사 |  | ○")
    assert with_legend(found, "○ 계획 ● 실적") == ([True, True, False, True], ["table.unplaced"])


def test_a_changed_plan_takes_the_place_of_the_first_one(table) -> None:
    found = table("구분 | 2018년 | 2019년 | 2020년", "설계 | ○ | ○● | ●")
    assert with_legend(found, "(○ 당초, ● 변경)")[0] == [False, True, True]
    found = table("구분 | 2018년 | 2019년 | 2020년", f"설계 | {BLUE} | #F79646 | ", drawn=True)
    assert with_legend(found, "■ 당초계획 ■ 변경계획") == ([None, None, False], ["schedule.unsure"])
    assert with_legend(found, "범례: 계획 추진") == ([None, None, False], ["schedule.unsure"])


@pytest.mark.parametrize("head", ["1년차 | 2년차", "1년차(’18.7.~) | 2년차(’19.7.~)", "민선7기 1년차 | 민선7기 2년차"])
def test_years_that_are_only_counted_leave_the_year_null(table, head: str) -> None:
    rows, issues = read(table(f"구분 | {head}", "설계 | ■ | ", "공사 | ■ | ■"))
    assert [(row["project"], row["year"], row["planned"]) for row in rows] == [
        ("설계", None, True),
        ("설계", None, False),
        ("공사", None, True),
        ("공사", None, True),
    ]
    assert [(issue.code, issue.field, issue.raw) for issue in issues] == [("schedule.unsure", "year", head)]


def test_names_of_two_storeys_under_heads_of_their_own(table) -> None:
    found = table(
        "단위사업 | 세부과제 | 2018년 | 2019년", "도서관 | 설계 | ■ | ", "^ | 공사 | ■ | ■", "공원 | 정비 |  | ■"
    )
    rows, issues = read(found)
    assert [row["project"] for row in rows] == ["설계", "설계", "공사", "공사", "정비", "정비"]
    assert [issue.raw for issue in issues] == ["도서관 | 공원"]


def test_the_heads_of_an_arrow_are_of_its_bar() -> None:
    text = "25. 작은도서관 조성\n\n■ 추진일정\n\n구분\t2018년\t2019년\t2020년\t2021년\n설계\t<\t-\t>\t\n공사\t\t■\t\t-\n\n■ 정책개요\n- 도서관 조성\n"
    found = convert_bytes(text.encode(), "card.txt")["schedule"]
    assert [row["planned"] for row in found] == [True, True, True, False, False, True, False, False]
