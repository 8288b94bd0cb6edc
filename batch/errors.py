"""What can go wrong with a run as a whole, each with one sentence for the person at the terminal."""

from __future__ import annotations

import errno
from pathlib import Path

from pledgecards.language import _


class RunError(Exception):
    """The run cannot go on; nothing of an earlier dataset was changed. The message is one sentence or two."""


class UsageError(RunError):
    """What was asked for makes no sense (the output lies inside an input, …)."""


_FULL = (errno.ENOSPC, errno.EDQUOT)
_CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)


def cannot_write(out: Path, error: OSError) -> RunError:
    """The error of writing to the output folder, in words."""
    reason = error.strerror or error
    if error.errno in _FULL:
        message = _("The disk that holds {out} is full. Make room and run the same command again.")
    elif error.errno in _CLOSED:
        message = _("The folder {out} cannot be written to ({reason}).")
    else:
        message = _("Writing to {out} failed ({reason}).")
    kept = _(
        "The dataset that was there is unchanged; what was read so far is kept, and the same command goes on from there."
    )
    return RunError(f"{message.format(out=out, reason=reason)} {kept}")
