"""The review site of a large dataset, measured: writing it, opening its overview, asking it, and pages for every card.

    python -m pledgecards.bench.overview [--cards 16000] [--rounds 5] [--copies 2,6] [--folder FOLDER] [--write docs/review.md]

The large dataset is the samples' (with a few files that cannot be read), row by row many times over (`multiplied.py`). Its input
files do not exist, so its card pages have no pictures; what pages with pictures take is measured on the sample files
themselves, copied so often, each copy made a file of its own by a comment or a line behind its end.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings
from pledgecards.bench.browsing import Answer, browse
from pledgecards.bench.machine import machine
from pledgecards.bench.multiplied import multiply
from pledgecards.bench.watched import Watched, watched

SAMPLES = Path(__file__).parents[1] / "samples"
BEGIN, END = "<!-- measured: make overview -->\n", "<!-- end of what was measured -->\n"


@dataclass(frozen=True, slots=True)
class Site:
    """A review site that was written: the dataset's cards and files, the pages and pictures it has, its size in MiB, and the run."""

    cards: int
    files: int
    pages: int
    pictures: int
    size: float
    run: Watched


def main() -> None:
    """The program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cards", type=int, default=16_000, help="cards of the large dataset")
    parser.add_argument("--rounds", type=int, default=5, help="browsers that are started")
    parser.add_argument("--copies", default="2,6", help="how often the samples are copied for pages with pictures")
    parser.add_argument("--folder", type=Path, help="where to work; left behind (a temporary folder, removed)")
    parser.add_argument("--write", type=Path, help="the page in which the figures stand")
    chosen = parser.parse_args()
    copies = [int(count) for count in chosen.copies.split(",") if count]
    with tempfile.TemporaryDirectory(prefix="overview-") as place:
        told = measure(chosen.folder or Path(place), chosen.cards, chosen.rounds, copies)
    print(told)
    if chosen.write is not None:
        page = chosen.write.read_text("utf-8")
        before, _, rest = page.partition(BEGIN)
        _, _, after = rest.partition(END)
        chosen.write.write_text(before + BEGIN + told + END + after, "utf-8", newline="\n")


def measure(folder: Path, cards: int, rounds: int, copies: Sequence[int]) -> str:
    """Runs all measurements; returns them as Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    small = _converted(folder / "in", folder / "small", 1)
    large = folder / "large"
    multiply(small, large, cards)
    written = _site(large)
    browser, answers = browse(large / "review" / "index.html", rounds)
    complete = [
        _site(_converted(folder / f"in-{count}", folder / f"small-{count}", count), "--all") for count in copies
    ]
    return _told(written, complete, browser, answers)


def _converted(inputs: Path, out: Path, copies: int) -> Path:
    """The dataset of the sample files, copied so often, and of a few files that cannot be read."""
    for source in sorted([*SAMPLES.glob("**/*.pdf"), *SAMPLES.glob("**/*.txt")]):
        data = source.read_bytes()
        for copy in range(copies):
            place = inputs / f"{copy:03d}" / source.relative_to(SAMPLES)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data + (b"%% %d\n" % copy if source.suffix == ".pdf" else b"\n" * copy))
    damaged = (SAMPLES / "cards" / "reference-1.pdf").read_bytes()[:2000]
    for name, data in (("empty.pdf", b""), ("damaged.pdf", damaged), ("letter.txt", "안녕하십니까.\n".encode())):
        (inputs / name).write_bytes(data)
    convert([str(inputs)], out, Settings(municipality="서울특별시 영등포구"))
    return out


def _site(dataset: Path, *options: str) -> Site:
    """Writes the site as a person would, and looks at what is there."""
    run = watched(["review", str(dataset), "--no-open", *options])
    if run.code:
        raise RuntimeError("\n".join(run.told))
    site = dataset / "review"
    files = [path for path in site.rglob("*") if path.is_file()]
    return Site(
        pq.read_metadata(dataset / "cards.parquet").num_rows,
        pq.read_metadata(dataset / "documents.parquet").num_rows,
        sum(path.parent.name == "cards" for path in files),
        sum(path.suffix == ".png" for path in files),
        sum(path.stat().st_size for path in files) / 2**20,
        run,
    )


def _told(large: Site, complete: Sequence[Site], browser: str, answers: Mapping[str, Sequence[Answer]]) -> str:
    shown = [
        "| in the browser, milliseconds | times | processor time of the page, median | painted after, least | median | most |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        *(_shown(kind, own) for kind, own in answers.items()),
    ]
    sites = [
        "| `pledgecards review` | cards | card pages | pictures | seconds | processor seconds | memory, MiB: itself, a worker | disk, MiB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        _line("large dataset", large),
        *(_line("samples copied, `--all`", site) for site in complete),
    ]
    lines = [
        f"{large.cards:,} cards in {large.files:,} files:",
        "",
        *shown,
        "",
        *sites,
        "",
        *_calculated(large, complete),
        f"- {browser}, without a window, {len(answers['opened'])} times started",
        *machine(),
        f"- load average over the last minute: {os.getloadavg()[0]:.1f}",
    ]
    return "\n".join(lines) + "\n"


def _shown(kind: str, answers: Sequence[Answer]) -> str:
    painted = [answer.painted for answer in answers]
    processor = statistics.median(answer.processor for answer in answers)
    return (
        f"| {kind} | {len(answers)} | {processor:.0f} | {min(painted):.0f} | {statistics.median(painted):.0f} | "
        f"{max(painted):.0f} |"
    )


def _line(name: str, site: Site) -> str:
    run = site.run
    return (
        f"| {name} | {site.cards:,} | {site.pages:,} | {site.pictures:,} | {run.seconds:,.0f} | "
        f"{run.processor_seconds:,.0f} | {run.peak}, {run.worker_peak} | {site.size:,.0f} |"
    )


def _calculated(large: Site, complete: Sequence[Site]) -> list[str]:
    """What a page for every card of the large dataset would take, from the two sizes that were measured."""
    if len(complete) < 2:
        return []
    few, many = complete[0], complete[-1]
    share = (large.cards - few.cards) / (many.cards - few.cards)
    processor = few.run.processor_seconds + share * (many.run.processor_seconds - few.run.processor_seconds)
    size = few.size + share * (many.size - few.size)
    told = f"{processor / 60:,.0f} minutes of one processor, {size / 1024:.1f} GiB"
    return [f"`--all` of {large.cards:,} such cards, calculated from the last two lines: {told}.", ""]


if __name__ == "__main__":
    main()
