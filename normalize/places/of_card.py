"""Which local government a card is of, told from the names that it prints and how much each place says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, zip_longest
from typing import NamedTuple

from pledgecards.extract.card import Item, PrintedCard
from pledgecards.extract.titles.documents import names_document
from pledgecards.normalize.page_notes import is_of_page
from pledgecards.normalize.places.ballot import FURNITURE, LEAD, OFFICE, PROSE, TITLE, Ballot, ambiguous
from pledgecards.normalize.places.gazetteer import gazetteer
from pledgecards.normalize.places.mentions import lies_in, mentions
from pledgecards.normalize.rows import Issue
from pledgecards.schemas.notation import AS_OF, COLONS, MIDDOTS
from pledgecards.schemas.vocabulary import Vocabulary, fold

_LONGEST_SIGN = 60
_AROUND_NAME = re.compile(rf"[()\[\]【】〔〕<>〈〉*_{MIDDOTS}|{COLONS},-]+")
_DAY_OF_FIGURES = re.compile(rf"[(（][^()（）]*\d[^()（）]*{AS_OF}\s*[)）]$")
_CHIEF = re.compile(r"(?:(?<=시)장|(?<=구)청장)$|(?<=군)수$")
"""What makes the body's name that of its chief, who signs: `경상북도 경산시장`."""
_OF_TERM = re.compile(r"민선\s*\d{1,2}\s*기|공약|약속")
_PAGE = re.compile(r"[-–—]?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\s*(?:쪽|페이지)?\s*[-–—]?")
_PAGE_BEHIND = re.compile(r"\s+[-–—]\s*\d{1,4}\s*[-–—]$")
_BEFORE_OFFICE = re.compile(r"(?<![가-힣])([가-힣]{1,4}[시군구])\s[가-힣]{2,8}(?:과|관|실|팀|국|소|단)(?![가-힣])")


class Evidence(NamedTuple):
    """A text that may name the body, and how much a name in it says (LEAD to PROSE)."""

    text: str
    weight: float


def card_evidence(card: PrintedCard, vocabulary: Vocabulary | None = None) -> list[Evidence]:
    """The texts of a card that may name its body. Running heads and a book's cover are the caller's to add (FURNITURE)."""
    words = vocabulary or Vocabulary.standard()
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
    last = next((i for i in reversed(range(len(card.items))) if not _is_furniture(card.items[i], words)), -1)
    for i, item in enumerate(card.items):
        signed = signature(item, words, in_head=i < first) if i < first or i == last else None
        if i >= last and _names_document(item, words):
            signed = item.text
        weight = OFFICE if i < first and _is_named_in_head(item) else PROSE
        evidence.append(Evidence(item.text, weight) if signed is None else Evidence(signed, FURNITURE))
    return evidence


