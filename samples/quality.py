"""Scores the converter on generated cards: `python -m pledgecards.samples.quality [--seed N] [--count N] [--write FILE]`.

Prints, for every layout and table, the F1 of its rows (precision / recall where it is not 1), as a Markdown table.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from pledgecards.convert import convert_bytes
from pledgecards.samples import corpus
from pledgecards.samples.corpus import Sample
from pledgecards.samples.score import Score, score

Scores = dict[str, dict[str, Score]]
COMMITTED = Path(__file__).parent / "cards"


def committed() -> Iterator[Sample]:
    """The samples that are kept as files: they need nothing but the converter."""
    for path in sorted([*COMMITTED.glob("*.pdf"), *COMMITTED.glob("*.txt")]):
        truth = json.loads(Path(f"{path}.json").read_text("utf-8"))
        layout = path.stem.rsplit("-", 1)[0] if path.stem.rsplit("-", 1)[-1].isdigit() else path.stem.split("-")[0]
        yield Sample(path.name, layout, path.read_bytes(), truth)


def generated(seed: int, count: int) -> Iterator[Sample]:
    """Fresh samples of a seed: every layout, the real card in every PDF layout, planted errors, and books."""
    return chain(corpus.cards(seed, count), corpus.real_cards(), corpus.planted(seed), corpus.books(seed))


def measure(samples: Iterable[Sample], *, show: bool = False) -> Scores:
    """The score of every layout and table; `show`: print each row that is missing or too many."""
    scores: Scores = {}
    for sample in samples:
        of_layout = scores.setdefault(sample.layout, {})
        for table, found in score(_rows(sample), sample.truth).items():
            of_layout[table] = of_layout[table] + found if table in of_layout else found
            if show:
                _show(sample.name, table, found)
    return scores


def _rows(sample: Sample) -> Mapping[str, Sequence[Mapping[str, object]]]:
    """What the converter gives; nothing, with a word about it, where it fails."""
    try:
        return convert_bytes(sample.data, sample.name)
    except Exception as trouble:  # noqa: BLE001  (a crash is a score of 0, not the end of the measurement)
        print(f"{sample.name} crashed: {trouble!r}")
        return {}


def _show(name: str, table: str, found: Score) -> None:
    for row in found.missing:
        print(f"{name} {table} - {_brief(row)}")
    for row in found.surplus:
        print(f"{name} {table} + {_brief(row)}")


def _brief(row: Mapping[str, object]) -> str:
    left_out = {"card_id", "document_id", "page", "x0", "top", "x1", "bottom", "line", "ordinal"}
    return " ".join(f"{key}={value!r}" for key, value in row.items() if value is not None and key not in left_out)


def markdown(scores: Scores) -> str:
    """The scores as a Markdown table, a line a layout and a column a table."""
    tables = list(dict.fromkeys(table for of_layout in scores.values() for table in of_layout))
    lines = ["| layout | " + " | ".join(tables) + " |", "|---" * (len(tables) + 1) + "|"]
    total: dict[str, Score] = {}
    for layout, of_layout in scores.items():
        lines.append(f"| {layout} | " + " | ".join(_figure(of_layout.get(table)) for table in tables) + " |")
        for table, found in of_layout.items():
            total[table] = total[table] + found if table in total else found
    lines.append("| **all** | " + " | ".join(_figure(total.get(table)) for table in tables) + " |")
    return "\n".join(lines) + "\n"


def _figure(found: Score | None) -> str:
    if found is None:
        return ""
    if found.f1 == 1:
        return "1"
    return f"{found.f1:.3f} ({found.precision:.3f} / {found.recall:.3f})"


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m pledgecards.samples.quality", description=__doc__)
    parser.add_argument("--seed", type=int, help="generate samples with this seed (default: the committed ones)")
    parser.add_argument("--count", type=int, default=2, help="generated cards in every layout (default 2)")
    parser.add_argument("--show", action="store_true", help="print every row that is missing (-) or too many (+)")
    parser.add_argument("--only", help="only samples whose name holds this")
    parser.add_argument("--write", type=Path, help="write the table to this file")
    given = parser.parse_args(arguments)
    samples = committed() if given.seed is None else generated(given.seed, given.count)
    if given.only:
        samples = (sample for sample in samples if given.only in sample.name)
    table = markdown(measure(samples, show=given.show))
    if given.write:
        head = "# Quality\n\nF1 of the rows of every table by layout (precision / recall where it is not 1), measured on the "
        what = "committed samples" if given.seed is None else f"samples of seed {given.seed}, {given.count} a layout"
        given.write.write_text(f"{head}{what}.\n\n{table}", "utf-8")
    print(table)


if __name__ == "__main__":
    main()
