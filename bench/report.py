"""The measurements as a page of documentation with a plot."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pledgecards.bench.contestants import BASE, Contestant
from pledgecards.bench.processes import Gain
from pledgecards.bench.rounds import Result

_BOOKS = (
    "Books put together from the pages of six cards, each converted in a process of its own by one call of "
    "`convert_bytes`. Times are processor time; memory is the most that the process held, with the file, all its pages "
    "and all its rows."
)
_AGAIN = (
    "`make bench` measures everything and takes about a quarter of an hour; `make bench ARGUMENTS=--quick` takes a minute. "
    "What is compared with is measured where it is found: `pdftotext` and `pdftocairo` (poppler-utils), LibreOffice for one "
    "more producer of cards, `npm install --prefix bench kordoc`, and `pip install opendataloader-pdf`."
)


@dataclass(frozen=True, slots=True)
class BookCost:
    """One book: its pages, processor milliseconds a page, and the most memory held, in MiB."""

    pages: int
    milliseconds: float
    peak: float


@dataclass(frozen=True, slots=True)
class Measured:
    """All that one run has found. rounds: of the race; gain: of two processes over one, in conversions and in bare counting."""

    machine: list[str]
    contestants: list[Contestant]
    missing: list[str]
    results: list[Result]
    rounds: int
    books: list[BookCost]
    gain: Gain


def write(measured: Measured, folder: Path) -> None:
    """Writes `performance.md` and `performance.svg`."""
    plot(measured, folder / "performance.svg")
    (folder / "performance.md").write_text(page(measured), "utf-8")


def page(measured: Measured) -> str:
    """The page, as Markdown."""
    told = (
        f"Times as fast as {BASE} on the same file, in the same run: in each of {measured.rounds} rounds all are run one "
        "right after the other, and the median of the rounds' ratios stands here. Such ratios can be carried from machine "
        "to machine; pages a second cannot. Times are processor time, of all threads and of every process started."
    )
    parts = [
        "# Performance",
        "Written by `make bench`.",
        told,
        "![Times as fast as pdfplumber, by file](performance.svg)",
        _table(measured),
        "## What is measured",
        "\n".join(f"- **{c.name}**: {c.does}." for c in measured.contestants),
        "\n".join(f"- Not measured: {sentence}" for sentence in measured.missing),
        "## Books, memory, processes",
        _BOOKS,
        _books(measured.books),
        _gain(measured.gain),
        "## The machine",
        "\n".join(measured.machine),
        "## Measuring again",
        _AGAIN,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _gain(gain: Gain) -> str:
    return (
        f"Two processes convert a heap of cards {gain.conversion:.2f} times as fast as one; bare counting, which shares nothing, gains "
        f"{gain.machine:.2f} times in two processes of this machine in the same run."
    )


def _table(measured: Measured) -> str:
    names = [c.name for c in measured.contestants if c.name != BASE]
    found = {(r.paper.name, r.contestant): r for r in measured.results}
    lines = [
        f"| file | producer | pages | {BASE}, pages/s | " + " | ".join(names) + " | conversion, pages/s |",
        "|---|---|" + "---:|" * (len(names) + 3),
    ]
    for paper in dict.fromkeys(r.paper for r in measured.results):
        cells = [f"{r.ratio:.1f} ×" if (r := found.get((paper.name, name))) is not None else "–" for name in names]
        base, own = found[paper.name, BASE], found[paper.name, "whole conversion"]
        lines.append(
            f"| {paper.name} | {paper.producer} | {paper.pages} | {base.pages_per_second:.1f} | "
            + " | ".join(cells)
            + f" | {own.pages_per_second:.0f} |"
        )
    medians = [f"**{middle:.1f} ×**" if (middle := _median(measured.results, name)) else "–" for name in names]
    lines.append("| **median** |  |  |  | " + " | ".join(medians) + " |  |")
    return "\n".join(lines)


def _median(results: Iterable[Result], name: str) -> float | None:
    ratios = [result.ratio for result in results if result.contestant == name]
    return statistics.median(ratios) if ratios else None


def _books(books: Sequence[BookCost]) -> str:
    lines = ["| pages | ms a page | peak memory, MiB |", "|---:|---:|---:|"]
    return "\n".join([*lines, *(f"| {b.pages:,} | {b.milliseconds:.1f} | {b.peak:.0f} |" for b in books)])


def plot(measured: Measured, made: Path) -> None:
    """For every contestant a row of dots, one a file, on a logarithmic axis of ratios."""
    import matplotlib

    matplotlib.use("Agg")
    matplotlib.rcParams["svg.hashsalt"] = "pledgecards"
    from matplotlib import pyplot

    names = [c.name for c in measured.contestants][::-1]
    producers = sorted({r.paper.producer for r in measured.results})
    figure, axes = pyplot.subplots(figsize=(8, 0.6 * len(names) + 1.6), layout="constrained")
    for number, producer in enumerate(producers):
        shown = [r for r in measured.results if r.paper.producer == producer]
        shift = 0.12 * (number - (len(producers) - 1) / 2)
        places = [names.index(r.contestant) + shift for r in shown]
        axes.plot([r.ratio for r in shown], places, "o", markersize=5, alpha=0.8, label=producer)
    axes.axvline(1, color="0.6", linewidth=1)
    axes.set_xscale("log")
    axes.set_xticks([0.3, 1, 3, 10, 30, 100], ["0.3", "1", "3", "10", "30", "100"])
    axes.set_yticks(range(len(names)), names)
    axes.set_xlabel(f"times as fast as {BASE}, by file")
    axes.grid(axis="x", color="0.9")
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.legend(title="written by", frameon=False, fontsize=8)
    figure.savefig(made, metadata={"Date": None})
    pyplot.close(figure)
