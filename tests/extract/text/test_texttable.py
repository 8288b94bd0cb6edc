"""The same small table, set in every way that texts set one, gives the same cells."""

from __future__ import annotations

import pytest
from paper import paper, tables

from pledgecards.extract.page import Line, Table
from pledgecards.extract.text import read_text

CELLS = [
    ["세부사업", "재원", "계", "2018년", "2019년"],
    ["산책로 정비", "구비", "1,200", "700", "500"],
    ["쉼터 조성", "시비", "90", "-", "90"],
]

TABS = """\
세부사업\t재원\t계\t2018년\t2019년
산책로 정비\t구비\t1,200\t700\t500
쉼터 조성\t시비\t90\t-\t90
"""

PIPES = """\
| 세부사업 | 재원 | 계 | 2018년 | 2019년 |
|:---------|------|---:|-------:|-------:|
| 산책로 정비 | 구비 | 1,200 | 700 | 500 |
| 쉼터 조성 | 시비 | 90 | - | 90 |
"""

OPEN_PIPES = """\
세부사업 | 재원 | 계 | 2018년 | 2019년
---|---|---|---|---
산책로 정비 | 구비 | 1,200 | 700 | 500
쉼터 조성 | 시비 | 90 | - | 90
"""

BARE_PIPES = """\
세부사업|재원|계|2018년|2019년
산책로 정비|구비|1,200|700|500
쉼터 조성|시비|90|-|90
"""

# A terminal gives a Hangul syllable two columns ...
BOX = """\
┌─────────────┬──────┬───────┬────────┬────────┐
│ 세부사업    │ 재원 │ 계    │ 2018년 │ 2019년 │
├─────────────┼──────┼───────┼────────┼────────┤
│ 산책로 정비 │ 구비 │ 1,200 │ 700    │ 500    │
├─────────────┼──────┼───────┼────────┼────────┤
│ 쉼터 조성   │ 시비 │ 90    │ -      │ 90     │
└─────────────┴──────┴───────┴────────┴────────┘
"""

# ... and a program that counts characters gives it one.

PLUS = """\
+----------+------+---------+---------+---------+
| 세부사업     | 재원   | 계       | 2018년   | 2019년   |
+==========+======+=========+=========+=========+
| 산책로 정비   | 구비   | 1,200   | 700     | 500     |
+----------+------+---------+---------+---------+
| 쉼터 조성    | 시비   | 90      | -       | 90      |
+----------+------+---------+---------+---------+
"""

HEAD_RULE_ONLY = """\
+-------------+------+-------+--------+--------+
| 세부사업    | 재원 |    계 | 2018년 | 2019년 |
|-------------+------+-------+--------+--------|
| 산책로 정비 | 구비 | 1,200 |    700 |    500 |
| 쉼터 조성   | 시비 |    90 |      - |     90 |
+-------------+------+-------+--------+--------+
"""

# As pdftotext -layout: columns count characters, whatever the width of their letters.
ALIGNED = """\
   세부사업      재원       계     2018년    2019년
  산책로 정비    구비    1,200       700      500
   쉼터 조성     시비       90         -       90
"""

SPACED = """\
   세부사업      재원       계     2018년    2019년

  산책로 정비    구비    1,200       700      500

   쉼터 조성     시비       90         -       90
"""

# Typed by hand in a monospaced font.
TYPED = """\
세부사업      재원    계      2018년   2019년
산책로 정비   구비    1,200   700      500
쉼터 조성     시비    90      -        90
"""


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.grid()]


