"""The contents page of a book of cards, and whether the cards that were found agree with it."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from pledgecards.extract.card import PrintedCard
from pledgecards.extract.cards.listed import listed_cards
from pledgecards.extract.issue import Issue
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Place, Table
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import heading_match
from pledgecards.extract.titles.numbering import number_key
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary, fold

LEADER = re.compile(rf"[\s.…‥{MIDDOTS}\-–─]*[\s.…‥{MIDDOTS}]+(\d{{1,4}})\s*$")
"""What leads from an entry of a contents page to its page number."""

_ROMAN = re.compile(r"(?:[Ⅰ-Ⅻ]+|[IVX]{1,4})[.)]?")
_NUMBER_WITHIN = re.compile(r"(?:[^\d\s][^\d]{0,14}?\s)?(\d{1,3}(?:-\d{1,2})?)\s(\S.*)")
"""The name of a field, or nothing, a number, a title."""

_COLUMNS = re.compile(r"(?<=\d)\s*\t\s*")
"""What parts the page number of an entry from the entry in the next column."""

_MOST_LINES = 80
_SAME = 92.0
"""Of 100: titles at least this alike are the same title, printed with a slip."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents page: number as printed and title."""

    number: str
    title: str
    place: Place


def entries_of(outside: Sequence[Piece], vocabulary: Vocabulary) -> list[Entry]:
    """The entries of the contents page among the pieces that stand in no card; none if there is no such page.

    A contents page is told by its heading (`목차`), by three or more numbered lines that end in page numbers, or by a table that lists
    numbers and titles. Lines without page numbers count up to the next table or section.
    """
    listed = [
        Entry(*one) for piece in outside if piece.table is not None for one in listed_cards(piece.table, vocabulary)
    ]
    if listed:
        return listed
    headed = under = unnumbered = False
    last: Place | None = None
    entries: list[Entry] = []
    led: list[Entry] = []
    for piece in outside:
        if piece.table is not None:
            listing = list(_table_entries(piece.table, vocabulary)) if last is None or _near(last, piece.place) else []
            entries += listing
            last = piece.place if headed and listing else last
            under = False
        elif piece.line is not None and heads_contents(piece.line.text, vocabulary):
            headed = under = True
            last = piece.place
        elif piece.line is not None:
            for said in _side_by_side(piece.line.text, vocabulary):
                leader = LEADER.search(said)
                under = under and (leader is not None or heading_match(piece.line, vocabulary) is None)
                found = numbered(said[: leader.start()] if leader else said, vocabulary)
                unnumbered |= found is None and leader is not None
                if found is not None and found.title and (leader is not None or under):
                    entries.append(Entry(found.number, found.title, piece.place))
                    led += entries[-1:] if leader is not None else []
    if unnumbered and all(counts_parts(entry.number) for entry in entries):
        return []  # fields over cards without numbers
    if len(led) >= 2 and (headed or len(led) >= 3):
        return _without_fields(led)  # lines without a page number are fields, or dividers further on
    return _without_fields(entries) if headed and len(entries) >= 2 else []


def without_leader(text: str) -> str:
    """An entry of a contents page without what leads to its page number, and that."""
    return LEADER.sub("", text).strip()


def _side_by_side(text: str, vocabulary: Vocabulary) -> list[str]:
    """The entries of a contents page in columns that stand in one line, each with a number, a title and a page number; else the line as it is."""
    parts = _COLUMNS.split(text)
    for part in parts if len(parts) > 1 else ():
        leader = LEADER.search(part)
        found = numbered(part[: leader.start()], vocabulary) if leader is not None else None
        if found is None or not found.title:
            return [text]
    return parts


def _near(last: Place, place: Place) -> bool:
    """Whether a table may go on with the contents: on their page or the next."""
    if place.page is not None and last.page is not None:
        return place.page <= last.page + 1
    return (place.line or 0) <= (last.line or 0) + _MOST_LINES


def _without_fields(entries: list[Entry]) -> list[Entry]:
    """The entries without those that name a field over others: Roman numerals among figures."""
    fields = [entry for entry in entries if counts_parts(entry.number)]
    return [entry for entry in entries if entry not in fields] if len(fields) < len(entries) else entries


def counts_parts(number: str) -> bool:
    """Whether a number is one Roman numeral: it counts fields, or the parts of a book, and no cards."""
    return _ROMAN.fullmatch(number) is not None


