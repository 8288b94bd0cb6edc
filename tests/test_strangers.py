"""Cards that no generator made: drawn, printed and written by hand, each beside what a careful person reads off its pages.

They share nothing with the generator: other words, other orders of sections, other producers. A truth names only the columns and the
tables that the page decides.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.samples.score import score

STRANGERS = Path(__file__).parents[1] / "samples" / "strangers"
PAIRS = sorted(STRANGERS.glob("*.json"))
READERS = [
    (path, reader)
    for path in PAIRS
    for reader in (("pdfium", "pdfplumber") if path.name.endswith(".pdf.json") else ("pdfium",))
]


@pytest.mark.parametrize(("truth_file", "reader"), READERS, ids=lambda value: getattr(value, "name", value))
def test_a_strangers_card_is_read_right(truth_file: Path, reader: str) -> None:
    card = truth_file.with_suffix("")
    truth = json.loads(truth_file.read_text("utf-8"))
    rows = convert_bytes(card.read_bytes(), card.name, reader=reader)
    faults = {
        table: {"missing": found.missing[:3], "surplus": found.surplus[:3]}
        for table, found in score(rows, truth).items()
        if found.f1 < 1
    }
    assert not faults


def test_the_strangers_are_there() -> None:
    assert len(PAIRS) >= 10
