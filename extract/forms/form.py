"""Forms: tables whose label cells (`공약명`, `임기구분`, `추진실적`) stand beside or above what they label.

A form is taken apart into fields, so that a card set as one big table reads like a card set as running text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from pledgecards.extract.cards.listed import listed_cards
from pledgecards.extract.form_parts import Field, People, Rest
from pledgecards.extract.forms.bands import band_of_sections
from pledgecards.extract.forms.choice_heads import choices_under_heads
from pledgecards.extract.forms.labels import (
    Label,
    has_year_head,
    label_kind,
    labels_of_row,
    names_body_of,
)
from pledgecards.extract.forms.one_row import begins_with_people, with_first_role
from pledgecards.extract.forms.open_sides import ruled_at_labels
from pledgecards.extract.forms.option_labels import (
    inner_label,
    is_option_of,
    label_behind_options,
    label_of_options,
    labels_at_side,
    lists_options,
)
from pledgecards.extract.forms.people_above import people_above
from pledgecards.extract.forms.people_rows import people_or_rest, person_label
from pledgecards.extract.forms.period_labels import label_among_people
from pledgecards.extract.forms.shapes import (
    blank_label,
    choice_under_options,
    counts_rows,
    cut_at_label,
    filled_in,
    heads_of_form,
    heads_only,
    heads_sections,
    heads_title,
    labels_over_values,
    lists_sources,
    marks_beneath,
    names_other,
    spans_head,
)
from pledgecards.extract.forms.shared_heads import under_shared_heads
from pledgecards.extract.forms.side_forms import has_choice_beside, is_side_form, rows_beside
from pledgecards.extract.grid.tables import crop
from pledgecards.extract.page import Cell, Table
from pledgecards.schemas.vocabulary import Match, Vocabulary, fold


def fields(table: Table, vocabulary: Vocabulary) -> list[Field | Rest | People] | None:
    """The fields of a form in reading order, or None if the table is no form but data."""
    if (table.cols < 2 and table.rows < 2) or counts_rows(table, vocabulary) or listed_cards(table, vocabulary):
        return None
    if (apart := people_above(table, vocabulary)) is not None:
        return [*apart]
    if table.cols == 2 and table.rows > 2 and heads_only(table):
        return _below_heads(table, vocabulary)
    if (band := band_of_sections(table, vocabulary)) is not None:
        return _around_band(table, *band, vocabulary)
    if labels := choices_under_heads(table, vocabulary):
        return list(_side_by_side(table, labels))
    if (under := choice_under_options(table, vocabulary)) is not None:
        label, kind, match = under
        return [Field(kind, match, label, crop(table, 0, 2, label.col_span, table.cols), _ink_over(table, label))]
    by_column = [label for label in labels_at_side(table, vocabulary) if not names_other(table, label, vocabulary)]
    if any(spans_head(table, label, vocabulary) for label in by_column):
        return None
    over = set(range(3)) - rows_beside(table, by_column)
    if has_year_head(table, over, vocabulary) or lists_sources(table, by_column, vocabulary):
        return None
    labelled = len(by_column) > 1 and sum([cell.row_span for cell, _, _ in by_column]) == table.rows
    # Where a label begins every row, none heads a column.
    heads = [] if labelled or table.rows < 2 else labels_of_row(table, 0, vocabulary)
    if (
        len(heads) >= 2
        and len(heads) == filled_in(table, 0)
        and (heads_of_form(table, heads, vocabulary) or heads_title(table, heads, vocabulary))
    ):
        whole, further = cut_at_label(table, vocabulary)
        found = [Field(kind, match, cell, _below(whole, cell)) for cell, kind, match in heads]
        return [*found, *(fields(further, vocabulary) or [Rest(further)])] if further is not None else [*found]
    if len(heads) == filled_in(table, 0) and labels_over_values(table, heads, vocabulary):
        return list(_over_values(table, heads))
    stub = next((cell for cell in table.cells if cell.row == cell.col == 0), None)
    beneath = stub is not None and not by_column and marks_beneath(table, stub, heads)
    if heads and (beneath or heads_sections(table, stub, heads)):
        return list(_side_by_side(table, heads))
    if is_side_form(table, by_column, vocabulary) or has_choice_beside(table, by_column, vocabulary):
        ruled = ruled_at_labels(table)
        return list(under_shared_heads(_side_fields(ruled, by_column, vocabulary), ruled, vocabulary))
    if table.rows == 1 and (inner := inner_label(table, 0, vocabulary)) is not None:
        if names_body_of(table.cells[0], vocabulary):
            return list(_rest(table, 0, 1, vocabulary))
        if begins_with_people(table, inner, vocabulary):
            return [People(crop(table, 0, 1, 0, inner[0].col)), *_row_fields(table, *inner, 1, vocabulary)]
    return None if by_column else _grouped(table, vocabulary)


def _ink_over(table: Table, label: Cell) -> int:
    return sum(line.ink for cell in table.cells if cell.col == 0 and cell.row < label.row for line in cell.lines)


def _below_heads(table: Table, vocabulary: Vocabulary) -> list[Field | Rest | People] | None:
    """The fields of a form below such a row, whose text goes with the first of them."""
    found = fields(crop(table, 1, table.rows, 0, table.cols), vocabulary)
    ink = sum(line.ink for cell in table.cells if cell.row == 0 for line in cell.lines)
    for place, part in enumerate(found or ()):
        if found is not None and isinstance(part, Field):
            found[place] = replace(part, ink=part.ink + ink)
            break
    return found


def _grouped(table: Table, vocabulary: Vocabulary) -> list[Field | Rest | People] | None:
    """The fields of a form whose first column only groups its rows (`기본 현황` beside 공약명, 담당부서, 임기구분)."""
    groups = sorted((cell for cell in table.cells if cell.col == 0), key=lambda cell: cell.row)
    if table.cols < 3 or not all(cell.row_span > 1 and cell.col_span == 1 and cell.text for cell in groups):
        return None
    found: list[Field | Rest | People] = []
    for cell in groups:
        inner = fields(crop(table, cell.row, cell.row + cell.row_span, 1, table.cols), vocabulary)
        if inner is None:
            return None
        found.append(Field("section", Match("other", cell.text, 100.0), cell, Table(0, 0, (), cell.place, table.drawn)))
        found += inner
    return found or None


def _side_by_side(table: Table, heads: list[Label]) -> Iterator[Field]:
    """The fields below heads side by side; the text of the stub before them goes with the first."""
    first = heads[0][0].col
    ink = sum(line.ink for cell in table.cells if cell.col < first for line in cell.lines)
    for cell, kind, match in heads:
        yield Field(kind, match, cell, _below(table, cell), ink)
        ink = 0


def _over_values(table: Table, heads: list[Label]) -> Iterator[Field | People]:
    """The fields of a row of labels over their values; an office, a person and a telephone side by side are one row of people."""
    for people, group in groupby(heads, key=lambda head: head[1] == "section" and head[2].key == "contacts"):
        labels = list(group)
        if people:
            first, last = labels[0][0], labels[-1][0]
            yield People(crop(table, 0, table.rows, first.col, last.col + last.col_span))
            continue
        yield from (Field(kind, match, label, _below(table, label)) for label, kind, match in labels)


def _below(table: Table, cell: Cell) -> Table:
    return crop(table, cell.row + cell.row_span, table.rows, cell.col, cell.col + cell.col_span)


def _around_band(table: Table, row: int, labels: list[Label], vocabulary: Vocabulary) -> list[Field | Rest | People]:
    """The fields above a band of sections, its own, and those below."""
    found: list[Field | Rest | People] = []
    for top, bottom in ((0, row), (row + 2, table.rows)):
        if top > 0:
            for cell, kind, match in labels:
                found.append(Field(kind, match, cell, crop(table, row + 1, top, cell.col, cell.col + cell.col_span)))
        if top < bottom:
            part = crop(table, top, bottom, 0, table.cols)
            found += fields(part, vocabulary) or [Rest(part)]
    return found


def _side_fields(table: Table, labels: list[Label], vocabulary: Vocabulary) -> Iterator[Field | Rest | People]:
    """Label column on the left: each label owns its rows; labels further right in the same rows divide them."""
    row = 0
    for cell, kind, match in labels:
        if cell.row > row:
            yield from _rest(table, row, cell.row, vocabulary)
        end = cell.row + cell.row_span
        # Rows below without any text in the label column still belong to the label.
        while end < table.rows and blank_label(table, end):
            end += 1
        yield from _row_fields(table, cell, kind, match, end, vocabulary)
        row = end
    if row < table.rows:
        yield from _rest(table, row, table.rows, vocabulary)


def _rest(
    table: Table, top: int, bottom: int, vocabulary: Vocabulary, right: int | None = None
) -> Iterator[Field | Rest | People]:
    """Rows that no label of the left column owns; one that names an office or a choice behind an unknown field is divided there."""
    if right is None:
        for row in range(top, bottom):
            inner = inner_label(table, row, vocabulary)
            if inner is None:
                continue
            if row > top:
                yield from _rest(table, top, row, vocabulary)
            inner = with_first_role(table, row, inner, vocabulary)
            yield from _rest(table, row, row + 1, vocabulary, right=inner[0].col)
            yield from _row_fields(table, *inner, row + 1, vocabulary)
            if row + 1 < bottom:
                yield from _rest(table, row + 1, bottom, vocabulary)
            return
    part = crop(table, top, bottom, 0, table.cols if right is None else right)
    yield from people_or_rest(part, vocabulary)


def _row_fields(
    table: Table, label: Cell, kind: str, match: Match, end: int, vocabulary: Vocabulary
) -> Iterator[Field | Rest | People]:
    left = label.col + label.col_span
    if not has_year_head(table, range(label.row, min(end, label.row + 2)), vocabulary):
        for cell in sorted((c for c in table.in_row(label.row) if c.col > left and c.lines), key=lambda c: c.col):
            further = label_kind(cell, vocabulary) or person_label(table, cell, vocabulary)
            if further is None and kind == "section":
                further = label_of_options(table, cell, vocabulary)
            if further is None and kind == "section" and match.key == "contacts":
                further = label_among_people(table, label, cell, vocabulary)
            if further is None and kind == "choice":
                further = label_behind_options(table, label, match, cell, vocabulary)
            if kind == "choice" and is_option_of(table, label, match, cell, vocabulary):
                continue
            if further is None or cell.row_span < label.row_span:
                continue
            alike = further[1].key == match.key and (further[0] == kind or match.key != "other")
            if alike and (kind != "section" or match.key == "contacts"):
                continue
            if fold(cell.text) == fold(label.text):
                continue
            if (
                kind == "section"
                and cell.col - left < 1
                and (further[0] == "section" or lists_options(cell, vocabulary))
            ):
                continue
            yield _field(table, kind, match, label, end, cell.col)
            label, kind, match, left = cell, *further, cell.col + cell.col_span
    yield _field(table, kind, match, label, end, table.cols)


def _field(table: Table, kind: str, match: Match, label: Cell, end: int, right: int) -> Field | People:
    if kind == "section" and match.key == "contacts":
        return People(crop(table, label.row, end, label.col, right))
    return Field(kind, match, label, crop(table, label.row, end, label.col + label.col_span, right))
