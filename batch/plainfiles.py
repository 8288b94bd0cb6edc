"""Publication without symbolic links: the files of the dataset lie in the output folder themselves.

Several files cannot be replaced in one step, but they can be replaced so that old and new never stand together: first
every old file is moved away, then every new one is moved in. A program that looks in between finds a table missing,
never a mixture. A journal, written before, lets the next run finish what a killed one began.
"""

from __future__ import annotations

import os
import shutil
import time
from itertools import count
from pathlib import Path

_PATIENCE_SECONDS = 5.0
_PAUSE_SECONDS = 0.25


def publish(out: Path, state: Path, version: Path) -> None:
    """Moves the files of the version into the output folder. OSError: an old file is in use; all is as it was."""
    names = sorted(path.name for path in version.iterdir())
    old = state / "old"
    shutil.rmtree(old, ignore_errors=True)
    old.mkdir(exist_ok=True)
    journal = state / "publishing"
    made = state / "publishing.new"
    with open(made, "w", encoding="utf-8", newline="\n") as file:
        file.write("\n".join([version.name, *names]))
        file.flush()
        os.fsync(file.fileno())  # a power cut must not leave a journal without its words beside files that have moved
    os.replace(made, journal)
    moved: list[tuple[str, Path]] = []
    try:
        for name in names:
            if os.path.lexists(out / name):
                place = _aside(old, name)
                _move(out / name, place)
                moved.append((name, place))
    except OSError:
        for name, place in moved:
            _move(place, out / name)
        journal.unlink()
        raise
    finish(out, state)


def finish(out: Path, state: Path) -> None:
    """Goes on with a publication that had begun; does nothing where none had."""
    journal = state / "publishing"
    if not journal.exists():
        return
    version, *names = journal.read_text("utf-8", "replace").split("\n")
    if not (version.isdecimal() and names):
        journal.unlink()  # torn all the same: it names nothing to move, and nothing that may be removed
        return
    old = state / "old"
    folder = state / "versions" / version
    # A name that is still in the version has not been moved in, so what lies under it in the output folder is old.
    waiting = [name for name in names if (folder / name).exists()]
    for name in waiting:
        if os.path.lexists(out / name):
            _move(out / name, _aside(old, name))
    for name in waiting:
        _move(folder / name, out / name)
    journal.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


def _aside(old: Path, name: str) -> Path:
    """A free place for an old file: what a program still has open since the last time could not be removed (Windows)."""
    places = (old / (f"{name}.{number}" if number else name) for number in count())
    return next(place for place in places if not os.path.lexists(place))


def _move(source: Path, place: Path) -> None:
    """Moves a file; waits a little for a program that has it open (Windows)."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            os.replace(source, place)
            return
        except PermissionError:
            if time.monotonic() >= end:
                raise
            time.sleep(_PAUSE_SECONDS)
