"""Matrices of PDF as arrays of six numbers a, b, c, d, e, f: x' = a·x + c·y + e, y' = b·x + d·y + f."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Matrices = NDArray[np.float64]


def compose(inner: Matrices, outer: Matrices) -> Matrices:
    """The matrices that apply `inner`, then `outer`; (…, 6) each."""
    # By columns: numpy takes several times as long for pairs of numbers as for two arrays.
    result = np.empty(np.broadcast_shapes(inner.shape, outer.shape))
    a, b, c, d = (outer[..., column] for column in range(4))
    for column in (0, 2, 4):
        x, y = inner[..., column], inner[..., column + 1]
        result[..., column] = x * a + y * c
        result[..., column + 1] = x * b + y * d
    result[..., 4] += outer[..., 4]
    result[..., 5] += outer[..., 5]
    return result


def move(points: NDArray[np.float64], matrices: Matrices) -> NDArray[np.float64]:
    """Points (…, 2) through a matrix, or each through its own."""
    x, y = points[..., 0], points[..., 1]
    moved = np.empty(points.shape)
    for axis in (0, 1):
        moved[..., axis] = x * matrices[..., axis] + y * matrices[..., axis + 2] + matrices[..., axis + 4]
    return moved


def move_boxes(boxes: NDArray[np.float64], matrices: Matrices) -> NDArray[np.float64]:
    """The upright boxes (…, 4) around boxes that went through a matrix."""
    moved = np.empty(np.broadcast_shapes(boxes.shape, (*matrices.shape[:-1], 4)))
    for axis in (0, 1):
        # Rounding keeps order: the least corner is that of the least parts.
        left, right = matrices[..., axis] * boxes[..., 0], matrices[..., axis] * boxes[..., 2]
        top, bottom = matrices[..., axis + 2] * boxes[..., 1], matrices[..., axis + 2] * boxes[..., 3]
        moved[..., axis] = np.minimum(left, right) + np.minimum(top, bottom) + matrices[..., axis + 4]
        moved[..., axis + 2] = np.maximum(left, right) + np.maximum(top, bottom) + matrices[..., axis + 4]
    return moved


def cut_boxes(boxes: NDArray[np.float64], clips: NDArray[np.float64]) -> NDArray[np.float64]:
    """What can be seen of each box; those that cannot be seen are left out."""
    low, high = np.maximum(boxes[:, :2], clips[:, :2]), np.minimum(boxes[:, 2:], clips[:, 2:])
    return np.concatenate((low, high), axis=1)[(low < high).all(axis=1)]


def upright(left: float, bottom: float, right: float, top: float, quarter_turns: int) -> tuple[Matrices, float, float]:
    """From a page's own space to the page as displayed: the matrix (top left is 0, 0), the width and the height.

    quarter_turns: how often the page is turned clockwise by 90°.
    """
    width, height = right - left, top - bottom
    if quarter_turns == 1:
        return np.array([0.0, 1.0, 1.0, 0.0, -bottom, -left]), height, width
    if quarter_turns == 2:
        return np.array([-1.0, 0.0, 0.0, 1.0, right, -bottom]), width, height
    if quarter_turns == 3:
        return np.array([0.0, -1.0, -1.0, 0.0, top, right]), height, width
    return np.array([1.0, 0.0, 0.0, -1.0, -left, top]), width, height


def inverse(matrix: Matrices) -> Matrices:
    """The matrix (6,) that takes back what one does."""
    a, b, c, d, e, f = matrix.tolist()
    one = a * d - b * c
    return np.array([d / one, -b / one, -c / one, a / one, (c * f - d * e) / one, (b * e - a * f) / one])


LARGEST_SIDE = 14_400.0
"""No page is larger than this (200 inches in points, the limit of the format); what lies beyond is not seen."""


def sound_box(left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """A page box that makes sense: ordered, finite, not empty, not beyond the format's limit; else US Letter, as pdfium has it."""
    if not all(map(math.isfinite, (left, bottom, right, top))) or abs(right - left) < 1 or abs(top - bottom) < 1:
        return 0.0, 0.0, 612.0, 792.0
    left, right = sorted((round(left, 3), round(right, 3)))
    bottom, top = sorted((round(bottom, 3), round(top, 3)))
    return left, max(bottom, top - LARGEST_SIDE), min(right, left + LARGEST_SIDE), top


def is_cut(left: float, bottom: float, right: float, top: float) -> bool:
    """Whether `sound_box` leaves out a part of this page box."""
    sides = abs(right - left), abs(top - bottom)
    return LARGEST_SIDE < max(sides) < math.inf and min(sides) >= 1


def upright_squares(matrices: Matrices) -> NDArray[np.bool_]:
    """(n,) which matrices make upright boxes of the unit square."""
    one, other = np.abs(matrices[:, [0, 3]]).max(axis=1), np.abs(matrices[:, [1, 2]]).max(axis=1)
    return np.asarray(np.minimum(one, other) <= 0.01 * np.maximum(one, other))
