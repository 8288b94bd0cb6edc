"""Publication: whoever looks sees the old dataset or the new one, wherever the program is stopped."""

import os
import shutil
import sys

import pytest

from pledgecards.batch import plainfiles
from pledgecards.batch.publish import Shelf

NAMES = ("cards.parquet", "documents.parquet", "run.json")


class Killed(BaseException):
    """Stands for SIGKILL: nothing may catch it and tidy up."""


def write(shelf, text, names=NAMES):
    version = shelf.new_version()
    for name in names:
        (version / name).write_text(text)
    return version


def shown(out):
    """What a reader finds: the text of every file that is there."""
    return {name: (out / name).read_text() for name in NAMES if (out / name).exists()}


def whole(text):
    return dict.fromkeys(NAMES, text)


@pytest.fixture(params=["links", "plain"])
def out(request, tmp_path, monkeypatch):
    """An output folder, on a file system with links and on one without."""
    if request.param == "plain":
        monkeypatch.setattr(Shelf, "_links_work", lambda self: False)
    elif not _links(tmp_path):
        pytest.skip("no links here")
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def _links(folder):
    try:
        os.symlink("a", folder / "probe")
    except OSError:
        return False
    return True


def publish(out, text, names=NAMES):
    shelf = Shelf(out)
    shelf.recover()
    shelf.publish(write(shelf, text, names))


def test_a_dataset_takes_the_place_of_the_one_before(out):
    for text in ("one", "two", "three"):
        publish(out, text)
        assert shown(out) == whole(text)


def test_only_the_version_before_is_kept(out):
    for text in ("one", "two", "three", "four"):
        publish(out, text)
    assert len(list((out / ".pledgecards" / "versions").iterdir())) <= 2


def test_a_table_that_is_no_longer_written_goes(out, request):
    if "plain" in request.node.name:
        pytest.skip("without links another program's files cannot be told from ours")
    publish(out, "one")
    publish(out, "two", NAMES[:2])
    assert not os.path.lexists(out / NAMES[2])


def steps(out, monkeypatch, at):
    """Lets the program be killed at the `at`-th call that changes the file system."""
    left = [at]

    def counted(function):
        def call(*arguments, **options):
            if left[0] == 0:
                raise Killed
            left[0] -= 1
            return function(*arguments, **options)

        return call

    for module, name in (
        (os, "replace"),
        (os, "symlink"),
        (os, "link"),
        (os, "unlink"),
        (shutil, "rmtree"),
        (os, "mkdir"),
    ):
        monkeypatch.setattr(module, name, counted(getattr(module, name)))
    return left


@pytest.mark.parametrize("at", range(40))
def test_killed_at_any_step(out, at):
    publish(out, "one")
    shelf = Shelf(out)
    shelf.recover()
    version = write(shelf, "two")
    with pytest.MonkeyPatch.context() as patch:
        left = steps(out, patch, at)
        try:
            shelf.publish(version)
        except Killed:
            pass
        ended = left[0] > 0
    found = shown(out)
    # Without links a table may be missing for a moment, but old and new never stand together.
    assert set(found.values()) <= {"one"} or set(found.values()) <= {"two"}
    if ended or (out / ".pledgecards" / "current").is_symlink():
        assert found in (whole("one"), whole("two"))
    Shelf(out).recover()
    assert shown(out) in (whole("one"), whole("two"))
    publish(out, "three")
    assert shown(out) == whole("three")


@pytest.mark.parametrize("at", range(20))
def test_killed_while_plain_files_become_links(tmp_path, at):
    if not _links(tmp_path):
        pytest.skip("no links here")
    out = tmp_path / "out"
    out.mkdir()
    for name in NAMES:
        (out / name).write_text("one")
    shelf = Shelf(out)
    version = write(shelf, "two")
    with pytest.MonkeyPatch.context() as patch:
        steps(out, patch, at)
        try:
            shelf.publish(version)
        except Killed:
            pass
    assert shown(out) in (whole("one"), whole("two"))
    publish(out, "three")
    assert shown(out) == whole("three")


def test_a_file_in_use_leaves_the_old_dataset_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(Shelf, "_links_work", lambda self: False)
    monkeypatch.setattr(plainfiles, "_PATIENCE_SECONDS", 0.0)
    out = tmp_path / "out"
    out.mkdir()
    publish(out, "one")
    replace = os.replace

    def refuse(source, place):
        if source == out / "documents.parquet":
            raise PermissionError(13, "in use")
        replace(source, place)

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        publish(out, "two")
    assert shown(out) == whole("one")


def test_what_a_program_still_has_open_is_no_hindrance(tmp_path, monkeypatch):
    """Windows removes no file that is open."""
    monkeypatch.setattr(Shelf, "_links_work", lambda self: False)
    monkeypatch.setattr(plainfiles.shutil, "rmtree", lambda *_, **__: None)
    out = tmp_path / "out"
    out.mkdir()
    for word in ("one", "two", "three"):
        publish(out, word)
        assert shown(out) == whole(word)


@pytest.mark.parametrize("torn", [b"", b"\0" * 40])
def test_a_journal_that_a_power_cut_tore_costs_nothing(tmp_path, monkeypatch, torn):
    monkeypatch.setattr(Shelf, "_links_work", lambda self: False)
    publish(tmp_path, "one")
    state = tmp_path / ".pledgecards"
    (state / "old").mkdir()
    os.replace(tmp_path / NAMES[0], state / "old" / NAMES[0])
    (state / "publishing").write_bytes(torn)
    plainfiles.finish(tmp_path, state)
    assert (state / "old" / NAMES[0]).read_text() == "one"
    publish(tmp_path, "two")
    assert shown(tmp_path) == whole("two")


def test_windows_has_no_links_to_publish_with(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    assert not Shelf(tmp_path)._links_work()
