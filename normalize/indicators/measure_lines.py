"""Lines of results below the line of targets that they belong to, where no column but the names' own says so (`조성개소`, `(실적)`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.grid.heads import Head
from pledgecards.normalize.tables.behind_names import behind_names
from pledgecards.normalize.tables.keys_above import with_keys_above
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary

_AROUND = f" ()（）[]-–└ㄴ·{COLONS}"
_MEASURES = frozenset({"goal", "plan", "result", "rate"})
_SAID_BEFORE = {"목표": "goal", "계획": "goal", "실적": "result", "달성": "result", "이행": "result"}
_BEFORE = re.compile(rf"(?P<measure>{'|'.join(_SAID_BEFORE)})\s?(?P<name>(?:[가-힣]{{2,}}|[액수량치](?![가-힣])).*)")
_PLANNED = re.compile(r"(?:계획|내용)$")
_FIGURE = re.compile(r"[△▲-]?\s?\d")
_LEAST_NAME = re.compile(r"[가-힣A-Za-z]{2}")


def measure_lines(
    lines: Sequence[TableLine], head: Head, vocabulary: Vocabulary
) -> tuple[list[TableLine], dict[int, str]]:
    """The lines, those of 목표, 실적 and 이행률 under the project above them; and what these, and the line above them, measure, by number.

    Where a column says what lines measure, none is told otherwise. Keys printed once are given to the lines below them.
    """
    lines = with_keys_above(lines, head, vocabulary)
    if head.first("measure") is not None or head.first("project") is None:
        return list(lines), {}
    told, lines = _said_behind_names(lines, vocabulary)
    told |= _said_before_names(lines, head)
    found: list[TableLine] = []
    for line in lines:
        above = found[-1] if found else None
        key = _key(line, vocabulary) if line.named and line.number not in told else None
        if line.project in vocabulary.like_results["steps"] and (above is None or _key(above, vocabulary) != "goal"):
            key = None  # a step (`준비`, `추진`, `완료`)
        if key is None or above is None or not (above.project or _is_bare(above)):
            found.append(line)
            continue
        if key == "goal" and _tells_plans(above):
            found.append(line)  # `세부 이행계획` over `이행목표(%)`: two things, each for itself
            continue
        if key in ("rate", "change") and told.get(above.number) != "result":
            found.append(line)
            continue
        if key == "result" and _key(above, vocabulary) == "goal":
            # `목표(개)` over `실적(개)`: the measure alone names the line, and no project.
            above = found[-1] = replace(above, project=None, grand=True)
        told[line.number] = key
        told.setdefault(above.number, "goal" if key == "result" else "result")
        found.append(replace(line, project=above.project, grand=above.grand))
    return found, told


def _said_behind_names(lines: Sequence[TableLine], vocabulary: Vocabulary) -> tuple[dict[int, str], list[TableLine]]:
    """What lines measure that say so behind the name of their project, and the lines under that name alone."""
    said = behind_names([line.project or "" for line in lines if line.named], _MEASURES, vocabulary)
    found = {line.number: said[line.project or ""] for line in lines if line.named and line.project in said}
    told = {number: key for number, (_, key) in found.items()}
    return told, [replace(line, project=found[line.number][0]) if line.number in found else line for line in lines]


def _said_before_names(lines: Sequence[TableLine], head: Head) -> dict[int, str]:
    """What lines measure that say so before the name of what is counted (`목표인원(명)` over `달성인원(명)`), by number."""
    for column in (head.first("project"), *head.of("other")):
        found: dict[tuple[str | None, str], dict[int, str]] = {}
        for line in lines:
            said = _BEFORE.match(line.text(column))
            if said is not None:
                of = line.project if column is not head.first("project") else None
                found.setdefault((of, said["name"]), {})[line.number] = _SAID_BEFORE[said["measure"]]
        pairs = [block for block in found.values() if {"goal", "result"} <= set(block.values())]
        if pairs:
            return {number: key for block in pairs for number, key in block.items()}
    return {}


def _is_bare(line: TableLine) -> bool:
    """Whether a line is one that its measure alone names, together with the one above it."""
    return line.grand and line.named and line.project is None


def _tells_plans(line: TableLine) -> bool:
    """Whether a line is of what is planned, by its name or because words alone stand in it: it is no result of a goal below it."""
    others = [text for text in line.texts if text and text != line.project]
    return _PLANNED.search(line.project or "") is not None or not any(_FIGURE.match(text) for text in others)


def _key(line: TableLine, vocabulary: Vocabulary) -> str | None:
    text = (line.project or "").strip(_AROUND)
    match = vocabulary.heads.match(line.project or "", rough=False) or vocabulary.heads.match(text, rough=False)
    known = match is not None and _LEAST_NAME.match(text) is not None
    return match.key if match is not None and known and match.key in ("goal", "result", "rate", "change") else None
