"""Inputs with an address instead of a path."""

import io
import zipfile

import pytest

from pledgecards.batch.errors import UsageError
from pledgecards.batch.inputs import InputError, find_inputs
from pledgecards.batch.remote import is_remote

fsspec = pytest.importorskip("fsspec")

FILES = {"a.txt": "cards 2", "sub/나.txt": "cards 1", ".hidden": "cards 1"}


@pytest.mark.parametrize("name", ["s3://bucket/cards", "zip://*.pdf::s3://bucket/b.zip", "file:///share"])
def test_addresses(name):
    assert is_remote(name)


@pytest.mark.parametrize("name", ["C:/cards", "C://cards", "cards/a.pdf", "//server/share", "a:b", "://"])
def test_paths(name):
    assert not is_remote(name)


def test_the_files_at_an_address_are_those_of_the_folder(folder, run, content, rows, tmp_path):
    source = folder(FILES)
    run(source, tmp_path / "path")
    run(f"file://{source}", tmp_path / "address")
    assert content(tmp_path / "address") == content(tmp_path / "path")
    assert [row["path"] for row in rows(tmp_path / "address", "documents")] == ["a.txt", "sub/나.txt"]


def test_a_pattern_and_a_single_file(folder):
    source = folder(FILES)
    assert [entry.path for entry in find_inputs([f"file://{source}/*.txt"])] == ["a.txt"]
    assert [entry.path for entry in find_inputs([f"file://{source}/sub/나.txt"])] == ["나.txt"]


def test_a_list_may_name_addresses(folder, tmp_path):
    source = folder(FILES)
    (tmp_path / "list.txt").write_text(f"file://{source}/a.txt\n")
    assert [entry.path for entry in find_inputs([f"@{tmp_path / 'list.txt'}"])] == ["a.txt"]


def test_archives_at_an_address_and_behind_a_chain(folder, run, rows, tmp_path):
    source = folder({"a.txt": "cards 1"})
    with zipfile.ZipFile(source / "b.zip", "w") as archive:
        archive.writestr("c.txt", "cards 3")
        archive.writestr("d.txt", "cards 2")
    run(f"file://{source}", tmp_path / "whole")
    assert [(row["path"], row["cards"]) for row in rows(tmp_path / "whole", "documents")] == [
        ("a.txt", 1),
        ("b.zip/c.txt", 3),
        ("b.zip/d.txt", 2),
    ]
    run(f"zip://c.*::{source}/b.zip", tmp_path / "chained")
    assert [(row["path"], row["cards"]) for row in rows(tmp_path / "chained", "documents")] == [("c.txt", 3)]


def test_an_address_that_leads_nowhere(tmp_path, run):
    with pytest.raises(InputError, match="No file is found"):
        find_inputs([f"file://{tmp_path}/gone/*.pdf"])
    with pytest.raises(UsageError, match="nosuch"):
        run("nosuch://bucket/cards", tmp_path / "out")


class Dropped(Exception):
    """What a library for a store may raise of its own."""


@pytest.mark.parametrize(
    "error", [Dropped("connection lost"), RuntimeError("loop is closed"), TimeoutError(), EOFError()]
)
@pytest.mark.parametrize("midway", [False, True], ids=["opening", "midway"])
def test_a_store_that_fails_fails_one_file(folder, monkeypatch, error, midway):
    from pledgecards.batch import reading
    from pledgecards.batch.reading import CannotRead, Source

    class Stream(io.BytesIO):
        def read(self, size=-1):
            data = super().read(4)
            if not data:
                raise error
            return data

    def opened(_):
        if not midway:
            raise error
        return Stream(b"cards 1")

    entries = find_inputs([f"file://{folder({'a.txt': 'cards 1', 'b.txt': 'cards 2'})}"])
    source = Source(1 << 20)
    with monkeypatch.context() as patch:
        patch.setattr(reading, "open_bytes", opened)
        with pytest.raises(CannotRead) as refused:
            source.read(entries[0])
    assert refused.value.code == ("file.damaged" if isinstance(error, EOFError) else "file.unreadable")
    assert source.read(entries[1])[1] == b"cards 2"
