"""Which row of a card is meant: a short JSON text that people can read and that a new run gives again.

A row is named by the columns that tell it apart in the printed card, never by values that may be corrected.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from pledgecards.schemas.columns import PLACE
from pledgecards.schemas.field import Field
from pledgecards.schemas.tables import TABLES

_TELLING: Mapping[str, tuple[str, ...]] = {
    "cards": (),
    "choices": ("field", "option_no"),
    "items": ("item_id",),
    "schedule": ("line_no", "year", "quarter"),
    "budget": ("line_no", "period_raw"),
    "indicators": ("measure", "line_no", "period_raw"),
    "events": ("event_no",),
    "dates": ("item_id", "date_no"),
    "quantities": ("item_id", "quantity_no"),
    "contacts": ("contact_no",),
    # Not by its code, which changes when it is accepted, nor by its message, whose words and figures may.
    "issues": ("table_name", "field", "page", "line", "raw"),
}

_FIXED = frozenset({"card_id", "document_id", "ordinal", "item_id", "parent_id", "raw", "review"})
_FIXED_ENDS = ("_raw", "_no", "_first", "_last", "_start", "_end")
_VALUES = frozenset({"open_start", "open_end", "pledge_no"})
"""Columns that are values, although they end like a key or a place."""

CORRECTABLE_TABLES = tuple(_TELLING)
"""The tables whose rows may be corrected; of `issues` only `code`, which accepts one."""


def row_keys(table: str, rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The key of each row of one card, in order. Rows that print the same count on with `nth`."""
    seen: Counter[str] = Counter()
    keys = []
    for row in rows:
        telling = {name: row.get(name) for name in _TELLING[table]}
        key = _text(telling)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else _text(telling | {"nth": seen[key]}))
    return keys


def _text(key: Mapping[str, Any]) -> str:
    return json.dumps(key, ensure_ascii=False, separators=(", ", ": "))


def normal_key(text: str) -> str:
    """A key as `row_keys` writes it, however its JSON was set. ValueError or TypeError: it is no JSON object."""
    key = json.loads(text)
    if not isinstance(key, dict):
        raise TypeError("no JSON object")
    return _text(key)


def correctable(table: str) -> tuple[Field, ...]:
    """The columns of a table that may be corrected: neither keys, nor places, nor what the source prints."""
    if table not in _TELLING:
        return ()
    if table == "issues":
        return (TABLES["issues"].field("code"),)
    places = {field.name for field in PLACE}
    return tuple(
        field
        for field in TABLES[table].fields
        if field.name not in places and field.name not in _TELLING[table] and not _fixed(field.name)
    )


def _fixed(name: str) -> bool:
    return name not in _VALUES and (name in _FIXED or name.endswith(_FIXED_ENDS))
