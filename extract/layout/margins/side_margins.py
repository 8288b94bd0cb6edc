"""Words that run up or down beside all that stands on their pages: the tab that names a book or its part, and no part of a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pledgecards.extract.layout.margins.running import Edge, at_one_height
from pledgecards.extract.page import Line, Page

_SAME_HEIGHT = 4.0


def names_in_side_margins(
    pages: Sequence[Page], is_section: Callable[[str, Sequence[int]], bool]
) -> set[tuple[int, int]]:
    """The lines set sideways in the side margins whose text stands at the same height of several pages, as (page, place among its blocks);
    the name of a section never is one."""
    alike: dict[str, list[Edge]] = {}
    for index, page in enumerate(pages) if len(pages) > 1 else ():
        for edge in _beside_all(index, page):
            alike.setdefault(edge.text, []).append(edge)
    found: set[tuple[int, int]] = set()
    for text, members in alike.items():
        for group in at_one_height(members, _SAME_HEIGHT):
            on = sorted({edge.page for edge in group})
            if len(on) > 1 and not is_section(text, on):
                found.update((edge.page, edge.block) for edge in group)
    return found


def _beside_all(index: int, page: Page) -> Iterator[Edge]:
    """The lines set sideways left or right of everything on the page that is not."""
    sideways = {at: block for at, block in enumerate(page.blocks) if isinstance(block, Line) and _runs_down(block)}
    if not sideways:
        return  # most pages
    places = [block.place for at, block in enumerate(page.blocks) if at not in sideways]
    left = min((place.x0 for place in places if place.x0 is not None), default=None)
    right = max((place.x1 for place in places if place.x1 is not None), default=None)
    for at, line in sideways.items():
        x0, x1, top = line.place.x0, line.place.x1, line.place.top
        if x0 is None or x1 is None or top is None or left is None or right is None:
            continue
        if x1 <= left or x0 >= right:
            yield Edge(index, at, False, top, top, line.text, line.size)


def _runs_down(line: Line) -> bool:
    """Whether a line of several letters is higher than it is wide."""
    x0, top, x1, bottom = line.place.x0, line.place.top, line.place.x1, line.place.bottom
    if x0 is None or x1 is None or top is None or bottom is None:
        return False
    return len(line.text) > 1 and bottom - top > x1 - x0
