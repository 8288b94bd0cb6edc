"""What a word among people in charge is: its own kind, unless what stands around it decides (`이정국`: a name, or an office)."""

from __future__ import annotations

import re
from typing import NamedTuple

from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.person import Draft, Token
from pledgecards.normalize.places.gazetteer import names_body
from pledgecards.schemas.notation import MASKS, MIDDOTS, has_colon

NAMES = ("name", "either", "place")
OFFICES = ("department", "title", "office")
GENERAL_ROLES = ("담당", "담당자", "부서장", "책임자", "실무자")
"""Roles that only say whom a line or a cell names."""

_LISTS = re.compile(rf"\s*[,/{MIDDOTS}]")
_DEPUTY = re.compile(r"\s*\(\s*부\s*\)")
_PARTED = re.compile(rf"\s*[,/{MIDDOTS}|]")
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
    if word.kind == "none" and at.following in OFFICES and at.offices.is_short_label(word.text):
        return "head"  # `(주관) 도로과 (협조) 교통과`
    if word.kind not in (*NAMES, "unknown"):
        return word.kind
    after_role = last is not None and last.role is not None and last.name is None and not last.phones
    if expected == "name" and (word.text.isascii() or re.fullmatch(f"[가-힣{MASKS}]{{2,4}}", word.text)):
        return "name"
    named = last is not None and last.department is not None and last.name is None
    if word.kind == "place" and named and at.following in ("role", "phone"):
        return "name"  # `주관부서 | 관광과 | 홍길동 | 2670-3301`: no 동 under an office
    if expected == "department" and word.text == re.sub(r"\s", "", at.token.piece.text):
        # `담당부서 | 도로과장 | 홍길동`: the cell behind a chief's names the chief.
        return "name" if word.kind in NAMES and after_role else "department"
    if expected == "department" and word.kind == "unknown" and _is_listed(at.token):
        return "department"  # `협조부서 | 건설과, 교육지원청`
    if word.kind == "unknown" or (word.text.endswith(_BODIES) and names_body(word.text)):
        return "unknown"  # 안양시 is the body, and nobody's name
    if word.kind in ("either", "place"):
        return _office_or_name(at, after_role)
    if len(word.text) == 2:
        placed = after_role or (last is not None and last.department is not None and at.following == "phone")
        return "name" if placed and (last is None or last.name is None) else "unknown"
    beside = last is not None and bool(last.department or last.role or last.name)
    hidden = any(sign in word.text for sign in MASKS)
    return "name" if beside or hidden or at.following in ("role", "phone") else "unknown"


def _is_listed(token: Token) -> bool:
    """Whether a word is all that stands between two signs of a list in its cell."""
    parts = _PARTED.split(token.piece.text)
    return len(parts) > 1 and token.word.text in [part.strip() for part in parts]


def _office_or_name(at: Standing, after_role: bool) -> str:
    word, last, following = at.token.word, at.last, at.following
    if after_role and not (last is not None and last.tentative and following in NAMES):
        return "name"
    named = last is not None and last.department is not None and last.name is None
    alone = _LISTS.match(at.text, at.token.end) is not None
    if word.kind == "place":
        # 홍길동 behind an office, before a role or a number, or in a list with a name; 문래동 and 홍길동 right before a name look alike.
        told = following not in NAMES or (following == "name" and (alone or _DEPUTY.match(at.text, at.token.end)))
        return "name" if (named and told) or following in ("role", "phone") else "unknown"
    if at.heading == "department" or (not alone and following in (*NAMES, *OFFICES)):
        return "department"
    subject = at.offices.of_subject(word.text)  # 홍보실, not 이정국
    if not named or at.token.listed:
        return "department" if subject else "unknown"
    assert last is not None and last.department is not None
    below = at.offices.level(last.department) > at.offices.level(word.text)
    # No 국 stands under a 과: what may be either is a name there.
    return "name" if below and not subject else "unknown" if following in ("phone", None) else "department"


def opens_bracket(text: str, start: int, token: Token) -> bool:
    """Whether a word is the first in brackets that open at `start`."""
    return text[start : token.start].strip() == "("


def in_brackets(text: str, start: int, token: Token) -> bool:
    """Whether a word stands alone in brackets that open at `start`."""
    return opens_bracket(text, start, token) and text[token.end :].lstrip(" ")[:1] == ")"


def ends_entry(text: str, end: int, token: Token) -> bool:
    """Whether a role stands right behind a name, which ends at `end`, and a sign parts it from the next one (`홍길동 과장 / 김가나 팀장`): it is
    the first's."""
    return not text[end : token.start].strip(" ") and is_parted(text, token)


def is_parted(text: str, token: Token) -> bool:
    """Whether a sign parts a word from the next one."""
    return _PARTED.match(text, token.end) is not None


def labels_office(text: str, token: Token, following: str | None) -> bool:
    """Whether a general role is only the label of its line, an office behind it (`담당자 : 농업정책과 농정팀장 홍길동`); without a colon only
    before who has a role of that office (`담당자 축산과장 홍길동`)."""
    begins = token.start == 0 or text[token.start - 1] == "\n"
    behind = text[token.end : token.end + 2]
    labels = begins and (has_colon(behind.lstrip()[:1]) or (following == "title" and "\n" not in behind))
    return labels and token.word.text in GENERAL_ROLES and following in OFFICES
