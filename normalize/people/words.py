"""What a word among people in charge is: its own kind, unless what stands around it decides (`이정국`: a name, or an office)."""

from __future__ import annotations

import re
from typing import NamedTuple

from pledgecards.normalize.gazetteer import names_body
from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.person import Draft, Token
from pledgecards.schemas.notation import MIDDOTS

NAMES = ("name", "either", "place")
OFFICES = ("department", "title", "office")
_LISTS = re.compile(rf"\s*[,/{MIDDOTS}]")
_BODIES = ("시", "군", "구", "도")


class Standing(NamedTuple):
    """A word and what stands around it."""

    token: Token
    following: str | None  # the kind of the next word
    last: Draft | None  # the person being read
    heading: str | None  # what the label before the word announces
    text: str  # all the words
    offices: Offices


def kind_here(at: Standing) -> str:
    """The kind of the word: one of those of `Word`, or `unknown`."""
    word, last, expected = at.token.word, at.last, at.token.piece.expected or at.heading
    if word.kind not in (*NAMES, "unknown"):
        return word.kind
    after_role = last is not None and last.role is not None and last.name is None and not last.phones
    if expected == "name" and (word.text.isascii() or re.fullmatch("[가-힣○*]{2,4}", word.text)):
        return "name"
    named = last is not None and last.department is not None and last.name is None
    if word.kind == "place" and named and at.following in ("role", "phone"):
        return "name"  # `주관부서 | 관광과 | 홍길동 | 2670-3301`: no 동 under an office
    if expected == "department" and word.text == re.sub(r"\s", "", at.token.piece.text):
        # `담당부서 | 도로과장 | 홍길동`: the cell behind a chief's names the chief.
        return "name" if word.kind in NAMES and after_role else "department"
    if word.kind == "unknown" or (word.text.endswith(_BODIES) and names_body(word.text)):
        return "unknown"  # 안양시 is the body, and nobody's name
    if word.kind in ("either", "place"):
        return _office_or_name(at, after_role)
    if len(word.text) == 2:
        placed = after_role or (last is not None and last.department is not None and at.following == "phone")
        return "name" if placed and (last is None or last.name is None) else "unknown"
    beside = last is not None and bool(last.department or last.role or last.name)
    hidden = "○" in word.text or "*" in word.text
    return "name" if beside or hidden or at.following in ("role", "phone") else "unknown"


def _office_or_name(at: Standing, after_role: bool) -> str:
    word, last, following = at.token.word, at.last, at.following
    if after_role and not (last is not None and last.tentative and following in NAMES):
        return "name"
    named = last is not None and last.department is not None and last.name is None
    if word.kind == "place":
        # 홍길동 behind an office, before a role or a number; 문래동 and 홍길동 before a name look alike.
        return "name" if (named and following not in NAMES) or following in ("role", "phone") else "unknown"
    alone = _LISTS.match(at.text, at.token.end) is not None
    if at.heading == "department" or (not alone and following in (*NAMES, *OFFICES)):
        return "department"
    subject = at.offices.of_subject(word.text)  # 홍보실, not 이정국
    if not named or at.token.listed:
        return "department" if subject else "unknown"
    assert last is not None and last.department is not None
    below = at.offices.level(last.department) > at.offices.level(word.text)
    # No 국 stands under a 과: what may be either is a name there.
    return "name" if below and not subject else "unknown" if following in ("phone", None) else "department"
