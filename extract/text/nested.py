"""Tables of HTML that hold others, by which a page is laid out: a row that holds a table is no row of cells, but what stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.extract.text.tags import TAG

_DEEPEST = 6
_TABLE = re.compile(r"<(/?)table[\s>]", re.IGNORECASE)
_PARTS = ("tr", "td", "th")

_Edit = tuple[int, int, int, str]
"""The index of a line, the stretch of it, and what is put in its place."""


def unnested(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines with every row that holds a table taken out of the one around it: its cells are paragraphs."""
    result = list(lines)
    for _ in range(_DEEPEST):
        if not _holds_another(result):
            break
        texts = [line.text for line in result]
        for at, start, end, text in reversed(_edits(texts)):
            texts[at] = texts[at][:start] + text + texts[at][end:]
        result = [SourceLine(line.number, text, line.sheet) for line, text in zip(result, texts, strict=True)]
    return result


def _holds_another(lines: Sequence[SourceLine]) -> bool:
    """Whether a table begins within another; none does where not all end."""
    depth = deepest = 0
    for line in lines:
        for found in _TABLE.finditer(line.text) if "<" in line.text else ():
            depth += -1 if found[1] else 1
            deepest = max(deepest, depth)
    return deepest > 1 and depth == 0


def _edits(texts: Sequence[str]) -> list[_Edit]:
    """What takes the rows that hold a table out of the outermost tables, in order."""
    edits: list[_Edit] = []
    row: list[_Edit] = []
    depth, holds = 0, False
    for at, text in enumerate(texts):
        for found in TAG.finditer(text) if "<" in text else ():
            closes, name = bool(found[1]), found[2].lower()
            ends = depth == 1 and (name == "tr" or (closes and name == "table"))
            if ends and holds:
                # The table around it ended before the row, and another begins behind.
                edits += [(*row[0][:3], "</table>" + row[0][3]), *row[1:]]
                behind = "" if name == "table" else "<table>" + ("" if closes else found[0])
                edits.append((at, found.start(), found.end(), behind))
            if ends:
                row, holds = [], False
            if name == "table":
                depth += -1 if closes else 1
                holds = depth > 1 or (holds and depth > 0)
            elif depth == 1 and name in _PARTS and not (ends and closes):
                row.append((at, found.start(), found.end(), "" if name == "tr" else "</p>" if closes else "<p>"))
    return sorted(edits)
