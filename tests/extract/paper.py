"""Pages as pdftotext sets them, and the tables that are read from a text."""

from __future__ import annotations

from pledgecards.extract.page import Table
from pledgecards.extract.text import read_text


def paper(*rows: dict[int, str]) -> str:
    """A page as pdftotext sets it: every text at its column, counted in characters."""
    lines = []
    for row in rows:
        line = ""
        for column, text in row.items():
            line = line.ljust(column) + text
        lines.append(line)
    return "\n".join(lines) + "\n\f"


def tables(text: str) -> list[Table]:
    """The tables of a text."""
    return [block for block in read_text(text).blocks if isinstance(block, Table)]
