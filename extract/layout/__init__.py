"""A page as drawn to a page as read: `lay_out` for one page, `settle` for what needs all pages of a file."""

from __future__ import annotations

from pledgecards.extract.layout.flow import Flow
from pledgecards.extract.layout.margins.furniture import set_furniture_apart
from pledgecards.extract.layout.margins.indents import align_indents
from pledgecards.extract.layout.reading import Reading
from pledgecards.extract.layout.rows.gluing import settle_breaks
from pledgecards.extract.markers import split_marker
from pledgecards.extract.page import Line, Page, Table
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.sections.headings import names_section
from pledgecards.schemas.vocabulary import Vocabulary

_PAGE_NUMBER, _MOST_IN_FOOT = 8, 30
_FOOT = 0.93
"""Below this share of the page's height stands its foot."""


def lay_out(canvas: Canvas, before: Page | None = None, vocabulary: Vocabulary | None = None) -> Page:
    """The lines and tables of a page, in reading order; `before` is the page before it, whose last table may go on.
    vocabulary: the words to read by; None: those that ship with the package.

    Places are in points of the page as it reads: one whose content is set sideways is turned. Breaks within words
    (`Line.glue`) are provisional until `settle` has seen all pages.
    """
    vocabulary = vocabulary or Vocabulary.standard()
    turned = before.turned if before is not None else 0
    reading = Reading(canvas, vocabulary, _last_columns(before, vocabulary), turned)
    flow = Flow(reading)
    blocks, furniture = tuple(flow.blocks()), tuple(flow.furniture())
    read = reading.canvas
    quarters = reading.turning.quarters
    return Page(read.number, read.width, read.height, blocks, furniture, reading.ink, turned=quarters, back=read.back)


def settle(pages: list[Page], vocabulary: Vocabulary | None = None) -> list[Page]:
    """The pages with running heads and page numbers set apart, and word breaks decided by the document's own words."""
    return settle_breaks(align_indents(set_furniture_apart(pages, vocabulary or Vocabulary.standard())))


def _last_columns(page: Page | None, vocabulary: Vocabulary) -> tuple[float, ...]:
    """The column edges of the table that ends a page, from left to right; none if it ends with something else."""
    table = next((block for block in reversed(page.blocks) if isinstance(block, Table)), None) if page else None
    if page is None or table is None:
        return ()
    if any(isinstance(block, Line) and _body(block, table, page, vocabulary) for block in page.blocks):
        return ()
    starts: dict[int, float] = {}
    for cell in table.cells:
        x0 = cell.place.x0
        if x0 is not None and (cell.col not in starts or x0 < starts[cell.col]):
            starts[cell.col] = x0
    if len(starts) < table.cols or table.place.x1 is None:
        return ()
    return (*(starts[col] for col in range(table.cols)), table.place.x1)


def _body(line: Line, table: Table, page: Page, vocabulary: Vocabulary) -> bool:
    """Whether a line stands below a table as part of the body: more than a page number, and no running line off it in the foot's margin."""
    if line.place.top is None or table.place.bottom is None or line.place.top < table.place.bottom:
        return False
    if (
        line.ink > _MOST_IN_FOOT
        or line.place.top < _FOOT * page.height
        or line.place.top - table.place.bottom < 2 * line.size
    ):
        return line.ink > _PAGE_NUMBER
    return split_marker(line.text, vocabulary).rank is not None or names_section(line.text, vocabulary)
