"""Tables that lost their layout: single spaces between all columns."""

from __future__ import annotations

import pytest
from paper import tables

from pledgecards.convert import convert_bytes
from pledgecards.extract.page import Table
from pledgecards.extract.source import read
from pledgecards.schemas.vocabulary import Vocabulary


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.grid()]


def test_sources_of_funding_under_one_head() -> None:
    (table,) = tables("구 분 계 2018년 2019년\n합 계 90 40 50\n국비 60 30 30\n시비 30 - 30\n")
    assert texts(table) == [
        ["구 분", "계", "2018년", "2019년"],
        ["합 계", "90", "40", "50"],
        ["국비", "60", "30", "30"],
        ["시비", "30", "-", "30"],
    ]


def test_projects_and_their_sources() -> None:
    (table,) = tables(
        "세부사업 재원 계 2018년 2019년 2022.6.\n계 계 90 30 40 20\n구비 30 - 10 20\n산책로 정비 - 60 30 30 -\n쉼터 조성 합 계 30 - 10 20\n"
    )
    assert texts(table)[1:] == [
        ["계", "계", "90", "30", "40", "20"],
        ["", "구비", "30", "-", "10", "20"],
        ["산책로 정비", "-", "60", "30", "30", "-"],
        ["쉼터 조성", "합 계", "30", "-", "10", "20"],
    ]


def test_indicators_and_their_units() -> None:
    (table,) = tables("지표명 단위 목표 2018 2019 2020\n보안등 교체 개 300 100 200 300\n공정률 % 100 20 60 100\n")
    assert texts(table)[1:] == [
        ["보안등 교체", "개", "300", "100", "200", "300"],
        ["공정률", "%", "100", "20", "60", "100"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "구분 계 2018 2019\n국비 60 30\n시비 30 - 30\n",  # a blank cell was lost
        "구분 계 2018 2019\n국비 60 30 30 40\n",  # more figures than periods
        "세부사업 재원 계 2018 2019\n산책로 정비 60 30 30\n",  # a name, or a source?
        "구분 계 2018 2019\n산책로\n국비 60 30 30\n시비 30 - 30\n",  # a name over two rows
        "구분 계 2018 2019\n국비 60 30 30\n산책로 정비\n시비 30 - 30\n",
        "세부사업 재원 계 2018 2019\n산책로 정비 구비 60 30 30\n계 60 30 30\n",  # of the project, or of all?
        "구분 계 2018 2019\n",
        "2018 2019 2020 2021\n10 20 30 40\n",  # no names
        "우리 동네 계획 2018 2019 2020\n국비 60 30 30\n",
    ],
)
def test_where_a_figure_may_stand_under_another_head_nothing_is_read(text: str) -> None:
    assert tables(text) == []


def test_the_lines_around_stay_lines() -> None:
    (table,) = tables("(단위: 백만원)\n구분 계 2018 2019\n국비 60 30 30\n추진실적\n - 착공: 2019. 3.\n")
    assert len(texts(table)) == 2


def test_blank_lines_between_rows() -> None:
    (table,) = tables("구분 계 2018 2019\n\n국비 60 30 30\n\n시비 30 - 30\n\n추진실적\n")
    assert len(texts(table)) == 3


def test_the_name_of_a_project_over_two_lines_is_that_of_no_two() -> None:
    """`작은도서관` stands beside its total, `확충` beside the first of its sources."""
    rows = "계 계 90 40 50\n국비 60 30 30\n도비 30 10 20\n작은도서관 계 90 40 50\n확충 국비 60 30 30\n도비 30 10 20\n"
    assert tables(f"세부사업 재원 계 2018년 2019년\n{rows}") == []


@pytest.mark.parametrize("gap", [" ", "      "])
def test_a_year_whose_word_a_space_sets_off_is_one_head(gap: str) -> None:
    head, row = gap.join(["구분", "계", "2018 년", "2019 년"]), gap.join(["국비", "60", "30     ", "30     "]).rstrip()
    (table,) = tables(f"{head}\n{row}\n{row.replace('국비', '시비')}\n")
    assert texts(table)[0] == ["구분", "계", "2018년", "2019년"]
    assert texts(table)[1] == ["국비", "60", "30", "30"]


def test_one_year_set_off_within_a_sentence_stays_as_it_is() -> None:
    text = "2019 년 하반기에 착공하여 2020. 3. 준공\n"
    assert tables(text) == []


def test_words_of_an_officers_own_part_columns_as_well() -> None:
    text = "사업명 돈줄 합 2018 2019\n골목 공원 합 20 10 10\n나랏돈 15 5 10\n우리돈 5 5 -\n".encode()
    own = Vocabulary.extended(
        '[tables.heads]\nfunding = ["돈줄"]\ntotal = ["합"]\n'
        '[funding]\ntotal = ["합"]\nnational = ["나랏돈"]\nlocal = ["우리돈"]\n'
    )
    assert not any(isinstance(block, Table) for block in read(text).pages[0].blocks)
    (table,) = [block for block in read(text, vocabulary=own).pages[0].blocks if isinstance(block, Table)]
    assert texts(table)[1:] == [
        ["골목 공원", "합", "20", "10", "10"],
        ["", "나랏돈", "15", "5", "10"],
        ["", "우리돈", "5", "5", "-"],
    ]


def test_sources_below_a_head_said_again_are_of_no_project_that_is_told() -> None:
    text = (
        "1. 골목 공원\n\n- 임기구분 **임기내** / 임기외\n\n■ 소요예산 (단위: 백만원)\n쉼터 조성 계 90 30 60\n국비 60 20 40\n"
        "사업명 재원 계 2018 2019\n시비 20 5 15\n구비 10 5 5\n"
    )
    rows = convert_bytes(text.encode(), "card.txt")
    assert rows["budget"] == []
    assert "table.unread" in {issue["code"] for issue in rows["issues"]}


def test_a_row_of_figures_over_a_table_names_no_project() -> None:
    text = (
        "1. 골목 공원\n\n- 임기구분 **임기내** / 임기외\n\n■ 소요예산 (단위: 백만원)\n국비 60 20 40\n재원 계 2018 2019\n시비 20 5 15\n"
        "구비 10 5 5\n"
    )
    assert {row["project"] for row in convert_bytes(text.encode(), "card.txt")["budget"]} == {None}
