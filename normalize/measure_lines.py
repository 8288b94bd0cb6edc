"""Lines of results below the line of targets that they belong to, where no column but the names' own says so (`조성개소`, `(실적)`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.normalize.table_lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary

_AROUND = " ()（）[]-–└ㄴ·:："
_BEHIND_NAME = re.compile(
    r"(?P<name>.*[^\s(（\[:：·–-])(?:\s*[(（\[]\s*|\s*[:：·–-]\s*|\s+)(?P<measure>[가-힣]{2,6}(?:\(%\))?)\s*[)）\]]?"
)
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
    """What lines measure that say so behind the name of their project (`이용자 수 (목표)`, `이용자 수 실적`), and the lines under that
    name; nothing where no name comes with more than one measure."""
    told: dict[int, str] = {}
    named: dict[int, str] = {}
    for line in lines:
        behind = _BEHIND_NAME.fullmatch(line.project or "") if line.named else None
        match = vocabulary.heads.match(behind["measure"], rough=False) if behind is not None else None
        if behind is not None and match is not None and match.key in ("goal", "plan", "result", "rate"):
            told[line.number], named[line.number] = match.key, behind["name"]
    measured = {(named[number], key) for number, key in told.items()}
    several = [name for name, count in Counter(name for name, _ in measured).items() if count > 1]
    told = {number: key for number, key in told.items() if named[number] in several}
    return told, [replace(line, project=named[line.number]) if line.number in told else line for line in lines]


def _key(line: TableLine, vocabulary: Vocabulary) -> str | None:
    text = (line.project or "").strip(_AROUND)
    match = vocabulary.heads.match(text, rough=False) if _LEAST_NAME.match(text) else None
    return match.key if match is not None and match.key in ("goal", "result", "rate") else None
