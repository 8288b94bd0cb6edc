"""Bullets with a date among deeds: what is called as a section (`○ 예산확보('19. 5.)`) is a deed there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pledgecards.extract.items.outline import Outline
from pledgecards.extract.markers import DASH, DOT, ITEM, NUMERAL, SECTION, Marked
from pledgecards.extract.pieces import Piece
from pledgecards.extract.series import same_series
from pledgecards.schemas.notation import APOSTROPHE, AS_OF, TILDE
from pledgecards.schemas.vocabulary import Match

DATED = re.compile(
    rf"(?:1[0-2]|0?[1-9])\.\s?(?:[12]\d|3[01]|0?[1-9])\.\s?\D|(?:1[0-2]|0?[1-9])\.\s?{TILDE}|{APOSTROPHE}?\d{{2,4}}\s*(?:\.|년)\s*(?:\d|~|상반기|하반기)"
    r"|(?:19|20)\d\d\s(?:1[0-2]|0?[1-9])월"
)
_YEAR = re.compile(r"\d{2,4}\s?년")
_MONTH = re.compile(r"\d{2,4}\s?[.년]\s?(?:1[0-2]|0?[1-9])\s?[.월]")
_DONE_WITH_MONEY = re.compile(r"확보|조달|내역|집행")
IN_THE_WAY = re.compile(r"문제점|현안|애로|장애|기대|부진|지연|미추진|비고|기타|참고|특이")
"""How names of sections begin that fit none of the contract's and that no deed is called by."""

_AS_OF = re.compile(AS_OF)


def is_deed(marked: Marked, index: int, pieces: Sequence[Piece], split: Callable[[str], Marked]) -> bool:
    """Whether a bullet among deeds has a date and heads none below it; what a section holds true for (`2020. 12. 기준`) is none."""
    if DATED.search(marked.words) is None or _AS_OF.search(marked.words) is not None:
        return False
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is None or following.line is None:
        return following is None or following.table is None
    below = split(following.line.text)
    return below.rank not in (DASH, DOT) or same_series(below.marker, marked.marker)


def beside_deed(
    marked: Marked,
    index: int,
    pieces: Sequence[Piece],
    headings: Sequence[Match | None],
    split: Callable[[str], Marked],
) -> bool:
    """Whether the line before or behind has the same marker and a date, and heads no section: deeds may carry the marker of headings."""
    for beside in (index - 1, index + 1):
        line = pieces[beside].line if 0 <= beside < len(pieces) else None
        if line is None or headings[beside] is not None:
            continue
        other = split(line.text)
        if same_series(other.marker, marked.marker) and DATED.search(other.words) is not None:
            return True
    return False


def heads_deeds(
    marked: Marked, index: int, pieces: Sequence[Piece], split: Callable[[str], Marked], outline: Outline
) -> bool:
    """Whether a line among deeds has a heading's marker, no date, and a dated bullet of another marker below (`▶ 하천 정비` under
    `■ 추진실적`): it names a project, whatever the tables call it. With the marker of bullets that stand under projects it is one of them, and so it
    is right below the heading of a project, of a group in one, or below a bullet with a heading's marker, which would head nothing else."""
    if _stands_under(outline, marked):
        return False
    below = pieces[index + 1].line if 0 <= index + 1 < len(pieces) else None
    if marked.rank != SECTION or below is None or _YEAR.search(marked.words) is not None:
        return False
    if any(same_series(marker, marked.marker) for marker in outline.markers_in_projects()):
        return False
    bullet = split(below.text)
    if bullet.rank is None or same_series(bullet.marker, marked.marker):
        return False
    return DATED.search(below.text) is not None and DATED.search(marked.words) is None


def _stands_under(outline: Outline, marked: Marked) -> bool:
    last = outline.drafts[-1] if outline.drafts else None
    if last is None or last.kind == "heading":
        return outline.project is not None and last in outline.headings[-1:]
    heads = last.kind == "bullet" and last.rank == SECTION and DATED.search(last.words) is None
    return heads and not same_series(last.marker, marked.marker)


def groups_deeds(
    marked: Marked, key: str, outline: Outline, index: int, pieces: Sequence[Piece], split: Callable[[str], Marked]
) -> bool:
    """Whether a bullet among deeds that is called as a section is over dated ones of its own (`○ 재원확보` over `- 2019. 3. 국비 확보`), and stands
    itself below the heading of that section, which has another marker. key: the section it is called as."""
    above = outline.headings[0].marker if outline.headings else None
    if not above or marked.rank not in (SECTION, ITEM, NUMERAL) or IN_THE_WAY.match(marked.words):
        return False
    if key != "other" and (key != "budget" or _DONE_WITH_MONEY.search(marked.words) is None):
        return False
    line = pieces[index + 1].line if 0 <= index + 1 < len(pieces) else None
    below = split(line.text) if line is not None else None
    if below is None or below.rank is None or _MONTH.match(below.words) is None:
        return False
    return not same_series(below.marker, marked.marker) and not same_series(marked.marker, above)
