"""Bullets that stand side by side: short columns that no page's gutter tells, so that a line holds one of each."""

from __future__ import annotations

import re

from pledgecards.extract.captions import part_of
from pledgecards.extract.markers import BRACKET, NOTE, NUMERAL, split_marker
from pledgecards.extract.page import Line
from pledgecards.schemas.vocabulary import Vocabulary

_WORD = re.compile(r"[가-힣]{2}")


def bullets_of(line: Line, vocabulary: Vocabulary) -> list[Line]:
    """The bullets of a line that wide gaps part, if the sign of the first stands before each (`○ 착공<TAB>○ 준공`); else the line."""
    if "\t" not in line.text:
        return [line]
    own = split_marker(line.text, vocabulary)
    if own.rank in (None, BRACKET, NOTE, NUMERAL):
        return [line]
    starts = [0]
    for gap in re.finditer(r"\t\s*", line.text):
        behind = split_marker(line.text[gap.end() :], vocabulary)
        if behind.marker == own.marker and _WORD.match(behind.words):
            starts.append(gap.end())
    parts = [part_of(line, low, high) for low, high in zip(starts, [*starts[1:], len(line.text)], strict=True)]
    return parts if all(_WORD.search(part.text) for part in parts) else [line]
