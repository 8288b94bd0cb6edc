"""Level rules one below the other: which are a table's own, and which part the rows of one of its groups."""

from __future__ import annotations

from canvas_builder import CanvasBuilder, tables_of, texts_of

from pledgecards.extract.layout import lay_out
from pledgecards.extract.layout.ink.sorting import Drawing
from pledgecards.extract.layout.tables.between_rungs import is_heading, part_notes
from pledgecards.extract.layout.tables.ladders import Stretch, ladders_of
from pledgecards.schemas.vocabulary import Vocabulary


def rules(*lines: tuple[float, float, float]) -> list[Drawing]:
    """Rules, each from its height, its left end and its right end."""
    return [Drawing("rule", (x0, y - 0.25, x1, y + 0.25)) for y, x0, x1 in lines]


def heights(drawings: list[Drawing]) -> list[float]:
    return sorted((d.box[1] + d.box[3]) / 2 for d in drawings)


def test_shorter_rules_that_reach_a_side_part_the_rows_of_a_group() -> None:
    (ladder,) = ladders_of(rules((100, 50, 540), (120, 50, 540), (138, 200, 540), (156, 200, 540), (174, 50, 540)))
    assert heights(ladder.rungs) == [100, 120, 174]
    assert heights(ladder.partial) == [138, 156]


def test_groups_of_one_table_make_no_table_of_their_own() -> None:
    lines = [(100, 50, 540), (120, 50, 540), (138, 200, 540), (156, 50, 540), (174, 200, 540), (192, 50, 540)]
    (ladder,) = ladders_of(rules(*lines))
    assert heights(ladder.partial) == [138, 174]


def test_a_table_that_stands_off_from_both_sides_is_one_within() -> None:
    found = ladders_of(rules((100, 50, 540), (120, 200, 480), (140, 200, 480), (160, 200, 480), (180, 50, 540)))
    assert [heights(ladder.rungs) for ladder in found] == [[100, 180], [120, 140, 160]]


def test_tables_one_below_the_other_stay_apart() -> None:
    found = ladders_of(rules((100, 50, 540), (120, 50, 540), (300, 50, 400), (320, 50, 400)))
    assert [heights(ladder.rungs) for ladder in found] == [[100, 120], [300, 320]]


def test_rules_that_end_within_a_group_at_the_foot_of_the_page_close_its_table() -> None:
    lines = [(100, 50, 540), (120, 50, 540), (138, 200, 540), (156, 50, 540), (174, 200, 540), (192, 200, 540)]
    (ladder,) = ladders_of(rules(*lines))
    assert heights(ladder.rungs) == [100, 120, 156, 192]
    assert heights(ladder.partial) == [138, 174]


def test_rules_below_a_table_whose_rows_none_of_them_parts_are_of_another() -> None:
    lines = [(100, 50, 540), (120, 50, 540), (140, 50, 540), (160, 200, 540), (180, 200, 540)]
    assert [heights(ladder.rungs) for ladder in ladders_of(rules(*lines))] == [[100, 120, 140], [160, 180]]


def test_one_rule_below_the_head_at_the_foot_of_the_page_closes_the_table_under_another() -> None:
    above = [(20, 50, 540), (40, 50, 540), (52, 50, 540)]  # a table of its own, a heading lower
    (ladder,) = ladders_of(rules(*above, (100, 50, 540), (116, 50, 540), (132, 200, 540)))
    assert heights(ladder.rungs) == [20, 40, 52, 100, 116, 132]


def test_rules_that_begin_within_a_group_at_the_top_of_the_page_open_its_table() -> None:
    lines = [(100, 200, 540), (118, 200, 540), (136, 50, 540), (154, 200, 540), (172, 50, 540)]
    (ladder,) = ladders_of(rules(*lines))
    assert heights(ladder.rungs) == [100, 136, 172]
    assert heights(ladder.partial) == [118, 154]


def test_the_last_row_of_a_group_at_the_top_of_the_page_is_of_the_table_above_the_break_only() -> None:
    lines = [(100, 200, 540), (118, 50, 540), (136, 50, 540), (154, 50, 540)]
    (ladder,) = ladders_of(rules(*lines), [50, 200, 300, 540])
    assert heights(ladder.rungs) == [100, 118, 136, 154]
    (alone,) = ladders_of(rules(*lines))
    assert heights(alone.rungs) == [118, 136, 154]


