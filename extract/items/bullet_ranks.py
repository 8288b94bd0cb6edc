"""Which of two bullets stands over the other where both begin at the same place, as in texts that keep no indents."""

from __future__ import annotations

from collections.abc import Iterable

from pledgecards.extract.markers import DASH, DOT, NUMERAL
from pledgecards.extract.series import begins_series, series_of
from pledgecards.schemas.notation import MIDDOTS

_RINGS = "○ㅇᄋ￮◦◯〇oOｏО∘⚪⚬"
_SQUARES = "□ㅁᄆ▢◻⬜☐"
_DASHES = "-–—―‐‑−－"
_UNRANKED = frozenset("•▪▫◾◽‣⦁→⇒⇨➡➔➜\uf0b7\uf0a7\uf0e8\uf0e0ŸØ§ü")
"""Bullets of which programs make the first of a list as readily as the last, and arrows: their rank says nothing."""


def is_over(above: tuple[str, int | None], new: tuple[str, int | None], listed: Iterable[str]) -> bool:
    """Whether an open bullet stands over a new one, each given by its marker and its rank: by the rank of their signs (`○` over `-`, a numeral over
    both), or, where that says nothing (`◆` and `◇`, `가.` and `1)`), if the list began with its kind.

    listed  the markers of the list so far, in order.
    """
    (upper, rank), (lower, below) = above, new
    if rank == NUMERAL and below in (DASH, DOT):
        return True  # `가. 센터 설치` over `- 2019. 4. 개소`
    if rank not in (NUMERAL, below) and not {upper, lower} & _UNRANKED:
        return (rank or 0) < (below or 0)
    one, other = _kind(upper), _kind(lower)
    first = next((marker for marker in listed if _kind(marker) in (one, other)), lower)
    return one != other and _kind(first) == one and (rank != NUMERAL or begins_series(first))


def _kind(marker: str) -> str:
    """What signs typed one for another have in common (`○`, `ㅇ` and `o`); of others, their series."""
    alike = (kind[0] for kind in (_RINGS, _SQUARES, _DASHES, MIDDOTS) if marker in kind)
    return next(alike, series_of(marker))
