"""The number of a card: where it stands but before the title (behind the document's name, in a remark, on a line of its own), which of
several is its own, and the title without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pledgecards.extract.captions import part_of
from pledgecards.extract.fields import is_field
from pledgecards.extract.markers import BARS
from pledgecards.extract.numbers import Numbered, number_words, numbered
from pledgecards.extract.page import Line
from pledgecards.extract.people.lines import is_office
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.documents import APART, REMARK_BEHIND
from pledgecards.extract.titles.numbering import parts_of
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_REMARKS = re.compile(r"[,/|·]")
_IN_FIELDS_BRACKETS = re.compile(
    rf"[\[【<〈]\s*(?P<field>[가-힣][가-힣{MIDDOTS}\s]{{2,16}}[가-힣])\s*[-–·.]?\s*(?P<number>\d{{1,2}}(?:-\d{{1,2}})*)\s*[\]】>〉](?=\s|$)"
)
_COUNTED = re.compile(
    r"(?:참고|붙임|별첨|별지|서식|양식|표|그림|사진|자료|부록|예시|단계|도면|프로젝트|시즌|버전|구역|지구|구간|공구|기|차|회|호|조|항|안)\s*$"
)
"""How words end that count something else (`[참고자료 1]`, `[시즌 2]`)."""
_BOXED = re.compile(r"(?:제\s?)?\d{1,3}(?:\s?[-–]\s?\d{1,2})*\s?(?:호|번)?")
_WITH_POINT = re.compile(r"\d+\.\d+")
_BEGINNING = 4
_PLEDGE = "공약"
_APART = re.compile(rf"\t|\s+[{BARS}]\s")
_LARGER = 1.15
"""A number in type so many times as large as the words behind it, or they as it, stands apart from them."""


def number_behind(names: Sequence[Line | None], vocabulary: Vocabulary) -> str | None:
    """The number behind the name of the document, in brackets (`공약 추진카드 [ 5-7 ]`) or apart from it (`실천계획서<TAB>공약 17`)."""
    for line in names:
        *before, last = APART.split(line.text) if line is not None else ("",)
        apart = numbered(last.strip(), vocabulary) if before else None
        if apart is not None and apart.named and not apart.title:
            return apart.number
        remark = REMARK_BEHIND.search(line.text) if line is not None else None
        found = numbered(remark.group().strip(), vocabulary) if remark is not None else None
        if found is not None and not found.title:
            return found.number
    return None


def number_in_remark(lines: Sequence[Line | None], vocabulary: Vocabulary) -> str | None:
    """The number, with its word, among what a line in brackets says of a card (`(공약번호 : 18, 전라북도 고창군)`)."""
    for line in lines:
        if line is None or REMARK_BEHIND.fullmatch(line.text) is None:
            continue
        for part in _REMARKS.split(line.text.strip()[1:-1]):
            found = numbered(part.strip(), vocabulary)
            if found is not None and found.named and not found.title:
                return found.number
    return None


def number_of_line(text: str, vocabulary: Vocabulary) -> Numbered | None:
    """The number with which a line of a card's head begins (see `numbered`), there also behind words in its brackets that can be nothing but
    the name of a field, though none is known by it (`[행복한 교육도시 5] 통학로 조성`)."""
    found = numbered(text, vocabulary)
    if found is not None or (met := _IN_FIELDS_BRACKETS.match(text)) is None or _COUNTED.search(met["field"]):
        return found
    return Numbered(f"[{met['number']}]", text[met.end() :].strip(), True, field=met["field"].strip())


def number_beside(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[str | None, list[Line]]:
    """The number in what stands behind a title in its line, with its word or with its field (`교육·보육 No.12`), and the rest of that."""
    for index, line in enumerate(lines):
        found = numbered(line.text, vocabulary)
        if found is None or not (found.named or found.field) or (found.title and not is_field(found.title, vocabulary)):
            continue
        field = found.field or found.title  # `교육·보육 No.12`, `공약 12 / 교육·보육`
        start = line.text.find(field)
        rest = [part_of(line, start, start + len(field))] if field else []
        return found.number, [*lines[:index], *rest, *lines[index + 1 :]]
    return None, list(lines)


def without_box(head: Sequence[Piece], vocabulary: Vocabulary) -> tuple[list[Piece], str | None]:
    """The lines of a head without a number under its label that stand in a box of their own beside a title of two lines (`… 어린이<TAB>공약번호`
    over `보호구역 정비<TAB>12`), and that number."""
    pieces = list(head)
    for index, (one, other) in enumerate(pairwise(head)):
        if one.line is None or other.line is None or one.kind != "line" or other.kind != "line":
            continue
        title, gap, label = one.line.text.rpartition("\t")
        goes_on, gap_below, number = other.line.text.rpartition("\t")
        if not (title and gap and goes_on and gap_below) or _BOXED.fullmatch(number) is None:
            continue
        if fold(label) in number_words(vocabulary):
            pieces[index] = replace(one, line=part_of(one.line, 0, len(title)))
            pieces[index + 1] = replace(other, line=part_of(other.line, 0, len(goes_on)))
            return pieces, number
    return pieces, None


def number_alone(head: Sequence[Piece], lines: Sequence[int], used: set[int], vocabulary: Vocabulary) -> str | None:
    """The number of a line that holds nothing else, beside a title with its own label (`공약번호: 44` over `공약명: …`), or below a line
    that labels it."""
    for index in lines:
        line = head[index].line
        found = numbered(line.text, vocabulary) if line is not None and index not in used else None
        if found is None or (found.title and not is_field(found.title, vocabulary)):
            continue  # (`공약번호 12 (교육·보육)` over `공약명 …`)
        above = head[index - 1].line if index else None
        below_label = above is not None and fold(above.text) in number_words(vocabulary)
        if found.sure or below_label:
            used |= {index, index - 1} if below_label else {index}
            return found.number
    return None


def number_at_end(text: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """The number behind its own label at the end of a line (`산책로 조성 관리번호 4-7`), and what stands before it; None and all of the line
    where there is none."""
    words = text.rsplit(maxsplit=2)
    if len(words) < 3 or not words[1].endswith(("번호", "연번")) or fold(words[1]) not in number_words(vocabulary):
        return None, text
    found = numbered(f"{words[1]} {words[2]}", vocabulary)
    return (None, text) if found is None or found.title else (found.number, words[0])


def number_in_title(piece: Piece, vocabulary: Vocabulary) -> Numbered | None:
    """The number at the beginning of a labelled title: a sure one, one in a ring, or any where the label is one of numbers, too (`공약 | 18 청소년
    문화의집`)."""
    found = numbered(piece.line.text, vocabulary) if piece.line is not None else None
    of_number = piece.match is not None and fold(piece.match.spelling) in number_words(vocabulary)
    return found if found is not None and (found.apart or (of_number and found.title)) else None


def number_said(number: str, text: str, head: Sequence[Piece], vocabulary: Vocabulary) -> tuple[str, str]:
    """The number of a card and its title: the number that the title says is the pledge's own (`공약 9 | 배출 간소화`) goes before that of a
    cell which counts something else by its label (`관리번호 | 환경-03`)."""
    found = numbered(text, vocabulary)
    if found is None or not (found.named and found.title) or not found.number.startswith(_PLEDGE):
        return number, text
    cell = next((piece for piece in head if piece.kind == "number"), None)
    if cell is None or cell.match is None or fold(cell.match.spelling).startswith(_PLEDGE):
        return number, text
    return found.number, found.title


def without_number(number: str, text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The number of a card, and its title without it, where another place gives too (`27` over `27 골목길 정비`, `2-3` over `2-3. 소양강 벨트`)."""
    if number.isdigit():
        text = text.removeprefix(number + " ")
    again = numbered(text, vocabulary)
    same = again is not None and again.sure and parts_of(again.number) == parts_of(number) != ()
    return number, again.title if again is not None and same and again.title else text


