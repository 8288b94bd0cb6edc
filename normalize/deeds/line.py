"""The deeds of one line of performance: each with its words and its date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pledgecards.normalize.dates.found import PRECISIONS
from pledgecards.normalize.deeds.heads import with_heads
from pledgecards.normalize.deeds.words import AS_OF, OPEN, SEPARATORS, SHUT, Stamp, depths_of, label_of, spaced, tidy
from pledgecards.schemas.notation import COLON, COLONS, TILDE


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed: its words as printed, without the date, and its date (None if it has none).

    others  further dates of its part that are as specific, so that another of them may be meant.
    """

    label: str
    date: Stamp | None
    others: tuple[Stamp, ...] = ()


MOST_DATES = 40
"""A line with more dates than that is a table run together, and is not cut."""

_COUNT = re.compile(
    r"(?<!제)(?<!제\s)[0-9][0-9,.]*\s?(?!(?:차|기|단계)(?![가-힣]))(?:[천백만억]{0,3}원|[가-힣]{1,3}(?![가-힣])|[㎡%])"
)
_WORDS = re.compile(r"[가-힣A-Za-z一-鿿]{2,}|[0-9]\s?(?:차|기)(?![가-힣])|제\s?[0-9]+\s?회")
_COMPARED = re.compile(r"\s*(?:대비|에 비해|보다)(?![가-힣])")
_FORMERLY = re.compile(rf"(?:당초|종전|변경 ?전)(?:에는|에)?\s*{COLON}?\s*$")
"""Right before a date: it was another plan's (`2022년 상반기 준공 예정(당초 2021년 12월)`)."""
_SLASH = re.compile(r"[가-힣]\s+/\s")
_OF_LAW = re.compile(r"\s*(?:시행|제정|개정|공포)[)）]")
_LAW = re.compile(r"(?:[」』]|(?<=[0-9])[조항호]|조례|법|규칙|지침|훈령|고시)\s?[(（][^()（）]*$")
_FOLLOWS = re.compile(r"[^()（）]*[)）]\s?에\s?(?:따른|따라|의한|의하여|의해|의거|근거)")
_LINKS = r"(?:하고|하여|하며|했고|하였고|했으며|하였으며|되어|되고|됐고|되었고|되었으며)"
"""How a clause ends that another deed goes on from."""
_STRONG = re.compile(
    rf"(?<=[)\]）］〕】>〉])\s*{_LINKS}[,，]?\s+|"
    rf"\s+/\s+|(?<=[)\]）］〕】>〉])\s*{TILDE}\s*(?=[가-힣])|\s*(?:→|⇒|➔|➜|▶|;)\s*"
)
_NEAR = re.compile(
    r"[)\]）］〕】>〉]{0,2}(?:에\s[가-힣]{1,5}|\s?[가-힣]{1,6}|(?<=[)\]）］〕】>〉])\s?[0-9][0-9,]{0,8}\s?[가-힣]{1,2})?\s*(?P<sign>[,，、]|;|[/／]|·(?=\s)|(?<=[)\]）］〕】>〉])·|및(?=\s))\s*"
)
_LABEL = re.compile(rf"\s+[가-힣][가-힣 ]{{0,20}}{COLON}\s*")
_LABELLED = re.compile(rf"[가-힣]\s?{COLON}\s*[^가-힣{COLONS}]{{3,30}}$")
"""Labels with their colons before both of two dates (`착공: '19. 3. 준공: '20. 5.`)."""
_TURN = re.compile(r"[)\]）］〕】>〉]\s*[,，、;/／→⇒]\s*")
_BRACKETS_BEHIND = re.compile(r"[)\]）］〕】>〉]\s+(?=[가-힣])")
"""Brackets that shut behind a date, before the words of the next deed, whose date stands in brackets as well."""

_BEFORE = re.compile(
    rf"(?P<sign>[,，、/／;·→⇒➔➜▶]|\s및|(?:{_LINKS}|[가-힣]고|(?<=[가-힣])\s?(?:후|뒤))(?=\s))\s*[(\[（［〔【<〈]?\s*$"
)


