"""The data dictionary: every table, column and issue code as a Markdown page, from the registry."""

from __future__ import annotations

from pledgecards.schemas.codes import CODES
from pledgecards.schemas.field import Field, Table
from pledgecards.schemas.tables import TABLES

_INTRODUCTION = """\
# Data dictionary

What a conversion writes: one folder with a Parquet file for every table below, `datapackage.json` (this page in a form
that programs read) and `run.json` (what ran). Text is NFC; money is whole won; dates are calendar days; `*_raw` columns
hold what the source prints. What could not be read is null and has a row in `issues`.

`pledgecards dictionary` prints this page.
"""


def dictionary() -> str:
    """The whole page. `docs/data-dictionary.md` is its copy."""
    parts = [_INTRODUCTION, _contents(), *(_table(table) for table in TABLES.values()), _codes()]
    return "\n".join(parts)


def _contents() -> str:
    lines = [f"- [{table.name}](#{table.name}) {table.label}: {table.description}" for table in TABLES.values()]
    return "\n".join([*lines, "- [issue codes](#issue-codes)", ""])


def _table(table: Table) -> str:
    lines = [f"## {table.name}", "", f"{table.label}. {table.description}", ""]
    if table.primary_key:
        lines += [f"Primary key: {_names(table.primary_key)}.", ""]
    for key in table.foreign_keys:
        lines.append(f"- {_names(key.fields)} → {key.table} ({_names(key.reference)})")
    if table.foreign_keys:
        lines.append("")
    lines += ["| column | label | type | unit | null | meaning |", "| --- | --- | --- | --- | --- | --- |"]
    lines += [_row(field) for field in table.fields]
    return "\n".join([*lines, ""])


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _row(field: Field) -> str:
    meaning = field.description
    if field.values is not None and field.name != "code":
        meaning += f" Values: {_names(field.values)}."
    if field.values is not None and field.name == "code":
        meaning += " Values: see [issue codes](#issue-codes)."
    kind = field.type if field.values is None else "string (closed vocabulary)"
    cells = [f"`{field.name}`", field.label, kind, field.unit or "", "yes" if field.nullable else "no", meaning]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _codes() -> str:
    lines = ["## issue codes", "", "| code | severity | title | meaning |", "| --- | --- | --- | --- |"]
    lines += [f"| `{code.code}` | {code.severity} | {code.title} | {code.description} |" for code in CODES.values()]
    return "\n".join([*lines, ""])
