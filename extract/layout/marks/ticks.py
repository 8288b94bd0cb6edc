"""Ticks that are drawn over text: in a printed box, or over the words that they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.rows.row import Row, word_at
from pledgecards.schemas.notation import BULLET_LETTERS

OVERLAP = 0.35
"""A tick of which no more than this share stands over letters stands beside them."""

_COVERED = 0.5
"""The share of a printed box that a tick in it covers."""

_OPENING, _CLOSING = r"(\[（［【〔", r")\]）］】〕"
_PIECE = re.compile(rf"[{_OPENING}] *[{_CLOSING}]|[{BULLET_LETTERS}](?=\s)|[^\W_]+|[^\w\s]|_")
_TICKED, _TICK = "☑", "✓"


def drawn_over(rows: Sequence[Row], box: Box, empty: AbstractSet[str]) -> tuple[Row, int, int] | None:
    """What a tick is drawn over: the box, the ring or the brackets printed in a row's text, which are ticked there from now on, else the
    word; None where it stands beside all words. rows: those on its height that it touches, the nearest first. empty: the signs of boxes to be ticked."""
    for row in rows:
        for share, width, start, end in _covered(row, box):
            ticked = _ticked(row.text[start:end], empty) if share >= _COVERED * width else None
            if ticked is not None:
                row.text = row.text[:start] + ticked + row.text[end:]
                return row, start, end
    for row in rows:
        words = [(share, start, end) for share, _, start, end in _covered(row, box) if row.text[start].isalnum()]
        share, start, end = max(words, default=(0.0, 0, 0))
        if share > OVERLAP * (box[2] - box[0]):
            return row, start, end
    return None


def rings_word(within: tuple[Row, int, int] | None, box: Box) -> bool:
    """Whether a curve stands round a word of a letter or two rather than over it: it holds all of the word, and nothing else. within: the
    stretch of a row that lies in its box."""
    if within is None:
        return False
    row, start, end = within
    around = box[0] <= row.left[start] and row.right[end - 1] <= box[2] and row.size <= box[3] - box[1]
    return around and row.text[start:end].isalpha() and (start, end) == word_at(row.text, start)


def _covered(row: Row, box: Box) -> Iterator[tuple[float, float, int, int]]:
    """The words and signs of a row that lie under a box: how much of their width, all of it, and where they stand."""
    lefts, rights = row.left, row.right
    for piece in _PIECE.finditer(row.text):
        start, end = piece.span()
        left, right = lefts[start], rights[end - 1]
        share = min(box[2], right) - max(box[0], left)
        if share > 0:
            yield share, right - left, start, end


def _ticked(sign: str, empty: AbstractSet[str]) -> str | None:
    """The sign with a tick in it, as long as it is; None for one that has no room for any."""
    if sign in empty or sign in BULLET_LETTERS:
        return _TICKED
    return f"{sign[0]}{_TICK}{sign[2:]}" if len(sign) > 2 and sign[0] in _OPENING else None
