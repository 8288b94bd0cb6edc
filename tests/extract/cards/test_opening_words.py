"""The name of a part of a book over the list of its cards may stand on the page with which the first of them begins."""

from __future__ import annotations

import pytest

from pledgecards.extract.assemble import assemble
from pledgecards.extract.document import Document
from pledgecards.extract.page import Line, Page, Place
from pledgecards.schemas.vocabulary import Vocabulary

BODY = (
    (11.0, "■ 사업개요"),
    (10.0, "- 위치 : 관내 전 지역"),
    (11.0, "■ 추진실적"),
    (10.0, "- 착공 : 2019. 3. 5."),
    (11.0, "■ 향후계획"),
    (10.0, "- 준공"),
)
WALK, CARE, ROAD = "골목길 산책로 조성", "아이 돌봄 확대", "통학로 안전 정비"


def titles_of(*pages: tuple[tuple[float, str], ...]) -> list[tuple[str | None, str | None]]:
    """The number and the title of every card; of a page each line with its size."""
    printed = []
    for number, lines in enumerate(pages, 1):
        blocks = []
        for at, (size, text) in enumerate(lines):
            place = Place(page=number, x0=60.0, top=60.0 + 30 * at, x1=500.0, bottom=60.0 + 30 * at + size)
            blocks.append(Line(text, place, size=size))
        printed.append(Page(number, 595.0, 842.0, tuple(blocks), ink=sum(len(text) for _, text in lines)))
    cards = assemble(Document("application/pdf", tuple(printed)), Vocabulary.standard()).cards
    return [(card.number, card.title) for card in cards]


@pytest.mark.parametrize("sign", ["○ {}", "{}", "- {}"])
def test_a_card_without_a_number_keeps_its_title_below_the_list(sign: str) -> None:
    listed = tuple((14.0, sign.format(title)) for title in (WALK, CARE))
    first = ((26.0, "Ⅰ. 함께하는 복지"), *listed, (16.0, WALK), *BODY)
    pages = (first, ((16.0, CARE), *BODY), ((26.0, "Ⅱ. 안전한 도시"), (14.0, f"○ {ROAD}"), (16.0, ROAD), *BODY))
    assert titles_of(*pages) == [(None, WALK), (None, CARE), (None, ROAD)]


def test_a_number_in_a_line_of_its_own_is_that_of_the_card_not_of_the_list() -> None:
    listed = ((14.0, f"1. {WALK}"), (14.0, f"2. {CARE}"))
    first = ((26.0, "Ⅰ. 함께하는 복지"), *listed, (12.0, "1"), (12.0, WALK), *BODY)
    assert titles_of(first, ((12.0, "2"), (12.0, CARE), *BODY), ((12.0, "3"), (12.0, ROAD), *BODY)) == [
        ("1", WALK),
        ("2", CARE),
        ("3", ROAD),
    ]


def test_a_title_that_stands_once_more_without_its_number_is_no_list() -> None:
    first = ((26.0, "Ⅰ. 함께하는 복지"), (16.0, f"1. {WALK}"), (10.0, WALK), *BODY)
    pages = (first, ((16.0, f"2. {CARE}"), *BODY), ((16.0, f"3. {ROAD}"), *BODY))
    assert titles_of(*pages) == [("1.", WALK), ("2.", CARE), ("3.", ROAD)]


def test_what_a_section_counted_by_a_numeral_lists_is_the_cards_own() -> None:
    first = ((16.0, WALK), *BODY, (11.0, "Ⅰ. 추진계획"), (10.0, f"- {CARE}"), (10.0, "- 준공"))
    assert titles_of(first, ((16.0, CARE), *BODY), ((16.0, ROAD), *BODY)) == [(None, WALK), (None, CARE), (None, ROAD)]
