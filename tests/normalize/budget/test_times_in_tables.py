"""Times of tables that stand beside, over or between their lines; figures that add up all times so far; projects and indicators across."""

from __future__ import annotations

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.checks import budget_issues
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.budget.total import totals_of
from pledgecards.normalize.indicators.rows import indicator_issues, indicator_rows
from pledgecards.normalize.rows import Issue, Row

MILLION = 1_000_000


def money(table: Table, unit: str | None = "(단위: 백만원)") -> tuple[list[Row], list[Issue]]:
    rows, issues = budget_rows(PrintedTable("budget", "budget", None, unit, table), city_is_local=True)
    return rows, [*issues, *budget_issues(rows)]


def brief(rows: list[Row]) -> list[tuple[object, ...]]:
    return [
        (
            row["project"],
            row["funding"],
            row["period_raw"],
            row["year"],
            row["amount_won"] and row["amount_won"] / MILLION,
        )
        for row in rows
    ]


def measured(table: Table, section: str = "indicators") -> tuple[list[tuple[object, ...]], list[str]]:
    rows, issues = indicator_rows(PrintedTable("indicators", section, None, None, table))
    names = ("measure", "project", "unit", "period_raw", "year", "value")
    return [tuple(row[name] for name in names) for row in rows], [issue.code for issue in issues]


def test_halves_beside_their_year_keep_their_name(table) -> None:
    rows, issues = money(
        table(
            "연도별 | < | 합계 | 국비 | 시비",
            "2019 | 소계 | 30 | 10 | 20",
            "^ | 상반기 | 10 | 5 | 5",
            "^ | 하반기 | 20 | 5 | 15",
            "총계 | < | 30 | 10 | 20",
            drawn=True,
        )
    )
    assert issues == []
    assert [row[2:] for row in brief(rows) if row[1] == "total"] == [
        ("2019", 2019, 30),
        ("2019 상반기", 2019, 10),
        ("2019 하반기", 2019, 20),
        ("총계", None, 30),
    ]


def test_lines_of_years_that_are_only_counted_say_themselves_what_they_are(table) -> None:
    rows, codes = measured(
        table("지표 | 구분 | 1차년도 | 2차년도", "쉼터(개소) | 목표 | 3 | 5", "^ | 실적 | 4 | 6", drawn=True)
    )
    assert rows == [
        ("target", "쉼터(개소)", "개소", "1차년도", None, 3),
        ("target", "쉼터(개소)", "개소", "2차년도", None, 5),
        ("actual", "쉼터(개소)", "개소", "1차년도", None, 4),
        ("actual", "쉼터(개소)", "개소", "2차년도", None, 6),
    ]
    assert codes == ["date.year_unknown"]


def test_years_down_the_side_that_are_only_counted_keep_their_targets(table) -> None:
    rows, codes = measured(table("연차 | 목표 | 실적", "1차년도 | 3 | 4", "2차년도 | 5 | 6", drawn=True))
    assert [(row[0], *row[3:]) for row in rows] == [
        ("target", "1차년도", None, 3),
        ("actual", "1차년도", None, 4),
        ("target", "2차년도", None, 5),
        ("actual", "2차년도", None, 6),
    ]
    assert codes == ["date.year_unknown"]


def test_quarters_beside_their_year_over_several_indicators(table) -> None:
    rows, issues = measured(
        table("연도 | 분기 | 농가(개소) | 면적(ha)", "2019 | 4분기 | 10 | 1.5", "2020 | 1분기 | 12 | 2", drawn=True)
    )
    assert issues == []
    assert rows == [
        ("target", "농가(개소)", "개소", "2019 4분기", 2019, 10),
        ("target", "농가(개소)", "개소", "2020 1분기", 2020, 12),
        ("target", "면적(ha)", "ha", "2019 4분기", 2019, 1.5),
        ("target", "면적(ha)", "ha", "2020 1분기", 2020, 2),
    ]


def test_years_in_rows_over_the_whole_width(table) -> None:
    rows, issues = money(
        table(
            "내용 | 합계 | 국비 | 시비",
            "2019년 | < | < | <",
            "관로 | 30 | 10 | 20",
            "합계 | < | < | <",
            "총계 | 30 | 10 | 20",
        )
    )
    assert issues == []
    assert brief(rows)[0] == ("관로", "total", "2019년", 2019, 30)
    assert brief(rows)[3] == (None, "total", "합계", None, 30)
    rows, _ = measured(table("지표 | 단위 | 목표 | 실적", "2019년 | < | < | <", "연장 | km | 5 | 4.8"))
    assert rows == [("target", "연장", "km", "2019년", 2019, 5), ("actual", "연장", "km", "2019년", 2019, 4.8)]