class TestGoingOn:
    """A table with level rules only, whose rows go on at the top of the next page, and another one below them."""

    @staticmethod
    def columns(page: CanvasBuilder, y: float, *texts: str) -> None:
        for x, text in zip((60, 130, 200, 270, 340, 410), texts, strict=False):
            page.text(x, y, text)

    def first(self) -> CanvasBuilder:
        page = CanvasBuilder()
        for y in (700, 720, 740, 760):
            page.level(56, 480, y)
        for left in (56, 126, 196, 266, 336, 406):
            page.fill(left, 700, left + (74 if left == 406 else 70), 720, 0xDDDDDD)
        self.columns(page, 705, "재원", "계", "2018년", "2019년", "2020년", "2021년")
        self.columns(page, 725, "계", "100", "20", "20", "30", "30")
        self.columns(page, 745, "국비", "50", "10", "10", "15", "15")
        return page

    def test_the_heading_of_the_next_table_is_no_row(self) -> None:
        page = CanvasBuilder(number=2)
        for y in (60, 80, 100, 160, 180, 200):
            page.level(56, 480, y)
        self.columns(page, 65, "시비", "30", "10", "10", "5", "5")
        self.columns(page, 85, "구비", "20", "-", "-", "10", "10")
        page.text(60, 125, "성", size=14)
        page.text(140, 125, "과지표", size=14)
        self.columns(page, 165, "지표명", "단위", "2018년", "2019년", "2020년", "2021년")
        self.columns(page, 185, "도서관", "개소", "1", "1", "2", "2")
        going = tables_of(lay_out(page.canvas(), lay_out(self.first().canvas())))[0]
        assert texts_of(going) == [["시비", "30", "10", "10", "5", "5"], ["구비", "20", "-", "-", "10", "10"]]

    def going_on_below(self, foot: str) -> int:
        """How many tables the second page has, where the first ends with this line."""
        first, page = self.first(), CanvasBuilder(number=2)
        first.text(56, 800, foot)
        for y in (60, 80, 100):
            page.level(56, 480, y)
        self.columns(page, 65, "시비", "30", "10", "10", "5", "5")
        page.text(60, 85, "구비")
        return len(tables_of(lay_out(page.canvas(), lay_out(first.canvas()))))

    def test_a_running_line_at_the_foot_of_the_page_does_not_end_the_table(self) -> None:
        assert self.going_on_below("새벌구청 기획예산과 공약관리팀") == 1

    def test_a_heading_at_the_foot_of_the_page_ends_it(self) -> None:
        assert self.going_on_below("□ 성과지표와 그 목표값") == 0

    def test_a_larger_heading_under_a_running_rule_is_no_row(self) -> None:
        page = CanvasBuilder(number=2)
        for y in (44, 84, 104, 124):
            page.level(56, 480, y)
        page.text(60, 60, "성과지표", size=13)
        self.columns(page, 89, "지표명", "단위", "2018년", "2019년", "2020년", "2021년")
        self.columns(page, 109, "도서관", "개소", "1", "1", "2", "2")
        (table,) = tables_of(lay_out(page.canvas(), lay_out(self.first().canvas())))
        assert texts_of(table)[0][0] == "지표명"

    def test_a_table_goes_on_below_the_rule_of_a_running_head(self) -> None:
        page = CanvasBuilder(number=2)
        for y in (44, 62, 82, 102):
            page.level(56, 480, y)
        page.text(56, 30, "공약사업 관리카드", size=8)
        self.columns(page, 67, "시비", "30", "10", "10", "5", "5")
        page.text(60, 87, "구비")
        (table,) = tables_of(lay_out(page.canvas(), lay_out(self.first().canvas())))
        assert [row[0] for row in texts_of(table)] == ["시비", "구비"]


def noted(*below: str) -> list[float]:
    """The rungs around a note of units and what stands a line below it, side by side, in one band."""
    (ladder,) = ladders_of(rules((100, 50, 540), (180, 50, 540)))
    note = Stretch(60, 120, 115, 10, "(단위 : 억원)")
    pitch = 460 / len(below)
    row = [Stretch(60 + pitch * k, 80 + pitch * k, 160, 10, text) for k, text in enumerate(below)]
    part_notes(ladder, [note, *row], Vocabulary.standard())
    return [ladder.at(rung) for rung in range(len(ladder.rungs))]


def test_a_note_over_the_first_row_of_a_table_is_parted_from_it_and_one_over_a_heading_of_spread_letters_is_not() -> (
    None
):
    assert noted("재원", "계", "2018", "2019") == [100, 137.5, 180]
    assert noted("❍", "성", "과", "지", "표") == [100, 180]


def test_a_heading_of_spread_letters_with_its_note_below_is_no_row() -> None:
    heading = [Stretch(65 + 32 * at, 78 + 32 * at, 634, 13, sign) for at, sign in enumerate("❍추진율")]
    note = Stretch(449, 540, 656, 9, "(2020. 12. 31. 기준)")
    words = Vocabulary.standard()
    assert is_heading([*heading, note], [], words)
    assert not is_heading([*heading, Stretch(449, 540, 656, 9, "1,200")], [], words)


