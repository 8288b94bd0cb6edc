"""Sheets of a book that are no card's: summaries and lists of its cards, before, between and behind them."""

from __future__ import annotations

from typing import Any

import pytest

from pledgecards.convert import convert_bytes

CARD = """{number}. {title}

□ 사업개요
○ 사업기간 : 2018. 7. ~ 2022. 6.

□ 연차별 투자계획
(단위 : 백만원)
| 재원 | 계 | 2018 | 2019 |
|---|---|---|---|
| 계 | {sum} | {first} | {second} |
| 시비 | {sum} | {first} | {second} |

□ 추진실적
○ '18. 9. 3. : 기본계획 수립
{more}
"""
CARDS = ((1, "도서관 건립", 40, 60), (2, "주민 공원 조성", 5, 5), (3, "전통시장 정비", 7, 8))
SUMMARY = """연차별 투자계획
(단위 : 백만원)
| 공약명 | 계 | 2018 | 2019 |
|---|---|---|---|
| 합계 | 125 | 52 | 73 |
| 1. 도서관 건립 | 100 | 40 | 60 |
| 2. 주민 공원 조성 | 10 | 5 | 5 |
| 3. 전통시장 정비 | 15 | 7 | 8 |
"""
FIELDS = """Ⅱ. 연차별 투자계획
(단위 : 백만원)
| 분야 | 계 | 2018 | 2019 |
|---|---|---|---|
| 합계 | 125 | 52 | 73 |
| 교육 분야 | 100 | 40 | 60 |
| 경제 분야 | 25 | 12 | 13 |
"""


def cards(more: str = "") -> list[str]:
    return [
        CARD.format(number=number, title=title, sum=first + second, first=first, second=second, more=more)
        for number, title, first, second in CARDS
    ]


def rows_of(*parts: str, between: str = "\f") -> dict[str, list[dict[str, Any]]]:
    return convert_bytes(between.join(parts).encode(), "book.txt")


def totals(rows: dict[str, list[dict[str, Any]]]) -> list[tuple[int, str, int, int]]:
    """Of every card its number, title, total and how many amounts it has."""
    return [
        (
            card["pledge_no"],
            card["title"],
            card["budget_total_won"],
            sum(row["card_id"] == card["card_id"] for row in rows["budget"]),
        )
        for card in rows["cards"]
    ]


AS_PRINTED = [
    (1, "도서관 건립", 100_000_000, 6),
    (2, "주민 공원 조성", 10_000_000, 6),
    (3, "전통시장 정비", 15_000_000, 6),
]


def outside(rows: dict[str, list[dict[str, Any]]]) -> list[int]:
    """The lines of the tables that were put into no card."""
    return [issue["line"] for issue in rows["issues"] if issue["code"] == "page.outside"]


def test_a_book_without_such_sheets_is_its_cards() -> None:
    rows = rows_of(*cards())
    assert totals(rows) == AS_PRINTED
    assert outside(rows) == []


SHEETS_OR_NONE = pytest.mark.parametrize("between", ["\f", "\n\n"], ids=["sheets", "no sheets"])


@SHEETS_OR_NONE
def test_a_summary_of_the_cards_behind_the_last_is_none_of_its_tables(between: str) -> None:
    rows = rows_of(*cards(), SUMMARY, between=between)
    assert totals(rows) == AS_PRINTED
    assert len(outside(rows)) == 1


@SHEETS_OR_NONE
def test_nor_one_between_two_cards(between: str) -> None:
    first, second, third = cards()
    rows = rows_of(first, SUMMARY, second, third, between=between)
    assert totals(rows) == AS_PRINTED
    assert len(outside(rows)) == 1


@SHEETS_OR_NONE
def test_a_summary_before_the_first_card_makes_no_card(between: str) -> None:
    rows = rows_of(SUMMARY, *cards(), between=between)
    assert totals(rows) == AS_PRINTED


@SHEETS_OR_NONE
def test_nor_does_one_by_fields_that_has_neither_number_nor_title(between: str) -> None:
    rows = rows_of("2018년 공약실천계획서\n", FIELDS, *cards(), between=between)
    assert totals(rows) == AS_PRINTED
    assert len(outside(rows)) == 1


@SHEETS_OR_NONE
def test_nor_does_one_over_two_tables_under_a_heading_that_is_no_title(between: str) -> None:
    counts = "□ 분야별 현황\n| 분야 | 계 | 신규 |\n|---|---|---|\n| 교육 분야 | 1 | 1 |\n| 경제 분야 | 2 | 1 |\n"
    own = [card.replace("\n\n", "\n□ 임기구분 ■ 임기내 □ 임기외\n", 1) for card in cards()]
    rows = rows_of("공약사업 총괄\n" + counts + "□ " + FIELDS.removeprefix("Ⅱ. "), *own, between=between)
    assert totals(rows) == AS_PRINTED
    assert len(outside(rows)) == 1


def test_one_by_fields_behind_the_last_card_of_a_text_leaves_its_total_untold() -> None:
    rows = rows_of(*cards(), FIELDS.removeprefix("Ⅱ. "), between="\n\n")
    assert [card["budget_total_won"] for card in rows["cards"]] == [100_000_000, 10_000_000, None]
    assert "budget.totals_differ" in {issue["code"] for issue in rows["issues"]}


def test_a_card_that_names_others_in_a_line_keeps_its_page() -> None:
    rows = rows_of(*cards("○ 관련 공약 : 1. 도서관 건립\n○ 관련 공약 : 2. 주민 공원 조성"))
    assert totals(rows) == AS_PRINTED
    assert outside(rows) == []


