"""Names of sections that stand beside their text, with neither rules nor a table: the name and the first line of its text share a row."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.markers import DASH, DOT, ITEM, NUMERAL, SECTION, Marked, split_marker
from pledgecards.extract.page import Run
from pledgecards.schemas.vocabulary import Vocabulary

_BULLETS = (SECTION, ITEM, DASH, DOT, NUMERAL)
_LONGEST = 16
_INDENT = 4.0
"""A bullet begins no more sizes further right than the head above it."""

_HANGS = 3.0
"""What stands below the first line of the text begins no further left of it than this, in points."""

_NEAR = 2.5
"""Lines further apart than so many of their sizes belong to different texts."""

_FURTHER = 1.0
"""What parts two texts is so much wider than what parts the lines of one, in points."""


_ALIKE = 1.5
"""Texts that begin no further from one another than this begin at one edge, in points."""


def with_names_apart(rows: Sequence[Row], words: Vocabulary) -> Sequence[Row]:
    """The rows of a region, in which the name of a section and the bullet beside it are rows of their own (`추진실적<TAB>○ 착공`).

    Nothing is done where some name stands beside the middle of its text: which lines above it are of that text is not said.
    """
    for row in rows:
        if "\t" in row.text:
            break
    else:
        return rows  # most regions
    edges = {(row.text[0], row.x0) for row in rows if row.text[1:2] == " " and not row.text[0].isalnum()}
    parts = [_parts(row, below, edges, words) for row, below in zip(rows, [*rows[1:], None], strict=True)]
    named = [at for at, part in enumerate(parts) if part is not None and not _hangs_left(part[1], rows, at, parts)]
    if not named or any(_amid_text(rows, at, parts) for at in named):
        return rows
    found: list[Row] = []
    for at, row in enumerate(rows):
        part = parts[at] if at in named else None
        found += [row] if part is None else part
    return found


def _parts(
    row: Row, below: Row | None, edges: AbstractSet[tuple[str, float]], words: Vocabulary
) -> tuple[Row, Row] | None:
    """below: the next line. edges: where lines begin with a bullet, each with its sign."""
    name, tab, text = row.text.partition("\t")
    if not tab:
        name, text = _full_name(row, edges)
    if not name or "\t" in text or len(name) > _LONGEST:
        return None
    marked = split_marker(text, words)
    heads = bool(tab) and _heads_bullet(row, len(name) + 1, below, words)
    if marked.rank not in _BULLETS and not (heads and marked.rank is None):
        return None
    label = split_marker(name, words).words
    if words.sections.match(label, rough=False) is None:
        return None
    if any(words.options.match(said, rough=False) is not None for said in (label, _to_next_mark(marked.words, words))):
        return None  # `예산 ○<TAB>○ 비예산`, `추진상황<TAB>○ 완료 ● 정상추진`
    if marked.rank == SECTION and not _heads_project(marked, heads, words):
        return None
    return _part(row, 0, len(name)), _part(row, len(name) + 1, len(row.text))


def _heads_bullet(row: Row, start: int, below: Row | None, words: Vocabulary) -> bool:
    """Whether what stands in a line from here on is the head of a bullet below it (`현황 및 목표<TAB>현 황` over `○ 시설 노후`)."""
    if below is None or not _near(row, below) or split_marker(below.text, words).rank not in _BULLETS:
        return False
    return -_ALIKE <= below.x0 - row.left[start] <= _INDENT * row.size


def _to_next_mark(text: str, words: Vocabulary) -> str:
    """A text up to the first sign in it that may check an option."""
    signs = words.marks["checked"] | words.marks["empty"]
    return next((text[:at] for at, sign in enumerate(text) if sign in signs), text)


def _heads_project(marked: Marked, heads: bool, words: Vocabulary) -> bool:
    """Whether the bullet of a heading heads the first part of a section's text: not the next section, nor the first of several options.
    heads: whether bullets stand below it, so that its own may be such as checks options elsewhere (`◇`)."""
    if words.sections.match(marked.words, rough=False) is not None:
        return False
    printed = marked.words if heads else f"{marked.marker}{marked.words}"
    return _to_next_mark(printed, words) == printed


def _full_name(row: Row, edges: AbstractSet[tuple[str, float]]) -> tuple[str, str]:
    """The name that fills its column, so that a mere space parts it from its text, and that text: its bullet stands right over or under those
    of other lines. Blank where there is none."""
    head = row.text[: _LONGEST + 2]
    for sign in {sign for sign, _ in edges}:
        at = head.find(f" {sign} ", 1) + 1
        if at and any(sign == other and abs(row.left[at] - x0) <= _ALIKE for other, x0 in edges):
            return row.text[: at - 1], row.text[at:]
    return "", ""


def _part(row: Row, start: int, end: int) -> Row:
    runs = [
        Run(max(run.start, start) - start, min(run.end, end) - start, run.bold, run.colour, run.size)
        for run in row.runs
        if run.start < end and run.end > start
    ]
    marks = [
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in row.marks
        if start <= mark.start < end
    ]
    x0, x1 = row.left[start], row.right[end - 1]
    part = replace(row, text=row.text[start:end], x0=x0, x1=x1, runs=tuple(runs), marks=tuple(marks))
    return replace(part, begin=row.begin + start, trailing=row.trailing and end == len(row.text))


_Parts = Sequence[tuple[Row, Row] | None]


def _hangs_left(text: Row, rows: Sequence[Row], at: int, parts: _Parts) -> bool:
    """Whether the next line begins left of a bullet and with no name, near below it or with a gap of its own: the bullet stands in another
    column than the name."""
    if at + 1 == len(rows) or parts[at + 1] is not None:
        return False
    below = rows[at + 1]
    near = _near(text, below) or ("\t" in below.text and _near(text, below, 2 * _NEAR))
    return near and below.x0 < text.x0 - _HANGS


def _amid_text(rows: Sequence[Row], at: int, parts: _Parts) -> bool:
    """Whether lines of the text beside a name stand above it: they follow no name, or the one next to it is no further off than those are
    from each other."""
    part = parts[at]
    edge = part[1].x0 - _HANGS if part is not None else 0.0
    first = at
    while first and parts[first - 1] is None and rows[first - 1].x0 >= edge and _near(rows[first - 1], rows[first]):
        first -= 1
    if first == at:
        return False
    own = rows[at].middle - rows[at - 1].middle
    behind_name = first > 0 and parts[first - 1] is not None and _near(rows[first - 1], rows[first])
    below = at + 1 < len(rows) and parts[at + 1] is None and _near(rows[at], rows[at + 1])
    within = rows[at + 1].middle - rows[at].middle if below else own
    before = rows[at - 1].middle - rows[at - 2].middle if behind_name or first < at - 1 else own
    return own < within + _FURTHER if not behind_name else own + _FURTHER <= max(before, 0.0)


def _near(above: Row, below: Row, sizes: float = _NEAR) -> bool:
    return below.middle - above.middle <= sizes * above.size
