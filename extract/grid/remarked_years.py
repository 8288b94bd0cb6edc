"""Years down the side with a remark in brackets behind them (`2018(집행)`, `2021년(예정)`)."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.periods import read_period
from pledgecards.schemas.vocabulary import Vocabulary


def without_remarks(texts: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The texts with the remarks behind years left out, where every year stands but once: else the remark tells what makes the lines of a
    year differ. The name of a source is no remark."""
    bare = [_year_of(text, vocabulary) for text in texts]
    years = [year for year in bare if year is not None]
    if not years or len(set(years)) < len(years):
        return list(texts)
    return [text if year is None else year for text, year in zip(texts, bare, strict=True)]


def _year_of(text: str, vocabulary: Vocabulary) -> str | None:
    """The bare year of a text that names one, with or without a remark."""
    period = read_period(text)
    if period is None or period.kind != "year" or period.year is None:
        return None
    remarked = period.rest.startswith("(") and head_word(text, vocabulary).sort != "source"
    return str(period.year) if not period.rest or remarked else None
