"""What the name of a row says: its number, what it counts, that it was secured or spent, how it was reckoned from others."""

from __future__ import annotations

import re

from pledgecards.schemas.notation import DASHES, LETTERS
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_MEASURES = frozenset(
    {"goal", "result", "rate", "plan", "former", "secured", "spent", "quantity", "change", "supplement"}
)
_DONE = frozenset({"secured", "spent", "rate", "change"})

RUNNING = frozenset({"누계", "누적"})
"""Names of lines that add up the line above them, whatever it measures."""

_DASHES = re.compile(rf"[{DASHES}]+")
_PER_CENT = ("(%)", "[%]")
_UNIT = re.compile(r"[(\[（]\s*([^()\[\]（）\s]{1,4})\s*[)\]）]$")
_SPENDING = re.compile(r"집행|실적|현황|확보")
_NUMBERING = re.compile(rf"^(?:\d{{1,2}}|[{LETTERS}])\s*[.)]\s*(?=\D)")


def unnumbered(text: str) -> str:
    """A row's name without the number before it (`1. 국비`, `가) 국비`)."""
    return _NUMBERING.sub("", text)


def counts(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line's name says that it counts what the money beside it pays for (`지원인원`, `건수(건)`)."""
    return "".join(without_remark(text).split()) in vocabulary.figure_rules["counted"]["words"]


def counts_in(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a name among sources, and none itself, has a unit of counts behind it (`교육(회)`)."""
    unit = _UNIT.search(text)
    return (
        unit is not None and unit[1] in vocabulary.count_units and vocabulary.funding.match(text, rough=False) is None
    )


def is_done(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a name among sources, and none itself, is of what was secured or spent of them or is left (`집행액`, `잔액`)."""
    match = vocabulary.heads.match(text, rough=False)
    return match is not None and match.key in _DONE and vocabulary.funding.match(text, rough=False) is None


def plans_money(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a row's name is that of a budget, and not of what was spent of it (`투자계획` beside `집행실적`)."""
    section = vocabulary.sections.match(text, rough=False)
    return section is not None and section.key == "budget" and _SPENDING.search(text) is None


def of_line_above(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a row's name says only how it was reckoned from others (`(누계)`, `비율(%)`), whatever they are."""
    if text.endswith(_PER_CENT) and is_measure(text, vocabulary):
        return False  # `목표(%)`
    name = text.strip("()[] ") if text[0] in "([" else without_remark(text)
    return name in RUNNING or name in vocabulary.figure_rules["share"]["words"] or text.endswith(_PER_CENT)


def says_nothing(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a key is a mere dash: of this line it says nothing (`구분` over `국비`, `구비` and, for each project, `-`)."""
    return _DASHES.fullmatch(text) is not None


def is_total(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a row's name is 계, 소계 or their like."""
    match = vocabulary.heads.match(text, rough=False) if text else None
    return match is not None and match.key == "total"


def is_measure(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a row's name is what is measured in it (`목표`, `실적`, `집행액`)."""
    match = vocabulary.heads.match(text, rough=False)
    return match is not None and match.key in _MEASURES


def is_no_sum(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a row's name among years is that of their average or of remarks (`연평균`, `비고`): its figures are of no year, nor of all."""
    match = vocabulary.heads.match(text, rough=False)
    if match is not None and match.key == "note":
        return True
    return "".join(without_remark(text).split()) in vocabulary.figure_rules["average"]["words"]


def heads_contents(label: str) -> bool:
    """Whether a head says that what is done stands below it, rather than the name of a project (`주요내용`)."""
    return "".join(label.split()).endswith("내용")
