"""Level rules one below the other: which are a table's own, and which part the rows of one of its groups."""

from __future__ import annotations

from pledgecards.extract.layout.drawings import Drawing
from pledgecards.extract.layout.ladders import ladders_of


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
