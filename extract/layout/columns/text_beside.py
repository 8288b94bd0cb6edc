"""Text in a column beside tables, whose headings stand on lines of that text or between them: two columns, the text read first.

A list of labels stands beside tables too. A column of text is told by its lines: bullets, or words as broad as a column's.
"""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.layout.columns.section_words import section_of
from pledgecards.extract.layout.regions import Drawn, Regions
from pledgecards.extract.layout.rows.characters import Characters, Ints, lines_down
from pledgecards.extract.record import record
from pledgecards.schemas.notation import BULLET_LETTERS
from pledgecards.schemas.vocabulary import Vocabulary

_FROM, _TO = 0.33, 0.67
"""Where between the sides of the page the tables of the right column begin."""

_SAME_EDGE = 8.0
_STRIP = 8.0
"""The least width of the blank strip before the tables, in points."""

_FEWEST = 3
_BROAD = 0.25
"""Lines of so much of the page's width are no labels."""

_NEAR = 3.0
"""Lines further apart than this many of their heights belong to something else."""

_LIST = 1.3
_LEVEL = 2.0


@record
class _Row:
    """A line of free text on both sides of an edge: whether it has a part in the column of text and one over the tables; heads: that the latter
    names a section. x0, x1: of its part in the text; sign: the character that part begins with, if it is no letter (but one printed as a bullet) or figure."""

    top: float
    bottom: float
    text: bool
    over: bool
    heads: bool
    crosses: bool
    x0: float
    x1: float
    sign: int


def set_text_beside(glyphs: Characters, region: Ints, regions: Regions, vocabulary: Vocabulary) -> Ints:
    """The regions of the glyphs, where a column of text and the tables beside it, with the headings over them, are regions of their own
    (added to `regions`). Nothing is done where no heading of the tables stands beside the text, on a line of it or between two."""
    result = region
    for right in (True, False):
        for tables in _stacks(regions, right):
            parent = tables[0].parent
            boxes = [drawn.grid.box for drawn in tables]
            edge = min(box[0] for box in boxes) - 1.0 if right else max(box[2] for box in boxes) + 1.0
            free = (result == parent) & ~glyphs.space
            rows = _rows(glyphs, free.nonzero()[0], edge, right, vocabulary)
            found = _band(rows, min(box[1] for box in boxes), max(box[3] for box in boxes))
            around = regions.boxes[parent]
            if found is None or not _holds_text(rows, found, around[2] - around[0]):
                continue
            result = result.copy() if result is region else result
            top, *ends = found if right else (found[0], found[2], found[1])
            x = (glyphs.x0 + glyphs.x1) / 2
            within = (result == parent) & (glyphs.middle >= top)
            sides = (within & (x < edge), within & (x >= edge))
            columns = [
                regions.add((around[0], top, edge, ends[0]), parent),
                regions.add((edge, top, around[2], ends[1]), parent),
            ]
            for side, end, column in zip(sides, ends, columns, strict=True):
                result[side & (glyphs.middle <= end)] = column
            for drawn in regions.tables:
                x0, upper, x1, _ = drawn.grid.box
                if drawn.parent == parent and top <= upper < max(ends):
                    drawn.parent = columns[(x0 + x1) / 2 >= edge]
    return result


def _stacks(regions: Regions, right: bool) -> list[list[Drawn]]:
    """Tables of one half of their page, each group from the top down: they begin (those at the left end) at one edge, and no other table
    crosses that edge between them."""
    groups: dict[int, list[Drawn]] = {}
    for drawn in regions.tables:
        groups.setdefault(drawn.parent, []).append(drawn)
    stacks: list[list[Drawn]] = []
    for parent, tables in groups.items():
        x0, _, x1, _ = regions.boxes[parent]
        if regions.parents[parent] or regions.homes[parent]:
            continue  # neither the page itself nor a frame of it
        low, high = x0 + _FROM * (x1 - x0), x0 + _TO * (x1 - x0)
        group: list[Drawn] = []
        for drawn in sorted(tables, key=lambda one: one.grid.box[1]):
            box = drawn.grid.box
            side = 0 if right else 2
            inner = low <= box[side] <= high and (right or box[0] < low)
            if inner and group and abs(box[side] - group[0].grid.box[side]) <= _SAME_EDGE:
                group.append(drawn)
            elif inner or box[0] < high and box[2] > low:
                stacks.append(group)
                group = [drawn] if inner else []
        stacks.append(group)
    return [group for group in stacks if group]


def _rows(glyphs: Characters, free: Ints, edge: float, right: bool, vocabulary: Vocabulary) -> list[_Row]:
    """The lines of free text, from the top down. right: the tables stand to the right of the edge."""
    rows = []
    for line in lines_down(glyphs, free):
        x0, x1 = glyphs.x0[line], glyphs.x1[line]
        low, high = (edge - _STRIP, edge) if right else (edge, edge + _STRIP)
        before, behind = x1 <= low, x0 >= high
        text, over = line[before if right else behind], behind if right else before
        first = int(text[glyphs.x0[text].argmin()]) if len(text) else 0
        begins = chr(int(glyphs.codes[first])) if len(text) else "0"
        sign = ord(begins) if begins in BULLET_LETTERS or not begins.isalnum() else 0
        rows.append(
            _Row(
                float(glyphs.top[line].min()),
                float(glyphs.bottom[line].max()),
                bool(len(text)),
                bool(over.any()),
                section_of(glyphs, line[over], vocabulary) is not None,
                not bool((before | behind).all()),
                float(glyphs.x0[text].min()) if len(text) else 0.0,
                float(glyphs.x1[text].max()) if len(text) else 0.0,
                sign,
            )
        )
    return rows


def _band(rows: Sequence[_Row], first: float, last: float) -> tuple[float, float, float] | None:
    """Where the two columns begin, and where the text and what is beside it end; None where a line crosses the strip between them, or the
    name of no section stands over the tables beside the text: what else stands there is a caption of theirs. first, last: from where to where the tables stand."""
    top = over = reach = first
    for row in reversed([row for row in rows if row.top < first]):
        if row.crosses or reach - row.bottom > _NEAR * (row.bottom - row.top):
            break
        reach = row.top
        top = reach if row.text and row.over else top
        over = reach if row.over else over
    top = top if top < first else over
    within = [row for row in rows if top <= row.top < last]
    lines = [row for row in within if row.text]
    if not lines or any(row.crosses for row in within):
        return None
    if not any(row.heads and lines[0].top <= row.top <= lines[-1].top for row in within):
        return None
    low = max(row.bottom for row in lines)
    bottom = last
    listed = next((row for row in reversed(within) if row.sign), None)
    for row in [row for row in rows if row.top >= last]:
        height = row.bottom - row.top
        if row.crosses or row.top - max(low, bottom) > _NEAR * height:
            break
        if row.text:
            again = listed is not None and row.sign == listed.sign and abs(row.x0 - listed.x0) <= _LEVEL
            indented = listed is not None and row.x0 > listed.x0 + _LEVEL
            if not (again or indented) or row.top - low > _LIST * height:
                break
            low = row.bottom
        if row.over:
            bottom = row.bottom
    return top, max(low, last), bottom


def _holds_text(rows: Sequence[_Row], band: tuple[float, float, float], width: float) -> bool:
    """Whether the column of text in a band holds running text or bullets, and no labels of what stands beside it."""
    own = [row for row in rows if row.text and band[0] <= row.top < band[1]]
    broad = sum(row.x1 - row.x0 >= _BROAD * width for row in own)
    return len(own) >= _FEWEST and (sum(bool(row.sign) for row in own) >= _FEWEST - 1 or broad >= _FEWEST)
