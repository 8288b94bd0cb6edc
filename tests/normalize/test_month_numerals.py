"""Numerals before deeds: counts, and months whose year stands above."""

from __future__ import annotations

from pledgecards.convert import convert_bytes

HEAD = "공약 22. 마을버스 노선 개편\n\n□ 사업개요\n - 노선 3개 신설\n\n□ 추진실적\n"


def read(deeds: str) -> tuple[list[tuple[str, str | None]], list[str]]:
    """The label and the date of each deed, and what is said to lack its year."""
    rows = convert_bytes((HEAD + deeds).encode())
    lacking = [row["raw"] for row in rows["issues"] if row["code"] == "date.year_missing"]
    return [(row["label"], row["date_raw"]) for row in rows["events"]], lacking


def test_deeds_below_a_bullet_that_is_a_year_are_deeds_of_their_own() -> None:
    # The first of them was the rest of a date that the bullet began: `2018년 7. 주민 의견 수렴`, done in 2018.
    deeds, lacking = read("- 2018년\n  7. 의견 수렴\n  9. 용역 착수\n- 2019년\n  1. 용역 완료\n  2. 개통\n")
    assert deeds == [("의견 수렴", None), ("용역 착수", None), ("용역 완료", None), ("개통", None)]
    assert len(lacking) == 2


def test_a_date_that_breaks_behind_its_year_is_one() -> None:
    deeds, _ = read("- 의견 수렴: 2018년\n  7. 2. ~ 7. 20.\n")
    assert [date for _, date in deeds] == ["2018년 7. 2. ~ 7. 20."]


def test_numerals_before_dates_count() -> None:
    deeds, lacking = read("1. 2019. 1. 계획 수립\n2. 조례 제정\n3. 착공: 2019. 5.\n4. 준공\n")
    assert [label for label, _ in deeds] == ["계획 수립", "조례 제정", "착공", "준공"]
    assert not lacking


def test_a_numeral_behind_a_month_without_one_is_a_month() -> None:
    assert len(read(" 2019. 4. 계획 수립\n 10. 도시계획 결정\n")[1]) == 1
