"""Cards kept as sheets of cells: a row for every line, rules beside the labels only, one table right under another."""

from __future__ import annotations

from canvas_builder import CanvasBuilder

from pledgecards.extract.document import Document
from pledgecards.extract.flow import flow_of
from pledgecards.extract.layout import lay_out
from pledgecards.extract.pieces import Piece
from pledgecards.schemas.vocabulary import Vocabulary

LEFT, MIDDLE, RIGHT = 50.0, 150.0, 550.0


def pieces(page: CanvasBuilder) -> list[Piece]:
    document = Document("application/pdf", (lay_out(page.canvas()),))
    return flow_of(document, Vocabulary.standard()).pieces


def told(found: list[Piece]) -> list[tuple[str, str | None]]:
    return [(piece.kind, piece.line.text if piece.line else None) for piece in found]


def form(ys: tuple[float, ...], labels: dict[float, str], lines: dict[float, str]) -> CanvasBuilder:
    """A frame with a column of labels ruled at `ys`; labels and lines at their heights. The side of the lines has no rules."""
    page = CanvasBuilder()
    page.frame(LEFT, ys[0], RIGHT, ys[-1])
    page.plumb(MIDDLE, ys[0], ys[-1])
    for y in ys[1:-1]:
        page.level(LEFT, MIDDLE, y)
    for y, text in labels.items():
        page.text(LEFT + 5, y, text)
    for y, text in lines.items():
        page.text(MIDDLE + 5, y, text)
    return page


def test_every_label_has_the_lines_beside_it_where_no_rule_parts_these() -> None:
    labels = {115: "추진실적", 150: "향후계획", 190: "기대효과"}
    lines = {105: "○ 착공: 2019. 3.", 120: "○ 준공: 2020. 5.", 150: "○ 개관: 2021. 4.", 190: "○ 안전한 밤길"}
    assert told(pieces(form((100, 140, 170, 210), labels, lines))) == [
        ("heading", "추진실적"),
        ("line", "○ 착공: 2019. 3."),
        ("line", "○ 준공: 2020. 5."),
        ("heading", "향후계획"),
        ("line", "○ 개관: 2021. 4."),
        ("heading", "기대효과"),
        ("line", "○ 안전한 밤길"),
    ]


def test_a_row_for_every_bullet_makes_no_table_of_them() -> None:
    labels, deeds = {130: "추진실적", 190: "기대효과"}, {105: "○ 착공", 130: "○ 준공", 155: "○ 개관"}
    page = form((100, 175, 210), labels, {**deeds, 190: "○ 안전한 밤길"})
    page.level(LEFT, RIGHT, 175)
    for y in (125, 150):
        page.level(MIDDLE, RIGHT, y)
    assert told(pieces(page)) == [
        ("heading", "추진실적"),
        ("line", "○ 착공"),
        ("line", "○ 준공"),
        ("line", "○ 개관"),
        ("heading", "기대효과"),
        ("line", "○ 안전한 밤길"),
    ]


def test_the_heading_of_a_section_across_a_table_parts_it_from_the_one_above() -> None:
    xs = (50.0, 150.0, 250.0, 350.0, 450.0)
    ys = tuple(100.0 + 20 * row for row in range(7))
    page = CanvasBuilder()
    for y in ys:
        page.level(xs[0], xs[-1], y)
    for x in xs:
        page.plumb(x, ys[0], ys[3])
        page.plumb(x, ys[4], ys[6])
    page.plumb(xs[0], ys[3], ys[4])
    page.plumb(xs[-1], ys[3], ys[4])
    rows = (("세부사업", "2019", "2020", "2021"), ("도로", "10", "20", "30"), ("공원", "5", "6", "7"), ("성과지표",))
    rows += (("지표명", "2019", "2020", "2021"), ("도로(㎞)", "1", "2", "3"))
    for y, row in zip(ys, rows, strict=False):
        for x, text in zip(xs, row, strict=False):
            page.text(x + 5, y + 5, text)
    found = pieces(page)
    assert [piece.kind for piece in found] == ["table", "line", "table"]
    assert found[1].line is not None and found[1].line.text == "성과지표"
    assert [piece.table.rows for piece in found if piece.table is not None] == [3, 2]


def test_a_letter_printed_as_a_bullet_begins_lines_of_a_column_beside_a_table() -> None:
    page = CanvasBuilder(width=960, height=540)
    for y, text in (
        (100, "사업개요"),
        (115, "ㅇ 위치: 새터마을"),
        (130, "ㅇ 기간: 2019. 3. ~ 2021. 6."),
        (145, "추진실적"),
    ):
        page.text(30, y, text)
    for y, text in ((160, "ㅇ 착공: 2019. 3."), (175, "ㅇ 준공: 2020. 5.")):
        page.text(30, y, text)
    page.text(500, 100, "소요예산")
    page.grid((500, 600, 700, 800, 900), (115, 130, 145, 158))
    for y, row in zip(
        (117, 132, 146),
        (("재원", "2019", "2020", "2021"), ("국비", "1", "2", "3"), ("군비", "4", "5", "6")),
        strict=True,
    ):
        for x, text in zip((505, 605, 705, 805), row, strict=True):
            page.text(x, y, text)
    assert [text for _, text in told(pieces(page)) if text is not None] == [
        "사업개요",
        "ㅇ 위치: 새터마을",
        "ㅇ 기간: 2019. 3. ~ 2021. 6.",
        "추진실적",
        "ㅇ 착공: 2019. 3.",
        "ㅇ 준공: 2020. 5.",
        "소요예산",
    ]
