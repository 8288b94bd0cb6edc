"""Lines of what is planned among lines of what was secured, spent or reached, where a column of its own tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.extract.grid.table_columns import Column
from pledgecards.normalize.table_lines import TableLine
from pledgecards.schemas.vocabulary import Vocabulary

_DONE = frozenset({"result", "secured", "spent", "rate"})


def planned_lines(
    lines: Sequence[TableLine], measure: Column | None, vocabulary: Vocabulary
) -> tuple[list[TableLine], bool]:
    """The lines without those that say what was done (실적, 확보, 집행), and whether there were such."""
    if measure is None:
        return list(lines), False
    keys = [vocabulary.heads.match(line.text(measure), rough=False) for line in lines]
    planned = [line for line, match in zip(lines, keys, strict=True) if match is None or match.key not in _DONE]
    return planned, len(planned) < len(lines)
