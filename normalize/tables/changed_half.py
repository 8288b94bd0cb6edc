"""Tables that print a plan twice side by side, as it was and as it is now, each half with its own names (`당초 | 변경` over `구분 | 2019` twice)."""

from __future__ import annotations

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.tables import crop
from pledgecards.extract.issue import Issue
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary, fold

_NAMES = frozenset({"project", "funding", "category", "number"})
_SIDES = frozenset({"former", "plan", "change"})
_LEAST_COLUMNS = 2


def changed_half(table: Table, vocabulary: Vocabulary, table_name: str) -> tuple[Table, list[Issue]]:
    """The half of such a table that holds the plan as it is now, and an issue that names the other; the table itself where it is none.

    Read as one table, the names of each half would be cells of figures, and its lines would have none.
    """
    if table.rows < 3 or table.cols < 2 * _LEAST_COLUMNS:
        return table, []
    # What goes down beside the sides (`비고`) is none of them.
    top = [cell for cell in table.cells if not cell.row and cell.lines]
    if len(top) > table.cols - 2:
        return table, []  # (each half goes over two columns at least)
    matches = [vocabulary.heads.match(cell.text, rough=False) if cell.row_span == 1 else None for cell in top]
    keys = [match.key if match is not None else "" for match in matches]
    beside = [cell for cell, key in zip(top, keys, strict=True) if key not in _SIDES]
    if keys.count("former") != 1 or keys.count("plan") != 1 or any(cell.row_span == 1 for cell in beside):
        return table, []
    bounds = list(zip([cell.col for cell in top], [*(cell.col for cell in top[1:]), table.cols], strict=True))
    former, now = bounds[keys.index("former")], bounds[keys.index("plan")]
    heads = grid_of(table).texts[1]
    one, again = ([fold(text) for text in heads[low:high]] for low, high in (former, now))
    name = vocabulary.heads.match(heads[now[0]], rough=False)
    if one != again or len(one) < _LEAST_COLUMNS or name is None or name.key not in _NAMES:
        return table, []
    left, kept = top[keys.index("former")], top[keys.index("plan")]
    message = f"표의 「{left.text}」 쪽은 「{kept.text}」 쪽이 따로 있어 옮기지 않았습니다."
    issues = [Issue("table.unplaced", message, table_name, None, left.place, left.text)]
    for other, key in zip(top, keys, strict=True):
        if key in ("former", "plan"):
            continue
        below = range(other.col, other.col + other.col_span)
        texts = [cell.text for cell in table.cells if cell.row > 1 and cell.col in below and cell.lines]
        if texts:
            message = f"표의 「{other.text}」 열은 자료에 옮길 자리가 없어 옮기지 않았습니다."
            issues.append(Issue("table.unplaced", message, table_name, None, other.place, " | ".join(texts)))
    return crop(table, 1, table.rows, *now), issues
