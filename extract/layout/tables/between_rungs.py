"""The text between two level rules: whether it stands in columns, the gutters between them, and the head of another table at its foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from pledgecards.extract.captions import is_caption
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.tables.headless import head_like, level_above
from pledgecards.extract.layout.tables.ladders import APART, SAME, Ladder, Stretch
from pledgecards.extract.layout.tables.wording import is_figure
from pledgecards.extract.markers import split_marker
from pledgecards.extract.sections.headings import names_section
from pledgecards.schemas.vocabulary import Vocabulary

_HEADING = re.compile(r"[□■▣◆◇◈○●◎▶▷►★☆<\[【〔Ⅰ-Ⅻ]|(?:\d{1,2}|[가-하])\.\s")
_LONGEST_HEADING = 40
_LEVEL = 0.5
_TABULAR = 1.5
_LINE = 1.4
_LEAST_FIGURES = 2
_LARGER = 1.1
_LEAST_IN_NOTED = 3


def stands_in_columns(band: Sequence[Stretch]) -> bool:
    """Whether some line between a rung and the next stands in columns: wide apart, or mostly figures."""
    band = sorted(band, key=lambda s: (round(s.middle), s.x0))
    if any(abs(b.middle - a.middle) < 0.6 * a.size and b.x0 - a.x1 > _TABULAR * a.size for a, b in pairwise(band)):
        return True
    return 2 * sum(is_figure(s.text) for s in band) >= max(len(band), _LEAST_FIGURES * 2)


def heads_another(band: Sequence[Stretch], ladder: Ladder, rung: int) -> bool:
    """Whether the band below a rung holds lines of text, and below them the head of another table: its first rule stands below its head."""
    band = sorted(band, key=lambda s: s.middle)
    level = level_above(band, ladder.at(rung + 1), ladder.x0, ladder.x1)
    lines = [s for s in band if s not in level]
    if len(level) < 3 or not lines or any(s.x0 - ladder.x0 > 3 * s.size for s in lines[:1]):
        return False
    if _is_upper_storey(lines, level):
        return False
    lowest, top = lines[-1].middle + lines[-1].size / 2, min(s.middle - s.size / 2 for s in level)
    if head_like(level) and lowest < top:
        return True
    # A head of two storeys, or one without years: what is over it stands alone, and further off than one line of a cell from the next.
    first = band[0]
    below = [s for s in band[1:] if s.middle - band[1].middle < 0.6 * s.size]
    if len(below) < 2 or below[0].middle - first.middle < _LINE * first.size:
        return False
    heading = _HEADING.match(first.text) is not None or first.size > 1.1 * below[0].size
    return head_like(below) or (heading and not any(is_figure(s.text) for s in [*below, *level]))


def _is_upper_storey(lines: Sequence[Stretch], level: Sequence[Stretch]) -> bool:
    """Whether what stands above the lowest line of a head is of one line, heads without any below them and labels over the middle of several."""
    if lines[-1].middle - lines[0].middle > _LEVEL * lines[0].size:
        return False
    middles = [(s.x0 + s.x1) / 2 for s in sorted(level, key=lambda s: s.x0)]
    alone = [s for s in lines if all(s.x1 < other.x0 or s.x0 > other.x1 for other in level)]
    over = [s for s in lines if _over_several(s, middles)]
    return bool(over) and any(s not in over for s in alone) and all(s in alone or s in over for s in lines)


def _over_several(label: Stretch, middles: Sequence[float]) -> bool:
    """Whether a label stands over the middle of several heads, within its size: columns may be of different widths."""
    middle = (label.x0 + label.x1) / 2
    return any(abs(middle - (first + last) / 2) <= label.size for first, last in combinations(middles, 2))


def is_heading(band: Sequence[Stretch], below: Sequence[Stretch], vocabulary: Vocabulary) -> bool:
    """Whether a band is a section's heading and no row, over rows such as those below."""
    return _is_heading(band, vocabulary) or _is_larger_heading(band, below, vocabulary)


def _is_heading(band: Sequence[Stretch], vocabulary: Vocabulary) -> bool:
    """Whether a band holds nothing but the name of a section on one line, from its bullet on, and perhaps a note of its table on the next: no row
    of a table says only that."""
    if not band:
        return False
    top = min(s.middle for s in band)
    lines = (
        [s for s in band if s.middle - top <= _LEVEL * s.size],
        [s for s in band if s.middle - top > _LEVEL * s.size],
    )
    text, note = (" ".join(s.text for s in sorted(line, key=lambda s: s.x0)) for line in lines)
    if note and not is_caption(note):
        return False
    if len(text) > _LONGEST_HEADING or split_marker(text, vocabulary).rank is None:
        return False  # `목표`: a row without values
    return names_section(text, vocabulary)


def _is_larger_heading(band: Sequence[Stretch], below: Sequence[Stretch], vocabulary: Vocabulary) -> bool:
    """Whether a band under a page's running head holds the name of a section on one line, in larger letters than the rows below it."""
    if not band or not below or any(abs(s.middle - band[0].middle) > _LEVEL * s.size for s in band):
        return False
    text = "".join(s.text for s in sorted(band, key=lambda s: s.x0))
    larger = min(s.size for s in band) > _LARGER * max(s.size for s in below)
    return larger and len(text) <= _LONGEST_HEADING and names_section(text, vocabulary)


def part_notes(ladder: Ladder, stretches: Sequence[Stretch], vocabulary: Vocabulary) -> None:
    """Puts a rung between a note (of units, of a day) that stands alone on the first line of a band and the row of a table below it in that band; a heading whose letters are set apart is none."""
    within = [s for s in stretches if s.x0 >= ladder.x0 - SAME and s.x1 <= ladder.x1 + SAME]
    for rung in reversed(range(len(ladder.rungs) - 1)):
        top, bottom = ladder.at(rung), ladder.at(rung + 1)
        band = sorted([s for s in within if top < s.middle < bottom], key=lambda s: s.middle)
        if len(band) < _LEAST_IN_NOTED or not is_caption(band[0].text):
            continue
        note, *rest = band
        row = [s for s in rest if s.middle - rest[0].middle < _LEVEL * s.size]
        if len(row) > 1 and row[0].middle - note.middle >= note.size and not _is_heading(row, vocabulary):
            level = (note.middle + note.size / 2 + row[0].middle - row[0].size / 2) / 2
            ladder.rungs.insert(rung + 1, Drawing("rule", (ladder.x0, level, ladder.x1, level)))


def gutters_between(stretches: Sequence[Stretch]) -> list[float]:
    """The middles of the upright strips that no text touches."""
    reach: float | None = None
    found: list[float] = []
    for s in sorted(stretches, key=lambda s: s.x0):
        if reach is not None and s.x0 - reach >= max(5.0, APART * s.size):
            found.append((s.x0 + reach) / 2)
        reach = s.x1 if reach is None else max(reach, s.x1)
    return found


def apart_from(edges: Sequence[float], gutters: Sequence[float], stretches: Sequence[Stretch]) -> list[float]:
    """The gutters with text between them and every edge of a fill: what is blank from the one to the other parts the same two columns."""
    return [g for g in gutters if all(any(s.x1 > min(g, e) and s.x0 < max(g, e) for s in stretches) for e in edges)]