def stands_apart(number: Numbered, line: Line) -> bool:
    """Whether a wide gap or a bar parts a bare number from the words behind it (`27<TAB>1인가구 안심 지원`), or type of another size or colour does,
    as of a number on a disk of its own."""
    start = line.text.find(number.number, len(number.field))
    if _APART.match(line.text, start + len(number.number)) is not None:
        return True
    end = start + len(number.number)
    own = [run for run in line.runs if start < run.end and run.start < end]
    behind = [run for run in line.runs if run.end > end + 1 and run.start >= end]
    if start < 0 or not own or not behind:
        return False
    sizes = [max(run.size for run in runs) for runs in (own, behind)]
    unlike = max(sizes) > _LARGER * min(sizes) and max(run.size for run in own) == min(run.size for run in own)
    return unlike or not {run.colour for run in own} & {run.colour for run in behind}


def is_bare(number: str | None, title: str | None, line: Line | None) -> bool:
    """Whether the number of a card stands right before its title and nothing but a space parts the two (`50 플러스센터 건립`)."""
    if not number or not number.isdigit() or not title or line is None:
        return False
    found, together = Numbered(number, title, False), f"{number} {title[:_BEGINNING]}"
    begins = together in line.text if found.ringed else line.text.startswith(together)
    return begins and not stands_apart(found, line)


