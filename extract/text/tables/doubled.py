"""Tables whose lines a blank one parts each, as web pages and mails copy them: set close again, so that they are one table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.text.lines.boxsigns import is_border
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.extract.text.tables.bartable import is_alignment, is_framed
from pledgecards.extract.text.tables.from_cells import is_number, is_year

_BAR = re.compile(r"[|│┃]")
_FARTHEST = 60
"""No page has more blank lines at its end and at its top."""

_LEAST = 3
_MOST_BLANKS = 3


def set_close(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines without the blank ones that part every two lines of a table of bars, of drawn lines or of tabs alike, and those between
    the rows of one that goes on over a page's end.

    A blank line before a Markdown head stays: another table begins there.
    """
    kept: list[SourceLine] = []
    i = 0
    while i < len(lines):
        if lines[i].blank and kept and (after := _over_page(lines, i, kept[-1])) is not None:
            i = after
        run, end = _run(lines, i)
        kept += run or [lines[i]]
        i = end
    return kept


def _run(lines: Sequence[SourceLine], start: int) -> tuple[list[SourceLine], int]:
    """The lines of the table that begins here with one blank line (or two, or three) behind each, and where it ends; none if none does."""
    sort = _sort(lines[start].text)
    gap = 1
    while sort and gap <= _MOST_BLANKS and start + gap < len(lines) and lines[start + gap].blank:
        gap += 1
    if not sort or gap == 1:
        return [], start + 1
    found = [lines[start]]
    place = start + gap
    while place < len(lines) and all(line.blank for line in lines[place - gap + 1 : place]):
        if _sort(lines[place].text) != sort or (len(found) > 1 and _heads(lines, place, gap)):
            break
        found.append(lines[place])
        place += gap
    return (found, place - gap + 1) if len(found) >= _LEAST else ([], start + 1)


def _over_page(lines: Sequence[SourceLine], start: int, above: SourceLine) -> int | None:
    """Where a table of bars or drawn lines goes on at the top of the next page, with a row of figures and as many bars as above; None if it
    does not."""
    if _sort(above.text) != "bars":
        return None
    after = next((at for at in range(start, min(len(lines), start + _FARTHEST)) if not lines[at].blank), None)
    if after is None or lines[after].sheet == above.sheet:
        return None
    rows = [line.text for line in lines[after : after + 2] if is_framed(line.text)]
    before = (
        above.text
        if is_framed(above.text)
        else next(
            (line.text for line in reversed(lines[max(0, start - _FARTHEST) : start]) if is_framed(line.text)), ""
        )
    )
    if not rows or _bars(rows[0]) != _bars(before):
        return None
    cells = [cell.strip() for cell in _BAR.split(rows[0])]
    return after if any(map(is_number, cells)) and not any(map(is_year, cells)) else None


def _bars(text: str) -> int:
    return len(_BAR.findall(text))


def _heads(lines: Sequence[SourceLine], place: int, gap: int) -> bool:
    """Whether a Markdown table begins here: its row of dashes follows."""
    return place + gap < len(lines) and is_alignment(lines[place + gap].text)


def _sort(text: str) -> str:
    """What sort of a table's line it is, with the number of its tabs; empty if none."""
    if text.count("\t") > 1 and text.strip():
        return f"tabs {text.count(chr(9))}"
    return "bars" if is_framed(text) or is_border(text) else ""