def test_a_remark_behind_a_year_down_the_side(table) -> None:
    rows, issues = money(table("연도 | 계 | 시비", "2018(집행) | 10 | 10", "2019년(예정) | 20 | 20", "계 | 30 | 30"))
    assert issues == []
    assert [row[2:4] for row in brief(rows)[::2]] == [("2018(집행)", 2018), ("2019년(예정)", 2019), ("계", None)]


def test_a_remark_that_tells_lines_of_one_year_apart_is_none(table) -> None:
    rows, _ = money(table("구분 | 계 | 시비", "2018(1공구) | 10 | 10", "2018(2공구) | 20 | 20", "계 | 30 | 30"))
    assert [row[0] for row in brief(rows)[::2]] == ["2018(1공구)", "2018(2공구)", None]


def test_what_stands_behind_a_year_says_whether_its_line_is_of_targets(table) -> None:
    rows, issues = measured(table("연도 | 쉼터(개소)", "2018년(실적) | 10", "2019년(목표) | 12"))
    assert issues == []
    assert [(row[0], row[4]) for row in rows] == [("actual", 2018), ("target", 2019)]
    rows, _ = measured(table("구분 | '20.12월 실적 | 2021 목표", "전기차(대) | 120 | 200↑"))
    assert [(row[0], row[4], row[5]) for row in rows] == [("actual", 2020, 120), ("target", 2021, 200)]


def test_a_line_that_adds_up_the_years_so_far_is_no_amount_of_them(table) -> None:
    rows, issues = money(table("구분 | 2018 | 2019 | 2020", "당해연도 | 10 | 20 | 30", "누계 | 10 | 30 | 60"))
    assert [row[-1] for row in brief(rows)] == [10, 20, 30]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_a_line_called_so_that_sums_up_its_sources_stays(table) -> None:
    rows, issues = money(table("재원 | 2018 | 2019", "국비 | 10 | 20", "시비 | 5 | 5", "누계 | 15 | 25"))
    assert [issue.code for issue in issues] == ["funding.unknown"]
    assert [row[-1] for row in brief(rows)] == [10, 20, 5, 5, 15, 25]


def test_a_line_called_so_that_cannot_run_on_stays(table) -> None:
    rows, _ = money(table("재원 | 2018 | 2019", "국비 | 10 | 10", "시비 | 5 | 5", "누계 | 16 | 15"))
    assert [row[-1] for row in brief(rows)] == [10, 10, 5, 5, 16, 15]
    rows, _ = money(
        table("재원 | 계 | 2018 | 2019", "계 | 30 | 15 | 15", "국비(누계) | 20 | 10 | 10", "시비 | 10 | 5 | 5")
    )
    assert [row[-1] for row in brief(rows)] == [30, 15, 15, 20, 10, 10, 10, 5, 5]


def test_running_figures_beside_those_of_their_year(table) -> None:
    rows, issues = measured(table("연도 | 주차면(면) | 누계", "2018 | 10 | 10", "2019 | 20 | 30"))
    assert [(row[4], row[5]) for row in rows] == [(2018, 10), (2019, 20)]
    assert issues == ["table.unplaced"]


def test_the_sum_of_a_project_across_the_head_is_its_own(table) -> None:
    rows, issues = money(
        table(
            "연도 | 부지 | < | < | 공사 | < | <",
            "^ | 소계 | 국비 | 시비 | 소계 | 국비 | 시비",
            "2018 | 3 | 1 | 2 | 7 | 3 | 4",
            "2019 | 3 | 1 | 2 | 7 | 3 | 4",
            drawn=True,
        )
    )
    assert issues == []
    assert [row[:2] for row in brief(rows)[:6]] == [
        *(("부지", "total"), ("부지", "national"), ("부지", "local")),
        *(("공사", "total"), ("공사", "national"), ("공사", "local")),
    ]


