"""Running heads and feet and page numbers: what stands in the margins of the pages and is no part of a card."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pledgecards.extract.captions import as_of_note, is_caption
from pledgecards.extract.layout.margins.browsers import by_browser
from pledgecards.extract.layout.margins.card_heads import heads_of_cards
from pledgecards.extract.layout.margins.running import Edge, at_one_height, counted_feet, counted_heads, heads_of_parts
from pledgecards.extract.layout.margins.side_margins import names_in_side_margins
from pledgecards.extract.markers import DASH, DOT, ITEM, SECTION, split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line, Page
from pledgecards.extract.people.lines import names_office
from pledgecards.extract.sections.headings import names_section, offers_options
from pledgecards.extract.titles.documents import names_body, names_document
from pledgecards.schemas.bodies import short_body_names
from pledgecards.schemas.notation import TILDES, YEAR
from pledgecards.schemas.vocabulary import Vocabulary

_MARGIN = 0.13
"""The margins are this share of the page's height, at its top and at its foot."""

_SAME_HEIGHT = 4.0
_FEW = 3
"""A file of so few pages has no parts."""

_DASHES = f"-–—―‐‑−ㅡ─{TILDES}"
_COUNT = r"\s*(?:p(?:age)?\.?|쪽)?\s*\d{1,4}\s*(?:(?:[/|]|of)\s*\d{1,4})?\s*(?:쪽|면|page|p)?\s*"
# A bracket that only closes is of what a line's end cut in two: `(042-606-` over `1113)`.
_NUMBER = re.compile(
    rf"^[{_DASHES}]*(?:{_COUNT}|\s*[\[(<〈《]+[{_DASHES}]*{_COUNT}[{_DASHES}]*[\])>〉》]+\s*)[{_DASHES}]*$",
    re.IGNORECASE,
)
# At the top of a page a bare or bracketed number may be a card's own.
_NUMBER_ABOVE = re.compile(
    rf"^(?:[{_DASHES}]\s*\d{{1,4}}\s*[{_DASHES}]|\d{{1,4}}\s*/\s*\d{{1,4}}|p(?:age)?\.?\s*\d{{1,4}}|\d{{1,4}}\s*(?:쪽|page))$",
    re.IGNORECASE,
)
_OF_BODY = re.compile(rf"([가-힣]+(?: [가-힣]+)?)\s+[{_DASHES}|]?\s*(\d{{1,3}})\s*[{_DASHES}]?")
_DIGITS = re.compile(r"\d+")
_DAY = re.compile(rf"{YEAR}\s?[.년]\s?(?:1[0-2]|0?[1-9])(?!\d)")
_NOTES = "※＊* "


