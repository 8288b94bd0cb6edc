"""The sum of the sources where it stands beside them over the years, or under a part of one."""

from __future__ import annotations

from collections.abc import Callable

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.page import Table
from pledgecards.normalize.budget.rows import budget_rows

TableMaker = Callable[..., Table]
MILLION = 1_000_000


def read(table: Table) -> list[tuple[object, ...]]:
    rows, issues = budget_rows(PrintedTable("budget", "budget", None, "백만원", table), city_is_local=False)
    assert issues == []
    names = ("project", "funding_raw", "funding", "period_raw", "year")
    return [(*(row[name] for name in names), row["amount_won"] // MILLION) for row in rows]


def test_over_the_years(table: TableMaker) -> None:
    found = table(
        "사업명 | 합계 | < | 국비 | <", "^ | 2018년 | 2019년 | 2018년 | 2019년", "쉼터 | 5 | 7 | 2 | 3", drawn=True
    )
    assert read(found) == [
        ("쉼터", "합계", "total", "2018년", 2018, 5),
        ("쉼터", "합계", "total", "2019년", 2019, 7),
        ("쉼터", "국비", "national", "2018년", 2018, 2),
        ("쉼터", "국비", "national", "2019년", 2019, 3),
    ]


def test_under_the_months_up_to_which_the_last_year_goes(table: TableMaker) -> None:
    found = table("사업명 | 2021년 | < | 2022.6. | <", "^ | 계 | 국비 | 계 | 국비", "쉼터 | 5 | 2 | 7 | 3", drawn=True)
    assert read(found) == [
        ("쉼터", "계", "total", "2021년", 2021, 5),
        ("쉼터", "국비", "national", "2021년", 2021, 2),
        ("쉼터", "계", "total", "2022.6.", 2022, 7),
        ("쉼터", "국비", "national", "2022.6.", 2022, 3),
    ]


def test_a_sum_alone_over_the_years_is_of_the_lines_own_source(table: TableMaker) -> None:
    found = table("재원 | 총사업비 | <", "^ | 2018년 | 2019년", "국비 | 5 | 7", "구비 | 1 | 2", drawn=True)
    assert [row[2] for row in read(found)] == ["national", "national", "local", "local"]
