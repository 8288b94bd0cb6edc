"""The dataset's description as a Frictionless Data Package (version 2): every table and column, from the registry."""

from __future__ import annotations

import json
from typing import Any

from pledgecards import __version__
from pledgecards.schemas.field import Field, Table
from pledgecards.schemas.tables import TABLES

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {
    "string": "string",
    "bool": "boolean",
    "int16": "integer",
    "int32": "integer",
    "int64": "integer",
    "float32": "number",
    "float64": "number",
    "date32": "date",
}


def datapackage() -> dict[str, Any]:
    """The descriptor, to be written as `datapackage.json` beside the tables. It depends on nothing but the registry and version."""
    return {
        "$schema": _PROFILE,
        "name": "pledgecards",
        "title": "공약카드",
        "description": "Pledge cards (공약카드) of Korea's local governments as typed, checked tables.",
        "version": __version__,
        "resources": [_resource(table) for table in TABLES.values()],
    }


def datapackage_text() -> str:
    """The descriptor as JSON text."""
    return json.dumps(datapackage(), ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(field) for field in table.fields]}
    if table.primary_key:
        schema["primaryKey"] = list(table.primary_key)
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": list(key.fields),
                # The standard writes a reference to the table itself without its name.
                "reference": {"fields": list(key.reference)}
                | ({} if key.table == table.name else {"resource": key.table}),
            }
            for key in table.foreign_keys
        ]
    return {
        "name": table.name,
        "title": table.label,
        "description": table.description,
        "path": f"{table.name}.parquet",
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "schema": schema,
    }


def _field(field: Field) -> dict[str, Any]:
    """`arrowType` and `unit` are this project's own properties: the standard has neither widths of numbers nor units."""
    entry: dict[str, Any] = {
        "name": field.name,
        "type": _TYPES[field.type],
        "arrowType": field.type if field.values is None else "dictionary",
        "title": field.label,
        "description": field.description,
    }
    if field.unit is not None:
        entry["unit"] = field.unit
    constraints: dict[str, Any] = {}
    if not field.nullable:
        constraints["required"] = True
    if field.values is not None:
        constraints["enum"] = list(field.values)
    if constraints:
        entry["constraints"] = constraints
    return entry