def test_projects_across_are_told_by_their_sum(table) -> None:
    head, body = "연도 | 재원 | 합계 | 숲 | 쉼터", ("2019 | 국비 | 30 | 10 | 20", "2019 | 시비 | 50 | 20 | 30")
    rows, issues = money(table(head, *body))
    assert issues == []
    assert brief(rows)[:3] == [
        (None, "national", "2019", 2019, 30),
        ("숲", "national", "2019", 2019, 10),
        ("쉼터", "national", "2019", 2019, 20),
    ]
    rows, issues = money(table(head, body[0], "2019 | 시비 | 50 | 20 | 40"))
    assert [row[-1] for row in brief(rows)] == [30, 50]
    assert [issue.code for issue in issues] == ["table.unreadable", "table.unreadable"]


def test_indicators_across_over_what_is_measured(table) -> None:
    rows, issues = measured(
        table(
            "연도 | 병상(개) | < | 환자(명) | <",
            "^ | 목표 | 실적 | 목표 | 실적",
            "2018 | 10 | 11 | 50 | 52",
            "2019 | 12 | | 60 |",
            drawn=True,
        )
    )
    assert issues == []
    assert {row[:3] + row[4:] for row in rows} == {
        ("target", "병상(개)", "개", 2018, 10),
        ("actual", "병상(개)", "개", 2018, 11),
        ("target", "병상(개)", "개", 2019, 12),
        ("target", "환자(명)", "명", 2018, 50),
        ("actual", "환자(명)", "명", 2018, 52),
        ("target", "환자(명)", "명", 2019, 60),
    }


def test_lines_of_targets_and_results_over_several_indicators(table) -> None:
    rows, issues = measured(
        table(
            "연도 | 구분 | 면적(㎡) | 수목(주)",
            "2019 | 목표 | 10 | 5",
            "^ | 실적 | 11 | 4",
            "2020 | 목표 | 20 | 9",
            "^ | 실적 | - | -",
            drawn=True,
        )
    )
    assert issues == []
    assert [(row[0], row[1], row[4], row[5]) for row in rows] == [
        ("target", "면적(㎡)", 2019, 10),
        ("actual", "면적(㎡)", 2019, 11),
        ("target", "면적(㎡)", 2020, 20),
        ("target", "수목(주)", 2019, 5),
        ("actual", "수목(주)", 2019, 4),
        ("target", "수목(주)", 2020, 9),
    ]


def test_sums_of_several_sources_beside_them_are_no_mismatch(table) -> None:
    rows, issues = money(
        table(
            "재원 | 계 | 2019 | 2020",
            "계 | 60 | 20 | 40",
            "의존재원 | 40 | 10 | 30",
            "- 국비 | 30 | 8 | 22",
            "- 도비 | 10 | 2 | 8",
            "시비 | 20 | 10 | 10",
        )
    )
    assert [issue.code for issue in issues] == ["funding.unknown"]
    assert [row[1] for row in brief(rows)[::3]] == ["total", None, "national", "metro", "local"]


def test_a_subtotal_of_the_term_is_no_second_total(table) -> None:
    rows, issues = money(
        table(
            "연도 | 계 | 시비",
            "기투자 | 5 | 5",
            "2018 | 10 | 10",
            "2019 | 20 | 20",
            "소계(임기내) | 30 | 30",
            "총계 | 35 | 35",
        )
    )
    assert issues == []
    assert totals_of(rows).won == 35 * MILLION


def test_units_behind_the_names_of_all_lines(table) -> None:
    body = ("직매장(백만원) | 100 | 100", "포장재(천원) | 2,000 | 2,000")
    rows, issues = money(table("사업명 | 계 | 2019", *body), None)
    assert issues == []
    assert [row[-1] for row in brief(rows)] == [100, 100, 2, 2]
    rows, issues = money(table("사업명 | 계 | 2019", body[0], "포장재 | 2,000 | 2,000"), None)
    assert [row[-1] for row in brief(rows)] == [None, None, None, None]


def test_the_first_year_from_july_on(table) -> None:
    rows, issues = money(table("재원 | '18(7월~) | '19 | '20", "국비 | 10 | 20 | 30"))
    assert issues == []
    assert [row["year"] for row in rows] == [2018, 2019, 2020]
    rows, _ = money(table("재원 | '18 | '19 | '20(7월~)", "국비 | 10 | 20 | 30"))
    assert [row["year"] for row in rows] == [2018, 2019, None]


