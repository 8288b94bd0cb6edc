"""What stands behind the options of a choice in its line, and is none of them."""

from __future__ import annotations

import re

from pledgecards.extract.choices.labels import after_bullets, label_at
from pledgecards.extract.choices.options import glyph_pattern
from pledgecards.extract.titles.documents import BODY
from pledgecards.schemas.notation import COLON, COLONS, has_colon
from pledgecards.schemas.vocabulary import Vocabulary

_ENDS_OF_BODIES = ("시", "군", "구")
_BODY_LAST = re.compile(rf"(?<=[가-힣)\]])\s+((?=\S+\s\S)(?:{BODY.pattern}))$")

_FIELD_BEHIND = re.compile(rf"[,;/|]\s*(?=(?P<label>[가-힣][가-힣 ]{{1,10}}?)\s?{COLON})")
"""Where a field of another sort begins behind options (`☐ 임기외, 사업기간: 2018. 7. ~`)."""


def note_behind(text: str, vocabulary: Vocabulary) -> int | None:
    """Where behind options something begins that is none of them: a note (`임기내(☑) / 임기외(☐)  ※ 2022년 6월 완료`), a field of another sort, or
    the full name of the body whose card it is (`☐ 지속 ☑ 신규  강원도 평창군`), where marks tell options."""
    note = text.find("※", 1)
    if note > 0 and text[note - 1].isspace():
        return note
    field = _FIELD_BEHIND.search(text) if has_colon(text) else None
    if field is not None and _is_field(text, field, vocabulary):
        return field.end()
    if (apart := _apart_from_options(text, vocabulary)) is not None:
        return apart
    body = _BODY_LAST.search(text) if text[-1:] in _ENDS_OF_BODIES else None
    marked = body is not None and glyph_pattern(vocabulary).search(text, 0, body.start()) is not None
    return body.start(1) if body is not None and marked else None


def _apart_from_options(text: str, vocabulary: Vocabulary) -> int | None:
    """Where behind a wide gap the last words begin that are no option, for each option before them has its mark in front (`☑ 신규 ☐ 지속`
    <TAB> `평창군`)."""
    rest = text.rpartition("\t")[2]
    start = len(text) - len(rest)
    glyph = glyph_pattern(vocabulary)
    if (
        not start
        or not any(map(str.isalnum, rest))
        or glyph.search(rest) is not None
        or len(glyph.findall(text, 0, start)) < 2
    ):
        return None
    label = label_at(text, after_bullets(text, vocabulary), vocabulary, rough=False)
    known = (vocabulary.options, vocabulary.labels)
    if label is None or any(words.match(rest.strip(f" {COLONS}"), rough=False) is not None for words in known):
        return None
    in_front = glyph.match(text, label[2]) is not None and glyph.search(text, start - 2, start) is None
    return start if in_front and "\t" not in text[label[2] : start - 1] else None


def _is_field(text: str, met: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether what a colon sets off behind marked options is neither an option nor a choice, and holds no mark."""
    glyph = glyph_pattern(vocabulary)
    if glyph.search(text, 0, met.start()) is None or glyph.search(text, met.end()) is not None:
        return False
    known = (vocabulary.options, vocabulary.labels)
    return all(words.match(met["label"], rough=False) is None for words in known)
