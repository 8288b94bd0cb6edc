"""Tables with neither rules nor fills."""

from __future__ import annotations

from canvas_builder import CanvasBuilder, spans_of, tables_of, texts_of, width_of

from pledgecards.extract.layout import lay_out


def page(*lines: str, xs: tuple[int, ...] = (60, 140, 220, 300, 380), pitch: int = 15) -> CanvasBuilder:
    """Lines of words, `|` between their columns: the first at its left edge, the others ending at the columns' right edges."""
    made = CanvasBuilder()
    for k, line in enumerate(lines):
        for x, text in zip(xs, line.split("|"), strict=False):
            text = text.strip()
            if text:
                made.text(x if x == xs[0] else x + 40 - width_of(text), 100 + pitch * k, text)
    return made


BUDGET = (
    "재원 | 계 | 2018년 | 2019년 | 2020년",
    "계 | 960 | 120 | 280 | 560",
    "국비 | - | - | - | -",
    "구비 | 960 | 120 | 280 | 560",
)


def tables(made: CanvasBuilder) -> list[list[list[str]]]:
    return [texts_of(table) for table in tables_of(lay_out(made.canvas()))]


def test_figures_in_columns_under_their_heads_are_a_table() -> None:
    (found,) = tables(page("소요예산", *BUDGET))
    assert found == [[text.strip() for text in line.split("|")] for line in BUDGET]


def test_marks_in_columns_are_one_too_and_blanks_stay_blank() -> None:
    gantt = ("공정 | 2018년 | 2019년 | 2020년 | 2021년", "설계 | ● | | | ", "공사 | | ● | ● | ")
    assert tables(page(*gantt)) == [[[text.strip() for text in line.split("|")] for line in gantt]]


def test_a_label_over_the_middle_of_several_columns_spans_them() -> None:
    xs = (60, 140, 200, 260, 320)
    made = page(" ", "사업 | 국비 | 구비 | 국비 | 구비", "설계 | 10 | 20 | 30 | 40", "공사 | 10 | 20 | 30 | 40", xs=xs)
    for left, text in ((140, "2018년"), (260, "2019년")):
        made.text(left + 60 - width_of(text) / 2, 100, text)
    (table,) = tables_of(lay_out(made.canvas()))
    assert {(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 1, 2)} <= spans_of(table)


def test_words_in_columns_are_none() -> None:
    assert (
        tables(
            page(
                "부서 | 직위 | 성명 | 비고 | 전화",
                "교통과 | 과장 | 홍길동 | 총괄 | 국번",
                "주차과 | 팀장 | 김가나 | 실무 | 국번",
            )
        )
        == []
    )


def test_a_line_that_may_be_the_rest_of_a_name_leaves_all_unread() -> None:
    assert tables(page(*BUDGET[:2], "(국가", "국비 | 960 | 120 | 280 | 560")) == []


def test_figures_that_share_a_column_leave_all_unread() -> None:
    assert tables(page(*BUDGET[:3], "구비 | 960 120 | 280 | 560 | ")) == []


def test_lines_without_a_head_are_none() -> None:
    assert tables(page(*BUDGET[1:])) == []


def test_a_head_in_the_middle_of_two_storeys_stands_beside_both() -> None:
    made = page(" ", " | 상 | 하 | 상 | 하", "설계 | ■ | ■ | | ", "공사 | | ■ | ■ | ■", xs=(60, 140, 200, 260, 320))
    made.text(60, 107, "구분")
    for left, text in ((170, "2019년"), (290, "2020년")):
        made.text(left + 35 - width_of(text) / 2, 100, text)
    (table,) = tables_of(lay_out(made.canvas()))
    assert {(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 1, 2)} <= spans_of(table)
    assert texts_of(table)[1][1:] == ["상", "하", "상", "하"]


def test_the_lower_storey_alone_is_no_head() -> None:
    made = page("구분 | 2018년 | | 2019년 | ", " | 상 | 하 | 상 | 하", "설계 | ■ | ■ | | ■", "공사 | | ■ | ■ | ■")
    assert tables(made) == []


