"""A document as one flow of pieces: pages put together, tables joined over page breaks, forms taken apart, choices seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import attrgetter

from pledgecards.extract import forms
from pledgecards.extract.captions import is_caption
from pledgecards.extract.choice_cells import choice_of_cells, is_mark, one_option
from pledgecards.extract.choice_fields import PrintedChoice, field_of_boxes, known_of
from pledgecards.extract.choices import choice_of_line, choices_of_line, label_alone
from pledgecards.extract.grid.tables import continued, crop, goes_on, is_filled, peeled
from pledgecards.extract.headings import heading_match
from pledgecards.extract.labelled import is_title_label
from pledgecards.extract.markers import split_marker
from pledgecards.extract.numbers import numbered
from pledgecards.extract.options import glyph_pattern
from pledgecards.extract.page import Block, Cell, Document, Line, Place, Table
from pledgecards.extract.record import record
from pledgecards.schemas.vocabulary import Match, Vocabulary

_LONGEST_LABEL = 12
_IN_ORDER = attrgetter("row", "col")


@record
class Piece:
    """A part of the flow. kind:

    line     a line of text                       `line`
    heading  a section's label, from a form cell  `line`, `match`
    choice   a line or row of the checkbox block  `choice`, and `line` where it was a line of text
    number, title  from a labelled form cell      `line` (the value), `match` (the label)
    people   the people in charge, label included `table`
    table    any other table                      `table`

    beside   for pieces that a form gave: they stand in the field of this label, so no continuation crosses its edge.
    """

    kind: str
    place: Place
    ink: int
    line: Line | None = None
    table: Table | None = None
    choice: PrintedChoice | None = None
    match: Match | None = None
    beside: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """The pieces of a document, and the ink of table heads that a page break repeated (read, and taken out)."""

    pieces: tuple[Piece, ...]
    repeated: int


def flow_of(document: Document, vocabulary: Vocabulary) -> Flow:
    """All that the document's pages hold, in reading order. Every line and cell goes into exactly one piece."""
    flow = _Flow(vocabulary)
    blocks, repeated = _joined(document)
    for block in blocks:
        flow.add(block)
    return Flow(tuple(_choices_over_two_lines(flow.pieces, vocabulary)), repeated + flow.repeated)


def _joined(document: Document) -> tuple[list[Block], int]:
    """The blocks of all pages, a table that goes on over a page break made one; and the ink of the repeated heads."""
    blocks: list[Block] = []
    repeated = 0
    for page in document.pages:
        first = True
        for block in page.blocks:
            last = blocks[-1] if blocks else None
            if first and isinstance(block, Table) and isinstance(last, Table) and goes_on(last, block):
                blocks[-1], taken_out = continued(last, block)
                repeated += taken_out
            else:
                blocks.append(block)
            first = False
    return blocks, repeated