def test_what_is_done_in_parts_of_a_year_is_no_plan(table) -> None:
    head = ("재원 | 2019년 | < | < | <", "^ | 상반기 | < | 하반기 | <", "^ | 계획 | 집행 | 계획 | 집행")
    rows, issues = money(table(*head, "국비 | 10 | 9 | 20 | 18", "시비 | 10 | 9 | 20 | 18", drawn=True))
    assert [row[2:] for row in brief(rows)[:2]] == [("2019년 상반기", 2019, 10), ("2019년 하반기", 2019, 20)]
    assert [issue.code for issue in issues] == ["table.unplaced", "table.unplaced"]
    found, codes = measured(
        table(
            "지표 | 목표 | < | 실적 | <",
            "^ | 2019 | < | 2019 | <",
            "^ | 상반기 | 하반기 | 상반기 | 하반기",
            "학교(개) | 1 | 2 | 1 | 3",
            drawn=True,
        ),
        "achievement",
    )
    assert codes == []
    assert [(row[0], row[3], row[5]) for row in found] == [
        ("target", "2019 상반기", 1),
        ("target", "2019 하반기", 2),
        ("actual", "2019 상반기", 1),
        ("actual", "2019 하반기", 3),
    ]


def test_the_last_year_up_to_june(table) -> None:
    rows, issues = money(table("재원 | 2021 | ~2022.6월 | 계", "국비 | 10 | 20 | 30"))
    assert issues == []
    assert [row["year"] for row in rows] == [2021, 2022, None]


def test_a_rate_behind_the_results_of_each_year_is_no_rate_of_all(table) -> None:
    head = "지표 | 2019 목표 | 2019 실적 | 이행률 | 2020 목표 | 2020 실적 | 이행률"
    rows, issues = measured(table(head, "숲(ha) | 10 | 12 | 120% | 10 | 5 | 50%"))
    assert [row[0] for row in rows] == ["target", "actual", "target", "actual"]
    assert issues == ["table.unplaced", "table.unplaced"]


def test_bands_over_sources_name_their_projects(table) -> None:
    rows, issues = money(
        table(
            "구분 | 총사업비 | 2019 | 2020",
            "A노선 | < | < | <",
            "국비 | 30 | 10 | 20",
            "B노선 | < | < | <",
            "국비 | 50 | 20 | 30",
            drawn=True,
        )
    )
    assert issues == []
    assert [row[:2] for row in brief(rows)[::3]] == [("A노선", "national"), ("B노선", "national")]


def test_lines_that_only_their_measure_names(table) -> None:
    body = (
        "목표(개) | 10 | 20",
        "실적(개) | 12 | 18",
        "대비(%) | 120 | 90",
        "고용목표(명) | 50 | 60",
        "고용실적(명) | 55 | -",
    )
    rows, issues = measured(table("구분 | 2018 | 2019", *body))
    assert [row[:3] + row[4:] for row in rows] == [
        *(("target", None, "개", 2018, 10), ("target", None, "개", 2019, 20)),
        *(("actual", None, "개", 2018, 12), ("actual", None, "개", 2019, 18)),
        *(("target", "고용(명)", "명", 2018, 50), ("target", "고용(명)", "명", 2019, 60)),
        ("actual", "고용(명)", "명", 2018, 55),
    ]
    assert issues == ["table.unplaced"]


def test_what_a_line_measures_under_a_head_of_years(table) -> None:
    rows, _ = measured(table("연도 | 2018 | 2019", "계획 | 용역 | 착공", "실적 | 완료 | -", "이행률 | 100% | -"))
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("target", None, 2018),
        ("target", None, 2019),
        ("actual", None, 2018),
    ]


def test_this_year_under_results_is_no_plan(table) -> None:
    head = ("지표 | 2019년 | < | < | <", "^ | 목표 | < | 실적 | <", "^ | 당해 | 누계 | 당해 | 누계")
    rows, _ = measured(table(*head, "방문객(명) | 10 | 30 | 11 | 32", drawn=True))
    assert [(row[0], row[5]) for row in rows] == [("target", 10), ("actual", 11)]


