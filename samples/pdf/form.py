"""Prints a card as one big form: section labels in the left column, their content, tables included, in the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from pledgecards.samples.card import Block, Contacts
from pledgecards.samples.pdf.pen import Face, Ink
from pledgecards.samples.pdf.sheet import Sheet
from pledgecards.samples.pdf.style import PdfStyle
from pledgecards.samples.pdf.wrap import draw_line, line_width, wrap

LABEL = 78.0
"""The width of the column of labels."""
_PAD = 5.0


class Row:
    """A row of the form while its content is printed: it closes its frame at a page's end and opens it again."""

    def __init__(self, sheet: Sheet, style: PdfStyle, label: str) -> None:
        self.sheet, self.style = sheet, style
        self.face = Face(style.cell_size + 0.5, bold=True)
        self.lines = wrap([Ink(label, self.face)], LABEL - 2 * _PAD, sheet.pen)
        self.left, self.right = sheet.left, sheet.right
        self.top = 0.0

    def __enter__(self) -> Self:
        self.sheet.need(90)
        self.top = self.sheet.y
        self.sheet.y += _PAD
        self.sheet.left, self.sheet.right = self.left + LABEL + _PAD, self.right - _PAD
        self.sheet.before_turn, self.sheet.after_turn = self._close, self._open
        return self

    def __exit__(self, *_: object) -> None:
        self.sheet.y += _PAD
        self._close()
        self.sheet.before_turn = self.sheet.after_turn = None
        self.sheet.left, self.sheet.right = self.left, self.right

    def _close(self) -> None:
        pen, width = self.sheet.pen, self.style.rule_width
        bottom = max(self.sheet.y, self.top + len(self.lines) * self.face.size * 1.4 + 2 * _PAD)
        if self.style.head_fill is not None:
            pen.fill((self.left, self.top, self.left + LABEL, bottom), self.style.head_fill)
        pen.frame((self.left, self.top, self.right, bottom), width)
        pen.rule(self.left + LABEL, self.top, self.left + LABEL, bottom, width)
        y = (self.top + bottom - len(self.lines) * self.face.size * 1.4) / 2
        for line in self.lines:
            x = self.left + (LABEL - line_width(line, pen)) / 2
            draw_line(line, x, y + self.face.size * 1.05, pen)
            y += self.face.size * 1.4
        self.sheet.y = bottom

    def _open(self) -> None:
        self.lines = []
        self.top = self.sheet.y
        self.sheet.y += _PAD


def people(blocks: Sequence[Block]) -> tuple[list[Block], list[Contacts]]:
    """A section's blocks without the people in charge, who have a row of their own, and those."""
    rest: list[Block] = [block for block in blocks if not isinstance(block, Contacts)]
    return rest, [block for block in blocks if isinstance(block, Contacts)]
