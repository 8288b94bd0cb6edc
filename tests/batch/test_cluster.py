"""Files read on a cluster: the same bytes as on one machine, whatever becomes of its workers."""

import os
import signal
import threading
import time
from concurrent.futures import Executor, Future

import pytest

from pledgecards.batch.cluster import Batches
from pledgecards.batch.errand import Errand, Unfit, Unwritable, carry_out
from pledgecards.batch.errors import RunError
from pledgecards.batch.inputs import Input
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.pool import Lost
from pledgecards.batch.run import convert


class WorkerGone(Exception):
    """Stands for what a scheduler says of a task that has taken too many workers along."""


class FakeExecutor(Executor):
    """Carries batches out at once; a batch with a poisonous file loses its worker. Remembers the batches it was given."""

    def __init__(self, poison=(), error=None):
        self.poison = set(poison)
        self.error = error
        self.batches = []

    def submit(self, function, errand, batch):
        assert function is carry_out
        numbers = [number for number, _ in batch]
        self.batches.append(numbers)
        future = Future()
        if self.error is not None:
            future.set_exception(self.error)
        elif self.poison.intersection(numbers):
            future.set_exception(WorkerGone())
        else:
            future.set_result([(number, "read") for number in numbers])
        return future


@pytest.fixture
def outcomes(settings, tmp_path):
    """What becomes of `count` files on an executor, by number."""
    (tmp_path / "a.txt").write_text("cards 1")

    def read(executor, count=64, size=32):
        errand = Errand(settings(), "key", tmp_path, tmp_path / "log", tmp_path / "token", "word")
        inputs = [Input(str(tmp_path), f"{number}.txt", str(tmp_path / "a.txt")) for number in range(count)]
        batches = Batches(executor, errand, inputs, lambda: 1, (WorkerGone,), size)
        return dict(batches.run())

    return read


def test_files_travel_in_batches(outcomes):
    executor = FakeExecutor()
    assert outcomes(executor, count=256) == dict.fromkeys(range(256), "read")
    assert [len(batch) for batch in executor.batches] == [32] * 8


def test_a_short_run_is_shared_out(outcomes):
    executor = FakeExecutor()
    outcomes(executor, count=8)
    assert [len(batch) for batch in executor.batches] == [2, 2, 2, 2]


def test_a_poisonous_file_is_singled_out(outcomes):
    executor = FakeExecutor(poison={70, 71})
    found = outcomes(executor, count=256)
    assert {number for number, outcome in found.items() if outcome != "read"} == {70, 71}
    assert found[70].cause == "crash"
    # Its identity is that of its bytes, as if it had failed on this machine.
    assert found[70].reading.content.size == len("cards 1")
    # Each is tried by itself, and once more when nothing else runs; then never again.
    assert executor.batches[-2:] == [[70], [71]]
    assert executor.batches.count([70]) == 2


def test_a_file_lost_for_its_neighbours_sake_is_read(outcomes):
    class Recovering(FakeExecutor):
        def submit(self, function, errand, batch):
            future = super().submit(function, errand, batch)
            if len(batch) == 1:
                self.poison.clear()
            return future

    assert outcomes(Recovering(poison={5})) == dict.fromkeys(range(64), "read")


@pytest.mark.parametrize(
    ("error", "raised", "words"),
    [
        (Unfit("has another version"), RunError, "A worker of the cluster has another version"),
        (Unwritable(28, "No space left"), OSError, "No space left"),
        (ModuleNotFoundError("No module named 'pledgecards'"), RunError, "must be installed on all its workers"),
    ],
)
def test_a_cluster_that_cannot_do_it_stops_the_run(outcomes, error, raised, words):
    with pytest.raises(raised, match=words):
        outcomes(FakeExecutor(error=error))


def test_a_worker_checks_that_it_is_fit(settings, tmp_path):
    (tmp_path / "token").write_text("word")

    def errand(key=None, word="word", roots=()):
        wanted = key or settings().key()
        return Errand(settings(), wanted, tmp_path / "parts", tmp_path / "log", tmp_path / "token", word, roots)

    with pytest.raises(Unfit, match="another version"):
        carry_out(errand(key="other"), [])
    with pytest.raises(Unfit, match="does not see the parts in"):
        carry_out(errand(word="other"), [])
    with pytest.raises(Unfit, match="does not see the input folder"):
        carry_out(errand(roots=(str(tmp_path / "gone"),)), [])


def test_a_batch_is_read_in_a_process_of_its_own(folder, settings, tmp_path):
    source = folder({"a.txt": "cards 1", "b.txt": "crash", "c.txt": "cards 2"})
    token = tmp_path / "token"
    token.write_text("word")
    key = settings().key()
    errand = Errand(settings(), key, tmp_path / "parts", tmp_path / "log", token, "word", (str(source),))
    entries = [
        (10 + n, Input(str(source), name, str(source / name))) for n, name in enumerate(["a.txt", "b.txt", "c.txt"])
    ]
    found = dict(carry_out(errand, entries))
    assert found[10].summary.document["cards"] == 1
    assert isinstance(found[11], Lost)
    assert (found[11].cause, found[11].detail) == ("crash", "SIGSEGV")
    assert found[12].summary.document["cards"] == 2
    assert Ledger(tmp_path / "parts", key).known(found[12].content.document_id) is not None
    # The next batch finds the process waiting, and the parts there.
    again = dict(carry_out(errand, entries[:1]))
    assert again[10].known


def test_no_scheduler(folder, settings, tmp_path):
    pytest.importorskip("distributed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pledgecards.batch.cluster._CONNECT_SECONDS", 0.5)
        with pytest.raises(RunError, match="There is no scheduler at tcp://127.0.0.1:1"):
            convert([str(folder({"a.txt": "cards 1"}))], tmp_path / "out", settings(), scheduler="tcp://127.0.0.1:1")
    assert not (tmp_path / "out" / "documents.parquet").exists()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_a_real_cluster_whose_worker_is_killed_midway(folder, run, settings, content, tmp_path):
    distributed = pytest.importorskip("distributed")
    files = {f"{number:02d}.txt": f"slow {number % 3} {number}" for number in range(60)}
    source = folder(files | {"30-crash.txt": "crash", "31-bug.txt": "bug"})
    run(source, tmp_path / "pool", jobs=2)
    out = tmp_path / "cluster"
    parts = out / ".pledgecards" / "parts"
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:

        def kill():
            end = time.monotonic() + 60
            while not list(parts.glob("*/*.part")) and time.monotonic() < end:
                time.sleep(0.02)
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        # In another order than the pool was given them.
        shuffled = [str(path) for path in sorted(source.iterdir(), key=lambda path: path.name[::-1])]
        result = convert(shuffled, out, settings(), scheduler=cluster.scheduler_address)
        killer.join()
    assert result.counts.documents == {"ok": 40, "skipped": 20, "failed": 2}
    assert content(out) == content(tmp_path / "pool")
    assert not (out / ".pledgecards" / "token").exists()
