"""What tells that aligned lines are not one table but two, or running text and a table, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pledgecards.extract.markers import ITEM, SECTION, split_marker
from pledgecards.extract.text.textline import is_marked
from pledgecards.extract.text.texttable import RawCell, is_year
from pledgecards.schemas.notation import has_colon
from pledgecards.schemas.vocabulary import Vocabulary


def has_year_twice(row: Sequence[RawCell]) -> bool:
    """Whether a year heads two columns."""
    years = [cell[0].text.strip() for cell in row if len(cell) == 1 and is_year(cell[0].text.strip())]
    return len(set(years)) < len(years)


def has_names_twice(row: Sequence[RawCell]) -> bool:
    """Whether names of rows are headed a second time, columns of figures before them and behind them (`연도 계 국비 지표 2019 2020`)."""
    heads = Vocabulary.standard().heads
    found = [heads.match(cell[0].text, rough=False) if len(cell) == 1 else None for cell in row]
    names = [c for c, match in enumerate(found) if match is not None and match.key in ("project", "category", "year")]
    return bool(names) and names[0] == 0 and any(2 < c < len(row) - 2 for c in names)


def has_bullets_among(names: Iterable[RawCell]) -> bool:
    """Whether a bullet with a label and a colon (`○ 규모: 연면적 1,800㎡`) stands among names that have no bullet and are no total."""
    texts = [cell[0].text.strip() for cell in names if cell]
    marked = [split_marker(text, Vocabulary.standard()) for text in texts if is_marked(text)]
    if not any(one.rank in (SECTION, ITEM) and has_colon(one.words) for one in marked):
        return False
    return any(not is_marked(text) and not _is_total(text) for text in texts)


def _is_total(text: str) -> bool:
    match = Vocabulary.standard().funding.match(text, rough=False)
    return match is not None and match.key == "total"