def test_the_result_of_this_year_yields_to_that_of_all(table) -> None:
    rows, issues = measured(
        table("지표 | 목표 | 실적 | <", "^ | ^ | 당해 | 누계", "도서관(개) | 10 | 3 | 8", drawn=True), "indicators"
    )
    assert [(row[0], row[5]) for row in rows] == [("goal", 10), ("result", 8)]
    assert issues == ["table.unplaced"]


def test_a_line_that_ends_bands_of_years_is_of_all_where_no_other_band_has_one(table) -> None:
    years = ("사업명 | 사업비 | 비고", "2018년 | < | <", "도서관 | 10 |", "2019년 | < | <", "도서관 | 20 |")
    rows, issues = money(table(*years, "계 | 30 |", drawn=True))
    assert [(row[3], row[4]) for row in brief(rows)] == [(2018, 10), (2019, 20), (None, 30)]
    assert totals_of(rows).won == 30 * MILLION
    assert issues == []
    each = (*years[:3], "계 | 10 |", *years[3:], "계 | 20 |")
    rows, _ = money(table(*each, drawn=True))
    assert [(row[3], row[4]) for row in brief(rows)] == [(2018, 10), (2018, 10), (2019, 20), (2019, 20)]
    targets = ("지표 | 목표 | 실적", "2018년 | < | <", "쉼터(개) | 10 | 9", "2019년 | < | <", "쉼터(개) | 10 | 9")
    found, _ = measured(table(*targets, "계 | 20 | 18", drawn=True))
    assert [(row[0], row[4], row[5]) for row in found[-2:]] == [("goal", None, 20), ("result", None, 18)]


def test_running_lines_with_their_unit(table) -> None:
    rows, _ = measured(
        table("구분 | 2019 | 2020", "신축(개) | 1 | 2", "누계(개) | 1 | 3", "이용자(명) | 5 | 6", "누계(명) | 5 | 11")
    )
    assert [(row[1], row[5]) for row in rows] == [
        *(("신축(개)", 1), ("신축(개)", 2)),
        *(("이용자(명)", 5), ("이용자(명)", 6)),
    ]


def test_the_difference_of_two_halves_is_said_to_be_left_out(table) -> None:
    _, issues = money(
        table(
            *("당초 | < | 변경 | < | 증감", "구분 | 2019 | 구분 | 2019 | 2019"),
            *("국비 | 10 | 국비 | 15 | 5", "군비 | 5 | 군비 | 6 | 1"),
            drawn=True,
        )
    )
    assert [issue.raw for issue in issues] == ["당초", "5 | 1"]


def test_a_subtotal_of_some_years_is_no_second_total(table) -> None:
    rows, _ = money(
        table("재원 | 2018 | 2019 | 소계 | 2020 | 총계", "계 | 10 | 20 | 30 | 40 | 70", "시비 | 10 | 20 | 30 | 40 | 70")
    )
    assert totals_of(rows).won == 70 * MILLION


def test_what_was_spent_stands_over_the_projects(table) -> None:
    rows, issues = money(
        table(
            "구분 | < | < | 2019 | 2020",
            "투자계획 | 시설비 | 국비 | 10 | 20",
            "^ | ^ | 시비 | 10 | 20",
            "집행실적 | 시설비 | < | 19 | 38",
            "^ | 운영비 | < | 5 | 5",
            drawn=True,
        )
    )
    assert [row[:2] + row[4:] for row in brief(rows)] == [
        *(("시설비", "national", 10), ("시설비", "national", 20), ("시설비", "local", 10), ("시설비", "local", 20)),
    ]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_the_last_column_of_a_line_of_results_is_no_goal(table) -> None:
    rows, _ = measured(
        table("지표 | 구분 | 2019 | 최종", "이용객(명) | 목표 | 10 | 30", "^ | 실적 | 9 | 25", drawn=True)
    )
    assert [(row[0], row[5]) for row in rows] == [("target", 10), ("goal", 30), ("actual", 9), ("result", 25)]


def test_lines_that_say_what_they_measure_before_the_name(table) -> None:
    rows, _ = measured(
        table(
            "사업명 | 지표구분 | 2019 | 계", "육성 | 목표인원(명) | 10 | 30", "^ | 달성인원(명) | 11 | 29", drawn=True
        )
    )
    assert [row[:3] + row[5:] for row in rows] == [
        *(("target", "육성", "명", 10), ("goal", "육성", "명", 30)),
        *(("actual", "육성", "명", 11), ("result", "육성", "명", 29)),
    ]


