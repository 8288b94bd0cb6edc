"""The number and the title at the head of a card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.extract.captions import as_of_note, is_caption, part_of
from pledgecards.extract.labelled import is_title_label, labelled, title_within
from pledgecards.extract.markers import BRACKET, NOTE, NUMERAL, split_marker
from pledgecards.extract.numbers import Numbered, numbered
from pledgecards.extract.page import Line, Place
from pledgecards.extract.people import is_office, names_office
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.vocabulary import Vocabulary, fold

_SMALL = 0.75
"""Type of less than this share of a title's size is none of its words."""

_LARGE, _NEAR = 13.0, 0.8
"""Type of so many points is a title's; its lines stand nearer to one another than this share of their size."""

_WORD = re.compile(r"[가-힣A-Za-z]{2}")
_LABEL = re.compile(r"([^:：|｜\t]{2,12}?)\s*[:：|｜]\s*\S")
_REMARK = re.compile(r"\t\s*[\[【〔(（<〈][^\t]*$")
_AS_OF_END = re.compile(r"\s*[(\[（【][^()\[\]（）【】]*\d[^()\[\]（）【】]*(?:기준|현재)\s*[)\]）】]$")
_DOCUMENT = re.compile(r"공약.{0,14}(?:카드|계획서|점검표|관리표|현황표|보고서)$")
_REMARK_BEHIND = re.compile(r"\s*[(\[【〔（][^()\[\]【】]*[)\]】〕）]$")
_OF_BODY = re.compile(r"민선\d{1,2}기|['’]?\d{2,4}(?:년도?|\.)?|제?\d{1,2}기|[가-힣]{1,6}(?:시|군|구|도)")
"""A word before the name of the document: its term, its year, its body."""

_BODY = re.compile(
    r"[가-힣]{2,4}(?:특별시|광역시|특별자치시|특별자치도|도)(?:\s[가-힣]{1,4}[시군구])?"
    r"|(?:서울|부산|대구|인천|광주|대전|울산|경기|강원|충북|충남|전북|전남|경북|경남)시?\s[가-힣]{1,4}[시군구]"
)
_OFFICE_BEHIND = re.compile(
    r"\s+(?:(?:담당|주관|추진|소관|사업)\s?)?부서(?:명)?\s*[:：]?\s+[가-힣·]{2,12}(?:과|팀|실|국|소|관|단)$"
)
"""An office behind the title in the same line, with its label."""

_BODY_BEHIND = re.compile(rf"\s*[\[【(（]\s*{_BODY.pattern}\s*[\]】)）]$")
"""The full name of a local government, alone and behind a title."""

_PERIOD = re.compile(r"\d+\s*(?:년도?|월|일|분기)|[상하]반기|부터|까지|계속|이후|현재|기준")
_LEADER = re.compile(r"(?:[.·…‥･]\s?){3,}\d{1,4}$")  # an entry of a contents page
_WORDS = re.compile(r"[^\W\d_]")


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


