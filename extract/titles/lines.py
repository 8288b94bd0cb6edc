"""Lines at the head of a card: which may be its title, and which say something else (whose card it is, who is in charge, what kind
of document it is)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pledgecards.extract.captions import as_of_note, is_caption, part_of, parted
from pledgecards.extract.fields import is_field
from pledgecards.extract.markers import BARS, BRACKET, DASH, DOT, NOTE, NUMERAL, split_marker, unboxed
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line
from pledgecards.extract.people.lines import is_office, is_person, is_telephone, names_office
from pledgecards.extract.people.rows import is_row_of_people
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.documents import names_body, names_document, names_sum, without_body
from pledgecards.extract.titles.labelled import is_title_label, labelled
from pledgecards.extract.titles.other_rows import is_other_row
from pledgecards.schemas.notation import COLON, COLONS, MIDDOTS, TELEPHONE, TILDES, YEAR
from pledgecards.schemas.vocabulary import Vocabulary, fold

_WORD = re.compile(r"[가-힣A-Za-z] ?[가-힣A-Za-z]")  # also one set apart: `공 약 카 드`
_LABEL = re.compile(rf"([^{COLONS}{BARS}\t]{{2,12}}?)\s*[{COLONS}{BARS}\t]\s*\S")
_FIRST_WORD = re.compile(rf"([^{COLONS}\t]{{2,12}}?)(?:\s*[{COLONS}\t]|\s)\s*\S")
_WHOLE_LABEL = 4
_LONGEST_SIGNED = 100
_SIGN = re.compile(rf"[{BARS}/{MIDDOTS}]")
_BETWEEN_PARTS = re.compile(rf"\s*[{BARS}]\s*|\s+[/{MIDDOTS}]\s+")
_SUM = re.compile(r"(?:총|약)?\s*[\d,.]+\s*[조억천백십만]*\s*원")
_SCRAP = 2
_FOREIGN = re.compile(r"\([^가-힣]*\)")  # `(Safe Housing)` below the title
_PERIOD = re.compile(r"\d+\s*(?:년도?|월|일|분기)|[상하]반기|부터|까지|계속|이후|현재|기준")
_LEADER = re.compile(rf"(?:(?:[.{MIDDOTS}]\s?){{3,}}|(?:[…‥]\s?){{2,}})\d{{1,4}}$")  # an entry of a contents page
_DAY = re.compile(rf"{YEAR}\s?[.년]\s?(?:1[0-2]|0?[1-9])(?!\d)")
_DEED = re.compile(rf"{COLON}\s*{_DAY.pattern}")
_WORDS = re.compile(r"[^\W\d_]")
_IN_BRACKETS = re.compile(r"[【〔\[<〈《≪][^】〕\]>〉》≫]*[】〕\]>〉》≫]")
_DASHES = re.compile(rf"[-–—{TILDES}]\s?\S")
_SAYS_OTHERWISE = re.compile(rf"단위\s*{COLON}|기준\)|{TELEPHONE}|\d{{3,4}}-\d{{4}}$|(?:다|함|임|음)\.$")
_SHORT_LABEL = re.compile(rf"[^\W\d_]{{1,8}}\s?{COLON}")


def title_among(texts: Sequence[str], vocabulary: Vocabulary) -> int:
    """Which of several lines set alike is the title: the first that names no field, as one does in brackets, whatever its words
    (`【안전한 도시】` over `골목 주차장 조성`, `교육·보육` beside `통학로 조성`); but no subtitle (`- 걸어서 가는 학교 -`) and nothing behind a label (`부제: …`)."""
    fields = [_IN_BRACKETS.fullmatch(text) is not None or is_field(text, vocabulary) for text in texts]
    at = fields.index(False) if False in fields else 0
    below = split_marker(texts[at], vocabulary).rank in (DASH, DOT, NOTE) or _SHORT_LABEL.match(texts[at]) is not None
    below = below or _DASHES.match(texts[at]) is not None
    return 0 if below else at


def is_title_line(piece: Piece, vocabulary: Vocabulary) -> bool:
    """Whether a line could belong to a card's head: words without a bullet, no section, note, unit or person."""
    return piece.kind == "line" and piece.line is not None and _may_be_title(piece.line.text, vocabulary)