def spans(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    merged = [cell for cell in table.cells if cell.row_span * cell.col_span > 1]
    return {(cell.row, cell.col): (cell.row_span, cell.col_span) for cell in merged}


@pytest.mark.parametrize(
    "text",
    [
        TABS,
        PIPES,
        OPEN_PIPES,
        BARE_PIPES,
        BOX,
        PLUS,
        HEAD_RULE_ONLY,
        ALIGNED,
        SPACED,
        TYPED,
        TYPED + "\f",
        ALIGNED + "\f",
    ],
    ids=[
        "tabs",
        "pipes",
        "open-pipes",
        "bare-pipes",
        "box",
        "plus",
        "head-rule",
        "aligned",
        "spaced",
        "typed",
        "typed-paper",
        "aligned-paper",
    ],
)
def test_every_form_gives_the_same_cells(text: str) -> None:
    (table,) = tables(text)
    assert texts(table) == CELLS
    assert spans(table) == {}
    assert not table.drawn
    assert all(cell.fill is None for cell in table.cells)


@pytest.mark.parametrize("text", [TABS, PIPES, BARE_PIPES, BOX, PLUS, ALIGNED, TYPED])
def test_a_table_stands_alone_and_loses_nothing(text: str) -> None:
    page = read_text(f"소요예산\n\n{text}\n추진실적\n")
    heading, table, after = page.blocks
    assert isinstance(heading, Line) and heading.text == "소요예산"
    assert isinstance(table, Table) and table.place.line is not None
    assert isinstance(after, Line) and after.text == "추진실적"
    # 4 + 4 letters of the headings, 21 + 16 + 12 in the rows.
    assert (
        page.ink
        == sum(block.ink for block in page.blocks)
        == 8 + sum(len("".join(row).replace(" ", "")) for row in CELLS)
    )


def test_a_cell_knows_its_line() -> None:
    (table,) = tables("\n\n" + TABS)
    assert [cell.place.line for cell in table.cells if cell.col == 0] == [3, 4, 5]


# Heads of two storeys ------------------------------------------------------------------------------------------------

SCHEDULE = "구 분\t2018년\t\t2019년\t\n\t상\t하\t상\t하\n산책로 정비\t\t■\t\t\n쉼터 조성\t\t\t\t\n"


def test_a_head_over_sub_heads_spans_them() -> None:
    (table,) = tables(SCHEDULE)
    assert (table.rows, table.cols) == (4, 5)
    assert spans(table) == {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (1, 2)}
    assert texts(table)[2] == ["산책로 정비", "", "■", "", ""]


def test_trailing_tabs_that_an_editor_cut_off_come_back() -> None:
    cut = "\n".join(line.rstrip("\t") for line in SCHEDULE.splitlines())
    (table,) = tables(cut)
    (whole,) = tables(SCHEDULE)
    assert texts(table) == texts(whole)
    assert spans(table) == spans(whole)


def test_a_section_heading_under_a_cut_schedule_is_no_row() -> None:
    page = read_text("구 분\t2018년\t\t2019년\n\t상\t하\t상\t하\n산책로 정비\n소요예산\n(단위: 백만원)\n")
    table, *rest = page.blocks
    assert isinstance(table, Table) and table.rows == 3
    assert [line.text for line in rest if isinstance(line, Line)] == ["소요예산", "(단위: 백만원)"]


def test_three_storeys() -> None:
    (table,) = tables("사업\t연도별\t\t\t\n\t2018\t\t2019\t\n\t계획\t집행\t계획\t집행\n가\t1\t2\t3\t4\n")
    assert spans(table) == {(0, 0): (3, 1), (0, 1): (1, 4), (1, 1): (1, 2), (1, 3): (1, 2)}


def test_the_body_is_never_merged() -> None:
    (table,) = tables("세부사업\t재원\t계\n계\t계\t10\n\t구비\t4\n\t시비\t6\n")
    assert spans(table) == {}
    assert texts(table)[2] == ["", "구비", "4"]


def test_a_table_without_its_head_is_not_taken_for_one() -> None:
    (table,) = tables("산책로\t%\t85\t50\t\t\n\t\t\t매입\t설계\t\n쉼터\t%\t60\t20\t40\t\n")
    assert spans(table) == {}


def test_a_drawn_head_shows_its_spans() -> None:
    text = """\
┌──────┬───────────┬─────┐
│      │  2018년   │     │
│ 구분 ├─────┬─────┤ 계  │
│      │ 상  │ 하  │     │
├──────┼─────┼─────┼─────┤
│ 가   │ 1   │ 2   │ 3   │
└──────┴─────┴─────┴─────┘
"""
    (table,) = tables(text)
    assert spans(table) == {(0, 0): (2, 1), (0, 1): (1, 2), (0, 3): (2, 1)}
    assert texts(table)[0] == ["구분", "2018년", "2018년", "계"]
    assert texts(table)[2] == ["가", "1", "2", "3"]


def test_lines_of_a_drawn_cell_stay_lines() -> None:
    (table,) = tables("┌────┬────┐\n│ 설계 │ 20 │\n│ 조사 │    │\n├────┼────┤\n│ 준공 │ 60 │\n└────┴────┘\n")
    assert [[line.text for line in cell.lines] for cell in table.cells] == [["설계", "조사"], ["20"], ["준공"], ["60"]]


def test_so_they_do_below_a_head_where_the_name_stands_on_one_line_and_no_figure_below_another() -> None:
    box = "┌──────┬──────┐\n│ 구분 │ 2018 │\n├──────┼──────┤\n{}\n└──────┴──────┘\n"
    (table,) = tables(box.format("│      │   60 │\n│ 골목 │ 설계 │"))
    assert texts(table) == [["구분", "2018"], ["골목", "60 설계"]]
    (table,) = tables(box.format("│ 골목 │   20 │\n│      │   60 │"))
    assert texts(table) == [["구분", "2018"], ["골목", "20"], ["", "60"]]
    (table,) = tables(box.format("│ 골목 │      │\n│ 안전 │   ●  │"))
    assert texts(table) == [["구분", "2018"], ["골목", ""], ["안전", "●"]]


def test_breaks_in_a_markdown_cell_are_lines() -> None:
    (table,) = tables("| 가 | 나 |\n|---|---|\n| 20<br>설계 | 60 |\n")
    assert [line.text for line in table.cells[2].lines] == ["20", "설계"]


def test_a_frame_around_one_column_is_no_table() -> None:
    page = read_text("┌──────────────┐\n│ 산책로 정비  │\n└──────────────┘\n")
    (line,) = page.blocks
    assert isinstance(line, Line) and line.text == "산책로 정비"
    assert page.ink == 5


@pytest.mark.parametrize("wall", ["", " ", "   "])
def test_a_frame_around_a_title_may_have_its_right_wall_anywhere(wall: str) -> None:
    page = read_text(f"┌──────────────┐\n│ 22   산책로 정비{wall}│\n└──────────────┘\n")
    assert [block.text for block in page.blocks if isinstance(block, Line)] == ["22 산책로 정비"]
    assert page.ink == 7


# As pdftotext sets it ------------------------------------------------------------------------------------------------


def test_a_schedule_of_white_space() -> None:
    text = """\
                       2018년                2019년
      구분
                 1     2    3     4     1    2    3     4

  산책로 정비

 마을 쉼터를 새로 짓고 기존
    쉼터를 고침

  소요예산
"""
    table, heading = read_text(text + "\f").blocks
    assert isinstance(table, Table) and isinstance(heading, Line)
    assert (table.rows, table.cols) == (4, 9)
    assert spans(table) == {(0, 0): (2, 1), (0, 1): (1, 4), (0, 5): (1, 4)}
    assert [row[0].text for row in table.grid()[2:]] == ["산책로 정비", "마을 쉼터를 새로 짓고 기존 쉼터를 고침"]


def test_lines_around_the_figures_of_a_row_are_its_own() -> None:
    text = paper(
        {6: "세부사업", 20: "재원", 28: "계", 36: "2018년", 46: "2019년"},
        {},
        {2: "산책로를 넓히고"},
        {20: "구비", 27: "120", 38: "70", 48: "50"},
        {7: "고침"},
        {},
        {3: "쉼터 조성", 20: "시비", 28: "90", 38: "-", 48: "90"},
    )
    (table,) = tables(text)
    assert texts(table)[1:] == [
        ["산책로를 넓히고 고침", "구비", "120", "70", "50"],
        ["쉼터 조성", "시비", "90", "-", "90"],
    ]


def test_a_name_half_way_down_its_funding_rows_is_theirs() -> None:
    text = paper(
        {6: "세부사업", 20: "재원", 28: "계", 36: "2018년"},
        {},
        {21: "계", 27: "120", 38: "70"},
        {},
        {20: "국비", 28: "60", 38: "40"},
        {7: "산책로"},
        {20: "시비", 28: "40", 38: "20"},
        {},
        {20: "구비", 28: "20", 38: "10"},
        {},
        {3: "쉼터 조성", 21: "-", 28: "90", 38: "90"},
    )
    (table,) = tables(text)
    assert spans(table) == {(1, 0): (4, 1)}
    assert [row[:2] for row in texts(table)[1:]] == [
        ["산책로", "계"],
        ["산책로", "국비"],
        ["산책로", "시비"],
        ["산책로", "구비"],
        ["쉼터 조성", "-"],
    ]


def test_a_head_without_a_blank_line_under_it_is_a_row_of_its_own() -> None:
    text = paper(
        {2: "지표", 12: "단위", 20: "목표", 28: "2018년", 38: "2019년"},
        {28: "20", 38: "60"},
        {2: "산책로", 12: "%", 20: "60"},
        {27: "실시설계", 38: "준공"},
        {28: "30", 38: "50"},
        {2: "쉼터", 12: "%", 20: "50"},
        {27: "용역 착수", 38: "개관"},
    )
    (table,) = tables(text)
    assert texts(table) == [
        ["지표", "단위", "목표", "2018년", "2019년"],
        ["산책로", "%", "60", "20 실시설계", "60 준공"],
        ["쉼터", "%", "50", "30 용역 착수", "50 개관"],
    ]


def test_a_table_nested_in_a_row_of_a_form_is_headed_by_the_rows_label() -> None:
    text = paper(
        {12: "사업명", 22: "재원", 30: "계", 38: "2018년"},
        {12: "산책로", 22: "구비", 30: "20", 39: "10"},
        {1: "소요예산", 12: "쉼터", 22: "구비", 30: "90", 39: "90"},
        {12: "꽃길", 22: "구비", 30: "40", 39: "40"},
    )
    page = read_text("(단위: 천원)\n\n" + text)
    assert [block.text for block in page.blocks if isinstance(block, Line)] == ["소요예산", "(단위: 천원)"]
    [table] = [block for block in page.blocks if isinstance(block, Table)]
    assert texts(table) == [
        ["사업명", "재원", "계", "2018년"],
        ["산책로", "구비", "20", "10"],
        ["쉼터", "구비", "90", "90"],
        ["꽃길", "구비", "40", "40"],
    ]


def test_blank_cells_stay_in_their_columns() -> None:
    text = paper(
        {2: "세부사업", 12: "단위", 20: "실적", 28: "2018년", 38: "2019년", 48: "2020년", 58: "이행률"},
        {},
        {3: "산책로", 13: "%", 20: "80", 30: "20", 50: "80", 59: "80%"},
    )
    (table,) = tables(text)
    assert texts(table)[1] == ["산책로", "%", "80", "20", "", "80", "80%"]


def test_rows_that_cannot_be_told_apart_are_no_table() -> None:
    # No blank lines, and the lines between may belong to the row above or below.
    text = """\
  세부사업          재원      계      2018년
  산책로            구비      120       70
  정비와 확장
  쉼터              시비       90       90
"""
    page = read_text(text)
    assert not any(isinstance(block, Table) for block in page.blocks)
    assert [line.text for line in page.lines()][1] == "산책로\t구비\t120\t70"


def test_a_figure_between_two_columns_is_no_table() -> None:
    text = """\
  세부사업       계        2018년         2019년
  산책로         120         70             50
  쉼터           90                90
"""
    assert tables(text) == []


# What only looks like one --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "■\t사업구분\n",
        "25.\t산책로 정비\n",
        "\t- 기간: 2018. 6.\n\t- 대상: 산책로\n",
        "임기내 | 임기외\n",
        "- 임기구분: 임기내 | 임기외\n- 사업주체: 구 | 시\n",
        "추  진  실  적\n\n현    황\n",
        "-     임기구분 임기내 / 임기외\n-     사업주체 구 / 시\n",
        "담당부서\t공원과\n",
    ],
)
def test_lines_that_are_no_table(text: str) -> None:
    assert tables(text) == []


