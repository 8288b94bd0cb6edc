"""A document as one flow of pieces: pages put together, tables joined over page breaks, forms taken apart, choices seen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pledgecards.extract.cards.boxed import boxed_heading
from pledgecards.extract.cards.heads import (
    begins_with_card,
    below_title,
    beside_head,
    cut_at_heading,
    heads_card,
    heads_data,
    holds_number,
    is_titled,
)
from pledgecards.extract.cards.sheets import sheet_at
from pledgecards.extract.choices.above import with_labels_above
from pledgecards.extract.choices.around import choices_around
from pledgecards.extract.choices.cells import one_option
from pledgecards.extract.choices.forms import choice_of_field, choice_over_marks, choices_of_rows, choices_of_unknown
from pledgecards.extract.choices.lines import choices_of_line
from pledgecards.extract.choices.stacked import with_stacked_choices
from pledgecards.extract.document import Document
from pledgecards.extract.form_parts import Field, People, Rest
from pledgecards.extract.forms.choice_notes import with_notes_apart
from pledgecards.extract.forms.labels import parts_of_table
from pledgecards.extract.forms.lone_projects import fields_below
from pledgecards.extract.forms.rest import beside_blank, form_beside, parts_of_content, rest_of_form
from pledgecards.extract.forms.unknown_labels import names_beside, rows_of_labels
from pledgecards.extract.grid.parts_beside import one_below_other
from pledgecards.extract.grid.tables import continued, crop, peeled, without_blank_end
from pledgecards.extract.items.pictures import holds_pictures
from pledgecards.extract.numbers import numbered
from pledgecards.extract.page import Block, Cell, Line, Table
from pledgecards.extract.paging.breaks import joined
from pledgecards.extract.paging.printed_words import PrintedWords
from pledgecards.extract.pieces import Piece, on_sheet, table_above
from pledgecards.extract.sections.told import with_sections_apart
from pledgecards.extract.sections.wrapped import with_headings_whole
from pledgecards.extract.tables.single_columns import has_strip, in_order, runs_on
from pledgecards.extract.titles.labelled import fields_in_line
from pledgecards.schemas.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Flow:
    """The pieces of a document, and the ink of what was read and taken out: table heads that a page break repeated, boxes to sign in."""

    pieces: tuple[Piece, ...]
    repeated: int


def flow_of(document: Document, vocabulary: Vocabulary) -> Flow:
    """All that the document's pages hold, in reading order. Every line and cell goes into exactly one piece."""
    words = PrintedWords(document.pages)
    beyond, flow = 0, _Flow(vocabulary, words)
    printed, repeated = joined(document, words, vocabulary)
    blocks = with_headings_whole(printed, vocabulary)
    for at, block in enumerate(blocks):
        around = choices_around(blocks, at, vocabulary) if at >= beyond and isinstance(block, Line) else None
        if around:
            flow.pieces += [Piece("choice", choice.place, choice.ink, choice=choice) for choice in around]
            beyond = at + 3
        elif at >= beyond:
            flow.add(block)
    pieces = with_stacked_choices(with_labels_above(flow.pieces, vocabulary), vocabulary)
    pieces = with_sections_apart(pieces, vocabulary)
    if document.pages and document.pages[0].sheets:
        pieces = [on_sheet(piece, sheet_at(piece.place, document.pages) - 1) for piece in pieces]
    return Flow(tuple(pieces), repeated + flow.repeated)


