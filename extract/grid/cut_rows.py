"""Rows that a page break cuts in two: in the middle of their texts, or with some of their cells' texts on each page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pledgecards.extract.page import Cell, Line, Table
from pledgecards.schemas.notation import MIDDOTS

Breaks = Callable[[Line, Line], bool]
"""Whether the break between the two lines, on either side of a page break, is one within a word."""

Whole = Callable[[str], bool]
"""Whether a text is printed in one piece elsewhere."""

_Pair = tuple[Cell, Cell]

_HANGUL = re.compile(r"[가-힣]")
_UNFINISHED = re.compile(rf"(?:\s(?:및|또는)|[,{MIDDOTS}/(（「])$")


def joined_row(first: Table, second: Table, breaks: Breaks, whole: Whole) -> tuple[list[Cell], list[Cell]] | None:
    """The cells of the two tables if the last row of `first` and the first one of `second` are one that the page break cut, with what was
    one cell made one: those of `first`, and those of the rows of `second` that are left. None if they are two rows."""
    above = [cell for cell in first.cells if cell.row + cell.row_span == first.rows]
    below = [cell for cell in second.cells if cell.row == 0]
    if not above or {(c.col, c.col_span) for c in above} != {(c.col, c.col_span) for c in below}:
        return None
    lower = {cell.col: cell for cell in below}
    pairs = [(cell, lower[cell.col]) for cell in sorted(above, key=lambda cell: cell.col)]
    if _other_bars(pairs):
        return None
    cut = _texts_go_on(pairs)
    if not cut and first.place.page is not None:
        cut = _name_goes_on(pairs, breaks, whole) or _pushed_over(pairs, first, second)
    if not cut:
        return None
    merged = {id(one): _one(one, other, breaks, 1) for one, other in pairs}
    return [merged.get(id(cell), cell) for cell in first.cells], [cell for cell in second.cells if cell.row > 0]


def joined_names(first: Table, second: Table, breaks: Breaks, whole: Whole) -> tuple[list[Cell], list[Cell]] | None:
    """The cells of the two tables if the name of the last rows of `first`, merged down over rows, goes on in that of the next page, or stands
    there only, with its cell and those behind it that are merged like it made one. None if nothing tells so.

    In a table whose names are merged down, a blank leading cell of its own is no name left out: a rule parts it from the one above.
    """
    above = {c.col: c for c in first.cells if c.row + c.row_span == first.rows and c.row > 0 and c.col_span == 1}
    below = {c.col: c for c in second.cells if c.row == 0 and c.col_span == 1}
    if 0 not in above or 0 not in below or not below[0].text:
        return None
    if above[0].text:
        tall = above[0].row_span + below[0].row_span > 2
        pairs = [(above[0], below[0])] if tall and _is_cut(above[0], below[0], breaks, whole) else []
    else:
        pairs = _names_left_out(first, second, above, below)
    if not pairs:
        return None
    merged = {id(one): _one(one, other, breaks, 0) for one, other in pairs}
    taken = {id(other) for _, other in pairs}
    return [merged.get(id(cell), cell) for cell in first.cells], [c for c in second.cells if id(c) not in taken]


def _names_left_out(first: Table, second: Table, above: dict[int, Cell], below: dict[int, Cell]) -> list[_Pair]:
    """The cells at the page break, by column, of which the leading one is blank above and merged down like the one below."""
    if _leaves_name_blank(first, second):
        return []
    inner = [cell for cell in (*first.cells, *second.cells) if cell.row_span > 1 and cell.text]
    own = {id(below[0]), *(id(cell) for cell in first.cells if cell.row == 0)}
    columns = {cell.col for cell in inner if id(cell) not in own}
    if 0 not in columns or not _begins_below(first, above[0]) or not any(cell.text for cell in above.values()):
        return []
    pairs = [(above[col], below[col]) for col in columns & set(above) & set(below)]
    return [(one, other) for one, other in pairs if not (one.text and other.text)]


def _one(one: Cell, other: Cell, breaks: Breaks, common: int) -> Cell:
    return replace(
        one,
        place=other.place if other.lines and not one.lines else one.place,  # where what it says stands
        lines=lines_of_both(one.lines, other.lines, breaks),
        tables=one.tables + other.tables,
        row_span=one.row_span + other.row_span - common,
        bar=max(one.bar, other.bar, key=abs),
    )


def lines_of_both(above: tuple[Line, ...], below: tuple[Line, ...], breaks: Breaks) -> tuple[Line, ...]:
    """The lines of a cell and those that it goes on in."""
    if above and below and not above[-1].glue and breaks(above[-1], below[0]):
        above = (*above[:-1], replace(above[-1], glue=True))
    return above + below


def _texts_go_on(pairs: Sequence[_Pair]) -> bool:
    """Whether the leading cell is blank below, and all that have text on both pages may go on (no figure stands below a figure)."""
    head, head_below = pairs[0]
    if head_below.text and not (head.text and head.lines[-1].glue):
        return False  # a row of its own begins with its own name
    both = [(one, other) for one, other in pairs if one.text and other.text]
    return bool(both) and all(_may_go_on(one, other) for one, other in both)


def _other_bars(pairs: Sequence[_Pair]) -> bool:
    """Whether fills and bars stand on both pages, and not in the same blank cells: the halves of one row would have the same. The ground of a
    label is no bar: a browser paints it on the first page alone."""
    blank = [pair for pair in pairs if not pair[0].text and not pair[1].text]
    above, below = ([pair[half].fill is not None or pair[half].bar != 0 for pair in blank] for half in (0, 1))
    return any(above) and any(below) and above != below


def _may_go_on(one: Cell, other: Cell) -> bool:
    """Whether the text of a cell may go on in the cell below it: its last line is full, and the two are no figures."""
    if not _HANGUL.search(one.text) and not _HANGUL.search(other.text):
        return False
    return one.lines[-1].soft or one.lines[-1].glue or len(one.lines) > 3


def _name_goes_on(pairs: Sequence[_Pair], breaks: Breaks, whole: Whole) -> bool:
    """Whether nothing but the rest of a name stands below (`찾아가는 상담 서비` / `스`)."""
    head, rest = _of_its_own(pairs)
    if head is None or not head[0].text or not head[1].text or not _only_above(rest):
        return False
    return _is_cut(*head, breaks, whole)


def _is_cut(one: Cell, other: Cell, breaks: Breaks, whole: Whole) -> bool:
    """Whether a name that stands on both pages is one: unfinished, broken within a word, or printed elsewhere as the two together."""
    # Broken syllable by syllable, the head over a narrow column of names ends like any of them.
    if _UNFINISHED.search(one.text) or (one.row > 0 and breaks(one.lines[-1], other.lines[0])):
        return True
    return whole(f"{one.text} {other.text}")


def _pushed_over(pairs: Sequence[_Pair], first: Table, second: Table) -> bool:
    """Whether no cell has text on both pages: what did not fit in as few lines was moved to the next page, be it the name or the texts
    behind it.

    Where other rows leave their leading cell blank too, those go on from the row above them, and nothing tells.
    """
    head, rest = _of_its_own(pairs)
    if head is not None and head[1].text and not head[0].text:
        apart = first.cols > 2 and (_only_above(rest) or _apart(rest))
        return (
            (apart or _is_field_cut(first, rest))
            and _begins_below(first, head[0])
            and not _leaves_name_blank(first, second)
        )
    if pairs[0][1].text or not pairs[0][0].text or not _apart(pairs):
        return False
    moved = [place for place, (_, other) in enumerate(pairs) if other.text]
    stayed = [place for place, (one, _) in enumerate(pairs) if one.text]
    if all(_HANGUL.search(pairs[place][1].text) for place in moved):
        return True
    return stayed[-1] < moved[0] and not _leaves_name_blank(first, second)


def _is_field_cut(first: Table, rest: Sequence[_Pair]) -> bool:
    """Whether the row is a field of a form, words on both pages beside a label that stands in the middle of their height."""
    return first.cols == 2 and all(
        _HANGUL.search(one.text) and _HANGUL.search(other.text) and len(one.lines) <= len(other.lines)
        for one, other in rest
    )


def _of_its_own(pairs: Sequence[_Pair]) -> tuple[_Pair | None, Sequence[_Pair]]:
    """The first pair that is none of a cell merged down over rows and blank below, and those behind it."""
    for place, (one, other) in enumerate(pairs):
        if other.text or (one.row_span == 1 and other.row_span == 1):
            return (one, other), pairs[place + 1 :]
    return None, ()


def _only_above(rest: Sequence[_Pair]) -> bool:
    """Whether the cells behind the name have text above only; or, in a timeline without texts, the same fills and bars on both pages."""
    if any(other.text or other.tables for _, other in rest):
        return False
    if any(one.text for one, _ in rest):
        return True
    bars = [((one.fill, one.bar != 0), (other.fill, other.bar != 0)) for one, other in rest]
    return any(above != (None, False) for above, _ in bars) and all(above == below for above, below in bars)


def _apart(pairs: Sequence[_Pair]) -> bool:
    """Whether there is text on both pages, and in no cell on both."""
    above, below = any(one.text for one, _ in pairs), any(other.text for _, other in pairs)
    return above and below and not any(one.text and other.text for one, other in pairs)


def _begins_below(table: Table, cell: Cell) -> bool:
    """Whether a cell has another one over it on its page: the first one of a page may go on from the page before."""
    return cell.place.page is not None and any(
        one.row + one.row_span == cell.row
        and one.col <= cell.col < one.col + one.col_span
        and one.place.page == cell.place.page
        for one in table.cells
    )


def _leaves_name_blank(first: Table, second: Table) -> bool:
    """Whether a row besides the two at the page break has a blank leading cell of its own."""
    for table, cut in ((first, first.rows - 1), (second, 0)):
        for row in range(table.rows):
            cells = table.in_row(row)
            if row == cut or not any(cell.lines for cell in cells):
                continue
            if any(cell.col == 0 and cell.row_span == 1 and not cell.text for cell in cells):
                return True
    return False