def test_a_stripe_behind_a_name_and_its_bar_is_a_row_and_no_head() -> None:
    """A time table with a filled head and level rules only, every other row striped from side to side; the bars are fills."""
    page = CanvasBuilder()
    edges = [60, 180, 270, 360, 450, 540]
    for x0, x1, text in zip(edges, edges[1:], ("세부사업", "2019", "2020", "2021", "2022"), strict=False):
        page.fill(x0, 100, x1, 118, 0xD9D9D9)
        page.text(x0 + 8, 104, text)
    for y in (100, 118, 136, 154, 172):
        page.level(60, 540, y)
    page.fill(60, 136, 540, 154, 0xEEF3FA)
    for y, name in ((118, "설계"), (136, "공사"), (154, "운영")):
        page.text(64, y + 4, name)
    page.fill(182, 140, 268, 150, 0x4472C4)
    page.fill(272, 158, 448, 168, 0x4472C4)
    (table,) = tables_of(lay_out(page.canvas()))
    assert [row[0] for row in texts_of(table)] == ["세부사업", "설계", "공사", "운영"]
    barred = {(cell.row, cell.col) for cell in table.cells if cell.bar > 0.5}
    assert barred == {(2, 1), (3, 2), (3, 3)}


def test_halves_under_years_head_a_column_each_though_nothing_but_gaps_parts_their_letters() -> None:
    page = CanvasBuilder()
    for y in (100, 130, 150, 170):
        page.level(60, 540, y)
    for x, year in ((215, "2018"), (335, "2019"), (455, "2020")):
        page.text(x, 103, year)
    page.text(70, 111, "세부사업")
    for number in range(6):
        page.text(190 + 60 * number, 118, "상하"[number % 2])
    page.text(64, 135, "설계")
    page.text(190, 135, "■")
    page.text(64, 155, "공사")
    for x in (250, 310, 370, 430, 490):
        page.text(x, 155, "■")
    (table,) = tables_of(lay_out(page.canvas()))
    assert texts_of(table)[1:] == [
        ["", "상", "하", "상", "하", "상", "하"],
        ["설계", "■", "", "", "", "", ""],
        ["공사", "", "■", "■", "■", "■", "■"],
    ]


def test_the_edge_of_a_filled_label_and_the_gap_beside_it_part_the_same_columns() -> None:
    page = CanvasBuilder()
    for y in (100, 120, 140):
        page.level(60, 540, y)
    page.fill(60, 100, 180, 140, 0xFCE4D6)
    for y, label, value in ((105, "공약번호", "25"), (125, "공약명", "걷기 좋은 길 조성")):
        page.text(64, y, label)
        page.text(184, y, value)
    (table,) = tables_of(lay_out(page.canvas()))
    assert texts_of(table) == [["공약번호", "25"], ["공약명", "걷기 좋은 길 조성"]]


class TestHeadsOfTwoStoreys:
    """Level rules only, and labels over several columns: between two of them, or over a rule of their own."""

    def test_a_label_between_its_two_columns_has_none_of_its_own(self) -> None:
        page = CanvasBuilder()
        page.fill(56, 100, 480, 128, 0xDDDDDD)
        for y in (100, 128, 146):
            page.level(56, 480, y)
        page.level(150, 440, 114)
        page.text(60, 109, "지표명")
        for x, year in ((195, "2019년"), (335, "2020년")):
            page.text(x, 103, year)
            page.text(x - 35, 117, "목표")
            page.text(x + 45, 117, "실적")
        for x, figure in zip((60, 160, 240, 300, 380), ("산책로", "10", "20", "30", "40"), strict=True):
            page.text(x, 132, figure)
        (table,) = tables_of(lay_out(page.canvas()))
        assert texts_of(table) == [
            ["지표명", "2019년", "", "2020년", ""],
            ["", "목표", "실적", "목표", "실적"],
            ["산책로", "10", "20", "30", "40"],
        ]

    def test_a_label_over_its_rule_is_of_the_columns_below_that(self) -> None:
        page = CanvasBuilder()
        for y in (100, 132, 150, 168):
            page.level(56, 480, y)
        page.level(190, 440, 116)
        for x, head in ((60, "재원"), (130, "기투자"), (280, "연도별"), (450, "향후")):
            page.text(x, 111, head)
        for x, year in zip((200, 265, 330, 395), ("2018년", "2019년", "2020년", "2021년"), strict=True):
            page.text(x, 121, year)
        for y, source in ((136, "국비"), (154, "구비")):
            page.text(60, y, source)
            for x in (130, 200, 265, 330, 395, 450):
                page.text(x, y, "120")
        (table,) = tables_of(lay_out(page.canvas()))
        assert texts_of(table)[:2] == [
            ["재원", "기투자", "연도별", "", "", "", "향후"],
            ["", "", "2018년", "2019년", "2020년", "2021년", ""],
        ]
