"""The note of a unit that a copy put above everything else: it is given back to the only table of money."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.captions import is_caption, unit_note
from pledgecards.extract.page import Table
from pledgecards.extract.text.lines.textline import SourceLine
from pledgecards.schemas.vocabulary import Vocabulary


def with_unit_at_table(entries: Sequence[SourceLine | Table], vocabulary: Vocabulary) -> list[SourceLine | Table]:
    """The entries of a text, the note of a unit of money at its very beginning put before the table that it is of.

    Only where no other note of a unit stands in the text, and one table alone names sources of funding: else nothing tells whose it is.
    """
    first = entries[0] if entries else None
    if not isinstance(first, SourceLine) or not is_caption(first.text.strip()) or "원" not in first.text:
        return list(entries)
    money = [at for at, entry in enumerate(entries) if isinstance(entry, Table) and _names_sources(entry, vocabulary)]
    if len(money) != 1 or any(has_unit(entry) for entry in entries[1:]):
        return list(entries)
    at = money[0]
    return [*entries[1:at], first, *entries[at:]]


def has_unit(entry: SourceLine | Table) -> bool:
    """Whether a line, or some cell of a table, is the note of a unit."""
    texts = [entry.text] if isinstance(entry, SourceLine) else [cell.text for cell in entry.cells]
    return any(unit_note(text.strip()) is not None for text in texts)


def _names_sources(table: Table, vocabulary: Vocabulary) -> bool:
    funding = vocabulary.funding
    found = [funding.match(cell.text, rough=False) for cell in table.cells if cell.lines]
    return any(match is not None and match.key in ("national", "metro", "local") for match in found)
