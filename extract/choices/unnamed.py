"""Choices whose label the vocabulary does not know, or that stand with those of other fields under one label: told by their options."""

from __future__ import annotations

import re
from dataclasses import replace

from pledgecards.extract.captions import part_of
from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fields import (
    FEWEST_OF_TWO,
    PrintedChoice,
    field_of,
    field_of_all,
    known_of,
    looks_differ,
)
from pledgecards.extract.choices.options import candidates_of, glyph_pattern, may_mark
from pledgecards.extract.markers import BARS
from pledgecards.extract.page import Line
from pledgecards.schemas.notation import COLONS, MIDDOTS
from pledgecards.schemas.vocabulary import Match, Vocabulary

_LONGEST = 80
_SYLLABLE = re.compile(r"[가-힣]")
_COLON = re.compile(rf"[{COLONS}\t]")
_SPACE_BEFORE_BOX = re.compile(rf"[가-힣](?:[가-힣{MIDDOTS} ]{{0,10}}[가-힣])? (?=[^가-힣\s])")
_FIRST_LABEL = re.compile(
    rf"(?:[\[【〔<〈(（]\s*([가-힣][가-힣\s·]{{0,10}}[가-힣])\s*[\]】〕>〉)）]|([가-힣][가-힣\s·]{{0,10}}[가-힣])(?=\s*[{COLONS}\t"
    + BARS
    + rf"]))\s*[{COLONS}\t"
    + BARS
    + r"]?\s*"
)


def boxes_behind_colon(text: str, start: int, vocabulary: Vocabulary) -> re.Match[str] | None:
    """The colon near the beginning behind which two or more check boxes stand, not all alike; or the space before the first box. What has a box
    of its own before it is no label."""
    colon = _SPACE_BEFORE_BOX.match(text, start) or _COLON.search(text, start, start + 17)
    if colon is not None and colon.re is _SPACE_BEFORE_BOX and not glyph_pattern(vocabulary).match(text, colon.end()):
        colon = _COLON.search(text, start, start + 17)
    if colon is None or _label_end(colon) - start < 2 or glyph_pattern(vocabulary).match(text, start) is not None:
        return None
    if colon.re is _SPACE_BEFORE_BOX and not _words_behind_marks(text, colon.end(), vocabulary):
        return None  # `구분 단기 ■ 중기 □ 장기 □`: the word before the first box is an option
    marks = glyph_pattern(vocabulary).findall(text, colon.end())
    return colon if len(set(marks)) > 1 else None


