"""A title that goes on in the next line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece

UNFINISHED = re.compile(r"[가-힣](?:와|의|을|를)$|\s(?:및|위한|통한|활용한)$|[·,]$")
"""How a title ends that goes on in the next line of a text, which has no sizes."""

_SAME_SIZE = 0.3
_LARGE, _NEAR = 13.0, 0.8
"""Type of so many points is a title's; its lines stand nearer to one another than this share of their size."""
_LAST_LETTERS = re.compile(r"\s*[가-힣]{1,2}\s*")


def whole_title(
    head: Sequence[Piece], lines: Sequence[int], used: set[int], number: str | None, words: str
) -> tuple[str | None, str, Place]:
    """The title that a label begins in the first of these lines, with the lines right below in which it goes on."""
    above = head[lines[0]].line
    assert above is not None
    place = above.place
    for before, index in pairwise(lines):
        line = head[index].line
        if line is None or index != before + 1 or not above.soft or abs(line.size - above.size) > _SAME_SIZE:
            break
        words += line.text if above.glue else " " + line.text
        place = place.union(line.place)
        used.add(index)
        above = line
    return number, words, place


def title_goes_on(above: Line, line: Line) -> bool:
    """Whether a title goes on in the next line: in the same type, behind a full line, or right below in type that only titles have."""
    if abs(line.size - above.size) > _SAME_SIZE:
        return False
    if above.soft or (line.place.page is None and UNFINISHED.search(above.text) is not None):
        return True
    top, bottom = line.place.top, above.place.bottom
    near = top is not None and bottom is not None and top - bottom < _NEAR * line.size
    return near and line.size >= _LARGE and line.place.page == above.place.page


def last_title(head: Sequence[Piece], lines: Sequence[int]) -> int | None:
    """Where the last of these title lines begins, with the full lines right above from which it goes on; None without any."""
    last = lines[-1] if lines else None
    for before, index in pairwise(reversed(lines)):
        above, line = head[index].line, head[before].line
        if above is None or line is None or before != index + 1 or not (above.soft and title_goes_on(above, line)):
            break
        last = index
    return last


def breaks_word(above: Piece, piece: Piece) -> bool:
    """Whether the last letters of a word stand alone in the next line (`… 조` / `성`): too few for a line of a title."""
    if piece.kind != "line" or piece.line is None or above.line is None or above.beside != piece.beside:
        return False
    return above.line.soft and above.line.glue and _LAST_LETTERS.fullmatch(piece.line.text) is not None
