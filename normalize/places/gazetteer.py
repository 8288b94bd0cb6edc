"""The 243 local governments of 2018 and how they are named: official names, short forms of the provinces, homonyms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from pledgecards.language import _
from pledgecards.schemas.bodies import reference

Kind = Literal["metropolitan", "city", "county", "district"]

_KIND_BY_ENDING: Mapping[str, Kind] = {"시": "city", "군": "county", "구": "district"}
_NEAR = 5
_SHORTEST_GLUED, _LONGEST_GLUED = 5, 14


@dataclass(frozen=True, slots=True)
class Body:
    """A local government: its 시·도, and its own name below it (None for the 시·도 itself)."""

    sido: str
    own: str | None

    @property
    def official(self) -> str:
        """The official full name: `서울특별시 영등포구`, `충청남도`."""
        return f"{self.sido} {self.own}" if self.own else self.sido


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """bodies by official name; those below a 시·도 by their own name (several for 중구); the 시·도 by every form of its name,
    and the forms that are short for another word too (경기, 광주) and tell something only in front of a body of theirs. beginnings: the
    first two letters of every name."""

    by_official: Mapping[str, Body]
    by_own: Mapping[str, tuple[Body, ...]]
    sido_by_form: Mapping[str, str]
    bare: frozenset[str]
    beginnings: frozenset[str]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The local governments, read once from `schemas/reference/`."""
    bodies = [Body(row["sido"], row["sigungu"] or None) for row in reference("local_governments_2018.csv")]
    by_own: dict[str, tuple[Body, ...]] = {}
    for body in bodies:
        if body.own:
            by_own[body.own] = (*by_own.get(body.own, ()), body)
    forms = reference("sido_names.csv")
    return Gazetteer(
        by_official={body.official: body for body in bodies},
        by_own=by_own,
        sido_by_form={row["form"]: row["sido"] for row in forms},
        bare=frozenset(row["form"] for row in forms if row["kind"] == "bare"),
        beginnings=frozenset(name[:2] for name in [*by_own, *(row["form"] for row in forms)]),
    )


def names_body(word: str) -> bool:
    """Whether a word is the name of a local government, in whatever form, or of its office (`경상북도`, `충남`, `진천군청`)."""
    known = gazetteer()
    stem = word.removesuffix("청")
    return glued_body(word) == len(word) or any(
        name in known.by_own or name in known.sido_by_form for name in (word, stem)
    )


@lru_cache(maxsize=1)
def _glued() -> frozenset[str]:
    return frozenset(body.official.replace(" ", "") for body in gazetteer().by_official.values() if body.own)


def glued_body(word: str) -> int:
    """How many letters at the beginning of a word are the full name of a body below a 시·도 without its space; 0 where none are."""
    if len(word) < _SHORTEST_GLUED or word[:2] not in gazetteer().beginnings:
        return 0
    longest = min(len(word), _LONGEST_GLUED)
    return next((n for n in range(longest, _SHORTEST_GLUED - 1, -1) if word[:n] in _glued()), 0)


def official_name(text: str) -> str:
    """The official full name of the local government that the text names (`서울시 영등포구`, `영등포구`, `충남`).

    Raises ValueError, with what would be near, for a name that none or several bear.
    """
    known = gazetteer()
    words = text.split()
    name = " ".join(words)
    if name in known.by_official:
        return name
    if len(words) == 2 and words[0] in known.sido_by_form:
        full = f"{known.sido_by_form[words[0]]} {words[1]}"
        if full in known.by_official:
            return full
    found = {body.official for body in known.by_own.get(name, ())}
    if name in known.sido_by_form:
        found.add(known.sido_by_form[name])
    if len(found) == 1:
        return found.pop()
    if found:
        names = ", ".join(sorted(found))
        raise ValueError(_("‘{name}’ is the name of several; choose one: {names}").format(name=name, names=names))
    message = _("‘{name}’ is the name of none of the 243 local governments of 2018.").format(name=name)
    near = ", ".join(_near(name, known))
    hint = " " + _("Perhaps: {names}").format(names=near) if near else ""
    raise ValueError(message + hint)


def _near(name: str, known: Gazetteer) -> list[str]:
    """Official names near the text, the nearest first; measured against the whole name and the body's own."""
    scores: dict[str, float] = {}
    for official, body in known.by_official.items():
        for form in {official, body.own or official}:
            scores[official] = max(scores.get(official, 0.0), fuzz.ratio(name, form))
    ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
    return [official for official, score in ranked if score >= 60][:_NEAR]


def body_kind(name: str) -> Kind:
    """What a body is, by its official name: a 시·도 (`metropolitan`), a 시, a 군 or a 구. ValueError for no official name."""
    body = _body(name)
    return "metropolitan" if body.own is None else _KIND_BY_ENDING[body.own[-1]]


def in_metropolitan_city(name: str) -> bool:
    """Whether a body is, or lies in, a 특별시, 광역시 or 특별자치시. ValueError for no official name."""
    return _body(name).sido.endswith("시")


def city_is_local(name: str | None) -> bool | None:
    """What 시비 is on a card of this body: True, the body's own money (a 시 of a province); False, that of the metropolitan city
    (for it and its 구 and 군); None where no city stands over or behind it, or the body is not known."""
    if name is None:
        return None
    if body_kind(name) == "city":
        return True
    return False if in_metropolitan_city(name) else None


def _body(name: str) -> Body:
    body = gazetteer().by_official.get(name)
    if body is None:
        raise ValueError(f"‘{name}’은(는) 지방자치단체의 정식 이름이 아닙니다.")
    return body