def test_two_cards_on_a_sheet_are_no_list() -> None:
    first, second, third = cards()
    rows = rows_of(first + "\n" + second, third)
    assert totals(rows) == AS_PRINTED


def test_a_single_card_has_no_sheets_of_a_books_own() -> None:
    rows = rows_of(cards()[0], "□ 향후계획\n○ 2020. 1. : 착공\n")
    assert len(rows["cards"]) == 1
    assert outside(rows) == []


def test_what_closes_a_book_is_not_of_its_last_card() -> None:
    back = "공약이행평가단 명단\n홍길동 위촉 '18. 9. 1.\n"
    rows = convert_bytes("\f".join([*cards(), back]).encode(), "book.txt")
    assert [card["title"] for card in rows["cards"]] == [title for _, title, *_ in CARDS]
    assert not any("위촉" in event["label"] for event in rows["events"])


def test_a_page_that_names_a_part_of_a_book_and_lists_its_cards_is_no_deed_of_the_card_before() -> None:
    part = "Ⅱ\n함께하는 열린행정\n주민과 함께 만들어가는 옥천군\n2. 주민 공원 조성\n3. 전통시장 정비\n"
    first, *others = cards()
    rows = convert_bytes("\f".join([first, part, *others]).encode(), "book.txt")
    assert [card["title"] for card in rows["cards"]] == [title for _, title, *_ in CARDS]
    assert [event["label"] for event in rows["events"]] == ["기본계획 수립"] * 3
    assert not any("열린행정" in item["text"] for item in rows["items"])


def test_a_page_under_a_numeral_with_a_section_of_a_card_is_of_the_card() -> None:
    more = "Ⅱ. 향후 추진계획\n○ '21. 5. : 준공\n"
    first, *others = cards()
    rows = convert_bytes("\f".join([first, more, *others]).encode(), "book.txt")
    assert any("준공" in item["text"] for item in rows["items"])


def test_the_names_of_parts_beside_the_books_at_the_top_of_pages_are_no_deeds() -> None:
    first, second, third = cards()
    heads = [f"민선7기 옥천군          {name}\n\n" for name in ("안전한 도시", "푸른 환경")]
    rows = convert_bytes(
        "\f".join(
            [
                f"{heads[0]}Ⅰ. 안전한 도시\n",
                heads[0] + first,
                heads[0] + "○ '19. 2. 1. : 착공\n",
                f"{heads[0]}Ⅱ. 푸른 환경\n",
                heads[1] + second,
                heads[1] + third,
            ]
        ).encode(),
        "book.txt",
    )
    assert [card["title"] for card in rows["cards"]] == [title for _, title, *_ in CARDS]
    assert [event["label"] for event in rows["events"]] == ["기본계획 수립", "착공", "기본계획 수립", "기본계획 수립"]


def test_the_list_of_a_parts_cards_over_the_first_of_them_gives_it_no_title() -> None:
    first, second, third = cards()
    part = "Ⅰ. 안전한 도시\n1. 도서관 건립\n2. 주민 공원 조성\n\n"
    rows = rows_of(part + first, second, "Ⅱ. 푸른 환경\n3. 전통시장 정비\n\n" + third)
    assert totals(rows) == AS_PRINTED
    assert not any("도시" in item["text"] or "환경" in item["text"] for item in rows["items"])


def test_nor_does_one_without_numbers() -> None:
    first, second, third = (card.split(". ", 1)[1] for card in cards())
    part = "Ⅰ. 안전한 도시\n○ 도서관 건립\n○ 주민 공원 조성\n\n"
    rows = rows_of(part + first, second, third)
    assert [card["title"] for card in rows["cards"]] == [title for _, title, *_ in CARDS]


BY_FIELDS = """분야별 공약사업 총괄
(단위 : 백만원)
| 분야 | {count} | 계 | 시비 |
|---|---|---|---|
| 교육 분야 | 1 | 100 | 100 |
| 경제 분야 | 2 | 25 | 25 |
"""


@SHEETS_OR_NONE
@pytest.mark.parametrize("count", ["공약수", "비중"])
def test_a_table_by_fields_under_a_heading_that_sums_pledges_up_is_of_the_book(count: str, between: str) -> None:
    rows = rows_of(*cards(), BY_FIELDS.format(count=count), between=between)
    assert totals(rows) == AS_PRINTED
    assert len(outside(rows)) == 1


def test_so_is_one_that_counts_pledges_without_a_heading() -> None:
    rows = rows_of(*cards(), BY_FIELDS.format(count="공약수").partition("\n")[2], between="\n\n")
    assert totals(rows) == AS_PRINTED


def test_a_cards_own_table_by_fields_stays_in_it() -> None:
    own = "□ 분야별 투자계획\n(단위 : 백만원)\n| 분야 | 2018 | 2019 |\n|---|---|---|\n| 교육 | 10 | 20 |\n| 주거 | 1 | 2 |\n"
    rows = rows_of(*cards()[:2], cards()[2] + own)
    assert outside(rows) == []


@pytest.mark.parametrize(
    ("heading", "heads"), [("분야별 공약사업 현황", "분야 | 계 | 2018년"), ("재정투자계획", "분야 | 공약수 | 2018년")]
)
def test_one_before_the_first_card_heads_no_section_of_it(heading: str, heads: str) -> None:
    own = cards()[0].replace("\n\n", "\n□ 임기구분 ■ 임기내 □ 임기외\n", 1)
    rows = "| 교육 | 3 | 3 |\n| 경제 | 7 | 7 |\n"
    found = rows_of(f"{heading}\n(단위 : 백만원)\n| {heads} |\n|---|---|---|\n{rows}", own)
    assert totals(found) == AS_PRINTED[:1]