def set_furniture_apart(pages: list[Page], vocabulary: Vocabulary) -> list[Page]:
    """The pages with running heads, feet, names along their sides and page numbers moved from their blocks to their furniture.

    A line is one if the same text stands at the same height of several pages (numbers apart at the foot), outside
    everything that does not repeat; the name of a section never is. A page number is one on a single page too, and what a browser prints around its pages.
    """
    sides = names_in_side_margins(pages, lambda text, on: _is_section(text, on, vocabulary))
    edges = [edge for index, page in enumerate(pages) for edge in _edges(index, page)]
    if not edges and not sides:
        return pages
    repeated = _repeated(edges, pages, vocabulary) | _repeated_by_card(edges, pages, vocabulary)
    if len(pages) > _FEW:
        repeated |= counted_feet(edges)
        repeated |= counted_heads([edge for edge in edges if edge.head and not _is_large([edge], pages)])
        repeated |= heads_of_cards(edges, pages, vocabulary)
        repeated |= heads_of_parts(edges, pages, lambda text, on: _is_section(text, on, vocabulary))
    numbers = {(e.page, e.block) for e in edges if _is_number(e) or _is_number_of_body(e) or by_browser(e)}
    candidates = repeated | numbers | sides
    body = _body(pages, candidates)
    tops = sorted(top for top, _ in body if top is not None)
    bottoms = sorted(bottom for _, bottom in body if bottom is not None)
    # Most pages begin below their head; one that begins higher (a cover) does not speak for the others.
    first = tops[len(tops) // 4] if tops else float("inf")
    last = bottoms[len(bottoms) // 4] if bottoms else float("inf")
    chosen: dict[int, set[int]] = {}
    for index, block in sides:
        chosen.setdefault(index, set()).add(block)
    for edge in edges:
        key = (edge.page, edge.block)
        if key not in candidates:
            continue
        top, bottom = body[edge.page]
        if edge.head:
            outside = edge.inner <= min(first, top if top is not None else first) + 2
        else:
            outside = bottom is None or edge.inner <= bottom + 2
            outside &= key in numbers or edge.inner <= last + 2
        if outside:
            chosen.setdefault(edge.page, set()).add(edge.block)
    return [_without(page, chosen[index]) if index in chosen else page for index, page in enumerate(pages)]


def _edges(index: int, page: Page) -> list[Edge]:
    found: list[Edge] = []
    head, foot = _MARGIN * page.height, (1 - _MARGIN) * page.height
    for at, block in enumerate(page.blocks):
        top, bottom = block.place.top, block.place.bottom
        if top is None or bottom is None or head < bottom and top < foot or not isinstance(block, Line):
            continue
        above = bottom <= head
        height, inner = (top, bottom) if above else (page.height - top, page.height - top)
        found.append(Edge(index, at, above, height, inner, block.text, block.size))
    return found


def _is_number(edge: Edge) -> bool:
    return len(edge.text) <= 16 and bool((_NUMBER_ABOVE if edge.head else _NUMBER).match(edge.text))


def _is_number_of_body(edge: Edge) -> bool:
    """Whether a line at the foot is the page's number behind the name of the body (`가람군 1`, `가람군 - 1 -`)."""
    found = None if edge.head else _OF_BODY.fullmatch(edge.text)
    if found is None or int(found[2]) != edge.page + 1:
        return False
    return names_body(found[1]) or found[1] in short_body_names()


def _repeated(edges: Sequence[Edge], pages: Sequence[Page], vocabulary: Vocabulary) -> set[tuple[int, int]]:
    """The lines whose text stands at the same height on several pages."""
    if len(pages) < 2:
        return set()
    alike: dict[tuple[bool, str], list[Edge]] = {}
    for edge in edges:
        text = edge.text if edge.head else _DIGITS.sub("0", edge.text)
        alike.setdefault((edge.head, text), []).append(edge)
    found: set[tuple[int, int]] = set()
    for (_, text), members in alike.items():
        if len(members) < 2 or (members[0].head and (text.isdigit() or _numbers_pledge(text, vocabulary))):
            continue
        if _is_bullet(members[0], vocabulary):
            continue
        for group in at_one_height(members, _SAME_HEIGHT):
            on = sorted({e.page for e in group})
            few = len(on) < 3 and len(on) * 2 < len(pages)
            # In a file that was bound of others each may have a head of its own.
            if few and not (group[0].head and not _are_apart(on) and names_document(text, vocabulary)):
                continue
            if len(on) < 2 or (_is_section(text, on, vocabulary) and not _is_day_of_all(text, on, pages)):
                continue
            if _is_choice(group, pages, on, vocabulary):
                continue
            found.update((e.page, e.block) for e in group)
    return found


def _is_bullet(edge: Edge, vocabulary: Vocabulary) -> bool:
    """Whether a line is a card's own: two cards may end, or go on over a page, with like deeds at one height (`○ 준공`, `- '19. 3. 3. : 착공`)."""
    rank = split_marker(edge.text, vocabulary).rank
    if rank in (SECTION, ITEM) and not edge.head:
        return True
    return rank in (SECTION, ITEM, DASH, DOT) and _DAY.search(edge.text) is not None and as_of_note(edge.text) is None


def _numbers_pledge(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but a pledge's number (`공약 1-3`): it stands on every page of its card."""
    found = numbered(text, vocabulary) if any(map(str.isdigit, text)) else None
    return found is not None and found.named and not found.title


def _is_section(text: str, pages: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether a text at one height of several pages heads a section there, or is the unit of a table: the cards of a book may all break
    before the same one. With a marker or a remark (`Ⅲ. 추진상황`) it may also be the book's chapter, and who is in charge may stand over all of a
    card: on pages that follow each other."""
    if vocabulary.sections.match(text, rough=False) is not None or is_caption(text.lstrip(_NOTES)):
        return True
    return _are_apart(pages) and (names_section(text, vocabulary) or names_office(text, vocabulary))


def _is_day_of_all(text: str, on: Sequence[int], pages: Sequence[Page]) -> bool:
    """Whether a text at one height of all pages, cover and contents among them, is the day that their figures are of."""
    return _FEW < len(pages) == len(on) and as_of_note(text) == text


def _is_choice(edges: Sequence[Edge], pages: Sequence[Page], on: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether lines that stand alike on several pages are a choice, as cards may all begin with whose titles stand on pages before them: on pages
    apart, or among other choices. What explains the marks of a book on all its pages stands alone."""
    if not offers_options(edges[0].text, vocabulary):
        return False
    beside = (pages[edge.page].blocks[max(edge.block - 1, 0) : edge.block + 2] for edge in edges)
    lines = ([block.text for block in blocks if isinstance(block, Line)] for blocks in beside)
    return _are_apart(on) or all(sum(offers_options(text, vocabulary) for text in texts) > 1 for texts in lines)


def _are_apart(pages: Sequence[int]) -> bool:
    return all(later - page > 1 for page, later in pairwise(pages))


def _repeated_by_card(edges: Sequence[Edge], pages: Sequence[Page], vocabulary: Vocabulary) -> set[tuple[int, int]]:
    """Heads of a book that name the card (`민선7기 복지 3-1 공약`): alike but for their digits and at one height on most pages, the same on the
    pages of a card, and set no larger than the text. A number alone, or with a title behind it, is the card's own."""
    alike: dict[str, list[Edge]] = {}
    for edge in edges:
        if edge.head and _DIGITS.search(edge.text):
            alike.setdefault(_DIGITS.sub("0", edge.text), []).append(edge)
    found: set[tuple[int, int]] = set()
    for members in alike.values():
        tops = [edge.height for edge in members]
        counts = Counter(edge.text for edge in members)
        if len(members) * 2 < len(pages) or max(tops) - min(tops) > _SAME_HEIGHT:
            continue
        if len(counts) < 2 or sum(count > 1 for count in counts.values()) < 2:
            continue
        if numbered(members[0].text, vocabulary) is None and not _is_large(members, pages):
            found.update((edge.page, edge.block) for edge in members)
    return found


def _is_large(edges: Sequence[Edge], pages: Sequence[Page]) -> bool:
    """Whether the lines are set larger than most of what stands on their pages."""
    sizes = [line.size for edge in edges for line in pages[edge.page].lines()]
    return edges[0].size > median(sizes)


def _body(pages: Sequence[Page], candidates: set[tuple[int, int]]) -> list[tuple[float | None, float | None]]:
    """How far what stands on each page besides the candidates ends from the page's top, and from its foot; None where nothing does."""
    body: list[tuple[float | None, float | None]] = []
    for index, page in enumerate(pages):
        places = [block.place for at, block in enumerate(page.blocks) if (index, at) not in candidates]
        tops = [place.top for place in places if place.top is not None]
        bottoms = [page.height - place.bottom for place in places if place.bottom is not None]
        body.append((min(tops, default=None), min(bottoms, default=None)))
    return body


def _without(page: Page, chosen: set[int]) -> Page:
    blocks = tuple(block for at, block in enumerate(page.blocks) if at not in chosen)
    apart = tuple(block for at, block in enumerate(page.blocks) if at in chosen and isinstance(block, Line))
    return replace(page, blocks=blocks, furniture=page.furniture + apart)
