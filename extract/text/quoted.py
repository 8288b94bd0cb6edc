"""Text quoted in a mail: a sign before every line (`> 1. 사업개요`), once for each answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.text.textline import SourceLine

_SIGN = re.compile(r"\s*> ?")
_MOST_ANSWERS = 6
_FEWEST = 5
_LEAST_SHARE = 0.8


def unquoted(lines: Sequence[SourceLine]) -> tuple[list[SourceLine], int]:
    """The lines without the sign where nearly all have it, and how many signs were taken out."""
    signs = 0
    result = list(lines)
    for _ in range(_MOST_ANSWERS):
        shown = [line for line in result if not line.blank]
        quoted = sum(line.text.lstrip()[:1] == ">" for line in shown)
        if quoted < _FEWEST or quoted < _LEAST_SHARE * len(shown):
            break
        signs += quoted
        result = [
            SourceLine(
                line.number,
                _SIGN.sub("", line.text, count=1) if line.text.lstrip()[:1] == ">" else line.text,
                line.sheet,
            )
            for line in result
        ]
    return result, signs
