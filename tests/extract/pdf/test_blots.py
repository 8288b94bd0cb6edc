"""Text that nobody sees: under a box with round corners, under a stroke as thick as a word, or squeezed to nothing."""

import pytest

from pledgecards.bench.hostile import page, stream
from pledgecards.extract.document import Notice
from pledgecards.extract.pdf import open_pdf

_WORDS = b"BT /F 10 Tf 50 700 Td (seen) Tj ET BT /F 10 Tf 50 650 Td (under) Tj ET "
_ROUND = (
    b"1 g 45 645 m 145 645 l 148 645 150 647 150 650 c 150 660 l 150 663 148 665 145 665 c 45 665 l 42 665 40 663 40 660 c"
    b" 40 650 l 40 647 42 645 45 645 c h "
)
_ELLIPSE = b"1 g 40 655 m 40 670 70 670 70 655 c 70 640 40 640 40 655 c h f"


def _text(content: bytes, reader: str, **more: bytes) -> str:
    with open_pdf(page(content, **more), reader) as file:
        [canvas] = file.pages()
    assert not isinstance(canvas, Notice)
    return canvas.text


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize(
    "content",
    [
        _WORDS + _ROUND + b"f",
        _WORDS + b"1 G 20 w 40 654 m 200 654 l S",
        _WORDS + b".8 G 40 w 60 600 m 60 690 l S",
        b"BT /F 10 Tf 50 700 Td (seen) Tj ET BT 1 Tz /F 10 Tf 50 650 Td (under) Tj ET",
        b"BT /F 10 Tf 50 700 Td (seen) Tj ET BT /F 10 Tf .01 0 0 1 50 650 Tm (under) Tj ET",
    ],
)
def test_what_nobody_sees_is_not_read(content: bytes, reader: str) -> None:
    assert _text(content, reader) == "seen"


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize(
    "content",
    [
        # What is painted before the words, is but an outline, or lets them show through, hides none.
        _ROUND + b"f 0 g " + _WORDS,
        _WORDS + _ROUND + b"S",
        b"1 G 20 w 40 654 m 200 654 l S " + _WORDS,
        _WORDS + b"1 G 2 w 40 654 m 200 654 l S",
        _WORDS + b"/G gs 1 G 20 w 40 654 m 200 654 l S",
        _WORDS + _ELLIPSE,
        _WORDS.replace(b"BT /F 10 Tf 50 650", b"BT 40 Tz /F 10 Tf 50 650"),
    ],
)
def test_what_is_seen_is_read(content: bytes, reader: str) -> None:
    clear = b"/ExtGState << /G << /CA .5 /ca .5 >> >>"
    assert _text(content, reader, resources=clear) == "seenunder"


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_clips_within_clips_are_all_heeded(reader: str) -> None:
    content = b"q 0 690 595 20 re W n " + b"q 0 0 500 800 re W n " * 50 + _WORDS + b"Q " * 51
    assert _text(content, reader) == "seen"


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_thousands_of_areas_over_thousands_of_words_hide_what_they_cover(reader: str) -> None:
    words = b"BT /F 9 Tf " + b"".join(
        b"1 0 0 1 %d %d Tm (ab) Tj " % (40 + n % 20 * 20, 100 + n // 20 * 12) for n in range(800)
    )
    areas = b"1 g " + b"".join(b"%d 90 480 %d re f " % (n % 30, 500 + n % 60) for n in range(3000))
    assert _text(words + b"ET BT /F 9 Tf 50 800 Td (seen) Tj ET " + areas, reader) == "seen"


_PLACED = b"q 200 0 0 30 40 640 cm /X Do Q "
_PICTURE = b"/Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray "


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize(
    ("content", "entries", "text"),
    [
        (_WORDS + _PLACED, b"", "seen"),
        (_PLACED + _WORDS, b"", "seenunder"),
        (_WORDS + b"/G gs " + _PLACED, b"", "seenunder"),
        (_WORDS + _PLACED, b"/SMask 7 0 R", "seenunder"),
        (_WORDS + _PLACED.replace(b"640", b"400"), b"", "seenunder"),
    ],
)
def test_a_picture_hides_what_is_below_it_unless_it_shows_through(
    content: bytes, entries: bytes, text: str, reader: str
) -> None:
    pictures = stream(b"\x99" * 16, _PICTURE + entries), stream(bytes(16), _PICTURE)
    resources = b"/XObject << /X 6 0 R >> /ExtGState << /G << /CA .5 /ca .5 >> >>"
    with open_pdf(page(content, *pictures, resources=resources), reader) as file:
        [canvas] = file.pages()
    assert not isinstance(canvas, Notice)
    assert canvas.text == text
