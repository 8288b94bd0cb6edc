"""Words over the years of a table, or behind them, that do not tell what its figures are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pledgecards.extract.grid.head_words import DONE, head_word, is_money_unit
from pledgecards.extract.grid.names_key import NAMING
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.table_columns import Column
from pledgecards.extract.page import Place
from pledgecards.normalize.rows import Issue
from pledgecards.normalize.tables.said import said
from pledgecards.schemas.vocabulary import Vocabulary

_LETTER = re.compile(r"[가-힣]")
_DIGIT = re.compile(r"\d")
_BRACKETS = "()[]<>"


def untold_words(columns: Iterable[Column], table: str, place: Place, vocabulary: Vocabulary) -> list[Issue]:
    """An issue where nobody can tell what words at the years say of their figures (`교부현황: 2018 | 2019`, `2018 (교부)`), which are read as
    those of a bare year are. columns: those of which nothing else tells it."""
    years = [column for column in columns if column.on_axis and column.year is not None]
    words = dict.fromkeys(word for column in years if (word := _beside_year(column)) and not _is_told(word, vocabulary))
    if not words:
        return []
    [first, *_] = words
    message = f"표의 연도에 적힌 「{first}」이(가) 무엇을 뜻하는지 알 수 없어 연도만 적힌 것으로 보고 읽었습니다."
    return [Issue("section.unsure", message, table, None, place, " | ".join(words))]


def year_among_names(columns: Sequence[Column], table: str, place: Place) -> list[Issue]:
    """An issue where the column before the first year is headed by what it names and by the year before that (`세부사업 2018 | 2019 | 2020`): the
    figures of that year were not told from the names."""
    for names, first in pairwise(columns):
        if first.on_axis and first.year is not None:
            *words, last = names.label.split() or [""]
            year = read_period(last)
            named = bool(words) and names.kind in NAMING
            if named and year is not None and not year.rest and year.year == first.year - 1:
                message = f"「{names.label}」 열에서 이름과 {last}의 숫자를 가릴 수 없어 그 숫자를 옮기지 못했습니다."
                return [Issue("table.unreadable", message, table, "year", place, names.label)]
            return []
    return []


def _beside_year(column: Column) -> str:
    """The words of a column's head but those of its period."""
    period = read_period(column.period)
    beside = column.label.replace(column.period, " ", 1)
    return " ".join(f"{beside} {period.rest if period is not None else ''}".split())


def _is_told(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words are known, all together or one by one; figures among them make them a remark on the time (`6월말`). What is measured and
    what was done of it (`성과지표 및 실적`) leave untold which of the two, though each is known."""
    if head_word(words, vocabulary).key == "project" and any(
        head_word(word, vocabulary).key in DONE for word in words.split()
    ):
        return False
    return _is_known(words, vocabulary) or all(
        _DIGIT.search(word) or _is_known(word, vocabulary) for word in words.split()
    )


def _is_known(word: str, vocabulary: Vocabulary) -> bool:
    word = word.strip(_BRACKETS) if word[0] in _BRACKETS else word
    if _LETTER.search(word) is None or word in vocabulary.count_units or is_money_unit(word, vocabulary):
        return True
    return head_word(word, vocabulary).sort != "other" or said(word, vocabulary) not in (None, "done")
