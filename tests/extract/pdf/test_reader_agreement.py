"""The two PDF readers agree: the same glyphs in the same places, the same rules, fills, shapes and images."""

from __future__ import annotations

import importlib.metadata
import io

import numpy as np
import pytest
from raw_pdf import form, page
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas as Pen
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

from pledgecards.extract.pdf import open_pdf
from pledgecards.extract.pdf.canvas import Canvas

Glyph = tuple[str, float, float, str, float, bool, int, int]


@pytest.fixture(scope="module", autouse=True)
def fonts() -> None:
    """An open Korean font that a package carries (the package itself is not imported)."""
    files = {file.name: file for file in importlib.metadata.files("koreanize-matplotlib") or []}
    for name, file in (("Body", "NanumGothic.ttf"), ("Strong", "NanumGothicBold.ttf")):
        pdfmetrics.registerFont(TTFont(name, str(files[file].locate())))
    pdfmetrics.registerFont(UnicodeCIDFont("HYSMyeongJo-Medium"))


def card() -> bytes:
    """A page like a card's: a heading, wrapped paragraphs, a Gantt table with merged cells and bars."""
    rows = [["구 분", "2020년", "", "", "", "2021년", "", "", ""], ["", *"12341234"]]
    rows += [[f"세부사업 {number}: 거점 조성", *[""] * 8] for number in range(1, 5)]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
        ("BOX", (0, 0), (-1, -1), 1.5, colors.black),
        ("FONT", (0, 0), (-1, -1), "Body", 9),
        ("FONT", (0, 0), (-1, 0), "Strong", 9),
        ("SPAN", (0, 0), (0, 1)),
        ("SPAN", (1, 0), (4, 0)),
        ("SPAN", (5, 0), (8, 0)),
        ("BACKGROUND", (0, 0), (-1, 1), colors.HexColor("#D9E2F3")),
        ("BACKGROUND", (2, 2), (5, 2), colors.HexColor("#4472C4")),
    ]
    body = ParagraphStyle("body", fontName="Body", fontSize=10, leading=15)
    words = "- 경인·문래 도시공간구조 개편 방안 마련 「문래동1~4가 도시환경정비계획 재정비 수립 용역」 (2018. 6. ~ 2019. 11.) "
    out = io.BytesIO()
    SimpleDocTemplate(out).build(
        [
            Paragraph("추  진  실  적", ParagraphStyle("head", fontName="Strong", fontSize=14, leading=22)),
            Paragraph(words * 4, body),
            Paragraph(words * 2, ParagraphStyle("justified", parent=body, alignment=4)),
            Table(rows, colWidths=[140, *[30] * 8], style=TableStyle(style)),
        ]
    )
    return out.getvalue()


def drawn() -> bytes:
    """Fake bold, letter spacing, colours, turned text and marks, drawn by hand."""
    out = io.BytesIO()
    pen = Pen(out, pagesize=(400, 300))
    for shift in (0, 0.3):
        pen.setFont("Body", 12)
        pen.drawString(50 + shift, 250, "임기내 / 임기외")
    pen.setFillColorRGB(0.8, 0, 0)
    pen.setFont("Strong", 12)
    pen.drawString(50, 220, "빨간 글씨", charSpace=3)
    pen.saveState()
    pen.translate(300, 100)
    pen.rotate(90)
    pen.drawString(0, 0, "세로로 선 글")
    pen.restoreState()
    pen.scale(1.2, 0.8)
    pen.drawString(50, 200, "눌린 글")
    pen.circle(100, 100, 6)
    pen.line(90, 90, 95, 85)
    pen.rect(200, 100, 8, 8)
    pen.roundRect(50, 50, 60, 30, 5, fill=1)
    pen.save()
    return out.getvalue()


def without_font_file() -> bytes:
    out = io.BytesIO()
    pen = Pen(out, pagesize=(400, 300))
    pen.setFont("HYSMyeongJo-Medium", 12)
    pen.drawString(50, 250, "글꼴이 들어 있지 않은 글")
    pen.save()
    return out.getvalue()


