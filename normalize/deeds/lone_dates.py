"""Dates and deeds on alternate lines, as a copy leaves the two columns of a table of deeds: each date is that of its deed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from pledgecards.extract.card import Item
from pledgecards.normalize.dated import PERFORMANCE
from pledgecards.normalize.deeds.column_heads import heads_columns
from pledgecards.normalize.deeds.words import Stamp, stands_alone
from pledgecards.schemas.vocabulary import Vocabulary

_FEWEST = 4
_AROUND_DATE = " .()[]~"


def lone_dates(items: Sequence[Item], stamps: Mapping[int, Sequence[Stamp]], vocabulary: Vocabulary) -> dict[int, Item]:
    """By the deed's item, the item that holds its date and nothing else.

    Only where such lines and lines of words without a date stand in turn, two of each at least, so that none can be of another.
    """
    found: dict[int, Item] = {}
    for run in _runs(items, stamps, vocabulary):
        dated = [_is_date(item, stamps) for item in run]
        if len(run) >= _FEWEST and len(run) % 2 == 0 and all(a != b for a, b in pairwise(dated)):
            for first, second in zip(run[::2], run[1::2], strict=True):
                date, deed = (first, second) if dated[0] else (second, first)
                found[deed.item_id] = date
    return found


def _runs(items: Sequence[Item], stamps: Mapping[int, Sequence[Stamp]], vocabulary: Vocabulary) -> Iterator[list[Item]]:
    """Lines one after the other that are plain words without a date, or a date alone."""
    for told, run in groupby(
        items, key=lambda item: _is_plain(item, vocabulary) and (_is_date(item, stamps) or not stamps.get(item.item_id))
    ):
        if told:
            yield list(run)


def _is_plain(item: Item, vocabulary: Vocabulary) -> bool:
    words = item.kind == "paragraph" and item.marker is None and item.section == PERFORMANCE
    return words and any(map(str.isalnum, item.text)) and not heads_columns(item.text, vocabulary)


def _is_date(item: Item, stamps: Mapping[int, Sequence[Stamp]]) -> bool:
    own = stamps.get(item.item_id, ())
    return len(own) == 1 and stands_alone(item.text_raw, *own[0].span, _AROUND_DATE)
