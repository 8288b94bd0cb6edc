"""The 계 of one budget table beside another table of other projects."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes

HEAD = "12. 도서관 조성\n\n- 임기구분: ☑ 임기내  □ 임기외\n\n## 사업개요\n\n- 위치: 북문로 일원\n"
TAIL = "\n\n## 추진실적\n\n- 기본계획 수립: 2019. 3. 5.\n"
SUMMED = "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 계 | 300 | 100 | 200 |\n| 도서관 신축 | 100 | 50 | 50 |\n| 장서 구입 | 200 | 50 | 150 |"


def total(*tables: str, overview: str = "") -> tuple[int | None, list[str]]:
    budget = "\n\n".join(f"○ 제{number}권역 (단위: 백만원)\n\n{table}" for number, table in enumerate(tables, 1))
    text = f"{HEAD}{overview}\n\n## 소요예산\n\n{budget}{TAIL}"
    rows = convert_bytes(text.encode(), "card.md")
    return rows["cards"][0]["budget_total_won"], [
        issue["code"] for issue in rows["issues"] if issue["code"].startswith("budget.")
    ]


def test_the_sum_of_one_tables_projects_is_no_total_of_two() -> None:
    others = (
        "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 작은도서관 | 70 | 30 | 40 |\n| 북카페 | 20 | 10 | 10 |"
    )
    assert total(SUMMED) == (300_000_000, [])
    assert total(SUMMED, others) == (None, ["budget.totals_differ"])
    assert total(others, SUMMED) == (None, ["budget.totals_differ"])


def test_nor_is_that_of_the_only_project_that_has_one() -> None:
    one = "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 도서관 신축 | 100 | 50 | 50 |"
    other = "| 세부사업 | 2018 | 2019 |\n|---|---|---|\n| 작은도서관 | 30 | 40 |"
    assert total(one, other) == (None, ["budget.totals_differ"])


@pytest.mark.parametrize(
    "other",
    [
        "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 설계비 | 30 | 30 | - |\n| 공사비 | 70 | 20 | 50 |",  # of the first project
        "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 설계비 | 90 | 90 | - |\n| 공사비 | 210 | 10 | 200 |",  # of all
        "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 설계비 | 91 | 90 | 1 |\n| 공사비 | 210 | 10 | 200 |",  # of all, rounded
        "| 세부사업 | 2018 |\n|---|---|\n| 설계비 | 30 |\n| 감리비 | 10 |",  # of one year
        "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 장서 구입 | 190 | 50 | 140 |",  # the same project
        "| 재원 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 국비 | 190 | 50 | 140 |",  # no project
        "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 북카페 | - | - | - |",  # nothing
    ],
)
def test_a_table_that_may_be_a_detail_of_the_first_leaves_it_its_total(other: str) -> None:
    assert total(SUMMED, other) == (300_000_000, [])


def test_a_field_that_states_the_same_confirms_it() -> None:
    others = "| 세부사업 | 계 | 2018 | 2019 |\n|---|---|---|---|\n| 작은도서관 | 70 | 30 | 40 |"
    assert total(SUMMED, others, overview="- 총사업비: 300백만원\n") == (300_000_000, [])