def deeds_of(text: str, begin: int, dates: Sequence[Stamp]) -> list[Deed]:
    """The deeds of text[begin:], whose dates are `dates`; one or more, in printed order. What looks like the line's number may be the year of
    the first (`20. 상반기 착공`): it begins there then.

    A line is cut only where each part has words and a date of its own.
    """
    dates = [found for found in dates if not _cites_law(text, found.span)]
    if not dates:
        return [Deed(tidy(text[begin:]), None)]
    begin = min(begin, dates[0].span[0])
    telling = [found for found in dates if not _of_other(text, begin, found.span)] or list(dates)
    telling = [found for found in telling if not AS_OF.match(text, found.span[1])] or telling
    cuts = _cuts(text, begin, telling)
    shared = 0
    if not cuts and len(telling) <= MOST_DATES and (shared := _head_end(text, begin, telling)):
        cuts = _cuts_under_head(text, telling)
    bounds = [begin, *cuts, len(text)]
    deeds: list[Deed] = []
    for start, end in pairwise(bounds):
        inside = [found for found in telling if start <= found.span[0] < end]
        runs = _runs(text, inside)
        ranks = [_rank(text, start, end, run) for run in runs]
        best = min(ranks)
        chosen = runs[ranks.index(best)]
        others = [run[0] for run, rank in zip(runs, ranks, strict=True) if run is not chosen and rank[:2] == best[:2]]
        deeds.append(Deed(label_of(text, start, end, chosen, inside), chosen[0], (*chosen[1:], *others)))
    labels = with_heads(
        [deed.label for deed in deeds], spaced(text[begin:shared]).rstrip("( ") + " " if shared and cuts else ""
    )
    return [replace(deed, label=label) for deed, label in zip(deeds, labels, strict=True)]


def _of_other(text: str, begin: int, span: tuple[int, int]) -> bool:
    """Whether a date is that of something else: what a figure is compared with (`2018년 대비`), a former plan, or a law (`「…」(2013. 12. 5. 시행)`)."""
    law = text[: span[0]].rstrip().endswith(("」(", "』(")) and _OF_LAW.match(text, span[1]) is not None
    former = _FORMERLY.search(text, max(begin, span[0] - 12), span[0])
    if former is not None and not text[begin : former.start()].strip() and _SLASH.search(text, span[1]) is not None:
        former = None  # `당초: 2019. 3. 계획 / 변경: 2020. 4. 계획`: each is told as a deed
    return law or former is not None or _COMPARED.match(text, span[1]) is not None


def _cites_law(text: str, span: tuple[int, int]) -> bool:
    """Whether a date stands in the brackets of a law that the deed only follows (`「…법」 제12조(2018. 12. 24. 개정)에 따른 점검`)."""
    shut = _FOLLOWS.match(text, span[1], span[1] + 60)
    return shut is not None and _LAW.search(text, max(0, span[0] - 60), span[0]) is not None


def _cuts(text: str, begin: int, dates: Sequence[Stamp]) -> list[int]:
    """Offsets at which the line falls into parts that each have words and a date."""
    if not 2 <= len(dates) <= MOST_DATES:
        return []
    leading = not _WORDS.search(_blanked(text, begin, dates[0].span[0], ()))
    cuts = _cuts_between(text, begin, dates, leading)
    if leading and not cuts and all(_coarseness(dates[0]) > _coarseness(found) for found in dates[1:]):
        # `2019년 설명회(3. 5.), 교육(4. 10.)`: the year in front is that of all deeds, and each has its own date behind it.
        return _cuts_between(text, begin, dates[1:], False)
    return cuts


def _coarseness(date: Stamp) -> int:
    return PRECISIONS.index(date.precision)


def _cuts_between(text: str, begin: int, dates: Sequence[Stamp], leading: bool) -> list[int]:
    depth = depths_of(text)
    cuts: list[int] = []
    start = begin
    for one, other in pairwise(dates):
        cut = _cut(text, one.span[1], other.span[0], depth, leading)
        if cut is None:
            continue
        behind = _next_end(text, other, dates, leading or _turns(text, one, other, cut))
        if _has_words(text, start, cut, dates) and _has_words(text, cut, behind, dates):
            cuts.append(cut)
            start = cut
    return cuts


def _turns(text: str, one: Stamp, other: Stamp, cut: int) -> bool:
    """Whether a date stands before its deed, behind one in brackets that closes another (`착공('18. 12. 27.), '23년 개통 예정`)."""
    return cut == other.span[0] and _TURN.fullmatch(text, one.span[1], cut) is not None


