"""What normalisation returns: rows as plain dicts by column name, and issues."""

from __future__ import annotations

from typing import Any

from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Place

__all__ = ["Issue", "Row", "place_columns", "place_of"]

Row = dict[str, Any]
"""One row of a table of the dataset: column name to value, `card_id` and `document_id` left to the caller."""


def place_columns(place: Place) -> Row:
    """The columns page, x0, top, x1, bottom and line of a row that was read at this place."""
    return {
        "page": place.page,
        "x0": place.x0,
        "top": place.top,
        "x1": place.x1,
        "bottom": place.bottom,
        "line": place.line,
    }


def place_of(row: Row) -> Place:
    """Where a row was read: the place that its columns tell."""
    return Place(row["page"], row["x0"], row["top"], row["x1"], row["bottom"], row["line"])
