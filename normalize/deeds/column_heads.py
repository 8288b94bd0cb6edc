"""Heads of the columns of a table of deeds that a copy left as lines."""

from __future__ import annotations

import re

from pledgecards.extract.grid.periods import read_period
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_FIGURE = re.compile(rf"(?P<head>[가-힣 ]{{1,12}}?)\s?[{COLONS}]\s?[△▲-]?\d[\d,.]*\s?(?:%|％|[가-힣]{{1,3}})?")
_SHORTEST = 2
_NAMING = frozenset({"category", "project", "year", "quarter", "number", "note", "unit", "funding"})
"""What heads a column that holds no deeds, or names them; a word for money or results alone may as well be one."""


def heads_columns(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is the head of a column of dates, years or names, or such heads beside each other."""
    words = text.split()
    keys = [_head_key(word, vocabulary) for word in words]
    if not all(keys):
        return False
    return "date" in keys or (len(words) != 2 and _NAMING.issuperset(keys))  # `예산 편성` is a deed


def is_scrap(text: str) -> bool:
    """Whether a line is nothing but the part of a year that heads a column (`1월`, `상`, `2/4`), or a single letter."""
    period = read_period(text)
    return len(fold(text)) < _SHORTEST or (period is not None and period.year is None and not period.rest)


def heads_figures(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words are what heads a column of targets, rates or sums, and tell no deed (`이행률`)."""
    return _head_key(text, vocabulary) in ("goal", "rate", "total")


def says_figure(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line is what was aimed at, its rate or its sum with the figure, and tells no deed (`목표: 222건`)."""
    match = _FIGURE.fullmatch(text)
    return match is not None and heads_figures(match["head"], vocabulary)


def heads_names(text: str, vocabulary: Vocabulary) -> bool:
    """Whether words are what heads a column of names (`세부사업`)."""
    return _head_key(text, vocabulary) in ("project", "category")


def _head_key(word: str, vocabulary: Vocabulary) -> str:
    if fold(word) in vocabulary.dates.folded("column_heads"):
        return "date"
    match = vocabulary.heads.match(word, rough=False)
    return match.key if match is not None else ""
