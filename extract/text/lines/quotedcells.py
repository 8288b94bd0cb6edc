"""Cells of several lines in rows of tabs: between quotation marks, as a sheet puts them on the clipboard (`"국비` / `(보조금)"<TAB>240`), or
bullets one below the other, as a page is copied (`2019<TAB>- 설계` / `- 착공<TAB>`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.text.lines.textline import IN_CELL, SourceLine, ink_of, is_marked
from pledgecards.schemas.vocabulary import Vocabulary

_CELL = re.compile(r'(?:^|(?<=\t))"((?:[^"\t]|"")*)"(?=\t|$)')
_OPEN = re.compile(r'(?:^|\t)"(?:[^"\t]|"")*$')
_MOST_LINES = 30
_LONGEST = 4_000


def with_whole_cells(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], int]:
    """The lines with such cells whole, a sign between the lines of each, and how many quotation marks were taken out.

    Only rows of tabs have them: marks in running text stay.
    """
    result: list[SourceLine] = []
    taken = 0
    at = 0
    while at < len(lines):
        line, at = _whole(lines, at)
        if '"' in line.text and "\t" in line.text and IN_CELL in line.text:
            bare = SourceLine(line.number, _CELL.sub(lambda met: met[1].replace('""', '"'), line.text), line.sheet)
            taken += ink_of(line.text) - ink_of(bare.text)
            line = bare
        result.append(line)
    return result, taken


def _whole(lines: Sequence[SourceLine], at: int) -> tuple[SourceLine, int]:
    """The line with those that belong to its cells, and the index behind them; the line alone if no mark closes what it opens."""
    first = lines[at]
    if '"' not in first.text or _OPEN.search(first.text) is None:
        return first, at + 1
    text = first.text
    for end in range(at + 1, min(len(lines), at + _MOST_LINES)):
        if lines[end].sheet != first.sheet or len(text) > _LONGEST:
            break
        text += IN_CELL + lines[end].text
        if _OPEN.search(text) is None:
            whole = "\t" in text and _CELL.search(text) is not None
            return (SourceLine(first.number, text, first.sheet), end + 1) if whole else (first, at + 1)
    return first, at + 1


def with_whole_bullets(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines with the rows whole that a cell of bullets cuts: together these have as many tabs as the row above."""
    result: list[SourceLine] = []
    width = at = 0
    while at < len(lines):
        line = lines[at]
        tabs = line.text.count("\t")
        end = (
            _end_of_row(lines, at, width - tabs, vocabulary)
            if 0 < tabs < width and _ends_in_bullet(line.text, vocabulary)
            else at + 1
        )
        if end > at + 1:
            line = SourceLine(line.number, IN_CELL.join(part.text for part in lines[at:end]), line.sheet)
        else:
            width = tabs
        result.append(line)
        at = end
    return result


def _end_of_row(lines: Sequence[SourceLine], at: int, missing: int, vocabulary: Vocabulary) -> int:
    """The index behind the last line of a row that goes on in lines that begin with a bullet; that behind the first line if it does not."""
    for end in range(at + 1, min(len(lines), at + _MOST_LINES)):
        if not is_marked(lines[end].text, vocabulary) or lines[end].sheet != lines[at].sheet:
            break
        missing -= lines[end].text.count("\t")
        if missing <= 0:
            return end + 1 if missing == 0 else at + 1
    return at + 1


def _ends_in_bullet(text: str, vocabulary: Vocabulary) -> bool:
    return is_marked(text[text.rindex("\t") + 1 :], vocabulary)
