"""What the words over a table, or over some of its lines, say of its figures: a plan, what was spent or secured of it, or the plan as it was
before it was changed. The dataset has one amount for a project, a source and a year: the plan's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.issue import Issue
from pledgecards.normalize.rows import Row
from pledgecards.normalize.tables.lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary

Said = Literal["done", "former", "changed", "plan"]

_LONGEST = 40
"""Letters: no longer words are searched, which may be read in very many ways."""
_BRACKETED = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_NO_LETTER = re.compile(r"[^가-힣]|(?<![가-힣])[가-하](?=[.)])")


@lru_cache(maxsize=8)
def _patterns(vocabulary: Vocabulary) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What was spent or secured, what is planned, and when: of the letters of the words over a table."""
    words = {
        key: "(?:" + "|".join(map(re.escape, sorted(spellings, key=lambda word: (-len(word), word)))) + ")"
        for key, spellings in vocabulary.over_tables.items()
    }
    done = re.compile(f"{words['before']}*(?:{words['done']}{words['behind']}*)+")
    plan = re.compile(f"{words['before']}*{words['plan']}")
    return done, plan, re.compile(f"(?P<former>{words['first']}$|{words['former']})|{words['changed']}")


def said(words: str, vocabulary: Vocabulary) -> Said | None:
    """What words say of figures, if they say nothing else (`나. 예산 집행현황`); None where they say two things (`투자계획 및 집행실적`) or
    may be the name of a project (`주차장 부지 확보`)."""
    name = _NO_LETTER.sub("", _BRACKETED.sub("", words) or words)
    if len(name) > _LONGEST:
        return None
    done, plan, times = _patterns(vocabulary)
    if done.fullmatch(name):
        return "done"
    when = times.search(name)
    if when is None:
        return "plan" if plan.fullmatch(name) else None
    rest = name[: when.start()] + name[when.end() :]
    if rest and not plan.fullmatch(rest):
        return None
    return "former" if when["former"] else "changed"


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A printed table and the rows that it gave."""

    printed: PrintedTable
    rows: list[Row]


def once_said(tables: Sequence[ReadTable], vocabulary: Vocabulary) -> tuple[list[ReadTable], list[Issue]]:
    """The tables of one role without those whose rows say again what those of another do: what was spent beside a plan, or a plan beside the
    changed one; and an issue for each of these. A table that tells the two apart itself (`예산액 | 집행액`) gave the plan."""
    sayings = [said(table.printed.heading or "", vocabulary) for table in tables]
    sayings = [
        saying if saying is None or not _tells_apart(table.printed, vocabulary) else None
        for saying, table in zip(sayings, tables, strict=True)
    ]
    if not {"done", "former"} & set(sayings):
        return list(tables), []  # nearly all cards
    of_plan = _Told(table for table, saying in zip(tables, sayings, strict=True) if saying != "done")
    of_change = _Told(table for table, saying in zip(tables, sayings, strict=True) if saying == "changed")
    kept: list[ReadTable] = []
    issues: list[Issue] = []
    for table, saying in zip(tables, sayings, strict=True):
        beside = of_plan if saying == "done" else of_change if saying == "former" else None
        if beside is None or not beside.tells(table):
            kept.append(table)
            continue
        plan = "변경된 계획이" if saying == "former" else "계획이"
        heading = table.printed.heading or ""
        message = f"「{heading}」 아래의 표는 {plan} 따로 있어 자료에 옮기지 않았습니다."
        issues.append(Issue("table.unplaced", message, table.printed.role, None, table.printed.table.place, heading))
    return kept, issues


def _tells_apart(printed: PrintedTable, vocabulary: Vocabulary) -> bool:
    head = read_head(printed.table, vocabulary)
    return bool(head.of("plan", "former", "secured", "spent", "measure", "change", "supplement"))


class _Told:
    """What rows of some tables are of: project and year, whatever sources part them."""

    def __init__(self, tables: Iterable[ReadTable]) -> None:
        self._dated: set[tuple[object, ...]] = set()
        self._all: set[tuple[object, ...]] = set()
        self._undated: set[tuple[object, ...]] = set()
        for table in tables:
            keys = _keys(table)
            dated = {key for key in keys if key[-1] is not None}
            names = {key[:-1] for key in keys}
            self._dated |= dated
            self._all |= names
            self._undated |= set() if dated else names

    def tells(self, table: ReadTable) -> bool:
        """Whether rows of a table are of the same project and year as some of these; of the same project, where one of the two has no years."""
        keys = _keys(table)
        dated = {key for key in keys if key[-1] is not None}
        names = {key[:-1] for key in keys}
        if not dated:
            return not names.isdisjoint(self._all)
        return not (dated.isdisjoint(self._dated) and names.isdisjoint(self._undated))


def _keys(table: ReadTable) -> set[tuple[object, ...]]:
    return {tuple(row.get(name) for name in ("project", "measure", "unit", "year")) for row in table.rows}


def planned_bands(
    lines: Sequence[TableLine], printed: PrintedTable, vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines of a table without a column of projects, those left out that stand under what was spent or first planned, where others stand
    under the plan (`투자계획` and `집행실적` over sources), and whether there were such. The first of these may stand over the whole table."""
    own = said(printed.project or "", vocabulary)
    sayings = {line.project: said(line.project or "", vocabulary) for line in lines}
    if printed.project in sayings:
        sayings[printed.project] = own or said(printed.heading or "", vocabulary)
    planned = {name for name, saying in sayings.items() if saying in ("plan", "changed")}
    changed = "changed" in sayings.values()
    out = {name for name, saying in sayings.items() if saying == "done" or (saying == "former" and changed)}
    if not planned or not out or len(planned) + len(out) < len(sayings):
        return list(lines), False
    kept = [line for line in lines if line.project not in out]
    project = printed.project if own is None else None
    return [replace(line, project=project) for line in kept], True
