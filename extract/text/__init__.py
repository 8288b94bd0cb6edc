"""Decoded text → one page of lines and tables: Markdown-like, plain, or as `pdftotext -layout` sets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from pledgecards.extract.layout.rows.gluing import settle_breaks
from pledgecards.extract.page import Block, Line, Page, Table
from pledgecards.extract.text.lines.boxsigns import is_border
from pledgecards.extract.text.lines.choicebreaks import with_whole_choices
from pledgecards.extract.text.lines.choicelines import has_choices
from pledgecards.extract.text.lines.cutlines import with_whole_lines
from pledgecards.extract.text.lines.dividers import without_rules
from pledgecards.extract.text.lines.escapes import unescaped
from pledgecards.extract.text.lines.fieldlines import with_fields_apart
from pledgecards.extract.text.lines.quoted import unquoted
from pledgecards.extract.text.lines.quotedcells import with_whole_bullets, with_whole_cells
from pledgecards.extract.text.lines.sheets import without_sheet
from pledgecards.extract.text.lines.softlines import soft_lines
from pledgecards.extract.text.lines.textline import SourceLine, ink_of, is_rule, make_line, split_lines
from pledgecards.extract.text.lines.titlehalves import with_titles_whole
from pledgecards.extract.text.lines.widewords import with_titles_close
from pledgecards.extract.text.markup import Spans, without_tags
from pledgecards.extract.text.pages.headbreaks import Heads, with_whole_heads
from pledgecards.extract.text.pages.running import find_running, within_table
from pledgecards.extract.text.pages.twocards import with_cards_in_turn
from pledgecards.extract.text.pages.twocolumns import with_columns_in_turn
from pledgecards.extract.text.pages.watermark import watermark_lines, without_letters
from pledgecards.extract.text.tables.aligned import read_aligned
from pledgecards.extract.text.tables.barform import read_gap_form
from pledgecards.extract.text.tables.bartable import is_framed, read_bars
from pledgecards.extract.text.tables.boxtable import box_end, read_box
from pledgecards.extract.text.tables.celltable import read_cells
from pledgecards.extract.text.tables.csvlines import with_tabs
from pledgecards.extract.text.tables.doubled import set_close
from pledgecards.extract.text.tables.floating import has_unit, with_unit_at_table
from pledgecards.extract.text.tables.peopletable import read_people
from pledgecards.extract.text.tables.ruled import column_rules, read_ruled
from pledgecards.extract.text.tables.sideforms import with_labels_above
from pledgecards.extract.text.tables.spacedtable import read_spaced
from pledgecards.extract.text.tables.spacing import find_region
from pledgecards.extract.text.tables.storeys import begins_over_name
from pledgecards.extract.text.tables.tabtable import read_tabs
from pledgecards.extract.text.tables.whole_years import with_whole_years
from pledgecards.schemas.vocabulary import Vocabulary

_NEAR = 200
"""How many blank lines may stand at the top of a page."""

_MOST_TABLE_CELLS = 2_000_000
"""What a page may hold in cells before the rest of its tables is left as lines."""


def read_text(text: str, vocabulary: Vocabulary | None = None) -> Page:
    """The page (number None) of a decoded text.

    Its ink is all that the text shows but markup: bold signs, a heading's `#`, and what rules tables.
    vocabulary: the words that tell labels, heads and headings from other text; None: those that ship with the package.
    """
    vocabulary = vocabulary or Vocabulary.standard()
    lines, quotes = unquoted(split_lines(text))
    lines, cells = without_sheet(lines, vocabulary)
    cut = {line.number: line.text for line in lines}
    lines = with_whole_lines(lines, vocabulary)
    made = frozenset(line.number for line in lines if line.text != cut[line.number])
    lines, tags, spans = without_tags(lines) if "<" in text else (lines, 0, {})
    if tags and not quotes:
        lines, quotes = unquoted(lines)  # the signs were written as entities
    escapes = 0
    if "\\" in text:
        lines, escapes = unescaped(lines)
    if "\t" in text:
        lines, marks = with_whole_cells(lines) if '"' in text else (lines, 0)
        lines = with_whole_bullets(lines, vocabulary)
        escapes += marks
    lines, commas = with_tabs(lines, vocabulary)
    letters = watermark_lines(lines, vocabulary)
    reading = _Reading(lines, spans, vocabulary, made)
    furniture = [reading.line(lines[index]) for index in sorted(letters)]
    lines, counting, rules = without_rules(without_letters(lines, letters) if letters else lines, vocabulary)
    reading.lines = lines
    reading.markup += tags + quotes + cells + escapes + commas + rules
    running = find_running(lines, vocabulary) | counting
    furniture += [reading.line(lines[index]) for index in sorted(running)]
    # An empty line keeps the place of a running one, so that what stood off from it still does.
    reading.lines = [
        SourceLine(line.number, "", line.sheet) if index in running else line
        for index, line in enumerate(lines)
        if index not in running or not within_table(lines, index, running)
    ]
    reading.set_in_order()
    blocks = reading.blocks()
    ink = ink_of(text) - reading.markup
    page = Page(None, 0.0, 0.0, tuple(blocks), tuple(furniture), ink, sheets=_sheets(lines))
    # How full a line is cannot be measured in characters: only words, no habit, tell that a break is within one.
    return settle_breaks([page], by_habit=False)[0]


def _sheets(lines: Sequence[SourceLine]) -> tuple[int, ...]:
    """The numbers of the lines right behind form feeds."""
    if not lines or not lines[-1].sheet:
        return ()
    return tuple(after.number for line, after in pairwise(lines) if after.sheet != line.sheet)


class _Reading:
    """A text on its way to blocks. made: the numbers of lines put together of cut ones; markup: how many of the signs taken so far were no text."""

    def __init__(
        self,
        lines: Sequence[SourceLine],
        spans: Mapping[tuple[int, str], Spans],
        vocabulary: Vocabulary,
        made: frozenset[int],
    ) -> None:
        self.lines = lines
        self._made = made
        self._spans = spans
        self._vocabulary = vocabulary
        self.markup = 0
        self._paper = bool(lines) and lines[-1].sheet > 0
        self._cells = 0
        self._no_table_before = 0
        self._no_box_before = 0
        self._region_end = 0
        self._loose_before = 0
        self._label: SourceLine | None = None
        self._rules: frozenset[int] = frozenset()
        self._heads = Heads([], frozenset(), frozenset())
        self._cut: frozenset[int] = frozenset()

    def set_in_order(self) -> None:
        """Sets apart what stands side by side and together what goes on, line by line."""
        lines, self._cut = with_titles_whole(
            with_cards_in_turn(with_whole_choices(with_whole_years(self.lines), self._vocabulary), self._vocabulary),
            self._vocabulary,
        )
        lines = with_columns_in_turn(with_titles_close(lines, self._vocabulary), self._vocabulary)
        apart = with_fields_apart(lines, self._vocabulary)
        if len(apart) > len(lines):
            self.markup += sum(ink_of(line.text) for line in lines) - sum(ink_of(line.text) for line in apart)
        self._heads = with_whole_heads(apart, self._vocabulary, paper=self._paper)
        self.lines = with_labels_above(set_close(self._heads.lines), self._vocabulary)

    def line(self, line: SourceLine, *, soft: bool = False) -> Line:
        """A line outside tables; its markup is counted."""
        made, signs = make_line(line.text, line.number, self._vocabulary, soft=soft)
        self.markup += signs
        return made

    def blocks(self) -> list[Block]:
        """Everything on the page in order."""
        entries: list[SourceLine | Table] = []
        self._rules = column_rules(self.lines)
        i = 0
        while i < len(self.lines):
            line = self.lines[i]
            if line.blank:
                i += 1
                continue
            found = self._table(i) if self._cells < _MOST_TABLE_CELLS else None
            if found is not None:
                i, table, signs = found
                self.markup += signs
                self._cells += len(table.cells)
                if self._label is not None:
                    # It heads the note of the unit over the table, too.
                    at = len(entries) - (
                        bool(entries) and isinstance(entries[-1], SourceLine) and has_unit(entries[-1])
                    )
                    entries.insert(at, self._label)
                    self._label = None
                entries.append(table)
                continue
            if is_rule(line.text) or is_border(line.text):
                self.markup += ink_of(line.text)
            else:
                entries.append(line)
            i += 1
        return self._finished(with_unit_at_table(entries, self._vocabulary))

    def _table(self, i: int) -> tuple[int, Table, int] | None:
        text = self.lines[i].text
        if i >= self._no_box_before and is_border(text):
            self._no_box_before = box_end(self.lines, i)
            boxed = read_box(self.lines[i : self._no_box_before], self._vocabulary)
            if boxed is not None:
                return self._no_box_before, *boxed
        if i < self._loose_before:
            return None
        found = (
            read_tabs(self.lines, i, self._vocabulary)
            if "\t" in text and not is_framed(text)
            else read_bars(self.lines, i, self._vocabulary, self._spans.get((self.lines[i].number, text)))
        )
        if found is not None:
            end, table, signs = found
            if table is None:
                self._loose_before = end
                return None
            return end, table, signs
        if "\t" in text:
            return None
        if self._rules and (found := read_ruled(self.lines, i, self._rules)) is not None:
            return found
        if "   " in text and (found := read_gap_form(self.lines, i, self._vocabulary)) is not None:
            return found
        if (found := read_people(self.lines, i, self._vocabulary)) is not None:
            return found
        aligned = None if i < self._no_table_before else self._aligned(i)
        return aligned or read_spaced(self.lines, i, self._vocabulary) or read_cells(self.lines, i, self._vocabulary)

    def _aligned(self, i: int) -> tuple[int, Table, int] | None:
        region = find_region(self.lines, i, self._vocabulary)
        if region is None:
            return None
        top = self._is_top(i) and not has_choices([line.text for line in self.lines[i : region.end]], self._vocabulary)
        found = read_aligned(self.lines, region, self._vocabulary, paper=self._paper, top=top)
        # Cut off from a line that may be of the same row, what stands over the first name may as well be of that line.
        cut_off = i < self._region_end and not self.lines[i - 1].blank
        over = found is not None and cut_off and begins_over_name(found.table, self.lines[i - 1], self._vocabulary)
        if found is None or over:
            # The first line may be none of the rest; else the lines are no table wherever one begins.
            again = i >= self._region_end
            self._region_end = max(self._region_end, region.end)
            self._no_table_before = i + 1 if again else self._region_end
            return None
        self._label = found.label
        return found.end, found.table, found.signs

    def _is_top(self, i: int) -> bool:
        """Whether nothing of the page stands above line i, which is not the first page."""
        above = next((line for line in reversed(self.lines[max(0, i - _NEAR) : i]) if not line.blank), None)
        return self.lines[i].sheet > 0 and (above is None or above.sheet != self.lines[i].sheet)

    def _finished(self, entries: Sequence[SourceLine | Table]) -> list[Block]:
        """Lines made, with their breaks told; a frame around a single column is no table."""
        blocks: list[Block] = []
        lines = [entry for entry in entries if isinstance(entry, SourceLine)]
        soft = soft_lines(lines, self._vocabulary, paper=self._paper, joined=self._heads.joined | self._made)
        soft |= {i for i, line in enumerate(lines[:-1]) if line.number in self._heads.cut | self._cut}
        at = 0
        for entry in entries:
            if isinstance(entry, Table):
                blocks.extend([line for cell in entry.cells for line in cell.lines] if entry.cols == 1 else [entry])
                continue
            blocks.append(self.line(entry, soft=at in soft))
            at += 1
        return blocks
