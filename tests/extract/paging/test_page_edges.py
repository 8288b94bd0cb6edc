"""Tables that run off the paper."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from canvas_builder import CanvasBuilder

from pledgecards.extract.paging.edges import runs_off

YS = [100, 120, 140, 160]


def ruled(*xs: float, left: bool = True, right: bool = True, cut: float | None = None) -> bool:
    """Whether a table with rules between its columns at these places, drawn cell by cell, runs off a page 595 points wide. cut: where rules
    that go on to the right are no longer seen."""
    page = CanvasBuilder()
    for x in xs[0 if left else 1 : None if right else -1]:
        page.plumb(x, YS[0], YS[-1])
    for y in YS:
        for x0, x1 in pairwise(xs):
            page.level(x0, x1, y)
    return runs_off(replace(page.canvas(), cuts=(None, cut)))


def test_rules_that_end_at_the_edge_of_the_paper_have_lost_their_table() -> None:
    assert ruled(60, 200, 400, 588, 595, right=False)
    assert ruled(0, 30, 300, 500, left=False)


def test_rules_that_are_cut_before_the_edge_have_lost_it_too() -> None:
    assert ruled(60, 200, 400, 553, right=False, cut=553)
    assert not ruled(60, 200, 400, 540, right=False)
    assert not ruled(60, 200, 400, 553, cut=553)


@pytest.mark.parametrize("xs", [(60, 200, 400, 540), (0, 200, 400, 595)])
def test_a_table_that_a_rule_closes_is_whole(xs: tuple[float, ...]) -> None:
    assert not ruled(*xs)


def test_open_rules_from_edge_to_edge_are_no_table_cut_away() -> None:
    assert not ruled(0, 200, 400, 595, left=False, right=False)
    assert not ruled(60, 200, 400, 540, left=False, right=False)


def test_marks_at_which_paper_is_cut_are_no_rules() -> None:
    page = CanvasBuilder()
    for y in (20, 400, 820):
        page.level(575, 595, y)
    assert not runs_off(page.canvas())
