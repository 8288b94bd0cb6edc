"""Pages that show each thing that a reader tells once, bound into one PDF, and what a reader sees of them."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2
from raw_pdf import form, page

from pledgecards.extract.pdf import open_pdf
from pledgecards.extract.pdf.canvas import Canvas

WORD = page(b"BT /F1 10 Tf 50 200 Td (word) Tj ET")
BOLD_TWICE = page(b"BT /F1 10 Tf 50 200 Td (word) Tj 0.3 0 Td (word) Tj ET")
BARE = page(b"BT /K 10 Tf 50 200 Td <00010006> Tj ET")
TURNED = page(b"BT /F2 12 Tf 1 0 0 rg 20 30 Td (turned) Tj ET 10 10 m 60 10 l S", entries=b"/Rotate 90")
DASHES = page(b" ".join(b"%d 100 m %d 100 l S" % (x, x + 5) for x in range(20, 80, 8)))
RULES = page(b"0.5 w 20 20 100 60 re S 20 50 m 120 50 l S 0 0 1 rg 150 20 30 30 re f 1 1 1 RG 150 35 m 180 35 l S")
MARKS = page(b"200 200 m 210 220 230 220 240 200 c h S 5 5 m 9 9 l 13 5 l S 20 20 m 30 20 l 30 30 l 20 30 l h f")
INNER = page(
    b"q 0.5 0 0 0.5 100 100 cm /X Do Q",
    resources=b"/XObject << /X 11 0 R >>",
    more=[form(b"0 0 200 100 re W n BT /F1 20 Tf 5 5 Td (inner) Tj 0 120 Td (hidden) Tj ET 0 0 5 5 re f")],
)
EMPTY = page(b"")
ALL = (WORD, BOLD_TWICE, BARE, TURNED, DASHES, RULES, MARKS, INNER, EMPTY, WORD, RULES, BARE)


def bound(pages: tuple[bytes, ...]) -> bytes:
    """One PDF of the first page of each."""
    whole, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    for data in pages:
        whole.import_pages(pypdfium2.PdfDocument(data))
    whole.save(stream)
    return stream.getvalue()


def seen(data: bytes) -> list[Canvas]:
    with open_pdf(data) as file:
        canvases = [entry for entry in file.pages() if isinstance(entry, Canvas)]
        assert len(canvases) == file.page_count and file.notices == []
    return canvases


def assert_same(one: Canvas, two: Canvas) -> None:
    assert (one.text, one.styles, one.fills, one.shapes) == (two.text, two.styles, two.fills, two.shapes)
    assert (one.width, one.height) == (two.width, two.height)
    for name in ("boxes", "style", "turn", "rules", "rule_widths", "images"):
        left, right = getattr(one, name), getattr(two, name)
        assert left.dtype == right.dtype
        np.testing.assert_array_equal(left, right, err_msg=name)
