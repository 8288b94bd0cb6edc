"""The unit of a table that prints none, told by the sum that its heading states: `소요예산 : 총 86,500천원` over a table whose sum is 86,500."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pledgecards.normalize.amounts import unit_factor
from pledgecards.normalize.figures.numerals import number_of
from pledgecards.schemas.vocabulary import Vocabulary

_STATED = re.compile(r"(?<![\d,.~])(\d[\d,]*(?:\.\d+)?)\s?([천백십만억조]*원)(?![가-힣]*\s*당)")
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LEAST = 100
"""Smaller sums agree by chance."""


def unit_by_total(heading: str | None, cells: Iterable[str], vocabulary: Vocabulary) -> str | None:
    """The unit in which the heading states the largest figure of the cells, None where it does not, or in two."""
    stated = _STATED.findall(heading or "")
    if not stated:
        return None
    figures = [number_of(text) for text in cells if _FIGURE.fullmatch(text)]
    largest = max((figure for figure in figures if figure is not None), default=0)
    units = {unit for figure, unit in stated if number_of(figure) == largest}
    known = [unit for unit in units if unit_factor(unit, vocabulary) is not None]
    return known[0] if largest >= _LEAST and len(units) == len(known) == 1 else None
