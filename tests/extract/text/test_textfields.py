"""Lines of a text that hold several things side by side, or one thing over several lines."""

from __future__ import annotations

import pytest

from pledgecards.convert import convert_bytes
from pledgecards.extract.page import Table
from pledgecards.extract.text import read_text
from pledgecards.extract.text.lines.cutlines import with_whole_lines
from pledgecards.extract.text.lines.dividers import without_rules
from pledgecards.extract.text.lines.fieldlines import with_fields_apart
from pledgecards.extract.text.lines.quoted import unquoted
from pledgecards.extract.text.lines.textline import split_lines
from pledgecards.extract.text.pages.headbreaks import with_whole_heads
from pledgecards.extract.text.pages.twocards import with_cards_in_turn
from pledgecards.extract.text.pages.twocolumns import with_columns_in_turn
from pledgecards.extract.text.tables.csvlines import with_tabs
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def apart(text: str) -> list[str]:
    return [line.text.strip() for line in with_fields_apart(split_lines(text), WORDS)]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("공약 번호 : 14  소관 부서 : 교통행정과", ["공약 번호 : 14", "소관 부서 : 교통행정과"]),
        ("공약번호 : 14 담당부서 : 건설과 담당자 : 홍길동", ["공약번호 : 14", "담당부서 : 건설과 담당자 : 홍길동"]),
        ("담당부서 : 건설과  사업기간 : 2019 ~ 2021", ["담당부서 : 건설과", "사업기간 : 2019 ~ 2021"]),
        ("향후 계획 - 준공 : 2021. 6.", ["향후 계획", "- 준공 : 2021. 6."]),
        ("추진실적 ○ 착공", ["추진실적", "○ 착공"]),
    ],
)
def test_fields_of_several_kinds_stand_on_lines_of_their_own(text: str, fields: list[str]) -> None:
    assert apart(text) == fields


@pytest.mark.parametrize(
    "text",
    [
        "담당부서 : 건설과  담당자 : 홍길동",
        "사업기간 : 2019 ~ 2021  사업비 : 300백만원",
        "담당부서: 문화예술과 | 임기구분: ■ 임기내 □ 임기외",
        "추진실적 - 2019년 상반기",
        "- 사업명 : 도로 포장 사업비 : 300백만원",
    ],
)
def test_fields_of_one_kind_and_headings_of_two_parts_stay(text: str) -> None:
    assert apart(text) == [text]


def test_people_go_on_below_the_words_behind_their_label() -> None:
    text = "담당부서 : 건설과\n           (과장 홍길동)\n협조부서 : 회계과\n"
    assert [line.text for line in with_whole_heads(split_lines(text), WORDS, paper=False).lines] == [
        "담당부서 : 건설과 (과장 홍길동)", "협조부서 : 회계과", "",
    ]  # fmt: skip


def test_a_title_in_a_text_not_broken_elsewhere_ends_with_its_line() -> None:
    text = "공약 3. 밝은 거리 만들기와 골목길 정비 사업\n보안등 300등을 교체합니다\n"
    assert with_whole_heads(split_lines(text), WORDS, paper=False).cut == frozenset()


def test_columns_under_joint_headings_follow_one_another() -> None:
    text = "2019년 추진실적          2020년 추진실적\n- 설계 : 2019. 2.        - 착공 : 2020. 1.\n- 매입 : 2019. 3.        - 준공 : 2020. 9.\n"
    lines = [line.text.strip() for line in with_columns_in_turn(split_lines(text), WORDS) if not line.blank]
    assert lines == [
        "2019년 추진실적", "- 설계 : 2019. 2.", "- 매입 : 2019. 3.",
        "2020년 추진실적", "- 착공 : 2020. 1.", "- 준공 : 2020. 9.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["2018년\t2019년\n10\t20\n", "2018년\t2019년\n-\t- 20\n", "2018년      2019년\n  10      20\n"]
)
def test_years_over_figures_are_no_columns_of_text(text: str) -> None:
    lines = split_lines(text)
    assert with_columns_in_turn(lines, WORDS) == lines


