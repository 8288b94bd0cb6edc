"""Titles on pages of their own before the choices and sections of their cards."""

from __future__ import annotations

import pytest

from pledgecards.extract.cards.covers import on_covers
from pledgecards.extract.cards.parting import segments
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary

BODY = ("□ 사업개요", "- 관내 전 지역", "□ 추진계획", "- 설계", "□ 추진실적", "- 착공: 2019. 3. 5.")


def heads(*pages: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """What stands on the first line of every card, and what stands in none."""
    pieces = on_pages(*pages)
    found, outside = segments(pieces, Vocabulary.standard())
    lines = [piece.line.text if piece.line else "" for piece in pieces]
    return [lines[card.start] for card in found], [lines[at] for at in outside]


def on_pages(*pages: tuple[str, ...]) -> list[Piece]:
    """Lines on pages."""
    pieces = []
    for page, lines in enumerate(pages, 1):
        for row, text in enumerate(lines):
            place = Place(page=page, x0=60.0, top=60.0 + 20 * row, x1=500.0, bottom=72.0 + 20 * row)
            pieces.append(Piece("line", place, len(text), Line(text, place, size=12.0)))
    return pieces


def test_each_card_of_a_book_has_the_title_on_the_page_before_it() -> None:
    pages = (("3. 통학로 정비",), BODY, ("4. 도서관 건립",), BODY, ("5. 놀이터 확충",), BODY)
    assert heads(*pages) == (["3. 통학로 정비", "4. 도서관 건립", "5. 놀이터 확충"], [])


def test_who_is_in_charge_may_stand_over_the_sections() -> None:
    body = ("담당부서: 교통과", *BODY)
    pieces = on_pages(("통학로 정비",), body, ("도서관 건립",), body)
    first, second = (at for at, piece in enumerate(pieces) if piece.line and piece.line.text == BODY[0])
    assert on_covers(pieces, [first, second - 2], [first, second], Vocabulary.standard()) == [0, second - 2]


def test_the_page_of_a_field_before_that_of_a_title_is_of_no_card() -> None:
    pages = (("Ⅰ. 안전한 도시",), ("통학로 정비",), BODY, ("Ⅱ. 배움과 문화",), ("도서관 건립",), BODY)
    assert heads(*pages) == (["통학로 정비", "도서관 건립"], ["Ⅰ. 안전한 도시", "Ⅱ. 배움과 문화"])


def test_pages_of_fields_alone_give_no_titles() -> None:
    pages = (("Ⅰ. 안전한 도시",), BODY, ("Ⅱ. 배움과 문화",), BODY)
    assert heads(*pages)[1] == ["Ⅰ. 안전한 도시", "Ⅱ. 배움과 문화"]


@pytest.mark.parametrize(
    ("cover", "told"), [("7. 통학로 정비", True), ("공약명: 통학로 정비", True), ("함께하는 복지", False)]
)
def test_that_of_the_only_card_has_a_number_or_a_label(cover: str, told: bool) -> None:
    assert heads((cover,), BODY) == (([cover], []) if told else (["□ 사업개요"], [cover]))
