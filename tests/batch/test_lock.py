"""One run at a time in an output folder."""

import json
import os
import socket
import subprocess
import sys
import textwrap

import pytest

from pledgecards.batch import lock
from pledgecards.batch.errors import RunError
from pledgecards.batch.lock import Lock


@pytest.fixture
def path(tmp_path):
    (tmp_path / "out" / ".pledgecards").mkdir(parents=True)
    return tmp_path / "out" / ".pledgecards" / "lock"


def test_a_second_run_is_told_who_holds_the_lock(path):
    with Lock(path), pytest.raises(RunError, match=rf"writing to .*out \(process {os.getpid()} on .*, since 20"):
        Lock(path).__enter__()


def test_the_lock_is_free_after_the_run(path):
    with Lock(path):
        pass
    with Lock(path):
        assert json.loads(path.read_text())["process"] == os.getpid()


def test_a_killed_run_holds_no_lock(path):
    program = f"""
        import os, pathlib
        from pledgecards.batch.lock import Lock
        Lock(pathlib.Path({str(path)!r})).__enter__()
        os._exit(9)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(program)], check=False)
    assert path.read_text()
    with Lock(path):
        pass


@pytest.mark.parametrize(
    ("holder", "free"),
    [
        ({"process": 2**22 + 1, "host": socket.gethostname(), "since": "then"}, True),
        ({"process": os.getpid(), "host": socket.gethostname(), "since": "then"}, False),
        ({"process": 1, "host": "another computer", "since": "then"}, False),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked for locks alone")
def test_without_locks_the_named_process_decides(path, monkeypatch, holder, free):
    monkeypatch.setattr(lock, "_take", lambda handle: False)
    path.write_text(json.dumps(holder))
    if free:
        with Lock(path):
            pass
    else:
        with pytest.raises(RunError, match="Another run"):
            Lock(path).__enter__()
