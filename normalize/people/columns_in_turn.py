"""Columns of people that a copy sets one below the other: offices, roles, names and numbers, each given to its person or left untold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.person import Draft
from pledgecards.schemas.notation import MIDDOTS, TELEPHONE

_HANGUL = re.compile("[가-힣]")
_LOOSE_SIGN = re.compile(rf"{TELEPHONE}(?!\s*[(\d])")
"""A sign of which the number stands elsewhere: in columns whose lines are run together, not always in the order of the people."""

_COMMA = re.compile(r"\s*[,·]\s*")
_SIGN = re.compile(rf"\s*[,/{MIDDOTS}]\s*")


def share_phones(drafts: Sequence[Draft], text: str, sign: re.Pattern[str]) -> None:
    """Gives numbers that a piece of the text lists to the people whom the piece before it lists, one each if they are as many (`팀장 홍길동 /
    주무관 김가나 | ☎ 000-3302, 3303`, `홍길동, 김가나 (☎ 3302, 3303)`). sign: what may stand before a number, its label too."""
    for place, draft in enumerate(drafts):
        count = len(draft.phones)
        listed = drafts[max(0, place - count + 1) : place + 1]
        if count < 2 or any(one.phones for one in listed[:-1]):
            continue
        named = _named_before(drafts, place)
        pieces = text[: draft.phones[0][0]].split("\n")
        bare = len(pieces) > 1 and not _HANGUL.search(sign.sub("", pieces[-1]))
        apart = len({text.count("\n", 0, start) for start, _ in draft.phones}) > 1
        if apart and not bare and len(named) > 1:
            # The first is of the name on its own line; whose the others are, below people without one, is not said.
            draft.unread += draft.phones[1:]
            del draft.phones[1:]
            continue
        if apart and (len(named) > 1 or draft.unread):
            # Numbers on lines of their own, below names on lines of their own.
            if len(named) == count and not draft.unread and not _LOOSE_SIGN.search(text, named[0].start, draft.end):
                for one, phone in zip(named, draft.phones[:], strict=True):
                    one.phones = [phone]
            else:
                draft.unread += draft.phones
                draft.phones = []
            continue
        names = pieces[-2].replace(" ", "") if bare else ""
        above = sum(one.name is not None and one.name in names for one in named)
        if above > 1 and above != count:
            # Of more people, or of fewer, than there are numbers, the line does not say whose each is.
            draft.unread += draft.phones
            draft.phones = []
            continue
        if len(listed) != count:
            continue
        between = [text[one.end : other.start] for one, other in pairwise(listed)]
        if all(one.name is not None and one.name in names for one in listed) or (
            all(one.name for one in listed) and all(map(_COMMA.fullmatch, between))
        ):
            for one, phone in zip(listed, draft.phones[:], strict=True):
                one.phones = [phone]


def _named_before(drafts: Sequence[Draft], place: int) -> list[Draft]:
    """The people up to this one who stand one after the other without a number of their own before this one's."""
    start = place
    while start and drafts[start - 1].name and not drafts[start - 1].phones:
        start -= 1
    return list(drafts[start : place + 1])


def settle_ladders(drafts: list[Draft], text: str) -> list[Draft]:
    """The drafts, in which names that stand one after the other behind as many roles, as a copy sets columns one below the other, are
    theirs in turn (`과장` / `팀장` / `홍길동` / `김가나`), and those behind roles that signs part (`과장/팀장 홍길동/김가나`). Where they are not as many, whose
    they are is undecided."""
    settled: list[Draft] = []
    place = 0
    while place < len(drafts):
        last = place
        while last < len(drafts) and drafts[last].role and not (drafts[last].name or drafts[last].phones):
            last += 1
        listed = _lists_roles(drafts[place : last + 1], text)
        end = last + 1
        while end < len(drafts) and drafts[end].name and not drafts[end].department:
            if drafts[end].role and (drafts[end].role_in is not None or not listed):
                break
            end += 1
        listed = listed and (
            end - last == last + 1 - place or not any(one.department for one in drafts[place + 1 : end])
        )
        if listed and end - last != last + 1 - place:
            settled += _without_roles(drafts[place : last + 1], drafts[last:end], text)
            place = end
            continue
        named = last < len(drafts) and (drafts[last].role_in is not drafts[last].name_in or listed)
        if last == place or end == last + 1 or not named or not drafts[last].name:
            settled.append(drafts[place])
            place += 1
            continue
        roles, names = drafts[place : last + 1], drafts[last:end]
        said = [(one.name, one.phones, one.end) for one in names]
        if len(roles) == len(names):
            for one, (name, phones, stop) in zip(roles, said, strict=True):
                one.name, one.phones, one.end = name, phones, stop
            settled += roles
        else:
            for one in names:
                one.role, one.department, one.inherited, one.undecided = None, None, None, True
            settled += [*roles[:-1], *names]
        place = end
    return settled


def _lists_roles(drafts: Sequence[Draft], text: str) -> bool:
    """Whether people of whom only the last has a name are roles in one piece, a sign between each two (`과장/팀장/담당 홍길동`)."""
    if len(drafts) < 2 or not (drafts[-1].role and drafts[-1].name) or len({id(one.role_in) for one in drafts}) > 1:
        return False
    between = (text[one.end : other.start] for one, other in pairwise(drafts))
    return all(map(_SIGN.fullmatch, between))


def _without_roles(roles: Sequence[Draft], names: list[Draft], text: str) -> list[Draft]:
    """The names behind a list of roles that does not say whose each is: nobody has one, and the first shows what was not read."""
    first, last = roles[0], roles[-1]
    start = max(first.start, text.rfind(first.role or "", first.start, first.end))
    end = max(last.start, text.find(last.role or "", last.start, last.end)) + len(last.role or "")
    for one in names:
        one.role = None
        one.department = one.department or first.department
    names[0].unread.insert(0, (start, end))
    return names


def settle_offices(drafts: list[Draft], offices: Offices) -> list[Draft]:
    """The drafts, but names one below the other behind several offices one below the other are of no known office (`도로과` / `건축과` / `홍길동` /
    `김가나`), nor is who stands behind offices of one rank in one cell (`도로과, 건축과 | 담당자 | 홍길동`)."""
    settled: list[Draft] = []
    for place, draft in enumerate(drafts):
        settled.append(draft)
        before = drafts[place - 1] if place else None
        if before is None or not before.department or before.helping != draft.helping:
            continue
        if before.name or before.role or before.phones:
            continue
        if not draft.department or not draft.name or draft.name_in is draft.office_in:
            continue
        together = before.office_in is draft.office_in and of_one_rank([before.department, draft.department], offices)
        end = place + 1
        while (
            end < len(drafts) and drafts[end].name and not (drafts[end].department or drafts[end].role and not together)
        ):
            end += 1
        if not together and (end == place + 1 or draft.role):
            continue
        settled[-1:] = [replace(draft, role=None, name=None, phones=[], unread=[]), draft]
        for one in drafts[place:end]:
            one.department, one.inherited, one.undecided = None, None, True
    return settled


def of_one_rank(names: Sequence[str | None], offices: Offices) -> bool:
    """Whether the names are those of several offices, none of them over another."""
    return len(set(names)) > 1 and len({offices.level(name) if name else None for name in names}) == 1
