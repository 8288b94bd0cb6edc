"""Choices that stand one behind the other under the label of the first: those behind have a label of their own that nobody knows, or none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fields import FEWEST_OF_TWO, PrintedChoice, field_of, known_of, parted
from pledgecards.schemas.notation import COLON, COLONS, MIDDOTS
from pledgecards.schemas.vocabulary import Match, Vocabulary

_FEWEST = 2
_EDGES = f" -–·{COLONS},/|*○ㅇ●◦▪•∙▶▷"
_LABEL = re.compile(rf"[가-힣][가-힣{MIDDOTS} ]{{0,10}}[가-힣]$")
_LABEL_BEFORE = re.compile(rf"([가-힣][가-힣{MIDDOTS} ]{{0,10}}[가-힣])\s*{COLON}\s*(?=\S)")


def apart(choice: PrintedChoice, vocabulary: Vocabulary) -> list[PrintedChoice]:
    """The choice, or the several that it holds.

    Another begins where behind options of its own field a word ends the last one (`■ 임기내 □ 임기후 새로움 ■ 신규 □ 지속`) or begins, up to a
    colon, the next one (`임기후 □ 새로움 : 신규 ■`), or where nothing but options of one other field follow. Each has two options or more, one
    of which is marked otherwise than another, and none behind is known to the field before.
    """
    first = parted(choice, vocabulary)
    if len(first) > 1 or not all(candidate.glyph for candidate in choice.candidates):
        return first
    found: list[PrintedChoice] = []
    rest: PrintedChoice | None = choice
    while rest is not None:
        one, rest = _cut(rest, vocabulary)
        found.append(one)
    return found


def _cut(choice: PrintedChoice, vocabulary: Vocabulary) -> tuple[PrintedChoice, PrintedChoice | None]:
    """The first choice of these options, and what stands behind it."""
    candidates = choice.candidates
    for at in range(_FEWEST, len(candidates) - _FEWEST + 1):
        for label, own, others in _ways(candidates[:at], candidates[at:]):
            field = _field(choice, own, vocabulary)
            if field is None or not (_told(own) and _told(others)) or known_of(field, own, vocabulary) < len(own):
                continue
            key = field_of(others, vocabulary)
            of_other = key not in (None, field) and known_of(key or "", others, vocabulary) == len(others)
            if known_of(field, others, vocabulary) and not (label and of_other):
                continue
            if own[-1].text != candidates[at - 1].text and known_of(field, candidates[at - 1 : at], vocabulary):
                continue  # `임기 후 완료` ends in no label
            if key is None and field == "lead":
                continue  # several may be checked, and who takes part has many names (`국가 공모`)
            if label or (of_other and len(candidates) >= FEWEST_OF_TWO):
                match = choice.match or Match(field, choice.label, 100.0)
                behind = None if key is None else Match(key, label, 100.0)
                place = others[0].place
                return replace(choice, match=match, candidates=own), PrintedChoice(label, behind, others, place, 0)
    return choice, None


def _field(choice: PrintedChoice, own: Sequence[Candidate], vocabulary: Vocabulary) -> str | None:
    """The field of a choice: what its label says, or else the one that knows all of its options."""
    return choice.match.key if choice.match is not None else field_of(own, vocabulary)


def _ways(
    before: tuple[Candidate, ...], behind: tuple[Candidate, ...]
) -> Iterator[tuple[str, tuple[Candidate, ...], tuple[Candidate, ...]]]:
    """How the options may be parted here: the label between them, and the options of both."""
    text = before[-1].text
    for space in re.finditer(" ", text):
        words, label = text[: space.start()].rstrip(_EDGES), text[space.end() :].strip(_EDGES)
        if words and _LABEL.match(label) is not None:
            yield label, (*before[:-1], replace(before[-1], text=words)), behind
    words = behind[0].text.lstrip(_EDGES)
    found = _LABEL_BEFORE.match(words)
    if found is not None:
        yield found[1], before, (replace(behind[0], text=words[found.end() :]), *behind[1:])
    yield "", before, behind


def _told(options: Sequence[Candidate]) -> bool:
    return len({option.glyph for option in options}) > 1
