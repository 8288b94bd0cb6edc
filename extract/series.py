"""Series of bullets and numerals: which ones belong to one, and which numeral stands behind another."""

from __future__ import annotations

from pledgecards.schemas.notation import LETTERS

_LETTERS = ("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ", "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "❶❷❸❹❺❻❼❽❾❿", "㉮㉯㉰㉱㉲㉳㉴", LETTERS)
_ROUND = "().．[]（） "
_BOXED = "\U000f02b1\U000f02b9"  # numerals in boxes, as Hancom's fonts have them


def next_in_series(before: str, number: str) -> bool:
    """Whether a numeral is the one behind another (`2.` behind `1.`, `나)` behind `가)`, `③` behind `②`)."""
    one, other = before.strip(_ROUND), number.strip(_ROUND)
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    return len(one) == len(other) == 1 and any(f"{one}{other}" in letters for letters in _LETTERS)


def begins_series(number: str) -> bool:
    """Whether a numeral is the first of its series (`1.`, `가)`, `①`)."""
    bare = number.strip(_ROUND)
    return bare in ("1", "01") or (len(bare) == 1 and any(letters.startswith(bare) for letters in _LETTERS))


def same_series(one: str | None, other: str | None) -> bool:
    """Whether two markers belong to one series: the same bullet, or numerals of one form (`①`, `②`; `1)`, `2)`)."""
    if one == other:
        return True
    if not one or not other:
        return False
    return _series(one) == _series(other) != ""


def series_of(marker: str) -> str:
    """What markers of one series have in common: the form of a numeral, or the sign itself."""
    return (_series(marker) if marker else "") or marker


def _series(marker: str) -> str:
    """The form of a numeral marker, '' for a bullet glyph: `1)` and `12)` are `0)`, `가.` and `나.` are `가.`."""
    if marker[0].isdecimal():
        return "0" + marker.lstrip("0123456789")
    if marker[0] == "(" and len(marker) > 2:
        return "(0)" if marker[1].isdecimal() else "(가)"
    if "가" <= marker[0] <= "힣" and len(marker) == 2:
        return "가" + marker[1]
    for ends in ("①⑳", "㉠㉭", "㉮㉻", "㈀㈍", "ⓐⓩ", "⒜⒵", "Ⅰⅻ", "❶❿", "㈎㈛", "➀➓", _BOXED):
        if ends[0] <= marker[0] <= ends[1]:
            return ends[0] + marker[1:]
    return ""
