"""What stands behind a title in its line and is no part of it: remarks, the day figures are of, an office, the body, small print."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.captions import part_of
from pledgecards.extract.fields import is_field, is_field_in_brackets
from pledgecards.extract.lights import without_light
from pledgecards.extract.markers import BARS
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Line
from pledgecards.extract.people.lines import OVER_OFFICE, is_office, names_office
from pledgecards.extract.titles.documents import BODY, REMARK_BEHIND, names_body
from pledgecards.extract.titles.labelled import is_title_label, title_within
from pledgecards.extract.titles.lines import is_row_of_fields
from pledgecards.extract.titles.numbers import number_of_line
from pledgecards.schemas.notation import AS_OF, COLON, MIDDOTS, TELEPHONE, TILDES
from pledgecards.schemas.vocabulary import Vocabulary

_BRACKET_FIRST = re.compile(r"([\[【<〈(（][^()\[\]【】<>〈〉（）]{1,30}[\]】>〉)）])\s+(?=\S)")
_BRACKET_LAST = re.compile(r"\s*([\[【<〈(（][^()\[\]【】<>〈〉（）]{1,30}[\]】>〉)）])$")
_STANDING = re.compile(r"(?:중|완료|추진|이행|부진|지연|보류|중단|폐기).$")
_BETWEEN_DASHES = re.compile(rf"(?<=\S)\s+[-–—{TILDES}]\s+([^-–—{TILDES}]{{4,40}}?)\s+[-–—{TILDES}]$")
"""A subtitle between dashes behind the title (`통학로 조성 - 걸어서 가는 학교 -`)."""
_FIELD_OF_NUMBER = re.compile(rf"[\[【(（]?\s*([가-힣][가-힣{MIDDOTS},/\s]*[가-힣])\s*[-–]?\s*\d")
_BETWEEN_BARS = re.compile(rf"\s*[{BARS}]\s*")
_DAY = re.compile(r"(?:19|20)\d\d\s?[.년-]\s?\d{1,2}\s?[.월-]\s?(?:\d{1,2}\s?[.일]?)?")
_BETWEEN_FIELDS = re.compile(rf"\s*[{BARS}]\s*|(?:^|\s+)[{MIDDOTS}/,]\s+")
_LETTER = re.compile(r"[^\W\d_]")
_SMALL = 0.75
"""Type of less than this share of a title's size is none of its words."""

_REMARK = re.compile(r"\t\s*[\[【〔(（<〈][^\t]*$")
_AS_OF_END = re.compile(rf"\s*[(\[（【][^()\[\]（）【】]*\d[^()\[\]（）【】]*{AS_OF}\s*[)\]）】]$")
_OFFICE_BEHIND = re.compile(
    rf"\s+(?:(?:(?:담당|주관|추진|소관|사업)\s?)?부서(?:명)?\s*{COLON}?\s+|(?:담당|주관|소관)\s*{COLON}\s*)[가-힣·]{{2,12}}(?:과|팀|실|국|소|관|단)$"
)
"""An office behind the title in the same line, with its label."""

_OFFICE_IN_BRACKETS = re.compile(
    rf"\s*[\[【(（〔<〈]\s*(?P<office>(?:(?:담당|주관|소관|추진)\s?(?:부서)?\s*{COLON}\s*)?"
    rf"{OVER_OFFICE}[가-힣]{{2,10}}(?<![효결성])(?:과|담당관|사업소|보건소)(?:\s[가-힣]{{2,8}}팀)?)\s*[\]】)）〕>〉]$"
)
"""An office alone in brackets behind the title (`도서관 건립 [평생학습과]`)."""

_OFFICE_APART = re.compile(
    rf"\t\s*{OVER_OFFICE}[가-힣·]{{2,12}}(?<![효결성])(?:과|담당관|센터|사업소|보건소|추진단|본부)$"
)
"""An office alone behind a wide gap: behind a mere space it may be a word with a particle (`활기찬 전통시장과`), whose title goes on."""

_PERSON_APART = re.compile(
    rf"\t\s*(?:[^\t]*(?:{TELEPHONE}|0\d{{1,2}}[-)]\s?\d{{3,4}}-\d{{4}})[^\t]*|[가-힣]{{0,8}}(?:과장|팀장|주무관)\s*{COLON}?\s*[가-힣]{{2,4}})$"
)
"""A person in charge behind a wide gap, with a telephone or a role."""

_BODY_BEHIND = re.compile(rf"\s*[\[【(（]\s*(?:{BODY.pattern})\s*[\]】)）]$")
"""The full name of a local government, alone and behind a title."""

