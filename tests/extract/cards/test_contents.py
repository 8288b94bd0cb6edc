"""The contents page of a book against its cards."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.contents import Entry, contents_issues, entries_of, named_as_listed
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary

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


TITLES = ("도서관 건립", "공원 조성", "시장 정비")


def mismatches(text: str) -> list[str]:
    rows = convert_bytes(text.encode(), "book.txt")
    return [issue["message"] for issue in rows["issues"] if issue["code"] == "contents.mismatch"]


def printed(number: str | None, title: str) -> PrintedCard:
    return PrintedCard(number, title, Place(), None, None, (), (), (), (), (), 0, 0)


def book(*cards: tuple[int, str]) -> str:
    return CONTENTS + "".join(CARD.format(number=number, title=title) for number, title in cards)


def test_entries_in_two_columns_are_each_one_card() -> None:
    lines = ["[복지-1] 도서관 건립 3\t[환경-1] 시장 정비 7", "[복지-2] 공원 조성 ····· 5\t[환경-2] 하천 정비 ····· 9"]
    place = Place(1, 50, 50, 500, 60)
    pieces = [Piece("line", place, 10, Line(text, place)) for text in ("목 차", *lines)]
    entries = entries_of(pieces, Vocabulary.standard())
    assert {entry.title for entry in entries} == {"도서관 건립", "시장 정비", "공원 조성", "하천 정비"}
    cards = [
        printed("1", "도서관 건립"),
        printed("2", "공원 조성"),
        printed("1", "시장 정비"),
        printed("2", "하천 정비"),
    ]
    assert contents_issues(entries, cards) == []


@pytest.mark.parametrize("line", ["1 광장 조성 2\t3", "12\t광장 조성\t3"])
def test_a_gap_within_an_entry_parts_no_columns(line: str) -> None:
    place = Place(1, 50, 50, 500, 60)
    pieces = [Piece("line", place, 10, Line(text, place)) for text in ("목 차", line, "13 시장 정비\t5")]
    assert len(entries_of(pieces, Vocabulary.standard())) == 2


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


LIST = "번호\t공약명\t담당부서\n1\t청년 공간 조성\t일자리정책과\n2\t체육관 건립\t체육진흥과\n"
PLAIN = "○ 임기구분: ■임기내 □임기외\n○ 사업개요\n - 정비\n○ 추진실적\n - 착공: 2019. 3.\n"


def test_a_table_that_lists_the_cards_is_a_contents_page() -> None:
    book = f"Ⅰ. 공약 총괄표\n{LIST}\nⅡ. 공약별 실천계획\n\n1. 청년 공간 조성\n{PLAIN}\n2. 체육관 건립\n{PLAIN}"
    rows = convert_bytes(book.encode())
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(1, "청년 공간 조성"), (2, "체육관 건립")]
    assert "contents.mismatch" not in {issue["code"] for issue in rows["issues"]}
    changed = convert_bytes(book.replace("2. 체육관", "2. 수영장").encode())
    assert [issue["code"] for issue in changed["issues"] if issue["severity"] == "warning"].count(
        "contents.mismatch"
    ) == 1


def test_a_form_of_one_card_lists_none() -> None:
    rows = convert_bytes(f"번호\t공약명\t담당부서\n1\t청년 공간 조성\t일자리정책과\n\n{PLAIN}".encode())
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == [(1, "청년 공간 조성")]


def test_a_list_of_one_fields_cards_misses_none_of_the_others() -> None:
    few = "목 차\n\n1. 도서관 건립 ······· 3\n2. 공원 조성 ······· 5\n\n"
    text = few + "".join(
        CARD.format(number=number, title=title)
        for number, title in enumerate(("도서관 건립", "공원 조성", "시장 정비", "체육관 신축", "청년 주택"), 1)
    )
    assert mismatches(text) == []


def test_counts_of_cards_by_field_are_no_list() -> None:
    counts = "총괄 현황\n\n| 분야 | 계 | 신규 |\n|---|---|---|\n| 교육과 문화 | 3 | 2 |\n| 경제와 일자리 | 5 | 1 |\n\n"
    text = counts + book((1, "도서관 건립"), (2, "공원 조성"), (3, "시장 정비")).removeprefix(CONTENTS)
    assert mismatches(text) == []


def test_a_list_of_people_behind_the_cards_is_no_contents_page() -> None:
    cards = book((1, "도서관 건립"), (2, "공원 조성"), (3, "시장 정비"))
    people = "".join(f"| {k} | 위촉위원 대표 | 기획예산과 |\n" for k in (1, 2, 3))
    back = f"\f공약이행평가단 명단\n| 연번 | 구분 | 소속 |\n|---|---|---|\n{people}"
    assert mismatches(cards.replace("목 차", "목차") + back) == []


def test_cards_with_one_number_meet_the_entries_of_that_number_in_their_order() -> None:
    # Numbers begin anew in each part of the book; the second card of the second part has another title than is listed.
    entries = [
        Entry(number, title, Place()) for number, title in (("1", "가"), ("2", "나"), ("1", "다"), ("2", "라마바"))
    ]
    cards = [printed(number, title) for number, title in (("1", "가"), ("2", "나"), ("1", "다"), ("2", "사아자"))]
    [issue] = contents_issues(entries, cards)
    assert "'라마바'" in issue.message
    assert "'사아자'" in issue.message


def test_a_number_and_a_title_behind_a_field_are_named_as_they_are_listed() -> None:
    entries = [Entry("1", "전통시장 주차장", Place()), Entry("2", "골목 공원", Place())]
    cards = [printed(None, "경제 1 전통시장 주차장"), printed(None, "경제 2 골목길"), printed("3", "환경 2 골목 공원")]
    named = [(card.number, card.title) for card in named_as_listed(cards, entries)]
    assert named == [("1", "전통시장 주차장"), (None, "경제 2 골목길"), ("3", "환경 2 골목 공원")]
    bare = [printed(None, "1 전통시장 주차장"), printed(None, "1 골목 공원")]
    named = [(card.number, card.title) for card in named_as_listed(bare, entries)]
    assert named == [("1", "전통시장 주차장"), (None, "1 골목 공원")]


def test_fields_over_titles_without_numbers_are_no_cards() -> None:
    contents = (
        "목 차\n\nⅠ. 교육 ····· 3\n도서관 건립 ····· 3\n공원 조성 ····· 5\nⅡ. 경제 ····· 7\n시장 정비 ····· 7\n\n"
    )
    cards = "".join(CARD.format(number="", title="").replace(". ", f"공약명: {title}", 1) for title in TITLES)
    assert [card["title"] for card in convert_bytes((contents + cards).encode(), "book.txt")["cards"]] == list(TITLES)
    assert mismatches(contents + cards) == []