def test_the_signs_of_a_quoted_mail_are_taken_out() -> None:
    lines, signs = unquoted(split_lines("> 공약 1. 가\n>\n> - 나\n> > 다\n> 라\n> 마"))
    assert [line.text for line in lines] == ["공약 1. 가", "", "- 나", "> 다", "라", "마"]
    assert signs == 6


def test_signs_before_a_few_lines_stay() -> None:
    text = "> 추진실적\n- 가\n- 나\n> 향후계획\n- 다\n- 라"
    assert [line.text for line in unquoted(split_lines(text))[0]] == text.split("\n")


def test_the_number_of_a_page_within_a_drawn_table_parts_it_not() -> None:
    row = "| {} | 1 |\n+---+---+\n"
    text = "+---+---+\n" + row.format("가") + "- 3 -\n+---+---+\n" + row.format("나")
    [table] = read_text(text).blocks
    assert isinstance(table, Table)
    assert [cell.text for cell in table.cells if cell.col == 0] == ["가", "나"]


def test_lines_between_a_single_border_and_none_are_read_without_a_fault() -> None:
    text = "|   지표   | 단위 |  2019~2020  |\n|          |      +------+------+\n|          |      | 2019 | 2020 |\n| 교체     |  등  |  1   |  2   |\n"
    assert read_text(text).blocks


def test_commas_part_where_a_head_of_years_and_its_rows_say_so() -> None:
    text = '공약명,"가, 나"\n구분,계,2019,2020\n국비,"1,200",600,600\n시비,300,100,200'
    assert [line.text for line in with_tabs(split_lines(text), WORDS)[0]] == [
        "공약명\t가, 나",
        "구분\t계\t2019\t2020",
        "국비\t1,200\t600\t600",
        "시비\t300\t100\t200",
    ]


def test_commas_part_the_marks_and_the_blank_cells_of_a_schedule() -> None:
    text = "세부사업,2018,2019,2020\n공원 조성,,●,●\n벤치 교체,,,\n가로등 교체,→,→,"
    assert [line.text for line in with_tabs(split_lines(text), WORDS)[0]] == [
        "세부사업\t2018\t2019\t2020",
        "공원 조성\t\t●\t●",
        "벤치 교체",
        "가로등 교체\t→\t→",
    ]


def test_rows_of_words_with_as_many_cells_are_of_the_table_of_commas() -> None:
    text = "세부사업,2018,,2019,\n,상,하,상,하\n공원 조성,,●,●,\n,,설계,공사,"
    assert [line.text for line in with_tabs(split_lines(text), WORDS)[0]] == [
        "세부사업\t2018\t\t2019",
        "\t상\t하\t상\t하",
        "공원 조성\t\t●\t●",
        "\t\t설계\t공사",
    ]


def test_commas_that_may_part_thousands_stay() -> None:
    text = "구분,계,2019,2020\n국비,600,300,300\n시비,1,200,600,600"
    assert [line.text for line in with_tabs(split_lines(text), WORDS)[0]] == text.split("\n")


def test_commas_of_bullets_beside_a_table_of_a_sheet_stay() -> None:
    text = "- 국비,시비 확보\n구분,계,2019,2020\n국비,600,300,300\n시비,200,100,100"
    assert with_tabs(split_lines(text), WORDS)[0][0].text == "- 국비,시비 확보"


def test_rules_on_both_sides_of_words_are_no_text_and_what_only_counts_is_of_no_card() -> None:
    text = "--- 공약카드 1/2 ---\n공약명: 가나\n--- 공약카드 2/2 ---\n=== 공약 2. 다라 ===\n------\n- 마바"
    lines, counting, signs = without_rules(split_lines(text), WORDS)
    assert [line.text for line in lines][3:] == ["공약 2. 다라", "------", "- 마바"]
    assert counting == {0, 2}
    assert signs == 6


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "추진실적\t2019.4. 가\n2020.4. 나\n향후계획\t2021.4. 다",
            ["추진실적", "2019.4. 가", "2020.4. 나", "향후계획", "2021.4. 다"],
        ),
        ("공약명\t가나\n향후계획\t2021.4. 다", ["공약명\t가나", "향후계획\t2021.4. 다"]),
        ("향후계획\t완료", ["향후계획\t완료"]),
    ],
)
def test_a_section_and_its_words_between_lines_without_tabs_stand_apart(text: str, lines: list[str]) -> None:
    assert apart(text) == lines


