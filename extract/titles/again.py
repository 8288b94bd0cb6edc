"""Lines of a card's body that print its number or its title once more, as a page does that goes on from the one before."""

from __future__ import annotations

import re

from pledgecards.extract.numbers import numbered
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.labelled import labelled, title_within
from pledgecards.extract.titles.numbering import parts_of, same_number
from pledgecards.schemas.vocabulary import Vocabulary, fold

_OF_PAGE = re.compile(r"[(（\[<]?\s*(?:계속|\d{1,2}\s*(?:쪽|면|/\s*\d{1,2}))\s*[)）\]>]?")

_GOES_ON = re.compile(r"\s*[(（\[<〔]\s*계\s*속\s*[)）\]>〕]\s*$")
"""What a page that goes on says behind a title: of a title itself it may be a part (`… 지원(계속)`)."""


def without_remark(text: str) -> str:
    """A title as a page that goes on prints it, without the remark that it does."""
    return _GOES_ON.sub("", text)


def printed_again(piece: Piece, number: str | None, title: str | None, vocabulary: Vocabulary) -> bool:
    """Whether a piece says nothing but the card's own number or title, or both: a labelled cell, or a line with their labels, which may name
    the page too."""
    if piece.line is None:
        return False
    text = piece.line.text
    if piece.kind in ("number", "title"):
        if piece.kind == "number":
            return same_number(text, number)
        return bool(title) and fold(title or "") in (fold(text), fold(without_remark(text)))
    if piece.kind == "line" and title and _is_whole_head(text, number, title, vocabulary):
        return True
    if piece.kind != "line" or "공약" not in text or not title:
        return False
    within = title_within(text, vocabulary)
    if within is not None:
        before, named = within
        return fold(named) == fold(title) and (not before or _is_number(before, number, vocabulary))
    found = labelled(text, vocabulary)
    if found is not None:
        same = found.number is None or parts_of(found.number) == parts_of(number or "")
        return found.title is not None and fold(found.title) == fold(title) and same
    return _is_number(text, number, vocabulary)


def _is_whole_head(text: str, number: str | None, title: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is the card's title once more: with its number, or with the remark that it goes on, and no other number."""
    if title[-1] not in text:
        return False  # most lines
    bare = without_remark(text)
    if fold(title) in (fold(text), fold(bare)):
        return bare != text and fold(text) != fold(title)
    if not fold(bare).endswith(fold(title)):
        return False  # most lines
    found = numbered(bare, vocabulary)
    return found is not None and same_number(found.number, number) and fold(found.title) == fold(title)


def _is_number(text: str, number: str | None, vocabulary: Vocabulary) -> bool:
    found = numbered(text, vocabulary)
    if found is None or not found.named or not number or parts_of(found.number) != parts_of(number):
        return False
    return not found.title or _OF_PAGE.fullmatch(found.title) is not None


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles are there and the same but for spaces and punctuation."""
    return bool(one and other) and fold(one or "") == fold(other or "")
