"""Prints the checkbox block: as a list, or as one of several tables; options marked in any of the ways met."""

from __future__ import annotations

from pledgecards.samples.card import Choice
from pledgecards.samples.pdf.form import LABEL
from pledgecards.samples.pdf.grid import Grid, Spot, draw_grid, plain
from pledgecards.samples.pdf.pen import BOX, Face, Ink
from pledgecards.samples.pdf.sheet import Sheet
from pledgecards.samples.pdf.style import PdfStyle

_LOOKS = {"bold": "", "circle": "circle", "underline": "underline", "shade": "shade"}


def option_inks(choice: Choice, style: PdfStyle, size: float) -> list[Ink]:
    """The options of a choice on one line, the checked ones marked."""
    inks: list[Ink] = []
    slash = style.mark in ("bold", "colour", "underline", "shade", "circle")
    for number, option in enumerate(choice.options):
        if number:
            inks.append(Ink(" / " if slash else "   ", Face(size)))
        inks += _option(option, number in choice.checked, style, size)
    return inks


def _option(option: str, checked: bool, style: PdfStyle, size: float) -> list[Ink]:
    plain_face = Face(size)
    if style.mark == "glyph":
        return [Ink(f"{style.boxes[not checked]} {option}", plain_face)]
    if style.mark == "paren":
        inside = style.boxes[not checked]
        return [Ink(f"({inside}) {option}" if inside.strip() else f"(  ) {option}", plain_face)]
    if style.mark == "bracket":
        return [Ink(f"[{style.boxes[not checked]}] {option}", plain_face)]
    if style.mark == "drawn":
        return [Ink(BOX, Face(size, sign="checked" if checked else "box")), Ink(option, plain_face)]
    if not checked:
        return [Ink(option, plain_face)]
    if style.mark == "bold":
        return [Ink(option, Face(size, bold=True))]
    if style.mark == "colour":
        return [Ink(option, Face(size, colour=style.mark_colour))]
    colour = 0xFFE699 if style.mark == "shade" else style.mark_colour
    return [Ink(option, Face(size, sign=_LOOKS[style.mark], sign_colour=colour))]


def print_choices(sheet: Sheet, choices: tuple[Choice, ...], style: PdfStyle) -> None:
    """The whole block."""
    if style.choices == "list":
        for choice in choices:
            _list_line(sheet, choice, style)
    else:
        grid = {"table": _table, "columns": _columns, "grid": _pairs}[style.choices](choices, style, sheet.width)
        draw_grid(sheet, grid, repeat=False)
    sheet.skip(0 if style.form else 8)


def _list_line(sheet: Sheet, choice: Choice, style: PdfStyle) -> None:
    face = Face(style.size)
    step = style.size * style.leading
    sheet.need(step)
    baseline = sheet.y + step * 0.5 + style.size * 0.36
    x = sheet.left + 4
    if style.choice_bullet:
        sheet.pen.text(x, baseline, style.choice_bullet, face)
    sheet.pen.text(x + style.size * 1.5, baseline, choice.label, face)
    x += style.size * 7.2
    for ink in option_inks(choice, style, style.size):
        x = sheet.pen.text(x, baseline, ink.text, ink.face)
    sheet.y += step


def _table(choices: tuple[Choice, ...], style: PdfStyle, width: float) -> Grid:
    bold = Face(style.cell_size, bold=style.mark != "bold")
    spots: list[Spot] = []
    for row, choice in enumerate(choices):
        spots.append(Spot(row, 0, plain(choice.label, bold), fill=style.head_fill))
        spots.append(Spot(row, 1, (tuple(option_inks(choice, style, style.cell_size)),), align="left"))
    label = LABEL if style.form else width * 0.22
    return Grid([label, width - label], spots, head=0)


def _pairs(choices: tuple[Choice, ...], style: PdfStyle, width: float) -> Grid:
    bold = Face(style.cell_size, bold=style.mark != "bold")
    spots: list[Spot] = []
    for number, choice in enumerate(choices):
        row, col = divmod(number, 2)
        spots.append(Spot(row, 2 * col, plain(choice.label, bold), fill=style.head_fill))
        spots.append(Spot(row, 2 * col + 1, (tuple(option_inks(choice, style, style.cell_size)),), align="left"))
    if len(choices) % 2:
        row = len(choices) // 2
        spots += [Spot(row, 2, fill=style.head_fill), Spot(row, 3)]
    return Grid([width * share for share in (0.13, 0.37, 0.13, 0.37)], spots, head=0)


def _columns(choices: tuple[Choice, ...], style: PdfStyle, width: float) -> Grid:
    """Labels over options over a row of marks: a ○ stands below each checked option."""
    face, bold = Face(style.cell_size - 1), Face(style.cell_size - 0.5, bold=True)
    spots: list[Spot] = []
    shares: list[float] = []
    for choice in choices:
        col = len(shares)
        spots.append(Spot(0, col, plain(choice.label, bold), col_span=len(choice.options), fill=style.head_fill))
        for number, option in enumerate(choice.options):
            spots.append(Spot(1, col + number, plain(option, face)))
            spots.append(Spot(2, col + number, plain("○" if number in choice.checked else "", face)))
            shares.append(max(2.4, 0.8 + len(option) * 0.8))
    return Grid([width * share / sum(shares) for share in shares], spots, head=2)
