"""Whether `*` is a card's bullet: elsewhere it is the sign of a note."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.markers import DASH, DOT, ITEM, NOTE, Marked, split_marker
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Match, Vocabulary

_STARS = frozenset({"*", "＊"})
_FEWEST = 2


def is_star(marked: Marked) -> bool:
    """Whether a line begins with a star that is read as a note's sign."""
    return marked.rank == NOTE and marked.marker in _STARS


def stars_are_bullets(pieces: Sequence[Piece], headings: Sequence[Match | None], vocabulary: Vocabulary) -> bool:
    """Whether the card has no other bullet; or the others only stand below stars: a star is what every section with stars begins with,
    where a note would stand behind what it is about.

    headings: by piece, the section that it is the heading of.
    """
    sections: list[list[bool]] = [[]]
    others = False
    for piece, match in zip(pieces, headings, strict=True):
        if piece.line is None or piece.kind != "line":
            continue
        if match is not None:
            sections.append([])
            continue
        marked = split_marker(piece.line.text, vocabulary)
        others = others or marked.rank in (ITEM, DASH, DOT)
        sections[-1].append(is_star(marked))
    starred = [section for section in sections if any(section)]
    if not others:
        return sum(map(sum, starred)) >= _FEWEST
    return len(starred) >= _FEWEST and all(section[0] for section in starred)
