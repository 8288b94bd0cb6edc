"""The number of a card where it does not stand before the title: behind the document's name, in a remark, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.extract.numbers import number_words, numbered
from pledgecards.extract.page import Line
from pledgecards.extract.pieces import Piece
from pledgecards.extract.titles.lines import APART, REMARK_BEHIND
from pledgecards.schemas.vocabulary import Vocabulary, fold

_REMARKS = re.compile(r"[,/|·]")


def number_behind(names: Sequence[Line | None], vocabulary: Vocabulary) -> str | None:
    """The number behind the name of the document, in brackets (`공약 추진카드 [ 5-7 ]`) or apart from it (`실천계획서<TAB>공약 17`)."""
    for line in names:
        *before, last = APART.split(line.text) if line is not None else ("",)
        apart = numbered(last.strip(), vocabulary) if before else None
        if apart is not None and apart.named and not apart.title:
            return apart.number
        remark = REMARK_BEHIND.search(line.text) if line is not None else None
        found = numbered(remark.group().strip(), vocabulary) if remark is not None else None
        if found is not None and not found.title:
            return found.number
    return None


def number_in_remark(lines: Sequence[Line | None], vocabulary: Vocabulary) -> str | None:
    """The number, with its word, among what a line in brackets says of a card (`(공약번호 : 18, 전라북도 고창군)`)."""
    for line in lines:
        if line is None or REMARK_BEHIND.fullmatch(line.text) is None:
            continue
        for part in _REMARKS.split(line.text.strip()[1:-1]):
            found = numbered(part.strip(), vocabulary)
            if found is not None and found.named and not found.title:
                return found.number
    return None


def number_alone(head: Sequence[Piece], lines: Sequence[int], used: set[int], vocabulary: Vocabulary) -> str | None:
    """The number of a line that holds nothing else, beside a title with its own label (`공약번호: 44` over `공약명: …`), or below a line
    that labels it."""
    for index in lines:
        line = head[index].line
        found = numbered(line.text, vocabulary) if line is not None and index not in used else None
        if found is None or found.title:
            continue
        above = head[index - 1].line if index else None
        below_label = above is not None and fold(above.text) in number_words(vocabulary)
        if found.sure or below_label:
            used |= {index, index - 1} if below_label else {index}
            return found.number
    return None
