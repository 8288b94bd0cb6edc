"""Tables of several parts: side by side, one below the other, schedules beside money."""

from __future__ import annotations

from pledgecards.extract.grid.blank_columns import without_blank_columns
from pledgecards.extract.grid.grids import grid_of
from pledgecards.extract.grid.parts_beside import one_below_other
from pledgecards.extract.grid.roles.mixed import parted, unit_of_targets
from pledgecards.extract.grid.roles.mixed_schedules import parted_schedule
from pledgecards.extract.grid.years_folded import unfolded
from pledgecards.extract.tables.unit_remarks import says_unit
from pledgecards.schemas.vocabulary import Vocabulary

WORDS = Vocabulary.standard()


def test_parts_under_the_same_head_stand_one_below_the_other(table) -> None:
    [whole], across = one_below_other(
        table("사업명 | 국비 | 시비 |  | 사업명 | 국비 | 시비", "도로 | 1 | 2 |  | 공원 | 3 | 4"), WORDS
    )
    assert across is None
    assert grid_of(whole).texts == [["사업명", "국비", "시비"], ["도로", "1", "2"], ["공원", "3", "4"]]


def test_parts_with_the_same_lines_stand_beside_each_other(table) -> None:
    [whole], _ = one_below_other(table("구분 | 2019 | 2020 | 구분 | 2021 | 2022", "국비 | 1 | 2 | 국비 | 3 | 4"), WORDS)
    assert grid_of(whole).texts == [["구분", "2019", "2020", "2021", "2022"], ["국비", "1", "2", "3", "4"]]


def test_years_in_two_parts(table) -> None:
    [whole], _ = one_below_other(table("연도 | 금액 | 연도 | 금액", "2019 | 10 | 2021 | 30", "2020 | 20 | |"), WORDS)
    assert grid_of(whole).texts == [["연도", "금액"], ["2019", "10"], ["2020", "20"], ["2021", "30"]]


def test_a_sum_over_all_parts_is_of_none(table) -> None:
    found = table(
        "사업명 | 국비 | 시비 | 사업명 | 국비 | 시비", "도로 | 1 | 2 | 공원 | 3 | 4", "합계 | < | < | 10 | < | <"
    )
    [whole], across = one_below_other(found, WORDS)
    assert [row[0] for row in grid_of(whole).texts] == ["사업명", "도로", "공원"]
    assert across is not None and grid_of(across).texts[0][0] == "합계"


def test_words_under_heads_that_come_again_are_a_form(table) -> None:
    found = table("구분 | 내용 | 구분 | 내용", "위치 | 조례동 | 대상 | 주민")
    assert one_below_other(found, WORDS) == ([found], None)


def test_two_keys_side_by_side_are_no_parts(table) -> None:
    found = table("구분 | 구분 | 2019 | 2020", "문화 | 도로 | 1 | 2")
    assert one_below_other(found, WORDS) == ([found], None)


def test_a_unit_between_two_keys_makes_no_parts_of_them(table) -> None:
    found = table("구분 | 단위 | 구분 | 2019 | 2020", "도로 | ㎞ | 목표 | 1 | 2", "도로 | ㎞ | 실적 | 1 | 1")
    assert one_below_other(found, WORDS) == ([found], None)


def test_blank_columns_only_set_others_apart(table) -> None:
    found = without_blank_columns(table("구분 | 합계 |  | 2019 | 2020", "국비 | 3 |  | 1 | 2"))
    assert grid_of(found).texts[0] == ["구분", "합계", "2019", "2020"]


def test_a_head_of_years_below_one_of_targets(table) -> None:
    found = table("구분 | 목표 | 실적", "도로(㎞) | 3 | 1", "구분 | 2019 | 2020", "도로(㎞) | 1 | 2")
    [whole] = unfolded(found, "indicators")
    assert grid_of(whole).texts == [["구분", "목표", "실적", "2019", "2020"], ["도로(㎞)", "3", "1", "1", "2"]]


def test_years_that_make_up_the_goal_are_targets(table) -> None:
    both = parted(table("사업명 | 목표 | 2019 | 2020 | 총사업비(백만원)", "도로 | 3㎞ | 1 | 2 | 900"), WORDS)
    assert both is not None
    assert [grid_of(part).texts[0] for part in both] == [
        ["사업명", "목표", "2019", "2020"],
        ["사업명", "총사업비(백만원)"],
    ]


def test_years_that_do_not_are_money(table) -> None:
    both = parted(table("사업명 | 목표 | 2019 | 2020 | 총사업비(백만원)", "도로 | 3㎞ | 400 | 500 | 900"), WORDS)
    assert both is not None
    assert [grid_of(part).texts[0] for part in both] == [
        ["사업명", "목표"],
        ["사업명", "2019", "2020", "총사업비(백만원)"],
    ]


def test_a_note_of_money_is_of_no_target() -> None:
    assert unit_of_targets("(단위: 백만원)", WORDS) is None
    assert unit_of_targets("(단위: 개소)", WORDS) == "(단위: 개소)"


def test_a_schedule_beside_money(table) -> None:
    found = table("세부사업 | 1분기 | 2분기 | 3분기 | 4분기 | 국비 | 시비", "도로 | ■ | ■ | | | 10 | 20")
    both = parted_schedule(found, WORDS)
    assert both is not None
    assert [part.cols for part in both] == [5, 3]
    assert parted_schedule(table("세부사업 | 1분기 | 2분기 | 계", "도로 | ■ | ■ | 2"), WORDS) is None


def test_remarks_that_name_a_unit() -> None:
    assert says_unit("* 2019년 국비는 천원 단위임")
    assert says_unit("※ 시비: 천원")
    assert not says_unit("※ 천원 단위 미만은 절사함")
    assert not says_unit("※ 토지보상비 30백만원 포함")
    assert not says_unit("※ 단위면적당 사업비(천원)")
