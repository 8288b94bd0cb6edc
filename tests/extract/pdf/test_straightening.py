"""Pages drawn too large, too small or askew are read as if they were in print, and what was read lies where the page shows it."""

from __future__ import annotations

import numpy as np
import pytest
from raw_pdf import document, page, stream

from pledgecards.extract.pdf import READERS, open_pdf
from pledgecards.extract.pdf.affine import compose, inverse, move_boxes
from pledgecards.extract.pdf.canvas import Canvas

pytestmark = pytest.mark.parametrize("reader", READERS)

WORD = b"BT /F1 10 Tf 50 200 Td (word) Tj ET 0.5 w 40 100 m 140 100 l S"


def canvases(data: bytes, reader: str) -> list[Canvas]:
    with open_pdf(data, reader) as file:
        return [entry for entry in file.pages() if isinstance(entry, Canvas)]


def canvas(data: bytes, reader: str) -> Canvas:
    return canvases(data, reader)[0]


def shown(seen: Canvas) -> np.ndarray:
    """The boxes of the glyphs on the page as displayed."""
    assert seen.back is not None
    return move_boxes(seen.boxes, np.array(seen.back))


def enlarged(by: float, content: bytes = WORD) -> bytes:
    box = b"0 0 %d %d" % (400 * by, 300 * by)
    return page(b"%f 0 0 %f 0 0 cm " % (by, by) + content, box=box)


@pytest.mark.parametrize("by", [0.1, 0.25, 0.7, 5, 20])
def test_a_page_drawn_at_another_scale_is_read_in_print(reader: str, by: float) -> None:
    usual, seen = canvas(page(WORD), reader), canvas(enlarged(by), reader)
    assert seen.text == usual.text == "word" and usual.back is None
    np.testing.assert_allclose(seen.boxes, usual.boxes, atol=0.02)
    np.testing.assert_allclose(seen.rules, usual.rules, atol=0.02)
    np.testing.assert_allclose(seen.rule_widths, usual.rule_widths, atol=0.01)
    np.testing.assert_allclose(shown(seen), usual.boxes * by, atol=0.02 * max(by, 1))


def test_a_page_that_stands_askew_is_set_straight(reader: str) -> None:
    usual = canvas(page(WORD), reader)
    seen = canvas(page(b"0.99985 0.01745 -0.01745 0.99985 0 0 cm " + WORD), reader)
    assert (seen.text, seen.turn.tolist()) == ("word", [0, 0, 0, 0])
    rule = seen.rules[0]
    assert abs(rule[1] - rule[3]) < 0.01 and rule[2] - rule[0] == pytest.approx(100, abs=0.1)
    # Turned by one degree around the lower left corner, the word lies a little higher and further left.
    np.testing.assert_allclose(shown(seen), usual.boxes + [-3.5, -1, -3.5, -1], atol=1.0)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"BT /F1 40 Tf 50 200 Td (word) Tj ET", id="a cover in large type"),
        pytest.param(b"BT /F1 10 Tf 0.7 0.7 -0.7 0.7 90 90 Tm (word) Tj ET", id="a watermark"),
        pytest.param(b"BT /F1 10 Tf 50 200 Td (word) Tj 0.999 0.03 -0.03 0.999 9 9 Tm (a) Tj ET", id="a stamp"),
    ],
)
def test_what_is_meant_so_stays_as_it_is(reader: str, content: bytes) -> None:
    assert canvas(page(content), reader).back is None


def pages(*sizes: int) -> bytes:
    """A PDF of pages with a word so large each."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * place) for place in range(len(sizes)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(sizes)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, size in enumerate(sizes):
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 1500] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * place),
            stream(b"BT /F1 %d Tf 50 700 Td (word) Tj ET" % size),
        ]
    return document(objects)


def test_a_page_takes_the_scale_of_the_page_before_it_where_that_fits(reader: str) -> None:
    heights = [
        round(float(seen.boxes[0, 3] - seen.boxes[0, 1]), 1) for seen in canvases(pages(40, 50, 18, 10, 5), reader)
    ]
    # Scaled to 10, by the same, not at all (18 is print, and 4.5 would be too small), then notes among pages in print.
    assert heights == [10.0, 12.5, 18.0, 10.0, 5.0]


def test_an_inverse_takes_back(reader: str) -> None:
    matrix = np.array([2.0, 1.0, -1.0, 3.0, 5.0, 7.0])
    np.testing.assert_allclose(compose(matrix, inverse(matrix)), [1, 0, 0, 1, 0, 0], atol=1e-12)
