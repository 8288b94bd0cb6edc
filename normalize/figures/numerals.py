"""Numbers as Korean writes them: digits with separators, and 십·백·천·만·억·조 multiplying what stands before them.

`12억3,456만` is 1,234,560,000; `97,000천` is 97,000,000. Only a well-formed number has a value: `1,23` and
`2019.12.3` have none. All positions are those of the text that was given.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pledgecards.extract.record import record
from pledgecards.schemas.notation import APOSTROPHES, TILDES

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, "\t\n\r\f\v\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
_MINUS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\uff0d"), "-")
_TRIANGLES = {ord("∆"): "△", ord("Δ"): "△", ord("▵"): "△", ord("⊿"): "△", ord("▴"): "▲"}
_TILDES = dict.fromkeys(map(ord, TILDES[1:]), "~")
# Signs that look like the comma, which some fonts' maps give for it.
_COMMAS = dict.fromkeys(map(ord, "\u201a\u066c\ufe50"), ",")
_QUOTES = dict.fromkeys(map(ord, APOSTROPHES[1:]), "'")
_FOLDED: dict[int, int | str] = {
    **_FULL_WIDTH,
    **_SPACES,
    **_MINUS,
    **_TRIANGLES,
    **_TILDES,
    **_COMMAS,
    **_QUOTES,
    ord("￦"): "₩",
}

# Nearly all texts are plain, and a search tells that many times as fast as a translation.
_FOLDS = re.compile(f"[{re.escape(''.join(map(chr, sorted(_FOLDED))))}]")

TOKEN = re.compile(r"[0-9](?:[0-9,.]*[0-9])?")
"""A stretch of digits and separators, as long as it goes; whether it is a number, `number_of` says."""

_WELL_FORMED = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_MARKED = re.compile(r"((?:[△▲-] ?)?[1-9][0-9]{0,2}(?:,[0-9]{3})+)[0-9]{1,2}\)")
_LONGEST = 24
_SMALL = {"십": 10, "백": 100, "천": 1_000}
_BIG = {"만": 10_000, "억": 100_000_000, "조": 1_000_000_000_000}
_ODD = r"여| 여(?= |명|개소|가구|세대|원)"
_PART = re.compile(
    rf"(?P<number>[0-9](?:[0-9,.]*[0-9])?)(?P<odd>{_ODD})?(?: ?(?P<small>[십백천])(?P<odd_small>여(?= ?[만억]))?)?(?: ?(?P<big>[만억조]))?(?P<odder>{_ODD})?"
)
_MOST_PARTS = 6


def fold(text: str) -> str:
    """The text with full-width signs, odd spaces, dashes, tildes and triangles made plain, one for one, so that positions hold."""
    return text.translate(_FOLDED) if _FOLDS.search(text) else text


def without_note_mark(text: str) -> str:
    """A figure without the mark of a footnote behind it, where the groups of its digits tell them apart (`8,1971)` is 8,197, but `4711)` may be
    47 or 471); any other text as it is."""
    met = _MARKED.fullmatch(text) if text.endswith(")") else None
    return met[1] if met is not None else text


def number_of(token: str) -> Decimal | None:
    """The value of digits with separators, or None where they are not well formed (`1,23`, `007`, `1.2.3`) or absurdly long."""
    if len(token) > _LONGEST or not _WELL_FORMED.fullmatch(token):
        return None
    return Decimal(token.replace(",", ""))


@record
class Numeral:
    """A number read at `text[start:end]`.

    value      its exact value, multipliers included
    own        the number before the multipliers, if it is of one part (`97,000` of `97,000천`)
    largest    the largest multiplier above 천 in it (만, 억, 조 as a number), or 1
    multiplied whether 십·백·천·만·억·조 stand in it
    hanging    whether it ends on 십·백·천 after a larger one (`3억5천`: spoken for 3억 5천만, so it says two things)
    spaced     whether it is of several parts with a space between them
    odd        whether 여 stands in it (`80여`)
    """

    start: int
    end: int
    value: Decimal
    own: Decimal | None
    largest: int
    multiplied: bool
    hanging: bool
    spaced: bool
    odd: bool


def numerals_at(text: str, start: int) -> tuple[list[Numeral], int]:
    """The readings of the number that begins at text[start] (a digit, in folded text), the longest first, and where the
    longest ends.

    A shorter reading leaves out parts set apart that may be numbers of their own (`3억 5개소`: 300,000,005 or 300,000,000), or
    letters that may be no multiplier (`3 만화`). There is none where the number is malformed (`12억 34,567만`): whatever is
    shorter would cut it in two.
    """
    parts: list[re.Match[str]] = []
    position = start
    while len(parts) < _MOST_PARTS:
        part = _PART.match(text, position)
        if part is None:
            break
        parts.append(part)
        position = part.end()
        if not (part["small"] or part["big"]):
            break
        if text[position : position + 1] == " ":
            position += 1
    last = parts[-1]
    multiplied = bool(last["small"] or last["big"])
    if len(parts) == 1 and not multiplied:
        plain = _bare(last)
        return ([] if plain is None else [plain]), last.end()
    readings = [_value(text, start, parts)]
    if len(parts) > 1 and not multiplied and text[last.start() - 1] == " ":
        readings.append(_value(text, start, parts[:-1]))
    if len(parts) == 1 and multiplied:
        readings.append(_bare(parts[0]))
    return ([] if None in readings else [reading for reading in readings if reading is not None]), last.end()


def _bare(part: re.Match[str]) -> Numeral | None:
    value = number_of(part["number"])
    end = part.end("odd") if part["odd"] else part.end("number")
    return (
        None if value is None else Numeral(part.start(), end, value, value, 1, False, False, False, bool(part["odd"]))
    )


def _value(text: str, start: int, parts: list[re.Match[str]]) -> Numeral | None:
    total, section = Decimal(0), Decimal(0)
    ceiling: int | None = None  # every later section stays below the multiplier before it
    step: int | None = None  # and every later part of a section below the 십·백·천 before it
    for part in parts:
        number = number_of(part["number"])
        if number is None or (len(parts) > 1 and "." in part["number"]):
            return None
        small, big = _SMALL.get(part["small"], 1), _BIG.get(part["big"], 1)
        grown = number * small
        if step is not None and grown >= step:
            return None
        section += grown
        step = small
        if big > 1:
            if ceiling is not None and section * big >= ceiling:
                return None
            total += section * big
            section, ceiling, step = Decimal(0), big, None
    if ceiling is not None and section >= ceiling:
        return None
    last = parts[-1]
    return Numeral(
        start=start,
        end=last.end(),
        value=total + section,
        own=number_of(parts[0]["number"]) if len(parts) == 1 else None,
        largest=max(_BIG.get(part["big"], 1) for part in parts),
        multiplied=any(part["small"] or part["big"] for part in parts),
        hanging=len(parts) > 1 and not last["big"],
        spaced=len(parts) > 1 and " " in text[start : last.end()],
        odd=any(part["odd"] or part["odd_small"] or part["odder"] for part in parts),
    )
