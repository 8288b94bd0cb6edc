"""Letters that are drawn as shapes, not set in a font: what was turned into outlines has no text to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # pdfium, which comes along, takes longer to load than a text file takes to read
    from pledgecards.extract.pdf.canvas import Canvas, Shape


_LOWEST, _HIGHEST = 3.0, 45.0
"""How high a letter, or a part of one, is drawn, in points."""

_NARROWEST = 1.0
_FEWEST = 30
_MANY = 100


def drawn_letters(canvas: Canvas) -> int:
    """About how many letters the shapes of a page may be: small filled ones, or rows of them in one path, which is one shape."""
    if len(canvas.shapes) == 0:
        return 0
    return int(sum(map(_letters, canvas.shapes)))


def _letters(shape: Shape) -> float:
    width, height = shape.x1 - shape.x0, shape.bottom - shape.top
    if shape.fill is None or shape.kind == "line" or not _LOWEST <= height <= _HIGHEST or width < _NARROWEST:
        return 0.0
    return max(1.0, width / height)


def is_outlined(canvas: Canvas) -> bool:
    """Whether a page that sets (nearly) no text shows letters all the same."""
    return drawn_letters(canvas) >= _FEWEST


def is_outlined_in_part(canvas: Canvas, letters: int) -> bool:
    """Whether a page with so many letters of text draws as many more."""
    return drawn_letters(canvas) >= max(_MANY, letters)