def _is_furniture(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether an item is what a page says of itself, or its head or foot, which a copy left below the last line of the card."""
    if is_of_page(item, vocabulary) or _names_document(item, vocabulary):
        return True
    return item.kind == "paragraph" and _PAGE.fullmatch(item.text) is not None


def _names_document(item: Item, vocabulary: Vocabulary) -> bool:
    """Whether a line is the name of a document, the number of its page behind it or not (`전주시 공약사업 실천계획서 - 27 -`)."""
    return item.kind == "paragraph" and names_document(_PAGE_BEHIND.sub("", item.text), vocabulary)


def _is_named_in_head(item: Item) -> bool:
    """Whether a short line of a card's head holds the full name of a body, an office of it perhaps (`(소관: 복지정책과 / 경기도 이천시)`), or its own
    name before that of its office (`군산시 일자리정책과`)."""
    if item.kind not in ("paragraph", "caption") or len(item.text) > _LONGEST_SIGN:
        return False
    known = gazetteer()
    if any(mention.sido is not None and mention.own is not None for mention in mentions(item.text, known)):
        return True
    return any(name in known.by_own for name in _BEFORE_OFFICE.findall(item.text))


@lru_cache(maxsize=8)
def _labels(vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(map(fold, vocabulary.people.spellings["body_labels"]))


def signature(item: Item, vocabulary: Vocabulary, *, in_head: bool = False) -> str | None:
    """The words of a line that says whose card it is, as a running head would: nothing but a body's name, with its label or without one
    (`자치단체 : 아산시`), or (`in_head`: it stands above the first heading) that name beside what the document is (`해남군 민선7기 공약이행
    점검`). None for any other line."""
    plain = item.kind in ("paragraph", "caption") and item.marker is None
    if not plain and not (in_head and item.kind in ("bullet", "note")):
        return None
    words = _AROUND_NAME.sub(" ", _DAY_OF_FIGURES.sub("", _PAGE_BEHIND.sub("", item.text))).split()
    if all(len(word) == 1 for word in words):
        words = ["".join(words)]  # `경 상 북 도`
    labels = _labels(vocabulary)
    label = next((n for n in (1, 2, 3) if n < len(words) and fold("".join(words[:n])) in labels), 0)
    if not plain and not label:
        return None  # `○ 강원도 정선군`: of what a bullet speaks, nobody knows
    words = words[label:]
    name = " ".join(words)
    if not words or len(name) > _LONGEST_SIGN:
        return None
    known = gazetteer()
    sido = known.sido_by_form.get(words[0])
    if len(words) == 2 and sido is not None and lies_in(_CHIEF.sub("", words[1]), sido, known):
        return f"{words[0]} {_CHIEF.sub('', words[1])}"
    if len(words) == 1 and (name in known.by_own or name in known.by_official):
        return name
    named = (
        in_head
        and _OF_TERM.search(name) is not None
        and (words[0] in known.by_official or any(mention.own for mention in mentions(name, known)))
    )
    return name if named else None


_Told = tuple[str | None, Issue | None]


def recognise_cards(
    around: Iterable[tuple[str, float]],
    cards: Sequence[Sequence[tuple[str, float]]],
    heads: Sequence[Sequence[tuple[str, float]]] = (),
) -> list[_Told]:
    """For every card of a file the official name of its body, or None with an issue `municipality.ambiguous` that names the candidates: by what
    stands around them all, and the evidence of each. heads: what of that stands on the pages of each card.

    A file is of one body: what all says together decides, and only where that does not, each card alone. Where a running head or the choice of
    who is in charge names another on some card, and nothing there the file's, the file was bound of several bodies' cards: each decides alone.
    Where its offices alone are of another 시·도, it may be
    bound in: that card stays without a body. A name counts once a text. A 시·도 is the body only where a running head or an office names it and no body below it is named as
    strongly; elsewhere it tells homonyms (중구, 고성군) apart. Names in running text alone decide only if one stands there often and the
    others hardly.
    """
    shared = _counted(Ballot(gazetteer()), around)
    together = _counted(shared.copy(), chain.from_iterable(cards)).result()
    if len(cards) == 1:
        return [together]
    if together[0] is None:
        return [_counted(shared.copy(), evidence).result() for evidence in cards]
    own = [[*evidence, *head] for evidence, head in zip_longest(cards, heads, fillvalue=())]
    if not any(_names_other(evidence, together[0]) for evidence in own):
        return [_doubted(together[0], evidence) or together for evidence in own]
    return [_counted(Ballot(gazetteer()), evidence).result() for evidence in own]


def _doubted(body: str, evidence: Sequence[tuple[str, float]]) -> _Told | None:
    """None with the issue, for a card whose own offices are of a body in another 시·도 than the file's; None where it has no such."""
    if not _names_other(evidence, body, OFFICE):
        return None
    ballot = _counted(Ballot(gazetteer()), evidence)
    other, _ = ballot.result()
    if other is None or other.split()[0] == body.split()[0]:
        return None
    return None, ambiguous(sorted((body, other)))


def _names_other(evidence: Sequence[tuple[str, float]], body: str, least: float = FURNITURE) -> bool:
    """Whether a card surely names another body than the file's, in a 시·군·구 that is not of it nor it of that, and nowhere the file's. least: what
    a name says there at least."""
    strong = [(text, weight) for text, weight in evidence if weight >= least]
    other, _ = _counted(Ballot(gazetteer()), strong).result() if strong else (None, None)
    if other is None or other.startswith(body) or body.startswith(other):
        return False
    own = body.split()[-1]
    return not any(own in text for text, _ in evidence)


def _counted(ballot: Ballot, texts: Iterable[tuple[str, float]]) -> Ballot:
    known = gazetteer()
    for text, weight in texts:
        if met := set(mentions(text, known)):
            ballot.count(met, weight)
    return ballot
