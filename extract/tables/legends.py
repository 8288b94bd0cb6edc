"""What a line near a time table says its marks stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.pieces import Piece
from pledgecards.schemas.notation import COLON

_SIGN = rf"(?:[^\w\s()\[\]/:,]\s*{COLON}?\s*)?"
_WORD = r"(?:(?:(?:당초|변경|추진)\s?)?계획|(?:추진\s?)?실적|완료|예정|당초|변경|추진(?:\s?중)?)"
_LEGEND = re.compile(rf"[※*＊☞(\[<\s]*(?:범\s?례\s*{COLON}?\s*)?{_SIGN}{_WORD}(?:[\s,/·|()]+{_SIGN}{_WORD})+[\s)\]>]*")
"""Two kinds or more, each behind its sign or behind the box or the stroke that is drawn for it (`■ 계획 ● 실적`, `범례: 계획, 실적`)."""

_FARTHEST = 2


def legend_at(pieces: Sequence[Piece], index: int) -> str | None:
    """The legend right above a table or right below it, if one stands there and no other table between the two."""
    for step in (-1, 1):
        for away in range(1, _FARTHEST + 1):
            at = index + step * away
            if not 0 <= at < len(pieces) or pieces[at].table is not None:
                break
            line = pieces[at].line
            if line is not None and _LEGEND.fullmatch(line.text) is not None:
                return line.text
    return None
