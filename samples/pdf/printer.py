"""Prints whole cards as a PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from pledgecards.samples.card import BRACKETS, Block, Budget, Card, Indicators, Item, Schedule, by_section
from pledgecards.samples.pdf import fonts, form, tables
from pledgecards.samples.pdf.choices import print_choices
from pledgecards.samples.pdf.grid import Grid, Spot, draw_grid, plain
from pledgecards.samples.pdf.pen import Face, Ink, Pen
from pledgecards.samples.pdf.sheet import Sheet
from pledgecards.samples.pdf.style import PdfStyle


def print_pdf(cards: Sequence[Card], style: PdfStyle) -> bytes:
    """The cards, each from a new page, as the bytes of a PDF. The same cards and style give the same bytes."""
    fonts.register()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=style.page, invariant=1, pageCompression=1)
    canvas.setProducer("pledgecards samples")
    sheet = Sheet(Pen(canvas, style.habit, style.page), style)
    for card in cards:
        print_card(sheet, card, style)
    sheet.close()
    canvas.save()
    return stream.getvalue()


def print_card(sheet: Sheet, card: Card, style: PdfStyle, *, new_page: bool = True) -> None:
    """One card, from a new page or from where the sheet stands."""
    if new_page:
        sheet.turn()
    print_title(sheet, card, style)
    print_choices(sheet, card.choices, style)
    if style.form:
        print_form(sheet, card.blocks, style)
    else:
        print_blocks(sheet, card.blocks, style)


def print_title(sheet: Sheet, card: Card, style: PdfStyle) -> None:
    """The card's number and title."""
    size = style.size + 5
    pen, bold = sheet.pen, Face(size, bold=True)
    if style.title == "table":
        spots = [Spot(0, 0, plain(card.number, bold), fill=style.head_fill), Spot(0, 1, plain(card.title, bold))]
        label = form.LABEL if style.form else sheet.width * 0.15
        draw_grid(sheet, Grid([label, sheet.width - label], spots, head=0, least=30), repeat=False)
        sheet.skip(0 if style.form else 10)
        return
    if style.title == "line":
        sheet.paragraph([Ink(f"{card.number} {card.title}", bold)], leading=1.4)
        pen.rule(sheet.left, sheet.y + 2, sheet.right, sheet.y + 2, 1.5, style.accent)
        sheet.skip(14)
        return
    top, height = sheet.y, size * 2.1
    middle = top + height / 2 + size * 0.36
    white = Face(size, bold=True, colour=0xFFFFFF)
    if style.title == "banner":
        pen.fill((sheet.left, top, sheet.right, top + height), style.accent)
        pen.text(sheet.left + 8, middle, f"{card.number}", white)
        pen.text(sheet.left + 48, middle, card.title, white)
    else:
        pen.fill((sheet.left, top, sheet.left + 40, top + height), style.accent)
        pen.text(sheet.left + 20 - pen.measure(card.number, white) / 2, middle, card.number, white)
        pen.frame((sheet.left, top, sheet.right, top + height), 1.0, style.accent)
        pen.text(sheet.left + 50, middle, card.title, bold)
    sheet.y = top + height
    sheet.skip(12)


def print_blocks(sheet: Sheet, blocks: Sequence[Block], style: PdfStyle) -> None:
    """Items and tables in order."""
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if isinstance(block, Item):
            _print_item(sheet, block, following, style)
        else:
            draw_grid(sheet, _grid(block, sheet), repeat=style.repeat)
            sheet.skip(10)


def print_form(sheet: Sheet, blocks: Sequence[Block], style: PdfStyle) -> None:
    """All sections as rows of one form; the people in charge close it."""
    for label, content in by_section(blocks):
        rest, people = form.people(content)
        with form.Row(sheet, style, label):
            print_blocks(sheet, rest, style)
        for block in people:
            draw_grid(sheet, _grid(block, sheet), repeat=False)


