"""Pledge numbers in a row: `1-1`, `1-2`, `2-1`. That one follows another tells where a card begins that nothing else sets apart."""

from __future__ import annotations

import re
import unicodedata

from pledgecards.schemas.notation import LETTERS

Parts = tuple[int, ...]
"""The parts of a number, from the left: `III-①-2` is 3, 1, 2."""

_PART = re.compile(rf"\d{{1,3}}|[①-⑳❶-❿⓵-⓾➀-➓]|[Ⅰ-Ⅻ]|[IVX]{{1,4}}|[{LETTERS}](?=\s*[-–‐‑])")
_LETTERS_OR_FIGURES = re.compile(r"[0-9]+|[^\W\d_]+")
_NAMED = re.compile(r"^[가-힣]{2,}-")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def parts_of(number: str) -> Parts:
    """The parts of a pledge number as printed; none where it has none."""
    return tuple(_value(part) for part in _PART.findall(number))


def _value(part: str) -> int:
    if part in LETTERS:
        return LETTERS.index(part) + 1
    if part[0] not in _ROMAN:
        return int(part) if part.isdecimal() else int(unicodedata.numeric(part))
    values = [_ROMAN[letter] for letter in part]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def number_key(number: str) -> str:
    """A number by its letters and figures, whatever signs they are printed in: `1-1.` and `1 - 1` are the same, `Ⅰ-①` and `Ⅰ-②` are not."""
    plain = "".join(
        str(int(unicodedata.numeric(sign))) if unicodedata.category(sign) == "No" else sign for sign in number
    )
    return "-".join(_LETTERS_OR_FIGURES.findall(unicodedata.normalize("NFKC", plain).casefold()))


def same_number(one: str | None, other: str | None) -> bool:
    """Whether two numbers are there and the same; a name may stand before one of them (`공약 7.` over the page, `7` in its field)."""
    if not one or not other:
        return False
    key, its = number_key(one), number_key(other)
    return key == its or _NAMED.sub("", key, 1) == its or key == _NAMED.sub("", its, 1)


def follows(after: Parts, before: Parts) -> bool:
    """Whether a number comes right behind another in a row: one part goes up by one, those behind it begin anew."""
    if len(after) != len(before):
        return False
    at = next((place for place, (one, other) in enumerate(zip(after, before, strict=True)) if one != other), None)
    return at is not None and after[at] == before[at] + 1 and all(part == 1 for part in after[at + 1 :])
