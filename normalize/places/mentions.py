"""Names of local governments met in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pledgecards.normalize.places.gazetteer import Gazetteer
from pledgecards.schemas.notation import MIDDOTS

_LONGEST_NAME = 8
_OFFICE = re.compile(r"[가-힣]{2,}(?:과|관|실|팀|국|소|센터|단)장?")
_HANGUL = re.compile(r"[가-힣]+")
_BEGINNING = re.compile(r"([가-힣]{2})[가-힣]*")
_AFTER = re.compile(
    r"(?:청장?|의회|민|비|립[가-힣]*|내|관내|형|장|수|지사)?"
    r"(?:의|을|를|이|가|은|는|에|에서|에게|와|과|로|도|만|및|까지|부터|보다)?"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A body's name in a text. own is None for a 시·도; sido is None where a body's own name stands without it. alone: the name is no
    part of a list such as `정부·서울시`."""

    sido: str | None
    own: str | None
    alone: bool


def mentions(text: str, known: Gazetteer) -> Iterator[Mention]:
    """The names of bodies in a text. A name begins where a word begins (강서구 is not 서구), and a 구 of a 시 (`포항시 남구`) is none."""
    if known.beginnings.isdisjoint(_BEGINNING.findall(text)):
        return
    before: tuple[int, str, str] | None = None  # where the last name ended, its 시·도 (or ""), its own name (or "")
    for run in _HANGUL.finditer(text):
        word, start = run[0], run.start()
        if word[:2] not in known.beginnings:
            continue
        while word:
            adjacent = before if before is not None and not text[before[0] : start].strip(" ") else None
            met = _longest(word, known) or _above_office(word, adjacent, known) or _cut_short(word, adjacent, known)
            if met is None:
                break
            form, sido, own = met
            end = start + len(form)
            if own and own in known.sido_by_form and _nextlies_in(text, end, sido, known):
                own = ""  # 광주시 is a city of 경기도; 광주시 동구 can only lie in 광주광역시
            if own and adjacent and adjacent[2].endswith("시") and own.endswith("구"):
                break
            listed = text[start - 1 : start] in (*MIDDOTS, "/") and start > 0
            if own and own in known.sido_by_form and listed:
                own = ""  # 정부·광주시 are the governments above a district
            if own:
                inside = adjacent[1] if adjacent and not adjacent[2] and lies_in(own, adjacent[1], known) else None
                yield Mention(inside, own, True)
                before = (end, inside or "", own)
            else:
                if form not in known.bare:
                    yield Mention(sido, None, not listed)
                before = (end, sido, "")
            start, word = end, text[end : run.end()]


def _longest(word: str, known: Gazetteer) -> tuple[str, str, str] | None:
    """The longest name that the word begins with (form, 시·도, own name), where what follows it is a particle, 청, or a body of that 시·도."""
    for length in range(min(len(word), _LONGEST_NAME), 1, -1):
        form = word[:length]
        own, sido = form in known.by_own, known.sido_by_form.get(form, "")
        if not (own or sido):
            continue
        if _AFTER.fullmatch(word, length):
            return form, sido, form if own else ""
        if sido and _begins_with_body_of(word[length:], sido, known):
            return form, sido, ""
    return None


def _above_office(word: str, before: tuple[int, str, str] | None, known: Gazetteer) -> tuple[str, str, str] | None:
    """The body that a word begins with right behind its 시·도, an office behind it (`부산광역시` `사하구안전총괄과장`)."""
    if before is None or before[2]:
        return None
    for length in range(min(len(word) - 2, _LONGEST_NAME), 1, -1):
        if lies_in(word[:length], before[1], known) and _OFFICE.match(word, length):
            return word[:length], known.sido_by_form.get(word[:length], ""), word[:length]
    return None


def _cut_short(word: str, before: tuple[int, str, str] | None, known: Gazetteer) -> tuple[str, str, str] | None:
    """The body of the 시·도 right before a word that is its name but for the last letter, which stands on the next line or is left out
    (`경상남도 거창`)."""
    if before is None or before[2]:
        return None
    found = [word + kind for kind in "시군구" if lies_in(word + kind, before[1], known)]
    return (word, "", found[0]) if len(found) == 1 else None


def _begins_with_body_of(text: str, sido: str, known: Gazetteer) -> bool:
    return any(lies_in(text[:length], sido, known) for length in range(2, min(len(text), _LONGEST_NAME) + 1))


def _nextlies_in(text: str, end: int, sido: str, known: Gazetteer) -> bool:
    following = _HANGUL.match(text, end + 1) if text[end : end + 1] == " " else None
    return following is not None and _begins_with_body_of(following[0], sido, known)


def lies_in(own: str, sido: str, known: Gazetteer) -> bool:
    """Whether a body of this own name lies in a 시·도."""
    return any(body.sido == sido for body in known.by_own.get(own, ()))
