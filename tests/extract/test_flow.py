"""From the blocks of pages to the pieces of the flow."""

from __future__ import annotations

from dataclasses import replace

from pledgecards.convert import convert_bytes
from pledgecards.extract.document import Document
from pledgecards.extract.flow import flow_of
from pledgecards.extract.page import Cell, Line, Page, Place, Table
from pledgecards.extract.pieces import Piece
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


def test_a_nested_table_goes_on_where_it_fills_a_page_and_the_frame_of_its_field_is_not_told() -> None:
    head = ("재원", "2019", "2020", "2021")
    outer = form(1, 700.0, ("사업개요", ("○ 내용: 보안등 교체",)), ("소요예산", ("(단위: 백만원)",)))
    last = form(3, 50.0, ("", ()), ("기대효과", ("○ 안전한 밤길",)))
    pieces = over_pages(
        holding(outer, 1, grid(1, 760.0, head, ("국비", "1", "2", "3"))),
        grid(2, 50.0, head, ("시비", "4", "5", "6")),
        holding(last, 0, grid(3, 52.0, head, ("구비", "7", "8", "9"))),
    )
    (table,) = [piece.table for piece in pieces if piece.table is not None]
    assert [row[0].text for row in table.grid()] == ["재원", "국비", "시비", "구비"]


def test_tables_nested_beside_a_blank_label_at_the_top_of_a_page_go_on_from_those_above() -> None:
    above = grid(1, 700.0, ("구분", "2019", "2020", "2021"), ("보안등", "1", "2", "3"))
    rest = grid(2, 50.0, ("가로등", "4", "5", "6"))
    (piece,) = over_pages(above, holding(form(2, 50.0, ("", ())), 0, rest))
    assert piece.table is not None
    assert [[cell.text for cell in row] for row in piece.table.grid()][1:] == [
        ["보안등", "1", "2", "3"],
        ["가로등", "4", "5", "6"],
    ]


def holding(whole: Table, row: int, inner: Table) -> Table:
    """A form with a table nested beside the label of a row."""
    cells = (replace(c, tables=(inner,)) if (c.row, c.col) == (row, 1) else c for c in whole.cells)
    return replace(whole, cells=tuple(cells))


def over_pages(*blocks: Table) -> list[Piece]:
    """The pieces of a document with one block a page."""
    pages = tuple(Page(number, 595.0, 842.0, (block,)) for number, block in enumerate(blocks, 1))
    return list(flow_of(Document("application/pdf", pages), Vocabulary.standard()).pieces)


def grid(page: int, top: float, *rows: tuple[str, ...]) -> Table:
    """Cells 20 points high: a name, and columns 40 points wide."""
    xs = [160.0, 300.0, 340.0, 380.0, 420.0]
    cells = []
    for number, texts in enumerate(rows):
        y = top + 20 * number
        for col, text in enumerate(texts):
            place = Place(page, xs[col], y, xs[col + 1], y + 20)
            lines = (Line(text, place, size=10.0),) if text else ()
            cells.append(Cell(number, col, 1, 1, lines, place))
    return Table(len(rows), 4, tuple(cells), Place(page, 160.0, top, 420.0, top + 20 * len(rows)), drawn=True)


def test_a_table_whose_sides_lie_on_those_of_the_form_is_a_part_of_its_field() -> None:
    contacts = ("담당부서", "공원과장 홍길동 ☎ 0000", "공원팀장 김가나 ☎ 0001")
    for label, before in (("추진실적", ["추진실적"]), ("", [])):
        outer = form(2, 50.0, (label, ("새터 정비", "○ 준공: 2020. 5.", "- 식수: 2020. 6.")))
        nested = grid(2, 102.0, ("구분", "2019", "2020", "2021"), ("보안등", "1", "2", "3"))
        beside = replace(outer.cells[1], col_span=4, tables=(nested,))
        row = [
            Cell(1, 2 + number, 1, 1, (Line(text, place, size=10.0),), place)
            for number, text in enumerate(contacts)
            for place in [Place(2, 160.0 + 130 * number, 90.0, 290.0 + 130 * number, 110.0)]
        ]
        margin = Cell(1, 1, 1, 1, (), Place(2, 150.0, 90.0, 160.0, 110.0))
        cells = (replace(outer.cells[0], row_span=2), beside, margin, *row)
        table = Table(2, 5, cells, Place(2, 50.0, 50.0, 550.0, 110.0), drawn=True)
        pieces = flow_of(Document("application/pdf", (Page(2, 595.0, 842.0, (table,)),)), Vocabulary.standard()).pieces
        lines = ["새터 정비", "○ 준공: 2020. 5.", "- 식수: 2020. 6."]
        assert [piece.line.text for piece in pieces if piece.line is not None] == [*before, *lines]
        tables = [[cell.text for cell in piece.table.cells] for piece in pieces if piece.table is not None]
        assert tables == [["구분", "2019", "2020", "2021", "보안등", "1", "2", "3"], [*contacts]]


