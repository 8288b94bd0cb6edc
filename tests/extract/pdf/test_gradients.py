"""Strips of gradients told from rules."""

from __future__ import annotations

import numpy as np

from pledgecards.extract.pdf.gradients import last_steps, runs_of_strips


def runs(
    *boxes: tuple[float, float, float, float], colours: tuple[int, ...] = ()
) -> list[tuple[list[int], tuple[float, ...]]]:
    some = np.array(boxes, np.float64)
    shades = np.array(colours or [0xD9D9D9] * len(some), np.int64)
    found = runs_of_strips(some, np.zeros(len(some), np.int64), shades, limit=2.5)
    return [(places.tolist(), box) for places, box in found]


def test_strips_that_touch_are_one_area() -> None:
    upright = [(10.0 + 2 * k, 50.0, 12.0 + 2 * k, 58.0) for k in range(5)]
    assert runs(*upright) == [([0, 1, 2, 3, 4], (10.0, 50.0, 20.0, 58.0))]
    lying = [(10.0, 50.0 + k, 90.0, 51.0 + k) for k in range(4)]
    assert runs(*lying) == [([0, 1, 2, 3], (10.0, 50.0, 90.0, 54.0))]


def test_rules_of_a_table_are_no_strips() -> None:
    columns = [(10.0 + 40 * k, 50.0, 10.5 + 40 * k, 90.0) for k in range(6)]
    double = [(10.0, 50.0, 90.0, 50.5), (10.0, 51.5, 90.0, 52.0), (10.0, 70.0, 90.0, 70.5), (10.0, 71.5, 90.0, 72.0)]
    pieces = [(10.0 + 20 * k, 50.0, 30.0 + 20 * k, 50.5) for k in range(6)]
    for rules in (columns, double, pieces):
        assert runs(*rules) == []


def test_a_rule_on_every_second_strip_of_another_page_joins_nothing() -> None:
    boxes = np.array([(10.0 + 2 * k, 50.0, 12.0 + 2 * k, 58.0) for k in range(6)])
    assert runs_of_strips(boxes, np.array([0, 1, 0, 1, 0, 1]), np.zeros(6, np.int64), limit=2.5) == []


def test_a_bar_below_the_ground_of_a_head_is_an_area_of_its_own() -> None:
    strips = [(10.0, 50.0 + k, 90.0, 51.0 + k) for k in range(8)]
    head, bar = (0xD9D9D9, 0xD0D0D0, 0xC8C8C8, 0xC0C0C0), (0x737373,) * 4
    assert runs(*strips, colours=head + bar) == [
        ([0, 1, 2, 3], (10.0, 50.0, 90.0, 54.0)),
        ([4, 5, 6, 7], (10.0, 54.0, 90.0, 58.0)),
    ]


def test_the_thin_last_steps_of_ever_smaller_boxes_are_no_rules() -> None:
    boxes = np.array([(10.0, 50.0, 90.0, 56.0 - k) for k in range(6)])
    shades = np.array([0x3E7FCC + 0x20201 * k for k in range(6)], np.int64)
    page = np.zeros(6, np.int64)
    assert last_steps(boxes, page, shades, limit=2.5).tolist() == [False, False, False, False, True, True]
    # The ground of a row, that of a cell in it, and the rule upon it are no gradient; nor is what leaps from one colour to another.
    assert not last_steps(boxes[[0, 3, 5]], page[:3], shades[:3], limit=2.5).any()
    assert not last_steps(boxes, page, np.array([0xFFFFFF, 0, 0xFFFFFF, 0, 0xFFFFFF, 0]), limit=2.5).any()
