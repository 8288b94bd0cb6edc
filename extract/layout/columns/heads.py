"""Headings on both sides of a gutter: two columns, each with sections of its own, however short their lines."""

from __future__ import annotations

import numpy as np

from pledgecards.extract.layout.columns.section_words import section_of
from pledgecards.extract.layout.rows.characters import Characters, Ints, lines_down
from pledgecards.schemas.vocabulary import Vocabulary

_FEWEST = 2
"""So many sections either side heads at least: a list of labels heads one side only."""

_LEVEL = 2.0
"""The feet of headings side by side are less than so many points apart."""


def headed_apart(glyphs: Characters, free: Ints, edge: float, vocabulary: Vocabulary) -> bool:
    """Whether sections are named on both sides of an edge, several on each, and one beside text among which no name is level with it: headings
    level with one another head panels, one row of them below the other.

    free: the glyphs of the page's own text. edge: in points from the left.
    """
    behind = (glyphs.x0[free] + glyphs.x1[free]) / 2 >= edge
    sides = free[~behind], free[behind]
    heads = [
        [line for line in lines_down(glyphs, side) if section_of(glyphs, line, vocabulary) is not None]
        for side in sides
    ]
    if min(map(len, heads)) < _FEWEST:
        return False
    levels = [np.array([glyphs.bottom[line].max() for line in lines]) for lines in heads]
    for lines, others, level in zip(heads, reversed(sides), reversed(levels), strict=True):
        for line in lines:
            top, bottom = glyphs.top[line].min(), glyphs.bottom[line].max()
            beside = (glyphs.bottom[others] > top) & (glyphs.top[others] < bottom)
            if beside.any() and not (np.abs(level - bottom) < _LEVEL).any():
                return True
    return False
