"""Values that no reading can give: a fifth quarter, a page that the file does not have, a box turned inside out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pledgecards.normalize.places.gazetteer import gazetteer
from pledgecards.schemas.bounds import BOUNDS

Strange = tuple[str, list[str]]
"""A column (`table.column`) and its values that cannot be."""

_ORDERED = (
    ("page_first", "page_last"),
    ("span_start", "span_end"),
    ("x0", "x1"),
    ("top", "bottom"),
)
"""Columns of which the second is never less than the first. A period may end before it begins where a card prints it so (`date.reversed`)."""


def out_of_range(tables: Mapping[str, pa.Table]) -> Iterator[Strange]:
    """What is out of range in the tables of a whole dataset, column by column."""
    for name, table in tables.items():
        for column, (least, most) in BOUNDS.items():
            if column in table.column_names:
                values: Any = table.column(column)
                yield from _told(name, column, values.filter(pc.or_(pc.less(values, least), pc.greater(values, most))))
        for first, last in _ORDERED:
            if first in table.column_names and last in table.column_names:
                ends = table.column(last)
                yield from _told(name, last, ends.filter(pc.greater(table.column(first), ends)))
    items, cards = tables["items"], tables["cards"]
    parents = items.column("parent_id")
    yield from _told("items", "parent_id", parents.filter(pc.greater_equal(parents, items.column("item_id"))))
    names = cards.column("municipality").unique().drop_null()
    known = pc.is_in(names, value_set=pa.array(sorted(gazetteer().by_official)))
    yield from _told("cards", "municipality", names.filter(pc.invert(known)))
    yield from _spans(tables["dates"], items)
    yield from _pages(tables)


def _spans(dates: pa.Table, items: pa.Table) -> Iterator[Strange]:
    """Dates that end behind the text that they stand in."""
    keys = ["card_id", "item_id"]
    lengths = items.select(keys).append_column("length", pc.utf8_length(items.column("text_raw")))
    joined = dates.select([*keys, "span_end"]).join(lengths, keys)
    ends = joined.column("span_end")
    yield from _told("dates", "span_end", ends.filter(pc.greater(ends, joined.column("length"))))


def _pages(tables: Mapping[str, pa.Table]) -> Iterator[Strange]:
    """Pages that the file of a card does not have."""
    documents = tables["documents"].select(["document_id", "pages"]).filter(pc.is_valid(pc.field("pages")))
    counts = documents.group_by("document_id").aggregate([("pages", "max")])
    of_card = tables["cards"].select(["card_id", "document_id"]).join(counts, "document_id").drop_columns("document_id")
    for name, table in tables.items():
        if "card_id" in table.column_names and "page" in table.column_names:
            joined = table.select(["card_id", "page"]).join(of_card, "card_id")
            pages = joined.column("page")
            yield from _told(name, "page", pages.filter(pc.greater(pages, joined.column("pages_max"))))


def _told(table: str, column: str, values: Any) -> Iterator[Strange]:
    strange = sorted({str(value) for value in values.to_pylist() if value is not None})
    if strange:
        yield f"{table}.{column}", strange
