"""Writes sample cards with their truth beside them: `python -m pledgecards.samples.make [--seed N] [--count N] [--out DIR]`.

Needs reportlab, fontTools, the font packages named in `pdf.fonts`, and Chromium; reading the samples needs none of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pledgecards.samples import corpus
from pledgecards.samples.corpus import Sample
from pledgecards.samples.layouts import LAYOUTS, REAL_TEXT
from pledgecards.samples.truth import truth
from pledgecards.samples.yeongdeungpo import real_card

HOME = Path(__file__).parent

REAL = ("reference", "syllables", "private-marks", "web-form")
"""The layouts that the real card is kept in: those whose narrow columns and marks are hard on its words."""


def main(arguments: Sequence[str] | None = None) -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m pledgecards.samples.make", description=__doc__)
    parser.add_argument("--seed", type=int, default=2018, help="the same seed writes the same bytes (default 2018)")
    parser.add_argument("--count", type=int, default=1, help="cards in every layout (default 1)")
    parser.add_argument("--out", type=Path, default=HOME / "cards", help="folder to write to (default samples/cards)")
    parser.add_argument("--layout", action="append", help="only these layouts")
    given = parser.parse_args(arguments)
    given.out.mkdir(parents=True, exist_ok=True)
    for sample in _samples(given.seed, given.count, given.layout):
        (given.out / sample.name).write_bytes(sample.data)
        (given.out / f"{sample.name}.json").write_text(dump(sample.truth), "utf-8")
    if given.out == HOME / "cards":
        text = truth([real_card()], REAL_TEXT.medium)
        (HOME / "yeongdeungpo-25.txt.json").write_text(dump(text), "utf-8")


def _samples(seed: int, count: int, names: Sequence[str] | None) -> Iterator[Sample]:
    chosen = [layout for layout in LAYOUTS if names is None or layout.name in names]
    yield from corpus.cards(seed, count, chosen)
    if names is None:
        yield from (sample for sample in corpus.real_cards() if sample.layout in REAL)
        yield from corpus.planted(seed)
        yield from corpus.books(seed)


def dump(value: dict[str, Any]) -> str:
    """The truth as JSON with a row a line, so that a change of one row is a change of one line."""
    tables = []
    for name, rows in value["tables"].items():
        lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        tables.append(f"{json.dumps(name)}: [\n{lines}\n]" if rows else f"{json.dumps(name)}: []")
    head = ",\n".join(
        f"{json.dumps(key)}: {json.dumps(item, ensure_ascii=False)}" for key, item in value.items() if key != "tables"
    )
    return "{\n" + head + ',\n"tables": {\n' + ",\n".join(tables) + "\n}\n}\n"


if __name__ == "__main__":
    main()
