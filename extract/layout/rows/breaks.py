"""Does a line break in the middle of a word? What the text on both sides of the break says.

Geometry (extract.endings) tells where a break within a word is possible; here brackets, numbers and the
document's own words decide.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.notation import MIDDOTS

_OPENING = frozenset("([{<（［｛〈《「『【〔“‘")
_CLOSING = frozenset(")]}>）］｝〉》」』】〕”’,;:%℃㎡㎥㎢㎞")
_EDGES = f"([{{<（［｛〈《「『【〔“‘)]}}>）］｝〉》」』】〕”’,.;:{MIDDOTS}-–~∼*※'\"`!?/"
_ENUMERATOR = re.compile(r"^(?:[가-힣]|\d{1,2})[.)](?:\s|$)")
_THOUSANDS = re.compile(r"(?:^|[^\d,])\d{1,3}(?:,\d{3})*,(\d{0,2})$")
_WHOLE = re.compile(r"(?:^|[^\d,.])\d{1,3}$")
# Particles that never stand at the head of a word of their own, and so go on the word before the break.
_PARTICLES = frozenset(("을", "를", "은", "는", "의", "에", "와", "에서", "으로", "에게", "까지", "부터"))


def hangul(char: str) -> bool:
    """Whether it is a Hangul syllable."""
    return "가" <= char <= "힣"


def certain(tail: str, head: str) -> bool | None:
    """What the characters at the break alone decide: True, within a word; False, between words; None, undecided."""
    if not tail or not head:
        return False
    last, first = tail[-1], head[0]
    if _ENUMERATOR.match(head) or head[:2] == "· " or head_of(head) == "및":
        return False
    if last in _OPENING or first in _CLOSING:
        return True
    if last.isdigit() and first.isdigit() or last in ",." and first.isdigit() or last.isdigit() and first == ",":
        return _same_number(tail, head)
    if last == "·" or (first == "·" and (hangul(last) or last.isalnum())):
        return len(tail) > 1
    if (hangul(last) or last.isdigit() or last in ")」』]") and hangul(first):
        return None
    if hangul(last) and first.isdigit():
        return None
    return False


def _same_number(tail: str, head: str) -> bool:
    """`1,88` and `9`, `1,` and `889`: the digits of a thousands group, complete only across the break."""
    digits = re.match(r"\d*", head)
    count = len(digits.group()) if digits else 0
    group = _THOUSANDS.search(tail)
    if group:
        return len(group.group(1)) + count == 3
    return bool(_WHOLE.search(tail)) and bool(re.match(r"(?:\d{0,2}),\d{3}(?!\d)", head)) and _leading(tail, head)


def _leading(tail: str, head: str) -> bool:
    whole = re.search(r"\d+$", tail)
    return whole is not None and len(whole.group()) + head.index(",") <= 3


def words_of(texts: Iterable[str]) -> Counter[str]:
    """The words of a document, edge punctuation taken off, and how often each stands."""
    words = Counter(" ".join(texts).split())
    # Pieces repeat: edge punctuation is taken off each spelling once.
    bare: Counter[str] = Counter()
    for piece, count in words.items():
        bare[piece.strip(_EDGES)] += count
    del bare[""]
    return bare


def tail_of(text: str) -> str:
    """The last piece of a line."""
    return text[max(text.rfind(" "), text.rfind("\t")) + 1 :]


def head_of(text: str) -> str:
    """The first piece of a line."""
    return text.split(None, 1)[0] if text and not text.isspace() else ""


def vote(tail: str, head: str, words: Counter[str]) -> bool | None:
    """What the document's own words say of a break between two pieces: one word, two words, or nothing.

    A word that stands elsewhere in one piece, beginning before the break and going on beyond it, is the best witness.
    """
    tail, head = tail.strip(_EDGES), head.strip(_EDGES)
    if not tail or not head:
        return None
    if words[tail + head] or tail + head in body_names():
        return True
    if head in _PARTICLES:
        return True
    apart = bool(words[tail]) and bool(words[head])
    if apart:
        return False
    # The same word with another ending: `활성` + `화를` where `활성화` stands elsewhere.
    for end in range(len(head) - 1, 0, -1):
        if len(tail) + end >= 3 and words[tail + head[:end]]:
            return True
    return None
