"""HTML within a text: tables, breaks and bold words, as programs write them into Markdown."""

from __future__ import annotations

import time

from pledgecards.extract.page import Line, Page, Table
from pledgecards.extract.text import read_text
from pledgecards.extract.text.lines.textline import ink_of


def read(text: str) -> Page:
    page = read_text(text)
    shown = sum(block.ink if isinstance(block, Table) else ink_of(block.text) for block in page.blocks)
    assert shown == page.ink
    return page


def cells(text: str) -> list[list[str]]:
    [table] = (block for block in read(text).blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.grid()]


def lines(text: str) -> list[str]:
    return [block.text for block in read(text).blocks if isinstance(block, Line)]


def test_merged_cells_stand_wherever_they_reach() -> None:
    head = "<tr><th rowspan='2'>재원</th><th colspan=2>임기내</th></tr>\n<tr><th>2019</th><th>2020</th></tr>"
    text = f"<table>\n{head}\n<tr><td>국비</td><td>10</td><td>-</td></tr></table>"
    assert cells(text) == [["재원", "임기내", "임기내"], ["재원", "2019", "2020"], ["국비", "10", "-"]]


def test_a_table_in_one_line_of_text_with_words_around_it() -> None:
    text = "예산 <table><tr><td>구분<td>계</tr><tr><td>시비|구비<br>합<td><b>30</b></table> 끝"
    assert cells(text) == [["구분", "계"], ["시비|구비 합", "30"]]
    assert lines(text) == ["예산", "끝"]


def test_a_span_beyond_the_table_ends_with_it() -> None:
    text = "<table><tr><td rowspan=9999>가</td><td colspan=3>나</td></tr><tr><td>1</td></tr></table>"
    assert cells(text) == [["가", "나", "나", "나"], ["가", "1", "", ""]]


def test_a_single_column_is_no_table() -> None:
    assert lines("<table><tr><td>가</td></tr><tr><td>나<br>다</td></tr></table>") == ["가", "나", "다"]


def test_tags_outside_tables() -> None:
    assert lines("<p><span style='x'>총 <u>6</u>개소</span></p>\n- 착공<br/>준공\n<h2>소요예산</h2>") == [
        "총 6개소",
        "- 착공",
        "준공",
        "소요예산",
    ]


def test_brackets_and_unknown_tags_are_text() -> None:
    assert lines("<사업개요>\n5<b 또는 a>3\n<가나> <xyz>") == ["<사업개요>", "5<b 또는 a>3", "<가나> <xyz>"]


def test_a_letter_in_brackets_is_a_tag_where_something_closes_it() -> None:
    assert lines("<A> 1단계\n<B> 2단계<br>3단계") == ["<A> 1단계", "<B> 2단계", "3단계"]
    assert lines("<B>착공</B>\n준공 <u>6월</u>") == ["착공", "준공 6월"]


def test_remarks_are_not_shown() -> None:
    assert lines("<!-- 3쪽 -->\n착공<!-- 2018. 5. 3. --> 준공\n<!-- 끝나지 않음") == ["착공 준공", "<!-- 끝나지 않음"]


def test_scripts_styles_and_remarks_over_several_lines_are_not_shown() -> None:
    script = "<script>\nif (2018 < 2019) {\n}\n</script>"
    assert lines(f"착공<style>p {{}}</style>: 6월\n{script}\n<!-- 2018. 5.\n3. --> 준공") == ["착공: 6월", "준공"]
    assert lines("<p>착공</p>\n<script> 끝나지 않음\n준공") == ["착공", "<script> 끝나지 않음", "준공"]


def test_boxes_of_a_form_are_marks() -> None:
    boxes = '<label><input type="checkbox" checked="checked" id=a1> 임기내</label> <input type=checkbox data-checked=1/>임기외'
    assert lines(f"임기구분 {boxes}") == ["임기구분 ☑ 임기내 ☐임기외"]
    assert lines(
        "<p>신규 <input type='radio' checked> 지속 <input type='radio'><input type='hidden' value='3'></p>"
    ) == ["신규 ● 지속 ○"]


def test_a_term_and_its_meaning_are_a_line() -> None:
    assert lines("<dl>\n<dt>기간 :</dt>\n<dd>2019. 3.</dd><dt>위치</dt><dd>가람동</dd>\n</dl>") == [
        "기간: 2019. 3.",
        "위치: 가람동",
    ]


def test_items_that_nothing_closes_are_items() -> None:
    assert lines("<UL>\n<LI>착공\n<LI>준공\n</UL>") == ["- 착공", "- 준공"]


def test_a_row_that_holds_a_table_is_taken_out_of_the_one_around_it() -> None:
    inner = "<table><tr><td>재원<td>2019년</tr><tr><td>국비<td>10</tr></table>"
    text = f"<table>\n<tr><th>위치</th><td>가람동</td></tr>\n<tr><th>예산</th>\n<td>{inner}</td></tr>\n<tr><th>부서</th><td>문화과</td></tr></table>"
    blocks = read(text).blocks
    assert [[cell.text for cell in block.cells] if isinstance(block, Table) else block.text for block in blocks] == [
        ["위치", "가람동"],
        "예산",
        ["재원", "2019년", "국비", "10"],
        ["부서", "문화과"],
    ]
    assert lines(f"<table width='700'><tr><td>\n<h3>12. 도서관</h3>{inner}\n끝</td></tr></table>") == [
        "12. 도서관",
        "끝",
    ]


def test_tables_that_do_not_end_are_text_and_take_no_time() -> None:
    began = time.perf_counter()
    assert len(lines("<table><tr><td>가\n" * 5_000)) == 5_000
    assert time.perf_counter() - began < 10
