"""The number and the title at the head of a card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pledgecards.extract.cards.numbering import parts_of
from pledgecards.extract.markers import split_marker
from pledgecards.extract.numbers import Numbered, number_words, numbered
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.labelled import Labelled, is_title_label, labelled
from pledgecards.extract.titles.lines import (
    is_title_line,
    names_body,
    names_document,
    tells_deed,
)
from pledgecards.extract.titles.numbers import number_alone, number_behind, number_in_remark
from pledgecards.extract.titles.remarks import (
    behind_title,
    day_of_document,
    is_no_title,
    number_within,
    without_remarks,
    without_small_print,
)
from pledgecards.schemas.vocabulary import Vocabulary, fold

_UNFINISHED = re.compile(r"[가-힣](?:와|의|을|를)$|\s(?:및|위한|통한|활용한)$|[·,]$")
"""How a title ends that goes on in the next line of a text, which has no sizes."""

_SAME_SIZE = 0.3
_LARGER = 1.15
_LARGE, _NEAR = 13.0, 0.8
"""Type of so many points is a title's; its lines stand nearer to one another than this share of their size."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the head of a card says. used: indices of the pieces that the number and the title took;
    furniture: indices of pieces that only name the kind of document (`공약카드`).
    beside: what stands in brackets behind a wide gap in the title's line, and the day that figures are of in a document's name."""

    number: str | None
    text: str | None
    place: Place
    used: frozenset[int]
    furniture: frozenset[int]
    beside: tuple[Line, ...] = ()


def find_title(head: Sequence[Piece], vocabulary: Vocabulary) -> Title:
    """The number and the title among the pieces before a card's first choice or section.

    A labelled form cell wins; then the words on or after the number's line; then the line in the largest type.
    """
    number: str | None = None
    text: str | None = None
    place: Place | None = None
    used: set[int] = set()
    furniture: set[int] = set()
    for index, piece in enumerate(head):
        if piece.kind == "number" and number is None and piece.line is not None:
            number = piece.line.text.strip() or None
            used.add(index)
        elif piece.kind == "title" and text is None and piece.line is not None:
            found = numbered(piece.line.text, vocabulary)
            if found is not None and found.title and found.sure and number is None:
                number, text = found.number, found.title
            else:
                text = piece.line.text.strip() or None
            place = piece.place
            used.add(index)
    lines = [i for i, piece in enumerate(head) if is_title_line(piece, vocabulary) and i not in used]
    for index in list(lines):
        line = head[index].line
        assert line is not None
        if names_document(line.text, vocabulary):
            furniture.add(index)
            lines.remove(index)
        elif names_body(line.text) or tells_deed(line.text) or fold(line.text) in number_words(vocabulary):
            # `경상북도 포항시` is whose card it is, whatever stands around it; `공약번호` labels what stands below.
            lines.remove(index)
    if number is None:
        number = number_behind([head[index].line for index in sorted(furniture)], vocabulary)
    if text is None:
        number, text, place = _labelled(head, lines, number, used, vocabulary)
    if text is not None and number is None:
        number = number_alone(head, lines, used, vocabulary)
    if text is None:
        number, text, place = _from_lines(head, lines, number, used, vocabulary)
    if number is None:
        number = number_in_remark([head[index].line for index in lines if index not in used], vocabulary)
    if place is None:
        place = head[0].place if head else Place()
    if text is not None and number is None:
        number, text = number_within(text, vocabulary)
    elif text is not None and number is not None:
        text = _without_number(text, number, vocabulary)
    for index in used:
        text = without_small_print(text, head[index].line, vocabulary)
    beside: list[Line] = []
    for index in sorted(used | furniture):
        line = head[index].line
        beside += day_of_document(line) if index in furniture else behind_title(line, vocabulary)
    if text is not None:
        text = without_remarks(text, vocabulary)
    return Title(number, text, place, frozenset(used), frozenset(furniture), tuple(beside))


def _labelled(
    head: Sequence[Piece], lines: list[int], number: str | None, used: set[int], vocabulary: Vocabulary
) -> tuple[str | None, str | None, Place | None]:
    """The number and the title of a line that labels them; the title may stand in the next line."""
    for position, index in enumerate(lines):
        line = head[index].line
        found = labelled(line.text, vocabulary) if line is not None else None
        if line is None or found is None:
            continue
        below = head[lines[position + 1]].line if position + 1 < len(lines) else None
        if found.title is None and (below is None or not found.waiting):
            continue
        used.add(index)
        if found.title is not None:
            within = numbered(found.title, vocabulary) if number is None and found.number is None else None
            if within is not None and within.sure and within.title:
                found = Labelled(within.number, within.title, waiting=False)  # `공약명 : (18) 산책로 조성`
            return _whole(head, lines[position:], used, number or found.number, found.title or "")
        assert below is not None
        used.add(lines[position + 1])
        behind = numbered(below.text, vocabulary)
        if number is None and found.number is None and behind is not None and behind.sure and behind.title:
            return behind.number, behind.title, below.place
        return number or found.number, below.text, below.place
    return number, None, None


def _whole(
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


def _from_lines(
    head: Sequence[Piece], lines: list[int], number: str | None, used: set[int], vocabulary: Vocabulary
) -> tuple[str | None, str | None, Place | None]:
    def line_at(index: int) -> Line:
        line = head[index].line
        assert line is not None
        return line

    start: int | None = None
    first_words = ""
    if number is None:
        candidates = [(i, numbered(line_at(i).text, vocabulary)) for i in lines]
        sure = [
            (i, n)
            for i, n in candidates
            if n is not None
            and (n.sure or not n.title or i == lines[-1] or (i == lines[0] and _stands_apart(n, line_at(i))))
        ]
        if sure:
            start, found = _pledges_own([(line_at(i), i, n) for i, n in sure])
            number, first_words = found.number, found.title
            if is_no_title(first_words, vocabulary):
                first_words = ""  # `공약번호 101<TAB>담당부서 먹거리과`: other fields stand beside the number
            used.add(start)
    if start is not None and first_words:
        parts, place = [(first_words, line_at(start))], line_at(start).place
    else:
        lines = [i for i in lines if not is_title_label(line_at(i).text, vocabulary)]  # whose title stands elsewhere
        following = [i for i in lines if start is None or i > start] or [i for i in lines if i != start]
        if not following:
            return number, None, None
        largest = max(line_at(i).size for i in following)
        chosen = next(i for i in following if line_at(i).size >= largest - 0.3)
        parts, place = [(_bare(line_at(chosen).text, vocabulary), line_at(chosen))], line_at(chosen).place
        used.add(chosen)
        start = chosen
    for index in range(start + 1, len(head)):
        # A long title goes on in the next line, in the same type.
        above = parts[-1][1]
        if index not in lines or not _goes_on(above, line_at(index)):
            break
        if numbered(line_at(index).text, vocabulary) is not None and line_at(index).place.page is None:
            break
        parts.append((line_at(index).text, line_at(index)))
        place = place.union(line_at(index).place)
        used.add(index)
    text = ""
    glue = True
    for words, line in parts:
        text += words if glue else " " + words
        glue = line.glue
    return number, text or None, place


def _without_number(text: str, number: str, vocabulary: Vocabulary) -> str:
    """A title without the number of its card, which another place gives too (`27` over `27 골목길 정비`, `2-3` over `2-3. 소양강 벨트`)."""
    if number.isdigit():
        text = text.removeprefix(number + " ")
    again = numbered(text, vocabulary)
    same = again is not None and again.sure and parts_of(again.number) == parts_of(number) != ()
    return again.title if again is not None and same and again.title else text


def _stands_apart(number: Numbered, line: Line) -> bool:
    """Whether a wide gap parts a bare number from the words behind it (`27<TAB>1인가구 안심 지원`), or larger type does."""
    if line.text.startswith(number.number + "\t"):
        return True
    end = len(number.number)
    sizes = [run.size for run in line.runs if run.start < end], [run.size for run in line.runs if run.end > end + 1]
    return all(sizes) and min(sizes[0]) > _LARGER * max(sizes[1])


def _pledges_own(candidates: Sequence[tuple[Line, int, Numbered]]) -> tuple[int, Numbered]:
    """The last of the numbered lines, but not a `1.` below one whose words say that it is the pledge's number (`공약번호 41`), or which
    is set in larger type: that `1.` counts the sections."""
    line, *_ = last = candidates[-1]
    own = [found for found in candidates if found[2].named or found[0].size > line.size + 1]
    _, index, number = own[-1] if own and last[2].first and not last[2].named else last
    return index, number


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a title goes on in the next line: in the same type, behind a full line, or right below in type that only titles have."""
    if abs(line.size - above.size) > _SAME_SIZE:
        return False
    if above.soft or (line.place.page is None and _UNFINISHED.search(above.text) is not None):
        return True
    top, bottom = line.place.top, above.place.bottom
    near = top is not None and bottom is not None and top - bottom < _NEAR * line.size
    return near and line.size >= _LARGE and line.place.page == above.place.page


def _bare(text: str, vocabulary: Vocabulary) -> str:
    marked = split_marker(text, vocabulary)
    if marked.rank is None or marked.marker is None:
        return text
    return marked.words.removesuffix(marked.marker).rstrip()  # `◈ 제목 ◈`


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles (or numbers) are there and the same but for spaces and punctuation."""
    return bool(one and other) and fold(one or "") == fold(other or "")
