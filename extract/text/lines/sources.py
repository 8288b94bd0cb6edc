"""What names sources of funding in a text's rows and heads, and their totals."""

from __future__ import annotations

from pledgecards.schemas.vocabulary import Vocabulary


def is_source(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text names a source of funding, or the total of all."""
    return bool(text) and vocabulary.funding.match(text, rough=False) is not None


def is_total(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text names the total of all sources."""
    match = vocabulary.funding.match(text, rough=False) if text else None
    return match is not None and match.key == "total"


def is_letter(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a Hangul letter alone that says nothing, as one of a watermark; 계 alone may be the name of a group of rows."""
    return len(text) == 1 and "가" <= text <= "힣" and not is_source(text, vocabulary)