def is_title_line(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line could belong to a card's head: words without a bullet, no section, note, unit or person."""
    line = piece.line
    if piece.kind != "line" or line is None or not line.text or len(line.text) > 120:
        return False
    if _LEADER.search(line.text):
        return False
    found = numbered(line.text, vocabulary)
    words = line.text if found is None else found.title
    if words and not _WORDS.search(_PERIOD.sub("", words)):
        return False  # a period, not a name
    if found is not None:
        bare = split_marker(line.text, vocabulary).words
        known = (vocabulary.sections, vocabulary.labels)
        return all(words.match(bare, rough=False) is None for words in known)
    if not _WORD.search(line.text):
        return False  # `2019. 1. ~ 2020. 12.`
    if _labels_other(line.text, vocabulary):
        return False  # `추진기간: 2018. 7. ~ 2022. 6.`
    marked = split_marker(line.text, vocabulary)
    if marked.rank is not None and marked.rank not in (BRACKET, NUMERAL) and not _big(marked.marker):
        return False
    if marked.rank == NOTE or vocabulary.sections.match(marked.words, rough=False) is not None:
        return False
    if stands_beside_title(line.text, vocabulary) or _is_row(line.text, vocabulary) or _is_other(line.text, vocabulary):
        return False
    if labelled(line.text, vocabulary) is None and (
        vocabulary.heads.match(line.text, rough=False)
        or vocabulary.options.match(line.text, rough=False)
        or vocabulary.labels.match(line.text, rough=False)
    ):
        return False  # `구분`, `해당`, `임기구분`: the head of a table, an option, or its label
    return not re.search(r"단위\s*[:：]|기준\)|☎|(?:다|함|임|음)\.$", line.text)


def _labels_other(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a label that is no title's, a colon, and what it labels."""
    label = _LABEL.match(text)
    if label is None or is_title_label(label[1], vocabulary) or numbered(text, vocabulary) is not None:
        return False
    known = (vocabulary.labels, vocabulary.sections, vocabulary.heads)
    return any(words.match(label[1], rough=False) is not None for words in known)


def _is_other(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a list of options (`추진중 / 완료`, `임기내 임기후`), the name of an office, or a known name and its period."""
    for parts in ([part.strip() for part in text.split("/")], text.split()):
        if len(parts) > 1 and all(vocabulary.options.match(part, rough=False) for part in parts):
            return True
    first = text.split(maxsplit=1)
    dated = len(first) > 1 and re.match(r"['’‘]?\d{2,4}\s*[.년]", first[1]) is not None
    if dated and any(words.match(first[0], rough=False) for words in (vocabulary.sections, vocabulary.labels)):
        return True
    return is_office(text)


def _is_row(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a row of columns or has cells between bars (`광역시 | 울산광역시 남구`), or has check marks among its words."""
    signs = vocabulary.marks
    if re.search(r"[|｜]", text) and labelled(text, vocabulary) is None and not _names_document(text, vocabulary):
        return True
    return text.count("\t") >= 2 or any(sign in signs["checked"] or sign in signs["empty"] for sign in text[1:])


def stands_beside_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of a card's head is no title but tells who is in charge or what day figures are of."""
    return is_caption(text) or names_office(text, vocabulary)


def names_body(text: str) -> bool:
    """Whether a line is nothing but the name of a local government (`경상북도 포항시`, `경북 상주시`)."""
    return _BODY.fullmatch(text) is not None or text in body_names()


def _big(marker: str | None) -> bool:
    return marker is not None and marker in "■□◆◇▣❏★☆●◎○"


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
        if _names_document(line.text, vocabulary):
            furniture.add(index)
            lines.remove(index)
        elif names_body(line.text):
            lines.remove(index)  # `경상북도 포항시` is whose card it is, whatever stands around it
    if number is None:
        number = _number_behind([head[index].line for index in sorted(furniture)], vocabulary)
    if text is None:
        number, text, place = _labelled(head, lines, number, used, vocabulary)
    if text is not None and number is None:
        number = _number_alone(head, lines, used, vocabulary)
    if text is None:
        number, text, place = _from_lines(head, lines, number, used, vocabulary)
    if number is None and text is not None and (behind := _number_within(text, vocabulary)) is not None:
        number, text = behind
    if place is None:
        place = head[0].place if head else Place()
    for index in used:
        text = _without_small_print(text, head[index].line)
    beside = [
        line for index in sorted(used | furniture) for line in _beside(head[index].line, index in furniture, vocabulary)
    ]
    if text is not None and (remark := _REMARK.search(text) or _AS_OF_END.search(text)):
        text = text[: remark.start()]
    if text is not None and (within := title_within(text, vocabulary)) is not None:
        text = within[1]
    if text is not None and (office := _OFFICE_BEHIND.search(text)) is not None:
        text = text[: office.start()]
    if text is not None and (body := _BODY_BEHIND.search(text)) is not None:
        text = text[: body.start()]
    return Title(number, text, place, frozenset(used), frozenset(furniture), tuple(beside))


def _beside(line: Line | None, furniture: bool, vocabulary: Vocabulary) -> list[Line]:
    """What a line of the head says besides the number, the title or the name of the document."""
    if line is None:
        return []
    if furniture:
        note = as_of_note(line.text)
        start = line.text.index(note) if note else 0
        return [part_of(line, start, start + len(note))] if note else []
    found = numbered(line.text, vocabulary) if "\t" in line.text else None
    if found is not None and found.title and names_office(found.title, vocabulary):
        return [part_of(line, line.text.rindex(found.title), len(line.text))]
    remark = _REMARK.search(line.text) or _AS_OF_END.search(line.text)
    behind = remark.start() if remark is not None else _small_print(line)
    return [part_of(line, behind, len(line.text))] if behind is not None else []


def _without_small_print(text: str | None, line: Line | None) -> str | None:
    start = _small_print(line) if line is not None else None
    if text is None or line is None or start is None:
        return text
    return text.removesuffix(line.text[start:].strip()).strip()


def _small_print(line: Line) -> int | None:
    """Where behind a wide gap in a title's line type begins that is much smaller: the body's name, a date, a code."""
    start = line.text.rfind("\t")
    if start < 0:
        return None
    sizes = [
        max((run.size for run in line.runs if low <= run.start < high), default=0.0)
        for low, high in ((0, start), (start, len(line.text)))
    ]
    return start if 0 < sizes[1] < _SMALL * sizes[0] else None


def _number_behind(names: Sequence[Line | None], vocabulary: Vocabulary) -> str | None:
    """The number in brackets behind the name of the document (`공약 추진카드 [ 5-7 ]`)."""
    for line in names:
        remark = _REMARK_BEHIND.search(line.text) if line is not None else None
        found = numbered(remark.group().strip(), vocabulary) if remark is not None else None
        if found is not None and not found.title:
            return found.number
    return None


def _number_within(text: str, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """The number in brackets behind a title, with the word that says so, and the title before it (`도서관 건립 (공약번호 12)`)."""
    remark = _REMARK_BEHIND.search(text)
    found = numbered(remark.group().strip(), vocabulary) if remark is not None else None
    if remark is None or found is None or not found.named or found.title or not remark.start():
        return None
    return found.number, text[: remark.start()]


def _number_alone(head: Sequence[Piece], lines: Sequence[int], used: set[int], vocabulary: Vocabulary) -> str | None:
    """The number of a line that holds nothing else, beside a title with its own label (`공약번호: 44` over `공약명: …`)."""
    for index in lines:
        line = head[index].line
        found = numbered(line.text, vocabulary) if line is not None and index not in used else None
        if found is not None and found.sure and not found.title:
            used.add(index)
            return found.number
    return None


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
            return number or found.number, found.title, line.place
        assert below is not None
        used.add(lines[position + 1])
        behind = numbered(below.text, vocabulary)
        if number is None and found.number is None and behind is not None and behind.sure and behind.title:
            return behind.number, behind.title, below.place
        return number or found.number, below.text, below.place
    return number, None, None


def _names_document(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line only names the kind of document, its body and its term before it or not (`○○시 공약사업 관리카드`)."""
    bare = _REMARK_BEHIND.sub("", text).strip("[]【】<>〈〉《》≪≫「」『』■□◆◇ ")
    if _DOCUMENT.search(bare) is not None and numbered(text, vocabulary) is None:
        return True
    words = re.sub(r"[|｜·ㆍ/,_]|\s[-–]\s", " ", bare).split()
    for start in range(min(len(words), 5)):
        met = vocabulary.cards.match(" ".join(words[start:]), rough=False)
        if met is not None and met.key == "document_names":
            return True
        if not _OF_BODY.fullmatch(words[start]):
            return False
    return False


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
        sure = [(i, n) for i, n in candidates if n is not None and (n.sure or not n.title or i == lines[-1])]
        if sure:
            start, found = _pledges_own([(line_at(i), i, n) for i, n in sure])
            number, first_words = found.number, found.title
            if first_words and names_office(first_words, vocabulary):
                first_words = ""  # `공약번호 101<TAB>담당부서 먹거리과`: who is in charge stands beside the number
            used.add(start)
    if start is not None and first_words:
        parts, place = [(first_words, line_at(start))], line_at(start).place
    else:
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


def _pledges_own(candidates: Sequence[tuple[Line, int, Numbered]]) -> tuple[int, Numbered]:
    """The last of the numbered lines, but not a `1.` below one whose words say that it is the pledge's number (`공약번호 41`), or which
    is set in larger type: that `1.` counts the sections."""
    line, *_ = last = candidates[-1]
    own = [found for found in candidates if found[2].named or found[0].size > line.size + 1]
    _, index, number = own[-1] if own and last[2].first and not last[2].named else last
    return index, number


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a title goes on in the next line: in the same type, behind a full line, or right below in type that only titles have."""
    if abs(line.size - above.size) > 0.3:
        return False
    if above.soft:
        return True
    top, bottom = line.place.top, above.place.bottom
    near = top is not None and bottom is not None and top - bottom < _NEAR * line.size
    return near and line.size >= _LARGE and line.place.page == above.place.page


def _bare(text: str, vocabulary: Vocabulary) -> str:
    marked = split_marker(text, vocabulary)
    return marked.words if marked.rank is not None else text


def same_title(one: str | None, other: str | None) -> bool:
    """Whether two titles (or numbers) are there and the same but for spaces and punctuation."""
    return bool(one and other) and fold(one or "") == fold(other or "")