_RATE_BEHIND = re.compile(
    rf"\s*[\[【(（<〈]\s*(?:현재\s*)?(?:추진|이행|진도|진척|공정|달성)\s?[율률도]?\s*{COLON}?\s*\d[\d.]*\s*[%％]\s*[\]】)）>〉]$"
)
"""How far the pledge is, alone in brackets behind the title."""

_BEHIND = (_REMARK, _AS_OF_END, _OFFICE_BEHIND, _OFFICE_APART, _PERSON_APART, _BODY_BEHIND, _RATE_BEHIND)


def without_remarks(title: str, vocabulary: Vocabulary) -> str:
    """A title without what its line says besides."""
    if (remark := _REMARK.search(title) or _AS_OF_END.search(title)) is not None:
        title = title[: remark.start()]
    if (within := title_within(title, vocabulary)) is not None:
        title = within[1]
    title = without_light(title)
    for behind in (_OFFICE_BEHIND, _OFFICE_IN_BRACKETS, _OFFICE_APART, _PERSON_APART, _BODY_BEHIND, _RATE_BEHIND):
        if (found := behind.search(title)) is not None:
            title = title[: found.start()]
    return title


def number_within(text: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    """The number in brackets behind a title, with its word or its field (`도서관 건립 (공약번호 : 9)`, `[문화-9]`), and the title without it."""
    remark = REMARK_BEHIND.search(text)
    found = (
        numbered(remark.group().strip()[1:-1].strip(), vocabulary) if remark is not None and remark.start() else None
    )
    if remark is None or found is None or not (found.named or found.field) or found.title:
        return None, text
    return found.number, text[: remark.start()]


def without_small_print(text: str | None, line: Line | None, vocabulary: Vocabulary) -> str | None:
    """A title without the small print of the line that it stands in."""
    start = _small_print(line, vocabulary) if line is not None else None
    if text is None or line is None or start is None:
        return text
    return text.removesuffix(line.text[start:].strip()).strip()


def behind_title(line: Line | None, vocabulary: Vocabulary) -> list[Line]:
    """The remark, the body's name or the small print behind the title in its line, or the office in charge beside the number alone."""
    if line is None:
        return []
    found = number_of_line(line.text, vocabulary)
    title = found.title if found is not None else line.text
    field = found.field if found is not None else chip_before(line, vocabulary)
    beside = [field] if field not in ("", "분야") else []
    of_office = found is not None and "\t" in line.text and tells_office(title, vocabulary)
    beside += [title] if of_office else fields_around(title, vocabulary)[1]
    remark = REMARK_BEHIND.search(line.text)
    within = (
        numbered(remark.group().strip()[1:-1].strip(), vocabulary) if remark is not None and remark.start() else None
    )
    if within is not None and within.field and not within.title:
        beside.append(within.field)  # `통학로 조성 (교육-12)`
    begin, parts = 0, []
    for words in beside:
        begin = line.text.find(words, begin)
        parts.append(part_of(line, begin, begin + len(words)))
        begin += len(words)
    if of_office:
        return parts
    office = _OFFICE_IN_BRACKETS.search(line.text)
    if office is not None and "\t" not in line.text[: office.start()]:
        return [*parts, part_of(line, *office.span("office"))]
    small = next((met for behind in _BEHIND if (met := behind.search(line.text)) is not None), None)
    behind = small.start() if small is not None else _small_print(line, vocabulary)
    if behind is None or any(line.text.find(words) >= behind for words in beside):
        return parts
    return [*parts, part_of(line, behind, len(line.text))]


def chip_before(line: Line | None, vocabulary: Vocabulary) -> str:
    """The name of a field with which a line begins in smaller type of another colour than the words behind a space, as on a chip; '' if none
    does. In larger type, or within a word, it is set off as a part of the title."""
    if line is None or len(line.runs) < 2:
        return ""
    first, last = line.runs[0], line.runs[-1]
    words = line.text[first.start : first.end].strip()
    apart = line.text[: first.start + len(words) + 1].endswith((" ", "\t"))
    chip = apart and first.size < last.size and first.colour != last.colour
    return words if chip and is_field(words, vocabulary) else ""


def field_of_number(line: Line | None, vocabulary: Vocabulary) -> list[Line]:
    """The name of the field before the number in a cell that its label says is the number's (`교육·보육 12`)."""
    field = _FIELD_OF_NUMBER.match(line.text) if line is not None else None
    return (
        [part_of(line, *field.span(1))]
        if line is not None and field is not None and is_field(field[1], vocabulary)
        else []
    )


def is_in_title(words: str, title: str | None, printed: Sequence[str]) -> bool:
    """Whether what stands beside a title in its lines is nowhere in them but in the title itself."""
    return title is not None and words in title and title.count(words) >= sum(line.count(words) for line in printed)


def fields_around(title: str, vocabulary: Vocabulary) -> tuple[str, list[str]]:
    """A title without the name of its field in brackets before it (`[교육] 통학로 조성`), and without the field, the office and the
    option that bars part from it (`통학로 조성 | 교육정책과`); and these, in the order in which they are printed."""
    if (bracket := _BRACKET_FIRST.match(title)) is not None and is_field_in_brackets(bracket[1], vocabulary):
        return title[bracket.end() :], [bracket[1]]
    if (bracket := _BRACKET_LAST.search(title)) is not None and _stands_in_brackets(bracket[1], vocabulary):
        return title[: bracket.start()], [bracket[1]]
    if (below := _BETWEEN_DASHES.search(title)) is not None:
        return title[: below.start()], [below[1]]
    parts = title.split("\t")
    last = parts[1:] if not tells_office(title, vocabulary) else []  # beside the number alone
    apart = [part for part in last if len(part) > 2 and _stands_beside(part, vocabulary)]
    others = [part for part in parts if part in apart or is_field(part, vocabulary) or _DAY.fullmatch(part)]
    if 0 < len(others) == len(parts) - 1:
        return next(part for part in parts if part not in others), others
    parts = [part for part in _BETWEEN_FIELDS.split(title) if part]
    if any(is_field(part, vocabulary) for part in parts) and all(_stands_beside(part, vocabulary) for part in parts):
        return "", parts  # `공약번호 12 · 교육·보육 분야 · 교육정책과`
    before, slash, behind = title.rpartition(" / ")
    if slash and is_office(behind):
        return before.rstrip(), [behind]
    parts = _BETWEEN_BARS.split(title)
    others = [part for part in parts if _stands_beside(part, vocabulary)]
    if len(parts) < 2 or len(others) != len(parts) - 1:
        return title, []
    return next(part for part in parts if part not in others), others


def _stands_in_brackets(words: str, vocabulary: Vocabulary) -> bool:
    """Whether brackets behind a title hold a field, or how far the pledge is (`추진중`; `설계` may be the pledge itself)."""
    stage = _STANDING.search(words) is not None and vocabulary.options.match(words[1:-1], rough=False) is not None
    return stage or is_field_in_brackets(words, vocabulary)


def _stands_beside(words: str, vocabulary: Vocabulary) -> bool:
    words = BODY.sub("", words).strip()  # `문화체육과 충청남도 청양군`
    return (
        (not words or names_body(words))
        or names_office(words, vocabulary)
        or is_office(words)
        or is_field(words, vocabulary)
        or vocabulary.options.match(words, rough=False) is not None
    )


def tells_office(words: str, vocabulary: Vocabulary) -> bool:
    """Whether the words beside a number are no title but an office in charge, with or without its label (`담당부서<TAB>먹거리과`)."""
    first = words.split("\t", 1)[0]
    match = vocabulary.sections.match(first, rough=False)
    labelled = names_office(first, vocabulary) or (match is not None and match.key == "contacts")
    return bool(words) and labelled and names_office(words, vocabulary)


def is_no_title(words: str, vocabulary: Vocabulary) -> bool:
    """Whether the words beside a number are no title: an office in charge, a choice, other fields, or the label of the title."""
    others = (tells_office, is_row_of_fields, is_title_label)
    return any(says(without_light(words), vocabulary) for says in others)


def _body_behind(line: Line) -> int | None:
    """Where behind the title the smaller type begins that names the body first (`… 확충 강원도 원주시 여성가족과`), or an office alone."""
    # A number may be set larger than the words behind it.
    words = [run for run in line.runs if _LETTER.search(line.text, run.start, run.end)]
    largest = max((run.size for run in words), default=0.0)
    small = len(line.runs)
    while small > 0 and line.runs[small - 1].size < _SMALL * largest:
        small -= 1
    if not 0 < small < len(line.runs):
        return None
    start = line.runs[small].start
    small_print = line.text[start:].strip()
    return start if BODY.match(small_print) is not None or is_office(small_print) else None


def _small_print(line: Line, vocabulary: Vocabulary) -> int | None:
    """Where in a title's line type begins that is much smaller: behind a wide gap the body's name, a date, a code; behind a space an
    option, as how far the pledge is (`정상추진`)."""
    start = line.text.rfind("\t")
    if start < 0 and len(line.runs) > 1 and (of_body := _body_behind(line)) is not None:
        return of_body
    if start < 0 and len(line.runs) > 1:
        last = line.text.rfind(" ", 0, line.runs[-1].start + 1)
        start = last if vocabulary.options.match(line.text[last + 1 :], rough=False) else -1
    if start < 0:
        return None
    sizes = [
        max((run.size for run in line.runs if low <= run.start < high), default=0.0)
        for low, high in ((0, start), (start, len(line.text)))
    ]
    return start if 0 < sizes[1] < _SMALL * sizes[0] else None
