"""What on the pages of a card tells that another was read into it."""

from __future__ import annotations

import pytest

from pledgecards.extract.card import Item, PrintedCard
from pledgecards.extract.cards.doubts import doubts_of
from pledgecards.extract.page import Place
from pledgecards.schemas.vocabulary import Vocabulary


def card_with(*lines: tuple[int, str, str | None]) -> PrintedCard:
    """A card `12.` on two pages with these lines: page, text, marker."""
    items = tuple(
        Item(at, None, "bullet", 1, "plan", marker, text, f"{marker or ''} {text}".strip(), Place(page))
        for at, (page, text, marker) in enumerate(lines, 1)
    )
    return PrintedCard("12.", "마을 도서관", Place(1), 1, 2, items, (), (), (), (), 0, 0)


@pytest.mark.parametrize(
    ("text", "marker", "codes"),
    [
        ("공약 106. 청소년 문화의집 조성", None, ["card.several"]),
        ("작은도서관 활성화", "27.", ["card.several"]),
        ("공약 12. 마을 도서관", None, []),
        ("작은도서관 활성화", "3.", []),
        ("작은도서관 활성화", "○", []),
    ],
)
def test_the_number_of_another_pledge_at_the_top_of_a_page(text: str, marker: str | None, codes: list[str]) -> None:
    card = card_with((1, "위치 선정", "2."), (2, text, marker), (2, "설계", "-"))
    assert [issue.code for issue in doubts_of(card, Vocabulary.standard())] == codes


def test_headings_that_each_stand_twice_in_a_row() -> None:
    def codes(*lines: tuple[str, str]) -> list[str]:
        items = tuple(
            Item(at, None, "heading", 1, "plan", marker, text, f"{marker} {text}", Place(None))
            for at, (marker, text) in enumerate(lines, 1)
        )
        card = PrintedCard("12.", "마을 도서관", Place(None), None, None, items, (), (), (), (), 0, 0)
        return [issue.code for issue in doubts_of(card, Vocabulary.standard())]

    overview, plan = ("Ⅰ.", "정책개요"), ("Ⅱ.", "추진계획")
    assert codes(overview, overview, plan, plan) == ["card.several"]
    assert codes(overview, plan, plan) == []
    assert codes(overview, plan, ("Ⅲ.", "추진계획")) == []
