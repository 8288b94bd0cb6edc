"""Remarks behind a table that name the unit of some of its figures (`* 2019년 국비는 천원 단위임`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.captions import is_caption, unit_note
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.notation import COLON, COLONS
from pledgecards.schemas.vocabulary import Match

_MOST = 4
_NOTES = "※*＊ "
_OF_UNIT = re.compile(
    rf"단\s*위(?:[\s{COLONS};()]|[는은로임이가를의]|$)|(?:[은는]|{COLON})\s*[십백천만억]*\s*원(?:임|입니다)?\s*[.)\]]?$"
    # `* 기타(천원)`
    r"|^(?:[※*＊]|주\s?\))\s*[가-힣·]{1,12}\s*[(（]\s*[십백천만억]*\s*원\s*[)）]$"
)
_OF_ROUNDING = re.compile(r"미만|이하|반올림|사사오입|절사|절상|버림|올림|끝수|단수")
"""`천원 단위 미만 절사` says how figures were rounded, not what they are in."""


def unit_remarks(pieces: Sequence[Piece], index: int, headings: Sequence[Match | None]) -> tuple[str, ...]:
    """The remarks right behind a table that speak of a unit; none that a table below them may have for its own.

    headings: by piece, the section that it is the heading of.
    """
    found: list[str] = []
    for place in range(index + 1, min(len(pieces), index + 1 + _MOST)):
        line = pieces[place].line
        if line is None or pieces[place].kind != "line" or headings[place] is not None:
            break
        if not says_unit(line.text) or (_is_table(pieces, place + 1) and _heads_table(line.text)):
            continue
        found.append(line.text)
    return tuple(found)


def says_unit(text: str) -> bool:
    """Whether a remark names the unit that figures are in."""
    if "원" not in text and "단" not in text:
        return False
    return _OF_UNIT.search(text) is not None and _OF_ROUNDING.search(text) is None


def _heads_table(text: str) -> bool:
    """Whether a line may be over a table as well as behind one: it is a unit note, or a name that ends in one (`○ 장서 구입 (단위: 천원)`)."""
    note = unit_note(text)
    return is_caption(text.lstrip(_NOTES)) or (note is not None and text.endswith(note) and text[0] not in _NOTES)


def _is_table(pieces: Sequence[Piece], place: int) -> bool:
    return place < len(pieces) and pieces[place].table is not None
