"""What the names in a card's texts say together: for which local government they speak."""

from __future__ import annotations

from collections import defaultdict

from pledgecards.normalize.places.gazetteer import Gazetteer
from pledgecards.normalize.places.mentions import Mention
from pledgecards.normalize.rows import Issue

LEAD, FURNITURE, OFFICE, TITLE, PROSE = 6.0, 5.0, 3.0, 2.0, 1.0
"""How much a name says that stands among the options of 사업주체, in a running head, with the people in charge, in
the title, in the text."""

_STRONG = OFFICE
_ENOUGH_PROSE = 3.0
_CLEAR = 2.0  # how many times as much as the next one


class Ballot:
    """Adds up what the texts say for each body."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known
        self._named: dict[str, float] = defaultdict(float)  # by own name, 시·도 not said
        self._bodies: dict[str, float] = defaultdict(float)  # by official name
        self._sidos: dict[str, float] = defaultdict(float)  # a 시·도 as the body itself
        self._context: dict[str, float] = defaultdict(float)  # a 시·도 mentioned anyhow
        self._strong: set[str] = set()

    def copy(self) -> Ballot:
        """Another one with the same votes, to which more may be added."""
        other = Ballot(self._known)
        for mine, its in (
            (self._named, other._named),
            (self._bodies, other._bodies),
            (self._sidos, other._sidos),
            (self._context, other._context),
        ):
            its.update(mine)
        other._strong |= self._strong
        return other

    def count(self, mentions: set[Mention], weight: float) -> None:
        """Counts the names of one text. weight: LEAD to PROSE."""
        for mention in sorted(mentions, key=lambda one: (one.sido or "", one.own or "")):
            if mention.sido is not None:
                self._context[mention.sido] += weight
            if mention.own is None:
                # 서울시 among the options of a district's card is the government above it.
                if mention.sido is not None and mention.alone and _STRONG <= weight < LEAD:
                    self._sidos[mention.sido] += weight
                continue
            name = mention.own if mention.sido is None else f"{mention.sido} {mention.own}"
            (self._named if mention.sido is None else self._bodies)[name] += weight
            if weight >= _STRONG:
                self._strong.add(mention.own)

    def result(self) -> tuple[str | None, Issue | None]:
        """The official name of the body that was named clearly, or None with the issue that names the candidates."""
        scores, unresolved, strong_names = self._resolved()
        strong = {name: scores[name] for name in sorted(strong_names)}
        if strong:
            return self._decided({**self._rivals(strong), **strong}, unresolved)
        if self._sidos:
            return self._decided(dict(self._sidos), {})
        if scores and max(scores.values()) >= _ENOUGH_PROSE:
            return self._decided(scores, unresolved, clear=3.0)
        found = {official for name in scores for official in unresolved.get(name, [name])}
        return None, ambiguous(sorted(found or self._context))

    def _rivals(self, strong: dict[str, float]) -> dict[str, float]:
        """Another 시·도 named as the body beside those below it."""
        over = {name.split()[0] for name in strong}
        return {sido: score for sido, score in self._sidos.items() if sido not in over}

    def _resolved(self) -> tuple[dict[str, float], dict[str, list[str]], set[str]]:
        """Scores by official name, the homonyms that no 시·도 tells apart (by the own name, scored under it), and which of the
        names stand in a strong place."""
        scores = dict(self._bodies)
        strong = {name for name in self._bodies if name.split()[-1] in self._strong}
        unresolved: dict[str, list[str]] = {}
        for own, score in self._named.items():
            candidates = [body.sido for body in self._known.by_own.get(own, ())]
            if own in self._known.sido_by_form:
                candidates.append(self._known.sido_by_form[own])
            sido = candidates[0] if len(candidates) == 1 else self._told_by_context(candidates)
            name = own if sido is None else self._official(sido, own)
            if sido is None:
                unresolved[own] = sorted(self._official(candidate, own) for candidate in candidates)
            scores[name] = scores.get(name, 0.0) + score
            if own in self._strong:
                strong.add(name)
        # `광주시` beside a district of 광주광역시 is the government above it, as 서울시 is.
        above = {
            name for own in self._named if own in self._known.sido_by_form for name in self._known.sido_by_form.values()
        }
        for name in above & scores.keys() - self._bodies.keys():
            if any(other.startswith(f"{name} ") for other in strong):
                del scores[name]
                strong.discard(name)
        return scores, unresolved, strong

    def _official(self, sido: str, own: str) -> str:
        name = f"{sido} {own}"
        return name if name in self._known.by_official else sido

    def _told_by_context(self, sidos: list[str]) -> str | None:
        ranked = sorted(((self._context.get(sido, 0.0), sido) for sido in sidos), key=lambda one: (-one[0], one[1]))
        if not ranked or ranked[0][0] == 0 or (len(ranked) > 1 and ranked[0][0] < _CLEAR * ranked[1][0]):
            return None
        return ranked[0][1]

    def _decided(
        self, scores: dict[str, float], unresolved: dict[str, list[str]], clear: float = _CLEAR
    ) -> tuple[str | None, Issue | None]:
        ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
        best, score = ranked[0]
        near = [name for name, other in ranked if other * clear > score]
        if len(near) == 1 and best not in unresolved:
            return best, None
        return None, ambiguous([official for name in near for official in unresolved.get(name, [name])])


def ambiguous(candidates: list[str]) -> Issue:
    """The issue of a card whose body is not known. candidates: the official names of those that it may be of."""
    if not candidates:
        found = "카드에 지방자치단체의 이름이 없어"
    elif len(candidates) == 1:
        found = f"카드에 ‘{candidates[0]}’의 이름이 있으나 그곳의 카드라고 할 만한 자리가 아니어서"
    else:
        found = f"카드에 지방자치단체의 이름이 여럿이거나 같은 이름이 여러 곳에 있어(후보: {', '.join(candidates)})"
    message = f"{found} 어느 지방자치단체의 것인지 정하지 못했으며, --municipality로 알려 주어야 합니다."
    return Issue("municipality.ambiguous", message, table="cards", field="municipality")
