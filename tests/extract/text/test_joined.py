"""Cells of narrow columns that single spaces part, as pdftotext sets them: each in its own column, or in none."""

from __future__ import annotations

import pytest
from paper import tables

from pledgecards.extract.page import Table

HEAD = "    세부사업           단위 목표 '18년 '19년 '20년 '21년 '22.6."


def texts(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def test_heads_and_figures_that_single_spaces_part() -> None:
    text = f"\f{HEAD}\n도서관 건립 수립        개소 1,803 5 520 2 925 351\n가로등 설치           건 2,042 1 27 13 533 1,468\n"
    (table,) = tables(text)
    assert texts(table)[0] == ["세부사업", "단위", "목표", "'18년", "'19년", "'20년", "'21년", "'22.6."]
    assert texts(table)[1] == ["도서관 건립 수립", "개소", "1,803", "5", "520", "2", "925", "351"]
    assert texts(table)[2] == ["가로등 설치", "건", "2,042", "1", "27", "13", "533", "1,468"]


def test_words_behind_a_figure_are_of_its_cell() -> None:
    (table,) = tables(
        "\f    세부사업               단위 목표 2018년 2019년 2020년 2021년 2022년 6월\n"
        "전통시장 시설 현대화            회 3,223 992 착공 1,133 착공 217 운영 10 준공 871 착공\n"
    )
    assert texts(table)[1][2:] == ["3,223", "992 착공", "1,133 착공", "217 운영", "10 준공", "871 착공"]


def test_a_note_behind_the_last_figure_is_of_the_notes() -> None:
    (table,) = tables(
        "\f구분   계      2018   2019   2020     비고\n"
        "계    69,582 34,373 1,169  34,040 추경\n"
        "국비   9,582  4,373  1,169  4,040  국비 확보\n"
    )
    assert texts(table)[1] == ["계", "69,582", "34,373", "1,169", "34,040", "추경"]
    assert texts(table)[2] == ["국비", "9,582", "4,373", "1,169", "4,040", "국비 확보"]


def test_a_stage_that_ends_in_a_figure_is_one_cell() -> None:
    (table,) = tables(
        "\f세부사업        단위     목표      2018      2019      2020\n"
        "안심귀갓길         %     100     공정 20%   공정 50%   준공\n"
        "쉼터 조성         %     100     공정 10%   공정 30%   준공\n"
    )
    assert texts(table)[1] == ["안심귀갓길", "%", "100", "공정 20%", "공정 50%", "준공"]


def test_a_year_and_what_is_told_of_it_are_one_head() -> None:
    (table,) = tables(
        "\f      구분                ‘20.12월 실적             2021 목표                2022 목표\n"
        "     전기차(대)                          120                 200                   300\n"
        "     충전기(기)                           12                  20                    30\n"
    )
    assert texts(table)[0] == ["구분", "‘20.12월 실적", "2021 목표", "2022 목표"]
    assert texts(table)[1] == ["전기차(대)", "120", "200", "300"]


def test_so_are_a_year_and_a_source() -> None:
    (table,) = tables(
        "\f    사업명              '18년 국비   '18년 시비   '19년 국비   '19년 시비      계\n"
        "   아케이드                    30        20        50        50     150\n"
        "    주차장                      -        10        20        20      50\n"
    )
    assert texts(table)[0] == ["사업명", "'18년 국비", "'18년 시비", "'19년 국비", "'19년 시비", "계"]
    assert texts(table)[2] == ["주차장", "-", "10", "20", "20", "50"]


def test_what_stands_behind_the_last_of_several_years_is_a_head_of_its_own() -> None:
    (table,) = tables(
        "\f지표           단위 목표  2018  2019  2020 실적\n"
        "주차면수 확보       면  120    30    40    50  120\n"
        "쉼터 설치        개소    9     3     3     3    9\n"
    )
    assert texts(table)[0] == ["지표", "단위", "목표", "2018", "2019", "2020", "실적"]


def test_a_stage_behind_a_figure_is_of_its_cell() -> None:
    (table,) = tables(
        "지표                           단위   실적   2018            2019              2020            2021   2022   달성률\n"
        "가온길 청년창업센터 리모델링   명     720    216 공사 착공   432 주민 설명회   720 용역 준공                 60%\n"
        "물빛천 문화예술회관 정비       개소   10     4 확대 운영     8 개관            10 공정 50%                   50%\n"
        "도담동 어르신복지관 정비       %      54     20 공사 착공    40 시범 운영      54 실시설계                   54%\n"
    )
    assert texts(table)[2][2:] == ["10", "4 확대 운영", "8 개관", "10 공정 50%", "", "", "50%"]


def test_options_with_marks_are_no_heads_of_columns() -> None:
    assert not tables(
        "\f         임기구분                 ● 임기내 ○ 임기후\n\n"
        "         신규여부                 ● 신규 ○ 계속\n\n"
        "         사업주체                 ○ 자체 ○ 국가 ● 민간\n"
    )


def test_names_far_left_of_their_centred_head_are_under_it() -> None:
    (table,) = tables(
        "\f               세부사업               재원      2018      2019      2020\n"
        "                                  소계     5,676     2,787     3,768\n"
        "전통시장 현대화                          도비     4,528     2,534     2,828\n"
        "                                  시비     1,148       253       940\n"
    )
    assert table.cols == 5
    names = {row[0].text for row in table.grid()[1:] if row[0] and row[0].text}
    assert names == {"전통시장 현대화"}


@pytest.mark.parametrize("name", ["노후관 교체 2", "1단계 구간 3"])
def test_the_numeral_of_a_name_is_no_figure(name: str) -> None:
    found = tables(
        "\f    세부사업                계        2018      2019      2020\n"
        f"{name}                          1,200     300\n"
        "도로 정비                    100       10        40        50\n"
    )
    for table in found:
        assert "2" not in texts(table)[1][1:] and "3" not in texts(table)[1][1:]


def test_a_row_whose_cells_are_all_parted_by_single_spaces_below_one_with_gaps() -> None:
    (table,) = tables(
        "      세부사업           재원                계       2018년         2019년\n"
        "소요예산액                시비               5,943         1,700        1,015\n"
        "산업혁신 앵커시설 조성 - 2,473 1,600 735\n"
    )
    assert texts(table)[2] == ["산업혁신 앵커시설 조성", "-", "2,473", "1,600", "735"]


def test_names_of_sources_close_by_one_another_are_a_head_each() -> None:
    (table,) = tables(
        "\f 연도별        국비 도비 군비 민자 소계\n"
        " 2018 년     1.5    0.5   1.0    -       3.0\n"
        " 2019 년      10     4     6     2       22\n"
    )
    assert texts(table)[0] == ["연도별", "국비", "도비", "군비", "민자", "소계"]
    assert texts(table)[1] == ["2018 년", "1.5", "0.5", "1.0", "-", "3.0"]


def test_two_sources_over_figures_of_both_are_no_two_heads() -> None:
    text = (
        "\f 연도          계        국비 도비        군비\n"
        " 2018         30         15           15\n"
        " 2019         60         30           30\n"
    )
    assert not [table for table in tables(text) if "국비" in texts(table)[0]]


RESULTS = "          세부사업             단위 실적 2018 2019 2020 2021 2022    이행률\n"


def test_heads_left_of_their_columns_do_not_tell_which_cell_is_blank() -> None:
    # 65 stands under 2018, and is the result: on the page the letters of the heads took two columns each.
    rows = " 치매안심센터 운영 및 환경 정비        %     65   46   58   65           71%\n     상수관로 교체 추진           명     15   1    3    15           23%\n"
    assert tables("\f" + RESULTS + rows) == []


def test_full_rows_tell_the_columns_of_such_heads() -> None:
    full = "     상수관로 교체 추진           명     15   1    3    15   16   17     23%\n"
    part = " 치매안심센터 운영 및 환경 정비        %     65   46   58   65               71%\n"
    (table,) = tables("\f" + RESULTS + full + part)
    assert texts(table)[2] == ["치매안심센터 운영 및 환경 정비", "%", "65", "46", "58", "65", "", "", "71%"]


def test_a_unit_that_a_space_parts_from_its_name_stands_under_its_head() -> None:
    (table,) = tables(
        "\f                  세부사업                       단위     실적        2018년      2019년       2020년\n"
        "    산지유통센터 현대화 및 주변 환경 정비 개소                    20           1           5        20\n"
        "                                   도시숲 조성      %    40           4       37           40\n"
    )
    assert texts(table)[1][:3] == ["산지유통센터 현대화 및 주변 환경 정비", "개소", "20"]


def test_a_source_and_a_total_are_two_heads_before_years() -> None:
    (table,) = tables(
        "\f세부사업                            재원 총계             2018년          2019년\n"
        "쉼터 조성                            국비 9,004            2,464         6,540\n"
        "산책로 정비                           도비 10,121           389           9,732\n"
    )
    assert texts(table)[0] == ["세부사업", "재원", "총계", "2018년", "2019년"]
    assert texts(table)[1] == ["쉼터 조성", "국비", "9,004", "2,464", "6,540"]


def test_a_name_that_ends_with_the_word_of_a_unit_keeps_it() -> None:
    (table,) = tables(
        "\f성과지표           단위          최종목표              2018       2019         2020         현재실적          이행률\n\n"
        "     운행 노선         개              42            20          42            42           42             100%\n\n"
        "     이용 인원         천명             900           60          410           330          800            89%\n"
    )
    assert [row[:3] for row in texts(table)[1:]] == [["운행 노선", "개", "42"], ["이용 인원", "천명", "900"]]


def test_a_dash_under_the_head_of_units_leaves_a_name_its_last_word() -> None:
    (table,) = tables(
        "\f          지표명              단위              현재            2019            2020             2021              최종목표\n"
        "       농촌유학생 수              명               0              8             20               30                  30\n"
        "        센터 개관                -              -            설계              준공               운영                  운영\n"
    )
    assert texts(table)[2][:4] == ["센터 개관", "-", "-", "설계"]
