"""Years that a head prints as two digits and nothing else (`19 | 20 | 21`): told by the run that they make, one a column."""

from __future__ import annotations

import re

from pledgecards.extract.grid.grids import Grid
from pledgecards.extract.grid.head_words import head_word
from pledgecards.extract.grid.table_columns import Column
from pledgecards.schemas.vocabulary import Vocabulary

_BARE = re.compile(r"(1[4-9]|2\d|30)(?:\.|\. ?\d{1,2}\.?)?")
_LEAST = 3
_KNOWN = frozenset({"period", "word", "source", "note"})


def with_bare_years(grid: Grid, row: int, vocabulary: Vocabulary) -> Grid | None:
    """The grid with the bare years of a row spelled out, a quote before each; None if the row has none.

    They are years where three or more stand side by side, each one more than the one before, among nothing but heads, a name's among
    them: no row of figures has that.
    """
    if row >= len(grid.texts):
        return None
    texts = grid.texts[row]
    places = [place for place, text in enumerate(texts) if _BARE.fullmatch(text)]
    years = [int(texts[place][:2]) for place in places]
    if len(places) < _LEAST or places != list(range(places[0], places[0] + len(places))):
        return None
    if years != list(range(years[0], years[0] + len(years))):
        return None
    others = [head_word(text, vocabulary) for place, text in enumerate(texts) if text and place not in places]
    if any(word.sort not in _KNOWN for word in others) or not any(word.sort == "word" for word in others):
        return None
    spelled = [f"'{text}" if place in places else text for place, text in enumerate(texts)]
    return Grid(grid.cells, [*grid.texts[:row], spelled, *grid.texts[row + 1 :]])


def as_printed(column: Column) -> Column:
    """The column of a spelled-out grid with its words as they are printed."""
    label, period, word = (text.replace("'", "") for text in (column.label, column.period, column.word))
    return Column(column.index, column.kind, label, period, word, column.year, column.part, column.group, column.score)
