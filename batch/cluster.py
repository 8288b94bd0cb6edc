"""Many machines: the files of a run, in batches, on the workers of a dask.distributed cluster.

Everything goes through `concurrent.futures`: the client's executor takes batches and gives futures. A batch whose worker was lost is run
again elsewhere by the scheduler (as often as its `allowed-failures` says, 3 times by default). What is lost even so is halved until a
single file is left; that one is tried a last time when nothing else runs, for it may have been lost for a neighbour's sake, and is
given up as `file.crash` if it is lost again.
"""

from __future__ import annotations

import os
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, Self

from pledgecards.batch.errand import Errand, Outcome, Unfit, Unwritable, carry_out
from pledgecards.batch.errors import RunError
from pledgecards.batch.inputs import Input
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.pool import Lost
from pledgecards.batch.reading import CannotRead, Source
from pledgecards.batch.remote import is_remote
from pledgecards.batch.settings import Settings
from pledgecards.batch.store import below, put, remove
from pledgecards.batch.worker import Reading
from pledgecards.language import _

BATCH = 32
"""Files a task: few enough to share the work out evenly, enough that a task's own cost does not count."""
_MIB = 1 << 20
_CONNECT_SECONDS = 15.0
_TICK = 5.0
_PATIENCE_SECONDS = 300.0
"""How long a run waits for a cluster that has no worker (left)."""
_AHEAD = 2
"""Batches handed out a thread of the cluster: one that is read and one that waits, so that no worker idles."""


class Cluster:
    """`run` reads every input on a cluster; use it as a context manager. RunError on entering: there is no scheduler."""

    def __init__(self, address: str, settings: Settings, ledger: Ledger, log: Path) -> None:
        self._address = address
        self._settings = settings
        self._ledger = ledger
        self._log = log.absolute()
        self._parts = ledger.folder.absolute() if isinstance(ledger.folder, Path) else ledger.folder
        self._token = below(self._parts, "token")
        self._client: Any = None

    def __enter__(self) -> Self:
        try:
            distributed = import_module("distributed")
        except ImportError:
            raise RunError(_("--scheduler needs dask: pip install 'pledgecards[dask]'.")) from None
        try:
            self._client = distributed.Client(self._address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            message = _("There is no scheduler at {address} ({reason}).").format(address=self._address, reason=error)
            raise RunError(message) from None
        return self

    def __exit__(self, *_: object) -> None:
        remove(self._token)
        with suppress(Exception):  # the scheduler may be gone
            self._client.close(timeout=_TICK)

    def run(self, inputs: Sequence[Input]) -> Iterator[Outcome]:
        """Yields (number of the input, what became of it), in the order in which they finish.

        RunError: the workers cannot do it, or there is no cluster any more. OSError: a part could not be written.
        """
        word = uuid.uuid4().hex
        put(self._token, word.encode())
        entries = [_absolute(entry) for entry in inputs]
        roots = tuple(sorted({entry.root for entry in entries if os.path.exists(entry.root)}))
        errand = Errand(self._settings, self._settings.key(), self._parts, self._log, self._token, word, roots)
        lost = import_module("distributed").scheduler.KilledWorker
        batches = Batches(self._client.get_executor(pure=False), errand, entries, self._threads, (lost,))
        return batches.run()

    def _threads(self) -> int:
        """How many batches the cluster can read at once."""
        return sum(worker["nthreads"] for worker in self._client.scheduler_info(n_workers=-1)["workers"].values())


def _absolute(entry: Input) -> Input:
    """A worker is started in another folder."""
    if is_remote(entry.file):
        return entry
    return replace(entry, root=os.path.abspath(entry.root), file=os.path.abspath(entry.file))


class Batches:
    """The batches of one run on an executor. threads: how many it runs at once; lost: what a future raises whose worker is gone."""

    def __init__(
        self,
        executor: Executor,
        errand: Errand,
        inputs: Sequence[Input],
        threads: Callable[[], int],
        lost: tuple[type[BaseException], ...],
        size: int = BATCH,
    ) -> None:
        self._executor = executor
        self._errand = errand
        self._inputs = inputs
        self._threads = threads
        self._lost = lost
        self._size = size
        self._waiting: deque[list[int]] = deque()
        self._suspects: deque[int] = deque()
        self._out: dict[Future[list[Outcome]], list[int]] = {}
        self._alone = False
        self._worked = time.monotonic()

    def run(self) -> Iterator[Outcome]:
        """As `Cluster.run`."""
        threads = max(1, self._threads())
        # A short run is shared out among all workers as well.
        size = max(1, min(self._size, -(-len(self._inputs) // (threads * _AHEAD * 2))))
        numbers = list(range(len(self._inputs)))
        self._waiting.extend(numbers[first : first + size] for first in range(0, len(numbers), size))
        try:
            while self._waiting or self._suspects or self._out:
                self._hand_out()
                done, _ = wait(self._out, timeout=_TICK, return_when=FIRST_COMPLETED)
                for future in [future for future in self._out if future in done]:  # `done` is a set, in no order
                    yield from self._received(future)
                self._watch(bool(done))
        finally:
            for future in self._out:
                future.cancel()

    def _hand_out(self) -> None:
        limit = max(1, self._threads()) * _AHEAD
        while self._waiting and len(self._out) < limit:
            self._submit(self._waiting.popleft())
        if self._suspects and not self._waiting and not self._out:
            self._alone = True
            self._submit([self._suspects.popleft()])

    def _submit(self, batch: list[int]) -> None:
        entries = [(number, self._inputs[number]) for number in batch]
        self._out[self._executor.submit(carry_out, self._errand, entries)] = batch

    def _received(self, future: Future[list[Outcome]]) -> Iterator[Outcome]:
        batch = self._out.pop(future)
        try:
            outcomes = future.result()
        except self._lost:
            yield from self._bereaved(batch)
        except CancelledError:
            message = _("The scheduler is gone. What was read is kept; run the command again to go on.")
            raise RunError(message) from None
        except Unfit as error:
            raise RunError(_("A worker of the cluster {trouble}.").format(trouble=error)) from None
        except Unwritable as error:
            raise OSError(*error.args) from None
        except Exception as error:
            message = _(
                "The cluster cannot run the program ({error}); the same pledgecards must be installed on all its workers."
            )
            raise RunError(message.format(error=f"{type(error).__name__}: {error}")) from error
        else:
            yield from outcomes

    def _bereaved(self, batch: list[int]) -> Iterator[Outcome]:
        if len(batch) > 1:
            half = len(batch) // 2
            self._waiting.extendleft([batch[half:], batch[:half]])
        elif not self._alone:
            self._suspects.append(batch[0])
        else:
            yield batch[0], Lost("crash", None, self._known_of(self._inputs[batch[0]]))

    def _known_of(self, entry: Input) -> Reading | None:
        """The identity of a file that no worker came back from; to read its bytes does no harm."""
        try:
            content, _ = Source(self._errand.settings.memory * _MIB // 4).read(entry)
        except CannotRead:
            return None
        return Reading(content, self._errand.settings.timeout, self._errand.settings.timeout)

    def _watch(self, heard: bool) -> None:
        """RunError: there has been no worker for a long time."""
        now = time.monotonic()
        if heard or self._threads() > 0:
            self._worked = now
        elif now - self._worked > _PATIENCE_SECONDS:
            raise RunError(_("The cluster has no workers. What was read is kept; run the command again to go on."))