class _Flow:
    """Turns blocks into pieces; numbers the fields of forms."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.pieces: list[Piece] = []
        self.repeated = 0
        self._field = 0

    def add(self, block: Block, beside: int = 0) -> None:
        if isinstance(block, Line):
            choices = choices_of_line(block, self.vocabulary)
            if choices is None:
                self.pieces.append(Piece("line", block.place, block.ink, block, beside=beside))
            for part, choice in choices or ():
                kind = "line" if choice is None else "choice"
                self.pieces.append(Piece(kind, part.place, part.ink, part, choice=choice, beside=beside))
        elif block.cols == 1 and (block.rows == 1 or _runs_on(block)):
            self._content(block, beside)
        else:
            self._table(block, beside)

    def _table(self, table: Table, beside: int) -> None:
        if self._headed(table):
            for cell in sorted((c for c in table.cells if c.row == 0), key=lambda c: c.col):
                for line in cell.lines:
                    self.add(line, beside)
            table = crop(table, 1, table.rows, 0, table.cols)
        found = forms.fields(table, self.vocabulary)
        if found is None and self._heads_card(table):
            self._line_by_line(table)
            return
        if found is None and (aside := self._beside_head(table)) is not None:
            self._line_by_line(crop(table, 0, 1, 0, table.cols - aside.cols))
            self.add(aside, beside)
            return
        if found is None:
            choices = list(self._choice_rows(table))
            if choices:
                self.pieces += choices
            else:
                self._data(table, beside)
            return
        for part in found:
            if isinstance(part, forms.People):
                self._field += 1
                place = part.content.place
                self.pieces.append(Piece("people", place, part.content.ink, table=part.content, beside=self._field))
            elif isinstance(part, forms.Rest) and (goes_on_in := _beside_blank(part.content)) is not None:
                self.add(goes_on_in, self._field)
            elif isinstance(part, forms.Rest):
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
        above, table = peeled(table)
        for line in above:
            self.add(line, beside)
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last.table is not None and last.beside == beside and goes_on(last.table, table):
            whole, taken_out = continued(last.table, table)
            self.repeated += taken_out
            ink = last.ink + table.ink - taken_out
            self.pieces[-1] = Piece("table", whole.place, ink, table=whole, beside=beside)
        else:
            self.pieces.append(Piece("table", table.place, table.ink, table=table, beside=beside))

    def _headed(self, table: Table) -> bool:
        """Whether the first row is the heading over a table of data: a section's name, and a unit note at most beside it, over a
        row that begins with the head of a column."""
        if table.rows < 3:
            return False
        below = [cell for cell in table.cells if cell.row == 1]
        if len(below) < 3:
            return False
        top = [cell for cell in table.cells if cell.row == 0]
        filled = [cell for cell in top if is_filled(cell)]
        if not 0 < len(filled) < len(below) or any(cell.row_span > 1 or cell.tables for cell in top):
            return False
        if heading_match(filled[0].lines[0], self.vocabulary) is None or len(filled[0].lines) > 1:
            return False
        if not all(is_caption(cell.text) for cell in filled[1:]):
            return False
        first = min(below, key=lambda cell: cell.col)
        return first.col == 0 and self.vocabulary.heads.match(first.text, rough=False) is not None

    def _heads_card(self, table: Table) -> bool:
        """Whether a table is but the number and the title of a card side by side (`27 | 제목`), each in a cell of its own."""
        if (
            table.rows != 1
            or not 2 <= table.cols <= 4
            or any(len(cell.lines) > 2 or cell.tables for cell in table.cells)
        ):
            return False
        numbers = [numbered(cell.text, self.vocabulary) for cell in table.cells]
        bare = sum(number is not None and not number.title for number in numbers)
        words = sum(bool(re.search(r"[가-힣]{2}", cell.text)) for cell in table.cells)
        return bare == 1 and words >= 1

    def _beside_head(self, table: Table) -> Table | None:
        """What stands beside the number and the title of a card that two merged cells set over all rows (`7 | 제목 | 주관부서 | …`)."""
        left = [cell for cell in table.cells if cell.row == 0 and cell.row_span == table.rows][:2]
        if table.rows < 2 or len(left) < 2 or [cell.col for cell in left] != [0, left[0].col_span]:
            return None
        edge = left[1].col + left[1].col_span
        if edge >= table.cols or not self._heads_card(Table(1, 2, tuple(left), table.place, table.drawn)):
            return None
        return crop(table, 0, table.rows, edge, table.cols)

    def _line_by_line(self, row: Table) -> None:
        """An unlabelled row of a form (`42 | 제목`): each of its cells as lines."""
        self._field += 1
        for cell in sorted(row.cells, key=lambda c: c.col):
            number = numbered(cell.text, self.vocabulary) if len(cell.lines) > 1 else None
            whole = number is not None and not number.title  # `공약` over `1-3-2`
            for line in (one_option(cell) if whole else cell).lines:
                self.add(line, self._field)

    def _form_field(self, part: forms.Field) -> None:
        self._field += 1
        label, content = part.label, _filled(part.content)
        ink = part.ink + sum(line.ink for line in label.lines)
        if part.kind == "choice":
            cells = sorted(content.cells, key=_IN_ORDER)
            choice = self._marked_below(label, part.match, content) or choice_of_cells(
                label, part.match, cells, self.vocabulary
            )
            if choice is not None:
                ink = choice.ink + part.ink
                self.pieces.append(Piece("choice", label.place, ink, choice=choice, beside=self._field))
                return
        elif part.kind == "section" and (choice := self._boxes(part)) is not None:
            self.pieces.append(Piece("choice", label.place, choice.ink, choice=choice, beside=self._field))
            return
        line = Line(label.text, label.place, runs=label.lines[0].runs, size=label.lines[0].size)
        kind = "title" if part.kind != "number" and self._is_title(part) else part.kind
        if kind in ("number", "title") and content.rows == content.cols == 1:
            value = content.cells[0]
            text = Line(value.text, value.place, size=max((v.size for v in value.lines), default=0.0))
            self.pieces.append(Piece(kind, value.place, ink + content.ink, text, match=part.match, beside=self._field))
            return
        if kind == "number" and content.rows == 1 and content.cols % 2 and self._numbers(content.cells[0]):
            # `공약번호 | 58 | 관리번호 | 보-04`: an unknown label and its value behind the number.
            self._form_field(replace(part, content=crop(content, 0, 1, 0, 1)))
            self._line_by_line(crop(content, 0, 1, 1, content.cols))
            return
        self.pieces.append(Piece("heading", label.place, ink, line, match=part.match, beside=self._field))
        if content.cells:
            self.add(content, self._field)

    def _numbers(self, cell: Cell) -> bool:
        """Whether a cell holds a pledge number and nothing else."""
        found = numbered(cell.text, self.vocabulary)
        return found is not None and not found.title and cell.col_span == 1

    def _boxes(self, part: forms.Field) -> PrintedChoice | None:
        """The choice that a field is whose label heads a section elsewhere, told by its check boxes (`사업구분 | ☑신규 ☐계속`), in one cell
        or in a cell each."""
        cells = _filled(part.content).cells
        if any(cell.row > 0 or cell.row_span > 1 or cell.tables for cell in cells):
            return None
        choice = choice_of_cells(part.label, part.match, cells, self.vocabulary)
        match = None if choice is None else field_of_boxes(part.match, choice.candidates, self.vocabulary)
        return None if choice is None or match is None else replace(choice, match=match)

    def _is_title(self, part: forms.Field) -> bool:
        """`공약사항 | 45. 제목`: a label that heads a section elsewhere, beside one or two lines without a bullet."""
        content = _filled(part.content)
        if not is_title_label(part.label.text, self.vocabulary) or content.rows * content.cols != 1:
            return False
        [cell] = content.cells
        if cell.tables or not 1 <= len(cell.lines) <= 2 or len(cell.text) > 60:
            return False
        number = numbered(cell.text, self.vocabulary)
        bulleted = split_marker(cell.lines[0].text, self.vocabulary).rank is not None
        return (number is not None and number.sure and bool(number.title)) or not bulleted

    def _marked_below(self, label: Cell, match: Match, content: Table) -> PrintedChoice | None:
        """Options side by side with the row of their marks beneath (`임기내 | 임기외` over `○ | `)."""
        if content.rows != 2 or content.cols < 2 or len(content.cells) != 2 * content.cols:
            return None
        grid = content.grid()
        # With a mark under each, every cell is one option, over however many lines it is set.
        cells = [cell for pair in zip(map(one_option, grid[0]), grid[1], strict=True) for cell in pair]
        marks = [cell.text for cell in grid[1]]
        if not any(marks) or not all(not mark or is_mark(mark, self.vocabulary) for mark in marks):
            return None
        return choice_of_cells(label, match, cells, self.vocabulary)

    def _choice_rows(self, table: Table) -> Iterator[Piece]:
        """A table whose every row is a choice printed as in running text (`임기구분 ☑임기내 ☐임기외` in one cell)."""
        choices: list[PrintedChoice] = []
        corner = table.cells[0].lines[:1]
        if corner and choice_of_line(corner[0], self.vocabulary) is None:
            return  # most tables: not worth putting their cells in order
        for cell in sorted(table.cells, key=_IN_ORDER):
            for line in cell.lines:
                choice = choice_of_line(line, self.vocabulary)
                if choice is None:
                    return
                choices.append(choice)
        yield from (Piece("choice", choice.place, choice.ink, choice=choice) for choice in choices)

    def _content(self, table: Table, beside: int) -> None:
        """What stands in the cells of a single column, line by line and table by table, from top to bottom."""
        for cell in sorted(table.cells, key=lambda cell: cell.row):
            for block in _in_order(cell):
                self.add(block, beside)


def _runs_on(column: Table) -> bool:
    """Whether the cells of a single column are one text: tables stand among its lines, or a page's end cut a cell in two."""
    pages = {cell.place.page for cell in column.cells if cell.lines}
    return len(pages) > 1 or any(cell.tables for cell in column.cells)


