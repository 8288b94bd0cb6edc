"""Every value of every sample PDF stands within its box, as another reader finds the letters on the page."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from pledgecards.convert import convert_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
# Books are bound of such pages. In the others the other reader finds letters that nobody sees, none of what is filled into fields or set in
# a font with a map of the file's own kind, and counts from the corner of the whole sheet where less of it is shown.
LEFT_OUT = ("book-", "hidden-layer", "filled-fields", "turned-letters", "ucs2-font")
FILES = [path for path in sorted(SAMPLES.glob("**/*.pdf")) if not path.name.startswith(LEFT_OUT)]
YEAR = re.compile(r"['’‘]?(?:20)?\d\d\s?[년.]?")
PRINTED = {
    "choices": "option",
    "items": "text_raw",
    "budget": "amount_raw",
    "indicators": "value_raw",
    "events": "label",
    "dates": "raw",
    "quantities": "raw",
    "contacts": "name",
}
CELLS = ("budget", "indicators")


def letters(text: str) -> Counter[str]:
    """Letters and digits: not every font tells which dash or space it draws."""
    return Counter(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def within(chars, row) -> str:
    """What stands in the box of a row, its middle counted."""
    return "".join(
        char["text"]
        for char in chars
        if row["x0"] - 1 <= (char["x0"] + char["x1"]) / 2 <= row["x1"] + 1
        and row["top"] - 1 <= (char["top"] + char["bottom"]) / 2 <= row["bottom"] + 1
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_values_stand_in_their_boxes(path):
    rows = convert_bytes(path.read_bytes(), path.name)
    with pdfplumber.open(path) as document:
        pages = {number: (page.chars, float(page.height)) for number, page in enumerate(document.pages, 1)}
    checked = 0
    for table, column in PRINTED.items():
        for row in rows[table]:
            if not row[column]:
                continue
            chars, height = pages[row["page"]]
            printed, found = letters(row[column]), letters(within(chars, row))
            year = YEAR.match(row[column]) if table not in CELLS else None
            if year is not None and not (printed - found) - letters(year[0]):
                continue  # a year at the side of several rows, or above a ditto mark, has its box with the first of them
            if printed - found:
                # A bullet or a cell that goes on over the end of the page has its box on the page where it begins; a figure never does.
                assert not any(map(str.isdigit, printed - found)) or table not in CELLS, row[column]
                assert row["bottom"] > 0.8 * height, row[column]
                assert table in CELLS or found.total() > printed.total() / 4, row[column]
            if table in CELLS:
                assert not any(char.isdigit() for char in found - printed), "a box holds one figure"
            checked += 1
    assert checked
