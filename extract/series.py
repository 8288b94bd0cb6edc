"""Numerals of lists and sections: which one stands behind another."""

from __future__ import annotations

from pledgecards.schemas.notation import LETTERS

_LETTERS = ("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "❶❷❸❹❺❻❼❽❾❿", "㉮㉯㉰㉱㉲㉳㉴", LETTERS)
_ROUND = "().．[]（） "


def next_in_series(before: str, number: str) -> bool:
    """Whether a numeral is the one behind another (`2.` behind `1.`, `나)` behind `가)`, `③` behind `②`)."""
    one, other = before.strip(_ROUND), number.strip(_ROUND)
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    return len(one) == len(other) == 1 and any(f"{one}{other}" in letters for letters in _LETTERS)
