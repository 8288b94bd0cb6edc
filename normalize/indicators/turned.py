"""A table of indicators as its lines are read: each of one indicator, or of one of its years."""

from __future__ import annotations

from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Table
from pledgecards.normalize.indicators.sides import with_lines_of_indicators
from pledgecards.normalize.indicators.words_beside import with_words_beside
from pledgecards.normalize.tables.changed_half import changed_half
from pledgecards.normalize.tables.parts_of_years import parts_joined
from pledgecards.normalize.tables.stacked_keys import with_measures_apart
from pledgecards.normalize.tables.year_bands import bands_as_measures, bands_as_years
from pledgecards.schemas.vocabulary import Vocabulary


def by_indicators(table: Table, vocabulary: Vocabulary) -> tuple[Table, list[Issue]]:
    """The half of a table that holds the plan as it is now, with a row for each of the measures that share a cell, the years (or measures) of
    its bands and their parts in one column, their milestones with their figures, and with a line for each indicator that heads a column; and issues for what goes."""
    half, issues = changed_half(with_measures_apart(table, vocabulary), vocabulary, "indicators")
    by_years = parts_joined(bands_as_measures(bands_as_years(half, vocabulary), vocabulary), vocabulary)
    by_years = with_words_beside(by_years, vocabulary)
    turned, left_out = with_lines_of_indicators(by_years, vocabulary)
    return turned, issues + left_out