def test_gaps_outside_tables() -> None:
    page = read_text("■\t사업구분\n추  진   실  적\n담당부서     공원과\n가  나\n")
    assert [line.text for line in page.lines()] == ["■ 사업구분", "추 진 실 적", "담당부서\t공원과", "가 나"]


def test_rules_are_no_text() -> None:
    page = read_text("산책로\n------\n\n=====\n- 정비\n------\t-----\n")
    assert [line.text for line in page.lines()] == ["산책로", "- 정비"]
    assert page.ink == 6


def test_a_row_of_dashes_is_a_row() -> None:
    (table,) = tables("가\t나\t다\n-\t-\t-\n")
    assert texts(table)[1] == ["-", "-", "-"]


@pytest.mark.parametrize("rule", ["", "---|---|---|---\n"])
def test_a_bar_at_the_beginning_of_an_open_row_parts_a_blank_cell(rule: str) -> None:
    (table,) = tables(f"세부사업|재원|계|2018년\n{rule}쉼터|시비|90|90\n|구비|70|70\n가로등|구비|5|\n")
    assert texts(table) == [
        ["세부사업", "재원", "계", "2018년"],
        ["쉼터", "시비", "90", "90"],
        ["", "구비", "70", "70"],
        ["가로등", "구비", "5", ""],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "담당 | 홍길동 | 건설과\n연락 | 전화 | 문의\n",
        "- 착공 | 2019. 3. | 준공\n- 감리 | 2019. 5. | 3\n",
        "구분 | 계 | 2018\n설명이 이어지는 글\n",
    ],
)
def test_lines_with_bars_that_are_no_table(text: str) -> None:
    assert tables(text) == []


