"""Pledge numbers as they stand at the head of a line: `25.`, `공약 25`, `III-①-1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.schemas.vocabulary import Vocabulary, fold

_WHOLE_YEAR = re.compile(r"(?:19|20)\d\d(?:년\D|\s\D)")
_NAMED = re.compile(rf"\d+[가-힣]|\d+(?:[·~∼～,]\d+)+(?!월|일|분기)[가-힣]|{_WHOLE_YEAR.pattern}")
_PLEDGE = re.compile(r"공약(?:사업|사항)?\s+(?=\S)")
_PART = r"(?:\d{1,3}|[①-⑳]|[Ⅰ-Ⅻ]+|[IVX]{1,4}(?![A-Za-z]))"


@lru_cache(maxsize=8)
def number_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The folded words that stand before pledge numbers (`공약`)."""
    return frozenset(fold(spelling) for spelling in vocabulary.cards.spellings["number_words"])


@lru_cache(maxsize=8)
def _number_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = sorted((spelling for key, spelling in vocabulary.cards if key == "number_words"), key=len, reverse=True)
    word = "|".join(re.escape(word) for word in words)
    bullets = "".join(re.escape(sign) for sign in sorted(vocabulary.bullets) if len(sign) == 1)
    return re.compile(
        rf"(?:[{bullets}]\s*(?=(?:{word})\s*[.:：]?\s*(?:제\s*)?\d))?"  # `○ 공약 6. 제목`
        rf"(?P<open>[\[【(（〔<]?)\s*(?:(?P<word>(?i:{word}))\s*[.:：]?\s*)?(?:제\s*)?"
        rf"(?P<number>{_PART}(?:(?:\s*[-–‐]\s*|\.){_PART})*)(?P<end>\s*(?:번|호)?\s*[\]】)）〕>]?\s*[.)．）]?\s*)",
    )


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a pledge number. `title` is what follows it ('' if nothing does).

    sure  the number carries a word, a dot or a bracket, or is of several parts; a bare `25` before words is not sure.
    """

    number: str
    title: str
    sure: bool


def numbered(text: str, vocabulary: Vocabulary) -> Numbered | None:
    """The pledge number at the head of a line (`25.`, `공약 25 제목`, `III-①-1 제목`), or None."""
    found = _number_pattern(vocabulary).match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    printed = text[: found.end()].strip()
    bare = found.end() == found.end("number")
    if rest and bare and not text[found.end() - 1].isspace():
        return None  # `25개소`, `2018년`
    if rest[:1].isdigit() and not (text[found.end() - 1] in " \t.)]】" and _NAMED.match(rest)):
        return None
    if (
        not _WHOLE_YEAR.match(rest)
        and re.match(r"\d*\s*(?:년|월|일|분기)(?![가-힣])|\d+\s*(?:년|월|일|분기)", rest)
        or re.match(r"(?:년|월|일|%|개|명|건|회|억|천|만|분기|차|대|시|~|∼)(?![가-힣])", rest)
    ):
        return None
    if re.search(r"[.\-–‐]\s*$", found.group("number")) or re.match(r"\d{1,2}\.\s*\d{1,2}\.", text):
        return None
    if rest and len(rest) <= 8 and fold(rest) in number_words(vocabulary):
        rest, printed = "", text.strip()  # `제12호 공약`
    if printed.endswith(("호", "번")) and (named := _PLEDGE.match(rest)) is not None:
        rest = rest[named.end() :]  # `제12호 공약 도서관 건립`
    sure = bool(found.group("word") or found.group("open") or re.search(r"[.)．）번호]\s*$|\S[-–‐]", printed))
    return Numbered(printed, rest.strip(" :：\t|｜"), sure)
