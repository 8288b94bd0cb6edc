"""Rows as the source shows them: its own signs in raw texts, its own places on pages that were turned to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pledgecards.extract.full_width import Printed
from pledgecards.extract.page import Page
from pledgecards.normalize.rows import Row

_TEXTS = frozenset({"raw", "title", "text", "label", "project", "group_name", "milestone"})
"""The columns, beside those called raw, whose words are the source's own."""


def as_printed(rows: Iterable[Row], printed: Printed) -> None:
    """Gives every text that is the source's own back its signs."""
    for row in rows:
        page, line = row.get("page"), row.get("line")
        texts = [name for name, text in row.items() if text and (name in _TEXTS or name.endswith("_raw"))]
        plain = row.get("text_raw")
        row.update({name: printed.own_signs(row[name], page, line) for name in texts})
        # A sign alone is found anywhere: a marker is the first of its line.
        if plain and row.get("marker") and plain.startswith(row["marker"]):
            row["marker"] = row["text_raw"][: len(row["marker"])]


def as_displayed(rows: Iterable[Row], turned: Mapping[int | None, Page]) -> None:
    """Puts the places of rows on pages whose content is set sideways, or was straightened, where the page as displayed shows them.
    turned: such pages."""
    from pledgecards.extract.layout.turning import place_on_page

    for row in rows:
        if row.get("x0") is None or row["page"] not in turned:
            continue
        box = place_on_page(turned[row["page"]], (row["x0"], row["top"], row["x1"], row["bottom"]))
        row.update(zip(("x0", "top", "x1", "bottom"), box, strict=True))