def heads_contents(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is the heading of a contents page (`목차`, `공약사업 총괄표`)."""
    match = vocabulary.cards.match(text.strip("[]【】<>〈〉■□ "), rough=False)
    return match is not None and match.key == "contents"


def _table_entries(table: Table, vocabulary: Vocabulary) -> Iterator[Entry]:
    grid = table.grid()
    for row in grid:
        texts = [text for _, text in dict.fromkeys((cell.col, cell.text) for cell in row if cell.text)]
        words = [text for text in texts if re.search(r"[가-힣]{2}", text) and len(fold(text)) >= 4]
        numbers = [text for text in texts if (n := numbered(text, vocabulary)) is not None and not n.title]
        if not numbers or not words or vocabulary.heads.match(words[0], rough=False) is not None:
            continue
        title = max(words, key=len)
        if texts.index(numbers[0]) < texts.index(title):  # `주거 | 3 | 2`: how many there are, not which
            yield Entry(numbers[0], title, row[0].place)


def named_as_listed(cards: Sequence[PrintedCard], entries: Sequence[Entry]) -> list[PrintedCard]:
    """The cards, each with the number and the title that the contents list apart, where its own line says both, behind the name of its
    field or not (`경제 1 전통시장 주차장`, listed as `1 | 경제 | 전통시장 주차장`); else as it is."""
    listed: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        listed.setdefault((number_key(entry.number), fold(entry.title)), entry)
    named = []
    for card in cards:
        met = _NUMBER_WITHIN.fullmatch(card.title) if card.number is None and card.title is not None else None
        found = listed.get((number_key(met[1]), fold(met[2]))) if met is not None else None
        named.append(card if found is None else replace(card, number=found.number, title=found.title))
    return named


def contents_issues(entries: Sequence[Entry], cards: Sequence[PrintedCard]) -> list[Issue]:
    """An issue for each entry without a card, each card without an entry, and each pair whose titles differ."""
    if not entries:
        return []
    issues = []
    by_number, by_title, by_both = _Index(), _Index(), _Index()
    for at, card in enumerate(cards):
        if card.number is not None and card.title is not None:
            by_both.add(number_key(card.number) + fold(card.title), at)
        by_number.add(None if card.number is None else number_key(card.number), at)
        by_title.add(None if card.title is None else fold(card.title), at)
    left = dict(enumerate(cards))
    unmet = []
    for entry in _once(entries):
        found = by_both.first(number_key(entry.number) + fold(entry.title), left)
        if found is None:
            unmet.append(entry)
        else:
            del left[found]
    for entry in unmet:
        found = by_number.first(number_key(entry.number), left)
        found = by_title.first(fold(entry.title), left) if found is None else found
        if found is None:
            issues.append(
                _issue(
                    f"목차의 '{f'{entry.number} {entry.title}'.strip()}'에 해당하는 공약카드를 찾지 못했습니다.",
                    entry.place,
                    entry.title,
                )
            )
            continue
        card = left.pop(found)
        if card.title is not None and fuzz.ratio(fold(card.title), fold(entry.title)) < _SAME:
            message = f"목차에는 '{entry.title}'인데 공약카드의 제목은 '{card.title}'입니다."
            issues.append(_issue(message, card.title_place, card.title))
    # What lists but a few of the cards (those of one field) misses none.
    for card in left.values() if 2 * len(left) <= len(cards) else ():
        message = f"공약카드 '{card.title or card.number or '제목 없음'}'이(가) 목차에 없습니다."
        issues.append(_issue(message, card.title_place, card.title))
    return issues


class _Index:
    """Where cards stand in their book, by what they are called."""

    def __init__(self) -> None:
        self._places: dict[str, deque[int]] = defaultdict(deque)

    def add(self, key: str | None, at: int) -> None:
        """Notes a card; without a key it is found under none."""
        if key is not None:
            self._places[key].append(at)

    def first(self, key: str, left: Container[int]) -> int | None:
        """The first card of that key among those left."""
        places = self._places.get(key, deque())
        while places and places[0] not in left:
            places.popleft()
        return places[0] if places else None


def _once(entries: Sequence[Entry]) -> Iterable[Entry]:
    """The entries without those that come again: a book may list its cards once more, with what else it says about each."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        found.setdefault((number_key(entry.number), fold(entry.title)), entry)
    return found.values()


def _issue(message: str, place: Place, raw: str | None) -> Issue:
    return Issue("contents.mismatch", message, "cards", "title", place, raw)
