"""The kill rehearsal: runs that are killed at random moments, each continued until done, while a reader reads all the time.

    python bench/kill.py [--runs 100] [--seed 2018] [--files 8]

Two datasets take each other's place in one output folder, each run with `--fresh`, so that every run has work to lose and an older
dataset to spare. Every other kill takes the workers along, as a power cut would. At the end of every run the dataset must be byte for
byte that of a run that nobody disturbed; every read in between must find one of the two whole.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

from pledgecards.schemas.tables import TABLES

SAMPLES = Path(__file__).parents[1] / "samples" / "cards"
_KILLS_A_RUN = 3
"""How often one run is killed at most before it is let go on to its end."""
_AIMED = 0.4
"""The share of the kills that come while the new dataset is written and put in its place: few moments, but the ones that matter."""
_WRITING_SECONDS = 0.4


def main() -> None:
    """The program. Exit code 1: some dataset differed or some read failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--files", type=int, default=8, help="sample files in each of the two inputs")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kill-") as folder:
        sys.exit(rehearse(Path(folder), chosen.runs, random.Random(chosen.seed), chosen.files))


def rehearse(folder: Path, runs: int, moments: random.Random, files: int) -> int:
    """Runs, kills and compares; 0 if nothing was lost."""
    inputs = [_inputs(folder / name, part, files) for name, part in (("one", 0), ("two", 1))]
    out = folder / "out"
    expected, spans = [], []
    for number, source in enumerate(inputs):
        began = time.monotonic()
        _convert(source, folder / f"expected-{number}").wait()
        spans.append(time.monotonic() - began)
        expected.append(_digest(folder / f"expected-{number}"))
    _convert(inputs[1], out).wait()
    reader = _Reader(out, set(expected))
    reader.start()
    killed: Counter[str] = Counter()
    wrong = 0
    for number in range(runs):
        target = number % 2
        killed += _killed(inputs[target], out, moments, spans[target], number)
        code = _convert(inputs[target], out).wait()
        if code != 0 or _digest(out) != expected[target]:
            wrong += 1
            print(f"run {number}: exit code {code}, dataset differs", flush=True)
        if number % 10 == 9:
            print(
                f"{number + 1} runs, {killed.total()} kills, {reader.reads} reads, {reader.faults} faults", flush=True
            )
    reader.stop()
    shown = ", ".join(f"{count} {where}" for where, count in sorted(killed.items()))
    print(
        f"{runs} runs over {files} files each ({spans[0]:.1f} s undisturbed), killed {killed.total()} times ({shown}): "
        f"{runs - wrong} datasets identical to the undisturbed, {wrong} not; {reader.reads} reads of the whole dataset "
        f"in between, {reader.faults} failed or mixed."
    )
    return int(bool(wrong or reader.faults))


def _inputs(folder: Path, part: int, count: int) -> Path:
    """A folder of small sample files, every second one of them."""
    folder.mkdir()
    names = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".pdf", ".txt"))
    small = sorted(sorted(names, key=lambda path: path.stat().st_size)[: 2 * count])
    for path in small[part::2]:
        shutil.copy(path, folder / path.name)
    return folder


def _convert(source: Path, out: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "pledgecards.cli",
        "convert",
        str(source),
        "--out",
        str(out),
        "--jobs",
        "2",
        *options,
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def _killed(source: Path, out: Path, moments: random.Random, span: float, number: int) -> Counter[str]:
    """Starts over and kills, then kills what goes on once or twice more. Returns at what stage the kills came."""
    stages: Counter[str] = Counter()
    for attempt in range(moments.randint(1, _KILLS_A_RUN)):
        process = _convert(source, out, *([] if attempt else ["--fresh"]))
        if moments.random() < _AIMED:
            _await_writing(process, out)
            time.sleep(moments.uniform(0.0, _WRITING_SECONDS))
        else:
            time.sleep(moments.uniform(0.0, 1.1 * span))
        if process.poll() is not None:
            stages["after its end"] += 1
            break
        stages[_stage(out)] += 1
        if number % 2:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
    return stages


def _await_writing(process: subprocess.Popen[bytes], out: Path) -> None:
    """Waits until a new version of the dataset is being written."""
    while process.poll() is None and not _writing(out):
        time.sleep(0.002)


def _writing(out: Path) -> bool:
    state = out / ".pledgecards"
    newest = max(path.name for path in (state / "versions").iterdir())
    return newest > Path(os.readlink(state / "current")).name


def _stage(out: Path) -> str:
    state = out / ".pledgecards"
    if _writing(out):
        return "while the dataset was written or published"
    return "while files were read" if any(state.glob("parts/*/*.part")) else "before the first file"


def _digest(out: Path) -> str:
    """A hash over all files of the dataset that are the same for the same input, read by way of one version."""
    folder = (out / ".pledgecards" / "current").resolve()
    digest = hashlib.sha256()
    for name in [*(f"{table}.parquet" for table in sorted(TABLES)), "datapackage.json"]:
        data = (folder / name).read_bytes()
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


class _Reader(threading.Thread):
    """Reads the dataset over and over: whole, and table by table as a person's program would."""

    def __init__(self, out: Path, allowed: set[str]) -> None:
        super().__init__(daemon=True)
        self._out = out
        self._allowed = allowed
        self._ended = threading.Event()
        self.reads = 0
        self.faults = 0

    def run(self) -> None:
        while not self._ended.is_set():
            try:
                if _digest(self._out) not in self._allowed:
                    raise ValueError("neither the old dataset nor the new one")
                for table in TABLES:
                    pq.read_metadata(self._out / f"{table}.parquet")
            except Exception as error:  # noqa: BLE001 - whatever it is, a reader has suffered it
                self.faults += 1
                print(f"reader: {type(error).__name__}: {error}", flush=True)
            self.reads += 1
            self._ended.wait(0.05)

    def stop(self) -> None:
        """Ends the reading."""
        self._ended.set()
        self.join()


if __name__ == "__main__":
    main()
