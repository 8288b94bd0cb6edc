"""The sign before a figure: a minus, a triangle that means one, or a bullet set close."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from pledgecards.normalize.figures.figure import Figure

_SIGN_BEFORE = re.compile(r"(?P<triangle>[△▲] ?|[▼▽])$|(?:^|(?<=[\s(:\[~=]))-$|\((?P<bracketed>[-△▲])\) ?$")
_SIGNS = frozenset("-△▲▼▽")
_DASH_APART = re.compile(r"(?:^|(?<=[\s(]))- +$")
_RISES = re.compile(r" ?\)? ?(?:증가|상승|향상|증액|인상|증(?![가-힣])|↑)")
_BULLET = re.compile(r"[△▲▼▽] ?(?=[^0-9 ])")


class Surroundings:
    """What a text says of the signs in it: told once a text, so that the cost of a long one stays in proportion, and only where a
    figure has a sign."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def begin(self) -> int:
        return len(self._text) - len(self._text.lstrip(" ("))

    @cached_property
    def end(self) -> int:
        return len(self._text.rstrip(" )"))

    @cached_property
    def triangle_lists(self) -> bool:
        return _BULLET.search(self._text) is not None

    @cached_property
    def triangles_repeat(self) -> bool:
        return self._text.count("▲") > 1


def signed(text: str, figure: Figure, around: Surroundings) -> Figure | None:
    """The figure with its sign, or None where it cannot be told whether a sign stands there."""
    begin = figure.digits - 1 if text[figure.digits - 1 : figure.digits] == "₩" else figure.digits
    if _SIGNS.isdisjoint(text[max(0, begin - 4) : begin]):
        return figure
    sign = _SIGN_BEFORE.search(text, max(0, begin - 4), begin)
    if sign is None:
        own_unit = figure.printed_unit is not None
        return figure if own_unit or not _DASH_APART.search(text, max(0, begin - 4), begin) else None
    if sign["triangle"] and not figure.value < 0 and _RISES.match(text, figure.end):
        return figure  # `▲12% 증가`: it points upwards
    start = min(sign.start(), figure.start)
    alone = start <= around.begin and figure.end >= around.end
    measured = figure.kind != "count" or figure.unit in ("%", "%p", "℃")
    if not alone:
        if sign["triangle"]:
            # In a list of ▲ words and ▲ numbers the triangle is a bullet; of ▲ numbers alone it may be either.
            if around.triangle_lists or around.triangles_repeat:
                return figure if around.triangle_lists else None
            if not measured and (sign["triangle"] == "▲" or sign[0].endswith(" ")):
                return figure
        elif not measured and sign.start() <= around.begin:
            return figure  # a bullet set close: `-10개소 설치`
    return replace(figure, start=start, value=-figure.value)
