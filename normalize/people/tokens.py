"""The words and the telephone numbers of people in charge, in their places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pledgecards.normalize.figures.numerals import fold
from pledgecards.normalize.people.offices import Offices, Word
from pledgecards.normalize.people.person import Piece, Token
from pledgecards.normalize.people.phones import CUT_PHONE, FAX, PHONE
from pledgecards.schemas.notation import MIDDOTS

_LISTED = re.compile(rf"\s*[,/{MIDDOTS}]\s*$")
_FORMER = re.compile(r"\(\s*(?:구|舊|전|前|종전|당초|변경\s?전)(?:\s*[:.)]\s*|\s+)[^()]{2,20}\)")
"""An office's former name or chief behind it (`도시재생과(구 도시계획과)`)."""

_COUNTED = re.compile(
    r"(?:(?<![가-힣])외\s?)?(?<!\d)\d{1,2}\s?(?:개\s?(?:[동과팀국실읍면]|부서|읍[·\s]?면(?:[·\s]?동)?)|[명인층])(?![가-힣])"
    r"|\(\s*(?:정|부|공동)\s*\)"
)
"""What names nobody: how many offices or people (`18개 동`, `외 2명`), a storey, and who stands in for whom (`(정)홍길동 (부)김가나`)."""

_LATIN_NAME = re.compile(r"^[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){0,3}(?![A-Za-z@.])")


def tokens_of(pieces: Sequence[Piece], offices: Offices) -> list[Token]:
    """The words and the numbers of pieces, without what stands in brackets as former; their spans are those of the pieces' texts, one a
    line."""
    tokens: list[Token] = []
    offset = 0
    for piece in pieces:
        text = fold(piece.text)
        found: list[tuple[int, int, Word]] = []
        for met in PHONE.finditer(text):
            fax = piece.expected == "fax" or FAX.search(text, max(0, met.start() - 12), met.start())
            found.append((*met.span(), Word("fax" if fax else "phone", met[0])))
        if piece.expected == "name":
            found += [(*met.span(), Word("name", met[0], name=met[0])) for met in _LATIN_NAME.finditer(text)]
        words = PHONE.sub(lambda met: "," * len(met[0]), text)
        found += [(*met.span(), Word("unknown", met[0])) for met in CUT_PHONE.finditer(words)]
        words = _COUNTED.sub(lambda met: "," * len(met[0]), words)
        found += offices.words(_FORMER.sub(lambda met: " " * len(met[0]), words))
        for start, end, word in sorted(found, key=lambda one: one[0]):
            listed = _LISTED.search(text, max(0, start - 4), start) is not None
            tokens.append(Token(offset + start, offset + end, word, piece, listed))
        offset += len(text) + 1
    return tokens
