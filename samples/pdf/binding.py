"""Prints a book of cards as PDF: cover, contents page, dividers, cards (each from a new page, or in mid-page)."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from pledgecards.samples.book import Book
from pledgecards.samples.pdf import fonts
from pledgecards.samples.pdf.grid import Grid, Spot, draw_grid, plain
from pledgecards.samples.pdf.pen import Face, Ink, Pen
from pledgecards.samples.pdf.printer import print_card
from pledgecards.samples.pdf.sheet import Sheet
from pledgecards.samples.pdf.style import PdfStyle

Pages = list[tuple[int, int]]
"""The first and the last page of every card."""


def print_book(book: Book, style: PdfStyle, *, flowing: bool = False) -> tuple[bytes, Pages]:
    """The book as the bytes of a PDF, and its cards' pages. flowing: a card begins where the one before it ends."""
    _, pages = _print(book, style, flowing, [])
    # The contents page names the pages, which are known only once the cards have been set.
    return _print(book, style, flowing, pages)


def _print(book: Book, style: PdfStyle, flowing: bool, known: Pages) -> tuple[bytes, Pages]:
    fonts.register()
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=style.page, invariant=1, pageCompression=1)
    sheet = Sheet(Pen(canvas, style.habit, style.page), style)
    _cover(sheet, book)
    _contents(sheet, book, known)
    pages: Pages = []
    for name, cards in book.fields:
        _divider(sheet, name)
        for number, card in enumerate(cards):
            new_page = not flowing or number == 0
            if not new_page:
                sheet.skip(26)
                sheet.need(240)
            first = sheet.number + (1 if new_page else 0)
            print_card(sheet, card, style, new_page=new_page)
            pages.append((first, sheet.number))
    sheet.close()
    canvas.save()
    return stream.getvalue(), pages


def _cover(sheet: Sheet, book: Book) -> None:
    sheet.turn()
    sheet.y += 190
    sheet.paragraph([Ink(book.title, Face(30, bold=True))], align="center")
    sheet.y += 300
    sheet.paragraph([Ink("2018. 10.", Face(15))], align="center")
    sheet.y += 20
    sheet.paragraph([Ink(book.body, Face(20, bold=True))], align="center")


def _contents(sheet: Sheet, book: Book, known: Pages) -> None:
    sheet.turn()
    sheet.paragraph([Ink("목  차", Face(20, bold=True))], align="center")
    sheet.y += 12
    face, style = Face(10.5), sheet.style
    heads = ("연번", "공약명", "쪽")
    spots = [Spot(0, col, plain(text, Face(10.5, bold=True)), fill=style.head_fill) for col, text in enumerate(heads)]
    for row, (number, title) in enumerate(book.listed, 1):
        page = known[min(row, len(known)) - 1][0] if known else 0
        spots += [
            Spot(row, 0, plain(number.rstrip("."), face)),
            Spot(row, 1, plain(title, face), align="left"),
            Spot(row, 2, plain(str(page), face)),
        ]
    draw_grid(sheet, Grid([sheet.width * share for share in (0.14, 0.72, 0.14)], spots, least=22), repeat=True)


def _divider(sheet: Sheet, name: str) -> None:
    sheet.turn()
    sheet.y += 250
    sheet.pen.rule(sheet.left + 60, sheet.y, sheet.right - 60, sheet.y, 2.0, sheet.style.accent)
    sheet.y += 18
    sheet.paragraph([Ink(name, Face(24, bold=True))], align="center")
    sheet.y += 18
    sheet.pen.rule(sheet.left + 60, sheet.y, sheet.right - 60, sheet.y, 2.0, sheet.style.accent)
