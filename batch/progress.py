"""How far a run is: one line that renews itself on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Callable
from typing import Protocol, TextIO

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
    """Progress on a stream."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._live = stream.isatty()
        self._total = 0
        self._counts: Counter[str] = Counter()
        self._pending = False
        self._began = self._shown = clock()

    def begin(self, total: int) -> None:
        """Starts counting."""
        self._total = total
        self._began = self._shown = self._clock()
        if not self._live:
            self._write(f"{total:,} {'file' if total == 1 else 'files'} to read\n")

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
            width = shutil.get_terminal_size().columns - 1
            self._write("\r" + text[:width].ljust(width))
        else:
            self._write(text + "\n")

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def progress_line(counts: Counter[str], total: int, seconds: float) -> str:
    """`120 of 400 files · ok 117 · partial 1 · failed 2 · 31.0 files/s · 9 s left`."""
    done = counts.total()
    parts = [f"{done:,} of {total:,} files"]
    parts += [f"{status} {counts[status]:,}" for status in ("ok", "partial", "failed", "skipped") if counts[status]]
    if done and seconds > 0:
        rate = done / seconds
        parts.append(f"{rate:.1f} files/s")
        if done < total:
            parts.append(f"{duration((total - done) / rate)} left")
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """`42 s`, `7 min`, `3 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"
