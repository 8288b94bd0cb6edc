"""Titles behind bare figures that count the cards of a file."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.in_turn import named_in_turn
from pledgecards.extract.page import Place


def printed(number: str | None, title: str) -> PrintedCard:
    return PrintedCard(number, title, Place(), None, None, (), (), (), (), (), 0, 0)


def read(*titles: str) -> list[tuple[str | None, str | None]]:
    return [(card.number, card.title) for card in named_in_turn([printed(None, title) for title in titles])]


def test_each_figure_is_the_number_of_its_card() -> None:
    assert read("4 골목 공원", "5 통학로 정비", "6 도서관 건립") == [
        ("4", "골목 공원"),
        ("5", "통학로 정비"),
        ("6", "도서관 건립"),
    ]


@pytest.mark.parametrize(
    "titles",
    [("1 시민 1 스포츠",), ("1 골목 공원", "2 도서관"), ("1 골목 공원", "1 시민 1 스포츠", "2 도서관")],
    ids=["one card", "too few", "not in turn"],
)
def test_else_it_may_belong_to_the_title(titles: tuple[str, ...]) -> None:
    assert read(*titles) == [(None, title) for title in titles]


def test_a_card_with_a_number_of_its_own_tells_that_the_others_have_none() -> None:
    cards = [printed("7", "1 시민 1 스포츠"), printed(None, "2 인 가구 지원"), printed(None, "3 대 거리 조성")]
    assert named_in_turn(cards) == cards


def test_no_number_is_missed_then() -> None:
    body = "임기구분: ☑ 임기내 ☐ 임기후\n□ 사업개요\n○ 위치: 중앙동\n□ 추진계획\n○ 주민 의견을 들어 시행\n□ 기대효과\n○ 걷기 좋은 거리\n"
    titles = ("골목 공원 조성", "통학로 정비", "도서관 건립")
    text = "".join(f"공약명: {number} {title}\n{body}\n" for number, title in enumerate(titles, 1))
    rows = convert_bytes(text.encode(), "book.txt")
    assert [(card["pledge_no"], card["title"]) for card in rows["cards"]] == list(enumerate(titles, 1))
    assert "number.missing" not in {issue["code"] for issue in rows["issues"]}
