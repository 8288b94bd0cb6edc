"""Titles of two lines with their number half-way down beside them, as a cell of a page comes out of it: the number heads the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.numbers import numbered
from pledgecards.extract.people.lines import is_office
from pledgecards.extract.text.lines.textline import SourceLine, is_marked, width_of
from pledgecards.schemas.vocabulary import Vocabulary

_ALONE = re.compile(r"( *)(\S+(?: \S+)?)(?: {3,}(\S+(?: \S+)?))?")
_PARTED = re.compile(r"\S(?: {3,}|\t)\S")
_WORD = re.compile(r"[가-힣]")
_CENTRED = 4
"""So many columns the middles of two centred lines may stand apart."""


def with_numbers_first(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> list[SourceLine]:
    """The lines, a number that stands between the two of a title set before the first of them, and the office beside it below both.

    Nothing stands right above such a title and no third line of its kind right below; its two lines are centred or begin alike, or
    the second stands within the first, as letters of another width leave it, right of the number and left of the office.
    """
    found = list(lines)
    for at in range(1, len(lines) - 1):
        parts = _between(lines, at, vocabulary)
        if parts is None:
            continue
        number, office = parts
        above, below = lines[at - 1].text, lines[at + 1].text
        found[at - 1] = replace(lines[at - 1], text=f"{number} {above.strip()}")
        found[at] = replace(lines[at], text=below.strip())
        found[at + 1] = replace(lines[at + 1], text=office)
    return found


def _between(lines: Sequence[SourceLine], at: int, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The number on a line between the two of a title, and the office beside it ('' if there is none)."""
    met = _ALONE.fullmatch(lines[at].text.rstrip())
    if met is None or not met[2][-1:].isdigit() and met[2][-1:] not in ".)]>〕】":
        return None
    above, below = lines[at - 1], lines[at + 1]
    if not all(_is_half(line, vocabulary) for line in (above, below)) or not _begins(lines, at - 1):
        return None
    if at + 2 < len(lines) and _is_half(lines[at + 2], vocabulary):
        return None  # a list of several
    left, right = width_of(lines[at].text[: met.end(2)]), width_of(lines[at].text[: met.start(3)]) if met[3] else None
    spans = [(width_of(line.text[: _indent(line)]), width_of(line.text.rstrip())) for line in (above, below)]
    if any(begin <= left or (right is not None and end >= right) for begin, end in spans):
        return None
    (begin, end), (other, last) = spans
    if abs(begin + end - other - last) > 2 * _CENTRED and abs(begin - other) > 1 and not begin <= other < last <= end:
        return None
    found = numbered(met[2], vocabulary)
    if found is None or found.title or (met[3] and not is_office(met[3])):
        return None
    return met[2], met[3] or ""


def _begins(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether nothing stands right above a line on its page."""
    return at == 0 or lines[at - 1].blank or lines[at - 1].sheet != lines[at].sheet


def _indent(line: SourceLine) -> int:
    return len(line.text) - len(line.text.lstrip())


def _is_half(line: SourceLine, vocabulary: Vocabulary) -> bool:
    """Whether a line holds words of one cell, which no sign heads and no colon parts."""
    text = line.text
    if not _WORD.search(text) or ":" in text or _PARTED.search(text.strip()) or not text.startswith("  "):
        return False
    return not is_marked(text, vocabulary) and vocabulary.sections.match(text.strip(), rough=False) is None
