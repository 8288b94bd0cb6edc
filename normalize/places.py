"""Which local government a card is of, told from the names that it prints and how much each place says."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pledgecards.extract.card import Item, PrintedCard
from pledgecards.normalize.gazetteer import (
    Gazetteer,
    body_kind,
    city_is_local,
    gazetteer,
    in_metropolitan_city,
    official_name,
)
from pledgecards.normalize.rows import Issue
from pledgecards.schemas.vocabulary import Vocabulary, fold

__all__ = [
    "FURNITURE",
    "LEAD",
    "OFFICE",
    "PATH",
    "PROSE",
    "TITLE",
    "Evidence",
    "body_kind",
    "card_evidence",
    "city_is_local",
    "in_metropolitan_city",
    "official_name",
    "recognise",
    "signature",
]

LEAD, FURNITURE, PATH, OFFICE, TITLE, PROSE = 6.0, 5.0, 4.0, 3.0, 2.0, 1.0
"""How much a name says that stands among the options of 사업주체, in a running head, in the file's path, with the people in charge,
in the title, in the text."""

_STRONG = OFFICE
_ENOUGH_PROSE = 3.0
_CLEAR = 2.0  # how many times as much as the next one
_LONGEST_NAME = 8
_HANGUL = re.compile(r"[가-힣]+")
_BEGINNING = re.compile(r"([가-힣]{2})[가-힣]*")
_AFTER = re.compile(
    r"(?:청장?|의회|민|비|립[가-힣]*|내|관내|형|장|수|지사)?"
    r"(?:의|을|를|이|가|은|는|에|에서|에게|와|과|로|도|만|및|까지|부터|보다)?"
)
_LONGEST_SIGN = 60
_AROUND_NAME = re.compile(r"[()\[\]【】〔〕<>〈〉*_·ㆍ|:：,-]+")
_DAY_OF_FIGURES = re.compile(r"[(（][^()（）]*\d[^()（）]*(?:기준|현재)\s*[)）]$")
_LABELS = frozenset(map(fold, Vocabulary.standard().people.spellings["body_labels"]))
_OF_TERM = re.compile(r"민선\s*\d{1,2}\s*기|공약")
_PATH_SIGNS = re.compile(r"[_\-./\\()\[\]+,]+")


class Evidence(NamedTuple):
    """A text that may name the body, and how much a name in it says (LEAD to PROSE)."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Mention:
    """A body's name in a text. own is None for a 시·도; sido is None where a body's own name stands without it. alone: the name is no
    part of a list such as `정부·서울시`."""

    sido: str | None
    own: str | None
    alone: bool


def card_evidence(card: PrintedCard) -> list[Evidence]:
    """The texts of a card that may name its body. Running heads and a book's cover are the caller's to add (FURNITURE)."""
    evidence = [
        Evidence(" / ".join(option.text for option in choice.options), LEAD)
        for choice in card.choices
        if choice.field == "lead"
    ]
    evidence += [Evidence(text, OFFICE) for text, _ in card.contacts]
    contacts = [printed.table for printed in card.tables if printed.role == "contacts"]
    evidence += [Evidence(cell.text, OFFICE) for table in contacts for cell in table.cells if cell.lines]
    if card.title:
        evidence.append(Evidence(card.title, TITLE))
    first = next((i for i, item in enumerate(card.items) if item.kind == "heading"), len(card.items))
    for i, item in enumerate(card.items):
        signed = signature(item, in_head=i < first) if i < first or i == len(card.items) - 1 else None
        evidence.append(Evidence(item.text, PROSE) if signed is None else Evidence(signed, FURNITURE))
    return evidence


def signature(item: Item, *, in_head: bool = False) -> str | None:
    """The words of a line that says whose card it is, as a running head would: nothing but a body's name, with its label or without one
    (`자치단체 : 아산시`), or (`in_head`: it stands above the first heading) that name beside what the document is (`해남군 민선7기 공약이행
    점검`). None for any other line."""
    plain = item.kind in ("paragraph", "caption") and item.marker is None
    if not plain and not (in_head and item.kind in ("bullet", "note")):
        return None
    words = _AROUND_NAME.sub(" ", _DAY_OF_FIGURES.sub("", item.text)).split()
    if all(len(word) == 1 for word in words):
        words = ["".join(words)]  # `경 상 북 도`
    label = next((n for n in (1, 2, 3) if n < len(words) and fold("".join(words[:n])) in _LABELS), 0)
    if not plain and not label:
        return None  # `○ 강원도 정선군`: of what a bullet speaks, nobody knows
    words = words[label:]
    name = " ".join(words)
    if not words or len(name) > _LONGEST_SIGN:
        return None
    known = gazetteer()
    sido = known.sido_by_form.get(words[0])
    if len(words) == 2 and sido is not None and _lies_in(words[1], sido, known):
        return name
    if len(words) == 1 and (name in known.by_own or name in known.by_official):
        return name
    named = in_head and _OF_TERM.search(name) is not None and any(mention.own for mention in _mentions(name, known))
    return name if named else None


