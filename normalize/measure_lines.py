"""Lines of results below the line of targets that they belong to, where no column but the names' own says so (`조성개소`, `(실적)`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.normalize.table_lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary

_AROUND = " ()（）[]-–└ㄴ·:："
_LEAST_NAME = re.compile(r"[가-힣A-Za-z]{2}")


def measure_lines(
    lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary
) -> tuple[list[TableLine], dict[int, str]]:
    """The lines, those of 목표, 실적 and 이행률 under the project above them; and what these, and the line above them, measure, by number."""
    if head.first("measure") is not None or head.first("project") is None:
        return list(lines), {}
    told: dict[int, str] = {}
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


def _key(line: TableLine, vocabulary: Vocabulary) -> str | None:
    text = (line.project or "").strip(_AROUND)
    match = vocabulary.heads.match(text, rough=False) if _LEAST_NAME.match(text) else None
    return match.key if match is not None and match.key in ("goal", "result", "rate") else None