def test_bullets_in_cells_beside_the_name_of_their_section_are_deeds_and_plans() -> None:
    card = (
        "공약 31. 공공도서관 확충\n□ 사업개요\n - 도서관 2곳\n{}추진실적\t- 쉼터도서관 개관: 2019. 3. 2.\n"
        "\t- 숲도서관 착공: 2019. 5. 1.\n향후계획\t- 숲도서관 준공: 2021. 4.\n"
    )
    for gap in ("", "\n"):
        rows = convert_bytes(card.format(gap).encode())
        assert [row["label"] for row in rows["events"]] == ["쉼터도서관 개관", "숲도서관 착공"]


CARDS_BESIDE = """\
                      나래구 공약실천계획
{}
1. 사업개요                       1. 사업개요
 - 위치: 중앙동                     - 위치: 신길동
2. 추진실적                       - 규모: 3개소
 - 착공: 2019. 3.               2. 추진실적
 - 준공: 2020. 5.
"""


@pytest.mark.parametrize(
    "titles",
    [
        "11. 골목 주차장                   12. 작은 도서관",
        "공약명 : 골목 주차장                공약명 : 작은 도서관",
        "골목 주차장                       작은 도서관",
    ],
)
def test_two_cards_beside_each_other_follow_one_another(titles: str) -> None:
    lines = with_cards_in_turn(split_lines(CARDS_BESIDE.format(titles)), WORDS)
    one, other = titles.split("   ")[0], titles.split("   ")[-1].strip()
    assert [line.text.strip() for line in lines if not line.blank] == [
        "나래구 공약실천계획",
        *(one, "1. 사업개요", "- 위치: 중앙동", "2. 추진실적", "- 착공: 2019. 3.", "- 준공: 2020. 5."),
        *(other, "1. 사업개요", "- 위치: 신길동", "- 규모: 3개소", "2. 추진실적"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # A contents page; the columns of one card; a line across both.
        "11. 골목 주차장          12. 작은 도서관\n13. 경로당 개보수         14. 어린이 공원\n",
        "1. 사업개요             2. 추진실적\n - 위치: 중앙동           - 착공: 2019. 3.\n",
        "1. 사업개요             1. 사업개요\n2. 추진실적은 두 카드가 함께 쓰는 한 줄의 글입니다\n - 위치     - 착공\n",
    ],
)
def test_what_is_no_two_cards_stays(text: str) -> None:
    lines = split_lines(text)
    assert with_cards_in_turn(lines, WORDS) == lines


def test_commas_part_a_single_row_unless_they_may_part_thousands() -> None:
    head = "세부사업,단위,2019,2020\n"
    assert with_tabs(split_lines(head + "도서관 신축,%,40,60"), WORDS)[0][1].text == "도서관 신축\t%\t40\t60"
    assert with_tabs(split_lines(head + "도서관 신축,개,1,200"), WORDS)[0][1].text == "도서관 신축,개,1,200"


def test_a_row_of_commas_does_not_go_on_in_one_whose_name_is_blank() -> None:
    text = "세부사업,재원,계,2019,2020,2021\n도서관 신축,국비,600,100,200,300\n,도비,60,10,20,30"
    assert with_whole_lines(split_lines(text), WORDS) == split_lines(text)


def test_bars_before_every_line_are_signs_of_a_quotation_and_draw_no_table() -> None:
    card = "3. 도서관\n\n■ 사업개요\n- 위치: 중앙로\n- 규모: 2층\n- 대상: 주민\n■ 예산\n| 구분 | 2019 |\n|---|---|\n| 국비 | 20 |\n■ 추진실적\n- 설계\n- 착공\n- 준공"
    lines, signs = unquoted(split_lines("\n".join(f"| {line}" for line in card.split("\n"))))
    assert "\n".join(line.text for line in lines) == card
    assert signs == 14
