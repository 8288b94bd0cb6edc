"""Shadings are areas of a light grey for both readers, whether a path is filled with one or it is painted by itself."""

from __future__ import annotations

import zlib

import pytest
from raw_pdf import page

from pledgecards.extract.pdf import READERS, open_pdf
from pledgecards.extract.pdf.canvas import Canvas
from pledgecards.extract.pdf.clues import may_shade

_SHADING = b"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 400 0] /Extend [true true] /Function 13 0 R >>"
_MORE = [
    b"<< /Type /Pattern /PatternType 2 /Shading 12 0 R >>",
    _SHADING,
    b"<< /FunctionType 2 /Domain [0 1] /C0 [0.1 0.4 0.8] /C1 [0.6 0.8 1] /N 1 >>",
]
_RESOURCES = b"/Pattern << /P1 11 0 R >> /Shading << /S1 12 0 R >>"
_SHADED = b"/Pattern cs /P1 scn "


def fills(reader: str, content: bytes) -> list[tuple[tuple[float, ...], int]]:
    with open_pdf(page(content, resources=_RESOURCES, more=_MORE), reader) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas)
    return [((fill.x0, fill.top, fill.x1, fill.bottom), fill.colour) for fill in canvas.fills]


@pytest.mark.parametrize("reader", READERS)
class TestShadings:
    def test_a_path_filled_with_a_shading(self, reader: str) -> None:
        assert fills(reader, _SHADED + b"50 100 100 10 re f") == [((50, 190, 150, 200), 0xBFBFBF)]

    def test_one_painted_by_itself_is_as_large_as_its_clip_and_in_its_place(self, reader: str) -> None:
        found = fills(reader, b"1 0 0 rg 10 10 20 20 re f q 50 100 100 10 re W n /S1 sh Q 0 0 1 rg 60 102 5 5 re f")
        assert found == [
            ((10, 270, 30, 290), 0xFF0000),
            ((50, 190, 150, 200), 0xBFBFBF),
            ((60, 193, 65, 198), 0x0000FF),
        ]

    def test_the_ground_of_the_page_is_none(self, reader: str) -> None:
        assert fills(reader, b"/S1 sh") == []

    def test_white_areas_around_and_over_one_stay_white(self, reader: str) -> None:
        found = fills(
            reader,
            b"1 g 40 90 120 30 re f " + _SHADED + b"50 100 100 10 re f 1 g 200 100 50 10 re f"
            b" BT 0 g /F1 9 Tf 202 102 Td (XXXXXX) Tj ET",
        )
        assert [colour for _, colour in found] == [0xFFFFFF, 0xBFBFBF, 0xFFFFFF]

    def test_the_shadow_around_a_box_is_no_ground_of_what_stands_in_it(self, reader: str) -> None:
        box = b"50 100 100 40 re "
        shadow = b"q 40 90 120 60 re " + box + b"W* n /S1 sh 0.8 g 45 95 110 50 re f Q "
        assert fills(reader, shadow + b"1 0 0 rg 60 110 20 20 re f") == [((60, 170, 80, 190), 0xFF0000)]

    def test_what_is_cut_to_one_box_or_to_a_thin_frame_is_painted(self, reader: str) -> None:
        for clip in (b"40 90 120 60 re W n ", b"40 90 120 60 re 41 91 118 58 re W* n "):
            assert fills(reader, b"q " + clip + b"0.8 g 40 90 120 60 re f Q") == [((40, 150, 160, 210), 0xCCCCCC)]


def test_a_shading_may_be_packed_among_other_objects() -> None:
    packed = zlib.compress(b"12 0 " + _SHADING)
    assert may_shade(b"%PDF-1.5 5 0 obj << /Type /ObjStm /N 1 /First 5 >>\nstream\n" + packed + b"\nendstream")
    assert may_shade(_SHADING)
    assert not may_shade(b"%PDF-1.5 5 0 obj << /Type /ObjStm /N 1 /First 5 >>\nstream\nno deflate\nendstream")
