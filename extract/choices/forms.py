"""Choices in the fields of forms, in tables of one choice a row, and over two lines."""

from __future__ import annotations

import re
from dataclasses import replace
from operator import attrgetter

from pledgecards.extract.choices.cells import choice_of_cells, is_mark, one_option
from pledgecards.extract.choices.fields import (
    LONGEST_OPTION,
    PrintedChoice,
    field_of,
    field_of_boxes,
    known_of,
    looks_differ,
)
from pledgecards.extract.choices.labels import label_alone
from pledgecards.extract.choices.lines import choice_of_line
from pledgecards.extract.choices.options import candidates_of, glyph_pattern
from pledgecards.extract.form_parts import Field
from pledgecards.extract.grid.tables import without_blank_end
from pledgecards.extract.page import Cell, Line, Table
from pledgecards.schemas.notation import COLONS, MIDDOTS
from pledgecards.schemas.vocabulary import Match, Vocabulary

_LONGEST_LABEL = 12
_LABEL = re.compile(rf"[가-힣][가-힣{MIDDOTS} ]{{0,10}}[가-힣]")
_STROKE = "/"
_IN_ORDER = attrgetter("row", "col")


def choice_of_field(part: Field, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice that a field of a form is, by its label or by its check boxes; None if it is none."""
    content = without_blank_end(part.content)
    if part.kind == "section":
        return _boxes(part, content, vocabulary)
    if part.kind != "choice":
        return None
    cells = sorted(content.cells, key=_IN_ORDER)
    marked = _marked_below(part.label, part.match, content, vocabulary)
    return marked or choice_of_cells(part.label, part.match, cells, vocabulary)


def _boxes(part: Field, content: Table, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice that a field is whose label heads a section elsewhere, told by its check boxes (`사업구분 | ☑신규 ☐계속`), in one cell
    or in a cell each, beside their marks or over them."""
    choice = _marked_below(part.label, part.match, content, vocabulary)
    if choice is None:
        if any(cell.row > 0 or cell.row_span > 1 or cell.tables for cell in content.cells):
            return None
        choice = choice_of_cells(part.label, part.match, content.cells, vocabulary)
    match = None if choice is None else field_of_boxes(part.match, choice.candidates, vocabulary)
    return None if choice is None or match is None else replace(choice, match=match)


def _marked_below(label: Cell, match: Match, content: Table, vocabulary: Vocabulary) -> PrintedChoice | None:
    """Options side by side with the row of their marks beneath (`임기내 | 임기외` over `○ | `)."""
    if content.rows != 2 or content.cols < 2 or len(content.cells) != 2 * content.cols:
        return None
    grid = content.grid()
    # With a mark under each, every cell is one option, over however many lines it is set.
    cells = [cell for pair in zip(map(one_option, grid[0]), grid[1], strict=True) for cell in pair]
    marks = [cell.text for cell in grid[1]]
    if not any(marks) or not all(not mark or is_mark(mark, vocabulary) for mark in marks):
        return None
    return choice_of_cells(label, match, cells, vocabulary)


def choice_over_marks(above: Line, table: Table, vocabulary: Vocabulary) -> PrintedChoice | None:
    """A label that stands alone over its options and the row of their marks beneath (`예산구분` over `예산 | 비예산` over `○ | `)."""
    if table.rows != 2 or len(above.text) > _LONGEST_LABEL:
        return None
    match = label_alone(above.text, vocabulary, rough=False)
    if match is None:
        return None
    choice = _marked_below(Cell(0, 0, 1, 1, (above,), above.place), match, table, vocabulary)
    known = choice is not None and known_of(match.key, choice.candidates, vocabulary) == len(choice.candidates) > 1
    return choice if known else None


def choices_of_rows(table: Table, vocabulary: Vocabulary) -> list[PrintedChoice]:
    """The choices of a table whose every row is one printed as in running text (`임기구분 ☑임기내 ☐임기외` in one cell), or a label that nobody
    knows and options, of which a field knows some, or whose columns are options; else none."""
    corner = table.cells[0].lines[:1]
    if (headed := _choice_of_columns(table, vocabulary)) is not None:
        return [headed]
    if corner and choice_of_line(corner[0], vocabulary) is None:
        # Most tables are neither: not worth putting their cells in order.
        unknown = choices_of_unknown(table, vocabulary)
        return unknown if any(one.match is not None for one in unknown) else []
    choices: list[PrintedChoice] = []
    for cell in sorted(table.cells, key=_IN_ORDER):
        for line in cell.lines:
            choice = choice_of_line(line, vocabulary)
            if choice is None:
                return []
            choices.append(choice)
    return choices


def _choice_of_columns(table: Table, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The options that head the columns of a table without a label, of one field or several, with their marks in the only row below
    (`임기내 | 임기후 | 신규 | 계속` over `○ |  |  | ○`)."""
    if table.rows != 2 or table.cols < 2:
        return None
    heads = table.in_row(0)
    if any(vocabulary.options.match(cell.text, rough=False) is None for cell in heads):
        return None
    nothing = Cell(0, 0, 1, 1, (), heads[0].place)
    return _marked_below(nothing, Match("other", "", 100.0), table, vocabulary)


def choices_of_unknown(rest: Table, vocabulary: Vocabulary) -> list[PrintedChoice]:
    """The choices of a form's rows whose labels nobody knows, where each row is a label and check boxes (`돈이 드는지 | □ 예산 ■ 비예산`), or
    several such side by side; else none."""
    found: list[PrintedChoice] = []
    for row in range(rest.rows):
        cells = sorted(rest.in_row(row), key=_IN_ORDER)
        if not cells or len(cells) % 2:
            return []
        for label, options in zip(cells[::2], cells[1::2], strict=True):
            choice = _boxed_choice(label, options, vocabulary)
            if choice is None:
                return []
            found.append(choice)
    return found


def _boxed_choice(label: Cell, options: Cell, vocabulary: Vocabulary) -> PrintedChoice | None:
    """The choice of an unknown label and a cell beside it of nothing but check boxes."""
    if label.row != options.row or _LABEL.fullmatch(label.text) is None:
        return None
    candidates = [one for line in options.lines for one in candidates_of(line, 0, len(line.text), vocabulary)]
    boxed = len(candidates) > 1 and all(one.glyph and one.text for one in candidates)
    if not boxed or len({one.glyph for one in candidates}) < 2:
        return None
    if max(len(one.text) for one in candidates) > LONGEST_OPTION:
        return None
    key = field_of(candidates, vocabulary)
    match = None if key is None else Match(key, label.text, 100.0)
    ink = sum(line.ink for cell in (label, options) for line in cell.lines)
    return PrintedChoice(label.text, match, tuple(candidates), label.place, ink)


def choice_over_two_lines(above: Line, below: Line, vocabulary: Vocabulary) -> PrintedChoice | None:
    """A label that stands alone on its line takes the options of the next (`임기구분` / `☑임기내 ☐임기외`)."""
    if len(above.text) > _LONGEST_LABEL and glyph_pattern(vocabulary).search(below.text) is None:
        return None
    match = label_alone(above.text, vocabulary, rough=False)
    if match is None:
        return None
    label, options = Cell(0, 0, 1, 1, (above,), above.place), Cell(0, 1, 1, 1, (below,), below.place)
    choice = choice_of_cells(label, match, [options], vocabulary)
    if choice is None:
        return None
    stroked = below.text.count(_STROKE) == len(choice.candidates) - 1
    return choice if _all_told(choice, match, vocabulary, stroked=stroked) else None


def choice_under_label(above: Line, choice: PrintedChoice, vocabulary: Vocabulary) -> PrintedChoice | None:
    """A choice whose options told its field, under its label alone on the line above; None where that is another's, or no label."""
    if len(above.text) > _LONGEST_LABEL or choice.match is None:
        return None
    match = label_alone(above.text, vocabulary, rough=False)
    if match is None or not (match.key == choice.match.key or match.key == "other"):
        return None
    label = above.text.strip(f" {COLONS}")
    return replace(choice, label=label, match=replace(match, key=choice.match.key), place=above.place)


def _all_told(choice: PrintedChoice, match: Match, vocabulary: Vocabulary, *, stroked: bool) -> bool:
    """Whether several options have a mark each, or all of them are known as options of the label above them, or one is, and each has a
    shape or a ground of its own, or some are set otherwise than the others between strokes (`중구 / 정부·부산시 / **민간**`)."""
    candidates = choice.candidates
    known = known_of(match.key, candidates, vocabulary)
    if sum(c.glyph is not None for c in candidates) >= 2 or len(candidates) == known >= 2:
        return True
    if not known or len(candidates) < 2:
        return False
    return all(c.fill is not None or "circle" in c.drawn for c in candidates) or (stroked and looks_differ(candidates))
