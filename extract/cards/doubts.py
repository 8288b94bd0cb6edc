"""What makes it doubtful where cards begin: headings that come again within one, and a number that goes on from a line within the one before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.card import Item, PrintedCard
from pledgecards.extract.issue import Issue
from pledgecards.extract.numbers import Numbered, numbered
from pledgecards.extract.series import same_series
from pledgecards.extract.titles.numbering import parts_of
from pledgecards.schemas.vocabulary import Vocabulary, fold

_FEWEST_FIRST, _FEWEST = 2, 3
"""So many headings that come again one after the other are those of another card: of the first ones, and of others."""

_FEWEST_DOUBLED = 2
"""So many headings that each stand twice in a row are those of cards side by side whose lines were copied across both."""


def doubts_of(card: PrintedCard, vocabulary: Vocabulary) -> list[Issue]:
    """What tells that several cards may have been read as one: the first thing found."""
    return headings_again(card) or headings_doubled(card) or numbered_on_top(card, vocabulary)


def headings_again(card: PrintedCard) -> list[Issue]:
    """Headings of a card that come again one after the other, as in another card."""
    headings = [item for item in card.items if item.kind == "heading" and item.level == 1]
    names = [fold(item.text) for item in headings]
    first = tuple(names[:_FEWEST_FIRST])
    above = {first} if len(set(first)) == _FEWEST_FIRST else set()
    for at in range(_FEWEST_FIRST, len(names)):
        run = tuple(names[max(at - _FEWEST, 0) : at])
        if len(set(run)) == _FEWEST:
            above.add(run)
        if any(tuple(names[at : at + count]) in above for count in (_FEWEST_FIRST, _FEWEST)):
            message = (
                f"'{headings[at].text}'부터 앞의 항목들이 다시 나옵니다. 여러 공약카드가 하나로 읽혔을 수 있습니다."
            )
            return [_several(message, headings[at])]
    return []


def headings_doubled(card: PrintedCard) -> list[Issue]:
    """Headings of a card that each stand twice in a row, as where two cards side by side were copied line by line."""
    headings = [item for item in card.items if item.kind == "heading" and item.level == 1]
    doubled = [below for above, below in pairwise(headings) if below.marker and above.text_raw == below.text_raw]
    if len({fold(item.text) for item in doubled}) < _FEWEST_DOUBLED:
        return []
    message = f"'{doubled[0].text}'처럼 항목이 두 번씩 나옵니다. 나란한 여러 공약카드가 하나로 읽혔을 수 있습니다."
    return [_several(message, doubled[0])]


def numbered_on_top(card: PrintedCard, vocabulary: Vocabulary) -> list[Issue]:
    """The first line of a page behind a card's first that begins with the number of another pledge: one that says so (`공약 106. …`), or
    one before a title that counts on from nothing in the card."""
    page = card.page_first
    for item in card.items if page is not None else ():
        if item.place.page is None or item.place.page == page:
            continue
        page = item.place.page
        found = numbered(item.text_raw, vocabulary)
        if (
            found is None
            or parts_of(found.number) == parts_of(card.number or "")
            or not _is_of_other(found, item, card)
        ):
            continue
        message = f"'{item.text_raw}'(으)로 시작하는 쪽이 있습니다. 여러 공약카드가 하나로 읽혔을 수 있습니다."
        return [_several(message, item)]
    return []


def _is_of_other(found: Numbered, item: Item, card: PrintedCard) -> bool:
    """Whether a number is a pledge's, and not that of a line among the card's own."""
    if found.named:
        return True
    parts = parts_of(found.number)
    if item.kind == "heading" or not found.sure or not found.title or len(parts) != 1 or parts == (1,):
        return False
    return all(other.marker is None or parts_of(other.marker) != (parts[0] - 1,) for other in card.items)


def counted_on(cards: Sequence[PrintedCard]) -> list[list[Issue]]:
    """For each card, whether a line within it counts `1.` where the next card has the number `2.`, and it has itself another one than `1.`: its
    projects may have become cards."""
    found: list[list[Issue]] = [[] for _ in cards]
    for place, (card, after) in enumerate(pairwise(cards)):
        number = after.number or ""
        if parts_of(number) != (2,) or parts_of(card.number or "") == (1,):
            continue
        first = next((item for item in card.items if _is_first(item, number)), None)
        if first is not None:
            message = f"'{first.text_raw}'에 다음 카드의 번호 '{number}'이(가) 이어집니다. 한 카드의 세부사업이 여러 카드로 나뉘었을 수 있습니다."
            found[place].append(_several(message, first))
    return found


def _is_first(item: Item, number: str) -> bool:
    return item.marker is not None and same_series(item.marker, number) and parts_of(item.marker) == (1,)


def _several(message: str, item: Item) -> Issue:
    return Issue("card.several", message, "cards", "title", item.place, item.text_raw)
