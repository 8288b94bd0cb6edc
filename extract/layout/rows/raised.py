"""Figures set small and raised right behind a figure: marks of footnotes, and no digits of it; and those with a bracket behind a word (`국비¹)`)."""

from __future__ import annotations

import re

from pledgecards.extract.layout.rows.characters import Flags, Floats, Ints
from pledgecards.extract.pdf.glyphs import DESCENT
from pledgecards.extract.pdf.shared import UNMAPPED

_SMALL = 0.85
"""Type of less than this share of that before it; browsers set raised figures in five sixths of it."""

_RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))

_NOTE = re.compile(r"(?<=[가-힣])[0-9]{1,2}\)")
"""Behind a word only with its bracket: a figure alone may be what the word is about, set smaller (`제12`)."""

_LEVEL = 0.1
"""Baselines nearer to one another than this share of the larger size are one."""

_UNREAD = chr(UNMAPPED)


def with_raised(text: str, put: Ints, changes: Ints, begins: Flags, sizes: Floats, bottoms: Floats) -> str:
    """The text in which digits that are set much smaller than the digit right before them are raised ones (`600¹`), with a bracket behind also those
    behind a word. On the baseline of that digit they are no marks, and whether they are of its figure is not said: they cannot be read.

    put: the place of every glyph in the text; changes: the glyphs at which the look changes; begins: whether a glyph begins a row;
    sizes, bottoms: the size of every glyph, and the lower edge of its box.
    """
    within = changes[~begins[changes]]
    small = within[sizes[within] < _SMALL * sizes[within - 1]]
    if not len(small):
        return text  # most pages
    letters = list(text)
    for glyph in small.tolist():
        at = int(put[glyph])
        own = sizes[glyph]
        if letters[at - 1] not in _RAISED:
            note = _NOTE.match(text, at)
            if note is None or not (sizes[glyph : glyph + note.end() - at] == own).all():
                continue
            level = False
        else:
            higher = bottoms[glyph - 1] - bottoms[glyph] - DESCENT * (sizes[glyph - 1] - own)
            level = abs(higher) < _LEVEL * sizes[glyph - 1]
        while put[glyph] == at and letters[at] in _RAISED and sizes[glyph] == own:
            letters[at] = _UNREAD if level else _RAISED[letters[at]]
            glyph, at = glyph + 1, at + 1
            if glyph == len(put) or begins[glyph]:
                break
    return "".join(letters)