def recognise(evidence: Iterable[tuple[str, float]], *, path: str | None = None) -> tuple[str | None, Issue | None]:
    """The official name of the body that the evidence (and the file's path, if given) speaks for, or None with an issue
    `municipality.ambiguous` that names the candidates.

    A name counts once a text. A 시·도 is the body only where a running head, the path or an office names it and no
    body below it is named as strongly; elsewhere it tells homonyms (중구, 고성군) apart. Names in running text alone
    decide only if one stands there often and the others hardly.
    """
    known = gazetteer()
    texts = list(evidence)
    if path is not None:
        texts.append((_PATH_SIGNS.sub(" ", unicodedata.normalize("NFC", path)), PATH))
    ballot = _Ballot(known)
    for text, weight in texts:
        if mentions := set(_mentions(text, known)):
            ballot.count(mentions, weight)
    return ballot.result()


class _Ballot:
    """Adds up what the texts say for each body."""

    def __init__(self, known: Gazetteer) -> None:
        self._known = known
        self._named: dict[str, float] = defaultdict(float)  # by own name, 시·도 not said
        self._bodies: dict[str, float] = defaultdict(float)  # by official name
        self._sidos: dict[str, float] = defaultdict(float)  # a 시·도 as the body itself
        self._context: dict[str, float] = defaultdict(float)  # a 시·도 mentioned anyhow
        self._strong: set[str] = set()

    def count(self, mentions: set[_Mention], weight: float) -> None:
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
        scores, unresolved, strong_names = self._resolved()
        strong = {name: scores[name] for name in sorted(strong_names)}
        if strong:
            return self._decided({**self._rivals(strong), **strong}, unresolved)
        if self._sidos:
            return self._decided(dict(self._sidos), {})
        if scores and max(scores.values()) >= _ENOUGH_PROSE:
            return self._decided(scores, unresolved, clear=3.0)
        return None, _ambiguous(sorted({*scores, *(one for names in unresolved.values() for one in names)}))

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
        return None, _ambiguous([official for name in near for official in unresolved.get(name, [name])])


def _mentions(text: str, known: Gazetteer) -> Iterator[_Mention]:
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
            met = _longest(word, known)
            if met is None:
                break
            form, sido, own = met
            end = start + len(form)
            if own and own in known.sido_by_form and _next_lies_in(text, end, sido, known):
                own = ""  # 광주시 is a city of 경기도; 광주시 동구 can only lie in 광주광역시
            if own and adjacent and adjacent[2].endswith("시") and own.endswith("구"):
                break
            listed = text[start - 1 : start] in ("·", "ㆍ", "・", "/") and start > 0
            if own and own in known.sido_by_form and listed:
                own = ""  # 정부·광주시 are the governments above a district
            if own:
                inside = adjacent[1] if adjacent and not adjacent[2] and _lies_in(own, adjacent[1], known) else None
                yield _Mention(inside, own, True)
                before = (end, inside or "", own)
            else:
                if form not in known.bare:
                    yield _Mention(sido, None, not listed)
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


def _begins_with_body_of(text: str, sido: str, known: Gazetteer) -> bool:
    return any(_lies_in(text[:length], sido, known) for length in range(2, min(len(text), _LONGEST_NAME) + 1))


def _next_lies_in(text: str, end: int, sido: str, known: Gazetteer) -> bool:
    following = _HANGUL.match(text, end + 1) if text[end : end + 1] == " " else None
    return following is not None and _begins_with_body_of(following[0], sido, known)


def _lies_in(own: str, sido: str, known: Gazetteer) -> bool:
    return any(body.sido == sido for body in known.by_own.get(own, ()))


def _ambiguous(candidates: list[str]) -> Issue:
    if not candidates:
        message = "카드에서 어느 지방자치단체의 것인지 알 수 있는 이름을 찾지 못했습니다."
    else:
        shown = ", ".join(candidates[:8]) + (" 등" if len(candidates) > 8 else "")
        message = f"어느 지방자치단체의 카드인지 하나로 정하지 못했습니다(후보: {shown})."
    return Issue("municipality.ambiguous", message, table="cards", field="municipality")
