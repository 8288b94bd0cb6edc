"""Rings that a printer fills between two outlines are rings, not discs."""

from __future__ import annotations

import math

import pytest
from raw_pdf import page

from pledgecards.extract.pdf import READERS, open_pdf
from pledgecards.extract.pdf.canvas import Canvas


def circle(x: float, y: float, r: float) -> bytes:
    """A circle of four curves, counter-clockwise."""
    k = 0.5523 * r
    curves = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    return (
        f"{x + r} {y} m ".encode() + b"".join(" ".join(f"{n:.3f}" for n in c).encode() + b" c " for c in curves) + b"h "
    )


def shapes(reader: str, content: bytes) -> list[tuple[int | None, int | None]]:
    with open_pdf(page(content), reader) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas)
    return [(shape.stroke, shape.fill) for shape in canvas.shapes]


def polygon(x: float, y: float, r: float, sides: int, left_out: int = 0) -> bytes:
    """A regular polygon, no side of which is upright; closed, or with the last of its corners left out."""
    turns = [2 * math.pi * (side + 0.3) / sides for side in range(sides - left_out)]
    corners = [f"{x + r * math.cos(turn):.3f} {y + r * math.sin(turn):.3f}" for turn in turns]
    return (
        f"{corners[0]} m " + " ".join(f"{corner} l" for corner in corners[1:]) + (" " if left_out else " h ")
    ).encode()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("sides", "left_out", "kind"),
    [(6, 0, "polygon"), (10, 0, "polygon"), (30, 0, "curve"), (30, 1, "curve"), (30, 12, "polygon")],
)
def test_an_outline_of_many_sides_is_round(reader: str, sides: int, left_out: int, kind: str) -> None:
    with open_pdf(page(polygon(50, 50, 12, sides, left_out) + b"S"), reader) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas)
    assert [shape.kind for shape in canvas.shapes] == [kind]


@pytest.mark.parametrize("reader", READERS)
class TestRings:
    def test_two_outlines_close_to_one_another_are_one_ring(self, reader: str) -> None:
        assert shapes(reader, circle(50, 50, 5) + circle(50, 50, 4) + b"f*") == [(0, None)]

    def test_without_a_hole_both_are_filled(self, reader: str) -> None:
        assert shapes(reader, circle(50, 50, 5) + circle(50, 50, 4) + b"f") == [(None, 0), (None, 0)]

    def test_beside_one_another_they_are_two_discs(self, reader: str) -> None:
        assert shapes(reader, circle(50, 50, 5) + circle(62, 50, 4) + b"f*") == [(None, 0), (None, 0)]