@lru_cache(maxsize=4096)
def _may_be_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line's text could belong to a card's head. Each is asked for several times, by all who look where a card begins and what
    it is called."""
    if not text or len(text) > 120:
        return False
    if _LEADER.search(text) or _FOREIGN.fullmatch(text) or _SUM.fullmatch(text):
        return False
    found = numbered(text, vocabulary)
    words = text if found is None else found.title
    if words and not _WORDS.search(_PERIOD.sub("", words)):
        return False  # a period, not a name
    if found is not None:
        if not found.named and _begins_with_people(found.title, vocabulary):
            return False  # `5. 담당부서 : 교통행정과`, the last line of the card before
        bare = split_marker(text, vocabulary).words
        known = (vocabulary.sections, vocabulary.labels)
        return all(words.match(bare, rough=False) is None for words in known)
    if not _WORD.search(text) or len(text) <= _SCRAP or names_sum(text, vocabulary):
        return False  # `2019. 1. ~ 2020. 12.`; half a label that goes over two lines; `분야별 공약사업 총괄`
    marked = split_marker(text, vocabulary)
    if _labels_other(text, vocabulary) or (marked.rank == NUMERAL and _labels_other(marked.words, vocabulary)):
        return False  # `추진기간: 2018. 7. ~ 2022. 6.`, `가. 사업기간 : 2018. 7.`
    bulleted = marked.rank not in (None, BRACKET, NUMERAL)
    if bulleted and not _big(marked.marker) and labelled(text, vocabulary) is None:
        return False  # `▶ 설계 완료`, but `▶ 공약명 : 도서관 건립`
    if bulleted and _DAY.search(marked.words) is not None:
        return False  # `○ 설계: 2019. 3. 5.`
    if is_person(marked.words, vocabulary):
        return False  # `○ 도로과장 홍길동 02-000-0001`, the last line of the card before
    if marked.rank == NOTE or vocabulary.sections.match(marked.words, rough=False) is not None:
        return False
    if (
        stands_beside_title(text, vocabulary)
        or _begins_with_label(text, vocabulary)
        or is_row_of_fields(text, vocabulary)
        or is_other_row(text, vocabulary)
    ):
        return False
    if labelled(text, vocabulary) is None and (
        vocabulary.heads.match(text, rough=False)
        or vocabulary.options.match(text, rough=False)
        or vocabulary.labels.match(text, rough=False)
        or fold(text) in vocabulary.people.folded("body_labels")
    ):
        return False  # `구분`, `해당`, `임기구분`, `지자체`: the head of a table, an option, or a label
    return _SAYS_OTHERWISE.search(text) is None  # a unit, a day, who is asked, or the end of a sentence


def ends_in_page_number(piece: Piece) -> bool:
    """Whether a line is an entry of a contents page or an index (`경로당 환경개선 ······ 4`)."""
    return piece.line is not None and _LEADER.search(piece.line.text) is not None


def tells_deed(text: str) -> bool:
    """Whether a line says of something on what day it was (`가. 착공: 2019. 3. 5.`), as no title does."""
    return _DEED.search(text) is not None


def _labels_other(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a label that is no title's, a colon or a wide gap, and what it labels."""
    label = _LABEL.match(text)
    if label is None or is_title_label(label[1], vocabulary) or numbered(text, vocabulary) is not None:
        return False
    known = (vocabulary.labels, vocabulary.sections, vocabulary.heads)
    return any(words.match(label[1], rough=False) is not None for words in known) or _heads_people(label[1], vocabulary)


def _heads_people(label: str, vocabulary: Vocabulary) -> bool:
    """Whether a label is one of those in tables of people (`전화`, `성명`, `이메일`), or a role."""
    kinds = vocabulary.head_kinds.values()
    return label.strip() in vocabulary.people.spellings["roles"] or any(fold(label) in words for words in kinds)


