"""Lines and cells of the checkbox block: a label, then options with or without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pledgecards.extract.captions import part_of
from pledgecards.extract.markers import BRACKET, NUMERAL, split_marker
from pledgecards.extract.marks import Candidate
from pledgecards.extract.options import OPENING, candidates_of, glyph_pattern
from pledgecards.extract.page import Cell, Line, Place
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold

_SET_OFF = frozenset(OPENING + "<〈")
_GAP = re.compile(r"\s+")
_COLON_NEAR = re.compile(r"[^:：]{2,20}[:：]")
_LABEL_END = re.compile(r"(?<![ :：\t])[ :：\t]")
_COLON = re.compile(r"[:：\t]")
_IN_BRACKETS = re.compile(r"[(（\[]([^()（）\[\]]*/[^()（）\[\]]*)[)）\]]\s*")
_LABEL_BRACKETS = re.compile(r"[\[【〔<〈(（]\s*([^\]】〕>〉)）]{2,20}?)\s*[\]】〕>〉)）]\s*[:：]?\s*")


@dataclass(frozen=True, slots=True)
class PrintedChoice:
    """A choice before it is judged. `match` is None for a label that the vocabulary does not know."""

    label: str
    match: Match | None
    candidates: tuple[Candidate, ...]
    place: Place
    ink: int


_LONGEST_LINE = 1000
"""No line of more letters is a choice line: the block of a whole form takes some 200, and what is longer would take long to try."""

_LONGEST_LABEL = 24

_WIDEST_GLYPH = 8
"""The letters of the widest mark (`[ v ]`), with room for its spaces."""


def choices_of_line(line: Line, vocabulary: Vocabulary) -> list[tuple[Line, PrintedChoice | None]] | None:
    """The choices that a line prints, each with its part of the line; two stand side by side with a wide gap between.

    A part that is a label whose options stand elsewhere has no choice. None if the line is no choice.
    """
    if len(line.text) > _LONGEST_LINE:
        return None
    words = _after_bullets(line.text, vocabulary)
    # Most lines print no choice: nothing at their beginning is a label, known or followed by boxes.
    if (
        _label_at(line.text, words, vocabulary) is None
        and not _boxes_behind_colon(line.text, words, vocabulary)
        and not _known_behind_colon(line, words, vocabulary)
    ):
        return None
    starts = [0]
    for gap in _GAP.finditer(line.text):
        start = gap.end()
        # What stands behind the bullet of a label is that label, not another.
        if start > words and _begins_choice(line.text, start, "\t" in gap.group(), vocabulary):
            starts.append(start)
            words = _after_bullets(line.text, vocabulary, start)
    if len(starts) > 1:
        parts = [part_of(line, low, high) for low, high in zip(starts, [*starts[1:], len(line.text)], strict=True)]
        found = [(part, choice_of_line(part, vocabulary)) for part in parts]
        if found[0][1] is not None and all(choice or label_alone(part.text, vocabulary) for part, choice in found):
            return found
    choice = choice_of_line(line, vocabulary)
    return None if choice is None else [(line, choice)]


def _begins_choice(text: str, start: int, apart: bool, vocabulary: Vocabulary) -> bool:
    """Whether another choice begins in the middle of a line: a known label behind a wide gap, or one that a bullet, brackets, a
    colon or a mark behind it set off from the options before it."""
    sign = text[start : start + 1]
    set_off = apart or sign in _SET_OFF or sign in vocabulary.bullets or _COLON_NEAR.match(text, start) is not None
    words = _after_bullets(text, vocabulary, start)
    first = text[words : words + 1]
    if not first.isalnum() and first not in _SET_OFF:
        return False  # the end of `( )`
    found = _label_at(text, words, vocabulary, rough=False)
    if found is None:
        return False
    if not set_off:
        # In running text (`■ 임기내 □ 임기외 신규여부 □ 신규`) the mark right behind a label is that of its first option.
        return len(found[0]) > 2 and glyph_pattern(vocabulary).match(text, found[2]) is not None
    label, _, rest = found
    bracketed = text[words : words + 1] in _SET_OFF
    return apart or bracketed or words > start or ":" in text[words + len(label) : rest].replace("：", ":")


def choice_of_line(line: Line, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice that a line prints (`- ✓ 임기구분 **임기내** / 임기외`), or None if it prints none."""
    start = _after_bullets(line.text, vocabulary)
    found = _label_at(line.text, start, vocabulary)
    if found is None:
        return _unlabelled(line, start, vocabulary)
    label, match, rest = found
    candidates = candidates_of(line, *_within_brackets(line.text, rest), vocabulary)
    if not _convincing(match, candidates, vocabulary):
        return None
    return PrintedChoice(label, _by_options(match, candidates, vocabulary), tuple(candidates), line.place, line.ink)


