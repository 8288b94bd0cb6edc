"""Sums of the budget."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.checks import budget_issues
from pledgecards.normalize.budget.rows import budget_rows
from pledgecards.normalize.budget.total import totals_of
from pledgecards.normalize.rows import Row
from pledgecards.schemas.vocabulary import Vocabulary


def read(table: Table, unit: str | None = "(단위: 백만원)", project: str | None = None) -> list[Row]:
    return budget_rows(PrintedTable("budget", "budget", project, unit, table), city_is_local=False)[0]


def messages(table: Table, unit: str = "(단위: 백만원)") -> list[str]:
    issues = budget_issues(read(table, unit))
    assert {issue.code for issue in issues} <= {"budget.sum_mismatch"}
    return [issue.message for issue in issues]


def test_the_sums_of_the_reference_card_hold(budget: Table) -> None:
    rows = read(budget)
    assert budget_issues(rows) == []
    assert totals_of(rows).won == 6_268_000_000


def test_a_sum_over_the_years(table) -> None:
    assert messages(table("사업명 | 계 | 2018년 | 2019년", "도서관 | 40 | 10 | 20")) == [
        "「도서관」의 계는 40백만원인데 연도별 합은 30백만원입니다."
    ]


def test_what_a_column_of_no_known_time_left_out_may_make_up_is_no_mismatch(table) -> None:
    rows = read(table("재원 | 계 | 2018년 | 2019년 | 향후확보", "국비 | 60 | 10 | 20 | 30", "군비 | 20 | 10 | 20 | 30"))
    assert [issue.message for issue in budget_issues(rows, times_left_out=True)] == [
        "군비 계는 20백만원인데 연도별 합은 30백만원입니다."
    ]
    text = "3. 도서관\n\n□ 소요예산 (단위: 백만원)\n\n재원\t계\t2018년\t향후확보\n국비\t60\t30\t30\n군비\t20\t10\t10\n"
    codes = {issue["code"] for issue in convert_bytes(text.encode(), "card.txt")["issues"]}
    assert "table.unreadable" in codes
    assert "budget.sum_mismatch" not in codes


def test_a_sum_over_the_sources_of_all_years(table) -> None:
    head = ("사업명 | 합계 | 2018년 | < | 2019년 | < | 향후", "^ | ^ | 국비 | 시비 | 국비 | 시비 | ^")
    assert messages(table(*head, "도서관 | 45 | 10 | 5 | 20 | 5 | 5", "공원 | 40 | 10 | 5 | 20 | 5 | -")) == []
    assert messages(table(*head, "도서관 | 30 | 10 | 5 | 20 | 5 | 5")) == [
        "「도서관」의 계는 30백만원인데 연도별 재원의 합은 45백만원입니다."
    ]


def test_a_sum_over_the_sources(table) -> None:
    found = table("재원 | 2018년 | 2019년", "계 | 1,889 | 1,079", "구비 | 189 | 65", "시비 | 1,700 | 1,015")
    assert messages(found) == ["2019년 계는 1,079백만원인데 재원별 합은 1,080백만원입니다(반올림 때문일 수 있습니다)."]


def test_a_sum_over_the_sources_of_a_project(table) -> None:
    found = table("사업명 | 재원 | 2018년", "도서관 | 계 | 50", " | 국비 | 10", " | 구비 | 20")
    assert messages(found) == ["「도서관」의 2018년 계는 50백만원인데 재원별 합은 30백만원입니다."]


def test_a_sum_over_the_projects(table) -> None:
    found = table("사업명 | 2018년", "계 | 90", "도서관 | 10", "공원 | 20")
    assert messages(found) == ["2018년 계는 90백만원인데 세부사업별 합은 30백만원입니다."]


def test_a_sum_of_one_source_over_the_projects(table) -> None:
    found = table(
        "사업명 | 재원 | 2018년",
        "계 | 계 | 30",
        " | 국비 | 25",
        " | 구비 | 5",
        "도서관 | 계 | 30",
        " | 국비 | 10",
        " | 구비 | 20",
    )
    assert messages(found) == [
        "국비 2018년 계는 25백만원인데 세부사업별 합은 10백만원입니다.",
        "구비 2018년 계는 5백만원인데 세부사업별 합은 20백만원입니다.",
    ]


def test_the_total_of_all_is_named(table) -> None:
    found = table("재원 | 계 | 2018년", "계 | 90 | 90", "국비 | 10 | 10", "구비 | 20 | 20")
    assert messages(found) == [
        "총계는 90백만원인데 재원별 합은 30백만원입니다.",
        "2018년 계는 90백만원인데 재원별 합은 30백만원입니다.",
    ]


def test_sums_with_years_down_and_sources_across(table) -> None:
    found = table("구분 | 계 | 국비 | 구비", "계 | 30 | 10 | 20", "2018년 | 10 | 5 | 5", "2019년 | 20 | 5 | 10")
    assert messages(found) == [
        "구비 계는 20백만원인데 연도별 합은 15백만원입니다.",
        "2019년 계는 20백만원인데 재원별 합은 15백만원입니다.",
    ]


@pytest.mark.parametrize("total", ["30", "40", "70", "80"])
def test_a_total_may_or_may_not_take_in_what_lies_outside_the_term(total: str, table) -> None:
    assert messages(table("재원 | 총사업비 | 기투자 | 2018 | 임기후", f"국비 | {total} | 10 | 30 | 40")) == []


def test_a_total_that_fits_in_no_way(table) -> None:
    found = table("재원 | 총사업비 | 기투자 | 2018 | 임기후", "국비 | 75 | 10 | 30 | 40")
    assert messages(found) == ["국비 계는 75백만원인데 연도별 합은 80백만원입니다."]


def test_dashes_count_as_nothing_and_unread_cells_are_not_checked(table) -> None:
    assert messages(table("재원 | 계 | 2018년 | 2019년", "국비 | 10 | 10 | -")) == []
    assert messages(table("재원 | 계 | 2018년 | 2019년", "국비 | 10 | 5 | 미정액")) == []
    assert messages(table("재원 | 계 | 2018년 | 2019년", "국비 | 10 | | ")) == []
    assert messages(table("재원 | 계 | 2018년 | 2019년", "국비 | | 5 | 5")) == []


def test_decimals_and_negatives_add_up_exactly(table) -> None:
    assert messages(table("재원 | 계 | 2018년 | 2019년", "국비 | 0.3 | 0.1 | 0.2")) == []
    assert messages(table("재원 | 계 | 2018년 | 2019년", "국비 | 65 | 100 | △35")) == []
    assert messages(table("재원 | 계 | 2018년 | 2019년", "국비 | △5 | 1.5 | 2"), "(단위: 억원)") == [
        "국비 계는 △5억원인데 연도별 합은 3.5억원입니다."
    ]


def test_a_source_that_is_not_known_may_be_a_subtotal(table) -> None:
    found = table("재원 | 2018년", "계 | 60", "국비 | 10", "지방비 | 50", "도비 | 20", "군비 | 30")
    assert messages(found) == []


def test_amounts_without_a_unit_are_not_checked(table) -> None:
    assert budget_issues(read(table("재원 | 계 | 2018년", "국비 | 10 | 5"), None)) == []


def test_the_total_of_a_card_with_one_project(table) -> None:
    assert totals_of(read(table("사업명 | 계 | 2018년", "도서관 | 40 | 40"))).won == 40_000_000
    assert totals_of(read(table("재원 | 계 | 2018년", "계 | 7 | 7", "국비 | 7 | 7"), project="도서관")).won == 7_000_000


def test_no_total_is_made_up(table) -> None:
    assert totals_of(read(table("사업명 | 계 | 2018년", "도서관 | 40 | 40", "공원 | 2 | 2"))).won is None
    assert totals_of(read(table("사업명 | 2018년", "계 | 40", "도서관 | 40"))).won is None
    assert totals_of(read(table("사업명 | 계 | 2018년", "계 | - | -"))).won is None
    assert totals_of([]).won is None


def test_two_totals_that_differ_are_none(table) -> None:
    assert totals_of(read(table("재원 | 총사업비 | 소계 | 2018년", "계 | 90 | 40 | 40"))).won is None


def test_a_subtotal_that_makes_up_the_total_with_what_stands_beside_the_years_is_no_other(table) -> None:
    head = "재원 | 총사업비 | 기투자 | 소계 | 2018년 | 임기후"
    assert totals_of(read(table(head, "계 | 90 | 20 | 40 | 40 | 30"))).won == 90_000_000
    assert totals_of(read(table(head, "계 | 90 | 20 | 40 | 40 | 20"))).won is None


def test_a_project_above_its_sources_is_their_sum_and_counts_once(table) -> None:
    rows = ("구분 | 계 | 2019", "도로 | 30 | 30", "- 국비 | 20 | 20", "- 구비 | 10 | 10", "공원 | 5 | 5")
    assert messages(table(*rows, "총계 | 35 | 35", drawn=True)) == []
    assert messages(table(*rows[:3], "- 구비 | 9 | 9", rows[4], "총계 | 35 | 35", drawn=True)) == [
        "「도로」의 총계는 30백만원인데 재원별 합은 29백만원입니다(반올림 때문일 수 있습니다).",
        "「도로」의 2019 계는 30백만원인데 재원별 합은 29백만원입니다(반올림 때문일 수 있습니다).",
    ]


def test_the_term_is_checked_against_its_years(table) -> None:
    head = "재원 | 계 | 기투자 | 임기내 | 2018년 | 2019년 | 2020년 | 2021년 | 임기후"
    assert messages(table(head, "국비 | 150 | 10 | 100 | 10 | 20 | 30 | 40 | 40")) == []
    assert messages(table(head, "국비 | 150 | 10 | 100 | 10 | 20 | 30 | 50 | 40")) == [
        "국비 임기내 계는 100백만원인데 연도별 합은 110백만원입니다."
    ]
    # A year before the term, and one after it.
    head = "재원 | 계 | 임기내 | 2017년 | 2018년 | 2019년 | 2020년 | 2021년 | 2022년 | 2023년"
    assert messages(table(head, "국비 | 150 | 130 | 10 | 20 | 20 | 30 | 30 | 30 | 10")) == []


def test_the_total_is_that_of_the_term_with_what_is_before_and_after_it(table) -> None:
    head = "재원 | 총사업비 | 임기전 | 임기내 | 임기후"
    assert messages(table(head, "국비 | 150 | 10 | 100 | 40")) == []
    assert messages(table(head, "국비 | 110 | 10 | 100 | 40")) == []
    assert messages(table(head, "국비 | 170 | 10 | 100 | 40")) == [
        "국비 계는 170백만원인데 기간별 합은 150백만원입니다."
    ]


def test_the_sum_of_the_term_is_no_other_total(table) -> None:
    found = table(
        "재원 | 총계 | 기투자 | 임기내 | < | < | 임기후",
        "^ | ^ | ^ | 계 | 2018 | 2019 | ^",
        "계 | 150 | 10 | 100 | 40 | 60 | 40",
        "국비 | 150 | 10 | 100 | 40 | 60 | 40",
    )
    rows = read(found)
    assert [(row["period_raw"], row["year"]) for row in rows][:7] == [
        ("총계", None),
        ("기투자", None),
        ("임기내", None),
        ("2018", 2018),
        ("2019", 2019),
        ("임기후", None),
        ("총계", None),
    ]
    assert budget_issues(rows) == []
    assert totals_of(rows).won == 150_000_000


def test_years_listed_below_the_sources_must_add_up_to_the_sum_of_all(table: Callable[..., Table]) -> None:
    def found(*years: str) -> list[str]:
        return messages(table("구분 | 금액", "국비 | 10", "군비 | 7", *years, "합계 | 17", drawn=True))

    assert found("2019 | 2", "2020 | 15") == []
    [message] = found("2019 | 2", "2020 | 14")
    assert "연도별 합은 16백만원" in message


def test_totals_that_differ_are_told_and_neither_is_taken(table: Callable[..., Table]) -> None:
    rows = [*read(table("재원 | 계 | 2018년", "계 | 7 | 7")), *read(table("재원 | 계 | 2018년", "계 | 90 | 90"))]
    assert totals_of(rows).won is None
    [issue] = totals_of(rows).issues
    assert issue.code == "budget.totals_differ"
    assert "7백만원, 90백만원" in issue.message


def test_one_total_that_stands_twice_is_no_doubt(table: Callable[..., Table]) -> None:
    rows = [*read(table("재원 | 계 | 2018년", "계 | 7 | 7")), *read(table("재원 | 계 | 2018년", "계 | 7 | 7"))]
    assert totals_of(rows).won == 7_000_000
    assert totals_of(rows).issues == []


def test_a_subtotal_of_the_years_alone_is_no_total_of_what_is_planned_beside_them(table: Callable[..., Table]) -> None:
    head = "재원 | 소계 | 기투자 | 2020 | 2021 | 향후투자"
    assert totals_of(read(table(head, "계 | 500 | 100 | 200 | 300 | 100"))).won is None
    assert totals_of(read(table(head, "계 | 700 | 100 | 200 | 300 | 100"))).won == 700_000_000
    assert totals_of(read(table(head, "계 | 500 | - | 200 | 300 | -"))).won == 500_000_000


def test_sums_are_told_in_an_officers_own_unit_of_money(table: Callable[..., Table]) -> None:
    words = Vocabulary.extended('[units.money]\n"백억원" = 10_000_000_000\n')
    printed = PrintedTable(
        "budget", "budget", None, "(단위: 백억원)", table("재원 | 계 | 2018년 | 2019년", "계 | 7 | 3 | 3")
    )
    rows, _ = budget_rows(printed, words, city_is_local=False)
    [issue] = budget_issues(rows, words)
    assert "계는 7백억원인데 연도별 합은 6백억원입니다" in issue.message
