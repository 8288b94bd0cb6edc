"""Heads of two storeys with no rule between them."""

from __future__ import annotations

from pledgecards.extract.layout.tables.ladders import Stretch
from pledgecards.extract.layout.tables.storeys import Storeys, lower_storey, numbers_share_column, storeys_of

EDGES = [100.0, 150.0, 200.0, 250.0, 300.0, 350.0]


def band(upper: dict[str, float], lower: dict[str, float], *, middle: dict[str, float] | None = None) -> list[Stretch]:
    """The stretches of a head, from the middles of their words."""
    lines = ((10.0, upper), (24.0, lower), (17.0, middle or {}))
    return [Stretch(x - 5 * len(word), x + 5 * len(word), y, 10.0) for y, line in lines for word, x in line.items()]


SOURCES = {"계": 125.0, "국비": 175.0, "구비": 225.0, "계2": 275.0, "국비2": 325.0, "구비2": 375.0}


def test_labels_stand_over_the_middle_of_as_many_columns() -> None:
    head = band({"2019": 175.0, "2020": 325.0}, {"사업": 75.0, **SOURCES})
    assert storeys_of(head, EDGES) == Storeys(17.0, ((1, 4), (4, 7)))


def test_a_head_in_the_middle_of_both_storeys_stands_under_none() -> None:
    head = band({"2019": 175.0, "2020": 325.0}, SOURCES, middle={"사업": 75.0})
    assert storeys_of(head, EDGES) == Storeys(17.0, ((1, 4), (4, 7)))


def test_a_label_off_the_middle_of_any_columns_tells_nothing() -> None:
    assert storeys_of(band({"2019": 160.0, "2020": 310.0}, {"사업": 75.0, **SOURCES}), EDGES) is None


def test_words_broken_over_two_lines_are_no_storeys() -> None:
    head = band({"세부": 75.0, "전체": 175.0}, {"사업": 75.0, "예산": 175.0, "국비": 225.0})
    assert storeys_of(head, [100.0, 200.0]) is None


def test_one_storey_has_none() -> None:
    assert storeys_of(band({}, {"사업": 75.0, **SOURCES}), EDGES) is None


def test_a_head_of_the_first_line_with_none_beneath_it_goes_down() -> None:
    head = band({"사업": 75.0, "2019": 175.0, "2020": 325.0}, SOURCES)
    assert storeys_of(head, EDGES) == Storeys(17.0, ((1, 4), (4, 7)))


def test_half_a_year_stands_beside_a_whole_one_where_they_reach_to_the_last_column() -> None:
    months = {str(month): 125.0 + 50.0 * month for month in range(6)}
    edges = [100.0 + 50.0 * column for column in range(6)]
    assert storeys_of(band({"2018": 150.0, "2019": 300.0}, months), edges) == Storeys(17.0, ((1, 3), (3, 7)))
    assert storeys_of(band({"2018": 150.0, "2019": 275.0}, months), edges) is None


def test_a_head_in_the_middle_stands_between_though_the_lines_are_far_apart() -> None:
    head = [Stretch(s.x0, s.x1, 2 * s.middle, 10.0) for s in band({"2019": 175.0}, SOURCES, middle={"사업": 75.0})]
    assert [s.middle for s in head if s not in lower_storey(head)] == [20.0]


def test_two_quarters_in_one_column_stand_in_columns_of_their_own() -> None:
    quarters = [Stretch(100.0 * k - 3, 100.0 * k + 3, 24.0, 10.0, str(k)) for k in range(1, 5)]
    assert numbers_share_column(quarters, [150.0, 350.0])
    assert not numbers_share_column(quarters, [150.0, 250.0, 350.0])
