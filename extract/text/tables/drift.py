"""Heads of a copied page that stand left of their columns: in doubt nothing is under them."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.text.lines.textline import width_of
from pledgecards.extract.text.tables.gutters import Interval, Stretch, Unsure
from pledgecards.schemas.vocabulary import Vocabulary

_DRIFT = 3
"""How many columns heads may stand left of what is under them before they tell nothing of it."""


def surely_under(rows: list[list[Stretch]], vocabulary: Vocabulary) -> list[list[Stretch]]:
    """The lines that tell the columns: all, or those under heads that stand left of what is under them. Unsure where one of these may be
    under either of two heads."""
    heads, below = rows[0], rows[1:]
    reach = _reaches(heads)
    if all(end - head.end < _DRIFT for (_, end), head in zip(reach, heads, strict=True)):
        return rows
    if any(len(row) == len(heads) and not set(row) & set(heads) for row in below):
        return below
    places = {(head.start, head.end) for head in heads}
    for row in (row for row in below if 1 < len(row) < len(heads)):
        for piece in row[:-1] if _ends_in_rate(heads, row, vocabulary) else row:
            over = sum(piece.start <= end and start <= piece.end for start, end in reach)
            if over > 1 and (piece.start, piece.end) not in places:
                raise Unsure
    return rows


def _reaches(heads: Sequence[Stretch]) -> list[Interval]:
    """Where what is under each head may stand: on the page that was copied a letter of Hangul takes two columns, in the copy one, so
    that heads that single spaces part stand the further left of their columns the more letters are before them."""
    found: list[Interval] = []
    end = drift = 0
    for head in heads:
        drift = drift if head.start == end + 1 else 0
        found.append((head.start, head.end + drift))
        end, drift = head.end, drift + width_of(head.text) - len(head.text)
    return found


def _ends_in_rate(heads: Sequence[Stretch], row: Sequence[Stretch], vocabulary: Vocabulary) -> bool:
    """Whether a line's last figure alone is a share of a hundred, and the last head that of a rate."""
    met = vocabulary.heads.match(heads[-1].text, rough=False)
    shares = [piece for piece in row if piece.text.endswith("%") and len(piece.text) > 1]
    return met is not None and met.key == "rate" and shares == [row[-1]]
