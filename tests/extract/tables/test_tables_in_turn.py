"""Tables that follow one another, each under the line that names its project."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.normalize.rows import Row

TOP = "7. 쉼터와 산책로\n\n■ 사업개요\n\n- 쉼터를 짓고 산책로를 정비\n\n■ 소요예산\n\n"


def sheet(of: int) -> str:
    return f"재원\t계\t2019년\t2020년\n국비\t{3 * of}\t{of}\t{2 * of}\n구비\t{3 * of}\t{of}\t{2 * of}\n\n"


def rows(*headed: str) -> dict[str, list[Row]]:
    text = "".join(f"{line}\n{sheet(10**place)}" for place, line in enumerate(headed))
    return convert_bytes((TOP + text).encode(), "card.txt")


def sums(found: dict[str, list[Row]]) -> list[tuple[str | None, int | None]]:
    """The project and the 국비 of all years."""
    of_all = [row for row in found["budget"] if row["funding"] == "national" and row["year"] is None]
    return [(row["project"], row["amount_won"]) for row in of_all]


@pytest.mark.parametrize(("first", "second"), [("○", "○"), ("가.", "나."), ("①", "②"), ("-", "-")])
def test_each_has_the_project_that_the_line_over_it_names(first: str, second: str) -> None:
    found = rows(f"{first} 쉼터 조성 (단위: 백만원)", f"{second} 산책로 정비 (단위: 천원)")
    assert sums(found) == [("쉼터 조성", 3_000_000), ("산책로 정비", 30_000)]
    assert {issue["code"] for issue in found["issues"] if issue["table_name"] == "budget"} <= {"funding.unknown"}


def test_a_name_without_a_sign_loses_its_unit_note() -> None:
    found = rows("쉼터 조성 (단위: 백만원)", "산책로 정비 (단위: 백만원)")
    assert sums(found) == [("쉼터 조성", 3_000_000), ("산책로 정비", 30_000_000)]


def test_the_sum_of_all_projects_is_of_none() -> None:
    found = rows(*(f"○ {name} (단위: 백만원)" for name in ("총괄", "쉼터 조성", "산책로 정비", "합계")))
    assert [project for project, _ in sums(found)] == [None, "쉼터 조성", "산책로 정비", None]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("○ 연도별 투자계획", "○ 예산 집행현황"),  # what is said of the figures
        ("○ 2018년 공모사업", "○ 2019년 공모사업"),  # when they are of
        ("○ 쉼터 조성", "○ 쉼터 조성"),
        ("○ 쉼터 조성", "- 산책로 정비"),  # one may stand within the other
        ("○ 쉼터 조성", "※ 산책로 정비"),
        ("○ 쉼터를 조성함", "○ 산책로를 정비함"),
    ],
)
def test_other_lines_name_none(first: str, second: str) -> None:
    assert {project for project, _ in sums(rows(f"{first} (단위: 백만원)", f"{second} (단위: 백만원)"))} == {None}
