"""The table of amounts and counts in running text."""

from __future__ import annotations

import time

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.card import Item
from pledgecards.extract.page import Place
from pledgecards.normalize.quantities import parted_sums, quantity_rows


def item(item_id: int, text_raw: str, marker: str | None = None) -> Item:
    text = text_raw.removeprefix(marker or "").strip()
    return Item(item_id, None, "bullet", 1, "performance", marker, text, text_raw, Place(line=item_id))


def span(text: str, part: str) -> tuple[int, int]:
    return text.index(part), text.index(part) + len(part)


def test_rows_of_an_item() -> None:
    rows = quantity_rows([item(7, "- 2018년 도시재생 주민공모사업 추진: 18개 사업, 97,000천원 지원", "-")], {})
    assert rows == [
        {
            "item_id": 7, "quantity_no": 1, "raw": "18개", "value": 18.0, "unit": "개", "won": None, "approx": False,
            "page": None, "x0": None, "top": None, "x1": None, "bottom": None, "line": 7,
        },
        {
            "item_id": 7, "quantity_no": 2, "raw": "97,000천원", "value": 97_000_000.0, "unit": "원", "won": 97_000_000, "approx": False,
            "page": None, "x0": None, "top": None, "x1": None, "bottom": None, "line": 7,
        },
    ]  # fmt: skip


def test_every_item_counts_anew() -> None:
    rows = quantity_rows([item(1, "3개소, 5명"), item(2, "없음"), item(3, "2회")], {})
    assert [(row["item_id"], row["quantity_no"], row["raw"]) for row in rows] == [
        (1, 1, "3개소"),
        (1, 2, "5명"),
        (3, 1, "2회"),
    ]


def test_nothing_within_a_date_is_a_quantity() -> None:
    text = "20.6.17.(수)~6.20.(토) [4일간], 9개 업체 참가"
    rows = quantity_rows([item(1, text)], {1: [span(text, "20.6.17.(수)~6.20.(토) [4일간]")]})
    assert [row["raw"] for row in rows] == ["9개"]


def test_units_of_one_sign_are_kept_as_printed() -> None:
    rows = quantity_rows([item(1, "조림 25㏊, 태양광 3㎿")], {})
    assert [(row["value"], row["unit"]) for row in rows] == [(25.0, "㏊"), (3.0, "㎿")]


def test_a_bullet_is_no_sign() -> None:
    rows = quantity_rows([item(1, "-10억원 지원", "-"), item(2, "▲5억원 융자", "▲"), item(3, "△ 500만원 감액")], {})
    assert [row["won"] for row in rows] == [1_000_000_000, 500_000_000, -5_000_000]


def test_a_mask_beyond_the_text_does_no_harm() -> None:
    assert [row["raw"] for row in quantity_rows([item(1, "3개소")], {1: [(5, 99), (-3, 0), (2, 1)]})] == ["3개소"]


def test_a_sum_that_spaces_part_is_not_read_but_has_an_issue() -> None:
    items = [item(1, "- 사업비 1 200백만원 투입, 국비 300백만원", "-"), item(2, "12 345 678원 지원")]
    assert [row["raw"] for row in quantity_rows(items, {})] == ["300백만원"]
    assert [issue.raw for issue in parted_sums(items, {})] == ["1 200", "12 345 678"]


def test_a_number_and_a_sum_behind_it_are_two() -> None:
    text = "1차 200백만원, 2019년 300백만원, 3. 200백만원, 2개 100만원, 2019 500천원, 1,200 300원"
    assert [row["raw"] for row in quantity_rows([item(1, text)], {}) if row["unit"] == "원"] == [
        "200백만원",
        "300백만원",
        "200백만원",
        "100만원",
        "500천원",
        "300원",
    ]
    assert not parted_sums([item(1, text)], {})


def test_what_stands_behind_a_space_within_a_figure_is_no_figure() -> None:
    text = "입주 1 2 0명, 총 1 ,300백만원, 지원 1, 300백만원, 교육 30 0명, 관객 1\u202f200명, 참여 98명"
    assert [row["raw"] for row in quantity_rows([item(1, text)], {})] == ["98명"]
    assert [issue.raw for issue in parted_sums([item(1, text)], {})] == [
        "1 2 0",
        "1 ,300",
        "1, 300",
        "30 0",
        "1\u202f200",
    ]


