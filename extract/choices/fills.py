"""Options told by the ground behind them: the fill of their cell, or of the box or the round shape that their words stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pledgecards.extract.colours import channels, white
from pledgecards.extract.page import Line

_SATURATED, _DARK, _TINTED = 60, 128, 12
_GROUNDS = frozenset({"circle", "highlight"})


def ground_of(line: Line, start: int, end: int) -> int | None:
    """The colour of what is filled behind the stretch `line.text[start:end]`; None where nothing but white is."""
    for mark in line.marks:
        if mark.kind not in _GROUNDS or mark.colour is None or white(mark.colour):
            continue
        if min(end, mark.end) > max(start, mark.start):
            return mark.colour
    return None


def chips(options: Sequence[tuple[bool, int | None]]) -> bool:
    """Whether each option, given whether a ring is round it and what fills its ground, is a chip, some outlined and some filled: that the others
    are outlined checks none of them."""
    rings = {ring for ring, _ in options}
    return len(rings) > 1 and all(ring == (fill is None) for ring, fill in options)


def greyed(fill: int | None) -> bool:
    """Whether a fill is a pale grey, which may as well set off what is chosen as what is not."""
    return fill is not None and not _is_strong(fill) and max(channels(fill)) - min(channels(fill)) < _TINTED


def checked_by_lack(rows: Sequence[Sequence[int | None]]) -> bool:
    """Whether one pale fill greys out what is not checked: in every row that has any, it lies behind all options but one, two or more
    somewhere."""
    filled = [row for row in rows if len(row) > 1 and any(fill is not None for fill in row)]
    fills = {fill for row in filled for fill in row if fill is not None}
    if len(fills) != 1 or _is_strong(next(iter(fills))) or max(map(len, filled)) < 3:
        return False
    return len(filled) > 1 and all(row.count(None) == 1 for row in map(list, filled))


def by_fill(fills: Sequence[int | None], known: frozenset[int] = frozenset()) -> list[bool]:
    """Which options of a row the fills tell: those with one where others have none; where all have one, those of a strong colour among
    pale ones, or the one of another colour than most. known: the colours of what other rows of the block check."""
    filled = [fill is not None for fill in fills]
    if not all(filled) or len(set(fills)) < 2:
        return filled
    strong, odd = _strong(fills), _odd(fills)
    if strong is None or (odd is not None and odd != strong):
        both = strong is not None and odd is not None
        return [fill in known for fill in fills] if both and known.intersection(fills) else odd or filled
    return strong


def checked_fills(rows: Sequence[Sequence[int | None]]) -> frozenset[int]:
    """The colours of what the rows of a block check beyond doubt."""
    found: set[int] = set()
    for fills in rows:
        told = by_fill(fills)
        strong, odd = _strong(fills), _odd(fills)
        if any(told) and not all(told) and (strong is None or odd is None or strong == odd):
            found.update(fill for fill, yes in zip(fills, told, strict=True) if yes and fill is not None)
    return frozenset(found)


def _strong(fills: Sequence[int | None]) -> list[bool] | None:
    """Which are saturated or dark, where some are and some are not."""
    found = [_is_strong(fill) for fill in fills]
    return found if any(found) and not all(found) else None


def _odd(fills: Sequence[int | None]) -> list[bool] | None:
    """Which have another colour than most of three or more."""
    common, count = Counter(fills).most_common(1)[0]
    return [fill != common for fill in fills] if len(fills) > 2 and count > len(fills) // 2 else None


def _is_strong(fill: int | None) -> bool:
    if fill is None:
        return False
    most, least = max(channels(fill)), min(channels(fill))
    return most - least > _SATURATED or most < _DARK
