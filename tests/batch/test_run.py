"""A run from inputs to the published dataset."""

import json
import os
import zipfile
from pathlib import Path
from random import Random

import pytest

from pledgecards.batch.errors import RunError, UsageError
from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings
from pledgecards.batch.validate import validate

SAMPLES = Path(__file__).parents[2] / "samples" / "cards"
FILES = {"a.txt": "cards 2", "b.txt": "cards 0", "sub/c.txt": "cards 1"}


def test_every_table_is_there_and_sound(folder, run, rows, tmp_path):
    out = tmp_path / "out"
    result = run(folder(FILES), out)
    assert validate(out) == []
    assert [(row["path"], row["status"], row["cards"]) for row in rows(out, "documents")] == [
        ("a.txt", "ok", 2),
        ("b.txt", "skipped", 0),
        ("sub/c.txt", "ok", 1),
    ]
    assert len(rows(out, "cards")) == 3
    assert len(rows(out, "items")) == 6
    assert rows(out, "schedule") == []
    assert result.complete


def test_run_json_says_what_ran(folder, run, tmp_path):
    run(folder(FILES), tmp_path / "out", cohort=2018)
    record = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert record["version"]
    assert record["options"]["cohort"] == 2018
    assert record["counts"]["documents"] == {"ok": 2, "skipped": 1}
    assert record["counts"]["rows"]["cards"] == 3
    assert record["counts"]["issues"] == {"choice.none": 3, "file.not_a_card": 1}
    assert record["timings"]["seconds"] >= 0


def test_the_bytes_do_not_depend_on_workers_or_order(folder, run, content, tmp_path):
    files = {f"{number:02d}.txt": f"cards {number % 3} {number}" for number in range(12)}
    source = folder(files)
    run(source, tmp_path / "folder")
    for jobs in (1, 2, 4):
        shuffled = [source / name for name in files]
        Random(jobs).shuffle(shuffled)
        run(shuffled, tmp_path / str(jobs), jobs=jobs)
        assert content(tmp_path / str(jobs)) == content(tmp_path / "folder")


def test_nor_do_those_of_real_cards(content, tmp_path):
    """Their reading must not hang on the order of a set or on what a worker has read before."""
    names = (
        "book-text-1.txt",
        "pipe-text-1.txt",
        "plain-text-1.txt",
        "coloured-1.pdf",
        "form-1.pdf",
        "glyphwise-1.pdf",
    )
    inputs = [str(SAMPLES / name) for name in names]
    for jobs in (1, 2, 4):
        Random(jobs).shuffle(inputs)
        convert(inputs, tmp_path / str(jobs), Settings(timeout=120), jobs=jobs)
    assert content(tmp_path / "1") == content(tmp_path / "2") == content(tmp_path / "4")


def test_files_that_have_not_changed_are_not_read_again(folder, run, rows, content, tmp_path):
    source, out = folder(FILES), tmp_path / "out"
    run(source, out)
    before = content(out)
    again = run(source, out)
    assert (again.read, again.known) == (0, 3)
    assert content(out) == before
    folder({"a.txt": "cards 3"})
    (source / "b.txt").unlink()
    changed = run(source, out)
    assert (changed.read, changed.known) == (1, 1)
    assert [(row["path"], row["cards"]) for row in rows(out, "documents")] == [("a.txt", 3), ("sub/c.txt", 1)]


def test_another_option_or_a_fresh_start_reads_all(folder, run, rows, tmp_path):
    source, out = folder(FILES), tmp_path / "out"
    run(source, out)
    assert run(source, out, cohort=2018).read == 3
    assert {row["cohort"] for row in rows(out, "cards")} == {2018}
    assert run(source, out, cohort=2018, fresh=True).read == 3


