"""Tables that hold targets and money at once are two tables."""

from __future__ import annotations

from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.roles.mixed import parted
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def test_lines_of_targets_and_lines_of_money_are_parted(table) -> None:
    found = table(
        "구분 | 계 | 2019 | 2020",
        "목표 | 30 | 10 | 20",
        "실적 | 12 | 12 |",
        "예산 | 90 | 30 | 60",
        "구비 | 90 | 30 | 60",
    )
    both = parted(found, WORDS)
    assert both is not None
    assert [[row[0] for row in grid_of(part).texts] for part in both] == [
        ["구분", "목표", "실적"],
        ["구분", "예산", "구비"],
    ]


def test_progress_beside_money_is_no_money(table) -> None:
    both = parted(table("구분 | 2019 | 2020", "추진내용 | 설계 | 착공", "사업비 | 30 | 60", "공정률 | 10 | 40"), WORDS)
    assert both is not None
    assert [[row[0] for row in grid_of(part).texts][1:] for part in both] == [["추진내용", "공정률"], ["사업비"]]


def test_a_merged_name_covers_what_is_left_of_its_lines(table) -> None:
    found = table(
        "세부사업 | 구분 | 2019 | 2020",
        "도로 | 목표(㎞) | 1 | 2",
        "^ | 예산(백만원) | 30 | 60",
        "공원 | 목표(개소) | 3 | 4",
        "^ | 예산(백만원) | 20 | 40",
    )
    both = parted(found, WORDS)
    assert both is not None
    assert [[row[0] for row in grid_of(part).texts] for part in both] == [["세부사업", "도로", "공원"]] * 2
    assert [(cell.row, cell.row_span) for cell in both[1].cells if cell.text == "공원"] == [(2, 1)]


def test_a_plan_and_what_was_spent_are_all_money_and_targets_with_results_none(table) -> None:
    assert parted(table("구분 | 2019 | 2020", "계획 | 10 | 20", "집행 | 9 | 18"), WORDS) is None
    assert parted(table("구분 | 2019 | 2020", "목표 | 10 | 20", "실적 | 9 | 18"), WORDS) is None
    assert parted(table("재원 | 2019 | 2020", "예산 | 10 | 20", "국비 | 9 | 18"), WORDS) is None


def test_a_sum_below_sources_is_money_whatever_stands_between(table) -> None:
    both = parted(
        table("구분 | 2019", "계 | 30", "국비 | 30", "고용(명) | 4", "소계 | 30", "이용(명) | 7", "계 | 11"), WORDS
    )
    assert both is not None
    assert [[row[0] for row in grid_of(part).texts][1:] for part in both] == [
        ["고용(명)", "이용(명)", "계"],
        ["계", "국비", "소계"],
    ]


def test_results_of_sources_are_no_indicators(table):
    assert (
        parted(table("구분 | 사업비 | 2019실적 | 2020계획", "국비 | 30 | 10 | 20", "구비 | 30 | 10 | 20"), WORDS)
        is None
    )


def test_a_rate_of_money_alone_parts_no_table_of_a_budget(table) -> None:
    found = table("구분 | 계획 | 실적 | 집행률", "2018 | 500 | 480 | 96%", "2019 | 800 | 800 | 100%")
    assert parted(found, WORDS, "budget") is None
    assert parted(found, WORDS) is not None


def test_years_beside_a_rate_of_money_are_of_the_results(table) -> None:
    found = table(
        "세부사업 | 단위 | 실적 | 2018 | 2019 | 집행률",
        "쉼터 | 개소 | 30 | 10 | 30 | 60%",
        "강좌 | 회 | 9 | 4 | 9 | 75%",
    )
    parts = parted(found, WORDS)
    assert parts is not None
    assert grid_of(parts[0]).texts[1] == ["쉼터", "개소", "30", "10", "30"]
    assert grid_of(parts[1]).texts[1] == ["쉼터", "60%"]


def test_a_block_of_quantities_planned_and_reached_is_of_targets(table) -> None:
    both = table(
        "구분 | < | 2018 | 2019",
        "물량(개소) | 계획 | 1 | 2",
        "^ | 실적 | 1 | 2",
        "사업비(백만원) | 계획 | 100 | 200",
        "^ | 집행 | 90 | 180",
    )
    found = parted(both, Vocabulary.standard())
    assert found is not None
    assert [[row[0].text for row in part.grid()] for part in found] == [
        ["구분", "물량(개소)", "물량(개소)"],
        ["구분", "사업비(백만원)", "사업비(백만원)"],
    ]


def test_shares_among_lines_of_money_are_no_targets(table) -> None:
    assert (
        parted(table("구분 | 2019 | 2020", "국비 | 250 | 350", "비율(%) | 50 | 50", "시비 | 250 | 350"), WORDS) is None
    )
