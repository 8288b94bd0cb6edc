"""Lines of results below the line of targets that they belong to, where no column but the names' own says so (`조성개소`, `(실적)`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.normalize.behind_names import behind_names
from pledgecards.normalize.table_lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary

_AROUND = " ()（）[]-–└ㄴ·:："
_MEASURES = frozenset({"goal", "plan", "result", "rate"})
_LEAST_NAME = re.compile(r"[가-힣A-Za-z]{2}")


def measure_lines(
    lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary
) -> tuple[list[TableLine], dict[int, str]]:
    """The lines, those of 목표, 실적 and 이행률 under the project above them; and what these, and the line above them, measure, by number."""
    if head.first("measure") is not None or head.first("project") is None:
        return list(lines), {}
    told, lines = _said_behind_names(lines, vocabulary)
    if told:
        return lines, told
    found: list[TableLine] = []
    for line in lines:
        above = found[-1] if found else None
        key = _key(line, vocabulary) if line.named else None
        if (
            key is None
            or above is None
            or above.project is None
            or (key == "rate" and told.get(above.number) != "result")
        ):
            found.append(line)
            continue
        told[line.number] = key
        told.setdefault(above.number, "goal" if key == "result" else "result")
        found.append(replace(line, project=above.project))
    return found, told


def _said_behind_names(lines: Sequence[TableLine], vocabulary: Vocabulary) -> tuple[dict[int, str], list[TableLine]]:
    """What lines measure that say so behind the name of their project, and the lines under that name alone."""
    said = behind_names([line.project or "" for line in lines if line.named], _MEASURES, vocabulary)
    found = {line.number: said[line.project or ""] for line in lines if line.named and line.project in said}
    told = {number: key for number, (_, key) in found.items()}
    return told, [replace(line, project=found[line.number][0]) if line.number in found else line for line in lines]


def _key(line: TableLine, vocabulary: Vocabulary) -> str | None:
    text = (line.project or "").strip(_AROUND)
    match = vocabulary.heads.match(text, rough=False) if _LEAST_NAME.match(text) else None
    return match.key if match is not None and match.key in ("goal", "result", "rate") else None
