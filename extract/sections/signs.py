"""Small signs before the names of sections (`▪ 추진실적`), in documents whose sections are named behind no other."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from functools import lru_cache

from pledgecards.extract.captions import part_of
from pledgecards.extract.markers import DOT
from pledgecards.extract.pieces import Piece
from pledgecards.extract.sections.headings import heading_match
from pledgecards.schemas.vocabulary import Vocabulary

_ASIDE = frozenset({"contacts", "classification", "support", "overview", "other"})
"""Sections that are called as fields of others are, or as what is said of people."""

_FEWEST = 3


def sign_of_sections(pieces: Sequence[Piece], vocabulary: Vocabulary) -> str | None:
    """The dot behind which three sections or more are named, as most lines are that carry it; None where a line or a cell of a form heads
    one without it."""
    named: dict[str, set[str]] = {}
    others: dict[str, int] = {}
    for piece in pieces:
        if piece.kind == "heading" and piece.match is not None and piece.match.key not in _ASIDE:
            return None
        line = piece.line
        if piece.kind != "line" or line is None:
            continue
        dotted = vocabulary.bullets.get(line.text[:1]) == DOT and len(line.text) > 1
        match = heading_match(part_of(line, 1, len(line.text)) if dotted else line, vocabulary)
        names = match is not None and not match.rough
        if match is not None and names and match.key not in _ASIDE:
            if not dotted:
                return None  # most documents
            named.setdefault(line.text[0], set()).add(match.key)
        if dotted:
            others[line.text[0]] = others.get(line.text[0], 0) + (-1 if names else 1)
    signs = [sign for sign, keys in named.items() if len(keys) >= _FEWEST and others[sign] < 0]
    return signs[0] if len(signs) == 1 else None


@lru_cache(maxsize=64)
def with_section_sign(vocabulary: Vocabulary, sign: str) -> Vocabulary:
    """The vocabulary, in which a bullet glyph ranks as those of sections do."""
    other = copy(vocabulary)
    other.__dict__["bullets"] = {**vocabulary.bullets, sign: 0}
    return other
