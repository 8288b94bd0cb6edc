"""What can go wrong with an export, in a sentence for the person who asked for it."""

from __future__ import annotations

import errno
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class ExportError(Exception):
    """The export could not be written; what was there before is unchanged."""


class InTheWay(ExportError):
    """A file of that name is there already, and was not to be replaced."""


def cannot_write(path: Path, error: OSError) -> ExportError:
    """The error of writing to `path`, in words."""
    if error.errno in _FULL:
        return ExportError(f"The disk is full; {path} was not written. Make room and try again.")
    if error.errno in _CLOSED:
        return ExportError(
            f"{path} cannot be written. If it is open in Excel, close it there; else choose another place."
        )
    return ExportError(f"{path} cannot be written ({error.strerror or error}).")