def test_names_of_rows_set_wide() -> None:
    (table,) = tables(
        "구  분       계      2018년    2019년\n국   비     1,000       -        600\n합   계     2,000      500     1,500\n"
    )
    assert texts(table) == [
        ["구 분", "계", "2018년", "2019년"],
        ["국 비", "1,000", "-", "600"],
        ["합 계", "2,000", "500", "1,500"],
    ]


def test_a_schedule_between_bare_bars_keeps_its_blank_quarters() -> None:
    (table,) = tables(
        "구분 | 2018년 |  |  |  | 2019년 |  |  | \n | 1 | 2 | 3 | 4 | 1 | 2 | 3 | 4\n설계 |  | ■ | ■ |  |  |  |  | \n공사 |  |  |  |  | ■ | ■ |  | \n"
    )
    assert texts(table)[2:] == [
        ["설계", "", "■", "■", "", "", "", "", ""],
        ["공사", "", "", "", "", "■", "■", "", ""],
    ]


def test_bare_bars_part_the_marks_of_a_schedule() -> None:
    (table,) = tables("세부사업 | 2018 | 2019 | 2020\n공원 조성 |  | ● | ●\n벤치 교체 | ● |  | ●\n")
    assert [[cell.text for cell in row] for row in table.grid()][1:] == [
        ["공원 조성", "", "●", "●"],
        ["벤치 교체", "●", "", "●"],
    ]