def test_sums_and_counts_that_say_before_what_they_measure(table) -> None:
    printed = table("구분 | 2019 | 2020", "목표액(백만원) | 10 | 30", "달성액(백만원) | 11 | 29")
    rows, issues = indicator_rows(PrintedTable("indicators", "indicators", None, None, printed))
    assert [(row["measure"], row["value"]) for row in rows] == [
        *(("target", 10), ("target", 30)),
        *(("actual", 11), ("actual", 29)),
    ]
    assert issues + indicator_issues([rows]) == []


def test_a_year_by_its_days(table) -> None:
    rows, issues = money(table("재원 | 2018.7.1~12.31 | 2019.1.1~12.31 | 계", "국비 | 10 | 20 | 30"))
    assert issues == []
    assert [row["year"] for row in rows] == [2018, 2019, None]


def test_the_time_by_which_a_project_is_done_is_no_year_of_its_figures(table) -> None:
    head = "사업명 | 완료시기 | 목표 | 실적 | 이행률(%)"
    rows, issues = measured(
        table(head, "공원 | 2021.12 | 10개소 | 4개소 | 40", "시장 | 2020.10 | 5개소 | 5개소 | 100", drawn=True)
    )
    assert [(row[0], row[4], row[5]) for row in rows[:3]] == [
        ("goal", None, 10),
        ("result", None, 4),
        ("rate", None, 40),
    ]
    assert issues == ["table.unplaced"]


def test_what_was_spent_and_its_rate_below_a_plan_of_investment_are_no_amounts(table) -> None:
    rows, issues = money(
        table(
            "구분 | 합계 | 2019 | 2020", "투자계획 | 30 | 10 | 20", "집행실적 | 25 | 10 | 15", "집행률 | 83 | 100 | 75"
        )
    )
    assert [row["amount_raw"] for row in rows] == ["30", "10", "20"]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_a_year_printed_once_is_that_of_the_sources_below_it(table):
    rows, issues = money(
        table(
            "연도 | 재원 | 금액",
            "2018 | 국비 | 10",
            " | 구비 | 20",
            " | 소계 | 30",
            "2019 | 국비 | 11",
            " | 구비 | 21",
            " | 소계 | 32",
            "합계 | | 62",
        )
    )
    assert [(row["funding"], row["year"], row["amount_raw"]) for row in rows] == [
        ("national", 2018, "10"),
        ("local", 2018, "20"),
        ("total", 2018, "30"),
        ("national", 2019, "11"),
        ("local", 2019, "21"),
        ("total", 2019, "32"),
        ("total", None, "62"),
    ]
    assert issues == []


def test_the_sum_below_the_last_year_is_that_of_all(table):
    rows, _ = money(
        table(
            "연도 | 재원 | 금액",
            "2018 | 국비 | 10",
            " | 구비 | 20",
            "2019 | 국비 | 11",
            " | 구비 | 21",
            " | 계 | 62",
        )
    )
    assert [row["year"] for row in rows] == [2018, 2018, 2019, 2019, None]


def test_a_stroke_before_years_below_what_they_are_part_of_is_no_part_of_them(table):
    rows, _ = money(
        table(
            "구분 | 국비 | 구비",
            "기투자 | 1 | 1",
            "임기내 | 30 | 40",
            "- 2018 | 10 | 20",
            "- 2019 | 20 | 20",
            "총계 | 31 | 41",
        )
    )
    assert [(row["project"], row["year"]) for row in rows] == [
        *2 * [(None, None)],
        *2 * [(None, None)],
        *2 * [(None, 2018)],
        *2 * [(None, 2019)],
        *2 * [(None, None)],
    ]


def test_a_source_printed_once_is_that_of_the_projects_below_it(table):
    rows, _ = money(
        table(
            "재원 | 사업명 | 2018",
            "국비 | 방파제 | 1",
            " | 접안 | 2",
            "시비 | 방파제 | 3",
            " | 접안 | 4",
            "합계 | | 10",
        )
    )
    assert [(row["project"], row["funding"]) for row in rows] == [
        ("방파제", "national"),
        ("접안", "national"),
        ("방파제", "local"),
        ("접안", "local"),
        (None, "total"),
    ]


