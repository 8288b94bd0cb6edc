"""The number and the title at the head of a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.fields import is_field
from pledgecards.extract.markers import split_marker
from pledgecards.extract.numbers import Numbered, number_words, numbered
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.documents import day_of_document, names_body, names_document
from pledgecards.extract.titles.labelled import Labelled, is_title_label, labelled
from pledgecards.extract.titles.lines import is_title_line, tells_deed, title_among
from pledgecards.extract.titles.numbers import (
    begun_above,
    is_bare,
    number_alone,
    number_at_end,
    number_behind,
    number_beside,
    number_in_remark,
    number_in_title,
    number_of_line,
    number_said,
    pledges_own,
    stands_apart,
    without_box,
    without_number,
)
from pledgecards.extract.titles.numbers_by_type import number_by_type
from pledgecards.extract.titles.remarks import (
    behind_title,
    chip_before,
    field_of_number,
    fields_around,
    is_in_title,
    is_no_title,
    number_within,
    without_remarks,
    without_small_print,
)
from pledgecards.extract.titles.row_labels import row_labels, titled_by, without_label
from pledgecards.extract.titles.wrapped import breaks_word, last_title, title_goes_on, whole_title
from pledgecards.schemas.vocabulary import Vocabulary, fold


@dataclass(frozen=True, slots=True)
class Title:
    """What the head of a card says. used: indices of the pieces that the number and the title took;
    furniture: indices of pieces that only name the kind of document (`공약카드`).
    beside: what stands in brackets behind a wide gap in the title's line, and the day that figures are of in a document's name.
    bare_number: nothing but a space parts the number from the title (`50 플러스센터 건립`)."""

    number: str | None
    text: str | None
    place: Place
    used: frozenset[int]
    furniture: frozenset[int]
    beside: tuple[Line, ...] = ()
    bare_number: bool = False


def find_title(head: Sequence[Piece], vocabulary: Vocabulary) -> Title:
    """The number and the title among the pieces before a card's first choice or section.

    A labelled form cell wins; then the words on or after the number's line; then the line in the largest type.
    """
    text: str | None = None
    place: Place | None = None
    head, number = without_box(head, vocabulary)
    used: set[int] = set()
    furniture: set[int] = set()
    for index, piece in enumerate(head):
        if piece.kind == "number" and number is None and piece.line is not None:
            number = piece.line.text.strip() or None
            used.add(index)
        elif piece.kind == "title" and text is None and piece.line is not None:
            found = number_in_title(piece, vocabulary) if number is None else None
            if found is not None:
                number, text = found.number, found.title
            else:
                text = piece.line.text.strip() or None
            place = piece.place
            used.add(index)
    lines = [i for i, piece in enumerate(head) if is_title_line(piece, vocabulary) and i not in used]
    lines = titled_by(labels, lines, head) if (labels := row_labels(head)) else lines
    for index in list(lines):
        line = head[index].line
        assert line is not None
        if names_document(line.text, vocabulary):
            furniture.add(index)
            lines.remove(index)
        elif names_body(line.text) or tells_deed(line.text) or fold(line.text) in number_words(vocabulary):
            # `경상북도 포항시` is whose card it is, whatever stands around it; `공약번호` labels what stands below.
            lines.remove(index)
        elif number is None and names_body((at_end := number_at_end(line.text, vocabulary))[1]):
            number = at_end[0]  # `안산시 공약관리번호 3-2-1`
            furniture.add(index)
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
    place = place or (head[0].place if head else Place())
    if text is not None and number is None:
        number, text = number_within(text, vocabulary)
        number, text = number_at_end(text, vocabulary) if number is None else (number, text)
        number, text = number_by_type(text, head[min(used, default=0)].line) if number is None else (number, text)
    elif text is not None and number is not None:
        number, text = without_number(*number_said(number, text, head, vocabulary), vocabulary)
    for index in used:
        text = without_small_print(text, head[index].line, vocabulary)
        if text is not None and (chip := chip_before(head[index].line, vocabulary)):
            text = text.removeprefix(chip).lstrip() or text
    beside: list[Line] = []
    for index in sorted(used | furniture):
        line = head[index].line
        if head[index].kind == "number":
            beside += field_of_number(line, vocabulary)
        else:
            beside += day_of_document(line) if index in furniture else behind_title(line, vocabulary)
    if text is not None:
        text = without_remarks(text, vocabulary)
        text = without_label(fields_around(text, vocabulary)[0] or text)
    # Each is a line of its own, which goes on in none below.
    printed = [line.text for index in used if (line := head[index].line) is not None]
    beside = [replace(line, soft=False, glue=False) for line in beside if not is_in_title(line.text, text, printed)]
    if number is None:
        number, beside = number_beside(beside, vocabulary)
    bare = any(is_bare(number, text, head[index].line) for index in used)
    text = " ".join(text.split()) if text is not None else None  # a gap that nothing explains
    return Title(number, text, place, frozenset(used), frozenset(furniture), tuple(beside), bare)


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
        if found.title is not None and below is not None and is_field(found.title, vocabulary):
            continue  # `공약<TAB>교육·보육 분야` over `12 통학로 조성`
        used.add(index)
        if found.title is not None:
            within = numbered(found.title, vocabulary) if number is None and found.number is None else None
            if within is not None and within.apart:
                found = Labelled(within.number, within.title, waiting=False)  # `공약명 : (18) 산책로 조성`
            return whole_title(head, lines[position:], used, number or found.number, found.title or "")
        assert below is not None
        used.add(lines[position + 1])
        behind = numbered(below.text, vocabulary)
        if number is None and found.number is None and behind is not None and behind.apart:
            return behind.number, behind.title, below.place
        return number or found.number, below.text, below.place
    return number, None, None


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
        sure: list[tuple[int, Numbered]] = []
        last = last_title(head, lines)
        for number_at in (numbered, number_of_line):  # words in brackets are a field's where no other number stands
            candidates = [(i, number_at(line_at(i).text, vocabulary)) for i in lines]
            sure = sure or [
                (i, n)
                for i, n in candidates
                if n is not None
                and (n.sure or not n.title or i == last or (i == lines[0] and stands_apart(n, line_at(i))))
            ]
        if sure:
            start, found = pledges_own([(line_at(i), i, n) for i, n in sure])
            number, first_words = found.number, found.title
            bare, fields = fields_around(first_words, vocabulary)
            # `공약 12 | 문화·관광` over the title, `공약 12 · 문화 분야 · 체육과` below it
            elsewhere = any(i > start or (i < start and len(fields) > 1) for i in lines)
            first_words = bare if bare or elsewhere else first_words
            in_large = without_small_print(first_words, line_at(start), vocabulary) or first_words
            if is_no_title(in_large, vocabulary):
                first_words = ""  # `공약번호 101<TAB>담당부서 먹거리과`: other fields stand beside the number
            used.add(start)
    if start is not None and first_words:
        parts, place = [(first_words, line_at(start))], line_at(start).place
        over = line_at(start - 1) if start - 1 in lines else None
        begun = begun_above(found, line_at(start), over, vocabulary) if over is not None else None
        if begun is not None and over is not None:
            parts, place = [(begun, over), *parts], over.place.union(place)
            used.add(start - 1)
    else:
        lines = [i for i in lines if not is_title_label(line_at(i).text, vocabulary)]  # whose title stands elsewhere
        following = [i for i in lines if start is None or i > start] or [i for i in lines if i != start]
        if not following:
            return number, None, None
        largest = max(line_at(i).size for i in following)
        large = [i for i in following if line_at(i).size >= largest - 0.3]
        chosen = large[title_among([line_at(i).text for i in large], vocabulary)]
        words = _bare(line_at(chosen).text, vocabulary)
        marked = numbered(words, vocabulary) if number is None and words != line_at(chosen).text else None
        if marked is not None and marked.title and marked.sure and not marked.first:
            number, words = marked.number, marked.title  # `■ 5-3 제목`
        parts, place = [(words, line_at(chosen))], line_at(chosen).place
        used.add(chosen)
        start = chosen
    for index in range(start + 1, len(head)):
        # A long title goes on in the next line, in the same type.
        above = parts[-1][1]
        if index not in lines and not breaks_word(head[index - 1], head[index]):
            break
        if not title_goes_on(above, line_at(index)):
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


def _bare(text: str, vocabulary: Vocabulary) -> str:
    marked = split_marker(text, vocabulary)
    if marked.rank is None or marked.marker is None:
        return text
    return marked.words.removesuffix(marked.marker).rstrip()  # `◈ 제목 ◈`