def _within_brackets(text: str, start: int) -> tuple[int, int]:
    """The options' stretch of text[start:], without brackets round all of it (`임기구분 ( 임기내 ○ / 임기후 )`)."""
    inner = _IN_BRACKETS.fullmatch(text, start)
    return (start, len(text)) if inner is None else inner.span(1)


def label_alone(text: str, vocabulary: Vocabulary) -> Match | None:
    """The choice label that a whole line or cell is, if it is one."""
    return vocabulary.labels.match(text[_after_bullets(text, vocabulary) :].strip(" :："))


def choice_of_cells(label: Cell, match: Match, cells: Sequence[Cell], vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice that a label cell and the cells of its options make.

    The options stand in one cell (`☑임기내 ☐임기외`), a cell each (marked by glyph, fill, weight), or in cells that
    alternate with cells for the mark (`임기내 | ○ | 임기외 |`).
    """
    ink = sum(line.ink for cell in (label, *cells) for line in cell.lines)
    place = label.place
    for cell in cells:
        place = place.union(cell.place)
    filled = [cell for cell in cells if cell.text]
    if len(filled) == 1 and len(cells) <= 2:
        candidates = [c for line in filled[0].lines for c in candidates_of(line, 0, len(line.text), vocabulary)]
    else:
        candidates = _cell_candidates(cells, vocabulary)
    candidates = [candidate for candidate in candidates if candidate.text]
    if not candidates or not _plausible(match, candidates, vocabulary):
        return None
    return PrintedChoice(label.text, _by_options(match, candidates, vocabulary), tuple(candidates), place, ink)


def _by_options(match: Match, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> Match:
    """The label's match, of another field where its own knows none of the options and that one most (`추진구분 □신규 ■계속`)."""
    if len(candidates) < 2 or _known(match.key, candidates, vocabulary):
        return match
    key = _field_of(candidates, vocabulary)
    return match if key is None else replace(match, key=key)


def _field_of(candidates: Sequence[Candidate], vocabulary: Vocabulary) -> str | None:
    """The one field that knows two or more of these options and more than half of them."""
    fields = [
        key
        for key, count in _known_by_field(candidates, vocabulary).items()
        if count > 1 and 2 * count > len(candidates)
    ]
    return fields[0] if len(fields) == 1 else None


def field_of_boxes(match: Match, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> Match | None:
    """The field of a choice whose label heads a section elsewhere: that which knows the most of its boxed options (`추진상황 ☑정상추진
    □지연`), or without boxes all of three and more; None where no field or several know as many."""
    if len(candidates) < 2:
        return None
    if not all(candidate.glyph for candidate in candidates):
        key = _field_of(candidates, vocabulary) if len(candidates) > 2 else None
        whole = key is not None and _known(key, candidates, vocabulary) == len(candidates)
        return replace(match, key=key) if key is not None and whole else None
    counts = _known_by_field(candidates, vocabulary)
    most = max(counts.values())
    fields = [key for key, count in counts.items() if count == most]
    return replace(match, key=fields[0]) if most and len(fields) == 1 else None


def _plausible(match: Match, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> bool:
    """Whether these may be options at all: short words, and one known or marked if the label is known only roughly."""
    if any(len(candidate.text) > 25 for candidate in candidates):
        return False
    known = _known(match.key, candidates, vocabulary)
    return known > 0 or any(c.glyph for c in candidates) or (len(candidates) > 1 and not match.rough)


def is_mark(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds nothing but a check mark (`○`, `V`, `[ ]`)."""
    return glyph_pattern(vocabulary).fullmatch(text) is not None or text in vocabulary.marks["letters"]


def _cell_candidates(cells: Sequence[Cell], vocabulary: Vocabulary) -> list[Candidate]:
    glyph = glyph_pattern(vocabulary)
    result: list[Candidate] = []
    pending: str | None = None
    # Where options have cells of their own, `정부·서울시` in one is one option.
    apart = sum(bool(cell.text) and not is_mark(cell.text, vocabulary) for cell in cells) > 1
    for cell in cells:
        text = cell.text
        if not text:
            continue
        if is_mark(text, vocabulary):
            # A cell that holds only a mark belongs to the option before it, or to the first option if none stands before.
            mark = text if glyph.fullmatch(text) else f"({text})"
            if result and result[-1].glyph is None:
                last = result[-1]
                result[-1] = Candidate(last.text, last.place, mark, last.bold, last.colour, last.drawn, last.fill)
            else:
                pending = mark
            continue
        for line in _option_lines(cell, vocabulary):
            for candidate in candidates_of(line, 0, len(line.text), vocabulary, one=apart):
                result.append(
                    Candidate(
                        candidate.text,
                        cell.place,
                        candidate.glyph or pending,
                        candidate.bold,
                        candidate.colour,
                        candidate.drawn,
                        cell.fill,
                    )
                )
                pending = None
    return result


def _option_lines(cell: Cell, vocabulary: Vocabulary) -> Sequence[Line]:
    """The lines of an option's cell; one line where a narrow cell broke one option over several (`임기` / `내`)."""
    lines = cell.lines
    if len(lines) < 2 or any(glyph_pattern(vocabulary).search(line.text) for line in lines):
        return lines
    known = vocabulary.options
    whole = next(
        (text for text in ("".join(line.text for line in lines), cell.text) if known.match(text, rough=False)), None
    )
    if whole is None and any(known.match(line.text, rough=False) for line in lines):
        return lines
    return one_option(cell, whole).lines


def one_option(cell: Cell, text: str | None = None) -> Cell:
    """The cell with its lines made one, set as the first of them is; `text` is what they say together (None: as they join)."""
    if len(cell.lines) < 2:
        return cell
    first, text = cell.lines[0], text or cell.text
    runs = tuple(replace(run, end=len(text)) if run is first.runs[-1] else run for run in first.runs)
    return replace(cell, lines=(replace(first, text=text, place=cell.place, runs=runs),))


def _after_bullets(text: str, vocabulary: Vocabulary, start: int = 0) -> int:
    """Where the words begin behind bullets and ticks that stand in front of the label (`- ✓ 임기구분`)."""
    for _ in range(3):
        marked = split_marker(text[start:], vocabulary)
        if marked.marker is None or marked.rank == BRACKET or (marked.rank == NUMERAL and start):
            break
        start += marked.start
    return start


def _label_at(text: str, start: int, vocabulary: Vocabulary, *, rough: bool = True) -> tuple[str, Match, int] | None:
    """(label as printed, its match, where the options begin) for the longest label that begins at `start`."""
    bracketed = _LABEL_BRACKETS.match(text, start)
    if bracketed is not None and glyph_pattern(vocabulary).search(bracketed.group(1)) is None:
        match = vocabulary.labels.match(bracketed.group(1))
        if match is not None:
            return bracketed.group(1), match, bracketed.end()
    ends = _label_ends(text, start, vocabulary)
    if not rough and len(text) - start <= _LONGEST_LABEL and glyph_pattern(vocabulary).search(text, start) is None:
        ends.append(len(text))  # its options stand on another line
    exactly = (False,) if vocabulary.labels.may_begin(text[start : start + 1]) else ()
    for roughly in (*exactly, True) if rough else exactly:
        for end in reversed(ends):
            label = text[start:end].strip(" :：\t")
            if label[-1:] in _SET_OFF:
                continue  # `임기구분 (`
            match = vocabulary.labels.match(label, rough=roughly)
            if match is not None:
                rest = end
                while rest < len(text) and text[rest] in " :：\t→>-–":
                    rest += 1
                return label, match, rest
    return None


def _label_ends(text: str, start: int, vocabulary: Vocabulary) -> list[int]:
    """The places, at most 20 letters on, at which a label could end: before a space, a colon, a TAB or a check glyph."""
    limit = min(len(text), start + _LONGEST_LABEL)
    ends = [found.start() for found in _LABEL_END.finditer(text, start + 2, limit)]
    glyph = glyph_pattern(vocabulary).search(text, start, limit + _WIDEST_GLYPH)
    if glyph is not None and start + 2 <= glyph.start() < limit:
        ends = [end for end in ends if end <= glyph.start()] + [glyph.start()]
    return ends


def _convincing(match: Match, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> bool:
    if any(not c.text or len(c.text) > 25 for c in candidates):
        return False
    known = _known(match.key, candidates, vocabulary)
    glyphs = sum(c.glyph is not None for c in candidates)
    if len(candidates) < 2:
        return len(candidates) == 1 and known == 1 and not match.rough
    return known > 0 or glyphs >= 1 or (not match.rough and any(c.bold or c.drawn for c in candidates))


def _known(field: str, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> int:
    words = vocabulary.options_by_field.get(field, frozenset())
    return sum(fold(candidate.text) in words for candidate in candidates)


def _known_by_field(candidates: Sequence[Candidate], vocabulary: Vocabulary) -> dict[str, int]:
    """How many of the options each field knows."""
    return {key: _known(key, candidates, vocabulary) for key in vocabulary.options_by_field if key != "other"}


def _boxes_behind_colon(text: str, start: int, vocabulary: Vocabulary) -> re.Match[str] | None:
    """The colon near the beginning behind which two or more check boxes stand, not all alike."""
    colon = _COLON.search(text, start, start + 17)
    if colon is None or colon.start() - start < 2:
        return None
    marks = glyph_pattern(vocabulary).findall(text, colon.end())
    return colon if len(set(marks)) > 1 else None


def _unlabelled(line: Line, start: int, vocabulary: Vocabulary) -> PrintedChoice | None:
    """A choice whose label the vocabulary does not know: told by two or more check boxes with short options behind a colon, or by
    options of one field, all known, and a mark among them."""
    colon = _boxes_behind_colon(line.text, start, vocabulary)
    if colon is None:
        return _known_behind_colon(line, start, vocabulary)
    candidates = candidates_of(line, colon.end(), len(line.text), vocabulary)
    if len(candidates) < 2 or any(not c.text or len(c.text) > 15 for c in candidates):
        return None
    if sum(c.glyph is not None for c in candidates) < len(candidates):
        return None
    label, key = line.text[start : colon.start()].strip(), _field_of(candidates, vocabulary)
    match = None if key is None else Match(key, label, 100.0)
    return PrintedChoice(label, match, tuple(candidates), line.place, line.ink)


def _known_behind_colon(line: Line, start: int, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice of a line whose label is unknown, but whose options are all known to one field (`구분 : 임기내√ / 임기외`)."""
    colon = _COLON.search(line.text, start, start + 17)
    if colon is None or colon.start() - start < 2 or not glyph_pattern(vocabulary).search(line.text, colon.end()):
        return None
    candidates = candidates_of(line, colon.end(), len(line.text), vocabulary)
    key = _field_of(candidates, vocabulary)
    if key is None or _known(key, candidates, vocabulary) < len(candidates):
        return None
    label = line.text[start : colon.start()].strip()
    return PrintedChoice(label, Match(key, label, 100.0), tuple(candidates), line.place, line.ink)
