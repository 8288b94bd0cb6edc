"""A file that brings its reader down fails alone, with its cause; its neighbours are read."""

import sys

import pytest

from pledgecards.batch.quota import WORKED_OUT
from pledgecards.batch.validate import validate

NEIGHBOURS = {f"ok-{number}.txt": f"cards 1 {number}" for number in range(4)}


def outcome(out, rows, path):
    document = next(row for row in rows(out, "documents") if row["path"] == path)
    issues = [row for row in rows(out, "issues") if row["document_id"] == document["document_id"]]
    return document["status"], [issue["code"] for issue in issues]


def test_crash_hang_and_bug(folder, run, rows, content, tmp_path):
    files = NEIGHBOURS | {"m-crash.txt": "crash", "m-hang.txt": "hang", "m-bug.txt": "bug", "m-wrong.txt": "wrong 1"}
    out = tmp_path / "out"
    result = run(folder(files), out, timeout=8, jobs=2)
    assert outcome(out, rows, "m-crash.txt") == ("failed", ["file.crash"])
    assert outcome(out, rows, "m-hang.txt") == ("failed", ["file.timeout"])
    assert outcome(out, rows, "m-bug.txt") == ("failed", ["file.crash"])
    assert outcome(out, rows, "m-wrong.txt") == ("failed", ["file.crash"])
    for path in NEIGHBOURS:
        assert outcome(out, rows, path) == ("ok", ["choice.none"])
    assert result.counts.documents == {"ok": 4, "failed": 4}
    assert validate(out) == []
    raw = {row["raw"] for row in rows(out, "issues") if row["code"] == "file.crash"}
    assert any("KeyError" in text and "converter_stub.py" in text for text in raw)
    assert any("cards.ordinal is int32, not str" in text for text in raw)
    # What failed is remembered as well: it does not cost its time again.
    assert run(tmp_path / "in", out, timeout=8).read == 0


@pytest.mark.skipif(WORKED_OUT is None, reason="no limit of processor time here")
def test_a_small_file_is_given_up_after_a_little_work(folder, run, rows, tmp_path):
    out = tmp_path / "out"
    run(folder({"m.txt": "hang"}), out, timeout=60)
    assert outcome(out, rows, "m.txt") == ("failed", ["file.timeout"])
    assert (
        rows(out, "documents")[0]["error"]
        == "10초 안에 읽지 못해 그만두었습니다. 파일을 나누거나 --timeout을 늘려 주십시오."
    )


def test_a_file_that_waits_for_ever_is_given_up_by_the_clock(folder, run, rows, tmp_path):
    out = tmp_path / "out"
    run(folder({"m.txt": "doze"}), out, timeout=4)
    assert outcome(out, rows, "m.txt") == ("failed", ["file.timeout"])
    assert (
        rows(out, "documents")[0]["error"]
        == "4초 안에 읽지 못해 그만두었습니다. 파일을 나누거나 --timeout을 늘려 주십시오."
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tried on Linux alone")
def test_a_memory_bomb(folder, run, rows, tmp_path):
    out = tmp_path / "out"
    run(folder(NEIGHBOURS | {"m.txt": "memory"}), out, memory=256, jobs=2)
    assert outcome(out, rows, "m.txt") == ("failed", ["file.memory"])
    assert outcome(out, rows, "ok-3.txt") == ("ok", ["choice.none"])


def test_a_file_larger_than_a_worker_may_hold(folder, run, rows, tmp_path):
    out = tmp_path / "out"
    run(folder({"a.txt": b"0" * (33 << 20), "b.txt": "cards 1"}), out, memory=128)
    assert outcome(out, rows, "a.txt") == ("failed", ["file.memory"])
    assert outcome(out, rows, "b.txt") == ("ok", ["choice.none"])
