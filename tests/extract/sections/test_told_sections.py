"""Sections whose name and text share a line."""

from __future__ import annotations

import pytest

from pledgecards.convert import Rows, convert_bytes

DEEDS = " ○ 개관 : 2019. 5. 2.\n"


def card(body: str) -> Rows:
    rows = convert_bytes(f"공약 12. 도서관 확충\n\n{body}".encode())
    assert rows["documents"][0]["text_coverage"] == 1.0
    return rows


def items(rows: Rows) -> list[tuple[str, str, str]]:
    return [(row["kind"], row["section"], row["text"]) for row in rows["items"]]


SIGNS = [("□", "□", "□"), ("■", "■", "■"), ("1.", "2.", "3."), ("Ⅰ.", "Ⅱ.", "Ⅲ."), ("", "", "")]


@pytest.mark.parametrize("signs", SIGNS)
def test_a_name_before_a_colon_heads_its_section_where_all_do(signs: tuple[str, str, str]) -> None:
    first, second, third = signs
    rows = card(
        f"{first} 정책개요 : 마을마다 도서관을 만든다\n{second} 추진계획 : 세 곳을 연다\n{third} 추진실적 : 기본계획 수립 2018. 9. 3.\n{DEEDS}"
    )
    assert items(rows) == [
        ("heading", "overview", "정책개요"),
        ("paragraph", "overview", "마을마다 도서관을 만든다"),
        ("heading", "plan", "추진계획"),
        ("paragraph", "plan", "세 곳을 연다"),
        ("heading", "performance", "추진실적"),
        ("paragraph", "performance", "기본계획 수립 2018. 9. 3."),
        ("bullet", "performance", "개관 : 2019. 5. 2."),
    ]
    assert [(row["label"], row["edtf"]) for row in rows["events"]] == [
        ("기본계획 수립", "2018-09-03"),
        ("개관", "2019-05-02"),
    ]


def test_headings_without_text_may_stand_among_them() -> None:
    rows = card(f"1. 정책개요 : 마을마다 도서관을 만든다\n2. 추진계획 : 세 곳을 연다\n3. 추진실적\n{DEEDS}")
    assert [item for item in items(rows) if item[0] == "heading"] == [
        ("heading", "overview", "정책개요"),
        ("heading", "plan", "추진계획"),
        ("heading", "performance", "추진실적"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        " □ 소요예산 : 12억원\n □ 추진방안 : 마을과 함께\n □ 추진현황 : 정상추진\n",  # within a section of another marker
        " 가. 소요예산 : 12억원\n 나. 추진방안 : 마을과 함께\n 다. 추진현황 : 정상추진\n",
        " 소요예산 : 12억원\n 추진방안 : 마을과 함께\n 추진현황 : 정상추진\n",
    ],
)
def test_fields_of_a_section_are_no_sections(fields: str) -> None:
    rows = card(f"1. 사업개요\n{fields}2. 추진실적\n{DEEDS}")
    assert [item for item in items(rows) if item[0] == "heading"] == [
        ("heading", "overview", "사업개요"),
        ("heading", "performance", "추진실적"),
    ]


def test_labels_of_fields_are_no_sections() -> None:
    rows = card(f"□ 사업기간 : 2018 ~ 2022\n□ 총사업비 : 12억원\n□ 추진실적\n{DEEDS}")
    assert [item for item in items(rows) if item[0] == "heading"] == [("heading", "performance", "추진실적")]


def test_remarks_that_count_on_behind_deeds_are_none() -> None:
    rows = card(f"1. 정책개요\n ○ 도서관을 만든다\n2. 추진실적\n{DEEDS}3. 비고 : 없음\n")
    assert [row["label"] for row in rows["events"]] == ["개관"]
    assert items(rows)[-1] == ("heading", "other", "비고 : 없음")


def test_a_name_that_nobody_knows_is_a_section_among_those_that_it_counts_on() -> None:
    rows = card("1. 정책개요 : 도서관\n2. 소요예산 : 12억원\n3. 바라는 것 : 주민의 관심\n4. 추진실적 : 2020. 3. 개관\n")
    assert [item for item in items(rows) if item[0] == "heading"] == [
        ("heading", "overview", "정책개요"),
        ("heading", "budget", "소요예산"),
        ("heading", "other", "바라는 것"),
        ("heading", "performance", "추진실적"),
    ]


def test_a_list_within_a_section_is_not_parted_though_it_is_numbered_as_sections_are() -> None:
    rows = card(
        "1. 소요예산 : 12억원\n2. 추진실적 : 다음과 같다\n 1. 가람로 : 2020. 3. 착공\n 2. 나래로 : 2020. 4. 착공\n"
    )
    assert [row["label"] for row in rows["events"]][-2:] == ["가람로 : 착공", "나래로 : 착공"]


@pytest.mark.parametrize("word", ["추진과제", "점검지표", "투자재원", "일정", "책임자", "효과"])
def test_words_that_head_columns_head_sections_only_behind_a_sign(word: str) -> None:
    alone = card(f"■ 추진일정\n{word}\n■ 추진실적\n{DEEDS}")
    assert [(section, text) for _, section, text in items(alone)][:2] == [("schedule", "추진일정"), ("schedule", word)]
    signed = card(f"■ 정책개요\n - 마을 도서관\n■ {word}\n - 세 곳\n■ 추진실적\n{DEEDS}")
    assert ("heading", word) in [(kind, text) for kind, _, text in items(signed)]


def test_a_copied_table_whose_first_head_stands_alone_on_its_line_stays_in_its_section() -> None:
    rows = card(
        "◆ 연차별 목표\n"
        "                     2018년   2019년\n"
        "  추진과제   단위 목표\n"
        "                       20       40\n"
        "■ 추진실적\n" + DEEDS
    )
    assert {row["section"] for row in rows["items"]} == {"indicators", "performance"}