@pytest.mark.parametrize("text", ["참여 1, 200명", "총 1 20명 수료", "약 1 50개소", "수료(1 20명)"])
def test_the_rest_of_a_count_that_a_space_parts_is_no_count(text: str) -> None:
    assert quantity_rows([item(1, text)], {}) == []
    assert [issue.code for issue in parted_sums([item(1, text)], {})] == ["number.unreadable"]


@pytest.mark.parametrize("text", ["3, 4명", "8. 1, 300명", "10, 20, 300명", "1차 20명"])
def test_a_number_and_a_count_behind_it_are_two(text: str) -> None:
    assert len(quantity_rows([item(1, text)], {})) == 1
    assert not parted_sums([item(1, text)], {})


@pytest.mark.parametrize("text", ["사업비 1,23백만원", "사업비 1234,567천원", "사업비 12,3456원", "사업비 12,34억"])
def test_a_sum_whose_commas_part_no_thousands_is_told(text: str) -> None:
    assert quantity_rows([item(1, text)], {}) == []
    assert [issue.code for issue in parted_sums([item(1, text)], {})] == ["number.unreadable"]
    assert not parted_sums([item(1, "사업비 1,234백만원, 1,234,567원, 12.34억원, 구분 1,2,3원칙")], {})


def test_figures_side_by_side_without_a_unit_are_nothing_to_tell() -> None:
    assert not parted_sums([item(1, "구분 1 2 3 4 계 | 10, 20, 300백만원 | 3, 4개소 | 30 100 100% | 1차 200명")], {})


@pytest.mark.parametrize("text", ["국비 1 000 원", "면적 1 000㎡", "주민 30 00명", "5 060톤", "3 00만원"])
def test_a_figure_whose_last_part_is_none_by_itself_is_told(text: str) -> None:
    assert [issue.code for issue in parted_sums([item(1, text)], {})] == ["number.unreadable"]
    assert not parted_sums([item(1, "버스 1 000번 노선 | 지방도 1 018호선 | 1 2 3 4")], {})


def test_a_dash_set_close_below_a_bullet_is_no_sign() -> None:
    text = (
        "7. 보안등 교체\n□ 사업개요\n ○ 내용: 보안등\n  -10개소 설치\n  -3억원 투입\n□ 추진실적\n ○ 착공: 2019. 3. 5.\n"
    )
    rows = convert_bytes(text.encode())
    assert [(row["raw"], row["value"]) for row in rows["quantities"]] == [("10개소", 10.0), ("3억원", 300_000_000.0)]
    assert [row["text"] for row in rows["items"]][1:4] == ["내용: 보안등", "10개소 설치", "3억원 투입"]


@pytest.mark.parametrize("text", ["참가자 1 20명", "1 50가구 지원"])
def test_a_figure_that_may_be_the_end_of_another_is_no_quantity(text: str) -> None:
    assert quantity_rows([item(1, text)], {}) == []


def test_the_name_of_a_speech_or_of_a_generation_counts_nothing() -> None:
    assert quantity_rows([item(1, "5분 자유발언 조치, 3세대 공감 놀이터")], {}) == []


def test_a_line_of_figures_takes_as_long_as_it_is_long() -> None:
    began = time.process_time()
    parted_sums([item(1, "1 " * 50_000)], {})
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("text", "raw"), [("총사업비 3억 5천", "3억 5천"), ("3억5천 투입", "3억5천"), ("2억 5백을 지원", "2억 5백")]
)
def test_a_sum_whose_end_says_two_things_is_told(text: str, raw: str) -> None:
    assert quantity_rows([item(1, text)], {}) == []
    assert [(issue.code, issue.raw) for issue in parted_sums([item(1, text)], {})] == [("number.unreadable", raw)]


@pytest.mark.parametrize("text", ["3억 5천만원", "3억 5천원", "3억 5천명", "2억 5백 년"])
def test_a_sum_that_is_read_or_counts_something_is_not_told(text: str) -> None:
    assert parted_sums([item(1, text)], {}) == []