@pytest.mark.parametrize("bar", ["｜", "\t|\t", "│"])
def test_bars_of_full_width_and_bars_between_tabs_frame_rows(bar: str) -> None:
    rows = [["구분", "2019년", "2020년"], ["국비", "100", "-"], ["시비", "50", "20"]]
    text = "\n".join(bar.strip("\t") + "\t" * bar.count("\t") + bar.join(row) + bar for row in rows)
    (table,) = tables(text)
    assert [[cell.text for cell in row] for row in table.grid()] == rows


def test_a_border_drawn_wider_than_its_rows_is_read_without_a_fault() -> None:
    text = "┌───┬────┐\n│ 구분 │ 2019년 │\n├───┼────┤\n│ 국비 │ 100    │\n├───┼────┤\n│ 시비 │ 50     │\n└───┴────┘\n"
    (table,) = tables(text)
    assert [[cell.text for cell in row] for row in table.grid()] == [
        ["구분", "2019년"],
        ["국비", "100"],
        ["시비", "50"],
    ]


def test_words_below_years_are_a_table_between_bare_bars() -> None:
    (table,) = tables("구분 | 2018 | 2019년 | '20년\n재정비 | 타당성 용역 | 설계 | 착공\n도로 |  | 설계 | 준공\n")
    assert texts(table) == [
        ["구분", "2018", "2019년", "'20년"],
        ["재정비", "타당성 용역", "설계", "착공"],
        ["도로", "", "설계", "준공"],
    ]