def _head_end(text: str, begin: int, dates: Sequence[Stamp]) -> int:
    """Where the words end that a colon sets off before the first date (`용역: '18. 3. 착수, '19. 5. 준공`); 0 if none do."""
    first = dates[0].span[0]
    head = text[begin:first].rstrip(" (")
    return first if head.endswith(tuple(COLONS)) and _WORDS.search(head) else 0


def _cuts_under_head(text: str, dates: Sequence[Stamp]) -> list[int]:
    """Offsets at which the line falls apart behind the words that its deeds share, if each date is followed by words of its own, or
    by a count alone."""
    ends = [*(date.span[0] for date in dates[1:]), len(text)]
    followed = [bool(tidy(text[date.span[1] : end])) for date, end in zip(dates, ends, strict=True)]
    if not all(followed):
        return []
    depth = depths_of(text)
    cuts = [_cut(text, one.span[1], other.span[0], depth, True) for one, other in pairwise(dates)]
    return [cut for cut in cuts if cut is not None]


def _next_end(text: str, date: Stamp, dates: Sequence[Stamp], leading: bool) -> int:
    """How far the words of the part around this date reach: to the date, or, with dates first, to the next date."""
    if not leading:
        return date.span[1]
    return next((other.span[0] for other in dates if other.span[0] > date.span[0]), len(text))


def _cut(text: str, low: int, high: int, depth: list[int], leading: bool) -> int | None:
    """Where the text between two dates falls apart, if it does."""
    if leading:
        match = _BEFORE.search(text[low:high])
        return low + match.end("sign") if match and depth[low + match.start("sign")] == 0 else None
    near = _NEAR.match(text, _shut_at(text, low, high, depth), high)
    if near and depth[near.start("sign")] == 0:
        return near.end()
    for strong in _STRONG.finditer(text, low, high):
        if depth[strong.start()] == 0:
            return strong.end()
    if _LABEL.fullmatch(text, low, high) and depth[low] == 0 and _LABELLED.search(text, max(0, low - 40), low):
        return low
    behind = _BRACKETS_BEHIND.match(text, low, high)
    return behind.end() if behind is not None and text[high - 1] in OPEN else None


def _shut_at(text: str, low: int, high: int, depth: list[int]) -> int:
    """Where the brackets shut that a date shares with other words (`위원회 구성('18. 10., 15명)`); `low` if it stands in none, or alone."""
    if low >= len(depth) or not depth[low]:
        return low
    shut = next((at for at in range(low, high) if not depth[at]), low)
    return shut if shut > low and text[low] in " ,，·/" else low


def _blanked(text: str, start: int, end: int, dates: Sequence[Stamp]) -> str:
    characters = list(text[start:end])
    for found in dates:
        for offset in range(max(start, found.span[0]), min(end, found.span[1])):
            characters[offset - start] = " "
    return "".join(characters)


def _has_words(text: str, start: int, end: int, dates: Sequence[Stamp]) -> bool:
    return says_words(_blanked(text, start, end, dates))


def says_words(text: str) -> bool:
    """Whether a text says more than how much or how many."""
    return _WORDS.search(_COUNT.sub(" ", text)) is not None


def _runs(text: str, dates: Sequence[Stamp]) -> list[list[Stamp]]:
    """The dates, those of a list together: `3. 5., 3. 7.`."""
    runs: list[list[Stamp]] = []
    for found in dates:
        if runs and not text[runs[-1][-1].span[1] : found.span[0]].strip(" ,，、·/및과와"):
            runs[-1].append(found)
        else:
            runs.append([found])
    return runs


def _rank(text: str, start: int, end: int, run: Sequence[Stamp]) -> tuple[bool, int, bool, int]:
    """The lower, the more the run's dates are the deed's: the finest, then one with a beginning (`2021. 2. 착수(~2021. 8.)`), then
    behind a colon, then at the end of the part."""
    first, last = run[0].span[0], run[-1].span[1]
    before = text[max(start, first - 4) : first].rstrip(" (（[")
    behind = text[last : min(end, last + 8)].strip(SEPARATORS + SHUT)
    place = 0 if before.endswith(tuple(COLONS)) else 1 if not behind else 2
    row = run[0].row
    finest = min(PRECISIONS.index(found.precision) for found in run)
    return row is None, finest, row is not None and bool(row["open_start"]), place
