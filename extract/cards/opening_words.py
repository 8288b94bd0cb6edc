"""Sheets of a book that their first words tell: the name of a part of it over the list of its cards, which the
first of them may follow, and what closes it."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.cards.contents import counts_parts
from pledgecards.extract.cards.naming import SHORTEST, Heads, first_line, named_in
from pledgecards.extract.cards.sheets import Sheet
from pledgecards.extract.markers import split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Block, Line
from pledgecards.extract.sections.headings import heading_match
from pledgecards.extract.titles.numbering import number_key
from pledgecards.schemas.vocabulary import Vocabulary, fold

_FARTHEST = 40
"""So many blocks may name a part of a book, list its cards and hold the head of the first."""

_LONGEST_NAME = 30
_LARGER_THAN_HEAD = 3.0
_MOST_WORDS = 2


def divides(sheet: Sheet, heads: Heads, vocabulary: Vocabulary) -> bool:
    """Whether a sheet of a text holds but the name of a part of the book (`Ⅱ. 안전한 도시`), behind its numeral or below it, with a few words
    below that no sign heads, and the cards of the part."""
    line = first_line(sheet)
    found = numbered(line.text, vocabulary) if line is not None else None
    if found is None or not counts_parts(found.number):
        return False
    return len(sheet.blocks) == 1 or _lists_part(sheet.blocks[not found.title :], sheet.number, heads, vocabulary)


def _lists_part(blocks: Sequence[Block], number: int, heads: Heads, vocabulary: Vocabulary) -> bool:
    """Whether there are only a name, which heads no section of a card, a few words at most and titles of cards that begin elsewhere."""
    lines = [block for block in blocks if isinstance(block, Line)]
    if not lines or len(lines) < len(blocks) or any(heading_match(line, vocabulary) is not None for line in lines):
        return False
    said = [line for line in lines[1:] if not named_in(line, number, heads, vocabulary)]
    said = [line for line in said if all(fold(line.text) not in title for title in heads.sheets)]
    return len(said) <= _MOST_WORDS and all(split_marker(line.text, vocabulary).rank is None for line in said)


def part_listed(sheet: Sheet, heads: Heads, vocabulary: Vocabulary) -> int:
    """How many blocks at the top of a sheet name a part of the book and list its cards, where the first of these begins below them on the very
    sheet (`Ⅱ. 안전한 도시`, `3. 골목 공원`, `4. 안심 귀갓길`, then the card `3. 골목 공원`); 0 where none do."""
    first = first_line(sheet)
    found = numbered(first.text, vocabulary) if first is not None else None
    if first is None or found is None or not (found.title and counts_parts(found.number)):
        return 0
    if heading_match(first, vocabulary) is not None or not any(
        sheet.number in begun for begun in heads.sheets.values()
    ):
        return 0
    said = [_said(block, vocabulary) for block in sheet.blocks[1:_FARTHEST]]
    listed, again = 0, False
    while listed < len(said) and isinstance(sheet.blocks[listed + 1], Line):
        number, title = said[listed][0]
        below = [one for texts in said[listed + 1 :] for one in texts]
        here = any(title == other for _, other in below)
        elsewhere = bool(heads.sheets.get(title, frozenset()) - {sheet.number})
        # The title alone may stand once more in the form of its card, which has no other place for the number.
        if here and not (elsewhere or listed) and number not in (own for own, _ in below):
            return 0
        if len(title) < SHORTEST or not (here or elsewhere):
            break
        again |= here
        listed += 1
    return listed + 1 if again else 0


def _said(block: Block, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """The number, blank where there is none, and the folded title of a line, or those of every cell of a table."""
    texts = [block.text] if isinstance(block, Line) else [cell.text for cell in block.cells]
    pairs = []
    for text in texts:
        words = split_marker(text, vocabulary).words if (found := numbered(text, vocabulary)) is None else found.title
        pairs.append(("" if found is None else number_key(found.number), fold(words)))
    return pairs


def closes_book(sheet: Sheet, vocabulary: Vocabulary) -> bool:
    """Whether the first line of a sheet names what closes a book; or the one below a running head, set larger or, in a text, nothing else."""
    ends, begins = vocabulary.back_matter
    line, below = first_line(sheet), sheet.blocks[1] if len(sheet.blocks) > 1 else None
    if line is None or len(line.text) > _LONGEST_NAME or split_marker(line.text, vocabulary).rank is not None:
        return False
    name = fold(line.text)
    if name.endswith(ends) or name.startswith(begins):
        return True
    if not isinstance(below, Line) or len(below.text) > _LONGEST_NAME:
        return False
    name = fold(below.text)
    if not below.size:
        return name in ends or name in begins
    larger = below.size > line.size + _LARGER_THAN_HEAD
    return larger and (name.endswith(ends) or name.startswith(begins))
