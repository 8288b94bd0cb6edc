"""Bullets on both sides of a gutter, however short: two columns, where a heading of the one stands beside bullets of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pledgecards.extract.layout.columns.section_words import section_of
from pledgecards.extract.layout.rows.characters import Characters, Ints, lines_down
from pledgecards.schemas.notation import BULLET_LETTERS
from pledgecards.schemas.vocabulary import Vocabulary

_FEWEST = 4
"""So many bullets a column has at least, one below the other, its headings not counted: names that hang before their bullets have none."""

_EDGE = 2.0


def bulleted_apart(glyphs: Characters, free: Ints, edge: float, vocabulary: Vocabulary) -> bool:
    """Whether several bullets stand below one another on both sides of an edge, and the name of a section on one side beside a bullet of the
    other: bullets set two a line have their heading above both.

    free: the glyphs of the page's own text. edge: in points from the left.
    """
    behind = (glyphs.x0[free] + glyphs.x1[free]) / 2 >= edge
    lines = [list(lines_down(glyphs, side)) for side in (free[~behind], free[behind])]
    if min(map(len, lines)) < _FEWEST:
        return False
    heads = [[line for line in side if section_of(glyphs, line, vocabulary) is not None] for side in lines]
    if not any(heads):
        return False
    named = {int(head[0]) for side in heads for head in side}
    bullets = [_bullets(glyphs, [line for line in side if int(line[0]) not in named]) for side in lines]
    if min(map(len, bullets)) < _FEWEST:
        return False
    return any(
        float(glyphs.top[head].min()) < foot and float(glyphs.bottom[head].max()) > top
        for side, others in zip(heads, reversed(bullets), strict=True)
        for head in side
        for top, foot in others
    )


def _bullets(glyphs: Characters, lines: Sequence[Ints]) -> list[tuple[float, float]]:
    """The tops and feet of the lines that begin with a sign at the edge where most such lines do."""
    found = []
    for line in lines:
        first = int(line[glyphs.x0[line].argmin()])
        sign = chr(int(glyphs.codes[first]))
        if sign in BULLET_LETTERS or not sign.isalnum():
            place = round(float(glyphs.x0[first]) / _EDGE)
            found.append((place, float(glyphs.top[line].min()), float(glyphs.bottom[line].max())))
    if not found:
        return []
    edge = Counter(place for place, _, _ in found).most_common(1)[0][0]
    return [(top, foot) for place, top, foot in found if abs(place - edge) <= 1]
