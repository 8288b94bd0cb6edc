"""What a choice is before it is judged, and which field its options are known to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.page import Place
from pledgecards.extract.record import record
from pledgecards.schemas.bodies import body_names
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

FEWEST_OF_TWO = 4
"""The fewest options that two choices have together."""

_REMARK = re.compile(r"\([^()]*\)$")
_YES_OR_NO = frozenset({"유", "무", "있음", "없음", "필요", "불필요", "예", "아니오", "해당", "미해당", "해당없음"})
"""Options that say whether there is what their label names."""

LONGEST_OPTION = 25
"""The letters of the longest option."""


@record
class PrintedChoice:
    """A choice before it is judged. `match` is None for a label that the vocabulary does not know."""

    label: str
    match: Match | None
    candidates: tuple[Candidate, ...]
    place: Place
    ink: int


def is_marked(choice: PrintedChoice) -> bool:
    """Whether it has several options, and a mark at one of them."""
    return len(choice.candidates) > 1 and any(c.glyph or c.drawn or c.bold for c in choice.candidates)


def looks_differ(candidates: Sequence[Candidate]) -> bool:
    """Whether some options are marked or set otherwise than others."""
    return len({(c.glyph, c.bold, c.colour, c.drawn, c.fill) for c in candidates}) > 1


def by_options(match: Match, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> Match:
    """The label's match, of another field where its own knows none of the options and that one most (`추진구분 □신규 ■계속`), or of none where
    the label may be of anything (`사업유형 ■ 직영 □ 위탁`)."""
    if len(candidates) < 2 or known_of(match.key, candidates, vocabulary):
        return match
    key = field_of(candidates, vocabulary)
    if key is None and match.spelling in vocabulary.vague_labels:
        key = "other"
    return match if key is None else replace(match, key=key)


def field_of(candidates: Sequence[Candidate], vocabulary: Vocabulary) -> str | None:
    """The one field that knows two or more of these options and more than half of them."""
    fields = [
        key
        for key, count in _known_by_field(candidates, vocabulary).items()
        if count > 1 and 2 * count > len(candidates)
    ]
    return fields[0] if len(fields) == 1 else None


def field_of_all(candidates: Sequence[Candidate], vocabulary: Vocabulary) -> str | None:
    """The one field that knows all of these options, two or more."""
    key = field_of(candidates, vocabulary)
    return key if key is not None and known_of(key, candidates, vocabulary) == len(candidates) else None


def field_of_boxes(match: Match, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> Match | None:
    """The field of a choice whose label heads a section elsewhere: that which knows the most of its boxed options (`추진상황 ☑정상추진
    □지연`), or without boxes all of three and more, or of two of which one is set otherwise; None where no field or several know as many."""
    if len(candidates) < 2:
        return None
    if not all(candidate.glyph for candidate in candidates):
        told = len(candidates) > 2 or looks_differ(candidates)
        key = field_of_all(candidates, vocabulary) if told else None
        return replace(match, key=key) if key is not None else None
    if match.key == "budget" and all(fold(candidate.text) in _YES_OR_NO for candidate in candidates):
        return replace(match, key="budgeted")  # `소요예산 | 유 ■ 무 □`
    counts = _known_by_field(candidates, vocabulary)
    most = max(counts.values())
    fields = [key for key, count in counts.items() if count == most]
    return replace(match, key=fields[0]) if most and len(fields) == 1 else None


def known_of(field: str, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> int:
    words = vocabulary.options_by_field.get(field, frozenset())
    bodies = body_names() if field == "lead" else frozenset()
    return sum(
        [
            fold(candidate.text) in words
            or candidate.text in bodies
            or ("(" in candidate.text and fold(_REMARK.sub("", candidate.text)) in words)
            for candidate in candidates
        ]
    )


def _known_by_field(candidates: Sequence[Candidate], vocabulary: Vocabulary) -> dict[str, int]:
    """How many of the options each field knows."""
    return {key: known_of(key, candidates, vocabulary) for key in vocabulary.options_by_field if key != "other"}


def parted(choice: PrintedChoice, vocabulary: Vocabulary) -> list[PrintedChoice]:
    """The choice, or one for each field whose options stand in it one after the other, two or more of each and none twice, under a label
    that says nothing of them (`해당여부 | 임기내 ○ | 임기외 | 신규 | 지속 ○`)."""
    if (choice.match is not None and choice.match.key != "other") or len(choice.candidates) < FEWEST_OF_TWO:
        return [choice]
    runs: list[tuple[str, list[Candidate]]] = []
    for candidate in choice.candidates:
        keys = [key for key, count in _known_by_field([candidate], vocabulary).items() if count]
        if runs and runs[-1][0] in keys:
            runs[-1][1].append(candidate)
        elif not keys:
            return [choice]
        else:
            runs.append((keys[0], [candidate]))
    fields = [key for key, _ in runs]
    if len(runs) < 2 or len(set(fields)) < len(fields) or any(len(options) < 2 for _, options in runs):
        return [choice]
    return [
        replace(
            choice, match=Match(key, choice.label, 100.0), candidates=tuple(options), ink=choice.ink if not at else 0
        )
        for at, (key, options) in enumerate(runs)
    ]
