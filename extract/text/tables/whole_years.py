"""Heads of years whose 년 a space sets off (`2019 년    2020 년`), in a table set with spaces or with a cell to a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.text.lines.textline import SourceLine

_PARTED = re.compile(r"(?<!\d)((?:19|20)\d\d) (년도?)(?!\w)")
_FEWEST = 2
"""One such year among words may be of a sentence."""


def with_whole_years(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """The lines, with the space that parts a year from its 년 behind both: all else stays in its column."""
    return [replace(line, text=_PARTED.sub(r"\1\2 ", line.text)) if _is_head(line.text) else line for line in lines]


def _is_head(text: str) -> bool:
    if " 년" not in text:
        return False  # nearly every line
    return len(_PARTED.findall(text)) >= _FEWEST or _PARTED.fullmatch(text.strip()) is not None
