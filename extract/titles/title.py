"""The number and the title at the head of a card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.fields import is_field
from pledgecards.extract.numbers import number_words, numbered
from pledgecards.extract.page import Line, Place
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.documents import day_of_document, names_body, names_document
from pledgecards.extract.titles.labelled import Labelled, labelled
from pledgecards.extract.titles.lines import is_title_line, tells_deed
from pledgecards.extract.titles.numbers import (
    is_bare,
    number_alone,
    number_at_end,
    number_behind,
    number_beside,
    number_in_remark,
    number_in_title,
    number_said,
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
    number_within,
    without_remarks,
    without_small_print,
)
from pledgecards.extract.titles.row_labels import row_labels, titled_by, without_label
from pledgecards.extract.titles.unlabelled import title_of_lines
from pledgecards.extract.titles.wrapped import whole_title
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
    head, number = without_box(head, vocabulary)
    used: set[int] = set()
    furniture: set[int] = set()
    number, text, place = _of_cells(head, number, used, vocabulary)
    number, lines = _title_lines(head, number, used, furniture, vocabulary)
    if number is None:
        number = number_behind([head[index].line for index in sorted(furniture)], vocabulary)
    if text is None:
        number, text, place = _labelled(head, lines, number, used, vocabulary)
    if text is not None and number is None:
        number = number_alone(head, lines, used, vocabulary)
    if text is None:
        number, text, place = title_of_lines(head, lines, number, used, vocabulary)
    if number is None:
        number = number_in_remark([head[index].line for index in lines if index not in used], vocabulary)
    place = place or (head[0].place if head else Place())
    number, text = _apart(head, number, text, used, vocabulary)
    text = _alone(head, text, used, vocabulary)
    beside = _beside(head, text, used, furniture, vocabulary)
    if number is None:
        number, beside = number_beside(beside, vocabulary)
    bare = any(is_bare(number, text, head[index].line) for index in used)
    text = " ".join(text.split()) if text is not None else None  # a gap that nothing explains
    return Title(number, text, place, frozenset(used), frozenset(furniture), tuple(beside), bare)


def _of_cells(
    head: Sequence[Piece], number: str | None, used: set[int], vocabulary: Vocabulary
) -> tuple[str | None, str | None, Place | None]:
    """The number and the title that stand in cells of a form, each beside its label."""
    text: str | None = None
    place: Place | None = None
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
    return number, text, place


def _title_lines(
    head: Sequence[Piece], number: str | None, used: set[int], furniture: set[int], vocabulary: Vocabulary
) -> tuple[str | None, list[int]]:
    """The number, which may stand beside the body's name, and the lines that may hold the title. Those that name the document are furniture."""
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
    return number, lines


def _apart(
    head: Sequence[Piece], number: str | None, text: str | None, used: set[int], vocabulary: Vocabulary
) -> tuple[str | None, str | None]:
    """The number and the title, parted where the title holds the number, whether it is known from elsewhere or not."""
    if text is None:
        return number, text
    if number is not None:
        return without_number(*number_said(number, text, head, vocabulary), vocabulary)
    number, text = number_within(text, vocabulary)
    number, text = number_at_end(text, vocabulary) if number is None else (number, text)
    return number_by_type(text, head[min(used, default=0)].line) if number is None else (number, text)


def _alone(head: Sequence[Piece], text: str | None, used: set[int], vocabulary: Vocabulary) -> str | None:
    """The title without what stands around it in its lines: small print, a chip, remarks, fields and a label."""
    for index in used:
        text = without_small_print(text, head[index].line, vocabulary)
        if text is not None and (chip := chip_before(head[index].line, vocabulary)):
            text = text.removeprefix(chip).lstrip() or text
    if text is None:
        return None
    text = without_remarks(text, vocabulary)
    return without_label(fields_around(text, vocabulary)[0] or text)


def _beside(
    head: Sequence[Piece], text: str | None, used: set[int], furniture: set[int], vocabulary: Vocabulary
) -> list[Line]:
    """What stands beside the number, the title and the document's name in their lines."""
    beside: list[Line] = []
    for index in sorted(used | furniture):
        line = head[index].line
        if head[index].kind == "number":
            beside += field_of_number(line, vocabulary)
        else:
            beside += day_of_document(line) if index in furniture else behind_title(line, vocabulary)
    printed = [line.text for index in used if (line := head[index].line) is not None]
    # Each is a line of its own, which goes on in none below.
    return [replace(line, soft=False, glue=False) for line in beside if not is_in_title(line.text, text, printed)]


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
