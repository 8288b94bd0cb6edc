"""The number and the title of a head that labels neither: the words behind the number in its line, or the line in the largest type."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from pledgecards.extract.markers import split_marker
from pledgecards.extract.numbers import Numbered, numbered
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.labelled import is_title_label
from pledgecards.extract.titles.lines import title_among
from pledgecards.extract.titles.numbers import begun_above, number_of_line, pledges_own, stands_apart
from pledgecards.extract.titles.remarks import fields_around, is_no_title, without_small_print
from pledgecards.extract.titles.wrapped import breaks_word, last_title, title_goes_on
from pledgecards.schemas.vocabulary import Vocabulary

_SAME_SIZE = 0.3


def title_of_lines(
    head: Sequence[Piece], lines: list[int], number: str | None, used: set[int], vocabulary: Vocabulary
) -> tuple[str | None, str | None, Place | None]:
    """The number, the title and its place among these lines of a head. used takes the index of each that one of them stands in.

    number: what is known from elsewhere; then no line is asked for one.
    """
    parts: dict[int, str] = {}  # the words of the title, by their lines
    start: int | None = None
    if number is None and (first := _numbered_line(head, lines, vocabulary)) is not None:
        start, found, words = first
        number = found.number
        used.add(start)
        if words:
            over = _line(head, start - 1) if start - 1 in lines else None
            begun = begun_above(found, _line(head, start), over, vocabulary) if over is not None else None
            parts = {start: words} if begun is None else {start - 1: begun, start: words}
    if not parts or start is None:
        # What else is labelled a title has it elsewhere.
        lines = [i for i in lines if not is_title_label(_line(head, i).text, vocabulary)]
        following = [i for i in lines if start is None or i > start] or [i for i in lines if i != start]
        if not following:
            return number, None, None
        start = _largest(head, following, vocabulary)
        number, words = _of_marked(_line(head, start).text, number, vocabulary)
        parts = {start: words}
    for index in _going_on(head, lines, start, vocabulary):
        parts[index] = _line(head, index).text
    used.update(parts)
    place = reduce(Place.union, [_line(head, index).place for index in parts])
    return number, _joined(head, parts) or None, place


def _numbered_line(head: Sequence[Piece], lines: list[int], vocabulary: Vocabulary) -> tuple[int, Numbered, str] | None:
    """The line that begins with the pledge's number, what it says, and the words of the title in it: none where they are other fields."""
    sure: list[tuple[int, Numbered]] = []
    last = last_title(head, lines)
    for number_at in (numbered, number_of_line):  # words in brackets are a field's where no other number stands
        candidates = [(i, number_at(_line(head, i).text, vocabulary)) for i in lines]
        sure = sure or [
            (i, n)
            for i, n in candidates
            if n is not None
            and (n.sure or not n.title or i == last or (i == lines[0] and stands_apart(n, _line(head, i))))
        ]
    if not sure:
        return None
    start, found = pledges_own([(_line(head, i), i, n) for i, n in sure])
    bare, fields = fields_around(found.title, vocabulary)
    # `공약 12 | 문화·관광` over the title, `공약 12 · 문화 분야 · 체육과` below it
    elsewhere = any(i > start or (i < start and len(fields) > 1) for i in lines)
    words = bare if bare or elsewhere else found.title
    in_large = without_small_print(words, _line(head, start), vocabulary) or words
    # `공약번호 101<TAB>담당부서 먹거리과`: other fields stand beside the number.
    return start, found, "" if is_no_title(in_large, vocabulary) else words


def _largest(head: Sequence[Piece], lines: list[int], vocabulary: Vocabulary) -> int:
    """Which of these lines is the title: of those in the largest type, the one that reads most like one."""
    largest = max(_line(head, i).size for i in lines)
    large = [i for i in lines if _line(head, i).size >= largest - _SAME_SIZE]
    return large[title_among([_line(head, i).text for i in large], vocabulary)]


def _of_marked(text: str, number: str | None, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """The number and the words of a title behind its marker (`■ 5-3 제목`)."""
    marked = split_marker(text, vocabulary)
    if marked.rank is None or marked.marker is None:
        return number, text
    words = marked.words.removesuffix(marked.marker).rstrip()  # `◈ 제목 ◈`
    found = numbered(words, vocabulary) if number is None and words != text else None
    if found is not None and found.title and found.sure and not found.first:
        return found.number, found.title
    return number, words


def _going_on(head: Sequence[Piece], lines: list[int], start: int, vocabulary: Vocabulary) -> list[int]:
    """The lines below its first one in which a long title goes on, in the same type."""
    found: list[int] = []
    for index in range(start + 1, len(head)):
        if index not in lines and not breaks_word(head[index - 1], head[index]):
            break
        line = _line(head, index)
        if not title_goes_on(_line(head, index - 1), line):
            break
        if numbered(line.text, vocabulary) is not None and line.place.page is None:
            break
        found.append(index)
    return found


def _joined(head: Sequence[Piece], parts: dict[int, str]) -> str:
    text = ""
    glue = True
    for index, words in parts.items():
        text += words if glue else " " + words
        glue = _line(head, index).glue
    return text


def _line(head: Sequence[Piece], index: int) -> Line:
    line = head[index].line
    assert line is not None
    return line
