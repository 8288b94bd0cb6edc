"""Damaged and hostile files through the whole batch: each must be accounted for, and the run must neither hang nor die.

    python bench/fuzz.py [--files 20000] [--first 0] [--seed 2018] [--round 1000] [--minutes 20] [--seconds 10] [--jobs 2]
                         [--keep FOLDER]

Every round is one `pledgecards convert` over so many files with small limits. After it the dataset is validated, and it must
hold a row for each file, with an issue wherever the file is not ok.
"""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pypdfium2

from pledgecards.batch.validate import validate
from pledgecards.bench import hostile, trouble
from pledgecards.bench.mutations import damaged

SAMPLES = Path(__file__).parents[1] / "samples" / "cards"
_MEMORY = 768


def main() -> None:
    """The program. Exit code 1: some file was not accounted for, or a run ended as none may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first file, to go on after an earlier run")
    parser.add_argument("--seconds", type=float, default=10.0, help="the limit of a file; more on a busy machine")
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--round", type=int, default=1000, help="files a run")
    parser.add_argument("--minutes", type=float, default=20.0, help="no new round after so long")
    parser.add_argument(
        "--keep", type=Path, help="a folder for the files of failures worth a look (crash, timeout, memory)"
    )
    parser.add_argument("--jobs", type=int, default=2, help="worker processes")
    parser.add_argument("--no-hostile", action="store_true", help="only the damaged files")
    chosen = parser.parse_args()
    total = Tally()
    with tempfile.TemporaryDirectory(prefix="fuzz-") as place:
        if not chosen.no_hostile:
            total.add(_hostile(Path(place) / "hostile", chosen.keep, chosen.seconds, chosen.jobs))
            print(f"hostile: {total}", flush=True)
        began = time.monotonic()
        damage = Tally()
        for first in range(chosen.first, chosen.first + chosen.files, chosen.round):
            if time.monotonic() - began > 60 * chosen.minutes:
                break
            last = min(first + chosen.round, chosen.first + chosen.files)
            folder = Path(place) / str(first)
            damage.add(_round(folder, range(first, last), chosen.seed, chosen.keep, chosen.seconds, chosen.jobs))
            print(f"{last}: {damage}", flush=True)
    sys.exit(1 if total.faults or damage.faults else 0)


class Tally:
    """What became of the files of one run or of several."""

    def __init__(self) -> None:
        self.files = 0
        self.seconds = 0.0
        self.statuses: Counter[str] = Counter()
        self.codes: Counter[str] = Counter()
        self.faults: list[str] = []

    def add(self, other: Tally) -> None:
        """Counts another run as well."""
        self.files += other.files
        self.seconds += other.seconds
        self.statuses += other.statuses
        self.codes += other.codes
        self.faults += other.faults

    def __str__(self) -> str:
        statuses = ", ".join(f"{status} {count}" for status, count in sorted(self.statuses.items()))
        codes = ", ".join(f"{code} {count}" for code, count in sorted(self.codes.items()))
        faults = "; ".join(self.faults) or "none"
        return f"{self.files} files in {self.seconds:.0f} s: {statuses} ({codes}); faults: {faults}"


def sound_papers() -> list[bytes]:
    """The first page, and the first two, of every sample that is a PDF: short, so that many can be damaged."""
    papers = []
    for path in sorted(SAMPLES.glob("*.pdf")):
        source = pypdfium2.PdfDocument(path)
        for pages in ([0], [0, 1]):
            made = pypdfium2.PdfDocument.new()
            made.import_pages(source, pages=[page for page in pages if page < len(source)])
            stream = io.BytesIO()
            made.save(stream)
            papers.append(stream.getvalue())
            made.close()
        source.close()
    return papers


def sound_texts() -> list[bytes]:
    """Every sample that is text."""
    return [path.read_bytes() for path in sorted(SAMPLES.glob("*.txt"))]


def _round(folder: Path, numbers: range, seed: int, keep: Path | None, seconds: float, jobs: int) -> Tally:
    source = folder / "in"
    source.mkdir(parents=True)
    for name, data in _damaged(numbers, seed):
        (source / name).write_bytes(data)
    tally = convert(source, folder / "out", len(numbers), keep, seconds, jobs)
    shutil.rmtree(folder)
    return tally


_POOLS: list[list[bytes]] = []


def _damaged(numbers: range, seed: int) -> Iterator[tuple[str, bytes]]:
    if not _POOLS:
        _POOLS.extend([sound_papers(), sound_texts()])
    for number in numbers:
        yield damaged(number, seed, *_POOLS)


def _hostile(folder: Path, keep: Path | None, seconds: float, jobs: int) -> Tally:
    source = folder / "in"
    expected = trouble.make(source)
    for name, data in hostile.files():
        (source / name).write_bytes(data)
        expected += 1
    return convert(source, folder / "out", expected, keep, seconds, jobs)


def convert(
    source: Path, out: Path, expected: int, keep: Path | None = None, seconds: float = 10.0, jobs: int = 2
) -> Tally:
    """One run over a folder of `expected` files, and what is to be said against it."""
    command = [sys.executable, "-m", "pledgecards.cli", "convert", str(source), "--out", str(out)]
    command += ["--timeout", str(seconds), "--memory", str(_MEMORY), "--jobs", str(jobs)]
    tally = Tally()
    began = time.monotonic()
    try:
        # Were every file to take its whole time twice on one worker, the run would still end within this.
        run = subprocess.run(
            command, capture_output=True, timeout=600 + 2.5 * seconds * expected, check=False, encoding="utf-8"
        )
    except subprocess.TimeoutExpired:
        tally.faults.append(f"the run over {source} hung")
        return tally
    tally.seconds = time.monotonic() - began
    if run.returncode not in (0, 1):
        tally.faults.append(f"exit code {run.returncode}: {run.stderr[-500:]}")
        return tally
    _look(out, expected, tally)
    if keep is not None:
        _keep(source, out, keep)
    return tally


def _look(out: Path, expected: int, tally: Tally) -> None:
    documents = pq.read_table(out / "documents.parquet", columns=["document_id", "path", "status"]).to_pylist()
    issues = pq.read_table(out / "issues.parquet", columns=["document_id", "code"]).to_pylist()
    tally.files = len(documents)
    tally.statuses.update(document["status"] for document in documents)
    tally.codes.update(issue["code"] for issue in issues if issue["code"].split(".")[0] in ("file", "page", "card"))
    if len(documents) != expected:
        tally.faults.append(f"{len(documents)} rows for {expected} files")
    told = {issue["document_id"] for issue in issues}
    silent = [
        document["path"] for document in documents if document["status"] != "ok" and document["document_id"] not in told
    ]
    tally.faults += [f"nothing says why {path} is not ok" for path in silent]
    tally.faults += validate(out)


def _keep(source: Path, out: Path, keep: Path) -> None:
    """Copies the files that the program, not the damage, is to blame for."""
    issues = pq.read_table(out / "issues.parquet", columns=["document_id", "code", "message", "raw"]).to_pylist()
    blamed = {
        i["document_id"]: i for i in issues if i["code"] in ("file.crash", "file.timeout", "file.memory", "card.failed")
    }
    for document in pq.read_table(out / "documents.parquet", columns=["document_id", "path"]).to_pylist():
        issue = blamed.get(document["document_id"])
        if issue is not None and (source / document["path"]).is_file():
            keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / document["path"], keep / f"{issue['code']}-{document['path']}")
            with (keep / "log.txt").open("a", encoding="utf-8") as log:
                log.write(f"{issue['code']} {document['path']}: {issue['message']} {issue['raw'] or ''}\n")


if __name__ == "__main__":
    main()
