"""A cell that names funding sources before its amounts (`국비 100 / 도비 50`, `150백만원(국비 100, 도비 50)`)."""

from __future__ import annotations

import re

from pledgecards.extract.page import Cell
from pledgecards.extract.record import record
from pledgecards.normalize.amounts import has_digit, parse_cell
from pledgecards.schemas.notation import COLONS, MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary

WHOLE = "계"
"""What the sum of the sources is called here, however it is printed."""

_AMOUNT = r"(?<![\d,.])\d(?:[\d,.]*\d)?(?:\s?[십백천만억조]+(?:\s?\d[\d,]*\s?[십백천만]+)*)?\s?원?(?![가-힣]*원)"
_PAIR = re.compile(
    rf"[-○{MIDDOTS}]?\s*(?P<name>[가-힣]{{1,8}})\s*[{COLONS}]?\s*"
    rf"(?:(?P<bare>{_AMOUNT}|[-–—](?!\s*\d))|\((?P<wrapped>{_AMOUNT}|[-–—])\))"
    rf"(?P<share>\s*\(\s*\d{{1,3}}(?:\.\d+)?\s*[%％]\s*\))?\s*(?:[/,;+{MIDDOTS}]\s*)?"
)
_SUMMED = re.compile(rf"(?P<whole>{_AMOUNT})\s*(?:[(\[（]\s*(?P<within>.+?)\s*[)\]）]|(?P<beside>[^(\[（].*))")
_PLAIN = re.compile(_AMOUNT)
_LETTER = re.compile("[가-힣]")


@record
class SourcedCell:
    """What such a cell says.

    amounts  the amount of each source by its name, and of their sum by `WHOLE`, as printed.
    unit     the unit of the sum (`백만원`) where the amounts of its sources are in it as well and do not say so.
    """

    amounts: dict[str, str]
    unit: str | None


def is_amount(text: str) -> bool:
    """Whether a text is an amount without a word beside it."""
    return _PLAIN.fullmatch(text) is not None


def sourced_cell(cell: Cell, vocabulary: Vocabulary) -> SourcedCell | None:
    """The sources of a cell with their amounts; None where it holds anything else as well, or its sum is not that of its parts."""
    text = " ".join(cell.text.split()) if cell.lines else ""
    # Most cells hold a figure alone, and no name of a source.
    if _LETTER.search(text) is None or not has_digit(text) or any(line.marks for line in cell.lines):
        return None
    summed = _SUMMED.fullmatch(text)
    if summed is None:
        amounts = _pairs(text, vocabulary)
    else:
        parts = _pairs(summed["within"] or summed["beside"], vocabulary)
        amounts = {WHOLE: summed["whole"].strip(), **parts} if WHOLE not in parts else {}
    return _checked(amounts, vocabulary) if amounts.keys() - {WHOLE} else None


def _pairs(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    """The amounts of a text by the source before each; none where it says anything else, or a source twice."""
    found: dict[str, str] = {}
    end = 0
    while end < len(text):
        met = _PAIR.match(text, end)
        match = vocabulary.funding.match(met["name"], rough=False) if met is not None else None
        if met is None or match is None:
            return {}
        name = WHOLE if match.key == "total" else met["name"]
        if name in found:
            return {}
        found[name] = (met["bare"] or met["wrapped"]).strip() + (met["share"] or "")
        end = met.end()
    return found


def _checked(amounts: dict[str, str], vocabulary: Vocabulary) -> SourcedCell | None:
    """The amounts of a cell, if they are all in one manner and the printed sum is that of its parts."""
    read = {name: parse_cell(text, None, vocabulary=vocabulary) for name, text in amounts.items()}
    whole = read.get(WHOLE)
    parts = [one for name, one in read.items() if name != WHOLE and one.state != "dash"]
    named = {one.unit_raw is not None for one in parts}
    if len(named) > 1 or any(one.state not in ("amount", "dash") for one in read.values()):
        return None
    if whole is None or whole.value is None or not parts:
        return SourcedCell(amounts, None)
    unit = whole.unit_raw if named == {False} else None
    if unit is not None:
        bare = [text for name, text in amounts.items() if name != WHOLE]
        parts = [parse_cell(text, unit, vocabulary=vocabulary) for text in bare]
    elif (whole.unit_raw is not None) not in named:
        return None
    if sum(one.value or 0 for one in parts) != whole.value:
        return None
    return SourcedCell(amounts, unit)