def _grid(block: Block, sheet: Sheet) -> Grid:
    style, width, measure = sheet.style, sheet.width, sheet.pen.measure
    if isinstance(block, Schedule):
        return tables.schedule(block, style, width)
    if isinstance(block, Budget):
        return tables.budget(block, style, width, measure)
    if isinstance(block, Indicators):
        return tables.indicators(block, style, width, measure)
    assert not isinstance(block, Item)
    return tables.contacts(block, style, width)


def _print_item(sheet: Sheet, item: Item, following: Block | None, style: PdfStyle) -> None:
    if item.kind == "heading":
        print_heading(sheet, item, style)
    elif item.kind == "caption":
        align = "right" if following is not None and not isinstance(following, Item) else "left"
        sheet.need(style.size * 5)
        sheet.paragraph([Ink(item.raw, Face(style.cell_size + 0.5))], align=align, leading=1.45)
    else:
        _print_bullet(sheet, item, style)


def _print_bullet(sheet: Sheet, item: Item, style: PdfStyle) -> None:
    face = Face(style.size)
    indent = style.indent * item.level
    if item.marker is None:
        sheet.paragraph([Ink(item.text, face)], indent=indent)
        return
    gap = sheet.pen.measure(item.marker + " ", face)
    sheet.paragraph([Ink(f"{item.marker} {item.text}", face)], indent=indent, hang=gap)


def print_heading(sheet: Sheet, item: Item, style: PdfStyle) -> None:
    """A heading of any level, kept with what follows."""
    if item.level == 1:
        _print_section(sheet, item, style)
        return
    face = Face(style.size + (0.5 if item.level == 2 else 0), bold=style.project != "plain")
    sheet.skip(5)
    sheet.need(style.size * 4.5)
    step = face.size * style.leading
    if item.level == 2 and style.project == "band" and style.project_fill is not None:
        lines = len(sheet.broken([Ink(item.raw, face)], 4, 0))
        sheet.pen.fill((sheet.left, sheet.y, sheet.right, sheet.y + step * lines), style.project_fill)
    indent = 4 if item.level == 2 or item.marker in BRACKETS else 0
    sheet.paragraph([Ink(item.raw, face)], indent=indent)
    sheet.skip(2)


def _print_section(sheet: Sheet, item: Item, style: PdfStyle) -> None:
    sheet.skip(9)
    sheet.need(style.size * 7)
    size = style.size + 1.5
    face, pen = Face(size, bold=True), sheet.pen
    height = size * 1.75
    top, baseline = sheet.y, sheet.y + height / 2 + size * 0.36
    numeral = item.marker is not None and not item.marker.isascii() and item.marker in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
    if style.section == "band" or numeral:
        fill = style.section_fill if style.section_fill is not None else 0xDDDDDD
        pen.fill((sheet.left, top, sheet.right, top + height), fill)
        pen.text(sheet.left + 6, baseline, item.raw, face)
    elif style.section == "bar":
        pen.fill((sheet.left, top + 3, sheet.left + 5, top + height - 3), style.accent)
        pen.text(sheet.left + 11, baseline, item.raw, face)
    elif style.section == "box":
        width = pen.measure(item.raw, face) + 24
        pen.frame((sheet.left, top, sheet.left + width, top + height), 0.8, style.accent)
        pen.text(sheet.left + 12, baseline, item.raw, face)
    elif style.section == "spread":
        width = 108.0
        pen.fill((sheet.left, top, sheet.left + width + 16, top + height), style.section_fill or 0xE0E0E0)
        letters = item.raw.replace(" ", "")
        spread = max(0.0, (width - pen.measure(letters, face)) / max(1, len(letters) - 1))
        pen.text(sheet.left + 8, baseline, letters, face, spread=spread)
    else:
        pen.text(sheet.left, baseline, item.raw, face)
    sheet.y = top + height
    sheet.skip(3)
