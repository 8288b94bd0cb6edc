"""Labels half-way between the lines of their options, as a copy of a page sets the label of a cell of two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.captions import part_of
from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fields import PrintedChoice, known_of
from pledgecards.extract.choices.options import candidates_of, glyph_pattern
from pledgecards.extract.page import Block, Line
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Vocabulary

_WORD = re.compile(rf"[가-힣·]+(?=\s*[{COLONS}(（])")
_LONGEST = 20
"""No label is longer, its spaces and remarks with it."""

_PART = re.compile(r"[^\t]+")


def choices_around(blocks: Sequence[Block], at: int, vocabulary: Vocabulary) -> list[PrintedChoice]:
    """The choices of three lines from `at` on, of which the middle one holds nothing but labels, and the others the marked options of each
    (`■ 임기내 <TAB> □ 국가` / `임기구분 <TAB> 사업주체` / `□ 임기외 <TAB> ■ 시`); none where they are anything else."""
    middle = blocks[at + 1] if at + 2 < len(blocks) else None
    if not isinstance(middle, Line) or len(middle.text) > _LONGEST * (1 + middle.text.count("\t")):
        return []
    if not vocabulary.labels.may_begin(middle.text[:1]):
        return []
    above, below = blocks[at], blocks[at + 2]
    if (
        not isinstance(above, Line)
        or not isinstance(below, Line)
        or glyph_pattern(vocabulary).search(above.text) is None
    ):
        return []
    found_labels = [vocabulary.labels.match(part.strip(), rough=False) for part in _PART.findall(middle.text)]
    labels = [match for match in found_labels if match is not None]
    if len(labels) < len(found_labels) or glyph_pattern(vocabulary).search(middle.text):
        return []
    parts = [list(_PART.finditer(line.text)) for line in (above, below)]
    if not labels or any(len(each) != len(labels) for each in parts):
        return []
    found: list[PrintedChoice] = []
    for place, match in enumerate(labels):
        sides: list[list[Candidate]] = []
        for line, each in zip((above, below), parts, strict=True):
            options = candidates_of(line, *each[place].span(), vocabulary)
            if not all(one.glyph and _is_known(one, match.key, vocabulary) for one in options):
                return []
            sides.append(options)
        if not any(sides):
            return []  # signs alone around a label
        word = part_of(middle, *list(_PART.finditer(middle.text))[place].span())
        ink = sum(part_of(line, *each[place].span()).ink for line, each in zip((above, below), parts, strict=True))
        place_of_all = above.place.union(below.place)
        found.append(PrintedChoice(word.text.strip(), match, (*sides[0], *sides[1]), place_of_all, word.ink + ink))
    return found


def _is_known(option: Candidate, key: str, vocabulary: Vocabulary) -> bool:
    """Whether an option is one of the field's, with what it says of itself or not (`예산 : 12억원`)."""
    word = _WORD.match(option.text)
    plain = option if word is None else replace(option, text=word[0])
    return known_of(key, [option], vocabulary) > 0 or known_of(key, [plain], vocabulary) > 0
