"""Pledge numbers as they stand at the head of a line: `25.`, `공약 25`, `III-①-1`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pledgecards.extract.fields import fielded
from pledgecards.extract.markers import BARS
from pledgecards.schemas.notation import COLON, COLONS, LETTERS, TILDES
from pledgecards.schemas.vocabulary import Vocabulary, fold

_WHOLE_YEAR = re.compile(rf"(?:19|20)\d\d(?:년\s?[^\d\s{COLONS}]|\s[^\d\s{COLONS}{TILDES}])")
_PLEDGE = re.compile(rf"공약(?:사업|사항)?(?:\s*{COLON}\s*|\s+)(?=\S)")
_PART = r"(?:\d{1,3}|[①-⑳❶-❿⓵-⓾➀-➓]|[Ⅰ-Ⅻ]+|[IVX]{1,4}(?![A-Za-z]))"

_RING = re.compile("[①-⑳❶-❿⓵-⓾➀-➓]")

_OF_ROAD = r"(?:국도|지방도|군도|시도|버스|출구)"
"""What is counted by 번 in titles: `7번 국도 확장`."""

_LETTERED = (
    rf"(?:(?<=[\[【(（〔<＜〈《≪])[{LETTERS}](?=\s*[-–‐‑]\s*\d)"
    rf"|^[{LETTERS}](?=\s*[-–‐‑]\s*\d{{1,3}}\s*$))"
)
"""A letter as the first part of a number, in brackets or where nothing follows: `[가-1] 제목`, `가-1`."""

_FIGURE_OF_TITLE = re.compile(
    rf"\d+[가-힣一-鿿]|\d{{1,3}}(?:,\d{{3}})*원\s[가-힣]{{2}}|{_WHOLE_YEAR.pattern}|\d[\d,]*(?!\s?[십백천만억조]*원)\+?\s?[가-힣A-Za-z]"
    rf"|\d{{1,2}}[·.]\d{{1,2}}\s?[가-힣]{{2}}|\d+(?:[·{TILDES},]\d+)+(?!월|일|분기|[십백천만억조]*원)[가-힣]"
)
"""How a title with a figure begins: `4차산업`, `3無`, `1,000원 택시`, `2025 세계정원박람회`, `1,000개`, `5G`, `3·1운동`, `1·2동`."""

_MEASURE_OF_TITLE = re.compile(r"\d{1,3}(?:\.\d+)?[%℃]\s?[가-힣]{2}|\d[+:]\d(?!\d)\s?[가-힣]{2}")
"""How it may begin as well behind a number that a sign ends: `80% 국공립화`, `1+1 청년주택`."""

_DAY = re.compile(r"(?!(?:3[2-9]|[4-9]\d)\.\s+\d)\d{1,2}\.\s*\d{1,2}\.")
"""A line that begins with a day; no year and no month is more than 31 (`50. 5.18 기념사업`)."""

_EVERY_DAY = "365"
_SHORT = 120
"""Longer lines are not remembered."""

_LETTER = re.compile(r"[^\W\d_]")
_OF_ALL = re.compile(r"(?P<number>\d{1,3})\s?/\s?(?P<all>\d{2,3})(?![\d.])")
"""A number and how many there are (`12/62`); of fewer than `_DAYS`, the two may be a month and a day."""

_DAYS = 31
_SHUT = re.compile(r"[\]】)）〕>＞〉》≫]")
_DASH = re.compile(r"[-–—―]\s+")
_PERIOD = re.compile(r"\d*\s*(?:년|월|일|분기)(?![가-힣])|\d+\s*(?:년|월|일|분기)")
_DAYS_OF_TITLE = re.compile(r"365일\s*(?!까지|부터)[가-힣\d·,]{2}|\d{2,3}년\s+(?:역사|전통|미래)")
_YEARS_OF_TITLE = re.compile(r"365일|\d{2,4}년\s*(?!까지|부터|이후|현재|기준)[가-힣A-Za-z]{2}")


@lru_cache(maxsize=8)
def number_words(vocabulary: Vocabulary) -> frozenset[str]:
    """The folded words that stand before pledge numbers (`공약`)."""
    return frozenset(fold(spelling) for spelling in vocabulary.cards.spellings["number_words"])


@lru_cache(maxsize=8)
def _number_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    words = sorted((spelling for key, spelling in vocabulary.cards if key == "number_words"), key=len, reverse=True)
    # The letters of a longer word may stand apart: `공 약 번 호 : 제 19 호`.
    word = "|".join(
        r"\s?".join(re.escape(c) for c in word if c != " ") if len(word) > 3 else re.escape(word) for word in words
    )
    bullets = "".join(re.escape(sign) for sign in sorted(vocabulary.bullets) if len(sign) == 1)
    return re.compile(
        # `○ 공약 6. 제목`
        rf"(?:[{bullets}]\s*(?=(?:{word})\s*[.{COLONS}]?\s*(?:제\s*)?\d))?"
        rf"(?P<open>[\[【(（〔<＜〈《≪]?)\s*(?:(?P<word>(?i:{word}))\s*(?:[(（][A-Za-z][A-Za-z .]{{1,20}}[)）]\s*)?"
        # `공약카드 No. 14`, `【공약카드】 14번`, `공약카드 - 14`
        rf"[\]】〕＞〉》≫]?\s*(?:[.{COLONS}]|[-–](?=\d|\s*\d{{1,3}}\s*$))?\s*(?:(?i:No)\b\s*[.{COLONS}]?\s*|#\s*)?"
        # `공약카드 (44) 제목`; `#12 제목`
        rf"(?:[\[【(（]\s*(?=\d{{1,3}}\s*[\]】)）]))?|(?P<hash>#\s?(?=\d)))?(?:제\s*)?"
        rf"(?P<number>(?:{_PART}|{_LETTERED})(?:(?:\s*[-–‐‑]\s*|\.){_PART})*)(?P<end>\s*(?:(?:(?(word)번|번(?!\s?{_OF_ROAD}))|호)(?![가-힣]))?\s*[\]】)）〕>＞〉》≫]?\s*(?(word)[.)．）{COLONS}]?|[.)．）]?)\s*)",
    )


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a pledge number. `title` is what follows it ('' if nothing does).

    sure  the number carries a word, a dot or a bracket, or is of several parts; a bare `25` before words is not sure.
    named  a word says whose number it is (`공약번호 41`).
    first  it is the first of a row (`1.`, `Ⅰ`), as that of a card's first section is.
    field  the name of the field that stands beside it (`[교육·보육 5] 제목`); '' if none does.
    """

    number: str
    title: str
    sure: bool
    named: bool = False
    first: bool = False
    field: str = ""

    @property
    def ringed(self) -> bool:
        """Whether it is one numeral in a ring before a title of one (`③ 통학로 조성`), as no title begins."""
        return _RING.fullmatch(self.number) is not None and _RING.search(self.title) is None

    @property
    def apart(self) -> bool:
        """Whether it can be no part of the title behind it."""
        return bool(self.title) and (self.sure or self.ringed)


