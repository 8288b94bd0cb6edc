"""Every committed sample beside what it must give: a new sample is a new test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.samples.score import score

SAMPLES = Path(__file__).parents[1] / "samples"
PAIRS = sorted((SAMPLES / "cards").glob("*.json"))


@pytest.mark.parametrize("truth_file", PAIRS, ids=lambda path: path.name.removesuffix(".json"))
def test_a_sample_gives_every_row_that_it_must(truth_file: Path) -> None:
    sample = truth_file.with_suffix("")
    truth = json.loads(truth_file.read_text("utf-8"))
    rows = convert_bytes(sample.read_bytes(), sample.name)
    scores = score(rows, truth)
    faults = {
        table: {"missing": found.missing[:3], "surplus": found.surplus[:3]}
        for table, found in scores.items()
        if found.f1 < 1
    }
    assert not faults


@pytest.mark.parametrize(
    "truth_file", [p for p in PAIRS if ".pdf" in p.name], ids=lambda p: p.name.removesuffix(".json")
)
def test_no_character_of_a_page_is_lost_or_claimed_twice(truth_file: Path) -> None:
    sample = truth_file.with_suffix("")
    rows = convert_bytes(sample.read_bytes(), sample.name)
    [document] = rows["documents"]
    assert 0.5 < document["text_coverage"] <= 1.0
    assert "text.unclaimed" not in {issue["code"] for issue in rows["issues"]}


def test_the_samples_are_there() -> None:
    assert len(PAIRS) >= 20
