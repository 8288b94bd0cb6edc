"""`python -m pledgecards.batch.satellite`: reads batches of files for the worker of a cluster that started it.

Pickled messages on its pipes: first (settings, ledger, log), then batches, a list of inputs each; the answer to a batch is
("done", outcomes), ("unwritable", (number, reason)) or ("unfit", reason). It ends when its pipe is closed, at once if in the
middle of a batch, and by itself when no batch comes for a while: nobody tells it that the run is over.
"""

from __future__ import annotations

import os
import pickle
import queue
import sys
import threading
from typing import Any, BinaryIO

from pledgecards.batch.errors import RunError
from pledgecards.batch.pool import Pool

_IDLE_SECONDS = 60.0


def main() -> None:
    """The life of the process."""
    # What libraries print must not stand among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    orders: queue.Queue[Any] = queue.Queue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, orders), daemon=True).start()
    settings, ledger, log = orders.get()
    with Pool(1, settings, ledger, log) as pool:
        while True:
            try:
                batch = orders.get(timeout=_IDLE_SECONDS)
            except queue.Empty:
                return
            pickle.dump(_answer(pool, batch), answers)
            answers.flush()


def _listen(stream: BinaryIO, orders: queue.Queue[Any]) -> None:
    while True:
        try:
            orders.put(pickle.load(stream))
        except (EOFError, OSError, pickle.UnpicklingError):
            os._exit(0)  # the pool's workers end with their parent


def _answer(pool: Pool, batch: list[Any]) -> tuple[str, Any]:
    try:
        return "done", list(pool.run(batch))
    except RunError as error:
        return "unfit", str(error)
    except OSError as error:
        return "unwritable", (error.errno, error.strerror or str(error))


if __name__ == "__main__":
    main()
