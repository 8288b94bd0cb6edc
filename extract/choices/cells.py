"""Choices in the cells of a form: a label cell, and cells of options and marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from pledgecards.extract.choices.beneath import option_above
from pledgecards.extract.choices.candidate import Candidate
from pledgecards.extract.choices.fields import LONGEST_OPTION, PrintedChoice, by_options, known_of
from pledgecards.extract.choices.marks import UNTOLD
from pledgecards.extract.choices.options import candidates_of, glyph_pattern
from pledgecards.extract.grid.periods import read_period
from pledgecards.extract.grid.tables import is_filled
from pledgecards.extract.page import Cell, Line, Place
from pledgecards.schemas.notation import MIDDOTS
from pledgecards.schemas.vocabulary import Match, Vocabulary

_ENDS_WITH_UNIT = re.compile(r"(?:^|\s)\d[\d,.]*\s?(?P<unit>[^\s\d]+)$")

_BROKEN = frozenset(f"{MIDDOTS}•")
"""A line that ends with one breaks off within an option."""

_SEVERAL = 3


def choice_of_cells(label: Cell, match: Match, cells: Sequence[Cell], vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice that a label cell and the cells of its options make.

    The options stand in one cell (`☑임기내 ☐임기외`), a cell each (marked by glyph, fill, weight), or in cells that
    alternate with cells for the mark (`임기내 | ○ | 임기외 |`).
    """
    filled = [cell for cell in cells if is_filled(cell)]
    if len(filled) == 1 and len(cells) <= 2:
        candidates = []
        for line in filled[0].lines:
            # On a line of its own `정부·서울시` is one option.
            known = len(filled[0].lines) > 1 and vocabulary.options.match(line.text, rough=False) is not None
            one = known or _dotted_alone(line, filled[0].lines, vocabulary)
            candidates += candidates_of(line, 0, len(line.text), vocabulary, one=one)
            # Most such cells hold prose, which its first line tells.
            if candidates and len(candidates[-1].text) > LONGEST_OPTION:
                return None
        if len(filled[0].lines) > 1:
            candidates = _over_lines(match, filled[0], candidates, vocabulary)
    else:
        candidates = _cell_candidates(cells, vocabulary)
    if not candidates or not _plausible(match, candidates, vocabulary):
        return None
    ink = sum([line.ink for cell in (label, *cells) for line in cell.lines])
    place = reduce(Place.union, [cell.place for cell in cells], label.place)
    return PrintedChoice(label.text, by_options(match, candidates, vocabulary), tuple(candidates), place, ink)


