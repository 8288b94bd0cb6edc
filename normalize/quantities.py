"""The table `quantities`: amounts and counts in the running text of a card's items."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pledgecards.extract.card import Item
from pledgecards.normalize.amounts import find_amounts, has_digit
from pledgecards.normalize.rows import Row, place_columns
from pledgecards.schemas.vocabulary import Vocabulary

_HIDDEN = "\0"

Spans = Sequence[tuple[int, int]]


def quantity_rows(items: Iterable[Item], masks: Mapping[int, Spans], vocabulary: Vocabulary | None = None) -> list[Row]:
    """A row for each amount or count in the items' text_raw, in reading order.

    masks gives, by item_id, the spans of text_raw that are dates: nothing in them is a quantity. For money, value is in won
    and unit is `원`, whatever unit was printed (`97,000천원` is 97,000,000 원); multipliers of counts are taken in (`3만 명` is 30,000 명).
    quantity_no counts from 1 in each item.
    """
    rows: list[Row] = []
    for item in items:
        if not has_digit(item.text_raw):
            continue  # most items: not worth hiding their bullets
        text = _masked(item, masks.get(item.item_id, ()))
        for number, found in enumerate(find_amounts(text, vocabulary=vocabulary), start=1):
            start, end = found.span
            rows.append(
                {
                    "item_id": item.item_id,
                    "quantity_no": number,
                    "raw": item.text_raw[start:end],
                    "value": found.value,
                    "unit": found.unit,
                    "won": found.won,
                    "approx": found.approx,
                    **place_columns(item.place),
                }
            )
    return rows


def _masked(item: Item, spans: Spans) -> str:
    """The item's text with its bullet and its dates hidden, so that neither is taken for a sign or a number."""
    text = item.text_raw
    if item.marker and text.startswith(item.marker):
        spans = [(0, len(item.marker)), *spans]
    for start, end in spans:
        start, end = max(0, start), min(end, len(text))
        if start < end:
            text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text
