"""Whether `*` is a card's bullet: elsewhere it is the sign of a note."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from pledgecards.extract.markers import DASH, DOT, ITEM, NOTE, Marked, split_marker
from pledgecards.extract.pieces import Piece
from pledgecards.extract.tables.projects import says_project
from pledgecards.schemas.notation import APOSTROPHE
from pledgecards.schemas.vocabulary import Match, Vocabulary

_STARS = frozenset({"*", "＊"})
_FEWEST = 2
_DEEPER = 2
_DEEDS = ("performance", "plan")
_DATED = re.compile(rf"(?:{APOSTROPHE}|20)\d{{2}}\s?[.년]\s?\d")


def is_star(marked: Marked) -> bool:
    """Whether a line begins with a star that is read as a note's sign."""
    return marked.rank == NOTE and marked.marker in _STARS


def stars_are_bullets(
    pieces: Sequence[Piece], headings: Sequence[Match | None], projects: Collection[str], vocabulary: Vocabulary
) -> bool:
    """Whether the card has no other bullet; or the others only stand below stars: a star is what every section with stars begins with,
    where a note would stand behind what it is about. Nor are stars notes where a section of deeds or plans is nothing but them, no
    table either, or where only stars have dates there, below names without bullets; or where in a text one stands below another and deeper.

    headings: by piece, the section that it is the heading of. projects: the names of the card's projects; a bullet before one heads what
    stands below.
    """
    sections: list[list[bool]] = [[]]
    of_deeds: list[list[bool]] = []
    dated: dict[int, list[bool]] = {}  # by section of deeds, whether each of its bullets and dated lines is a star
    others = nested = False
    above: float | None = None  # the indent of a star right above
    for piece, match in zip(pieces, headings, strict=True):
        if piece.line is None or piece.kind != "line":
            if piece.kind == "table":
                sections[-1].append(False)
            continue
        if match is not None:
            sections.append([])
            if match.key in _DEEDS:
                of_deeds.append(sections[-1])
                dated[len(sections) - 1] = []
            continue
        marked = split_marker(piece.line.text, vocabulary)
        bullet = marked.rank in (ITEM, DASH, DOT) and not (projects and says_project(marked.words, projects))
        others = others or bullet
        star = is_star(marked)
        sections[-1].append(star)
        if len(sections) - 1 in dated and (bullet or _DATED.search(piece.line.text) is not None):
            dated[len(sections) - 1].append(star)
        indent = piece.line.indent if star and piece.place.page is None else None
        nested = nested or (above is not None and indent is not None and indent - above >= _DEEPER)
        above = indent
    starred = [section for section in sections if any(section)]
    if not others:
        return sum(map(sum, starred)) >= _FEWEST
    if nested or any(len(deeds) >= _FEWEST and all(deeds) for deeds in (*of_deeds, *dated.values())):
        return True
    return len(starred) >= _FEWEST and all(section[0] for section in starred)
