"""Measures everything, prints it as it goes, and writes `docs/performance.md` with its plot.

python -m pledgecards.bench.run [--quick] [--out FOLDER] [--rounds N] [--books PAGES,PAGES]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from pledgecards.bench.alone import convert_alone
from pledgecards.bench.contestants import contestants
from pledgecards.bench.machine import machine
from pledgecards.bench.papers import SAMPLES, Paper, book, cards
from pledgecards.bench.processes import gain
from pledgecards.bench.report import BookCost, Measured, write
from pledgecards.bench.rounds import Result, race

DOCS = Path(__file__).parents[1] / "docs"
BOOKS = "4,60,600,3000"
RACED_BOOK = 60


def main() -> None:
    """The program."""
    parser = argparse.ArgumentParser(description="How fast cards are read, beside other readers.")
    parser.add_argument("--quick", action="store_true", help="one card, short books, few rounds")
    parser.add_argument("--out", type=Path, default=DOCS, help="the folder to write to, made if need be (docs)")
    parser.add_argument("--rounds", type=int, help="rounds of the race (7; quick: 2)")
    parser.add_argument("--books", help=f"pages of the books ({BOOKS}; quick: 4,30)")
    chosen = parser.parse_args()
    rounds = chosen.rounds or (2 if chosen.quick else 7)
    # Before anything is measured: what cannot be written to is known at once.
    chosen.out.mkdir(parents=True, exist_ok=True)
    books = [int(pages) for pages in (chosen.books or ("4,30" if chosen.quick else BOOKS)).split(",")]
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(Path(folder), rounds, books, quick=chosen.quick)
    write(measured, chosen.out)


def measure(folder: Path, rounds: int, books: list[int], *, quick: bool) -> Measured:
    """Runs all measurements. folder: for files that are made on the way."""
    racing, missing = contestants()
    results: list[Result] = []
    papers: list[Paper] = list(cards(folder, few=quick))
    if not quick:
        papers.append(book(folder / f"book-{RACED_BOOK}.pdf", RACED_BOOK))
    for paper in papers:
        results += race(paper, racing, rounds if paper.pages < RACED_BOOK else min(rounds, 3))
        ratios = {r.contestant: round(r.ratio, 1) for r in results if r.paper == paper}
        print(f"{paper.name} ({paper.producer}, {paper.pages} pages): {ratios}", flush=True)
    costs = []
    for pages in books:
        made = book(folder / f"pages-{pages}.pdf", pages)
        # Short books are over before a clock can tell.
        runs = [convert_alone(made.path) for _ in range(5 if pages < 100 else 1)]
        cost = min(runs, key=lambda run: run["seconds"])
        costs.append(BookCost(pages, 1000 * cost["seconds"] / pages, cost["peak"]))
        print(costs[-1], flush=True)
    heap = [SAMPLES / f"{name}.pdf" for name in ("reference-1", "form-1", "coloured-1", "web-1")] * (2 if quick else 32)
    faster = gain(heap, rounds)
    print(f"two processes: {faster.conversion:.2f} times as fast as one, counting {faster.machine:.2f} times")
    return Measured(machine(), racing, missing, results, rounds, costs, faster)


if __name__ == "__main__":
    main()
