"""What a web page or a file says of itself around a card's text (`최종수정일 : 2020. 10. 5.`, `목록`, `COPYRIGHT …`): nothing of the card."""

from __future__ import annotations

import re
from functools import lru_cache

from pledgecards.schemas.notation import COLON, COLONS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LABELLED = re.compile(rf"([가-힣 ]{{2,12}}?)\s*{COLON}")
_RIGHTS = re.compile(
    r"copyright\W*(?:\d{4}|[A-Za-z]|$)|(?:©|\(c\))(?![가-힣])|ⓒ(?=\s*(?:\d{4}|copyright))|all rights reserved",
    re.IGNORECASE,
)
_PATH = re.compile(r"(?:홈|메인|home)\s*[>›»]\s*\S", re.IGNORECASE)
_FILE = re.compile(
    r"\S.{0,80}\.(?:hwpx?|pdf|xlsx?|docx?|pptx?|zip|jpe?g|png)(?:\s*[(\[][\d.,]+\s*[KMG]i?B?(?:ytes?)?[)\]])?",
    re.IGNORECASE,
)
_OTHER_PAGE = re.compile(rf"(?:이전|다음)글\s|(?:이전|다음) 글\s*[{COLONS}|\t▲▼△▽]")
_SIGNED = re.compile(r"[가-힣]{0,8}(?:장|과|팀|관)\s(?:드림|올림|배상)|(?P<name>[가-힣]{3})\s?(?:드림|올림|배상)")
_LONGEST = 200


def is_of_page(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line says something of the page itself."""
    if len(text) > _LONGEST:
        return False
    label = _LABELLED.match(text)
    if label is not None and fold(label[1]) in _words(vocabulary)[0]:
        return True
    if fold(text) in _words(vocabulary)[1] or _RIGHTS.search(text) or _PATH.match(text) or _FILE.fullmatch(text):
        return True
    if _OTHER_PAGE.match(text):
        return True
    signed = _SIGNED.fullmatch(text)
    if signed is not None and (signed["name"] is None or signed["name"][0] in vocabulary.names["family"]):
        return True  # `홍길동 드림`, but not `손해 배상`
    return last_change(text, vocabulary)


def ends_page(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line asks the reader of a web page about it, or takes the answer (`… 만족하십니까?`): the office behind it is the page's."""
    return "만족" in text and fold(text) in _words(vocabulary)[1]


def last_change(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a line says when the page was last changed, and so the office in it is in charge of the page."""
    return "최종" in text and _day_of_change(vocabulary).search(text) is not None


@lru_cache(maxsize=8)
def _words(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    spellings = vocabulary.dates.spellings
    return frozenset(map(fold, spellings["page_notes"])), frozenset(map(fold, spellings["page_lines"]))


@lru_cache(maxsize=8)
def _day_of_change(vocabulary: Vocabulary) -> re.Pattern[str]:
    labels = [label for label in vocabulary.dates.spellings["page_notes"] if label.startswith("최종")]
    return re.compile(
        rf"(?:{'|'.join(sorted(map(re.escape, labels), key=len, reverse=True))})\s*{COLON}?\s*\d{{4}}\s*[-./년]"
    )
