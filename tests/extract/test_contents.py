"""The contents page of a book against its cards."""

from __future__ import annotations

from pledgecards.convert import convert_bytes

CARD = """{number}. {title}

- 임기구분 ☑ 임기내 / ☐ 임기외

■ 사업개요

- 기 간: 2018. 7. ~ 2019. 6.

■ 추진실적

- 착수보고회 개최: '18. 9.

■ 담당부서

- 도시재생과장 홍길동 ☎ 0000

"""
CONTENTS = """목 차

1. 도서관 건립 ······· 3
2. 공원 조성 ······· 5
3. 시장 정비 ······· 7

"""


def mismatches(text: str) -> list[str]:
    rows = convert_bytes(text.encode(), "book.txt")
    return [issue["message"] for issue in rows["issues"] if issue["code"] == "contents.mismatch"]


def book(*cards: tuple[int, str]) -> str:
    return CONTENTS + "".join(CARD.format(number=number, title=title) for number, title in cards)


def test_a_book_that_agrees_is_silent() -> None:
    text = book((1, "도서관 건립"), (2, "공원 조성"), (3, "시장 정비"))
    assert mismatches(text) == []
    cards = convert_bytes(text.encode(), "book.txt")["cards"]
    assert [(card["pledge_no"], card["title"], card["term"]) for card in cards] == [
        (1, "도서관 건립", "임기내"),
        (2, "공원 조성", "임기내"),
        (3, "시장 정비", "임기내"),
    ]


def test_a_card_that_is_missing_is_named() -> None:
    [message] = mismatches(book((1, "도서관 건립"), (3, "시장 정비")))
    assert "공원 조성" in message


def test_a_card_that_the_contents_do_not_know_is_named() -> None:
    [message] = mismatches(book((1, "도서관 건립"), (2, "공원 조성"), (3, "시장 정비"), (4, "체육관 신축")))
    assert "체육관 신축" in message


def test_another_title_under_the_same_number_is_named() -> None:
    [message] = mismatches(book((1, "도서관 건립"), (2, "청년 창업 지원"), (3, "시장 정비")))
    assert "공원 조성" in message and "청년 창업 지원" in message