def test_full_width_years_head_a_table_between_bare_bars() -> None:
    (table,) = tables("구분|계|２０１８|２０１９\n국비|９００|４００|５００\n")
    assert texts(table) == [["구분", "계", "２０１８", "２０１９"], ["국비", "９００", "４００", "５００"]]


@pytest.mark.parametrize("heading", ["소요예산", "5 추진 실적"])
def test_the_heading_right_under_a_table_is_no_row_of_it(heading: str) -> None:
    (table,) = tables(f"구분      2018    2019\n국비       100     200\n시비       300     400\n{heading}\n")
    assert len(texts(table)) == 3


@pytest.mark.parametrize("text", [TABS, PIPES, BOX, PLUS], ids=["tabs", "pipes", "box", "plus"])
@pytest.mark.parametrize("blanks", [1, 2])
def test_blank_lines_between_all_lines_of_a_table_part_nothing(text: str, blanks: int) -> None:
    [close] = [block for block in read_text(text).blocks if isinstance(block, Table)]
    wide = text.strip("\n").replace("\n", "\n" * (blanks + 1))
    [apart] = [block for block in read_text(wide).blocks if isinstance(block, Table)]
    assert (texts(apart), spans(apart)) == (texts(close), spans(close))


def test_a_markdown_table_behind_a_blank_line_is_one_of_its_own() -> None:
    one = "| 구분 | 계 |\n\n|---|---|\n\n| 국비 | 3 |\n\n"
    found = [block for block in read_text(one + one).blocks if isinstance(block, Table)]
    assert [texts(table) for table in found] == [[["구분", "계"], ["국비", "3"]]] * 2


def test_a_heading_and_its_note_set_apart_with_a_tab_are_no_row() -> None:
    text = "소요예산\t(백만원)\n구분\t계\t2019\t2020\n국비\t30\t10\t20\n"
    page = read_text(text)
    [table] = [block for block in page.blocks if isinstance(block, Table)]
    assert texts(table) == [["구분", "계", "2019", "2020"], ["국비", "30", "10", "20"]]


@pytest.mark.parametrize("note", ["(단위: 백만원)", "단위 : 백만원", "※ 단위: 백만원"])
def test_a_note_of_the_unit_right_below_is_no_row(note: str) -> None:
    heads = "사업명\t2018년\t\t2019년\t\n\t시비\t구비\t시비\t구비\n"
    [found] = tables(heads + "산책로 정비\t1\t2\t3\t4\n쉼터 조성\t5\t6\t7\t8\n" + note + "\n")
    assert found.rows == 4


def test_a_name_of_several_lines_over_its_figures_is_one_row_below_a_head() -> None:
    rows = "| 노후     |      |      |\n| 상수관   |   20 |   30 |\n"
    (table,) = tables(
        f"+----------+------+------+\n| 구분     | 2018 | 2019 |\n+----------+------+------+\n{rows}+----------+------+------+\n"
    )
    assert texts(table) == [["구분", "2018", "2019"], ["노후 상수관", "20", "30"]]


def test_a_middle_dot_may_take_two_columns_in_a_drawn_table() -> None:
    line = "+----------+------+------+\n"
    rows = (
        "| 구분     | 2018 | 2019 |\n",
        "| 조리원   |      |      |\n| 설치·보| 20   | 30   |\n",
    )
    (table,) = tables(line + rows[0] + line + rows[1] + line + "| 쉼터     | 40   | 50   |\n" + line)
    assert texts(table)[1:] == [["조리원 설치·보", "20", "30"], ["쉼터", "40", "50"]]


def test_rules_part_the_rows_of_a_table_whose_walls_stand_askew() -> None:
    rule = "├────┼───┼───┤\n"
    (table,) = tables(
        f"┌────┬───┬───┐\n│ 구분 │ 2018 │ 2019 │\n{rule}│ 도서관  │ 20 │ 30 │\n│ 신축 │  │  │\n{rule}│ 쉼터 │ 4 │ 5 │\n└────┴───┴───┘\n"
    )
    assert texts(table) == [["구분", "2018", "2019"], ["도서관 신축", "20", "30"], ["쉼터", "4", "5"]]
