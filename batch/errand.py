"""A batch of files as a task of a cluster: what a cluster's worker does with it.

The files are read in a process of its own beside the worker (`satellite.py`), by the same pool that reads them on one machine: so each
file has its time and memory limits here as well, a file that crashes takes neither the worker nor its neighbours along, and the parts are
the same. A worker keeps such a process for the next batch; it ends by itself when none comes.
"""

from __future__ import annotations

import atexit
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pledgecards.batch.inputs import Input
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.pool import Lost
from pledgecards.batch.remote import is_remote
from pledgecards.batch.settings import Settings
from pledgecards.batch.store import Place, fetched
from pledgecards.batch.worker import Done
from pledgecards.language import N_, _

Outcome = tuple[int, Done | Lost]


@dataclass(frozen=True, slots=True)
class Errand:
    """What all batches of a run have in common, in a form that travels. Folders are absolute, or addresses.

    key    that of the settings where the run was started: it tells whether the worker has the same program.
    token  what the run has put beside the parts, with `word` in it: it tells whether the worker sees the same folder.
    roots  the folders of the inputs, which the worker must see.
    """

    settings: Settings
    key: str
    parts: Place
    log: Path
    token: Place
    word: str
    roots: tuple[str, ...] = ()


class Unfit(Exception):
    """The worker cannot do its part of the run, for the reason that it gives to the person who started it.

    phrase  the reason in English, as the catalogue has it: it is said in the language of the process that shows it.
    values  what stands in its placeholders.
    """

    def __init__(self, phrase: str, values: Mapping[str, str] | None = None) -> None:
        super().__init__(phrase, dict(values or {}))

    def __str__(self) -> str:
        phrase, values = self.args
        return _(phrase).format(**values)


class Unwritable(Exception):
    """A part could not be written: (number of the error, reason)."""


def carry_out(errand: Errand, batch: Sequence[tuple[int, Input]]) -> list[Outcome]:
    """Reads a batch of numbered inputs and writes their parts. Unfit: not on this worker. Unwritable: the disk refuses."""
    _check(errand)
    entries = [entry for _, entry in batch]
    outcomes = _on_satellite(errand, entries)
    return [(batch[place][0], outcome) for place, outcome in outcomes]


_fit: set[Errand] = set()


def _check(errand: Errand) -> None:
    if errand in _fit:
        return
    if errand.settings.key() != errand.key:
        raise Unfit(
            N_("has another version of pledgecards, of its words or of a library under it; install the same everywhere")
        )
    if fetched(errand.token) != errand.word.encode():
        raise Unfit(
            N_(
                "does not see the parts in {folder}; choose an output folder on a drive that all workers share, or --parts with a"
                " folder or an address that they share"
            ),
            {"folder": str(errand.parts)},
        )
    for root in errand.roots:
        if not is_remote(root) and not os.path.exists(root):
            raise Unfit(
                N_(
                    "does not see the input folder {folder}; give the inputs by a path or an address that all workers share"
                ),
                {"folder": root},
            )
    _fit.add(errand)


class _Satellite:
    """The process that reads, seen from the worker."""

    def __init__(self, errand: Errand) -> None:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        # -P: whatever lies in the folder that the worker was started in is no part of the program.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "pledgecards.batch.satellite"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        # A worker that shares no drive with the run has nowhere to leave what libraries print.
        log = errand.log if errand.log.parent.is_dir() else Path(os.devnull)
        self._send((errand.settings, Ledger(errand.parts, errand.key), log))

    def _send(self, message: object) -> None:
        assert self._process.stdin is not None
        pickle.dump(message, self._process.stdin)
        self._process.stdin.flush()

    def read(self, entries: Sequence[Input]) -> Any:
        """The answer to a batch. EOFError or OSError: the process has ended."""
        assert self._process.stdout is not None
        self._send(list(entries))
        return pickle.load(self._process.stdout)

    def close(self) -> None:
        """Ends the process."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()


_idle: dict[Errand, list[_Satellite]] = {}
_lock = threading.Lock()


def _on_satellite(errand: Errand, entries: Sequence[Input]) -> list[Outcome]:
    satellite = _taken(errand)
    if satellite is not None:
        try:
            return _answer(errand, satellite, entries)
        except (EOFError, OSError):
            pass  # it had ended while it was idle
    try:
        return _answer(errand, _Satellite(errand), entries)
    except (EOFError, OSError) as error:
        phrase = N_("cannot keep a process that reads (it ended at once: {error}); see {log}")
        raise Unfit(phrase, {"error": str(error), "log": str(errand.log)}) from None


def _taken(errand: Errand) -> _Satellite | None:
    """An idle process of the run; those of other runs are ended."""
    with _lock:
        _dismiss([other for other in _idle if other != errand])
        waiting = _idle.get(errand)
        return waiting.pop() if waiting else None


def _dismiss(errands: Sequence[Errand]) -> None:
    for errand in errands:
        for satellite in _idle.pop(errand):
            satellite.close()


# A worker that ends leaves no process behind that waits for the next batch.
atexit.register(lambda: _dismiss(list(_idle)))


def _answer(errand: Errand, satellite: _Satellite, entries: Sequence[Input]) -> list[Outcome]:
    try:
        kind, answer = satellite.read(entries)
    except BaseException:
        satellite.close()
        raise
    if kind == "done":
        with _lock:
            _idle.setdefault(errand, []).append(satellite)
        outcomes: list[Outcome] = answer
        return outcomes
    satellite.close()
    raise Unwritable(*answer) if kind == "unwritable" else Unfit("{reason}", {"reason": str(answer)})
