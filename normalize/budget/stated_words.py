"""What the lines below the heading of a budget state as the cost of all: `○ 총 12억원`, with how much of it falls to which source below it or not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.card import Item
from pledgecards.extract.items.outline import ROW_MARKER

_WHOLE = re.compile(r"총")
_AMOUNT_ALONE = re.compile(
    r"(?:약\s?)?\d[\d,.]*\s?[천백십만억조]+\s?(?:\d[\d,]*\s?[천백십만억]*)?\s?원?\s*(?:\([^()]*\))?$"
)
_REMARKS = frozenset({"note", "caption"})
_BRACKETS = frozenset("()[]（）")


def words_below(heading: Item, below: Item, items: Sequence[Item]) -> str | None:
    """What a heading states in the item below it: a line without a bullet, the only bullet, if it says `총` or nothing but an amount, or one that
    says `총` with the lines beside and below it in brackets, as if they were printed so; None if it states nothing."""
    if below.parent_id != heading.item_id:
        return None
    if below.kind == "paragraph" and below.marker is None:
        return below.text
    if below.kind != "bullet" or below.marker == ROW_MARKER:
        return None
    whole = _WHOLE.match(below.text) is not None
    if not (whole or _AMOUNT_ALONE.match(below.text)):
        return None
    others = [other for other in items if other is not below and other.parent_id in (heading.item_id, below.item_id)]
    others = [other for other in others if other.kind not in _REMARKS]
    if not others:
        return below.text
    parts = [other.text for other in others]
    listed = all(other.kind == "bullet" and other.marker != ROW_MARKER for other in others)
    if not (whole and listed) or any(_BRACKETS.intersection(text) for text in (below.text, *parts)):
        return None
    return f"{below.text}({', '.join(parts)})"