def _filled(row: Table) -> Table:
    """A content of one row without the blank cells that end it; a table set with tabs fills all its rows up to the longest."""
    if row.rows != 1 or row.cols < 2:
        return row
    last = max((cell.col + cell.col_span for cell in row.cells if is_filled(cell) or cell.tables), default=row.cols)
    return row if last == row.cols else crop(row, 0, 1, 0, last)


def _beside_blank(table: Table) -> Table | None:
    """What stands beside a blank label: the field above goes on. None if the label is not blank."""
    label = next((cell for cell in table.cells if cell.row == 0 and cell.col == 0), None)
    if label is None or is_filled(label) or label.tables or label.col_span >= table.cols or label.row_span < table.rows:
        return None
    return crop(table, 0, table.rows, label.col_span, table.cols)


def _in_order(cell: Cell) -> Iterable[Block]:
    blocks: list[Block] = [*cell.lines, *cell.tables]
    if cell.tables:
        blocks.sort(key=lambda block: (block.place.page or 0, block.place.top or 0.0))
    return blocks


def _choices_over_two_lines(pieces: list[Piece], vocabulary: Vocabulary) -> list[Piece]:
    """A label that stands alone on its line takes the options of the next (`임기구분` / `☑임기내 ☐임기외`)."""
    result: list[Piece] = []
    glyph = glyph_pattern(vocabulary)
    for piece in pieces:
        above = result[-1] if result else None
        if (
            piece.line is not None
            and above is not None
            and piece.kind == above.kind == "line"
            and above.line is not None
            and (glyph.search(piece.line.text) is not None or len(above.line.text) <= _LONGEST_LABEL)
        ):
            match = label_alone(above.line.text, vocabulary)
            if match is not None and not match.rough:
                cell = Cell(0, 0, 1, 1, (above.line,), above.place)
                options = Cell(0, 1, 1, 1, (piece.line,), piece.place)
                choice = choice_of_cells(cell, match, [options], vocabulary)
                if choice is not None and _all_told(choice, match, vocabulary):
                    result[-1] = Piece("choice", above.place, above.ink + piece.ink, choice=choice)
                    continue
        result.append(piece)
    return result


def _all_told(choice: PrintedChoice, match: Match, vocabulary: Vocabulary) -> bool:
    """Whether several options have a mark each, or all of them are known as options of the label above them."""
    candidates = choice.candidates
    marked = sum(c.glyph is not None for c in candidates) >= 2
    return marked or len(candidates) == known_of(match.key, candidates, vocabulary) >= 2