def nested() -> bytes:
    inner = form(
        b"0.2 w 0 0 50 25 re S BT /F1 10 Tf 5 5 Td (two deep) Tj ET",
        b"/Matrix [1 0 0 1 10 10] /Resources << /Font << /F1 5 0 R >> >>",
    )
    outer = form(
        b"q 2 0 0 2 0 0 cm /Y Do Q 0 0 5 5 re f", b"/Resources << /XObject << /Y 12 0 R >> >> /BBox [0 0 120 100]"
    )
    content = b"q 0.5 0 0 0.5 100 100 cm 0 0 1 rg /X Do Q q 0 1 -1 0 300 100 cm /X Do Q 10 10 m 20 20 l S"
    return page(
        content,
        resources=b"/XObject << /X 11 0 R >>",
        more=[outer, inner],
        entries=b"/Rotate 180 /CropBox [10 20 390 280]",
    )


def glyphs(canvas: Canvas) -> list[Glyph]:
    """Every glyph that is no space, by its place."""
    found = []
    for char, box, look, turn in zip(
        canvas.text, canvas.boxes.tolist(), canvas.style, canvas.turn.tolist(), strict=True
    ):
        style = canvas.styles[look]
        if char != " ":
            place = round(box[3] * 2) / 2, round(box[0] * 2) / 2
            found.append((char, *place, style.font, style.size, style.bold, style.colour, turn))
    return sorted(found)


def same(one: np.ndarray, two: np.ndarray, tolerance: float) -> bool:
    """Whether two sets of boxes are alike, whatever their order."""
    if one.shape != two.shape:
        return False
    away = np.abs(one[:, None, :] - two[None, :, :]).max(axis=2)
    return bool(
        (away.min(axis=0, initial=np.inf) <= tolerance).all() and (away.min(axis=1, initial=np.inf) <= tolerance).all()
    )


@pytest.mark.parametrize("make", [card, drawn, without_font_file, nested])
def test_the_readers_agree(make: object) -> None:
    assert callable(make)
    data = make()
    with open_pdf(data, "pdfium") as fast, open_pdf(data, "pdfplumber") as reference:
        assert fast.page_count == reference.page_count
        for one, two in zip(fast.pages(), reference.pages(), strict=True):
            assert isinstance(one, Canvas) and isinstance(two, Canvas)
            assert (one.width, one.height) == pytest.approx((two.width, two.height), abs=0.01)
            assert [glyph[0] for glyph in glyphs(one)] == [glyph[0] for glyph in glyphs(two)]
            assert "".join(one.text.split()) == "".join(two.text.split())
            placed = [char != " " for char in one.text], [char != " " for char in two.text]
            np.testing.assert_allclose(one.boxes[placed[0]], two.boxes[placed[1]], atol=0.1)
            assert [glyph[3:] for glyph in glyphs(one)] == [glyph[3:] for glyph in glyphs(two)]
            assert same(one.rules, two.rules, 0.5)
            assert len(one.fills) == len(two.fills)
            for left, right in zip(one.fills, two.fills, strict=True):
                assert left.colour == right.colour
                assert (left.x0, left.top, left.x1, left.bottom) == pytest.approx(
                    (right.x0, right.top, right.x1, right.bottom), abs=0.1
                )
            assert [(shape.kind, shape.stroke, shape.fill) for shape in one.shapes] == [
                (shape.kind, shape.stroke, shape.fill) for shape in two.shapes
            ]


def test_a_card_s_table_is_all_there() -> None:
    with open_pdf(card()) as file:
        canvas = next(file.pages())
    assert isinstance(canvas, Canvas)
    assert "".join(canvas.text.split()).startswith("추진실적-경인·문래도시공간구조개편방안마련")
    assert {fill.colour for fill in canvas.fills} == {0xD9E2F3, 0x4472C4}
    lying = canvas.rules[canvas.rules[:, 1] == canvas.rules[:, 3]]
    assert len({round(float(top)) for top in lying[:, 1]}) == 7  # six rows have seven borders
    heading = canvas.styles[canvas.style[0]]
    assert (heading.font, heading.size, heading.bold) == ("NanumGothicBold", 14.0, True)
