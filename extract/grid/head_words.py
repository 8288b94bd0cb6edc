"""What the text of a head cell says: a period, a word of the vocabulary, a funding source, a unit note, or data."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from pledgecards.extract.grid.periods import Period, read_period
from pledgecards.schemas.notation import COLONS, DASHES, MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

_UNIT_NOTE = re.compile(rf"^[(\[（【〔<]?\s*단\s*위\s*[{COLONS};].*|^[(\[（【〔<]\s*단\s*위\b.*[)\]）】〕>]$")
_WITH_UNIT = re.compile(r"(?<=\S)\s*\(\s*단\s*위\s*\)$")  # `지표(단위)` heads the indicators' names
_REMARK = re.compile(r"\([^()]*\)$")
_STROKE = re.compile(r"[가-힣]\s*[/\\＼∖]\s*[가-힣]")
_PARTED = re.compile(rf"\s*[/\\＼∖{MIDDOTS}]\s*|\s+(?:및\s+)?")
_BRACKETS = "()[]（）〔〕【】<> "
_EACH_YEAR = re.compile(r"(\S+별)\s*(\S.*)$")
_DASH = re.compile(rf"^[{DASHES}]+$")
_FIGURE = re.compile(r"^[△▲+\-−]?\s*\d[\d,]*(\.\d+)?\s*(%|％|[가-힣]{1,3})?$")


@dataclass(frozen=True, slots=True)
class HeadWord:
    """What a head cell says.

    sort    blank | period | number (a bare 1..12) | word | source | note (of a unit) | data (a figure or a dash) | other
    period  the period that it names, also where a word or a source follows it (`2018년 목표`)
    key     the vocabulary's key of the word or source
    score   below 100 where it matched only roughly
    """

    sort: str
    period: Period | None = None
    key: str | None = None
    score: float = 100.0


DONE = frozenset({"secured", "spent", "result", "rate", "change"})
"""Keys of what stands over a year, or a part of one, and is no plan for it."""

_AIMED = frozenset({"goal", "plan", "former"})
_UP_TO = "까지"
_AMOUNTS = frozenset({"plan", "secured", "spent", "total"})
_OPEN = {"after_term": frozenset({"plan", "total"}), "before_term": frozenset({"secured", "spent", "total"})}
"""What the amounts of times beside the years may be called (`이후 소요`, `기존 집행액`)."""

_BLANK = HeadWord("blank")


@lru_cache(maxsize=8192)
def head_word(text: str, vocabulary: Vocabulary) -> HeadWord:
    """What a cell's text says if it stands in a head."""
    if not text:
        return _BLANK
    period = read_period(text)
    if period is not None and not period.rest:
        return HeadWord("number" if period.kind == "number" else "period", period)
    if period is not None:
        rest = _REMARK.sub("", period.rest) or period.rest.strip("()")
        word = _word(rest, vocabulary, rough=False)
        if word is not None:
            return replace(word, period=period)
        if rest.startswith(_UP_TO):
            # `2017년까지 기투자` is of all the years before, not of the one that ends them.
            word = _word(rest.removeprefix(_UP_TO), vocabulary, rough=False)
            if word is not None and word.period is not None:
                return word
            if word is not None and word.key in _AMOUNTS:
                return HeadWord("period", Period("span"))  # `2018까지 집행`
        if period.rest.startswith("("):
            return HeadWord("period", period)
    if _DASH.match(text) or (_FIGURE.match(text) and vocabulary.heads.match(text, rough=False) is None):
        return HeadWord("data")  # (`1회추경` is none)
    if _UNIT_NOTE.match(text):
        return HeadWord("note")
    return (
        _open_amount(text, vocabulary)
        or (_corner(text, vocabulary) if _STROKE.search(text) else None)
        or _word(text, vocabulary, rough=False)
        or _done_each_year(text, vocabulary)
        or _corner(text, vocabulary)
        or _word(text, vocabulary, rough=True)
        or HeadWord("other")
    )


def is_money_unit(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell says nothing but a unit of money, in brackets or not (`(천원)`)."""
    return text.strip(_BRACKETS).replace(" ", "") in vocabulary.money


def _word(text: str, vocabulary: Vocabulary, *, rough: bool) -> HeadWord | None:
    text = _WITH_UNIT.sub("", text) or text
    head = vocabulary.heads.match(text, rough=False)
    if head is not None:
        return HeadWord("word", key=head.key)
    beside = vocabulary.periods.match(text, rough=False)
    if beside is not None:
        return HeadWord("period", Period(beside.key))
    source = vocabulary.funding.match(text, rough=False)
    if source is not None:
        return HeadWord("source", key=source.key)
    if rough:
        head = vocabulary.heads.match(text)
        if head is not None:
            return HeadWord("word", key=head.key, score=head.score)
    return None


def _open_amount(text: str, vocabulary: Vocabulary) -> HeadWord | None:
    """A time before or after the years, and what its amounts are (`이후 소요`)."""
    when, _, what = text.partition(" ")
    beside = vocabulary.periods.match(when, rough=False) if what else None
    head = vocabulary.heads.match(what, rough=False) if beside is not None else None
    if beside is None or head is None or head.key not in _OPEN.get(beside.key, ()):
        return None
    return HeadWord("period", Period(beside.key))


def _done_each_year(text: str, vocabulary: Vocabulary) -> HeadWord | None:
    """What was done, year by year (`연도별 집행현황`); what was planned so is no more than its years say."""
    met = _EACH_YEAR.match(text)
    each = vocabulary.heads.match(met[1], rough=False) if met is not None else None
    if met is None or each is None or each.key != "year":
        return None
    head = vocabulary.heads.match(met[2], rough=False)
    return HeadWord("word", key=head.key) if head is not None and head.key in DONE else None


def _corner(text: str, vocabulary: Vocabulary) -> HeadWord | None:
    """A corner cell cut by a diagonal, or by a stroke, holds the names of both axes: `연도 구분`, `재원/연도(천원)`. Of `목표/실적` neither is told:
    which of the two a line, or a figure, is stands elsewhere."""
    words = [word for word in _PARTED.split(_REMARK.sub("", text)) if word]
    if not 2 <= len(words) <= 3:
        return None
    keys = [match.key for word in words if (match := vocabulary.heads.match(word, rough=False)) is not None]
    if len(keys) < len(words):
        return None
    if _AIMED.intersection(keys) and DONE.intersection(keys):
        return HeadWord("other")
    names = [key for key in keys if key != "total"] or keys  # what is counted may stand there as well: `사업비/재원`
    either = "project" in names or {"funding", "year"} <= set(names)  # the cells below tell which of the two they are
    return HeadWord("word", key="project" if either else names[0])
