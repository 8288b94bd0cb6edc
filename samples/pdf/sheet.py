"""The flow of a card over pages: where the next line stands, page breaks, running heads and feet, the watermark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]

from pledgecards.samples.pdf import fonts
from pledgecards.samples.pdf.pen import Face, Ink, Pen
from pledgecards.samples.pdf.style import PdfStyle
from pledgecards.samples.pdf.wrap import draw_line, line_width, wrap


class Sheet:
    """The page that is being printed. `y` is where the next thing goes; left and right are the column's edges."""

    def __init__(self, pen: Pen, style: PdfStyle) -> None:
        self.pen, self.style = pen, style
        self.left, self.top, right, bottom = style.margin
        self.right, self.bottom = style.page[0] - right, style.page[1] - bottom
        self.y = self.top
        self.number = 0
        self.before_turn: Callable[[], None] | None = None
        self.after_turn: Callable[[], None] | None = None
        self._open = False

    @property
    def width(self) -> float:
        """The width of the column."""
        return self.right - self.left

    def turn(self) -> None:
        """End the page, if one is open, and begin the next."""
        if self._open and self.before_turn:
            self.before_turn()
        self.close()
        self.pen.begin_page()
        self.number += 1
        self.y = self.top
        self._open = True
        self._furniture()
        if self.after_turn:
            self.after_turn()

    def close(self) -> None:
        """End the page."""
        if self._open:
            self.pen.canvas.showPage()
        self._open = False

    def need(self, height: float) -> None:
        """Go to the next page if that much does not fit on this one."""
        if not self._open or self.y + height > self.bottom:
            self.turn()

    def skip(self, height: float) -> None:
        """Leave white space, but none at the top of a page."""
        if self._open and self.y > self.top:
            self.y += height

    def paragraph(
        self,
        inks: list[Ink],
        *,
        indent: float = 0.0,
        hang: float = 0.0,
        align: str = "left",
        leading: float | None = None,
    ) -> None:
        """Text over the column's width; `hang` is how far its lines after the first are moved in beyond `indent`."""
        size = max(ink.face.size for ink in inks)
        step = (leading or self.style.leading) * size
        for number, line in enumerate(self.broken(inks, indent, hang)):
            self.need(step)
            x = self.left + indent + (hang if number else 0)
            if align != "left":
                slack = self.width - line_width(line, self.pen)
                x = self.left + (slack if align == "right" else slack / 2)
            draw_line(line, x, self.y + step * 0.5 + size * 0.36, self.pen)
            self.y += step

    def broken(self, inks: list[Ink], indent: float, hang: float) -> list[list[Ink]]:
        """The lines of a paragraph."""
        width = self.width - indent
        lines = wrap(inks, width, self.pen)
        if hang and len(lines) > 1:
            # All lines but the first are shorter; the first may hold a little less than it could.
            rest = wrap(inks, width - hang, self.pen)
            lines = rest if len(rest) >= len(lines) else lines
        return lines

    def _furniture(self) -> None:
        style, pen = self.style, self.pen
        small = Face(8.5, colour=0x595959)
        if style.watermark:
            self._watermark(style.watermark)
        if style.head_text:
            pen.text(self.left, self.top - 22, style.head_text, small)
            pen.rule(self.left, self.top - 16, self.right, self.top - 16, 0.4, 0x7F7F7F)
        if style.page_numbers:
            text = f"- {self.number} -"
            pen.text((style.page[0] - pen.measure(text, small)) / 2, style.page[1] - 30, text, small)

    def _watermark(self, text: str) -> None:
        canvas: Any = self.pen.canvas
        canvas.saveState()
        canvas.translate(self.style.page[0] / 2, self.style.page[1] / 2)
        canvas.rotate(45)
        canvas.setFillColor(HexColor(0xE4E4E4))
        canvas.setFont(fonts.BOLD, 62)
        canvas.drawCentredString(0, -20, text)
        canvas.restoreState()
