"""A whole sheet saved as text: the cells of a row parted by commas or tabs, as many in every row."""

from __future__ import annotations

import csv
import io

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.page import Line, Page, Table
from pledgecards.extract.text import read_text
from pledgecards.extract.text.lines.textline import ink_of

CARD = [
    ["", "12. 도서관, 쉼터 건립"],
    ["", "임기구분", "☑임기내\n☐임기외"],
    ["", "예산구분", "☐", "예산", "☑", "비예산"],
    ["", "□ 추진실적"],
    ["", "-", "착공: 2019. 3. 5."],
    ["", "□ 소요예산", "", "", "", "(단위: 백만원)"],
    ["", "사업", "재원", "계", "2019년", "2020년"],
    ["", "도서관", "국비", "1,500", "1,200", "300"],
    ["", "", "구비", "20", "-", "20"],
    ["", "부서", "성명", "전화번호"],
    ["", "문화과", "홍길동", "02-123-4567"],
]


def sheet(rows: list[list[str]], sign: str = ",") -> str:
    """The rows as a program saves them, each with blank cells up to the widest."""
    width = max(map(len, rows))
    written = io.StringIO()
    csv.writer(written, delimiter=sign).writerows([*row, *[""] * (width - len(row))] for row in rows)
    return written.getvalue()


def read(text: str) -> Page:
    page = read_text(text)
    shown = sum(block.ink if isinstance(block, Table) else ink_of(block.text) for block in page.blocks)
    assert shown == page.ink
    return page


def lines(text: str) -> list[str]:
    return [block.text for block in read(text).blocks if isinstance(block, Line)]


def tables(text: str) -> list[list[list[str]]]:
    grids = [block.grid() for block in read(text).blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in grid] for grid in grids]


@pytest.mark.parametrize("sign", [",", "\t"])
def test_what_stands_alone_in_its_row_is_a_line_and_what_stands_side_by_side_a_row(sign: str) -> None:
    text = sheet(CARD, sign)
    assert lines(text) == [
        "12. 도서관, 쉼터 건립",
        "□ 추진실적",
        "- 착공: 2019. 3. 5.",
        "□ 소요예산",
        "(단위: 백만원)",
    ]
    assert tables(text)[-2:] == [
        [
            ["사업", "재원", "계", "2019년", "2020년"],
            ["도서관", "국비", "1,500", "1,200", "300"],
            ["", "구비", "20", "-", "20"],
        ],
        [["부서", "성명", "전화번호"], ["문화과", "홍길동", "02-123-4567"]],
    ]


@pytest.mark.parametrize("sign", [",", "\t"])
def test_a_card_in_a_sheet_gives_its_rows(sign: str) -> None:
    rows = convert_bytes(sheet(CARD, sign).encode(), "card.csv")
    [card] = rows["cards"]
    assert (card["title"], card["pledge_no"], card["term"]) == ("도서관, 쉼터 건립", 12, "임기내")
    assert [row["name"] for row in rows["contacts"]] == ["홍길동"]
    assert [(row["label"], str(row["start"])) for row in rows["events"]] == [("착공", "2019-03-05")]
    assert [row["amount_won"] for row in rows["budget"] if row["year"] == 2019] == [1_200_000_000, None]


def test_the_lines_of_a_cell_are_those_of_the_file() -> None:
    rows = [["가"], ["- 나\n- 다"], ["라"], ["마"], ["바"], ["사", "아", "자"]]
    page = read(sheet(rows))
    assert [(block.text, block.place.line) for block in page.blocks if isinstance(block, Line)][:4] == [
        ("가", 1),
        ("- 나", 2),
        ("- 다", 3),
        ("라", 4),
    ]


def test_rows_are_as_wide_as_the_widest_of_each_sixteen() -> None:
    narrow, wide = [["□ 현황,"]] * 16, [["□ 계획,,,"]] * 5
    text = "\n".join(row for [row] in [*narrow, *wide]) + "\n"
    assert lines(text) == ["□ 현황"] * 16 + ["□ 계획"] * 5


def test_sentences_with_commas_are_no_sheet() -> None:
    text = "가,, 나, 다\n라,,\n마, 바, 사,, 아\n자,,차\n카,,타, 파\n하"
    assert lines(text) == text.split("\n")


def test_a_name_beside_blank_cells_is_a_row_where_others_have_figures() -> None:
    head = [["구분", "2019년", "", "2020년", ""], ["", "1", "2", "1", "2"]]
    rows = [["□ 추진일정"], *head, ["도서관", "", "■", "", ""], ["쉼터"], ["□ 현황"], ["쉼터", "낡음"], ["가"]]
    assert tables(sheet(rows))[0] == [
        ["구분", "2019년", "2019년", "2020년", "2020년"],
        ["구분", "1", "2", "1", "2"],
        ["도서관", "", "■", "", ""],
        ["쉼터", "", "", "", ""],
    ]
