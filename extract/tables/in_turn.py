"""Tables of one role that follow one another, each under a line that names its project (`○ 쉼터 조성`, `○ 산책로 정비`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.captions import without_unit
from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.heads import read_head
from pledgecards.extract.grid.row_names import is_total
from pledgecards.extract.items.continuation import SENTENCE
from pledgecards.extract.markers import split_marker
from pledgecards.extract.series import same_series
from pledgecards.extract.tables.projects import axis_words
from pledgecards.schemas.notation import COLONS, YEAR
from pledgecards.schemas.vocabulary import Vocabulary, fold, without_remark

_LEAST, _LONGEST = 2, 40
_NO_NAME = re.compile(rf"{YEAR}|\d년|\d[\d,.]*\s*[조억천백십만]*\s*원|[{COLONS}]")
"""A year, a sum of money and what has a label say something of the figures; they name no project."""


def named_in_turn(tables: Sequence[PrintedTable], vocabulary: Vocabulary) -> list[PrintedTable]:
    """The tables of a card; those of a role without names of their own take those of the lines right above them, where these have one bullet,
    or count on, and all differ. 총괄 or 합계 among them is that of no project."""
    named: dict[int, PrintedTable] = {}
    for role in ("budget", "indicators"):
        own = [table for table in tables if table.role == role]
        named |= {id(table.table): table for table in _named(own, vocabulary)}
    return [named.get(id(table.table), table) for table in tables]


def _named(tables: Sequence[PrintedTable], vocabulary: Vocabulary) -> list[PrintedTable]:
    if len(tables) < _LEAST:
        return []
    marked = [split_marker(table.heading or "", vocabulary) for table in tables]
    names = [without_unit(line.words) for line in marked]
    first = next((at for at, name in enumerate(names) if _may_name(name, vocabulary)), len(tables))
    sums = [is_total(name, vocabulary) for name in names]
    found = [at for at in range(first, len(tables)) if not sums[at]]
    alike = all(same_series(marked[at].marker, marked[first].marker) and marked[at].marker for at in found)
    if len(found) < _LEAST or not alike or len({fold(names[at]) for at in found}) < len(found):
        return []
    if not all(_may_name(names[at], vocabulary) and _lacks_names(tables[at], vocabulary) for at in found):
        return []
    return [replace(tables[at], project=names[at]) for at in found]


def _lacks_names(table: PrintedTable, vocabulary: Vocabulary) -> bool:
    return table.project is None and read_head(table.table, vocabulary).first("project") is None


def _may_name(words: str, vocabulary: Vocabulary) -> bool:
    """Whether words may be the name of a project, and say nothing of the figures below them (`연도별 투자계획`, `집행액`)."""
    bare = without_remark(words)
    if not 1 < len(bare) <= _LONGEST or _NO_NAME.search(words) or SENTENCE.search(words):
        return False
    known = (vocabulary.sections, vocabulary.heads, vocabulary.funding, vocabulary.periods)
    if any(one.match(text, rough=False) is not None for one in known for text in (words, bare)):
        return False
    says = [word for key in ("plan", "former", "changed", "done", "behind") for word in vocabulary.over_tables[key]]
    return not fold(words).startswith(axis_words(vocabulary)) and not fold(bare).endswith(tuple(says))