def test_the_same_bytes_stand_once_under_the_first_path(folder, run, rows, tmp_path):
    out = tmp_path / "out"
    result = run(folder({"b.txt": "cards 1", "a.txt": "cards 1", "c.txt": "cards 1"}), out)
    assert (result.read, result.known) == (3, 0)  # nothing is known from an earlier run where there was none
    assert [(row["path"], row["status"], row["cards"]) for row in rows(out, "documents")] == [
        ("a.txt", "ok", 1),
        ("b.txt", "skipped", 0),
        ("c.txt", "skipped", 0),
    ]
    assert len(rows(out, "cards")) == 1
    duplicates = [row for row in rows(out, "issues") if row["code"] == "file.duplicate"]
    assert [row["raw"] for row in duplicates] == ["b.txt", "c.txt"]
    assert validate(out) == []


def test_files_come_out_of_archives(folder, run, rows, tmp_path):
    source = folder({"a.txt": "cards 1"})
    with zipfile.ZipFile(source / "묶음.zip", "w") as archive:
        archive.writestr("나.txt", "cards 2")
    run(source, tmp_path / "out")
    assert [(row["path"], row["cards"]) for row in rows(tmp_path / "out", "documents")] == [
        ("a.txt", 1),
        ("묶음.zip/나.txt", 2),
    ]


def test_files_that_cannot_be_opened_fail_alone(folder, run, rows, tmp_path):
    source = folder({"a.txt": "cards 1"})
    with zipfile.ZipFile(source / "b.zip", "w") as archive:
        archive.writestr("c.txt", "cards 1 in an archive")
    data = (source / "b.zip").read_bytes()
    (source / "b.zip").write_bytes(data.replace(b"in an archive", b"in the ruins "))
    try:
        os.symlink(source / "gone", source / "d.txt")
    except OSError:
        pytest.skip("links need a privilege on Windows")
    result = run(source, tmp_path / "out")
    codes = {row["path"]: row["status"] for row in rows(tmp_path / "out", "documents")}
    assert codes == {"a.txt": "ok", "b.zip/c.txt": "failed", "d.txt": "failed"}
    issues = {row["code"] for row in rows(tmp_path / "out", "issues")}
    assert {"file.damaged", "file.unreadable"} < issues
    [gone] = [row["error"] for row in rows(tmp_path / "out", "documents") if row["path"] == "d.txt"]
    assert gone == "파일을 열 수 없습니다 (파일이 없거나 링크가 가리키는 곳이 없습니다)."
    assert not result.complete
    assert validate(tmp_path / "out") == []
    assert run(source, tmp_path / "out").known == 1


def test_other_files_in_the_output_folder_stay(folder, run, tmp_path):
    out = tmp_path / "out"
    (out / "review").mkdir(parents=True)
    (out / "review" / "notes.txt").write_text("mine")
    run(folder(FILES), out)
    run(folder(FILES), out, fresh=True)
    assert (out / "review" / "notes.txt").read_text() == "mine"


def test_the_output_may_not_lie_in_the_input_nor_the_input_in_the_output(folder, run, tmp_path):
    source = folder(FILES)
    with pytest.raises(UsageError, match="lies inside the input folder"):
        run(source, source / "out")
    with pytest.raises(UsageError, match="lies inside the output folder"):
        run(source / "sub" / "c.txt", source)
    assert not (source / "out").exists()


def test_a_folder_without_files_is_said_and_leaves_the_dataset(folder, run, content, tmp_path):
    """As a drive that is not connected looks."""
    out = tmp_path / "out"
    run(folder(FILES), out)
    before = content(out)
    (tmp_path / "unconnected").mkdir()
    with pytest.raises(UsageError, match="no file to read"):
        run(tmp_path / "unconnected", out)
    assert content(out) == before


def test_the_output_may_not_be_a_file(folder, run, tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        run(folder(FILES), tmp_path / "out")


def test_a_converter_that_cannot_be_loaded_is_said(folder, run, tmp_path):
    settings = Settings(converter="no_such_module:convert_bytes")
    with pytest.raises(RunError, match="No module named 'no_such_module'"):
        convert([str(folder(FILES))], tmp_path / "out", settings, jobs=1)
