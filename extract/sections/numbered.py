"""Sections that only their number tells: the one behind the last section's, where the card counts its sections."""

from __future__ import annotations

from pledgecards.extract.items.outline import Outline
from pledgecards.extract.markers import NUMERAL, Marked
from pledgecards.extract.series import same_series
from pledgecards.schemas.notation import LETTERS

_FEWEST = 3
"""Two sections at least are known before: one number may begin a list."""


def counts_on(marked: Marked, outline: Outline) -> bool:
    """Whether a line carries the number behind that of the section it stands in (`3. …` under `2. 연도별 목표`), and no line of that section
    is counted likewise, as those of a list are."""
    top = outline.headings[0] if outline.headings else None
    number = _number(marked.marker)
    if marked.rank != NUMERAL or top is None or top.level != 1 or number is None or number < _FEWEST:
        return False
    if _number(top.marker) != number - 1 or not same_series(marked.marker, top.marker):
        return False
    within = outline.drafts[outline.drafts.index(top) + 1 :]
    return not any(same_series(draft.marker, top.marker) for draft in within)


def _number(marker: str | None) -> int | None:
    digits = (marker or "").strip("().）（ ")
    if len(digits) == 1 and digits in LETTERS:
        return LETTERS.index(digits) + 1
    return int(digits) if digits.isdecimal() else None
