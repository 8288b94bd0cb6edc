"""Tables whose lines a blank one parts each, as web pages and mails copy them: set close again, so that they are one table."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.text.bartable import is_alignment, is_framed
from pledgecards.extract.text.boxtable import is_border
from pledgecards.extract.text.textline import SourceLine

_LEAST = 3
_MOST_BLANKS = 3


def set_close(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines without the blank ones that part every two lines of a table of bars, of drawn lines or of tabs alike.

    A blank line before a Markdown head stays: another table begins there.
    """
    kept: list[SourceLine] = []
    i = 0
    while i < len(lines):
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


def _heads(lines: Sequence[SourceLine], place: int, gap: int) -> bool:
    """Whether a Markdown table begins here: its row of dashes follows."""
    return place + gap < len(lines) and is_alignment(lines[place + gap].text)


def _sort(text: str) -> str:
    """What sort of a table's line it is, with the number of its tabs; empty if none."""
    if text.count("\t") > 1 and text.strip():
        return f"tabs {text.count(chr(9))}"
    return "bars" if is_framed(text) or is_border(text) else ""