def test_the_last_row_of_a_time_table_within_a_field_goes_on_though_its_last_quarters_are_blank() -> None:
    above = form(1, 700.0, ("사업개요", ("○ 내용: 보안등 교체",)), ("추진일정", ()))
    below = form(2, 50.0, ("", ()), ("기대효과", ("○ 안전한 밤길",)))
    first = grid(1, 742.0, ("구분", "1", "2", "3"), ("설계", "■", "■", ""))
    rest = grid(2, 52.0, ("공사", "■", "", ""))
    pieces = over_pages(holding(above, 1, first), holding(below, 0, rest))
    (table,) = [piece.table for piece in pieces if piece.table is not None]
    assert [[cell.text for cell in row] for row in table.grid()] == [
        ["구분", "1", "2", "3"],
        ["설계", "■", "■", ""],
        ["공사", "■", "", ""],
    ]


def test_a_name_cut_in_a_table_within_a_field_goes_on_where_it_is_printed_whole_elsewhere() -> None:
    above = form(1, 700.0, ("사업개요", ("○ 보안등 교체 공사",)), ("추진일정", ()))
    below = form(2, 50.0, ("", ()), ("기대효과", ("○ 안전한 밤길", "보안등 교체 공사")))
    first = grid(1, 742.0, ("구분", "1", "2", "3"), ("보안등 교체", "■", "", ""))
    rest = grid(2, 52.0, ("공사", "", "", ""))
    pieces = over_pages(holding(above, 1, first), holding(below, 0, rest))
    (table,) = [piece.table for piece in pieces if piece.table is not None]
    assert [row[0].text for row in table.grid()] == ["구분", "보안등 교체 공사"]


def test_a_form_nested_beside_an_unknown_label_is_a_form() -> None:
    whole = form(1, 50.0, ("사업개요", ("○ 내용: 버스 구입",)), ("구분", ()), ("추진실적", ("○ 착공: 2019. 3.",)))
    inner = form(1, 92.0, ("임기구분", ("☑임기내 ☐임기외",)), ("신규여부", ("☐지속 ☑신규",)))
    pieces = over_pages(holding(whole, 1, inner))
    assert [piece.choice.label if piece.choice else piece.line and piece.line.text for piece in pieces] == [
        "사업개요",
        "○ 내용: 버스 구입",
        "구분",
        "임기구분",
        "신규여부",
        "추진실적",
        "○ 착공: 2019. 3.",
    ]


BELOW = "□ 사업개요\n ○ 내용: 도서관 건립\n"


def chosen(text: str) -> dict[object, list[tuple[object, object]]]:
    """The options of every field, each with whether it is checked."""
    found: dict[object, list[tuple[object, object]]] = {}
    for row in convert_bytes(text.encode())["choices"]:
        found.setdefault(row["field"], []).append((row["option"], row["checked"]))
    return found


def test_signs_part_a_line_of_fields_among_which_the_title_is() -> None:
    [card] = convert_bytes(("분야: 교육 / 공약번호: 5 / 공약명: 통학로 조성\n" + BELOW).encode())["cards"]
    assert (card["pledge_no"], card["title"]) == (5, "통학로 조성")


def test_a_label_alone_stands_over_its_options_and_their_marks() -> None:
    text = "공약 7. 도서관 건립\n예산구분\n\n| 예산 | 비예산 |\n|---|---|\n| ○ |  |\n\n" + BELOW
    assert chosen(text) == {"budgeted": [("예산", True), ("비예산", False)]}


def test_every_cell_of_a_table_may_print_a_choice_of_its_own() -> None:
    table = "| 임기구분 ☑임기내 ☐임기외 | 신규여부 ☐신규 ☑지속 |\n|---|---|\n| 예산구분 ☑예산 ☐비예산 | 사업시기 ☐단기 ☑중기 |\n\n"
    assert chosen("공약 7. 도서관 건립\n" + table + BELOW) == {
        "term": [("임기내", True), ("임기외", False)],
        "novelty": [("신규", False), ("지속", True)],
        "budgeted": [("예산", True), ("비예산", False)],
        "horizon": [("단기", False), ("중기", True)],
    }


def test_what_is_labelled_behind_the_people_under_the_same_bullet_is_a_line_of_its_own() -> None:
    rows = convert_bytes(
        ("공약 7. 도서관 건립\n○ 담당부서 : 건설과 홍길동 02-000-0000 ○ 완료시점 : 2022. 5월\n" + BELOW).encode()
    )
    [contact] = rows["contacts"]
    assert (contact["department"], contact["name"], contact["phone"]) == ("건설과", "홍길동", "02-000-0000")
    assert rows["items"][0]["text"] == "완료시점 : 2022. 5월"


def test_a_strip_of_colour_before_a_heading_is_no_cell_of_a_table() -> None:
    heading = (Line("추진계획", Place(1, 66, 50, 120, 62), size=10.0),)
    strip = Cell(0, 0, 1, 1, (), Place(1, 50, 48, 56, 64), fill=0x2E75B6)
    words = Cell(0, 1, 1, 1, heading, Place(1, 56, 48, 550, 64))
    table = Table(1, 2, (strip, words), Place(1, 50, 48, 550, 64), drawn=True)
    document = Document("application/pdf", (Page(1, 595.0, 842.0, (table,)),))
    [piece] = flow_of(document, Vocabulary.standard()).pieces
    assert piece.kind == "line" and piece.line == heading[0]


def test_a_blank_label_beside_a_line_is_no_strip() -> None:
    document = Document("application/pdf", (Page(1, 595.0, 842.0, (form(1, 50.0, ("", ("추진계획",))),)),))
    [piece] = flow_of(document, Vocabulary.standard()).pieces
    assert piece.kind == "table"
