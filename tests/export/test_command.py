"""`pledgecards export`, as a person calls it."""

from __future__ import annotations

import openpyxl
import pytest
from click.testing import CliRunner

from pledgecards.cli import main


@pytest.fixture
def call():
    runner = CliRunner()
    return lambda *arguments: runner.invoke(main, ["export", *map(str, arguments)])


def test_with_nothing_said_a_workbook_beside_the_dataset(call, folder):
    done = call(folder)
    assert done.exit_code == 0, done.output
    path = folder.with_name("dataset.xlsx")
    assert f"{path}: 13 sheets, 25 rows" in done.output
    assert "2 texts were too long for a cell of Excel" in done.output
    assert openpyxl.load_workbook(path, read_only=True).sheetnames[0] == "안내"


def test_both_kinds_at_once_and_a_name_without_its_ending(call, folder, tmp_path):
    done = call(folder, "--xlsx", tmp_path / "공약", "--csv", tmp_path / "csv")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "공약.xlsx").is_file()
    assert (tmp_path / "csv" / "안내.csv").is_file()
    assert "csv: 14 files" in done.output


def test_only_some_tables(call, folder, tmp_path):
    done = call(
        folder, "--table", "budget", "--table", "cards", "--xlsx", tmp_path / "a.xlsx", "--csv", tmp_path / "csv"
    )
    assert done.exit_code == 0, done.output
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames == ["안내", "공약카드", "소요예산"]
    assert sorted(path.name for path in (tmp_path / "csv").iterdir()) == ["공약카드.csv", "소요예산.csv", "안내.csv"]
    assert call(folder, "--table", "money").exit_code == 2


def test_a_large_workbook_is_announced(call, folder, monkeypatch):
    monkeypatch.setattr("pledgecards.export.command._MANY", 10)
    first, *_ = call(folder).output.splitlines()
    assert first.startswith("25 rows take a while in a workbook")
    assert "take a while" not in call(folder).output, "nothing is written where a file is in the way"


def test_a_file_in_the_way(call, folder):
    assert call(folder).exit_code == 0
    again = call(folder)
    assert again.exit_code == 2
    assert "replace it with --force" in " ".join(again.output.split())
    assert call(folder, "--force").exit_code == 0


def test_no_dataset(call, tmp_path):
    done = call(tmp_path)
    assert done.exit_code == 2
    assert "is no dataset" in " ".join(done.output.split())


def test_a_refusing_disk(call, folder, tmp_path):
    (tmp_path / "file").write_text("")
    done = call(folder, "--xlsx", tmp_path / "file" / "a.xlsx")
    assert done.exit_code == 3
    assert done.output.startswith("Error: ")
