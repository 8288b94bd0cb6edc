"""Small drawings by where they stand: boxes, what lies within them, and strokes that touch."""

from __future__ import annotations

from pledgecards.extract.colours import white
from pledgecards.extract.layout.boxes import Box
from pledgecards.extract.layout.ink.sorting import SMALL, Drawing


class Bins:
    """Small drawings by where they stand, so that those within a box are found without looking at all."""

    def __init__(self, items: list[Drawing]) -> None:
        self.items = items
        self._bins: dict[tuple[int, int], list[Drawing]] = {}
        for item in items:
            self._bins.setdefault(_bin(item.box), []).append(item)

    def within(self, box: Box) -> list[Drawing]:
        """The drawings whose middle lies within a small box."""
        column, row = _bin(box)
        near = [item for c in (-1, 0, 1) for r in (-1, 0, 1) for item in self._bins.get((column + c, row + r), ())]
        return [item for item in near if _holds(box, item.box)]

    def squares(self) -> list[Drawing]:
        """Those that are boxes, the outermost of nested ones, from top to bottom."""
        boxes = [d for d in self.items if d.kind in ("square", "fill", "curve") and _square(d)]
        boxes = [d for d in boxes if d.kind != "fill" or d.colour is None or not white(d.colour)]
        boxes.sort(key=lambda d: (d.kind != "square", -d.width * d.height, d.box))
        covered: set[int] = set()
        squares: list[Drawing] = []
        for drawing in boxes:
            if id(drawing) not in covered:
                squares.append(drawing)
                covered.update(id(other) for other in self.within(drawing.box))
        return sorted(squares, key=lambda d: (d.box[1], d.box[0]))


def _bin(box: Box) -> tuple[int, int]:
    return int((box[0] + box[2]) / 2 // SMALL), int((box[1] + box[3]) / 2 // SMALL)


def is_small(drawing: Drawing) -> bool:
    return drawing.width <= SMALL and drawing.height <= SMALL and drawing.kind not in ("rule", "frame")


def _square(drawing: Drawing) -> bool:
    least, most = sorted((drawing.width, drawing.height))
    return least >= 4.0 and most <= 1.35 * least


def _holds(box: Box, other: Box) -> bool:
    x, y = (other[0] + other[2]) / 2, (other[1] + other[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def clusters_of(drawings: list[Drawing]) -> list[list[Drawing]]:
    """Strokes that touch are one drawing: a tick of two lines."""
    clusters: list[list[Drawing]] = []
    for drawing in sorted((d for d in drawings if d.kind != "fill" and d.kind != "square"), key=lambda d: d.box):
        for cluster in clusters[-4:]:
            x0, top, x1, bottom = around(cluster)
            if (
                drawing.box[0] <= x1 + 1
                and drawing.box[2] >= x0 - 1
                and drawing.box[1] <= bottom + 1
                and drawing.box[3] >= top - 1
            ):
                cluster.append(drawing)
                break
        else:
            clusters.append([drawing])
    return clusters


def around(drawings: list[Drawing]) -> Box:
    return (
        min(d.box[0] for d in drawings),
        min(d.box[1] for d in drawings),
        max(d.box[2] for d in drawings),
        max(d.box[3] for d in drawings),
    )
