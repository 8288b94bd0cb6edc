"""What can go wrong with an export, in a sentence for the person who asked for it."""

from __future__ import annotations

import errno
from pathlib import Path

from pledgecards.language import _

_FULL = (errno.ENOSPC, errno.EDQUOT)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)


class ExportError(Exception):
    """The export could not be written; what was there before is unchanged."""


class InTheWay(ExportError):
    """A file of that name is there already, and was not to be replaced."""


def cannot_write(path: Path, error: OSError) -> ExportError:
    """The error of writing to `path`, in words."""
    if error.errno in _FULL:
        return ExportError(_("The disk is full; {path} was not written. Make room and try again.").format(path=path))
    if error.errno in _CLOSED:
        message = _("{path} cannot be written. If it is open in Excel, close it there; else choose another place.")
        return ExportError(message.format(path=path))
    reason = error.strerror or error
    return ExportError(_("{place} cannot be written ({reason}).").format(place=path, reason=reason))
