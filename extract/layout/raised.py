"""Figures set small right behind a figure: marks of footnotes, and no digits of it."""

from __future__ import annotations

from pledgecards.extract.layout.characters import Flags, Floats, Ints

_SMALL = 0.85
"""Type of less than this share of that before it; browsers set raised figures in five sixths of it."""

_RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


def with_raised(text: str, put: Ints, changes: Ints, begins: Flags, sizes: Floats) -> str:
    """The text in which digits that are set much smaller than the digit right before them are raised ones (`600¹`).

    put: the place of every glyph in the text; changes: the glyphs at which the look changes; begins: whether a glyph begins a row;
    sizes: the size of every glyph.
    """
    within = changes[~begins[changes]]
    small = within[sizes[within] < _SMALL * sizes[within - 1]]
    if not len(small):
        return text  # most pages
    letters = list(text)
    for glyph in small.tolist():
        at = int(put[glyph])
        if letters[at - 1] not in _RAISED:
            continue
        own = sizes[glyph]
        while put[glyph] == at and letters[at] in _RAISED and sizes[glyph] == own:
            letters[at] = _RAISED[letters[at]]
            glyph, at = glyph + 1, at + 1
            if glyph == len(put) or begins[glyph]:
                break
    return "".join(letters)
