"""Damaged files through a whole run: each is accounted for, and the run ends."""

import os
from pathlib import Path

import pytest

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings
from pledgecards.batch.validate import validate

BENCH = Path(__file__).parents[2] / "bench"
SAMPLES = Path(__file__).parents[2] / "samples" / "cards"
FILES = 120


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(BENCH)


def test_damaged_samples(bench, rows, tmp_path):
    from fuzz import sound_papers, sound_texts
    from mutations import damaged

    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    papers, texts = sound_papers(), sound_texts()
    for number in range(FILES):
        name, data = damaged(number, 2022, papers, texts)
        (source / name).write_bytes(data)
    convert([str(source)], out, Settings(timeout=60, memory=1024), jobs=2)
    documents = rows(out, "documents")
    assert len(documents) == FILES
    assert {row["status"] for row in documents} <= {"ok", "partial", "failed", "skipped"}
    assert validate(out) == []
    # Whatever the damage, the program itself does not fail.
    codes = {row["code"] for row in rows(out, "issues")}
    assert not codes & {"file.crash", "file.memory", "card.failed"}


def test_the_same_seed_damages_alike(bench):
    from fuzz import sound_texts
    from mutations import damaged

    texts = sound_texts()
    assert [damaged(n, 7, texts, texts) for n in range(20)] == [damaged(n, 7, texts, texts) for n in range(20)]
    assert damaged(1, 7, texts, texts) != damaged(1, 8, texts, texts)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_names_links_and_archives_that_are_a_trouble(bench, rows, tmp_path):
    from trouble import make

    source, out = tmp_path / "in", tmp_path / "out"
    expected = make(source)
    convert([str(source)], out, Settings(timeout=60, memory=512), jobs=1)
    documents = {row["path"]: row["status"] for row in rows(out, "documents")}
    assert len(documents) == expected
    assert documents["two\nlines.txt"] == documents["--help"] == "skipped"
    # A link to nothing, a link to itself, a pipe, a torn archive; and a member that unpacks to a gigabyte.
    assert {path for path, status in documents.items() if status == "failed"} == {
        "broken",
        "itself",
        "pipe",
        "torn.zip",
        "bomb.zip/zeros.txt",
    }
    assert "bomb.zip/out.txt" in documents
    assert validate(out) == []


@pytest.mark.parametrize("piece", ["☑ ", "(", "임기내 "])
def test_a_line_without_an_end(rows, tmp_path, piece):
    """Once tried at every letter as a block of choices, or searched to its end from each open bracket: hours for a line as this."""
    text = (SAMPLES / "text-1.txt").read_text("utf-8").split("\n")
    place = len(text) * 2 // 3
    (tmp_path / "a.txt").write_text("\n".join([*text[:place], piece * 60_000, *text[place:]]), "utf-8")
    convert([str(tmp_path / "a.txt")], tmp_path / "out", Settings(timeout=60, memory=1024), jobs=1)
    assert [row["cards"] for row in rows(tmp_path / "out", "documents")] == [1]
