"""Worker processes that no file can bring down: each file has a time limit, and a lost worker is replaced.

The standard library's process pool breaks as a whole when one worker dies and knows no time limit for a task, so the
workers are kept by hand: one pipe each, one file at a time. Processes are spawned, not forked: the same on every
system, and safe beside the threads of Arrow.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Self

from pledgecards.batch.errors import RunError
from pledgecards.batch.inputs import Input
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.limits import deaf_to_interrupts, resident
from pledgecards.batch.quota import STARVED, WORKED_OUT
from pledgecards.batch.settings import Settings
from pledgecards.batch.worker import Broken, Done, NotWritten, Reading, Ready, work
from pledgecards.language import _

_TICK = 0.5
_START_SECONDS = 180.0
_END_SECONDS = 5.0
_DEATH_SECONDS = 2.0
_WEIGH_SECONDS = 0.1
_ATTEMPTS = 2
"""How often a file may bring a worker down before it is given up: once may have been the machine's fault."""
_MOST_JOBS = 60 if sys.platform == "win32" else 10_000
"""Windows waits for 63 pipes at once at most."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A file whose worker did not come back. cause: `timeout`, `memory` or `crash`; detail: in words, or None.

    reading  what the worker had told of the file; None if it was lost before that.
    """

    cause: str
    detail: str | None
    reading: Reading | None


@dataclass(slots=True)
class _Seat:
    """A worker and what it is doing."""

    process: SpawnProcess
    connection: Connection
    deadline: float
    ready: bool = False
    task: int | None = None
    reading: Reading | None = None
    peak: int = 0


