"""Drawings near text to marks: boxes, ticks, circles, underlines, highlights, frames. In a table, one without text may be a bar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from pledgecards.extract.colours import dark, white
from pledgecards.extract.layout.boxes import Box, table_of
from pledgecards.extract.layout.ink.bins import Bins, around, clusters_of, is_small
from pledgecards.extract.layout.ink.sorting import SMALL, Drawing, fills_region, marks_box
from pledgecards.extract.layout.marks.ticks import OVERLAP, drawn_over, rings_word
from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.rows.row import HUGS, PARTING, Row, word_at
from pledgecards.extract.page import Mark

_CHECKS = frozenset("✓✔√∨vVxX×✗✘○●◉■◼▣☑☒/oO0")
_LEAST = 2.5
_FAR = 0.8
"""In sizes of the letters: how much further the next word is than the one that a small drawing hugs, if it is of that one."""


def mark(drawings: Sequence[Drawing], rows: Sequence[Row], regions: Regions, empty: frozenset[str]) -> None:
    """Gives marks to the rows and sets `used` on every drawing that became one. empty: the signs of boxes to be ticked."""
    # Most drawings are the fills of cells, and stand round all of their text.
    drawings = [drawing for drawing in drawings if not fills_region(drawing, regions.boxes)]
    if drawings and rows:
        _Marker(rows, regions, empty).mark(drawings)


class _Marker:
    """Gives the drawings of a page to its rows as marks."""

    def __init__(self, rows: Sequence[Row], regions: Regions, empty: frozenset[str]) -> None:
        self.rows, self.regions, self._empty = rows, regions, empty
        self._boxes = table_of([(row.x0, row.top, row.x1, row.bottom) for row in rows])
        self._middle = (self._boxes[:, 1] + self._boxes[:, 3]) / 2
        self._size = self._boxes[:, 3] - self._boxes[:, 1]
        self._ended: set[int] = set()  # the rows that a box ends: their boxes are of the words before them

    def mark(self, drawings: list[Drawing]) -> None:
        """Marks the rows and sets `used` on every drawing that became a mark."""
        drawings = self._near_text(drawings)
        if not drawings:
            return
        small = Bins([d for d in drawings if is_small(d)])
        squares = small.squares()
        self._ended = {index for square in squares if (index := self._ends_row(square.box)) is not None}
        for square in squares if self._ended else ():
            for index in self._ended.intersection(self._near(square.box, reach=0)):
                if not self.rows[index].stands_behind_word(square.box):
                    self._ended.remove(index)
        for square in squares:
            self._box(square, small)
        for cluster in clusters_of([d for d in small.items if not d.used]):
            self._tick(cluster)
        for drawing in drawings:
            if drawing.used:
                continue
            if drawing.kind == "curve":
                self._circle(drawing)
            elif drawing.kind == "rule":
                self._underline(drawing)
            elif drawing.kind == "fill" and drawing.colour is not None and not white(drawing.colour):
                self._highlight(drawing)
            elif drawing.kind == "frame":
                self._frame(drawing)
        for row in self.rows:
            if row.marks:
                row.marks = tuple(sorted(row.marks, key=lambda mark: (mark.start, mark.end, mark.kind)))

    def _near_text(self, drawings: list[Drawing]) -> list[Drawing]:
        """The drawings that may mean something near text."""
        x0, top, x1, bottom = table_of([d.box for d in drawings]).T[:, :, None]
        wide, high = x1 - x0, bottom - top
        left, _, right, _ = self._boxes.T
        middle, size = self._middle, self._size
        across = np.minimum(x1, right) - np.maximum(x0, left)
        near = (across > 0) & (top < middle + size) & (bottom > middle - size)
        near &= (high < 4.5 * size) & (wide - across < 3 * size + 0.8 * across)
        small = ((wide <= SMALL) & (high <= SMALL))[:, 0]
        return [drawings[index] for index in (small | near.any(axis=1)).nonzero()[0].tolist()]

    def _near(self, box: Box, *, reach: float) -> list[int]:
        """The rows on the height of a box's middle, at most `reach` beside it, the nearest first."""
        x0, top, x1, bottom = box
        middle = (top + bottom) / 2
        boxes = self._boxes
        beside = np.maximum(np.maximum(boxes[:, 0] - x1, x0 - boxes[:, 2]), 0)
        found = ((boxes[:, 1] <= middle) & (boxes[:, 3] >= middle) & (beside <= reach)).nonzero()[0]
        if not len(found):
            return []
        off = np.abs((boxes[found, 1] + boxes[found, 3]) / 2 - middle) + beside[found]
        return [int(i) for i in found[np.argsort(off, kind="stable")]]

    def _ends_row(self, box: Box) -> int | None:
        """The row whose last word a box stands behind, with no word right of it; None where it ends none."""
        x0, top, x1, bottom = box
        here = self.regions.at((x0 + x1) / 2, (top + bottom) / 2)
        near = [index for index in self._near(box, reach=3.5 * SMALL) if self.rows[index].region == here]
        if any(self.rows[index].x1 > x0 + 0.35 * (x1 - x0) for index in near):
            return None
        return next((index for index in near if self.rows[index].stands_behind_word(box)), None)

    def _beside(self, box: Box) -> tuple[Row, int, int] | None:
        """The word to the right of a small drawing, else to its left, within its region; to its left as well where it hugs that one and
        stands off from the other (`임기내■   임기외□`)."""
        x0, top, x1, bottom = box
        here = self.regions.at((x0 + x1) / 2, (top + bottom) / 2)
        best: tuple[float, Row, int, int] | None = None
        for index in self._near(box, reach=3.5 * SMALL):
            row = self.rows[index]
            if row.region != here or bottom - top > 2.2 * row.size:
                continue
            right = bisect_left(row.left, x1 - OVERLAP * (x1 - x0))
            while right < len(row.text) and row.text[right].isspace():
                right += 1
            ahead = np.inf if right == len(row.text) or row.text[right] in PARTING else max(row.left[right] - x1, 0.0)
            behind = row.gap_before(box)
            hugs = index in self._ended or (behind <= HUGS * row.size and ahead > behind + _FAR * row.size)
            if ahead <= 3 * row.size and not hugs:
                distance = ahead
            elif behind <= 2 * row.size:
                right, distance = row.before(box), 1000.0 + behind
            else:
                continue
            if best is None or distance < best[0]:
                best = (distance, row, *word_at(row.text, right))
        return None if best is None else best[1:]

    def _within(self, box: Box) -> tuple[Row, int, int] | None:
        """The stretch of the one row whose characters have their middle within a box; None if several rows have."""
        x0, top, x1, bottom = box
        boxes, middle = self._boxes, self._middle
        found = ((middle > top) & (middle < bottom) & (boxes[:, 0] < x1) & (boxes[:, 2] > x0)).nonzero()[0]
        met: list[tuple[Row, int, int]] = []
        for index in found.tolist():
            row = self.rows[index]
            start, end = row.between(x0, x1)
            start = end - len(row.text[start:end].lstrip())
            end = start + len(row.text[start:end].rstrip())
            if start < end:
                met.append((row, start, end))
        return met[0] if len(met) == 1 else None

    def _box(self, square: Drawing, small: Bins) -> None:
        checked = square.kind != "square" and square.colour is not None and dark(square.colour)
        inner = [other for other in small.within(square.box) if other is not square and not other.used]
        for other in inner:
            other.used = True
            checked |= marks_box(other, square)
        inside = self._within(square.box)
        kind = "checked_box" if checked else "box"
        if inside is not None:
            row, start, end = inside
            if not all(char in _CHECKS for char in row.text[start:end]):
                # Letters in a box: a frame round them, a ring round a number, or a shade behind a syllable.
                kind = {"curve": "circle", "fill": "highlight"}.get(square.kind, "frame")
                row.marks += (Mark(kind, start, end, square.colour),)
                square.used = True
                return
            kind = "checked_box"
            after = len(row.text) - len(row.text[end:].lstrip())
            if after < len(row.text):
                row.marks += (Mark(kind, *word_at(row.text, after)),)
                square.used = True
                return
        place = self._beside(square.box)
        if place is not None:
            row, start, end = place
            row.marks += (Mark(kind, start, end),)
            square.used = True
            return
        for other in inner:
            other.used = False  # what fills a box that marks no text may be a bar

    def _tick(self, cluster: list[Drawing]) -> None:
        box = around(cluster)
        width, height = box[2] - box[0], box[3] - box[1]
        if not (_LEAST <= width <= SMALL and _LEAST <= height <= SMALL) or width > 2.5 * height:
            return
        if len(cluster) == 1 and cluster[0].kind == "curve" and rings_word(self._within(box), box):
            return  # see _circle
        near = [self.rows[index] for index in self._near(box, reach=0)]
        place = drawn_over(near, box, self._empty) or self._beside(box)
        if place is not None:
            place[0].marks += (Mark("tick", *place[1:]),)
            for drawing in cluster:
                drawing.used = True

    def _circle(self, drawing: Drawing) -> None:
        place = self._within(drawing.box)
        if place is None:
            return
        row, start, end = place
        wide = drawing.width > 1.8 * (row.right[end - 1] - row.left[start]) + 24 and not row.in_white(start, end)
        if drawing.height > 3.5 * row.size or wide:
            return
        whole = start == 0 and end == len(row.text) and (" " in row.text or "\t" in row.text)
        row.marks += (Mark("frame" if whole else "circle", start, end, drawing.colour),)
        drawing.used = True

    def _underline(self, drawing: Drawing) -> None:
        x0, top, x1, bottom = drawing.box
        at = (top + bottom) / 2
        if bottom - top > 3.0:
            return
        boxes = self._boxes
        height = boxes[:, 3] - boxes[:, 1]
        found = np.flatnonzero(
            (at > boxes[:, 1] + 0.2 * height)
            & (at < boxes[:, 3] + 0.25 * height + 1)
            & (boxes[:, 0] < x1)
            & (boxes[:, 2] > x0)
        )
        for index in found.tolist():
            row = self.rows[index]
            start, end = row.between(x0 - 0.5, x1 + 0.5)
            if start >= end or row.right[end - 1] - row.left[start] < 0.7 * (x1 - x0):
                continue
            drawing.used = True
            # A line through the middle of the letters strikes them out.
            under = at > row.top + 0.68 * (row.bottom - row.top)
            row.marks += (Mark("underline" if under else "strike", start, end),)
            return

    def _highlight(self, drawing: Drawing) -> None:
        place = self._within(drawing.box)
        if place is None:
            return
        row, start, end = place
        wide = drawing.width - row.right[end - 1] + row.left[start] > 1.6 * row.size and not row.in_white(start, end)
        if drawing.height > 2.2 * row.size or wide:
            return
        row.marks += (Mark("highlight", start, end, drawing.colour),)
        drawing.used = True

    def _frame(self, drawing: Drawing) -> None:
        place = self._within(drawing.box)
        if place is None:
            return
        row, start, end = place
        text = row.right[end - 1] - row.left[start]
        if drawing.height <= 2.6 * row.size and text > 0.5 * drawing.width:
            row.marks += (Mark("frame", start, end),)
            drawing.used = True
