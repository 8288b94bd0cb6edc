"""How a new dataset takes the place of the old one: all its files in one step.

Where the file system has symbolic links, `DIR/cards.parquet` is a link to `.pledgecards/current/cards.parquet`, and
`current` is a link to a folder `versions/<n>` that is complete and on the disk before anything points to it. Replacing
the one link `current` is a single rename, so whoever opens a file sees the old dataset or the new one, whatever
instruction the program is killed at. Exchanging the whole folder DIR would be as atomic, but fails where DIR is a mount
point or its parent is closed, and would sweep along what else lies in DIR. A reader that must open several tables of
the same dataset while a run ends resolves `current` once; the version before the current one is kept for it.

Without links (Windows, some drives) the files lie in DIR themselves: see `plainfiles.py`.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

from pledgecards.batch import plainfiles

STATE = ".pledgecards"
"""The folder in the output folder that holds all but the dataset itself."""


class Shelf:
    """The versions of the dataset of one output folder. Only the run that holds the lock may use it."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._state = out / STATE
        self._versions = self._state / "versions"
        self._current = self._state / "current"
        self._versions.mkdir(parents=True, exist_ok=True)

    def recover(self) -> None:
        """Puts in order what a killed run left: finishes a publication that had begun, removes what was not published."""
        plainfiles.finish(self._out, self._state)
        self._sweep()

    def new_version(self) -> Path:
        """An empty folder to write the next dataset into."""
        numbers = [int(path.name) for path in self._versions.iterdir() if path.name.isdecimal()]
        version = self._versions / f"{max(numbers, default=0) + 1:06d}"
        version.mkdir()
        return version

    def publish(self, version: Path) -> None:
        """Makes the version the dataset that DIR shows. OSError: it could not; DIR still shows the old one."""
        names = sorted(path.name for path in version.iterdir())
        for name in names:
            _flush(version / name)
        _flush(version)
        _flush(self._versions)
        if not self._links_work():
            plainfiles.publish(self._out, self._state, version)
            return
        before = self._current_version()
        if any(_foreign(self._out / name) for name in names):
            before = self._adopt(names)
        for name in names:
            if not os.path.lexists(self._out / name):
                os.symlink(Path(STATE, "current", name), self._out / name)
        _flush(self._out)
        self._switch(version)
        self._remove_stray_links(names)
        self._sweep(before)

    def forget(self, unwanted: Callable[[Path], bool]) -> None:
        """Removes the versions before the current one that are not wanted any more, even that which is kept for readers."""
        current = self._current_version()
        for version in sorted(path for path in self._versions.iterdir() if path.is_dir()):
            if version != current and unwanted(version):
                shutil.rmtree(version, ignore_errors=True)

    def _current_version(self) -> Path | None:
        try:
            return self._versions / Path(os.readlink(self._current)).name
        except OSError:
            return None

    def _switch(self, version: Path) -> None:
        _link(Path("versions", version.name), self._current)
        _flush(self._state)

    def _adopt(self, names: Collection[str]) -> Path:
        """Turns plain files of an older dataset into links, each showing at every moment what it showed before."""
        version = self.new_version()
        for name in names:
            if (self._out / name).exists():
                _copy((self._out / name).resolve(), version / name)
        self._switch(version)
        for name in names:
            if _foreign(self._out / name):
                _link(Path(STATE, "current", name), self._out / name)
        return version

    def _remove_stray_links(self, names: Collection[str]) -> None:
        """Links to files that the new dataset does not have."""
        for path in self._out.iterdir():
            if path.name not in names and _own_link(path):
                path.unlink()

    def _sweep(self, *kept: Path | None) -> None:
        """Removes all versions but the current one, the one before it, and those to be kept."""
        current = self._current_version()
        everything = sorted(path for path in self._versions.iterdir() if path.is_dir())
        published = [path for path in everything if current is None or path.name < current.name]
        keep = {current, *kept, *(published[-1:] if current is not None else ())}
        for version in everything:
            if version not in keep:
                shutil.rmtree(version, ignore_errors=True)

    def _links_work(self) -> bool:
        if sys.platform == "win32":
            return False  # who may make links there (few may) still cannot put one to a folder in the place of another
        probe = self._state / "link"
        probe.unlink(missing_ok=True)
        try:
            os.symlink("current", probe)
        except (OSError, NotImplementedError):
            return False
        probe.unlink()
        return True


def _own_link(path: Path) -> bool:
    return path.is_symlink() and Path(os.readlink(path)).parts[:2] == (STATE, "current")


def _foreign(path: Path) -> bool:
    """Whether something else than a link of ours lies there: a dataset that was copied, or published without links."""
    return os.path.lexists(path) and not _own_link(path)


def _link(target: Path, place: Path) -> None:
    """Makes or replaces a link in one step."""
    made = place.with_name(f".{place.name}.link")
    made.unlink(missing_ok=True)
    os.symlink(target, made)
    os.replace(made, place)


def _copy(source: Path, place: Path) -> None:
    try:
        os.link(source, place)
    except OSError:
        shutil.copyfile(source, place)


def _flush(path: Path) -> None:
    """Waits until a file or a folder is on the disk, so that a power cut cannot show a link to what is not there."""
    folder = path.is_dir()
    if os.name == "nt" and folder:
        return  # Windows opens no folders; its file system keeps the order of renames
    handle = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        # Some network drives refuse to flush folders; they are no less atomic for it. A file's refusal counts.
        with suppress(*((OSError,) if folder else ())):
            os.fsync(handle)
    finally:
        os.close(handle)