def beside(*lines: str, xs: tuple[int, ...] = (60, 140, 220, 300, 380), right: int = 76) -> CanvasBuilder:
    """The first line over the middles of wide columns, the figures of those below against their right sides."""
    made = page(*(line.split("|")[0] for line in lines), xs=xs)
    for k, line in enumerate(lines):
        for x, text in zip(xs[1:], (text.strip() for text in line.split("|")[1:]), strict=False):
            if text:
                made.text(x + (40 - width_of(text) / 2 if k == 0 else right - width_of(text)), 100 + 15 * k, text)
    return made


def test_figures_against_the_sides_of_wide_columns_are_of_the_nearest_heads() -> None:
    lines = ("재원 | 계 | 2018 | 2019 | 2020", "국비 | 6 | 1 | 2 | 3", "구비 | 5 | | 2 | 3")
    assert tables(beside(*lines)) == [[[text.strip() for text in line.split("|")] for line in lines]]


def test_a_blank_column_among_them_stays_blank() -> None:
    lines = ("재원 | 계 | 2018 | 2019 | 2020", "국비 | 5 | | 2 | 3", "구비 | 5 | | 2 | 3")
    assert tables(beside(*lines)) == [[[text.strip() for text in line.split("|")] for line in lines]]


def test_figures_on_different_sides_of_their_heads_are_none_where_a_column_is_blank() -> None:
    # `계` is 210 wide, so that its figures end right before the head of the blank column behind it.
    made = page("재원", "국비", "구비", xs=(40, 0))
    for left, right, text in ((90, 300, "계"), (300, 340, "2018"), (340, 380, "2019"), (380, 420, "2020")):
        made.text((left + right - width_of(text)) / 2, 100, text)
        for k in (1, 2):
            if text != "2018":
                made.text(right - 3 - width_of("6"), 100 + 15 * k, "6")
    assert tables(made) == []


def test_figures_that_could_be_months_are_no_lower_storey() -> None:
    lines = ("지표 | 단위 | 2018 | 2019 | 2020", "보도 정비 | km | 2 | 4 | 6", "가로등 | 개 | 5 | 8 | 9")
    assert tables(page(*lines)) == [[[text.strip() for text in line.split("|")] for line in lines]]


def test_dates_beside_deeds_under_a_head_of_words_are_a_table() -> None:
    deeds = (
        "추진일자 | 추진내용",
        "2019. 2. 20. | 기본계획 수립",
        "2020. 3. ~ 9. | 실시설계",
        "2021. 6. 30.(수) | 준공",
    )
    assert tables(page("추진실적", *deeds, xs=(60, 300))) == [
        [[text.strip() for text in line.split("|")] for line in deeds]
    ]
    # A list of deeds with its dates in front of them has no head, and labels beside their values are no deeds.
    assert tables(page("추진실적", *deeds[1:], xs=(60, 300))) == []
    assert tables(page("사업위치 | 중리동", "사업기간 | 2019년", "담당부서 | 문화과", xs=(60, 300))) == []


def test_a_heading_between_two_tables_is_no_rest_of_a_name() -> None:
    deeds = ("추진내용 | 담당부서 | 비고", "부지 매입 | 회계과 | 완료")
    first, *_ = tables(page("소요예산", *BUDGET, "추진실적", *deeds))
    assert first == [[text.strip() for text in line.split("|")] for line in BUDGET]


def test_labels_over_their_values_are_a_table() -> None:
    made = CanvasBuilder()
    for x, label, value in (
        (60, "주관부서", "문화예술과"),
        (180, "사업기간", "2019~2022"),
        (300, "총사업비", "32억원"),
    ):
        made.text(x, 100, label)
        made.text(x, 115, value)
    assert tables(made) == [[["주관부서", "사업기간", "총사업비"], ["문화예술과", "2019~2022", "32억원"]]]
