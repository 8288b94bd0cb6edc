"""Years down the side with words behind them: a remark (`2021년(예정)`), or what their figures are (`2018년 예산`, `2018년 집행`)."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.periods import read_period
from pledgecards.schemas.vocabulary import Vocabulary

_MEASURES = frozenset({"goal", "plan", "former", "result", "secured", "spent", "rate"})


def without_remarks(texts: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The texts with the words behind years left out, where every year stands but once, with the same words each time (for each project), or
    once for each thing that is measured in it; else the words tell what makes the lines of a year differ. The name of a source is no remark."""
    bare = [_year_of(text, vocabulary) for text in texts]
    printed = [(year, text) for year, text in zip(bare, texts, strict=True) if year is not None]
    if len(set(printed)) > len({year for year, _ in printed}):
        said = [(year, head_word(text, vocabulary).key) for year, text in printed]
        if len(set(said)) < len(said) or not all(key in _MEASURES for _, key in said):
            return list(texts)
    return [text if year is None else year for text, year in zip(texts, bare, strict=True)]


def _year_of(text: str, vocabulary: Vocabulary) -> str | None:
    """The bare year of a text that names one, with or without such words."""
    period = read_period(text)
    if period is None or period.kind != "year" or period.year is None:
        return None
    word = head_word(text, vocabulary) if period.rest else None
    remarked = word is not None and (word.sort == "word" or (period.rest.startswith("(") and word.sort != "source"))
    return str(period.year) if not period.rest or remarked else None
