"""A table of indicators as its lines are read: each of one indicator, or of one of its years."""

from __future__ import annotations

from pledgecards.extract.page import Table
from pledgecards.normalize.indicators.column_blocks import with_blocks_of_indicators
from pledgecards.normalize.indicators.sides import with_lines_of_indicators
from pledgecards.normalize.parts_of_years import parts_joined
from pledgecards.normalize.year_bands import bands_as_years
from pledgecards.schemas.vocabulary import Vocabulary


def by_indicators(table: Table, vocabulary: Vocabulary) -> Table:
    """The table with the years of its bands and their parts in one column, and with a line for each indicator that heads a column."""
    by_years = parts_joined(bands_as_years(table, vocabulary), vocabulary)
    return with_blocks_of_indicators(with_lines_of_indicators(by_years, vocabulary), vocabulary)
