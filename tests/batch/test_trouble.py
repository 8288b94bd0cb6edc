"""A disk that refuses: one sentence, and the old dataset whole."""

import errno
import os

import pytest

from pledgecards.batch import dataset, ledger
from pledgecards.batch.errors import RunError
from pledgecards.batch.progress import Silence
from pledgecards.batch.publish import Shelf
from pledgecards.batch.run import convert


def refusing(number):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.mark.parametrize(
    ("place", "name"),
    [(dataset, "datapackage_text"), (dataset.TableWriter, "add"), (Shelf, "_switch"), (Shelf, "new_version")],
)
def test_a_full_disk(folder, run, content, tmp_path, monkeypatch, place, name):
    out = tmp_path / "out"
    run(folder({"a.txt": "cards 1"}), out, jobs=1)
    before = content(out)
    folder({"a.txt": "cards 2"})
    with monkeypatch.context() as patch:
        patch.setattr(place, name, refusing(errno.ENOSPC))
        with pytest.raises(RunError, match=r"The disk that holds .*out is full.*unchanged"):
            run(tmp_path / "in", out, jobs=1)
    assert content(out) == before
    # What was read is not lost.
    assert run(tmp_path / "in", out, jobs=1).known == 1
    assert content(out) != before


def test_a_log_that_cannot_be_written_does_not_hide_the_dataset(folder, settings, rows, tmp_path):
    out, said = tmp_path / "out", []
    (out / "run.log").mkdir(parents=True)
    progress = Silence()
    progress.say = said.append
    result = convert([str(folder({"a.txt": "cards 1"}))], out, settings(), jobs=1, progress=progress)
    assert result.complete
    assert len(rows(out, "cards")) == 1
    assert any("The dataset is complete, but" in text and "run.log" in text for text in said)


def test_a_read_only_folder(folder, run, tmp_path, monkeypatch):
    monkeypatch.setattr(os, "mkdir", refusing(errno.EROFS))
    with pytest.raises(RunError, match=r"cannot be written to \(Read-only"):
        run(folder({"a.txt": "cards 1"}) if (tmp_path / "in").exists() else [_file(tmp_path)], tmp_path / "out")


def _file(folder):
    path = folder / "a.txt"
    path.write_text("cards 1")
    return path


def test_a_worker_that_cannot_write_its_part_stops_the_run(folder, run, tmp_path):
    out = tmp_path / "out"
    source = folder({"a.txt": "cards 1"})
    (out / ".pledgecards").mkdir(parents=True)
    # A file where the folder of parts belongs: no part can be written, whoever runs the tests.
    (out / ".pledgecards" / "parts").write_text("")
    with pytest.raises(RunError, match="Writing to .*out failed"):
        run(source, out, jobs=1)


def test_a_torn_part_is_read_anew(tmp_path):
    from converter_stub import rows

    parts = ledger.Ledger(tmp_path, "key")
    parts.remember("d" * 64, rows("d" * 64, "a.txt", 1))
    assert parts.known("d" * 64).rows["items"] == 2
    place = parts.place("d" * 64)
    data = place.read_bytes()
    for torn in (data[:-1], data[:20], b"", data[:60] + b"?" + data[61:]):
        place.write_bytes(torn)
        assert parts.known("d" * 64) is None
