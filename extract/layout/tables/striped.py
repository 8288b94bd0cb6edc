"""Tables with level rules only: their columns come from header fills set side by side, or from the text itself.

Only what is evident becomes a grid; anything else stays lines of text with wide gaps.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.layout.ink.lattice import Grid
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.rows.characters import Characters, median
from pledgecards.extract.layout.tables.between_rungs import part_notes
from pledgecards.extract.layout.tables.filled_heads import MEET, edges_of_fills
from pledgecards.extract.layout.tables.headless import with_heads
from pledgecards.extract.layout.tables.ladders import SAME, Ladder, ladders_of, stretches_of
from pledgecards.extract.layout.tables.strips import Strip
from pledgecards.extract.layout.tables.tiles import outside
from pledgecards.schemas.vocabulary import Vocabulary

_LEVEL = 60.0
_AS_WIDE = 0.8


def striped_grids(
    glyphs: Characters,
    grids: Sequence[Grid],
    drawings: Sequence[Drawing],
    tiles: Sequence[Drawing],
    vocabulary: Vocabulary,
    above: Sequence[float] = (),
) -> list[Grid]:
    """The grids that level rules outside the ruled grids make. The rules that make one are `used`.

    tiles: the coloured ones. above: the column edges of the table at the foot of the page before. Rows at the top of this page
    between rules of that table's extent stand in its columns, if no text crosses them.
    """
    rules = level_rules(drawings)
    if not rules or not len(glyphs):
        return []
    rules = outside(rules, grids)
    tiles = outside(tiles, grids) if rules else ()
    ladders = ladders_of([*rules, *edges_of_fills(rules, tiles)], above)
    parted = [part for ladder in ladders for part in _parted_by(grids, ladder)] if grids else ladders
    ladders = [ladder for ladder in parted if _promising(ladder, tiles, above)]
    if not ladders:
        return []
    stretches = stretches_of(glyphs)
    usual = median(glyphs.size)
    found: list[Grid] = []
    for ladder in ladders:
        part_notes(ladder, stretches, vocabulary)
        at = 0
        while at < len(ladder.rungs) - 1:
            piece = Strip(ladder, at, tiles, stretches, vocabulary)
            if piece.goes_on_from(above, stretches) or piece.starts(usual):
                grid = piece.grid()
                if grid is not None:
                    found.append(grid)
                    for rung in (*ladder.rungs[at : piece.end + 1], *filter(piece.parts_rows, ladder.partial)):
                        rung.used |= ladder.at(at) - 1 <= rung.box[1] <= ladder.at(piece.end) + 1
                    at = piece.end
                    continue
            at += 1
    return with_heads(found, stretches)


def level_rules(drawings: Sequence[Drawing]) -> list[Drawing]:
    """The level rules that are long enough to part rows."""
    return [d for d in drawings if d.kind == "rule" and d.width >= _LEVEL and d.height < 4.5]


def _parted_by(grids: Sequence[Grid], ladder: Ladder) -> list[Ladder]:
    """The stretches of a ladder without the bands in which a ruled table stands that is about as wide: rules under the headings of such
    tables make no table of their own."""
    tables = [grid.box for grid in grids if len(grid.squares) > 1]
    parts: list[list[Drawing]] = [[ladder.rungs[0]]]
    for above, below in pairwise(ladder.rungs):
        top, bottom = above.box[1] - MEET, below.box[3] + MEET
        held = any(
            top <= box[1]
            and box[3] <= bottom
            and ladder.x0 - SAME <= box[0]
            and box[2] <= ladder.x1 + SAME
            and box[2] - box[0] >= _AS_WIDE * (ladder.x1 - ladder.x0)
            for box in tables
        )
        if held:
            parts.append([])
        parts[-1].append(below)
    if len(parts) == 1:
        return [ladder]
    return [Ladder(ladder.x0, ladder.x1, rungs, ladder.partial) for rungs in parts if len(rungs) > 1]


def _promising(ladder: Ladder, tiles: Sequence[Drawing], above: Sequence[float]) -> bool:
    """Whether a table may stand between the rungs: two rules alone (round a title) make one under a head only, or as one goes on."""
    top = ladder.at(0)
    return len(ladder.rungs) > 2 or len(above) > 2 or any(abs(t.box[1] - top) <= MEET for t in tiles)
