"""The units that the notes and the heads of a table of indicators name, for lines that name none."""

from __future__ import annotations

import re

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.figures.units import unit_rules
from pledgecards.schemas.notation import COLON
from pledgecards.schemas.vocabulary import Vocabulary

UNIT_BEHIND = re.compile(rf"[(\[（]\s*(?:단위\s*{COLON}?\s*)?([^()\[\]（）]{{1,8}})[)\]）]$")
"""A unit in brackets behind a name."""


def unit_noted(head: Head, printed: PrintedTable, vocabulary: Vocabulary) -> str | None:
    """The unit that the note beside the table names, or the heading right above it in brackets (`이행목표(개소)`), for lines and columns that
    name none."""
    notes = [printed.unit or "", *head.notes]
    noted = next((unit for note in notes if note and (unit := unit_rules(vocabulary).count_unit(note))), None)
    return noted or _behind(printed.heading or "", vocabulary)


def unit_of_head(column: Column, vocabulary: Vocabulary) -> str | None:
    """The unit in brackets behind a column's own head (`목표(명)`), which nothing but a unit may be."""
    return _behind(column.label, vocabulary)


def _behind(text: str, vocabulary: Vocabulary) -> str | None:
    behind = UNIT_BEHIND.search(text)
    return behind.group(1).strip() if behind is not None and behind.group(1).strip() in vocabulary.count_units else None
