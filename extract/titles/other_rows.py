"""Rows at the head of a card that hold options, offices, heads of a table or figures, and so no title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.captions import unit_note
from pledgecards.extract.page import Table
from pledgecards.extract.people.lines import is_office, names_bare_office
from pledgecards.extract.titles.documents import names_body
from pledgecards.extract.titles.labelled import is_row_of_table
from pledgecards.schemas.notation import APOSTROPHE, TILDES, YEAR
from pledgecards.schemas.vocabulary import Vocabulary, fold

_SHORT = 2
_FEWEST_CELLS = 2
_MONEY = ("원", "천원", "만원", "백만원", "억원")
_PERIOD = re.compile(rf"{YEAR}\s?[.년]\s?\d{{1,2}}\s?[.월]?\s*[{TILDES}]")
_YEAR_FIRST = re.compile(rf"{APOSTROPHE}?\d{{2,4}}\s*[.년{TILDES}]")
_BUREAU = re.compile(r"(?:담당|주관|소관)\s?국\s*[:：\t ]\s*[가-힣·]+[국실]")
"""The bureau over the office in charge, behind its label (`담당국 문화체육국`)."""


def is_other_row(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is a list of options (`추진중 / 완료`, `임기내 임기후`, `영등포구 / 정부 / 민간`), with a label before it or not, the
    name of an office or of several, a known name and its period, the heads of a table, or a row of its figures."""
    if any(_are_options(parts, vocabulary) for parts in ([part.strip() for part in text.split("/")], text.split())):
        return True
    first = text.split(maxsplit=1)
    if " / " in text and vocabulary.labels.match(first[0], rough=False) is not None:
        return True
    dated = len(first) > 1 and _YEAR_FIRST.match(first[1]) is not None
    if dated and any(words.match(first[0], rough=False) for words in (vocabulary.sections, vocabulary.labels)):
        return True
    if len(first) > 1 and len(first[0]) <= _SHORT and names_bare_office(first[1]):
        return True  # `총괄 문화예술과 과장 홍길동 063-000-0000`
    if _PERIOD.match(text) is not None or _BUREAU.fullmatch(text) is not None:
        return True
    unit = unit_note(text)
    if unit is not None and unit.strip("()[] ") in _MONEY:
        return True  # `재원별 연차 투자 (천원)`, over a table
    return is_row_of_table(text, vocabulary) or _is_row_of_heads(text, vocabulary) or _names_offices(text)


def _are_options(parts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether several texts are options, or local governments beside such."""
    if len(parts) < 2:
        return False
    options = 0
    for part in parts:
        if vocabulary.options.match(part, rough=False) is not None:
            options += 1
        elif not names_body(part):
            return False  # the first word of nearly every line
    return options > 0


def is_row_of_fields(table: Table, vocabulary: Vocabulary) -> bool:
    """Whether a table is one row of labels and what each labels, the first of them an office or a section (`부서명 | 복지과 | 팀명 | 노인팀`)."""
    cells = sorted(table.cells, key=lambda cell: cell.col) if table.rows == 1 else []
    if len(cells) < _FEWEST_CELLS or len(cells) % 2:
        return False
    first = cells[0].text
    office = fold(first) in vocabulary.head_kinds["department"]
    return office or vocabulary.sections.match(first, rough=False) is not None


def _names_offices(text: str) -> bool:
    return all(is_office(part.strip()) for part in text.split(","))


def _is_row_of_heads(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but the heads of columns, one of them of people, or the labels of choices (`구분 부서 직위 성명 전화번호`)."""
    words = text.split()
    people = labels = 0
    for word in words:
        of_people = fold(word) in vocabulary.people_heads
        label = vocabulary.labels.match(word, rough=False) is not None
        if not (of_people or label) and vocabulary.heads.match(word, rough=False) is None:
            return False  # the first word of nearly every line
        people += of_people
        labels += label
    return len(words) > 1 and (people > 1 or labels > 0)
