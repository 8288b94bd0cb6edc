"""Roles listed in one cell, and their people in the next (`과장 / 팀장 / 담당 | 홍길동 / 김가나 / 이다라`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pledgecards.extract.page import Cell, Line
from pledgecards.normalize.people.cells import said
from pledgecards.normalize.people.offices import Offices
from pledgecards.normalize.people.phones import PHONE
from pledgecards.schemas.notation import MIDDOTS, TELEPHONES

_BETWEEN = re.compile(rf"\s*[/,{MIDDOTS}]\s*")
_BEHIND_NAME = re.compile(rf"\s*[(（]?\s*[{TELEPHONES}]?\s*(?:{PHONE.pattern})\s*[)）]?$")


def with_roles_given(row: Sequence[Cell], offices: Offices) -> list[Cell]:
    """A row of a table, each role with the name in the same place of the cell beside it, where the two list as many."""
    found = list(row)
    for (at, left), (_, right) in pairwise(enumerate(row)):
        if left is right or not left.lines or not right.lines:
            continue
        roles, people = _BETWEEN.split(said(left).strip()), _BETWEEN.split(said(right).strip())
        if len(roles) != len(people) or len(roles) < 2 or not all(_is_role(role, offices) for role in roles):
            continue
        if all(offices.is_name(_BEHIND_NAME.sub("", one).replace(" ", "")) for one in people):
            words = " / ".join(f"{role} {one}" for role, one in zip(roles, people, strict=True))
            found[at] = replace(left, lines=())
            found[at + 1] = replace(right, lines=(Line(words, right.place),))
    return found


def _is_role(text: str, offices: Offices) -> bool:
    word = text.replace(" ", "")
    return offices.head_kind(word) == "person" or offices.word(word).kind in ("role", "title")
