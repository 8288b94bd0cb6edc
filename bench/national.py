"""A national rehearsal: the cards of all 243 local governments, made and converted, with time, memory and disk measured.

    python bench/national.py [--share 1.0] [--pool 240] [--jobs 2] [--seed 2018] [--folder FOLDER]

16,125 cards, 66 or 67 a body. Of every five bodies two publish PDFs, a card each; one a PDF book of all its cards; one texts, a card
each; one a text of all its cards. Every text card is invented for itself. Setting a PDF takes a hundred times as long as reading it, so
the PDFs come from a pool of `--pool` different cards in all of the printer's layouts; one that stands for another body gets a comment
behind its end (`% body 17, card 3`), so that its bytes and its document_id are its own: the reader does all its work for each, but
meets only as many different contents as the pool has. `--share 0.1` takes every tenth body.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

import pyarrow.parquet as pq
import pypdfium2

from pledgecards.bench.watched import watched
from pledgecards.samples.invent import invent
from pledgecards.samples.layouts import LAYOUTS, Layout
from pledgecards.samples.pdf.style import PdfStyle
from pledgecards.samples.text import TextStyle

BODIES = 243
CARDS = 16_125
_KINDS = ("pdf", "text", "pdf", "pdf book", "text book")


def main() -> None:
    """The program: makes the cards, converts them twice, validates, and prints what it measured as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--share", type=float, default=1.0, help="share of the bodies")
    parser.add_argument("--pool", type=int, default=240, help="different PDF cards")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=2018)
    parser.add_argument("--folder", type=Path, help="where to work; left behind (a temporary folder, removed)")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="national-") as place:
        folder = chosen.folder or Path(place)
        made = make(folder / "in", chosen.share, chosen.pool, chosen.seed)
        print(json.dumps(asdict(made)), flush=True)
        for name in ("first run", "again, nothing changed"):
            print(json.dumps({"run": name} | measured(folder / "in", folder / "out", chosen.jobs)), flush=True)
        print(json.dumps(dataset(folder / "out")), flush=True)


@dataclass(slots=True)
class Made:
    """What was made."""

    bodies: int = 0
    cards: int = 0
    files: int = 0
    pages: int = 0
    bytes: int = 0
    seconds: float = 0.0
    kinds: dict[str, int] = field(default_factory=dict)


def make(folder: Path, share: float, pool: int, seed: int) -> Made:
    """Writes the cards of the chosen bodies, a folder each."""
    began = time.monotonic()
    made = Made()
    papers = [_paper(number, seed) for number in range(pool)]
    pages = [_page_count(paper) for paper in papers]
    step = max(1, round(1 / share))
    for place, body in enumerate(range(0, BODIES, step)):
        count = CARDS // BODIES + (body < CARDS % BODIES)
        # By its place and not its number, so that a share holds every kind as well.
        kind = _KINDS[place % len(_KINDS)]
        home = folder / f"{body:03d}"
        home.mkdir(parents=True)
        first = body * 67
        chosen = [(first + n) % pool for n in range(count)]
        for name, data in _files(kind, body, count, [papers[n] for n in chosen], seed):
            (home / name).write_bytes(data)
            made.files += 1
            made.bytes += len(data)
        made.pages += sum(pages[n] for n in chosen) if kind.startswith("pdf") else 0
        made.bodies += 1
        made.cards += count
        made.kinds[kind] = made.kinds.get(kind, 0) + count
    made.seconds = round(time.monotonic() - began, 1)
    return made


def _files(kind: str, body: int, count: int, papers: Sequence[bytes], seed: int) -> Iterator[tuple[str, bytes]]:
    if kind == "pdf":
        for number, paper in enumerate(papers, 1):
            yield f"{number:03d}.pdf", paper + b"%% body %d, card %d\n" % (body, number)
    elif kind == "pdf book":
        yield "book.pdf", _bound(papers) + b"%% body %d\n" % body
    else:
        dice = Random(f"{seed}/{body}")
        layout = dice.choice(_layouts(TextStyle))
        cards = [invent(dice, layout.wording, number) for number in range(1, count + 1)]
        if kind == "text":
            for number, card in enumerate(cards, 1):
                yield f"{number:03d}.txt", layout.print([card])
        else:
            yield "book.txt", layout.print(cards)


def _layouts(medium: type) -> list[Layout]:
    # What an encoding cannot hold would have to be invented again and again.
    return [
        layout
        for layout in LAYOUTS
        if isinstance(layout.style, medium) and getattr(layout.style, "encoding", "utf-8") != "cp949"
    ]


def _paper(number: int, seed: int) -> bytes:
    layouts = _layouts(PdfStyle)
    layout = layouts[number % len(layouts)]
    return layout.print([invent(Random(f"{seed}/paper/{number}"), layout.wording, number % 99 + 1)])


def _page_count(paper: bytes) -> int:
    document = pypdfium2.PdfDocument(paper)
    try:
        return len(document)
    finally:
        document.close()


def _bound(papers: Sequence[bytes]) -> bytes:
    whole = pypdfium2.PdfDocument.new()
    sources = [pypdfium2.PdfDocument(paper) for paper in papers]
    for source in sources:
        whole.import_pages(source)
    stream = io.BytesIO()
    whole.save(stream)
    for document in (whole, *sources):
        document.close()
    return stream.getvalue()


def measured(source: Path, out: Path, jobs: int) -> dict[str, object]:
    """One run: seconds on the clock and of processors, and what it held in memory (MiB) at most."""
    run = watched(["convert", str(source), "--out", str(out), "--jobs", str(jobs)])
    return {
        "exit code": run.code,
        "seconds": run.seconds,
        "processor seconds": run.processor_seconds,
        "peak MiB": {"coordinator": run.peak, "worker": run.worker_peak},
        "told": run.told[:8],
        "load average": round(os.getloadavg()[1], 1),
    }


def dataset(out: Path) -> dict[str, object]:
    """What the dataset holds and takes, and whether it is sound."""
    from pledgecards.batch.validate import validate

    began = time.monotonic()
    faults = validate(out)
    tables = sorted(out.glob("*.parquet"))
    statuses = Counter(pq.read_table(out / "documents.parquet", columns=["status"]).column(0).to_pylist())
    issues = Counter(pq.read_table(out / "issues.parquet", columns=["code"]).column(0).to_pylist())
    return {
        "faults": faults,
        "documents": dict(sorted(statuses.items())),
        "issues": dict(sorted(issues.items())),
        "validated in seconds": round(time.monotonic() - began, 1),
        "dataset MiB": round(sum(path.stat().st_size for path in tables) / 2**20, 1),
        "parts MiB": round(sum(path.stat().st_size for path in out.glob(".pledgecards/parts/*/*")) / 2**20, 1),
        "rows": {path.stem: pq.read_metadata(path).num_rows for path in tables},
    }


if __name__ == "__main__":
    main()
