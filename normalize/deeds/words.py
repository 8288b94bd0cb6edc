"""The words of a deed: what is left of a line without the date, and without the signs and brackets that only served it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pledgecards.normalize.rows import Row
from pledgecards.schemas.notation import COLONS, TILDES
from pledgecards.schemas.vocabulary import Vocabulary

AS_OF = re.compile(r"\s*(?:일자?\s*)?(?:기준|현재)(?![가-힣])")
OPEN, SHUT = "([（［〔【<〈", ")]）］〕】>〉"
SEPARATORS = f" {COLONS};,，、·/／{TILDES}-–—→⇒➔➜▶"
_EDGE = f" {COLONS};,，、/／→⇒➔➜⇨➡▶▷►|"
_PARTING = ",，、·/|;；-–"
_LESS = re.compile(r"[-–]\d")
"""A number below nought: its sign parts nothing."""
_DASHES = re.compile(r"^[-–—―─]\s+|\s*[-–—―─]$")
_JOINS = re.compile(rf"(?:\s및|\s?[·{TILDES}])$")
_PAST = re.compile(r"(?:^|\s)지난$")
"""Belongs to the date right behind it, like a particle."""
_PARTICLE = re.compile(r"(?:에는|에|일자로|일자|자로|자|字|부로|부)(?:\s+|$)")
_UNTIL = re.compile(r"[한限](?=\s|$)")
"""Set close behind a day it is the last one (`2021. 12. 31.한 종료`); behind a space it is a word of its own."""
_PARTICLE_ATTACHED = re.compile(r"(?:의\s+경우(?:에는|에)?|의|는|은)\s+")
_BOX = re.compile(r"^\[[ xXvV]\]\s*(?=\S)")
"""Says whether a line of a list of tasks is done (`- [x] 착공`)."""
_LEADERS = re.compile(r"(?:\s*(?:[=*_※…]|[.·‥․]{2,}))+$")
"""What leads the eye to a date behind the words of its deed."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date printed in the line, at text[span[0]:span[1]].

    row        its row of `dates`; None for a day that no calendar has, which dates nothing but is no part of the words.
    precision  the coarser of its two ends'.
    """

    span: tuple[int, int]
    row: Row | None
    precision: str = "day"


def label_of(text: str, start: int, end: int, chosen: Sequence[Stamp], dates: Sequence[Stamp]) -> str:
    """The words of the deed at text[start:end], without the dates that are its own (`chosen`) and without a year that leads all (`dates`)."""
    low, high = chosen[0].span[0], chosen[-1].span[1]
    if as_of := AS_OF.match(text, high):
        high = min(end, as_of.end())
    label = _without(text[start:end], low - start, high - start)
    first = dates[0]
    if first not in chosen and (sign := _leading_year(text, start, first)) is not None:
        label = label[label.index(text[sign]) + 1 :]
    return _JOINS.sub("", tidy(label))


def _leading_year(text: str, start: int, date: Stamp) -> int | None:
    """The offset of the sign that sets a leading year off: of the bracket that closes `(2019년)`, of the colon of `2019년: …`; None
    if the date does not stand so."""
    before, behind = text[start : date.span[0]].strip(SEPARATORS), text[date.span[1] :].lstrip()
    if not behind:
        return None
    bracketed = len(before) == 1 and before in OPEN and behind[0] in SHUT
    return len(text) - len(behind) if bracketed or (not before and behind[0] in f"{COLONS}/／|") else None


def _without(text: str, start: int, end: int, bracketed: bool = False) -> str:
    """The text without [start:end], and without the signs and brackets that only served what stood there.

    bracketed  brackets of its own stood around it: a particle behind them is that of the word before them (`개정(2019. 3. 5.)에 따른`).
    """
    left, right = text[:start], text[end:]
    apart = left.endswith(" ") or right.startswith(" ")
    if (attached := _PARTICLE_ATTACHED.match(right)) and not (bracketed and left):
        right = right[attached.end() :]
    right = _UNTIL.sub("", right, count=1) if _UNTIL.match(right) else right
    left, right = _PAST.sub("", left.rstrip()).rstrip(), right.lstrip()
    if not left or left[-1] in OPEN + COLONS:
        right = right.lstrip(f" ,，、·/;{COLONS}→⇒➔➜")
    if not right or right[0] in SHUT:
        left = left.rstrip(f" ,，、·/;{COLONS}~→⇒➔➜")
    if right == ".":
        right = ""
    if not right or right[0] in SHUT:
        left = _LEADERS.sub("", left)
    if left and right and left[-1] in OPEN and right[0] in SHUT:
        return _without(left[:-1] + right[1:], len(left) - 1, len(left) - 1, True)
    if left and right and left[-1] in _PARTING and right[0] in _PARTING and not _LESS.match(right):
        right = right[1:].lstrip()
    particle = None if bracketed and left else _PARTICLE.match(right)
    if particle:
        right = right[particle.end() :]
    glued = not left or not right or left[-1] in OPEN or right[0] in SHUT + ",，、;"
    return left + (" " if apart and not glued else "") + right


def stands_alone(text: str, start: int, end: int, around: str) -> bool:
    """Whether a text holds nothing but text[start:end] and, around it, these signs."""
    return not (text[:start] + text[end:]).strip(around)


def tidy(text: str) -> str:
    """Canonical text: single spaces, no bold signs, no separators and no brackets of its own at its edges."""
    text = _BOX.sub("", _DASHES.sub("", spaced(text).strip(_EDGE)).strip(_EDGE))
    alone = text[:1] in OPEN[:2] and text[-1:] in SHUT[:2] and depths_of(text[:-1] + " ")[1:].count(0) == 0
    return text[1:-1].strip(_EDGE) if alone and len(text) > 2 else text


def spaced(text: str) -> str:
    """The text with single spaces and no bold signs."""
    return " ".join(text.replace("**", "").split())


def depths_of(text: str) -> list[int]:
    """For every character, in how many brackets it stands; a bracket that nothing opened counts for none."""
    depths, depth = [], 0
    for character in text:
        if character in SHUT:
            depth = max(0, depth - 1)
        depths.append(depth)
        if character in OPEN:
            depth += 1
    return depths


def names_year(label: str, date: Stamp | None, vocabulary: Vocabulary) -> bool:
    """Whether what is left of a line beside its whole year, half or quarter is but the name of a section (`2019년 추진실적`)."""
    if date is None or date.precision not in ("year", "half", "quarter"):
        return False
    return any(words.match(label, rough=False) for words in (vocabulary.sections, vocabulary.marked_sections))
