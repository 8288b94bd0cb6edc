"""What stands round a table in the flow and is said of it: the unit of its figures, and the line that heads it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from pledgecards.extract.captions import is_caption, unit_note
from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Line, join
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.notation import COLON, COLONS
from pledgecards.schemas.vocabulary import Match, Vocabulary, without_remark

_BEGINS_WITH_UNIT = re.compile(rf"단\s*위\s*{COLON}")

_SAYING = ("실적", "목표", "계획")
"""What the name over a table ends with says of its figures, if it says nothing else."""

_OF_SOME = re.compile(r"괄호|[(（\[]\s*[)）\]]|(?:[은는]|까지|부터|이전|이후)\s*(?:실적|목표|계획)$")
"""Words that speak of some of a table's figures (`( )는 실적`, `2020년까지는 실적`), and do not head it."""


def unit_at(
    pieces: Sequence[Piece],
    index: int,
    headings: Sequence[Match | None],
    roles: Mapping[int, tuple[str | None, bool]] = MappingProxyType({}),
) -> str | None:
    """The unit note nearest to a table: before it as far back as the table or heading above, or right behind it.

    Where one stands on either side, the one before it is that of the table right above it, if that has no other. One between two budgets that
    have no other is of the lower; nothing says that it is of the upper as well. headings: by piece, the section that it is the heading of.
    roles: what each table looks like by itself, by its identity.
    """
    above, note = _unit_above(pieces, index, headings, roles)
    if note is None:
        tables = [piece.table for piece in pieces[index : index + 3 : 2]]
        budgets = [table for table in tables if table is not None and roles.get(id(table), (None,))[0] == "budget"]
        shared = len(budgets) == 2 and _unit_behind(pieces, index + 2) is None
        return None if shared else _unit_behind(pieces, index)
    behind = _unit_behind(pieces, index) if above else None
    if behind is None:
        return note
    if pieces[above - 1].table is not None:
        return note if _unit_above(pieces, above - 1, headings)[1] is not None else behind
    heads_next = index + 2 < len(pieces) and pieces[index + 2].table is not None
    if behind == note or heads_next or pieces[above - 1].kind == "heading" or headings[above - 1] is not None:
        return note
    return None  # the one above may as well be of what stands over it, a table that was not read


def _unit_above(
    pieces: Sequence[Piece],
    index: int,
    headings: Sequence[Match | None],
    roles: Mapping[int, tuple[str | None, bool]] = MappingProxyType({}),
) -> tuple[int, str | None]:
    """The unit note before a table, and the index of its piece; people may stand between the two."""
    for before in range(index - 1, max(0, index - 6) - 1, -1):
        piece = pieces[before]
        if piece.table is not None and roles.get(id(piece.table), (None,))[0] != "contacts":
            break
        if piece.line is not None:
            note = _note_in(piece.line, pieces[before + 1].line if before + 1 < index else None)
            if note is not None:
                return before, _with_that_of_heading(pieces, before, note, headings)
            if piece.kind == "heading" or headings[before] is not None:
                return _unit_between(pieces, before, headings)
    return 0, None


def _with_that_of_heading(pieces: Sequence[Piece], index: int, note: str, headings: Sequence[Match | None]) -> str:
    """A unit note behind the one of the heading right above it: where the two differ (`소요예산 (단위: 백만원)` over `(단위: 천원)`), none is told."""
    line, above = pieces[index].line, pieces[index - 1].line if index else None
    if line is None or above is None or not is_caption(line.text):
        return note
    headed = pieces[index - 1].kind == "heading" or headings[index - 1] is not None
    of_heading = unit_note(above.text) if headed else None
    return note if of_heading in (None, note) else f"{of_heading} {note}"


def _unit_between(pieces: Sequence[Piece], heading: int, headings: Sequence[Match | None]) -> tuple[int, str | None]:
    """The unit note alone between a heading and another one above it (`소요예산`, `(단위: 백만원)`, `투자계획`), which is of nothing but what
    stands below; and the index of its piece."""
    above = pieces[max(heading - 2, 0) : heading]
    if len(above) < 2 or above[1].line is None or not is_caption(above[1].line.text):
        return 0, None
    headed = above[0].kind == "heading" or headings[heading - 2] is not None
    note = unit_note(above[1].line.text) if headed else None
    return (heading - 1, note) if note is not None else (0, None)


def _note_in(line: Line, below: Line | None) -> str | None:
    """The unit note in a line, or one that begins in it and ends in the line below (`소요예산 (단위:` / `억원)`)."""
    if below is not None and line.text.rfind("(") > line.text.rfind(")") and ")" in below.text:
        whole = unit_note(join([line, below]))
        if whole is not None:
            return whole
    return unit_note(line.text)


def _unit_behind(pieces: Sequence[Piece], index: int) -> str | None:
    """The unit note right behind a table."""
    for piece in pieces[index + 1 : index + 2]:
        words = piece.line.text.lstrip("※*＊ ") if piece.line is not None else ""
        # Behind the unit the note may go on: `※ 단위: 백만원 (2018년은 하반기분)`.
        if is_caption(words) or _BEGINS_WITH_UNIT.match(words):
            return unit_note(words)
    return None


def heading_at(pieces: Sequence[Piece], index: int) -> str | None:
    """The line right above a table, unit notes and the day of its figures left out."""
    for piece in reversed(pieces[max(0, index - 3) : max(0, index)]):
        if piece.line is None or piece.kind not in ("line", "heading"):
            return None
        if not is_caption(piece.line.text):
            return piece.line.text
    return None


def heads_results(heading: str | None, section: str, vocabulary: Vocabulary) -> bool:
    """Whether a table of indicators that does not say what it measures stands under results: the line right above it says so
    (`연도별 실적`, but not `성과지표 및 실적`), whatever its bullet, or, where that names nothing, or some figures only, the section
    (`section`) does."""
    if heading is not None and _OF_SOME.search(heading):
        heading = None
    words = without_remark(split_marker(heading or "", vocabulary).words).strip(f" {COLONS}")
    named = vocabulary.sections.match(words, rough=False) if words else None
    head = vocabulary.heads.match(words, rough=False) if words else None
    if head is not None and head.key in ("goal", "result"):
        return head.key == "result"
    said = [word for word in _SAYING if word in words]
    if len(said) == 1 and words.endswith(said[0]) and (named is None or named.key != "indicators"):
        return said[0] == _SAYING[0]  # `월별 상담실적`, `연도별 보급목표`
    return (section if named is None else named.key) in ("achievement", "performance")
