"""What a table is: by its heading, its words and its shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pledgecards.extract.grid.roles.role import table_role
from pledgecards.extract.grid.sources_alone import with_sources_headed
from pledgecards.extract.page import Table
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def role(table: Table, section: str | None = None, unit: str | None = None) -> tuple[str | None, bool]:
    return table_role(table, section, WORDS, unit)


@pytest.mark.parametrize(
    ("name", "section", "expected"),
    [
        ("gantt", "schedule", "schedule"),
        ("budget", "budget", "budget"),
        ("targets", "indicators", "indicators"),
        ("results", "achievement", "indicators"),
        ("people", "contacts", "contacts"),
    ],
)
def test_tables_under_their_own_heading(name: str, section: str, expected: str, request: pytest.FixtureRequest) -> None:
    assert role(request.getfixturevalue(name), section) == (expected, False)


@pytest.mark.parametrize(
    ("name", "section", "expected"),
    [
        ("gantt", "plan", "schedule"),
        ("results", "performance", "indicators"),
        ("people", "performance", "contacts"),
        ("budget", "plan", "budget"),
        ("gantt", None, "schedule"),
    ],
)
def test_tables_that_their_words_tell_where_they_may_stand(
    name: str, section: str | None, expected: str, request: pytest.FixtureRequest
) -> None:
    assert role(request.getfixturevalue(name), section) == (expected, False)


@pytest.mark.parametrize(
    ("name", "section", "expected"),
    [
        ("people", "budget", "contacts"),
        ("gantt", "budget", "schedule"),
        ("budget", "schedule", "budget"),
        ("targets", "budget", "indicators"),
        ("budget", "overview", "budget"),
    ],
)
def test_a_clear_shape_beats_the_heading_but_is_unsure(
    name: str, section: str, expected: str, request: pytest.FixtureRequest
) -> None:
    assert role(request.getfixturevalue(name), section) == (expected, True)


def test_years_without_figures_are_a_gantt_told_by_shape(table) -> None:
    found = table("구분 | 2018년 | 2019년 | 2020년", "설계 | ■ | | ", "공사 | | ■ | ■")
    assert role(found, "schedule") == ("schedule", False)
    assert role(found, "plan") == ("schedule", False)
    blank = table("구분 | 2018년 | 2019년 | 2020년", "설계 | | | ", "공사 | | | ")
    assert role(blank, "plan") == ("schedule", True)


def test_years_with_fills_are_a_gantt(table) -> None:
    found = table("구분 | 2018년 | 2019년", "설계 | #5B9BD5 |", "공사 | | #5B9BD5", drawn=True)
    assert role(found) == ("schedule", False)


def test_a_unit_of_money_tells_a_budget_without_sources(table) -> None:
    found = table("사업명 | 계 | 2018년 | 2019년", "도서관 건립 | 30 | 10 | 20")
    assert role(found, "plan", "(단위: 백만원)") == ("budget", False)
    assert role(found, "plan") == ("budget", True)


def test_percentages_by_year_are_indicators_told_by_shape(table) -> None:
    found = table("구분 | 2018년 | 2019년", "공정 | 20% | 100%")
    assert role(found, "goals") == ("indicators", True)


def test_statistics_among_the_current_state_are_no_table_of_the_card(table) -> None:
    assert role(table("구분 | 2016 | 2017 | 2018", "인구 | 1,000 | 1,100 | 1,200"), "current_state") == (None, False)
    assert role(table("구분 | 단위 | 2016 | 2017", "시설 | 개소 | 3 | 4"), "overview") == (None, False)


def test_any_other_table_is_none(table) -> None:
    assert role(table("일시 | 장소 | 내용", "3월 | 구청 | 회의"), "performance") == (None, False)
    assert role(table("혼자", "있는", "열"), "budget") == (None, False)


@pytest.mark.parametrize(
    "rows",
    [
        ("과장 | 팀장 | 담당", "홍길동(02-000-1234) | 김가나(02-000-1235) | 이다라(02-000-1236)"),
        ("부서명 | 직위 | 성명 | 연락처", "복지과 | 과장 | 홍길동 | 1234"),
        ("주관부서 | 복지과", "담당자 | 홍길동 (☎ 1234)"),
    ],
)
def test_people_in_charge(rows: tuple[str, ...], table) -> None:
    assert role(table(*rows), "performance") == ("contacts", False)


def test_sources_across_without_years_are_a_budget(table) -> None:
    assert role(table("계 | 국비 | 시비 | 구비", "100 | 50 | 30 | 20"), "overview")[0] == "budget"


def test_amounts_by_year_beside_a_word_that_ends_like_a_role_name_no_people(table) -> None:
    found = table(
        "연도별 | 계 | 공영주차장 | 현관", "2019년 | 600백만원 | 600백만원 | -", "2020년 | 720백만원 | 720백만원 | -"
    )
    assert table_role(found, "budget", WORDS)[0] == "budget"


def test_bars_beside_plan_and_result_are_a_schedule(table) -> None:
    found = table(
        "구분 | < | 2019 | 2020",
        "설계 | 계획 | #4488CC | ",
        "^ | 실적 | #CC4444 | ",
        "공사 | 계획 | | #4488CC",
        "^ | 실적 | | ",
        drawn=True,
    )
    assert role(found, "schedule") == ("schedule", False)


def test_plan_and_spending_in_money_under_a_heading_of_budgets_are_a_budget(table: Callable[..., Table]) -> None:
    found = table(
        "구분 | 2018 | 2019 | 2020", "예산 | 60 | 180 | 150", "집행 | 58 | 176 | 112", "집행률 | 97% | 98% | 75%"
    )
    assert role(found, "budget", "(단위: 천원)") == ("budget", True)
    assert role(found, "indicators", "(단위: 천원)")[0] == "indicators"


def test_sources_of_one_letter_are_told_where_money_is_spoken_of(table: Callable[..., Table]) -> None:
    found = table("구분 | 계 | 시 | 군 | 구", "경로당 | 500 | 200 | 100 | 200")
    assert role(found, "current_state", "(단위: 개소)") == (None, False)
    assert role(found, "current_state", "(단위: 백만원)") == ("budget", True)
    assert role(found, "budget") == ("budget", False)


def test_lines_of_sources_under_plan_and_result_are_money_though_the_name_of_their_sum_is_unknown(
    table: Callable[..., Table],
) -> None:
    heads = ("구분 | 2019 | | 2020 | ", " | 계획 | 실적 | 계획 | 실적")
    rows = ("샛강살림 | 20 | 18 | 30 | 25", "국비 | 10 | 9 | 15 | 15", "시비 | 10 | 9 | 15 | 10")
    assert role(table(*heads, *rows), None, "억원") == ("budget", False)
    people = ("청년 | 20 | 18 | 30 | 25", "어르신 | 10 | 9 | 15 | 15", "국비 | 10 | 9 | 15 | 10")
    assert role(table(*heads, *people), None, "억원") == ("indicators", False)


def test_words_beside_years_under_the_name_of_deeds_are_deeds(table) -> None:
    # They were yearly results without figures, and the card had no deeds.
    deeds = table("연도 | 추진실적", "2018년 | 7월 조례 제정", "2019년 | 주민설명회 3회 개최")
    for section in (None, "performance"):
        assert role(deeds, section) == (None, False)
    assert role(table("연도 | 추진실적", "2018년 | 12개소", "2019년 | 30"), "performance")[0] == "indicators"


def test_a_parking_lot_beside_figures_is_no_deputy_chief(table: Callable[..., Table]) -> None:
    rows = (
        "세부사업 | 단위 | 목표 | 실적 | 이행률",
        "주차장 조성 | 면 | 3,813 | 1200 | 31%",
        "운동장 정비 | 개소 | 4 | 3 | 75%",
    )
    assert role(table(*rows), "performance")[0] == "indicators"


def test_lines_of_a_budget_and_of_what_was_spent_are_money_under_its_heading(table: Callable[..., Table]) -> None:
    spent = table("구분 | 2018년 | 2019년", "예산액 | 3억 | 1억 2천만원", "집행액 | 2억 | ")
    assert role(spent, "budget") == ("budget", True)
    assert role(spent, "indicators") == ("indicators", False)
    reached = table("구분 | 2018년 | 2019년", "계획 | 3회 | 4회", "실적 | 2회 | ")
    assert role(reached, "budget")[0] == "indicators"


def test_a_table_of_nothing_is_of_no_kind(table: Callable[..., Table]) -> None:
    assert table_role(table(" | "), None, WORDS)[0] is None


def test_a_sum_and_years_under_a_heading_of_goals_are_targets_where_nothing_speaks_of_money(table) -> None:
    found = table("계 | '18년 | '19년 | '20년", "5 | 1 | 2 | 2")
    assert role(found, "goals") == ("indicators", True)
    assert role(found, "goals", "(단위: 백만원)") == ("budget", True)


def test_figures_of_years_among_stages_under_a_heading_of_goals_are_targets(table) -> None:
    found = table("세부사업 | 2019 | 2020 | 2021", "산책로 | 설계 | 30% | 100% (준공)", "주차장 | - | 부지매입 | 150면")
    assert role(found, "goals") == ("indicators", True)
    assert role(found, "current_state") == (None, False)
    stages = table("구분 | 2019 | 2020", "산책로 | 설계 | 착공", "주차장 | 부지매입 | 준공")
    assert role(stages, "goals") == (None, False)


def test_words_beside_years_and_a_rate_are_deeds(table) -> None:
    found = table("연도 | 추진실적 | 이행률", "2018 | 버스정류장 설치 | 100%", "2019 | 공원 48개소 설치 | 96%")
    assert role(found, "performance") == (None, False)
    assert (
        role(table("연도 | 추진실적 | 이행률", "2018 | 20개소 | 100%", "2019 | 48개소 | 96%"), "performance")[0]
        == "indicators"
    )


def test_sources_beside_what_each_pays_need_no_head(table: Callable[..., Table]) -> None:
    plain = table("총사업비 | 300백만원", "국비 | 150백만원", "구비 | 150백만원", "민자 | -")
    headed = with_sources_headed(plain, WORDS)
    assert role(headed, "budget") == ("budget", False)
    assert [cell.text for cell in headed.cells[2:]] == [cell.text for cell in plain.cells]


@pytest.mark.parametrize(
    "rows",
    [
        ("국비 | 150명", "구비 | 150명"),  # no money
        ("국비 | 150", "주차장 | 150"),  # not of sources alone
        ("국비 | 확보 완료", "구비 | 150"),  # words
        ("계 | 300", "구비 | 300"),  # one source
        ("재원 | 금액", "국비 | 150", "구비 | 150"),  # a head of its own
    ],
)
def test_other_lines_of_two_cells_stay_without_a_head(rows: tuple[str, ...], table: Callable[..., Table]) -> None:
    plain = table(*rows)
    assert with_sources_headed(plain, WORDS) is plain


def test_lists_of_deeds_under_years_are_no_bars(table: Callable[..., Table]) -> None:
    deeds = table("2018년 | 2019년", "○ 복지플래너 배치('18. 7.) ○ 민관 협력 워크숍 개최 | ○ 방문간호사 채용('19. 2.)")
    assert role(deeds, "performance") == (None, False)
    assert role(table("사업 | 2018년 | 2019년", "쉼터 설치 | ○ | "), "plan")[0] == "schedule"


def test_signs_under_years_beside_plan_and_result_are_bars_but_under_a_heading_of_indicators(table) -> None:
    # Each sign was a yearly target in words, and the card had no schedule.
    found = table("사업명 | 구분 | 2019 | 2020", "공원 조성 | 계획 | ◆ | ◆", "^ | 실적 | ◆ | ", drawn=True)
    assert role(found, "schedule") == ("schedule", False)
    assert role(found, "indicators")[0] == "indicators"
    words = table("사업명 | 구분 | 2019 | 2020", "공원 조성 | 계획 | 설계 | 착공", "^ | 실적 | ◆ | ", drawn=True)
    assert role(words, "indicators") == ("indicators", False)