class Pool:
    """`run` reads every input; use it as a context manager, so that no worker outlives it."""

    def __init__(self, jobs: int, settings: Settings, ledger: Ledger, log: Path) -> None:
        self._jobs = min(max(1, jobs), _MOST_JOBS)
        self._settings = settings
        self._ledger = ledger
        self._log = log
        self._context = multiprocessing.get_context("spawn")
        self._seats: list[_Seat] = []
        self._failed_starts = 0
        self._weighed = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for seat in self._seats:
            with suppress(OSError):
                seat.connection.send(None)
        end = time.monotonic() + _END_SECONDS
        for seat in self._seats:
            # A worker with a file in hand will not look at its pipe in time.
            seat.process.join(0 if seat.task is not None else max(0.0, end - time.monotonic()))
            self._remove(seat, 0.0)
        self._seats = []

    def run(self, inputs: Sequence[Input]) -> Iterator[tuple[int, Done | Lost]]:
        """Yields (number of the input, what became of it), in the order in which they finish.

        RunError: the workers cannot start. OSError: a part could not be written.
        """
        waiting = deque(range(len(inputs)))
        attempts = [0] * len(inputs)
        while waiting or any(seat.task is not None for seat in self._seats):
            self._fill(waiting, attempts, inputs)
            for seat in self._signalled():
                yield from self._hear(seat, waiting, attempts)
            yield from self._overdue()

    def _fill(self, waiting: deque[int], attempts: list[int], inputs: Sequence[Input]) -> None:
        starting = sum(not seat.ready for seat in self._seats)
        while len(self._seats) < self._jobs and len(waiting) > starting:
            self._seats.append(self._start())
            starting += 1
        for seat in list(self._seats):
            if seat.ready and seat.task is None and waiting:
                number = waiting.popleft()
                try:
                    seat.connection.send(inputs[number])
                except OSError:
                    waiting.appendleft(number)  # it died while idle: no fault of this file
                    self._dismiss(seat)
                    continue
                attempts[number] += 1
                seat.task, seat.reading, seat.peak = number, None, 0
                seat.deadline = time.monotonic() + self._settings.timeout

    def _start(self) -> _Seat:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self._settings, self._ledger, self._log), name="pledgecards", daemon=True
        )
        with deaf_to_interrupts():
            process.start()
        theirs.close()
        return _Seat(process, ours, time.monotonic() + _START_SECONDS)

    def _signalled(self) -> list[_Seat]:
        """The workers that have something to say (or whose pipe is closed), waited for until the next deadline."""
        active = [seat.deadline for seat in self._seats if seat.task is not None or not seat.ready]
        pause = min([_TICK, *(deadline - time.monotonic() for deadline in active)])
        by_connection: dict[object, _Seat] = {seat.connection: seat for seat in self._seats}
        heard = wait([seat.connection for seat in self._seats], max(0.0, pause))
        self._weigh()
        return [by_connection[connection] for connection in heard]

    def _weigh(self) -> None:
        """Notes what the workers hold, ten times a second at most."""
        now = time.monotonic()
        if now < self._weighed + _WEIGH_SECONDS:
            return
        self._weighed = now
        for seat in self._seats:
            if seat.task is not None and seat.process.pid is not None:
                seat.peak = max(seat.peak, resident(seat.process.pid))

    def _hear(self, seat: _Seat, waiting: deque[int], attempts: list[int]) -> Iterator[tuple[int, Done | Lost]]:
        try:
            message = seat.connection.recv()
        except (EOFError, OSError):
            yield from self._gone(seat, waiting, attempts)
            return
        match message:
            case Ready():
                seat.ready, self._failed_starts = True, 0
            case Broken(reason):
                message = _("The program cannot start its workers: {reason}")
                raise RunError(message.format(reason=reason.strip().splitlines()[-1]))
            case NotWritten(number, reason):
                raise OSError(number or 0, reason)
            case Reading():
                seat.reading = message
                seat.deadline = time.monotonic() + message.seconds
            case Done() if seat.task is not None:
                yield seat.task, message
                seat.task = None
                if message.spent:
                    self._dismiss(seat, _DEATH_SECONDS)

    def _gone(self, seat: _Seat, waiting: deque[int], attempts: list[int]) -> Iterator[tuple[int, Done | Lost]]:
        """A worker has died. Its file is tried once more, elsewhere; a second death is the file's own."""
        self._dismiss(seat, _DEATH_SECONDS)
        if not seat.ready:
            self._failed_starts += 1
            if self._failed_starts > _ATTEMPTS:
                raise RunError(_("The program's workers die before they begin; see {log}.").format(log=self._log))
        if seat.task is None:
            return
        lost = self._cause(seat)
        # A file that has had its time would only take it again.
        if lost.cause != "timeout" and attempts[seat.task] < _ATTEMPTS:
            waiting.appendleft(seat.task)
            return
        yield seat.task, lost

    def _cause(self, seat: _Seat) -> Lost:
        code = seat.process.exitcode
        if WORKED_OUT is not None and code == -WORKED_OUT:
            reading = seat.reading
            return Lost("timeout", None, None if reading is None else replace(reading, seconds=reading.work))
        # Native code that gets no memory ends by a signal like any other crash; what it held tells them apart.
        starved = seat.peak > self._settings.memory // 2
        if starved or code in (-_KILLED, STARVED):
            return Lost("memory", None, seat.reading)
        return Lost("crash", _exit_name(code), seat.reading)

    def _overdue(self) -> Iterator[tuple[int, Done | Lost]]:
        now = time.monotonic()
        for seat in [seat for seat in self._seats if seat.deadline <= now]:
            if seat.task is not None:
                self._dismiss(seat)
                yield seat.task, Lost("timeout", None, seat.reading)
            elif not seat.ready:
                message = _("The program's workers did not start within {seconds:.0f} seconds.")
                raise RunError(message.format(seconds=_START_SECONDS))

    def _dismiss(self, seat: _Seat, patience: float = 0.0) -> None:
        self._seats.remove(seat)
        self._remove(seat, patience)

    def _remove(self, seat: _Seat, patience: float) -> None:
        """Ends a worker. One that has closed its pipe is about to end by itself, and how it ends says why."""
        seat.process.join(patience)
        if seat.process.is_alive():
            seat.process.kill()
        seat.process.join()
        seat.connection.close()


_KILLED: int = getattr(signal, "SIGKILL", 9)


def _exit_name(code: int | None) -> str | None:
    if code is None:
        return None
    if code < 0:
        with suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"
