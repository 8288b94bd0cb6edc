"""A program, watched while it runs: how long it took, on the clock and of processors, and how much memory it held."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_SAMPLING_SECONDS = 0.25


@dataclass(slots=True)
class Watched:
    """A run of `pledgecards`.

    seconds    on the clock; processor_seconds: of the run and all its workers.
    peak       the most memory (MiB) of the run's own process; worker_peak: of any of its workers.
    told       what it printed.
    """

    code: int = 0
    seconds: float = 0.0
    processor_seconds: float = 0.0
    peak: int = 0
    worker_peak: int = 0
    told: list[str] = field(default_factory=list)


def watched(arguments: Sequence[str]) -> Watched:
    """Runs `pledgecards` with the arguments in a process of its own (Linux)."""
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "pledgecards.cli", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        encoding="utf-8",
    )
    run = Watched()
    sampler = threading.Thread(target=_sample, args=(process, run), daemon=True)
    sampler.start()
    assert process.stdout is not None
    run.told = process.stdout.read().splitlines()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = run.code = os.waitstatus_to_exitcode(status)
    run.seconds = round(time.monotonic() - began, 1)
    run.processor_seconds = round(usage.ru_utime + usage.ru_stime, 1)
    return run


def _sample(process: subprocess.Popen[str], run: Watched) -> None:
    """Notes the largest resident size of the run's own process and of any of its workers."""
    while process.returncode is None:
        for place in Path("/proc").glob("[0-9]*"):
            try:
                group = int((place / "stat").read_text().rpartition(")")[2].split()[2])
                size = int((place / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
            except (OSError, ValueError, IndexError):
                continue
            if group == process.pid:
                if int(place.name) == process.pid:
                    run.peak = max(run.peak, size)
                else:
                    run.worker_peak = max(run.worker_peak, size)
        time.sleep(_SAMPLING_SECONDS)