def test_a_source_printed_once_is_that_of_the_years_below_it(table):
    rows, issues = money(
        table("재원 | 연도 | 금액", "국비 | 2019 | 10", " | 2020 | 20", "시비 | 2019 | 5", " | 2020 | 6", "합계 | | 41")
    )
    assert [(row["funding"], row["year"]) for row in rows] == [
        ("national", 2019),
        ("national", 2020),
        ("local", 2019),
        ("local", 2020),
        ("total", None),
    ]
    assert issues == []
    assert totals_of(rows).won == 41 * MILLION


def test_an_amount_without_a_year_among_years_is_told_and_no_total(table):
    rows, issues = money(
        table("세부사업 | 연도 | 재원 | 금액", "숲길 | 2019 | 국비 | 10", " | | 시비 | 20", "쉼터 | | 시비 | 5")
    )
    assert [row["year"] for row in rows] == [2019, 2019, None]
    assert [issue.code for issue in issues] == ["date.year_unknown"]
    assert totals_of(rows).won is None


def test_an_average_and_remarks_among_years_are_of_no_year(table) -> None:
    rows, codes = measured(
        table("연도 | 목표 | 실적", "2018 | 10 | 8", "2019 | 20 | 22", "2020 | 30 | 30", "평균 | 20 | 20")
    )
    targets = [("target", None, None, "2018", 2018, 10), ("target", None, None, "2019", 2019, 20)]
    assert [row for row in rows if row[0] == "target"] == [*targets, ("target", None, None, "2020", 2020, 30)]
    assert {row[0] for row in rows} == {"target", "actual"}
    assert codes == ["table.unplaced"]
    rows, codes = measured(table("구분 | 목표 | 실적", "2018 | 10 | 8", "2019 | 20 | 22", "비고 | 개소 | "))
    assert [row[4] for row in rows] == [2018, 2018, 2019, 2019]
    assert codes == ["table.unplaced"]


def test_a_time_of_several_years_among_those_of_targets_is_told(table) -> None:
    rows, codes = measured(table("연도 | 목표 | 실적", "2018 | 10 | 8", "2019 | 20 | 22", "임기내 | 30 | 30"))
    assert [row[4] for row in rows] == [2018, 2018, 2019, 2019]
    assert codes == ["table.unplaced"]


def test_an_average_of_money_is_no_amount_of_all_years(table) -> None:
    rows, issues = money(
        table(
            "연도 | 계 | 국비 | 시비",
            "2018 | 10 | 5 | 5",
            "2019 | 20 | 10 | 10",
            "평균 | 15 | 7.5 | 7.5",
            "임기후 | 5 | 5 | 0",
            "계 | 35 | 20 | 15",
        )
    )
    assert [row[2:] for row in brief(rows) if row[1] == "total"] == [
        ("2018", 2018, 10),
        ("2019", 2019, 20),
        ("임기후", None, 5),
        ("계", None, 35),
    ]
    assert [issue.code for issue in issues] == ["table.unplaced"]


def test_names_of_projects_under_a_head_of_years_are_told(table) -> None:
    """Few years among other names make no column of years."""
    rows, _ = measured(
        table("연도 | 목표 | 실적", "2018 | 10 | 8", "도서관 | 20 | 22", "공원 | 30 | 30", "도로 | 2 | 2")
    )
    assert {row[4] for row in rows} == {None}


def test_the_first_and_the_last_year_down_the_side_may_be_printed_with_a_month(table) -> None:
    body = ("2018(7월~) | 2 | 2", "2019 | 5 | 5", "~2020.6. | 1 | 1")
    rows, issues = money(table("연도 | 국비 | 시비", *body))
    assert [row["year"] for row in rows] == [2018, 2018, 2019, 2019, 2020, 2020]
    assert rows[-1]["period_raw"] == "~2020.6."
    assert issues == []
    found, codes = measured(table("연도 | 목표(개소) | 실적(개소)", *body))
    assert [row[4] for row in found] == [2018, 2018, 2019, 2019, 2020, 2020]
    assert codes == []


def test_what_ends_in_a_year_before_all_others_is_of_none(table) -> None:
    rows, _ = money(table("연도 | 국비 | 시비", "~2018.6. | 2 | 2", "2019 | 5 | 5", "2020(7월~) | 1 | 1"))
    assert [row["year"] for row in rows] == [None, None, 2019, 2019, None, None]
