"""Draws text, rules and shapes on a page, with the habits of the program that the sample imitates.

Coordinates are points from the top left of the page as it is displayed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

from pledgecards.samples.pdf import fonts
from pledgecards.samples.pdf.style import Habit

Box = tuple[float, float, float, float]


BOX = "\ufffc"
"""A text that is no text: a small box is drawn in its place, ticked if the face's sign is `checked`."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a stretch of text is set. sign: `circle`, `underline`, `shade` is drawn at it; `checked`: see `BOX`."""

    size: float = 10.0
    bold: bool = False
    colour: int = 0
    sign: str | None = None
    sign_colour: int = 0


@dataclass(frozen=True, slots=True)
class Ink:
    """A stretch of text in one face."""

    text: str
    face: Face


class Pen:
    """A canvas with a top-left origin."""

    def __init__(self, canvas: Canvas, habit: Habit, page: tuple[float, float]) -> None:
        self.canvas = canvas
        self.habit = habit
        self.width, self.height = page

    def begin_page(self) -> None:
        """Prepare a new page: its size, and its content turned against its /Rotate."""
        turn = self.habit.turn
        # The size as displayed: reportlab itself swaps it for a page that is turned.
        self.canvas.setPageSize((self.width, self.height))
        self.canvas.setPageRotation(turn)
        if turn == 90:
            self.canvas.rotate(90)
            self.canvas.translate(0, -self.height)
        elif turn == 270:
            self.canvas.rotate(-90)
            self.canvas.translate(-self.width, 0)

    def font(self, char: str, face: Face) -> str:
        """The font in which a character is set."""
        if self.habit.digit_font and char.isdigit():
            return fonts.FIGURES
        name = fonts.BOLD if face.bold and not self.habit.double_bold else fonts.REGULAR
        return name if fonts.has(name, char) else fonts.SIGNS

    def measure(self, text: str, face: Face) -> float:
        """The width of a text."""
        return sum(self._advance(char, face) for char in text)

    def _advance(self, char: str, face: Face) -> float:
        return face.size * (1.25 if char == BOX else fonts.width(self.font(char, face), char))

    def text(self, x: float, baseline: float, text: str, face: Face, spread: float = 0.0) -> float:
        """Draw a text from x, each letter followed by `spread` more points; returns the x after it."""
        if text == BOX:
            self.check_box(x, baseline, face.size * 0.85, face.sign == "checked", face.colour)
            return x + self._advance(BOX, face)
        self._sign(x, baseline, text, face)
        end = self._run(x, baseline, text, face, spread)
        if face.bold and self.habit.double_bold:
            self._run(x + face.size * 0.028, baseline, text, face, spread)
        return end

    def _run(self, x: float, baseline: float, text: str, face: Face, spread: float) -> float:
        self.canvas.setFillColor(HexColor(face.colour))
        alone = self.habit.glyphs or spread > 0
        for name, piece in self._pieces(text, face, alone):
            advance = sum(fonts.width(name, char) for char in piece) * face.size
            if piece != " " or not alone:
                self.canvas.setFont(name, face.size)
                shown = "".join(self._shown(char) for char in piece)
                self.canvas.drawString(x, self.height - baseline, shown)
            x += advance + (spread if alone else 0)
        return x

    def _pieces(self, text: str, face: Face, alone: bool) -> list[tuple[str, str]]:
        pieces: list[tuple[str, str]] = []
        for char in text:
            name = self.font(char, face)
            if pieces and pieces[-1][0] == name and not alone:
                pieces[-1] = (name, pieces[-1][1] + char)
            else:
                pieces.append((name, char))
        return pieces

    def _shown(self, char: str) -> str:
        if char == " " and self.habit.control_space:
            return fonts.CONTROL_SPACE
        return fonts.PRIVATE.get(char, char) if self.habit.private_marks else char

    def _sign(self, x: float, baseline: float, text: str, face: Face) -> None:
        width, size = self.measure(text, face), face.size
        top, bottom = baseline - size * 0.95, baseline + size * 0.28
        if face.sign == "shade":
            self.fill((x - 1.5, top, x + width + 1.5, bottom), face.sign_colour)
        elif face.sign == "underline":
            self.rule(x, baseline + size * 0.16, x + width, baseline + size * 0.16, 0.8, face.sign_colour)
        elif face.sign == "circle":
            self.canvas.setStrokeColor(HexColor(face.sign_colour))
            self.canvas.setLineWidth(0.9)
            self.canvas.ellipse(x - 3, self.height - bottom - 1, x + width + 3, self.height - top + 1, stroke=1, fill=0)

    def check_box(self, x: float, baseline: float, size: float, checked: bool, colour: int = 0) -> None:
        """A small drawn box, ticked or empty, of side `size`."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(0.7)
        y = self.height - baseline - size * 0.08
        self.canvas.rect(x, y, size, size, stroke=1, fill=0)
        if checked:
            path = self.canvas.beginPath()
            path.moveTo(x + size * 0.15, y + size * 0.5)
            path.lineTo(x + size * 0.42, y + size * 0.18)
            path.lineTo(x + size * 0.95, y + size * 1.05)
            self.canvas.setLineWidth(1.2)
            self.canvas.drawPath(path, stroke=1, fill=0)

    def rule(self, x0: float, top: float, x1: float, bottom: float, width: float, colour: int = 0) -> None:
        """A horizontal or vertical rule."""
        if self.habit.thin_fills:
            half = width / 2
            box = (x0 - half, top - half, x1 + half, bottom + half)
            self.fill(box, colour)
            return
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - top, x1, self.height - bottom)

    def fill(self, box: Box, colour: int) -> None:
        """A filled rectangle."""
        x0, top, x1, bottom = box
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)

    def frame(self, box: Box, width: float, colour: int = 0) -> None:
        """The four sides of a rectangle."""
        x0, top, x1, bottom = box
        self.rule(x0, top, x1, top, width, colour)
        self.rule(x0, bottom, x1, bottom, width, colour)
        self.rule(x0, top, x0, bottom, width, colour)
        self.rule(x1, top, x1, bottom, width, colour)

    def arrow(self, x0: float, x1: float, middle: float, colour: int) -> None:
        """A horizontal arrow with a filled head."""
        y = self.height - middle
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.setLineWidth(1.6)
        self.canvas.line(x0, y, x1 - 4, y)
        path: Any = self.canvas.beginPath()
        path.moveTo(x1, y)
        path.lineTo(x1 - 5, y + 2.8)
        path.lineTo(x1 - 5, y - 2.8)
        path.close()
        self.canvas.drawPath(path, stroke=0, fill=1)
