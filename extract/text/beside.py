"""What tells that aligned lines are not one table but two, or running text and a table, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pledgecards.extract.markers import split_marker
from pledgecards.extract.text.textline import is_marked
from pledgecards.extract.text.texttable import RawCell, is_year
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
    """Whether some names begin with a bullet or a numeral, others with none, or with another, and are no total."""
    texts = [cell[0].text.strip() for cell in names if cell]
    markers = {split_marker(text, Vocabulary.standard()).marker for text in texts}
    if len(markers) < 2 or all(marker is None for marker in markers):
        return False
    series = [text for text in texts if not (is_marked(text) or _is_total(text))]
    forms = {marker[0].isdecimal() or marker[0] for marker in markers if marker}
    return bool(series) or len(forms) > 2


def _is_total(text: str) -> bool:
    match = Vocabulary.standard().funding.match(text, rough=False)
    return match is not None and match.key == "total"