def _dotted_alone(line: Line, lines: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Whether a line without a mark is the only one of several with a middle dot in it: each of them is an option, and the dot parts none."""
    if len(lines) < _SEVERAL or glyph_pattern(vocabulary).search(line.text) is not None:
        return False
    dotted = [other for other in lines if not _BROKEN.isdisjoint(other.text)]
    return dotted == [line] and line.text[-1] not in _BROKEN


def _over_lines(match: Match, cell: Cell, by_line: list[Candidate], vocabulary: Vocabulary) -> list[Candidate]:
    """The options of a cell with a glyph before each, of which a narrow cell broke one over two lines or off its glyph
    (`( ) 국가 ( ) 도 (○)` / `군`): those of its lines together, where more of them are known than line by line."""
    glyph = glyph_pattern(vocabulary)
    if glyph.match(cell.lines[0].text) is None:
        return _mended(match, cell, by_line, vocabulary)
    if all(glyph.match(line.text) for line in cell.lines):
        return by_line
    line = one_option(cell).lines[0]
    together = candidates_of(line, 0, len(line.text), vocabulary)
    marked = [[c for c in candidates if c.glyph is not None] for candidates in (together, by_line)]
    known = [known_of(match.key, candidates, vocabulary) for candidates in marked]
    # What a broken word leaves behind (`( ) 임기내 (○) 임기내·` / `후`) may be known as well; a syllable without a glyph is such a rest.
    better = (
        known[0] > known[1]
        or known[0] == len(together)
        or any(line.text[-1:] in _BROKEN for line in cell.lines[:-1])
        or any(option.glyph is None and len(option.text) == 1 for option in by_line)
    )
    return together if better and len(marked[0]) == len(together) else by_line


def _mended(match: Match, cell: Cell, by_line: list[Candidate], vocabulary: Vocabulary) -> list[Candidate]:
    """The options of a cell without a glyph before the first, of which it broke one over two lines (`추진중 완료(지` / `속)`): those of its
    lines together, if all of them are known, as they are not line by line; or that it broke off its mark (`수반 ( ) / 비수반` / `(●)`): if
    then each has one."""
    marked = sum(option.glyph is not None for option in by_line)
    if 0 < marked < len(by_line):
        line = one_option(cell).lines[0]
        together = candidates_of(line, 0, len(line.text), vocabulary)
        same = [option.text for option in together] == [option.text for option in by_line]
        if same and all(option.glyph not in (None, UNTOLD) for option in together):
            return together
    if known_of(match.key, by_line, vocabulary) == len(by_line):
        return by_line
    if match.key not in vocabulary.options_by_field:
        return by_line  # the label of a section, most often over prose
    for text in ("".join(line.text for line in cell.lines), cell.text):
        line = one_option(cell, text).lines[0]
        together = candidates_of(line, 0, len(text), vocabulary)
        if known_of(match.key, together, vocabulary) == len(together) > 1:
            return together
    return by_line


def _plausible(match: Match, candidates: Sequence[Candidate], vocabulary: Vocabulary) -> bool:
    """Whether these may be options at all: short words, and one known or marked if the label is known only roughly; amounts of money
    (`재원 | 국비 | 150백만원`) where they are marked."""
    if max([len(candidate.text) for candidate in candidates]) > LONGEST_OPTION:
        return False
    if any(c.glyph for c in candidates):
        return True
    if any(_is_amount(c.text, vocabulary) for c in candidates) or _heads_years(candidates):
        return False
    return known_of(match.key, candidates, vocabulary) > 0 or (len(candidates) > 1 and not match.rough)


def _is_amount(text: str, vocabulary: Vocabulary) -> bool:
    met = _ENDS_WITH_UNIT.search(text)
    return met is not None and met["unit"] in vocabulary.money


def _heads_years(candidates: Sequence[Candidate]) -> bool:
    """Whether several name a year: then a table begins there (`재원 | 2019년 | 2020년`)."""
    periods = [read_period(candidate.text) for candidate in candidates]
    return sum(period is not None and period.year is not None for period in periods) > 1


def is_mark(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell holds nothing but a check mark (`○`, `V`, `[ ]`)."""
    return glyph_pattern(vocabulary).fullmatch(text) is not None or text in vocabulary.marks["letters"]


def _cell_candidates(cells: Sequence[Cell], vocabulary: Vocabulary) -> list[Candidate]:
    glyph = glyph_pattern(vocabulary)
    result: list[Candidate] = []
    places: list[Cell] = []  # the cell of each
    pending: str | None = None
    # Where options have cells of their own, `정부·서울시` in one is one option.
    apart = sum(bool(cell.text) and not is_mark(cell.text, vocabulary) for cell in cells) > 1
    ahead = _marks_lead(cells, vocabulary)
    for cell in cells:
        text = cell.text
        if not text:
            continue
        if is_mark(text, vocabulary):
            # A cell that holds only a mark belongs to the option before it, or to the first option if none stands before.
            mark = text if glyph.fullmatch(text) else f"({text})"
            at = None if ahead else _marked_by(cell, places)
            if at is not None and result[at].glyph is None:
                last = result[at]
                result[at] = Candidate(last.text, last.place, mark, last.bold, last.colour, last.drawn, last.fill)
            elif at is not None or ahead or not result:
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
                        candidate.fill if cell.fill is None else cell.fill,
                    )
                )
                places.append(cell)
                pending = None
    return result


def _marks_lead(cells: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Whether each option has a cell for its mark before it, and the last has none behind it (`| 신규 | ○ | 지속`)."""
    marks, options = cells[::2], cells[1::2]
    return (
        len(cells) > 2
        and len(marks) == len(options)
        and len({cell.row for cell in cells}) == 1
        and all(not cell.text or is_mark(cell.text, vocabulary) for cell in marks)
        and all(cell.text and not is_mark(cell.text, vocabulary) for cell in options)
    )


def _marked_by(mark: Cell, options: Sequence[Cell]) -> int | None:
    """Which of the options before it a cell marks: the last in its row; in a row of its own, the one over it. None where there is none."""
    if not options or options[-1].row == mark.row:
        return len(options) - 1 if options else None
    over = [at for at, cell in enumerate(options) if cell.col == mark.col]
    over = [at for at in over if options[at] is options[over[-1]]]
    if len(over) < 2:
        return over[0] if over else None
    below = option_above(mark.lines[0], options[over[0]].lines)
    return None if below is None else over[below]


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
