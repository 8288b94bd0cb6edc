"""Titles that stand on the page of the one below them and are set larger, or in a text, which has no sizes, counted by a Roman numeral: the
names of the parts of a book (`Ⅱ. 활력있는 경제`), which are no card's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pledgecards.extract.cards.contents import counts_parts
from pledgecards.extract.cards.number_lines import number_of
from pledgecards.extract.fields import is_field
from pledgecards.extract.numbers import numbered
from pledgecards.extract.people.lines import is_office
from pledgecards.extract.pieces import Piece, on_one_page, size_of
from pledgecards.extract.titles.documents import names_body, names_document
from pledgecards.extract.titles.labelled import labelled
from pledgecards.extract.titles.lines import is_title_line
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LEAST = 2
_LARGER = 1.0
_FEWEST_LETTERS = 4

_Look = tuple[str, float, bool]
"""How a piece is set: its kind, its size, whether a number stands in it. What is bold on one page may not be told on another."""


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a card: where the name over it begins and ends (where the two are one, there is none), whether that is counted by a
    Roman numeral, and how the line below the name is set."""

    begin: int
    end: int
    counted: bool
    look: _Look

    @property
    def named(self) -> bool:
        return self.begin < self.end


def part_names(pieces: Sequence[Piece], heads: Sequence[tuple[int, int]], vocabulary: Vocabulary) -> frozenset[int]:
    """The indices of the pieces that name parts of a book; heads: where each card begins, and its first choice or section.

    Such a name stands right over the title of a card, which is set like the titles with which other cards begin; it is counted by a
    Roman numeral, or is set like another name of a part while most cards have none over them. Where each card is the only one of its part, all
    titles are set alike, with a number in each. In a book of few cards, too, it is none of theirs where the contents list the title below it.
    """
    if not heads:
        return frozenset()
    told = [_head(pieces, start, body, vocabulary) for start, body in heads]
    if listed := _over_listed(told, pieces, vocabulary):
        return frozenset(at for head in listed for at in range(head.begin, head.end))
    if len(heads) <= _LEAST:
        return frozenset()
    plain = {head.look for head in told if not head.named} or _each_alone(told)
    over = [head for head in told if head.named and head.look in plain]
    if not over:
        return frozenset()  # nearly all books
    followed = {id(one) for one, other in pairwise(told) if not other.named and other.look == one.look}
    groups: dict[_Look, list[_Head]] = defaultdict(list)
    for head in over:
        groups[_look(pieces[head.end - 1], vocabulary)].append(head)
    found: list[_Head] = []
    for alike in groups.values():
        names = {_said(pieces[head.end - 1]) for head in alike}
        few = 2 * len(over) <= len(told) and 2 * sum(id(head) in followed for head in alike) >= len(alike)
        if all(head.counted for head in alike) or (len(names) == len(alike) >= _LEAST and few):
            found += alike
    return frozenset(at for head in found for at in range(head.begin, head.end))


def _over_listed(told: Sequence[_Head], pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[_Head]:
    """The heads with a counted name over the title, where all these titles are listed before the first card."""
    counted = [head for head in told if head.named and head.counted]
    if not counted or not told[0].begin:
        return []
    listed = "\n".join(text for piece in pieces[: told[0].begin] for text in _texts(piece))
    titles = [_title_below(head, pieces, vocabulary) for head in counted]
    return counted if all(len(title) >= _FEWEST_LETTERS and title in listed for title in titles) else []


def _texts(piece: Piece) -> list[str]:
    """What a line says, or each cell of a table, folded."""
    return [fold(cell.text) for cell in piece.table.cells] if piece.table is not None else [_said(piece)]


def _each_alone(told: Sequence[_Head]) -> set[_Look]:
    """How the titles are set where each has a counted name over it, and a number."""
    looks = {head.look for head in told if head.counted and head.look[2]}
    return looks if len(looks) == 1 and all(head.counted for head in told) else set()


def _head(pieces: Sequence[Piece], start: int, body: int, vocabulary: Vocabulary) -> _Head:
    for at in range(max(start - 1, 0), min(body, len(pieces) - 1)):
        title = pieces[at + 1]
        if (
            not _is_name(pieces[at], vocabulary)
            or not _is_title(title, vocabulary)
            or not on_one_page(pieces[at], title)
        ):
            continue
        larger = size_of(pieces[at]) > size_of(title) + _LARGER
        if not larger and not (title.place.page is None and _counts(pieces[at], vocabulary)):
            continue
        above = pieces[at - 1] if at and on_one_page(pieces[at - 1], pieces[at]) else None
        alone = above is not None and _is_number_alone(above, vocabulary)
        if alone and above is not None and not _counts(above, vocabulary):
            break  # a card's number over its title
        return _Head(at - alone, at + 1, alone or _counts(pieces[at], vocabulary), _look(title, vocabulary))
    return _Head(start, start, False, _look(pieces[start], vocabulary))


def _is_name(piece: Piece, vocabulary: Vocabulary) -> bool:
    if piece.line is None or not (piece.kind == "title" or is_title_line(piece, vocabulary)):
        return False
    text = piece.line.text
    found = numbered(text, vocabulary)
    if found is not None and not (found.title and counts_parts(found.number)):
        return False
    return labelled(text, vocabulary) is None and not names_document(text, vocabulary) and not names_body(text)


def _is_title(piece: Piece, vocabulary: Vocabulary) -> bool:
    if piece.line is None or piece.kind in ("number", "title"):
        return piece.line is not None
    text = piece.line.text
    return is_title_line(piece, vocabulary) and not is_field(text, vocabulary) and not is_office(text)


def _is_number_alone(piece: Piece, vocabulary: Vocabulary) -> bool:
    found = number_of(piece, vocabulary)
    return found is not None and not found.title


def _counts(piece: Piece, vocabulary: Vocabulary) -> bool:
    found = number_of(piece, vocabulary)
    return found is not None and counts_parts(found.number)


def _look(piece: Piece, vocabulary: Vocabulary) -> _Look:
    line = piece.line
    if line is None:
        return piece.kind, 0.0, False
    return piece.kind, round(line.size, 1), numbered(line.text, vocabulary) is not None


def _said(piece: Piece) -> str:
    return fold(piece.line.text) if piece.line is not None else ""


def _title_below(head: _Head, pieces: Sequence[Piece], vocabulary: Vocabulary) -> str:
    """The title under the name of a part, folded, without its number, which may stand alone over it."""
    at = head.end + (head.end + 1 < len(pieces) and _is_number_alone(pieces[head.end], vocabulary))
    line = pieces[at].line
    found = numbered(line.text, vocabulary) if line is not None else None
    return fold(found.title) if found is not None and found.title else _said(pieces[at])
