"""The numbers that a date is written with: what closes each of them, and whether it counts something instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pledgecards.normalize.dates.wording import Text
from pledgecards.schemas.vocabulary import Vocabulary

_END = r"(?![가-힣])"
_PARTICLE = r"(?:에|의|은|는|도|부터|까지|초|말|중)"

YEAR_WORD = (
    # 2018년대, 2018년간, 2018년생, 10년차 are no years of a calendar.
    rf"년(?!(?:간|대|생|식|산|차|치|째){_PARTICLE}?{_END})(?! ?(?:이상|이내|미만|이하|초과){_END})"
    # 2018년도, but 2018년도시재생 is 2018년 도시재생.
    rf"(?:도(?:{_END}|(?={_PARTICLE}|상반기|하반기|이전|이후)))?"
)
MONTH_WORD = rf"월(?!요일|(?:간|세){_END})"
DAY_WORD = rf"일(?!(?:간|차|째|동안|짜리|당|장(?:터|날)?)(?:{_PARTICLE}|[을이과와])?{_END}| ?(?:이상|이내|미만|이하|초과|동안|소요){_END})"
CALENDAR_WORD = f"(?:{YEAR_WORD}|{MONTH_WORD}|{DAY_WORD})"

_NUMBER = re.compile(r"( {0,3})([0-9]{1,2})(?![0-9])")
_CLOSER = re.compile(
    rf" {{0,2}}(?:(?P<year>{YEAR_WORD})|(?P<month>{MONTH_WORD})|(?P<day>{DAY_WORD}))| ?(?P<dot>\.)|(?P<join>[-/])(?=[0-9])"
)

# `2018년 7~8월`, `3월 5, 7, 9일`: the word closes every number of the chain.
MONTH_CHAIN = re.compile(rf"(?: {{0,2}}[~,·\-] {{0,2}}[0-9]{{1,2}}){{1,12}} {{0,2}}{MONTH_WORD}")
DAY_CHAIN = re.compile(rf"(?: {{0,2}}[~,·\-] {{0,2}}[0-9]{{1,2}}){{1,12}} {{0,2}}{DAY_WORD}")
YEAR_CHAIN = re.compile(rf"(?: ?[,·/] ?'? ?(?:(?:19|20)?[0-9]{{2}})){{1,10}} ?{YEAR_WORD}")

_EACH_DAY = re.compile(r" {0,3}1일 {0,2}(?:평균|최대|최소|[0-9][0-9,]{0,9} ?(?!월)[가-힣])")
"""What is done each day (`1일 2회`, `1일 평균 30명`): a first of the month only behind a month with its word (`3월 1일 2회 개최`)."""

_MAY_FOLLOW = rf"(?:(?:경|쯤|무렵|께|초순|중순|하순|상순|초|중|말|에|자|한|限){_END}|연[초말](?:까지|부터|에|경)?{_END}|부터|까지|부로|절기{_END}|이후|이전|현재|기준)"


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a date. closer: what ends it: `년`, `월`, `일`, `.`, `-`, `/`, or empty if nothing does.

    start, end  the offsets of its digits; `after` the offset behind its closer. tight: no space stands before it.
    """

    value: int
    width: int
    start: int
    end: int
    closer: str
    after: int
    tight: bool


def closer_at(text: Text, position: int) -> tuple[str, int]:
    """What closes a number that ends here, and the offset behind it; (`""`, position) if nothing does."""
    match = _CLOSER.match(text, position)
    if match is None:
        return "", position
    sign = (
        "년" if match["year"] else "월" if match["month"] else "일" if match["day"] else match["dot"] or match["join"]
    )
    return sign, match.end()


def numbers_at(text: Text, position: int, limit: int, joiner: str | None = None) -> list[Number]:
    """Up to `limit` numbers of one or two digits from here on, each behind the closer of the one before.

    `joiner` is the sign (`-` or `/`) that already joins the number before them; only that one may then go on, and a dash
    or a slash elsewhere closes nothing. A full stop that a digit follows closes the last number no more: it is a decimal point.
    """
    found: list[Number] = []
    while len(found) < limit:
        match = _NUMBER.match(text, position)
        if match is None or (joiner in ("-", "/") and match[1]):
            break
        if _EACH_DAY.match(text, position) and not (found and found[-1].closer == "월"):
            break
        sign, after = closer_at(text, match.end())
        final = len(found) == limit - 1
        misplaced = sign in ("-", "/") and (final or (sign != joiner if joiner is not None else bool(found)))
        decimal = sign == "." and final and text[after : after + 1].isdigit()
        if misplaced or decimal:
            sign, after = "", match.end()
        found.append(Number(int(match[2]), len(match[2]), match.start(2), match.end(2), sign, after, not match[1]))
        if sign in ("", "일"):
            break
        joiner = sign if joiner is None else joiner
        position = after
    return found


@lru_cache(maxsize=16)
def _counting(vocabulary: Vocabulary, apart: bool) -> re.Pattern[str]:
    units = [unit for unit in vocabulary.count_units if unit not in ("년", "월", "일")]
    spaced = rf" {{1,2}}(?:{'|'.join(map(re.escape, units))})(?![가-힣A-Za-z]| ?=)" if apart else "(?!)"  # `24 L=1.2km`
    sign = r" ?[%‰℃°\u3380-\u33ff]|[A-Za-z×+\x00\x01]"
    deeds = "|".join(map(re.escape, vocabulary.dates.spellings["deeds"]))
    attached = rf"(?!{_MAY_FOLLOW}|{deeds})[가-힣]"
    attached_last = rf"(?!{_MAY_FOLLOW}|{deeds}|{CALENDAR_WORD})[가-힣]"
    last = r"[0-9]{1,9}(?:[,.][0-9]{1,9}){0,3}"
    return re.compile(
        rf",[0-9]{{3}}(?![0-9])|[:./][0-9]|{sign}|{attached}|{spaced}"
        rf"| {{0,2}}[~\-] {{0,2}}{last}(?:{sign}|{attached_last}|{spaced})"
    )


def counts_something(text: Text, position: int, *, apart: bool = True) -> bool:
    """Whether the unclosed number that ends here is a count, a measure or a fraction: `7개`, `3.5%`, `3/4`, `3~5개소`; with `apart` also
    where a space stands before what it counts."""
    return _counting(text.vocabulary, apart).match(text, position) is not None
