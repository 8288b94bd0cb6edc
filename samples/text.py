"""Prints a card as text: the Markdown-like form in which the real card came, plain text, and tables set in other ways."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pledgecards.samples.book import Book
from pledgecards.samples.card import Budget, Card, Choice, Contacts, Figure, Indicators, Item, Schedule

Grid = list[list[str]]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A way to print a card as text.

    mark      `bold` (`**…**`), `glyph` (☑ ☐ before every option), or None (plain).
    tables    `tab`, `pipe` (Markdown with |), or `columns` (spaces, as `pdftotext -layout` sets it).
    newline, encoding, indent: of the file; indent is what one level of bullets is moved in by.
    glyphs    the checked and the unchecked box for mark `glyph`.
    bar       the glyph of a planned cell of the Gantt table; None: its bars are lost.
    choice_bullet  what stands before each label of the checkbox block.
    """

    mark: str | None = "bold"
    tables: str = "tab"
    newline: str = "\n"
    encoding: str = "utf-8"
    indent: str = " "
    glyphs: tuple[str, str] = ("☑", "☐")
    choice_bullet: str = "- ✓ "
    separator: str = " / "
    number_line: bool = True
    bar: str | None = None


def print_text(cards: Sequence[Card], style: TextStyle) -> bytes:
    """The cards as the bytes of a text file."""
    lines = [line for card in cards for line in (*_card_lines(card, style), "", "")]
    return style.newline.join(lines).encode(style.encoding)


def _card_lines(card: Card, style: TextStyle) -> Iterator[str]:
    if style.number_line:
        yield from ("", "", card.number, "", card.title, "")
    else:
        yield from ("", f"{card.number} {card.title}", "")
    for choice in card.choices:
        yield style.choice_bullet + choice.label + " " + style.separator.join(_options(choice, style))
    before: object = None
    for block in card.blocks:
        if not (_is_bullet(block) and _is_bullet(before)):
            yield ""
        if isinstance(block, Item):
            yield style.indent * (block.level - 1) * _is_bullet(block) + block.raw
        else:
            yield from _set_table(_grid(block, style.bar), style)
        before = block


def _is_bullet(block: object) -> bool:
    return isinstance(block, Item) and block.kind == "bullet"


def _options(choice: Choice, style: TextStyle) -> Iterator[str]:
    for number, option in enumerate(choice.options):
        checked = number in choice.checked
        if style.mark == "bold":
            yield f"**{option}**" if checked else option
        elif style.mark == "glyph":
            yield f"{style.glyphs[not checked]} {option}"
        else:
            yield option


def _grid(block: object, bar: str | None) -> Grid:
    """A table as rows of cells; a merged cell's text stands at its top left, its other places are empty."""
    if isinstance(block, Schedule):
        return schedule_grid(block, bar)
    if isinstance(block, Budget):
        return budget_grid(block)
    if isinstance(block, Indicators):
        return indicator_grid(block)
    assert isinstance(block, Contacts)
    return contact_grid(block)


def part_names(table: Schedule) -> list[str]:
    """The names of a year's cells: quarters, halves, months."""
    halves = ["상", "하"]
    return halves if table.parts == 2 else [str(part) for part in range(1, table.parts + 1)]


def schedule_grid(table: Schedule, bar: str | None = None) -> Grid:
    """The Gantt table; `bar` stands in planned cells, None leaves all of them empty."""
    blank = [""] * (table.parts - 1)
    head = [table.head] + [cell for year in table.years for cell in (year.raw, *blank)]
    rows = [head] if table.parts == 1 else [head, ["", *part_names(table) * len(table.years)]]
    places = [(year.year, part) for year in table.years for part in range(1, table.parts + 1)]
    return rows + [
        [line.project, *((bar or "") if place in line.bars else "" for place in places)] for line in table.lines
    ]


def budget_grid(table: Budget) -> Grid:
    """The budget table: the grand-total block is named in its first line only, and so is a project of several lines."""
    funding = [table.funding_head] if table.funding_head is not None else []
    rows = [[table.head, *funding, *(period.raw for period in table.periods)]]
    named: object = ...
    for line in table.lines:
        name = "" if line.project == named else line.project or table.total_label
        named = line.project
        rows.append([*([name] if funding else []), line.funding_raw, *(cell.raw for cell in line.cells)])
    return rows


def indicator_grid(table: Indicators) -> Grid:
    """The target or achievement table; milestones in a row below, or in the cell after the value."""
    rate = [table.rate_head] if table.rate_head is not None else []
    rows = [[table.head, table.unit_head, table.whole_head, *(period.raw for period in table.periods), *rate]]
    cell: Callable[[Figure], str] = joined
    if table.stacked:
        cell = _value
    for line in table.lines:
        tail = [cell(line.rate)] if line.rate is not None and rate else []
        rows.append([line.project, line.unit, cell(line.whole), *map(cell, line.cells), *tail])
        if table.stacked:
            rows.append(["", "", "", *(figure.milestone for figure in line.cells), *[""] * len(tail)])
    return rows


def _value(figure: Figure) -> str:
    return figure.raw


def joined(figure: Figure) -> str:
    """The value and the words of a cell as one text."""
    return " ".join(part for part in (figure.raw, figure.milestone) if part)


def contact_grid(table: Contacts) -> Grid:
    """The people in charge: one row beside the label, or a head row and a row for each person."""
    if table.heads:
        people = [person for cell in table.cells for person in cell]
        return [list(table.heads)] + [[p.department, p.role, p.name, p.phone] for p in people]
    return [[table.label, *(" ".join(person.raw for person in cell) for cell in table.cells)]]


def _set_table(grid: Grid, style: TextStyle) -> list[str]:
    if style.tables == "tab":
        return ["\t".join(row) for row in grid]
    if style.tables == "pipe":
        rule = "|" + "---|" * len(grid[0])
        rows = ["| " + " | ".join(row) + " |" for row in grid]
        return [rows[0], rule, *rows[1:]]
    widths = [max(_width(row[i]) for row in grid) for i in range(len(grid[0]))]
    return [
        "   ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in grid
    ]


def _width(text: str) -> int:
    """How many columns of a terminal a text fills: a Korean syllable fills two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def print_text_book(book: Book, style: TextStyle) -> bytes:
    """A book of cards as the bytes of a text file: cover, contents with dotted leaders, dividers, cards."""
    lines = [book.title, "", "2018. 10.", "", book.body, "", "\f목  차", ""]
    lines += [
        f"{number.rstrip('.')}. {title} {'·' * 12} {3 + 4 * row}" for row, (number, title) in enumerate(book.listed)
    ]
    for name, cards in book.fields:
        # A form feed begins a page, as programs that take text out of a book write it.
        lines += ["\f" + name, ""]
        for card in cards:
            first, *rest = _card_lines(card, style)
            lines += ["\f" + first, *rest, ""]
    return style.newline.join(lines).encode(style.encoding)
