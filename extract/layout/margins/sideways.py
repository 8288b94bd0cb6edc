"""Text that does not read like the rest of its page: set sideways in its cell, or a watermark behind everything."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pledgecards.extract.colours import channels, dark
from pledgecards.extract.layout.regions import Regions
from pledgecards.extract.layout.rows.characters import Characters, Flags, median
from pledgecards.extract.layout.rows.lines import rows_of
from pledgecards.extract.layout.rows.row import Row
from pledgecards.extract.layout.turning import Turning, turning_of
from pledgecards.extract.pdf.canvas import Boxes, Canvas

_LARGE = 26.0
_LARGER = 2.5
_LIGHT = 0xA8
_FEWEST_OVER, _SHARE_OVER = 2, 0.4


def watermark(glyphs: Characters, canvas: Canvas) -> Flags:
    """Which glyphs stand behind the page: those set at a slant, very large light ones on no dark ground, and lines of very large ones with
    other text all over them, whose colour is thinned where nobody tells."""
    behind: Flags = np.not_equal(glyphs.turn % 90, 0) if glyphs.turn.any() else np.zeros(len(glyphs), dtype=bool)
    if not len(glyphs) or float(glyphs.size.max()) < _LARGE:
        return behind
    usual = median(glyphs.size)
    light = np.array([min(channels(look.colour)) >= _LIGHT for look in glyphs.looks])
    large: Flags = (glyphs.size >= _LARGE) & (glyphs.size >= _LARGER * usual) & ~glyphs.space
    behind = behind | _written_over(glyphs, large)
    suspects: Flags = large & light[glyphs.look]
    if not suspects.any():
        return behind
    for fill in canvas.fills:
        if dark(fill.colour):
            x, y = (glyphs.x0 + glyphs.x1) / 2, glyphs.middle
            suspects &= ~((x > fill.x0) & (x < fill.x1) & (y > fill.top) & (y < fill.bottom))
    return behind | suspects


def _written_over(glyphs: Characters, large: Flags) -> Flags:
    """Which of the large glyphs stand on lines of which (nearly) half and two at least have other glyphs within them."""
    places = np.flatnonzero(large)
    found = np.zeros(len(glyphs), dtype=bool)
    if len(places) < _FEWEST_OVER:
        return found
    others = np.flatnonzero(~large & ~glyphs.space)
    x, y = (glyphs.x0[others] + glyphs.x1[others]) / 2, glyphs.middle[others]
    over = [
        bool(((x > glyphs.x0[k]) & (x < glyphs.x1[k]) & (y > glyphs.top[k]) & (y < glyphs.bottom[k])).any())
        for k in places
    ]
    for middle in np.unique(glyphs.middle[places].round()):
        line = np.abs(glyphs.middle[places] - middle) <= 1
        count = int(np.array(over)[line].sum())
        if count >= _FEWEST_OVER and count >= _SHARE_OVER * int(line.sum()):
            found[places[line]] = True
    return found


def sideways_rows(glyphs: Characters, canvas: Canvas, regions: Regions) -> list[tuple[Row, Turning]]:
    """The rows of text turned by quarters, in their regions; each row's box is in the coordinates of its turning."""
    found: list[tuple[Row, Turning]] = []
    for degrees in (90, 180, 270):
        some = glyphs.take(glyphs.turn == degrees)
        if some.space.all():
            continue  # nothing, or only what parts the words of upright letters set down the page
        boxes: Boxes = np.column_stack((some.x0, some.top, some.x1, some.bottom))
        turning = turning_of(boxes[~some.space], degrees, canvas.width, canvas.height)
        region = regions.of_points((some.x0 + some.x1) / 2, some.middle)
        turned = turning.to_reading(boxes)
        reading = replace(
            some,
            x0=turned[:, 0],
            top=turned[:, 1],
            x1=turned[:, 2],
            bottom=turned[:, 3],
            middle=(turned[:, 1] + turned[:, 3]) / 2,
        )
        found.extend((row, turning) for row in rows_of(reading, region))
    return found


def rows_behind(glyphs: Characters) -> list[Row]:
    """The rows of what stands behind the page, words set at a slant whole: each slant is read along its own direction."""
    slants = np.unique(glyphs.turn[glyphs.turn % 90 != 0])
    straight = glyphs.take(glyphs.turn % 90 == 0) if len(slants) else glyphs
    found = rows_of(straight, np.zeros(len(straight), dtype=np.int64)) if len(straight) else []
    for slant in slants.tolist():
        some = glyphs.take(glyphs.turn == slant)
        ways = [_along(some, radians) for radians in (np.radians(slant), -np.radians(slant))]
        found += ways[len(ways[1]) < len(ways[0])]
    return found


def _along(glyphs: Characters, radians: float) -> list[Row]:
    """The rows of glyphs whose lines run at an angle."""
    x, y = (glyphs.x0 + glyphs.x1) / 2, glyphs.middle
    along, down = x * np.cos(radians) - y * np.sin(radians), x * np.sin(radians) + y * np.cos(radians)
    half = glyphs.size / 2
    turned = replace(glyphs, x0=along - half, x1=along + half, top=down - half, bottom=down + half, middle=down)
    return rows_of(turned, np.zeros(len(glyphs), dtype=np.int64))
