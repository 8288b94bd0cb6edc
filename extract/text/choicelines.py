"""Lines that are choices of a card, where a table might be seen: a label, and its options with their marks, between wide gaps."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
