"""The benchmark runs: no times are judged here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

pytest.importorskip("matplotlib")


def test_a_quick_run_writes_the_page_and_its_plot(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pledgecards.bench.run", "--quick", "--rounds", "1", "--books", "2"]
    subprocess.run([*command, "--out", str(tmp_path / "new")], check=True, capture_output=True, timeout=300)
    page = (tmp_path / "new" / "performance.md").read_text("utf-8")
    assert "| reference-1 | ReportLab | 3 |" in page
    assert "whole conversion" in page
    assert (tmp_path / "new" / "performance.svg").read_text("utf-8").count("<svg") == 1


def test_a_dataset_many_times_over_is_a_sound_one(tmp_path: Path) -> None:
    from pledgecards.batch.run import convert
    from pledgecards.batch.settings import Settings
    from pledgecards.batch.validate import validate
    from pledgecards.bench.multiplied import multiply

    source = Path(__file__).parents[1] / "samples" / "cards"
    names = ("reference-1.pdf", "planted-budget-sum_mismatch.txt", "book-text-1.txt")
    convert([str(source / name) for name in names], tmp_path / "small", Settings(), jobs=1)
    cards = pq.read_metadata(tmp_path / "small" / "cards.parquet").num_rows
    assert multiply(tmp_path / "small", tmp_path / "large", 3 * cards - 1) == 3 * cards
    assert validate(tmp_path / "large") == []
    large = pq.read_table(tmp_path / "large" / "cards.parquet")
    assert len(set(large.column("card_id").to_pylist())) == 3 * cards
    assert len(set(large.column("municipality").to_pylist())) == 3
    reviewed = [row["title"] for row in large.to_pylist() if row["review"]]
    assert len(reviewed) == 3, "the planted mistake, once a copy; that the body is known is no doubt any more"