def numbered(text: str, vocabulary: Vocabulary) -> Numbered | None:
    """The pledge number at the head of a line (`25.`, `공약 25 제목`, `III-①-1 제목`), or None."""
    # The same lines are asked for where heads, cards and titles begin.
    return _short(text, vocabulary) if len(text) <= _SHORT else _numbered(text, vocabulary)


def _numbered(text: str, vocabulary: Vocabulary) -> Numbered | None:
    found = _plainly(text, vocabulary)
    if found is not None:
        return found
    for beside in fielded(text, vocabulary):
        found = _plainly(beside.text, vocabulary)
        if found is None or (beside.named and not found.named) or (beside.loose and not found.sure):
            continue
        # `교육 | 5 | 10 | 15` is a row of figures, `교육(3) 문화(2)` a list; `[교육 5] 청년 도서관` is none.
        if not found.title or (_LETTER.search(found.title) and not _lists_on(found.title, vocabulary)):
            return replace(found, field=beside.field, sure=found.sure or beside.signed)
    return None


def names_of(text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """What a line may name, folded: its words, and those behind its number."""
    yield fold(text)
    if (found := numbered(text, vocabulary)) is not None and found.title:
        yield fold(found.title)


def _lists_on(title: str, vocabulary: Vocabulary) -> bool:
    """Whether what stands behind a field and its number is another field with one."""
    return any(_plainly(beside.text, vocabulary) is not None for beside in fielded(title, vocabulary))


def _plainly(text: str, vocabulary: Vocabulary) -> Numbered | None:
    """The number of a line that begins with it, or with the word or the bullet before it."""
    found = _number_pattern(vocabulary).match(text)
    if found is None:
        return None
    word = found.group("word") is not None
    counted = _OF_ALL.match(text, found.start("number"))
    if counted is not None and int(counted["number"]) <= int(counted["all"]) > _DAYS:
        rest = text[counted.end() :].strip(f" {COLONS}\t)]】" + BARS)
        # `12/62` alone may count the pages.
        return Numbered(text[: found.end("number")].strip(), rest, True, word) if rest or word else None
    rest = text[found.end() :]
    printed = text[: found.end()].strip()
    if found.group("open") and not found.group("word") and not _SHUT.search(printed) and _SHUT.search(rest):
        return None  # `[5. 복지] 제목`
    bare = found.end() == found.end("number")
    if rest and bare and rest[0] not in BARS and not text[found.end() - 1].isspace():
        return None  # `25개소`, `2018년`
    if rest and printed == _EVERY_DAY:
        return None  # `365 안심도시 조성`
    figure = _FIGURE_OF_TITLE.match(rest) or ((word or _is_set_off(printed)) and _MEASURE_OF_TITLE.match(rest))
    if rest[:1].isdigit() and not (text[found.end() - 1] in " \t.)]】>＞〉》≫" and figure):
        return None
    if _PERIOD.match(rest) and not (
        _WHOLE_YEAR.match(rest) or ((word or _is_set_off(printed)) and _opens_title(rest, after_word=word))
    ):
        return None
    if re.match(
        r"(?:년|월|일|%|개|명|건|회|억|천|만|분기|차|대|시|인|분|시간|호선|주년|~|∼)(?![가-힣])|세 ?(?:시대|이상|미만)",
        rest,
    ):
        return None
    if re.search(r"[.\-–‐‑]\s*$", found.group("number")) or _DAY.match(text):
        return None
    if rest and len(rest) <= 8 and fold(rest) in number_words(vocabulary):
        rest, printed = "", text.strip()  # `제12호 공약`
    if printed.endswith(("호", "번")) and (named := _PLEDGE.match(rest)) is not None:
        rest = rest[named.end() :]  # `제12호 공약 도서관 건립`
    sure = bool(
        found.group("word")
        or found.group("hash")
        or found.group("open")
        or re.search(r"[.)．）번호]\s*$|\S[-–‐‑]", printed)
    )
    first = found.group("number") in ("1", "Ⅰ", "I")
    rest = rest.removeprefix("· ").strip(f" {COLONS}\t/∥‖" + BARS)  # `공약 12 · 문화 분야`
    dash = _DASH.match(rest) if word else None
    return Numbered(printed, rest[dash.end() :] if dash is not None else rest, sure, word, first)


_short = lru_cache(maxsize=4096)(_numbered)


def _is_set_off(printed: str) -> bool:
    """Whether a number cannot be a part of a date before what follows it: a sign ends it, or it is of two parts."""
    return printed[-1:] in ".)．）]】>＞〉》≫" or re.fullmatch(r"\d+[-–‐‑]\d+", printed) is not None


def _opens_title(rest: str, *, after_word: bool) -> bool:
    """Whether words that begin with days or years are a title: `365일 안심`, and behind `공약 12` also `2019년 체전 준비`."""
    return (_YEARS_OF_TITLE if after_word else _DAYS_OF_TITLE).match(rest) is not None
