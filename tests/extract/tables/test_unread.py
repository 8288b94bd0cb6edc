"""Tables whose rows and columns nothing tells: their text stands in items, and an issue says so."""

from __future__ import annotations

import pytest

from pledgecards.convert import Rows, convert_bytes

HEAD = "공약 7. 도서관 건립\n"


def read(text: str) -> Rows:
    return convert_bytes(text.encode())


def unread(rows: Rows) -> list[object]:
    return [issue["raw"] for issue in rows["issues"] if issue["code"] == "table.unread"]


def test_cells_on_lines_of_their_own_among_the_deeds_are_a_table_that_was_not_read() -> None:
    rows = read(HEAD + "□ 추진실적\n2018\n2019\n2020\n10\n20\n30\n계\n60\n국비\n10\n")
    assert unread(rows) == ["2018"]
    assert not rows["events"]
    assert [item["marker"] for item in rows["items"]] == ["□", *"|" * 10]


@pytest.mark.parametrize(
    "deeds",
    [
        "2018년\n계획 수립\n설명회 개최\n2019년\n보상\n착공\n2020년\n준공\n개관",
        "2018. 9.\n계획 수립\n2019. 3.\n보상\n2020. 5.\n착공",
    ],
)
def test_deeds_under_years_or_months_are_no_table(deeds: str) -> None:
    rows = read(HEAD + f"□ 추진실적\n{deeds}\n")
    assert unread(rows) == []
    assert "착공" in {event["label"] for event in rows["events"]}


def test_figures_below_years_under_any_heading_are_a_table_that_was_not_read() -> None:
    rows = read(HEAD + "□ 사업개요\n ○ 내용: 도서관 건립\n2018 2019 2020 2021 2022\n10 20 30 40 50\n5 6 7 8 9\n")
    assert unread(rows) == ["2018 2019 2020 2021 2022"]


@pytest.mark.parametrize(
    "amounts",
    [
        "- 2018년: 국비 10, 도비 50\n- 2019년: 국비 100, 도비 50\n- 2020년: 국비 200, 도비 50",
        "1) 2018년: 100 (도비 50)\n2) 2019년: 400 (도비 50)\n3) 2020년: 500 (도비 50)",
    ],
)
def test_amounts_of_years_in_bullets_are_told_as_unread(amounts: str) -> None:
    rows = read(HEAD + f"□ 소요예산 (단위: 백만원)\n{amounts}\n□ 추진실적\n- 착공: 2019. 3. 4.\n")
    assert len(unread(rows)) == 1


def test_sources_and_their_amounts_alone_on_lines_are_a_table_that_was_not_read() -> None:
    rows = read(HEAD + "□ 소요예산\n국비 1,212\n구비 8,693\n□ 추진실적\n- 착공: 2019. 3.\n")
    assert unread(rows) == ["국비 1,212"]
    assert unread(read(HEAD + "□ 소요예산\n국비 1,212백만원, 구비 8,693백만원\n")) == []
