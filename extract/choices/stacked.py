"""Choices whose options stand one below the other, each on a line of its own behind its mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fields import PrintedChoice, field_of_all, known_of
from pledgecards.extract.choices.labels import label_alone
from pledgecards.extract.choices.options import candidates_of, glyph_pattern
from pledgecards.extract.markers import DASH, DOT, NUMERAL, split_marker
from pledgecards.extract.page import Line
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.notation import COLONS
from pledgecards.schemas.vocabulary import Match, Vocabulary

_LONGEST = 30
"""A line of more letters is more than a mark and an option."""


def with_stacked_choices(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """The pieces, in which lines of one marked option each, and the label alone above them, are one choice (`임기구분` / `- [x] 임기내` /
    `- [ ] 임기후`). All options are known to one field, and not all marks are alike."""
    result: list[Piece] = []
    stack: list[tuple[Piece, Candidate]] = []
    for piece in pieces:
        candidate = _option(piece, vocabulary)
        if candidate is None and not stack and result:
            candidate = _option_left(result[-1], piece, vocabulary)
        if candidate is not None and not stack and result and _goes_on(result[-1], candidate, vocabulary):
            choice = result[-1].choice
            assert choice is not None
            choice = replace(choice, candidates=(*choice.candidates, candidate), place=choice.place.union(piece.place))
            result[-1] = replace(result[-1], ink=result[-1].ink + piece.ink, choice=choice)
            continue
        if candidate is not None:
            stack.append((piece, candidate))
            continue
        if stack:
            _settle(result, stack, vocabulary)
            stack = []
        result.append(_with_label_above(piece, result, vocabulary))
    if stack:
        _settle(result, stack, vocabulary)
    return result


def _goes_on(above: Piece, option: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether an option alone on its line is the next one of the choice above it (`임기구분  임기내 ■` / `임기외 □`)."""
    choice = above.choice
    if (
        choice is None
        or choice.match is None
        or not choice.label
        or not known_of(choice.match.key, [option], vocabulary)
    ):
        return False
    fresh = all(one.text != option.text for one in choice.candidates)
    if option.glyph is None or all(one.glyph for one in choice.candidates):
        return fresh
    # `신규여부 | 신규 |` over `지속 | ○`
    return (
        fresh and len(choice.candidates) == 1 and option.edge < 0 and above.line is not None and "\t" in above.line.text
    )


def _option_left(above: Piece, piece: Piece, vocabulary: Vocabulary) -> Candidate | None:
    """The option alone on its line, without a mark, below a choice with an option a line of which one has its mark (`이행시기 | 임기내 | ○` over
    `임기후`)."""
    choice, line = above.choice, piece.line
    if choice is None or line is None or piece.kind != "line" or len(line.text) > _LONGEST:
        return None
    places = [one.place for one in choice.candidates]
    if len(set(places)) < len(places) or not any(one.glyph for one in choice.candidates):
        return None
    if vocabulary.options.match(line.text, rough=False) is None:
        return None
    candidates = candidates_of(line, 0, len(line.text), vocabulary, one=True)
    return candidates[0] if len(candidates) == 1 and candidates[0].glyph is None else None


def _labels_options(piece: Piece, below: Piece | None, vocabulary: Vocabulary) -> bool:
    """Whether a line is nothing but the label of the choice that the piece below it prints without one."""
    if piece.kind != "line" or piece.line is None or below is None or below.choice is None or below.choice.label:
        return False
    match, field = label_alone(piece.line.text, vocabulary), below.choice.match
    return match is not None and field is not None and match.key == field.key


def _with_label_above(piece: Piece, result: list[Piece], vocabulary: Vocabulary) -> Piece:
    """The choice with the label that stands alone above it; its line is taken from the result, unless it also heads a section."""
    if piece.choice is None or not result or not _labels_options(result[-1], piece, vocabulary):
        return piece
    above = result[-1].line
    assert above is not None
    ink = piece.ink
    if vocabulary.sections.match(above.text, rough=False) is None:
        ink += result.pop().ink
    return replace(piece, ink=ink, choice=replace(piece.choice, label=above.text.strip(f" {COLONS}")))


def _option(piece: Piece, vocabulary: Vocabulary) -> Candidate | None:
    """The one option that a line holds behind or before its mark."""
    line = piece.line
    if line is None or piece.kind != "line" or len(line.text) > _LONGEST:
        return None
    glyph = glyph_pattern(vocabulary)
    if glyph.search(line.text) is None:
        return None
    marked = split_marker(line.text, vocabulary)
    start = marked.start if marked.rank in (DASH, DOT, NUMERAL) else 0
    if vocabulary.options.match(glyph.sub("", line.text[start:]), rough=False) is None:
        return None  # most lines
    candidates = candidates_of(line, start, len(line.text), vocabulary)
    return candidates[0] if len(candidates) == 1 and candidates[0].glyph is not None else None


def _settle(result: list[Piece], stack: Sequence[tuple[Piece, Candidate]], vocabulary: Vocabulary) -> None:
    """Puts the lines of a stack to the pieces before them, as one choice where they are one."""
    candidates = [candidate for _, candidate in stack]
    above = result[-1].line if result and result[-1].kind in ("line", "heading") else None
    match = label_alone(above.text, vocabulary) if above is not None and len(stack) > 1 else None
    key = _field(match, candidates, vocabulary)
    if key is None or len({candidate.glyph for candidate in candidates}) < 2:
        result += [piece for piece, _ in stack]
        return
    first, ink = stack[0][0], sum(piece.ink for piece, _ in stack)
    label = _label(above, match)
    if label:
        first = result.pop()
        ink += first.ink
    choice = PrintedChoice(label, Match(key, label, 100.0), tuple(candidates), first.place, ink)
    result.append(Piece("choice", first.place, ink, choice=choice, beside=first.beside))


def _field(match: Match | None, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> str | None:
    """The field that knows all of the options: that of the label above them, or the only one."""
    if match is not None and known_of(match.key, candidates, vocabulary) == len(candidates):
        return match.key
    return field_of_all(candidates, vocabulary)


def _label(above: Line | None, match: Match | None) -> str:
    return "" if above is None or match is None or match.rough else above.text.strip(f" {COLONS}")
