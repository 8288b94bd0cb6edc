"""A figure on a line of its own in a cell: above its words or below them."""

from __future__ import annotations

import re

from pledgecards.extract.page import Cell, join
from pledgecards.normalize.figures.numerals import fold
from pledgecards.normalize.tables.lines import squeeze

PURE_FIGURE = re.compile(r"[△▲-]? ?\d[\d,]*(?:\.\d+)?(?P<unit>[^\s\d()\[\]/,~:]*)$")
"""A figure and its unit, and nothing else."""

_SEVERAL = re.compile(
    r"(?:[가-힣]{1,6}[ :]{0,2}\d[\d,]*(?:\.\d+)?[명%]?[ ,/·]{1,3}){1,9}[가-힣]{1,6}[ :]{0,2}\d[\d,]*(?:\.\d+)?[명%]?"
    r"|\d{1,2} ?(?:단계|차|호|기) (?!(?:19|20)\d\d$)\d[\d,]*(?:\.\d+)?%?"
)
"""Figures each behind a word that says what it is of (`남 20 여 30`), or behind that of a stage (`1단계 20`)."""

_MONTH_OF_YEAR = re.compile(r"^(?:20)?(?:1[4-9]|2\d|30)\.(?:0?[1-9]|1[0-2])$")
_NO_FIGURE = re.compile(r"[^\d,~∼(\[=:]*[가-힣)\]]")


def words_over_figure(cell: Cell) -> tuple[str, str] | None:
    """The words and the figure of a cell whose last line is nothing but a figure below words without any (`설계` over `20`)."""
    if len(cell.lines) < 2:
        return None
    *above, last = cell.lines
    if not PURE_FIGURE.match(fold(last.text)) or not _NO_FIGURE.fullmatch("".join(line.text for line in above)):
        return None
    return squeeze(join(above)), last.text


def names_parts(text: str) -> bool:
    """Whether a cell's figures are of parts that it names (`남 20 여 30`, `1단계 20`): none is the value of the whole, and none a mere word. text: folded."""
    return _SEVERAL.fullmatch(text) is not None


def cell_text(cell: Cell, text: str) -> str:
    """A cell's text, given as squeezed, but a figure on a line of its own stands apart, even where the lines below are broken
    words."""
    lines = cell.lines
    if len(lines) > 1 and PURE_FIGURE.match(fold(lines[0].text)) and not lines[1].text[:1].isdigit():
        return squeeze(f"{lines[0].text} {join(lines[1:])}")
    return text


def is_date(number: str, beside: str, own: str | None) -> bool:
    """Whether a number and the words beside it may be a date: `2019 준공` and `19.3 준공` may be a year and a month as well as figures."""
    if own is not None:
        return False
    if len(number) > 5 and _MONTH_OF_YEAR.match(number):
        return True
    if not beside:
        return False
    if number.isdigit() and len(number) == 4 and 1990 <= int(number) <= 2060:
        return True
    return _MONTH_OF_YEAR.match(number) is not None
