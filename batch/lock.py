"""One run at a time in an output folder; a second one is told who holds it.

The lock is the operating system's, on an open file: it ends with the process that holds it, however that ends, so a
lock that was left behind is none. Where a file system knows no locks (some network drives) the process named in the
file decides: one that runs on this computer, or any on another, still holds it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from pledgecards.batch.errors import RunError
from pledgecards.language import _

# Windows keeps others from reading locked bytes, so the lock lies far behind the text.
_FAR = 1 << 30


class Lock:
    """The lock of one output folder, as a context manager. RunError on entering: another run holds it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def __enter__(self) -> Self:
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if not (_take(handle) or self._abandoned()):
                raise RunError(_refusal(self._path, self._holder()))
            text = json.dumps(
                {
                    "process": os.getpid(),
                    "host": socket.gethostname(),
                    "since": datetime.now().astimezone().isoformat(timespec="seconds"),
                }
            )
            os.ftruncate(handle, 0)
            os.lseek(handle, 0, os.SEEK_SET)
            os.write(handle, text.encode())
        except BaseException:
            os.close(handle)
            raise
        self._handle = handle
        return self

    def __exit__(self, *_: object) -> None:
        if self._handle is None:
            return
        # Emptied, not removed: a run that waits for this very file must not lock one that is gone.
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
        os.close(self._handle)
        self._handle = None

    def _holder(self) -> dict[str, Any]:
        try:
            holder = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return holder if isinstance(holder, dict) else {}

    def _abandoned(self) -> bool:
        """Only for file systems without locks: whether the process named in the file is gone."""
        if _has_locks(self._path):
            return False
        holder = self._holder()
        if not holder:
            return True
        return holder.get("host") == socket.gethostname() and not _alive(int(holder.get("process", 0)))


def _refusal(path: Path, holder: dict[str, Any]) -> str:
    who = _("process {process} on {host}, since {since}").format(**holder) if holder else _("another process")
    message = _("Another run is writing to {out} ({who}). Wait for it to end, or choose another output folder.")
    return message.format(out=path.parent.parent, who=who)


def _take(handle: int) -> bool:
    """Whether the lock was free and is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _has_locks(path: Path) -> bool:
    """Whether the file system knows locks: one can be had on a file that is nobody else's."""
    probe = path.with_name(f"{path.name}-{os.getpid()}")
    handle = os.open(probe, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        return _take(handle)
    finally:
        os.close(handle)
        probe.unlink(missing_ok=True)


def _alive(process: int) -> bool:
    if process <= 0:
        return False
    if sys.platform == "win32":
        return True  # a signal would end it there; better to ask the person than to guess
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