def _begins_with_label(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with the whole name of a field, and goes on behind it without a colon (`사업내용 경로식당 5개소`)."""
    first, _, rest = text.partition(" ")
    if not rest or len(first) < _WHOLE_LABEL or is_title_label(first, vocabulary):
        return False
    match = vocabulary.sections.match(first, rough=False)
    return match is not None and match.key in ("overview", "contacts")


def _begins_with_people(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text begins with the label of those in charge, and names one behind it (`담당부서 : 교통과`, `추진부서 교통과`)."""
    label = _FIRST_WORD.match(text)
    match = vocabulary.sections.match(label[1].strip(), rough=False) if label is not None else None
    return match is not None and match.key == "contacts" and names_office(text, vocabulary)


def is_row_of_fields(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a row of columns or has cells between bars (`광역시 | 울산광역시 남구`), or has check marks among its words."""
    signs = vocabulary.marks
    text = unboxed(text)
    if any(bar in text for bar in BARS) and labelled(text, vocabulary) is None and not names_document(text, vocabulary):
        return True
    if text.count("\t") >= 2:
        return True
    marked = any(sign in signs["checked"] or sign in signs["empty"] for sign in text[1:])
    return marked and labelled(text, vocabulary) is None  # `○ 공약명: …    ○ 관리번호: 41`


def stands_beside_title(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line of a card's head is no title but tells who is in charge, what day figures are of, or the title in another tongue."""
    people = names_office(without_body(text), vocabulary) or is_row_of_people(text, vocabulary)
    return people or is_caption(text) or _FOREIGN.fullmatch(text) is not None


def parts_of_line(line: Line, vocabulary: Vocabulary) -> list[Line]:
    """The parts of a line that hold a thing each: a heading and a caption (see `parted`); or the card's body, who is in charge and the
    day of the figures, with signs between them (`충청북도 제천시 / 관광과 / 2021. 1. 31. 기준`)."""
    if len(line.text) > _LONGEST_SIGNED or _SIGN.search(line.text) is None:
        return parted(line)  # most lines
    note = as_of_note(line.text)
    if note is not None and note[0] in "(（[【" and line.text.endswith(note):
        end = len(line.text) - len(note)
        signed_by = line.text[:end].rstrip()
        if signed_by and names_office(signed_by, vocabulary):
            return [*parts_of_line(part_of(line, 0, len(signed_by)), vocabulary), part_of(line, end, len(line.text))]
    ends = [sign.span() for sign in _BETWEEN_PARTS.finditer(line.text)]
    if not ends:
        return parted(line)
    starts = [0, *(end for _, end in ends)]
    parts = [part_of(line, low, high) for low, (high, _) in zip(starts, [*ends, (len(line.text), 0)], strict=True)]
    parts = [part for part in parts if part.text]  # `| 안산시`
    if not any(names_body(part.text) for part in parts):
        return _with_fields_apart(line, parts, vocabulary)
    for at in range(len(parts) - 1, 0, -1):  # `안전과 | 042-123-4567`
        if is_telephone(parts[at].text) and is_office(parts[at - 1].text):
            low, high = (line.text.rindex(parts[k].text) for k in (at - 1, at))
            parts[at - 1 : at + 1] = [part_of(line, low, high + len(parts[at].text))]
    # At the foot of a page who is asked stands behind a gap (`광산구 | 민선7기 공약카드    문의: 일자리과 ☎ 062-123-4567`); the name of the
    # document is a running head's.
    first, gap, behind = parts[-1].text.partition("\t")
    if gap and names_document(first, vocabulary) and names_office(behind.strip(), vocabulary):
        parts[-1] = part_of(parts[-1], len(first) + 1, len(parts[-1].text))
    periods = [part for part in parts if not (_WORDS.search(_PERIOD.sub("", part.text)) or is_caption(part.text))]
    others = [part for part in parts if part not in periods]
    signed = all(
        names_body(part.text) or is_office(part.text) or stands_beside_title(part.text, vocabulary) for part in others
    )
    return [*periods, *others] if signed else parted(line)


def _with_fields_apart(line: Line, parts: list[Line], vocabulary: Vocabulary) -> list[Line]:
    """The line of who is in charge without the fields of another sort that stand before or behind (`분야 : 복지 | 소관 : 교통과 | 임기내 완료`)."""
    other = [_is_other_field(part.text, vocabulary) for part in parts]
    if not any(other) or not any(
        names_office(part.text, vocabulary) for part, apart in zip(parts, other, strict=True) if not apart
    ):
        return parted(line)
    first, last = other.index(False), len(other) - other[::-1].index(False)
    if any(other[first:last]):
        return parted(line)
    begin = sum(len(part.text) for part in parts[:first]) and line.text.index(parts[first].text)
    people = part_of(line, begin, line.text.rindex(parts[last - 1].text) + len(parts[last - 1].text))
    return [*parts[:first], people, *parts[last:]]


def _is_other_field(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words are an option, or a value behind the label of a section or a choice that names nobody in charge."""
    if vocabulary.options.match(text, rough=False) is not None:
        return True
    label = _LABEL.match(text)
    if label is None:
        return False
    section = vocabulary.sections.match(label[1], rough=False)
    choice = vocabulary.labels.match(label[1], rough=False)
    return section.key != "contacts" if section is not None else choice is not None


def _big(marker: str | None) -> bool:
    return marker is not None and marker in "■□◆◇◈▣❏★☆●◎○"
