"""Unknown labels in the rows of a form above a card's sections: what stands left of a value is no title (`약속하는 일 | 통학로 조성`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.page import Place
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.notation import COLON, MIDDOTS

_LABEL = re.compile(rf"[가-힣]{{2}}[가-힣 {MIDDOTS}]{{0,6}}|(?:[가-힣] +){{1,5}}[가-힣]")
_NAMES = re.compile(r"(?:이름|명칭|제목|(?:공약|약속|사업|과제|정책|시책)명)$")
"""What a label of a title ends in, whatever stands before it."""
_BEFORE_COLON = re.compile(rf"([가-힣][가-힣 ]{{1,8}})\s*{COLON}\s*(?=\S)")


def row_labels(head: Sequence[Piece]) -> dict[int, int]:
    """Of the rows of a form that read label, value, label, value: the place of each label by that of its value."""
    found: dict[int, int] = {}
    start = 0
    while start < len(head):
        end = start + 1
        while end < len(head) and head[start].beside and head[end].beside == head[start].beside:
            end += 1
        row = range(start, end)
        if len(row) in (2, 4) and all(head[index].kind == "line" for index in row) and _in_one_row(head, row):
            labels = row[::2]
            if all(_LABEL.fullmatch(_text(head[index])) for index in labels):
                found |= {index + 1: index for index in labels}
        start = end
    return found


def names_title(text: str) -> bool:
    """Whether a label says that what it labels is a name, as a title's does (`약속이름`)."""
    return _NAMES.search("".join(text.split())) is not None


def without_label(text: str) -> str:
    """A title without a label of titles before its colon (`약속이름 : 통학로 조성`); any other word there is its own."""
    found = _BEFORE_COLON.match(text)
    return text[found.end() :] if found is not None and names_title(found[1]) else text


def titled_by(found: dict[int, int], lines: Sequence[int], head: Sequence[Piece]) -> list[int]:
    """The lines that may be a title beside labels (see `row_labels`): that which a name's label labels, if there is one. Without it none of
    several values is more a title than another, and none is one."""
    lines = [index for index in lines if index not in found.values()]
    named = [index for index in lines if index in found and names_title(_text(head[found[index]]))]
    if named:
        return [index for index in lines if index not in found] if len(named) > 1 else named
    values = [index for index in lines if index in found and not _text(head[index]).replace("-", "").isdigit()]
    return [index for index in lines if index not in values] if len(values) > 1 else lines


def _text(piece: Piece) -> str:
    return piece.line.text.strip() if piece.line is not None else ""


def _in_one_row(head: Sequence[Piece], row: range) -> bool:
    places = [head[index].place for index in row]
    return all(_left_of(one, other) for one, other in pairwise(places))


def _left_of(one: Place, other: Place) -> bool:
    if one.page is None or one.x1 is None or other.x0 is None or one.top is None or other.top is None:
        return one.page is None and other.page is None and one.line == other.line is not None
    middle = (other.top + (other.bottom or other.top)) / 2
    return one.page == other.page and one.x1 <= other.x0 and one.top <= middle <= (one.bottom or one.top)
