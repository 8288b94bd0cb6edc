"""Lines that are choices of a card, where a table might be seen: a label, and its options with their marks, between wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pledgecards.extract.choices.option_words import is_option
from pledgecards.extract.choices.options import glyph_pattern
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary

_GAP = re.compile(r" {2,}")
_FEWEST_MARKS = 2


def has_choices(texts: Iterable[str], vocabulary: Vocabulary) -> bool:
    """Whether some line labels a choice and has the marks of its options: what stands there begins a card, and goes on no table."""
    glyph = glyph_pattern(vocabulary)
    for text in texts:
        parts = [part for part in _GAP.split(text.strip()) if part]
        if not any(vocabulary.labels.match(part.strip(f" {COLONS}"), rough=False) is not None for part in parts):
            continue
        if len(glyph.findall(text)) >= _FEWEST_MARKS:
            return True
    return False


def are_options(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether each text is a mark and a known option: the options of a choice whose label stands elsewhere, and no row of a table."""
    glyph = glyph_pattern(vocabulary)
    marks = [glyph.match(text) for text in texts]
    return all(
        mark is not None and is_option(text[mark.end() :].strip(), vocabulary)
        for mark, text in zip(marks, texts, strict=True)
    )
