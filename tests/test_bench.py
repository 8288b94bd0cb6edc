"""The benchmark runs: no times are judged here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("matplotlib")


def test_a_quick_run_writes_the_page_and_its_plot(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pledgecards.bench.run", "--quick", "--rounds", "1", "--books", "2"]
    subprocess.run([*command, "--out", str(tmp_path)], check=True, capture_output=True, timeout=300)
    page = (tmp_path / "performance.md").read_text("utf-8")
    assert "| reference-1 | ReportLab | 3 |" in page
    assert "whole conversion" in page
    assert (tmp_path / "performance.svg").read_text("utf-8").count("<svg") == 1
