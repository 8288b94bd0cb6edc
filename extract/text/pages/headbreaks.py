"""Titles and people in charge that go on in the next line of a text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pledgecards.extract.items.numbered_projects import numbers_project
from pledgecards.extract.numbers import numbered
from pledgecards.extract.text.lines.softlines import soft_lines
from pledgecards.extract.text.lines.textline import SourceLine, indent_of, is_marked, width_of
from pledgecards.extract.text.tables.tabtable import is_heading
from pledgecards.extract.titles.labelled import is_title_label
from pledgecards.schemas.notation import BULLET_LETTERS, COLON, COLONS, TELEPHONES, has_colon
from pledgecards.schemas.vocabulary import Vocabulary

_WRAPPED = 0.8
"""No line that was broken at the text's width is shorter than this share of it."""

_FEWEST = 2
"""So many lines below are broken where a head is."""

_NEAR, _NOWHERE = 1, -9
_LABEL = re.compile(rf"\s*(?:[^\s\w(\[]\s*|[{BULLET_LETTERS}]\s+)?([가-힣][가-힣 ·]{{1,12}}?)\s*{COLON}\s*(?=\S)")
_OPEN = f"(（{TELEPHONES}-"
_HALF = re.compile(r"(?<![\d-])0\d{1,2}-(?:\d{3,4}-)?$")
_NUMBER = re.compile(r"\s*(?:0\d{1,2}[-)]\s?)?\d{3,4}-\d{4}(?![\d-])")
_REST = re.compile(r"\s*\(?\d[\d)-]*\d\s*(?:[)）,/]|$)")
_SAYS_ITSELF = re.compile(rf"[{COLONS}|■□☑☐]|\t")
_GAP = re.compile(r"\t|\S {3,}\S")
_COLUMNS = re.compile(r"\t|\S {3,}\S|[|│┃]")


@dataclass(frozen=True, slots=True)
class Heads:
    """The lines of a text, those of people in charge that go on below their label made one: a part of them alone does not say whose it is.

    joined: the numbers of the lines made so. cut: those of the lines of titles that go on in the next.
    """

    lines: list[SourceLine]
    joined: frozenset[int]
    cut: frozenset[int]


def with_whole_heads(lines: Sequence[SourceLine], vocabulary: Vocabulary, *, paper: bool) -> Heads:
    """The lines with their heads made whole. paper: the text was set in pages, where any full line may go on, and titles are told so."""
    people = any(_begins_people(line.text, vocabulary) for line in lines)
    ends = {line.number for line, after in itertools.pairwise(lines) if _cuts_phone(line.text, after.text)}
    if not people and paper and not ends:
        return Heads(list(lines), frozenset(), frozenset())
    shown = [line for line in lines if not line.blank]
    width = _Width(shown, vocabulary)
    if people:
        ends |= {shown[i].number for i in _cut(shown, width, lambda text: _begins_people(text, vocabulary), vocabulary)}
    cut: set[int] = set()
    if not paper:
        cut = {shown[i].number for i in _cut(shown, width, lambda text: _begins_title(text, vocabulary), vocabulary)}
    result: list[SourceLine] = []
    joined: set[int] = set()
    goes_on = False
    for line in lines:
        if goes_on:
            above = result[-1]
            result[-1] = SourceLine(above.number, f"{above.text.rstrip()} {line.text.strip()}", above.sheet)
            joined.add(above.number)
        else:
            result.append(line)
        goes_on = line.number in ends
    return Heads(result, frozenset(joined), frozenset(cut))


class _Width:
    """The width at which a text's lines were broken; None if they were not. It is asked for few lines of few texts."""

    def __init__(self, lines: Sequence[SourceLine], vocabulary: Vocabulary) -> None:
        self._lines = lines
        self._vocabulary = vocabulary

    @cached_property
    def widest(self) -> int | None:
        text = [line for line in self._lines if _COLUMNS.search(line.text) is None]
        broken = len(soft_lines(text, self._vocabulary, paper=False)) >= _FEWEST
        return max([width_of(line.text.rstrip()) for line in text], default=0) if broken else None


def _cut(lines: Sequence[SourceLine], text: _Width, begins: Callable[[str], bool], vocabulary: Vocabulary) -> set[int]:
    """The indexes of lines that begin something and go on in the next, which says nothing of its own: it stands below the words behind
    their label, or, where the text's lines were broken at their widest, its first word had no room above it; and of those between."""
    soft: set[int] = set()
    below = _NOWHERE  # the column at which the words behind the label begin
    for i, (line, after) in enumerate(itertools.pairwise(lines)):
        if after.number - line.number != 1:
            continue
        if i - 1 not in soft:
            if not begins(line.text):
                continue
            label = _LABEL.match(line.text)
            below = width_of(label.group()) if label is not None else _NOWHERE
        if _GAP.search(line.text.strip()):
            continue
        if (
            _SAYS_ITSELF.search(after.text)
            or is_marked(after.text, vocabulary)
            or is_heading(after.text.strip(), vocabulary)
        ):
            continue
        if numbers_project(after.text.strip(), vocabulary):
            continue
        first = after.text.split(maxsplit=1)[0]
        if abs(indent_of(after.text) - below) <= _NEAR or _is_full(line.text, first, text.widest):
            soft.add(i)
    return soft


def _is_full(text: str, first: str, widest: int | None) -> bool:
    """Whether a line has no room for the first word of the next."""
    width = width_of(text.rstrip())
    return widest is not None and width >= _WRAPPED * widest and width + 1 + width_of(first) > widest


def _label(text: str) -> re.Match[str] | None:
    # Most lines have no colon.
    return _LABEL.match(text) if has_colon(text) else None


def _begins_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins a title, under its number or its label."""
    label = _label(text)
    if label is not None and is_title_label(label[1], vocabulary):
        return True
    found = numbered(text.strip(), vocabulary)
    return found is not None and found.sure and bool(found.title)


def _cuts_phone(text: str, after: str) -> bool:
    """Whether a line ends within a telephone number, or before one that its bracket or its sign announces."""
    end = text.rstrip()[-1:]
    if not end or end not in _OPEN or _REST.match(after) is None:
        return False
    return (_NUMBER.match(after) if end != "-" else _HALF.search(text.rstrip())) is not None


def _begins_people(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line labels people in charge, and names some."""
    label = _label(text)
    match = vocabulary.sections.match(label[1], rough=False) if label is not None else None
    return match is not None and match.key == "contacts"
