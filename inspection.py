"""One file read for a person to look at: its rows with every column, as a value or as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pledgecards.convert import convert_bytes
from pledgecards.schemas.vocabulary import Vocabulary
from pledgecards.terminal.tree import with_all_columns


def inspection(
    file: Path,
    *,
    cohort: int | None = None,
    municipality: str | None = None,
    redact_contacts: bool = False,
    reader: str = "pdfium",
    vocabulary: Vocabulary | None = None,
) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table for a file, each with all columns. OSError: it cannot be opened."""
    rows = convert_bytes(
        file.read_bytes(),
        file.name,
        cohort=cohort,
        municipality=municipality,
        redact_contacts=redact_contacts,
        reader=reader,
        vocabulary=vocabulary,
    )
    return with_all_columns(rows)


def inspection_json(rows: dict[str, list[dict[str, Any]]]) -> str:
    """The rows as JSON text; dates as ISO 8601."""
    return json.dumps(rows, ensure_ascii=False, indent=2, default=str)
