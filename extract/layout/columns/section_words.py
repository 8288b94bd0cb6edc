"""Whether glyphs of a line make up the name of a section: what heads a column of text, and no cell or caption of a table."""

from __future__ import annotations

import numpy as np

from pledgecards.extract.layout.rows.characters import Characters, Ints
from pledgecards.extract.markers import split_marker
from pledgecards.schemas.vocabulary import Vocabulary

_LONGEST = 30


def section_of(glyphs: Characters, line: Ints, words: Vocabulary) -> str | None:
    """The key of the section that the glyphs of a line name, whatever their order and the bullet or the number before them; else None."""
    if not 0 < len(line) <= _LONGEST:
        return None
    text = "".join(map(chr, glyphs.codes[line[np.argsort(glyphs.x0[line], kind="stable")]].tolist()))
    match = words.sections.match(text, rough=False) or words.sections.match(
        split_marker(text, words).words, rough=False
    )
    return match.key if match is not None else None
