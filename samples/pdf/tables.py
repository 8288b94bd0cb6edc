"""Turns the tables of an abstract card into grids to draw."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pledgecards.samples.card import Budget, Contacts, Figure, Indicators, Schedule
from pledgecards.samples.pdf.grid import PAD, Bar, Grid, Spot, plain
from pledgecards.samples.pdf.pen import Face, Ink
from pledgecards.samples.pdf.style import PdfStyle
from pledgecards.samples.text import part_names

Measure = Callable[[str, Face], float]


def _widths(total: float, shares: Sequence[float]) -> list[float]:
    return [total * share / sum(shares) for share in shares]


def _fitted(total: float, shares: Sequence[float], spots: Sequence[Spot], measure: Measure) -> list[float]:
    """Shared widths, but no column after the first narrower than its longest word; the first gives way."""
    widths = _widths(total, shares)
    for spot in spots:
        words = [(word, ink.face) for paragraph in spot.paragraphs for ink in paragraph for word in ink.text.split()]
        if spot.col and spot.col_span == 1 and words:
            widths[spot.col] = max(widths[spot.col], 2 * PAD + 0.6 + max(measure(*word) for word in words))
    widths[0] = max(total - sum(widths[1:]), total * 0.12)
    return [width * total / sum(widths) for width in widths]


def _heads(texts: Sequence[str], style: PdfStyle) -> list[Spot]:
    face = Face(style.cell_size, bold=True)
    return [Spot(0, col, plain(text, face), fill=style.head_fill) for col, text in enumerate(texts)]


def schedule(table: Schedule, style: PdfStyle, width: float) -> Grid:
    """The Gantt table, with its bars."""
    face, bold = Face(style.cell_size), Face(style.cell_size, bold=True)
    small = Face(style.cell_size - (1.5 if table.parts == 12 else 0.5))
    cells = table.parts * len(table.years)
    head = 1 if table.parts == 1 else 2
    spots = [Spot(0, 0, plain(table.head, bold), row_span=head, fill=style.head_fill)]
    for number, year in enumerate(table.years):
        col = 1 + number * table.parts
        spots.append(Spot(0, col, plain(year.raw, bold), col_span=table.parts, fill=style.head_fill))
        if head == 2:
            for part, name in enumerate(part_names(table)):
                spots.append(Spot(1, col + part, plain(name, small), fill=style.head_fill))
    bars: list[Bar] = []
    for row, line in enumerate(table.lines, head):
        spots.append(Spot(row, 0, plain(line.project, face), align="left"))
        planned = [(year.year, part) in line.bars for year in table.years for part in range(1, table.parts + 1)]
        for col, on in enumerate(planned, 1):
            fill = style.bar_colour if on and style.bars == "fill" else None
            text = style.bar_glyph if on and style.bars == "glyph" else ""
            spots.append(Spot(row, col, plain(text, face), fill=fill))
        if style.bars in ("bar", "arrow"):
            bars += [Bar(row, a + 1, b + 1, style.bars, style.bar_colour) for a, b in _stretches(planned)]
    return Grid(_widths(width, [cells * 0.26 + 1.5, *[1.0] * cells]), spots, head, bars)


def _stretches(flags: Sequence[bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for number, flag in enumerate(flags):
        if flag and found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        elif flag:
            found.append((number, number))
    return found


def budget(table: Budget, style: PdfStyle, width: float, measure: Measure) -> Grid:
    """The budget table; the lines of the grand total, and of each project, share one cell in the first column."""
    face, bold = Face(style.cell_size), Face(style.cell_size, bold=True)
    funding = [table.funding_head] if table.funding_head is not None else []
    spots = _heads([table.head, *funding, *(period.raw for period in table.periods)], style)
    names = [line.project for line in table.lines]
    for number, line in enumerate(table.lines):
        row = number + 1
        if funding and (number == 0 or names[number - 1] != line.project):
            rows = next((i for i, name in enumerate(names[number:]) if name != line.project), len(names) - number)
            # Two projects of one name in sequence would be one cell; invented ones differ.
            text, align = (table.total_label, "center") if line.project is None else (line.project, "left")
            spots.append(Spot(row, 0, plain(text, bold if line.project is None else face), rows, align=align))
        spots.append(Spot(row, len(funding), plain(line.funding_raw, face)))
        for col, cell in enumerate(line.cells, 1 + len(funding)):
            spots.append(Spot(row, col, plain(cell.raw, face), align="right" if cell.raw != "-" else "center"))
    share = ([3.2] if funding else []) + [1.0] + [1.15] * len(table.periods)
    return Grid(_fitted(width, share, spots, measure), spots)


def indicators(table: Indicators, style: PdfStyle, width: float, measure: Measure) -> Grid:
    """The target or achievement table; stacked: the words of a line stand in a row below its values."""
    face, small = Face(style.cell_size), Face(style.cell_size - 0.8)
    rate = [table.rate_head] if table.rate_head is not None else []
    heads = [table.head, table.unit_head, table.whole_head, *(period.raw for period in table.periods), *rate]
    spots = _heads(heads, style)
    tall = 2 if table.stacked else 1
    for number, line in enumerate(table.lines):
        row = 1 + number * tall
        spots.append(Spot(row, 0, plain(line.project, face), tall, align="left"))
        spots.append(Spot(row, 1, plain(line.unit, face), tall))
        spots.append(Spot(row, 2, plain(line.whole.raw, face), tall))
        for col, figure in enumerate(line.cells, 3):
            if table.stacked:
                spots.append(Spot(row, col, plain(figure.raw, face)))
                spots.append(Spot(row + 1, col, plain(figure.milestone, small)))
            else:
                spots.append(Spot(row, col, _both(figure, face, small)))
        if rate:
            raw = line.rate.raw if line.rate else ""
            spots.append(Spot(row, len(heads) - 1, plain(raw, face), tall))
    joined = frozenset(range(2, 2 + len(table.lines) * 2, 2)) if table.stacked else frozenset[int]()
    share = [2.6, 0.8, 0.9, *[1.55] * len(table.periods), *[1.0] * len(rate)]
    return Grid(_fitted(width, share, spots, measure), spots, joined=joined)


def _both(figure: Figure, face: Face, small: Face) -> tuple[tuple[Ink, ...], ...]:
    return plain(figure.raw, face) + plain(figure.milestone, small)


def contacts(table: Contacts, style: PdfStyle, width: float) -> Grid:
    """The people in charge: beside their label, or under a head row."""
    face, bold = Face(style.cell_size), Face(style.cell_size, bold=True)
    if table.heads:
        spots = _heads(table.heads, style)
        people = [person for cell in table.cells for person in cell]
        for row, person in enumerate(people, 1):
            for col, text in enumerate((person.department, person.role, person.name, person.phone)):
                spots.append(Spot(row, col, plain(text, face)))
        return Grid(_widths(width, [1.4, 1.0, 1.0, 1.4]), spots)
    spots = [Spot(0, 0, plain(table.label, bold), fill=style.head_fill)]
    for col, cell in enumerate(table.cells, 1):
        spots.append(Spot(0, col, tuple(paragraph for person in cell for paragraph in plain(person.raw, face))))
    return Grid(_widths(width, [0.75, *[1.5] * len(table.cells)]), spots, head=0)
