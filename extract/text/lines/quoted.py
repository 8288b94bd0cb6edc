"""Text quoted in a mail: a sign before every line (`> 1. 사업개요`, `| 1. 사업개요`), once for each answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.text.lines.textline import SourceLine

_SIGN, _BAR = re.compile(r"\s*> ?"), re.compile(r"\s*\| ?")
_LEAST_BARE = 0.5
"""The least share of lines in which the bar before them is the only one, so that it draws no table."""

_MOST_ANSWERS = 6
_FEWEST = 5
_LEAST_SHARE = 0.8
_STRETCH = 10
"""So many lines one after the other that all have the sign are quoted, whatever stands above them and below."""


def unquoted(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], int]:
    """The lines without the sign where nearly all have it, or all of a long stretch, and how many signs were taken out."""
    signs = 0
    result = list(lines)
    if _is_behind_bars(lines):
        result = [SourceLine(line.number, _BAR.sub("", line.text, count=1), line.sheet) for line in lines]
        signs = sum(not line.blank for line in lines)
    for _ in range(_MOST_ANSWERS):
        shown = [at for at, line in enumerate(result) if not line.blank]
        quoted = [at for at in shown if _is_quoted(result[at])]
        if len(quoted) < _FEWEST:
            break
        within = [at for at in shown if quoted[0] <= at <= quoted[-1]]
        whole = len(quoted) >= _STRETCH and len(quoted) == len(within)
        if not whole and len(quoted) < _LEAST_SHARE * len(shown):
            break
        signs += len(quoted)
        for at in quoted:
            line = result[at]
            result[at] = SourceLine(line.number, _SIGN.sub("", line.text, count=1), line.sheet)
    return result, signs


def _is_quoted(line: SourceLine) -> bool:
    return line.text.lstrip()[:1] == ">"


def _is_behind_bars(lines: Sequence[SourceLine]) -> bool:
    """Whether a bar stands before every line, most of which have no other."""
    shown = [line.text.strip() for line in lines if not line.blank]
    if len(shown) < _STRETCH or any(text[0] != "|" for text in shown):
        return False
    return sum(text.count("|") == 1 for text in shown) >= _LEAST_BARE * len(shown)