def _words_behind_marks(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether words stand behind the last of the marks of a text, as where each stands before its option."""
    last = max((mark.end() for mark in glyph_pattern(vocabulary).finditer(text, start)), default=len(text))
    return bool(text[last:].strip())


def _label_end(colon: re.Match[str]) -> int:
    return colon.end() if colon.re is _SPACE_BEFORE_BOX else colon.start()


def unlabelled(line: Line, start: int, vocabulary: Vocabulary) -> PrintedChoice | None:
    """A choice whose label the vocabulary does not know: told by two or more check boxes with short options behind a colon, or by
    options of one field, all known, and a mark among them."""
    if not may_mark(line.text, start, vocabulary):
        return None
    if (options := _boxed_from_the_first(line, start, vocabulary)) is not None:
        return options
    colon = boxes_behind_colon(line.text, start, vocabulary)
    if colon is None:
        return known_behind_colon(line, start, vocabulary)
    candidates = candidates_of(line, colon.end(), len(line.text), vocabulary)
    if len(candidates) < 2 or any(not c.text or len(c.text) > 15 for c in candidates):
        return None
    if sum(c.glyph is not None for c in candidates) < len(candidates):
        return None
    label, key = line.text[start : _label_end(colon)].strip(), field_of(candidates, vocabulary)
    if key is None and colon.group() == "\t" and _has_box(line.text, start, vocabulary):
        # `□ 새벌구<TAB>□ 단기<TAB>■ 여론수렴`: an option of each of the labels that stand side by side above.
        return None
    match = None if key is None else Match(key, label, 100.0)
    return PrintedChoice(label, match, tuple(candidates), line.place, line.ink)


def _boxed_from_the_first(line: Line, start: int, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice of a line that begins with a box, if what stands behind it is an option like those that follow and no label
    (`□국가 □도 ■시`)."""
    if not _is_mark(line.text, start, vocabulary):
        return None
    choice = known_behind_colon(line, 0, vocabulary)
    if choice is None or choice.label or not all(candidate.glyph for candidate in choice.candidates):
        return None
    options = [candidate.text for candidate in choice.candidates]
    return choice if len(options) > 1 and len(set(options)) == len(options) else None


def known_behind_colon(line: Line, start: int, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice of a line whose label is unknown, or that has none, but whose options are all known to one field (`구분 : 임기내√ /
    임기외`, `임기내( ○ ) 임기후( )`)."""
    marked = _marked_options(line, start, vocabulary)
    if marked is None:
        return None
    label, candidates = marked
    key = field_of_all(candidates, vocabulary)
    if key is None:
        return None
    if not label and vocabulary.labels.match(candidates[0].text, rough=False) is not None:
        return None  # `☑ 추진단계 ☑ 정상추진 일부추진`: marks that a copy moved
    return PrintedChoice(label, Match(key, label, 100.0), tuple(candidates), line.place, line.ink)


def styled_behind_section(line: Line, start: int, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice of a line whose label heads a section elsewhere, told by options that are all known to one field, some of them set or marked
    otherwise than the others (`사업구분: **신규** / 계속`)."""
    if len(line.runs) < 2 and not line.marks:
        return None  # nearly every line
    if len(line.text) - start > _LONGEST or not (line.marks or len({(run.bold, run.colour) for run in line.runs}) > 1):
        return None
    label, begin = _first_label(line.text, start)
    if not label or vocabulary.sections.match(label, rough=False) is None:
        return None
    candidates = candidates_of(line, begin, len(line.text), vocabulary)
    key = field_of_all(candidates, vocabulary)
    if key is None or not looks_differ(candidates):
        return None
    return PrintedChoice(label, Match(key, label, 100.0), tuple(candidates), line.place, line.ink)


def _marked_options(line: Line, start: int, vocabulary: Vocabulary) -> tuple[str, list[Candidate]] | None:
    """The label of a line, blank where it has none, and what may be its options; None where no mark stands among them."""
    label, begin = _first_label(line.text, start)
    if not label and _is_mark(line.text, start, vocabulary):
        begin = 0
    if not label and not _may_be_options(line.text, begin, vocabulary):
        return None
    candidates = candidates_of(line, begin, len(line.text), vocabulary)
    return (label, candidates) if any(candidate.glyph for candidate in candidates) else None


def _has_box(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a box such as those before the options stands before the words that begin at `start`."""
    before = text[:start].strip()
    return bool(before) and before in glyph_pattern(vocabulary).findall(text, start)


def _is_mark(text: str, start: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands before the words of a line is the mark of the first of them (`■ 신규 □ 계속`), no bullet: other marks follow, and
    not behind what they mark (`○ 사업구분 신규(√) 계속( )`)."""
    glyph = glyph_pattern(vocabulary)
    return glyph.fullmatch(text[:start].strip()) is not None and _words_behind_marks(text, start, vocabulary)


def _first_label(text: str, start: int) -> tuple[str, int]:
    """The label that stands in brackets or before a colon, and where it ends; without one it is blank."""
    found = _FIRST_LABEL.match(text, start)
    return ("", start) if found is None else (found[1] or found[2], found.end())


def _may_be_options(text: str, begin: int, vocabulary: Vocabulary) -> bool:
    """Whether a line without a label may be options: short, and its first word one that begins an option. Most lines are not."""
    first = _SYLLABLE.search(text, begin)
    return first is not None and len(text) - begin <= _LONGEST and vocabulary.options.may_begin(first.group())


def choices_of_fields(line: Line, start: int, vocabulary: Vocabulary) -> list[tuple[Line, PrintedChoice | None]] | None:
    """The choices of a line that prints the options of several fields under one label, or one after the other under labels that the
    vocabulary does not know (`구분 : 신규(v) 지속( ) 예산(v) 비예산( )`). None where an option is not known, or a field has but one.
    """
    parts = _fields_apart(line, start, vocabulary)
    if parts is None:
        return None
    found: list[tuple[Line, PrintedChoice | None]] = []
    for label, key, candidates in parts:
        # The first of them takes the whole line.
        part = part_of(line, len(line.text), len(line.text)) if found else line
        found.append((part, PrintedChoice(label, Match(key, label, 100.0), tuple(candidates), line.place, part.ink)))
    return found


def by_fields(line: Line, choice: PrintedChoice, vocabulary: Vocabulary) -> list[tuple[Line, PrintedChoice | None]]:
    """A choice, and one behind it in its line under no label that is known: two marked options or more at the end that another field
    knows and its own does not (`신규여부 □ 신규 ☑ 계속 추진상황 ☑ 정상추진 □ 지연`)."""
    own = choice.match.key if choice.match is not None else None
    if own is None or own == "other" or len(choice.candidates) < FEWEST_OF_TWO:
        return [(line, choice)]
    at = next((i for i, one in enumerate(choice.candidates) if not known_of(own, [one], vocabulary)), 0)
    first, others = choice.candidates[:at], choice.candidates[at:]
    key = field_of(others, vocabulary)
    if (
        not 1 < at
        or key in (None, own)
        or any(known_of(own, [one], vocabulary) for one in others)
        or known_of(key or "", others, vocabulary) < len(others)
        or not all(candidate.glyph for candidate in choice.candidates)
    ):
        return [(line, choice)]
    rest = part_of(line, len(line.text), len(line.text))
    return [
        (line, replace(choice, candidates=first)),
        (rest, PrintedChoice("", Match(key or "", "", 100.0), others, line.place, rest.ink)),
    ]


def _fields_apart(line: Line, start: int, vocabulary: Vocabulary) -> list[tuple[str, str, list[Candidate]]] | None:
    marked = _marked_options(line, start, vocabulary)
    if marked is None:
        return None
    label, candidates = marked
    parts: list[tuple[str, str, list[Candidate]]] = []
    for candidate in candidates:
        keys = [key for key in vocabulary.options_by_field if key != "other" and known_of(key, [candidate], vocabulary)]
        if not keys:
            return None
        if parts and parts[-1][1] in keys:
            parts[-1][2].append(candidate)
        else:
            parts.append((label, keys[0], [candidate]))
    fields = [key for _, key, _ in parts]
    whole = len(parts) > 1 and len(set(fields)) == len(fields) and all(len(part[2]) > 1 for part in parts)
    return parts if whole else None
