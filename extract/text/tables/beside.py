"""What tells that aligned lines are not one table but two, or running text and a table, side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pledgecards.extract.markers import ITEM, SECTION, split_marker
from pledgecards.extract.text.lines.sources import is_letter, is_source, is_total
from pledgecards.extract.text.lines.textline import is_marked
from pledgecards.extract.text.tables.from_cells import RawCell, is_year
from pledgecards.schemas.notation import has_colon
from pledgecards.schemas.vocabulary import Vocabulary

_BEHIND_NAME = re.compile(r".*\S ([국도시구군]비)")


def has_year_twice(row: Sequence[RawCell]) -> bool:
    """Whether a year heads two columns."""
    years = [cell[0].text.strip() for cell in row if len(cell) == 1 and is_year(cell[0].text.strip())]
    return len(set(years)) < len(years)


def has_names_twice(row: Sequence[RawCell], vocabulary: Vocabulary) -> bool:
    """Whether names of rows are headed a second time, columns of figures before them and behind them (`연도 계 국비 지표 2019 2020`)."""
    heads = vocabulary.heads
    found = [heads.match(cell[0].text, rough=False) if len(cell) == 1 else None for cell in row]
    names = [c for c, match in enumerate(found) if match is not None and match.key in ("project", "category", "year")]
    return bool(names) and names[0] == 0 and any(2 < c < len(row) - 2 for c in names)


def has_no_names(rows: Sequence[Sequence[RawCell]], vocabulary: Vocabulary) -> bool:
    """Whether what stands on the left of figures are no names of their rows: a letter of a watermark or of a word that goes down the page,
    running text, or names and sources in one column."""
    first = [row[0] for row in rows]
    sources = any(has_sources_among([row[c] for row in rows], vocabulary) for c in (0, 1))
    return sources or any(_is_letter(cell, vocabulary) for cell in first) or has_bullets_among(first, vocabulary)


def has_sources_among(names: Iterable[RawCell], vocabulary: Vocabulary) -> bool:
    """Whether in one column some rows have a source of funding alone, and others a name and one behind it (`도비`, `쉼터 조성 국비`): two columns,
    of which a copy left one, and the rest of the names nowhere."""
    texts = [cell[-1].text.strip() for cell in names if cell]
    bare = any(is_source(text, vocabulary) for text in texts)
    return bare and any(
        (found := _BEHIND_NAME.fullmatch(text)) is not None
        and not is_source(text, vocabulary)
        and is_source(found[1], vocabulary)
        for text in texts
    )


def has_bullets_among(names: Iterable[RawCell], vocabulary: Vocabulary) -> bool:
    """Whether a bullet with a label and a colon (`○ 규모: 연면적 1,800㎡`) stands among names that have no bullet and are no total."""
    texts = [cell[0].text.strip() for cell in names if cell]
    marked = [split_marker(text, vocabulary) for text in texts if is_marked(text, vocabulary)]
    if not any(one.rank in (SECTION, ITEM) and has_colon(one.words) for one in marked):
        return False
    return any(not is_marked(text, vocabulary) and not is_total(text, vocabulary) for text in texts)


def _is_letter(cell: RawCell, vocabulary: Vocabulary) -> bool:
    return len(cell) == 1 and is_letter(cell[0].text.strip(), vocabulary)
