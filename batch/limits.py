"""What a worker process may use, and how it ends when it is no longer needed."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from pathlib import Path

from pledgecards.batch.quota import limit_memory

_MIB = 1 << 20


def settle(memory: int, log: Path) -> None:
    """Makes this process a worker: it ends with its parent, leaves Ctrl-C to it, takes `memory` MiB at most, and what
    libraries print goes to a file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    logging.disable(logging.ERROR)
    _print_to(log)
    _leave_no_core()
    limit_memory(memory)


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """A process started herein never hears Ctrl-C, not even before `settle`; this one does, when the block is left at the latest."""
    if sys.platform == "win32":
        yield
        return
    # Starting the tracker, as the first process does, would end the block of the signal.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _print_to(log: Path) -> None:
    # Native libraries write to the descriptor itself, so that replacing sys.stderr would not do.
    if sys.stderr is not None:
        sys.stderr.flush()
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
    os.dup2(handle, 2)
    os.close(handle)


def _leave_no_core() -> None:
    """A crash is told to the parent by its signal; a core file of every crash would fill the disk."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def processors() -> int:
    """How many processors this process may use, which in a container are fewer than the machine has."""
    if sys.platform.startswith("linux"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def resident(process: int) -> int:
    """MiB that a process holds in memory; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // _MIB
