"""Tables with a measure in each row."""

from __future__ import annotations

from pledgecards.convert import convert_bytes


def figures(*rows: str) -> list[tuple[str, str | None, str | None, float | None]]:
    table = "\n".join([f"| {rows[0]} |", "|" + "---|" * (rows[0].count("|") + 1), *[f"| {row} |" for row in rows[1:]]])
    found = convert_bytes(f"공약 7. 도서관 건립\n□ 사업개요\n ○ 내용: 도서관\n□ 목표 및 실적\n{table}\n".encode())
    return [(row["measure"], row["project"], row["unit"], row["value"]) for row in found["indicators"]]


def test_measures_in_rows_are_those_of_the_indicator_over_their_column() -> None:
    assert figures(
        "구분 | 북카페 | 도서관", "목표 | 222건 | 2개소", "실적 | 194건 | 3개소", "이행률 | 87.4% | 150%"
    ) == [
        ("goal", "북카페", "건", 222.0),
        ("result", "북카페", "건", 194.0),
        ("rate", "북카페", "%", 87.4),
        ("goal", "도서관", "개소", 2.0),
        ("result", "도서관", "개소", 3.0),
        ("rate", "도서관", "%", 150.0),
    ]


def test_measures_in_rows_without_a_head_are_of_the_whole_pledge() -> None:
    assert figures("목표 | 222건", "실적 | 194건", "이행률 | 87.4%") == [
        ("goal", None, "건", 222.0),
        ("result", None, "건", 194.0),
        ("rate", None, "%", 87.4),
    ]


def test_measures_in_rows_under_years_are_left_as_they_stand() -> None:
    assert figures("구분 | 2019 | 2020", "목표 | 10건 | 20건", "실적 | 9건 | 21건") == [
        ("target", None, "건", 10.0),
        ("target", None, "건", 20.0),
        ("actual", None, "건", 9.0),
        ("actual", None, "건", 21.0),
    ]


def test_words_aimed_at_beside_their_rate_are_indicators() -> None:
    rows = figures("세부사업 | 목표 | 실적 | 이행률", "조례 | 조례 제정 | 제정 완료 | 100%")
    assert rows == [("goal", "조례", None, None), ("result", "조례", None, None), ("rate", "조례", "%", 100.0)]