def begun_above(number: Numbered, line: Line, above: Line, vocabulary: Vocabulary) -> str | None:
    """The words with which a title begins in the line right above, where its number, set apart from it, stands lower beside both lines: the
    words are set alike, and begin right of the number, or behind the name of its field; None where it does not."""
    if (
        not stands_apart(number, line)
        or numbered(above.text, vocabulary) is not None
        or is_field(above.text, vocabulary)
    ):
        return None
    top, bottom, left, edge = line.place.top, above.place.bottom, line.place.x0, above.place.x0
    behind, last = line.runs[-1], above.runs[-1] if above.runs else None
    if top is None or bottom is None or left is None or edge is None or last is None:
        return None
    if (
        above.place.page != line.place.page
        or top - bottom > line.size
        or (last.size, last.colour) != (behind.size, behind.colour)
    ):
        return None
    words = above.text[: last.start].strip()
    if words:
        begins = above.text[last.start :].strip()
        return begins if is_field(words, vocabulary) and not is_office(begins) else None
    return above.text if edge > left + line.size else None


def pledges_own(candidates: Sequence[tuple[Line, int, Numbered]]) -> tuple[int, Numbered]:
    """The last of the numbered lines, but not one whose figure begins the title below the number, and not a `1.` below one whose words say
    that it is the pledge's number (`공약번호 41`), or which is set in larger type: that `1.` counts the sections."""
    begun = [_begins_title(below, above) for above, below in pairwise(candidates)]
    candidates = [one for one, begins in zip(candidates, [False, *begun], strict=True) if not begins]
    line, *_ = last = candidates[-1]
    own = [found for found in candidates if found[2].named or found[0].size > line.size + 1]
    _, index, number = own[-1] if own and last[2].first and not last[2].named else last
    return index, number


def _begins_title(below: tuple[Line, int, Numbered], above: tuple[Line, int, Numbered]) -> bool:
    """Whether a bare figure that stands right below the number of a pledge is the first word of its title (`60.` over `119 안전센터`)."""
    number, over = below[2], above[2]
    bare = not number.sure or _WITH_POINT.fullmatch(number.number) is not None
    right_below = below[1] == above[1] + 1 and over.sure and not over.title
    return bare and right_below and parts_of(number.number)[:1] != parts_of(over.number)[:1]
