"""Paths and colours of pdfminer in the terms of a canvas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import Matrix, PathSegment, apply_matrix_pt

from pledgecards.extract.pdf.paths import CURVE, LINE, MOVE, NO_PAINT, PATTERN

Point = tuple[float, float]

_VERBS = {"m": MOVE, "l": LINE}


def outline(path: Sequence[PathSegment], ctm: Matrix) -> tuple[list[Point], list[int], list[bool]]:
    """A path as points, how each is reached, and after which the subpath is closed."""
    points: list[Point] = []
    kinds: list[int] = []
    closes: list[bool] = []
    for segment in path:
        numbers = cast(tuple[float, ...], segment[1:])
        steps = [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        if segment[0] == "h":
            if closes:
                closes[-1] = True
            continue
        moved = [apply_matrix_pt(ctm, step) for step in steps]
        if segment[0] == "v" and points:
            moved.insert(0, points[-1])
        elif segment[0] == "y":
            moved.append(moved[-1])
        points += moved
        kinds += [_VERBS.get(segment[0], CURVE)] * len(moved)
        closes += [False] * len(moved)
    return points, kinds, closes


def colour(value: Any, space: PDFColorSpace, alpha: float) -> int:
    """0xRRGGBB over white paper of a colour as pdfminer keeps it; a pattern is light grey, as in the other reader."""
    if alpha <= 0:
        return NO_PAINT
    parts = value if isinstance(value, tuple | list) else (value,)
    if not parts or not all(isinstance(part, int | float) for part in parts) or space.name == "Pattern":
        return PATTERN
    numbers = [min(max(float(part), 0.0), 1.0) for part in parts]
    if len(numbers) == 4:
        light = [1 - min(1.0, part + numbers[3]) for part in numbers[:3]]
    elif len(numbers) == 3:
        light = numbers
    else:
        light = [1 - numbers[0] if space.name == "Separation" else numbers[0]] * 3
    red, green, blue = (round(255 * (part * alpha + 1 - alpha)) for part in light)
    return red << 16 | green << 8 | blue


def masked(picture: PDFStream) -> bool:
    """Whether what is below a picture may show through it."""
    return any(picture.get(key) for key in ("SMask", "Mask", "ImageMask", "IM", "SMaskInData"))
