"""The words that the deeds of one line share and only the first prints: what 1차 and 2차, 착수 and 준공 are of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.schemas.notation import COLONS

_ORDINAL = re.compile(r"(?:(?:제\s?)?[0-9]+\s?(?:차|기|단계)|제\s?[0-9]+\s?회)(?![가-힣])")
_BEFORE_ORDINAL = re.compile(rf"(.{{0,80}}?)(?:{_ORDINAL.pattern})")


def with_heads(labels: Sequence[str], shared: str) -> list[str]:
    """The labels of a line's deeds, each with the words before it that hold for all.

    shared: words that a colon sets off before the dates of all deeds (`용역: `), with it; the first deed has them already.
    """
    first = labels[0]
    return [first, *(shared + label if shared else _with_ordinals_head(label, first) for label in labels[1:])]


def _with_ordinals_head(label: str, first: str) -> str:
    """`설명회: 1차 …, 2차 …`: a part that begins with an ordinal takes the words before the first one's ordinal, if a colon ends them
    or the part is nothing else."""
    if not _ORDINAL.match(label):
        return label
    head = _BEFORE_ORDINAL.match(first)
    if head is None or (not head[1].rstrip().endswith(tuple(COLONS)) and not _ORDINAL.fullmatch(label)):
        return label
    return head[1] + label
