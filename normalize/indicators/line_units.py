"""The units that a line of a table of indicators names, and the figures that share them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pledgecards.extract.grid.heads import Head
from pledgecards.normalize.figures.numerals import fold
from pledgecards.normalize.tables.lines import TableLine, is_nothing

_WHOLE_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_FIGURE_LATER = re.compile(r"(?<![\d.,'~/-])(\d[\d,]*(?:\.\d+)?)\s?(%)")


def plain_unit(unit: str) -> str:
    """A unit as it is compared: without spaces, in one case and in plain letters (`㎞` as `km`), `퍼센트` as `%`."""
    return unicodedata.normalize("NFKC", fold(unit)).replace(" ", "").replace("퍼센트", "%").casefold()


@lru_cache(maxsize=512)
def units_wanted(unit: str) -> frozenset[str]:
    """The units that a line's unit cell names: `건(회)` names two; a rate (`공정률`) is in per cent."""
    parts = [part for part in re.split(r"[(),/·\s]+", plain_unit(unit)) if part]
    return frozenset([*parts, *("%" for part in parts if len(part) >= 2 and part[-1] in "률율")])


def shares_figure(text: str, unit: str) -> bool:
    """`설계 20%` in a line of %: the figure may be the value, but the words come first."""
    return "%" in units_wanted(unit) and _FIGURE_LATER.search(text) is not None


def is_of_figures(line: TableLine, head: Head) -> bool:
    """Whether the cells of a line's years are nothing but figures, two or more: what stands in brackets behind its
    name counts them (`주택 보급(호) | 20 | 30`)."""
    said = [line.text(column) for column in head.of("year") if column.on_axis]
    filled = [text for text in said if not is_nothing(text)]
    return len(filled) > 1 and all(_WHOLE_FIGURE.fullmatch(text) for text in filled)
