"""Texts as pdftotext sets them whose rows cannot be told: they stay text, so that no figure falls to another name."""

from __future__ import annotations

import pytest
from paper import tables


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "                                                                       ’21년 예산                  향후 확보\n"
            "계           도비         군비          계           도비        군비\n"
            "    2,400     600       1,800          1,300       300      1,000                550                      550\n"
            "\f",
            id="two groups of sources under years that head blank columns",
        ),
        pytest.param(
            "                                              2019년                                                    2020년                                                2021년\n"
            "   구분\n"
            "                                    목표                             실적                       목표                          실적                        목표                      실적\n"
            "발굴조사 면적(㎡)                                        3,000                 3,200                          3,000                   2,850               -\n"
            "\f",
            id="a head of three storeys, its names between",
        ),
        pytest.param(
            "            2018       2019              2020                 2021              2022\n"
            "             하     상          하      상           하        상          하      상          하\n"
            "계획\n"
            "\f",
            id="a name that may be the rest of the one above",
        ),
        pytest.param(
            "                                 ’18     ’19     ’20      ’21     ’22      ’18     ’19   ’20       (’20) 체험단지 조성률          누적 공정률(%)        5       25      50      85      100       5       23    46      92.0%\n"
            "체험관 건립(동)                   0               1               1               2             1\n"
            "한옥 숙박(실)                    -               4               6              10             5\n"
            "\f",
            id="two tables side by side",
        ),
        pytest.param(
            "     59          스마트 안전도시 구축\n"
            "임기구         ○ 임기내 ● 임기                    신규여          ○ 신규 ● 계               사업주          ○ 자체 ○ 국가 ● 민\n"
            "   분        후                                부         속                         체         간\n"
            "\f",
            id="options broken over two lines under shifted names",
        ),
        pytest.param(
            "      구   분                      계               국비              도비             군비\n"
            "              2019              500                 250           80            170\n"
            "임기내\n"
            "              2020              600                 300           90            210\n"
            "\f",
            id="a group named between the rows of its years",
        ),
        pytest.param(
            " 성과지표          단위           구분   2018        2019         2020           2021     2022\n"
            "                            목표   71.5        74           77.5           80        83\n"
            "하수도 보급률        %\n"
            "                            실적   6.2         15.8\n"
            "\f",
            id="a name between targets and results that lack its column",
        ),
    ],
)
def test_rows_that_cannot_be_told_are_no_table(text: str) -> None:
    assert tables(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "|구분|계|2018|2019|2020|\n|시비|300|50|125|125| |구비|300|50|125|125|\n", id="two rows on one line"
        ),
        pytest.param("구분\n재\n원\n’18까지\n’19\n’20\n’21\n", id="a head a cell a line, and no figures"),
        pytest.param("직위\n성명\n전화번호\n과장\n000-0001\n주무관\n", id="people, the name of one left out"),
    ],
)
def test_rows_that_do_not_fit_their_head_are_no_table(text: str) -> None:
    assert tables(text) == []


def test_figures_with_their_units_are_of_rows_of_their_own() -> None:
    (table,) = tables(
        "구분                  2019          2020           2021          2022\n"
        "입주기업                 -             -            20개사          45개사\n"
        "일자리 창출             10명           30명           120명          250명\n\f"
    )
    assert [[cell.text for cell in row] for row in table.grid()][1:] == [
        ["입주기업", "-", "-", "20개사", "45개사"],
        ["일자리 창출", "10명", "30명", "120명", "250명"],
    ]


def test_a_name_and_its_unit_between_two_rows_are_of_both() -> None:
    text = (
        "성과지표            단위    구분    2018년    2019년    2020년\n"
        "                            목표    7,256     7,488     4,735\n"
        "통학로 정비         개소\n"
        "                            실적    7,770     4,657     8,030\n"
        "                            목표    3,071     4,603     6,077\n"
        "교통안전 교육       명\n"
        "                            실적    5,860     1,321     4,819\n"
    )
    (table,) = tables(text)
    assert [[row[c].text for c in (0, 1, 2, 3)] for row in table.grid()[1:]] == [
        ["통학로 정비", "개소", "목표", "7,256"],
        ["통학로 정비", "개소", "실적", "7,770"],
        ["교통안전 교육", "명", "목표", "3,071"],
        ["교통안전 교육", "명", "실적", "5,860"],
    ]
