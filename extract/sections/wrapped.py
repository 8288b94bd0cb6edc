"""Headings that go on in the next line of a box or column too narrow for them: a section's (`■ 사업내` over `용`), and a title of whose last
word one letter stands alone (`45<TAB>도서관 활성` over `화`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.page import Block, Line, seam
from pledgecards.extract.sections.headings import names_section
from pledgecards.schemas.vocabulary import Vocabulary

_LONGEST = 30
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[가-힣]{2}$")
_NARROW = 0.5
_LEADING = 2.0
"""In sizes: how wide a figure is, and how far below one another the lines of a title begin at most."""

_LAST_LETTER = re.compile(r"[가-힣](?![가-힣])")
_SAME_SIZE = 0.3
_SAME_EDGE = 20.0
"""The second line begins no further than so many points from the first, whose marker may hang before its words."""


def with_headings_whole(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[Block]:
    """The blocks of a document, in which two lines are one where only both together are the name of a section, or the second is the last letter
    of a title."""
    found: list[Block] = []
    for block in blocks:
        above = found[-1] if found else None
        if isinstance(above, Line) and isinstance(block, Line) and _is_one(above, block, vocabulary):
            found[-1] = _one(above, block)
        else:
            found.append(block)
    return found


def _is_one(above: Line, line: Line, vocabulary: Vocabulary) -> bool:
    if len(line.text) > _LONGEST or abs(above.size - line.size) > _SAME_SIZE:
        return False
    return _leaves_letter(above, line) or _names_section(above, line, vocabulary)


def _names_section(above: Line, line: Line, vocabulary: Vocabulary) -> bool:
    if not above.soft or len(above.text) + len(line.text) > _LONGEST:
        return False
    x0, other = above.place.x0, line.place.x0
    if x0 is None or other is None or not -_SAME_SIZE <= other - x0 <= _SAME_EDGE or above.bold != line.bold:
        return False
    whole = f"{above.text} {line.text}"
    return names_section(whole, vocabulary) and not any(names_section(one.text, vocabulary) for one in (above, line))


def _leaves_letter(above: Line, line: Line) -> bool:
    """Whether a letter alone is the last one of a title in the line above: set in as the title is from its number, and in the same type."""
    number, tab, title = above.text.partition("\t")
    if not tab or len(line.text) > 1 or not _LETTERS.search(title + line.text) or not _DIGIT.search(number):
        return False
    if not above.runs or not line.runs or above.place.page != line.place.page:
        return False
    one, other, last, first = above.place, line.place, above.runs[-1], line.runs[0]
    if one.x0 is None or other.x0 is None or one.top is None or other.top is None:
        return False
    set_in = other.x0 - one.x0 > _NARROW * len(number) * line.size
    near = 0.0 < other.top - one.top <= _LEADING * line.size
    return set_in and near and (last.bold, last.colour) == (first.bold, first.colour)


def _one(above: Line, line: Line) -> Line:
    between = "" if _LAST_LETTER.match(line.text) else seam(above, line.text)
    by = len(above.text) + len(between)
    runs = [replace(run, start=run.start + by, end=run.end + by) for run in line.runs]
    if between and above.runs:
        runs.insert(0, replace(above.runs[-1], start=len(above.text), end=by))
    marks = [replace(mark, start=mark.start + by, end=mark.end + by) for mark in line.marks]
    return replace(
        above,
        text=above.text + between + line.text,
        place=above.place.union(line.place),
        runs=(*above.runs, *runs),
        marks=(*above.marks, *marks),
        soft=line.soft,
        glue=line.glue,
    )
