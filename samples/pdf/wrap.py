"""Breaks text into lines: at spaces, or (as Korean is often set) at any syllable."""

from __future__ import annotations

from collections.abc import Sequence

from pledgecards.samples.pdf.pen import Face, Ink, Pen

_CLOSING = frozenset(",.)]}」』】〉>:;%!?·~ㆍ")
_OPENING = frozenset("([{「『【〈<'‘“")
Char = tuple[str, Face]


def wrap(inks: Sequence[Ink], width: float, pen: Pen) -> list[list[Ink]]:
    """The text as lines no wider than `width`; the space at which a line breaks stays at its end."""
    lines: list[list[Char]] = [[]]
    used = 0.0
    for unit in _units([(char, ink.face) for ink in inks for char in ink.text], pen.habit.syllables):
        size = _width(unit, pen)
        visible = _width([c for c in unit if c[0] != " "], pen)
        if lines[-1] and used + visible > width:
            lines.append([])
            used = 0.0
        if visible > width:
            for char in unit:
                advance = _width([char], pen)
                if lines[-1] and used + advance > width:
                    lines.append([])
                    used = 0.0
                lines[-1].append(char)
                used += advance
            continue
        lines[-1] += unit
        used += size
    return [_inks(line) for line in lines if line]


def _width(chars: Sequence[Char], pen: Pen) -> float:
    return sum(pen.measure(char, face) for char, face in chars)


def _units(chars: Sequence[Char], syllables: bool) -> list[list[Char]]:
    """Stretches between which a line may break; a space belongs to the stretch before it."""
    units: list[list[Char]] = []
    for char in chars:
        before = units[-1][-1][0] if units else ""
        if not units or (_breaks(before, char[0]) if syllables else before == " " and char[0] != " "):
            units.append([char])
        else:
            units[-1].append(char)
    return units


def _breaks(before: str, after: str) -> bool:
    if after == " " or after in _CLOSING or before in _OPENING:
        return False
    plain = before.isascii() and after.isascii() and before != " "
    return not plain


def _inks(chars: Sequence[Char]) -> list[Ink]:
    inks: list[Ink] = []
    for char, face in chars:
        if inks and inks[-1].face is face:
            inks[-1] = Ink(inks[-1].text + char, face)
        else:
            inks.append(Ink(char, face))
    return inks


def line_width(line: Sequence[Ink], pen: Pen) -> float:
    """How wide a line is, its edge space left out."""
    text = [(char, ink.face) for ink in line for char in ink.text]
    while text and text[-1][0] == " ":
        text.pop()
    return _width(text, pen)


def draw_line(line: Sequence[Ink], x: float, baseline: float, pen: Pen) -> None:
    """Draw one line of text from x."""
    for ink in line:
        x = pen.text(x, baseline, ink.text, ink.face)
