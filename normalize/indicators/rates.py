"""Tables of the rates of years or quarters, which have no place among the indicators."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pledgecards.extract.card import PrintedTable
from pledgecards.extract.grid.heads import Head
from pledgecards.extract.markers import split_marker
from pledgecards.normalize.tables.lines import TableLine, is_nothing
from pledgecards.schemas.vocabulary import Vocabulary, without_remark

_OF_PERIOD = re.compile(r"^(?:연도|연차|분기|반기|월)별\s?")
_SHARE = re.compile(r"\d[\d.]*\s?[%％]")
_PERIODS = ("year", "quarter", "half", "month")
_MEASURES = ("goal", "plan", "result", "spent", "rate", "measure")


def holds_rates(
    printed: PrintedTable, head: Head, lines: Sequence[TableLine], told: Mapping[int, str], vocabulary: Vocabulary
) -> bool:
    """Whether the line over a table says that its figures are rates (`분기별 이행률`), each of its cells is a share, and no head or line says
    otherwise."""
    words = without_remark(split_marker(printed.heading or "", vocabulary).words)
    named = vocabulary.heads.match(_OF_PERIOD.sub("", words), rough=False)
    if named is None or named.key != "rate" or told or any(head.of(kind) for kind in _MEASURES):
        return False
    columns = [column for column in head.of(*_PERIODS) if column.on_axis]
    shares = [text for line in lines for column in columns if not is_nothing(text := line.text(column))]
    return bool(shares) and all(map(_SHARE.fullmatch, shares))
