"""Titles of two lines, the second centred below the first, as a page sets them: with their number before the first, or half-way down beside
both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.numbers import numbered
from pledgecards.extract.people.lines import is_office
from pledgecards.extract.text.lines.textline import SourceLine, indent_of, is_marked, width_of
from pledgecards.schemas.vocabulary import Vocabulary

_ALONE = re.compile(r"( *)(\S+(?: \S+)?)(?: {3,}(\S+(?: \S+)?))?")
_PARTED = re.compile(r"\S(?: {3,}|\t)\S")
_LAST_LETTERS = re.compile(r"[가-힣]{1,2}")
_WORD = re.compile(r"[가-힣]")
_CENTRED = 4
"""So many columns the middles of two centred lines may stand apart."""

_LONG, _INDENTED, _FAR = 36, 4, 12
"""How wide a line is that had no room for more, and how far within it, in columns, what stands centred below begins, and surely does."""


def with_titles_whole(lines: Sequence[SourceLine], vocabulary: Vocabulary) -> tuple[list[SourceLine], frozenset[int]]:
    """The lines, a number that stands between the two of a title set before the first of them, and the office beside it below both; and
    the numbers of the lines in which a title begins that goes on in the next.

    Nothing stands right above such a title and no third line of its kind right below; its two lines are centred or begin alike, or
    the second stands within the first, as letters of another width leave it, right of the number and left of the office.
    """
    found = list(lines)
    cut: set[int] = set()
    for at in range(1, len(lines) - 1):
        if _LAST_LETTERS.fullmatch(lines[at].text.strip()) and _ends_word(lines, at - 1, vocabulary):
            cut.add(lines[at - 1].number)
        if not lines[at].text.startswith(" "):
            continue
        parts = _between(lines, at, vocabulary)
        if parts is not None:
            number, office = parts
            above, below = lines[at - 1].text, lines[at + 1].text
            found[at - 1] = replace(lines[at - 1], text=f"{number} {above.strip()}")
            found[at] = replace(lines[at], text=below.strip())
            found[at + 1] = replace(lines[at + 1], text=office)
            cut.add(lines[at - 1].number)
        elif _goes_on_below(lines, at - 1, vocabulary):
            cut.add(lines[at - 1].number)
    return found, frozenset(cut)


def _ends_word(lines: Sequence[SourceLine], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the next line, of a letter or two that begin as it does, ends the last word of a long one behind a blank one."""
    line, text = lines[at], lines[at].text.strip()
    if line.blank or not _begins(lines, at) or not _is_title(text, vocabulary):
        return False
    begin, end = _span(line)
    return end - begin >= _LONG and indent_of(lines[at + 1].text) == begin and "가" <= text[-1] <= "힣"


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text of one cell has words behind a pledge's number, or behind no sign at all."""
    if _PARTED.search(text) or ":" in text:
        return False
    found = numbered(text, vocabulary)
    return found is not None and bool(found.title) if is_marked(text, vocabulary) else _is_words(text, vocabulary)


def _goes_on_below(lines: Sequence[SourceLine], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a line behind a blank one, with a pledge's number or without, is long, and the next stands centred within it, the only one so."""
    line, below = lines[at], lines[at + 1]
    text = line.text.strip()
    if line.blank or not _is_half(below, vocabulary) or not _begins(lines, at) or not _is_title(text, vocabulary):
        return False
    begin, end, other, last = *_span(line), *_span(below)
    if end - begin < _LONG or other - begin < _INDENTED or last >= end:
        return False
    if abs(begin + end - other - last) > 2 * _CENTRED and other - begin < _FAR:
        return False
    return at + 2 >= len(lines) or not _is_half(lines[at + 2], vocabulary)


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
    spans = [_span(line) for line in (above, below)]
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


def _span(line: SourceLine) -> tuple[int, int]:
    """The columns at which the words of a line begin and end."""
    return indent_of(line.text), width_of(line.text.rstrip())


def _is_half(line: SourceLine, vocabulary: Vocabulary) -> bool:
    """Whether a line holds words of one cell, which no sign heads and no colon parts."""
    text = line.text.strip()
    if line.blank or not line.text.startswith("  ") or ":" in text or _PARTED.search(text):
        return False
    return _is_words(text, vocabulary)


def _is_words(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text has words, is headed by no sign, and names no section."""
    if _WORD.search(text) is None or is_marked(text, vocabulary):
        return False
    return vocabulary.sections.match(text, rough=False) is None
