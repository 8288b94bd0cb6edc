"""What a worker process may take of memory and of processor time, by what its system offers.

| system  | memory                                                  | processor time |
| ------- | ------------------------------------------------------- | -------------- |
| Linux   | a limit of the address space: an allocation fails       | `RLIMIT_CPU`   |
| macOS   | watched by a thread of the worker, for it has no limit  | `RLIMIT_CPU`   |
| Windows | a job object with a limit: an allocation fails          | none           |

The clock (`--timeout`) stands behind all of them.
"""

from __future__ import annotations

import ctypes
import math
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

STARVED = 75
"""The exit code of a worker that has seen itself take more than it may."""
WORKED_OUT: int | None = getattr(signal, "SIGXCPU", None)
"""The signal that ends a process whose processor time is up; None where no system sends it."""
_MIB = 1 << 20
_LOOK_SECONDS = 0.1


def limit_memory(memory: int) -> None:
    """From now on this process takes `memory` MiB at most, beyond what it holds."""
    if sys.platform == "win32":
        _enter_job(ctypes.WinDLL("kernel32"), memory * _MIB)
    elif sys.platform.startswith("linux"):
        _limit_addresses(memory * _MIB)
    else:
        watcher = threading.Thread(target=_watch, args=(_most_held, memory * _MIB, os._exit), daemon=True)
        watcher.start()


def limit_work(seconds: float) -> None:
    """From now on this process works so many seconds of processor time at most, and is then ended by `WORKED_OUT`."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft = math.ceil(usage.ru_utime + usage.ru_stime + seconds)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _limit_addresses(memory: int) -> None:
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    size = pages * os.sysconf("SC_PAGE_SIZE") + memory
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def _most_held() -> int:
    """The most bytes that this process ever held in memory."""
    import resource

    # macOS counts bytes, the other systems kibibytes.
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _watch(held: Callable[[], int], memory: int, end: Callable[[int], object]) -> None:
    """Ends the process as soon as it holds `memory` bytes more than now. Native code lets other threads run meanwhile."""
    most = held() + memory
    pause = threading.Event()
    while held() <= most:
        pause.wait(_LOOK_SECONDS)
    end(STARVED)


class _Basic(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority", ctypes.c_uint32),
        ("scheduling", ctypes.c_uint32),
    )


class _Extended(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class _Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        ("peak_working_set", ctypes.c_size_t),
        ("working_set", ctypes.c_size_t),
        ("quotas", ctypes.c_size_t * 4),
        ("committed", ctypes.c_size_t),
        ("peak_committed", ctypes.c_size_t),
    )


_EXTENDED_LIMITS = 9
_PROCESS_MEMORY = 0x100
# Without it Windows asks the person what to do about every crash, and the process waits for the answer.
_DIE_ON_FAULT = 0x400


def _enter_job(kernel: Any, memory: int) -> None:
    """Puts this process into a job that gives each process `memory` bytes beyond what this one has committed.

    kernel: kernel32. Where the system refuses (a job that allows no other inside it) the process goes on without a limit.
    """
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    counters = _Counters(size=ctypes.sizeof(_Counters))
    kernel.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.size)
    limits = _Extended()
    limits.basic.flags = _PROCESS_MEMORY | _DIE_ON_FAULT
    limits.process_memory = counters.committed + memory
    # Never closed: the job lives as long as the process.
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    if job and kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)):
        kernel.AssignProcessToJobObject(job, process)
