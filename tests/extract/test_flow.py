"""From the blocks of pages to the pieces of the flow."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.extract.document import Document
from pledgecards.extract.flow import flow_of
from pledgecards.extract.page import Cell, Line, Page, Place, Table
from pledgecards.schemas.vocabulary import Vocabulary


def form(page: int, top: float, *rows: tuple[str, tuple[str, ...]]) -> Table:
    """Labels beside their lines; each row is 40 points high."""
    cells = []
    for number, (label, texts) in enumerate(rows):
        y = top + 40 * number
        sides = ((0, 50.0, 150.0, (label,) if label else ()), (1, 150.0, 550.0, texts))
        for col, x0, x1, lines in sides:
            cells.append(
                Cell(
                    number,
                    col,
                    1,
                    1,
                    tuple(Line(text, Place(page, x0, y, x1, y + 12), size=10.0) for text in lines),
                    Place(page, x0, y, x1, y + 40),
                )
            )
    return Table(len(rows), 2, tuple(cells), Place(page, 50.0, top, 550.0, top + 40 * len(rows)), drawn=True)


def test_a_field_that_a_page_break_cut_is_one_flow_of_lines() -> None:
    first = form(1, 700.0, ("사업개요", ("○ 내용: 보안등 교체",)), ("추진실적", ("가온길 정비", "○ 착공: 2019. 3.")))
    second = form(2, 50.0, ("", ("새터 정비", "○ 준공: 2020. 5.")), ("기대효과", ("○ 안전한 밤길",)))
    document = Document("application/pdf", (Page(1, 595.0, 842.0, (first,)), Page(2, 595.0, 842.0, (second,))))
    pieces = flow_of(document, Vocabulary.standard()).pieces
    assert [(piece.kind, piece.line.text if piece.line else None) for piece in pieces] == [
        ("heading", "사업개요"),
        ("line", "○ 내용: 보안등 교체"),
        ("heading", "추진실적"),
        ("line", "가온길 정비"),
        ("line", "○ 착공: 2019. 3."),
        ("line", "새터 정비"),
        ("line", "○ 준공: 2020. 5."),
        ("heading", "기대효과"),
        ("line", "○ 안전한 밤길"),
    ]
    assert len({piece.beside for piece in pieces[2:7]}) == 1, "all of one field"


def test_a_form_nested_beside_an_unknown_label_is_a_form() -> None:
    whole = form(1, 50.0, ("사업개요", ("○ 내용: 버스 구입",)), ("구분", ()), ("추진실적", ("○ 착공: 2019. 3.",)))
    inner = form(1, 92.0, ("임기구분", ("☑임기내 ☐임기외",)), ("신규여부", ("☐지속 ☑신규",)))
    cells = tuple(replace(cell, tables=(inner,)) if (cell.row, cell.col) == (1, 1) else cell for cell in whole.cells)
    document = Document("application/pdf", (Page(1, 595.0, 842.0, (replace(whole, cells=cells),)),))
    pieces = flow_of(document, Vocabulary.standard()).pieces
    assert [piece.choice.label if piece.choice else piece.line and piece.line.text for piece in pieces] == [
        "사업개요",
        "○ 내용: 버스 구입",
        "구분",
        "임기구분",
        "신규여부",
        "추진실적",
        "○ 착공: 2019. 3.",
    ]