class _Flow:
    """Turns blocks into pieces; numbers the fields of forms."""

    def __init__(self, vocabulary: Vocabulary, words: PrintedWords) -> None:
        self.vocabulary, self.words = vocabulary, words
        self.pieces: list[Piece] = []
        self.repeated = self._field = 0
        self._form = 0  # the first field of the form that is taken apart
        self._boxed: str | None = None  # the number in the box of the heading before

    def add(self, block: Block, beside: int = 0) -> None:
        if isinstance(block, Line):
            parts = choices_of_line(block, self.vocabulary)
            if parts is None:
                parts = [(part, None) for part in fields_in_line(block, self.vocabulary) or (block,)]
            inks = [part.ink for part, _ in parts]
            inks[0] += block.ink - sum(inks)  # what parts them is counted with the first
            for (part, choice), ink in zip(parts, inks, strict=True):
                kind = "line" if choice is None else "choice"
                self.pieces.append(Piece(kind, part.place, ink, part, choice=choice, beside=beside))
        elif (block.cols == 1 and runs_on(block, self.vocabulary)) or has_strip(block) or holds_pictures(block):
            self._content(block, beside)
        else:
            for whole in parts_of_table(block, self.vocabulary):
                tables, across = one_below_other(whole, self.vocabulary)
                for table in tables:
                    self._table(table, beside)
                self.repeated += 0 if tables[0] is whole else whole.ink - sum(table.ink for table in tables)
                if across is not None:
                    self.repeated -= across.ink
                    self.pieces.append(Piece("table", across.place, across.ink, table=across, beside=beside))

    def _table(self, table: Table, beside: int) -> None:
        if (cut := cut_at_heading(table, self.vocabulary)) is not None:
            above, heading, table = cut
            self._table(above, beside)
            self.add(heading, beside)
        if (boxed := boxed_heading(table, self.vocabulary, self._boxed)) is not None:
            self._boxed = boxed.number
            kind = "line" if boxed.match is None else "heading"
            self.pieces.append(Piece(kind, table.place, table.ink, boxed.line, match=boxed.match, beside=beside))
            return
        if heads_data(table, self.vocabulary):
            for cell in sorted((c for c in table.cells if c.row == 0), key=lambda c: c.col):
                for line in cell.lines:
                    self.add(line, beside)
            table = crop(table, 1, table.rows, 0, table.cols)
        if table.rows > 1 and begins_with_card(table, self.vocabulary):
            self._line_by_line(crop(table, 0, 1, 0, table.cols))
            table = crop(table, 1, table.rows, 0, table.cols)
        found = fields_below(table, self.pieces, self.vocabulary)
        if found is not None:
            outer, self._form = self._form, self._field + 1
            self._fields(found, table, beside)
            self._form = outer
        elif (rest := rest_of_form(table, self.vocabulary)) is not None:
            self._beside_label(rest, self.pieces[-1].beside if self.pieces else beside)
        elif heads_card(table, self.vocabulary):
            self._line_by_line(table)
        elif (below := below_title(table, self.vocabulary)) is not None:
            self._line_by_line(below[0])
            if below[1].rows == 1:
                self._line_by_line(below[1])
            else:
                self.add(below[1], beside)
        elif (aside := beside_head(table, self.vocabulary)) is not None:
            self._line_by_line(aside[0])
            self.add(aside[1], beside)
        else:
            last = self.pieces[-1].line if self.pieces and self.pieces[-1].kind == "line" else None
            if last is not None and (marked := choice_over_marks(last, table, self.vocabulary)) is not None:
                self.pieces[-1] = Piece("choice", marked.place, marked.ink, choice=marked)
                return
            choices = choices_of_rows(table, self.vocabulary)
            self.pieces += [Piece("choice", choice.place, choice.ink, choice=choice) for choice in choices]
            if not choices:
                self._data(table, beside)

    def _fields(self, found: list[Field | People | Rest], table: Table, beside: int) -> None:
        """The parts of a form, each a field of its own."""
        above: Field | None = None
        for part in with_notes_apart(found):
            above = part if isinstance(part, Field) else above
            if isinstance(part, People):
                self._field += 1
                place = part.content.place
                self.pieces.append(Piece("people", place, part.content.ink, table=part.content, beside=self._field))
            elif isinstance(part, Rest) and (goes_on_in := beside_blank(part.content)) is not None:
                self._beside_label(goes_on_in, self._field)
            elif isinstance(part, Rest) and (inner := form_beside(part.content, self.vocabulary)) is not None:
                self._field += 1
                self.add(inner[0], self._field)
                self._content(inner[1], self._field)
            elif isinstance(part, Rest) and (choices := choices_of_unknown(part.content, self.vocabulary)):
                self.pieces += [Piece("choice", one.place, one.ink, choice=one, beside=self._form) for one in choices]
            elif isinstance(part, Rest) and (rows := rows_of_labels(part, above)):
                for label, content in rows:
                    self._unknown_field(label, content)
            elif isinstance(part, Rest):
                if part.content.rows == 1 and not any(cell.tables for cell in part.content.cells):
                    self._line_by_line(part.content)
                elif part.content.rows < table.rows or part.content.cols < table.cols:
                    self.add(part.content, beside)
                else:
                    self.pieces.append(Piece("table", part.content.place, part.content.ink, table=part.content))
            else:
                self._form_field(part)

    def _data(self, table: Table, beside: int) -> None:
        """A table of data; within a form it may be the one above going on over a page break."""
        if table_above(self.pieces, table, beside) is None:
            above, table = peeled(table)  # of a table that goes on, blank columns are no margins
            for line in above:
                self.add(line, beside)
        if (first := table_above(self.pieces, table, beside)) is not None:
            whole, taken_out = continued(first, table, self.words.breaks, self.words.whole)
            self.repeated += taken_out
            ink = self.pieces[-1].ink + table.ink - taken_out
            self.pieces[-1] = replace(self.pieces[-1], place=whole.place, ink=ink, table=whole)
        else:
            self.pieces.append(Piece("table", table.place, table.ink, table=table, beside=beside))

    def _line_by_line(self, row: Table) -> None:
        """An unlabelled row of a form (`42 | 제목`): each of its cells as lines, those first that go down over all of it."""
        self._field += 1
        for cell in sorted(row.cells, key=lambda c: (c.row_span < row.rows, c.col)):
            number = numbered(cell.text, self.vocabulary) if len(cell.lines) > 1 else None
            whole = number is not None and not number.title  # `공약` over `1-3-2`
            for line in (one_option(cell) if whole else cell).lines:
                self.add(line, self._field)

    def _form_field(self, part: Field) -> None:
        self._field += 1
        label, content = part.label, without_blank_end(part.content)
        ink = part.ink + sum(line.ink for line in label.lines)
        choice = choice_of_field(part, self.vocabulary)
        if choice is not None:
            self.pieces.append(Piece("choice", label.place, choice.ink + part.ink, choice=choice, beside=self._field))
            return
        line = Line(label.text, label.place, runs=label.lines[0].runs, size=label.lines[0].size)
        kind = "title" if part.kind != "number" and is_titled(part, self.vocabulary) else part.kind
        if kind in ("number", "title") and content.rows == content.cols == 1:
            value = content.cells[0]
            text = Line(value.text, value.place, size=max((v.size for v in value.lines), default=0.0))
            told = Piece(kind, value.place, ink + content.ink, text, match=part.match, beside=self._field)
            self.pieces.append(replace(told, label=label.place, form=self._form))
            return
        in_pairs = kind == "number" and content.rows == 1 and content.cols % 2 == 1
        if in_pairs and holds_number(content.cells[0], self.vocabulary):
            # `공약번호 | 58 | 관리번호 | 보-04`: an unknown label and its value behind the number.
            self._form_field(replace(part, content=crop(content, 0, 1, 0, 1)))
            self._line_by_line(crop(content, 0, 1, 1, content.cols))
            return
        self.pieces.append(Piece("heading", label.place, ink, line, match=part.match, beside=self._field))
        for name, beside in (named := names_beside(content, self.vocabulary)):
            self._field += 1
            self.add(one_option(name).lines[0], self._field)
            self._content(beside, self._field)
        if content.cells and not named:
            self._beside_label(content, self._field)

    def _beside_label(self, content: Table, field: int) -> None:
        for part in parts_of_content(content, self.vocabulary):
            self.add(part, field)

    def _unknown_field(self, label: Cell, content: Table) -> None:
        """A section that only its place in the form tells."""
        self._field += 1
        ink = sum(line.ink for line in label.lines)
        self.pieces.append(Piece("heading", label.place, ink, one_option(label).lines[0], beside=self._field))
        self._beside_label(without_blank_end(content), self._field)

    def _content(self, table: Table, beside: int) -> None:
        """What stands in the cells of a single column, line by line and table by table, from top to bottom."""
        for block in (block for cell in sorted(table.cells, key=lambda cell: cell.row) for block in in_order(cell)):
            self.add(block, beside)
