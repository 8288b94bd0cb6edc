"""How far a run is: one line that renews itself on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable
from typing import Protocol, TextIO

from pledgecards.language import _, ngettext
from pledgecards.schemas.captions import status_caption
from pledgecards.schemas.core_tables import STATUSES
from pledgecards.terminal.width import fitted

_TERMINAL_SECONDS = 0.2
_PLAIN_SECONDS = 10.0


class Progress(Protocol):
    """What a run tells of itself."""

    def begin(self, total: int) -> None:
        """The inputs are found."""

    def advance(self, status: str) -> None:
        """A file is done; its status is that of `documents.status`."""

    def say(self, text: str) -> None:
        """Something else is going on."""

    def end(self) -> None:
        """There is nothing more to say; also when the run was stopped."""


class Silence:
    """Tells nothing."""

    def begin(self, total: int) -> None: ...

    def advance(self, status: str) -> None: ...

    def say(self, text: str) -> None: ...

    def end(self) -> None: ...


class Lines:
    """Progress on a stream; nothing where there is none. A run goes on when nobody listens any more (a closed terminal, `| head`)."""

    def __init__(self, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._live = stream is not None and stream.isatty()
        self._total = 0
        self._counts: Counter[str] = Counter()
        self._pending = False
        self._began = self._shown = clock()

    def begin(self, total: int) -> None:
        """Starts counting."""
        self._total = total
        self._began = self._shown = self._clock()
        if not self._live:
            self._write(ngettext("{count:,} file to read", "{count:,} files to read", total).format(count=total) + "\n")

    def advance(self, status: str) -> None:
        """Counts a file, and shows it if it is time."""
        self._counts[status] += 1
        self._pending = True
        now = self._clock()
        if now - self._shown >= (_TERMINAL_SECONDS if self._live else _PLAIN_SECONDS):
            self._shown = now
            self._show()

    def say(self, text: str) -> None:
        """A line of its own, below the counts."""
        self.end()
        self._write(text + "\n")

    def end(self) -> None:
        """Shows the counts as they are now, if they were not told yet."""
        if self._counts and self._pending:
            self._show()
            self._pending = False
            if self._live:
                self._write("\n")

    def _show(self) -> None:
        text = progress_line(self._counts, self._total, self._clock() - self._began)
        if self._live:
            self._write("\r" + fitted(text, shutil.get_terminal_size().columns - 1))
        else:
            self._write(text + "\n")

    def _write(self, text: str) -> None:
        if self._stream is None:
            return
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):
            self._stream = None


def progress_line(counts: Counter[str], total: int, seconds: float) -> str:
    """`120 of 400 files · ok 117 · partial 1 · failed 2 · 31.0 files/s · 9 s left`."""
    done = counts.total()
    parts = [_("{done:,} of {total:,} files").format(done=done, total=total)]
    parts += [f"{status_caption(status)} {counts[status]:,}" for status in STATUSES if counts[status]]
    if done and seconds > 0:
        rate = done / seconds
        parts.append(_("{rate:.1f} files/s").format(rate=rate))
        if done < total:
            parts.append(_("{time} left").format(time=duration((total - done) / rate)))
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """`42 s`, `7 min`, `3 h 20 min`."""
    if seconds < 90:
        return _("{seconds:.0f} s").format(seconds=seconds)
    minutes = round(seconds / 60)
    if minutes < 90:
        return _("{minutes} min").format(minutes=minutes)
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
